"""The sides of an English verb: subject before it, object after it, "by" in the passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.groups import groups
from extract.events.sides import VICTIMS, Sides, actors_of, divided, object_of, of_event, start_of
from extract.events.word import Tag

if TYPE_CHECKING:
    from extract.events.chunk import Group
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene

_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s"})
_ONE = frozenset({"a", "an"})
_OBJECTS = frozenset({Tag.ARTICLE, Tag.NAME, Tag.NOUN})
_HAVING = frozenset({"have", "has", "had"})


def english_sides(scene: Scene, clause: Clause, reading: Reading, inherited: Group | None) -> Sides:
    """The sides of the clause's verb; `inherited` is who would be its subject if none is told."""
    begin = start_of(clause)
    before = groups(scene, clause, begin, clause.verb) if begin < clause.verb else []
    after = groups(scene, clause, clause.verb + 1, clause.end)
    ahead = [g for g in before if g.bare and g.acts and not of_event(g) and not g.chunks[-1].possessive]
    if clause.kind == "reduced":
        subject, rule = inherited, "participle"
    elif ahead:
        subject, rule = ahead[-1], "subject before verb"
    else:
        subject, rule = inherited, "subject carried on"
    agent = next((group for group in after if group.agent), None)
    bare = [group for group in after if group.bare and not _region(scene, group)]
    if _passive(scene, clause, reading, subject, after):
        return Sides(actors_of(agent), actors_of(subject), "passive", subject)
    sides = divided(reading.sense.subject, subject, object_of(reading, bare, after), agent, rule)
    if (
        clause.kind == "relative"
        and clause.opener >= 0
        and scene.folded[clause.opener] == "whom"
        and not sides.target
    ):
        sides.target = actors_of(inherited)
    sides.reached = any(g.preps[:1] in {("in",), ("at",)} and g.chunks[0].place is not None for g in after)
    sides.struck = any(g.bare and g.chunks[0].place is not None for g in after)
    return sides


def _region(scene: Scene, group: Group) -> bool:
    """As in "in Tillaberi, Niger": after a comma a place says where the one before lies."""
    return scene.folded[group.first - 1] == "," and group.chunks[0].place is not None


def _passive(
    scene: Scene,
    clause: Clause,
    reading: Reading,
    subject: Group | None,
    after: list[Group],
) -> bool:
    bare = any(group.bare for group in after)
    if reading.form.mood not in {Mood.PAST, Mood.PARTICIPLE}:
        return False
    if clause.kind == "reduced" or (after and after[0].agent and not bare):
        return True
    auxiliary = _auxiliary(scene, clause)
    if auxiliary:
        return auxiliary in _BEING
    following = clause.verb + 1
    governs = following < clause.end and (
        clause.word(following).tag in _OBJECTS or scene.folded[following] in _ONE
    )
    if reading.sense.counts and subject is not None and not bare and not governs:
        return subject.chunks[0].people in VICTIMS
    return False


def _auxiliary(scene: Scene, clause: Clause) -> str:
    """The form of "be" or "have" that stands right before the verb."""
    token = clause.verb - 1
    while token >= clause.first:
        form = scene.folded[token]
        if form in _BEING or form in _HAVING:
            return form
        if clause.word(token).tag not in {Tag.PARTICLE, Tag.AUXILIARY} and not form.endswith("ly"):
            return ""
        token -= 1
    return ""
