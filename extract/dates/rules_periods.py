"""Rules for months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_days import hijri_yearly
from extract.dates.times import Context, Size, Time, fixed, nearest, today_of, yearly
from extract.model import Calendar, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@rule("month")
def month_name(name: int) -> int:
    return name


@rule("two_names")
def two_names(name: int, other: int) -> int | None:
    return name if name == other else None


@rule("month")
def month_pair(name: int, other: int) -> int | None:
    """As in "تشرين الأول/أكتوبر": two names of one month."""
    return name if name == other else None


@rule("piece")
def weak_month(month: int) -> Time:
    """A month whose name is another word too: it needs something beside it."""
    return replace(whole_month(month), kind="weak_month")


@rule("piece")
def month_number(number: int) -> Time | None:
    """As in "شهر 3"."""
    return month_numbered(number)


@rule("piece")
def month_number_year(number: int, year: int) -> Time | None:
    interval = calendars.month_of(year, number) if 1 <= number <= 12 else None  # noqa: PLR2004
    return fixed("month_year", interval) if interval else None


@rule("piece")
def half_of_year(figure: int, year: int) -> Time | None:
    """As in "1H 2018"."""
    around = calendars.year_of(year)
    half = _fraction(figure, 2, Grain.HALF)
    interval = half.inside(around, Context(None)) if half and half.inside and around else None
    return fixed("half", interval) if interval else None


@rule("piece")
def month(month: int) -> Time:
    return whole_month(month)


def whole_month(month: int) -> Time:
    return yearly(
        "month", Size.MONTH, lambda year: calendars.month_of(year, month), alike=month_numbered, number=month
    )


def month_numbered(number: int) -> Time | None:
    return whole_month(number) if 1 <= number <= 12 else None  # noqa: PLR2004


@rule("piece")
def month_year(month: int, year: int) -> Time | None:
    interval = calendars.month_of(year, month)
    return fixed("month_year", interval, number=(year, month)) if interval else None


@rule("piece")
def last_month_named(month: int) -> Time:
    """As in "last October": the latest before the month of publication."""
    return _month_by(month, -1)


@rule("piece")
def next_month_named(month: int) -> Time:
    return _month_by(month, 1)


@rule("piece")
def this_month_named(month: int) -> Time:
    return _month_by(month, 0)


def _month_by(month: int, way: int) -> Time:
    def at(context: Context) -> Interval | None:
        today = today_of(context)
        year = today.year
        if way < 0 and month >= today.month:
            year -= 1
        if way > 0 and month <= today.month:
            year += 1
        return calendars.month_of(year, month)

    return Time("relative_month", Size.MONTH, at, number=month)


@rule("piece")
def hijri_month(hijri_month: int) -> Time:
    return hijri_month_named(hijri_month)


def hijri_month_named(hijri_month: int) -> Time:
    return hijri_yearly(
        "month", Size.MONTH, lambda year: calendars.hijri_month_of(year, hijri_month), number=hijri_month
    )


@rule("piece")
def weak_hijri_month(hijri_month: int) -> Time:
    """A Hijri month whose name people bear too: "رمضان", "رجب"."""
    return replace(hijri_month_named(hijri_month), kind="weak_month")


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
        today = today_of(context)
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

    def choose(found: list[Interval], now: datetime) -> list[Interval]:
        on = [i for i in found if i.start and i.end and i.start <= now < i.end]
        return on or [i for i in found if i.start and i.start.year == now.year]

    return _season_by(season, choose)


def _season_by(season: int, choose: Callable[[list[Interval], datetime], list[Interval]]) -> Time:
    def at(context: Context) -> Interval | None:
        today = today_of(context)
        found = [i for y in range(today.year - 2, today.year + 3) if (i := calendars.season_of(y, season))]
        chosen = choose(found, calendars.moment(today))
        return chosen[0] if chosen else None

    return Time("relative_season", Size.SEASON, at, number=season)


@rule("piece")
def season_years(season: int, first: int, second: int) -> Time | None:
    """As in "winter 2022/2023": it begins in the first and ends in the second."""
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
        today = today_of(context)
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
