"""What a whole document tells about where it is: its countries, and places that can mean one thing only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.places.cues import demonym

if TYPE_CHECKING:
    from extract.gazetteer.index import Entry
    from extract.places.mentions import Mention, Page

_SURE = 5.5
_MARGIN = 2.4
_DEMONYM = 0.6
_TOWN = 0.6
_ANCHORS = 16


@dataclass(frozen=True, slots=True)
class Context:
    """How much a document speaks of each country, and its sure places."""

    countries: dict[str, float]
    peoples: frozenset[str]  # the countries whose demonyms stand in the text
    anchors: tuple[Entry, ...]

    def share(self, country: str) -> float:
        """0 where the country goes unnamed, else up to 1."""
        weight = self.countries.get(country, 0.0)
        return weight / sum(self.countries.values()) if weight else 0.0


def first_context(page: Page, found: list[Mention]) -> Context:
    """Weigh the countries named and the demonyms, before any town is chosen."""
    countries: defaultdict[str, float] = defaultdict(float)
    peoples: set[str] = set()
    for word in page.folded:
        country = demonym(word)
        if country:
            countries[country] += _DEMONYM
            peoples.add(country)
    for mention in found:
        best = mention.candidates[0]
        if best.entry.kind == "country" and not mention.refused.startswith("a person"):
            countries[best.entry.country] += 1.0
    countries.pop("", None)
    return Context(dict(countries), frozenset(peoples), ())


def full_context(told: Context, found: list[Mention]) -> Context:
    """Add the towns that cannot be mistaken, now that the countries have had their say."""
    countries = defaultdict(float, told.countries)
    anchors: dict[str, Entry] = {}
    for mention in found:
        choice = mention.choice
        if choice is None or mention.refused or choice.score < _SURE or choice.margin < _MARGIN:
            continue
        entry = choice.best.entry
        if entry.kind == "country":
            continue
        countries[entry.country] += _TOWN
        if len(anchors) < _ANCHORS:
            anchors[entry.id] = entry
    countries.pop("", None)
    return Context(dict(countries), told.peoples, tuple(anchors.values()))
