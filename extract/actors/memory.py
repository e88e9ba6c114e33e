"""What a document has said so far of its actors, so that a part of a name or "the agency" finds its own."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.actors.words import NameParts
    from extract.model import Actor


_FULL = 2  # words of a name told in full
_NAMESAKES = 20  # more people of one name than this are not told apart


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person named in full: where first, and the parts of the name by which it goes on."""

    actor: Actor
    at: int  # token
    given: str
    family: tuple[str, ...]
    name: str = ""


@dataclass(slots=True)
class Memory:
    """The people, organisations and offices of one document."""

    ids: set[str] = field(default_factory=set)  # of the people told in full
    families: dict[tuple[str, ...], list[Introduced]] = field(default_factory=dict)
    givens: dict[str, list[Introduced]] = field(default_factory=dict)
    offices: dict[tuple[str, str], Actor] = field(default_factory=dict)  # (office, of) -> last holder told
    last_office: dict[str, tuple[str, Actor]] = field(default_factory=dict)  # office -> of, holder
    bodies: dict[str, Actor] = field(default_factory=dict)  # key of a body -> the one told last
    own_names: dict[str, tuple[int, Actor]] = field(
        default_factory=dict
    )  # "النهضة" of "حركة النهضة", since a token
    # Types, head noun, actor; nobody points further back than this.
    organisations: deque[tuple[frozenset[str], str, Actor]] = field(default_factory=lambda: deque(maxlen=60))

    def introduce(self, actor: Actor, name: str, at: int, parts: NameParts) -> None:
        """Remember a person by every short form of `name`."""
        words = _folded(name)
        if len(words) < _FULL:
            return
        person = Introduced(actor, at, words[0], _family(words, parts), name)
        self.ids.add(actor.id)
        same = self.families.setdefault(person.family, [])
        if all(known.actor.id != actor.id for known in same[-_NAMESAKES:]):
            same.append(person)
            self.givens.setdefault(person.given, []).append(person)

    def of_family(self, family: tuple[str, ...], at: int) -> Introduced | None:
        """Whose family name this is: the one introduced last before `at`, else the first after it."""
        same = self.families.get(family, [])
        before = [p for p in same[-_NAMESAKES:] if p.at <= at]
        return before[-1] if before else same[0] if same else None

    def by_given(self, given: str, at: int) -> Actor | None:
        """Whose given name this is, told before: None where two bear it."""
        same = {p.actor.id: p.actor for p in self.givens.get(given, [])[:_NAMESAKES] if p.at < at}
        return next(iter(same.values())) if len(same) == 1 else None

    def hold(self, office: str, of: str, actor: Actor) -> None:
        """Remember that the document told who holds an office."""
        self.offices[office, of] = actor
        self.last_office.pop(office, None)  # the last one told stands last
        self.last_office[office] = (of, actor)

    def mention(self, types: frozenset[str], head: str, actor: Actor) -> None:
        """Remember an organisation for nouns that point back."""
        self.organisations.append((types, head, actor))

    def back(self, types: frozenset[str], noun: str) -> Actor | None:
        """The organisation that a noun with its article points back to: by its own noun, else by type."""
        for _, head, actor in reversed(self.organisations):
            if head == noun:
                return actor
        for found, _, actor in reversed(self.organisations):
            if found & types:
                return actor
        return None


@lru_cache(maxsize=20_000)
def _folded(name: str) -> tuple[str, ...]:
    return fold_phrase(name)


def _family(words: tuple[str, ...], parts: NameParts) -> tuple[str, ...]:
    """The family name with its particles: "أبو سلمية", "van der Bellen"."""
    start = len(words) - 1
    if words[start] in parts.after and start > 1:
        start -= 1
    while start > 1 and (words[start - 1] in parts.before or words[start - 1] in {"-", "'"}):
        start -= 1
    while start > 1 and words[start - 1] in {"-", "'"}:
        start -= 2
    return words[start:]
