"""Reads what a person types into a date field, in the words of either language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from dashboard.url import is_date

if TYPE_CHECKING:
    from extract.model import Interval


def understood(text: str, side: str, today: date | None = None, lang: str = "") -> str | None:
    """What the URL writes for `text` on the side "from" or "to"; "" for nothing, None if it cannot be read.

    `lang` is the page's language, which orders the figures of "12/3/2024".
    """
    from extract import pipeline  # noqa: PLC0415 - the finders are loaded when a date is first typed

    plain = text.strip()
    if not plain or is_date(plain):
        return plain
    interval: Interval | None = pipeline.read_date(plain, today or datetime.now(UTC).date(), lang)
    return None if interval is None else _written(interval, side)


def _written(interval: Interval, side: str) -> str | None:
    """The first or the last day; whole years and months by their name."""
    start, end = interval.start, interval.end
    moment = start if side == "from" else end and end - timedelta(seconds=1)
    if moment is None:
        return None
    ends = [edge for edge in (start, end) if edge is not None]
    if all((edge.month, edge.day, edge.hour, edge.minute) == (1, 1, 0, 0) for edge in ends):
        return f"{moment.year:04}"
    months = all((edge.day, edge.hour, edge.minute) == (1, 0, 0) for edge in ends)
    return moment.date().isoformat()[: 7 if months else 10]
