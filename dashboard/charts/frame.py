"""Where the map looks so that all places are in view."""

from __future__ import annotations

from math import atan, degrees, log, log2, pi, radians, sinh, tan
from typing import TYPE_CHECKING, Any

from dashboard.filters import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORLD = View(25.0, 35.0, 1.6)  # with nothing to show: the Arab world in the middle
TILE = 512.0  # pixels of the whole world at zoom 0
CLOSEST, FARTHEST = 7.0, 0.8
WIDE_KM = 1200.0  # wider regions are seen in part, and of wider countries the part around their name
NAME_KM = 200.0
DEGREE_KM = 111.2


def frame(places: Sequence[Mapping[str, Any]], pixels: tuple[float, float] = (360.0, 360.0)) -> View:
    """The middle of the places and the zoom that shows them within so many pixels, with the area around each."""
    located = [place for place in places if place["lat"] is not None]
    if not located:
        return WORLD
    told = [place for place in located if place["kind"] == "country" or _reach(place) < WIDE_KM] or located
    reach = [_reach(place) / DEGREE_KM for place in told]
    xs = [place["lon"] + side * r for place, r in zip(told, reach, strict=True) for side in (-1, 1)]
    ys = [
        _mercator(place["lat"] + side * r) for place, r in zip(told, reach, strict=True) for side in (-1, 1)
    ]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    turns = max(wide / 360 / pixels[0], high / (2 * pi) / pixels[1], 1e-9)
    zoom = min(CLOSEST, max(FARTHEST, -log2(TILE * turns)))
    lat = degrees(atan(sinh((max(ys) + min(ys)) / 2)))
    return View(round(lat, 4), round((max(xs) + min(xs)) / 2, 4), round(zoom, 2))


def _reach(place: Mapping[str, Any]) -> float:
    """How far around its point a place is to be seen."""
    radius = float(place["radius_km"] or 0.0)
    return NAME_KM if place["kind"] == "country" and radius > WIDE_KM else min(radius, WIDE_KM)


def _mercator(lat: float) -> float:
    angle = radians(max(-85.0, min(85.0, lat)))
    return log(tan(pi / 4 + angle / 2))
