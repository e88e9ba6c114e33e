"""Reads the times that may begin at a word, and remembers what a run of known words says.

News says the same few words over and over, and what they say hangs on them alone; who wrote them and when comes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.dates.cues import NEEDY
from extract.dates.spans import Several
from extract.patterns import Cut, Stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.patterns import Grammar

_LONGEST = 14  # words of a run that are worth remembering
_MOST_KEPT = 50_000
# Signs that tie a word to the one before them, so that it cannot be read by itself.
_TIES = frozenset("/-.,:+٫٬$€£")

_Read = list[tuple[int, Any]]


class Runs:
    """What runs of known words have been found to say."""

    def __init__(self, grammar: Grammar, tails: frozenset[str]) -> None:
        """`tails` are the words after a run that change how it is read."""
        self.grammar = grammar
        self.tails = tails
        self.kept: dict[tuple[Any, ...], list[tuple[int, Any, str]]] = {}
        self.dead: dict[
            str, set[str]
        ] = {}  # words, and those after them ("": unknown) with which nothing begins

    def begins_nothing(self, stream: Stream, at: int, kinds: Sequence[Any]) -> bool:
        """Whether word `at` and the next are known to begin nothing, whatever follows."""
        dead = self.dead.get(stream.words[at])
        if dead is None:
            return False
        following = stream.word(at + 1)
        return (following if kinds[at + 1] or following.isdecimal() else "") in dead

    def read(self, stream: Stream, at: int, kinds: Sequence[Any]) -> _Read:
        """What may begin at word `at`: (end, value), longest first. `kinds` tells which words are known."""
        words = stream.words
        end, most = at + 1, min(len(words), at + _LONGEST)
        while end < most and kinds[end]:
            end += 1
        if end == at + _LONGEST or (stream.touches(at) and words[at - 1] in _TIES):
            return self.grammar.find("span", stream, at)
        text, starts, ends = stream.text, stream.starts, stream.ends
        stop = min(end + 1, len(words))
        gaps = tuple(text[ends[step - 1] : starts[step]] for step in range(at + 1, stop))
        tail = words[end] if end < len(words) else ""
        kind = "word" if tail.isalpha() and tail not in self.tails else tail
        key = (*words[at:end], gaps, kind)
        known = self.kept.get(key)
        if known is None:
            known = self._parse(stream, at, stop)
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            self.kept[key] = known
        return [(at + length, _placed(stream, at, value, rule)) for length, value, rule in known]

    def _parse(self, stream: Stream, at: int, stop: int) -> list[tuple[int, Any, str]]:
        part = Stream(stream.words[at:stop], stream.starts[at:stop], stream.ends[at:stop], stream.text)
        found = self.grammar.longest("span", part, 0, _is_enough)
        stream.steps += part.steps
        if not found and part.words and part.farthest <= 1:
            self.dead.setdefault(part.words[0], set()).add(part.kinds[1])
        return [(end, value, _rule(part, value)) for end, value in found]


def _is_enough(value: Any) -> bool:
    """Whether a reading is taken whatever stands around it, so that no shorter one is asked for."""
    return getattr(value, "kind", "") not in NEEDY


def _rule(part: Stream, value: Any) -> str:
    return part.rule_of(value.value if isinstance(value, Cut) else value)


def _placed(stream: Stream, at: int, value: Any, rule: str) -> Any:
    """A value with its places in the whole text instead of in the run."""
    if isinstance(value, Cut):
        stream.made_by(value.value, rule)
        return Cut(value.start + at, value.end + at, value.value)
    if isinstance(value, Several):
        value = Several(tuple((first + at, last + at, time) for first, last, time in value.times))
    stream.made_by(value, rule)
    return value
