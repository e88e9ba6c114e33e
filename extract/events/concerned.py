"""Whom a promise, threat, request or refusal concerns, where its verb governs nobody.

As in "agreed to send engineers to Ukraine", "وافقت ألمانيا على تسليم أوكرانيا ألف صاروخ".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.agree import ids
from extract.events.capitals import as_state
from extract.events.groups import groups
from extract.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk, Group
    from extract.events.clauses import Clause
    from extract.events.draft import Draft
    from extract.events.scene import Scene

_TYPES = frozenset(
    {
        EventType.AGREE,
        EventType.THREATEN,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.SANCTION,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
    }
)
_ELSEWHERE = frozenset({"في", "in", "at", "on", "near", "since", "after", "before", "during", "by", "بعد", "قبل", "خلال", "منذ", "قرب", "about", "over", "بشان", "حول", "amid"})  # fmt: skip
_BELOW = frozenset({"infinitive", "complement"})


def add_concerned(scene: Scene, cut: Sequence[Clause], drafts: Sequence[Draft]) -> None:
    """Give each such telling with nobody on its other side the first who is named after it."""
    for draft in drafts:
        if draft.noun or draft.target or not draft.source or draft.type not in _TYPES:
            continue
        stretches = [(draft.clause, draft.last + 1, draft.clause.end)]
        if draft.type in {EventType.AGREE, EventType.THREATEN, EventType.REJECT}:
            stretches += [
                (c, c.verb + 1, c.end) for c in cut if c.parent is draft.clause and c.kind in _BELOW
            ]
        for clause, first, end in stretches:
            draft.target = _first(scene, draft, groups(scene, clause, first, end))
            if draft.target:
                break


def _first(scene: Scene, draft: Draft, after: Sequence[Group]) -> list[Chunk]:
    mine = ids(draft.source)
    for group in after:
        given = draft.type in {EventType.AID, EventType.AGREE, EventType.COOPERATE}
        if given and group.preps[-1:] in {("from",), ("من",)}:
            continue
        if group.agent or not _ELSEWHERE.isdisjoint(group.preps[-1:]):
            continue
        meant = [each for chunk in group.chunks if (each := _side(scene, chunk)) is not None]
        meant = [chunk for chunk in meant if chunk.actor and chunk.actor.id not in mine]
        if meant:
            return meant
    return []


def _side(scene: Scene, chunk: Chunk) -> Chunk | None:
    return chunk if chunk.actor is not None else as_state(scene, chunk)
