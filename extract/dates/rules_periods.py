"""Rules for months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_days import hijri_yearly
from extract.dates.times import Context, Size, Time, fixed, nearest, yearly
from extract.model import Calendar, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

_NEW_CENTURY = 30  # two-digit years from here on are of the 20th century


@rule("month")
def month_name(name: int) -> int:
    return name


@rule("two_names")
def two_names(name: int, other: int) -> int | None:
    return name if name == other else None


@rule("month")
def month_pair(name: int, other: int) -> int | None:
    """ "تشرين الأول/أكتوبر": two names of one month."""
    return name if name == other else None


@rule("piece")
def weak_month(month: int) -> Time:
    """A month whose name is another word too: it needs something beside it."""
    return replace(_whole_month(month), kind="weak_month")


@rule("piece")
def month_number(number: int) -> Time | None:
    """ "شهر 3"."""
    return _month(number)


@rule("piece")
def month_number_year(number: int, year: int) -> Time | None:
    interval = calendars.month_of(year, number) if 1 <= number <= 12 else None  # noqa: PLR2004
    return fixed("month_year", interval) if interval else None


@rule("piece")
def half_of_year(figure: int, year: int) -> Time | None:
    """ "1H 2018"."""
    around = calendars.year_of(year)
    half = _fraction(figure, 2, Grain.HALF)
    interval = half.inside(around, Context(None)) if half and half.inside and around else None
    return fixed("half", interval) if interval else None


@rule("piece")
def month(month: int) -> Time:
    return _whole_month(month)


def _whole_month(month: int) -> Time:
    return yearly("month", Size.MONTH, lambda year: calendars.month_of(year, month), alike=_month, number=month)


def _month(number: int) -> Time | None:
    return _whole_month(number) if 1 <= number <= 12 else None  # noqa: PLR2004


@rule("piece")
def month_year(month: int, year: int) -> Time | None:
    interval = calendars.month_of(year, month)
    return fixed("month_year", interval, number=(year, month)) if interval else None


@rule("piece")
def last_month_named(month: int) -> Time:
    """ "last October": the latest before the month of publication."""
    return _month_by(month, -1)


@rule("piece")
def next_month_named(month: int) -> Time:
    return _month_by(month, 1)


@rule("piece")
def this_month_named(month: int) -> Time:
    return _month_by(month, 0)


def _month_by(month: int, way: int) -> Time:
    def at(context: Context) -> Interval | None:
        today = _today(context)
        year = today.year
        if way < 0 and month >= today.month:
            year -= 1
        if way > 0 and month <= today.month:
            year += 1
        return calendars.month_of(year, month)

    return Time("relative_month", Size.MONTH, at, number=month)


@rule("piece")
def hijri_month(hijri_month: int) -> Time:
    return _hijri_month(hijri_month)


def _hijri_month(hijri_month: int) -> Time:
    return hijri_yearly(
        "month", Size.MONTH, lambda year: calendars.hijri_month_of(year, hijri_month), number=hijri_month
    )


@rule("piece")
def weak_hijri_month(hijri_month: int) -> Time:
    """A Hijri month whose name people bear too: "رمضان", "رجب"."""
    return replace(_hijri_month(hijri_month), kind="weak_month")


@rule("piece")
def hijri_month_year(hijri_month: int, hijri_year: int) -> Time | None:
    interval = calendars.hijri_month_of(hijri_year, hijri_month)
    return fixed("month_year", interval) if interval else None


@rule("piece")
def last_hijri_month(hijri_month: int) -> Time:
    return _hijri_month_by(hijri_month, -1)


@rule("piece")
def next_hijri_month(hijri_month: int) -> Time:
    return _hijri_month_by(hijri_month, 1)


@rule("piece")
def this_hijri_month(hijri_month: int) -> Time:
    return _hijri_month_by(hijri_month, 0)


def _hijri_month_by(month: int, way: int) -> Time:
    def at(context: Context) -> Interval | None:
        today = _today(context)
        now = calendars.moment(today)
        year = calendars.hijri_year_at(today)
        found = [i for y in range(year - 2, year + 3) if (i := calendars.hijri_month_of(y, month))]
        if way < 0:
            return next((i for i in reversed(found) if i.end and i.end <= now), None)
        if way > 0:
            return next((i for i in found if i.start and i.start > now), None)
        return calendars.hijri_month_of(year, month)

    return Time("relative_month", Size.MONTH, at, number=month, calendar=Calendar.HIJRI)


@rule("piece")
def year(year: int) -> Time | None:
    interval = calendars.year_of(year)
    return fixed("year", interval, alike=_year, number=year) if interval else None


_year = year


@rule("piece")
def bare_year(year: int) -> Time | None:
    """A year with nothing beside it that says so: only where the whole text is that year."""
    found = _year(year)
    return replace(found, kind="bare_year") if found else None


@rule("piece")
def short_year(number: int) -> Time | None:
    """ "عام 67", "'67"; and years of three figures as they stand."""
    if number > 99:  # noqa: PLR2004
        return _year(number) if number < 1000 else None  # noqa: PLR2004
    found = _year(1900 + number if number >= _NEW_CENTURY else 2000 + number)
    return found if isinstance(found, Time) else None


@rule("span")
def short_year_cued(number: int) -> Time | None:
    """ "حرب 67": two figures after what is known by its year."""
    return short_year(number) if number > 9 else None  # noqa: PLR2004


@rule("piece")
def year_before_christ(number: int) -> Time:
    """ISO years before the year 1 do not fit a date: told, but without an interval."""
    return Time("year_before_christ", Size.YEAR, None, number=number)


@rule("piece")
def hijri_year(hijri_year: int) -> Time | None:
    interval = calendars.hijri_year_of(hijri_year)
    return fixed("year", interval, number=hijri_year) if interval else None


@rule("piece")
def this_hijri_year() -> Time:
    return _hijri_year_by(0)


@rule("piece")
def last_hijri_year() -> Time:
    return _hijri_year_by(-1)


@rule("piece")
def next_hijri_year() -> Time:
    return _hijri_year_by(1)


def _hijri_year_by(shift: int) -> Time:
    def at(context: Context) -> Interval | None:
        return calendars.hijri_year_of(calendars.hijri_year_at(_today(context)) + shift)

    return Time("relative_unit", Size.YEAR, at, calendar=Calendar.HIJRI)


@rule("piece")
def two_centuries(first: int, second: int) -> Time | None:
    """ "the 18th and 19th centuries"."""
    one, other = century(first), century(second)
    if one is None or other is None or not first < second:
        return None
    start, end = one.at(Context(None)), other.at(Context(None))
    return fixed("century", replace(start, end=end.end))


@rule("piece")
def decade(decade: int) -> Time | None:
    """The nineties; of the 20th century unless a century or a full year is told."""
    return _decade(1900 + decade) if decade < 100 else _decade(decade)  # noqa: PLR2004


def _decade(first: int) -> Time | None:
    interval = calendars.span_of(Grain.DECADE, date(first, 1, 1)) if 0 < first < calendars.LAST_YEAR else None
    if interval is None:
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        """ "the sixties of the 19th century"."""
        if larger.start is None:
            return None
        century = larger.start.year // 100 * 100
        return calendars.span_of(Grain.DECADE, date(century + first % 100, 1, 1))

    return Time("decade", Size.DECADE, lambda _: interval, inside, absolute=True, number=first)


@rule("piece")
def decade_of_year(year: int) -> Time | None:
    return _decade(year) if year % 10 == 0 else None


@rule("piece")
def decade_short(number: int) -> Time | None:
    """ "the 90s"."""
    return decade(number) if number < 100 and number % 10 == 0 else None  # noqa: PLR2004


@rule("piece")
def century(ordinal: int) -> Time | None:
    if not 1 <= ordinal <= 30:  # noqa: PLR2004
        return None
    interval = calendars.span_of(Grain.CENTURY, date(ordinal * 100, 1, 1))
    return fixed("century", interval, alike=century, number=ordinal) if interval else None


@rule("piece")
def hijri_century(ordinal: int) -> Time | None:
    if not 1 <= ordinal <= 20:  # noqa: PLR2004
        return None
    start, end = calendars.hijri_day(ordinal * 100 - 99, 1, 1), calendars.hijri_day(ordinal * 100 + 1, 1, 1)
    if start is None or end is None:
        return None
    return fixed("century", calendars.between(start, end, Grain.CENTURY, Calendar.HIJRI), number=ordinal)


@rule("piece")
def season(season: int) -> Time:
    return yearly("season", Size.SEASON, lambda year: calendars.season_of(year, season), number=season)


@rule("piece")
def weak_season(season: int) -> Time:
    """A season whose name is another word too: "spring", "fall"."""
    return yearly("weak_season", Size.SEASON, lambda year: calendars.season_of(year, season), number=season)


@rule("piece")
def last_season(season: int) -> Time:
    """The latest that is over."""
    return _season_by(season, lambda found, now: [i for i in found if i.end and i.end <= now][-1:])


@rule("piece")
def next_season(season: int) -> Time:
    return _season_by(season, lambda found, now: [i for i in found if i.start and i.start > now][:1])


@rule("piece")
def this_season(season: int) -> Time:
    """The one that is on, or the one of this year."""

    def choose(found: list[Interval], now: object) -> list[Interval]:
        on = [i for i in found if i.start and i.end and i.start <= now < i.end]  # type: ignore[operator]
        return on or [i for i in found if i.start and i.start.year == now.year]  # type: ignore[attr-defined]

    return _season_by(season, choose)


def _season_by(season: int, choose: Callable[[list[Interval], object], list[Interval]]) -> Time:
    def at(context: Context) -> Interval | None:
        today = _today(context)
        found = [i for y in range(today.year - 2, today.year + 3) if (i := calendars.season_of(y, season))]
        chosen = choose(found, calendars.moment(today))
        return chosen[0] if chosen else None

    return Time("relative_season", Size.SEASON, at, number=season)


@rule("piece")
def season_years(season: int, first: int, second: int) -> Time | None:
    """ "winter 2022/2023": it begins in the first and ends in the second."""
    interval = calendars.season_of(first, season)
    return fixed("season_year", interval) if interval and second % 100 == (first + 1) % 100 else None


@rule("piece")
def quarter(ordinal: int) -> Time | None:
    return _fraction(ordinal, 4, Grain.QUARTER)


@rule("piece")
def half_year(ordinal: int) -> Time | None:
    return _fraction(ordinal, 2, Grain.HALF)


def _fraction(ordinal: int, parts: int, grain: Grain) -> Time | None:
    """A quarter or a half of a year: without a year the latest begun of this year."""
    if not 1 <= ordinal <= parts:
        return None
    months = 12 // parts

    def of_year(year: int) -> Interval | None:
        return calendars.span_of(grain, date(year, (ordinal - 1) * months + 1, 1))

    def at(context: Context) -> Interval | None:
        today = _today(context)
        found = [i for y in range(today.year - 1, today.year + 2) if (i := of_year(y))]
        return nearest(found, context)

    def inside(larger: Interval, context: Context) -> Interval | None:
        if larger.start is None or larger.end is None:
            return None
        if larger.grain is Grain.YEAR and larger.end.year - larger.start.year == 1:
            return of_year(larger.start.year)
        return part_of(larger, (ordinal - 1) / parts, ordinal / parts, context)

    def alike(other: int) -> Time | None:
        return _fraction(other, parts, grain)

    return Time("fraction", Size.FRACTION, at, inside, alike, number=ordinal)


def part_of(larger: Interval, begin: float, end: float, _: Context) -> Interval | None:
    """A fraction of an interval in the unit below its own: half a month is days 1 to 15."""
    from extract.dates.rules_parts import slice_of  # noqa: PLC0415  # parts build on periods

    return slice_of(larger, begin, end)


def _today(context: Context) -> date:
    if context.today is None:
        raise ValueError("this time needs a day to be reckoned from")
    return context.today
