"""The time axis: how far it reaches, where its ticks stand and what they say. It runs from the right in Arabic."""

# ruff: noqa: DTZ001, DTZ901 - the store keeps naive times
from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.dates import format_date

from dashboard.palette import colour
from dashboard.telling import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROOM = 0.4  # of the distance between ticks, for half of a label
_EDGE = timedelta(days=400)  # what is drawn stays this far from the first and last year that can be written


class Step(NamedTuple):
    """A distance between ticks: so many hours, days or months."""

    hours: int = 0
    days: int = 0
    months: int = 0


_STEPS = (
    *(Step(hours=n) for n in (1, 3, 6, 12)),
    *(Step(days=n) for n in (1, 2, 5, 10)),
    *(Step(months=n) for n in (1, 2, 3, 6)),
    *(Step(months=12 * n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)


def padded(first: datetime, last: datetime, share: float = 0.03) -> tuple[datetime, datetime]:
    """The reach of the axis, with some air at both ends."""
    first, last = max(first, datetime.min + _EDGE), min(last, datetime.max - _EDGE)
    air = min(max((last - first) * share, timedelta(hours=2)), _EDGE)
    return first - air, last + air


def axis(first: datetime, last: datetime, lang: str, theme: str, most: int) -> dict[str, Any]:
    """Plotly's time axis from `first` to `last` with at most `most` ticks."""
    step = next((step for step in _STEPS if _needs(step, first, last) <= most), _STEPS[-1])
    ticks = list(_ticks(step, first, last))
    edge = (last - first) * _ROOM / most
    reach = [first.isoformat(), last.isoformat()]
    return {
        "type": "date",
        "range": reach[::-1] if lang == "ar" else reach,
        "tickvals": [tick.isoformat() for tick in ticks],
        "ticktext": _texts(step, ticks, lang, lambda tick: first + edge <= tick <= last - edge),
        "ticklabeloverflow": "allow",
        "tickfont": {"color": colour("soft", theme), "size": 12},
        "showgrid": True,
        "gridcolor": colour("line", theme),
        "gridwidth": 1,
        "griddash": "dot",
        "zeroline": False,
        "showline": True,
        "linecolor": colour("soft", theme),
        "fixedrange": True,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colour("soft", theme),
    }


def _needs(step: Step, first: datetime, last: datetime) -> float:
    days = (last - first) / timedelta(days=1)
    return days / (step.hours / 24 + step.days + step.months * 30.44)


def _ticks(step: Step, first: datetime, last: datetime) -> Iterator[datetime]:
    tick = _floor(step, first)
    while tick <= last:
        if tick >= first:
            yield tick
        try:
            tick = _next(step, tick)
        except (ValueError, OverflowError):
            return


def _floor(step: Step, moment: datetime) -> datetime:
    day = datetime(moment.year, moment.month, moment.day)
    if step.hours:
        return day.replace(hour=moment.hour // step.hours * step.hours)
    if step.days:
        return day.replace(day=1)
    months = (moment.year * 12 + moment.month - 1) // step.months * step.months
    return datetime(max(months // 12, 1), months % 12 + 1, 1)


def _next(step: Step, tick: datetime) -> datetime:
    if step.hours:
        return tick + timedelta(hours=step.hours)
    if step.months:
        months = tick.year * 12 + tick.month - 1 + step.months
        return datetime(months // 12, months % 12 + 1, 1)
    following = tick + timedelta(days=step.days)
    # Days are counted from the first of each month, and no tick stands just before the next first.
    if following.month != tick.month or (following + timedelta(days=step.days // 2)).month != tick.month:
        return datetime(tick.year + tick.month // 12, tick.month % 12 + 1, 1)
    return following


def _texts(step: Step, ticks: list[datetime], lang: str, room: Callable[[datetime], bool]) -> list[str]:
    """The month or year stands below the first of its ticks; where the edge would cut it, below the next."""
    texts, before = [], None
    for tick in ticks:
        upper, lower = _parts(step, tick, lang)
        told = bool(lower) and lower != before and room(tick)
        texts.append(isolated(upper, lang) + (f"<br>{isolated(lower, lang)}" if told else ""))
        before = lower if told else before
    return texts


def _parts(step: Step, tick: datetime, lang: str) -> tuple[str, str]:
    if step.hours:
        return f"{tick:%H:%M}", format_date(tick, "d MMMM y", lang)
    if step.days:
        return str(tick.day), format_date(tick, "MMMM y", lang)
    if step.months < 12:  # noqa: PLR2004 - months of a year
        return format_date(tick, "MMMM" if lang == "ar" else "MMM", lang), str(tick.year)
    return str(tick.year), ""
