"""Keeps the precision told: the north of an area, a point some kilometres from a town."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.places.words import DIRECTIONS, stem_in, words

if TYPE_CHECKING:
    from extract.model import Place
    from extract.places.mentions import Mention, Page
    from extract.places.words import Words

_KM_A_DEGREE = 111.2
_AREAS = frozenset({"country", "governorate", "region", "zone", "island", "quarter"})
_SHIFT = 0.5  # of the radius
_SHIFT_KM = 150.0
_PART = 0.6
_DOUBT = 0.2
_GOVERNORATE_KM = 50.0
_FARTHEST_KM = 500.0


def exact(page: Page, mention: Mention, place: Place) -> tuple[Place, str]:
    """`place` as exactly as its words tell, and the rule that told it."""
    known = words("ar" if mention.arabic else "en")
    if place.kind in {"city", "town"} and "governorate" in mention.cues and "city" not in mention.cues:
        place = replace(
            place, id=f"{place.id}-area", kind="governorate", radius_km=max(place.radius_km, _GOVERNORATE_KM)
        )
    at = _direction_before(page, mention, known)
    if at is None:
        return _around(page, mention, place, known)
    number, way = at
    far = _distance_before(page, number, known)
    if far and way != "centre":
        return _point(place, way, far), "distance"
    if place.kind in _AREAS:
        return _part(place, way), "part"
    return place, "name"


def _around(page: Page, mention: Mention, place: Place, known: Words) -> tuple[Place, str]:
    """A distance with no direction, "على بعد 15 كم من تكريت", is a circle around the place."""
    of = page.word(mention.first - 1)
    far = _distance_before(page, mention.first - 1, known) if of in {"من", "عن", "from"} else 0.0
    if not far:
        return place, "name"
    return replace(place, radius_km=round(place.radius_km + far, 1)), "distance"


def _direction_before(page: Page, mention: Mention, known: Words) -> tuple[int, str] | None:
    """The word that tells the direction, right before the name or behind "of"."""
    number = mention.first - 1
    if mention.clitics and mention.clitics[-1] != "ل":
        return None
    for _ in range(3):
        if number < 0 or "\n" in page.text[page.ends[number] : mention.start]:
            return None
        way = known.directions.get(stem_in(page.folded[number], known.directions), "")
        if way:
            return _doubled(page, number, way, known)
        if page.folded[number] not in known.of and page.folded[number] != "the":
            return None
        number -= 1
    return None


def _doubled(page: Page, number: int, way: str, known: Words) -> tuple[int, str]:
    """As in "شمال شرق": two words are one direction."""
    first = known.directions.get(stem_in(page.word(number - 1), known.directions), "") if number else ""
    return (number - 1, first + way) if first + way in DIRECTIONS and first else (number, way)


def _distance_before(page: Page, number: int, known: Words) -> float:
    """Kilometres told before the direction: "30 كيلومترا غرب", "20 miles north"."""
    unit = known.units.get(page.word(number - 1), 0.0)
    amount = page.word(number - 2)
    if not unit or not amount.isdecimal():
        return 0.0
    whole = float(amount)
    if page.word(number - 3) in {".", ",", "٫"} and page.word(number - 4).isdecimal():
        whole = float(f"{page.word(number - 4)}.{amount}")
    far = whole * unit
    return far if far <= _FARTHEST_KM else 0.0


def _moved(place: Place, way: str, far: float) -> tuple[float, float]:
    angle = math.radians(DIRECTIONS[way][0])
    lat = place.lat + far * math.cos(angle) / _KM_A_DEGREE
    lon = place.lon + far * math.sin(angle) / (_KM_A_DEGREE * max(0.1, math.cos(math.radians(place.lat))))
    return round(max(-90.0, min(90.0, lat)), 5), round((lon + 180) % 360 - 180, 5)


def _point(place: Place, way: str, far: float) -> Place:
    lat, lon = _moved(place, way, far)
    _, arabic, english = DIRECTIONS[way]
    shown = f"{far:g}"
    return replace(
        place,
        id=f"{place.id}-{shown.replace('.', '-')}km-{way}",
        name_ar=f"{shown} كم {arabic} {place.name_ar}",
        name_en=f"{shown} km {english.removesuffix('ern')} of {place.name_en}",
        lat=lat,
        lon=lon,
        kind="point",
        radius_km=round(max(2.0, _DOUBT * far) + place.radius_km, 1),
    )


def _part(place: Place, way: str) -> Place:
    lat, lon = place.lat, place.lon
    if way != "centre":
        lat, lon = _moved(place, way, min(_SHIFT * place.radius_km, _SHIFT_KM))
    _, arabic, english = DIRECTIONS[way]
    return replace(
        place,
        id=f"{place.id}-{way}",
        name_ar=f"{arabic} {place.name_ar}",
        name_en=f"{english} {place.name_en}",
        lat=lat,
        lon=lon,
        kind="region" if place.kind == "country" else place.kind,
        radius_km=round(_PART * place.radius_km, 1),
    )
