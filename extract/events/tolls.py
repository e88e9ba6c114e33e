"""Gives the dead and the injured that a sentence counts to the event that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.counts import tolls
from extract.events.happening import VIOLENT
from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.counts import Toll
    from extract.events.draft import Draft
    from extract.events.scene import Scene, Sentence

HURTING = frozenset(
    {EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER, EventType.PROTEST, EventType.COERCE}
)


def settle_tolls(scene: Scene, drafts: list[Draft]) -> None:
    """Each toll goes to the nearest telling that hurts, of its clause first, then of its sentence."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence.number, []).append(draft)
    for sentence in scene.sentences:
        hurting = [d for d in by_sentence.get(sentence.number, ()) if d.type in HURTING]
        hurting = [d for d in hurting if d.grounded] or hurting
        if not hurting:
            if any(form in scene.lexicon.words.toll for form in scene.folded[sentence.first : sentence.end]):
                _retold(scene, sentence, drafts)
            continue
        for toll in tolls(scene, sentence.first, sentence.end):
            _give(scene, toll, hurting)


def _retold(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> None:
    """As in "ارتفعت حصيلة القتلى إلى 14": the toll, told anew, of what was told last."""
    before = [d for d in drafts if d.type in VIOLENT and d.grounded and d.token < sentence.first]
    before = [d for d in before if not (d.noun and d.definite)] or before
    if not before or sentence.number - before[-1].sentence.number > _RETOLD:
        return
    for toll in tolls(scene, sentence.first, sentence.end):
        draft, old = before[-1], getattr(before[-1], toll.what)
        if old is None or (toll.count.low or 0) > (old.low or 0):
            setattr(draft, toll.what, toll.count)
            setattr(draft, f"{toll.what}_evidence", toll.evidence(scene))


_RETOLD = 6  # sentences


def _give(scene: Scene, toll: Toll, hurting: list[Draft]) -> None:
    here = [d for d in hurting if d.clause.first <= toll.first < d.clause.end]
    lethal = (
        [d for d in (here or hurting) if d.type is not EventType.COERCE and d.type is not EventType.PROTEST]
        or here
        or hurting
    )
    counting = [d for d in lethal if d.sense.counts == toll.what] or lethal
    draft = min(counting, key=lambda each: abs(each.token - toll.first))
    if toll.what == "killed" and draft.killed is None:
        draft.killed, draft.killed_evidence = toll.count, toll.evidence(scene)
    elif toll.what == "injured" and draft.injured is None:
        draft.injured, draft.injured_evidence = toll.count, toll.evidence(scene)
