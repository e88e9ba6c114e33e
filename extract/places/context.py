"""What a whole document tells about where it is: its countries, and places that can mean one thing only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.places.cues import demonym

if TYPE_CHECKING:
    from extract.gazetteer.index import Entry
    from extract.places.mentions import Mention, Page

_SURE = 6.0
_MARGIN = 1.6
_DEMONYM = 0.6
_TOWN = 0.6
_ANCHORS = 16


@dataclass(frozen=True, slots=True)
class Context:
    """How much a document speaks of each country, and its sure places."""

    countries: dict[str, float]
    anchors: tuple[Entry, ...]

    def share(self, country: str) -> float:
        """0 where the country goes unnamed, else up to 1."""
        weight = self.countries.get(country, 0.0)
        return weight / sum(self.countries.values()) if weight else 0.0


def context(page: Page, found: list[Mention]) -> Context:
    """Weigh the countries named, their demonyms and the towns that cannot be mistaken."""
    countries: defaultdict[str, float] = defaultdict(float)
    anchors: dict[str, Entry] = {}
    for word in page.folded:
        country = demonym(word)
        if country:
            countries[country] += _DEMONYM
    for mention in found:
        entry = None if mention.refused.startswith("a person") else _sure(mention)
        if entry is not None:
            countries[entry.country] += 1.0 if entry.kind == "country" else _TOWN
            if entry.kind != "country" and len(anchors) < _ANCHORS:
                anchors[entry.id] = entry
    countries.pop("", None)
    return Context(dict(countries), tuple(anchors.values()))


def _sure(mention: Mention) -> Entry | None:
    """The one place that a mention can mean, None where others come near it."""
    ranked = sorted(mention.candidates, key=lambda candidate: -candidate.prominence)
    best = ranked[0]
    needed = _SURE if not mention.common else _SURE + 2
    if best.prominence < needed - (1.0 if mention.near or mention.cues else 0.0):
        return None
    rival = next((other for other in ranked[1:] if other.entry.country != best.entry.country), None)
    return best.entry if rival is None or best.prominence - rival.prominence >= _MARGIN else None
