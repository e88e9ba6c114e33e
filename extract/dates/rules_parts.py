"""Rules for parts of larger times: early October, the first week of May, the end of the year."""

from __future__ import annotations

from datetime import date, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time
from extract.model import Grain, Interval

# Where early, middle and late begin and end, in the unit below.
_MONTH = {"early": (0, 10), "middle": (10, 20), "late": (20, None)}
_WEEK = {"early": (0, 2), "middle": (2, 4), "late": (4, 7)}
_YEAR = {"early": (0, 4), "middle": (4, 8), "late": (8, 12)}
_DECADE = {"early": (0, 3), "middle": (3, 7), "late": (7, 10)}
_CENTURY = {"early": (0, 33), "middle": (33, 67), "late": (67, 100)}
_QUARTER = {"early": (0, 1), "middle": (1, 2), "late": (2, 3)}
_HALF = {"early": (0, 2), "middle": (2, 4), "late": (4, 6)}
_DAY = {"early": (0, 6), "late": (18, 24), "middle": (11, 14)}
LONGEST_WEEK, LONGEST_MONTH = 7, 31


@rule("piece")
def part(part: str) -> Time:
    """As in "early", "mid", "late" of what stands beside it."""

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
    if days <= LONGEST_WEEK:
        return _days(larger, _WEEK[part] if days == LONGEST_WEEK else _thirds(days, part))
    if days <= LONGEST_MONTH:
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
    return {
        "early": (0, third),
        "middle": (third, max(days - third, third + 1)),
        "late": (days - third, days),
    }[part]


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
        from_year, to_year = (first.year + round(years * cut) for cut in (begin, end))
        return calendars.between(date(from_year, 1, 1), date(to_year, 1, 1), Grain.YEAR)
    if months >= 3 and first.day == last.day:  # noqa: PLR2004
        cuts = [calendars.shift_months(first, round(months * cut)) for cut in (begin, end)]
        return calendars.between(cuts[0], cuts[1], Grain.MONTH) if cuts[0] and cuts[1] else None
    days = (last - first).days
    if days == 1:
        return Interval(
            calendars.moment(first, round(24 * begin)), calendars.moment(first, round(24 * end)), Grain.HOUR
        )
    half_month = 15 if days > 20 else days / 2  # noqa: PLR2004  # "the first half of May" is its days 1 to 15
    cuts_in_days = [
        0 if cut == 0 else days if cut == 1 else round(half_month * cut * 2) for cut in (begin, end)
    ]
    return calendars.between(
        first + timedelta(days=cuts_in_days[0]),
        first + timedelta(days=cuts_in_days[1]),
        Grain.DAY,
        larger.calendar,
    )


@rule("piece")
def tight_part(part: str) -> Time:
    """A part whose word is also another one, so that nothing may stand between: "آخر الشهر"."""

    def inside(larger: Interval, _: Context) -> Interval | None:
        return part_in(larger, part)

    return Time("tight_part", Size.CLOCK, None, inside, number=part)


@rule("piece")
def year_end() -> Time:
    """As in "year-end", of this year or of the one told beside it."""

    def at(context: Context) -> Interval | None:
        year = calendars.year_of(context.today.year) if context.today else None
        return part_in(year, "late") if year else None

    return Time("year_end", Size.SEASON, at, lambda larger, _: part_in(larger, "late"))


@rule("piece")
def half_of(ordinal: int) -> Time | None:
    """As in "the first half of" a month, a decade, a century, the nineties; of a year it is a half."""
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
        if larger.start and larger.end and 28 <= (larger.end - larger.start).days <= LONGEST_MONTH:  # noqa: PLR2004
            return part_in(larger, ("early", "middle", "late")[ordinal - 1])
        return slice_of(larger, (ordinal - 1) / 3, ordinal / 3)

    return Time("part", Size.CLOCK, None, inside, number=ordinal)
