"""Names that nobody knows, beside a verb that tells an event: "Zandia accused Morvek"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.chunk import Chunk
from extract.events.forms import PASTS, Mood
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.events.scene import Scene

_SHORTEST = 3  # letters of a name
_VERBS = PASTS | {Mood.PRESENT}


def strangers_at(scene: Scene) -> Iterator[Chunk]:
    """Capitalised words right before or right after such a verb; only where writing has capitals."""
    if scene.lexicon.code != "en":
        return
    token = 0
    while token < len(scene.folded):
        last = token
        while last < len(scene.folded) and _name(scene, last):
            last += 1
        if last > token and (_tells(scene, last) or _tells(scene, token - 1)):
            words = scene.words(token, last - 1)
            actor = Actor("-".join(scene.folded[token:last]), words, words, ActorKind.GROUP)
            yield Chunk(token, last - 1, scene.starts[token], scene.ends[last - 1], actor=actor)
        token = max(last, token + 1)


def _name(scene: Scene, token: int) -> bool:
    if scene.taken(token):
        return False
    raw = scene.document.text[scene.starts[token] : scene.ends[token]]
    if len(raw) < _SHORTEST or not raw[0].isupper() or not raw.isalpha():
        return False
    form = scene.folded[token]
    small = scene.lexicon.words.prepositions | scene.lexicon.words.pronouns | scene.lexicon.words.articles
    return not scene.lexicon.knows(form) and form not in small and not form.endswith("ly")


def _tells(scene: Scene, token: int) -> bool:
    """A verb in the past or in "-s" that may tell an event."""
    if not 0 <= token < len(scene.folded) or scene.taken(token):
        return False
    return any(
        r.sense.type and r.form.mood in _VERBS and not r.sense.rest
        for r in scene.lexicon.read(scene.folded[token])
    )
