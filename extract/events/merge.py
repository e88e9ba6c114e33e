"""One happening, one event: tellings of the same within an article become pieces of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import ActorKind, Basis, EventType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.scene import Scene
    from extract.model import Interval

_VIOLENT = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER})
_DONE_TOGETHER = 1  # sentences over which tellings with nothing against it are one


class Happening:
    """The tellings of one happening, first told first."""

    def __init__(self, draft: Draft) -> None:
        self.drafts = [draft]
        self.type = draft.type
        self.status = draft.status

    @property
    def source(self) -> list[Chunk]:
        return [chunk for draft in self.drafts for chunk in draft.source]

    @property
    def target(self) -> list[Chunk]:
        return [chunk for draft in self.drafts for chunk in draft.target]


def merged(scene: Scene, drafts: Sequence[Draft]) -> list[Happening]:
    """The happenings of an article, in the order in which they are first told."""
    found: list[Happening] = []
    waiting = [draft for draft in drafts if draft.grounded]
    for draft in waiting:
        same = next((each for each in reversed(found) if _same(each, draft)), None)
        if same is None:
            found.append(Happening(draft))
        else:
            same.drafts.append(draft)
            scene.note(f"joined '{draft.trigger.quote}' to '{same.drafts[0].trigger.quote}'")
    _settle(found)
    for draft in drafts:
        if draft.grounded:
            continue
        same = next((each for each in found if _refers(each, draft)), None)
        if same is not None:
            same.drafts.append(draft)
            same.drafts.sort(key=lambda each: each.token)
        else:
            scene.note(f"rejected '{draft.trigger.quote}': a noun that tells no happening")
    return found


def _settle(found: list[Happening]) -> None:
    """Happenings that turned out to be one, once later tellings filled their sides."""
    index = 0
    while index < len(found):
        other = next(
            (each for each in found[:index] if all(_same(each, draft) for draft in found[index].drafts[:1]) and each.type is found[index].type),
            None,
        )  # fmt: skip
        if other is not None:
            other.drafts += found[index].drafts
            other.drafts.sort(key=lambda each: each.token)
            del found[index]
        else:
            index += 1


def _same(happening: Happening, draft: Draft) -> bool:
    if not _types_agree(happening, draft) or not _statuses_agree(happening.status, draft.status):
        return False
    near = any(
        abs(each.sentence.number - draft.sentence.number) <= _DONE_TOGETHER for each in happening.drafts
    )
    here = any(each.sentence is draft.sentence for each in happening.drafts)
    swapped = happening.type is EventType.CONSULT
    sides = _sides(happening, draft, swapped=swapped)
    if sides < 0 or not _times_agree(happening, draft) or not _places_agree(happening, draft):
        return False
    if here:
        return sides > 0 or draft.type in _VIOLENT
    if draft.noun and draft.definite:
        return sides > 0 or near
    if sides > 1:
        return True
    return (
        near
        and (sides > 0 or draft.type in _VIOLENT)
        and draft.type in {*_VIOLENT, EventType.CONSULT, EventType.PROTEST}
    )


def _refers(happening: Happening, draft: Draft) -> bool:
    """A noun that tells nothing itself points at a happening of its type."""
    if happening.type is not draft.type or _sides(happening, draft, swapped=True) < 0:
        return False
    if not _times_agree(happening, draft) or not _places_agree(happening, draft):
        return False
    return draft.definite or _sides(happening, draft, swapped=True) > 0


def _types_agree(happening: Happening, draft: Draft) -> bool:
    if happening.type is draft.type:
        return True
    victim = draft.sense.victim or draft.sense.counts
    first = happening.drafts[0]
    here = first.sentence is draft.sentence
    if victim and happening.type in _VIOLENT:
        return here or draft.sense.victim
    return False


def _statuses_agree(one: Status, other: Status) -> bool:
    if one is other:
        return True
    return {one, other} <= {Status.HAPPENED, Status.CLAIMED}


def _ids(chunks: Sequence[Chunk]) -> set[str]:
    return {chunk.actor.id for chunk in chunks if chunk.actor}


def _sides(happening: Happening, draft: Draft, *, swapped: bool) -> int:
    """How many sides are told the same; -1 where the tellings contradict each other."""
    straight = _match(happening.source, draft.source), _match(happening.target, draft.target)
    best = _total(straight)
    if swapped:
        crossed = _match(happening.source, draft.target), _match(happening.target, draft.source)
        best = max(best, _total(crossed))
    return best


def _total(matches: tuple[int, int]) -> int:
    return -1 if min(matches) < 0 else sum(matches)


def _match(known: Sequence[Chunk], told: Sequence[Chunk]) -> int:
    """1 the same is told, 0 nothing against it, -1 different actors."""
    if not known or not told:
        return 0
    if _ids(known) & _ids(told):
        return 1
    if _vague(known) or _vague(told):
        return 0
    one = {chunk.actor.country for chunk in known if chunk.actor and chunk.actor.country}
    other = {chunk.actor.country for chunk in told if chunk.actor and chunk.actor.country}
    state = any(chunk.actor and chunk.actor.kind is ActorKind.STATE for chunk in (*known, *told))
    return 1 if state and one & other else -1


def _vague(chunks: Sequence[Chunk]) -> bool:
    return all(chunk.actor is not None and chunk.actor.kind is ActorKind.GROUP for chunk in chunks)


def _interval(happening: Happening) -> list[Interval]:
    return [
        draft.time.interval
        for draft in happening.drafts
        if draft.time is not None
        and draft.time.interval is not None
        and draft.time.basis in {Basis.STATED, Basis.INHERITED}
    ]


def _times_agree(happening: Happening, draft: Draft) -> bool:
    if draft.time is None or draft.time.interval is None or draft.time.basis is Basis.BOUNDED:
        return True
    mine = draft.time.interval
    return all(_overlap(mine, other) for other in _interval(happening))


def _overlap(one: Interval, other: Interval) -> bool:
    before = one.end is not None and other.start is not None and one.end <= other.start
    after = other.end is not None and one.start is not None and other.end <= one.start
    return not before and not after


def _places_agree(happening: Happening, draft: Draft) -> bool:
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
