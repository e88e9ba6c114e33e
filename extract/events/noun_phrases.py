"""Nouns of events among the readings of a word, and the set phrases around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.continuing import continues, numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.lexicon import Reading
    from extract.events.scene import Scene


def noun_readings(scene: Scene, readings: Sequence[Reading], token: int) -> list[Reading]:
    """The noun readings whose set phrase, if they need one, goes on in the text."""
    rests = rests_at(scene, token)
    return [
        r
        for r in readings
        if r.sense.part != "verb"
        and (not r.sense.rest or (rests and continues(scene, token + 1, r.sense.rest)))
    ]


def compound(scene: Scene, token: int) -> bool:
    """Whether a set phrase around a noun begins here."""
    rests = rests_at(scene, token)
    if not rests:
        return False
    chunk = scene.chunk_at[token + 1] if token + 1 < len(scene.folded) else None
    return (chunk is None or bool(chunk.people)) and any(continues(scene, token + 1, rest) for rest in rests)


def compound_size(scene: Scene, token: int) -> int:
    """How many tokens after this one are the rest of a set phrase around it."""
    rests = rests_at(scene, token)
    return max((continues(scene, token + 1, rest) for rest in rests), default=0) if rests else 0


def rests_at(scene: Scene, token: int) -> tuple[tuple[str, ...], ...]:
    """What may follow a word to make it a set phrase; nothing where the next word begins none of it."""
    folded, lexicon = scene.folded, scene.lexicon
    rests = lexicon.compounds(folded[token])
    if not rests or token + 1 >= len(folded):
        return ()
    following = folded[token + 1]
    if following not in lexicon.continuing[folded[token]] and not numeric(lexicon, following):
        return ()
    return rests
