"""The store answers as plain Python does on the same events, for a table of filter states."""

# ruff: noqa: DTZ001, DTZ901 - the store keeps naive times
from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from dashboard import kept, queries, url
from dashboard.filters import Filters, without
from dashboard.selection import words
from dashboard.units import UNITS, begins, index
from extract.script import fold_search, sentences
from extract.store import Store
from tests.dashboard.conftest import ANNOTATIONS, EVENTS

if TYPE_CHECKING:
    from extract.model import Event

STATES = [
    "", "?from=2023", "?to=2023", "?from=2023-10&to=2023-10", "?from=2023-10-07&to=2023-10-07",
    "?from=2023-10-07&to=2023-10-07&sure=1", "?from=2023-10-09&to=2023-10-15&sure=1", "?from=2023-10-16",
    "?from=2024&sure=1", "?to=2024-05-01&sure=1", "?from=1990&to=1991", "?from=2024-04-30&to=2024-04-30&sure=1",
    "?sure=1", "?actor=vladimir-putin", "?actor=vladimir-putin&actor=hamas", "?actor=nobody",
    "?actor=hamas&from=2023-10-07&to=2023-10-07", "?type=consult", "?type=consult&type=assault", "?status=planned",
    "?status=happened&status=denied", "?place=il", "?place=ps", "?place=gaza-strip", "?place=none", "?place=none&place=eg",
    "?place=PS&type=assault", "?bbox=34,31,35.5,32", "?bbox=100,0,110,60", "?bbox=170,-90,40,90", "?bbox=-10,50,0,60",
    "?q=بوتين", "?q=هجوم+اسرائيل", "?q=%22فلاديمير بوتين%22", "?q=%22بوتين فلاديمير%22", "?q=EARTHQUAKE", "?q=%25",
    "?q='", "?q=script", "?actor=vladimir-putin&type=consult&status=happened&from=2023-10&to=2023-10",
    "?place=eg&q=protests&from=2024", "?type=election&sure=1&from=2022&to=2022", "?bbox=34,31,35.5,32&place=none",
]  # fmt: skip


def search_text(event: Event) -> str:
    document = next(one.document for one in ANNOTATIONS if one.document.id == event.document_id)
    at = event.triggers[0].start
    start, end = next((s, e) for s, e in sentences(document.text) if s <= at < e)
    names = [name for part in event.participants for name in (part.actor.name_ar, part.actor.name_en)]
    if event.place:
        names += [event.place.name_ar, event.place.name_en]
    if event.attributed_to:
        names += [event.attributed_to.name_ar, event.attributed_to.name_en]
    return fold_search(" ".join([document.text[start:end], *names, document.title]))


def in_window(event: Event, filters: Filters) -> bool:
    since, until = filters.window
    if since is None and until is None:
        return True
    interval = event.time.interval
    if interval is None:
        return False
    start, end = interval.start or datetime.min, interval.end or datetime.max
    if filters.sure:
        return (since is None or start >= since) and (until is None or end <= until)
    return (since is None or end > since) and (until is None or start < until)


def in_places(event: Event, filters: Filters) -> bool:
    if not filters.places:
        return True
    if event.place is None:
        return "none" in filters.places
    asked = {place.lower() for place in filters.places}
    return bool({event.place.id, event.place.country.lower()} & asked)


def in_box(event: Event, filters: Filters) -> bool:
    box, place = filters.bbox, event.place
    if box is None or place is None:
        return box is None
    across = box.west > box.east
    beside = place.lon >= box.west or place.lon <= box.east if across else box.west <= place.lon <= box.east
    return beside and box.south <= place.lat <= box.north


def holds(event: Event, filters: Filters) -> bool:
    return (
        in_window(event, filters)
        and (not filters.actors or any(part.actor.id in filters.actors for part in event.participants))
        and (not filters.types or event.type in filters.types)
        and (not filters.statuses or event.status in filters.statuses)
        and in_places(event, filters)
        and in_box(event, filters)
        and all(word in search_text(event) for word in words(filters.q))
    )


def by_hand(filters: Filters) -> list[Event]:
    return [event for event in EVENTS if holds(event, filters)]


def state(search: str) -> Filters:
    filters, notices = url.read(search)
    assert not notices
    return filters


@pytest.mark.parametrize("search", STATES)
def test_the_list_and_the_totals(store: Store, search: str) -> None:
    filters = state(search)
    expected = by_hand(filters)
    rows = queries.page(store, filters)
    totals = queries.totals(store, filters)
    assert sorted(row["id"] for row in rows) == sorted(event.id for event in expected)
    assert totals.events == len(expected)
    assert totals.undated == sum(event.time.interval is None for event in expected)
    assert totals.documents == len({event.document_id for event in expected})


@pytest.mark.parametrize("search", STATES)
def test_facets_are_counted_without_their_own_filter(store: Store, search: str) -> None:
    filters = state(search)

    def counted(group: str) -> dict[str | None, int]:
        return {row["id"]: row["events"] for row in queries.facet(store, filters, group)}

    others = {group: by_hand(without(filters, group)) for group in ("types", "statuses", "places", "actors")}
    assert counted("types") == Counter(event.type for event in others["types"])
    assert counted("statuses") == Counter(event.status for event in others["statuses"])
    assert counted("places") == Counter(event.place and event.place.id for event in others["places"])
    assert counted("actors") == Counter(
        actor for event in others["actors"] for actor in {part.actor.id for part in event.participants}
    )


@pytest.mark.parametrize("search", STATES)
@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade"])
def test_bins_count_every_event_wherever_it_may_have_been(store: Store, search: str, unit: str) -> None:
    filters = state(search)
    first, last = index(datetime(2023, 1, 1), unit), index(datetime(2024, 6, 1), unit)
    sure, possible = Counter[int](), Counter[int]()
    for event in by_hand(filters):
        interval = event.time.interval
        if interval is None:
            continue
        low = index(interval.start, unit) if interval.start else None
        high = index(interval.end, unit, end=True) if interval.end else None
        if low == high and low is not None:
            sure[min(max(low, first), last)] += 1
            continue
        reach = range(
            max(first if low is None else low, first), min(last if high is None else high, last) + 1
        )
        possible.update(reach)
    told = queries.bins(store, filters, unit, first, last)
    inside = [b for b in told if first < b.step < last]
    assert [b.step for b in told] == list(range(first, last + 1))
    assert {b.step: b.sure for b in inside} == {b.step: sure[b.step] for b in inside}
    assert {b.step: b.possible for b in inside} == {b.step: possible[b.step] for b in inside}


@pytest.mark.parametrize("unit", UNITS)
def test_a_step_begins_where_its_number_says(unit: str) -> None:
    for moment in (
        datetime(1969, 12, 31, 23),
        datetime(2023, 10, 7),
        datetime(1187, 10, 2, 5),
        datetime(2024, 2, 29),
    ):
        number = index(moment, unit)
        assert begins(number, unit) <= moment < begins(number + 1, unit)
        assert index(begins(number + 1, unit), unit, end=True) == number


def test_the_list_is_paged_in_the_order_of_time(store: Store) -> None:
    rows = queries.page(store, Filters())
    dated = [row["start"] or row["end"] for row in rows if row["grain"]]
    assert dated == sorted(dated)
    assert [row["grain"] is None for row in rows] == sorted(row["grain"] is None for row in rows)
    newest = queries.page(store, Filters(sort="newest"))
    assert [row["start"] or row["end"] for row in newest if row["grain"]] == sorted(dated, reverse=True)
    assert queries.page(store, Filters(page=2)) == []


def test_a_row_tells_who_took_part(store: Store) -> None:
    row = next(row for row in queries.page(store, Filters()) if row["id"] == EVENTS[0].id)
    assert [(part["role"], part["actor_id"]) for part in row["actors"]] == [
        ("source", "vladimir-putin"),
        ("target", "benjamin-netanyahu"),
    ]


def test_a_batch_that_is_added_changes_the_answer() -> None:
    with Store.open("duckdb:///:memory:") as store:
        assert queries.totals(store, Filters()).events == 0
        store.add(ANNOTATIONS[:1])
        assert queries.totals(store, Filters()).events == len(ANNOTATIONS[0].events)


def test_states_that_leave_no_event_are_not_kept_for_ever() -> None:
    with Store.open("duckdb:///:memory:") as store:
        for number in range(kept.MOST_TABLES + 20):
            queries.totals(store, Filters(q=f"nowhere{number}"))
        tables = store.backend.con.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'state_%'"
        )
        assert tables.fetchone() == (kept.MOST_TABLES,)


def test_an_hour_is_not_a_day() -> None:
    assert index(datetime(2023, 1, 2), "day", end=True) == index(datetime(2023, 1, 1), "day")
    assert index(datetime(2023, 1, 1) + timedelta(hours=5), "hour") - index(datetime(2023, 1, 1), "hour") == 5
