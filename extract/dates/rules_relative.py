"""Rules for what is reckoned from the day of publication: last week, three days ago, the past two years."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import SIZES, Context, Size, Time, today_of
from extract.model import Grain, Interval

_DAYS_OF_WEEK = 7
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
        return hour_at(context, Grain(unit), shift)
    return calendars.span_of(Grain(unit), today, shift, context.week_start)


def weekend_of(week: Interval) -> Interval | None:
    """Saturday and Sunday."""
    if week.start is None:
        return None
    first = week.start.date()
    saturday = first + timedelta(days=(_SATURDAY - first.weekday()) % _DAYS_OF_WEEK)
    return calendars.between(saturday, saturday + timedelta(days=2), Grain.DAY)


def hours_away(context: Context, grain: Grain, count: float) -> Interval | None:
    if context.now is None:
        # Without the hour of publication an hour cannot be told; the day can, for a few hours.
        return calendars.day(context.today) if context.today else None
    step = timedelta(hours=count) if grain is Grain.HOUR else timedelta(minutes=count)
    start = (context.now + step).replace(second=0, microsecond=0)
    return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)


def hour_at(context: Context, grain: Grain, shift: int) -> Interval | None:
    """As in "this hour", "the next hour"."""
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
    """As in "the month" after "the end of": this one."""
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
def within(amount: tuple[float, Grain | str]) -> Time:
    """As in "within two weeks": a time only where it is all that is said; in news it is how long something may take."""
    return replace(_stretch(amount, 1), kind="after_amount")


@rule("piece")
def now() -> Time:
    """The minute, where the hour of publication is known; in running text it means nowadays."""
    return Time("now", Size.CLOCK, lambda context: hour_at(context, Grain.MINUTE, 0))


@rule("span")
def over_the_weekend() -> Time:
    """As in "over the weekend": the last one that has begun, unless the clause looks ahead."""

    def at(context: Context) -> Interval | None:
        this = unit_at("weekend", context, 0)
        begun = this is not None and this.start is not None and this.start.date() <= today_of(context)
        return this if begun or context.ahead else unit_at("weekend", context, -1)

    return Time("range", Size.DAY, at)


@rule("piece")
def coming_weekend() -> Time:
    """The first weekend that begins after today."""

    def at(context: Context) -> Interval | None:
        found = [unit_at("weekend", context, shift) for shift in (0, 1)]
        return next((i for i in found if i and i.start and i.start.date() > today_of(context)), None)

    return Time("relative_unit", Size.DAY, at)


@rule("piece")
def last_amount(amount: tuple[float, Grain | str]) -> Time | None:
    """As in "the past three days": up to the day before publication."""
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
    anchor = context.now or calendars.moment(today_of(context) + timedelta(days=1 if way > 0 else 0))
    step = timedelta(hours=count) if grain is Grain.HOUR else timedelta(minutes=count)
    start, end = (anchor - step, anchor) if way < 0 else (anchor, anchor + step)
    return Interval(start, end, Grain.MINUTE if context.now else grain)
