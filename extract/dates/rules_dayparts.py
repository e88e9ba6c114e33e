"""Rules for the parts of a day: morning, tonight, the night from Monday to Tuesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time
from extract.model import Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

# Hours of each part of a day; from 24 on they are of the next day.
DAYPARTS = {
    "dawn": (3, 6),
    "morning": (6, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "late_afternoon": (15, 18),
    "evening": (18, 24),
    "night": (20, 28),
    "midnight": (24, 25),
    "am": (0, 12),
    "pm": (12, 24),
}


@rule("piece")
def daypart(daypart: str) -> Time:
    """A part of the day that stands beside it: "Monday evening"."""
    today = part_of_day(daypart, 0)
    return Time("daypart", Size.DAYPART, today.at, part_inside(daypart), number=daypart)


@rule("piece")
def def_daypart(daypart: str) -> Time:
    """As in "الصباح": a part of the day that leans on no day right beside it ("الصباح" is a family name too)."""
    today = part_of_day(daypart, 0)
    return Time("def_daypart", Size.DAYPART, today.at, part_inside(daypart), number=daypart)


@rule("piece")
def this_daypart(daypart: str) -> Time:
    return part_of_day(daypart, 0)


@rule("piece")
def last_daypart(daypart: str) -> Time:
    """As in "last night" is the night that began yesterday."""
    return part_of_day(daypart, -1)


@rule("piece")
def next_daypart(daypart: str) -> Time:
    return part_of_day(daypart, 1)


@rule("piece")
def overnight() -> Time:
    """Alone it is last night; beside a day it is the night of that day."""
    return replace(part_of_day("night", -1), kind="overnight", inside=part_inside("night"))


@rule("piece")
def tonight() -> Time:
    return part_of_day("night", 0)


def part_of_day(part: str, shift: int) -> Time:
    def at(context: Context) -> Interval | None:
        return part_at(context.today + timedelta(days=shift), part) if context.today else None

    return Time("this_daypart", Size.DAYPART, at, number=part)


def part_inside(part: str) -> Callable[[Interval, Context], Interval | None]:
    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None or larger.end - larger.start > timedelta(days=1):
            return None
        return part_at(larger.start.date(), part)

    return inside


def part_at(day: date, part: str) -> Interval:
    begin, end = DAYPARTS[part]
    return Interval(calendars.moment(day, begin), calendars.moment(day, end), Grain.HOUR)


@rule("piece")
def midnight_tonight() -> Time:
    return part_of_day("midnight", 0)


@rule("piece")
def midnight_between(first: int, second: int) -> Time | None:
    """As in "منتصف ليل السبت الأحد"."""
    between = night_between(first, second)
    if not isinstance(between, Time) or between.at is None:
        return None
    night = between.at

    def at(context: Context) -> Interval | None:
        told = night(context)
        return part_at(told.start.date(), "midnight") if told and told.start else None

    return Time("night", Size.DAYPART, at)


@rule("piece")
def night_between(first: int, second: int) -> Time | None:
    """As in "ليل الاثنين الثلاثاء": the night that begins on the first day."""
    from extract.dates.rules_days import weekday  # noqa: PLC0415

    if (first + 1) % 7 != second:
        return None
    evening: Time = weekday(first)

    def at(context: Context) -> Interval | None:
        day = evening.at(context) if evening.at else None
        return part_at(day.start.date(), "night") if day and day.start else None

    return Time("night", Size.DAYPART, at)


@rule("piece")
def midnight() -> Time:
    """The hour that begins where the day ends."""
    return Time("midnight", Size.DAYPART, part_of_day("midnight", 0).at, part_inside("midnight"))
