"""Who does it and who undergoes it, by the grammar around a verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.groups import EVENT
from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.chunk import Chunk, Group
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading

VICTIMS = frozenset({"people", "civilians", "men", "women", "children", "dead", "wounded", "students", "workers", "farmers", "migrants", "refugees", "journalists", "prisoners", "hostages", "suspects", "activists", "doctors", "teachers"})  # fmt: skip
PASSIVE_TYPES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.ELECTION})
# Types whose two sides stand in one subject: "X and Y met".
_MUTUAL = frozenset(
    {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT, EventType.ASSAULT}
)


@dataclass(slots=True)
class Sides:
    """The chunks of both sides, and the rule that found them."""

    source: list[Chunk] = field(default_factory=list)
    target: list[Chunk] = field(default_factory=list)
    rule: str = ""
    subject: Group | None = None
    struck: bool = False  # a place is the plain object: "قصف إدلب"
    reached: bool = False  # a place stands after "to"


def actors_of(group: Group | None) -> list[Chunk]:
    return [chunk for chunk in group.chunks if chunk.actor is not None] if group else []


def start_of(clause: Clause) -> int:
    """The first token of a clause that its opener does not take."""
    return clause.first if clause.opener < clause.first else clause.opener + 1


def of_event(group: Group) -> bool:
    """The group belongs to a noun that tells an event, not to the verb."""
    return EVENT in group.lead


def object_of(reading: Reading, bare: list[Group], after: list[Group]) -> Group | None:
    """The group that the verb governs: a plain object, or after one of its prepositions."""
    whom = reading.sense.whom
    if "" in whom:
        for group in bare:
            if group.acts:
                return group
    for nearest in (slice(-1, None), slice(1)):  # the one that governs the name, then the outermost
        for preposition in whom:
            for group in after:
                if preposition and preposition in group.preps[nearest] and group.acts and not of_event(group):
                    return group
    for group in after:
        if group.acts and any(each in whom for each in group.told if each) and not group.agent:
            return group
    return None


def divided(way: str, subject: Group | None, objects: Group | None, agent: Group | None, rule: str) -> Sides:
    """The sides of an active verb, by what its lemma makes of its subject."""
    sources, targets = actors_of(subject), actors_of(objects)
    if way == "target":
        return Sides(actors_of(agent), sources, "subject undergoes", subject)
    if way == "none":
        return Sides([], [], rule, subject)
    if way == "each" and not targets and len(sources) > 1:
        return Sides(sources[:1], sources[1:], rule + ", each other", subject)
    return Sides(sources, targets, rule, subject)
