"""What merging needs to know of an event: its type, sides, time, place and numbers, and who tells it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from extract.model import ActorKind, Basis, EventType, Grain, Status

_DAY = timedelta(days=1)
_SHORT = timedelta(days=14)
_LATELY = timedelta(days=7)  # what is told with no date is news: it was not long before its limit
_FINE = frozenset({Grain.MINUTE, Grain.HOUR, Grain.DAY})
_TOLD = frozenset({Basis.STATED, Basis.INHERITED})


class Side(NamedTuple):
    """One who takes part."""

    id: str
    kind: ActorKind
    country: str = ""


class Spot(NamedTuple):
    """Where it was: degrees, and how far the place reaches in km."""

    id: str
    kind: str
    country: str
    lat: float
    lon: float
    radius_km: float


class Telling(NamedTuple):
    """An event as one article tells it. `counts`: killed and injured as (low, high), None where not told."""

    id: str
    document_id: str
    type: EventType
    status: Status
    start: datetime | None
    end: datetime | None
    grain: Grain | None
    basis: Basis
    place: Spot | None = None
    sources: frozenset[Side] = frozenset()
    targets: frozenset[Side] = frozenset()
    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    sentence: str = ""  # folded: two articles with the same words copy one text
    published: datetime | None = None

    @property
    def on_a_day(self) -> bool:
        """Whether the text itself tells the day."""
        if self.basis not in _TOLD or self.grain not in _FINE or self.start is None or self.end is None:
            return False
        return self.end - self.start <= _DAY

    @property
    def reach(self) -> tuple[datetime | None, datetime | None]:
        """The time that it may be told of; where only its end is known, the week before that."""
        if self.start is None and self.end is not None and self.basis is Basis.BOUNDED:
            return self.end - _LATELY, self.end
        return self.start, self.end

    @property
    def near_a_day(self) -> bool:
        """Whether it names no day, but so short a time that it may be told of one."""
        start, end = self.reach
        if self.on_a_day or start is None or end is None:
            return False
        return end - start <= _SHORT

    @property
    def fields(self) -> int:
        """How many of its fields are told."""
        told = (self.sources, self.targets, self.killed, self.injured, self.on_a_day, self.place)
        near = self.place is not None and self.place.kind != "country"
        return sum(bool(each) for each in told) + near


def block_of(telling: Telling) -> str:
    """Tellings of different blocks are never compared, but for those with no day against those with one."""
    if telling.on_a_day:
        assert telling.start is not None  # noqa: S101 - what `on_a_day` means
        return f"{telling.type.value}|{telling.start:%Y-%m-%d}"
    return f"{telling.type.value}|{telling.start}|{telling.end}"
