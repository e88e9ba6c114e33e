"""Whom a pronoun beside a verb means: "عرض عليه مساعدته", "detained hundreds of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import ActorKind

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.scene import Scene

_BESIDE = 4  # words after a verb, or after the names beside it, among which its pronoun stands
_NEAR = 2  # sentences back in which those meant were told


def settle_pronouns(scene: Scene, drafts: list[Draft]) -> None:
    """Give a telling with nobody on its other side whom its pronoun means."""
    words = scene.lexicon.words
    for index, draft in enumerate(drafts):
        if draft.noun:
            continue
        unnamed = all(chunk.people == "people" for chunk in draft.target)
        if unnamed and _stands(scene, draft, words.them):
            draft.target = _told(drafts[:index], draft, together=False) or draft.target
        elif not draft.target and draft.source and _right_after(scene, draft):
            draft.target = _told(drafts[:index], draft, together=True)


def _stands(scene: Scene, draft: Draft, pronouns: frozenset[str]) -> bool:
    """One of the pronouns stands close after the verb, and no other name between."""
    for token in range(draft.token + 1, min(draft.token + 1 + _BESIDE, draft.clause.end)):
        if scene.folded[token] in pronouns:
            return True
    return False


def _right_after(scene: Scene, draft: Draft) -> bool:
    """A preposition of the verb stands right after it, with the pronoun glued on: "عرض عليه"."""
    following = scene.folded[draft.clause.verb + 1] if draft.clause.verb + 1 < draft.clause.end else ""
    return scene.lexicon.words.to_him.get(following, " ") in draft.sense.whom


def _told(before: list[Draft], draft: Draft, *, together: bool) -> list[Chunk]:
    """Those told last who are not the source; `together`: in one event with the source."""
    mine = {chunk.actor.id for chunk in draft.source if chunk.actor}
    for other in reversed(before):
        if draft.sentence.number - other.sentence.number > _NEAR:
            return []
        sides = [chunk for chunk in (*other.source, *other.target) if chunk.actor]
        if together and not any(chunk.actor and chunk.actor.id in mine for chunk in sides):
            continue
        meant = [c for c in sides if c.actor and c.actor.id not in mine and _fits(c, one=together)]
        if meant:
            return meant[:1]
    return []


def _fits(chunk: Chunk, *, one: bool) -> bool:
    person = chunk.actor is not None and chunk.actor.kind is ActorKind.PERSON
    return person if one else chunk.plural or bool(chunk.people)
