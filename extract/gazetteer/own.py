"""A user's own places, from CSV or GeoJSON: they win over all others.

CSV has a header with `name`, `lat`, `lon` and may have `name_ar`, `radius_km`, `country`, `kind`, `id`;
several names in one cell are apart by ";". GeoJSON has points with the same words as properties.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import GazetteerError
from extract.gazetteer.build import write_index
from extract.gazetteer.cache import cache_folder
from extract.gazetteer.index import Index
from extract.gazetteer.merge import name_ids
from extract.gazetteer.rows import KINDS, OWN, Row, slug
from extract.gazetteer.tables import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VARIABLE = "EVENTS_PLACES"
_POLE = 90.0


def own_index() -> Index | None:
    """The index of the file that `EVENTS_PLACES` names, None where it names none."""
    given = os.environ.get(VARIABLE, "").strip()
    return index_of(Path(given)) if given else None


def index_of(path: Path) -> Index:
    """Read the file, or find the index built from the same bytes."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror}. Correct the path of your places.") from error
    folder = cache_folder() / f"own-{hashlib.sha256(content).hexdigest()[:16]}"
    if not folder.is_dir():
        rows = list(
            _geojson(path, content) if path.suffix.lower() in {".json", ".geojson"} else _csv(path, content)
        )
        name_ids(rows)
        write_index(rows, folder)
    return Index(folder)


def _csv(path: Path, content: bytes) -> Iterator[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path.name} is not UTF-8 text: {error}. Save it as UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = {"name", "lat", "lon"} - {*(reader.fieldnames or ())}
    if missing:
        raise GazetteerError(
            f"{path.name} lacks the column {min(missing)!r}; its first line names the columns."
        )
    for number, fields in enumerate(reader, start=2):
        yield _row(fields, f"{path.name}, line {number}")


def _geojson(path: Path, content: bytes) -> Iterator[Row]:
    try:
        features = json.loads(content)["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"{path.name} is no GeoJSON FeatureCollection: {error!r}") from error
    for number, feature in enumerate(features, start=1):
        where = f"{path.name}, feature {number}"
        try:
            lon, lat = feature["geometry"]["coordinates"][:2]
            fields = {**feature["properties"], "lat": lat, "lon": lon}
        except (KeyError, TypeError, ValueError) as error:
            raise GazetteerError(
                f"{where} is no point with properties; give it [longitude, latitude]"
            ) from error
        yield _row(fields, where)


def _row(fields: Mapping[str, Any], where: str) -> Row:
    def cell(name: str) -> str:
        value = fields.get(name)
        return "" if value is None else str(value).strip()

    try:
        lat, lon = float(cell("lat")), float(cell("lon"))
        radius = float(cell("radius_km") or 1)
    except ValueError as error:
        raise GazetteerError(f"{where}: {error}; lat, lon and radius_km are numbers") from error
    spelt = [*names(cell("name")), *names(cell("name_en"))]
    arabic = names(cell("name_ar")) + [name for name in spelt if _is_arabic(name)]
    english = [name for name in spelt if not _is_arabic(name)]
    kind = cell("kind") or "town"
    if not (arabic or english) or not (abs(lat) <= _POLE and abs(lon) <= 2 * _POLE) or radius <= 0:
        raise GazetteerError(f"{where}: a place has a name, degrees on earth and a radius above 0")
    if kind not in KINDS:
        raise GazetteerError(f"{where}: the kind {kind!r} is unknown; known are {', '.join(KINDS)}")
    country = cell("country").upper()
    return Row(
        kind, country, lat, lon, radius, arabic, english, population=OWN, by_hand=True, id=slug(cell("id"))
    )


def _is_arabic(name: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in name)
