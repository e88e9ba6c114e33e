"""What a chart needs of the store: the only questions that the page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import ibis
from ibis import _

from dashboard.asking import Question, ask, once, several, slot
from dashboard.filters import without
from dashboard.kept import about
from dashboard.selection import selected
from dashboard.shown import PAGE_ROWS, Row, actor_book, dated, named, page
from dashboard.units import UNITS, index

if TYPE_CHECKING:
    from datetime import datetime

    from dashboard.filters import Filters
    from extract.store import Store

__all__ = ["PAGE_ROWS", "Bin", "Row", "Totals", "dated", "page"]
MOST_CHOICES = 300  # of a filter: those that more events have come first


class Totals(NamedTuple):
    """How many events there are, how many with no date told, and the days that the others reach."""

    events: int
    undated: int
    documents: int
    first: datetime | None
    last: datetime | None


class Bin(NamedTuple):
    """One step of the timeline: events that surely lie in it, and those that may."""

    step: int
    sure: int
    possible: int


def totals(store: Store, filters: Filters) -> Totals:
    """How many events the filters choose, and the time that they reach over."""
    (row,) = about(store, filters, Question(_totals))
    return Totals(**row)


def undated(store: Store, filters: Filters) -> int:
    """Events with no date told that the other filters choose: no window of time holds them."""
    return totals(store, without(filters, "time")).undated


def bins(store: Store, filters: Filters, unit: str, first: int, last: int) -> list[Bin]:
    """For each step of `unit` from `first` to `last`: an event counts wherever it may have been."""
    rows = about(store, filters, Question(_bins, (unit,)), {"first": first, "last": last})
    size = last - first + 1
    sure, change = [0] * size, [0] * (size + 1)
    for row in rows:
        if row["sure"]:
            sure[row["low"] - first] += row["events"]
        else:
            change[row["low"] - first] += row["events"]
            change[row["high"] - first + 1] -= row["events"]
    steps, possible = [], 0
    for number in range(size):
        possible += change[number]
        steps.append(Bin(first + number, sure[number], possible))
    return steps


def span(unit: str, of: Totals, filters: Filters) -> tuple[int, int]:
    """The first and last step of `unit` that the timeline shows."""
    start, end = filters.window
    first, last = start or of.first, end or of.last
    assert first is not None  # noqa: S101 - only dated events are drawn
    assert last is not None  # noqa: S101
    return index(first, unit), index(last, unit, end=True)


def facet(store: Store, filters: Filters, group: str) -> list[Row]:
    """The choices of a filter and how many events each has under all the other filters."""
    others = without(filters, group)
    if group == "places":
        return _places(store, others)
    if group == "actors":
        counted = about(store, others, Question(_actor_facet))
        return [{**row, **named(store, row["id"])} for row in counted]
    return about(store, others, Question(_facet, ({"types": "type", "statuses": "status"}[group],)))


def countries(store: Store, filters: Filters) -> list[Row]:
    """The countries of the places told, counted without the filter of places."""
    return about(store, without(filters, "places"), Question(_countries))


def places(store: Store, filters: Filters) -> list[Row]:
    """One row a place: where it is, how far it reaches and how many events it holds; none is no row."""
    return [row for row in _places(store, filters) if row["id"] is not None]


def unplaced(store: Store, filters: Filters) -> int:
    """How many of the events tell no place."""
    return sum(row["events"] for row in _places(store, filters) if row["id"] is None)


def actors(store: Store, ids: tuple[str, ...]) -> dict[str, Row]:
    """Actors by id, for their names."""
    return {id_: actor_book(store)[id_] for id_ in ids if id_ in actor_book(store)}


def place_names(store: Store, ids: tuple[str, ...]) -> dict[str, Row]:
    """Places by id, for their names."""
    if not ids:
        return {}
    return {row["id"]: row for row in ask(store, Question(_place_names), {"ids": ids})}


def _places(store: Store, filters: Filters) -> list[Row]:
    """How many events each place holds, most first. What is known of a place is read once for all states."""
    key = (store.revision, _places, filters.asks)
    return cast("list[Row]", once(key, lambda: _counted_places(store, filters)))


def _counted_places(store: Store, filters: Filters) -> list[Row]:
    counted = about(store, filters, Question(_facet, ("place_id",)))
    book = cast("dict[str | None, Row]", once((store.revision, _place_book), lambda: _book(store)))
    return [{**book[row["id"]], **row} for row in counted]


def _book(store: Store) -> dict[str | None, Row]:
    return {row["id"]: row for row in ask(store, Question(_place_book), {})}


def _totals(_tables: Any) -> Any:
    return selected().aggregate(
        events=_.count(),
        undated=_.count(where=_.grain.isnull()),
        documents=_.document_id.nunique(),
        first=ibis.coalesce(_.start, _.end).min(),
        last=ibis.coalesce(_.end, _.start).max(),
    )


def _bins(_tables: Any, unit: str) -> Any:
    number = UNITS[unit].number
    first, last = slot("first", "int64"), slot("last", "int64")
    told = selected().filter(_.grain.notnull())
    low, high = number(told.start), number(told.end - ibis.interval(seconds=1))
    return (
        told.select(
            low=low.fill_null(first).clip(first, last),
            high=high.fill_null(last).clip(first, last),
            sure=(low == high).fill_null(False),  # noqa: FBT003
        )
        .group_by("low", "high", "sure")
        .aggregate(events=_.count())
    )


def _facet(_tables: Any, column: str) -> Any:
    counted = selected().group_by(id=_[column]).aggregate(events=_.count())
    return counted.order_by(ibis.desc("events"), "id")


def _place_book(tables: Any) -> Any:
    return tables.events.group_by(id=_.place_id).aggregate(
        name_ar=_.place_name_ar.arbitrary(),
        name_en=_.place_name_en.arbitrary(),
        lat=_.lat.arbitrary(),
        lon=_.lon.arbitrary(),
        country=_.country.arbitrary(),
        kind=_.place_kind.arbitrary(),
        radius_km=_.radius_km.arbitrary(),
    )


def _countries(_tables: Any) -> Any:
    found = selected().filter(_.country.notnull() & (_.country != ""))
    return (
        found.group_by(id=_.country.lower()).aggregate(events=_.count()).order_by(ibis.desc("events"), "id")
    )


def _actor_facet(tables: Any) -> Any:
    parts, told, chosen = tables.event_actors, tables.happenings, selected()
    own = parts.filter(parts.event_key.isin(chosen.key)).select("actor_id", key="event_key")
    led = told.filter(told.lead_key.isin(chosen.key))
    others = parts.join(led, parts.event_key == led.event_key).select("actor_id", key="lead_key")
    both = ibis.union(own, others.cast(own.schema()))
    counted = both.group_by(id=both.actor_id).aggregate(events=both.key.nunique())
    return counted.order_by(ibis.desc("events"), "id").limit(MOST_CHOICES)


def _place_names(tables: Any) -> Any:
    found = tables.events.filter(tables.events.place_id.isin(several("ids", "string")))
    return found.group_by(id=_.place_id).aggregate(
        name_ar=_.place_name_ar.arbitrary(), name_en=_.place_name_en.arbitrary()
    )
