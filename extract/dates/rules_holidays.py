"""Rules for holidays; their days are in `holidays.toml`, their names in `languages/`."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_days import hijri_yearly
from extract.dates.times import Context, Size, Time, fixed, yearly
from extract.errors import LanguageError
from extract.model import Calendar, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN = "dates/holidays.toml"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NISAN_YEAR = 3760  # the Hebrew year of the spring of the year 0


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """Every holiday's id and when it is, as the header of the file says."""
    text = (files("extract") / "dates" / "holidays.toml").read_text(encoding="utf-8")
    return {name: when for group in tomllib.loads(text).values() for name, when in group.items()}


@lru_cache(maxsize=512)
def _when(name: str) -> tuple[Callable[[int, int], Interval | None], bool]:
    """The holiday of a year, so many days later; and whether that is a Hijri year."""
    told = table().get(name)
    if told is None:
        raise LanguageError(
            f"{_SHOWN} has no holiday '{name}'. Add it there, or correct the key in languages/."
        )
    kind, *rest = told.split()
    makers = {
        "day": _fixed_day,
        "hijri": _hijri_day,
        "easter": _easter,
        "orthodox": _orthodox,
        "hebrew": _hebrew,
    }
    if kind in makers:
        return makers[kind](*rest), kind == "hijri"
    if kind in {"nth", "before"}:
        return (_nth if kind == "nth" else _weekday_before)(*rest), False
    raise LanguageError(
        f"{_SHOWN}: {name} = {told!r}: '{kind}' is no way to tell a day; see the top of the file."
    )


def _shift(at: date | None, days: int, calendar: Calendar = Calendar.GREGORIAN) -> Interval | None:
    return calendars.day(at + timedelta(days=days), calendar) if at else None


def _fixed_day(when: str) -> Callable[[int, int], Interval | None]:
    month, day = (int(part) for part in when.split("-"))
    return lambda year, add: _shift(calendars.valid(year, month, day), add)


def _hijri_day(when: str) -> Callable[[int, int], Interval | None]:
    month, day = (int(part) for part in when.split("-"))
    return lambda year, add: _shift(calendars.hijri_day(year, month, day), add, Calendar.HIJRI)


def _easter(offset: str) -> Callable[[int, int], Interval | None]:
    return lambda year, add: _shift(calendars.easter(year), int(offset) + add)


def _orthodox(offset: str) -> Callable[[int, int], Interval | None]:
    return lambda year, add: _shift(calendars.orthodox_easter(year), int(offset) + add)


def _hebrew(when: str) -> Callable[[int, int], Interval | None]:
    month, day = (int(part) for part in when.split("-"))
    turn = 7  # the year's number changes with Tishri, the seventh month
    return lambda year, add: _shift(
        calendars.hebrew_day(year + _NISAN_YEAR + (1 if turn <= month < 10 else 0), month, day),  # noqa: PLR2004
        add,
    )


def _nth(ordinal: str, weekday: str, month: str, offset: str = "0") -> Callable[[int, int], Interval | None]:
    number, wanted = int(ordinal), _WEEKDAYS.index(weekday)

    def found(year: int, add: int) -> Interval | None:
        if number > 0:
            first = date(year, int(month), 1)
            at = first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (number - 1))
        else:
            after = calendars.shift_months(date(year, int(month), 1), 1)
            last = after - timedelta(days=1) if after else date(year, 12, 31)
            at = last - timedelta(days=(last.weekday() - wanted) % 7)
        return _shift(at, int(offset) + add)

    return found


def _weekday_before(weekday: str, when: str, weeks: str = "1") -> Callable[[int, int], Interval | None]:
    """The weekday before a day of the year: Advent Sundays, Victoria Day."""
    month, day = (int(part) for part in when.split("-"))
    wanted = _WEEKDAYS.index(weekday)

    def found(year: int, add: int) -> Interval | None:
        edge = calendars.valid(year, month, day)
        if edge is None:
            return None
        back = (edge.weekday() - wanted) % 7 or 7
        return _shift(edge, add - back - 7 * (int(weeks) - 1))

    return found


def _holiday(name: str, add: int = 0) -> Time:
    when, hijri = _when(name)
    make = hijri_yearly if hijri else yearly
    return make("holiday", Size.DAY, lambda year: when(year, add), number=(name, add))


@rule("piece")
def holiday(holiday: str) -> Time:
    return _holiday(holiday)


@rule("piece")
def holiday_eve(holiday: str) -> Time:
    return _holiday(holiday, -1)


@rule("piece")
def day_before_holiday(holiday: str) -> Time:
    return _holiday(holiday, -1)


@rule("piece")
def day_after_holiday(holiday: str) -> Time:
    return _holiday(holiday, 1)


@rule("piece")
def holiday_day(ordinal: int, holiday: str) -> Time | None:
    """As in "ثاني أيام عيد الأضحى"."""
    return _holiday(holiday, ordinal - 1) if 1 <= ordinal <= 10 else None  # noqa: PLR2004


@rule("piece")
def last_holiday_day(ordinal: int, holiday: str) -> Time | None:
    """As in "ثاني أيام عيد الفطر الماضي"."""
    return _holiday_by(holiday, -1, ordinal - 1) if 1 <= ordinal <= 10 else None  # noqa: PLR2004


@rule("piece")
def next_holiday_day(ordinal: int, holiday: str) -> Time | None:
    return _holiday_by(holiday, 1, ordinal - 1) if 1 <= ordinal <= 10 else None  # noqa: PLR2004


@rule("piece")
def next_holiday_eve(holiday: str) -> Time:
    return _holiday_by(holiday, 1, -1)


@rule("piece")
def last_holiday_eve(holiday: str) -> Time:
    return _holiday_by(holiday, -1, -1)


@rule("piece")
def last_holiday(holiday: str) -> Time:
    return _holiday_by(holiday, -1)


@rule("piece")
def next_holiday(holiday: str) -> Time:
    return _holiday_by(holiday, 1)


@rule("piece")
def this_holiday(holiday: str) -> Time:
    return _holiday_by(holiday, 0)


def _holiday_by(name: str, way: int, add: int = 0) -> Time:
    when, hijri = _when(name)

    def at(context: Context) -> Interval | None:
        today = context.today
        if today is None:
            return None
        first = calendars.hijri_year_at(today) if hijri else today.year
        found = [i for year in range(first - 5, first + 6) if (i := when(year, add))]
        now = calendars.moment(today)
        if way == 0:
            return next((i for i in found if i.start and i.start.year == today.year), None)
        if way < 0:
            return next((i for i in reversed(found) if i.end and i.end <= now), None)
        return next((i for i in found if i.start and i.start > now), None)

    calendar = Calendar.HIJRI if hijri else Calendar.GREGORIAN
    return Time("relative_date", Size.DAY, at, number=name, calendar=calendar)


@rule("piece")
def holiday_hijri_year(holiday: str, hijri_year: int) -> Time | None:
    when, hijri = _when(holiday)
    interval = when(hijri_year, 0) if hijri else None
    return fixed("date", interval) if interval else None


def famous(key: str) -> Time:
    """A day that everybody names without its year: its key in a language file is the day itself."""
    parts = [int(part) for part in key.split("-")]
    if len(parts) == 3:  # noqa: PLR2004
        return fixed("date", calendars.day(date(*parts)), number=date(*parts))
    interval = calendars.year_of(parts[0]) if len(parts) == 1 else calendars.month_of(*parts)
    if interval is None:
        raise LanguageError(f"[famous] {key} is no day, month or year; write it as 2001-09-11.")
    return fixed("year" if interval.grain is Grain.YEAR else "month_year", interval)
