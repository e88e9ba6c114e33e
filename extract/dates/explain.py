"""Tells people what was found in a text: each interval in both calendars, its rule, and what it was reckoned from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dates.find import find_dates
from extract.model import Grain

if TYPE_CHECKING:
    from datetime import datetime

    from extract.model import Document, Interval, TimeExpression


def explain_dates(document: Document) -> list[str]:
    """Lines to print: one for each expression, and under it what it means and why."""
    lines: list[str] = []
    for expression in find_dates(document):
        lines += _explained(expression)
    return lines or ["No time expression found."]


def _explained(expression: TimeExpression) -> list[str]:
    evidence, interval = expression.evidence, expression.interval
    lines = [f"{evidence.quote}  [{evidence.start}:{evidence.end}]"]
    if interval is None:
        lines.append("  not resolved: it needs a day to be reckoned from")
    else:
        zone = f", zone {interval.zone}" if interval.zone else ""
        lines.append(f"  {_span(interval)}  ({interval.grain}{zone})")
        if hijri := _hijri_span(interval):
            lines.append(f"  {hijri}")
    lines.append(f"  rule   {evidence.rule}")
    lines.append(f"  anchor {expression.anchor or 'none needed'}")
    return lines


def _span(interval: Interval) -> str:
    """The days as people count them: the last one belongs to it."""
    if interval.grain in {Grain.MINUTE, Grain.HOUR}:
        return f"{interval.start_iso or 'open'} until {interval.end_iso or 'open'}"
    first = interval.start.date().isoformat() if interval.start else "open"
    last = _last_day(interval.end).isoformat() if interval.end else "open"
    return first if first == last else f"{first} to {last}"


def _last_day(end: datetime) -> date:
    return (end - timedelta(minutes=1)).date()


def _hijri_span(interval: Interval) -> str:
    ends = [
        interval.start.date() if interval.start else None,
        _last_day(interval.end) if interval.end else None,
    ]
    told = [_hijri(day) if day else "open" for day in ends]
    if None in told:
        return ""
    return f"{told[0]} AH" if told[0] == told[1] else f"{told[0]} to {told[1]} AH"


def _hijri(day: date) -> str | None:
    from hijridate import Gregorian  # noqa: PLC0415  # only who asks for an explanation pays for it

    try:
        return str(Gregorian(day.year, day.month, day.day).to_hijri().isoformat())
    except (OverflowError, ValueError):
        return _arithmetic_hijri(day)


def _arithmetic_hijri(day: date) -> str | None:
    from convertdate import islamic  # noqa: PLC0415

    try:
        year, month, at = islamic.from_gregorian(day.year, day.month, day.day)
    except (ValueError, IndexError):
        return None
    return f"{int(year):04d}-{int(month):02d}-{int(at):02d}" if year > 0 else None
