"""What the tagger of names says of places: words that are part of another name, and names that no gazetteer has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from extract.gazetteer.rows import TOWNS
from extract.model import Evidence, Toponym
from extract.script import raw_offset
from extract.tagger import tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.model import Document
    from extract.places.mentions import Mention

_SURE = 0.8
_NONE = 0.985
_WELL_KNOWN = 5.5  # of the prominence of places: a city of some hundred thousands
_PART_OF = {"p": "a person's name in its sentence", "o": "an organisation of that name in its sentence"}


class _Told(NamedTuple):
    """A name in a text: offsets, end exclusive, kind (p, o, l, m) and how sure that is."""

    start: int
    end: int
    kind: str
    sure: float


class Told:
    """The names that the tagger sees in one text."""

    def __init__(self, text: str) -> None:
        found = tagged(text)
        cut = found.cut
        self.names = [
            _Told(
                cut.starts[name.first]
                + raw_offset(text[cut.starts[name.first] : cut.ends[name.first]], name.cut),
                cut.ends[name.last - 1],
                name.kind,
                name.sure,
            )
            for name in found.names
        ]
        self._outside = dict(zip(cut.starts, found.outside, strict=True))
        self._starts = cut.starts
        self._at = {i: name for name in self.names for i in range(name.start, name.end)}

    def otherwise(self, mention: Mention) -> str:
        """Why the words of a mention are no place, "" where they may be one."""
        name = next((self._at[i] for i in range(mention.start, mention.end) if i in self._at), None)
        if mention.cued:
            return ""
        top = mention.candidates[0]
        small = top.prominence < _WELL_KNOWN
        if name is None:
            hidden = mention.last - mention.first == 1 and (mention.clitics or small or mention.common)
            return "no name in its sentence" if hidden and self._no_name(mention) else ""
        covers = name.start <= mention.start and mention.end <= name.end
        # In "Manchester, N.H." one explains the other.
        if not covers or name.sure < _SURE or mention.container is not None or mention.contained is not None:
            return ""
        whole = (name.start, name.end) == (mention.start, mention.end)
        town = small and not top.entry.by_hand and top.entry.kind in TOWNS
        if (name.kind == "p" and (town or not whole)) or (name.kind == "o" and whole and town):
            return _PART_OF[name.kind]
        return ""

    def _no_name(self, mention: Mention) -> bool:
        """Whether the tagger is sure of every word that it belongs to no name."""
        first = bisect_right(self._starts, mention.start) - 1
        last = bisect_left(self._starts, mention.end)
        return min((self._outside[self._starts[i]] for i in range(max(first, 0), last)), default=0.0) >= _NONE


def unplaced(document: Document, told: Told, found: Iterable[Toponym]) -> Iterator[Toponym]:
    """Names of places that no gazetteer has: told, but where they are nobody knows."""
    taken = {i for one in found for i in range(one.evidence.start, one.evidence.end)}
    for name in told.names:
        if name.kind == "l" and name.sure >= _SURE and taken.isdisjoint(range(name.start, name.end)):
            language = "ar" if "\u0621" <= document.text[name.start] <= "\u06d3" else "en"
            evidence = Evidence.at(document, name.start, name.end, f"{language}/places/tagger")
            yield Toponym(evidence, None, why="a place in its sentence, which no gazetteer has")
