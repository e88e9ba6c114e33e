"""The world data as one value: actors by id, states by code, and who held an office on a day."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import GazetteerError
from extract.gazetteer.actors.read import entries
from extract.gazetteer.actors.states import read_states

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from extract.gazetteer.actors.model import Entry, State, Tenure
    from extract.model import Actor

_HERE = Path(__file__).parent


class World:
    """Actors and who they are; made once, read by all."""

    def __init__(self, all_entries: Iterable[Entry], states: Iterable[State]) -> None:
        self.states: dict[str, State] = {state.code: state for state in states}
        self.entries: dict[str, Entry] = {s.entry.actor.id: s.entry for s in self.states.values()}
        for entry in all_entries:
            self.entries[entry.actor.id] = entry
        self.bodies = {(e.body, e.actor.country.lower()): e.actor for e in self.entries.values() if e.body}
        self._held: dict[tuple[str, str], list[tuple[Tenure, Entry]]] = defaultdict(list)
        for entry in self.entries.values():
            for tenure in entry.offices:
                self._held[tenure.office, tenure.of].append((tenure, entry))

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id, if the world data has it."""
        entry = self.entries.get(actor_id)
        return entry.actor if entry else None

    def holders(self, office: str, of: str) -> list[tuple[Tenure, Entry]]:
        """Everybody known to have held the office, in the order of the data."""
        return self._held.get((office, of), [])

    def holder(self, office: str, of: str, first: date, last: date) -> Entry | None:
        """Who held the office from `first` to `last`: None where nobody or more than one comes into question."""
        may = {e.actor.id: e for t, e in self.holders(office, of) if t.possibly(first, last)}
        if len(may) == 1:
            return next(iter(may.values()))
        sure = {e.actor.id: e for t, e in self.holders(office, of) if t.surely(first, last)}
        # Known days of one outweigh the mere possibility of another, but not two known ones.
        return next(iter(sure.values())) if len(sure) == 1 else None

    def serving(self, office: str, first: date, last: date) -> list[Entry]:
        """Everybody who surely held an office of that name, anywhere, from `first` to `last`."""
        return [
            entry
            for (key, _), held in self._held.items()
            if key == office
            for tenure, entry in held
            if tenure.surely(first, last)
        ]

    def former(self, office: str, of: str, day: date) -> Entry | None:
        """Who last left the office before `day`."""
        left = [
            (t.end[1], e)
            for t, e in self.holders(office, of)
            if t.end is not None and t.end[1] <= day and not self._holds(e, office, of, day)
        ]
        return max(left, key=lambda pair: pair[0])[1] if left else None

    def _holds(self, entry: Entry, office: str, of: str, day: date) -> bool:
        return any(t.office == office and t.of == of and t.surely(day, day) for t in entry.offices)


@lru_cache(maxsize=4)
def load_world(own: Path | None = None) -> World:
    """The world data of this package; rows of the file `own`, if given, win over rows of the same id."""
    states = list(read_states(_HERE / "states.txt"))
    found: dict[str, Entry] = {}
    for path in sorted(_HERE.glob("*.txt")):
        if path.name == "states.txt":
            continue
        for entry in entries(path):
            earlier = found.get(entry.actor.id)
            if earlier is not None:
                raise GazetteerError(
                    f"{entry.where}: '{entry.actor.id}' is already in {earlier.where}. "
                    "Join the rows, or tell the two apart by the first English name."
                )
            found[entry.actor.id] = entry
    if own is not None:
        found.update((entry.actor.id, entry) for entry in entries(own))
    return World(found.values(), states)
