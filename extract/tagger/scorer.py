"""Adds up the weights of features: once for each word and each group of classes, then remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.tagger.features import EDGE, OFFSETS, REACH, Word, cases, pair_features, seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from extract.tagger.lexicon import Lexicon
    from extract.tagger.weights import Weights

    Scores = NDArray[np.float32]

_REMEMBERED = 60_000  # words, and groups of classes
_ROWS = 4096
_MOST_CLASSES = 4096
_BEFORE_CASE = "\0"  # between a word and what its sentence tells of its capitals


class _Table:
    """Rows of scores, one a key, made when first asked for."""

    def __init__(self, *shape: int) -> None:
        self.rows = np.zeros((_ROWS, *shape), np.float32)
        self.numbers: dict[object, int] = {}

    def add(self, key: object, row: Scores) -> int:
        number = self.numbers[key] = len(self.numbers)
        if number >= len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.rows[number] = row
        return number


class Scorer:
    """What the words of sentences say of each label, before the chain has its say."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._size = len(weights.labels)
        self._features, self._state = weights.rows, weights.state
        self._bases, self._wide = _by_base(weights)
        self.marks: dict[str, Scores] = {}
        self._forget()

    def _forget(self) -> None:
        self._words, self._groups = _Table(len(OFFSETS), self._size), _Table(self._size)
        self._classes: dict[str, int] = {EDGE: 0}
        self._class_of: list[int] = []  # by the number of the word
        self._word("")

    def scores(self, words: Sequence[Sequence[str]]) -> Scores:
        """One row a word, for sentences of words as they are written."""
        if (
            len(self._words.numbers) + len(self._groups.numbers) > _REMEMBERED
            or len(self._classes) > _MOST_CLASSES
        ):
            self._forget()
        laid: list[str] = ["", ""]
        at: list[int] = []
        for sentence in words:
            case = cases(sentence)
            at += range(len(laid), len(laid) + len(sentence))
            laid += [f"{word}{_BEFORE_CASE}{case}" for word in sentence] if case else sentence
            laid += ("", "")
        known = self._words.numbers
        rows = [known[word] if word in known else self._word(word) for word in laid]
        table, here = self._words.rows[rows], np.array(at)
        scores: Scores = table[here, 0]
        for column, offset in enumerate(OFFSETS[1:], start=1):
            scores += table[here + offset, column]
        around = self._group_rows(rows, here)  # may enlarge the table
        scores += self._groups.rows[around]
        return scores

    def mark(self, feature: str) -> Scores:
        """The weights of one feature of a mark."""
        if feature not in self.marks:
            self.marks[feature] = self._sum([feature])
        return self.marks[feature]

    def _group_rows(self, rows: list[int], here: NDArray[np.int64]) -> list[int]:
        """The rows of the classes around each word."""
        classes = np.array(self._class_of, np.int64)[rows]
        keys = classes[here - REACH]
        for offset in range(1 - REACH, REACH + 1):
            keys = keys * _MOST_CLASSES + classes[here + offset]
        known = self._groups.numbers
        return [known[key] if key in known else self._group(key) for key in keys.tolist()]

    def _word(self, key: str) -> int:
        raw, _, case = key.partition(_BEFORE_CASE)
        found, known = seen(Word(raw, case), self._lexicon), self._bases
        self._class_of.append(self._classes.setdefault(found.klass, len(self._classes)))
        rows = [known[feature] for feature in found.own if feature in known]
        return self._words.add(key, self._wide[rows].sum(0))

    def _group(self, key: int) -> int:
        names = list(self._classes)
        numbers = [key // _MOST_CLASSES**power % _MOST_CLASSES for power in range(2 * REACH, -1, -1)]
        return self._groups.add(key, self._sum(pair_features([names[number] for number in numbers])))

    def _sum(self, features: Sequence[str]) -> Scores:
        known = self._features
        rows = [known[feature] for feature in features if feature in known]
        total: Scores = self._state[rows].sum(0)
        return total


def _by_base(weights: Weights) -> tuple[dict[str, int], Scores]:
    """The weights of each feature of a word for itself and for its neighbours, as one block: no feature is asked twice."""
    bases: dict[str, int] = {}
    columns = {f"{offset:+d}": column for column, offset in enumerate(OFFSETS) if offset}
    laid = [
        (name[2:], columns[name[:2]], row) if name[:2] in columns else (name, 0, row)
        for name, row in weights.rows.items()
    ]
    for base, _, _ in laid:
        bases.setdefault(base, len(bases))
    wide = np.zeros((len(bases), len(OFFSETS), len(weights.labels)), np.float32)
    for base, column, row in laid:
        wide[bases[base], column] = weights.state[row]
    return bases, wide
