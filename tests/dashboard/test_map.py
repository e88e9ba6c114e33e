from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dashboard.charts import map as map_
from dashboard.charts.basemap import FOLDER, country_points, style
from dashboard.charts.circle import ring
from dashboard.charts.frame import WORLD, frame
from dashboard.charts.places import LARGEST, SMALLEST
from dashboard.filters import Box, Filters

if TYPE_CHECKING:
    from extract.store import Store


def drawn(figure: dict) -> dict[str, str]:
    """For each place of a figure: the kind of trace that draws it."""
    told = {}
    for trace in figure["data"]:
        if "customdata" in trace:
            kind = trace["type"] if isinstance(trace.get("geojson"), (str, type(None))) else "circle"
            told |= dict.fromkeys(trace["customdata"], kind)
    return told


def test_a_place_is_drawn_as_wide_as_it_is(store: Store) -> None:
    figure = map_.figure(map_.rows(store, Filters()), "ar")
    assert drawn(figure) == {
        "il": "choroplethmap",
        "cn": "choroplethmap",
        "jo": "choroplethmap",
        "gaza-strip": "circle",
        "rafah-crossing": "scattermap",
        "jabalia-camp": "scattermap",
        "cairo-eg": "scattermap",
    }


def test_no_event_lies_at_zero(store: Store) -> None:
    figure = map_.figure(map_.rows(store, Filters()), "en")
    for trace in figure["data"]:
        assert (0, 0) not in set(zip(trace.get("lat", []), trace.get("lon", []), strict=True))


def test_events_with_no_place_are_counted(store: Store) -> None:
    rows = map_.rows(store, Filters())
    placed = sum(place["events"] for place in rows.places)
    assert (placed, rows.unplaced) == (8, 6)


def test_a_picked_place_leaves_the_others_in_sight(store: Store) -> None:
    rows = map_.rows(store, Filters(places=("il",)))
    assert {place["id"] for place in rows.places} == {
        place["id"] for place in map_.rows(store, Filters()).places
    }


def test_the_other_filters_choose_the_places(store: Store) -> None:
    rows = map_.rows(store, Filters(actors=("vladimir-putin",)))
    assert [place["id"] for place in rows.places] == ["cn"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_to_show_draws_the_world(empty_store: Store, lang: str, theme: str) -> None:
    figure = map_.figure(map_.rows(empty_store, Filters()), lang, theme)
    assert figure["layout"]["map"]["zoom"] == WORLD.zoom
    assert len(figure["data"]) == len(map_.figure(map_.Rows([], 0, Filters()), lang)["data"])


@pytest.mark.parametrize(
    ("selection", "places"),
    [
        ({"points": [{"customdata": "il"}]}, ("jo", "il")),
        ({"points": [{"customdata": "jo"}]}, ()),
        ({"points": [{}]}, ("jo",)),
        ({"points": []}, ("jo",)),
        (None, ("jo",)),
    ],
)
def test_a_click_picks_a_place_and_lets_it_go(selection: dict | None, places: tuple[str, ...]) -> None:
    assert map_.picked(selection, Filters(places=("jo",))).places == places


@pytest.mark.parametrize(
    ("corners", "box"),
    [
        ([[30, 40], [50, 20]], Box(30, 20, 50, 40)),
        ([[50, 20], [30, 40]], Box(30, 20, 50, 40)),
        ([[170, 10], [190, -10]], Box(170, -10, -170, 10)),
    ],
)
def test_a_box_is_the_same_whichever_way_it_is_drawn(corners: list[list[float]], box: Box) -> None:
    picked = map_.picked({"range": {"map": corners}}, Filters(page=3))
    assert (picked.bbox, picked.page) == (box, 1)


def test_the_area_of_a_circle_tells_the_number() -> None:
    place = {
        "name_ar": "",
        "name_en": "x",
        "lat": 1.0,
        "lon": 1.0,
        "kind": "city",
        "radius_km": 1.0,
        "country": "",
    }
    rows = [
        {**place, "id": "many", "events": 16},
        {**place, "id": "few", "events": 4},
        {**place, "id": "one", "events": 1},
    ]
    figure = map_.figure(map_.Rows(rows, 0, Filters()), "en")
    (points,) = (trace for trace in figure["data"] if trace.get("customdata") == ["many", "few", "one"])
    assert points["marker"]["size"] == [LARGEST, LARGEST / 2, SMALLEST]


def test_a_map_of_very_many_places_stays_light_and_says_what_is_left_out() -> None:
    town = {"name_ar": "مدينة", "name_en": "A town", "kind": "town", "radius_km": 3.0, "country": "XX"}
    places = [
        {
            **town,
            "id": f"town-{i}-xx",
            "lat": i % 97 - 48 + i / 7919,
            "lon": i % 331 - 165 + i / 7907,
            "events": 1 + 9000 // (i + 1),
        }
        for i in range(map_.MOST + 5)
    ]
    rows = map_.Rows(places, 0, Filters())
    answer = json.dumps(map_.figure(rows, "ar"), ensure_ascii=False).encode()
    assert len(gzip.compress(answer)) < 200_000
    assert rows.left_out == 5


def test_names_cannot_bring_markup() -> None:
    place = {
        "id": "x",
        "name_ar": "<img src=x>",
        "name_en": "",
        "lat": 1.0,
        "lon": 1.0,
        "kind": "city",
        "radius_km": 1.0,
    }
    figure = map_.figure(map_.Rows([{**place, "events": 1, "country": ""}], 0, Filters()), "ar")
    assert all("<img" not in text for trace in figure["data"] for text in trace.get("hovertext", []))


@pytest.mark.parametrize(
    ("places", "inside"),
    [
        ([("city", 31.5, 34.4, 5), ("city", 55.7, 37.6, 20)], [(31.5, 34.4), (55.7, 37.6)]),
        ([("country", 31.4, 35, 210), ("country", 32.5, 106.3, 2200)], [(31.4, 35), (32.5, 106.3)]),
        ([("continent", 34, 100, 4500)], [(34, 100)]),
    ],
)
def test_the_map_looks_at_the_places(places: list[tuple], inside: list[tuple[float, float]]) -> None:
    names = ("kind", "lat", "lon", "radius_km")
    view = frame([dict(zip(names, place, strict=True)) for place in places])
    half = 360 / 512 / 2**view.zoom * 180
    assert all(abs(lon - view.lon) <= half and abs(lat - view.lat) <= half for lat, lon in inside)


def test_a_continent_does_not_draw_the_map_away_from_a_town() -> None:
    town = {"kind": "city", "lat": 31.5, "lon": 34.4, "radius_km": 5}
    continent = {"kind": "continent", "lat": 34, "lon": 100, "radius_km": 4500}
    assert frame([town, continent]) == frame([town])


def test_a_circle_is_closed_and_as_wide_as_told() -> None:
    points = ring(30, 40, 111.2)
    assert points[0] == points[-1]
    assert max(y for _, y in points) == pytest.approx(31, abs=0.01)
    assert max(x for x, _ in points) == pytest.approx(40 + 1 / 0.866, abs=0.01)


def test_the_map_of_the_reader_comes_before_the_places(store: Store) -> None:
    filters = replace(Filters(), map=(10.0, 20.0, 3.0))
    assert map_.figure(map_.rows(store, filters), "en")["layout"]["map"]["center"] == {
        "lat": 10.0,
        "lon": 20.0,
    }


def test_the_basemap_asks_no_other_host() -> None:
    text = json.dumps(style("/assets/", "ar", "light"))
    assert "://" not in text
    assert "glyphs" not in text


def test_the_basemap_names_everything_in_both_languages() -> None:
    labels = json.loads((FOLDER / "labels.geojson").read_text("utf-8"))["features"]
    assert [x for x in labels if not x["properties"]["ar"] or not x["properties"]["en"]] == []
    assert {"ps", "il", "ru", "eg", "sy", "ir", "cn", "fr", "no", "xk"} <= set(country_points())


def test_lines_in_dispute_are_told_apart() -> None:
    lines = json.loads((FOLDER / "borders.geojson").read_text("utf-8"))["features"]
    counts = {line["properties"]["disputed"]: len(line["geometry"]["coordinates"]) for line in lines}
    assert counts[True] > 20
    assert counts[False] > 200
