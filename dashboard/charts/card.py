"""The card of one event: the words that say each field, in their place, and how its date was reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from dash import html

from dashboard.charts import others
from dashboard.charts.excerpt import excerpts, style
from dashboard.palette import family
from dashboard.press import unseen
from dashboard.telling import count, day, name, span
from dashboard.telling import time as told_time
from dashboard.words import has, number, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Actor, Count, Document, Event, Evidence
    from extract.store import Store

_AREAS = frozenset({"country", "region", "sea"})


class Rows(NamedTuple):
    """One event and the article that tells it; None where nobody knows such an event."""

    event: Event | None
    document: Document | None
    others: list[others.Other]


def rows(store: Store, event_id: str) -> Rows:
    """The event with this id."""
    event = store.event(event_id) if event_id else None
    document = store.document(event.document_id) if event else None
    return Rows(event, document, others.rows(store, event_id) if event else [])


def figure(of: Rows, lang: str, calendar: str = "") -> list[Any]:
    """The card, or that there is no such event."""
    event, document, tellings = of
    if event is None or document is None:
        return [html.P(word(lang, "card.none"), className="quiet")]
    return [
        _head(event, lang),
        html.Section(excerpts(event, document, lang), className="words"),
        html.Dl(list(_fields(event, document, lang, calendar)), className="fields"),
        _origin(document, lang, calendar),
        *others.figure(tellings, event, lang, calendar),
    ]


def picked(*, closed: bool) -> str:
    """What closing the card puts into the URL."""
    return "id=" if closed else ""


def safe(url: str) -> str:
    """A link that may be followed: only http and https, else none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


def _head(event: Event, lang: str) -> html.Div:
    return html.Div(
        [
            html.Span(
                [html.Span(className=f"swatch {family(event.type)}"), word(lang, f"type.{event.type}")]
            ),
            html.Span(word(lang, f"status.{event.status}"), className=f"tag {event.status}"),
        ],
        className="card-head",
    )


def _fields(event: Event, document: Document, lang: str, calendar: str) -> Iterator[Any]:
    yield from _field("time", _when(event, document, lang, calendar), event, lang)
    for role in ("source", "target"):
        for part in event.participants:
            if part.role == role:
                yield from _field(f"{role}:{part.actor.id}", [_actor(part.actor, lang)], event, lang)
    yield from _field("place", _where(event, lang), event, lang)
    for field, told in (("killed", event.killed), ("injured", event.injured)):
        if told is not None:
            yield from _field(field, [_count(told, lang)], event, lang)
    if event.attributed_to is not None:
        yield from _field("attributed_to", [_actor(event.attributed_to, lang)], event, lang)
    yield from _field("type", [word(lang, f"type.{event.type}")], event, lang)
    yield from _field("status", [word(lang, f"status.{event.status}")], event, lang)


def _field(field: str, value: list[Any], event: Event, lang: str) -> Iterator[Any]:
    plain = field.partition(":")[0]
    yield html.Dt(word(lang, f"field.{plain}"))
    quotes = [_quote(told.evidence, plain) for told in event.evidence if told.field == field]
    yield html.Dd(
        [html.Div(value, className="value"), *([html.Div(quotes, className="quotes")] if quotes else [])]
    )


def _quote(evidence: Evidence, field: str) -> html.Q:
    return html.Q(evidence.quote, className=f"mark {style(field)}", dir="auto", title=evidence.rule)


def _actor(actor: Actor, lang: str) -> html.Span:
    told = {"name_ar": actor.name_ar, "name_en": actor.name_en, "id": actor.id}
    key = f"kind.{actor.kind}"
    kind = f" ({word(lang, key)})" if has(lang, key) else ""
    return html.Span([html.Bdi(name(told, lang)), html.Span(kind, className="quiet")])


def _count(told: Count, lang: str) -> str:
    return count(told.low, told.high, lang)


def _where(event: Event, lang: str) -> list[Any]:
    if event.place is None:
        return [html.Span(word(lang, "card.no_place"), className="quiet")]
    place = event.place
    told = name({"name_ar": place.name_ar, "name_en": place.name_en, "id": place.id}, lang)
    area = place.kind in _AREAS and place.radius_km
    note = word(lang, "card.area", n=number(round(place.radius_km))) if area else ""
    return [html.Bdi(told), *([html.Div(note, className="note")] if note else [])]


def _when(event: Event, document: Document, lang: str, calendar: str) -> list[Any]:
    interval = event.time.interval
    row = {
        "start": interval and interval.start,
        "end": interval and interval.end,
        "grain": interval and interval.grain,
        "basis": event.time.basis,
    }
    told = told_time(row, lang, calendar)
    quote = next((one.evidence.quote for one in event.evidence if one.field == "time"), "")
    basis = str(event.time.basis)
    if basis in {"stated", "inherited"}:
        key = f"card.{basis}" if quote else f"card.{basis}_plain"
        notes = [word(lang, key, quote=f"\u2068{quote}\u2069", date=told)]
    else:
        notes = [word(lang, "card.bounded" if basis == "bounded" else "card.undated", date=told)]
    if interval is not None:
        if basis != "bounded":  # its limits are no words of the text
            notes.append(word(lang, "card.grain", unit=word(lang, f"grain.{interval.grain}")))
        notes += [word(lang, "card.hijri")] if interval.calendar == "hijri" else []
        notes += (
            [word(lang, "card.anchor", date=_published(document, lang, calendar))]
            if document.published
            else []
        )
    return [told, html.Div(" ".join(notes), className="note")]


def _published(document: Document, lang: str, calendar: str) -> str:
    published = document.published
    if published is None or published.start is None:
        return word(lang, "when.none")
    return (
        span(published.start, published.end, lang, calendar)
        if published.end
        else day(published.start, lang, calendar)
    )


def _origin(document: Document, lang: str, calendar: str) -> html.Div:
    link = safe(document.url)
    title = document.title or document.source or word(lang, "card.read")
    head = (
        html.A(
            [title, unseen(html.Span(" ↗"))],
            href=link,
            target="_blank",
            rel="noopener noreferrer nofollow",
        )
        if link
        else html.Strong(title)
    )
    when = (
        word(lang, "card.published", date=_published(document, lang, calendar))
        if document.published
        else word(lang, "card.undated_article")
    )
    if has(lang, f"published_from.{document.published_from}"):
        when = f"{when} ({word(lang, f'published_from.{document.published_from}')})"
    return html.Div(
        [
            html.Div(head, dir="auto"),
            html.Div([html.Bdi(document.source), " · " if document.source else "", when], className="quiet"),
        ],
        className="origin",
    )
