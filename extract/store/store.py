"""The store: batches of annotations in, nouns and Ibis tables out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import ibis
import pyarrow as pa

from extract.errors import InputError, StoreError
from extract.merging import Correction
from extract.merging.corrections import MERGE, UNDO
from extract.store.duck import DuckFile
from extract.store.happenings import BETWEEN, Reading, corrections_of, happened
from extract.store.nouns import actor_of, document_of, event_of
from extract.store.opening import SLOT, compiled, opened
from extract.store.rows import Rows, rows_of
from extract.store.schema import TABLES
from extract.store.urls import DEFAULT, locate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from extract.model import Annotation, Document, Event


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
        self._key, older = opened(engine)
        self._sql: dict[tuple[str, str, str], str] = {}
        self._seen: tuple[str | None, float] = (None, 0.0)
        if older:
            with engine.atomic():
                self._merge([row["id"] for row in engine.fetch(compiled(self.table("events").select("id")))])

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
            seen = f"{self._key}-{self._latest()}-{len(self.corrections())}"
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
            self._merge([row["id"] for row in rows["events"]])
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

    def happening(self, event_id: str) -> list[tuple[str, str]]:
        """The events that tell the same happening, the best told first, each with what it shares with that one.

        An event that nobody else tells stands alone; an id that is not kept gives nothing.
        """
        mine = self._rows("happenings", "event_id", event_id)
        lead = mine[0]["lead_id"] if mine else event_id
        if not self._rows("events", "id", lead):
            return []
        members = self._rows("happenings", "lead_id", lead, order="event_id")
        return [(lead, ""), *((row["event_id"], row["why"]) for row in members)]

    def corrections(self) -> list[Correction]:
        """Every correction that was made, those taken back too, in order."""
        return corrections_of(self._reading())

    def correct(self, kind: str, event_id: str, other: str = "") -> Correction:
        """Say that two events are one ("merge"), or that one stands for itself or apart from `other` ("split").

        "undo" takes back the correction whose number is `other`. Rows are added, none is changed; what is said
        holds against every later batch. An event that is not kept, or a number that was never given, is an InputError.
        """
        if self._engine.read_only:
            message = f"{self.name}: was opened for reading only; open it with read_only=False to correct"
            raise StoreError(message)
        with self._engine.atomic():
            made = self.corrections()
            self._check(kind, event_id, other, made)
            correction = Correction(max((each.number for each in made), default=0) + 1, kind, event_id, other)
            now = datetime.now(UTC).replace(tzinfo=None)
            row = {
                "number": correction.number,
                "kind": kind,
                "event_id": event_id,
                "other": other,
                "made_at": now,
            }
            self._engine.insert("corrections", _arrow("corrections", [row]))
            undone = [each for each in made if kind == UNDO and str(each.number) == other]
            about = {id_ for each in (correction, *undone) for id_ in (each.event, each.other)}
            members = {id_ for one in about if one for id_, _ in self.happening(one)}
            self._merge([*members])
        self._seen = (None, 0.0)
        return correction

    def _check(self, kind: str, event_id: str, other: str, made: list[Correction]) -> None:
        if kind == UNDO:
            if other not in {str(each.number) for each in made if each.kind != UNDO}:
                message = (
                    f"{other}: no correction has this number; see them with: python -m extract correct list"
                )
                raise InputError(message)
            return
        for one in (event_id, other) if kind == MERGE or other else (event_id,):
            if not self._rows("events", "id", one):
                message = f"{one}: the store {self.name} holds no event of this id; see ids with: python -m extract show"
                raise InputError(message)

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
            ("happenings", "event_id", events),
            ("evidence", "event_id", events),
            ("events", "document_id", document_ids),
            ("documents", "id", document_ids),
        ):
            self._engine.forget(name, column, ids)

    def _merge(self, event_ids: Collection[str]) -> None:
        """Work out anew which events are of one happening, for all that `event_ids` may change."""
        if not event_ids:
            return
        found = happened(self._reading(), event_ids)
        self._engine.forget("happenings", "event_id", found.touched)
        if found.rows:
            self._engine.insert("happenings", _arrow("happenings", found.rows))

    def _reading(self) -> Reading:
        def fetch(
            name: str, build: Callable[[], Any], values: Collection[str] | None
        ) -> list[dict[str, Any]]:
            key = "happenings", name, ""
            if key not in self._sql:
                self._sql[key] = compiled(build())
            bound = {} if values is None else {"value": BETWEEN.join(values)}
            return self._engine.fetch(self._sql[key], **bound)

        return Reading(self.table, fetch)

    def _insert(self, rows: Rows) -> None:
        known = self._among("actors", {row["id"] for row in rows["actors"]})
        rows["actors"] = [row for row in rows["actors"] if row["id"] not in known]
        for name in TABLES:
            if rows.get(name):
                self._engine.insert(name, _arrow(name, rows[name]))

    def _among(self, name: str, ids: Collection[str], *, undated: bool = False) -> set[str]:
        """Those of `ids` that `name` holds, asked in one question however many they are."""
        key = name, "id", "undated" if undated else "among"
        if key not in self._sql:
            asked = ibis.literal(SLOT).split(BETWEEN).unnest().name("id").as_table()
            table = self.table(name)
            held = table.filter(table.published_grain.isnull()) if undated else table
            self._sql[key] = compiled(held.select("id").semi_join(asked, "id"))
        found = self._engine.fetch(self._sql[key], value=BETWEEN.join(ids))
        return {row["id"] for row in found}

    def _rows(self, name: str, column: str, value: str, order: str = "") -> list[dict[str, Any]]:
        """The rows of `name` where `column` is `value`; compiled once, for that costs more than the answer."""
        key = name, column, order
        if key not in self._sql:
            table = self.table(name)
            found = table.filter(table[column] == SLOT)
            self._sql[key] = compiled(found.order_by(order) if order else found)
        return self._engine.fetch(self._sql[key], value=value)

    def _latest(self) -> int:
        """The number of the last batch, 0 before the first."""
        key = "ledger", "batch", "max"
        if key not in self._sql:
            self._sql[key] = compiled(self.table("ledger").batch.max().name("latest").as_table())
        return int(self._engine.fetch(self._sql[key])[0]["latest"] or 0)


def _arrow(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=TABLES[name].to_pyarrow())
