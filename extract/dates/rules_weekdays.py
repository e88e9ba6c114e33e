"""Rules for weekdays counted from another day: two Mondays ago, Tuesday week, the Friday before Easter."""

from __future__ import annotations

from datetime import timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time
from extract.model import Grain, Interval


@rule("piece")
def weekday_week(weekday: int) -> Time:
    """As in "Tuesday week": a week after the next one."""

    def at(context: Context) -> Interval | None:
        if context.today is None:
            return None
        ahead = (weekday - context.today.weekday()) % 7
        return calendars.day(context.today + timedelta(days=ahead + 7))

    return Time("away", Size.DAY, at)


@rule("span")
def weekday_before(weekday: int, moment: Time) -> Time | None:
    """As in "the Friday before Easter"."""
    return _weekday_beside(weekday, moment, -1)


@rule("span")
def weekday_after(weekday: int, moment: Time) -> Time | None:
    return _weekday_beside(weekday, moment, 1)


def _weekday_beside(weekday: int, moment: Time, way: int) -> Time | None:
    inner = moment.at
    if inner is None or moment.size is not Size.DAY or moment.kind in {"weekday", "weak_weekday", "weak_day"}:
        return None

    def at(context: Context) -> Interval | None:
        base = inner(context)
        if base is None or base.start is None:
            return None
        day = base.start.date()
        away = (day.weekday() - weekday) % 7 or 7 if way < 0 else (weekday - day.weekday()) % 7 or 7
        return calendars.day(day + timedelta(days=way * away))

    return Time("away", Size.DAY, at, absolute=moment.absolute)


@rule("piece")
def weeks_ago_weekday(amount: tuple[float, Grain | str], weekday: int) -> Time | None:
    """As in "a week ago Tuesday"."""
    count, unit = amount
    if unit != Grain.WEEK:
        return None

    def at(context: Context) -> Interval | None:
        if context.today is None:
            return None
        back = (context.today.weekday() - weekday) % 7
        return calendars.day(context.today - timedelta(days=back + 7 * int(count)))

    return Time("away", Size.DAY, at)


@rule("piece")
def weekdays_ahead(number: int, weekday: int) -> Time:
    """As in "two Fridays from now"."""

    def at(context: Context) -> Interval | None:
        if context.today is None:
            return None
        ahead = (weekday - context.today.weekday()) % 7 or 7
        return calendars.day(context.today + timedelta(days=ahead + 7 * (number - 1)))

    return Time("away", Size.DAY, at)


@rule("piece")
def weekdays_ago(number: int, weekday: int) -> Time:
    """As in "two Mondays ago"."""

    def at(context: Context) -> Interval | None:
        if context.today is None:
            return None
        back = (context.today.weekday() - weekday) % 7 or 7
        return calendars.day(context.today - timedelta(days=back + 7 * (number - 1)))

    return Time("away", Size.DAY, at)
