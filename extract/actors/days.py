"""The day a stretch of text speaks of, for asking who held an office then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.script import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Document, Interval, TimeExpression

# An expression further back than this makes its sentence one of history: its office holders are those of then.
_HISTORY = timedelta(days=400)
_FURTHEST = 120


class Days:
    """Which days a place in the text is about."""

    def __init__(self, document: Document, dates: Sequence[TimeExpression]) -> None:
        self.published = _ends(document.published)
        self._sentences = sentences(document.text) if dates else []
        self._starts = [start for start, _ in self._sentences]
        self._dates = [(d.evidence.start, ends) for d in dates if (ends := _ends(d.interval))]
        self._dates.sort()
        self._at = [start for start, _ in self._dates]
        if self.published is None and self._dates:
            # Nobody says when it was published: the latest day told is the nearest thing known.
            self.published = max((ends for _, ends in self._dates), key=lambda ends: ends[1])

    def at(self, offset: int, *, then: bool = False) -> tuple[date, date] | None:
        """First and last day spoken of at `offset`; `then`: the text itself points back."""
        nearby = self._in_sentence(offset) if self._dates else []
        if then:
            before = self._dates[max(bisect_left(self._at, offset) - 1, 0) :][:1]
            earlier = nearby or [(abs(s - offset), ends) for s, ends in before if s < offset]
            return min(earlier)[1] if earlier else self.published
        if self.published is None:
            return None
        history = [
            (away, ends)
            for away, ends in nearby
            if ends[1] < self.published[0] - _HISTORY and away < _FURTHEST
        ]
        recent = [away for away, ends in nearby if ends[1] >= self.published[0] - _HISTORY]
        return min(history)[1] if history and not recent else self.published

    def _in_sentence(self, offset: int) -> list[tuple[int, tuple[date, date]]]:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return []
        start, end = self._sentences[at]
        first, last = bisect_left(self._at, start), bisect_left(self._at, end)
        return [(abs(s - offset), ends) for s, ends in self._dates[first:last]]


def _ends(interval: Interval | None) -> tuple[date, date] | None:
    if interval is None or interval.start is None or interval.end is None:
        return None
    first, last = interval.start.date(), (interval.end - timedelta(microseconds=1)).date()
    return first, max(first, last)
