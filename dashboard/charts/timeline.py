"""When: one bar an event while there are few, steps of time that count them when there are many."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from dashboard import queries
from dashboard.charts import lanes, steps
from dashboard.units import finest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.filters import Filters
    from dashboard.queries import Row, Totals
    from extract.store import Store

MOST_LANES = 60  # more bars than this cannot be read one by one
_YEARS = timedelta(days=365 * 25)
_MONTHS = timedelta(days=550)
STEPS = {False: 140, True: 56}  # by whether the screen is narrow


@dataclass(frozen=True, slots=True)
class Rows:
    """What the timeline draws: single `events`, or `bins` of `unit` where they are too many."""

    totals: Totals
    undated: int
    filters: Filters
    events: list[Row] = field(default_factory=list)
    bins: list[queries.Bin] = field(default_factory=list)
    unit: str = ""

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.events or self.bins)


def rows(store: Store, filters: Filters, *, narrow: bool = False) -> Rows:
    """The events that the filters choose, single or counted."""
    of = queries.totals(store, filters)
    told = Rows(of, queries.undated(store, filters), filters)
    dated = of.events - of.undated
    if dated == 0 or of.first is None or of.last is None:
        return told
    if dated <= MOST_LANES:
        return replace(told, events=queries.dated(store, filters, MOST_LANES))
    start, end = filters.window
    unit = finest(start or of.first, end or of.last, STEPS[narrow])
    first, last = queries.span(unit, of, filters)
    return replace(told, bins=queries.bins(store, filters, unit, first, last), unit=unit)


def figure(of: Rows, lang: str, theme: str = "light", *, narrow: bool = False) -> dict[str, Any]:
    """Plotly's figure of the rows, as it goes to the browser."""
    if of.bins:
        return steps.figure(of.bins, of.unit, lang, theme, narrow=narrow)
    return lanes.figure(of.events, of.filters.window, lang, theme, narrow=narrow)


def picked(selection: Mapping[str, Any] | None, filters: Filters) -> Filters:
    """The filters after a brush, whichever way it was drawn, or a click on a bar of many events.

    A long stretch is told in months or years: nobody means its days.
    """
    ends = _brushed(selection) or _clicked(selection)
    if ends is None:
        return filters
    first, last = ends
    letters = 4 if last - first > _YEARS else 7 if last - first > _MONTHS else 10
    since, until = (end.date().isoformat()[:letters] for end in ends)
    return replace(filters, since=since, until=until, page=1)


def _brushed(selection: Mapping[str, Any] | None) -> tuple[datetime, datetime] | None:
    reach = ((selection or {}).get("range") or {}).get("x")
    if not reach:
        return None
    first, last = sorted(datetime.fromisoformat(str(end).replace(" ", "T")) for end in reach)
    return first, last


def _clicked(selection: Mapping[str, Any] | None) -> tuple[datetime, datetime] | None:
    days = next((point.get("customdata") for point in (selection or {}).get("points", [])), None)
    if not isinstance(days, list):
        return None
    first, last = (datetime.fromisoformat(day) for day in days)
    return first, last
