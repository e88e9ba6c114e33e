"""When it happened: the clause's own time, else the sentence's, else the story's, else bounds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from extract.events.tagging import Tag
from extract.model import Basis, EventTime, Evidence, Grain, Interval, Status

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.draft import Draft
    from extract.events.scene import Scene
    from extract.model import TimeExpression

_NEAR = timedelta(days=3)  # a story this close to its publication is of one piece
_COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_BESIDE = 4  # words after a noun within which a time is the noun's own


def settle_times(scene: Scene, drafts: list[Draft]) -> None:
    """Give each draft the time that its clause or its sentence states."""
    for draft in drafts:
        expression = _own(scene, draft)
        basis = Basis.STATED
        if expression is None:
            expression, basis = _sentences(scene, draft), Basis.INHERITED
        if expression is not None and expression.interval is not None:
            _set(scene, draft, expression, basis)


def _set(scene: Scene, draft: Draft, expression: TimeExpression, basis: Basis) -> None:
    found = expression.evidence
    draft.time = EventTime(expression.interval, basis)
    draft.time_evidence = Evidence.at(scene.document, found.start, found.end, found.rule)
    published = scene.document.published
    interval = expression.interval
    ahead = (
        published is not None and published.end is not None and interval is not None and interval.start is not None and interval.start >= published.end
    )  # fmt: skip
    if ahead and draft.status is Status.HAPPENED:
        draft.status = Status.PLANNED


def _dates(scene: Scene, first: int, end: int) -> list[tuple[int, TimeExpression]]:
    found: list[tuple[int, TimeExpression]] = []
    for token in range(first, end):
        expression = scene.dates[token]
        if (
            expression is not None
            and expression.interval is not None
            and (not found or found[-1][1] is not expression)
        ):
            found.append((token, expression))
    return found


def _own(scene: Scene, draft: Draft) -> TimeExpression | None:
    clause = draft.clause
    found = _dates(scene, clause.first, clause.end)
    if not found:
        return None
    beside = [e for t, e in found if 0 < t - draft.last <= _BESIDE]
    if draft.noun and beside:
        return beside[0]
    free = [(t, e) for t, e in found if draft.noun or not _of_noun(clause, t)]
    if not free:
        return None
    if draft.noun and not draft.rule.startswith(("light", "no verb", "subject", "told")) and clause.verb >= 0:
        # Another event's clause: its time is the noun's only where both are one happening.
        same = any(r.sense.type is draft.type for r in clause.readings)
        return (
            _nearest(free, draft.token)
            if same or draft.rule.startswith(("after 'in'", "after 'في'", "after its"))
            else None
        )
    return _nearest(free, draft.token)


def _nearest(found: list[tuple[int, TimeExpression]], token: int) -> TimeExpression:
    fine = [each for each in found if each[1].interval and each[1].interval.grain not in _COARSE] or found
    return min(fine, key=lambda each: abs(each[0] - token))[1]


def _of_noun(clause: Clause, token: int) -> bool:
    """The time stands right after a noun of another event ("هجوم 7 أكتوبر")."""
    for back in range(token - 1, max(clause.first, token - 3) - 1, -1):
        tag = clause.word(back).tag
        if tag is Tag.NOUN and back > clause.verb:
            return not clause.role("does", "undergoes", "occurs")
        if tag in {Tag.PREPOSITION, Tag.NAME, Tag.COMMA, Tag.DATE, Tag.VERB}:
            return False
    return False


_JOINED = frozenset(
    {"and", "bare", "comma", "subordinate", "gerund", "main", "reduced", "relative", "infinitive"}
)


def _sentences(scene: Scene, draft: Draft) -> TimeExpression | None:
    """A time in another clause of the sentence, if the clauses tell one story and no speech lies between."""
    clause = draft.clause
    found = [
        (token, expression)
        for token, expression in _dates(scene, draft.sentence.first, draft.sentence.end)
        if not clause.first <= token < clause.end
    ]
    if not found:
        return None
    first = found[0][1]
    if len({(e.interval.start, e.interval.end) for _, e in found if e.interval}) > 1:
        return None
    if draft.noun and not draft.grounded:
        return None
    speech = clause
    while speech.parent is not None:
        if speech.kind == "complement" and found[0][0] < speech.first:
            return None
        speech = speech.parent
    if clause.kind not in _JOINED:
        return None
    if clause.role("says", "claims", "denies") and clause.end <= found[0][0]:
        return None
    return first


def story_times(scene: Scene, drafts: list[Draft]) -> None:
    """What tells no time: the story's where it is near, else between what is known."""
    story: Draft | None = None
    earliest = _earliest(drafts)
    for draft in drafts:
        if draft.time is not None:
            if story is None and draft.status is Status.HAPPENED and draft.time.basis is Basis.STATED:
                story = draft
            continue
        if draft.within is not None and draft.within.time is not None:
            draft.time = EventTime(draft.within.time.interval, Basis.INHERITED)
            draft.time_evidence = draft.within.time_evidence
        elif _of_the_story(scene, draft, story):
            assert story is not None and story.time is not None  # noqa: S101, PT018
            draft.time = EventTime(story.time.interval, Basis.INHERITED)
            draft.time_evidence = story.time_evidence
        else:
            draft.time = _bounds(scene, draft, story, earliest)


def _earliest(drafts: list[Draft]) -> Interval | None:
    known = [
        d.time.interval
        for d in drafts
        if d.time
        and d.time.interval
        and d.status is Status.HAPPENED
        and d.time.interval.start
        and d.time.interval.grain not in _COARSE
    ]
    return min(known, key=lambda interval: interval.start) if known else None  # type: ignore[arg-type,return-value]


def _of_the_story(scene: Scene, draft: Draft, story: Draft | None) -> bool:
    """Told in plain past beside a story of these days: a part of it."""
    published = scene.document.published
    if story is None or story.time is None or story.time.interval is None or published is None:
        return False
    start = story.time.interval.start
    if start is None or published.start is None or published.start - start > _NEAR:
        return False
    return draft.status is Status.HAPPENED and not draft.background and not draft.recent and not draft.habit


def _bounds(scene: Scene, draft: Draft, story: Draft | None, earliest: Interval | None) -> EventTime:
    published = scene.document.published
    end = published.end if published else None
    start = None
    if draft.status is Status.PLANNED:
        if published is None or published.start is None:
            return EventTime(None, Basis.NONE)
        return EventTime(Interval(published.start, None, Grain.DAY), Basis.BOUNDED)
    if draft.recent:
        if story is not None and story.time and story.time.interval:
            end = story.time.interval.end or end
        if earliest is not None and earliest.start and (end is None or earliest.start < end):
            start = earliest.start
    if start is None and end is None:
        return EventTime(None, Basis.NONE)
    return EventTime(Interval(start, end, Grain.DAY), Basis.BOUNDED)
