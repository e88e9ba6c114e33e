"""Rules for one of many: the second week of May, the last Friday of Ramadan."""

from __future__ import annotations

from datetime import date, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_parts import LONGEST_MONTH, LONGEST_WEEK
from extract.dates.rules_relative import weekend_of
from extract.dates.times import SIZES, Context, Size, Time
from extract.model import Grain, Interval


@rule("piece")
def week_number(number: int) -> Time | None:
    """As in "week 20 of 2019"."""
    if not 1 <= number <= 53:  # noqa: PLR2004
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.grain is not Grain.YEAR:
            return None
        monday = date.fromisocalendar(larger.start.year, number, 1)
        return calendars.between(monday, monday + timedelta(days=7), Grain.WEEK)

    return Time("nth", Size.WEEK, None, inside, number=(number, Grain.WEEK))


@rule("piece")
def nth_unit(ordinal: int, unit: Grain | str) -> Time | None:
    """As in "the second week of May", "the third day of Ramadan"."""
    return _nth(ordinal, unit)


@rule("piece")
def nth_quarter(ordinal: int) -> Time | None:
    """As in "ثالث ربع من 2018", where no year makes it a quarter final."""
    return _nth(ordinal, Grain.QUARTER)


@rule("piece")
def last_unit_of(unit: Grain | str) -> Time | None:
    """As in "the last week of May"."""
    return _nth(-1, unit)


@rule("piece")
def first_units(number: int, unit: Grain | str) -> Time | None:
    """As in "the first nine months of 2023"."""
    return _nth(1, unit, number)


@rule("piece")
def first_two_units(unit: Grain | str) -> Time | None:
    return _nth(1, unit, 2)


@rule("piece")
def last_two_units(unit: Grain | str) -> Time | None:
    return _nth(-1, unit, 2)


@rule("piece")
def last_ten_days() -> Time | None:
    """As in "العشر الأواخر من رمضان"."""
    return _nth(-1, Grain.DAY, 10)


@rule("piece")
def first_ten_days() -> Time | None:
    return _nth(1, Grain.DAY, 10)


@rule("piece")
def last_units(number: int, unit: Grain | str) -> Time | None:
    return _nth(-1, unit, number)


def _nth(ordinal: int, unit: Grain | str, count: int = 1) -> Time | None:
    if unit in {"fortnight", "night"} or ordinal == 0 or count < 1:
        return None

    def inside(larger: Interval, context: Context) -> Interval | None:
        return nth_in(larger, ordinal, unit, count, context)

    size = Size.DAY if unit == "weekend" else SIZES[Grain(unit)]
    return Time("nth", size, None, inside, lambda other: _nth(other, unit, count), number=(ordinal, unit))


def nth_in(  # noqa: PLR0911
    larger: Interval, ordinal: int, unit: Grain | str, count: int, context: Context
) -> Interval | None:
    """`count` units from the one numbered `ordinal` on; from the end where it is negative."""
    if larger.start is None or larger.end is None:
        return None
    if unit in {Grain.WEEK, "weekend"}:
        return _nth_week(larger, ordinal, unit, count, context)
    first, last = larger.start.date(), larger.end.date()
    grain = Grain(unit)
    if grain is Grain.DECADE:
        return _nth_decade(larger, ordinal)
    if grain is Grain.HOUR:
        hours = ordinal - 1 if ordinal > 0 else 24 - count
        return Interval(calendars.moment(first, hours), calendars.moment(first, hours + count), grain)
    if ordinal > 0:
        found = calendars.span_of(grain, first, ordinal - 1, context.week_start, count)
    else:
        found = calendars.span_of(
            grain, last - timedelta(days=1), ordinal + 1 - (count - 1), context.week_start, count
        )
    if found is None or found.start is None or found.end is None:
        return None
    if not (larger.start <= found.start and found.end <= larger.end):
        return None
    return (
        found
        if grain is not Grain.DAY
        else calendars.between(found.start.date(), found.end.date(), grain, larger.calendar)
    )


def _nth_decade(larger: Interval, ordinal: int) -> Interval | None:
    """The first decade of the 21st century is that of 2000, though the century begins with 2001."""
    if larger.start is None or larger.grain is not Grain.CENTURY:
        return None
    index = ordinal - 1 if ordinal > 0 else 10 + ordinal
    year = larger.start.year // 10 * 10 + index * 10
    return calendars.span_of(Grain.DECADE, date(year, 1, 1)) if 0 <= index < 10 and year > 0 else None  # noqa: PLR2004


_WEEKS_OF_MONTH = 5


def _nth_week(
    larger: Interval, ordinal: int, unit: Grain | str, count: int, context: Context
) -> Interval | None:
    """Weeks of a month begin with its first day: the first week of May is its days 1 to 7."""
    if larger.start is None or larger.end is None:
        return None
    first, last = larger.start.date(), larger.end.date()
    if unit == "weekend":
        return _nth_weekend(first, last, ordinal)
    if ordinal > _WEEKS_OF_MONTH and larger.grain is Grain.YEAR:
        monday = date.fromisocalendar(first.year, min(ordinal, 52), 1)
        return calendars.between(monday, monday + timedelta(days=LONGEST_WEEK), Grain.WEEK)
    days = timedelta(days=LONGEST_WEEK)
    if ordinal > 0:
        start = first + days * (ordinal - 1)
        end = min(start + days * count, last) if ordinal < 5 else last  # noqa: PLR2004
    else:
        start, end = last - days * count, last
    del context
    return calendars.between(start, end, Grain.WEEK) if first <= start < end <= last else None


def _nth_weekend(first: date, last: date, ordinal: int) -> Interval | None:
    found: list[Interval] = []
    week = calendars.span_of(Grain.WEEK, first)
    while week and week.start and week.start.date() < last:
        weekend = weekend_of(week)
        if weekend and weekend.start and first <= weekend.start.date() < last:
            found.append(weekend)
        week = calendars.span_of(Grain.WEEK, week.start.date(), 1)
    return pick(found, ordinal)


@rule("piece")
def nth_weekday(ordinal: int, weekday: int) -> Time | None:
    """As in "the third Monday of October"."""
    return _nth_weekday(ordinal, weekday) if ordinal <= 5 else None  # noqa: PLR2004


@rule("piece")
def last_weekday_of(weekday: int) -> Time:
    return _nth_weekday(-1, weekday)


@rule("piece")
def weekday_nth(ordinal: int, weekday: int) -> Time | None:
    """As in "الأربعاء الثاني من مايو"."""
    return _nth_weekday(ordinal, weekday, dated_too=True) if ordinal <= 5 else None  # noqa: PLR2004


def _nth_weekday(ordinal: int, weekday: int, *, dated_too: bool = False) -> Time:
    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None:
            return None
        first, last = larger.start.date(), larger.end.date()
        day = first + timedelta(days=(weekday - first.weekday()) % LONGEST_WEEK)
        if dated_too and first.day == 1 and 1 <= ordinal <= 5 and (last - first).days <= LONGEST_MONTH:  # noqa: PLR2004
            # "الأربعاء الثاني من مايو" where the 2nd is a Wednesday: news means that day.
            dated = first + timedelta(days=ordinal - 1)
            if dated.weekday() == weekday:
                return calendars.day(dated)
        found: list[Interval] = []
        while day < last and len(found) < 60:  # noqa: PLR2004  # a year has 53 of them
            found.append(calendars.day(day))
            day += timedelta(days=LONGEST_WEEK)
        return pick(found, ordinal)

    return Time("nth", Size.DAY, None, inside, number=(ordinal, weekday))


def pick(found: list[Interval], ordinal: int) -> Interval | None:
    """Number `ordinal` of a list that counts from 1, or from its end where negative."""
    index = ordinal - 1 if ordinal > 0 else ordinal
    return found[index] if -len(found) <= index < len(found) else None


@rule("piece")
def first_day_of_unit(unit: Grain | str) -> Time | None:
    """As in "أول الشهر"."""
    if unit in {"weekend", "night", "fortnight", Grain.DAY}:
        return None

    def at(context: Context) -> Interval | None:
        larger = (
            calendars.span_of(Grain(unit), context.today, 0, context.week_start) if context.today else None
        )
        return nth_in(larger, 1, Grain.DAY, 1, context) if larger else None

    return Time("relative_date", Size.DAY, at)
