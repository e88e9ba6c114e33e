"""A user's own places win over all; a GeoNames dump in its published format adds what the packages lack."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from extract.errors import GazetteerError
from extract.gazetteer import geonames, layers
from extract.gazetteer.geonames import import_dump, imported_index
from extract.gazetteer.own import index_of
from extract.model import Document
from extract.places import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CSV = """name,name_ar,lat,lon,radius_km,country,kind
Depot Seven;Depot 7,المستودع السابع,34.5,36.5,2,LB,site
Springfield,,10.0,20.0,3,TD,town
"""
# Columns: number, name, plain name, names, latitude, longitude, class, code, country, cc2, four divisions,
# people, elevation, dem, zone, date. Invented places, in the published form.
DUMP = [
    [
        "1",
        "Zarbūla",
        "Zarbula",
        "Zarbula,زربولة",
        "34.1",
        "36.2",
        "P",
        "PPL",
        "LB",
        "",
        "05",
        "",
        "",
        "",
        "900",
    ],
    ["2", "Jabal Nimra", "Jabal Nimra", "", "33.2", "35.9", "T", "MT", "SY", "", "03", "", "", "", "0"],
    ["3", "Old Mill", "Old Mill", "", "33.2", "35.9", "S", "ML", "SY", "", "03", "", "", "", "0"],
]
ALTERNATES = [
    ["10", "1", "ar", "زربولة الفوقا", "1", "", "", "", "", ""],
    ["11", "1", "fr", "Zarboule", "", "", "", "", "", ""],
    ["12", "2", "ar", "جبل نمرة", "", "", "", "", "", ""],
    ["13", "2", "ar", "الجبل العتيق", "", "", "", "1", "", ""],
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own for what is added; the built index stays where it is."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("extract.gazetteer.own.cache_folder", lambda: folder)
    monkeypatch.setattr("extract.gazetteer.geonames.cache_folder", lambda: folder)
    layers.reopen()
    yield folder
    monkeypatch.undo()
    layers.reopen()


def dump(path: Path, rows: list[list[str]]) -> Path:
    path.write_text(
        "".join("\t".join([*row, "", "10", "Asia/Beirut", "2020-01-01"]) + "\n" for row in rows), "utf-8"
    )
    return path


def ids(text: str) -> list[str]:
    return [toponym.place.id for toponym in find_places(Document.of(text)) if toponym.place]


def test_a_users_own_places_win(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.csv"
    path.write_text(CSV, encoding="utf-8")
    monkeypatch.setenv("EVENTS_PLACES", str(path))
    layers.reopen()
    assert ids("A fire broke out in Springfield.") == ["springfield-td"]
    assert ids("حريق في المستودع السابع") == ["depot-seven"]
    assert any(cache.iterdir())


def test_geojson_serves_as_well(cache: Path, tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [0, 34.5]},
        "properties": {"name": "Depot Seven", "name_ar": "المستودع السابع", "country": "lb", "id": "Depot 7"},
    }
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    entry = index_of(path).by_id("depot-7")
    assert cache.is_dir()
    assert entry is not None
    assert (entry.lat, entry.lon, entry.name_ar, entry.country) == (34.5, 0, "المستودع السابع", "LB")


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("own.csv", "name,lat\nA,1\n", "lacks the column 'lon'"),
        ("own.csv", "name,lat,lon\nA,north,2\n", "line 2"),
        ("own.csv", "name,lat,lon\nA,95,2\n", "line 2"),
        ("own.csv", "name,lat,lon\n,5,2\n", "line 2"),
        ("own.csv", "name,lat,lon,kind\nA,5,2,hamlet\n", "hamlet"),
        ("own.geojson", "{}", "no GeoJSON"),
        ("own.geojson", '{"features": [{"geometry": null}]}', "feature 1"),
    ],
)
def test_a_wrong_file_says_where_and_what(name: str, content: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=re.escape(wanted)):
        index_of(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"nowhere\.csv"):
        index_of(tmp_path / "nowhere.csv")


@pytest.mark.usefixtures("cache")
def test_a_dump_with_alternate_names_makes_its_places_found(tmp_path: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("".join("\t".join(row) + "\n" for row in ALTERNATES), encoding="utf-8")
    assert import_dump(dump(tmp_path / "LB.txt", DUMP), names) == 2
    layers.reopen()
    assert ids("غارة على بلدة زربولة الفوقا") == ["zarbula-lb"]
    assert ids("دورية قرب جبل نمرة") == ["jabal-nimra"]
    index = imported_index()
    assert index is not None
    assert index.candidates("الجبل العتيق ") == (), "a historic name"


@pytest.mark.usefixtures("cache")
def test_a_dump_alone_gives_the_names_inside_it_and_a_zip_serves(tmp_path: Path) -> None:
    text = dump(tmp_path / "LB.txt", DUMP)
    with zipfile.ZipFile(tmp_path / "LB.zip", "w") as archive:
        archive.write(text, "LB.txt")
    assert import_dump(tmp_path / "LB.zip") == 2
    layers.reopen()
    assert ids("غارة على بلدة زربولة") == ["zarbula-lb"]


@pytest.mark.usefixtures("cache")
def test_a_second_import_replaces_the_first(tmp_path: Path) -> None:
    import_dump(dump(tmp_path / "LB.txt", DUMP))
    import_dump(dump(tmp_path / "SY.txt", DUMP[1:]))
    index = imported_index()
    assert index is not None
    assert len(index) == 1


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("1\tA\tB\n", "line 1: 3 columns"),
        ("", "holds no place"),
        ("\t".join(["1", "A", "A", "", "x", "2", "P", "PPL", "LB", *[""] * 10]) + "\n", "line 1"),
    ],
)
def test_a_wrong_dump_says_where(lines: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "LB.txt"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(GazetteerError, match=re.escape(wanted)):
        import_dump(path)


def test_a_dump_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"allCountries\.txt"):
        geonames.import_dump(tmp_path / "allCountries.txt")
