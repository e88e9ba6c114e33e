"""What the nouns of a clause tell: one draft for each noun of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.continuing import continues
from extract.events.drafting import Place, drafted
from extract.events.grounds import grounded
from extract.events.more_sides import Telling, add_sides
from extract.events.noun_sides import noun_sides
from extract.events.noun_status import noun_status
from extract.events.word import Tag
from extract.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.clauses import Clause
    from extract.events.draft import Draft
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene

_NEAR = 9  # words within which it is told what was won
# A noun with the article after these only names what is known, unless it tells who took part.
_POINTING = frozenset({"after 'في'", "after 'in'", "after its preposition"})


def noun_drafts(scene: Scene, place: Place) -> list[Draft]:
    """What the nouns of a clause tell, in order."""
    clause = place.clause
    found: list[Draft] = []
    skip = -1
    words = clause.words[clause.first - clause.base : clause.end - clause.base]
    for token, word in enumerate(words, clause.first):
        if word.tag is not Tag.NOUN or token <= skip:
            continue
        reading, last = _noun_reading(scene, clause, token, word.readings)
        if reading is None or (reading.sense.must == "ballot" and not _ballot(scene, clause, token)):
            continue
        skip = last
        draft = _noun(scene, place, reading, token, last)
        if draft is not None:
            found.append(draft)
    return found


def _ballot(scene: Scene, clause: Clause, token: int) -> bool:
    """What was won is an election, no match: its noun stands a few words further."""
    return any(
        r.sense.type is EventType.ELECTION and not r.sense.rest and r.sense.must != "ballot"
        for each in range(token + 1, min(token + _NEAR, clause.end))
        for r in scene.lexicon.read(scene.folded[each])
    )


def _noun_reading(
    scene: Scene, clause: Clause, token: int, readings: Sequence[Reading]
) -> tuple[Reading | None, int]:
    best: Reading | None = None
    size, last = -1, token
    for reading in readings:
        rest = reading.sense.rest
        spent = continues(scene, token + 1, rest) if rest else 0
        if rest and (not spent or token + 1 + spent > clause.end):
            continue
        if len(rest) > size:
            best, size, last = reading, len(rest), token + spent
    return best, last


def _noun(scene: Scene, place: Place, reading: Reading, token: int, last: int) -> Draft | None:
    clause = place.clause
    told_by = place.following if _told_by(scene, clause, place.following, token) else None
    ground = grounded(scene, clause, told_by, reading, token)
    verdict = noun_status(
        scene, place.sentence, clause, token, told=ground.startswith("light"), sense=reading.sense
    )
    if verdict.status is None:
        scene.note(f"rejected {scene.words(token, last)}: {verdict.why}")
        return None
    sides = noun_sides(scene, clause, token, reading, told_by)
    ground = add_sides(scene, clause, Telling(reading, ground, token), sides, verdict)
    draft = drafted(scene, place, reading, (token, last), sides, verdict)
    draft.noun = True
    draft.told_by = told_by
    pointing = reading.form.definite and ground in _POINTING
    known = bool(sides.source or sides.target) or not pointing
    draft.grounded = (bool(ground) and known) or reading.sense.speaker
    draft.definite = reading.form.definite or bool(reading.form.suffix) or _pointed_at(scene, token)
    draft.rule = ground or draft.rule
    return draft


def _pointed_at(scene: Scene, token: int) -> bool:
    """A word before the noun points at what is known: "the attack", "these protests"."""
    pointing = scene.lexicon.words.pointing
    return any(form in pointing for form in scene.folded[max(token - 2, 0) : token])


def _told_by(scene: Scene, clause: Clause, following: Clause | None, token: int) -> bool:
    """The next clause says of this noun who did it: "الهجوم الذي شنته", "هجوم نفذه"."""
    if following is None or following.kind not in {"relative", "bare", "reduced"}:
        return False
    if following.kind == "bare" and scene.folded[token].lstrip("وف").startswith("ال"):
        return False  # only a noun without the article is followed so
    between = range(token + 1, clause.end)
    if any(clause.word(each).tag is Tag.NOUN or _named(scene, each) for each in between):
        return False
    return following.role("does", "occurs", "claims")


def _named(scene: Scene, token: int) -> bool:
    chunk = scene.chunk_at[token]
    return chunk is not None and chunk.actor is not None and chunk.place is None
