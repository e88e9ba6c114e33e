"""Rules for times reckoned from another time of the text: the same day, two days later, the year after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.moments import nearer
from extract.dates.rules import rule
from extract.dates.rules_away import add_amount, exact_shift
from extract.dates.rules_relative import unit_at, weekend_of
from extract.dates.times import SIZES, Context, Size, Time
from extract.model import Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_NEXT_DAY = timedelta(days=1)


@rule("piece")
def same_unit(unit: Grain | str) -> Time:
    """As in "the same day", "العام نفسه"."""
    return _beside(unit, 0)


@rule("piece")
def following_unit(unit: Grain | str) -> Time:
    return _beside(unit, 1)


@rule("piece")
def previous_unit(unit: Grain | str) -> Time:
    return _beside(unit, -1)


def _beside(unit: Grain | str, shift: int) -> Time:
    def at(context: Context) -> Interval | None:
        before = context.before
        edge = _edge(before, shift)
        if edge is None or before is None:
            return unit_at(unit, context, shift) if shift and context.today else None
        return unit_at(unit, Context(edge.date(), week_start=context.week_start, now=edge), shift)

    size = Size.DAY if unit in {"weekend", "night"} else SIZES[Grain(unit)]
    # What the text told before is an interval, whoever told when the text was written.
    return Time("story", size, at, absolute=True, number=(unit, shift))


def _edge(before: Interval | None, shift: int) -> datetime | None:
    if before is None:
        return None
    if shift > 0 and before.end is not None:
        return before.end - timedelta(minutes=1)
    return before.start or before.end


@rule("piece")
def day_of_same_month(day: int) -> Time:
    """As in "العشرين من الشهر نفسه"."""

    def at(context: Context) -> Interval | None:
        before = context.before
        told = (
            calendars.valid(before.start.year, before.start.month, day) if before and before.start else None
        )
        return calendars.day(told) if told else None

    return Time("story", Size.DAY, at, absolute=True, number=day)


@rule("piece")
def following_daypart(daypart: str) -> Time:
    """As in "the following morning"."""
    from extract.dates.rules_dayparts import part_at  # noqa: PLC0415

    def at(context: Context) -> Interval | None:
        edge = _edge(context.before, 1)
        day = edge.date() if edge else context.today
        return part_at(day + _NEXT_DAY, daypart) if day else None

    return Time("story", Size.DAYPART, at, absolute=True, number=daypart)


@rule("piece")
def same_daypart(daypart: str) -> Time:
    """As in "الليلة نفسها"."""
    from extract.dates.rules_dayparts import part_at  # noqa: PLC0415

    def at(context: Context) -> Interval | None:
        before = context.before
        return part_at(before.start.date(), daypart) if before and before.start else None

    return Time("story", Size.DAYPART, at, absolute=True, number=daypart)


@rule("piece")
def later(amount: tuple[float, Grain | str]) -> Time:
    """As in "two days later", "بعد ذلك بيومين"."""
    return _told_before(amount, 1)


@rule("piece")
def earlier(amount: tuple[float, Grain | str]) -> Time:
    return _told_before(amount, -1)


def _told_before(amount: tuple[float, Grain | str], way: int) -> Time:
    count, unit = amount

    def at(context: Context) -> Interval | None:
        if context.before is None and context.today is not None:
            asked = context.now or calendars.moment(context.today)
            return add_amount(count, unit, Interval(asked, asked + _NEXT_DAY, Grain.DAY), way, context)
        return add_amount(count, unit, context.before, way, context) if context.before else None

    return Time("story", Size.DAY, at, absolute=True, number=amount)


@rule("span")
def week_of(moment: Time) -> Time | None:
    """As in "the week of August 22"."""
    return _week_around(moment, lambda week: week)


@rule("span")
def week_ending(moment: Time) -> Time | None:
    """As in "the week ending November 19": the seven days up to it."""
    inner = moment.at
    if inner is None or moment.size is not Size.DAY:
        return None

    def at(context: Context) -> Interval | None:
        last = inner(context)
        if last is None or last.end is None:
            return None
        return calendars.between(last.end.date() - timedelta(days=7), last.end.date(), Grain.WEEK)

    return Time("week", Size.WEEK, at, absolute=moment.absolute)


@rule("span")
def weekend_of_day(moment: Time) -> Time | None:
    """As in "the weekend of 12 March"."""
    return _week_around(moment, weekend_of)


def _week_around(moment: Time, part: Callable[[Interval], Interval | None]) -> Time | None:
    inner = moment.at
    if inner is None or moment.size is not Size.DAY:
        return None

    def at(context: Context) -> Interval | None:
        day = inner(context)
        if moment.kind == "day_month" and not context.ahead:
            day = nearer(day, moment, context)
        if day is None or day.start is None:
            return None
        week = calendars.span_of(Grain.WEEK, day.start.date(), 0, context.week_start)
        return part(week) if week else None

    return Time("week", Size.WEEK, at, absolute=moment.absolute)


@rule("span")
def after_moment(amount: tuple[float, Grain | str], moment: Time) -> Time | None:
    """As in "two days after 7 October"."""
    return _from_moment(amount, moment, 1)


@rule("span")
def before_moment(amount: tuple[float, Grain | str], moment: Time) -> Time | None:
    return _from_moment(amount, moment, -1)


@rule("span")
def day_after_moment(moment: Time) -> Time | None:
    return _from_moment((1, Grain.DAY), moment, 1)


@rule("span")
def day_before_moment(moment: Time) -> Time | None:
    return _from_moment((1, Grain.DAY), moment, -1)


def _from_moment(amount: tuple[float, Grain | str], moment: Time, way: int) -> Time | None:
    count, unit = amount
    inner = moment.at
    coarser = count == 1 and unit == Grain.DAY and moment.size > Size.WEEK  # "a day before 2011"
    if inner is None or coarser or moment.kind in {"part", "nth", "zone", "never", "hour"}:
        return None

    exact = moment.kind in {"relative_day", "weekday"}  # "a week from Monday" is a Monday

    def at(context: Context) -> Interval | None:
        base = inner(replace(context, ahead=True) if exact and way > 0 else context)
        if base is not None and base.start is not None and exact:
            return exact_shift(amount, way, base.start.date())
        return add_amount(count, unit, base, way, context) if base else None

    return Time("away", Size.DAY, at, absolute=moment.absolute)


@rule("span")
def before_by(moment: Time, amount: tuple[float, Grain | str]) -> Time | None:
    """As in "قبل عيد الميلاد بيومين"."""
    return _from_moment(amount, moment, -1)


@rule("span")
def after_by(moment: Time, amount: tuple[float, Grain | str]) -> Time | None:
    return _from_moment(amount, moment, 1)


@rule("piece")
def weekday_of_story(weekday: int) -> Time:
    """As in "the following Monday": the first after what was told before."""

    def at(context: Context) -> Interval | None:
        before = context.before
        if before is None or before.start is None:
            return None
        first = before.start.date() + _NEXT_DAY
        return calendars.day(first + timedelta(days=(weekday - first.weekday()) % 7))

    return Time("story", Size.DAY, at, absolute=True)
