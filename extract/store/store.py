"""The store: batches of annotations in, nouns and Ibis tables out."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import ibis
import pyarrow as pa

from extract.errors import StoreError
from extract.store.duck import DuckFile
from extract.store.nouns import actor_of, document_of, event_of
from extract.store.rows import Rows, rows_of
from extract.store.schema import ABOUT, ABOUT_SCHEMA, TABLES, VERSION
from extract.store.urls import DEFAULT, locate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from extract.model import Annotation, Document, Event

_SLOT = "\x1avalue\x1a"  # stands in a compiled question where the value is bound later
_BETWEEN = "\x1f"  # ids that are asked for together

_A_MOMENT = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Added:
    """What `Store.add` did: the documents of the new batch, those that were there, and the events kept.

    `batch` is None where nothing was new, and then nothing was written.
    """

    batch: int | None
    documents: tuple[str, ...]
    already: tuple[str, ...]
    events: int


class Store:
    """Events held open. Reading is safe from any thread; batches follow one another."""

    def __init__(self, engine: DuckFile) -> None:
        self._engine = engine
        self._key = _checked(engine)
        self._sql: dict[tuple[str, str, str], str] = {}
        self._seen: tuple[str | None, float] = (None, 0.0)

    @classmethod
    def open(cls, url: str | Path = DEFAULT, *, read_only: bool = False) -> Self:
        """The store at `url`, made if it is not there and may be written."""
        location = locate(url)
        engine = DuckFile(location.target, read_only=read_only)
        try:
            return cls(engine)
        except BaseException:
            engine.close()
            raise

    @property
    def name(self) -> str:
        """The file, for people."""
        return self._engine.name

    @property
    def backend(self) -> Any:
        """This thread's Ibis backend, to compile an expression or to run what was compiled."""
        return self._engine.backend

    def table(self, name: str) -> Any:
        """The Ibis table `name`, to be asked by the thread that calls this."""
        if name not in TABLES:
            message = f"{self.name}: no table {name!r}; the tables are {', '.join(TABLES)}"
            raise StoreError(message)
        return self._engine.backend.table(name)

    @property
    def revision(self) -> str:
        """Changes with every batch, and differs between any two stores.

        It is asked with every question, so it is looked up anew only after a moment: no other process
        can write here, and a batch of this store is seen at once.
        """
        seen, at = self._seen
        if seen is None or monotonic() - at > _A_MOMENT:
            seen = f"{self._key}-{self._latest()}"
            self._seen = (seen, monotonic())
        return seen

    def known(self, document_ids: Collection[str]) -> set[str]:
        """Those of `document_ids` that are kept already."""
        return self._among("documents", document_ids)

    def undated(self, document_ids: Collection[str]) -> set[str]:
        """Those of `document_ids` that are kept with no day of publication."""
        return self._among("documents", document_ids, undated=True)

    def has(self, document_id: str) -> bool:
        return document_id in self.known([document_id])

    def add(self, annotations: Iterable[Annotation]) -> Added:
        """Keep a batch, whole or not at all; a document that is kept already adds nothing.

        Only one kept with no day of publication that comes with one now takes the place of what was kept.
        """
        if self._engine.read_only:
            message = f"{self.name}: was opened for reading only; open it with read_only=False to add"
            raise StoreError(message)
        offered = {annotation.document.id: annotation for annotation in annotations}
        with self._engine.atomic():
            late = self.undated([id_ for id_, one in offered.items() if one.document.published])
            already = self.known(offered) - late
            new = [annotation for id_, annotation in offered.items() if id_ not in already]
            if not new:
                return Added(None, (), tuple(offered), 0)
            batch = self._latest() + 1
            rows = rows_of(new, batch, datetime.now(UTC).replace(tzinfo=None))
            self._forget(late)
            self._insert(rows)
        self._seen = (None, 0.0)
        return Added(
            batch=batch,
            documents=tuple(annotation.document.id for annotation in new),
            already=tuple(id_ for id_ in offered if id_ in already),
            events=len(rows["events"]),
        )

    def document(self, document_id: str) -> Document | None:
        """The document as it was added, None where there is none."""
        rows = self._rows("documents", "id", document_id)
        return document_of(rows[0]) if rows else None

    def event(self, event_id: str) -> Event | None:
        """The event with its participants and all of its evidence, None where there is none."""
        rows = self._rows("events", "id", event_id)
        if not rows:
            return None
        parts = self._rows("event_actors", "event_id", event_id, order="ordinal")
        told = self._rows("evidence", "event_id", event_id, order="ordinal")
        ids = {part["actor_id"] for part in parts} | {rows[0]["attributed_to"]} - {None}
        actors = {row["id"]: actor_of(row) for id_ in ids for row in self._rows("actors", "id", id_)}
        return event_of(rows[0], parts, told, actors)

    def close(self) -> None:
        """Let go of the file, for every thread."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _forget(self, document_ids: Collection[str]) -> None:
        if not document_ids:
            return
        events = [row["id"] for one in document_ids for row in self._rows("events", "document_id", one)]
        for name, column, ids in (
            ("event_actors", "event_id", events),
            ("evidence", "event_id", events),
            ("events", "document_id", document_ids),
            ("documents", "id", document_ids),
        ):
            self._engine.forget(name, column, ids)

    def _insert(self, rows: Rows) -> None:
        known = self._among("actors", {row["id"] for row in rows["actors"]})
        rows["actors"] = [row for row in rows["actors"] if row["id"] not in known]
        for name, schema in TABLES.items():
            if rows[name]:
                self._engine.insert(name, pa.Table.from_pylist(rows[name], schema=schema.to_pyarrow()))

    def _among(self, name: str, ids: Collection[str], *, undated: bool = False) -> set[str]:
        """Those of `ids` that `name` holds, asked in one question however many they are."""
        key = name, "id", "undated" if undated else "among"
        if key not in self._sql:
            asked = ibis.literal(_SLOT).split(_BETWEEN).unnest().name("id").as_table()
            table = self.table(name)
            held = table.filter(table.published_grain.isnull()) if undated else table
            self._sql[key] = _compiled(held.select("id").semi_join(asked, "id"))
        found = self._engine.fetch(self._sql[key], value=_BETWEEN.join(ids))
        return {row["id"] for row in found}

    def _rows(self, name: str, column: str, value: str, order: str = "") -> list[dict[str, Any]]:
        """The rows of `name` where `column` is `value`; compiled once, for that costs more than the answer."""
        key = name, column, order
        if key not in self._sql:
            table = self.table(name)
            found = table.filter(table[column] == _SLOT)
            self._sql[key] = _compiled(found.order_by(order) if order else found)
        return self._engine.fetch(self._sql[key], value=value)

    def _latest(self) -> int:
        """The number of the last batch, 0 before the first."""
        key = "ledger", "batch", "max"
        if key not in self._sql:
            self._sql[key] = _compiled(self.table("ledger").batch.max().name("latest").as_table())
        return int(self._engine.fetch(self._sql[key])[0]["latest"] or 0)


def _compiled(expression: Any) -> str:
    """The question in the words of the engine, with a name where its value is bound."""
    return str(ibis.to_sql(expression)).replace(f"'{_SLOT}'", "$value")


def _checked(engine: DuckFile) -> str:
    """The key of the store: made now if the file is new, else its version is looked at first."""
    tables = engine.tables()
    if not tables and not engine.read_only:
        return _created(engine)
    if ABOUT not in tables:
        message = f"{engine.name}: is a DuckDB file, but no store of events; it was not touched. Name another"
        raise StoreError(message)
    (about,) = engine.fetch(_compiled(engine.backend.table(ABOUT)))
    version = about["version"]
    if version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        message = (
            f"{engine.name}: was written by {age} version of this program (tables of version {version}, "
            f"this one reads {VERSION}); it was not touched. Add the articles to a new store with --store"
        )
        raise StoreError(message)
    return str(about["key"])


def _created(engine: DuckFile) -> str:
    key = uuid.uuid4().hex[:12]
    about = {"version": VERSION, "key": key, "created_at": datetime.now(UTC).replace(tzinfo=None)}
    with engine.atomic():
        for name, schema in TABLES.items():
            engine.create(name, schema)
        engine.create(ABOUT, ABOUT_SCHEMA)
        engine.insert(ABOUT, pa.Table.from_pylist([about], schema=ABOUT_SCHEMA.to_pyarrow()))
    return key
