"""Reads times that stand side by side, with the small words that may join them, as one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.dates.moments import fits, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extract.dates.times import Time
    from extract.patterns import Grammar, Stream

_MOST_PARTS = 7
_MOST_READINGS = 3
_OPENING = {"(": ")", "[": "]"}


class Chain:
    """The joiners of one language: what may stand before a larger, a smaller, an equal time."""

    def __init__(self, grammar: Grammar, joiners: Mapping[str, Iterable[str]]) -> None:
        self.grammar = grammar
        self.joiners: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for side in ("larger", "smaller", "same", "owner"):
            for phrase in joiners.get(side, []):
                for folded in grammar.variants(phrase):
                    grammar.vocabulary.update(folded)
                    self.joiners.setdefault(folded[0], []).append((tuple(folded), side))

    def read(self, stream: Stream, at: int) -> list[tuple[int, Time]]:
        """Moments from word `at` on, longest first: each reading grown, and the same without its last parts."""
        found: dict[int, list[Time]] = {}
        for end, first in self.grammar.find("piece", stream, at):
            for stop, parts in self._grow(stream, end, [first]):
                known = found.setdefault(stop, [])
                if len(known) < _MOST_READINGS:
                    known.append(self._joined_time(stream, parts))
        return [(stop, time) for stop in sorted(found, reverse=True) for time in found[stop]]

    def _joined_time(self, stream: Stream, parts: list[Time]) -> Time:
        time = join(parts)
        stream.made_by(time, "+".join(stream.rule_of(part) for part in parts))
        return time

    def _grow(self, stream: Stream, end: int, parts: list[Time]) -> list[tuple[int, list[Time]]]:
        """Take the longest next part as long as one fits."""
        chains = [(end, parts)]
        while len(parts) < _MOST_PARTS and (step := self._next(stream, end, parts)):
            end, new = step
            parts = [*parts, new]
            chains.append((end, parts))
        return chains

    def _next(self, stream: Stream, end: int, parts: list[Time]) -> tuple[int, Time] | None:
        words = stream.words
        if end >= len(words):
            return None
        best: tuple[int, Time] | None = None
        for begin, side in self._joined(stream, end):
            if begin >= len(words) or stream.breaks(begin):
                continue
            closing = _OPENING.get(words[begin - 1]) if begin > end else None
            for stop, piece in self.grammar.find("piece", stream, begin):
                if closing:
                    if stream.word(stop) != closing:
                        continue
                    stop += 1  # noqa: PLW2901
                if best is not None and stop < best[0]:
                    break
                better = best is None or stop > best[0] or (best[1].at is None and piece.at is not None)
                if better and fits(parts, piece, side, tight=begin == end):
                    best = stop, piece
        return best

    def _joined(self, stream: Stream, end: int) -> list[tuple[int, str]]:
        """Where a next part may begin, and on which side of the size of what is there."""
        begins = [(end, side) for side in ("larger", "same", "smaller")]
        for phrase, side in self.joiners.get(stream.words[end], []):
            stop = end + len(phrase)
            if tuple(stream.words[end:stop]) == phrase:
                begins.append((stop, side))
        return begins
