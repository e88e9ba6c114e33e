"""Folds spelling and cuts text into tokens, keeping offsets of the original text.

A token is a run of letters (with the marks and invisible characters inside it), a run of
digits, or one sign. Folding happens token by token, so no map of offsets is needed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"[^\W\d_]+(?:[{_MARKS}{_INVISIBLE}]+[^\W\d_]+)*[{_MARKS}]*|\d+|[^\s\w{_MARKS}{_INVISIBLE}]"
)
_CUT = re.compile(f"({_TOKEN.pattern})")
_DROPPED = re.compile(rf"[{_MARKS}{_INVISIBLE}\u0640]")

# One letter written in several ways is one letter: what people type, what fonts and phones make of it.
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
    }
)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """One word or sign in the spelling that `languages/` is compared in.

    Marks, tatweel and invisible characters go; hamza on alif, ta marbuta and alif maqsura,
    Persian letters, digits of any script, accents and case become their plain forms.
    """
    if word.isascii():
        return word.casefold()
    if word.isdecimal():
        return "".join(str(unicodedata.decimal(digit)) for digit in word)
    if "\ud800" <= word[0] <= "\udfff":  # half a character, as cut-off posts hold it: no index takes it
        return "\ufffd"
    plain = unicodedata.normalize("NFKC", word).translate(_LETTERS)
    # Only for Latin: NFKD would take a hamza off its waw and ya, where it tells words apart.
    if any("\u00c0" <= letter <= "\u024f" for letter in plain):
        plain = unicodedata.normalize("NFKD", plain)
    return _DROPPED.sub("", plain).casefold()


class _Folds(dict[str, str]):
    """`fold`, remembered: a plain look-up for the words that come again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_FOLDS:
            self.clear()
        form = self[word] = fold(word)
        return form


_MOST_FOLDS = 200_000
_FOLDS = _Folds()


class Tokens(NamedTuple):
    """The tokens of a text, as three lists of one length: folded form, start, end."""

    folded: list[str]
    starts: list[int]
    ends: list[int]


def tokens(text: str) -> Tokens:
    """Cut `text`; a token of invisible or dropped characters alone is left out.

    The lists are not to be changed: the last texts are remembered, as several readers ask for each.
    """
    return _remembered_tokens(text) if len(text) > _LONG_TEXT else _cut(text)


_LONG_TEXT = 200  # characters; shorter ones are phrases, that nobody asks for again


@lru_cache(maxsize=4)
def _remembered_tokens(text: str) -> Tokens:
    return _cut(text)


def _cut(text: str) -> Tokens:
    # Gaps and tokens in turn: cutting, measuring and folding then each run as one loop in C.
    pieces = _CUT.split(text)
    folded = [_FOLDS[word] for word in pieces[1::2]]
    offsets = list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    if "" in folded:
        kept = [at for at, form in enumerate(folded) if form]
        return Tokens([folded[at] for at in kept], [starts[at] for at in kept], [ends[at] for at in kept])
    return Tokens(folded, starts, ends)


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase, as they will be met in a text."""
    return tuple(tokens(phrase).folded)


def fold_search(text: str) -> str:
    """A text as one folded line, for searching: words and signs apart by one space."""
    return " ".join(tokens(text).folded)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an Arabic word: what is glued to its front, and what is left.

    `cut` counts the folded letters before the stem begins. In "للقاهره" the article lost its
    alif: the stem is "القاهره" and begins after one letter.
    """

    clitics: tuple[str, ...]
    stem: str
    cut: int


_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_SHORTEST_STEM = 2


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The ways to peel conjunction and preposition off a folded Arabic word, whole word first.

    The article stays on the stem: "وبالقاهره" gives "وبالقاهره", "بالقاهره", "القاهره".
    """
    found = [Reading((), word, 0)]
    if not ("\u0621" <= word[:1] <= "\u064a"):
        return tuple(found)
    conjunctions = [("", word), *((c, word[1:]) for c in _CONJUNCTIONS if word.startswith(c))]
    for conjunction, rest in conjunctions:
        glued = (conjunction,) if conjunction else ()
        cut = len(conjunction)
        if conjunction and len(rest) >= _SHORTEST_STEM:
            found.append(Reading(glued, rest, cut))
        for preposition in _PREPOSITIONS:
            if not rest.startswith(preposition) or len(rest) <= _SHORTEST_STEM:
                continue
            stem = rest[1:]
            if preposition == "ل" and stem.startswith("ل"):
                found.append(Reading((*glued, preposition), "ا" + stem, cut + 1))
            found.append(Reading((*glued, preposition), stem, cut + 1))
    return tuple(found)


def raw_offset(raw: str, cut: int) -> int:
    """Where in the raw word its folded letter number `cut` begins."""
    if cut == 0:
        return 0
    seen = 0
    for offset, letter in enumerate(raw):
        width = len(fold(letter))
        if width and seen >= cut:
            return offset
        seen += width
    return len(raw)


_SENTENCE_END = re.compile(r"[.!?؟۔…]+[\"”»’')\]]*(?=\s|$)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s.(])(?:[A-Za-z]|[Mm]rs?|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|No|vs|[دمأ])\.$"
)

LONGEST_SENTENCE = 1_500  # characters
_LONGEST_ABBREVIATION = 5  # letters, with the sign before it


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, in order; a line break ends one too.

    What goes on for longer than any sentence (a list, a text with no full stop) is cut between words,
    so that nothing that reads sentences has to fear a long one.
    """
    cuts = [0]
    for match in _SENTENCE_END.finditer(text):
        dot = match.start()
        if "\n" not in match.group() and _ABBREVIATION.search(
            text, max(dot - _LONGEST_ABBREVIATION, 0), dot + 1
        ):
            continue
        cuts.append(match.end())
    cuts.append(len(text))
    spans = [span for start, end in pairwise(cuts) if (span := _trimmed(text, start, end))]
    return [part for start, end in spans for part in _parts(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return None
    first = start + part.index(bare[0])
    return first, first + len(bare)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = space if space > 0 else start + LONGEST_SENTENCE
        if part := _trimmed(text, start, cut):
            parts.append(part)
        start = cut
    rest = _trimmed(text, start, end)
    return [*parts, rest] if rest else parts
