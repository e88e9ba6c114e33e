"""How likely each label of each word is, given its sentence: forward and backward through many sentences at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_EVENED = 16  # steps after which what has become small is made one again


class Chain:
    """A linear chain with these weights from label to label."""

    def __init__(self, steps: NDArray[np.float64]) -> None:
        self._steps = np.exp(steps)
        self._back = np.ascontiguousarray(self._steps.T)

    def likely(self, scores: NDArray[np.float32], lengths: Sequence[int]) -> NDArray[np.float64]:
        """For words in a row, sentence by sentence of these lengths: the probability of each label."""
        sizes = np.array(lengths)
        order = np.argsort(-sizes, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        # Step by step, the longest sentence first: those still going on at a step stand together.
        step = np.arange(len(scores)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        place = (step, np.repeat(rank, sizes))
        longest = int(sizes.max())
        weights = np.zeros((longest, len(sizes), scores.shape[1]))
        weights[place] = np.exp(scores - scores.max(1, keepdims=True))
        going = np.bincount(step, minlength=longest).tolist()
        found = self._forward(weights, going) * self._backward(weights, going)
        found = found[place]
        likely: NDArray[np.float64] = found / found.sum(1, keepdims=True)
        return likely

    def _forward(self, weights: NDArray[np.float64], going: list[int]) -> NDArray[np.float64]:
        told = np.zeros_like(weights)
        told[0] = now = weights[0]
        steps = self._steps
        for step in range(1, len(going)):
            n = going[step]
            now = np.multiply(now[:n] @ steps, weights[step, :n], out=told[step, :n])
            if step % _EVENED == 0:
                now /= now.sum(1, keepdims=True)
        return told

    def _backward(self, weights: NDArray[np.float64], going: list[int]) -> NDArray[np.float64]:
        told = np.zeros_like(weights)
        now = np.ones_like(weights[0])
        back = self._back
        for step in range(len(going) - 1, -1, -1):
            n = going[step]
            told[step, :n] = now[:n]
            now[:n] = (now[:n] * weights[step, :n]) @ back
            if step % _EVENED == 0:
                now /= now.sum(1, keepdims=True)
        return told
