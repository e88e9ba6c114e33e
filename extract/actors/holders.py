"""Who holds an office that words name without its holder: as the text told it, as the world data knows it on the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Office
from extract.actors.offices import office_key
from extract.actors.officials import office_actor
from extract.script import fold_phrase

if TYPE_CHECKING:
    from datetime import date

    from extract.actors.memory import Memory
    from extract.gazetteer.actors import World
    from extract.model import Actor

# Where an office of this name has no holder in a country, its power lies with one of these.
_STANDS_FOR = {
    "chancellor": ("prime-minister",),
    "leader": ("supreme-leader", "president", "monarch", "prime-minister"),
    "president": ("head",),
    "prime-minister": ("chancellor",),
    "crown-prince": (),
    "monarch": ("president",),
}
_OFFICES_OF_HOME = frozenset(
    [
        "president",
        "prime-minister",
        "monarch",
        "crown-prince",
        "speaker",
        "army-commander",
        "chief-of-staff",
        "supreme-leader",
    ]
)
# Words that are common nouns where nobody says whose: without a known holder they mean no actor.
_NOT_ALONE = frozenset({"president", "monarch", "crown-prince"})


@dataclass(frozen=True, slots=True)
class Holders:
    """What is known of offices in one document."""

    world: World
    memory: Memory
    home: str  # the country that the text is about

    def of(
        self, target: Office, candidate: Candidate, day: tuple[date, date] | None
    ) -> tuple[Actor, str] | None:
        """The holder on `day` and why; the office itself where he is not known; None where no office is meant."""
        if target.key == "counterpart":  # who holds there the office that was told last
            if not target.of or not self.memory.last_office:
                return None
            target = Office(next(reversed(self.memory.last_office)).partition("/")[0], target.of)
        told = self._told(target)
        if told is not None:
            return told, "the holder of the office that the text names"
        if not target.of:
            if not self.home or not (target.key in _OFFICES_OF_HOME or target.key.endswith("-minister")):
                return None
            target = Office(target.key, self.home, target.modifiers)
        found = self._known(target, day) if day is not None and "elect" not in target.modifiers else None
        if found is not None:
            return found
        if candidate.score == 0 and target.key in _NOT_ALONE:
            return None
        return office_actor(self.world, target), "the office itself: its holder is not known"

    def called(self, target: Office, words: tuple[str, ...], day: tuple[date, date] | None) -> Actor | None:
        """For example "King Abdullah of Jordan": who held the office and is called so."""
        if len(words) != 1:
            return None
        of = target.of or self.home
        held = [entry for _, entry in self.world.holders(target.key, of)] if of else []
        if not held and day is not None:
            held = self.world.serving(target.key, *day)
        called = [e for e in held if any(words[0] in fold_phrase(name.text) for name in (*e.ar, *e.en))]
        serving = [
            e for e in called if day and any(t.surely(*day) and t.office == target.key for t in e.offices)
        ]
        chosen = serving or called
        return chosen[0].actor if chosen else None

    def _told(self, target: Office) -> Actor | None:
        """The holder as the document itself told it."""
        key = memory_key(target)
        if target.of:
            return self.memory.offices.get((key, target.of))
        if target.key == "minister":  # "الوزير": the minister told last, of whatever
            ministers = [
                held for office, held in self.memory.last_office.items() if office.endswith("-minister")
            ]
            return ministers[-1][1] if ministers else None
        last = self.memory.last_office.get(key) or self.memory.last_office.get(
            office_key(target.key, organisation=True)
        )
        return last[1] if last else None

    def _known(self, target: Office, day: tuple[date, date]) -> tuple[Actor, str] | None:
        for key in (target.key, *_STANDS_FOR.get(target.key, ())):
            if "former" in target.modifiers:
                entry = self.world.former(key, target.of, day[0])
            else:
                entry = self.world.holder(key, target.of, *day)
            if entry is not None:
                return entry.actor, f"{key} of {target.of} on {day[0]}"
        return None


def memory_key(target: Office) -> str:
    """What an office is remembered by: its former holder is another than its holder."""
    return target.key + ("/former" if "former" in target.modifiers else "")
