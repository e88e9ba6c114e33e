"""What the world data says of an actor: names in two languages, what it is, and offices held when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from extract.model import Actor


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name. `alone`: part of the name that means the actor without the rest.

    `doubtful`: the words are common ones too, so only context makes a name of them.
    """

    text: str
    alone: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held. Each end is a pair: the first and the last day on which it may have been.

    `office` is a key of the offices in languages/, `of` a country code or the id of an organisation.
    """

    office: str
    of: str
    start: tuple[date, date] | None
    end: tuple[date, date] | None
    ongoing: bool = False

    def surely(self, first: date, last: date) -> bool:
        """Whether the office was held on every day from `first` to `last`."""
        begun = self.start is not None and self.start[1] <= first
        return begun and (self.ongoing or (self.end is not None and last < self.end[0]))

    def possibly(self, first: date, last: date) -> bool:
        """Whether the office may have been held on some day from `first` to `last`."""
        begun = self.start is None or self.start[0] <= last
        return begun and (self.end is None or self.end[1] >= first)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of world data."""

    actor: Actor
    type: str  # person, state, or a type of organisation: "agency", "party", "army", ...
    ar: tuple[Name, ...]
    en: tuple[Name, ...]
    offices: tuple[Tenure, ...] = ()
    where: str = ""  # "people_great_powers.txt:12"
    body: str = ""  # the key of a state's body that this is: "army" for the Israel Defense Forces


@dataclass(frozen=True, slots=True)
class State:
    """A state with the words made from its name."""

    entry: Entry
    adjectives_ar: tuple[str, ...]  # masculine singular without article
    plurals_ar: tuple[str, ...]  # broken plurals without article
    adjectives_en: tuple[str, ...]
    plurals_en: tuple[str, ...]
    capitals_ar: tuple[Name, ...]
    capitals_en: tuple[Name, ...]

    @property
    def code(self) -> str:
        """The ISO code in lower case."""
        return self.entry.actor.id.removeprefix("state-")
