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
_SIDES = ("larger", "same", "smaller")
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
        for begin, sides in self._joined(stream, end):
            if (
                begin >= len(words)
                or not self.grammar.may_start("piece", words[begin])
                or stream.breaks(begin)
            ):
                continue
            pieces = self.grammar.find("piece", stream, begin)
            closing = _OPENING.get(words[begin - 1]) if begin > end else None
            if closing:
                pieces = [(stop + 1, piece) for stop, piece in pieces if stream.word(stop) == closing]
            for side in sides if pieces else ():
                best = _farthest(parts, pieces, side, best, tight=begin == end)
        return best

    def _joined(self, stream: Stream, end: int) -> list[tuple[int, tuple[str, ...]]]:
        """Where a next part may begin, and on which sides of the size of what is there."""
        begins: list[tuple[int, tuple[str, ...]]] = [(end, _SIDES)]
        for phrase, side in self.joiners.get(stream.words[end], []):
            stop = end + len(phrase)
            if tuple(stream.words[end:stop]) == phrase:
                begins.append((stop, (side,)))
        return begins


def _farthest(
    parts: list[Time],
    pieces: list[tuple[int, Time]],
    side: str,
    best: tuple[int, Time] | None,
    *,
    tight: bool,
) -> tuple[int, Time] | None:
    """The farthest of `pieces` that fits on one side, or `best` where none goes beyond it."""
    for stop, piece in pieces:
        if best is not None and stop < best[0]:
            break
        better = best is None or stop > best[0] or (best[1].at is None and piece.at is not None)
        if better and fits(parts, piece, side, tight=tight):
            best = stop, piece
    return best
