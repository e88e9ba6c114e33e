"""What finders propose: a stretch of words and what it may mean. The best that do not overlap are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.model import Actor


@dataclass(frozen=True, slots=True)
class Known:
    """One of the actors of the world data, by id; several where a name is shared."""

    ids: tuple[str, ...]
    alone: bool = False  # only a part of the name


@dataclass(frozen=True, slots=True)
class Made:
    """An actor that the words themselves make: "الجيش السوري" is the army of Syria."""

    actor: Actor


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person whom no list knows, by the words of the name."""

    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """The holder of an office: `of` is a country, an organisation, or "" where the words do not tell."""

    key: str
    of: str
    modifiers: frozenset[str] = frozenset()
    holder: Known | Stranger | None = None


@dataclass(frozen=True, slots=True)
class Definite:
    """A noun with its article that points back: "الوكالة", of one of these types."""

    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Short:
    """A part of the name of somebody introduced elsewhere in the document."""

    actor: Actor


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state that the words do not name: "الجيش", "وزارة الداخلية"."""

    key: str


Target = Body | Known | Made | Stranger | Office | Definite | Short


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end`, the first without `cut` letters, may mean `target`."""

    start: int
    end: int
    cut: int
    target: Target
    rule: str
    why: str = ""
    score: int = 0  # of two that overlap, the higher wins, then the longer
    clitics: tuple[str, ...] = field(default=())
    # The tokens of the name in it where there are other words too; the letters glued to the first of them.
    name: tuple[int, int] | tuple[int, int, int] | None = None


def merge(candidates: list[Candidate]) -> list[Candidate]:
    """The best candidates that do not overlap, in the order of the text. Any number of finders may propose."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    ranked = sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start, c.cut))
    for candidate in ranked:
        tokens = range(candidate.start, candidate.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)
