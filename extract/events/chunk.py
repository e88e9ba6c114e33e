"""The noun phrases of a text that somebody or something is: who may take a side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.model import Actor, Place


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (inclusive) mean an actor, or a place alone where `actor` is None.

    `glue` is what is glued in front of the first token ("و", "ب", "ول", ...); `start` and `end`
    are the offsets of its own words. `people` names who acts without a name ("gunmen").
    """

    first: int
    last: int
    start: int
    end: int
    glue: str = ""
    actor: Actor | None = None
    people: str = ""
    adjective: bool = False  # "الروسي", "Israeli": whose, not who
    possessive: bool = False  # "Hamas's"
    place: Place | None = None
    feminine: bool | None = None
    plural: bool = False


@dataclass(slots=True)
class Group:
    """Chunks in one list ("X وY وZ") with what stands before them.

    `preps` are the prepositions since the chunk before, outermost first; `gap` counts the words
    between that nobody knows; `after` is the token at which the words of the group begin.
    """

    chunks: list[Chunk]
    preps: tuple[str, ...] = ()
    gap: int = 0
    after: int = 0
    agent: bool = False
    head: int = -1  # the first unknown noun that leads to it: "رئيسة" in "رئيسة الوزراء"
    told: tuple[str, ...] = ()  # every preposition since, also those of what belongs to another
    lead: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.chunks[0].first

    @property
    def last(self) -> int:
        return self.chunks[-1].last

    @property
    def bare(self) -> bool:
        return not self.preps and not self.agent

    @property
    def acts(self) -> bool:
        return any(chunk.actor is not None for chunk in self.chunks)
