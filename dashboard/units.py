"""The steps of a time axis: each numbers the moments of time, and names the day a number begins."""

# ruff: noqa: DTZ001, DTZ901 - the store keeps naive times
from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_EPOCH = datetime(1970, 1, 1)
_DAY = 86_400
_INSTANT = timedelta(seconds=1)
MOST_STEPS = 400


class Unit(NamedTuple):
    """`number` of a column, `of` a moment, and back: the moment a step `begins`."""

    number: Callable[[Any], Any]
    of: Callable[[datetime], int]
    begins: Callable[[int], datetime]


def index(moment: datetime, unit: str, *, end: bool = False) -> int:
    """The number of the step that holds `moment`; the last one before it where it is an `end`."""
    return UNITS[unit].of(moment - _INSTANT if end and moment > datetime.min else moment)


def begins(number: int, unit: str) -> datetime:
    """The moment at which a step begins, kept within the years that can be written."""
    try:
        return UNITS[unit].begins(number)
    except (ValueError, OverflowError):
        return datetime.max if number > 0 else datetime.min


def finest(first: datetime, last: datetime, most: int) -> str:
    """The finest unit that needs at most `most` steps from `first` to `last`."""
    for unit in UNITS:
        if index(last, unit, end=True) - index(first, unit) < most:
            return unit
    return "century"


def _seconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _INSTANT


def _clock(size: int, shift: int = 0) -> Unit:
    return Unit(
        number=lambda column: (column.epoch_seconds() + shift) // size,
        of=lambda moment: (_seconds(moment) + shift) // size,
        begins=lambda number: _EPOCH + timedelta(seconds=number * size - shift),
    )


def _months(size: int) -> Unit:
    return Unit(
        number=lambda column: (column.year() * 12 + column.month() - 1) // size,
        of=lambda moment: (moment.year * 12 + moment.month - 1) // size,
        begins=lambda number: datetime(number * size // 12, number * size % 12 + 1, 1),
    )


UNITS: dict[str, Unit] = {
    "hour": _clock(3_600),
    "day": _clock(_DAY),
    "week": _clock(7 * _DAY, shift=3 * _DAY),  # the first day of 1970 was a Thursday; weeks begin on Monday
    "month": _months(1),
    "quarter": _months(3),
    "year": _months(12),
    "decade": _months(120),
    "century": _months(1200),
}
