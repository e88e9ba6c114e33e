"""Intervals of the calendar: the day, week, month that holds a day, and the calendars beside the Gregorian."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from extract.model import Calendar, Grain, Interval

MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6}
YEARS_IN = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
FIRST_YEAR, LAST_YEAR = 1, 9990


def moment(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """A day and a time of day; hours from 24 on are of the next day."""
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return midnight + timedelta(hours=hour, minutes=minute) if hour or minute else midnight


def between(start: date, end: date, grain: Grain, calendar: Calendar = Calendar.GREGORIAN) -> Interval:
    """From `start` up to but not including `end`."""
    return Interval(moment(start), moment(end), grain, calendar)


def day(at: date, calendar: Calendar = Calendar.GREGORIAN) -> Interval:
    return between(at, at + timedelta(days=1), Grain.DAY, calendar)


def valid(year: int, month: int, day_of_month: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def shift_months(at: date, months: int) -> date | None:
    """The first of the month that lies `months` away."""
    count = at.year * 12 + at.month - 1 + months
    return valid(count // 12, count % 12 + 1, 1)


def span_of(grain: Grain, at: date, shift: int = 0, week_start: int = 0, count: int = 1) -> Interval | None:
    """`count` units from the one on that lies `shift` units from the unit that holds `at`."""
    try:
        return _span_of(grain, at, shift, week_start, count)
    except (ValueError, OverflowError):
        return None


def _span_of(grain: Grain, at: date, shift: int, week_start: int, count: int) -> Interval | None:
    if grain is Grain.DAY:
        start = at + timedelta(days=shift)
        return between(start, start + timedelta(days=count), grain)
    if grain is Grain.WEEK:
        start = at - timedelta(days=(at.weekday() - week_start) % 7) + timedelta(weeks=shift)
        return between(start, start + timedelta(weeks=count), grain)
    if grain in MONTHS_IN:
        size = MONTHS_IN[grain]
        offset = 1 if grain is Grain.SEASON else 0  # seasons begin in December, March, June, September
        index = at.year * 12 + at.month - 1 + offset
        first = (index // size + shift) * size - offset
        end = first + size * count
        return between(date(first // 12, first % 12 + 1, 1), date(end // 12, end % 12 + 1, 1), grain)
    if grain in YEARS_IN:
        size = YEARS_IN[grain]
        first_year = 1 if grain is Grain.CENTURY else 0  # the 20th century begins with 1901
        year = ((at.year - first_year) // size + shift) * size + first_year
        return between(date(year, 1, 1), date(year + size * count, 1, 1), grain)
    return None


def year_of(year: int) -> Interval | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return between(date(year, 1, 1), date(year + 1, 1, 1), Grain.YEAR)


def month_of(year: int, month: int) -> Interval | None:
    at = valid(year, month, 1)
    return span_of(Grain.MONTH, at) if at else None


def season_of(year: int, season: int) -> Interval | None:
    """Season 0 is spring; the winter of a year begins in its December."""
    at = valid(year, 3 + 3 * season, 1)
    return span_of(Grain.SEASON, at) if at else None


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day_of_month: int) -> date | None:
    """The Gregorian day: Umm al-Qura where its tables reach, arithmetic outside."""
    if not (1 <= month <= 12 and 1 <= day_of_month <= 30 and 1 <= year <= 9000):  # noqa: PLR2004
        return None
    from hijridate import Hijri  # noqa: PLC0415  # only texts that need them pay for calendars

    try:
        gregorian = Hijri(year, month, day_of_month).to_gregorian()
        return date(gregorian.year, gregorian.month, gregorian.day)
    except OverflowError:
        return _islamic_day(year, month, day_of_month)
    except ValueError:
        return None


def _islamic_day(year: int, month: int, day_of_month: int) -> date | None:
    from convertdate import islamic  # noqa: PLC0415

    try:
        return date(*(int(part) for part in islamic.to_gregorian(year, month, day_of_month)))
    except (ValueError, IndexError):
        return None


def hijri_month_of(year: int, month: int) -> Interval | None:
    start = hijri_day(year, month, 1)
    end = hijri_day(year + month // 12, month % 12 + 1, 1)
    return between(start, end, Grain.MONTH, Calendar.HIJRI) if start and end else None


def hijri_year_of(year: int) -> Interval | None:
    start, end = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return between(start, end, Grain.YEAR, Calendar.HIJRI) if start and end else None


@lru_cache(maxsize=1024)
def hijri_year_at(at: date) -> int:
    """The Hijri year that holds a Gregorian day."""
    year = int((at.year - 622) * 33 / 32)
    for candidate in (year + 2, year + 1, year, year - 1):
        start = hijri_day(candidate, 1, 1)
        if start and start <= at:
            return candidate
    return year


def hebrew_day(year: int, month: int, day_of_month: int) -> date | None:
    """The Gregorian day of a Hebrew date; months are counted from Nisan."""
    from convertdate import hebrew  # noqa: PLC0415

    try:
        return date(*(int(part) for part in hebrew.to_gregorian(year, month, day_of_month)))
    except (ValueError, IndexError):
        return None


def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    sunday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * sunday) // 433
    month = (h + sunday - 7 * m + 90) // 25
    return date(year, month, (h + sunday - 7 * m + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, told in the Gregorian calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day_of_month = divmod(d + e + 114, 31)
    lag = year // 100 - year // 400 - 2  # how far the Julian calendar lies behind
    return date(year, month, day_of_month + 1) + timedelta(days=lag)
