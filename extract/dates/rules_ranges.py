"""Rules for more than one time: ranges, lists under one head, and what is open at one end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.dates import calendars
from extract.dates.cues import NEEDY
from extract.dates.moments import stands, within
from extract.dates.rules import rule
from extract.dates.rules_clock import clock_at
from extract.dates.rules_days import NEVER
from extract.dates.spans import NO_DATE, NoDate, core, cued
from extract.dates.times import Context, Size, Time, resolve
from extract.model import Calendar, Grain, Interval

_FINENESS = list(Grain)


@rule("span")
def whole(moment: Time) -> Time | None:
    """Alone, or where the words around will have to allow it."""
    return moment if stands(moment) or moment.kind in NEEDY or moment.kind == "never" else None


@rule("span")
def not_a_date(**_: object) -> NoDate:
    return NO_DATE


@rule("span")
def from_to(first: Time, last: Time) -> Time | None:
    return None if first.kind == "weak_day" and last.kind != "weak_day" else range_of(first, last)


@rule("span")
def day_from_to(day: Time, first: Time, last: Time) -> Time | None:
    """As in "tomorrow from 3 to 4 p.m."."""
    if (
        day.size not in {Size.DAY, Size.DAYPART}
        or not stands(day)
        or last.inside is None
        or first.inside is None
    ):
        return None
    if not {first.kind, core(first).kind} & {"clock", "hour"} or not {last.kind, core(last).kind} & {
        "clock",
        "hour",
    }:
        return None
    return range_of(first, replace(within(last, day), kind="clock"))


@rule("span")
def day_number_to(day: Time, number: int, last: Time) -> Time | None:
    first = last.alike(number) if last.alike else None
    return day_from_to(day, first, last) if first is not None else None


@rule("span")
def day_hours(day: Time, number: int, hour: int) -> Time | None:
    """As in "this evening from 6 to 8"."""
    first, last = clock_at(number, 0, Grain.HOUR), clock_at(hour, 0, Grain.HOUR)
    return day_from_to(day, first, last) if first and last else None


@rule("span")
def dash(first: Time, last: Time) -> Time | None:
    """As in "2019-2021", "Monday-Friday": two of a kind."""
    if first.size != last.size or (first.kind != last.kind and "moment" not in {first.kind, last.kind}):
        return None
    return range_of(first, last)


@rule("span")
def number_to(number: int, last: Time) -> Time | None:
    """As in "7 to 9 October": the first is as the last, but for its number."""
    first = last.alike(number) if last.alike and core(last).kind not in {"year", "bare_year"} else None
    return range_of(first, last) if first is not None and cued(last) else None


@rule("span")
def ordinal_to(ordinal: int, last: Time) -> Time | None:
    return number_to(ordinal, last)


@rule("span")
def clock_to_number(first: Time, number: int) -> Time | None:
    """As in "from 9:30 to 11", where the first tells that both are hours."""
    last = first.alike(number) if first.alike and first.kind == "clock" else None
    return range_of(first, last) if last is not None else None


@rule("span")
def first_to_number(first: Time, number: int) -> Time | None:
    """As in "October 7 to 9", "October 7-9, 2023"."""
    last = first.alike(number) if first.alike else None
    if last is None or first.kind in {"bare_year", "year", "month", "weak_month", "fraction", "century"}:
        return None
    return range_of(first, last)


@rule("span")
def first_to_number_year(first: Time, number: int, year: int) -> Time | None:
    """As in "October 7-9, 2023"."""
    from extract.dates.rules_days import day_month_year  # noqa: PLC0415

    if first.kind != "day_month" or not isinstance(first.number, tuple) or first.calendar is Calendar.HIJRI:
        return None
    month, day = first.number
    return range_of(day_month_year(day, month, year), day_month_year(number, month, year))


@rule("span")
def short_years(year: int, number: int) -> Time | None:
    """As in "2022/23", "1939-45"."""
    from extract.dates.rules_years import year as full_year  # noqa: PLC0415

    last = year // 100 * 100 + number
    if not year < last < year + 60:
        return None
    one, other = full_year(year), full_year(last)
    return range_of(one, other) if one and other else None


def range_of(first: Time, last: Time) -> Time | None:
    if NEVER in {first, last}:
        return NEVER
    if not (cued(first) and cued(last)) or abs(first.size - last.size) > 2:  # noqa: PLR2004
        return None

    def at(context: Context) -> Interval | None:
        one, other = _ends(first, last, context)
        if one is None or other is None or one.start is None:
            return None
        end = other.start if last.kind in {"clock", "hour"} or tells_clock(last) else other.end
        if end is None or one.start >= end:
            return None
        finer = one if _FINENESS.index(one.grain) <= _FINENESS.index(other.grain) else other
        return replace(finer, start=one.start, end=end, zone=one.zone or other.zone)

    smaller = min(first.size, last.size)
    absolute = last.absolute if first.floating else first.absolute and (last.absolute or last.floating)
    return Time("range", Size(smaller), at, absolute=absolute, calendar=first.calendar)


def tells_clock(time: Time) -> bool:
    return any(part.kind in {"clock", "hour"} for part in time.parts)


def _ends(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:  # noqa: PLR0911
    """Each end chosen by the other where only one of them is sure."""
    if first.kind in {"clock", "hour"} and last.size <= Size.DAYPART:
        return _clock_ends(first, last, context)
    if first.kind == "day_month" == last.kind and context.today is not None:
        return _nearest_pair(first, last, context)
    if first.floating and not last.floating:
        other = resolve(last, context)
        if other is None or other.start is None:
            return None, other
        return resolve(first, replace(context.at(other.start.date()), ahead=False)), other
    one = resolve(first, context)
    if one is None or one.start is None or not last.floating:
        return one, resolve(last, context)
    if last.size <= Size.DAYPART:
        day = Interval(
            one.start.replace(hour=0, minute=0), one.start.replace(hour=0, minute=0) + _DAY, Grain.DAY
        )
        other = last.inside(day, context) if last.inside else None
        over_midnight = other is not None and other.start is not None and one.start >= other.start
        if other is None or over_midnight:
            return one, other and _moved(other, _DAY)
        return _in_half(one, other, first), other
    if one.calendar is Calendar.HIJRI or last.size != first.size:
        return one, resolve(last, replace(context.at(one.start.date()), ahead=True))
    return one, resolve(last, replace(context.at(one.start.date() + _DAY), ahead=True))


_DAY = timedelta(days=1)
_SOON = timedelta(days=45)  # what lies no farther ahead is announced, not remembered


def _nearest_pair(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:
    """Days of a month with no year, told as a range: the nearest, whether past or to come."""
    pairs = []
    for ahead in (False, True):
        one = resolve(first, replace(context, ahead=ahead))
        if one and one.start:
            other = resolve(last, replace(context.at(one.start.date()), ahead=True))
            pairs.append((one, other))
    today = context.today
    if context.ahead and today:  # what has begun and is not over is still ahead
        now = calendars.moment(today)
        return next((pair for pair in pairs if pair[1] and pair[1].end and pair[1].end > now), pairs[-1])
    if (
        len(pairs) == 2  # noqa: PLR2004
        and today
        and (coming := pairs[1][0].start)
        and coming - calendars.moment(today) <= _SOON
    ):
        return pairs[1]
    return pairs[0] if pairs else (None, None)


def _clock_ends(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:
    """As in "from 8 to 10 p.m. on Monday": the day and the half of the day are told once, at the end."""
    other = resolve(last, context)
    if other is None or other.start is None or first.inside is None:
        return None, other
    midnight = other.start.replace(hour=0, minute=0)
    one = first.inside(Interval(midnight, midnight + _DAY, Grain.DAY), context)
    if one is None or one.start is None or one.end is None:
        return one, other
    if one.start >= other.start:
        if any(part.size >= Size.DAY for part in last.parts):
            return _moved(one, -_DAY), other
        return one, _moved(other, _DAY)  # "from 10 p.m. to 2 a.m.": into the next day
    return _in_half(one, other, first), other


def _in_half(one: Interval, other: Interval, first: Time) -> Interval:
    """As in "from 3 to 5 p.m.": the second tells the half of the day for both."""
    if one.start is None or other.start is None or other.start.hour <= 12 or not _early(first):  # noqa: PLR2004
        return one
    half_day = timedelta(hours=12)
    return _moved(one, half_day) if one.start + half_day < other.start else one


def _early(time: Time) -> bool:
    """Whether the words leave open which half of the day is meant."""
    if any(part.size is Size.DAYPART for part in time.parts):
        return False
    number = core(time).number
    told = core(time).kind in {"clock", "hour"} and isinstance(number, tuple)
    return told and number[0] <= 12 and not number[-1]  # noqa: PLR2004


def _moved(interval: Interval, by: timedelta) -> Interval:
    start, end = interval.start, interval.end
    return replace(interval, start=start and start + by, end=end and end + by)


@rule("span")
def short_years_cut(year: int, number: int) -> Time | None:
    """As in "the 2009-10 season": years, though it looks like a month."""
    return short_years(year, number)
