"""How many letters stand glued before a name in its first word: "وبوتين" is "و" and Putin, "وليد" is whole."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.script import readings

if TYPE_CHECKING:
    from extract.script import Reading
    from extract.tagger.lexicon import Lexicon
    from extract.tagger.marks import Told

_NAMES = {
    "p": frozenset({"given", "given-common", "family", "first-of-known", "last-of-known", "known-p", "known-short",
                    "particle-before", "particle-first"}),
    "o": frozenset({"known-o", "org-noun", "body", "org-head-named", "org-head-spoken", "org-head-armed", "org-head-proper"}),
    "l": frozenset({"known-l", "place", "hamlet", "place-noun"}),
}  # fmt: skip
_ANY = frozenset().union(*_NAMES.values())
_SHORTEST = 3


def cut_of(
    word: str, raw: str, kind: str, lexicon: Lexicon, *, after_name: bool = False, told: Told | None = None
) -> int:
    """The letters to cut off a folded word at which a name of `kind` begins.

    What the document tells elsewhere decides first, then what is known of the words, then how it is written.
    `after_name`: the word before belongs to a name, so that "و" is more likely to be "and".
    """
    found = readings(word)
    if len(found) == 1:
        return 0
    told = told if told is not None and any(reading.stem in told.words for reading in found) else None
    if told is None:
        return _untold(word, raw, kind, lexicon, after_name=after_name)
    return _likeliest(word, raw, kind, lexicon, after_name=after_name, told=told)


@lru_cache(maxsize=20_000)
def _untold(word: str, raw: str, kind: str, lexicon: Lexicon, *, after_name: bool) -> int:
    return _likeliest(word, raw, kind, lexicon, after_name=after_name, told=None)


def _likeliest(
    word: str, raw: str, kind: str, lexicon: Lexicon, *, after_name: bool, told: Told | None
) -> int:
    ranked = sorted(
        readings(word),
        key=lambda reading: -_likelihood(reading, raw, kind, lexicon, after_name=after_name, told=told),
    )
    return ranked[0].cut


def _likelihood(
    reading: Reading, raw: str, kind: str, lexicon: Lexicon, *, after_name: bool, told: Told | None
) -> float:
    stem, glued = reading.stem, reading.clitics
    if len(stem) < _SHORTEST and glued:
        return -9.0
    score = -1.0 * len(glued)
    if told is not None and stem in told.words:
        score += 2.0
    flags = lexicon.flags(stem)
    if flags & _NAMES.get(kind, _ANY):
        score += 1.6
    if glued:
        if stem.startswith("ال") and (glued[-1] != "ل" or raw[len(glued) - 1 :].startswith("لل")):
            score += 0.5 if kind == "p" and glued[-1] in "بفك" else 1.5
        elif raw[len(glued) : len(glued) + 1] in {"أ", "إ", "آ"}:
            score += 1.5
        if stem[0] == glued[0] == "و":
            score += 1.5  # "ووهران"
        if glued[0] == "و" and after_name:
            score += 0.7
        if glued[-1] == "ك":
            score -= 1.0
    return score
