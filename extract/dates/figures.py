"""Dates and clock times written in figures: 7/10/2023, 2023-10-07T15:30, 07.10.23, 15:30."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules_days import NEVER, day_month, day_month_year, hijri_day_month_year
from extract.dates.rules_periods import month_year
from extract.dates.times import Time

if TYPE_CHECKING:
    from extract.patterns import Stream

_SIGNS = frozenset("/-.\\")
CLOCK_SIGNS = frozenset({":", "h"})  # between hour and minute
LOOSE_CLOCK_SIGNS = CLOCK_SIGNS | frozenset("٫,.،")
_MONTHS, _DAYS = 12, 31
_PIVOT = 50
_YEAR_DIGITS = 4
_EARLIEST, _LATEST = 1000, 2999
_FIRST_HIJRI, _LAST_HIJRI = 1300, 1500


def may_be_figures(word: str) -> bool:
    return word.isdecimal() and len(word) <= 8  # noqa: PLR2004


def figures_reach(word: str, after: str) -> int:
    """How far `Figures` reads from `word` if `after` follows: 2 perhaps beyond it, 0 not at all."""
    return 2 if after in _SIGNS or len(word) == 8 else 0  # noqa: PLR2004


def may_be_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal() and word[0] in "12"


def year(stream: Stream, at: int) -> list[tuple[int, int]]:
    """A year in four figures that is no part of a larger number."""
    value = int(stream.words[at])
    if _in_larger_number(stream, at, at + 1):
        return []
    return [(at + 1, value)] if _EARLIEST <= value <= _LATEST else []


def _in_larger_number(stream: Stream, at: int, end: int) -> bool:
    """Whether digits go on beside words `at` to `end`: "2023.5", "1,2023", "2,023,000"."""
    before = stream.word(at - 1) in {".", ",", "٫", "٬", "$", "€", "£"} and stream.touches(at)
    before = before and (stream.word(at - 1) in "$€£" or stream.word(at - 2).isdecimal())
    after = (
        stream.word(end) in {".", ",", "٫", "٬"}
        and stream.touches(end)
        and stream.word(end + 1).isdecimal()
        and stream.touches(end + 1)
    )
    return before or after or stream.word(end) in {"%", "٪"}


class Figures:
    """Reads dates in figures; `day_first` decides where both orders are possible."""

    def __init__(self, *, day_first: bool) -> None:
        self.day_first = day_first

    def read(self, stream: Stream, at: int) -> list[tuple[int, Time]]:
        """Dates from word `at` on, longest first."""
        if (
            stream.touches(at)
            and stream.word(at - 1) in {"/", "-", ".", ",", ":", "+"}
            and (stream.word(at - 2).isdecimal())
        ):
            return []
        return self._three(stream, at) or self._two(stream, at) or self._compact(stream, at)

    def _three(self, stream: Stream, at: int) -> list[tuple[int, Time]]:
        words = stream.words
        if at + 4 >= len(words):
            return []
        first, sign, second, other, third = words[at : at + 5]
        if sign not in _SIGNS or other != sign or not (second.isdecimal() and third.isdecimal()):
            return []
        tight = all(stream.touches(at + step) for step in range(1, 5))
        if not tight and sign != "/":
            return []
        if stream.word(at + 5) == sign and stream.word(at + 6).isdecimal() and stream.touches(at + 5):
            return []
        found = self._ordered(first, sign, second, third)
        if found is None:
            return []
        return self._with_clock(stream, at + 5, found)

    def _ordered(self, first: str, sign: str, second: str, third: str) -> Time | None:
        one, two, three = int(first), int(second), int(third)
        if len(first) == _YEAR_DIGITS and len(second) <= 2 and len(third) <= 2:  # noqa: PLR2004
            return _date(three, two, one)
        if len(first) > 2 or len(second) > 2 or len(third) not in {2, 4}:  # noqa: PLR2004
            return None
        year = three if len(third) == _YEAR_DIGITS else three + (1900 if three >= _PIVOT else 2000)
        day, month = (one, two) if self.day_first or sign == "." else (two, one)
        if month > _MONTHS >= day:
            day, month = month, day
        return _date(day, month, year)

    def _with_clock(self, stream: Stream, end: int, found: Time) -> list[tuple[int, Time]]:
        """An ISO date may be followed by T and a time of day."""
        from extract.dates.moments import join  # noqa: PLC0415
        from extract.dates.rules_clock import clock  # noqa: PLC0415

        if stream.word(end) != "t" or not stream.touches(end):
            return [(end, found)]
        times = clock_figures(stream, end + 1) if end + 1 < len(stream.words) else []
        times = times or compact_clock(stream, end + 1)
        if not times:
            return [(end, found)]
        stop, told = times[0]
        time = clock(told)
        if time is None:
            return [(end, found)]
        if stream.word(stop) == "z" and stream.touches(stop):
            return [(stop + 1, join([time, found, Time("zone", time.size, None, number="UTC")]))]
        if (
            stop < len(stream.words)
            and stream.words[stop] in "+-"
            and stream.touches(stop)
            and (hours := stream.word(stop + 1)).isdecimal()
        ):
            zone = Time("zone", time.size, None, number=f"{stream.word(stop)}{hours[:2]}:{hours[2:] or '00'}")
            tail = (
                stop + 4 if stream.word(stop + 2) == ":" and stream.word(stop + 3).isdecimal() else stop + 2
            )
            return [(tail, join([time, found, zone]))]
        return [(stop, join([time, found]))]

    def _two(self, stream: Stream, at: int) -> list[tuple[int, Time]]:  # noqa: PLR0911
        """Day and month, month and year: 7/10, 10/2023, 2023-10."""
        words = stream.words
        if at + 2 >= len(words):
            return []
        first, sign, second = words[at : at + 3]
        if (
            sign not in "/-."
            or not second.isdecimal()
            or not (stream.touches(at + 1) and stream.touches(at + 2))
        ):
            return []
        one, two = int(first), int(second)
        if _in_larger_number(stream, at, at + 3) or (
            stream.word(at + 3) in _SIGNS and stream.touches(at + 3)
        ):
            return []
        if (
            len(first) == _YEAR_DIGITS
            and len(second) == 2  # noqa: PLR2004
            and 1 <= two <= _MONTHS
            and sign in "-/"
            and _recent(one)
        ):
            return _found(at + 3, month_year(two, one))
        if len(second) == _YEAR_DIGITS and len(first) <= 2 and 1 <= one <= _MONTHS and _recent(two):  # noqa: PLR2004
            return _found(at + 3, month_year(one, two))
        if sign != "/" or max(len(first), len(second)) > 2:  # noqa: PLR2004
            return []
        day, month = (one, two) if self.day_first else (two, one)
        if month > _MONTHS >= day:
            day, month = month, day
        if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
            return []
        return _found(at + 3, replace(day_month(day, month), kind="figures"))

    def _compact(self, stream: Stream, at: int) -> list[tuple[int, Time]]:
        word = stream.words[at]
        if len(word) != 8 or word[:2] not in {"19", "20"}:  # noqa: PLR2004
            return []
        at_day = calendars.valid(int(word[:4]), int(word[4:6]), int(word[6:]))
        if at_day is None:
            return []
        day = day_month_year(at_day.day, at_day.month, at_day.year)
        with_clock = self._with_clock(stream, at + 1, day)
        return with_clock if with_clock[0][0] > at + 1 else _found(at + 1, replace(day, kind="compact"))


def _recent(year: int) -> bool:
    return 1800 <= year <= 2100  # noqa: PLR2004


def _found(end: int, time: Time | None) -> list[tuple[int, Time]]:
    return [(end, time)] if time is not None else []


def _date(day: int, month: int, year: int) -> Time | None:
    if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS) or not _EARLIEST <= year <= _LATEST:
        return None if day > _DAYS or month > _DAYS else NEVER
    if _FIRST_HIJRI <= year <= _LAST_HIJRI:  # nobody writes a day of the 14th century in figures
        return hijri_day_month_year(day, month, year)
    return day_month_year(day, month, year)


def compact_clock(stream: Stream, at: int) -> list[tuple[int, tuple[int, int]]]:
    """Hours, minutes and seconds in one number, as after the T of an ISO date: 162200."""
    word = stream.word(at)
    if len(word) not in {4, 6} or not word.isdecimal() or not stream.touches(at):
        return []
    hour, minute = int(word[:2]), int(word[2:4])
    return [(at + 1, (hour, minute))] if hour < 24 and minute < 60 else []  # noqa: PLR2004


def loose_clock_figures(stream: Stream, at: int) -> list[tuple[int, tuple[int, int]]]:
    """As `clock_figures`, and 15.30 and 15,30 besides: only beside words that make them a time of day."""
    return clock_figures(stream, at, loose=True)


def clock_figures(stream: Stream, at: int, *, loose: bool = False) -> list[tuple[int, tuple[int, int]]]:
    """A time of day with its minutes: 15:30, 15:30:00; 15h30 where hours are written so."""
    words = stream.words
    if at + 2 >= len(words) or len(words[at]) > 2 or not words[at].isdecimal():  # noqa: PLR2004
        return []
    hour, sign, minute = words[at : at + 3]
    if sign not in LOOSE_CLOCK_SIGNS or len(minute) != 2 or not minute.isdecimal():  # noqa: PLR2004
        return []
    if not (stream.touches(at + 1) and stream.touches(at + 2)) or int(hour) > 24 or int(minute) > 59:  # noqa: PLR2004
        return []
    end = at + 3
    if stream.word(end) == ":" and len(stream.word(end + 1)) == 2 and stream.word(end + 1).isdecimal():  # noqa: PLR2004
        end += 2
        if stream.word(end) == "." and stream.touches(end) and stream.word(end + 1).isdecimal():
            end += 2
    told = (int(hour), int(minute))
    return [(end, told)] if sign in CLOCK_SIGNS or loose else []
