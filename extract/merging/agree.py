"""Whether two tellings may be of one happening: what speaks for it, and what speaks against it."""

from __future__ import annotations

from datetime import timedelta
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from extract.model import ActorKind, Basis, EventType, Grain, Status

if TYPE_CHECKING:
    from extract.merging.telling import Side, Spot, Telling

Range = tuple[int | None, int | None]

_EARTH_KM = 6371.0
_SMALL_KM = 60.0  # a place that reaches no further is as good as an address
_APART = timedelta(hours=6)  # two times of day further from each other are two events
_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_TOLD_AS_DONE = frozenset({Status.HAPPENED, Status.CLAIMED, Status.DENIED})
_OF_A_STATE = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP})
_HOURS = frozenset({Grain.MINUTE, Grain.HOUR})
_MANY_TIMES, _MANY_MORE = 5, 10  # numbers as far from each other as that are of two events
_PAIR = 2

# How much must speak for it. Of what happens many times a day, the sides and the day are not enough.
_NEEDED = {
    EventType.ASSAULT: 4,
    EventType.COERCE: 4,
    EventType.PROTEST: 4,
    EventType.ELECTION: 2,
}
_USUALLY = 3
COPY = 4  # the same sentence in two articles


class Agreement(NamedTuple):
    """`score`: how much speaks for one happening; `reasons`: what, in words for people."""

    score: int
    reasons: tuple[str, ...]
    enough: bool


def agreement(one: Telling, other: Telling) -> Agreement | None:
    """What speaks for one happening, None where something speaks against it."""
    if one.type is not other.type or one.document_id == other.document_id or not _statuses(one, other):
        return None
    reasons: list[tuple[int, str]] = []
    for part in (_times, _sides, _places, _counts):
        found = part(one, other)
        if found is None:
            return None
        reasons += found
    if one.sentence and one.sentence == other.sentence:
        reasons.append((COPY, "the same sentence"))
    score = sum(points for points, _ in reasons)
    words = tuple(reason for points, reason in reasons if reason)
    return Agreement(score, words, score >= _NEEDED.get(one.type, _USUALLY))


def _statuses(one: Telling, other: Telling) -> bool:
    """What is denied is a disagreement about what others tell; a plan is none about what was done."""
    if one.status in _TOLD_AS_DONE:
        return other.status in _TOLD_AS_DONE
    return one.status is other.status is Status.PLANNED


def _times(one: Telling, other: Telling) -> list[tuple[int, str]] | None:
    if not (one.on_a_day and other.on_a_day):
        if _before(one, other) or _before(other, one):
            return None
        guessed = one.basis is other.basis is Basis.BOUNDED  # two guesses speak rather against it
        return [(-1, "")] if guessed else [(0, "times that overlap")]
    if one.start is None or other.start is None or one.start.date() != other.start.date():
        return None
    if one.grain in _HOURS and other.grain in _HOURS and abs(one.start - other.start) > _APART:
        return None
    return [(1, f"the same day ({one.start:%Y-%m-%d})")]


def _before(one: Telling, other: Telling) -> bool:
    end, start = one.reach[1], other.reach[0]
    return end is not None and start is not None and end <= start


def _sides(one: Telling, other: Telling) -> list[tuple[int, str]] | None:
    if one.type in _MUTUAL:
        return _mutual(_named(one.sources | one.targets), _named(other.sources | other.targets))
    shared: list[str] = []
    for told, retold in ((one.sources, other.sources), (one.targets, other.targets)):
        mine, theirs = _named(told), _named(retold)
        if not (mine and theirs):
            continue
        both = _shared(mine, theirs)
        if not both:
            return None
        shared.append(both[0])
    return [(len(shared), f"the same sides ({', '.join(shared)})")] if shared else []


def _named(sides: frozenset[Side]) -> frozenset[Side]:
    """Without those who might be anybody: "people", "protesters" speak neither for nor against it."""
    return frozenset(side for side in sides if side.kind is not ActorKind.GROUP or side.country)


def _mutual(mine: frozenset[Side], theirs: frozenset[Side]) -> list[tuple[int, str]] | None:
    both = _shared(mine, theirs)
    if not (mine and theirs):
        return []
    if not both or (len(both) < _PAIR and len(mine) >= _PAIR and len(theirs) >= _PAIR):
        return None
    return [(min(len(both), _PAIR), f"the same sides ({', '.join(both)})")]


def _shared(mine: frozenset[Side], theirs: frozenset[Side]) -> list[str]:
    """The ids of those on both sides, each of `mine` and of `theirs` counted once."""
    left = sorted(theirs)
    found = []
    for side in sorted(mine):
        match = next((each for each in left if each.id == side.id), None)
        match = match or next((each for each in left if _belongs(side, each)), None)
        if match is not None:
            left.remove(match)
            found.append(side.id)
    return found


def _belongs(one: Side, other: Side) -> bool:
    """A state, and somebody or something of it; an armed group is not its state's."""
    kinds = {one.kind, other.kind}
    of = bool(one.country) and one.country == other.country
    return of and ActorKind.STATE in kinds and bool(kinds & _OF_A_STATE)


def _places(one: Telling, other: Telling) -> list[tuple[int, str]] | None:
    here, there = one.place, other.place
    if here is None or there is None:
        return []
    if here.id == there.id:
        return [(2 if here.radius_km <= _SMALL_KM else 1, f"the same place ({here.id})")]
    if "country" in {here.kind, there.kind}:
        return [(0, "")] if here.country == there.country else None
    if _km(here, there) > max(here.radius_km, there.radius_km):
        return None
    return [(1, f"one place inside the other ({here.id}, {there.id})")]


def _km(one: Spot, other: Spot) -> float:
    lat, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat) / 2) ** 2
    half += cos(lat) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _counts(one: Telling, other: Telling) -> list[tuple[int, str]] | None:
    found = []
    for name, mine, theirs in (
        ("killed", one.killed, other.killed),
        ("injured", one.injured, other.injured),
    ):
        if mine is None or theirs is None:
            continue
        low, high = sorted((_number(mine), _number(theirs)))
        if high > _MANY_TIMES * max(low, 1) and high - low > _MANY_MORE:
            return None
        if low == high and low > 1:
            found.append((2, f"the same number {name} ({low})"))
    return found


def _number(told: Range) -> int:
    low, high = told
    return low if low is not None else high or 0
