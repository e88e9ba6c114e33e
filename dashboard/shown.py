"""The events that a page shows one by one: which come first is asked of the chosen, the rest of their rows alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import ibis
from ibis import _

from dashboard.asking import Question, ask, once, several
from dashboard.kept import about
from dashboard.selection import selected

if TYPE_CHECKING:
    from dashboard.filters import Filters
    from extract.store import Store

Row = dict[str, Any]
PAGE_ROWS = 25

_SHOWN = (
    "key",
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
_ARTICLE = ("title", "url", "source", "language", "published_start")


def dated(store: Store, filters: Filters, most: int) -> list[Row]:
    """The first `most` events that have a date, in the order of time, with who took part."""
    return _told(store, about(store, filters, Question(_dated, (most,))))


def page(store: Store, filters: Filters) -> list[Row]:
    """One page of the list, in the order asked for; events with no date told come last."""
    # A limit cannot be bound: each page number is a shape of its own.
    shape = (filters.sort == "newest", (filters.page - 1) * PAGE_ROWS)
    return _told(store, about(store, filters, Question(_page, shape)))


def actor_book(store: Store) -> dict[str, Row]:
    """What is known of every actor, by id; read once for all states."""
    key = (store.revision, _actor_book)
    return cast("dict[str, Row]", once(key, lambda: {row["id"]: row for row in _actors(store)}))


def named(store: Store, actor_id: str) -> Row:
    """The names and the kind of an actor; None where the store knows none."""
    known = actor_book(store).get(actor_id, {})
    return {part: known.get(part) for part in ("name_ar", "name_en", "kind")}


def _actors(store: Store) -> list[Row]:
    return ask(store, Question(_actor_book), {})


def _told(store: Store, chosen: list[Row]) -> list[Row]:
    """All that is shown of the chosen, in their order, with their `actors` (role, id, names) and `articles`."""
    if not chosen:
        return []
    keys = tuple(row["key"] for row in chosen)
    found = _by_key(store, "row", tuple(row["row"] for row in chosen))
    if set(found) != set(keys):  # a batch has moved the rows meanwhile; the keys are slower, and stay
        found = _by_key(store, "key", keys)
    articles = _articles(store, found)
    parts: dict[int, list[Row]] = {}
    for part in ask(store, Question(_participants), {"keys": keys}):
        parts.setdefault(part["event_key"], []).append({**part, **named(store, part["actor_id"])})
    articles_of = {row["key"]: row["articles"] for row in ask(store, Question(_sources), {"keys": keys})}
    told = (found[key] for key in keys if key in found)
    return [
        {
            **row,
            **articles[row["document_id"]],
            "actors": parts.get(row["key"], []),
            "articles": articles_of.get(row["key"], 1),
        }
        for row in told
    ]


def _by_key(store: Store, by: str, values: tuple[int, ...]) -> dict[int, Row]:
    return {row["key"]: row for row in ask(store, Question(_whole, (by,)), {"values": values})}


def _articles(store: Store, found: dict[int, Row]) -> dict[str, Row]:
    """What is told of the articles of these rows; every part None where the store knows none."""
    ids = tuple(sorted({row["document_id"] for row in found.values()}))
    known = {row["document_id"]: row for row in ask(store, Question(_documents), {"ids": ids})}
    nothing = dict.fromkeys(_ARTICLE)
    return {id_: known.get(id_, nothing) for id_ in ids}


def _first(events: Any) -> Any:
    return ibis.coalesce(events.start, events.end)


def _dated(_tables: Any, most: int) -> Any:
    chosen = selected().filter(_.grain.notnull())
    return chosen.order_by(_first(chosen), chosen.key).limit(most).select("key", "row")


def _page(_tables: Any, newest: bool, skip: int) -> Any:
    chosen = selected()
    first = _first(chosen)
    order = first.desc(nulls_first=False) if newest else first.asc(nulls_first=False)
    ordered = chosen.order_by(order, chosen.document_id, chosen.sentence_start, chosen.key)
    return ordered.limit(PAGE_ROWS, offset=skip).select("key", "row")


def _whole(tables: Any, by: str) -> Any:
    """A few events, by their place in the file or by their key."""
    events = tables.events
    column = events.rowid() if by == "row" else events.key
    return events.filter(column.isin(several("values", "int64"))).select(*_SHOWN)


def _documents(tables: Any) -> Any:
    documents = tables.documents
    return documents.filter(documents.id.isin(several("ids", "string"))).select(*_ARTICLE, document_id="id")


def _actor_book(tables: Any) -> Any:
    return tables.actors.select("id", "name_ar", "name_en", "kind")


def _sources(tables: Any) -> Any:
    """How many articles tell each of these, where it is more than one."""
    told, events = tables.happenings, tables.events
    members = told.filter(told.lead_key.isin(several("keys", "int64")))
    joined = members.join(events, members.event_key == events.key)
    return joined.group_by(key=joined.lead_key).aggregate(articles=joined.document_id.nunique() + 1)


def _participants(tables: Any) -> Any:
    parts = tables.event_actors
    told = parts.filter(parts.event_key.isin(several("keys", "int64")))
    return told.order_by("event_key", "ordinal").select("event_key", "role", "actor_id")
