"""What a telling is within its story: a headline, background, part of another event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.word import Tag
from extract.model import EventType, Status

if TYPE_CHECKING:
    from extract.events.draft import Draft
    from extract.events.scene import Scene

_SPOKEN = frozenset(
    {
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
_ENDS = frozenset('.؟?!…"”»')


def shape(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Mark what each draft is in its story, and leave out what is none of it."""
    lines = _headlines(scene)
    kept = []
    for draft in drafts:
        draft.headline = draft.sentence.number in lines
        why = _no_event(scene, draft)
        if why:
            scene.note(f"rejected '{draft.trigger.quote}': {why}")
            continue
        kept.append(draft)
    _retype(kept)
    _parties(kept)
    _within(scene, kept)
    _told_of(kept)
    _ahead(scene, kept)
    return _without_background(scene, kept)


def _parties(drafts: list[Draft]) -> None:
    """As in "بين الطرفين": the two sides are those of what was told last."""
    known: Draft | None = None
    for draft in drafts:
        if any(chunk.people == "parties" for chunk in (*draft.source, *draft.target)):
            if known is not None and not draft.target:
                draft.source, draft.target = list(known.source), list(known.target)
        elif draft.source and draft.target:
            known = draft


def _told_of(drafts: list[Draft]) -> None:
    """As in "أبلغه عن محادثاته مع": what is told of in a talk was before it."""
    for index, draft in enumerate(drafts):
        clause = draft.clause
        if (
            not draft.noun
            or draft.type is not EventType.CONSULT
            or clause.verb < 0
            or draft.token < clause.verb
        ):
            continue
        for other in drafts[max(0, index - _AROUND) : index + _AROUND]:
            if other.clause is clause and not other.noun and other.type is EventType.CONSULT:
                draft.before = other


def _without_background(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """After a line has told what has long been so, its undated pasts are of that too, and no news."""
    kept = []
    for draft in drafts:
        clause = draft.clause
        past = any(r.form.mood in {Mood.PAST, Mood.PASSIVE_PAST} for r in clause.readings)
        draft.background = draft.background or (
            clause.kind == "relative" and not draft.rule.startswith("told")
        )
        if draft.status is Status.HAPPENED and draft.time is None and _after_habit(scene, draft):
            draft.background = True
            if past and not draft.noun and draft.type is not EventType.SUPPORT:
                scene.note(f"rejected '{draft.trigger.quote}': background")
                continue
        kept.append(draft)
    return kept


def _after_habit(scene: Scene, draft: Draft) -> bool:
    """A sentence before it in the same line tells of what has long been so."""
    if not scene.habits:
        return False
    text = scene.document.text
    line = text.rfind("\n", 0, draft.sentence.start) + 1
    return any(line <= scene.starts[token] < draft.sentence.start for token in scene.habits)


def _no_event(scene: Scene, draft: Draft) -> str:
    """Why a telling is none: a habit, a game, a figure of speech."""
    words = scene.lexicon.words
    if draft.habit and draft.status is Status.HAPPENED:
        return "a habit"
    if draft.type in _FORCE:
        forms = scene.folded[draft.sentence.first : draft.sentence.end]
        if scene.plays or any(form in words.sport for form in forms):
            return "a game"
        after = scene.folded[draft.last + 1 : draft.last + 3]
        before = scene.folded[draft.token - 1 : draft.token]
        if draft.noun and any(form in words.figurative for form in (*after, *before)):
            return "a figure of speech"
    return ""


_FORCE = frozenset(
    {
        EventType.AGREE,
        EventType.ASSAULT,
        EventType.DISASTER,
        EventType.ACCIDENT,
        EventType.THREATEN,
        EventType.RETREAT,
        EventType.ELECTION,
        EventType.SUPPORT,
    }
)
_ACCIDENTS = frozenset({EventType.ACCIDENT, EventType.DISASTER})


def _retype(drafts: list[Draft]) -> None:
    """Who was killed in an accident was killed by it: no assault stands beside it."""
    for index, draft in enumerate(drafts):
        if draft.type is not EventType.ASSAULT or draft.source:
            continue
        if not draft.sense.counts:
            if any(
                d.type is EventType.DISASTER and d.sentence is draft.sentence and d.token < draft.token
                for d in drafts
            ):
                draft.type = EventType.DISASTER  # "السيول التي اجتاحت الولاية"
            continue
        cause = _cause(drafts[max(0, index - _AROUND) : index + _AROUND], draft)
        if cause is not None:
            draft.type = cause.type


def _cause(drafts: list[Draft], draft: Draft) -> Draft | None:
    """The accident or disaster of its own sentence, or of the last one or two."""
    number = draft.sentence.number
    near = [d for d in drafts if d is not draft and number - _BACK <= d.sentence.number <= number]
    if any(d.type is EventType.ASSAULT and not d.sense.counts for d in near):
        return None
    causes = [d for d in near if d.type in _ACCIDENTS and (d.grounded or d.sentence is draft.sentence)]
    return causes[-1] if causes else None


_BACK = 2  # sentences
_AROUND = 30  # tellings before and after


def _ahead(scene: Scene, drafts: list[Draft]) -> None:
    """As in "قبل رحلته إلى": what is still to come when it has no time of its own."""
    for draft in drafts:
        if (
            draft.rule.removeprefix("after '").removesuffix("'") in scene.lexicon.words.ahead
            and draft.time is None
            and draft.type in {EventType.CONSULT, EventType.ELECTION}
            and draft.status is Status.HAPPENED
        ):
            draft.status = Status.PLANNED


def _headlines(scene: Scene) -> set[int]:
    """The sentences that are lines with no full stop, inside a text whose lines have one."""
    text = scene.document.text
    lines = [s for s in scene.sentences if text[s.stop - 1 : s.stop] not in _ENDS]
    return (
        {s.number for s in lines if s is not scene.sentences[0]}
        if len(lines) * 2 <= len(scene.sentences)
        else set()
    )


def _within(scene: Scene, drafts: list[Draft]) -> None:
    """As in "خلال المكالمة، قدم تعازيه": what was said in a meeting is said to who else is there."""
    for index, draft in enumerate(drafts):
        if draft.type not in _SPOKEN:
            continue
        for other in drafts[max(0, index - _AROUND) : index + _AROUND]:
            if (
                other.sentence is draft.sentence
                and other.type is EventType.CONSULT
                and other.noun
                and _during(scene, other)
            ):
                draft.within = other


def _during(scene: Scene, draft: Draft) -> bool:
    before = draft.token - 1
    if before < draft.sentence.first or draft.clause.word(before).tag is Tag.NAME:
        return False
    form = scene.folded[before]
    during = scene.lexicon.words.during
    return form in during or form[1:] in during
