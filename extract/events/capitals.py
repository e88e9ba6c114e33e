"""A capital that stands for its state where no city is meant: "دعا البابا موسكو", "هددت بقصف سول"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.actors.index import load_index
from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.scene import Scene
    from extract.model import Actor


def as_state(scene: Scene, chunk: Chunk) -> Chunk | None:
    """The chunk as the state whose capital it names; None where it names none."""
    if chunk.place is None or chunk.actor is not None:
        return None
    words = tuple(fold_phrase(scene.document.text[chunk.start : chunk.end]))
    actor = _capitals().get((chunk.place.country, words))
    return replace(chunk, actor=actor, place=None) if actor is not None else None


@lru_cache(maxsize=1)
def _capitals() -> dict[tuple[str, tuple[str, ...]], Actor]:
    world = load_index().world
    return {
        (state.code.upper(), fold_phrase(name.text)): state.entry.actor
        for state in world.states.values()
        for name in (*state.capitals_ar, *state.capitals_en)
    }
