"""A store is made, looked at before it is used, or brought up to the tables of this version."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa

from extract.errors import StoreError
from extract.store.schema import ABOUT, ABOUT_SCHEMA, MIGRATED, TABLES, VERSION

if TYPE_CHECKING:
    from extract.store.duck import DuckFile

SLOT = "\x1avalue\x1a"  # stands in a compiled question where the value is bound later
_NEW = ("happenings", "corrections")  # what version 3 has and version 2 has not


def compiled(expression: Any) -> str:
    """The question in the words of the engine, with a name where its value is bound."""
    return str(ibis.to_sql(expression)).replace(f"'{SLOT}'", "$value")


def opened(engine: DuckFile) -> tuple[str, bool]:
    """The key of the store, and whether it was brought up from an older version just now."""
    tables = engine.tables()
    if not tables and not engine.read_only:
        return _created(engine), False
    if ABOUT not in tables:
        message = f"{engine.name}: is a DuckDB file, but no store of events; it was not touched. Name another"
        raise StoreError(message)
    (about,) = engine.fetch(compiled(engine.backend.table(ABOUT)))
    version = about["version"]
    if version == MIGRATED:
        _migrate(engine)
        return str(about["key"]), True
    if version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        message = (
            f"{engine.name}: was written by {age} version of this program (tables of version {version}, "
            f"this one reads {VERSION}); it was not touched. Add the articles to a new store with --store"
        )
        raise StoreError(message)
    return str(about["key"]), False


def _migrate(engine: DuckFile) -> None:
    """The new tables, in one transaction, after a copy of the whole file was made beside it."""
    if engine.read_only:
        message = (
            f"{engine.name}: was written by an older version of this program (tables of version {MIGRATED}); "
            f"bring it up to this one with: python -m extract correct list --store {engine.name}"
        )
        raise StoreError(message)
    engine.copy(f"{engine.name}.version{MIGRATED}")
    with engine.atomic():
        for name in _NEW:
            engine.create(name, TABLES[name])
        engine.set_version(ABOUT, VERSION)


def _created(engine: DuckFile) -> str:
    key = uuid.uuid4().hex[:12]
    about = {"version": VERSION, "key": key, "created_at": datetime.now(UTC).replace(tzinfo=None)}
    with engine.atomic():
        for name, schema in TABLES.items():
            engine.create(name, schema)
        engine.create(ABOUT, ABOUT_SCHEMA)
        engine.insert(ABOUT, pa.Table.from_pylist([about], schema=ABOUT_SCHEMA.to_pyarrow()))
    return key
