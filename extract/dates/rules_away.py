"""Rules for what lies an amount of time away: three days ago, in two weeks, a year ago today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_relative import hours_away, unit_at
from extract.dates.times import SIZES, Context, Size, Time, today_of
from extract.model import Grain, Interval

_FARTHEST = 15  # years that news looks ahead by a count; "after 33 years" is how long something took


@rule("piece")
def ago(amount: tuple[float, Grain | str]) -> Time:
    return _away(amount, -1)


@rule("piece")
def ahead(amount: tuple[float, Grain | str]) -> Time | None:
    """As in "in two days"; "after two days" where the sentence has told another day goes on from there."""
    count, unit = amount
    if (unit in calendars.YEARS_IN and count * calendars.YEARS_IN[Grain(unit)] > _FARTHEST) or not count:
        return None
    time = _away(amount, 1)

    def at(context: Context) -> Interval | None:
        if context.near is not None and not context.ahead:
            return add_amount(count, unit, context.near, 1, context)
        return time.at(context) if time.at else None

    return replace(time, kind="ahead", at=at)


@rule("piece")
def after_amount(amount: tuple[float, Grain | str]) -> Time | None:
    """As in "after two days": a time only where it is all that is said, or the sentence goes on from a day told."""
    time = ahead(amount)
    return replace(time, kind="after_amount") if isinstance(time, Time) else None


@rule("piece")
def within_hours(amount: tuple[float, Grain | str]) -> Time:
    """As in "في 5 دقائق": so far away where that is all that is said and the hour is known; else it is how long."""
    time = _away(amount, 1)

    def at(context: Context) -> Interval | None:
        return time.at(context) if time.at and context.now else None

    return replace(time, kind="after_amount", at=at)


@rule("piece")
def same_day_in(amount: tuple[float, Grain | str]) -> Time:
    """As in "a year ago today": the very day."""
    return _exact(amount, -1)


@rule("piece")
def same_day_after(amount: tuple[float, Grain | str]) -> Time:
    """As in "a week from today"."""
    return _exact(amount, 1)


def _exact(amount: tuple[float, Grain | str], way: int) -> Time:
    return Time("away", Size.DAY, lambda context: exact_shift(amount, way, today_of(context)))


def exact_shift(amount: tuple[float, Grain | str], way: int, day: date) -> Interval | None:
    """The day that lies so many units away, of the same number in its month."""
    count, unit = int(amount[0]) * way, amount[1]
    if unit == Grain.MONTH or unit in calendars.YEARS_IN:
        months = count * (1 if unit == Grain.MONTH else 12 * calendars.YEARS_IN[Grain(unit)])
        first = calendars.shift_months(day, months)
        found = calendars.valid(first.year, first.month, day.day) if first else None
        return calendars.day(found) if found else None
    days = {Grain.DAY: 1, Grain.WEEK: 7, "fortnight": 14}.get(unit)
    return calendars.day(day + timedelta(days=days * count)) if days else None


@rule("piece")
def in_time(amount: tuple[float, Grain | str]) -> Time:
    """As in "in two days", "within a week": from now on, whatever has been told before."""
    return _away(amount, 1)


def _away(amount: tuple[float, Grain | str], way: int) -> Time:
    """The unit that contains the moment so many units away."""
    count, unit = amount

    def at(context: Context) -> Interval | None:
        return _unit_away(count * way, unit, context)

    size = Size.DAY if unit == "weekend" else Size.WEEK if unit == "fortnight" else SIZES[Grain(unit)]
    return Time("away", size, at, number=(count, unit, way))


def _unit_away(count: float, unit: Grain | str, context: Context) -> Interval | None:  # noqa: PLR0911
    today = context.today
    if today is None:
        return None
    if unit == "fortnight":
        return calendars.span_of(Grain.WEEK, today, int(count * 2), context.week_start)
    if unit in {"weekend", Grain.HOUR, Grain.MINUTE}:
        if unit == "weekend":
            return unit_at(unit, context, int(count))
        return hours_away(context, Grain(unit), count)
    grain = Grain(unit)
    if count != int(count):
        return _fraction_away(count, grain, context)
    if grain in {Grain.DECADE, Grain.CENTURY}:  # "three decades ago" is a year, told roughly
        return calendars.span_of(Grain.YEAR, today, int(count) * calendars.YEARS_IN[grain])
    return calendars.span_of(grain, today, int(count), context.week_start)


def _fraction_away(count: float, grain: Grain, context: Context) -> Interval | None:  # noqa: PLR0911
    """As in "a year and a half ago": told in the next smaller unit."""
    today = context.today
    if today is None:
        return None
    if grain is Grain.YEAR:
        return calendars.span_of(Grain.MONTH, today, round(count * 12))
    if grain is Grain.MONTH:
        return calendars.span_of(Grain.WEEK, today + timedelta(days=round(count * 30)), 0, context.week_start)
    if grain is Grain.WEEK:
        return calendars.span_of(Grain.DAY, today, round(count * 7))
    if grain is Grain.DECADE:
        return calendars.span_of(Grain.YEAR, today, round(count * 10))
    if grain is Grain.CENTURY:
        return calendars.span_of(Grain.YEAR, today, round(count * 100))
    return hours_away(context, Grain.HOUR, count * 24)


def add_amount(
    count: float, unit: Grain | str, base: Interval, way: int, context: Context
) -> Interval | None:
    """The unit that lies so many units after (or before) another time: "two days after the attack"."""
    edge: datetime | None = base.start
    if edge is None:
        return None
    grain = unit if unit in {"weekend", "fortnight"} else Grain(unit)
    return _unit_away(count * way, grain, Context(edge.date(), week_start=context.week_start, now=edge))
