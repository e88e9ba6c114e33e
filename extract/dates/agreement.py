"""Two times that name the same day or month: what each of them tells the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.dates import calendars
from extract.dates.times import Context, Time, day_in
from extract.model import Calendar, Interval

_YEARS_LOOKED_AT = 7


def agreed(one: Time, other: Time) -> Time:
    """Two times that name the same: the one that says more decides, the other one helps it."""
    named, dated = (one, other) if one.kind in {"weekday", "weak_weekday"} else (other, one)
    if named.kind not in {"weekday", "weak_weekday"}:
        if one.calendar != other.calendar:
            return _paired(*((one, other) if one.calendar is Calendar.GREGORIAN else (other, one)))
        return other if one.kind == "relative_day" else one
    number = named.number

    def at(context: Context) -> Interval | None:
        if dated.absolute or dated.inside is None:
            found = dated.at(context) if dated.at else None
            return _on_weekday(found, number) if dated.kind == "relative_day" else found
        return _year_where_it_falls(dated, number, context)

    inside = dated.inside
    return replace(dated, at=at, inside=inside, parts=(one, other))


def _on_weekday(found: Interval | None, weekday: int) -> Interval | None:
    """As in "today, Monday" where the day given is no Monday: the Monday before it, which the writer meant."""
    if found is None or found.start is None:
        return found
    back = (found.start.weekday() - weekday) % 7
    return calendars.day(found.start.date() - timedelta(days=back))


def _year_where_it_falls(dated: Time, weekday: int, context: Context) -> Interval | None:
    """Weekday, day and month together choose the year."""
    plain = dated.at(context) if dated.at else None
    if context.today is None or plain is None or plain.start is None or plain.start.weekday() == weekday:
        return plain
    today = context.today
    for distance in range(_YEARS_LOOKED_AT):
        for year in {today.year - distance, today.year + distance}:
            around = calendars.year_of(year)
            found = dated.inside(around, context) if around and dated.inside else None
            if found and found.start and found.start.weekday() == weekday:
                return found
    return plain


def _paired(gregorian: Time, hijri: Time) -> Time:
    """The Gregorian side is the value; the Hijri year tells the Gregorian one where it is missing."""

    def at(context: Context) -> Interval | None:
        if hijri.absolute and not gregorian.absolute and gregorian.inside and hijri.at:
            told = hijri.at(context)
            day = day_in(told) if told else None
            around = calendars.year_of(day.year) if day else None
            found = gregorian.inside(around, context) if around else None
            if found:
                return found
        return gregorian.at(context) if gregorian.at else None

    return replace(gregorian, at=at, absolute=gregorian.absolute or hijri.absolute)
