"""The default: the gazetteer alone, no net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.gazetteer.build import key_of
from extract.gazetteer.layers import atlas
from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.model import Place


class Offline:
    """The best known place of a name, of `country` if it has one."""

    name = "offline"

    def locate(self, query: str, *, language: str = "", country: str = "") -> Place | None:  # noqa: ARG002
        found = atlas().candidates(key_of(fold_phrase(query)))
        at_home = [candidate for candidate in found if candidate.entry.country == country.upper()]
        best = next(iter(at_home or found), None)
        return best.entry.place if best else None
