"""Reads an index of places: everything stays in mapped files, a place is made when asked for."""

from __future__ import annotations

import math
import mmap
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie

from extract.gazetteer.build import BY_HAND, CAPITAL, MAIN_NAME, RECORD, ROW_BITS
from extract.gazetteer.rows import KINDS, OWN, TOWNS
from extract.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_FOLLOWERS = 200
_ROW = (1 << ROW_BITS) - 1


class Entry(NamedTuple):
    """A row of the index as choosing needs it; `place` makes the noun."""

    id: str
    name_ar: str
    name_en: str
    lat: float
    lon: float
    country: str
    kind: str
    radius_km: float
    population: int
    admin: str
    by_hand: bool
    capital: bool

    @property
    def place(self) -> Place:
        return Place(
            self.id, self.name_ar, self.name_en, self.lat, self.lon, self.country, self.kind, self.radius_km
        )


class Candidate(NamedTuple):
    """A row that a name may mean, and how likely it is before the text has its say.

    The scale is that of the powers of ten of a town's people: 6 is a city of a million.
    """

    entry: Entry
    main: bool
    prominence: float


_BY_KIND = {
    "country": 8.0,
    "continent": 7.5,
    "ocean": 7.0,
    "sea": 6.5,
    "region": 6.5,
    "zone": 6.5,
    "canal": 6.5,
}
_BY_HAND_TOWN = 5.2
_BY_HAND_OTHER = 5.6
_ALTERNATE = 1.2
_FEWEST = 300
_OWN = 15.0


def _prominence(entry: Entry, main: bool) -> float:
    if entry.population == OWN:
        return _OWN
    if entry.kind in TOWNS:
        score = math.log10(max(entry.population, _FEWEST)) + entry.capital
        score = max(score, _BY_HAND_TOWN) if entry.by_hand else score
    else:
        score = _BY_KIND.get(entry.kind, _BY_HAND_OTHER)
    return score if main else score - _ALTERNATE


def _candidate(entry: Entry, main: bool) -> Candidate:
    return Candidate(entry, main, _prominence(entry, main))


class Index:
    """One folder written by `write_index`, held open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = marisa_trie.Trie()
        self._names.mmap(str(folder / "names.marisa"))
        self._ids = marisa_trie.Trie()
        self._ids.mmap(str(folder / "ids.marisa"))
        self._starts = _mapped(folder / "starts.bin").cast("I")
        self._candidates = _mapped(folder / "candidates.bin").cast("I")
        self._by_id = _mapped(folder / "by_id.bin").cast("I")
        self._rows = _mapped(folder / "rows.bin")
        self._words = _mapped(folder / "words.bin")
        self.entry = lru_cache(maxsize=50_000)(self._entry)
        self.candidates = lru_cache(maxsize=50_000)(self._named)

    def __len__(self) -> int:
        return len(self._by_id)

    def entries(self) -> Iterator[Entry]:
        """Every row, in the order of the index."""
        return (self._entry(number) for number in range(len(self._rows) // RECORD.size))

    def prominence(self, entry: Entry) -> float:
        """How likely the place is to be told of, on the scale of `Candidate`."""
        return _prominence(entry, main=True)

    def opening(self, word: str) -> tuple[bool, frozenset[str] | None]:
        """Whether this folded word is a name by itself, and which words may follow it in longer ones.

        None stands for more words than are worth remembering.
        """
        begin = f"{word} "
        keys = list(islice(self._names.iterkeys(begin), _MOST_FOLLOWERS))
        alone = begin in keys or begin in self._names
        if len(keys) == _MOST_FOLLOWERS:
            return alone, None
        return alone, frozenset(key[len(begin) :].partition(" ")[0] for key in keys if key != begin)

    def prefixes(self, text: str) -> list[str]:
        """The names that `text`, folded words with a space behind each, begins with."""
        found: list[str] = self._names.prefixes(text)
        return found

    def _named(self, key: str) -> tuple[Candidate, ...]:
        number = self._names.get(key)
        if number is None:
            return ()
        packed = self._candidates[self._starts[number] : self._starts[number + 1]]
        named = (
            _candidate(self.entry(value & _ROW), bool(value >> ROW_BITS & MAIN_NAME)) for value in packed
        )
        return tuple(sorted(named, key=lambda candidate: -candidate.prominence))

    def by_id(self, place_id: str) -> Entry | None:
        number = self._ids.get(place_id)
        return None if number is None else self.entry(self._by_id[number])

    def _entry(self, number: int) -> Entry:
        lat, lon, radius, people, start, end, country, admin, kind, flags = RECORD.unpack_from(
            self._rows, number * RECORD.size
        )
        place_id, name_ar, name_en = bytes(self._words[start:end]).decode().split("\t")
        return Entry(
            place_id,
            name_ar,
            name_en,
            round(lat, 5),
            round(lon, 5),
            country.rstrip(b"\0").decode(),
            KINDS[kind],
            round(radius, 2),
            people,
            admin.rstrip(b"\0").decode(),
            bool(flags & BY_HAND),
            bool(flags & CAPITAL),
        )


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
