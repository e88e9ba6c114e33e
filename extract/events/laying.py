"""Lays what was found in a text over its tokens: dates, places, and the chunks of who may act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from extract.events.chunk import Chunk
from extract.events.people import people_at
from extract.model import ActorKind, TimeExpression, Toponym
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.scene import Scene
    from extract.model import ActorMention

Find = TypeVar("Find", TimeExpression, Toponym)

_ADJECTIVES_AR = ("ي", "يه")
_PLURALS_AR = ("يين", "يون", "يان", "يات", "يتين", "يتان", "ين", "ون")
_MASCULINE = frozenset(
    [
        "مجلس",
        "حزب",
        "جيش",
        "اتحاد",
        "بنك",
        "مكتب",
        "حرس",
        "بيت",
        "كرملين",
        "تحالف",
        "صندوق",
        "مركز",
        "برلمان",
        "تنظيم",
        "وفد",
        "معهد",
        "تيار",
        "حلف",
        "قصر",
        "ازهر",
        "هلال",
        "صليب",
        "موساد",
        "شاباك",
        "كونغرس",
        "ناتو",
    ]
)
_MASCULINE_STATES = frozenset({"lb", "iq", "jo", "ma", "sd", "ye", "ss", "ps", "so", "td"})


def span_of(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token of a span of the text."""
    first = bisect_right(scene.starts, start) - 1
    first = max(first, 0)
    if scene.ends and scene.ends[first] <= start:
        first += 1
    last = bisect_left(scene.starts, end) - 1
    return (first, last) if first <= last < len(scene.folded) else None


def lay(scene: Scene, found: Sequence[Find], over: list[Find | None]) -> None:
    """Each find over the tokens that its words are."""
    for each in found:
        span = span_of(scene, each.evidence.start, each.evidence.end)
        if span:
            for token in range(span[0], span[1] + 1):
                over[token] = each


def lay_actors(scene: Scene, actors: Sequence[ActorMention]) -> None:
    for mention in actors:
        span = span_of(scene, mention.evidence.start, mention.evidence.end)
        if not span:
            continue
        first, last = span
        actor = mention.actor
        words = scene.folded[first : last + 1]
        toponym = scene.places[first]
        chunk = Chunk(
            first,
            last,
            mention.evidence.start,
            mention.evidence.end,
            glue=_glue(scene, first, mention.evidence.start),
            actor=actor,
            adjective=_adjective(scene, words, actor.kind, first),
            place=toponym.place if toponym and toponym.evidence.end == mention.evidence.end else None,
        )
        chunk.feminine = _feminine(chunk, words)
        chunk.plural = actor.kind in {ActorKind.STATE, ActorKind.GROUP} and words[-1].endswith(_PLURALS_AR)
        chunk.possessive = scene.folded[last + 1 : last + 3] in (["'", "s"], ["s", "'"]) or (
            scene.folded[last + 1 : last + 2] == ["'"]
        )
        put(scene, chunk)


def put(scene: Scene, chunk: Chunk) -> None:
    scene.chunks.append(chunk)
    for token in range(chunk.first, chunk.last + 1):
        scene.chunk_at[token] = chunk


def _glue(scene: Scene, first: int, start: int) -> str:
    """The folded letters of the first token before the mention's own; "لل" is only "ل"."""
    glue = fold(scene.document.text[scene.starts[first] : start]) if start > scene.starts[first] else ""
    if glue.startswith(("ولل", "فلل")):
        return glue[:2]
    return "ل" if glue.startswith("لل") else glue


def _adjective(scene: Scene, words: list[str], kind: ActorKind, first: int) -> bool:
    """Whether a one-word mention of a state or a group is its adjective ("الروسي", "Israeli")."""
    if len(words) != 1 or kind not in {ActorKind.STATE, ActorKind.GROUP}:
        return False
    word = words[0].removeprefix("و")
    if scene.lexicon.code == "ar":
        return word.endswith(_ADJECTIVES_AR) and scene.places[first] is None
    following = scene.folded[first + 1] if first + 1 < len(scene.folded) else ""
    return (
        scene.places[first] is None
        and word.endswith(("n", "i", "h", "ese", "ch", "k"))
        and following.isalpha()
    )


def _feminine(chunk: Chunk, words: list[str]) -> bool | None:
    actor = chunk.actor
    if actor is None:
        return None
    head = words[0].removeprefix(chunk.glue) if chunk.glue else words[0]
    if actor.kind is ActorKind.STATE and len(words) == 1:
        return actor.country.lower() not in _MASCULINE_STATES
    if actor.kind is ActorKind.PERSON:
        return True if head.startswith("ال") and head.endswith("ه") else None
    if head.endswith(("ه", "ات")):
        return True
    return False if head.removeprefix("ال") in _MASCULINE else None


def lay_people(scene: Scene) -> None:
    for chunk in people_at(scene):
        for token in range(chunk.first, chunk.last + 1):
            old = scene.chunk_at[token]
            if old is not None and old in scene.chunks:
                scene.chunks.remove(old)
        put(scene, chunk)


def lay_bare_places(scene: Scene) -> None:
    token = 0
    while token < len(scene.folded):
        toponym = scene.places[token]
        if toponym is None or scene.chunk_at[token] is not None:
            token += 1
            continue
        last = token
        while (
            last + 1 < len(scene.folded)
            and scene.places[last + 1] is toponym
            and scene.chunk_at[last + 1] is None
        ):
            last += 1
        start = max(toponym.evidence.start, scene.starts[token])
        glue = _glue(scene, token, start)
        put(scene, Chunk(token, last, start, scene.ends[last], glue=glue, place=toponym.place, feminine=True))
        token = last + 1
