"""Circles on the globe, as rings of [longitude, latitude] for GeoJSON."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EARTH_KM = 6371.0
NORTH = 85.0  # the map of the page ends here
STEPS = 72


def ring(lat: float, lon: float, radius_km: float) -> list[list[float]]:
    """All points `radius_km` away, the first one again at the end."""
    return [_point(lat, lon, radius_km, step) for step in range(STEPS)] + [_point(lat, lon, radius_km, 0)]


def dashes(lat: float, lon: float, radius_km: float) -> Iterator[tuple[float | None, float | None]]:
    """The ring with every other step left out, for a line that ends at (None, None)."""
    around = ring(lat, lon, radius_km)
    for step in range(0, STEPS, 2):
        yield from ((x, y) for x, y in around[step : step + 2])
        yield None, None


def _point(lat: float, lon: float, radius_km: float, step: int) -> list[float]:
    angle, bearing = radius_km / EARTH_KM, radians(360 * step / STEPS)
    here = radians(lat)
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(bearing))
    turned = atan2(sin(bearing) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return [round(lon + degrees(turned), 3), round(max(-NORTH, min(NORTH, degrees(there))), 3)]
