"""Makes the event of a happening: its sides, time, place, numbers, each with its words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extract.events.chronology import dated
from extract.events.unnamed import UNNAMED
from extract.events.where import PHYSICAL
from extract.model import (
    ActorKind,
    Basis,
    Count,
    Event,
    EventTime,
    EventType,
    Evidence,
    FieldEvidence,
    Participant,
    Role,
    Status,
)

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.happening import Happening
    from extract.events.scene import Scene


_ALONE = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.ELECTION})


def build(scene: Scene, happening: Happening) -> Event | None:
    """The event; None where nobody takes part in what needs somebody."""
    drafts = happening.drafts
    sources, targets = _sides(happening)
    if not _stands(scene, happening, sources, targets):
        return None
    timed = dated(happening) or drafts[0]
    placed = _place(drafts)
    status = _status(drafts)
    killed, killed_words = _count(drafts, "killed")
    injured, injured_words = _count(drafts, "injured")
    speaker = _speaker(drafts, status)
    marked = next((d.status_evidence for d in drafts if d.status is status and d.status_evidence), None)
    told = {
        "time": timed.time_evidence,
        "place": placed.place_evidence if placed else None,
        "killed": killed_words,
        "injured": injured_words,
        "attributed_to": _words(scene, speaker, "attributed_to") if speaker else None,
        "status": marked if status is not Status.HAPPENED else None,
    }
    evidence = [FieldEvidence("type", draft.trigger) for draft in drafts]
    evidence += _participant_evidence(scene, sources, "source")
    evidence += _participant_evidence(scene, targets, "target")
    evidence += [FieldEvidence(name, words) for name, words in told.items() if words is not None]
    participants = _participants(scene, sources, Role.SOURCE) + _participants(scene, targets, Role.TARGET)
    return Event(
        _id(scene, happening, sources, targets),
        scene.document.id,
        happening.type,
        status,
        timed.time or EventTime(None, Basis.NONE),
        tuple(draft.trigger for draft in drafts),
        placed.place if placed else None,
        tuple(participants),
        killed,
        injured,
        speaker.actor if speaker is not None else None,
        tuple(evidence),
    )


def _speaker(drafts: list[Draft], status: Status) -> Chunk | None:
    """Who says so, where nobody tells it plainly."""
    speakers = [draft.attributed for draft in drafts if draft.attributed and draft.attributed.actor]
    plain = status is Status.HAPPENED and len(speakers) < len(drafts)
    return speakers[0] if speakers and not plain else None


def _sides(happening: Happening) -> tuple[list[Chunk], list[Chunk]]:
    """Each actor once, on the side where it was told first; a name makes the unnamed superfluous."""
    sources = _distinct(happening.source)
    targets = _distinct(happening.target)
    if happening.type is EventType.CONSULT:
        known = {chunk.actor.id for chunk in sources if chunk.actor}
        targets = [chunk for chunk in targets if chunk.actor and chunk.actor.id not in known] or targets
        first = {chunk.actor.id for chunk in happening.drafts[0].target if chunk.actor}
        if len(sources) > 1:
            sources = [c for c in sources if c.actor and (c.actor.id not in first)] or sources
            targets = _distinct(happening.drafts[0].target + targets)
    persons = {c.actor.country for c in (*sources, *targets) if c.actor and c.actor.kind is ActorKind.PERSON}
    if happening.type is EventType.CONSULT:
        targets = [c for c in targets if not _stands_for(c, persons)] or targets
    ids = {chunk.actor.id for chunk in sources if chunk.actor}
    kept = [chunk for chunk in targets if chunk.actor and chunk.actor.id not in ids]
    return sources, kept or ([] if ids else targets)


def _stands_for(chunk: Chunk, countries: set[str]) -> bool:
    """A state whose own people met is not one more who was there."""
    return (
        chunk.actor is not None
        and chunk.actor.kind is ActorKind.STATE
        and chunk.actor.country in countries - {""}
    )


def _distinct(chunks: list[Chunk]) -> list[Chunk]:
    found: dict[str, Chunk] = {}
    for chunk in chunks:
        if chunk.actor is not None:
            found.setdefault(chunk.actor.id, chunk)
    named = [c for c in found.values() if c.actor and c.actor.kind is not ActorKind.GROUP]
    if named and any(c.people for c in found.values()):
        return (
            [c for c in found.values() if not (c.people and c.actor and c.actor.kind is ActorKind.GROUP)]
            if len(named) < len(found)
            else list(found.values())
        )
    return list(found.values())


def _stands(scene: Scene, happening: Happening, sources: list[Chunk], targets: list[Chunk]) -> bool:
    first = happening.drafts[0]
    if happening.status is Status.HYPOTHETICAL and not (sources and targets):
        scene.note(f"rejected '{first.trigger.quote}': only possible, and nobody named on both sides")
        return False
    if happening.type in _ALONE:
        return True
    if any(chunk.people != UNNAMED for chunk in (*sources, *targets)):
        return True
    told = any(d.place is not None or d.killed or d.injured for d in happening.drafts)
    if (
        sources or targets
    ):  # of things alone ("a virus attacks the cells") an event tells its day or its place
        return told or any(d.time is not None and d.time.basis is Basis.STATED for d in happening.drafts)
    if told and happening.type in PHYSICAL and not first.sense.must:
        return True
    scene.note(f"rejected '{first.trigger.quote}': nobody takes part")
    return False


def _place(drafts: list[Draft]) -> Draft | None:
    placed = [draft for draft in drafts if draft.place is not None]
    direct = [d for d in placed if d.place_evidence and not d.place_evidence.rule.endswith("attacked_state")]
    return min(direct or placed, key=lambda d: d.place.radius_km, default=None)  # type: ignore[union-attr]


def _status(drafts: list[Draft]) -> Status:
    told = [draft.status for draft in drafts if draft.grounded] or [drafts[0].status]
    return Status.HAPPENED if Status.HAPPENED in told else told[0]


def _count(drafts: list[Draft], what: str) -> tuple[Count | None, Evidence | None]:
    """The last telling wins where all are plain; the first where they are of one sentence."""
    told = [
        (getattr(d, what), getattr(d, f"{what}_evidence")) for d in drafts if getattr(d, what) is not None
    ]
    return max(told, key=lambda each: each[0].low or each[0].high or 0) if told else (None, None)


def _words(scene: Scene, chunk: Chunk, rule: str) -> Evidence:
    return Evidence.at(scene.document, chunk.start, chunk.end, f"{scene.lexicon.code}/events/{rule}")


def _participant_evidence(scene: Scene, chunks: list[Chunk], side: str) -> list[FieldEvidence]:
    return [
        FieldEvidence(f"{side}:{c.actor.id}", _words(scene, c, side)) for c in chunks if c.actor is not None
    ]


def _participants(scene: Scene, chunks: list[Chunk], role: Role) -> list[Participant]:
    return [Participant(role, c.actor, _words(scene, c, role.value)) for c in chunks if c.actor is not None]


def _id(scene: Scene, happening: Happening, sources: list[Chunk], targets: list[Chunk]) -> str:
    sides = (
        ",".join(sorted(c.actor.id for c in sources if c.actor)),
        ",".join(sorted(c.actor.id for c in targets if c.actor)),
    )
    first = min(draft.trigger.start for draft in happening.drafts)
    whole = f"{scene.document.id}\0{happening.type}\0{first}\0{sides[0]}\0{sides[1]}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
