"""Joins rows that mean one place: what was written by hand leads, the package's town adds its facts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extract.gazetteer.rows import Row, distance_km, readable_id, town_radius
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAME_TOWN_KM = 60.0
_DOUBLE_KM = 12.0
# A town's quarter or camp keeps its own point; only towns proper are the package's towns.
_MERGED = frozenset({"city", "town"})


def merged(by_hand: Iterable[Row], packaged: Iterable[Row]) -> list[Row]:
    """All rows, each town once, each with an id of its own."""
    towns = list(packaged)
    by_name: defaultdict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
    for town in towns:
        for name in (*town.names_ar, *town.names_en, *town.alternates):
            by_name[town.country, fold_phrase(name)].append(town)
    taken: set[int] = set()
    rows = []
    for row in by_hand:
        twins = _twins(row, by_name, taken) if row.kind in _MERGED else []
        if twins:
            taken.update(id(twin) for twin in twins)
            _adopt(row, twins)
        rows.append(row)
    rows += [town for town in towns if id(town) not in taken]
    name_ids(rows)
    return rows


def _twins(
    row: Row, by_name: defaultdict[tuple[str, tuple[str, ...]], list[Row]], taken: set[int]
) -> list[Row]:
    """The package's town of this name, largest first, and its doubles close by."""
    near = {
        id(town): town
        for name in (*row.names_ar, *row.names_en)
        for town in by_name.get((row.country, fold_phrase(name)), ())
        if id(town) not in taken and distance_km(row.lat, row.lon, town.lat, town.lon) < _SAME_TOWN_KM
    }
    ranked = sorted(near.values(), key=lambda town: -town.population)
    first = ranked[:1]
    return first + [
        town
        for town in ranked[1:]
        if distance_km(first[0].lat, first[0].lon, town.lat, town.lon) < _DOUBLE_KM
    ]


def _adopt(row: Row, twins: list[Row]) -> None:
    """The town's exact point and people, its names behind those written by hand."""
    town = twins[0]
    row.lat, row.lon = town.lat, town.lon
    row.population, row.admin = town.population, row.admin or town.admin
    row.radius_km = max(row.radius_km, town_radius(town.population))
    for twin in twins:
        row.names_ar = list(dict.fromkeys([*row.names_ar, *twin.names_ar]))
        row.names_en = list(dict.fromkeys([*row.names_en, *twin.names_en]))
        row.capital = row.capital or twin.capital
        row.alternates = [*row.alternates, *twin.alternates]


def name_ids(rows: list[Row]) -> None:
    """Readable ids; the larger place keeps the plain one, others say their division or number."""
    used = {row.id for row in rows if row.id}
    for row in sorted(rows, key=lambda row: (not row.by_hand, -row.population)):
        if row.id:
            continue
        stem = readable_id(row)
        choices = [stem, f"{stem}-{row.admin.lower()}", f"{stem}-{row.country.lower()}"]
        choice = next((choice for choice in choices if choice not in used), "")
        number = 2
        while not choice:
            numbered = f"{stem}-{number}"
            choice = "" if numbered in used else numbered
            number += 1
        used.add(choice)
        row.id = choice
