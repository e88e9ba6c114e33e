"""From what words may mean to the actor meant: names, offices on their day, parts of names, nouns that point back."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.actors.bodies import body, plain_body
from extract.actors.candidate import Body, Candidate, Definite, Known, Made, Office, Short, Stranger, Target
from extract.actors.days import Days
from extract.actors.holders import Holders, memory_key
from extract.actors.home import dateline_country, home_country
from extract.actors.memory import Memory
from extract.actors.rulers import RULING
from extract.actors.unlisted import Unlisted, part_of
from extract.model import Actor, ActorKind
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.actors.scene import Scene
    from extract.model import Document, TimeExpression

_BODIES_OF_HOME = frozenset(
    [
        "army",
        "government",
        "parliament",
        "police",
        "security-forces",
        "presidency",
        "premiership",
        "central-bank",
        "supreme-court",
        "intelligence",
        "opposition",
        "election-commission",
        "civil-defence",
        "national-team",
        "senate",
        "coast-guard",
        "navy",
        "air-force",
    ]
)
_HEAD_AND_NAME = 2  # words
Found = tuple[Actor, str]


class Resolver:
    """Resolves the candidates of one document in the order of its text."""

    def __init__(self, scene: Scene, document: Document, dates: Sequence[TimeExpression]) -> None:
        self.scene = scene
        self.world = scene.index.world
        self.days = Days(document, dates)
        self.memory = Memory()
        self.home = home_country(scene)
        self.unlisted = Unlisted(scene, self.memory, self.days, self.home)
        self.holders = Holders(self.world, self.memory, self.home)
        self.written_in = dateline_country(scene)

    def introduce(self, candidates: list[Candidate]) -> None:
        """First reading: who is named in full, so that a headline's surname finds its owner too."""
        for candidate in candidates:
            target = candidate.target
            holder = target.holder if isinstance(target, Office) else target
            if isinstance(holder, Stranger) and self.unlisted.introduced(holder.name, candidate) is None:
                of = target.of if isinstance(target, Office) else ""
                self._introduce(self.unlisted.stranger(holder.name, of), holder.name, candidate)
            elif isinstance(holder, Known) and not holder.alone:
                actor = self._known(holder, candidate)[0]
                if actor.kind is ActorKind.PERSON:
                    self._introduce(actor, actor.name_ar, candidate)
                    self._introduce(actor, actor.name_en, candidate)
                elif candidate.end - candidate.start == _HEAD_AND_NAME:
                    self._introduce_own_name(actor, candidate)

    def _introduce_own_name(self, actor: Actor, candidate: Candidate) -> None:
        """An organisation told as "حركة النهضة" may go on as "النهضة"."""
        head = any(p.cut == candidate.cut and p.tag.kind == "head" for p in self.scene.at(candidate.start))
        own = self.scene.word(candidate.end - 1)
        if head and own.startswith("ال"):
            self.memory.own_names.setdefault(own, (candidate.start, actor))

    def resolve(self, candidate: Candidate) -> Found | None:
        """Second reading: the actor that a candidate means and why; None where it means none."""
        target = candidate.target
        found = self._found(target, candidate)
        if found is None:
            return None
        actor, why = found
        self._remember(actor, target)
        return actor, why or candidate.why

    def _found(self, target: Target, candidate: Candidate) -> Found | None:
        match target:
            case Made(actor) | Short(actor):
                return actor, candidate.why
            case Known():
                return self._known(target, candidate)
            case Stranger(name):
                return self.unlisted.named(name, candidate)
            case Definite(types):
                return self._pointed_back(types, self._head(candidate))
            case Body(key):
                return self._body(key)
            case Office():
                named = target.holder is not None
                return (
                    self._named_holder(target, candidate)
                    if named
                    else self.holders.of(target, candidate, self._day(target, candidate))
                )

    def _pointed_back(self, types: frozenset[str], noun: str) -> Found | None:
        back = self.memory.back(types, noun)
        return (back, f"'{noun}' points back to {back.name_en}") if back else None

    def _day(self, target: Office, candidate: Candidate) -> tuple[date, date] | None:
        return self.days.at(self.scene.starts[candidate.start], then="then" in target.modifiers)

    def _introduce(self, actor: Actor, name: str, candidate: Candidate) -> None:
        arabic = any("\u0621" <= letter <= "\u06d3" for letter in name)
        self.memory.introduce(actor, name, candidate.start, self.scene.index.parts["ar" if arabic else "en"])

    def _known(self, target: Known, candidate: Candidate) -> Found:
        entries = [self.world.entries[found] for found in target.ids]
        if target.alone:
            introduced = self.memory.of_family(self._words(candidate), candidate.start)
            if introduced is not None:
                return introduced.actor, part_of(introduced, self.scene)
        if len(entries) > 1:
            told = [e for e in entries if e.actor.id in self.memory.ids]
            day = self.days.at(self.scene.starts[candidate.start])
            countries = self.unlisted.countries
            near = sorted(
                (e for e in entries if countries[e.actor.country.lower()]),
                key=lambda e: -countries[e.actor.country.lower()],
            )
            serving = [e for e in entries if day and any(t.surely(*day) for t in e.offices)]
            for choice, why in (
                (told, "the one the text introduces"),
                (near, "of a country the text tells of"),
                (serving, "the one in office then"),
            ):
                if choice:
                    return choice[0].actor, why
        return entries[0].actor, candidate.why

    def _body(self, key: str) -> Found | None:
        """A body without its country: the one told before, else that of the country the text is about."""
        told = self.memory.bodies.get(key)
        if told is not None:
            return told, "the one the text told of before"
        # Two states of a war have a ministry each: only the head of the article tells which is meant.
        sure = key in _BODIES_OF_HOME or (key.endswith("-ministry") and self.written_in == self.home)
        if self.home and sure:
            return body(self.world, key, self.home), "of the country that the text is about"
        if key.endswith("-ministry"):
            return plain_body(key), "its country is not told"
        return None

    def _named_holder(self, target: Office, candidate: Candidate) -> Found | None:
        holder = target.holder
        if isinstance(holder, Known):
            people = [self.world.entries[found] for found in holder.ids]
            held = [e for e in people if any(t.office == target.key and t.of == target.of for t in e.offices)]
            if len(people) > 1 and held:
                return held[0].actor, "named, with the office held"
            actor = self._known(holder, candidate)[0]
            if holder.alone or target.of not in self.world.states or self._may_hold(actor, target.of):
                return actor, "named with the office"
            namesake = Actor(
                f"{actor.id}-{target.of}", actor.name_ar, actor.name_en, actor.kind, target.of.upper()
            )
            return namesake, f"a namesake: {actor.id} is of {actor.country}, the office of {target.of}"
        if isinstance(holder, Stranger):
            if target.key in RULING:
                short = self.unlisted.ruler(holder.name, candidate, target)
            else:
                short = self.holders.called(target, fold_phrase(holder.name), self.days.at(0))
            if short is not None:
                return short, "the holder of that name"
            stranger = self.unlisted.stranger(holder.name, target.of)
            return stranger, "named with the office"
        return None

    def _may_hold(self, actor: Actor, country: str) -> bool:
        """Whether somebody of the world data may be in office in that country."""
        entry = self.world.entries.get(actor.id)
        held = {tenure.of for tenure in entry.offices} if entry else set()
        return not actor.country or actor.country == country.upper() or country in held

    def _remember(self, actor: Actor, target: Target) -> None:
        if isinstance(target, Office):
            if target.key != "counterpart":
                self.memory.hold(memory_key(target), target.of, actor)
            organisation = self.world.actor(target.of)
            if organisation is not None:
                self._remember_organisation(organisation)
        elif actor.kind is ActorKind.PERSON:
            self._remember_offices(actor)
        elif not isinstance(target, Definite):
            self._remember_organisation(actor)

    def _remember_offices(self, actor: Actor) -> None:
        """Somebody in office who is named explains "رئيس الوزراء" later on."""
        entry = self.world.entries.get(actor.id)
        day = self.days.published
        if entry is None or day is None:
            return
        for tenure in entry.offices:
            if tenure.surely(*day):
                self.memory.hold(tenure.office, tenure.of, actor)

    def _remember_organisation(self, actor: Actor) -> None:
        entry = self.world.entries.get(actor.id)
        if actor.kind is ActorKind.STATE:
            return
        kind = entry.type if entry else actor.id.rpartition("-")[0]
        self.memory.bodies[entry.body if entry and entry.body else kind] = actor
        head = _head_noun(entry.ar[0].text if entry else actor.name_ar)
        self.memory.mention(frozenset({kind}), head, actor)

    def _head(self, candidate: Candidate) -> str:
        words = self._words(candidate)
        return words[-1] if words else ""

    def _words(self, candidate: Candidate) -> tuple[str, ...]:
        start, end = self.scene.span(candidate.start, candidate.end, candidate.cut)
        text = self.scene.text[start:end]
        words = fold_phrase(text)
        if (
            candidate.clitics[-1:] == ("ل",)
            and words
            and not words[0].startswith("ال")
            and words[0].startswith("ل")
        ):
            words = ("ا" + words[0], *words[1:])
        return words


@lru_cache(maxsize=10_000)
def _head_noun(name: str) -> str:
    """The noun by which a text points back to a name: "منظمة العفو الدولية" is "المنظمة"."""
    words = fold_phrase(name)
    head = words[0] if len(words) > 1 else ""
    return head if head.startswith("ال") else "ال" + head
