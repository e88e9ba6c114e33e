"""A DuckDB file held open: one writer process, a cursor of its own for each reading thread."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import duckdb
import ibis

from extract.errors import StoreBusyError, StoreError
from extract.store.urls import MEMORY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import pyarrow as pa

    Row = dict[str, Any]

_MAGIC = b"DUCK"  # bytes 8 to 12 of every DuckDB file
_HEADERS = 3 * 4096  # before the first block
_write_locks: dict[str, threading.Lock] = {}


class DuckFile:
    """What a Store needs of an engine: questions for this thread, rows in, all or nothing."""

    def __init__(self, target: str, *, read_only: bool) -> None:
        self.name = target
        self.read_only = read_only
        self._root = _connect(target, read_only=read_only)
        self._closed = False
        self._local = threading.local()
        self._opened: WeakSet[Any] = WeakSet()
        key = target if target == MEMORY else str(Path(target).resolve())
        # Two stores of one process may hold one file; their batches still come one after the other.
        self._write = threading.Lock() if target == MEMORY else _write_locks.setdefault(key, threading.Lock())

    @property
    def backend(self) -> Any:
        """Ibis on a cursor that only this thread uses."""
        if self._closed:
            message = f"{self.name}: the store was closed; open it again"
            raise StoreError(message)
        backend = getattr(self._local, "backend", None)
        if backend is None:
            backend = ibis.duckdb.from_connection(self._root.cursor())
            self._local.backend = backend
            self._opened.add(backend)
        return backend

    def tables(self) -> set[str]:
        """The names of the tables that the file holds."""
        found = self.fetch("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
        return {row["table_name"] for row in found}

    def create(self, name: str, schema: ibis.Schema) -> None:
        """An empty table; inside `atomic`."""
        self.backend.create_table(name, schema=schema)

    def insert(self, name: str, rows: pa.Table) -> None:
        """Rows behind those that are there; inside `atomic`."""
        self.backend.insert(name, rows)

    def forget(self, name: str, column: str, values: Collection[str]) -> None:
        """Drop the rows of `name` whose `column` is among `values`; inside `atomic`."""
        sql = f'DELETE FROM "{name}" WHERE "{column}" IN (SELECT unnest($values))'  # noqa: S608 - names are ours
        self.backend.con.execute(sql, {"values": list(values)})

    def copy(self, path: str) -> None:
        """The whole file as it stands, written to `path`, which must not be there yet."""
        if Path(path).exists():
            message = f"{path}: is there already, and the older store would be copied to it; move it away"
            raise StoreError(message)
        connection = self.backend.con
        (name,) = connection.execute("SELECT current_database()").fetchone()
        connection.execute(f"ATTACH {_quoted(path)} AS the_copy")
        try:
            connection.execute(f'COPY FROM DATABASE "{name}" TO the_copy')
        finally:
            connection.execute("DETACH the_copy")

    def set_version(self, table: str, version: int) -> None:
        """Say which tables the file holds; inside `atomic`."""
        self.backend.con.execute(f'UPDATE "{table}" SET version = $version', {"version": version})  # noqa: S608 - the name is ours

    def fetch(self, sql: str, **values: object) -> list[Row]:
        """The rows of a question compiled before, its `$names` bound to values."""
        answer = self.backend.con.execute(sql, values)
        columns = [column[0] for column in answer.description]
        return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it."""
        with self._write:
            self.backend.raw_sql("BEGIN TRANSACTION")
            try:
                yield
                self.backend.raw_sql("COMMIT")
            except duckdb.Error as error:
                self._roll_back()
                message = (
                    f"{self.name}: the batch was not kept ({_first_line(error)}); free space, add it again"
                )
                raise StoreError(message) from error
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        try:
            self.backend.raw_sql("ROLLBACK")
        except duckdb.Error:  # a failed COMMIT has rolled back already
            return

    def close(self) -> None:
        """Let go of the file: every thread's cursor, then the connection."""
        self._closed = True
        for backend in list(self._opened):
            backend.con.close()
        self._root.close()


def _quoted(path: str) -> str:
    doubled = path.replace("'", "''")
    return f"'{doubled}'"


def _connect(target: str, *, read_only: bool) -> Any:
    if target != MEMORY:
        _check_path(Path(target), read_only=read_only)
    try:
        connection = _open(target, read_only=read_only)
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise _named(target, error) from error
    if target != MEMORY:
        try:
            _check_length(connection, Path(target))
        except BaseException:
            connection.close()
            raise
    return connection


def _open(target: str, *, read_only: bool) -> Any:
    try:
        return duckdb.connect(target, read_only=read_only)
    except duckdb.ConnectionException:
        # This process holds the file already, for writing: the same file can be read beside that.
        if not read_only:
            raise
        return duckdb.connect(target)


def _check_path(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        message = f"{path}: is a folder; name a file in it, such as {path / 'events.duckdb'}"
        raise StoreError(message)
    if not path.exists():
        if read_only:
            message = f"{path}: there is no store yet; make one: python -m extract add ARTICLE --store {path}"
            raise StoreError(message)
        if not path.absolute().parent.is_dir():
            message = (
                f"{path}: the folder {path.absolute().parent} does not exist; make it, or name another "
                f"(a URL for a path from the root has four slashes: duckdb:////{str(path).lstrip('/')})"
            )
            raise StoreError(message)
        return
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); see who may read it, or name another store"
        raise StoreError(message) from error
    if head[8:] != _MAGIC:
        message = f"{path}: is no DuckDB file, so no store; it was not touched. Name another file"
        raise StoreError(message)


def _check_length(connection: Any, path: Path) -> None:
    """DuckDB opens a file whose last blocks are cut off, and fails when somebody asks for them."""
    row = connection.execute("SELECT block_size, total_blocks FROM pragma_database_size()").fetchone()
    whole = _HEADERS + row[0] * row[1]
    size = path.stat().st_size
    if size < whole:
        message = (
            f"{path}: is cut short ({size} of {whole} bytes); it was not touched. Restore it from a copy"
        )
        raise StoreError(message)


def _named(target: str, error: Exception) -> StoreError:
    text = str(error)
    if "lock" in text:
        owner = text.partition("held in ")[2].partition(". See")[0]
        return StoreBusyError(
            f"{target}: another process owns this store{f': {owner}' if owner else ''}; "
            "stop it (a page that is running owns its store), or name another with --store"
        )
    if "read enough bytes" in text or "checksum" in text.lower() or "Corrupt" in text:
        return StoreError(
            f"{target}: is cut short or damaged; it was not touched. Restore it from a copy ({_first_line(error)})"
        )
    return StoreError(f"{target}: cannot be opened as a store ({_first_line(error)})")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
