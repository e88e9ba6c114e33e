"""How good found names are, beside those that are marked: exact and overlapping, kind by kind."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.script import raw_offset
from extract.tagger.lexicon import lexicon
from extract.tagger.model import Model
from extract.tagger.texts import KINDS, labelled
from extract.tagger.train import train
from extract.tagger.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.tagger.texts import Annotated

ANY = "any"  # whatever the kind
Found = tuple[int, int, str]  # start, end (exclusive), kind


class Score(NamedTuple):
    """Shares, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Counts:
    """What was found and what is marked, by kind, counted over many texts."""

    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    found_near: Counter[str] = field(default_factory=Counter)
    marked_near: Counter[str] = field(default_factory=Counter)

    def add(self, found: Collection[Found], marked: Collection[Found]) -> None:
        """Count one text."""
        for kind in (*KINDS, ANY):
            ours = {one[:2] for one in found if kind in {ANY, one[2]}}
            theirs = {one[:2] for one in marked if kind in {ANY, one[2]}}
            self.found[kind] += len(ours)
            self.marked[kind] += len(theirs)
            self.same[kind] += len(ours & theirs)
            self.found_near[kind] += sum(any(touch(one, other) for other in theirs) for one in ours)
            self.marked_near[kind] += sum(any(touch(one, other) for other in ours) for one in theirs)

    def exact(self, kind: str) -> Score:
        """Same words, same kind."""
        return Score(self.same[kind] / max(self.found[kind], 1), self.same[kind] / max(self.marked[kind], 1))

    def overlap(self, kind: str) -> Score:
        """At least one letter in common, same kind."""
        return Score(
            self.found_near[kind] / max(self.found[kind], 1),
            self.marked_near[kind] / max(self.marked[kind], 1),
        )

    def lines(self, name: str) -> Iterator[str]:
        """A table for people."""
        yield f"{name:<24} {'exact P':>8} {'R':>6} {'F1':>6}   {'overlap P':>9} {'R':>6} {'F1':>6} {'marked':>7}"
        for kind in (*KINDS, ANY):
            one, near = self.exact(kind), self.overlap(kind)
            yield (
                f"  {kind:<22} {one.precision:8.3f} {one.recall:6.3f} {one.f1:6.3f}   "
                f"{near.precision:9.3f} {near.recall:6.3f} {near.f1:6.3f} {self.marked[kind]:7}"
            )


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share a letter."""
    return one[0] < other[1] and other[0] < one[1]


def split(texts: Sequence[Annotated], parts: int, held: int) -> tuple[list[Annotated], list[Annotated]]:
    """The texts to learn from and those held back, whole texts each."""
    return (
        [text for number, text in enumerate(texts) if number % parts != held],
        [text for number, text in enumerate(texts) if number % parts == held],
    )


def crossed(code: str, texts: Sequence[Annotated], parts: int) -> Iterator[tuple[Model, list[Annotated]]]:
    """Models that learnt from all but one part of the texts, each with the part that it never saw."""
    with tempfile.TemporaryDirectory() as folder:
        for held in range(parts):
            learnt, unseen = split(texts, parts, held)
            path = Path(folder) / f"{held}.crfsuite"
            train(code, learnt, path)
            yield Model(read_weights(path), lexicon(code)), unseen


def measure(code: str, texts: Sequence[Annotated], parts: int = 5) -> Counts:
    """The tagger alone, on texts that it did not learn from."""
    counts = Counts()
    for model, unseen in crossed(code, texts, parts):
        for text in unseen:
            counts.add(tagged(model, text), set(text.names))
    return counts


def tagged(model: Model, text: Annotated) -> set[Found]:
    """The names that a model finds in a text, by offsets."""
    words: list[str] = []
    starts: list[int] = []
    ranges = []
    for sentence in labelled(text):
        ranges.append((len(words), len(words) + len(sentence.words)))
        words += sentence.words
        starts += sentence.starts
    return {
        (
            starts[n.first] + raw_offset(words[n.first], n.cut),
            starts[n.last - 1] + len(words[n.last - 1]),
            n.kind,
        )
        for n in model.names(words, ranges)
    }
