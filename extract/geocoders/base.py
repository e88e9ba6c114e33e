"""What a geocoder is: a name in, a place or nothing out. It never raises and may be slow."""

from __future__ import annotations

from typing import Protocol

from extract.model import Place  # noqa: TC001 - a Protocol's types are part of it


class Geocoder(Protocol):
    """Finds what a name means."""

    name: str

    def locate(self, query: str, *, language: str = "", country: str = "") -> Place | None:
        """The place of this name, near `country` (ISO code) if one is given; None where nobody knows or answers."""
        ...
