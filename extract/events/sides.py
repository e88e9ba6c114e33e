"""Who does it and who undergoes it, by the grammar around a verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.groups import EVENT, groups
from extract.events.tagging import Tag
from extract.model import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.events.chunk import Chunk, Group
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene
    from extract.events.sense import Sense

VICTIMS = frozenset({"people", "civilians", "men", "women", "children", "dead", "wounded", "students", "workers", "farmers", "migrants", "refugees", "journalists", "prisoners", "hostages", "suspects", "activists", "doctors", "teachers"})  # fmt: skip
_PASSIVE_TYPES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.ELECTION})
_DAMMA = "\u064f"


@dataclass(slots=True)
class Sides:
    """The chunks of both sides, and the rule that found them."""

    source: list[Chunk] = field(default_factory=list)
    target: list[Chunk] = field(default_factory=list)
    rule: str = ""
    subject: Group | None = None


def actors_of(group: Group | None) -> list[Chunk]:
    return [chunk for chunk in group.chunks if chunk.actor is not None] if group else []


def verb_sides(scene: Scene, clause: Clause, reading: Reading, inherited: Group | None) -> Sides:
    """The sides of a verb's event; `inherited` is who would be its subject if none is told."""
    if scene.lexicon.code == "ar":
        return _arabic(scene, clause, reading, inherited)
    return _english(scene, clause, reading, inherited)


def _start(clause: Clause) -> int:
    return clause.first if clause.opener < clause.first else clause.opener + 1


def _arabic(scene: Scene, clause: Clause, reading: Reading, inherited: Group | None) -> Sides:
    sense, form = reading.sense, reading.form
    begin = _start(clause)
    before = groups(scene, clause, begin, clause.verb, through=True) if begin < clause.verb else []
    after = groups(scene, clause, clause.verb + 1, clause.end)
    ahead = [group for group in before if group.bare and group.acts and not _of_event(group)]
    bare = [group for group in after if group.bare and not (group.chunks[0].adjective and group.gap)]
    agent = next((group for group in after if group.agent), None)
    passive = (
        form.passive is True
        or _marked_passive(scene, clause)
        or (agent is not None and not ahead and len(bare) < 2)
    )
    subject = ahead[-1] if ahead else None
    rule = "subject before verb"
    if subject is None:
        subject, bare, rule = _arabic_subject(clause, reading, bare, after, inherited)
        if subject is not None and not passive and subject is not inherited:
            passive = _passive_by_sense(scene, clause, reading, subject, bare)
    if passive and sense.whom[:1] == ("",) and sense.subject == "source":
        return Sides(actors_of(agent), actors_of(subject), "passive", subject)
    objects = _objects(reading, bare, after)
    if (
        form.suffix
        and objects is None
        and inherited is not None
        and inherited is not subject
        and "" in sense.whom
    ):
        objects = inherited
    return _divided(sense.subject, subject, objects, agent, rule)


def _of_event(group: Group) -> bool:
    """The group belongs to a noun that tells an event, not to the verb."""
    return EVENT in group.lead


def _arabic_subject(
    clause: Clause, reading: Reading, bare: list[Group], after: list[Group], inherited: Group | None
) -> tuple[Group | None, list[Group], str]:
    form, sense = reading.form, reading.sense
    follows = next((group for group in bare if not _of_event(group)), None)
    rest = [group for group in bare if group is not follows]
    if clause.kind == "relative" and inherited is not None and not form.suffix:
        return inherited, bare, "relative clause"
    if follows is None:
        return inherited, bare, "subject carried on"
    if inherited is not None and not rest and "" in sense.whom and not form.suffix:
        continues = (
            reading.glued[:1] in {"و", "ف"}
            or clause.kind in {"and", "purpose", "bare"}
            or clause.kind == "complement"
        )
        if continues and _disagrees(form.gender, form.number, follows):
            return inherited, bare, "subject carried on"
    if clause.kind == "purpose" and inherited is not None and "" in sense.whom:
        return inherited, bare, "subject carried on"
    if not follows.acts:
        return inherited, bare, "subject carried on"
    if (
        inherited is not None
        and sense.must == "pair"
        and clause.kind in _CONTINUED
        and _alone(sense, bare, after)
    ):
        return inherited, bare, "subject carried on"
    return follows, rest, "verb before subject"


_CONTINUED = frozenset({"and", "bare", "relative", "subordinate", "purpose"})


def _alone(sense: Sense, bare: list[Group], after: list[Group]) -> bool:
    """Only one name follows, so it is whom the one spoken of met."""
    return (
        len(bare) == 1 and "" in sense.whom and not any(set(group.preps) & set(sense.whom) for group in after)
    )


def _disagrees(gender: str, number: int, group: Group) -> bool:
    if number == 3:  # noqa: PLR2004  a verb before its subject stands in the singular
        return True
    feminine = group.chunks[0].feminine
    if feminine is None:
        return gender == "f" and not group.chunks[0].plural
    return feminine != (gender == "f") and not group.chunks[0].plural


def _marked_passive(scene: Scene, clause: Clause) -> bool:
    raw = scene.document.text[scene.starts[clause.verb] : scene.ends[clause.verb]]
    return _DAMMA in raw[:5]


def _passive_by_sense(
    scene: Scene, clause: Clause, reading: Reading, subject: Group, bare: list[Group]
) -> bool:
    """ "قتل خمسة مدنيين في ...": nobody left for the verb to be done to."""
    sense = reading.sense
    if sense.type not in _PASSIVE_TYPES or sense.whom[:1] != ("",) or bare or reading.form.suffix:
        return False
    chunk = subject.chunks[0]
    if chunk.people in VICTIMS:
        return True
    following = subject.last + 1
    if following >= clause.end:
        return True
    return clause.word(following).tag not in {Tag.OTHER, Tag.NOUN}


def _objects(reading: Reading, bare: list[Group], after: list[Group]) -> Group | None:
    """The group that the verb governs: a plain object, or after one of its prepositions."""
    whom = reading.sense.whom
    if "" in whom:
        for group in bare:
            if group.acts:
                return group
    for preposition in whom:
        for group in after:
            if preposition and preposition in group.preps[:1] and group.acts and not _of_event(group):
                return group
    for group in after:
        if group.acts and any(each in whom for each in group.told if each) and not group.agent:
            return group
    return None


def _divided(way: str, subject: Group | None, objects: Group | None, agent: Group | None, rule: str) -> Sides:
    sources, targets = actors_of(subject), actors_of(objects)
    if way == "target":
        return Sides(actors_of(agent), sources, "subject undergoes", subject)
    if way == "none":
        return Sides([], [], rule, subject)
    if way == "each" and not targets and len(sources) > 1:
        return Sides(sources[:1], sources[1:], rule + ", each other", subject)
    return Sides(sources, targets, rule, subject)


def _english(scene: Scene, clause: Clause, reading: Reading, inherited: Group | None) -> Sides:
    sense = reading.sense
    begin = _start(clause)
    before = groups(scene, clause, begin, clause.verb) if begin < clause.verb else []
    after = groups(scene, clause, clause.verb + 1, clause.end)
    bare_before = [
        group
        for group in before
        if group.bare and group.acts and not _of_event(group) and not group.chunks[-1].possessive
    ]
    subject = bare_before[-1] if bare_before else None
    rule = "subject before verb"
    if subject is None and clause.kind != "reduced":
        subject, rule = inherited, "subject carried on"
    if clause.kind == "reduced":
        subject, rule = inherited, "participle"
    agent = next((group for group in after if group.agent), None)
    bare = [group for group in after if group.bare]
    if _english_passive(scene, clause, reading, subject, after, bare):
        return Sides(actors_of(agent), actors_of(subject), "passive", subject)
    objects = _objects(reading, bare, after)
    return _divided(sense.subject, subject, objects, agent, rule)


def _english_passive(
    scene: Scene,
    clause: Clause,
    reading: Reading,
    subject: Group | None,
    after: list[Group],
    bare: list[Group],
) -> bool:
    if reading.form.mood not in {Mood.PAST, Mood.PARTICIPLE}:
        return False
    if clause.kind == "reduced" or (after and after[0].agent and not bare[:1]):
        return True
    token = clause.verb - 1
    while token >= clause.first and (
        clause.word(token).tag in {Tag.PARTICLE, Tag.AUXILIARY} or scene.folded[token].endswith("ly")
    ):
        if scene.folded[token] in {"is", "are", "was", "were", "be", "been", "being", "am", "'s"}:
            return True
        if scene.folded[token] in {"have", "has", "had"}:
            return False
        token -= 1
    if reading.sense.counts and subject is not None and not bare:
        return subject.chunks[0].people in VICTIMS
    return False


def flat(chunks: Iterable[Chunk]) -> list[str]:
    """For people: the words of some chunks."""
    return [chunk.actor.name_en for chunk in chunks if chunk.actor]
