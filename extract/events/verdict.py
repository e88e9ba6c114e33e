"""A verdict on whether something happened, and the words in a stretch of text that give one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.events.vocabulary import match
from extract.events.word import Tag
from extract.model import Status

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.clauses import Clause
    from extract.events.scene import Scene

_ORDER = {Status.HAPPENED: 0, Status.CLAIMED: 1, Status.PLANNED: 2, Status.DENIED: 3, Status.HYPOTHETICAL: 4}
_LONG = 4  # letters from which a first "و" or "ل" may be glued


@dataclass(slots=True)
class Verdict:
    """`status` None: no event at all. `token` is the word that decided it, -1 for none."""

    status: Status | None
    why: str = ""
    token: int = -1
    attributed: Chunk | None = None


def happened() -> Verdict:
    """The verdict where nothing speaks against it."""
    return Verdict(Status.HAPPENED)


def stronger(own: Verdict, above: Verdict) -> Verdict:
    """Of what a clause says itself and what is said above it, that which takes more away."""
    if own.status is None or above.status is None:
        return own if own.status is None else above
    if _ORDER[above.status] > _ORDER[own.status]:
        return above
    own.attributed = own.attributed or above.attributed
    return own


def marked(scene: Scene, clause: Clause, first: int, end: int, *, planned: bool) -> Verdict | None:
    """The first words between two tokens that make what follows hearsay, wish or plan."""
    words = scene.lexicon.words
    for token in range(first, end):
        if not scene.lexicon.marks[scene.folded[token]] or clause.word(token).tag in {Tag.NAME, Tag.DATE}:
            continue
        if match(words.hearsay, scene.folded, token, end + 1):
            return Verdict(Status.CLAIMED, "hearsay", token)
        if planned and match(words.planned, scene.folded, token, end):
            return Verdict(Status.PLANNED, f"'{scene.folded[token]}'", token)
        if unreal_at(scene, token, end):
            return Verdict(Status.HYPOTHETICAL, f"'{scene.folded[token]}'", token)
    return None


def unreal_at(scene: Scene, token: int, end: int) -> bool:
    """Whether a word or phrase that makes things unreal stands at `token`, with or without glue."""
    words = scene.lexicon.words
    form = scene.folded[token]
    if form == "قد":  # with the past it only confirms; status.py looks at it with the present
        return False
    if match(words.unreal, scene.folded, token, end):
        return True
    if scene.lexicon.code != "ar":
        return False
    bare = form.lstrip("ول") if len(form) > _LONG else form
    return (
        bare.removeprefix("ال") in words.unreal
        and (bare.removeprefix("ال"),) in words.unreal[bare.removeprefix("ال")]
    )
