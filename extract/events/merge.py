"""One happening, one event: tellings of the same within an article become pieces of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.agree import (
    ids,
    kinds_agree,
    match,
    places_agree,
    sides_told,
    times_agree,
    total,
    vague,
)
from extract.events.happening import Happening
from extract.events.same import same_happening
from extract.model import Basis, EventType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.draft import Draft
    from extract.events.scene import Scene


_ENOUGH = 40  # tellings of one happening that are kept: nobody tells it so often
_RECENT = 60  # happenings that a telling is compared with: an article has fewer, a hostile text more


def merged(scene: Scene, drafts: Sequence[Draft]) -> list[Happening]:
    """The happenings of an article, in the order in which they are first told."""
    found: list[Happening] = []
    for draft in drafts:
        if not draft.grounded:
            continue
        same = next((each for each in reversed(found[-_RECENT:]) if same_happening(each, draft)), None)
        if same is None:
            found.append(Happening(draft))
        elif len(same.drafts) < _ENOUGH:
            _turn(same, draft)
            if (
                same.type is EventType.ACCIDENT
                and draft.type is EventType.ASSAULT
                and draft.grounded
                and not draft.sense.counts
            ):
                same.type = draft.type
            same.drafts.append(draft)
            scene.note(f"joined '{draft.trigger.quote}' to '{same.drafts[0].trigger.quote}'")
    _settle(found)
    for draft in drafts:
        if not draft.grounded:
            _refer(scene, found, draft)
    return [each for each in found if not _elsewhere(scene, each)]


def _turn(happening: Happening, draft: Draft) -> None:
    """Who called whom does not change with who tells of it: the first telling decides."""
    straight = total((match(happening.source, draft.source), match(happening.target, draft.target)))
    crossed = total((match(happening.source, draft.target), match(happening.target, draft.source)))
    if crossed > straight and happening.type is EventType.CONSULT:
        draft.source, draft.target = draft.target, draft.source


def _elsewhere(scene: Scene, happening: Happening) -> bool:
    """Told only by a headline inside the text: that is a link to another article's story."""
    away = happening.status is Status.HAPPENED and all(
        draft.headline and (draft.time is None or draft.time.basis is not Basis.STATED)
        for draft in happening.drafts
    )
    if away:
        scene.note(f"rejected '{happening.drafts[0].trigger.quote}': only in a headline inside the text")
    return away


def fill_sides(happenings: list[Happening]) -> None:
    """What was said in a meeting was said to the others who were there."""
    for happening in happenings:
        within = next((draft.within for draft in happening.drafts if draft.within is not None), None)
        holder = next((each for each in happenings if within in each.drafts), None) if within else None
        if holder is None or holder is happening or not happening.source:
            continue
        if not happening.target or vague(happening.target):
            mine = ids(happening.source)
            others = [c for c in (*holder.source, *holder.target) if c.actor and c.actor.id not in mine]
            for draft in happening.drafts:
                draft.target = others


def _settle(found: list[Happening]) -> None:
    """Happenings that turned out to be one, once later tellings filled their sides."""
    index = 0
    while index < len(found):
        first = found[index].drafts[0]
        other = next(
            (
                each
                for each in found[max(0, index - _RECENT) : index]
                if each.type is found[index].type and same_happening(each, first)
            ),
            None,
        )
        if other is not None:
            other.drafts += found[index].drafts
            other.drafts.sort(key=lambda each: each.token)
            del found[index]
        else:
            index += 1


def _refer(scene: Scene, found: list[Happening], draft: Draft) -> None:
    """A noun that tells nothing itself points at the happening that it fits best, an earlier one first."""
    fitting = [(*_fit(scene, each, draft), index, each) for index, each in enumerate(found[:_RECENT])]
    best = max((each for each in fitting if each[0] >= 0), key=lambda each: each[:4], default=None)
    if best is None:
        scene.note(f"rejected '{draft.trigger.quote}': a noun that tells no happening")
        return
    if len(best[-1].drafts) >= _ENOUGH:
        return
    best[-1].drafts.append(draft)
    best[-1].drafts.sort(key=lambda each: each.token)


def _fit(scene: Scene, happening: Happening, draft: Draft) -> tuple[int, int, int]:
    """Negative: it does not point there. Told before, same sides, named in the same sentence, nearest."""
    sides = sides_told(happening, draft, swapped=True)
    wrong = (
        happening.type is not draft.type
        or sides < 0
        or not kinds_agree(happening, draft)
        or not (draft.definite or sides > 0)
    )
    if wrong or not times_agree(happening, draft) or not places_agree(happening, draft):
        return -1, 0, 0
    earlier = [draft.token - each.token for each in happening.drafts if each.token < draft.token]
    named = _named_beside(scene, happening, draft)
    return 2 * sides + 2 * bool(earlier), named, -min(earlier, default=10_000)


def _named_beside(scene: Scene, happening: Happening, draft: Draft) -> int:
    """How many of those who take part are named in the sentence, themselves or by what is theirs."""
    beside = {
        c.actor.id for c in scene.chunks if c.actor and draft.sentence.first <= c.first < draft.sentence.end
    }
    mine = ids(happening.source) | ids(happening.target)
    return sum(any(other == one or other.endswith(f"-{one}") for other in beside) for one in mine)
