"""Countries as areas and their borders as lines, lines in dispute as such, from Natural Earth 1:50m."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Any

from tools.basemap.simplify import Path, Point, area, junctions, shared_arcs, thinned

if TYPE_CHECKING:
    from pathlib import Path as FilePath

# Natural Earth draws who holds the ground. Names and ids follow ISO 3166, which knows no such state;
# the line between stays on the map as one in dispute.
HELD_WITHIN = {"N. Cyprus": "cy", "Somaliland": "so", "Siachen Glacier": "in"}
# A part inside this box (west, south, east, north) is coloured with the country that the United Nations
# count it to (A/RES/68/262), its line stays one in dispute.
COUNTED_TO = {"ua": (32.0, 44.0, 37.0, 46.3)}
ROCK = 0.02  # square degrees; smaller islands go, unless a country has no larger one
FINEST, COARSEST, ARCTIC = 0.012, 0.035, 0.15  # degrees; a map of the news can do without most fjords
BESIDE = 0.04  # degrees; the sources' lines and areas differ by less


def read(folder: FilePath, name: str) -> list[Any]:
    shapefile = import_module("shapefile")  # of the build alone: tools/basemap/requirements.txt
    return list(shapefile.Reader(str(folder / name)).iterShapeRecords())


def code(record: Any) -> str:
    """The ISO 3166 code in small letters, as the ids of places have it."""
    iso = record["ISO_A2_EH"]
    return HELD_WITHIN.get(record["NAME"], "") if iso == "-99" else iso.lower()


def layers(folder: FilePath) -> tuple[dict[str, Any], dict[str, Any]]:
    """(countries, borders) as GeoJSON, thinned together.

    Borders are what two countries share, so they lie on the edges of the areas; a stretch beside one
    of Natural Earth's lines in dispute gives way to that line.
    """
    rings = _rings(read(folder, "ne_50m_admin_0_countries"))
    disputed = [
        part
        for line in read(folder, "ne_50m_admin_0_boundary_lines_land")
        if not line.record["FEATURECLA"].startswith("International boundary")
        for part in _parts(line.shape)
    ]
    cells = {cell for part in disputed for cell in _beside(part)}
    every = [ring for polygons in rings.values() for ring in polygons]
    fixed = junctions(every) | {p for ring in every for p in _turns(ring, cells)}
    sizes = _sizes(rings)

    def tolerance(arc: Path) -> float:
        size = min((sizes[p] for p in (arc[len(arc) // 2], arc[0]) if p in sizes), default=0.0)
        return max(FINEST, min(ARCTIC if abs(arc[len(arc) // 2][1]) > 55 else COARSEST, size / 60))  # noqa: PLR2004

    countries = [
        _feature(iso, [thinned(ring, fixed, tolerance) for ring in _kept(polygons)])
        for iso, polygons in sorted(rings.items())
        if iso
    ]
    shared = [
        _rounded(thinned(arc, fixed, tolerance))
        for arc in shared_arcs(every, fixed)
        if _cell(arc[len(arc) // 2]) not in cells
    ]
    doubtful = [_rounded(thinned(part, set(), lambda _: FINEST)) for part in disputed]
    return _collection(countries), _collection(
        [_lines(shared, disputed=False), _lines(doubtful, disputed=True)]
    )


def _cell(point: Point) -> tuple[int, int]:
    return (round(point[0] / BESIDE), round(point[1] / BESIDE))


def _beside(path: Path) -> set[tuple[int, int]]:
    """The cells of a fine grid that a line goes through, and their neighbours."""
    cells = set()
    for (x1, y1), (x2, y2) in pairwise(path):
        steps = int(max(abs(x2 - x1), abs(y2 - y1)) / BESIDE) + 1
        for i in range(steps + 1):
            x, y = _cell((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps))
            cells |= {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    return cells


def _turns(ring: Path, cells: set[tuple[int, int]]) -> set[Point]:
    """Where a border begins or ceases to be in dispute."""
    pairs = pairwise(ring)
    return {b for a, b in pairs if (_cell(a) in cells) != (_cell(b) in cells)}


def _rings(records: list[Any]) -> dict[str, list[Path]]:
    rings: dict[str, list[Path]] = defaultdict(list)
    for record in records:
        own = code(record.record)
        for ring in _parts(record.shape):
            rings[_counted_to(ring) or own].append(ring)
    return rings


def _counted_to(ring: Path) -> str:
    for iso, (west, south, east, north) in COUNTED_TO.items():
        if all(west <= x <= east and south <= y <= north for x, y in ring):
            return iso
    return ""


def _parts(shape: Any) -> list[Path]:
    points: list[Point] = [(p[0], p[1]) for p in shape.points]
    ends = [*shape.parts[1:], len(points)]
    return [points[begin:end] for begin, end in zip(shape.parts, ends, strict=True)]


def _sizes(rings: dict[str, list[Path]]) -> dict[Point, float]:
    """How wide the smallest country at each point is: a small one keeps finer lines."""
    sizes: dict[Point, float] = {}
    for polygons in rings.values():
        size = sqrt(max(area(ring) for ring in polygons))
        for ring in polygons:
            for point in ring:
                sizes[point] = min(size, sizes.get(point, size))
    return sizes


def _kept(polygons: list[Path]) -> list[Path]:
    largest = max(polygons, key=area)
    return [ring for ring in polygons if ring is largest or area(ring) >= ROCK]


def _rounded(path: Path) -> Path:
    result: Path = []
    for x, y in path:
        point = (round(x, 2), round(y, 2))
        if not result or result[-1] != point:
            result.append(point)
    return result


def _feature(iso: str, rings: list[Path]) -> dict[str, Any]:
    """A country; a ring that runs against the clock is a hole of the ring before it (shapefiles' rule)."""
    polygons: list[list[Path]] = []
    for ring in map(_rounded, rings):
        if len(ring) < 4:  # noqa: PLR2004 - a triangle and its first point again
            continue
        if _against_clock(ring) and polygons:
            polygons[-1].append(ring)
        else:
            polygons.append([ring])
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": {"id": iso}, "geometry": geometry}


def _against_clock(ring: Path) -> bool:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0


def _lines(parts: list[Path], *, disputed: bool) -> dict[str, Any]:
    geometry = {"type": "MultiLineString", "coordinates": [part for part in parts if len(part) > 1]}
    return {"type": "Feature", "properties": {"disputed": disputed}, "geometry": geometry}


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}
