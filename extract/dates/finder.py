"""Walks the words of a text and lets the grammar read a time wherever one may begin."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.dates.cues import NEEDY
from extract.dates.figures import may_be_year
from extract.dates.lexicon import Lexicon, lexicon
from extract.dates.moments import stands
from extract.dates.runs import Runs
from extract.dates.spans import NoDate, Several, cued
from extract.dates.times import Time
from extract.patterns import Cut, Stream
from extract.script import Tokens, raw_offset, readings, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_SHORTEST_STEM = 3
_SHORT = 8  # words of a text that may be nothing but a time
_WHOLE = frozenset(
    {"bare_unit", "after_amount", "daypart", "def_daypart"}
)  # times where they are all that is said
_MOST_KEPT = 200_000
_PLAIN, _KNOWN, _START = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Found:
    """A time and where it stands in the text; `rule` made it."""

    start: int
    end: int
    time: Time
    rule: str


class Marks(dict[str, Any]):
    """What each word is to one lexicon, told once: nothing, a known word, a start, or clitics and a known word."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self.lexicon = words
        self._alone: dict[str, bool] = {}
        self.runs = Runs(words.grammar, frozenset(tail[0] for tail in words.words.get("hour_tail", ())))

    def __missing__(self, word: str) -> Any:
        if word.isdecimal():
            return _START if len(word) <= 8 else _PLAIN  # noqa: PLR2004
        if len(self) > _MOST_KEPT:
            self.clear()
        mark: Any = self._known(word)
        if mark is _PLAIN and "\u0621" <= word[0] <= "\u064a":
            mark = self._split(word)
        self[word] = mark
        return mark

    def alone(self, word: str) -> bool:
        """Whether a word may be a time by itself; of digits the count of them decides."""
        kind = f"#{len(word)}{word[0]}" if word.isdecimal() else word
        told = self._alone.get(kind)
        if told is None:
            told = bool(self.lexicon.grammar.find("span", Stream([word], [0], [len(word)], word), 0))
            self._alone[kind] = told
        return told

    def _known(self, word: str) -> int:
        if word not in self.lexicon.vocabulary:
            return _PLAIN
        return _START if self.lexicon.grammar.may_start("span", word) else _KNOWN

    def _split(self, word: str) -> Any:
        """Clitics off a known word: the pieces, where in the folded word each but the first begins, their marks."""
        for reading in readings(word)[1:]:
            short = len(reading.stem) < _SHORTEST_STEM
            if reading.stem not in self.lexicon.vocabulary or len(reading.stem) < _SHORTEST_STEM - 1:
                continue
            if not short or (reading.clitics[-1] == "و" and self._counts(reading.stem)):
                return self._pieces((*reading.clitics, reading.stem), reading.cut)
        for head in self.lexicon.words.get("glued", ()):
            rest = word.removeprefix(head[0])
            if rest != word and len(rest) >= _SHORTEST_STEM and rest in self.lexicon.vocabulary:
                return self._pieces((head[0], rest), len(head[0]))
        return _PLAIN

    def _counts(self, stem: str) -> bool:
        """Whether a stem of two letters is a number or a month: others are too often no word at all."""
        return stem in self.lexicon.numbers.cardinal or self.lexicon.grammar.may_start("weak_month", stem)

    def _pieces(
        self, pieces: tuple[str, ...], cut: int
    ) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
        widths = (*range(1, len(pieces) - 1), cut)
        return pieces, widths, tuple(self._known(piece) for piece in pieces)


@lru_cache(maxsize=8)
def marks(code: str) -> Marks:
    return Marks(lexicon(code))


def stream_of(text: str, code: str) -> tuple[Stream, list[int], list[Any]]:
    """The words of `text` with clitics apart where the rest is a known word, and where a time may begin."""
    cut = tokens(text)
    known = marks(code)
    looked = [known[word] for word in cut.folded]
    glued = [at for at, mark in enumerate(looked) if type(mark) is tuple]
    if not glued:
        stream = Stream(cut.folded, cut.starts, cut.ends, text)
    else:
        stream, looked = _parted(text, cut, looked, glued)
    looked.append(_PLAIN)
    words = stream.words
    # A word that is no time alone needs a known word after it.
    begins = [
        at
        for at, mark in enumerate(looked)
        if mark == _START and (looked[at + 1] != _PLAIN or known.alone(words[at]))
    ]
    return stream, begins, looked


def _parted(text: str, cut: Tokens, looked: list[Any], glued: list[int]) -> tuple[Stream, list[Any]]:
    """The words with the clitics of those at `glued` apart, and what each is."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[Any] = []
    done = 0
    for at in glued:
        words += cut.folded[done:at]
        starts += cut.starts[done:at]
        ends += cut.ends[done:at]
        kinds += looked[done:at]
        done = at + 1
        pieces, widths, marked = looked[at]
        start = cut.starts[at]
        raw = text[start : cut.ends[at]]
        edges = [start, *(start + raw_offset(raw, width) for width in widths), cut.ends[at]]
        words += pieces
        starts += edges[:-1]
        ends += edges[1:]
        kinds += marked
    words += cut.folded[done:]
    starts += cut.starts[done:]
    ends += cut.ends[done:]
    kinds += looked[done:]
    return Stream(words, starts, ends, text), kinds


@lru_cache(maxsize=2)
def find_times(text: str, code: str) -> tuple[Stream, list[Found]]:
    """Every time that the words tell, in the order of the text, none inside another.

    Remembered, for the day of publication and the dates are read from the same times.
    """
    stream, begins, kinds = stream_of(text, code)
    words = lexicon(code)
    runs = marks(code).runs

    def read(at: int) -> tuple[int, Any] | None:
        return _first_allowed(runs.read(stream, at, kinds), stream, at, words)

    found: list[Found] = []
    reached = 0
    for at in begins:
        if at < reached or runs.begins_nothing(stream, at, kinds):
            continue
        told = read(at)
        if told is None:
            continue
        end, value = told
        if stream.words[at] in words.cues.articles and (after := read(at + 1)) and after[0] > end:
            continue  # what leaves the article out reaches farther: "the <October 7> attack"
        new = list(_founds(stream, at, end, value, read))
        found += new
        if new and may_be_year(stream.words[end - 1]):
            stream.memo["a year", end - 1] = [(end, None)]  # a year after it in a list is one too
        reached = max(end, at + 1, *(bisect_left(stream.starts, time.end) for time in new))
    if (
        not found
        and (begins or len(stream.words) <= _SHORT)
        and not any(key[0] == "blocked" for key in stream.memo)
    ):
        found = list(_alone(stream, code))
    return stream, found


def _first_allowed(
    read: list[tuple[int, Any]], stream: Stream, at: int, words: Lexicon
) -> tuple[int, Any] | None:
    """The longest reading that the words around allow."""
    for end, value in read:
        kind = getattr(value, "kind", "")
        if _counts(stream, at, value, words.vocabulary):
            continue
        if kind not in NEEDY or words.cues.allow(stream, at, end, value):
            return end, value
    return None


def _counts(stream: Stream, at: int, value: Any, vocabulary: frozenset[str]) -> bool:
    """Whether a number tells how many and no hour: "قتل 5 مساء أمس", where "غدا 5 مساء" is one."""
    before = stream.word(at - 1)
    if not before.isalpha() or before in vocabulary or not stream.words[at].isdecimal():
        return False
    return stream.rule_of(value).startswith("hour_in_part")


def _founds(
    stream: Stream, at: int, end: int, value: Any, read: Callable[[int], tuple[int, Any] | None]
) -> Iterator[Found]:
    if isinstance(value, Cut):
        at, end, value = value.start, value.end, value.value
        # "هجمات 11 سبتمبر 2001": what the words themselves say in full goes before what everybody knows.
        longer = read(at)
        if longer is not None and longer[0] > end and not isinstance(longer[1], Cut):
            end, value = longer
    rule = stream.rule_of(value) or "famous"
    if isinstance(value, NoDate):
        stream.memo["blocked", at] = []
        return
    if isinstance(value, Several):
        for first, last, time in value.times:
            yield Found(stream.starts[first], stream.ends[last - 1], time, stream.rule_of(time) or rule)
        return
    if value.kind == "never":
        return
    yield Found(stream.starts[at], stream.ends[end - 1], value, rule)


def _alone(stream: Stream, code: str) -> Iterator[Found]:
    """A text that is nothing but a time, as in a date field: "2023", "مارس"."""
    last = len(stream.words)
    while last and not stream.words[last - 1].isalnum():
        last -= 1
    words = lexicon(code)
    first = 0
    while first < last and (stream.words[first],) in words.words.get("lead", ()):
        first += 1
    grammar = words.grammar
    readings_of_all = [
        read for at in {0, first} for slot in ("moment", "span") for read in grammar.find(slot, stream, at)
    ]
    for end, time in readings_of_all:
        if end == last and isinstance(time, Time) and (stands(time) or cued(time) or time.kind in _WHOLE):
            start = stream.starts[0 if (end, time) in grammar.find("moment", stream, 0) else first]
            yield Found(start, stream.ends[end - 1], time, stream.rule_of(time))
            return
