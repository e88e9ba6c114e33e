"""Whether a telling and a happening are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.agree import (
    kinds_agree,
    places_agree,
    sides_told,
    statuses_agree,
    times_agree,
    types_agree,
)
from extract.events.happening import VIOLENT
from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.draft import Draft
    from extract.events.happening import Happening

_RETOLD = frozenset(
    {*VIOLENT, EventType.CONSULT, EventType.PROTEST, EventType.COERCE}
)  # told again and again, with less


_TOGETHER = frozenset({*VIOLENT, EventType.PROTEST})  # told in one sentence, they are one
_DONE_TOGETHER = 1  # sentences over which tellings with nothing against it are one


def same_happening(happening: Happening, draft: Draft) -> bool:
    """Whether a telling is of the happening."""
    if _by_doing(happening, draft):
        return True
    if not (types_agree(happening, draft) and statuses_agree(happening.status, draft.status)):
        return False
    if not (
        times_agree(happening, draft) and places_agree(happening, draft) and kinds_agree(happening, draft)
    ):
        return False
    sides = sides_told(happening, draft, swapped=happening.type is EventType.CONSULT)
    if sides < 0:
        return False
    if any(each.sentence is draft.sentence for each in happening.drafts):
        return sides > 0 or draft.type in _TOGETHER or not (draft.source or draft.target)
    return _over_sentences(happening, draft, sides)


def _by_doing(happening: Happening, draft: Draft) -> bool:
    """As in "shelled the camp, killing 15": the dead of what was told just before, whatever places are told."""
    last = happening.drafts[-1]
    participle = draft.clause.kind == "gerund" and not draft.noun and bool(draft.sense.counts)
    return participle and happening.type in VIOLENT and last.sentence is draft.sentence and not last.noun


def _over_sentences(happening: Happening, draft: Draft, sides: int) -> bool:
    """Two sentences tell the same where enough is the same, or the later one only points back."""
    near = any(
        abs(each.sentence.number - draft.sentence.number) <= _DONE_TOGETHER for each in happening.drafts
    )
    if draft.type in VIOLENT and _same_place(happening, draft):
        return True
    if draft.noun and draft.definite:
        return sides > 0 or near or _bare(draft)
    if _only_counts(happening, draft):
        return True
    if sides > 1 or (sides > 0 and draft.type in _RETOLD and _bare(draft)):
        return True
    one_more = not draft.noun and _elsewhere_told(happening, draft)
    return near and not one_more and draft.type in _RETOLD and (sides > 0 or draft.type in VIOLENT)


def _only_counts(happening: Happening, draft: Draft) -> bool:
    """As in "وقالت وزارة الصحة إن 12 شخصا قتلوا": it counts the dead of what was told shortly before."""
    counted = draft.killed is not None or draft.injured is not None
    if draft.type not in VIOLENT or not draft.sense.counts or draft.source or not counted or _placed(draft):
        return False
    if any(d.token < draft.token and (d.place or d.source) and not d.sense.counts for d in happening.drafts):
        return draft.sentence.number - happening.drafts[-1].sentence.number <= _COUNTED_LATER
    return False


_COUNTED_LATER = 4  # sentences after a telling in which its dead are still counted


def _placed(draft: Draft) -> bool:
    """It tells a place of its own."""
    return draft.place is not None and not (
        draft.place_evidence and draft.place_evidence.rule.endswith("attacked_state")
    )


def _same_place(happening: Happening, draft: Draft) -> bool:
    """Both are told of one place smaller than a country, and one of them names nobody."""
    if draft.place is None or draft.place.radius_km > _SMALL or draft.place_evidence is None:
        return False
    nobody = not (draft.source or draft.target) or not (happening.source or happening.target)
    return nobody and any(
        each.place is not None and each.place.id == draft.place.id for each in happening.drafts
    )


_SMALL = 150.0  # km: a town or a province, not a country


def _elsewhere_told(happening: Happening, draft: Draft) -> bool:
    """A verb that tells a place of its own, and no other telling tells that place: one more thing done."""
    if draft.place is None or (draft.place_evidence and draft.place_evidence.rule.endswith("attacked_state")):
        return False
    told = [each.place for each in happening.drafts if each.place is not None]
    return bool(told) and all(place.id != draft.place.id for place in told)


def _bare(draft: Draft) -> bool:
    """A noun that adds neither time, nor place of its own, nor numbers: told before."""
    return (
        draft.noun
        and draft.time is None
        and not _placed(draft)
        and draft.killed is None
        and draft.injured is None
    )
