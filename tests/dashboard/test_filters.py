"""Every filter survives the URL; what cannot be read is told and breaks nothing."""

# ruff: noqa: DTZ001 - the store keeps naive times
from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import filters, url
from dashboard.filters import Box, Filters, View
from dashboard.url import Notice
from extract.model import EventType, Status

DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
    st.just(""),
)
SLUGS = st.lists(
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda s: len(s) < 60),
    unique=True,
    max_size=5,
).map(tuple)


def degrees(limit: int) -> st.SearchStrategy[float]:
    return st.integers(-limit * 10_000, limit * 10_000).map(lambda n: n / 10_000)


def chosen(choices: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(choices)).map(lambda picked: tuple(c for c in choices if c in picked))


BOXES = st.builds(Box, degrees(180), degrees(90), degrees(180), degrees(90)).filter(
    lambda box: box.south < box.north and box.west != box.east
)
STATES = st.builds(
    Filters,
    since=DATES,
    until=DATES,
    actors=SLUGS,
    types=chosen(list(EventType)),
    statuses=chosen(list(Status)),
    places=SLUGS,
    bbox=st.none() | BOXES,
    q=st.text(max_size=60).map(url._clean),
    sure=st.booleans(),
    id=st.from_regex(r"[0-9a-f]{16}", fullmatch=True) | st.just(""),
    lang=st.sampled_from(["", "ar", "en"]),
    theme=st.sampled_from(["", *filters.THEMES]),
    calendar=st.sampled_from(["", *filters.CALENDARS]),
    map=st.none() | st.builds(View, degrees(90), degrees(180), st.integers(0, 22).map(float)),
    parts=chosen(list(filters.PARTS)),
    sort=st.sampled_from(["", *filters.SORTS]),
    page=st.integers(1, 1000),
).filter(lambda f: not (f.window.start and f.window.end) or f.window.start < f.window.end)


@given(STATES)
def test_every_filter_survives_the_url(state: Filters) -> None:
    assert url.read(url.write(state)) == (state, ())


@given(st.text(max_size=80))
def test_any_text_as_a_query_is_read(text: str) -> None:
    state, _ = url.read("?" + text)
    assert url.read(url.write(state))[0] == state


BAD = {
    "?from=2023-02-31": Notice("unreadable", "from", "2023-02-31"),
    "?from=yesterday": Notice("unreadable", "from", "yesterday"),
    "?to=0000": Notice("unreadable", "to", "0000"),
    "?type=war": Notice("unreadable", "type", "war"),
    "?status=maybe": Notice("unreadable", "status", "maybe"),
    "?actor=<script>": Notice("unreadable", "actor", "<script>"),
    "?bbox=1,2,3": Notice("unreadable", "bbox", "1,2,3"),
    "?bbox=0,10,20,5": Notice("unreadable", "bbox", "0,10,20,5"),
    "?bbox=nan,1,2,3": Notice("unreadable", "bbox", "nan,1,2,3"),
    "?map=inf,1,2": Notice("unreadable", "map", "inf,1,2"),
    "?sure=yes": Notice("unreadable", "sure", "yes"),
    "?lang=fr": Notice("unreadable", "lang", "fr"),
    "?page=0": Notice("unreadable", "page", "0"),
    "?page=٣٣٣٣٣٣٣٣": Notice("unreadable", "page", "٣٣٣٣٣٣٣٣"),
    "?parts=timeline,pie": Notice("unreadable", "parts", "timeline,pie"),
    "?colour=red": Notice("unknown", "colour"),
    "?from=2024&to=2023": Notice("backwards", "from", "2024 - 2023"),
}


@pytest.mark.parametrize("search", BAD)
def test_what_cannot_be_read_is_told(search: str) -> None:
    state, notices = url.read(search + "&q=kept")
    assert state.q == "kept"
    assert notices == (BAD[search],)


def test_a_country_may_be_written_in_capitals() -> None:
    assert url.read("?place=IL&place=il") == (Filters(places=("il",)), ())


def test_what_networks_hang_on_links_is_no_news() -> None:
    assert url.read("?utm_source=x&fbclid=y&from=2023") == (Filters(since="2023"), ())


WINDOWS = {
    "?from=2023&to=2023": (datetime(2023, 1, 1), datetime(2024, 1, 1)),
    "?from=2023-10&to=2023-12": (datetime(2023, 10, 1), datetime(2024, 1, 1)),
    "?from=2023-10-07&to=2023-10-07": (datetime(2023, 10, 7), datetime(2023, 10, 8)),
    "?to=2024-02": (None, datetime(2024, 3, 1)),
    "?from=9999&to=9999": (datetime(9999, 1, 1), None),
    "?from=9999-12-31&to=9999-12-31": (datetime(9999, 12, 31), None),
}


@pytest.mark.parametrize("search", WINDOWS)
def test_dates_are_inclusive_on_screen_and_half_open_inside(search: str) -> None:
    assert url.read(search)[0].window == WINDOWS[search]


@pytest.mark.parametrize("group", filters.GROUPS)
def test_loosening_one_group_keeps_the_others(group: str) -> None:
    full, _ = url.read("?from=2023&actor=a&type=aid&status=denied&place=il&bbox=1,2,3,4&q=x")
    loose = filters.without(full, group)
    assert group in full.groups
    assert loose.groups == tuple(name for name in full.groups if name != group)
