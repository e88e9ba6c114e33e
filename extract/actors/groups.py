"""Finds the bodies, sides and peoples of states: "الجيش السوري", "الجانب الإيراني", "1300 إسرائيلي", "غارة إسرائيلية"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.bodies import body, body_at
from extract.actors.candidate import Body, Candidate, Made
from extract.actors.inflect import agreeing
from extract.actors.offices import known_person
from extract.actors.scene import Piece, stem_of
from extract.actors.shorts import described
from extract.model import Actor, ActorKind
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Scene
    from extract.gazetteer.actors import World

_LONGEST_NUMBER = 8
_NUMBER_WORDS = frozenset(
    fold(w) for w in ["مئة", "مائة", "ألف", "آلاف", "مليون", "ملايين", "عشرات", "مئات", "مئتي", "ألفي"]
)
# What a group of people of a state is called, by the key of [people].
_PEOPLE = {
    "citizen": ("people", "{ar_plural}", "{en_plural}"),
    "official": ("officials", "مسؤولون {ar}", "{en} officials"),
    "soldier": ("soldiers", "جنود {ar}", "{en} soldiers"),
}


def find_groups(scene: Scene) -> Iterator[Candidate]:
    """Bodies, sides, peoples and adjectives of states, in Arabic."""
    for i in scene.positions("office"):
        yield from _one_official(scene, i)
    for i in scene.positions("body", "side", "people", "office-of", "adjective"):
        pieces = scene.at(i)
        kinds = {p.tag.kind for p in pieces}
        if "body" in kinds:
            for actor, piece, end in body_at(scene, i):
                yield Candidate(i, end, piece.cut, Made(actor), "ar/actors/body", "", 3, piece.clitics)
            yield from _bare_body(scene, i)
        if "side" in kinds or "people" in kinds:
            yield from _people_and_sides(scene, i)
        if "office-of" in kinds:
            yield from _office_of(scene, i)
        if "adjective" in kinds:
            yield from _adjective(scene, i)


def _one_official(scene: Scene, i: int) -> Iterator[Candidate]:
    """For example "وزير إسرائيلي": one of its officials, not the holder of an office."""
    for piece in scene.find(i, "office"):
        adjective = (
            next(scene.find(piece.end, "adjective", cut=0), None) if scene.near(piece.end - 1) else None
        )
        if piece.tag.form == "c" and adjective is not None and adjective.tag.form in {"mi", "fi"}:
            actor = people(scene.index.world, "official", adjective.tag.value)
            why = "one of its officials"
            yield Candidate(
                i, adjective.end, piece.cut, Made(actor), "ar/actors/people", why, 2, piece.clitics
            )


def _bare_body(scene: Scene, i: int) -> Iterator[Candidate]:
    """For example "الجيش", "وزارة الداخلية": whose, the rest of the text tells."""
    for piece in scene.find(i, "body"):
        if piece.tag.form != "d" or described(scene, stem_of(scene, i, piece.cut), piece.end):
            continue
        target = Body(piece.tag.value)
        yield Candidate(i, piece.end, piece.cut, target, "ar/actors/body", "", 0, piece.clitics)


def _people_and_sides(scene: Scene, i: int) -> Iterator[Candidate]:
    for piece in scene.find(i, "side", "people"):
        if not scene.arabic(i) or not scene.near(piece.end - 1):
            continue
        at = piece.end
        adjective = next(scene.find(at, "adjective", cut=0), None)
        adjective = adjective or _as_adjective(scene, at)
        if adjective is None:  # "مسؤول عسكري أميركي"
            at += 1
            adjective = next(scene.find(at, "adjective", cut=0), None) if scene.near(at - 1) else None
            if adjective is None or not _describes(scene, at - 1):
                continue
        code = adjective.tag.value
        if piece.tag.kind == "side":
            actor, why = scene.index.world.states[code].entry.actor, "the side of the state"
        else:
            actor, why = people(scene.index.world, piece.tag.value, code), "people of the state"
        start = _number(scene, i) if piece.cut == 0 and piece.tag.kind == "people" else i
        yield Candidate(
            start, adjective.end, piece.cut, Made(actor), f"ar/actors/{piece.tag.kind}", why, 2, piece.clitics
        )


def _as_adjective(scene: Scene, i: int) -> Piece | None:
    """For example "دبلوماسيا روسيا": after a noun in the accusative the name of the country is its adjective."""
    word = scene.word(i)
    if (
        not scene.word(i - 1).endswith("يا")
        or not word.endswith("يا")
        or scene.first(i, "state", cut=0) is None
    ):
        return None
    adjectives = [
        ph.tag for ph in scene.index.first.get(word[:-1], ()) if ph.tag.kind == "adjective" and not ph.rest
    ]
    return Piece(i, i + 1, 0, (), adjectives[0]) if adjectives else None


def _describes(scene: Scene, i: int) -> bool:
    """Whether a word looks like an adjective between a noun and the adjective of a state."""
    word = scene.word(i)
    return word.endswith(("ي", "يه", "ين", "ون", "يا", "كبير", "رفيع")) and not scene.first(
        i, "state", "actor", "office"
    )


def _office_of(scene: Scene, i: int) -> Iterator[Candidate]:
    """For example "مكتب نتنياهو" is his office, "حكومة نتنياهو" the government of his country."""
    world = scene.index.world
    for piece in scene.find(i, "office-of"):
        found = known_person(scene, piece.end)
        if found is None or not scene.arabic(i) or not scene.near(piece.end - 1):
            continue
        person = world.entries[found[0].ids[0]].actor
        if piece.tag.value == "government" and person.country.lower() in world.states:
            actor = body(world, "government", person.country.lower())
        else:
            actor = office_of(person)
        yield Candidate(
            i,
            found[1],
            piece.cut,
            Made(actor),
            "ar/actors/office_of",
            f"of {person.name_en}",
            3,
            piece.clitics,
        )


def office_of(person: Actor) -> Actor:
    """The office of a person, an organisation."""
    return Actor(
        f"office-of-{person.id}",
        f"مكتب {person.name_ar}",
        f"Office of {person.name_en}",
        ActorKind.ORGANISATION,
        person.country,
    )


def _adjective(scene: Scene, i: int) -> Iterator[Candidate]:
    """A people ("الإسرائيليون", "1300 إسرائيلي"), or the state whose act the word before tells."""
    world = scene.index.world
    for piece in scene.find(i, "adjective"):
        form = piece.tag.form
        if form.endswith("doubtful") or not scene.arabic(i):
            continue
        code = piece.tag.value
        if piece.cut == 0 and form in {"mi", "ai", "pi", "2i"} and (start := _number(scene, i)) < i:
            actor = people(world, "citizen", code)
            yield Candidate(start, piece.end, 0, Made(actor), "ar/actors/people", "counted people", 2)
        elif form.startswith("p"):
            if _plural_noun(scene, i - 1) and piece.cut == 0:  # "المزارعون الهنود"
                actor = people(world, "citizen", code)
                start = _number(scene, i - 1)
                yield Candidate(
                    start, piece.end, 0, Made(actor), "ar/actors/people", "people of the state", 1
                )
            else:
                actor = people(world, "citizen", code)
                yield Candidate(
                    i,
                    piece.end,
                    piece.cut,
                    Made(actor),
                    "ar/actors/people",
                    "people of the state",
                    1,
                    piece.clitics,
                )
        elif piece.cut == 0 and form[0] in "mfa" and _act(scene, i):
            actor = world.states[code].entry.actor
            yield Candidate(
                i, piece.end, 0, Made(actor), "ar/actors/act", f"'{scene.raw(i - 1)}' of the state", 0
            )


def _number(scene: Scene, i: int) -> int:
    """Where the number before token `i` begins; `i` itself where none stands there."""
    start = i
    while start > 0 and scene.near(start - 1) and i - start < _LONGEST_NUMBER:
        word = scene.word(start - 1)
        separator = word in {",", ".", "٬"} and scene.glued(start - 1)
        if not (word.isdecimal() or word in _NUMBER_WORDS or separator):
            break
        start -= 1
    return start if start < i and scene.word(start) not in {",", "."} else i


def _plural_noun(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return (
        scene.arabic(i)
        and scene.near(i)
        and word.endswith(("ين", "ون"))
        and word not in scene.index.parts["ar"].words
    )


def _act(scene: Scene, i: int) -> bool:
    """Whether the noun that the adjective at `i` belongs to is an act or a weapon."""
    if _is_act(scene, i - 1):
        return True
    return _is_act(scene, i - 2) and _describes(scene, i - 1)


def _is_act(scene: Scene, i: int) -> bool:
    if i < 0 or not scene.near(i):
        return False
    acts, word = scene.index.acts, scene.words[i]
    return word in acts or word.lstrip("وبل").removeprefix("ال").removesuffix("ا") in acts


def people(world: World, key: str, code: str) -> Actor:
    """A group of people of a state."""
    slug, name_ar, name_en = _PEOPLE[key]
    state = world.states[code]
    adjective = state.adjectives_ar[0].removeprefix("~") if state.adjectives_ar else ""
    if adjective:
        singular = agreeing(adjective, feminine_noun=False)
        plural_ar, described = (
            f"ال{state.plurals_ar[0]}" if state.plurals_ar else singular + "ون",
            adjective + "ون",
        )
    else:
        plural_ar = f"سكان {state.entry.actor.name_ar}"
        described = f"من {state.entry.actor.name_ar}"
    english = state.adjectives_en[0] if state.adjectives_en else state.entry.actor.name_en
    words = {
        "ar": described,
        "en": english,
        "ar_plural": plural_ar,
        "en_plural": state.plurals_en[0] if state.plurals_en else f"{english} people",
    }
    return Actor(
        f"{slug}-{code}", name_ar.format(**words), name_en.format(**words), ActorKind.GROUP, code.upper()
    )
