"""What each word tells about which way its clause looks, found out once for each word of a language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract import language
from extract.dates.lexicon import lexicon
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST_VERB = 4
_MOST_KEPT = 100_000
_CONJUNCTIONS = ("و", "ف")


class Sign(NamedTuple):
    """What a word is to a clause; what tells nothing is no Sign but None."""

    joins: bool  # begins a clause of its own: "and", "وسيغادرها"
    clause: bool
    back: bool
    ahead: bool
    pair: bool  # may look ahead with the word after it: "set to"
    spelled: bool  # looks ahead if it is spelled so


class Signs(dict[str, "Sign | None"]):
    """The signs of one language, from its table [words]."""

    def __init__(self, words: Mapping[str, frozenset[tuple[str, ...]]], spelled: str) -> None:
        super().__init__()
        self.words = words
        self.spelled = (spelled, "و" + spelled) if spelled else ()
        self._folded = tuple(fold(start) for start in self.spelled)
        self._pairs = frozenset(phrase[0] for phrase in words["ahead"] if len(phrase) > 1)
        self._prefixes = tuple(prefix[0] for prefix in words["ahead_prefix"])

    def __missing__(self, word: str) -> Sign | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        sign = Sign(
            joins=(word,) in self.words["joins"]
            or (word.startswith(_CONJUNCTIONS) and self._is_verb_ahead(word[1:])),
            clause=(word,) in self.words["clause"],
            back=(word,) in self.words["not_ahead"],
            ahead=self._is_ahead(word),
            pair=word in self._pairs,
            spelled=len(word) >= _SHORTEST_VERB and word.startswith(self._folded),
        )
        told = self[word] = sign if any(sign) else None
        return told

    def _is_ahead(self, word: str) -> bool:
        ahead = self.words["ahead"]
        if (word,) in ahead or self._is_verb_ahead(word):
            return True
        rest = word[1:]
        return word.startswith(_CONJUNCTIONS) and ((rest,) in ahead or self._is_verb_ahead(rest))

    def _is_verb_ahead(self, word: str) -> bool:
        """As in "سيصل": a verb that its first letter puts into the future."""
        if len(word) < _SHORTEST_VERB or (word,) in self.words["ahead_not"]:
            return False
        return word.startswith(self._prefixes)


@lru_cache(maxsize=8)
def signs(code: str) -> Signs:
    return Signs(lexicon(code).words, language.load(code, "dates")["settings"].get("spelled_ahead", ""))
