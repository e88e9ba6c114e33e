"""Rules for amounts told in two units: a year and two months ago, in a week and three days."""

from __future__ import annotations

from datetime import date, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import SIZES, Context, Size, Time, today_of
from extract.model import Grain, Interval

_DAYS = {Grain.DAY: 1, Grain.WEEK: 7}
_MINUTES = {Grain.MINUTE: 1, Grain.HOUR: 60}
_MONTHS = {Grain.MONTH: 1, Grain.YEAR: 12, Grain.DECADE: 120}
_ORDER = (*_MINUTES, *_DAYS, *_MONTHS)

_Amount = tuple[float, Grain | str]


@rule("piece")
def compound_ago(first: _Amount, second: _Amount) -> Time | None:
    """As in "a year and two months ago": told in the finer unit."""
    return _away(first, second, -1)


@rule("piece")
def compound_ahead(first: _Amount, second: _Amount) -> Time | None:
    return _away(first, second, 1)


def _away(first: _Amount, second: _Amount, way: int) -> Time | None:
    units = [unit for _, unit in (first, second)]
    if any(unit not in _ORDER for unit in units) or _ORDER.index(units[0]) <= _ORDER.index(units[1]):
        return None
    grain = Grain(units[1])

    def at(context: Context) -> Interval | None:
        months = way * _total((first, second), _MONTHS)
        day = _months_away(today_of(context), round(months))
        if day is None:
            return None
        day += timedelta(days=round(way * _total((first, second), _DAYS)))
        if grain not in _MINUTES:
            return calendars.span_of(grain, day, 0, context.week_start)
        return _minute(day, way * _total((first, second), _MINUTES), context)

    return Time("away", SIZES.get(grain, Size.DAY), at, number=(first, second, way))


def _total(amounts: tuple[_Amount, _Amount], sizes: dict[Grain, int]) -> float:
    return sum(count * sizes[Grain(unit)] for count, unit in amounts if unit in sizes)


def _months_away(day: date, months: int) -> date | None:
    """The same day of another month, or its last where that month is shorter."""
    first = calendars.shift_months(day, months)
    if first is None:
        return None
    options = (calendars.valid(first.year, first.month, day.day - less) for less in range(4))
    return next((option for option in options if option), None)


def _minute(day: date, minutes: float, context: Context) -> Interval | None:
    """The minute, where the hour of publication is known; else the day."""
    if context.now is None:
        return calendars.day(day)
    start = calendars.moment(day, context.now.hour, context.now.minute) + timedelta(minutes=minutes)
    return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)
