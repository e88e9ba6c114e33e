"""Reads the tables written by hand: `places_*.tsv` beside this file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import GazetteerError
from extract.gazetteer.rows import KINDS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
_SECTION = re.compile(r"\[(\w+)(?: ([A-Z]{2}|-))?(?: ([\d.]+))?\]")
_ARABIC = 2
_ENGLISH = 3
_RADIUS = 4
_ADMIN = 5
_POLE = 90


def table_files() -> list[Path]:
    return sorted(path for path in FOLDER.glob("places_*.tsv") if path.name != "places_countries.tsv")


def country_lines() -> Iterator[tuple[str, float, float, list[str], list[str]]]:
    """Code, latitude, longitude, further Arabic and English names."""
    path = FOLDER / "places_countries.tsv"
    for number, line in _lines(path):
        cells = line.split("\t")
        try:
            code, lat, lon, arabic, english = cells
            yield code, float(lat), float(lon), names(arabic), names(english)
        except ValueError as error:
            raise _wrong(path, number, line, "code, latitude, longitude, Arabic, English") from error


def table_rows() -> Iterator[Row]:
    """The rows of every table; a wrong line is an error that names file and line."""
    for path in table_files():
        kind, country, radius = "", "", 0.0
        for number, line in _lines(path):
            section = _SECTION.fullmatch(line)
            if section:
                kind, country = section[1], (section[2] or "").replace("-", "")
                radius = float(section[3] or 1)
                if kind not in KINDS:
                    raise _wrong(path, number, line, f"one of the kinds {', '.join(KINDS)}")
                continue
            yield _row(path, number, line, (kind, country, radius))


def _row(path: Path, number: int, line: str, section: tuple[str, str, float]) -> Row:
    kind, country, radius = section
    cells = line.split("\t")
    try:
        lat, lon = float(cells[0]), float(cells[1])
        arabic, english = names(cells[_ARABIC]), names(cells[_ENGLISH])
        radius = float(cells[_RADIUS]) if len(cells) > _RADIUS and cells[_RADIUS] else radius
    except (ValueError, IndexError) as error:
        raise _wrong(path, number, line, "latitude, longitude, Arabic, English[, radius[, code]]") from error
    if not kind or not (abs(lat) <= _POLE and abs(lon) <= 2 * _POLE) or not (arabic or english):
        raise _wrong(path, number, line, "a section like [city EG 5] above, degrees, and a name")
    admin = cells[_ADMIN] if len(cells) > _ADMIN else ""
    if len(admin) == len("EG") and not country:
        country, admin = admin, ""
    # Texts write the postal code behind a town: "Paris, TX".
    english += [admin] if country == "US" and admin and kind == "governorate" else []
    return Row(kind, country, lat, lon, radius, arabic, english, admin=admin, by_hand=True)


def names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\n")


def _wrong(path: Path, number: int, line: str, wanted: str) -> GazetteerError:
    return GazetteerError(f"{path.name}, line {number}: {line!r} is not {wanted}; correct the line")
