"""What a whole document tells about where it is: its countries, and places that can mean one thing only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.places.demonyms import demonym

if TYPE_CHECKING:
    from extract.gazetteer.index import Entry
    from extract.places.mentions import Mention, Page

_SURE = 5.5
_MARGIN = 2.4
_DEMONYM = 0.6
_TOWN = 0.6
_GAP = 1.0  # to a namesake in the same country
_ANCHORS = 16


@dataclass(frozen=True, slots=True)
class Context:
    """How much a document speaks of each country and division, and its sure places."""

    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]  # country and GeoNames' code: ("US", "TX")
    peoples: frozenset[str]  # the countries whose demonyms stand in the text
    anchors: tuple[Entry, ...] = ()

    def share(self, country: str) -> float:
        """0 where the country goes unnamed, else up to 1."""
        weight = self.countries.get(country, 0.0)
        return weight / sum(self.countries.values()) if weight else 0.0

    def division_share(self, entry: Entry) -> float:
        """As `share`, for the state or governorate that a place lies in."""
        weight = self.divisions.get((entry.country, entry.admin), 0.0) if self.divisions else 0.0
        return weight / sum(self.divisions.values()) if weight else 0.0


def first_context(page: Page, found: list[Mention]) -> Context:
    """Weigh the countries and divisions named and the demonyms, before any town is chosen."""
    countries: defaultdict[str, float] = defaultdict(float)
    divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
    peoples: set[str] = set()
    for word in page.folded:
        country = demonym(word)
        if country:
            countries[country] += _DEMONYM
            peoples.add(country)
    for mention in found:
        best = mention.candidates[0].entry
        if mention.refused.startswith("a person") or mention.common:
            continue
        if best.kind == "country":
            countries[best.country] += 1.0
        elif best.kind == "governorate" and best.admin and not mention.key.endswith("county "):
            divisions[best.country, best.admin] += 1.0
            countries[best.country] += _TOWN
    countries.pop("", None)
    return Context(dict(countries), dict(divisions), frozenset(peoples))


def full_context(told: Context, found: list[Mention]) -> Context:
    """Add the towns that cannot be mistaken, now that the countries have had their say."""
    countries, divisions = defaultdict(float, told.countries), defaultdict(float, told.divisions)
    anchors: dict[str, Entry] = {}
    for mention in found:
        choice = mention.choice
        if (
            choice is None
            or mention.refused
            or choice.score < _SURE - mention.near
            or choice.margin < _MARGIN
        ):
            continue
        entry = choice.best.entry
        if entry.kind == "country":
            continue
        countries[entry.country] += _TOWN
        if entry.admin and choice.gap >= _MARGIN:
            divisions[entry.country, entry.admin] += _TOWN
        if len(anchors) < _ANCHORS and choice.gap >= _GAP:
            anchors[entry.id] = entry
    countries.pop("", None)
    return Context(dict(countries), dict(divisions), told.peoples, tuple(anchors.values()))
