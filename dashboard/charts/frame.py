"""Where the map looks so that all places are in view."""

from __future__ import annotations

from math import atan, degrees, log, log2, pi, radians, sinh, tan
from typing import TYPE_CHECKING, Any

from dashboard.filters import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORLD = View(25.0, 35.0, 1.6)  # with nothing to show: the Arab world in the middle
TILE = 512.0  # pixels of the whole world at zoom 0
CLOSEST = 7.0
WIDE_KM = 1200.0  # wider areas are seen in part: Russia must not carry the reader off to Siberia
DEGREE_KM = 111.2


def frame(places: Sequence[Mapping[str, Any]], pixels: float = 360.0) -> View:
    """The middle of the places and the zoom that shows them within so many pixels, with the area around each."""
    everywhere = [place for place in places if place["lat"] is not None]
    if not everywhere:
        return WORLD
    located = [place for place in everywhere if (place["radius_km"] or 0.0) <= WIDE_KM] or everywhere
    reach = [min(place["radius_km"] or 0.0, WIDE_KM) / DEGREE_KM for place in located]
    xs = [place["lon"] + side * r for place, r in zip(located, reach, strict=True) for side in (-1, 1)]
    ys = [
        _mercator(place["lat"] + side * r)
        for place, r in zip(located, reach, strict=True)
        for side in (-1, 1)
    ]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    share = max(wide / 360, high / (2 * pi), 1e-6)
    zoom = min(CLOSEST, max(0.8, log2(pixels / TILE / share)))
    lat = degrees(atan(sinh((max(ys) + min(ys)) / 2)))
    return View(round(lat, 4), round((max(xs) + min(xs)) / 2, 4), round(zoom, 2))


def _mercator(lat: float) -> float:
    angle = radians(max(-85.0, min(85.0, lat)))
    return log(tan(pi / 4 + angle / 2))
