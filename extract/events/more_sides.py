"""Sides of a noun's event that stand elsewhere in its clause: with its verb, in a claim, an accusation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.events.continuing import variants
from extract.events.grounds import DENIED, carries, own_doing
from extract.events.groups import groups
from extract.events.sides import VICTIMS, Sides, actors_of
from extract.events.word import Tag
from extract.model import EventType, Status
from extract.script import fold

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene
    from extract.events.verdict import Verdict


class Telling(NamedTuple):
    """A noun in its clause: its reading, why it tells a happening, its token."""

    reading: Reading
    ground: str
    token: int


def add_sides(scene: Scene, clause: Clause, telling: Telling, sides: Sides, verdict: Verdict) -> str:
    """Add what the clause says of the sides; why the noun tells a happening after that."""
    reading, ground, token = telling
    _accused(clause, ground, sides, verdict)
    _light_sides(clause, reading, ground, sides)
    _adjunct_sides(clause, reading, ground, sides)
    _denied_sides(scene, clause, telling, sides)
    if _claims(scene, clause, token, sides, verdict):
        ground = ground or "claimed"
    if reading.sense.speaker and not sides.source:
        _speaks(scene, clause, token, sides)
    return ground


def _speaks(scene: Scene, clause: Clause, token: int, sides: Sides) -> None:
    """Who says that another has a right supports it: "X said that Y has the right to"."""
    said = clause.parent is not None and clause.parent.role("says")
    if said and clause.parent is not None:
        sides.source, sides.target = actors_of(clause.parent.subject), actors_of(clause.subject)
        return
    sides.source = actors_of(clause.subject)
    bearers = [g for g in groups(scene, clause, clause.first, token, through=True) if g.told[-1:] == ("ل",)]
    sides.target = sides.target or (actors_of(bearers[-1]) if bearers else [])


def _light_sides(clause: Clause, reading: Reading, ground: str, sides: Sides) -> None:
    if ground in {"planned by its verb", "carried by a noun"} and not sides.source:
        sides.source = [c for c in actors_of(clause.subject) if c not in sides.target]
    if not ground.startswith("light"):
        return
    subject, sense = actors_of(clause.subject), reading.sense
    announced = clause.role("says") and (sense.type in _HAPPENS_TO or sense.person)
    if ground.endswith(("does", "plans")) and not announced:
        sides.source = sides.source if sides.source and sense.owner == "source" and not subject else subject
        if sense.type in _MUTUAL and len(sides.source) > 1 and not sides.target:
            sides.source, sides.target = sides.source[:1], sides.source[1:]
    elif ground.endswith("undergoes"):
        sides.source = [chunk for chunk in sides.source if chunk not in subject]
        sides.target = subject


_HAPPENS_TO = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER, EventType.ELECTION})
_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def _adjunct_sides(clause: Clause, reading: Reading, ground: str, sides: Sides) -> None:
    """Who did it is the subject of the verb beside: "they poured in in an attack on"."""
    if (
        ground not in {"after 'في'", "after 'in'", "after its preposition"}
        or sides.source
        or clause.undergoes
    ):
        return
    statement = clause.fired is not None and clause.fired.sense.type not in _HAPPENS_TO
    if statement or reading.form.definite or reading.sense.owner not in {"source", "either"}:
        return
    doers = [c for c in actors_of(clause.subject) if c.people not in VICTIMS]
    if not any(chunk.actor in [c.actor for c in sides.target] for chunk in doers):
        sides.source = doers


def _claims(scene: Scene, clause: Clause, token: int, sides: Sides, verdict: Verdict) -> bool:
    """Who claims it is said to have done it: "أعلنت مسؤوليتها عن الهجوم"."""
    if not 0 <= clause.verb < token or not any(_claimed_by(scene, clause, r, token) for r in clause.readings):
        return False
    sides.source = sides.source or actors_of(clause.subject)
    if verdict.status is Status.HAPPENED:
        verdict.status = Status.CLAIMED
        verdict.attributed = next(iter(sides.source), None)
    return bool(sides.source)


def _claimed_by(scene: Scene, clause: Clause, reading: Reading, end: int) -> bool:
    """The words of the claim stand in order after the verb; its subject may come between."""
    first = fold(reading.sense.word)
    for phrase in scene.lexicon.words.claimed.get(first, ()):
        rest = scene.folded[clause.verb + 1 : end]
        if all(any(form in variants(scene.lexicon.code, word) for form in rest) for word in phrase[1:]):
            return True
    return False


def _denied_sides(scene: Scene, clause: Clause, telling: Telling, sides: Sides) -> None:
    """Who denies its own doing is whom the text says that it was told of."""
    if telling.ground != DENIED or sides.source:
        return
    between = range(clause.verb + 1, telling.token)
    plain = all(clause.word(each).tag in {Tag.NAME, Tag.DATE, Tag.ARTICLE} for each in between)
    if own_doing(scene, clause, telling.token) or carries(scene, telling.token - 1) or plain:
        sides.source = [c for c in actors_of(clause.subject) if c not in sides.target]


def _accused(clause: Clause, ground: str, sides: Sides, verdict: Verdict) -> None:
    """Who is accused is said to have done it: "اتهم حركة الشباب بتنفيذ الهجوم"."""
    fired = clause.fired
    if fired is None or fired.sense.type is not EventType.ACCUSE or sides.source or not clause.object:
        return
    if ground in {"carried by a noun", "after its preposition", "after 'for'", "after 'of'"}:
        sides.source = list(clause.object)
        verdict.status = Status.CLAIMED
        verdict.attributed = next(iter(actors_of(clause.subject)), None)
