"""Walks the words of a text and lets the grammar read a time wherever one may begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.dates.cues import NEEDY
from extract.dates.lexicon import Lexicon, lexicon
from extract.dates.moments import stands
from extract.dates.rules_ranges import NoDate, Several, cued
from extract.patterns import Cut, Stream
from extract.script import raw_offset, readings, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.dates.times import Time
    from extract.patterns import Grammar

_SHORTEST_STEM = 3
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

    def _known(self, word: str) -> int:
        if word not in self.lexicon.vocabulary:
            return _PLAIN
        return _START if self.lexicon.grammar.may_start("span", word) else _KNOWN

    def _split(self, word: str) -> Any:
        """Clitics off a known word: where in the folded word each piece begins."""
        for reading in readings(word)[1:]:
            if reading.stem not in self.lexicon.vocabulary:
                continue
            if len(reading.stem) < _SHORTEST_STEM and reading.clitics[-1:] != ("و",):
                continue
            if len(reading.stem) < 2:  # noqa: PLR2004
                continue
            return (reading.clitics, reading.stem, reading.cut)
        for head in self.lexicon.words.get("glued", ()):
            rest = word.removeprefix(head[0])
            if rest != word and len(rest) >= _SHORTEST_STEM and rest in self.lexicon.vocabulary:
                return ((head[0],), rest, len(head[0]))
        return _PLAIN


@lru_cache(maxsize=8)
def marks(code: str) -> Marks:
    return Marks(lexicon(code))


def stream_of(text: str, code: str) -> tuple[Stream, list[int]]:
    """The words of `text` with clitics apart where the rest is a known word, and where a time may begin."""
    cut = tokens(text)
    known = marks(code)
    looked = [known[word] for word in cut.folded]
    if not any(type(mark) is tuple for mark in looked):
        stream = Stream(cut.folded, cut.starts, cut.ends, text)
        return stream, [at for at, mark in enumerate(looked) if mark == _START]
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    begins: list[int] = []
    for word, start, end, mark in zip(cut.folded, cut.starts, cut.ends, looked, strict=True):
        if type(mark) is not tuple:
            if mark == _START:
                begins.append(len(words))
            words.append(word)
            starts.append(start)
            ends.append(end)
            continue
        clitics, stem, width = mark
        middle = start + raw_offset(text[start:end], width)
        at = start
        for clitic in clitics:
            begins.append(len(words))
            words.append(clitic)
            starts.append(at)
            at = middle if clitic is clitics[-1] else start + raw_offset(text[start:end], len(clitic))
            ends.append(at)
        begins.append(len(words))
        words.append(stem)
        starts.append(middle)
        ends.append(end)
    return Stream(words, starts, ends, text), begins


def find_times(text: str, code: str) -> tuple[Stream, list[Found]]:
    """Every time that the words tell, in the order of the text, none inside another."""
    stream, begins = stream_of(text, code)
    words = lexicon(code)
    grammar = words.grammar
    found: list[Found] = []
    reached = 0
    for at in begins:
        if at < reached:
            continue
        read = _first_allowed(grammar.find("span", stream, at), stream, at, words)
        if read is None or (stream.words[at] in words.cues.articles and _better(grammar, stream, at, read[0], words)):
            continue
        end, value = read
        found += _founds(stream, at, end, value)
        reached = max(end, at + 1)
    if not found and begins:
        found = list(_alone(stream, code))
    return stream, found


def _first_allowed(read: list[tuple[int, Any]], stream: Stream, at: int, words: Lexicon) -> tuple[int, Any] | None:
    """The longest reading that the words around allow."""
    for end, value in read:
        kind = getattr(value, "kind", "")
        if kind not in NEEDY or words.cues.allow(stream, at, end, value):
            return end, value
    return None


def _better(grammar: Grammar, stream: Stream, at: int, end: int, words: Lexicon) -> bool:
    """Whether a reading that leaves the article out reaches farther: "the <October 7> attack"."""
    after = _first_allowed(grammar.find("span", stream, at + 1), stream, at + 1, words)
    return after is not None and after[0] > end


def _founds(stream: Stream, at: int, end: int, value: Any) -> Iterator[Found]:
    if isinstance(value, Cut):
        at, end, value = value.start, value.end, value.value
    rule = stream.rule_of(value)
    if isinstance(value, NoDate):
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
    for end, time in lexicon(code).grammar.find("moment", stream, 0):
        if end == last and (stands(time) or cued(time)):
            yield Found(stream.starts[0], stream.ends[end - 1], time, stream.rule_of(time))
            return
