"""Ibis expressions compiled once for each shape of filters; the values are bound when they are asked.

Compiling costs more than answering: a reader who moves a date asks the same question again.
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

_SLOT = re.compile(r"'\x1a(\w+)\x1a'")
_MOST_ANSWERS = 512


class Question(NamedTuple):
    """An expression, told by the function that builds it and the shape it is built for."""

    build: Callable[..., Any]
    shape: tuple[Hashable, ...]


def slot(name: str, kind: str = "string") -> Any:
    """A value that is bound later. Its name must be of letters, digits and underscores."""
    value = ibis.literal(f"\x1a{name}\x1a")
    return value if kind == "string" else value.cast(kind)


def ask(store: Store, question: Question, values: Mapping[str, object]) -> list[dict[str, Any]]:
    """The rows that answer a question. The same question of the same store is answered from memory."""
    key = (store.revision, question, tuple(sorted(values.items())))
    return _answers.get(key, lambda: _rows(store, question, values))


def _rows(store: Store, question: Question, values: Mapping[str, object]) -> list[dict[str, Any]]:
    sql, names = _compiled(store.backend.name, question, _Tables(store))
    cursor = store.backend.con.execute(sql, {name: values[name] for name in names})
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


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
def _compiled(_engine: str, question: Question, tables: _Tables) -> tuple[str, frozenset[str]]:
    sql = str(ibis.to_sql(question.build(tables, *question.shape)))
    return _SLOT.sub(r"$\1", sql), frozenset(_SLOT.findall(sql))


class _Pending:
    """An answer that one thread is working out while others wait for it."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.lock = Lock()
        self.answer: object = None


@lru_cache(maxsize=_MOST_ANSWERS)
def _pending(_key: Hashable) -> _Pending:
    return _Pending()


class _Answers:
    """The views of one page ask at the same moment: what two of them need is worked out once."""

    def get(self, key: Hashable, work: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
        pending = _pending(key)
        with pending.lock:
            if pending.answer is None:
                pending.answer = work()
            return cast("list[dict[str, Any]]", pending.answer)


_answers = _Answers()
