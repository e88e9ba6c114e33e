"""The tagger in use: loads its model once, reads a document's sentences twice, tells the names."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from extract.script import Tokens, fold, sentences, tokens
from extract.tagger.chain import Chain
from extract.tagger.clitics import cut_of
from extract.tagger.lexicon import lexicon
from extract.tagger.marks import Told, headed_phrases, known_phrases
from extract.tagger.scorer import Scorer
from extract.tagger.texts import KINDS
from extract.tagger.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from extract.tagger.lexicon import Lexicon
    from extract.tagger.weights import Weights

FOLDER = Path(__file__).parent
CODES = ("ar", "en")
_SURE = 0.6  # a name that the first reading is so sure of tells the second reading of its words
_NONE = 0.8  # what the absence of a name weighs against it: a name missed costs more than one too many
_APART = frozenset('،؛؟!?:;"«»“”…|•')  # no name goes over one of these
_NEVER = 20.0
_OUTSIDE = "O"


class Name(NamedTuple):
    """Tokens `first` to `last` (exclusive), the first without `cut` letters, are a name of this kind: p, o, l, m."""

    first: int
    last: int
    cut: int
    kind: str
    sure: float  # 0 to 1


class Tagged(NamedTuple):
    """What the tagger says of a text: its names, and for each token how surely it belongs to none, 0 to 1.

    `cut` are the tokens of the text, for readers to share and not to change.
    """

    names: tuple[Name, ...]
    outside: tuple[float, ...]
    cut: Tokens


class _Reading:
    """The words of one document's sentences while they are read."""

    def __init__(self, raws: Sequence[str], folded: Sequence[str], ranges: Sequence[tuple[int, int]]) -> None:
        self.raws = [word for first, last in ranges for word in raws[first:last]]
        self.folded = [word for first, last in ranges for word in folded[first:last]]
        self.lengths = [last - first for first, last in ranges]
        self.ends = np.cumsum(self.lengths)
        self.begins = [int(begin) for begin in self.ends - self.lengths]
        self.first = set(self.begins)
        self.outside: list[float] = []


class Model:
    """One language's weights, and what they say of every word and group of words met so far."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self.labels = weights.labels
        self.lexicon = lexicon
        self.scorer = Scorer(weights, lexicon)
        self.chain = Chain(weights.steps)
        self._alone = Lock()
        self._outside = self.labels.index(_OUTSIDE)
        self._kinds = [kind for kind in KINDS if f"I-{kind}" in self.labels]
        self._columns = np.array(
            [[self.labels.index(f"{head}-{kind}") for head in "BI"] for kind in self._kinds]
        )

    def names(
        self,
        raws: Sequence[str],
        ranges: Sequence[tuple[int, int]],
        outside: list[float] | None = None,
        folded: Sequence[str] | None = None,
    ) -> list[Name]:
        """The names in a document of these tokens, whose sentences are these ranges; fills `outside`."""
        kept = [(first, last) for first, last in ranges if last > first]
        if not kept:
            return []
        read = _Reading(raws, folded or [fold(raw) for raw in raws], kept)
        shifts = [first - begin for (first, _), begin in zip(kept, read.begins, strict=True)]
        with self._alone:  # what is remembered of words grows while they are read
            names = self._read(read)
        if outside is not None:
            for (first, last), begin in zip(kept, read.begins, strict=True):
                outside[first:last] = read.outside[begin : begin + last - first]
        return [
            name._replace(first=name.first + shift, last=name.last + shift)
            for name in names
            for shift in (shifts[bisect_left(read.ends, name.first + 1)],)
        ]

    def _read(self, read: _Reading) -> list[Name]:
        scores = self.first_scores(read.raws, read.folded, read.lengths)
        likely = self.chain.likely(scores, read.lengths)
        told, own = Told(), {}
        names = self._decoded(likely, read, None)
        for name in names:
            if name.sure >= _SURE:
                number = told.tell(read.folded[name.first : name.last], name.kind, name.cut)
                own.update(dict.fromkeys(range(name.first, name.last), number))
        marks = {i: told.mark(read.folded[i], own.get(i, 0)) for i in told.met(read.folded)}
        marks = {i: mark for i, mark in marks.items() if mark}
        if not marks:
            return names
        self._add_marks(scores, "d", marks, read.first)
        self._read_again(scores, likely, sorted(marks), read)
        return self._decoded(likely, read, told)

    def _read_again(
        self, scores: NDArray[np.float32], likely: NDArray[np.float64], changed: list[int], read: _Reading
    ) -> None:
        """Only the sentences in which something is marked."""
        numbers = sorted({int(n) for n in np.searchsorted(read.ends, changed, side="right")})
        rows = np.concatenate([np.arange(read.begins[n], read.begins[n] + read.lengths[n]) for n in numbers])
        likely[rows] = self.chain.likely(scores[rows], [read.lengths[n] for n in numbers])

    def first_scores(
        self, raws: list[str], folded: list[str], lengths: list[int], *, apart: bool = True
    ) -> NDArray[np.float32]:
        """What everything but the document says of the labels; `apart`: no name goes over a comma."""
        ends = np.cumsum(lengths).tolist()
        words = [raws[end - size : end] for end, size in zip(ends, lengths, strict=True)]
        scores = self.scorer.scores(words)
        first = {end - size for end, size in zip(ends, lengths, strict=True)}
        self._add_marks(scores, "m", known_phrases(folded, self.lexicon, first), first)
        self._add_marks(scores, "r", headed_phrases(folded, self.lexicon, first), first)
        if apart:
            scores[[i for i, raw in enumerate(raws) if raw in _APART], self._outside] += _NEVER
        return scores

    def _add_marks(
        self, scores: NDArray[np.float32], letter: str, marks: dict[int, str], first: set[int]
    ) -> None:
        """Add what marks of tokens say of them and of their neighbours in the same sentence."""
        for i, mark in marks.items():
            scores[i] += self.scorer.mark(f"{letter}+0={mark}")
            if i + 1 < len(scores) and i + 1 not in first:
                scores[i + 1] += self.scorer.mark(f"{letter}-1={mark}")
            if i not in first:
                scores[i - 1] += self.scorer.mark(f"{letter}+1={mark}")

    def _decoded(self, likely: NDArray[np.float64], read: _Reading, told: Told | None) -> list[Name]:
        """The names that the likeliest kinds make."""
        kinds = likely[:, self._columns].sum(2)
        best = kinds.argmax(1)
        read.outside = likely[:, self._outside].tolist()
        weight = kinds.max(1)
        named = np.flatnonzero(weight >= likely[:, self._outside] * _NONE)
        pairs = self._columns[best[named]]
        begins = likely[named, pairs[:, 0]] >= likely[named, pairs[:, 1]]
        found: list[Name] = []
        rows = zip(named.tolist(), best[named].tolist(), weight[named].tolist(), begins.tolist(), strict=True)
        for i, number, sure, begin in rows:
            last = found[-1] if found else None
            kind = self._kinds[number]
            goes_on = last is not None and last.last == i and last.kind == kind and i not in read.first
            if goes_on and not begin and last is not None:
                found[-1] = last._replace(last=i + 1, sure=min(last.sure, sure))
            else:
                after_name = last is not None and last.last == i
                cut = cut_of(
                    read.folded[i], read.raws[i], kind, self.lexicon, after_name=after_name, told=told
                )
                found.append(Name(i, i + 1, cut, kind, sure))
        return found


@lru_cache(maxsize=len(CODES))
def load_model(code: str) -> Model:
    """The model of a language, read once."""
    return Model(read_weights(FOLDER / f"{code}.crfsuite"), lexicon(code))


@lru_cache(maxsize=4)
def tagged(text: str) -> Tagged:
    """The names in a text, told by the numbers of its tokens (`script.tokens`), in order; none overlap.

    Each sentence is read by the model of its script. The last texts are remembered: several readers ask.
    """
    cut = tokens(text)
    raws = [text[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)]
    ranges: dict[str, list[tuple[int, int]]] = {code: [] for code in CODES}
    for start, end in sentences(text):
        first, last = bisect_left(cut.starts, start), bisect_left(cut.starts, end)
        ranges[_script(cut.folded[first:last])].append((first, last))
    outside = [1.0] * len(raws)
    found = [
        name
        for code in CODES
        if ranges[code]
        for name in load_model(code).names(raws, ranges[code], outside, cut.folded)
    ]
    return Tagged(tuple(sorted(found)), tuple(outside), cut)


def _script(words: Iterable[str]) -> str:
    """The language whose letters most words of a sentence begin with."""
    arabic = 0
    for word in words:
        arabic += 1 if "\u0621" <= word[0] <= "\u06d3" else -1 if "a" <= word[0] <= "z" else 0
    return "ar" if arabic >= 0 else "en"
