"""Finds English offices, bodies and peoples: "Russian President Vladimir Putin", "Ukraine's army", "three Israelis"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.actors.bodies import body
from extract.actors.candidate import Candidate, Made, Office
from extract.actors.groups import office_of, people
from extract.actors.offices import holder_at, known_person, office_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene


# Before an office these make it another one's: "his secretary of state".
_OTHER_PEOPLES = frozenset(
    {"his", "her", "their", "its", "our", "my", "your", "a", "an", "as", "every", "any", "no"}
)
_LONGEST = 8
# What a phrase of this module begins with.
_BEGINNINGS = ("modifier", "deputy", "adjective", "state", "actor", "capital", "office", "body")


@dataclass(slots=True)
class _Phrase:
    """What stands before a head noun: "the former Israeli"."""

    start: int
    end: int
    of: str = ""
    owner: int = -1  # the token at which the country or organisation begins
    organisation: bool = False
    possessive: bool = False
    modifiers: set[str] = field(default_factory=set)


def find_english(scene: Scene) -> Iterator[Candidate]:
    """Noun phrases with an office, a body or a people as head."""
    done = 0
    for i in scene.positions(*_BEGINNINGS):
        if scene.scripts[i] or i < done:
            continue
        phrase = _before_head(scene, i)
        found = list(_headed(scene, phrase))
        yield from found
        done = max((c.end for c in found), default=0)


def _before_head(scene: Scene, i: int) -> _Phrase:
    """Read modifiers and one country or organisation, in any order."""
    phrase = _Phrase(i, i)
    while phrase.end < scene.size and phrase.end - i < _LONGEST:
        at = phrase.end
        modifier = scene.first(at, "modifier", "deputy")
        if modifier is not None:
            phrase.modifiers.add(modifier.tag.value)
            phrase.end = modifier.end + (1 if scene.word(modifier.end) == "-" else 0)
            continue
        owner = None if phrase.of else _owner(scene, at)
        if owner is None:
            break
        phrase.owner = at
        phrase.of, phrase.end, phrase.organisation, phrase.possessive = owner
    return phrase


def _owner(scene: Scene, i: int) -> tuple[str, int, bool, bool] | None:
    """A state's adjective, or a state or an organisation with or without 's."""
    for piece in scene.find(i, "adjective", "state", "actor", "capital"):
        end, possessive = piece.end, False
        if scene.word(end) in {"'", "’"} and scene.word(end + 1) == "s" and scene.glued(end - 1):
            end, possessive = end + 2, True
        if piece.tag.kind == "adjective" and piece.tag.form.endswith("plural"):
            continue
        if piece.tag.kind == "actor":
            if scene.index.world.entries[piece.tag.value].type == "person":
                continue
            return piece.tag.value, end, True, possessive
        if piece.tag.kind == "capital" and not possessive:
            continue
        return piece.tag.value.removeprefix("state-"), end, False, possessive
    return None


def _headed(scene: Scene, phrase: _Phrase) -> Iterator[Candidate]:
    at = phrase.end
    office = scene.first(at, "office")
    if office is not None and office.tag.form == "en":
        yield from _office(scene, phrase, office)
        return
    if phrase.of and not phrase.organisation:
        yield from _of_state(scene, phrase)
    elif not phrase.of:
        yield from _body_of(scene, phrase)
        yield from _office_of_person(scene, phrase.start)


def _office(scene: Scene, phrase: _Phrase, office: Piece) -> Iterator[Candidate]:
    end = _complement(scene, phrase, office.end)
    if scene.word(end) == "-" and scene.word(end + 1) == "elect":
        phrase.modifiers.add("elect")
        end += 2
    holder, end, name = holder_at(scene, end)
    if holder is not None:  # "King Abdullah of Jordan"
        end = _complement(scene, phrase, end)
    before = scene.word(phrase.start - 1)
    if holder is None and phrase.of and before in {"a", "an"}:  # one of several, not the holder
        yield from _one_official(scene, phrase, end)
    elif holder is None and not phrase.of and (phrase.modifiers or before in _OTHER_PEOPLES):
        return
    else:
        key = office_key(office.tag.value, organisation=phrase.organisation)
        key = f"deputy-{key}" if "deputy" in phrase.modifiers else key
        target = Office(key, phrase.of, frozenset(phrase.modifiers), holder)
        score = 4 if holder else 3 if phrase.of else 0
        yield Candidate(phrase.start, end, 0, target, "en/actors/office", score=score, name=name)


def _complement(scene: Scene, phrase: _Phrase, end: int) -> int:
    """Read "of France" or "of Hezbollah" into the phrase; the token after it."""
    after = 0 if phrase.of else _link(scene, end)
    for piece in scene.find(after, "state", "actor") if after else ():
        if piece.tag.kind == "state" or scene.index.world.entries[piece.tag.value].type != "person":
            phrase.of = piece.tag.value.removeprefix("state-")
            phrase.organisation = piece.tag.kind == "actor"
            return piece.end
    return end


def _one_official(scene: Scene, phrase: _Phrase, end: int) -> Iterator[Candidate]:
    if not phrase.organisation and phrase.of in scene.index.world.states:
        actor = people(scene.index.world, "official", phrase.of)
        yield Candidate(phrase.start, end, 0, Made(actor), "en/actors/people", "one of its officials", 3)


def _link(scene: Scene, i: int) -> int:
    """The token after "of", "of the", "for" at `i`; 0 where none stands there."""
    link = scene.first(i, "link")
    return link.end if link is not None and link.tag.form == "en" else 0


def _of_state(scene: Scene, phrase: _Phrase) -> Iterator[Candidate]:
    """A body, a side or people after a state's adjective or name with 's."""
    world = scene.index.world
    for piece in scene.find(phrase.end, "body", "side", "people", "act"):
        kind = piece.tag.kind
        if kind == "people" and scene.capital(piece.start):
            continue  # "Qatar National Day"
        state = world.states.get(phrase.of)
        if state is None:
            return
        if kind == "body":
            actor = body(world, piece.tag.value, phrase.of)
        elif kind == "people":
            actor = people(world, piece.tag.value, phrase.of)
        else:
            actor = state.entry.actor
        end = phrase.end if kind == "act" else piece.end
        if kind == "act" and phrase.possessive:
            end -= 2
        start = phrase.owner if kind == "act" else phrase.start
        yield Candidate(start, end, 0, Made(actor), f"en/actors/{kind}", score=1 if kind == "act" else 3)
        return
    if scene.first(phrase.start, "adjective") is None:
        return
    yield from _plural(scene, phrase.start)


def _plural(scene: Scene, i: int) -> Iterator[Candidate]:
    for piece in scene.find(i, "adjective"):
        if piece.tag.form == "en-plural":
            actor = people(scene.index.world, "citizen", piece.tag.value)
            yield Candidate(i, piece.end, 0, Made(actor), "en/actors/people", score=2)


def _body_of(scene: Scene, phrase: _Phrase) -> Iterator[Candidate]:
    """For example "the army of Syria", and a people told by its plural."""
    yield from _plural(scene, phrase.start)
    for piece in scene.find(phrase.end, "body"):
        after = _link(scene, piece.end)
        state = scene.first(after, "state") if after else None
        if state is not None and piece.tag.form == "en":
            actor = body(scene.index.world, piece.tag.value, state.tag.value.removeprefix("state-"))
            yield Candidate(phrase.start, state.end, 0, Made(actor), "en/actors/body", score=3)
            return


def _office_of_person(scene: Scene, i: int) -> Iterator[Candidate]:
    """For example "Netanyahu's office", "the Biden administration"."""
    found = known_person(scene, i)
    if found is None:
        return
    at = found[1] + (2 if scene.word(found[1]) == "'" and scene.word(found[1] + 1) == "s" else 0)
    piece = scene.first(at, "office-of")
    if piece is None or (piece.tag.value == "office" and at == found[1]):
        return
    world = scene.index.world
    person = world.entries[found[0].ids[0]].actor
    if piece.tag.value == "government" and person.country.lower() in world.states:
        actor = body(world, "government", person.country.lower())
    else:
        actor = office_of(person)
    yield Candidate(i, piece.end, 0, Made(actor), "en/actors/office_of", f"of {person.name_en}", 3)
