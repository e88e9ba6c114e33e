"""Where a text has words that may name a place: longest match, clitics peeled, signs inside names skipped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.gazetteer.build import SKIPPED
from extract.gazetteer.layers import atlas
from extract.places.words import CODES, words
from extract.script import raw_offset, readings, tokens

if TYPE_CHECKING:
    from extract.gazetteer.index import Candidate
    from extract.places.choose import Choice

_REMEMBERED = 200_000  # words
_LONGEST = 7  # words of a name
_ABBREVIATED = 2  # letters of "St.", "U.", "Ft."
_PEELED = 0.7  # what a clitic costs against a whole word
_ACRONYM = 3
_INSIDE = " \t\u00a0.-'’`"
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "at", "az", "an", "the"})
_LIKENED = 5  # "ك" before less is a letter of the word


@dataclass(slots=True)
class Mention:
    """Words that may name a place: words `first` to `last` (exclusive) of the page."""

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    clitics: tuple[str, ...]
    arabic: bool
    # What the words around tell; filled by cues.py.
    cues: frozenset[str] = frozenset()
    cued: bool = False  # whether a cue stands beside the name, and not only inside it
    near: bool = False
    common: bool = False
    strict: bool = False
    longer: bool = False  # a capitalised word follows that may belong to the name
    beside: str = ""  # the country of a demonym beside it
    refused: str = ""
    container: Mention | None = None
    peer: Mention | None = None  # joined to it by "and"
    contained: Mention | None = None
    choice: Choice | None = None  # filled by choose.py


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text, signs inside names left out."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def word(self, number: int) -> str:
        """The word of this number, "" outside the text."""
        return self.folded[number] if 0 <= number < len(self.folded) else ""

    def raw(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]] if 0 <= number < len(self.folded) else ""

    def glued(self, number: int) -> bool:
        """Whether only spaces and signs inside names stand between this word and the one before."""
        if not 0 < number < len(self.folded):
            return False
        return not self.text[self.ends[number - 1] : self.starts[number]].strip(_INSIDE)


def page(text: str) -> Page:
    """Cut `text`; a hyphen or apostrophe between two letters and the stop of "St." are no words."""
    cut = tokens(text)
    folded, starts, ends = cut
    if SKIPPED.isdisjoint(folded):
        return Page(text, folded, starts, ends)
    kept = []
    last = len(folded) - 1
    for number, word in enumerate(folded):
        if word in SKIPPED and number > 0:
            inside = (
                number < last and ends[number - 1] == starts[number] and ends[number] == starts[number + 1]
            )
            stop = word == "." and ends[number - 1] == starts[number]
            if inside or (stop and _abbreviated(folded[number - 1])):
                continue
        kept.append(number)
    return Page(text, [folded[n] for n in kept], [starts[n] for n in kept], [ends[n] for n in kept])


def _abbreviated(word: str) -> bool:
    """Whether a stop behind this word is no end: "St.", "Mrs."."""
    return not word.isdigit() and (len(word) <= _ABBREVIATED or word in words("en").titles)


class _Opening(NamedTuple):
    """A reading of a word that begins some name."""

    clitics: tuple[str, ...]
    stem: str
    cut: int  # letters before the stem
    alone: bool  # a name by itself
    following: frozenset[str] | None  # words that continue longer names; None: too many to list


def _openings(word: str) -> tuple[_Opening, ...]:
    """The readings of `word` that begin some name."""
    known, never = atlas(), _never()
    found = []
    # "بايدن" is whole: what is left of it behind "ب" is a town in Texas.
    for reading in readings(word)[: 1 if word in never else None]:
        if "ك" in reading.clitics and len(reading.stem) < _LIKENED:
            continue
        alone, following = known.opening(reading.stem)
        alone = alone and reading.stem not in never
        if alone or following is None or following:
            found.append(_Opening(*(reading.clitics, reading.stem, reading.cut), alone, following))
    return tuple(found)


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    return frozenset().union(*(words(code).never for code in CODES))


def mentions(page: Page) -> list[Mention]:
    """Every longest match, from left to right, none overlapping another."""
    found: list[Mention] = []
    number, size = 0, len(page.folded)
    folded, memory = page.folded, atlas().memory
    if len(memory) > _REMEMBERED:
        memory.clear()
    while number < size:
        word = folded[number]
        openings = memory.get(word)
        if openings is None:
            openings = memory[word] = _openings(word)
        best = _longest(page, number, openings) if openings else None
        if best is None:
            number += 1
        else:
            found.append(best)
            number = best.last
    return found


def _longest(page: Page, number: int, openings: tuple[_Opening, ...]) -> Mention | None:
    known = atlas()
    behind = page.word(number + 1)
    best: Mention | None = None
    best_rank = (0, 0.0)
    for opening in openings:
        longer = opening.following is None or behind in opening.following
        keys = _keys(page, number, opening) if longer else [f"{opening.stem} "]
        for key in keys:
            size = key.count(" ")
            if size == 1 and not opening.alone:
                break
            if size < best_rank[0] or not _written_as_name(page, number, size):
                continue
            candidates = known.candidates(key)
            rank = (size, candidates[0].prominence - _PEELED * len(opening.clitics))
            if rank > best_rank:
                best, best_rank = _mention(page, number, opening, key, candidates), rank
            break
    return best


def _keys(page: Page, number: int, opening: _Opening) -> list[str]:
    """The names that the text goes on with here, longest first."""
    rest = " ".join(page.folded[number + 1 : number + _LONGEST])
    return atlas().prefixes(f"{opening.stem} {rest} ")[::-1]


def _mention(
    page: Page, number: int, opening: _Opening, key: str, candidates: tuple[Candidate, ...]
) -> Mention:
    start = page.starts[number] + raw_offset(page.raw(number), opening.cut)
    last = number + key.count(" ")
    arabic = "\u0621" <= opening.stem[0] <= "\u064a"
    return Mention(number, last, start, page.ends[last - 1], key, candidates, opening.clitics, arabic)


def _written_as_name(page: Page, number: int, size: int) -> bool:
    """Latin names have capitals, acronyms nothing else; no name runs over a sentence's end."""
    first, last = page.raw(number), page.raw(number + size - 1)
    if "\n" in page.text[page.starts[number] : page.ends[number + size - 1]]:
        return False
    if not (first[0] < "\u0250" and first[0].isalpha()):
        return True
    if size == 1:
        # "us" is a pronoun, "US" a country; "Us" opens a sentence.
        return first[0].isupper() and (len(first) > _ACRONYM or first.isupper() or len(first) == _ACRONYM)
    head = first[0].isupper() or (page.folded[number] in _ARTICLES and page.raw(number + 1)[:1].isupper())
    final = page.folded[number + size - 1]
    # "St. John's", "Rafah crossing".
    tail = last[0].isupper() or last[0].isdigit() or final == "s" or final in words("en").behind
    return head and tail
