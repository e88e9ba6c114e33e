"""Ibis expressions compiled once; values are bound when they are asked, and an answer is worked out once.

Compiling costs more than answering, and the views of one page ask about the same events at the same
moment: so the events that the filters choose are kept as a small table in memory, and asked several times.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import ibis

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from extract.store import Store

SELECTED = "\x1aselected\x1a"  # stands for the events that the filters choose, in a compiled question
_SLOT = re.compile(r"'\x1a(\w+)\x1a'")
_MOST_ANSWERS = 512


class Question(NamedTuple):
    """An expression, told by the function that builds it and the shape it is built for."""

    build: Callable[..., Any]
    shape: tuple[Hashable, ...] = ()


def slot(name: str, kind: str = "string") -> Any:
    """A value that is bound later. Its name must be of letters, digits and underscores."""
    value = ibis.literal(f"\x1a{name}\x1a")
    return value if kind == "string" else value.cast(kind)


def several(name: str, kind: str) -> Any:
    """A column of values bound later as one tuple: as many as there are, and joined faster than listed."""
    return slot(name, f"array<{kind}>").unnest().name("value").as_table().value


def ask(
    store: Store, question: Question, values: Mapping[str, object], selected: str = ""
) -> list[dict[str, Any]]:
    """The rows that answer a question, which may be about a table of `selected` events."""
    key = (store.revision, question, selected, tuple(sorted(values.items())))
    return cast("list[dict[str, Any]]", once(key, lambda: _rows(store, question, values, selected)))


def run(store: Store, question: Question, values: Mapping[str, object], wrap: str = "{}") -> Any:
    """The cursor after a question was run, `wrap` around it."""
    sql, names = _compiled(store.backend.name, question, _Tables(store))
    return store.backend.con.execute(wrap.format(sql), _bound(values, names))


def _rows(
    store: Store, question: Question, values: Mapping[str, object], selected: str
) -> list[dict[str, Any]]:
    sql, names = _compiled(store.backend.name, question, _Tables(store))
    sql = sql.replace(f'"{SELECTED}"', selected)
    cursor = store.backend.con.execute(sql, _bound(values, names))
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _bound(values: Mapping[str, object], names: frozenset[str]) -> dict[str, object]:
    chosen = {name: values[name] for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in chosen.items()}


class _Tables:
    """The tables of a store; any two are alike to the cache, for all stores have the same tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return self._store.table(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tables)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=2048)
def _compiled(engine: str, question: Question, tables: _Tables) -> tuple[str, frozenset[str]]:
    sql = str(ibis.to_sql(question.build(tables, *question.shape), dialect=engine))
    return _SLOT.sub(r"$\1", sql), frozenset(_SLOT.findall(sql))


class _Pending:
    """What one thread is working out while others wait for it."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.lock = Lock()
        self.answer: object = None


@lru_cache(maxsize=_MOST_ANSWERS)
def _pending(_key: Hashable) -> _Pending:
    return _Pending()


def once(key: Hashable, work: Callable[[], object]) -> object:
    """What `work` gives, worked out by the first that asks for `key`."""
    pending = _pending(key)
    with pending.lock:
        if pending.answer is None:
            pending.answer = work()
        return pending.answer
