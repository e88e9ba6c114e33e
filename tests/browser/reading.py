"""What the page shows, read as a reader would, and what the store says it should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from playwright.sync_api import Page

    from extract.store import Store

PATIENCE = 40_000  # milliseconds: the machine may be doing much else
# Ids of events that the timeline draws and places with their counts that the map draws; null until both are drawn.
SHOWN = """
() => {
  const count = document.querySelector('#count [data-events]');
  const graphs = ['timeline', 'map'].map((id) => document.querySelector('#' + id + ' .js-plotly-plot'));
  if (!count || graphs.some((graph) => !graph || !graph._fullLayout || !graph.calcdata)) return null;
  const map = graphs[1]._fullLayout.map && graphs[1]._fullLayout.map._subplot.map;
  if (!map || !map.loaded()) return null;
  const drawn = (graph) => graph.data.flatMap((trace) => (trace.customdata || []).filter((one) => typeof one === 'string'));
  const places = {};
  for (const trace of graphs[1].data) (trace.customdata || []).forEach((id, i) => { places[id] = trace.hovertext[i]; });
  return {
    count: Number(count.dataset.events),
    list: [...document.querySelectorAll('#list .event')].map((row) => row.dataset.put.replace('id=', '')),
    timeline: [...new Set(drawn(graphs[0]))],
    places,
  };
}
"""


class Expected(NamedTuple):
    """The events that the store has, those of them that have a date, and where they were."""

    all: set[str]
    dated: set[str]
    places: set[str]


def wait_drawn(page: Page) -> None:
    """Wait until every view of the page has drawn its first answer."""
    page.wait_for_function(SHOWN, timeout=PATIENCE)


def shown(page: Page) -> dict[str, Any]:
    """What the views show now."""
    wait_drawn(page)
    return dict(page.evaluate(SHOWN))


def expect_shown(page: Page, expected: Expected) -> None:
    """Wait until timeline, map, list and count show exactly these events."""
    told = [sorted(expected.all), sorted(expected.dated), sorted(expected.places)]
    agrees = f"""([all, dated, places]) => {{
      const now = ({SHOWN.strip()})();
      const same = (some, others) => JSON.stringify([...some].sort()) === JSON.stringify(others);
      return now && now.count === all.length && same(now.list, all) && same(now.timeline, dated)
        && same(Object.keys(now.places), places);
    }}"""
    try:
        page.wait_for_function(agrees, arg=told, timeout=PATIENCE)
    except Exception as error:
        message = f"the page shows {page.evaluate(SHOWN)}, the store has {expected}"
        raise AssertionError(message) from error


def expected(
    store: Store, actor: str = "", since: datetime | None = None, until: datetime | None = None
) -> Expected:
    """The events of an actor that may lie from `since` to before `until`, asked in plain Python."""
    events = store.table("events").to_pyarrow().to_pylist()
    parts = store.table("event_actors").to_pyarrow().to_pylist()
    if actor:
        his = {part["event_id"] for part in parts if part["actor_id"] == actor}
        events = [event for event in events if event["id"] in his]
    if since or until:
        events = [event for event in events if _may_lie(event, since, until)]
    return Expected(
        {event["id"] for event in events},
        {event["id"] for event in events if event["grain"] is not None},
        {event["place_id"] for event in events if event["place_id"] is not None},
    )


def _may_lie(event: dict[str, Any], since: datetime | None, until: datetime | None) -> bool:
    if event["grain"] is None:
        return False
    begins_before = until is None or event["start"] is None or event["start"] < until
    ends_after = since is None or event["end"] is None or event["end"] > since
    return begins_before and ends_after
