"""What a telling is within its story: a headline, background, part of another event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.tagging import Tag
from extract.model import EventType, Status

if TYPE_CHECKING:
    from extract.events.draft import Draft
    from extract.events.scene import Scene, Sentence

_DURING = frozenset(["خلال", "اثناء", "during"])
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
        if draft.habit and draft.status is Status.HAPPENED:
            scene.note(f"rejected '{draft.trigger.quote}': a habit")
            continue
        kept.append(draft)
    _within(scene, kept)
    return kept


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
    """ "خلال المكالمة، قدم تعازيه": what was said in a meeting is said to who else is there."""
    for draft in drafts:
        if draft.type not in _SPOKEN:
            continue
        for other in drafts:
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
    return form in _DURING or form[1:] in _DURING


def _same_line(one: Sentence, other: Sentence) -> bool:
    return one.number == other.number
