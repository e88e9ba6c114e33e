"""Whether a telling may be of a happening: types, sides, times and places that do not contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.happening import VIOLENT
from extract.model import ActorKind, Basis, EventType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.happening import Happening
    from extract.model import Interval

_BLAST = 2  # sentences over which explosions heard are those of the attack told


_APART = frozenset({("call", "visit"), ("visit", "call"), ("call", "mediation"), ("visit", "mediation")})


def kinds_agree(happening: Happening, draft: Draft) -> bool:
    """A call is no visit; a meeting or talks may be either."""
    return (happening.drafts[0].sense.kind, draft.sense.kind) not in _APART


def types_agree(happening: Happening, draft: Draft) -> bool:
    if happening.type is draft.type:
        return True
    if happening.type not in VIOLENT:
        return False
    if draft.type is EventType.ASSAULT and _only_an_incident(happening):
        return True
    near = any(abs(each.sentence.number - draft.sentence.number) <= _BLAST for each in happening.drafts)
    if draft.type is EventType.ACCIDENT and draft.noun and (draft.definite or (near and not draft.place)):
        return True  # "الانفجار", "أصوات انفجارات" of what was told as an attack
    victim = draft.sense.victim or draft.sense.counts
    return bool(victim) and (happening.drafts[0].sentence is draft.sentence or draft.sense.victim)


def _only_an_incident(happening: Happening) -> bool:
    """So far told as "the incident" alone, which may have been an attack."""
    return happening.type is EventType.ACCIDENT and all(
        d.noun and d.definite and not d.sense.rest for d in happening.drafts
    )


def statuses_agree(one: Status, other: Status) -> bool:
    if one is other:
        return True
    return {one, other} <= {Status.HAPPENED, Status.CLAIMED}


def ids(chunks: Sequence[Chunk]) -> set[str]:
    return {chunk.actor.id for chunk in chunks if chunk.actor}


def sides_told(happening: Happening, draft: Draft, *, swapped: bool) -> int:
    """How many sides are told the same; -1 where the tellings contradict each other."""
    straight = match(happening.source, draft.source), match(happening.target, draft.target)
    best = total(straight)
    if swapped:
        crossed = match(happening.source, draft.target), match(happening.target, draft.source)
        best = max(best, total(crossed))
    return best


def total(matches: tuple[int, int]) -> int:
    return -1 if min(matches) < 0 else sum(matches)


def match(known: Sequence[Chunk], told: Sequence[Chunk]) -> int:
    """1 the same is told, 0 nothing against it, -1 different actors."""
    if not known or not told:
        return 0
    if ids(known) & ids(told):
        return 1
    if vague(known) or vague(told):
        return -1 if _many_and_one(known, told) else 0
    one = {chunk.actor.country for chunk in known if chunk.actor and chunk.actor.country}
    other = {chunk.actor.country for chunk in told if chunk.actor and chunk.actor.country}
    state = any(chunk.actor and chunk.actor.kind is ActorKind.STATE for chunk in (*known, *told))
    return 1 if state and one & other else -1


def _many_and_one(known: Sequence[Chunk], told: Sequence[Chunk]) -> bool:
    """Many leaders are not the one person that is named."""
    many = any(chunk.people in _SEVERAL for chunk in (*known, *told))
    one = any(
        len(ids(side)) == 1 and all(c.actor and c.actor.kind is ActorKind.PERSON for c in side)
        for side in (known, told)
    )
    return many and one


_SEVERAL = frozenset({"leaders", "ministers", "officials", "diplomats"})


def vague(chunks: Sequence[Chunk]) -> bool:
    return all(chunk.actor is not None and chunk.actor.kind is ActorKind.GROUP for chunk in chunks)


def _spans(happening: Happening) -> list[Interval]:
    spans = (
        (draft, draft.span or (draft.time.interval if draft.time else None)) for draft in happening.drafts
    )
    return [
        span
        for draft, span in spans
        if span is not None and draft.time and draft.time.basis is not Basis.BOUNDED
    ]


def times_agree(happening: Happening, draft: Draft) -> bool:
    if draft.time is None or draft.time.interval is None or draft.time.basis is Basis.BOUNDED:
        return True
    mine = draft.span or draft.time.interval
    return all(_overlap(mine, other) for other in _spans(happening))


def _overlap(one: Interval, other: Interval) -> bool:
    before = one.end is not None and other.start is not None and one.end <= other.start
    after = other.end is not None and one.start is not None and other.end <= one.start
    return not before and not after


def places_agree(happening: Happening, draft: Draft) -> bool:
    if draft.place is None:
        return True
    for each in happening.drafts:
        if each.place is not None and each.place.id != draft.place.id and not _holds(each, draft):
            return False
    return True


def _holds(one: Draft, other: Draft) -> bool:
    """One of the places lies in the other: told finer or coarser, it is still the same."""
    assert one.place is not None and other.place is not None  # noqa: S101, PT018
    same_country = one.place.country == other.place.country
    large = max(one.place.radius_km, other.place.radius_km)
    small = min(one.place.radius_km, other.place.radius_km)
    return same_country and large > small * 3
