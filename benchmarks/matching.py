"""Which of type, status, time, side and place of an event are as a reader wants them, loosely and strictly.

Loosely, a name fits as part of another and a time within bounds; strictly, a name is the same actor, the
same place or the whole name, and a time has the same ends.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.actors import find_actors
from extract.model import Basis, Document, Event, Interval
from extract.places import find_places
from extract.script import fold_search

if TYPE_CHECKING:
    from benchmarks.wanted import Wanted

_ARTICLES = {"the", "a", "an"}


def faults(event: Event, wanted: Wanted, *, strict: bool = False) -> list[str]:
    """Which of type, status, time, side and place are wrong."""
    wrong = [] if event.type.value == wanted.type else ["type"]
    if event.status.value != wanted.status:
        wrong.append("status")
    if not time_right(event, wanted.time, strict=strict):
        wrong.append("time")
    if not side_right(event, wanted, strict=strict):
        wrong.append("side")
    if not place_right(event, wanted.place, strict=strict):
        wrong.append("place")
    return wrong


def time_right(event: Event, wanted: str, *, strict: bool) -> bool:
    """The same days; loosely, where the reader knows only bounds, anything within them."""
    interval = event.time.interval
    if wanted == "-":
        return interval is None
    first, dots, last = wanted.partition("..")
    start = datetime.fromisoformat(first) if first else None
    until = last if dots else first
    end = datetime.fromisoformat(until) + timedelta(days=1) if until else None
    if interval is None:
        return False
    if not dots or (strict and event.time.basis is Basis.STATED):
        return _same(interval, start, end)
    if strict:
        return _inside(interval, start, end)
    return (start is None or interval.start is None or interval.start >= start or interval.end is None or interval.end > start) and (
        end is None or interval.end is None or interval.end <= end
    )  # fmt: skip


def _same(interval: Interval, start: datetime | None, end: datetime | None) -> bool:
    """Equal ends; hours within the day that is wanted are that day."""
    if interval.start == start and interval.end == end:
        return True
    if None in {start, end, interval.start, interval.end}:
        return False
    day = end - start == timedelta(days=1)  # type: ignore[operator]
    return day and start <= interval.start and interval.end <= end  # type: ignore[operator]


def _inside(interval: Interval, start: datetime | None, end: datetime | None) -> bool:
    """What is not stated lies within the bounds that are known, and tells no more than they do."""
    begins = start is None or (interval.start is not None and interval.start >= start)
    ends = end is None or (interval.end is not None and interval.end <= end)
    return begins and ends


def named(wanted: str, names: list[str], *, strict: bool) -> bool:
    """Whether one of the names is, or loosely holds or is part of, the one wanted."""
    mine = fold_search(wanted)
    if strict:
        return any(_bare(name) == _bare(wanted) for name in names if name)
    return any(mine in fold_search(name) or (name and fold_search(name) in mine) for name in names)


def _bare(name: str) -> str:
    """A folded name without its articles."""
    words = [word for word in fold_search(name).split() if word not in _ARTICLES]
    return " ".join(word.removeprefix("ال") if len(word) > len("ال") + 1 else word for word in words)


@lru_cache(maxsize=4096)
def _meant(wanted: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the actors and of the places that the wanted words mean by themselves."""
    document = Document.of(wanted, language=language)
    actors = frozenset(mention.actor.id for mention in find_actors(document, []))
    places = frozenset(t.place.id for t in find_places(document) if t.place)
    return actors, places


def role_right(event: Event, wanted: tuple[str, ...], role: str, *, strict: bool) -> bool:
    """Whether somebody on this side is one of those wanted."""
    language = "ar" if any(letter >= "\u0621" for name in wanted for letter in name) else "en"
    for participant in event.participants:
        if participant.role.value != role:
            continue
        names = [participant.actor.name_ar, participant.actor.name_en]
        names += [participant.evidence.quote] if participant.evidence else []
        if any(named(side, names, strict=strict) for side in wanted):
            return True
        if strict and any(participant.actor.id in _meant(side, language)[0] for side in wanted):
            return True
    return False


def side_right(event: Event, wanted: Wanted, *, strict: bool) -> bool:
    """One side, where one is wanted, is right."""
    if not wanted.source and not wanted.target:
        return True
    return role_right(event, wanted.source, "source", strict=strict) or role_right(
        event, wanted.target, "target", strict=strict
    )


def place_right(event: Event, wanted: str, *, strict: bool) -> bool:
    """The place wanted, or none where none is."""
    if wanted == "-":
        return event.place is None
    if event.place is None:
        return False
    quotes = [item.evidence.quote for item in event.evidence if item.field == "place"]
    names = [event.place.name_ar, event.place.name_en, *quotes]
    language = "ar" if any(letter >= "\u0621" for letter in wanted) else "en"
    either = [each.strip() for each in wanted.split("|")]  # a reader may keep the town or its quarter
    if any(named(each, names, strict=strict) for each in either):
        return True
    return strict and any(event.place.id in _meant(each, language)[1] for each in either)
