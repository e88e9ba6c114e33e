"""What words tell before anybody knows when they were written: a Time, resolved by a Context.

Times are composed: "Monday" inside "last week", "early" inside "October" inside "2022".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from extract.dates import calendars
from extract.model import Calendar, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable


class Size(IntEnum):
    """How large a time is, to tell which of two lies inside the other."""

    CLOCK = 0
    DAYPART = 1
    DAY = 2
    WEEK = 3
    FRACTION = 4  # a half or a quarter of whatever stands beside it
    MONTH = 5
    SEASON = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9


SIZES = {
    Grain.MINUTE: Size.CLOCK,
    Grain.HOUR: Size.CLOCK,
    Grain.DAY: Size.DAY,
    Grain.WEEK: Size.WEEK,
    Grain.MONTH: Size.MONTH,
    Grain.QUARTER: Size.SEASON,
    Grain.SEASON: Size.SEASON,
    Grain.HALF: Size.SEASON,
    Grain.YEAR: Size.YEAR,
    Grain.DECADE: Size.DECADE,
    Grain.CENTURY: Size.CENTURY,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is reckoned from. `ahead` is whether the clause speaks of what is to come."""

    today: date | None
    ahead: bool = False
    week_start: int = 0
    now: datetime | None = None  # where the hour of publication is known
    before: Interval | None = None  # what the text told last
    near: Interval | None = None  # the same, where the sentence told it and goes on from there

    def at(self, day: date) -> Context:
        """The same, reckoned from another day."""
        return replace(self, today=day, now=None)


@dataclass(frozen=True, slots=True)
class Time:
    """A time told by words. `kind` says how it was told, for what it may be joined with.

    `at` answers for the whole expression alone; `inside` answers for a larger interval told beside it
    (both None where the words do not allow it). `alike` makes the same with another number ("7" of "7 October").
    """

    kind: str
    size: Size
    at: Callable[[Context], Interval | None] | None
    inside: Callable[[Interval, Context], Interval | None] | None = None
    alike: Callable[[int], Time | None] | None = None
    absolute: bool = False
    calendar: Calendar = Calendar.GREGORIAN
    number: Any = None
    parts: tuple[Time, ...] = ()

    @property
    def floating(self) -> bool:
        """Whether there are many such times, so that another one may choose."""
        return self.inside is not None


def resolve(time: Time, context: Context) -> Interval | None:
    """The interval meant, None where it cannot be told or does not exist."""
    if time.at is None or (context.today is None and not time.absolute):
        return None
    try:
        return time.at(context)
    except (OverflowError, ValueError):
        return None


def fixed(kind: str, interval: Interval, **more: Any) -> Time:
    """A time that needs nobody to tell when it was written."""
    size = SIZES[interval.grain]
    return Time(kind, size, lambda _: interval, absolute=True, calendar=interval.calendar, **more)


_YEARS_LOOKED_AT = 10  # 29 February may be eight years away


def yearly(kind: str, size: Size, of_year: Callable[[int], Interval | None], **more: Any) -> Time:
    """A time that comes once a year: the latest that has begun, or the next in a clause that looks ahead."""

    def at(context: Context) -> Interval | None:
        today = context.today
        if today is None:
            return None
        step = 1 if context.ahead else -1
        first = today.year - step  # a winter begun last year is on; one of next year may be nearest
        for year in range(first, first + step * _YEARS_LOOKED_AT, step):
            if (found := of_year(year)) is not None and nearest([found], context) is not None:
                return found
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None:
            return None
        years = range(larger.start.year, larger.end.year + 1)
        if len(years) > 3:  # noqa: PLR2004  # a decade or a century holds many of them
            return None
        for year in years:
            found = of_year(year)
            if found and found.start and larger.start <= found.start < larger.end:
                return found
        return None

    return Time(kind, size, at, inside, **more)


def nearest(found: list[Interval], context: Context) -> Interval | None:
    """Of intervals in order, the latest that has begun, or the first not over if the clause looks ahead."""
    if context.today is None:
        return None
    today = calendars.moment(context.today)
    if context.ahead:
        return next((i for i in found if i.end is not None and i.end > today), None)
    begun = [i for i in found if i.start is not None and i.start < today + timedelta(days=1)]
    return begun[-1] if begun else None


def holds(larger: Interval, smaller: Interval) -> bool:
    """Whether `smaller` lies wholly in `larger`."""
    from_start = larger.start is None or (smaller.start is not None and smaller.start >= larger.start)
    return from_start and (larger.end is None or (smaller.end is not None and smaller.end <= larger.end))


def day_in(interval: Interval) -> date | None:
    """The one day that an interval is, or None."""
    if interval.start is None or interval.end is None or interval.end - interval.start != timedelta(days=1):
        return None
    return interval.start.date()


def today_of(context: Context) -> date:
    """The day to reckon from, where a rule cannot do without."""
    if context.today is None:
        raise ValueError("this time needs a day to be reckoned from")
    return context.today
