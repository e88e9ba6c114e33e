"""Finds people, organisations, states and groups in a text, and chooses the actor meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, merge
from extract.actors.english import find_english
from extract.actors.groups import find_groups
from extract.actors.known import find_known
from extract.actors.named import Proposed, name_of
from extract.actors.offices import find_offices
from extract.actors.organisations import find_organisations
from extract.actors.organisations_en import find_english_organisations
from extract.actors.pairs import find_pairs
from extract.actors.resolve import Resolver
from extract.actors.scene import scene_of
from extract.actors.shorts import find_definite, find_shorts
from extract.actors.strangers import find_strangers
from extract.actors.tagged import find_tagged
from extract.model import ActorMention, Document, Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extract.actors.scene import Scene
    from extract.model import TimeExpression

__all__ = ["explain_actors", "find_actors"]

# Each proposes stretches of words; `merge` keeps the best. Another finder is one more line here.
FINDERS = (
    find_known,
    find_offices,
    find_pairs,
    find_groups,
    find_strangers,
    find_organisations,
    find_english_organisations,
    find_english,
    find_definite,
    find_tagged,
)


def find_actors(
    document: Document, dates: Sequence[TimeExpression] = (), *, own: Path | None = None
) -> list[ActorMention]:
    """The actors that `document` names, in the order of its text; no two mentions overlap.

    `own` is a file of the user's actors, in the form of the world data; its rows win over rows of the same id.
    """
    scene = scene_of(document, own)
    proposed = [c for finder in FINDERS for c in finder(scene)]
    candidates = merge(proposed)
    resolver = Resolver(scene, document, dates)
    resolver.introduce(candidates)
    taken = {i for c in candidates if c.score >= 0 for i in range(c.start, c.end)}
    candidates = merge(candidates + list(find_shorts(scene, resolver.memory, taken)))
    named = Proposed(proposed)
    found = []
    for candidate in candidates:
        mention = _mention(document, scene, resolver, candidate)
        if mention is not None:
            others = (_mention(document, scene, resolver, c) for c in named.inside(candidate))
            found.append(replace(mention, inside=tuple(other for other in others if other is not None)))
    return found


def explain_actors(
    document: Document, dates: Sequence[TimeExpression] = (), *, own: Path | None = None
) -> list[str]:
    """For people: each mention, whom it means, by which rule and why, one a line."""
    return [
        f"{m.evidence.start}-{m.evidence.end} {m.evidence.quote} -> {m.actor.id} ({m.actor.name_en}) "
        f"[{m.evidence.rule}] {m.why}".rstrip()
        for m in find_actors(document, dates, own=own)
    ]


def _mention(
    document: Document, scene: Scene, resolver: Resolver, candidate: Candidate
) -> ActorMention | None:
    found = resolver.resolve(candidate)
    if found is None:
        return None
    actor, why = found
    start, end = scene.span(candidate.start, candidate.end, candidate.cut)
    evidence = Evidence.at(document, start, end, candidate.rule)
    return ActorMention(evidence, actor, why, name_of(scene, candidate, actor))
