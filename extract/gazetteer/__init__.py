"""World data: places by name and by id. The index is built once and kept in the user's cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.gazetteer.layers import atlas

if TYPE_CHECKING:
    from extract.model import Place


def place(place_id: str) -> Place | None:
    """The place of this id: `il`, `gaza-strip`, `gaza-city-ps`."""
    entry = atlas().by_id(place_id)
    return entry.place if entry else None


def country(code: str) -> Place | None:
    """The country of this ISO code, in either case."""
    found = place(code.lower())
    return found if found and found.kind == "country" else None
