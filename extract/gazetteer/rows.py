"""One row of world data, as the sources give it and as the index keeps it."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field

# The order is kept in the index as a number: add new kinds at the end only, and raise FORMAT in build.py.
KINDS = (
    "country", "continent", "region", "governorate", "city", "town", "quarter", "camp", "crossing",
    "strait", "sea", "river", "lake", "island", "airport", "port", "base", "holy_place", "dam",
    "field", "zone", "front", "mountain", "desert", "valley", "seat", "site", "canal", "road", "ocean",
)  # fmt: skip
TOWNS = frozenset({"city", "town", "quarter", "camp"})
# More people than any place has: a user's own place wins over every other of its name.
OWN = 4_000_000_000
AREAS = frozenset({"country", "governorate", "region", "zone", "island", "continent"})

_EARTH_KM = 6371.0
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Row:
    """A place with all its names; the first Arabic and the first English one are shown."""

    kind: str
    country: str
    lat: float
    lon: float
    radius_km: float
    names_ar: list[str]
    names_en: list[str]
    alternates: list[str] = field(default_factory=list)
    population: int = 0
    admin: str = ""  # GeoNames' code of the first division ("TX")
    by_hand: bool = False
    capital: bool = False
    id: str = ""


def plain(name: str) -> str:
    """Latin letters without their marks, other scripts as they are."""
    if name.isascii():
        return name
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def slug(name: str) -> str:
    return _NOT_WORD.sub("-", plain(name).casefold().replace("'", "").replace("’", "")).strip("-")


def readable_id(row: Row) -> str:
    """`il` for a country, `gaza-strip` for an area, `gaza-city-ps` for a town."""
    if row.kind == "country":
        return row.country.lower()
    stem = slug(row.names_en[0]) if row.names_en else ""
    if not stem:
        stem = f"{row.kind}-{row.lat:.2f}-{row.lon:.2f}".replace(".", "-")
    return f"{stem}-{row.country.lower()}" if row.kind in TOWNS and row.country else stem


def town_radius(population: int) -> float:
    """How far a town of so many people reaches, in km: a rule of thumb, 7 km for a million."""
    return round(max(1.0, 0.007 * math.sqrt(population)), 1)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((a - b) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon - other_lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
