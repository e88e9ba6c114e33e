"""The tables of a store, told once: the database, the batches and the questions are all made from these."""

from __future__ import annotations

import ibis

VERSION = 3  # raised whenever a table changes
MIGRATED = 2  # the version that is brought up to this one, after a copy of the file was made

# "!" marks what is always there. Times are as the text tells them, without a zone; `zone` names one it names.
TABLES: dict[str, ibis.Schema] = {
    "documents": ibis.schema(
        {
            "id": "!string",
            "title": "!string",
            "text": "!string",
            "language": "!string",
            "url": "!string",
            "source": "!string",
            "published_start": "timestamp(6)",
            "published_end": "timestamp(6)",
            "published_grain": "string",
            "published_from": "!string",
        }
    ),
    "events": ibis.schema(
        {
            "id": "!string",
            "document_id": "!string",
            "type": "!string",
            "status": "!string",
            "start": "timestamp(6)",
            "end": "timestamp(6)",
            "grain": "string",
            "calendar": "string",
            "zone": "string",
            "basis": "!string",
            "place_id": "string",
            "place_name_ar": "string",
            "place_name_en": "string",
            "lat": "float64",
            "lon": "float64",
            "country": "string",
            "place_kind": "string",
            "radius_km": "float64",
            "killed_min": "int64",
            "killed_max": "int64",
            "injured_min": "int64",
            "injured_max": "int64",
            "attributed_to": "string",
            "sentence": "!string",
            "sentence_start": "!int32",
            "sentence_end": "!int32",
            "trigger": "!string",
            "search_text": "!string",
            "batch": "!int64",
            "key": "!int64",  # of the id: numbers join several times faster than text
        }
    ),
    "actors": ibis.schema(
        {"id": "!string", "name_ar": "!string", "name_en": "!string", "kind": "!string", "country": "!string"}
    ),
    "event_actors": ibis.schema(
        {
            "event_id": "!string",
            "ordinal": "!int32",
            "actor_id": "!string",
            "role": "!string",
            "start": "int32",
            "end": "int32",
            "event_key": "!int64",
        }
    ),
    "evidence": ibis.schema(
        {
            "event_id": "!string",
            "ordinal": "!int32",
            "field": "!string",
            "document_id": "!string",
            "start": "!int32",
            "end": "!int32",
            "quote": "!string",
            "rule": "!string",
        }
    ),
    # Events that several articles tell: one row for each that another, the lead, tells better.
    "happenings": ibis.schema(
        {
            "event_id": "!string",
            "event_key": "!int64",
            "lead_id": "!string",  # the event that tells it best: the one that is shown
            "lead_key": "!int64",
            "why": "!string",  # what it shares with the lead, for people
        }
    ),
    "corrections": ibis.schema(
        {
            "number": "!int32",
            "kind": "!string",  # merge, split, undo
            "event_id": "!string",
            "other": "!string",
            "made_at": "!timestamp(6)",
        }
    ),
    "ledger": ibis.schema(
        {
            "batch": "!int64",
            "document_id": "!string",
            "added_at": "!timestamp(6)",
            "events": "!int32",
            "problem": "string",
        }
    ),
}

ABOUT = "about_this_store"
ABOUT_SCHEMA = ibis.schema({"version": "!int32", "key": "!string", "created_at": "!timestamp(6)"})
