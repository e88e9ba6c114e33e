"""Thins the outlines of countries so that neighbours still share every border, point for point."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from math import cos, hypot, radians
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Point = tuple[float, float]
Path = list[Point]


def junctions(paths: Iterable[Path]) -> set[Point]:
    """Where borders meet or end: these points stay, whatever is thinned between them."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    ends: set[Point] = set()
    for path in paths:
        for here, there in pairwise(path):
            neighbours[here].add(there)
            neighbours[there].add(here)
        if path[0] != path[-1]:
            ends.update((path[0], path[-1]))
    return ends | {point for point, others in neighbours.items() if len(others) > 2}  # noqa: PLR2004


def thinned(path: Path, fixed: set[Point], tolerance: Callable[[Path], float]) -> Path:
    """The path with fewer points; the same arc gives the same points in whichever path it occurs."""
    result: Path = []
    for arc in _arcs(path, fixed):
        forward = arc[0] < arc[-1] or (arc[0] == arc[-1] and arc[1] < arc[-2])
        points = _thin(arc if forward else arc[::-1], tolerance(arc))
        points = points if forward else points[::-1]
        result.extend(points if not result else points[1:])
    return result


def shared_arcs(paths: Iterable[Path], fixed: set[Point]) -> list[Path]:
    """The stretches that two paths have in common: borders between countries, no coasts."""
    seen: dict[frozenset[Point], int] = defaultdict(int)
    arcs: dict[frozenset[Point], Path] = {}
    for path in paths:
        for arc in _arcs(path, fixed):
            key = frozenset(arc)
            seen[key] += 1
            arcs.setdefault(key, arc)
    return [arc for key, arc in arcs.items() if seen[key] > 1]


def _arcs(path: Path, fixed: set[Point]) -> Iterable[Path]:
    """The stretches between junctions; a ring is first turned so that it begins at one."""
    closed = path[0] == path[-1]
    if closed:
        body = path[:-1]
        start = next((i for i, point in enumerate(body) if point in fixed), body.index(min(body)))
        path = [*body[start:], *body[:start], body[start]]
    begin = 0
    for i in range(1, len(path)):
        if path[i] in fixed or i == len(path) - 1:
            yield path[begin : i + 1]
            begin = i


def _thin(arc: Path, tolerance: float) -> Path:
    """Douglas and Peucker, on a plane shrunk by latitude as the reader's map is stretched by it."""
    if len(arc) < 3:  # noqa: PLR2004
        return arc
    shrink = cos(radians(min(80.0, abs(arc[0][1]))))
    keep = {0, len(arc) - 1}
    stack = [(0, len(arc) - 1)]
    while stack:
        first, last = stack.pop()
        far, index = 0.0, 0
        for i in range(first + 1, last):
            distance = _distance(arc[i], arc[first], arc[last], shrink)
            if distance > far:
                far, index = distance, i
        if far > tolerance:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [arc[i] for i in sorted(keep)]


def _distance(point: Point, a: Point, b: Point, shrink: float) -> float:
    px, py = (point[0] - a[0]) * shrink, point[1] - a[1]
    dx, dy = (b[0] - a[0]) * shrink, b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - t * dx, py - t * dy)


def area(ring: Path) -> float:
    """Square degrees, near enough to tell an island from a rock."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return abs(twice) / 2 * cos(radians(min(80.0, abs(ring[0][1]))))
