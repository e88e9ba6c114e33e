"""Which events the filters choose, as a condition of Ibis, its shape and its values."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis

from dashboard.asking import SELECTED, slot
from dashboard.filters import NO_PLACE, Filters
from extract.store import fold_search

if TYPE_CHECKING:
    from collections.abc import Iterator


SELECTED_COLUMNS = {
    "key": "int64",
    "document_id": "string",
    "type": "string",
    "status": "string",
    "start": "timestamp",
    "end": "timestamp",
    "grain": "string",
    "place_id": "string",
    "country": "string",
    "sentence_start": "int32",
    "row": "int64",  # its place in the file, by which a few are read fastest; only until the next batch
}


class Shape(NamedTuple):
    """What of the filters changes the form of a question, and not only its values."""

    since: bool
    until: bool
    sure: bool
    actors: int
    types: int
    statuses: int
    places: int
    unplaced: bool
    bbox: str  # "", "box" or "across" the date line
    words: int


def shape(filters: Filters) -> Shape:
    """The shape of a question about `filters`."""
    start, end = filters.window
    box = filters.bbox
    return Shape(
        since=start is not None,
        until=end is not None,
        sure=filters.sure,
        actors=len(filters.actors),
        types=len(filters.types),
        statuses=len(filters.statuses),
        places=len(_named(filters)),
        unplaced=NO_PLACE in filters.places,
        bbox="" if box is None else "box" if box.west < box.east else "across",
        words=len(words(filters.q)),
    )


def values(filters: Filters) -> dict[str, object]:
    """What is bound to the slots of `chosen`."""
    start, end = filters.window
    bound: dict[str, object] = {"since": start, "until": end}
    bound |= _numbered("actor", filters.actors)
    bound |= _numbered("type", filters.types)
    bound |= _numbered("status", filters.statuses)
    bound |= _numbered("place", _named(filters))
    bound |= _numbered("word", words(filters.q))
    if filters.bbox is not None:
        bound |= filters.bbox._asdict()
    return bound


def words(q: str) -> tuple[str, ...]:
    """The folded words of a search, all of which an event must hold; words in quotes stay together."""
    parts = q.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"').split('"')
    told = [fold_search(part) for part in parts[1::2]]
    told += [fold_search(word) for part in parts[0::2] for word in part.split()]
    return tuple(dict.fromkeys(word for word in told if word))


def selected() -> Any:
    """The events that were chosen, in a question that is asked about them."""
    return ibis.table(SELECTED_COLUMNS, name=SELECTED)


def narrowed(tables: Any, of: Shape) -> Any:
    """The events that filters of this shape choose, with what is counted and sorted by."""
    return _chosen(tables, of).select(*SELECTED_COLUMNS)


def _chosen(tables: Any, of: Shape) -> Any:
    events = tables.events.mutate(row=tables.events.rowid())
    alone = ~events.key.isin(
        tables.happenings.event_key
    )  # of a happening that several tell, the best told stands for all
    return events.filter(reduce(and_, _conditions(tables, events, of), alone))


def _conditions(tables: Any, events: Any, of: Shape) -> Iterator[Any]:
    yield from _time(events, of)
    if of.types:
        yield events.type.isin(_slots("type", of.types))
    if of.statuses:
        yield events.status.isin(_slots("status", of.statuses))
    if of.actors:
        parts = tables.event_actors
        yield _any_member(
            tables, events, parts.filter(parts.actor_id.isin(_slots("actor", of.actors))).event_key
        )
    if of.places or of.unplaced:
        yield reduce(or_, _places(events, of))
    if of.bbox:
        yield _inside(events, of.bbox)
    if of.words:
        texts = tables.events
        holds = [texts.search_text.contains(slot(f"word{number}")) for number in range(of.words)]
        yield _any_member(tables, events, texts.filter(reduce(and_, holds)).key)


def _any_member(tables: Any, events: Any, keys: Any) -> Any:
    """Whether the event itself or another article's telling of the same is among `keys`."""
    told = tables.happenings
    return events.key.isin(keys) | events.key.isin(told.filter(told.event_key.isin(keys)).lead_key)


def _time(events: Any, of: Shape) -> Iterator[Any]:
    """An event may lie in the window if it overlaps it; surely only if it lies wholly inside."""
    since, until = slot("since", "timestamp"), slot("until", "timestamp")
    if of.since or of.until:
        yield events.grain.notnull()
    if of.since:
        yield events.start >= since if of.sure else events.end.isnull() | (events.end > since)
    if of.until:
        yield events.end <= until if of.sure else events.start.isnull() | (events.start < until)


def _places(events: Any, of: Shape) -> Iterator[Any]:
    if of.unplaced:
        yield events.place_id.isnull()
    if of.places:
        ids = _slots("place", of.places)
        yield events.place_id.isin(ids)
        yield events.country.lower().isin(ids)


def _inside(events: Any, box: str) -> Any:
    west, south, east, north = (slot(side, "float64") for side in ("west", "south", "east", "north"))
    right, left = events.lon >= west, events.lon <= east
    beside = right & left if box == "box" else right | left
    return (events.lat >= south) & (events.lat <= north) & beside


def _named(filters: Filters) -> tuple[str, ...]:
    return tuple(place for place in filters.places if place != NO_PLACE)


def _slots(name: str, count: int) -> list[Any]:
    return [slot(f"{name}{number}") for number in range(count)]


def _numbered(name: str, bound: tuple[str, ...]) -> dict[str, object]:
    return {f"{name}{number}": value for number, value in enumerate(bound)}
