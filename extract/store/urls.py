"""Where a store is: a path, or a URL whose scheme names the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "duckdb:///events.duckdb"
MEMORY = ":memory:"
SCHEMES = ("duckdb",)


class Location(NamedTuple):
    """The engine's name, and what that engine opens."""

    scheme: str
    target: str


def locate(url: str | Path) -> Location:
    """`events.duckdb`, `duckdb:///events.duckdb` (here), `duckdb:////var/events.duckdb` (from the root)."""
    text = str(url)
    if not text:
        message = "the store has no name; give a path (events.duckdb) or a URL (duckdb:///events.duckdb)"
        raise StoreError(message)
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Location("duckdb", text)
    if scheme not in SCHEMES:
        message = (
            f"{text}: no store is known by the scheme {scheme!r}; "
            f"known: {', '.join(f'{known}://' for known in SCHEMES)}, or a path to a DuckDB file"
        )
        raise StoreError(message)
    if rest in {"", MEMORY, f"/{MEMORY}"}:
        return Location(scheme, MEMORY)
    if not rest.startswith("/"):
        message = f"{text}: after duckdb: come three slashes and the path, as in {DEFAULT}"
        raise StoreError(message)
    return Location(scheme, rest[1:])
