"""The tables hold what they promise: rows lie in their country, ids are readable, a wrong line says where it is."""

from __future__ import annotations

import os
import re
import time
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from extract.errors import GazetteerError
from extract.gazetteer import country, place
from extract.gazetteer import tables as tables_module
from extract.gazetteer.build import write_index
from extract.gazetteer.cache import _prune, base_index
from extract.gazetteer.index import Index
from extract.gazetteer.rows import Row, distance_km
from extract.gazetteer.tables import country_lines, table_rows
from extract.script import fold_phrase

if TYPE_CHECKING:
    from pathlib import Path

ROWS = list(table_rows())
_REMOTE = {"region", "island", "sea", "ocean"}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def test_the_tables_are_long() -> None:
    assert len(ROWS) > 2_000
    assert sum(row.kind == "camp" for row in ROWS) >= 30
    assert sum(row.kind == "governorate" for row in ROWS) >= 350
    assert sum(row.kind == "city" for row in ROWS) >= 900


def test_every_row_lies_near_a_town_of_its_country() -> None:
    index = base_index()
    towns: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for number in range(len(index)):
        entry = index.entry(number)
        if entry.kind in {"city", "town"} and not entry.by_hand:
            towns[entry.country].append((entry.lat, entry.lon))
    astray = []
    for row in ROWS:
        if row.kind in _REMOTE or not towns.get(row.country):
            continue
        lat, lon = min(towns[row.country], key=lambda at: abs(at[0] - row.lat) + abs(at[1] - row.lon))
        apart = distance_km(row.lat, row.lon, lat, lon)
        # Deserts are wide: the far towns of Algeria and Canada have no neighbours.
        if apart > (800 if row.kind in {"city", "camp", "governorate"} else 450):
            astray.append((row.names_en[:1], row.country, round(apart)))
    assert astray == []


def test_no_name_of_a_row_has_letters_of_another_script() -> None:
    mixed = [name for row in ROWS for name in row.names_ar if re.search(r"[A-Za-z]", name)]
    mixed += [name for row in ROWS for name in row.names_en if re.search(r"[\u0600-\u06ff]", name)]
    assert mixed == []


def test_every_name_of_a_row_finds_it() -> None:
    index = base_index()
    for row in ROWS:
        for name in (*row.names_ar, *row.names_en):
            key = "".join(f"{word} " for word in fold_phrase(name) if word not in "-'`.").removeprefix("the ")
            found = index.candidates(key)
            assert any(distance_km(row.lat, row.lon, c.entry.lat, c.entry.lon) < 61 for c in found), name


def test_ids_are_readable_and_lead_back() -> None:
    for place_id in ("il", "gaza-strip", "gaza-city-ps", "mosul-iq", "red-sea", "rafah-crossing", "texas"):
        found = place(place_id)
        assert found is not None, place_id
        assert found.id == place_id
        assert _SLUG.fullmatch(found.id)
    assert place("no-such-place") is None


def test_countries_have_arabic_and_english_names_and_an_extent() -> None:
    for code, *_ in country_lines():
        found = country(code)
        assert found is not None
        assert found.name_ar != found.name_en
        assert found.radius_km >= 2


def test_a_start_costs_less_than_a_third_of_a_second() -> None:
    folder = base_index().folder
    began = time.perf_counter()
    Index(folder).by_id("il")
    assert time.perf_counter() - began < 0.3


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[city EG 4]\n1\ttwo\tا\tA", "places_wrong.tsv, line 2"),
        ("[city EG 4]\n100\t2\tا\tA", "places_wrong.tsv, line 2"),
        ("[city EG 4]\n1\t2\t\t", "places_wrong.tsv, line 2"),
        ("[village EG 4]\n1\t2\tا\tA", "one of the kinds"),
    ],
)
def test_a_wrong_line_says_where_it_is(
    line: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "places_wrong.tsv").write_text(line, encoding="utf-8")
    monkeypatch.setattr(tables_module, "FOLDER", tmp_path)
    with pytest.raises(GazetteerError, match=re.escape(wanted)):
        list(table_rows())


def test_an_index_gives_back_what_was_written(tmp_path: Path) -> None:
    row = Row(
        "camp", "SY", 36.1, 37.2, 1.5, ["مخيم النور"], ["Nour camp"], ["Al Nour"], 1_200, id="nour-camp-sy"
    )
    write_index([row], tmp_path / "index")
    index = Index(tmp_path / "index")
    entry = index.by_id("nour-camp-sy")
    assert entry is not None
    assert (entry.name_ar, entry.kind, entry.country, entry.population) == ("مخيم النور", "camp", "SY", 1_200)
    assert index.candidates("nour camp ")[0].entry is entry
    assert index.opening("nour") == (False, frozenset({"camp"}))
    assert index.opening("camp") == (False, frozenset())


def test_old_versions_of_the_index_are_removed(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"places-{number}").mkdir()
        os.utime(tmp_path / f"places-{number}", (number, number))
    _prune(tmp_path / "places-0")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["places-0", "places-3", "places-4"]
