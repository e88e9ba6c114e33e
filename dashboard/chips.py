"""What is shown now, in words: the count, a chip for each filter that is set, and what of the URL was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard import queries
from dashboard.filters import NO_PLACE
from dashboard.press import labelled, press, unseen
from dashboard.telling import asked, country, is_country, name, span
from dashboard.words import counted, number, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.filters import Filters
    from dashboard.queries import Row, Totals
    from dashboard.url import Notice
    from extract.store import Store


def chips(store: Store, filters: Filters, lang: str) -> list[Any]:
    """One button for each filter that is set; pressing it lets the filter go."""
    told = (
        [_chip("put", "from=", word(lang, "filter.since", date=asked(filters.since, lang)), lang)]
        if filters.since
        else []
    )
    if filters.until:
        told.append(_chip("put", "to=", word(lang, "filter.until", date=asked(filters.until, lang)), lang))
    if filters.sure:
        told.append(_chip("put", "sure=", word(lang, "filter.sure"), lang))
    actors = queries.actors(store, filters.actors)
    told += [_chip("toggle", f"actor={id_}", _named(actors, id_, lang), lang) for id_ in filters.actors]
    told += [_chip("toggle", f"type={one}", word(lang, f"type.{one}"), lang) for one in filters.types]
    places = queries.place_names(store, filters.places)
    told += [_chip("toggle", f"place={id_}", place_label(places, id_, lang), lang) for id_ in filters.places]
    told += [_chip("toggle", f"status={one}", word(lang, f"status.{one}"), lang) for one in filters.statuses]
    if filters.bbox is not None:
        told.append(_chip("put", "bbox=", word(lang, "filter.box"), lang))
    if filters.q:
        told.append(_chip("put", "q=", word(lang, "filter.quoted", q=f"\u2068{filters.q}\u2069"), lang))
    if len(told) > 1:
        told.append(press(word(lang, "filter.clear"), does="loosen", value="all", style="plain"))
    return told


def summary(of: Totals, whole: Totals, lang: str, calendar: str = "") -> list[Any]:
    """How many events, from how many articles, over which time."""
    count = counted(lang, "count.events", of.events)
    parts: list[Any] = [html.Strong(count, className="big", **_attributes(events=str(of.events)))]
    if of.events != whole.events:
        parts.append(" " + word(lang, "count.of", n=number(whole.events)))
    if of.events:
        articles = counted(lang, "count.documents", of.documents)
        parts.append(" " + word(lang, "count.from", documents=articles))
    if of.first is not None and of.last is not None and of.first < of.last:
        parts.append(html.Span(span(of.first, of.last, lang, calendar), className="reach"))
    if of.undated:
        parts.append(html.Span(counted(lang, "count.undated", of.undated), className="reach"))
    return parts


def notices(told: Sequence[Notice], store: Store, filters: Filters, lang: str) -> list[Any]:
    """What of the URL was left out, and the actors and places that nobody here knows."""
    lines = [word(lang, f"notice.{one.reason}", name=one.name, value=one.value) for one in told]
    known = queries.actors(store, filters.actors)
    lines += [word(lang, "notice.no_actor", value=id_) for id_ in filters.actors if id_ not in known]
    places = queries.place_names(store, filters.places)
    lines += [
        word(lang, "notice.no_place", value=id_)
        for id_ in filters.places
        if id_ != NO_PLACE and id_ not in places and not is_country(id_)
    ]
    return [html.P(line, className="notice", role="alert", dir="auto") for line in lines]


def place_label(places: dict[str, Row], id_: str, lang: str) -> str:
    """A place of the filters in words: its name, a country by its code, or that none is told."""
    if id_ == NO_PLACE:
        return word(lang, "filter.no_place")
    if id_ in places:
        return name(places[id_], lang)
    return country(id_, lang) if is_country(id_) else id_


def _named(actors: dict[str, Row], id_: str, lang: str) -> str:
    return name(actors[id_], lang) if id_ in actors else id_


def _chip(does: str, value: str, text: str, lang: str) -> Any:
    chip = press([html.Bdi(text), unseen(html.Span("✕"))], does=does, value=value, style="chip")
    return labelled(chip, word(lang, "filter.remove", what=text))


def _attributes(**values: str) -> dict[str, Any]:
    return {f"data-{key}": value for key, value in values.items()}
