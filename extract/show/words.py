"""How single finds are written for people: an interval inclusive, a count as a range, an actor in both names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from extract.model import Grain

if TYPE_CHECKING:
    from datetime import datetime

    from extract.model import Actor, Count, Interval, Place

_JOINERS = "\u200c\u200d"  # shape letters; other invisible signs could reorder what is shown
_FINE = {Grain.MINUTE, Grain.HOUR}


def interval_words(interval: Interval | None) -> str:
    """`2023-10-16`, `2023-10-09 to 2023-10-15 (week)`, `until 2023-10-16`, both ends inclusive."""
    if interval is None:
        return "no day told"
    start, end = interval.start, interval.end
    if interval.grain in _FINE:
        zone = f" {interval.zone}" if interval.zone else ""
        return f"{interval.start_iso or '…'} to {interval.end_iso or '…'}{zone} ({interval.grain})"
    last = end - timedelta(days=1) if end else None
    if start and last and start.date() == last.date():
        return _day(start)
    grain = "" if interval.grain is Grain.DAY else f" ({interval.grain})"
    if start and last:
        return f"{_day(start)} to {_day(last)}{grain}"
    if start:
        return f"from {_day(start)} on{grain}"
    return f"until {_day(last)}{grain}" if last else f"any day{grain}"


def place_words(place: Place | None) -> str:
    """Both names, what it is, and where: a point for a small place, an area for a large one."""
    if place is None:
        return "not resolved"
    area = f", within {place.radius_km:.0f} km" if place.radius_km else ""
    return f"{_names(place.name_ar, place.name_en)} ({place.kind}, {place.lat:.2f} {place.lon:.2f}{area}) [{place.id}]"


def actor_words(actor: Actor) -> str:
    return f"{_names(actor.name_ar, actor.name_en)} ({actor.kind.replace('_', ' ')}) [{actor.id}]"


def count_words(count: Count) -> str:
    """`5`, `at least 1300`, `at most 20`, `10 to 20`."""
    low, high = count.low, count.high
    if low is None and high is None:
        return "some"
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low} to {high}"


def one_line(text: str) -> str:
    """The text on one line, of the same length, with nothing in it that commands a terminal."""
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)


def count(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _names(*names: str) -> str:
    return " / ".join(dict.fromkeys(name for name in names if name))


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
