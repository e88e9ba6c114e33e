"""What a reader asks to see: the only state of the page, kept in its URL."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

LANGUAGES = ("ar", "en")
THEMES = ("light", "dark", "auto")
CALENDARS = ("gregorian", "hijri", "both")
PARTS = ("timeline", "map", "table", "filters")
SORTS = ("oldest", "newest")
GROUPS = ("time", "actors", "types", "statuses", "places", "bbox", "q")
NO_PLACE = "none"  # the place filter's word for "no place is told"


class Box(NamedTuple):
    """A box on the map, in degrees; `west` is greater than `east` across the date line."""

    west: float
    south: float
    east: float
    north: float


class View(NamedTuple):
    """Where the map looks."""

    lat: float
    lon: float
    zoom: float


class Window(NamedTuple):
    """The days asked for, half-open; None is no limit."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asks to see. `since` and `until` are inclusive: 2023, 2023-10 or 2023-10-07."""

    since: str = ""
    until: str = ""
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bbox: Box | None = None
    q: str = ""
    sure: bool = False
    id: str = ""
    lang: str = ""
    theme: str = ""
    calendar: str = ""
    map: View | None = None
    parts: tuple[str, ...] = ()
    sort: str = ""
    page: int = 1

    @property
    def window(self) -> Window:
        """The half-open days from `since` to `until`."""
        return Window(first_day(self.since), _day_after(self.until))

    @property
    def asks(self) -> Filters:
        """Only what chooses events: two URLs with equal `asks` show the same events."""
        return Filters(
            since=self.since,
            until=self.until,
            actors=self.actors,
            types=self.types,
            statuses=self.statuses,
            places=self.places,
            bbox=self.bbox,
            q=self.q,
            sure=self.sure,
        )

    @property
    def empty(self) -> bool:
        """Whether every event is asked for."""
        return self.asks == Filters()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of filters that are set, in the order of the page."""
        return tuple(group for group in GROUPS if without(self, group) != self)

    def at(self, page: int) -> Filters:
        """The same, on another page of the list."""
        return replace(self, page=page)

    def choosing(self, group: str, choices: tuple[str, ...]) -> Filters:
        """The same with other choices of a group, from the first page."""
        chosen: dict[str, Any] = {group: choices, "page": 1}
        return replace(self, **chosen)


def without(filters: Filters, group: str) -> Filters:
    """`filters` with one of GROUPS loosened, or "all" of them."""
    if group == "all":
        kept = {
            name: getattr(filters, name) for name in ("lang", "theme", "calendar", "map", "parts", "sort")
        }
        return Filters(**kept)
    if group == "time":
        return replace(filters, since="", until="", sure=False, page=1)
    return replace(filters, **{group: getattr(Filters(), group)}, page=1)


def first_day(text: str) -> datetime | None:
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return datetime(year, month, day)  # noqa: DTZ001 - the store keeps naive UTC


def _day_after(text: str) -> datetime | None:
    start = first_day(text)
    if start is None:
        return None
    try:
        match text.count("-"):
            case 0:
                return start.replace(year=start.year + 1)
            case 1:
                return (start + timedelta(days=31)).replace(day=1)
            case _:
                return start + timedelta(days=1)
    except (ValueError, OverflowError):  # the end of the year 9999 is no limit at all
        return None
