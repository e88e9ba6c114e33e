"""Rules for days: weekdays, days of a month, days reckoned from today, dates in figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time, fixed, today_of, yearly
from extract.model import Calendar, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

WEEK = 7


@rule("piece")
def weekday(weekday: int) -> Time:
    return _weekday(weekday)


def _weekday(weekday: int) -> Time:
    """News names the most recent such day, today included; or the next, in a clause that looks ahead."""

    def at(context: Context) -> Interval | None:
        today = today_of(context)
        back = (today.weekday() - weekday) % WEEK
        forth = (weekday - today.weekday()) % WEEK
        return calendars.day(today + timedelta(days=forth if context.ahead else -back))

    return Time("weekday", Size.DAY, at, _weekday_inside(weekday), number=weekday)


@rule("piece")
def weak_weekday(weekday: int) -> Time:
    """A weekday whose name is another word too ("Sat", "أحد"): it needs something beside it."""
    return replace(_weekday(weekday), kind="weak_weekday")


@rule("piece")
def figures(figures: Time) -> Time:
    return figures


@rule("piece")
def last_weekday(weekday: int) -> Time:
    return _weekday_by(weekday, lambda today: -((today.weekday() - weekday) % WEEK or WEEK))


@rule("piece")
def next_weekday(weekday: int) -> Time:
    return _weekday_by(weekday, lambda today: (weekday - today.weekday()) % WEEK or WEEK)


@rule("piece")
def this_weekday(weekday: int) -> Time:
    """The one of this week; weeks begin where the reader's do."""

    def at(context: Context) -> Interval | None:
        week = calendars.span_of(Grain.WEEK, today_of(context), 0, context.week_start)
        return _weekday_inside(weekday)(week, context) if week else None

    return Time("weekday", Size.DAY, at, number=weekday)


@rule("piece")
def weekday_before_last(weekday: int) -> Time:
    return _weekday_by(weekday, lambda today: -((today.weekday() - weekday) % WEEK or WEEK) - WEEK)


@rule("piece")
def weekday_after_next(weekday: int) -> Time:
    return _weekday_by(weekday, lambda today: ((weekday - today.weekday()) % WEEK or WEEK) + WEEK)


def _weekday_by(weekday: int, days: Callable[[date], int]) -> Time:
    def at(context: Context) -> Interval | None:
        today = today_of(context)
        return calendars.day(today + timedelta(days=days(today)))

    return Time("weekday", Size.DAY, at, number=weekday)


def _weekday_inside(weekday: int) -> Callable[[Interval, Context], Interval | None]:
    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None or larger.end - larger.start > timedelta(days=WEEK):
            return None
        first = larger.start.date()
        found = first + timedelta(days=(weekday - first.weekday()) % WEEK)
        return calendars.day(found) if calendars.moment(found) < larger.end else None

    return inside


@rule("piece")
def relative_day(relative_day: int) -> Time:
    def at(context: Context) -> Interval | None:
        return calendars.day(today_of(context) + timedelta(days=relative_day))

    return Time("relative_day", Size.DAY, at, number=relative_day)


@rule("piece")
def day_month(day: int, month: int) -> Time:
    def of_year(year: int) -> Interval | None:
        at = calendars.valid(year, month, day)
        return calendars.day(at) if at else None

    if calendars.valid(2000, month, day) is None:
        return NEVER
    return yearly(
        "day_month", Size.DAY, of_year, alike=lambda other: day_month(other, month), number=(month, day)
    )


@rule("piece")
def day_month_year(day: int, month: int, year: int) -> Time:
    at = calendars.valid(year, month, day)
    if at is None:
        return NEVER
    return _date(at, lambda other: day_month_year(other, month, year))


@rule("piece")
def hijri_day_month(day: int, hijri_month: int) -> Time:
    def of_year(year: int) -> Interval | None:
        at = calendars.hijri_day(year, hijri_month, day)
        return calendars.day(at, Calendar.HIJRI) if at else None

    if day > 30:  # noqa: PLR2004
        return NEVER
    return hijri_yearly(
        "day_month",
        Size.DAY,
        of_year,
        alike=lambda other: hijri_day_month(other, hijri_month),
        number=(hijri_month, day),
    )


@rule("piece")
def hijri_day_month_year(day: int, hijri_month: int, hijri_year: int) -> Time:
    at = calendars.hijri_day(hijri_year, hijri_month, day)
    if at is None:
        return NEVER
    time = fixed("date", calendars.day(at, Calendar.HIJRI), number=at)
    return replace(time, alike=lambda other: hijri_day_month_year(other, hijri_month, hijri_year))


def hijri_yearly(kind: str, size: Size, of_year: Callable[[int], Interval | None], **more: object) -> Time:
    """As `yearly`, for what comes once a Hijri year."""

    def gregorian(year: int) -> list[Interval]:
        first = calendars.hijri_year_at(date(year, 1, 1))
        found = (of_year(first + shift) for shift in range(3))
        return [i for i in found if i is not None and i.start is not None and i.start.year == year]

    def at(context: Context) -> Interval | None:
        from extract.dates.times import nearest  # noqa: PLC0415

        today = today_of(context)
        found = [i for year in range(today.year - 2, today.year + 3) for i in gregorian(year)]
        return nearest(found, context)

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None:
            return None
        years = range(larger.start.year, larger.end.year + 1)
        found = [
            i for year in years for i in gregorian(year) if i.start and larger.start <= i.start < larger.end
        ]
        return found[0] if found and len(years) <= 3 else None  # noqa: PLR2004

    return Time(kind, size, at, inside, calendar=Calendar.HIJRI, **more)  # type: ignore[arg-type]


@rule("piece")
def day_of_month(day: int) -> Time:
    return _day_of_month(day)


def _day_of_month(day: int) -> Time:
    """As in "the 15th", "15 الجاري": of this month, or of the month told beside it."""

    def of_month(first: date) -> Interval | None:
        at = calendars.valid(first.year, first.month, day)
        return calendars.day(at) if at else None

    def at(context: Context) -> Interval | None:
        """The nearest such day; ahead where the clause is."""
        today = today_of(context)
        months = [first for shift in (-1, 0, 1) if (first := calendars.shift_months(today, shift))]
        found = [i for first in months if (i := of_month(first)) is not None and i.start is not None]
        if context.ahead:
            found = [i for i in found if i.start and i.start.date() >= today] or found
        return (
            min(found, key=lambda i: abs((i.start.date() - today).days) if i.start else 0) if found else None
        )

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None:
            return None
        if larger.calendar is Calendar.HIJRI:
            found = calendars.day(larger.start.date() + timedelta(days=day - 1), Calendar.HIJRI)
            return found if larger.end and found.end and found.end <= larger.end else None
        return of_month(larger.start.date())

    return Time("day_of_month", Size.DAY, at, inside, alike=_day_of_month, number=day)


@rule("piece")
def weak_day(day: int) -> Time:
    """As in "the 15th", where the words around make it a day."""
    return replace(_day_of_month(day), kind="weak_day")


@rule("piece")
def day_of_this_month(day: int) -> Time:
    return _day_of_shifted(day, 0)


@rule("piece")
def day_of_last_month(day: int) -> Time:
    return _day_of_shifted(day, -1)


@rule("piece")
def day_of_next_month(day: int) -> Time:
    return _day_of_shifted(day, 1)


def _day_of_shifted(day: int, shift: int) -> Time:
    def at(context: Context) -> Interval | None:
        first = calendars.shift_months(today_of(context), shift)
        found = calendars.valid(first.year, first.month, day) if first else None
        return calendars.day(found) if found else None

    return Time("relative_date", Size.DAY, at, alike=lambda other: _day_of_shifted(other, shift), number=day)


@rule("piece")
def last_day_month(day: int, month: int) -> Time:
    """As in "7 أكتوبر الماضي": the latest before today."""
    return _day_month_by(day, month, -1)


@rule("piece")
def next_day_month(day: int, month: int) -> Time:
    return _day_month_by(day, month, 1)


@rule("piece")
def this_day_month(day: int, month: int) -> Time:
    return _day_month_by(day, month, 0)


def _day_month_by(day: int, month: int, way: int) -> Time:
    if calendars.valid(2000, month, day) is None:
        return NEVER

    def at(context: Context) -> Interval | None:
        today = today_of(context)
        found = [d for y in range(today.year - 8, today.year + 9) if (d := calendars.valid(y, month, day))]
        if way == 0:
            chosen = [d for d in found if d.year == today.year]
        elif way < 0:
            chosen = [d for d in found if d < today][-1:]
        else:
            chosen = [d for d in found if d > today][:1]
        return calendars.day(chosen[0]) if chosen else None

    return Time(
        "relative_date",
        Size.DAY,
        at,
        alike=lambda other: _day_month_by(other, month, way),
        number=(month, day),
    )


def _date(at: date, alike: Callable[[int], Time | None]) -> Time:
    return replace(fixed("date", calendars.day(at), number=at), alike=alike)


NEVER = Time("never", Size.DAY, None)
