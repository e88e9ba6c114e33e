"""All that is known of places: the built index, and what a user has added to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.gazetteer.cache import base_index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.gazetteer.index import Candidate, Entry, Index


class Atlas:
    """Indexes in the order of their right: the first that knows an id answers."""

    begins: Callable[[str], bool]
    prefixes: Callable[[str], list[str]]
    candidates: Callable[[str], tuple[Candidate, ...]]

    def __init__(self, indexes: Sequence[Index]) -> None:
        self.indexes = tuple(indexes)
        if len(self.indexes) == 1:
            only = self.indexes[0]
            self.begins, self.prefixes, self.candidates = only.begins, only.prefixes, only.candidates
        else:
            self.begins, self.prefixes = self._begins, self._prefixes
            self.candidates = lru_cache(maxsize=50_000)(self._candidates)

    def _begins(self, word: str) -> bool:
        return any(index.begins(word) for index in self.indexes)

    def _prefixes(self, text: str) -> list[str]:
        return sorted({key for index in self.indexes for key in index.prefixes(text)}, key=len)

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        found = (candidate for index in self.indexes for candidate in index.candidates(key))
        return tuple(sorted(found, key=lambda candidate: -candidate.prominence))

    def by_id(self, place_id: str) -> Entry | None:
        return next((entry for index in self.indexes if (entry := index.by_id(place_id))), None)


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The atlas in use."""
    return Atlas([base_index()])
