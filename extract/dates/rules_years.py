"""Rules for years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time, fixed, resolve, today_of
from extract.model import Calendar, Grain, Interval

_NEW_CENTURY = 30  # two-digit years from here on are of the 20th century


@rule("piece")
def year(year: int) -> Time | None:
    interval = calendars.year_of(year)
    return fixed("year", interval, alike=year_number, number=year) if interval else None


year_number = year


@rule("piece")
def bare_year(year: int) -> Time | None:
    """A year with nothing beside it that says so: only where the whole text is that year."""
    found = year_number(year)
    return replace(found, kind="bare_year") if found else None


@rule("piece")
def short_year(number: int) -> Time | None:
    """As in "عام 67", "'67"; and years of three figures as they stand."""
    if number > 99:  # noqa: PLR2004
        return year_number(number) if number < 1000 else None  # noqa: PLR2004
    found = year_number(1900 + number if number >= _NEW_CENTURY else 2000 + number)
    return found if isinstance(found, Time) else None


@rule("span")
def short_year_cued(number: int) -> Time | None:
    """As in "حرب 67": two figures after what is known by its year."""
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
        return calendars.hijri_year_of(calendars.hijri_year_at(today_of(context)) + shift)

    return Time("relative_unit", Size.YEAR, at, calendar=Calendar.HIJRI)


@rule("piece")
def two_centuries(first: int, second: int) -> Time | None:
    """As in "the 18th and 19th centuries"."""
    one, other = century(first), century(second)
    start = resolve(one, Context(None)) if one else None
    end = resolve(other, Context(None)) if other else None
    return fixed("century", replace(start, end=end.end)) if start and end and first < second else None


@rule("piece")
def decade(decade: int) -> Time | None:
    """The nineties; of the 20th century unless a century or a full year is told."""
    return _decade(1900 + decade) if decade < 100 else _decade(decade)  # noqa: PLR2004


def _decade(first: int) -> Time | None:
    interval = calendars.span_of(Grain.DECADE, date(first, 1, 1)) if 0 < first < calendars.LAST_YEAR else None
    if interval is None:
        return None

    def inside(larger: Interval, _: Context) -> Interval | None:
        """As in "the sixties of the 19th century"."""
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
    """As in "the 90s"."""
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
