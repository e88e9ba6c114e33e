"""Rules for lists under one head: neighbours are one time, others are several."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from extract.dates import calendars
from extract.dates.moments import stands
from extract.dates.rules import rule
from extract.dates.rules_days import NEVER
from extract.dates.rules_parts import _DAY
from extract.dates.rules_ranges import range_of
from extract.dates.spans import Several, core, cued
from extract.dates.times import Context, Size, Time
from extract.model import Calendar, Interval

MONTH_KINDS = frozenset({"month", "weak_month"})


@rule("span")
def listed(first: Time, second: Time, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    """As in "يومي الاثنين والثلاثاء": neighbours are one time, others are several."""
    if not (cued(first) and cued(second)):
        return None
    if neighbours(first, second):
        return range_of(first, second)
    return Several(((*places["first"], first), (*places["second"], second)))


@rule("span")
def listed_last(first: Time, second: Time) -> Time | None:
    """As in "السبت والأحد الماضيين": the word after the list is said of each."""
    return _marked_list(first, second, -1)


@rule("span")
def listed_next(first: Time, second: Time) -> Time | None:
    return _marked_list(first, second, 1)


def _marked_list(first: Time, second: Time, way: int) -> Time | None:
    one, other = _marked(first, way), _marked(second, way)
    if one is None or other is None or one.at is None or other.at is None:
        return None
    start, end = one.at, other.at

    def at(context: Context) -> Interval | None:
        begun, ended = start(context), end(context)
        if begun is None or ended is None or begun.start is None or ended.end is None:
            return None
        if begun.start >= ended.end:  # the neighbours lie on both sides of today
            floating = context.at(ended.start.date()) if ended.start else context
            begun = start(floating) if way < 0 else begun
            ended = end(context.at(begun.start.date())) if way > 0 and begun and begun.start else ended
        if (
            begun is None
            or ended is None
            or begun.start is None
            or ended.end is None
            or begun.start >= ended.end
        ):
            return None
        return replace(begun, end=ended.end)

    return Time("range", first.size, at)


def _marked(time: Time, way: int) -> Time | None:
    from extract.dates.rules_days import last_weekday, next_weekday  # noqa: PLC0415
    from extract.dates.rules_periods import last_month_named, next_month_named  # noqa: PLC0415

    if time.kind in {"weekday", "weak_weekday"}:
        return (last_weekday if way < 0 else next_weekday)(time.number)
    if time.kind in MONTH_KINDS and time.calendar is Calendar.GREGORIAN:
        return (last_month_named if way < 0 else next_month_named)(time.number)
    return None


@rule("span")
def listed_three(
    first: Time, second: Time, third: Time, places: dict[str, tuple[int, int]]
) -> Time | Several | None:
    if not (cued(first) and cued(second) and cued(third)):
        return None
    if neighbours(first, second) and neighbours(second, third):
        return range_of(first, third)
    return Several(
        tuple(
            (*places[name], time) for name, time in (("first", first), ("second", second), ("third", third))
        )
    )


@rule("span")
def two_neighbours(first: Time, second: Time) -> Time | None:
    """As in "Monday and Tuesday" with no word before them that makes them one list."""
    kinds = {core(first).kind, core(second).kind}
    if kinds == {"relative_day"} and core(second).number == core(first).number - 1:
        return range_of(second, first)
    if not neighbours(first, second) or not (len(kinds) == 1 or kinds <= MONTH_KINDS):
        return None
    listed_as = range_of(first, second)
    if listed_as is None or listed_as is NEVER or stands(first):
        return listed_as
    return replace(listed_as, kind="cued_years" if first.size is Size.YEAR else "cued_months")


@rule("span")
def number_list(
    number: int, last: Time, places: dict[str, tuple[int, int]], middle: int | None = None
) -> Time | Several | None:
    """As in "7 و8 أكتوبر"."""
    first = last.alike(number) if last.alike else None
    if first is None or not cued(last) or last.kind == "hour" or last.size > Size.MONTH or first is NEVER:
        return None
    head = core(last)
    numbers = [number, *([middle] if middle is not None else []), day_number(head)]
    if all(b is not None and a is not None and b == a + 1 for a, b in itertools.pairwise(numbers)):
        return range_of(first, last)
    times = [(*places["number"], first)]
    if middle is not None and last.alike and (between := last.alike(middle)):
        times.append((*places["middle"], between))
    return Several((*times, (*places["last"], last)))


@rule("span")
def ordinal_list(ordinal: int, last: Time, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    return number_list(ordinal, last, {"number": places["ordinal"], "last": places["last"]})


@rule("span")
def day_list_year(month: int, number: int, year: int, middle: int, third: int | None = None) -> Time | None:
    """As in "Oct. 7 and 8, 2023", "June 16, 17 and 18, 2024"."""
    from extract.dates.rules_days import day_month_year  # noqa: PLC0415

    numbers = [number, middle, *([third] if third is not None else [])]
    if any(after != before + 1 for before, after in itertools.pairwise(numbers)):
        return None
    return range_of(day_month_year(number, month, year), day_month_year(numbers[-1], month, year))


@rule("span")
def day_list_three(month: int, number: int, middle: int, third: int) -> Time | None:
    from extract.dates.rules_days import day_month  # noqa: PLC0415

    if (middle, third) != (number + 1, number + 2):
        return None
    return range_of(day_month(number, month), day_month(third, month))


@rule("span")
def day_list(first: Time, number: int, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    """As in "Oct. 7 and 8"."""
    second = first.alike(number) if first.alike and first.size == Size.DAY else None
    if second is None or not stands(first) or second is NEVER:
        return None
    if day_number(core(first)) == number - 1:
        return range_of(first, second)
    return Several(((*places["first"], first), (*places["number"], second)))


def neighbours(first: Time, second: Time) -> bool:
    """Whether the second is the unit right after the first."""
    one, other = _number(first), _number(second)
    if one is None or other is None:
        return False
    if isinstance(core(first).number, tuple) and isinstance(core(second).number, tuple):
        return _days_touch(core(first), core(second))
    if core(first).kind == "decade":
        return other == one + 10
    around = {"weekday": 7, "weak_weekday": 7, "month": 12, "weak_month": 12}.get(core(first).kind)
    return (
        other == one % around + 1
        if around == 12  # noqa: PLR2004
        else (other == (one + 1) % around if around else other == one + 1)
    )


def _days_touch(first: Time, second: Time) -> bool:
    """Whether the second day of a month follows the first, over the end of a month too."""
    if {first.kind, second.kind} - {"day_month", "relative_date"}:
        return False
    one, other = calendars.valid(2001, *first.number), calendars.valid(2001, *second.number)
    return one is not None and other is not None and other - one == _DAY


def _number(time: Time) -> int | None:
    number = core(time).number
    return number if isinstance(number, int) else day_number(core(time))


def day_number(time: Time) -> int | None:
    number: Any = time.number
    if isinstance(number, tuple):
        return int(number[1]) if isinstance(number[1], int) else None
    if hasattr(number, "day"):
        return int(number.day)
    return number if isinstance(number, int) else None
