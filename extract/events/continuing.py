"""Whether the words of a set phrase go on in the text, in any of the forms that they may take."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.scene import Scene

_SUFFIXES = ("", "ا", "ه", "ها", "هم", "هما", "ات")


def continues(scene: Scene, token: int, rest: tuple[str, ...]) -> bool:
    """Whether the tokens from `token` on are the rest of a set phrase, with or without article."""
    folded = scene.folded
    if token + len(rest) > len(folded):
        return False
    code = scene.lexicon.code
    return all(folded[token + index] in variants(code, word) for index, word in enumerate(rest))


@lru_cache(maxsize=4_000)
def variants(code: str, word: str) -> frozenset[str]:
    """The forms in which a word of a phrase may stand: article, conjunction, tanwin, owner."""
    if code == "en":
        return frozenset({word, word + "s"})
    bare = word.removeprefix("ال")
    forms = {word} | {bare + suffix for suffix in _SUFFIXES} | {"ال" + bare + suffix for suffix in _SUFFIXES}
    if bare.endswith("ه"):
        forms |= {bare[:-1] + "ت" + suffix for suffix in ("ه", "ها", "هم", "هما")}
    return frozenset(forms | {"و" + form for form in forms})
