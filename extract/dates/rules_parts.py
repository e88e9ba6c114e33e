"""Rules for parts of larger times: early October, the first week of May, the end of the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_relative import weekend_of
from extract.dates.times import SIZES, Context, Size, Time
from extract.model import Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

# Where early, middle and late begin and end, in the unit below.
_MONTH = {"early": (0, 10), "middle": (10, 20), "late": (20, None)}
_WEEK = {"early": (0, 2), "middle": (2, 4), "late": (4, 7)}
_YEAR = {"early": (0, 4), "middle": (4, 8), "late": (8, 12)}
_DECADE = {"early": (0, 3), "middle": (3, 7), "late": (7, 10)}
_CENTURY = {"early": (0, 33), "middle": (33, 67), "late": (67, 100)}
_QUARTER = {"early": (0, 1), "middle": (1, 2), "late": (2, 3)}
_HALF = {"early": (0, 2), "middle": (2, 4), "late": (4, 6)}
_DAY = {"early": (0, 6), "late": (18, 24), "middle": (11, 14)}
_LONGEST_WEEK, _LONGEST_MONTH = 7, 31


@rule("piece")
def part(part: str) -> Time:
    """ "early", "mid", "late" of what stands beside it."""

    def inside(larger: Interval, _: Context) -> Interval | None:
        return part_in(larger, part)

    return Time("part", Size.CLOCK, None, inside, number=part)


def part_in(larger: Interval, part: str) -> Interval | None:
    if larger.start is None or larger.end is None:
        return None
    if larger.grain in {Grain.HOUR, Grain.MINUTE}:
        return larger
    days = (larger.end - larger.start).days
    if days == 1:
        begin, end = _DAY[part]
        first = larger.start.date()
        return Interval(calendars.moment(first, begin), calendars.moment(first, end), Grain.HOUR)
    if days <= _LONGEST_WEEK:
        return _days(larger, _WEEK[part] if days == _LONGEST_WEEK else _thirds(days, part))
    if days <= _LONGEST_MONTH:
        return _days(larger, _MONTH[part])
    return _long_part(larger, part)


def _long_part(larger: Interval, part: str) -> Interval | None:
    if larger.start is None or larger.end is None:
        return None
    years = larger.end.year - larger.start.year
    months = years * 12 + larger.end.month - larger.start.month
    tables = {3: _QUARTER, 6: _HALF, 12: _YEAR}
    if months in tables:
        return _months(larger, tables[months][part])
    if years in {10, 100}:
        begin, end = (_DECADE if years == 10 else _CENTURY)[part]  # noqa: PLR2004
        first = larger.start.year
        return calendars.between(date(first + begin, 1, 1), date(first + end, 1, 1), Grain.YEAR)
    thirds = {"early": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "late": (2 / 3, 1)}[part]
    return slice_of(larger, *thirds)


def _thirds(days: int, part: str) -> tuple[int, int]:
    third = max(1, round(days / 3))
    return {"early": (0, third), "middle": (third, max(days - third, third + 1)), "late": (days - third, days)}[part]


def _days(larger: Interval, cut: tuple[int, int | None]) -> Interval | None:
    if larger.start is None or larger.end is None:
        return None
    first = larger.start.date()
    begin, end = cut
    last = larger.end.date() if end is None else min(first + timedelta(days=end), larger.end.date())
    return calendars.between(first + timedelta(days=begin), last, Grain.DAY, larger.calendar)


def _months(larger: Interval, cut: tuple[int, int]) -> Interval | None:
    if larger.start is None:
        return None
    first = larger.start.date()
    begin, end = calendars.shift_months(first, cut[0]), calendars.shift_months(first, cut[1])
    return calendars.between(begin, end, Grain.MONTH) if begin and end else None


def slice_of(larger: Interval, begin: float, end: float) -> Interval | None:
    """A fraction of an interval, in the unit below: days of a month, months of a year, years of a decade."""
    if larger.start is None or larger.end is None:
        return None
    first, last = larger.start.date(), larger.end.date()
    years = last.year - first.year
    months = years * 12 + last.month - first.month
    if years >= 10:  # noqa: PLR2004
        starts = (date(first.year + round(years * cut), 1, 1) for cut in (begin, end))
        return calendars.between(*starts, Grain.YEAR)
    if months >= 3 and first.day == last.day:  # noqa: PLR2004
        cuts = [calendars.shift_months(first, round(months * cut)) for cut in (begin, end)]
        return calendars.between(cuts[0], cuts[1], Grain.MONTH) if cuts[0] and cuts[1] else None
    days = (last - first).days
    if days == 1:
        return Interval(calendars.moment(first, round(24 * begin)), calendars.moment(first, round(24 * end)), Grain.HOUR)
    half_month = 15 if days > 20 else days / 2  # noqa: PLR2004  # "the first half of May" is its days 1 to 15
    cuts_in_days = [0 if cut == 0 else days if cut == 1 else round(half_month * cut * 2) for cut in (begin, end)]
    return calendars.between(
        first + timedelta(days=cuts_in_days[0]), first + timedelta(days=cuts_in_days[1]), Grain.DAY, larger.calendar
    )


@rule("piece")
def tight_part(part: str) -> Time:
    """A part whose word is also another one, so that nothing may stand between: "آخر الشهر"."""

    def inside(larger: Interval, _: Context) -> Interval | None:
        return part_in(larger, part)

    return Time("tight_part", Size.CLOCK, None, inside, number=part)


@rule("piece")
def first_day_of_unit(unit: Grain | str) -> Time | None:
    """ "أول الشهر"."""
    if unit in {"weekend", "night", "fortnight", Grain.DAY}:
        return None

    def at(context: Context) -> Interval | None:
        larger = calendars.span_of(Grain(unit), context.today, 0, context.week_start) if context.today else None
        return nth_in(larger, 1, Grain.DAY, 1, context) if larger else None

    return Time("relative_date", Size.DAY, at)


@rule("piece")
def year_end() -> Time:
    """ "year-end", of this year or of the one told beside it."""

    def at(context: Context) -> Interval | None:
        year = calendars.year_of(context.today.year) if context.today else None
        return part_in(year, "late") if year else None

    return Time("year_end", Size.SEASON, at, lambda larger, _: part_in(larger, "late"))


@rule("piece")
def half_of(ordinal: int) -> Time | None:
    """ "the first half of" a month, a decade, a century, the nineties; of a year it is a half."""
    if ordinal not in {1, 2}:
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        return slice_of(larger, (ordinal - 1) / 2, ordinal / 2)

    return Time("part", Size.CLOCK, None, inside, number=ordinal)


@rule("piece")
def third_of(ordinal: int) -> Time | None:
    if ordinal not in {1, 2, 3}:
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start and larger.end and 28 <= (larger.end - larger.start).days <= _LONGEST_MONTH:  # noqa: PLR2004
            return part_in(larger, ("early", "middle", "late")[ordinal - 1])
        return slice_of(larger, (ordinal - 1) / 3, ordinal / 3)

    return Time("part", Size.CLOCK, None, inside, number=ordinal)


@rule("piece")
def week_number(number: int) -> Time | None:
    """ "week 20 of 2019"."""
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
    """ "the second week of May", "the third day of Ramadan"."""
    return _nth(ordinal, unit)


@rule("piece")
def last_unit_of(unit: Grain | str) -> Time | None:
    """ "the last week of May"."""
    return _nth(-1, unit)


@rule("piece")
def first_units(number: int, unit: Grain | str) -> Time | None:
    """ "the first nine months of 2023"."""
    return _nth(1, unit, number)


@rule("piece")
def first_two_units(unit: Grain | str) -> Time | None:
    return _nth(1, unit, 2)


@rule("piece")
def last_two_units(unit: Grain | str) -> Time | None:
    return _nth(-1, unit, 2)


@rule("piece")
def last_ten_days() -> Time | None:
    """ "العشر الأواخر من رمضان"."""
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


def nth_in(larger: Interval, ordinal: int, unit: Grain | str, count: int, context: Context) -> Interval | None:
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
        found = calendars.span_of(grain, last - timedelta(days=1), ordinal + 1 - (count - 1), context.week_start, count)
    if found is None or found.start is None or found.end is None:
        return None
    if not (larger.start <= found.start and found.end <= larger.end):
        return None
    return found if grain is not Grain.DAY else calendars.between(
        found.start.date(), found.end.date(), grain, larger.calendar
    )


def _nth_decade(larger: Interval, ordinal: int) -> Interval | None:
    """The first decade of the 21st century is that of 2000, though the century begins with 2001."""
    if larger.start is None or larger.grain is not Grain.CENTURY:
        return None
    index = ordinal - 1 if ordinal > 0 else 10 + ordinal
    year = larger.start.year // 10 * 10 + index * 10
    return calendars.span_of(Grain.DECADE, date(year, 1, 1)) if 0 <= index < 10 and year > 0 else None  # noqa: PLR2004


def _nth_week(
    larger: Interval, ordinal: int, unit: Grain | str, count: int, context: Context
) -> Interval | None:
    """Weeks of a month begin with its first day: the first week of May is its days 1 to 7."""
    if larger.start is None or larger.end is None:
        return None
    first, last = larger.start.date(), larger.end.date()
    if unit == "weekend":
        return _nth_weekend(first, last, ordinal)
    days = timedelta(days=_LONGEST_WEEK)
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
    """ "the third Monday of October"."""
    return _nth_weekday(ordinal, weekday) if ordinal <= 5 else None  # noqa: PLR2004


@rule("piece")
def last_weekday_of(weekday: int) -> Time:
    return _nth_weekday(-1, weekday)


@rule("piece")
def weekday_nth(ordinal: int, weekday: int) -> Time | None:
    """ "الأربعاء الثاني من مايو"."""
    return _nth_weekday(ordinal, weekday, dated_too=True) if ordinal <= 5 else None  # noqa: PLR2004


def _nth_weekday(ordinal: int, weekday: int, *, dated_too: bool = False) -> Time:
    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None:
            return None
        first, last = larger.start.date(), larger.end.date()
        day = first + timedelta(days=(weekday - first.weekday()) % _LONGEST_WEEK)
        if dated_too and first.day == 1 and 1 <= ordinal <= 5 and (last - first).days <= _LONGEST_MONTH:  # noqa: PLR2004
            # "الأربعاء الثاني من مايو" where the 2nd is a Wednesday: news means that day.
            dated = first + timedelta(days=ordinal - 1)
            if dated.weekday() == weekday:
                return calendars.day(dated)
        found: list[Interval] = []
        while day < last and len(found) < 60:  # noqa: PLR2004  # a year has 53 of them
            found.append(calendars.day(day))
            day += timedelta(days=_LONGEST_WEEK)
        return pick(found, ordinal)

    return Time("nth", Size.DAY, None, inside, number=(ordinal, weekday))


def pick(found: list[Interval], ordinal: int) -> Interval | None:
    """Number `ordinal` of a list that counts from 1, or from its end where negative."""
    index = ordinal - 1 if ordinal > 0 else ordinal
    return found[index] if -len(found) <= index < len(found) else None


