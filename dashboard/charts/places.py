"""Places as plotly's traces. Each trace is always there, empty or not, so that a change redraws in place."""

from __future__ import annotations

from math import cos, radians, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard import telling
from dashboard.charts.basemap import FONT, country_points, paint, url
from dashboard.charts.circle import dashes, ring
from dashboard.charts.drawing import plain
from dashboard.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dashboard.queries import Row

# Kinds of places that are points at any zoom; every other kind is an area as wide as its radius says.
POINTS = frozenset(
    {"city", "town", "quarter", "camp", "crossing", "airport", "port"}
    | {"base", "holy_place", "dam", "field", "seat", "site"}
)
LARGEST, SMALLEST = 38.0, 13.0  # pixels across
SIZES = 4  # traces of names, see `_Places.names`
MANY = 9  # events: with fewer everywhere, no circle is as large as it can be
NAMED = 200  # points at most, those with the most events: there is no room for more names
TEXT = 12  # pixels
BESIDE = 20.0  # pixels: the name of a smaller area would cover it
EQUATOR, TILE = 40_075_017.0, 512.0  # metres, and the pixels that they fill at zoom 0
FAINT = 0.25  # of the colour, for places that the reader has not picked

Trace = dict[str, Any]


class Look(NamedTuple):
    """How the places are shown: in which language and colours, and at which zoom the map opens."""

    lang: str
    theme: str
    assets: str
    zoom: float


def traces(places: Sequence[Row], picked: Collection[str], look: Look) -> list[Trace]:
    """All of the places, from the widest below to the points and figures on top."""
    of = _Places(places, picked, look)
    countries = of.areas(of.countries, url(look.assets, "countries"), below="borders")
    circles = of.areas(of.circles, of.rings(), below="seas")
    return [
        countries,
        circles,
        of.outlines(),
        *of.area_names(),
        of.halos(),
        of.points(),
        *of.names(),
        of.figures(),
    ]


class _Places:
    """The places of one map, by the way they are drawn."""

    def __init__(self, places: Sequence[Row], picked: Collection[str], look: Look) -> None:
        self.picked, self.lang, self.theme, self.zoom = frozenset(picked), look.lang, look.theme, look.zoom
        self.most = max([MANY, *(place["events"] for place in places)])
        located = [place for place in places if place["lat"] is not None and place["lon"] is not None]
        wide = [place for place in located if place["kind"] not in POINTS]
        self.towns = [place for place in located if place["kind"] in POINTS]
        self.countries = [p for p in wide if p["kind"] == "country" and p["id"] in country_points()]
        known = {place["id"] for place in self.countries}
        self.circles = [place for place in wide if place["id"] not in known and place["radius_km"]]
        self.circles.sort(key=lambda place: -place["radius_km"])  # so that the narrow ones can be picked

    def colour(self, name: str) -> str:
        return paint(name, self.theme)

    def areas(self, places: list[Row], geojson: str | dict[str, Any], *, below: str) -> Trace:
        line = {
            "width": [2.5 if place["id"] in self.picked else 0.8 for place in places],
            "color": [self.colour("picked" if place["id"] in self.picked else "event") for place in places],
        }
        return {
            "type": "choroplethmap",
            "geojson": geojson,
            "featureidkey": "properties.id",
            "below": below,
            "locations": [place["id"] for place in places],
            "z": [place["events"] for place in places],
            "zmin": 0,
            "zmax": self.most,
            "colorscale": [[0, self.colour("tint")], [1, self.colour("event")]],
            "showscale": False,
            "marker": {
                "opacity": [self.strength(place) * self.thickness(place) for place in places],
                "line": line,
            },
            **self.told(places),
        }

    def rings(self) -> dict[str, Any]:
        """The regions as GeoJSON, each as wide as its radius."""
        features = [
            {
                "type": "Feature",
                "properties": {"id": place["id"]},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [ring(place["lat"], place["lon"], place["radius_km"])],
                },
            }
            for place in self.circles
        ]
        return {"type": "FeatureCollection", "features": features}

    def outlines(self) -> Trace:
        """Dashes, for a circle says "somewhere in here" and is no border."""
        points = [p for c in self.circles for p in dashes(c["lat"], c["lon"], c["radius_km"])]
        return {
            **_scatter([]),
            "lon": [lon for lon, _ in points],
            "lat": [lat for _, lat in points],
            "mode": "lines",
            "line": {"color": self.colour("event"), "width": 1.6},
            "hoverinfo": "skip",
        }

    def area_names(self) -> list[Trace]:
        """An area has no point to count at: the figure stands below its name, beside it where it is small."""
        named = [{**place, **country_points()[place["id"]]} for place in self.countries] + self.circles
        small = [place for place in named if self.pixels(place) < BESIDE]
        wide = [place for place in named if self.pixels(place) >= BESIDE]
        side = "middle left" if self.lang == "ar" else "middle right"
        return [self.area_text(wide, "middle center"), self.area_text(small, side)]

    def area_text(self, places: list[Row], position: str) -> Trace:
        texts = [f"{telling.name(place, self.lang)}<br>{place['events']}" for place in places]
        text = {**self.text(places, texts, "event"), "textposition": position}
        # Markers that are not seen, as in `below`: half a letter and a hundredth of their size away.
        return {**text, "mode": "markers+text", "marker": {"size": 50, "opacity": 0}}

    def pixels(self, place: Row) -> float:
        """How far an area reaches on the screen when the map opens."""
        metres = EQUATOR / TILE * cos(radians(place["lat"])) / 2**self.zoom
        return float(place["radius_km"] or 0.0) * 1000 / metres

    def halos(self) -> Trace:
        """What sets a point off from the land, and a picked one from the others."""
        picked = [place["id"] in self.picked for place in self.towns]
        marker = {
            "size": [
                self.size(p) + (7 if is_picked else 3)
                for p, is_picked in zip(self.towns, picked, strict=True)
            ],
            "color": [self.colour("picked" if is_picked else "halo") for is_picked in picked]
            if self.picked
            else self.colour("halo"),
            "opacity": self.strengths(),
        }
        return {**_scatter(self.towns), "mode": "markers", "marker": marker, "hoverinfo": "skip"}

    def points(self) -> Trace:
        """The area of a circle tells how many events a place holds."""
        marker = {
            "size": [self.size(place) for place in self.towns],
            "color": self.colour("event"),
            "opacity": self.strengths(),
        }
        return {**_scatter(self.towns), "mode": "markers", "marker": marker, **self.told(self.towns)}

    def names(self) -> list[Trace]:
        """The names below the points: one trace for each range of sizes, as plotly sets off a whole trace."""
        step = (LARGEST - SMALLEST) / SIZES
        ranges: list[list[Row]] = [[] for _ in range(SIZES)]
        for place in self.towns[:NAMED]:
            ranges[min(SIZES - 1, int((self.size(place) - SMALLEST) / step))].append(place)
        return [
            self.below(places, (SMALLEST + step * (number + 1)) / 2) for number, places in enumerate(ranges)
        ]

    def below(self, places: list[Row], radius: float) -> Trace:
        """Names `radius` pixels below their points.

        Plotly reckons the distance, in letters, as 1.5 + size / 100 of markers: these are not seen.
        """
        size = 100 * ((radius + TEXT * 1.5) / TEXT - 1.5)
        return {
            **_scatter(places),
            "mode": "markers+text",
            "marker": {"size": max(1.0, size), "opacity": 0},
            "text": [telling.name(place, self.lang) for place in places],
            "textposition": "bottom center",
            "textfont": {"size": TEXT, "color": self.colour("town"), "family": FONT[0]},
            "hoverinfo": "skip",
        }

    def figures(self) -> Trace:
        """How many events a point holds, where there is more than one."""
        texts = [str(place["events"]) if place["events"] > 1 else "" for place in self.towns]
        return self.text(self.towns, texts, "figure")

    def text(self, places: list[Row], texts: list[str], colour: str) -> Trace:
        return {
            **_scatter(places),
            "mode": "text",
            "text": texts,
            "textposition": "middle center",
            "textfont": {"size": TEXT, "color": self.colour(colour), "family": FONT[0]},
            "hoverinfo": "skip",
        }

    def told(self, places: list[Row]) -> dict[str, Any]:
        """What a hover says, and the id that a click hands over."""
        texts = [
            f"<b>{self.isolated(telling.name(place, self.lang))}</b><br>"
            + self.isolated(counted(self.lang, "count.events", place["events"]))
            for place in places
        ]
        return {
            "customdata": [place["id"] for place in places],
            "hovertext": texts,
            "hovertemplate": "%{hovertext}<extra></extra>",
        }

    def isolated(self, text: str) -> str:
        return telling.isolated(plain(text), self.lang)

    def strengths(self) -> list[float] | float:
        return [self.strength(place) for place in self.towns] if self.picked else 1.0

    def strength(self, place: Row) -> float:
        return 1.0 if not self.picked or place["id"] in self.picked else FAINT

    def thickness(self, place: Row) -> float:
        """The wider an area, the fainter: half a continent must not hide the country in it."""
        if self.pixels(place) < BESIDE:
            return 0.85
        return 0.55 if place["kind"] == "country" else float(0.45 * min(1.0, 400 / place["radius_km"]))

    def size(self, place: Row) -> float:
        return round(max(SMALLEST, LARGEST * sqrt(place["events"] / self.most)), 1)


def _scatter(places: Sequence[Row]) -> Trace:
    return {
        "type": "scattermap",
        "lat": [round(place["lat"], 3) for place in places],
        "lon": [round(place["lon"], 3) for place in places],
        "below": "",
    }
