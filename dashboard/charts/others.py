"""The other articles that tell the same happening: their words, where they differ, and why they are taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dash import html

from dashboard.press import press
from dashboard.telling import count, name
from dashboard.telling import time as told_time
from dashboard.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Event
    from extract.store import Store

# How a reason begins, and the word for it.
REASONS = {
    "the same day": "day",
    "times that overlap": "time",
    "the same sides": "sides",
    "the same place": "place",
    "one place inside": "inside",
    "the same number": "number",
    "the same sentence": "sentence",
    "merged by": "hand",
}


class Other(NamedTuple):
    """Another telling: its event, the name of its article, and what it shares with the best told."""

    event: Event
    title: str
    why: str


def rows(store: Store, event_id: str) -> list[Other]:
    """Every other telling of the happening, the best told first."""
    found = []
    for id_, why in store.happening(event_id):
        event = store.event(id_) if id_ != event_id else None
        document = store.document(event.document_id) if event else None
        if event is not None and document is not None:
            found.append(Other(event, document.source or document.title or document.id, why))
    return found


def figure(others: list[Other], shown: Event, lang: str, calendar: str) -> list[Any]:
    """Nothing where no other article tells it."""
    if not others:
        return []
    items = [html.Li(_item(other, shown, lang, calendar)) for other in others]
    return [html.Section([html.H3(word(lang, "card.also")), html.Ul(items)], className="others")]


def _item(other: Other, shown: Event, lang: str, calendar: str) -> list[Any]:
    quote = next((trigger.quote for trigger in other.event.triggers), "")
    label = [html.Bdi(other.title), " · ", html.Q(quote, dir="auto")]
    parts: list[Any] = [press(label, does="put", value=f"id={other.event.id}", style="plain")]
    differs = list(_differences(other.event, shown, lang, calendar))
    if differs:
        parts.append(html.Div(" · ".join(differs), className="differs"))
    reasons = [key for part in other.why.split("; ") for key in _reason(part)]
    if reasons:
        told = ("، " if lang == "ar" else ", ").join(word(lang, f"card.same_{key}") for key in reasons)
        parts.append(html.Div(word(lang, "card.same", reasons=told), className="note"))
    return parts


def _reason(part: str) -> Iterator[str]:
    return (key for start, key in REASONS.items() if part.startswith(start))


def _differences(event: Event, shown: Event, lang: str, calendar: str) -> Iterator[str]:
    """What this one tells otherwise than the one that is shown, side by side with nothing chosen."""
    if event.time != shown.time:
        interval = event.time.interval
        row = {
            "start": interval and interval.start,
            "end": interval and interval.end,
            "grain": interval and interval.grain,
            "basis": event.time.basis,
        }
        yield f"{word(lang, 'field.time')}: {told_time(row, lang, calendar)}"
    if event.status is not shown.status:
        yield f"{word(lang, 'field.status')}: {word(lang, f'status.{event.status}')}"
    if event.place is not None and event.place != shown.place:
        place = {"name_ar": event.place.name_ar, "name_en": event.place.name_en, "id": event.place.id}
        yield f"{word(lang, 'field.place')}: {name(place, lang)}"
    for field in ("killed", "injured"):
        told = getattr(event, field)
        if told is not None and told != getattr(shown, field):
            yield f"{word(lang, f'field.{field}')}: {count(told.low, told.high, lang)}"
