"""Finds what is wrong in the world data: overlaps, gaps, impossible dates, names that two bear, unknown keys."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.gazetteer.actors.world import load_world
from extract.language import load
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extract.gazetteer.actors.model import Entry, Tenure
    from extract.gazetteer.actors.world import World

_EARLIEST = date(1700, 1, 1)
_LATEST = date(2027, 12, 31)
# Offices that one person holds at a time.
_SINGLE = frozenset(
    {
        "president",
        "prime-minister",
        "monarch",
        "foreign-minister",
        "defence-minister",
        "supreme-leader",
        "speaker",
    }
)
# Both holders may be right for a while: a handover told by month, a king's regent, an acting president.
_OVERLAP_ALLOWED = timedelta(days=45)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def check_world(own: Path | None = None) -> list[str]:
    """What a reviewer should look at, one finding a line: nothing when all is well."""
    world = load_world(own)
    return [
        *_tenures(world),
        *_overlaps(world),
        *_offices(world),
        *_scripts(world),
        *_shared_names(world),
        *_adjectives(world),
        *_alone(world),
    ]


def gaps(own: Path | None = None) -> list[str]:
    """Stretches of an office between two known holders in which nobody is known."""
    world = load_world(own)
    found = []
    for (office, of), held in _by_office(world).items():
        for (before, _), (after, entry) in pairwise(held):
            if before.end and after.start and after.start[0] - before.end[1] > timedelta(days=62):
                gap = f"{before.end[1]} to {after.start[0]}"
                found.append(f"{entry.where}: nobody is {office} of {of} from {gap}")
    return found


def _tenures(world: World) -> Iterator[str]:
    for entry in world.entries.values():
        for tenure in entry.offices:
            if tenure.start and tenure.end and tenure.end[1] < tenure.start[0]:
                yield f"{entry.where}: {entry.actor.id} leaves {tenure.office} before taking it"
            for days in filter(None, (tenure.start, tenure.end)):
                if not _EARLIEST <= days[0] <= _LATEST:
                    yield f"{entry.where}: {entry.actor.id} has an impossible date {days[0]}"


def _by_office(world: World) -> dict[tuple[str, str], list[tuple[Tenure, Entry]]]:
    held: dict[tuple[str, str], list[tuple[Tenure, Entry]]] = defaultdict(list)
    for entry in world.entries.values():
        for tenure in entry.offices:
            if tenure.start is not None:
                held[tenure.office, tenure.of].append((tenure, entry))
    for found in held.values():
        found.sort(key=lambda pair: pair[0].start or (_EARLIEST, _EARLIEST))
    return held


def _overlaps(world: World) -> Iterator[str]:
    for (office, of), held in _by_office(world).items():
        if office not in _SINGLE and office != "head":
            continue
        for (before, first), (after, second) in pairwise(held):
            if first.actor.id == second.actor.id or after.start is None:
                continue
            end = _LATEST if before.ongoing else before.end[0] if before.end else None
            if end is not None and end - after.start[1] > _OVERLAP_ALLOWED:
                yield (
                    f"{second.where}: {second.actor.id} is {office} of {of} from {after.start[0]}, "
                    f"but {first.actor.id} until {'now' if before.ongoing else end} ({first.where})"
                )


def _offices(world: World) -> Iterator[str]:
    tables = load("ar", "actors")
    known = {*tables["offices"], *(f"{key}-minister" for key in tables["portfolios"]), "prosecutor"}
    bodies = {*tables["bodies"], *(f"{key}-ministry" for key in tables["portfolios"])}
    for entry in world.entries.values():
        if entry.body and entry.body not in bodies:
            yield f"{entry.where}: '{entry.body}' is no body of languages/ar/actors.toml"
        for tenure in entry.offices:
            if tenure.office not in known:
                yield f"{entry.where}: '{tenure.office}' is no office of languages/ar/actors.toml"
            of = tenure.of
            ministry = of.rpartition("-")[0] in bodies and of.rpartition("-")[2] in world.states
            if of not in world.states and of not in world.entries and not ministry:
                yield f"{entry.where}: '{of}' is neither a country nor an organisation of the world data"


def _scripts(world: World) -> Iterator[str]:
    for entry in world.entries.values():
        for name in entry.ar:
            if not _ARABIC.search(name.text):
                yield f"{entry.where}: '{name.text}' stands among the Arabic names and is not Arabic"
        for name in entry.en:
            if _ARABIC.search(name.text) or not (_LATIN.search(name.text)):
                yield f"{entry.where}: '{name.text}' stands among the English names and is not English"
        if entry.actor.country and entry.actor.country.lower() not in world.states:
            yield f"{entry.where}: '{entry.actor.country}' is no country of states.txt"


def _shared_names(world: World) -> Iterator[str]:
    bearers: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in world.entries.values():
        for words in {fold_phrase(name.text) for name in (*entry.ar, *entry.en) if not name.alone}:
            bearers[words].append(entry)
    for words, entries in bearers.items():
        if (
            len(entries) > 1
            and len({e.actor.country for e in entries}) < len(entries)
            and entries[0].type != "person"
        ):
            where = ", ".join(f"{entry.actor.id} ({entry.where})" for entry in entries)
            yield f"'{' '.join(words)}' names more than one: {where}"


def _adjectives(world: World) -> Iterator[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for state in world.states.values():
        for word in (*state.adjectives_ar, *state.plurals_ar, *state.adjectives_en, *state.plurals_en):
            owners[" ".join(fold_phrase(word))].add(state.code)
    for word, codes in owners.items():
        if len(codes) > 1:
            yield f"states.txt: the adjective '{word}' belongs to {', '.join(sorted(codes))}"


def _alone(world: World) -> Iterator[str]:
    """Surnames believed alone that are common words."""
    names = load("ar", "actor_names")
    common = {
        " ".join(fold_phrase(word))
        for text in (*names["given"].values(), *names["common"].values())
        for word in text.split()
    }
    for entry in world.entries.values():
        for name in entry.ar:
            if name.alone and " ".join(fold_phrase(name.text)) in common:
                yield f"{entry.where}: '*{name.text}' is also a common word or a given name; take the star away"
