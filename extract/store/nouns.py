"""From rows back to the nouns: what was written is what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.model import (
    Actor,
    ActorKind,
    Basis,
    Calendar,
    Count,
    Document,
    Event,
    EventTime,
    EventType,
    Evidence,
    FieldEvidence,
    Grain,
    Interval,
    Participant,
    Place,
    Role,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = dict[str, Any]


def document_of(row: Row) -> Document:
    published = None
    if row["published_grain"]:
        published = Interval(row["published_start"], row["published_end"], Grain(row["published_grain"]))
    return Document(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        language=row["language"],
        url=row["url"],
        source=row["source"],
        published=published,
        published_from=row["published_from"],
    )


def actor_of(row: Row) -> Actor:
    return Actor(row["id"], row["name_ar"], row["name_en"], ActorKind(row["kind"]), row["country"])


def event_of(row: Row, parts: Sequence[Row], told: Sequence[Row], actors: Mapping[str, Actor]) -> Event:
    """The event of an `events` row, its `event_actors` and its `evidence`, both in order."""
    evidence = tuple(FieldEvidence(one["field"], _evidence(one)) for one in told)
    return Event(
        id=row["id"],
        document_id=row["document_id"],
        type=EventType(row["type"]),
        status=Status(row["status"]),
        time=EventTime(_interval(row), Basis(row["basis"])),
        triggers=tuple(one.evidence for one in evidence if one.field == "type"),
        place=_place(row),
        participants=tuple(_participant(part, evidence, actors) for part in parts),
        killed=_count(row, "killed", evidence),
        injured=_count(row, "injured", evidence),
        attributed_to=actors[row["attributed_to"]] if row["attributed_to"] else None,
        evidence=evidence,
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(row["document_id"], row["start"], row["end"], row["quote"], row["rule"])


def _interval(row: Row) -> Interval | None:
    if row["grain"] is None:
        return None
    return Interval(row["start"], row["end"], Grain(row["grain"]), Calendar(row["calendar"]), row["zone"])


def _place(row: Row) -> Place | None:
    if row["place_id"] is None:
        return None
    return Place(
        id=row["place_id"],
        name_ar=row["place_name_ar"],
        name_en=row["place_name_en"],
        lat=row["lat"],
        lon=row["lon"],
        country=row["country"],
        kind=row["place_kind"],
        radius_km=row["radius_km"],
    )


def _count(row: Row, name: str, evidence: Sequence[FieldEvidence]) -> Count | None:
    low, high = row[f"{name}_min"], row[f"{name}_max"]
    told = low is not None or high is not None or any(one.field == name for one in evidence)
    return Count(low, high) if told else None


def _participant(part: Row, evidence: Sequence[FieldEvidence], actors: Mapping[str, Actor]) -> Participant:
    field = f"{part['role']}:{part['actor_id']}"
    words = (
        one.evidence
        for one in evidence
        if one.field == field and (one.evidence.start, one.evidence.end) == (part["start"], part["end"])
    )
    return Participant(Role(part["role"]), actors[part["actor_id"]], next(words, None))
