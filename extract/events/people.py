"""Who acts without a name: "مسلحون", "قوات الأمن", "Israeli soldiers", "Hamas fighters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.chunk import Chunk
from extract.events.noun_phrases import compound_size
from extract.events.vocabulary import vocabulary
from extract.events.widening import widened
from extract.model import Actor, ActorKind
from extract.script import raw_offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.events.scene import Scene

# Arms of a state: told of one state's, they are that state acting.
_ARMS = frozenset(
    {
        "army",
        "soldiers",
        "troops",
        "police",
        "security-forces",
        "authorities",
        "government",
        "parliament",
        "court",
        "officials",
        "diplomats",
        "ministers",
        "delegation",
    }
)
_BELONGING = frozenset(
    {"militants", "rebels", "gunmen", "leaders", "troops", "soldiers", "activists", "officials", "attackers"}
)
_BEING = frozenset({"was", "were", "been", "is", "are", "be", "being", "badly", "seriously", "also"})
_OWNED = 2  # tokens of "'s"
_SOUND_ENDINGS = ("ون", "ين", "ان")


def people_at(scene: Scene) -> Iterator[Chunk]:
    """The unnamed people of a text, joined with the name beside them where one is."""
    token = 0
    idle, folded = scene.lexicon.idle, scene.folded
    while token < len(folded):
        if idle[folded[token]]:
            token += 1
            continue
        spent = _spent(scene, token)
        if spent:
            token += spent
            continue
        chunk = None if scene.chunk_at[token] or scene.dates[token] else _people(scene, token)
        if chunk is None:
            token += 1
            continue
        joined = _with_state(scene, widened(scene, chunk))
        yield joined
        token = joined.last + 1


def _spent(scene: Scene, token: int) -> int:
    """The tokens of a set phrase in which people are no people: "military exercises", "هجوم انتحاري"."""
    size = compound_size(scene, token)
    return size + 1 if size else 0


def _people(scene: Scene, token: int) -> Chunk | None:
    word = scene.folded[token]
    cut, entries = scene.lexicon.people(word)
    if not entries:
        return _many(scene, token)
    if token and scene.folded[token - 1] in _BEING and entries[0][1] in {"wounded", "dead"}:
        return None  # "were wounded" is a verb
    for phrase, slug in entries:
        size = len(phrase)
        if size > 1 and tuple(scene.folded[token + 1 : token + size]) != phrase[1:]:
            continue
        last = token + size - 1
        raw = scene.document.text[scene.starts[token] : scene.ends[token]]
        start = scene.starts[token] + raw_offset(raw, cut)
        chunk = Chunk(token, last, start, scene.ends[last], glue=word[:cut], people=slug)
        chunk.actor = _group(slug, "")
        chunk.plural = True
        chunk.feminine = phrase[0].endswith(("ه", "ات")) or slug == "troops"
        return chunk
    return None


def _many(scene: Scene, token: int) -> Chunk | None:
    """As in "Thousands took to the streets", "خرج المئات في": a number that is people."""
    words, form = scene.lexicon.words, scene.folded[token]
    if words.numbers.get(form, 0) >= 0 or token + 1 >= len(scene.folded):
        return None
    following = scene.folded[token + 1]
    if scene.lexicon.code == "en":
        alone = following != "of" and any(r.sense.part == "verb" for r in scene.lexicon.read(following))
    else:
        counted = following == "من" and scene.chunk_at[min(token + 2, len(scene.folded) - 1)] is not None
        alone = form.startswith("ال") and (following in words.prepositions or not following.isalpha())
        alone = alone and not counted  # "مئات الآلاف من اللبنانيين": who they are is told
    if not alone:
        return None
    chunk = Chunk(
        token, token, scene.starts[token], scene.ends[token], people="people", actor=_group("people", "")
    )
    chunk.plural = True
    return chunk


def _with_state(scene: Scene, chunk: Chunk) -> Chunk:
    beside = _beside(scene, chunk)
    if beside is None or beside.actor is None:
        return chunk
    state = beside.actor.kind in {ActorKind.STATE, ActorKind.GROUP}
    if not state and chunk.people not in _BELONGING:
        return chunk
    if not state or (chunk.people in _ARMS and beside.actor.kind is ActorKind.STATE):
        actor = beside.actor
    else:
        actor = _group(chunk.people, beside.actor.country)
    first, last = min(chunk.first, beside.first), max(chunk.last, beside.last)
    start, end = min(chunk.start, beside.start), max(chunk.end, beside.end)
    glue = chunk.glue if chunk.first <= beside.first else beside.glue
    made = Chunk(first, last, start, end, glue=glue, actor=actor, people=chunk.people)
    made.plural, made.feminine = chunk.plural, chunk.feminine
    return made


def _beside(scene: Scene, chunk: Chunk) -> Chunk | None:
    """The name that these people belong to: after them in Arabic, before them in English."""
    if scene.lexicon.code == "ar":
        beside = scene.chunk_at[chunk.last + 1] if chunk.last + 1 < len(scene.folded) else None
        if beside is None or beside.glue or beside.first != chunk.last + 1:
            return None
        if beside.adjective or beside.plural:
            return beside
        construct = not scene.folded[chunk.last].endswith(_SOUND_ENDINGS)
        indefinite = not scene.folded[chunk.last].removeprefix(chunk.glue).startswith("ال")
        return beside if construct and indefinite and not beside.place else None
    beside = scene.chunk_at[chunk.last + 2] if chunk.last + 2 < len(scene.folded) else None
    if (
        beside is not None
        and scene.folded[chunk.last + 1] == "of"
        and not beside.people
        and chunk.people in _BELONGING
    ):
        return beside  # "militants of Al Shabaab"
    if chunk.first > _OWNED and scene.folded[chunk.first - 2 : chunk.first] == ["'", "s"]:
        beside = scene.chunk_at[chunk.first - 3]  # "Ethiopia's government"
        arms = beside is not None and beside.actor is not None and beside.actor.kind is ActorKind.STATE
        return beside if arms and chunk.people in _ARMS else None
    beside = scene.chunk_at[chunk.first - 1] if chunk.first else None
    return beside if beside and not beside.people and not beside.possessive else None


def _group(slug: str, country: str) -> Actor:
    names = vocabulary("ar").names, vocabulary("en").names
    arabic, english = (each.get(slug, slug) for each in names)
    if country:
        return Actor(
            f"{slug}-{country.lower()}",
            f"{arabic} ({country.upper()})",
            f"{english} ({country.upper()})",
            ActorKind.GROUP,
            country,
        )
    return Actor(slug, arabic, english, ActorKind.GROUP)
