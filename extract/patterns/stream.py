"""The words of a text as the matcher walks them, and what it finds in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Cut:
    """A value found only by its context: the words that count are `start` to `end`."""

    start: int
    end: int
    value: Any


@dataclass(slots=True)
class Stream:
    """The words of a text as the matcher walks them, what it has found so far, and its steps."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    text: str = ""
    memo: dict[tuple[str, int], list[tuple[int, Any]]] = field(default_factory=dict)
    slots: list[dict[str, list[tuple[int, Any]]]] = field(init=False)  # of each word, what slots may be there
    kinds: list[str] = field(default_factory=list)  # what each word is to the phrases
    steps: int = 0
    farthest: int = 0  # the last word that anything looked at
    rules: dict[int, tuple[Any, str]] = field(default_factory=dict)  # id of a value -> it, and its rule

    def __post_init__(self) -> None:
        self.slots = [{} for _ in range(len(self.words) + 1)]

    def made_by(self, value: Any, rule: str) -> None:
        """Remember the rule that made a value first; the value is kept, so its id stays its own."""
        self.rules.setdefault(id(value), (value, rule))

    def rule_of(self, value: Any) -> str:
        """The rule that made a value, "" where nobody said."""
        return self.rules.get(id(value), (None, ""))[1]

    def touches(self, at: int) -> bool:
        """Whether nothing stands between word `at` and the one before it."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def word(self, at: int) -> str:
        """Word `at`, "" beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def breaks(self, at: int) -> bool:
        """Whether a line ends before word `at`."""
        return "\n" in self.text[self.ends[at - 1] : self.starts[at]]
