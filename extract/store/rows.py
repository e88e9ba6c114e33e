"""From annotations to rows: what one batch writes into each table."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from extract.model import Actor, Annotation, Count, Document, Event, Evidence, FieldEvidence
from extract.script import fold_search, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_LAST = datetime(9999, 12, 31)  # noqa: DTZ001 - the store's times have no zone
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def rows_of(annotations: Iterable[Annotation], batch: int, added_at: datetime) -> Rows:
    """The rows of one batch, events sorted by when they start (those with no start last)."""
    rows: Rows = {
        name: [] for name in ("documents", "events", "actors", "event_actors", "evidence", "ledger")
    }
    actors: dict[str, Actor] = {}
    for annotation in annotations:
        document = annotation.document
        events = list({event.id: event for event in annotation.events}.values())
        spans = sentences(document.text)
        rows["documents"].append(document_row(document))
        rows["ledger"].append(ledger_row(batch, document.id, added_at, len(events)))
        for event in events:
            rows["events"].append(event_row(event, document, spans, batch))
            rows["event_actors"] += event_actor_rows(event)
            rows["evidence"] += evidence_rows(event)
            actors |= {actor.id: actor for actor in _actors(event)}
    rows["actors"] = [actor_row(actor) for actor in actors.values()]
    rows["events"].sort(key=_by_start)
    return rows


def document_row(document: Document) -> Row:
    published = document.published
    return {
        "id": document.id,
        "title": storable(document.title),
        "text": storable(document.text),
        "language": document.language,
        "url": storable(document.url),
        "source": storable(document.source),
        "published_start": published.start if published else None,
        "published_end": published.end if published else None,
        "published_grain": published.grain.value if published else None,
        "published_from": document.published_from,
    }


def ledger_row(batch: int, document_id: str, added_at: datetime, events: int) -> Row:
    return {
        "batch": batch,
        "document_id": document_id,
        "added_at": added_at,
        "events": events,
        "problem": None,
    }


def event_row(event: Event, document: Document, spans: Sequence[tuple[int, int]], batch: int) -> Row:
    start, end = _sentence(event, spans)
    sentence = storable(document.text[start:end])
    interval, place = event.time.interval, event.place
    return {
        "id": event.id,
        "document_id": event.document_id,
        "type": event.type.value,
        "status": event.status.value,
        "start": interval.start if interval else None,
        "end": interval.end if interval else None,
        "grain": interval.grain.value if interval else None,
        "calendar": interval.calendar.value if interval else None,
        "zone": interval.zone if interval else None,
        "basis": event.time.basis.value,
        "place_id": place.id if place else None,
        "place_name_ar": place.name_ar if place else None,
        "place_name_en": place.name_en if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "place_kind": place.kind if place else None,
        "radius_km": place.radius_km if place else None,
        **_count("killed", event.killed),
        **_count("injured", event.injured),
        "attributed_to": event.attributed_to.id if event.attributed_to else None,
        "sentence": sentence,
        "sentence_start": start,
        "sentence_end": end,
        "trigger": storable(event.triggers[0].quote) if event.triggers else "",
        "search_text": _search_text(event, document, spans),
        "batch": batch,
        "key": key_of(event.id),
    }


def key_of(event_id: str) -> int:
    """The number by which tables join an event: 64 bits of its id's hash."""
    return int.from_bytes(blake2b(event_id.encode(), digest_size=8).digest(), signed=True)


def actor_row(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name_ar": actor.name_ar,
        "name_en": actor.name_en,
        "kind": actor.kind.value,
        "country": actor.country,
    }


def event_actor_rows(event: Event) -> list[Row]:
    return [
        {
            "event_id": event.id,
            "ordinal": ordinal,
            "actor_id": participant.actor.id,
            "role": participant.role.value,
            "start": participant.evidence.start if participant.evidence else None,
            "end": participant.evidence.end if participant.evidence else None,
            "event_key": key_of(event.id),
        }
        for ordinal, participant in enumerate(event.participants)
    ]


def evidence_rows(event: Event) -> list[Row]:
    return [
        {
            "event_id": event.id,
            "ordinal": ordinal,
            "field": told.field,
            "document_id": told.evidence.document_id,
            "start": told.evidence.start,
            "end": told.evidence.end,
            "quote": storable(told.evidence.quote),
            "rule": told.evidence.rule,
        }
        for ordinal, told in enumerate(_whole_evidence(event))
    ]


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character becomes the sign for one, so offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _whole_evidence(event: Event) -> list[FieldEvidence]:
    """All that the event rests on, told once: its triggers and participants too."""
    claims: list[tuple[str, Evidence | None]] = [
        *((told.field, told.evidence) for told in event.evidence),
        *(("type", trigger) for trigger in event.triggers),
        *((f"{part.role.value}:{part.actor.id}", part.evidence) for part in event.participants),
    ]
    told_once = dict.fromkeys(claim for claim in claims if claim[1] is not None)
    return [FieldEvidence(field, evidence) for field, evidence in told_once if evidence is not None]


def _count(name: str, count: Count | None) -> Row:
    return {f"{name}_min": count.low if count else None, f"{name}_max": count.high if count else None}


def _actors(event: Event) -> list[Actor]:
    actors = [participant.actor for participant in event.participants]
    return [*actors, event.attributed_to] if event.attributed_to else actors


def _search_text(event: Event, document: Document, spans: Sequence[tuple[int, int]]) -> str:
    names = [name for actor in _actors(event) for name in (actor.name_ar, actor.name_en)]
    if event.place:
        names += [event.place.name_ar, event.place.name_en]
    told = dict.fromkeys(_span_at(trigger.start, spans) for trigger in event.triggers)
    texts = [storable(document.text[start:end]) for start, end in told]
    return fold_search(" ".join([*texts, *dict.fromkeys(names), storable(document.title)]))


def _sentence(event: Event, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Of the sentences with a trigger, the first that tells the most of the event's fields."""
    if not event.triggers:
        return 0, 0
    fields: dict[tuple[int, int], set[str]] = {
        _span_at(trigger.start, spans): set() for trigger in event.triggers
    }
    for told in event.evidence:
        fields.get(_span_at(told.evidence.start, spans), set()).add(told.field)
    return max(fields, key=lambda span: (len(fields[span]), -span[0]))


def _span_at(offset: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if not spans:
        return 0, 0
    return spans[max(bisect_right(spans, (offset, float("inf"))) - 1, 0)]


def _by_start(row: Row) -> tuple[datetime, str]:
    return row["start"] or _LAST, row["id"]
