"""Which country a demonym speaks of: it tells what a text is about and is never a pin."""

from __future__ import annotations

from functools import lru_cache

from extract.places.words import stems, words


@lru_cache(maxsize=100_000)
def demonym(word: str) -> str:
    """The country whose people or things this word names, "" if none."""
    if "\u0621" <= word[0] <= "\u064a":
        table = words("ar").demonyms
        return next((table[stem] for stem in stems(word) if stem in table), "")
    return words("en").demonyms.get(word, "")
