"""What a document has said so far of its actors, so that a part of a name or "the agency" finds its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.actors.words import NameParts
    from extract.model import Actor


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person named in full: where first, and the parts of the name by which it goes on."""

    actor: Actor
    at: int  # token
    given: str
    family: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """The people, organisations and offices of one document."""

    people: list[Introduced] = field(default_factory=list)
    offices: dict[tuple[str, str], Actor] = field(default_factory=dict)  # (office, of) -> last holder told
    last_office: dict[str, tuple[str, Actor]] = field(default_factory=dict)  # office -> of, holder
    bodies: dict[str, Actor] = field(default_factory=dict)  # key of a body -> the one told last
    organisations: list[tuple[frozenset[str], str, Actor]] = field(
        default_factory=list
    )  # types, head noun, actor

    def introduce(self, actor: Actor, name: str, at: int, parts: NameParts) -> None:
        """Remember a person by every short form of `name`."""
        words = _folded(name)
        if len(words) > 1 and not any(
            p.actor.id == actor.id and p.family == _family(words, parts) for p in self.people
        ):
            self.people.append(Introduced(actor, at, words[0], _family(words, parts)))

    def by_family(self, family: tuple[str, ...], at: int) -> Actor | None:
        """Whose family name this is: the one introduced last before `at`, else the first after it."""
        same = [p for p in self.people if p.family == family]
        before = [p for p in same if p.at <= at]
        chosen = before[-1] if before else same[0] if same else None
        return chosen.actor if chosen else None

    def by_given(self, given: str, at: int) -> Actor | None:
        """Whose given name this is, told before: None where two bear it."""
        same = {p.actor.id: p.actor for p in self.people if p.given == given and p.at < at}
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
