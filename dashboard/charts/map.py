"""Where: a town is a point, a country its own area, a region a dashed circle; what is wide gets no pin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard import queries, telling
from dashboard.charts import basemap, drawing
from dashboard.charts.frame import frame
from dashboard.charts.places import Look, traces
from dashboard.filters import Box, without
from dashboard.words import number, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.filters import Filters
    from dashboard.queries import Row
    from extract.store import Store

HEIGHT = 440
MOST = 3000  # places drawn, those with the most events: what a browser moves at ease
FEW, MANY = 10, 16  # lines that there is room for
NARROW, WIDE = (250.0, 220.0), (520.0, 320.0)  # pixels that places may fill, across and down


@dataclass(frozen=True, slots=True)
class Rows:
    """Places with how many events they hold, and how many events tell no place."""

    places: list[Row]
    unplaced: int
    filters: Filters

    @property
    def left_out(self) -> int:
        """How many places are not drawn, for there are too many."""
        return max(0, len(self.places) - MOST)


def rows(store: Store, filters: Filters) -> Rows:
    """Every place under the other filters: what is picked on the map does not remove the rest."""
    others = without(without(filters, "places"), "bbox")
    return Rows(queries.places(store, others), queries.unplaced(store, others), filters)


def figure(
    of: Rows, lang: str, theme: str = "light", *, narrow: bool = False, assets: str = "/assets/"
) -> dict[str, Any]:
    """Plotly's figure of the places; the part of the world shown is kept once the reader has moved it."""
    named = [{**place, **basemap.country_points().get(place["id"], {})} for place in of.places]
    chosen = [place for place in named if place["id"] in of.filters.places]
    lat, lon, zoom = of.filters.map or frame(chosen or named, NARROW if narrow else WIDE)
    return {
        "data": traces(of.places[:MOST], of.filters.places, Look(lang, theme, assets, zoom)),
        "layout": drawing.layout(
            theme,
            HEIGHT,
            map={
                "style": basemap.style(assets, lang, theme),
                "center": {"lat": lat, "lon": lon},
                "zoom": zoom,
            },
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            dragmode="pan",
            clickmode="event",
            uirevision="map",
        ),
    }


def list_of_places(of: Rows, lang: str, theme: str = "light", *, narrow: bool = False) -> dict[str, Any]:
    """The figure for a browser that can draw no map: the places that hold most, in words."""
    lines = [
        drawing.plain(f"{telling.name(place, lang)}: {number(place['events'])}")
        for place in of.places[: FEW if narrow else MANY]
    ]
    text = "<br>".join(telling.isolated(line, lang) for line in [word(lang, "map.flat"), "", *lines])
    side = 1 if lang == "ar" else 0
    said = {"text": text, "showarrow": False, "xref": "paper", "yref": "paper", "x": side, "y": 1}
    hidden = {"visible": False}
    return {
        "data": [],
        "layout": drawing.layout(theme, HEIGHT, annotations=[said], xaxis=hidden, yaxis=hidden),
    }


def picked(selection: Mapping[str, Any] | None, filters: Filters) -> Filters:
    """The filters after a click on a place (once more lets it go) or after a box was drawn."""
    corners = ((selection or {}).get("range") or {}).get("map")
    if corners:
        return replace(filters, bbox=_box(*corners[0], *corners[1]), page=1)
    told = (point.get("customdata") for point in (selection or {}).get("points", []))
    chosen = next((place for place in told if isinstance(place, str)), "")
    if not chosen:
        return filters
    kept = tuple(place for place in filters.places if place != chosen)
    return replace(filters, places=kept if chosen in filters.places else (*kept, chosen), page=1)


def _box(x1: float, y1: float, x2: float, y2: float) -> Box:
    """The box between two corners, in whichever order they were drawn."""
    west, east = (_turned(x) for x in sorted((x1, x2)))
    south, north = sorted((y1, y2))
    return Box(*(round(side, 4) for side in (west, south, east, north)))


def _turned(degrees: float) -> float:
    """A longitude that the reader reached by going round the world, between -180 and 180."""
    return degrees if -180 <= degrees <= 180 else (degrees + 180) % 360 - 180  # noqa: PLR2004
