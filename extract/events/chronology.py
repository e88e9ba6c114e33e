"""When happenings that state no time were: with the story, within another, or between what is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from extract.events.when import COARSE, said_at
from extract.model import Basis, EventTime, Grain, Interval, Status

if TYPE_CHECKING:
    from extract.events.draft import Draft
    from extract.events.happening import Happening
    from extract.events.scene import Scene

_NEAR = timedelta(days=3)  # a story this close to its publication is of one piece
_FAR = timedelta(days=60)  # what is recent was not longer ago
_BASES = {Basis.STATED: 0, Basis.INHERITED: 1, Basis.BOUNDED: 2, Basis.NONE: 3}
_PARTS = frozenset({Grain.MINUTE, Grain.HOUR})


def settle_chronology(scene: Scene, happenings: list[Happening]) -> None:
    """Give each happening that states no time the best that its story knows."""
    story: Draft | None = None
    undated = []
    for happening in sorted(happenings, key=lambda each: each.drafts[0].token):
        told = dated(happening)
        if told is None:
            undated.append((happening, story))
        elif (
            story is None
            and happening.status is Status.HAPPENED
            and told.time
            and told.time.basis is not Basis.BOUNDED
        ):
            story = told
    earliest = _earliest(happenings)
    for happening, before in undated:
        draft = happening.drafts[0]
        other = _other(happenings, happening)
        if other is not None and other.time is not None:
            draft.time = EventTime(other.time.interval, Basis.INHERITED)
            draft.time_evidence = other.time_evidence
        elif before is not None and before.time is not None and _of_the_story(scene, happening, before):
            draft.time = EventTime(before.time.interval, Basis.INHERITED)
            draft.time_evidence = before.time_evidence
        else:
            draft.time = _bounds(scene, happening, _told_in(happenings, happening), earliest)


def dated(happening: Happening) -> Draft | None:
    """The telling that dates a happening best: stated before inherited, a day before its parts."""
    told = [draft for draft in happening.drafts if draft.time is not None]
    return min(told, key=_precision, default=None)


def _precision(draft: Draft) -> tuple[int, float]:
    time = draft.time
    if time is None:
        return 9, 0.0
    interval = time.interval
    if interval is None or interval.start is None or interval.end is None:
        return _BASES[time.basis], float("inf")
    seconds = (interval.end - interval.start).total_seconds()
    if interval.grain is Grain.DAY:
        return _BASES[time.basis], 0.0
    return _BASES[time.basis], seconds if interval.grain not in _PARTS else 1.0


def _other(happenings: list[Happening], happening: Happening) -> Draft | None:
    """The telling that dates the event during which this one happened."""
    within = next((draft.within for draft in happening.drafts if draft.within is not None), None)
    holder = next((each for each in happenings if within in each.drafts), None) if within else None
    return dated(holder) if holder is not None and holder is not happening else None


def _told_in(happenings: list[Happening], happening: Happening) -> Draft | None:
    """The telling that dates the event in which this one was told of: it was before that."""
    before = next((draft.before for draft in happening.drafts if draft.before is not None), None)
    holder = next((each for each in happenings if before in each.drafts), None) if before else None
    return dated(holder) if holder is not None and holder is not happening else None


def _earliest(happenings: list[Happening]) -> Interval | None:
    known: list[Interval] = []
    for happening in happenings:
        told = dated(happening)
        interval = told.time.interval if told and told.time else None
        if (
            happening.status is Status.HAPPENED
            and interval
            and interval.start
            and interval.grain not in COARSE
        ):
            known.append(interval)
    return min(known, key=_start, default=None)


def _start(interval: Interval) -> float:
    return interval.start.timestamp() if interval.start else 0.0


def _of_the_story(scene: Scene, happening: Happening, story: Draft) -> bool:
    """Told in plain past beside a story of these days: a part of it."""
    published = scene.document.published
    start = story.time.interval.start if story.time and story.time.interval else None
    if start is None or published is None or published.start is None or published.start - start > _NEAR:
        return False
    if happening.status is not Status.HAPPENED:
        return False
    return not any(draft.background or draft.recent or draft.before for draft in happening.drafts)


def _bounds(scene: Scene, happening: Happening, told: Draft | None, earliest: Interval | None) -> EventTime:
    published = scene.document.published
    end = published.end if published else None
    start = None
    if happening.status is Status.PLANNED:
        if published is None or published.start is None:
            return EventTime(None, Basis.NONE)
        return EventTime(Interval(published.start, None, Grain.DAY), Basis.BOUNDED)
    if told is not None and told.time is not None and told.time.interval is not None:
        end = told.time.interval.end or end
    said = said_at(scene, happening.drafts[0])
    if said is not None and said.end is not None and (end is None or said.end < end):
        end = said.end
    recent = any(draft.recent for draft in happening.drafts)
    if (
        recent
        and earliest is not None
        and earliest.start is not None
        and (end is None or earliest.start < end)
    ):
        start = earliest.start if end is None or end - earliest.start < _FAR else None
    if start is None and end is None:
        return EventTime(None, Basis.NONE)
    return EventTime(Interval(start, end, Grain.DAY), Basis.BOUNDED)
