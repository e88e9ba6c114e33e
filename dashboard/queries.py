"""What a chart needs of the store: the only questions that the page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
from ibis import _

from dashboard import selection
from dashboard.asking import Question, ask, slot
from dashboard.filters import without
from dashboard.units import UNITS, index

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dashboard.filters import Filters
    from extract.store import Store

Row = dict[str, Any]
PAGE_ROWS = 25
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
    (row,) = _asked(store, _totals, filters)
    return Totals(**row)


def undated(store: Store, filters: Filters) -> int:
    """Events with no date told that the other filters choose: no window of time holds them."""
    return totals(store, without(filters, "time")).undated


def bins(store: Store, filters: Filters, unit: str, first: int, last: int) -> list[Bin]:
    """For each step of `unit` from `first` to `last`: an event counts wherever it may have been."""
    rows = _asked(store, _bins, filters, extra=(unit,), bound={"first": first, "last": last})
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


def dated(store: Store, filters: Filters, most: int) -> list[Row]:
    """The first `most` events that have a date, in the order of time, with who took part."""
    return _with_actors(store, _asked(store, _dated, filters, extra=(most,)))


def facet(store: Store, filters: Filters, group: str) -> list[Row]:
    """The choices of a filter and how many events each has under all the other filters."""
    question = {"types": _facet, "statuses": _facet, "places": _place_facet, "actors": _actor_facet}[group]
    extra = ({"types": "type", "statuses": "status"}[group],) if question is _facet else ()
    return _asked(store, question, without(filters, group), extra=extra)


def countries(store: Store, filters: Filters) -> list[Row]:
    """The countries of the places told, counted without the filter of places."""
    return _asked(store, _countries, without(filters, "places"))


def places(store: Store, filters: Filters) -> list[Row]:
    """One row a place: where it is, how far it reaches and how many events it holds; none is no row."""
    return [row for row in _asked(store, _place_facet, filters) if row["id"] is not None]


def unplaced(store: Store, filters: Filters) -> int:
    """How many of the events tell no place."""
    return sum(row["events"] for row in _asked(store, _place_facet, filters) if row["id"] is None)


def page(store: Store, filters: Filters) -> list[Row]:
    """One page of the list, in the order asked for; events with no date told come last."""
    # A limit cannot be bound: each page number is a shape of its own.
    rows = _asked(store, _page, filters, extra=(filters.sort == "newest", (filters.page - 1) * PAGE_ROWS))
    return _with_actors(store, rows)


def actors(store: Store, ids: tuple[str, ...]) -> dict[str, Row]:
    """Actors by id, for their names."""
    if not ids:
        return {}
    question = Question(_actors, (len(ids),))
    return {row["id"]: row for row in ask(store, question, _numbered("id", ids))}


def place_names(store: Store, ids: tuple[str, ...]) -> dict[str, Row]:
    """Places by id, for their names."""
    if not ids:
        return {}
    question = Question(_place_names, (len(ids),))
    return {row["id"]: row for row in ask(store, question, _numbered("id", ids))}


def revision(store: Store) -> str:
    """Changes whenever the store does."""
    return store.revision


def _asked(
    store: Store,
    build: Any,
    filters: Filters,
    *,
    extra: tuple[Any, ...] = (),
    bound: Mapping[str, object] | None = None,
) -> list[Row]:
    question = Question(build, (selection.shape(filters), *extra))
    return ask(store, question, {**selection.values(filters), **(bound or {})})


def _with_actors(store: Store, rows: list[Row]) -> list[Row]:
    """The rows with their `actors`: (role, id, names) in the order told."""
    if not rows:
        return rows
    ids = tuple(row["id"] for row in rows)
    told: dict[str, list[Row]] = {}
    for part in ask(store, Question(_participants, (len(ids),)), _numbered("id", ids)):
        told.setdefault(part["event_id"], []).append(part)
    return [{**row, "actors": told.get(row["id"], [])} for row in rows]


def _numbered(name: str, ids: tuple[str, ...]) -> dict[str, object]:
    return {f"{name}{number}": value for number, value in enumerate(ids)}


def _among(column: Any, count: int) -> Any:
    return column.isin([slot(f"id{number}") for number in range(count)])


def _totals(tables: Any, of: selection.Shape) -> Any:
    return selection.chosen(tables, of).aggregate(
        events=_.count(),
        undated=_.count(where=_.grain.isnull()),
        documents=_.document_id.nunique(),
        first=ibis.coalesce(_.start, _.end).min(),
        last=ibis.coalesce(_.end, _.start).max(),
    )


def _bins(tables: Any, of: selection.Shape, unit: str) -> Any:
    number = UNITS[unit].number
    first, last = slot("first", "int64"), slot("last", "int64")
    told = selection.chosen(tables, of).filter(_.grain.notnull())
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


_SHOWN = (
    "id",
    "document_id",
    "type",
    "status",
    "start",
    "end",
    "grain",
    "calendar",
    "basis",
    "place_id",
    "place_name_ar",
    "place_name_en",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "sentence",
    "trigger",
    "sentence_start",
)


def _dated(tables: Any, of: selection.Shape, most: int) -> Any:
    told = selection.chosen(tables, of).filter(_.grain.notnull())
    first = ibis.coalesce(told.start, told.end)
    return told.order_by(first, told.id).limit(most).select(*_SHOWN)


def _page(tables: Any, of: selection.Shape, newest: bool, skip: int) -> Any:
    found = selection.chosen(tables, of)
    first = ibis.coalesce(found.start, found.end)
    order = first.desc(nulls_first=False) if newest else first.asc(nulls_first=False)
    rows = found.order_by(order, found.document_id, found.sentence_start, found.id)
    shown = rows.limit(PAGE_ROWS, offset=skip).select(*_SHOWN)
    documents = tables.documents.select(
        "title", "url", "source", "language", "published_start", document_id="id"
    )
    return shown.left_join(documents, "document_id").drop("document_id_right")


def _facet(tables: Any, of: selection.Shape, column: str) -> Any:
    return selection.chosen(tables, of).group_by(id=_[column]).aggregate(events=_.count())


def _place_facet(tables: Any, of: selection.Shape) -> Any:
    return (
        selection.chosen(tables, of)
        .group_by(id=_.place_id)
        .aggregate(
            name_ar=_.place_name_ar.arbitrary(),
            name_en=_.place_name_en.arbitrary(),
            lat=_.lat.arbitrary(),
            lon=_.lon.arbitrary(),
            country=_.country.arbitrary(),
            kind=_.place_kind.arbitrary(),
            radius_km=_.radius_km.arbitrary(),
            events=_.count(),
        )
        .order_by(ibis.desc("events"), "id")
    )


def _countries(tables: Any, of: selection.Shape) -> Any:
    found = selection.chosen(tables, of).filter(_.country.notnull() & (_.country != ""))
    return (
        found.group_by(id=_.country.lower()).aggregate(events=_.count()).order_by(ibis.desc("events"), "id")
    )


def _actor_facet(tables: Any, of: selection.Shape) -> Any:
    parts = tables.event_actors
    kept = parts.filter(parts.event_id.isin(selection.chosen(tables, of).id))
    counted = kept.group_by(id=kept.actor_id).aggregate(events=kept.event_id.nunique())
    most = counted.order_by(ibis.desc("events"), "id").limit(MOST_CHOICES)
    named = most.left_join(tables.actors.select("id", "name_ar", "name_en", "kind"), "id").drop("id_right")
    return named.order_by(ibis.desc("events"), "id")


def _actors(tables: Any, count: int) -> Any:
    return tables.actors.filter(_among(tables.actors.id, count)).select("id", "name_ar", "name_en", "kind")


def _place_names(tables: Any, count: int) -> Any:
    found = tables.events.filter(_among(tables.events.place_id, count))
    return found.group_by(id=_.place_id).aggregate(
        name_ar=_.place_name_ar.arbitrary(), name_en=_.place_name_en.arbitrary()
    )


def _participants(tables: Any, count: int) -> Any:
    parts = tables.event_actors.filter(_among(tables.event_actors.event_id, count))
    names = tables.actors.select("name_ar", "name_en", "kind", actor_id="id")
    named = parts.left_join(names, "actor_id").drop("actor_id_right")
    return named.order_by("event_id", "ordinal").select(
        "event_id", "role", "actor_id", "name_ar", "name_en", "kind"
    )
