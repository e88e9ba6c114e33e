"""The events that the filters choose, kept in memory for as long as somebody may ask about them.

One table for each state of the filters, in a database of this process that no file holds; the oldest go first.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from dashboard import selection
from dashboard.asking import Question, ask, run

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from dashboard.filters import Filters
    from extract.store import Store

MOST_ROWS = 3_000_000  # of all kept tables together, at about a hundred bytes each
MOST_TABLES = 200  # an empty one takes room too
_PLACE = "kept_by_the_page"
_FOLLOWERS = 'SELECT event_key FROM "happenings"'
_WHOLE = f'(SELECT rowid AS "row", * FROM "events" WHERE key NOT IN ({_FOLLOWERS}))'  # noqa: S608 - our own names
_GONE = "CatalogException"


class Kept:
    """The kept tables of one store."""

    def __init__(self) -> None:
        self._tables: OrderedDict[Hashable, tuple[str, int]] = OrderedDict()
        self._lock = Lock()
        self._made = 0

    def table(self, store: Store, filters: Filters) -> str:
        """The name of the table of `filters`, made now if it is not there."""
        key = (store.revision, filters.asks)
        with self._lock:
            if key in self._tables:
                self._tables.move_to_end(key)
                return self._tables[key][0]
            name = self._make(store, filters)
            rows = store.backend.con.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - our own name
            self._tables[key] = (name, rows)
            self._forget(store)
            return name

    def forget(self, store: Store, filters: Filters) -> None:
        """Make the table anew when it is asked for again."""
        with self._lock:
            self._tables.pop((store.revision, filters.asks), None)

    def _make(self, store: Store, filters: Filters) -> str:
        connection = store.backend.con
        if not self._made:
            connection.execute(f"ATTACH IF NOT EXISTS ':memory:' AS {_PLACE} (READ_WRITE)")
        self._made += 1
        name = f"{_PLACE}.state_{id(self)}_{self._made}"
        question = Question(selection.narrowed, (selection.shape(filters),))
        run(store, question, selection.values(filters), f"CREATE TABLE {name} AS {{}}")
        return name

    def _forget(self, store: Store) -> None:
        while len(self._tables) > 1 and self._too_much():
            _, (name, _) = self._tables.popitem(last=False)
            store.backend.con.execute(f"DROP TABLE IF EXISTS {name}")

    def _too_much(self) -> bool:
        return len(self._tables) > MOST_TABLES or sum(rows for _, rows in self._tables.values()) > MOST_ROWS


_kept: WeakKeyDictionary[Store, Kept] = WeakKeyDictionary()
_lock = Lock()


def about(
    store: Store, filters: Filters, question: Question, values: Mapping[str, object] | None = None
) -> list[dict[str, Any]]:
    """The rows that answer a question about the events that `filters` choose."""
    if filters.empty:
        return ask(store, question, values or {}, _WHOLE)
    kept = _of(store)
    try:
        return ask(store, question, values or {}, kept.table(store, filters))
    except Exception as error:
        if type(error).__name__ != _GONE:  # another reader's states pushed this one out meanwhile
            raise
        kept.forget(store, filters)
        return ask(store, question, values or {}, kept.table(store, filters))


def _of(store: Store) -> Kept:
    with _lock:
        return _kept.setdefault(store, Kept())
