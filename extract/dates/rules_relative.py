"""Rules for what is reckoned from the day of publication: last week, three days ago, the past two years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import SIZES, Context, Size, Time
from extract.model import Grain, Interval

_DAYS_OF_WEEK = 7
_FARTHEST = 15  # years that news looks ahead by a count; "after 33 years" is how long something took
_SATURDAY = 5


def unit(key: str) -> Grain | str:
    """A unit as a language file names it; "weekend" and "fortnight" are units of news but no grains."""
    return key if key in {"weekend", "fortnight", "night"} else Grain(key)


def _shifted(unit: Grain | str, shift: int) -> Time:
    size = Size.DAY if unit == "weekend" else Size.WEEK if unit == "fortnight" else SIZES[Grain(unit)]

    def at(context: Context) -> Interval | None:
        return unit_at(unit, context, shift)

    return Time("relative_unit", size, at, number=(unit, shift))


def unit_at(unit: Grain | str, context: Context, shift: int) -> Interval | None:
    """The calendar unit that lies `shift` units away from the one of today."""
    today = context.today
    if today is None:
        return None
    if unit == "weekend":
        week = calendars.span_of(Grain.WEEK, today, shift, context.week_start)
        return weekend_of(week) if week else None
    if unit == "fortnight":
        return calendars.span_of(Grain.WEEK, today, 2 * shift, context.week_start, 2)
    if unit in {Grain.HOUR, Grain.MINUTE}:
        return _hour_at(context, Grain(unit), shift)
    return calendars.span_of(Grain(unit), today, shift, context.week_start)


def weekend_of(week: Interval) -> Interval | None:
    """Saturday and Sunday."""
    if week.start is None:
        return None
    first = week.start.date()
    saturday = first + timedelta(days=(_SATURDAY - first.weekday()) % _DAYS_OF_WEEK)
    return calendars.between(saturday, saturday + timedelta(days=2), Grain.DAY)


def _hours_away(context: Context, grain: Grain, count: float) -> Interval | None:
    if context.now is None:
        # Without the hour of publication an hour cannot be told; the day can, for a few hours.
        return calendars.day(context.today) if context.today else None
    step = timedelta(hours=count) if grain is Grain.HOUR else timedelta(minutes=count)
    start = (context.now + step).replace(second=0, microsecond=0)
    return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)


def _hour_at(context: Context, grain: Grain, shift: int) -> Interval | None:
    """ "this hour", "the next hour"."""
    if context.now is None:
        return None
    length = timedelta(hours=1) if grain is Grain.HOUR else timedelta(minutes=1)
    now = context.now.replace(second=0, microsecond=0)
    start = (now.replace(minute=0) if grain is Grain.HOUR else now) + shift * length
    return Interval(start, start + length, grain)


@rule("piece")
def last_unit(unit: Grain | str) -> Time:
    return _shifted(unit, -1)


@rule("piece")
def this_unit(unit: Grain | str) -> Time:
    return _shifted(unit, 0)


@rule("piece")
def this_weekend() -> Time:
    return _shifted("weekend", 0)


@rule("piece")
def bare_unit(unit: Grain | str) -> Time | None:
    """ "the month" after "the end of": this one."""
    return replace(_shifted(unit, 0), kind="bare_unit") if unit != Grain.DAY else None


@rule("piece")
def next_unit(unit: Grain | str) -> Time:
    return _shifted(unit, 1)


@rule("piece")
def unit_before_last(unit: Grain | str) -> Time:
    return _shifted(unit, -2)


@rule("piece")
def unit_after_next(unit: Grain | str) -> Time:
    return _shifted(unit, 2)


@rule("piece")
def ago(amount: tuple[float, Grain | str]) -> Time:
    return _away(amount, -1)


@rule("piece")
def ahead(amount: tuple[float, Grain | str]) -> Time | None:
    """ "in two days"; "after two days" where the sentence has told another day goes on from there."""
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
    """ "after two days": a time only where it is all that is said, or the sentence goes on from a day told."""
    time = ahead(amount)
    return replace(time, kind="after_amount") if isinstance(time, Time) else None


@rule("piece")
def within(amount: tuple[float, Grain | str]) -> Time:
    """ "within two weeks": a time only where it is all that is said; in news it is how long something may take."""
    return replace(_stretch(amount, 1), kind="after_amount")


@rule("piece")
def now() -> Time:
    """The minute, where the hour of publication is known; in running text it is no date."""
    return Time("after_amount", Size.CLOCK, lambda context: _hour_at(context, Grain.MINUTE, 0))


@rule("piece")
def coming_weekend() -> Time:
    """The first weekend that begins after today."""

    def at(context: Context) -> Interval | None:
        found = [unit_at("weekend", context, shift) for shift in (0, 1)]
        return next((i for i in found if i and i.start and i.start.date() > _day(context)), None)

    return Time("relative_unit", Size.DAY, at)


@rule("piece")
def same_day_in(amount: tuple[float, Grain | str]) -> Time:
    """ "a year ago today": the very day."""
    return _exact(amount, -1)


@rule("piece")
def same_day_after(amount: tuple[float, Grain | str]) -> Time:
    """ "a week from today"."""
    return _exact(amount, 1)


def _exact(amount: tuple[float, Grain | str], way: int) -> Time:
    return Time("away", Size.DAY, lambda context: exact_shift(amount, way, _day(context)))


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
    """ "in two days", "within a week": from now on, whatever has been told before."""
    return _away(amount, 1)


def _away(amount: tuple[float, Grain | str], way: int) -> Time:
    """The unit that contains the moment so many units away."""
    count, unit = amount

    def at(context: Context) -> Interval | None:
        return _unit_away(count * way, unit, context)

    size = Size.DAY if unit in {"weekend"} else Size.WEEK if unit == "fortnight" else SIZES[Grain(unit)]
    return Time("away", size, at, number=(count, unit, way))


def _unit_away(count: float, unit: Grain | str, context: Context) -> Interval | None:
    today = context.today
    if today is None:
        return None
    if unit == "fortnight":
        return calendars.span_of(Grain.WEEK, today, int(count * 2), context.week_start)
    if unit in {"weekend", Grain.HOUR, Grain.MINUTE}:
        if unit == "weekend":
            return unit_at(unit, context, int(count))
        return _hours_away(context, Grain(unit), count)
    grain = Grain(unit)
    if count != int(count):
        return _fraction_away(count, grain, context)
    if grain in {Grain.DECADE, Grain.CENTURY}:  # "three decades ago" is a year, told roughly
        return calendars.span_of(Grain.YEAR, today, int(count) * calendars.YEARS_IN[grain])
    return calendars.span_of(grain, today, int(count), context.week_start)


def _fraction_away(count: float, grain: Grain, context: Context) -> Interval | None:
    """ "a year and a half ago": told in the next smaller unit."""
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
    return _hours_away(context, Grain.HOUR, count * 24)


@rule("piece")
def last_amount(amount: tuple[float, Grain | str]) -> Time | None:
    """ "the past three days": up to the day before publication."""
    return _stretch(amount, -1)


@rule("piece")
def next_amount(amount: tuple[float, Grain | str]) -> Time | None:
    return _stretch(amount, 1)


def _stretch(amount: tuple[float, Grain | str], way: int) -> Time:
    count, unit = amount

    def at(context: Context) -> Interval | None:
        return stretch(count, unit, way, context)

    return Time("stretch", Size.DAY, at, number=amount)


def stretch(count: float, unit: Grain | str, way: int, context: Context) -> Interval | None:
    """So many units before or after today; days and weeks by the day, others by the calendar."""
    today = context.today
    if today is None or (count < 1 and unit != Grain.HOUR):
        return None
    if unit in {Grain.HOUR, Grain.MINUTE}:
        return _hours_stretch(count, Grain(unit), way, context)
    if unit == "fortnight":
        count, unit = count * 2, Grain.WEEK
    if unit == "weekend":
        return unit_at(unit, context, way) if count == 1 else None
    grain = Grain(unit)
    whole = int(count)
    if grain in {Grain.DAY, Grain.WEEK}:
        days = whole * (1 if grain is Grain.DAY else _DAYS_OF_WEEK)
        first = today - timedelta(days=days) if way < 0 else today + timedelta(days=1)
        return calendars.between(first, first + timedelta(days=days), grain)
    if grain in {Grain.DECADE, Grain.CENTURY}:
        whole, grain = whole * calendars.YEARS_IN[grain], Grain.YEAR
    return calendars.span_of(grain, today, -whole if way < 0 else 1, context.week_start, whole)


def _hours_stretch(count: float, grain: Grain, way: int, context: Context) -> Interval | None:
    anchor = context.now or calendars.moment(_day(context) + timedelta(days=1 if way > 0 else 0))
    step = timedelta(hours=count) if grain is Grain.HOUR else timedelta(minutes=count)
    start, end = (anchor - step, anchor) if way < 0 else (anchor, anchor + step)
    return Interval(start, end, Grain.MINUTE if context.now else grain)


def _day(context: Context) -> date:
    if context.today is None:
        raise ValueError("this time needs a day to be reckoned from")
    return context.today


@rule("amount")
def amount(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if number else None


@rule("unit_count")
def unit_count(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    """ "الأيام الثلاثة": the count after what is counted."""
    return (number, unit) if number else None


@rule("amount")
def one(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1, unit


@rule("amount")
def two(unit: Grain | str) -> tuple[float, Grain | str]:
    return 2, unit


@rule("amount")
def two_of(unit: Grain | str) -> tuple[float, Grain | str]:
    """ "a couple of weeks"."""
    return 2, unit


@rule("amount")
def hours_and_minutes(hours: tuple[float, Grain | str], minutes: tuple[float, Grain | str]) -> Any:
    """ "an hour and 30 minutes"."""
    if hours[1] != Grain.HOUR or minutes[1] != Grain.MINUTE:
        return None
    return hours[0] + minutes[0] / 60, Grain.HOUR


@rule("hours_part")
def some_hours(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if unit == Grain.HOUR else None


@rule("hours_part")
def an_hour(unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (1, unit) if unit == Grain.HOUR else None


@rule("minutes_part")
def some_minutes(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if unit == Grain.MINUTE else None


@rule("hours_part")
def hours_two(unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (2, unit) if unit == Grain.HOUR else None


@rule("amount")
def third_hour() -> tuple[float, Grain | str]:
    return 20, Grain.MINUTE


@rule("amount")
def three_quarters_hour() -> tuple[float, Grain | str]:
    return 45, Grain.MINUTE


@rule("unit_amount")
def unit_amount(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1, unit


@rule("amount")
def quarter_hour() -> tuple[float, Grain | str]:
    return 15, Grain.MINUTE


@rule("amount")
def half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 0.5, unit


@rule("amount")
def one_and_half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1.5, unit


@rule("amount")
def two_and_half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 2.5, unit


@rule("amount")
def and_half(number: int, unit: Grain | str) -> tuple[float, Grain | str]:
    return number + 0.5, unit


def add_amount(count: float, unit: Grain | str, base: Interval, way: int, context: Context) -> Interval | None:
    """The unit that lies so many units after (or before) another time: "two days after the attack"."""
    edge: datetime | None = base.start
    if edge is None:
        return None
    grain = unit if unit in {"weekend", "fortnight"} else Grain(unit)
    return _unit_away(count * way, grain, Context(edge.date(), week_start=context.week_start, now=edge))

