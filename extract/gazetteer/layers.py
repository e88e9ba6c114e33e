"""All that is known of places: the built index, and what a user has added to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.gazetteer.cache import base_index
from extract.gazetteer.geonames import imported_index
from extract.gazetteer.own import own_index
from extract.gazetteer.rows import TOWNS, distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.gazetteer.index import Candidate, Entry, Index


_SAME_KM = 15.0


class Atlas:
    """Indexes in the order of their right: the first that knows an id answers."""

    opening: Callable[[str], tuple[bool, frozenset[str] | None]]
    prefixes: Callable[[str], list[str]]
    candidates: Callable[[str], tuple[Candidate, ...]]

    def __init__(self, indexes: Sequence[Index]) -> None:
        self.indexes = tuple(indexes)
        # What readers of this atlas have worked out about words; it goes when the atlas does.
        self.memory: dict[str, Any] = {}
        if len(self.indexes) == 1:
            only = self.indexes[0]
            self.opening, self.prefixes, self.candidates = only.opening, only.prefixes, only.candidates
        else:
            self.opening, self.prefixes = self._opening, self._prefixes
            self.candidates = lru_cache(maxsize=50_000)(self._candidates)

    def _opening(self, word: str) -> tuple[bool, frozenset[str] | None]:
        alone, following = zip(*(index.opening(word) for index in self.indexes), strict=True)
        if any(words is None for words in following):
            return any(alone), None
        return any(alone), frozenset().union(*(words for words in following if words))

    def _prefixes(self, text: str) -> list[str]:
        return sorted({key for index in self.indexes for key in index.prefixes(text)}, key=len)

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        """All that a name may mean; a town that two indexes know is taken from the first."""
        found: list[Candidate] = []
        for index in self.indexes:
            new = [one for one in index.candidates(key) if not any(_same(one, other) for other in found)]
            found += new
        return tuple(sorted(found, key=lambda candidate: -candidate.prominence))

    def by_id(self, place_id: str) -> Entry | None:
        return next((entry for index in self.indexes if (entry := index.by_id(place_id))), None)


def _same(one: Candidate, other: Candidate) -> bool:
    first, second = one.entry, other.entry
    return (
        first.country == second.country
        and (first.kind in TOWNS) == (second.kind in TOWNS)
        and distance_km(first.lat, first.lon, second.lat, second.lon) < _SAME_KM
    )


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The atlas in use: a user's own places, the built index, an imported dump."""
    layers = (own_index(), base_index(), imported_index())
    return Atlas([index for index in layers if index is not None])


def reopen() -> None:
    """Forget what is open, after an import or a change of the user's own file."""
    atlas.cache_clear()
