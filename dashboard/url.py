"""The URL query of the page and its Filters: each is the other, written differently.

A value that cannot be read becomes a Notice; the rest of the URL still holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

from dashboard.filters import CALENDARS, LANGUAGES, PARTS, SORTS, THEMES, Box, Filters, View, first_day
from extract.model import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SLUG = re.compile(r"[\w.:-]{1,100}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")
# What mailers and social networks hang on every link that is shared: no news to the reader.
_TRACKING = re.compile(r"utm_\w*|fbclid|gclid|igshid|mc_[ce]id|ref", re.ASCII)
_LONGEST_WORDS = 200
_MOST_VALUES = 50
_LAST_PAGE = 100_000
_LARGEST_ZOOM = 22.0


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of the URL that could not be used: `reason` is a key of words/*.toml."""

    reason: str
    name: str
    value: str = ""


def read(search: str | None) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters that a URL query says, and what of it could not be used."""
    notices: list[Notice] = []
    values: dict[str, list[str]] = {}
    for name, value in parse_qsl((search or "").removeprefix("?"), errors="replace"):
        if name in _READERS:
            values.setdefault(name, []).append(value)
        elif not _TRACKING.fullmatch(name):
            notices.append(Notice("unknown", _clean(name)))
    fields: dict[str, object] = {}
    for name, given in values.items():
        field, reader = _READERS[name]
        try:
            fields[field] = reader(given)
        except (ValueError, OverflowError):
            notices.append(Notice("unreadable", name, _clean(", ".join(given))))
    return _ordered(Filters(**fields), notices)  # type: ignore[arg-type]


def write(filters: Filters) -> str:
    """The URL query of `filters`, "" where nothing is asked; `read` gives the same filters back."""
    pairs = [(name, value) for name, write_field in _WRITERS.items() for value in write_field(filters)]
    return "?" + "&".join(f"{name}={quote(value, safe=',:')}" for name, value in pairs) if pairs else ""


def is_date(text: str) -> bool:
    """Whether `text` is a year, a month or a day that exists, as the URL writes it."""
    try:
        _date([text])
    except ValueError:
        return False
    return True


def _ordered(filters: Filters, notices: list[Notice]) -> tuple[Filters, tuple[Notice, ...]]:
    start, end = filters.window
    if start is not None and end is not None and start >= end:
        notices.append(Notice("backwards", "from", f"{filters.since} - {filters.until}"))
        filters = replace(filters, since=filters.until, until=filters.since)
    return filters, tuple(notices)


def _clean(value: str) -> str:
    return " ".join(_CONTROL.sub(" ", value).split())[:_LONGEST_WORDS]


def _date(values: list[str]) -> str:
    match = _DATE.fullmatch(values[-1].strip())
    if match is None:
        raise ValueError(values[-1])
    first_day(match.group())
    return match.group()


def _slugs(values: list[str]) -> tuple[str, ...]:
    slugs = tuple(dict.fromkeys(value.strip() for value in values))
    if len(slugs) > _MOST_VALUES or not all(_SLUG.fullmatch(slug) for slug in slugs):
        raise ValueError(values)
    return slugs


def _places(values: list[str]) -> tuple[str, ...]:
    """Ids and ISO codes, small as the ids are: IL is il."""
    return _slugs([value.lower() for value in values])


def _slug(values: list[str]) -> str:
    return _slugs(values[-1:])[0]


def _several(choices: Iterable[str]) -> Callable[[list[str]], tuple[str, ...]]:
    order = tuple(choices)

    def reader(values: list[str]) -> tuple[str, ...]:
        asked = {part.strip() for value in values for part in value.split(",")}
        if not asked <= set(order):
            raise ValueError(values)
        return tuple(choice for choice in order if choice in asked)

    return reader


def _one(choices: Iterable[str]) -> Callable[[list[str]], str]:
    allowed = frozenset(choices)

    def reader(values: list[str]) -> str:
        if values[-1] not in allowed:
            raise ValueError(values)
        return values[-1]

    return reader


def _numbers(values: list[str], limits: tuple[tuple[float, float], ...]) -> list[float]:
    numbers = [round(float(part), 4) + 0.0 for part in values[-1].split(",")]
    for number, (low, high) in zip(numbers, limits, strict=True):
        if not low <= number <= high:
            raise ValueError(values)
    return numbers


def _box(values: list[str]) -> Box:
    box = Box(*_numbers(values, ((-180, 180), (-90, 90), (-180, 180), (-90, 90))))
    if box.south >= box.north or box.west == box.east:
        raise ValueError(values)
    return box


def _view(values: list[str]) -> View:
    return View(*_numbers(values, ((-90, 90), (-180, 180), (0, _LARGEST_ZOOM))))


def _flag(values: list[str]) -> bool:
    return bool(_one(("1", "0"))(values) == "1")


def _page(values: list[str]) -> int:
    page = int(values[-1])
    if not 1 <= page <= _LAST_PAGE:
        raise ValueError(values)
    return page


def _figures(numbers: Iterable[float] | None) -> list[str]:
    return (
        [] if numbers is None else [",".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)]
    )


def _text(values: list[str]) -> str:
    return _clean(values[-1])


_READERS: Mapping[str, tuple[str, Callable[[list[str]], object]]] = {
    "from": ("since", _date),
    "to": ("until", _date),
    "actor": ("actors", _slugs),
    "type": ("types", _several(EventType)),
    "status": ("statuses", _several(Status)),
    "place": ("places", _places),
    "bbox": ("bbox", _box),
    "q": ("q", _text),
    "sure": ("sure", _flag),
    "id": ("id", _slug),
    "lang": ("lang", _one(LANGUAGES)),
    "theme": ("theme", _one(THEMES)),
    "calendar": ("calendar", _one(CALENDARS)),
    "map": ("map", _view),
    "parts": ("parts", _several(PARTS)),
    "sort": ("sort", _one(SORTS)),
    "page": ("page", _page),
}

_WRITERS: Mapping[str, Callable[[Filters], Iterable[str]]] = {
    "from": lambda f: [f.since] if f.since else [],
    "to": lambda f: [f.until] if f.until else [],
    "actor": lambda f: f.actors,
    "type": lambda f: f.types,
    "status": lambda f: f.statuses,
    "place": lambda f: f.places,
    "bbox": lambda f: _figures(f.bbox),
    "q": lambda f: [f.q] if f.q else [],
    "sure": lambda f: ["1"] if f.sure else [],
    "id": lambda f: [f.id] if f.id else [],
    "lang": lambda f: [f.lang] if f.lang else [],
    "theme": lambda f: [f.theme] if f.theme else [],
    "calendar": lambda f: [f.calendar] if f.calendar else [],
    "map": lambda f: _figures(f.map),
    "parts": lambda f: [",".join(f.parts)] if f.parts else [],
    "sort": lambda f: [f.sort] if f.sort else [],
    "page": lambda f: [str(f.page)] if f.page > 1 else [],
}
