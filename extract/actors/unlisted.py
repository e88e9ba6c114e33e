"""Names that no list has: of somebody told in full elsewhere, of a ruler, of a leader by surname, else of a stranger."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extract.actors.home import countries_told
from extract.actors.rulers import Called, is_ruling_title, ruler, ruler_of
from extract.actors.surnames import leader_called
from extract.actors.transliterate import transliterate
from extract.gazetteer.actors import slug
from extract.model import Actor, ActorKind
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections import Counter
    from datetime import date

    from extract.actors.candidate import Candidate, Office
    from extract.actors.days import Days
    from extract.actors.memory import Introduced, Memory
    from extract.actors.scene import Scene

Found = tuple[Actor, str]


class Unlisted:
    """The people of one document whom the world data does not name."""

    def __init__(self, scene: Scene, memory: Memory, days: Days, home: str) -> None:
        self.scene, self.memory, self.days, self.home = scene, memory, days, home
        self.world = scene.index.world
        self._told: Counter[str] | None = None
        self._of: dict[str, str] = {}  # id -> the country or organisation with which it was told first

    @property
    def countries(self) -> Counter[str]:
        """How often the text tells of each country."""
        if self._told is None:
            self._told = countries_told(self.scene)
        return self._told

    def named(self, name: str, candidate: Candidate) -> Found:
        """Who is meant by a name with no office, and why."""
        introduced = self.introduced(name, candidate)
        if introduced is not None:
            return introduced.actor, part_of(introduced, self.scene)
        titled = self.ruler(name, candidate) if candidate.rule.endswith("title") else None
        if titled is not None:
            return titled, "of that title and given name"
        words = fold_phrase(name)
        if len(words) == 1:
            given = self.memory.by_given(words[0], candidate.start)
            if given is not None:
                return given, "given name of one told before"
            leader = leader_called(self.world, words[0], self.days.at(self.scene.starts[candidate.start]))
            about_states = self.scene.sure_actors or self.countries or not self.scene.capitals
            if leader is not None and about_states:
                return leader, "the one leader of that family name in office then"
        return self.stranger(name), candidate.why or "a name no list has"

    def introduced(self, name: str, candidate: Candidate) -> Introduced | None:
        """Who was told in full and has this family name: "أبو سلمية", "بن سلمان"."""
        return self.memory.of_family(fold_phrase(name), candidate.start)

    def stranger(self, name: str, of: str = "") -> Actor:
        """Somebody whom no list knows; `of` is the country or organisation of the office told with the name.

        Of two of one name in a document, told with offices of different countries or organisations, the
        second has that in the id.
        """
        latin = transliterate(name)
        actor_id = slug(latin) or f"person-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        known = self.world.entries.get(actor_id)
        if known is not None and known.type == "person":
            return known.actor
        first = self._of.setdefault(actor_id, of) or of
        self._of[actor_id] = first
        of_state = of in self.world.states
        if of and of != first and of_state == (first in self.world.states):
            actor_id = f"{actor_id}-{of}"
        return Actor(actor_id, name, latin, ActorKind.PERSON, of.upper() if of_state else "")

    def ruler(self, name: str, candidate: Candidate, office: Office | None = None) -> Actor | None:
        """Who is meant by a title of rulers and a given name alone: "الأمير تميم", "King Abdullah of Jordan"."""
        title = self.scene.words[candidate.start][candidate.cut :]
        day = self.days.at(self.scene.starts[candidate.start])
        told = self.countries
        if office is None:
            return self._ruling(Called(title, name), day, told) if is_ruling_title(title) else None
        if office.of:
            return ruler_of(self.world, (office.key, office.of), Called(title, name), day)
        found = ruler(self.world, Called(title, name), day, told)
        return found or ruler_of(self.world, (office.key, self.home), Called(title, name), day)

    def _ruling(self, called: Called, day: tuple[date, date] | None, told: Counter[str]) -> Actor | None:
        found = ruler(self.world, called, day, told)
        return found if found is not None and told[found.country.lower()] else None


def part_of(introduced: Introduced, scene: Scene) -> str:
    """Why a part of a name means somebody: whose name it is and where that is told in full."""
    offset = scene.starts[introduced.at]
    return f"part of a name told in full elsewhere in the text: {introduced.name} at {offset}"
