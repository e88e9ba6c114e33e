"""Tells what each word of a stream is to the phrases: words that look alike go the same ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.patterns.stream import Stream

_MOST_KEPT = 100_000
_BETWEEN_FIGURES = frozenset("/-.\\:,٫٬،")  # signs that make one of the figures on both sides


class Looks(dict[str, str]):
    """What each word is to phrases of a vocabulary: itself, the count and the first of its digits, or nothing."""

    def __init__(self, vocabulary: set[str]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        plain = f"#{len(word)}{word[0]}" if word.isdecimal() else ""
        self[word] = look = word if word in self.vocabulary else plain
        return look


def tell_kinds(stream: Stream, looks: Looks) -> list[str]:
    """The look of each word, and "" after the last; a number is of a kind with the look of what follows it.

    As in "#21|april" for "16 April", and "#42|.~" where nothing in figures comes after the sign.
    """
    kinds = [looks[word] for word in stream.words]
    kinds.append("")
    for at, kind in enumerate(kinds):
        if kind and kind[0] == "#" and len(kind) > 1:
            after = stream.word(at + 1)
            # One sign or letter counts, whether or not a phrase has it; longer words do not.
            following = kinds[at + 1] or (after if len(after) == 1 else "")
            loose = following in _BETWEEN_FIGURES and not stream.word(at + 2).isdecimal()
            kinds[at] = f"{kind}|{following}{'~' if loose else ''}"
    stream.kinds = kinds
    return kinds
