"""Whether the words of a set phrase go on in the text, in any of the forms that they may take."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.lexicon import Lexicon
    from extract.events.scene import Scene

_SUFFIXES = ("", "ا", "ه", "ها", "هم", "هما", "ات")


def continues(scene: Scene, token: int, rest: tuple[str, ...]) -> int:
    """How many tokens from `token` on are the rest of a set phrase, with or without article; 0 if they are not.

    A number may stand before what it counts: "إطلاق عشرات الصواريخ".
    """
    folded, code = scene.folded, scene.lexicon.code
    counted = code == "ar" and token < len(folded) and numeric(scene.lexicon, folded[token])
    first = token + counted
    if first + len(rest) > len(folded):
        return 0
    goes_on = all(folded[first + index] in variants(code, word) for index, word in enumerate(rest))
    return counted + len(rest) if goes_on else 0


def numeric(lexicon: Lexicon, form: str) -> bool:
    """Whether a word is a number."""
    return form.isdecimal() or form in lexicon.words.numbers


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
