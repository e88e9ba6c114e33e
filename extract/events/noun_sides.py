"""Who does it and who undergoes it, by the grammar around a noun: "هجوم حماس على إسرائيل"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.groups import EVENT, groups
from extract.events.sides import Sides, actors_of
from extract.events.unnamed import arabic_phrase
from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.chunk import Chunk, Group
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene
    from extract.events.sense import Sense

_BETWEEN = frozenset({"بين", "between"})
_NEAR = 3


def noun_sides(scene: Scene, clause: Clause, token: int, reading: Reading, following: Clause | None) -> Sides:
    """The sides told right at the noun, and by the clause that says who did it ("شنته حماس")."""
    sense = reading.sense
    after = groups(scene, clause, _last(reading, token) + 1, clause.end)
    sides = Sides(rule="noun")
    owner = _arabic_owner if scene.lexicon.code == "ar" else _english_owner
    owner(scene, clause, (reading, token), after, sides)
    _governed(sense, after, sides)
    if following is not None and not sides.source:
        _told_after(scene, following, sense, sides)
    return sides


def _arabic_owner(
    scene: Scene, clause: Clause, noun: tuple[Reading, int], after: list[Group], sides: Sides
) -> None:
    """Who owns the noun stands right after it: "هجوم حماس", "هجوم روسي", "لقائه نظيره"."""
    reading, token = noun
    first = after[0] if after and after[0].bare and after[0].first <= _last(reading, token) + 2 else None
    if first is None or not first.acts:
        return
    if _possessor_does(scene, clause, reading, first, sides):
        return
    definite = scene.folded[token].startswith(("ال", "وال", "بال", "لل")) or bool(reading.form.suffix)
    adjective = first.chunks[0].adjective
    if reading.form.suffix and not adjective and reading.sense.owner in {"each", "source"}:
        sides.target += [chunk for chunk in first.chunks if chunk.actor is not None]
    if not definite or adjective:
        _give(reading.sense, first.chunks, sides, adjective=adjective)


def _possessor_does(scene: Scene, clause: Clause, reading: Reading, first: Group, sides: Sides) -> bool:
    """As in "قصف إسرائيل منشأة نطنز": with an object behind it, the possessor of the noun does it."""
    if reading.sense.owner not in {"target", "either"} or first.chunks[0].adjective or reading.form.definite:
        return False
    place = scene.chunk_at[first.last + 1] if first.last + 1 < clause.end else None
    if (
        place is not None
        and place.actor is None
        and not place.glue
        and first.chunks[0].place is not place.place
    ):
        sides.source += actors_of(first)
        return True
    target = arabic_phrase(scene, clause, first.last + 1)
    if target is None or scene.folded[target.first].startswith("ال"):
        return False
    sides.source += actors_of(first)
    sides.target += [target]
    sides.rule = "possessor and object of noun"
    return True


def _english_owner(
    scene: Scene, _clause: Clause, noun: tuple[Reading, int], after: list[Group], sides: Sides
) -> None:
    """Who owns the noun stands before it, or after "of"."""
    reading, token = noun
    sense = reading.sense
    for back in range(token - 1, max(token - _NEAR, 0) - 1, -1):
        chunk = scene.chunk_at[back]
        if chunk is None:
            continue
        if scene.folded[max(chunk.first - 2, 0) : chunk.first] == ["anti", "-"]:
            sides.target += [chunk]  # "anti-government protests"
        elif chunk.actor is not None and (chunk.possessive or chunk.adjective or back == token - 1):
            _give(sense, [chunk], sides, adjective=chunk.adjective)
        break
    of = next((g for g in after if g.preps[:1] == ("of",) and EVENT not in g.lead), None)
    if of is not None and of.acts:
        _give(sense, of.chunks, sides, adjective=False, undergoes=sense.type is EventType.ASSAULT)


def _last(reading: Reading, token: int) -> int:
    """The last token of the noun and what its set phrase adds."""
    return token + len(reading.sense.rest)


def _give(
    sense: Sense, chunks: list[Chunk], sides: Sides, *, adjective: bool, undergoes: bool = False
) -> None:
    """The owner's side: a possessor undergoes a killing and does an attack; an adjective does."""
    members = [chunk for chunk in chunks if chunk.actor is not None]
    owner = sense.owner
    if owner == "target" and adjective and not sense.person:
        owner = "source"
    if owner == "either":
        possessor = adjective or chunks[0].place is None or chunks[0].possessive
        owner = "source" if possessor else "target"
    if undergoes:
        owner = "target"
    if owner == "target":
        sides.target += members
    elif owner == "each":
        sides.source += members[:1]
        sides.target += members[1:]
    elif owner == "source":
        sides.source += members
    sides.rule = f"{owner or 'no'} owner of noun"


_MEANS = frozenset({"عبر", "via", "through"})  # how it was told, not whom it was done to


def _governed(sense: Sense, after: list[Group], sides: Sides) -> None:
    seen_event = False
    for group in after:
        seen_event = seen_event or EVENT in group.lead
        if seen_event or not group.acts:
            continue
        if group.agent and not sides.source:
            sides.source += actors_of(group)
        if not group.preps or not _MEANS.isdisjoint(group.told):
            continue
        first = group.preps[-1] if group.preps[-1] in (*sense.whom, *_BETWEEN) else group.preps[0]
        if first in _BETWEEN and not sides.source:
            sides.source += actors_of(group)[:1]
            sides.target += actors_of(group)[1:]
        elif (first in _BETWEEN and not sides.target) or (first in sense.whom and not sides.target):
            sides.target += actors_of(group)
        elif first in sense.who and not sides.source:
            sides.source += actors_of(group)


def _told_after(scene: Scene, clause: Clause, sense: Sense, sides: Sides) -> None:
    """The relative clause of the noun names who did it, and often to whom."""
    if clause.subject is None or not clause.role("does", "claims"):
        return
    sides.source += actors_of(clause.subject)
    after = groups(scene, clause, clause.verb + 1, clause.end)
    if not sides.target:
        _governed(sense, after, sides)
    sides.rule = "relative clause of noun"
