"""The map below the events: a MapLibre style of our own files, so that no other host is asked.

It names no `glyphs`: labels are then drawn with the fonts of the page, and Arabic comes out shaped.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.palette import colour

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parents[1] / "assets" / "basemap"


CREDIT = "Natural Earth · GeoNames CC BY 4.0"
FONT = ["Noto Sans Arabic", "Segoe UI", "Tahoma", "DejaVu Sans", "sans-serif"]


def paint(name: str, theme: str) -> str:
    """A colour of the map by its name in assets/colours.css, without "map-"."""
    return colour(f"map-{name}", theme)


@lru_cache(maxsize=1)
def country_points() -> Mapping[str, Mapping[str, float]]:
    """The countries whose area the basemap knows, and where it writes their names."""
    areas, labels = (
        json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
        for name in ("countries", "labels")
    )
    known = {area["properties"]["id"] for area in areas if area["geometry"]["coordinates"]}
    points = {label["properties"].get("id"): label["geometry"]["coordinates"] for label in labels}
    return {id_: {"lat": lat, "lon": lon} for id_, (lon, lat) in points.items() if id_ in known}


@lru_cache(maxsize=1)
def version() -> str:
    """Changes whenever a file of the basemap does, so that browsers may keep the files for ever."""
    digest = sha256()
    for file in sorted(FOLDER.glob("*.geojson")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def url(assets: str, name: str) -> str:
    """Where the browser finds a layer of the basemap."""
    return f"{assets}basemap/{name}.geojson?v={version()}"


def style(assets: str, language: str, theme: str) -> dict[str, Any]:
    """The style for one language and theme; `assets` is the URL of the assets, with its slash."""
    sources = {
        name: {"type": "geojson", "data": url(assets, name)} for name in ("countries", "borders", "labels")
    }
    sources["labels"]["attribution"] = CREDIT
    return {
        "version": 8,
        "name": f"{language}-{theme}",
        "sources": sources,
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": paint("sea", theme)}},
            {
                "id": "land",
                "type": "fill",
                "source": "countries",
                "paint": {"fill-color": paint("land", theme)},
            },
            _border("borders", paint("border", theme), disputed=False),
            _border("disputed", paint("disputed", theme), disputed=True),
            _names("seas", "sea", language, paint("water", theme), paint("halo", theme)),
            _names("cities", "city", language, paint("town", theme), paint("halo", theme)),
            _names("names", "country", language, paint("country", theme), paint("halo", theme)),
        ],
    }


def _border(name: str, colour: str, *, disputed: bool) -> dict[str, Any]:
    width = ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.4]
    dash = {"line-dasharray": [3, 2]} if disputed else {}
    return {
        "id": name,
        "type": "line",
        "source": "borders",
        "filter": ["==", ["get", "disputed"], disputed],
        "paint": {"line-color": colour, "line-width": width} | dash,
    }


_SIZES = {"sea": (10, 13), "city": (10, 13), "country": (10, 16)}


def _names(name: str, kind: str, language: str, colour: str, halo: str) -> dict[str, Any]:
    """Labels of one kind, each from the zoom at which there is room for it."""
    small, large = _SIZES[kind]
    return {
        "id": name,
        "type": "symbol",
        "source": "labels",
        "filter": ["all", ["==", ["get", "kind"], kind], ["<=", ["get", "from"], ["zoom"]]],
        "layout": {
            "text-field": ["get", language],
            "text-font": FONT,
            "text-size": ["interpolate", ["linear"], ["zoom"], 2, small, 7, large],
            "symbol-sort-key": ["get", "rank"],
            "text-max-width": 7,
            "text-padding": 6,
            "text-letter-spacing": 0.05 if kind == "sea" and language == "en" else 0,
        },
        "paint": {"text-color": colour, "text-halo-color": halo, "text-halo-width": 1.2},
    }
