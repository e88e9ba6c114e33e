"""JSON lines in, JSON lines out: the form in which other programs use the extraction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orjson

from extract.errors import ExtractError, InputError
from extract.model import Document
from extract.readers.sidecar import Sidecar, told_about

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from extract.model import (
        Actor,
        ActorMention,
        Annotation,
        Count,
        Event,
        Evidence,
        Participant,
        Place,
        TimeExpression,
        Toponym,
    )

_TOLD = ("language", "published", "title", "url")
Json = dict[str, Any]


def answers(lines: Iterable[bytes], only: Collection[str]) -> Iterator[Json]:
    """An answer to every line that is not blank, in order; one with "error" to a line that cannot be used."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number, only)


def parts(only: str) -> frozenset[str]:
    """The parts that a list such as "dates,places" names."""
    from extract.pipeline.annotating import checked  # noqa: PLC0415

    return checked({name.strip() for name in only.split(",")})


def encode(answer: Json) -> bytes:
    """One line. Half a character, which UTF-8 cannot hold, leaves as it came: escaped."""
    try:
        return orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)
    except (TypeError, ValueError):
        return json.dumps(answer, ensure_ascii=True).encode() + b"\n"


def _answer(line: bytes, number: int, only: Collection[str]) -> Json:
    from extract.pipeline.adding import defect  # noqa: PLC0415
    from extract.pipeline.annotating import annotate  # noqa: PLC0415

    asked: Any = None
    try:
        asked = _parsed(line)
        document = _document(asked)
        return {"id": asked["id"], **answer_of(annotate(document, only=only), only)}
    except ExtractError as error:
        return _refused(asked, f"line {number}: {error}")
    except Exception as error:  # noqa: BLE001 - one line must not cost the others; it is told, not hidden
        return _refused(asked, f"line {number}: {defect(error)}")


def _refused(asked: Any, reason: str) -> Json:
    return {"id": asked.get("id") if isinstance(asked, dict) else None, "error": reason}


def _parsed(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except ValueError:
        pass
    try:  # more patient: takes half a character (\ud83d), as cut-off posts hold it
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f'is not JSON ({error}); a line is an object like {{"id": "1", "text": "..."}}'
        raise InputError(message) from error


def _document(asked: Any) -> Document:
    if not isinstance(asked, dict):
        message = (
            f'is no object but {type(asked).__name__}; a line is an object like {{"id": "1", "text": "..."}}'
        )
        raise InputError(message)
    if asked.get("id") is None or isinstance(asked["id"], (dict, list)):
        message = 'has no "id"; give each line one, it is how you find its answer'
        raise InputError(message)
    text = asked.get("text")
    if text is None:
        raise InputError('has no "text"; give the words of the article')
    if not isinstance(text, str):
        message = f'"text" must be the words of the article in quotes, not {type(text).__name__}'
        raise InputError(message)
    told: Sidecar = told_about({key: asked.get(key) for key in _TOLD}, "the line")
    return Document.of(
        text,
        title=told.title,
        language=told.language,
        url=told.url,
        published=told.published,
        published_from="given" if told.published else "",
    )


def answer_of(annotation: Annotation, only: Collection[str]) -> Json:
    """The parts that were asked for, in the shape that docs/data-format.md describes."""
    parts: Json = {
        "dates": [_date(one) for one in annotation.dates],
        "places": [_toponym(one) for one in annotation.places],
        "actors": [_mention(one) for told in annotation.actors for one in with_inside(told)],
        "events": [_event(one) for one in annotation.events],
    }
    return {name: found for name, found in parts.items() if name in only}


def _span(evidence: Evidence | None) -> Json:
    if evidence is None:
        return {"start": None, "end": None}
    return {"start": evidence.start, "end": evidence.end}


def _words(evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end, "text": evidence.quote}


def _date(found: TimeExpression) -> Json:
    interval = found.interval
    return {
        **_words(found.evidence),
        "from": interval.start_iso if interval else None,
        "to": interval.end_iso if interval else None,
        "grain": interval.grain.value if interval else None,
        "rule": found.evidence.rule,
    }


def _toponym(found: Toponym) -> Json:
    return {**_words(found.evidence), "place": _place(found.place)}


def with_inside(found: ActorMention) -> list[ActorMention]:
    """The mention and whom it names besides, in the order of the text."""
    return sorted([found, *found.inside], key=lambda one: (one.name or (one.evidence.start, 0))[0])


def _mention(found: ActorMention) -> Json:
    """The name alone where the mention holds one, else the whole phrase: "فلاديمير بوتين", but "الرئيس الروسي"."""
    if found.name is None:
        return {**_words(found.evidence), "actor": _actor(found.actor)}
    (start, end), first = found.name, found.evidence.start
    words = found.evidence.quote[start - first : end - first]
    return {"start": start, "end": end, "text": words, "actor": _actor(found.actor)}


def _event(event: Event) -> Json:
    interval = event.time.interval
    return {
        "id": event.id,
        "type": event.type.value,
        "status": event.status.value,
        "triggers": [_span(trigger) for trigger in event.triggers],
        "participants": [_participant(one) for one in event.participants],
        "time": {
            "from": interval.start_iso if interval else None,
            "to": interval.end_iso if interval else None,
            "grain": interval.grain.value if interval else None,
            "basis": event.time.basis.value,
        },
        "place": _place(event.place),
        "killed": _count(event.killed),
        "injured": _count(event.injured),
        "evidence": [
            {"field": said.field, **_words(said.evidence), "rule": said.evidence.rule}
            for said in event.evidence
        ],
    }


def _participant(participant: Participant) -> Json:
    return {
        "role": participant.role.value,
        **_span(participant.evidence),
        "actor": _actor(participant.actor),
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "id": place.id,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "kind": place.kind,
        "radius_km": place.radius_km,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name_ar": actor.name_ar,
        "name_en": actor.name_en,
        "kind": actor.kind.value,
        "country": actor.country,
    }


def _count(count: Count | None) -> Json | None:
    return {"min": count.low, "max": count.high} if count else None
