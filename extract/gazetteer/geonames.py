"""Fuller data: a GeoNames dump (allCountries, cities*, one country) with alternateNamesV2, as an index of its own.

The formats are those of GeoNames' published dumps: tab-separated, UTF-8, no header; 19 columns a place,
10 columns an alternate name.
"""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.errors import GazetteerError
from extract.gazetteer.build import write_index
from extract.gazetteer.cache import cache_folder
from extract.gazetteer.index import Index
from extract.gazetteer.merge import name_ids
from extract.gazetteer.rows import Row, town_radius

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACE_COLUMNS = 19
_NAME_COLUMNS = 8  # later ones are optional in the older format
_LANGUAGES = frozenset({"ar", "en"})
# GeoNames' feature codes, by what we call them; the rest of class P is a town.
_KINDS = {
    "ADM1": ("governorate", 60.0), "ADM2": ("governorate", 25.0), "STM": ("river", 50.0), "LK": ("lake", 10.0),
    "ISL": ("island", 10.0), "MT": ("mountain", 5.0), "MTS": ("mountain", 40.0), "DSRT": ("desert", 100.0),
    "STRT": ("strait", 20.0), "SEA": ("sea", 300.0), "GULF": ("sea", 100.0), "AIRP": ("airport", 3.0),
    "AIRB": ("base", 3.0), "DAM": ("dam", 2.0), "OILF": ("field", 10.0), "RGN": ("region", 50.0),
    "WAD": ("valley", 15.0), "MSQE": ("holy_place", 1.0), "PRT": ("port", 3.0), "STLMT": ("town", 2.0),
    "PPLX": ("quarter", 2.0),
}  # fmt: skip
IMPORTED = "geonames"


def import_dump(
    places: Path, alternate_names: Path | None = None, *, progress: Callable[[int], None] | None = None
) -> int:
    """Read a dump (text or zip) and keep it in the user's cache; the number of places that came in.

    Without `alternate_names` the names inside the dump are used. `progress` hears the number of lines read.
    """
    more = _alternates(alternate_names) if alternate_names else {}
    rows: list[Row] = []
    for number, cells in _lines(places):
        if len(cells) != PLACE_COLUMNS:
            raise _wrong(places, number, f"{len(cells)} columns", f"a dump has {PLACE_COLUMNS}")
        row = _row(places, number, cells, more)
        if row is not None:
            rows.append(row)
        if progress is not None and number % 10_000 == 0:
            progress(number)
    if not rows:
        raise GazetteerError(
            f"{places.name} holds no place; give allCountries.txt, cities*.txt or a country's file"
        )
    name_ids(rows)
    _replace(rows, cache_folder() / IMPORTED)
    return len(rows)


def imported_index() -> Index | None:
    """What was imported last, None where nothing was."""
    folder = cache_folder() / IMPORTED
    return Index(folder) if folder.is_dir() else None


def _replace(rows: list[Row], folder: Path) -> None:
    """Write the new index, then put it where the old one was."""
    fresh, old = (
        folder.with_name(f"{folder.name}-new-{os.getpid()}"),
        folder.with_name(f"{folder.name}-old-{os.getpid()}"),
    )
    write_index(rows, fresh)
    if folder.is_dir():
        folder.rename(old)
    fresh.rename(folder)
    if old.is_dir():
        for path in old.iterdir():
            path.unlink()
        old.rmdir()


def _row(
    path: Path, number: int, cells: list[str], more: dict[str, tuple[list[str], list[str]]]
) -> Row | None:
    (
        geoname_id, name, plain_name, inside, lat, lon, feature_class, code, country,
        _, admin, _, _, _, population, *_,
    ) = cells  # fmt: skip
    if feature_class != "P" and code not in _KINDS:
        return None
    try:
        people = int(population or 0)
        kind, radius = _KINDS.get(code, ("city" if people >= 15_000 else "town", town_radius(people)))  # noqa: PLR2004
        arabic, english = more.get(geoname_id, ([], []))
        spelt = [spelling for spelling in inside.split(",") if spelling]
        arabic = [*arabic, *(spelling for spelling in spelt if not more and _is_arabic(spelling))]
        return Row(
            kind, country, float(lat), float(lon), radius, list(dict.fromkeys(arabic)),
            list(dict.fromkeys([*english, name, plain_name])), population=people, admin=admin,
        )  # fmt: skip
    except ValueError as error:
        raise _wrong(path, number, str(error), "latitude, longitude and population are numbers") from error


def _alternates(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Arabic and English names by GeoNames' number; historic and colloquial ones are left out."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for number, cells in _lines(path):
        if len(cells) < _NAME_COLUMNS:
            raise _wrong(path, number, f"{len(cells)} columns", "alternateNamesV2 has 8 or 10")
        _, geoname_id, language, name, preferred, _, colloquial, historic = cells[:_NAME_COLUMNS]
        if language not in _LANGUAGES or colloquial == "1" or historic == "1":
            continue
        names = found.setdefault(geoname_id, ([], []))[language == "en"]
        names.insert(0, name) if preferred == "1" else names.append(name)
    return found


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip() and not line.startswith("#"):
                yield number, line.rstrip("\r\n").split("\t")


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    """The text of a file, or of the one table inside a zip as GeoNames offers it."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                inner = next(
                    (name for name in archive.namelist() if name == f"{path.stem}.txt"), archive.namelist()[0]
                )
                with archive.open(inner) as raw:
                    yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        else:
            with path.open(encoding="utf-8", newline="\n") as file:
                yield file
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: {error}. Give a dump as GeoNames offers it, text or zip.") from error


def _is_arabic(name: str) -> bool:
    return any("\u0621" <= letter <= "\u064a" for letter in name)


def _wrong(path: Path, number: int, value: str, wanted: str) -> GazetteerError:
    return GazetteerError(f"{path.name}, line {number}: {value}; {wanted}")
