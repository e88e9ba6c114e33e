"""What a document tells of a word besides its sentence: a known name of several words, a name told elsewhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.script import readings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from extract.tagger.lexicon import Lexicon

_SHORTEST = 3
_LONGEST = 5
_FAR = 3
_GLUED = "وفبل"
_ARTICLES = ("ال", "لل", "وال")


def known_phrases(
    folded: Sequence[str], lexicon: Lexicon, first: Collection[int] = frozenset()
) -> dict[int, str]:
    """Tokens inside known names of several words -> "Bo", "Io": the kind, and whether the name begins there.

    `first` are the tokens at which sentences begin: no name goes over one.
    """
    found: dict[int, str] = {}
    seconds, done = lexicon.seconds, 0
    for i in [i - 1 for i, word in enumerate(folded) if word in seconds]:
        if i >= done:
            end, kind = _phrase_at(folded, i, seconds[folded[i + 1]])
            if first and any(at in first for at in range(i + 1, end)):
                continue
            for at in range(i, end):
                found[at] = ("B" if at == i else "I") + kind
            done = end or done
    return found


def _phrase_at(
    folded: Sequence[str], i: int, known: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
) -> tuple[int, str]:
    """The token after the longest known name at `i`, and its kind; 0 where none begins."""
    for stem in _stems(folded[i]):
        for rest, kind in known.get(stem, ()):  # longest first
            end = i + 1 + len(rest)
            if tuple(folded[i + 1 : end]) == rest:
                return end, kind
    return 0, ""


def headed_phrases(
    folded: Sequence[str], lexicon: Lexicon, first: Collection[int] = frozenset()
) -> dict[int, str]:
    """Tokens from an Arabic noun that organisations are called by to the last word that may belong to its name.

    "B" is the noun, "I1", "I2", ... are words after it, "L" and a number the last; which of them are the name,
    the model has to say.
    """
    found: dict[int, str] = {}
    heads, size, done = lexicon.heads, len(folded), 0
    for i in [
        i for i, word in enumerate(folded) if word in heads or (word[0] in _GLUED and word[1:] in heads)
    ]:
        end = i + 1
        while end < size and end - i <= _LONGEST and end not in first and _goes_on(folded[end], end - i):
            end += 1
        if i >= done and end > i + 1:
            found[i] = "B"
            found.update(
                (at, ("L" if at == end - 1 else "I") + str(min(at - i, _FAR))) for at in range(i + 1, end)
            )
            done = end
    return found


def _goes_on(word: str, away: int) -> bool:
    """Whether a word may belong to a name headed by the noun so many words before it."""
    return word.startswith(_ARTICLES) or (away == 1 and word.isalpha() and len(word) > _SHORTEST)


class Told:
    """The names that a document tells: each word of them, and as which part of what kind of name."""

    def __init__(self) -> None:
        self.words: dict[str, Counter[str]] = defaultdict(Counter)  # folded word -> how often as which part
        self._names: list[list[tuple[str, str]]] = [[]]

    def tell(self, words: Sequence[str], kind: str, cut: int = 0) -> int:
        """Remember a name, its first word without `cut` letters; the number of the name."""
        first = words[0]
        stem = next((r.stem for r in readings(first) if r.cut == cut), first[cut:]) if cut else first
        told = []
        for at, word in enumerate((stem, *words[1:])):
            if len(word) >= _SHORTEST:
                part = "s" if len(words) == 1 else "f" if at == 0 else "l" if at == len(words) - 1 else "m"
                told.append((word, kind + part))
        for word, part in told:
            self.words[word][part] += 1
        self._names.append(told)
        return len(self._names) - 1

    def met(self, folded: Sequence[str]) -> list[int]:
        """The tokens that, with or without clitics, are words of names that were told."""
        words = self.words.keys()
        return [i for i, word in enumerate(folded) if not words.isdisjoint(_stems(word))] if words else []

    def mark(self, word: str, own: int = 0) -> str:
        """As what a word was told elsewhere than in name number `own`, "" if nowhere."""
        for stem in _stems(word):
            told = self.words.get(stem)
            if told:
                mine = Counter(part for other, part in self._names[own] if other == stem)
                rest = told - mine if mine else told
                if rest:
                    # The most frequent; of equals the first in the order of their names, whatever was told first.
                    return min(rest, key=lambda part: (-rest[part], part))
        return ""


@lru_cache(maxsize=100_000)
def _stems(word: str) -> tuple[str, ...]:
    """A word, and what is left of it without clitics."""
    return (word, *(r.stem for r in readings(word)[1:])) if word[0] in "وفبلك" else (word,)
