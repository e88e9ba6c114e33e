"""Leaders told by surname alone: "Putin met Xi" means those in office on the day, where nobody else is so called."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.gazetteer.actors import World  # noqa: TC001 - the cache asks for it
from extract.script import fold_phrase

if TYPE_CHECKING:
    from datetime import date

    from extract.gazetteer.actors import Entry
    from extract.model import Actor

_LEADING = (
    "president",
    "prime-minister",
    "supreme-leader",
    "leader",
    "chancellor",
    "foreign-minister",
    "vice-president",
)
_FAMILY_FIRST = frozenset({"CN", "KR", "KP", "TW", "VN", "HU", "SG"})


def leader_called(world: World, word: str, day: tuple[date, date] | None) -> Actor | None:
    """Who leads a state on `day` and has this family name; None where nobody or more than one has it."""
    if day is None:
        return None
    called = _families(world, day).get(word, {})
    return next(iter(called.values())) if len(called) == 1 else None


@lru_cache(maxsize=32)
def _families(world: World, day: tuple[date, date]) -> dict[str, dict[str, Actor]]:
    found: dict[str, dict[str, Actor]] = defaultdict(dict)
    for office in _LEADING:
        for entry in world.serving(office, *day):
            for word in _family(entry):
                found[word][entry.actor.id] = entry.actor
    return found


def _family(entry: Entry) -> set[str]:
    at = 0 if entry.actor.country in _FAMILY_FIRST else -1
    names = (fold_phrase(name.text) for name in (*entry.ar, *entry.en) if not name.alone)
    return {words[at] for words in names if len(words) > 1}
