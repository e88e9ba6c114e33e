"""Every chart draws no rows; what the timeline, the facets, the list and the card say of the events at hand."""

# ruff: noqa: DTZ001 - the store keeps naive times
from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard import chips, telling, url
from dashboard.advice import advice, gains
from dashboard.answers import VIEWS, answer
from dashboard.axis import axis
from dashboard.charts import card, excerpt, facets, lanes, table, timeline
from dashboard.charts.lanes import BOUNDED, OPEN, SURE, WITHIN
from dashboard.filters import LANGUAGES, Filters
from dashboard.palette import FAMILIES, THEMES, colour, family
from extract.model import EventType
from tests.dashboard.conftest import EVENTS

if TYPE_CHECKING:
    from extract.store import Store


pytestmark = pytest.mark.usefixtures("app")  # the map asks it where its files are


def sent(drawn: Any) -> str:
    """As it goes to the browser."""
    return json.dumps(drawn, cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.draw.__name__)
@pytest.mark.parametrize(
    "search", ["", "?from=1900&to=1901", "?id=nothing", "?q=nowhere&type=aid&actor=nobody&place=zz"]
)
def test_every_view_draws_no_rows(
    empty_store: Store, store: Store, view: Any, search: str, lang: str
) -> None:
    for asked in (empty_store, store):
        drawn = answer(view, asked, {"search": search, "lang": lang, "theme": "dark", "narrow": True})
        assert len(drawn) == len(view.into)
        sent(drawn)


NOT_HERE = {"place=zz": ["zz"], "place=no-such-place&place=FR": ["no-such-place"], "place=fr&place=none": []}


@pytest.mark.parametrize("search", NOT_HERE)
def test_a_place_that_nobody_knows_is_told(store: Store, search: str) -> None:
    filters, _ = url.read(search)
    told = [line.children for line in chips.notices((), store, filters, "en")]
    assert told == [f"No place here is called “{name}”." for name in NOT_HERE[search]]


KINDS = {
    1: SURE, 2: SURE, 3: BOUNDED, 4: OPEN, 7: WITHIN, 8: WITHIN, 9: WITHIN, 10: OPEN, 11: SURE, 12: OPEN, 13: WITHIN,
}  # fmt: skip


def test_the_timeline_draws_each_event_as_well_as_its_time_is_known(store: Store) -> None:
    rows = timeline.rows(store, Filters())
    assert {int(row["id"], 16): lanes.kind(row) for row in rows.events} == KINDS
    assert rows.undated == len(EVENTS) - len(KINDS)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_neither_bars_nor_their_labels_meet(store: Store, lang: str, narrow: bool) -> None:
    rows = timeline.rows(store, Filters()).events
    first, last = lanes.reach(rows, Filters().window)
    pixel = (last - first) / lanes._WIDTH[narrow]
    bars = lanes.packed(lanes._bars(rows, first, last, lang, labelled=True), last, pixel)
    taken: dict[int, list[tuple[datetime, datetime]]] = {}
    for bar in bars:
        wide = pixel * len(bar.label) * lanes._LETTER
        start, end = (
            (bar.start, max(bar.end, bar.start + wide))
            if bar.fits
            else (min(bar.start, bar.end - wide), bar.end)
        )
        assert all(
            end <= other_start or start >= other_end for other_start, other_end in taken.get(bar.lane, [])
        )
        taken.setdefault(bar.lane, []).append((start, end))


def test_time_runs_from_the_right_in_arabic(store: Store) -> None:
    rows = timeline.rows(store, Filters())
    ranges = {lang: timeline.figure(rows, lang)["layout"]["xaxis"]["range"] for lang in LANGUAGES}
    assert ranges["ar"] == ranges["en"][::-1]
    assert ranges["en"] == sorted(ranges["en"])


BRUSHES = {
    ("2023-10-07 05:00", "2023-10-16 09:00"): ("2023-10-07", "2023-10-16"),
    ("2023-10-16 09:00", "2023-10-07 05:00"): ("2023-10-07", "2023-10-16"),
    ("2021-03-04", "2023-10-16"): ("2021-03", "2023-10"),
    ("1948-05-15", "2023-10-16"): ("1948", "2023"),
}


@pytest.mark.parametrize("ends", BRUSHES)
def test_a_brush_sets_the_dates_whichever_way_it_is_drawn(ends: tuple[str, str]) -> None:
    before, _ = url.read("?actor=hamas&page=3")
    after = timeline.picked({"range": {"x": list(ends)}}, before)
    assert (after.since, after.until) == BRUSHES[ends]
    assert (after.actors, after.page) == (("hamas",), 1)


def test_picking_nothing_changes_nothing() -> None:
    filters, _ = url.read("?actor=hamas")
    for selection in (None, {}, {"points": []}, {"points": [{"customdata": "an-event"}]}):
        assert timeline.picked(selection, filters) == filters


def test_a_click_on_a_step_picks_its_days() -> None:
    after = timeline.picked({"points": [{"customdata": ["2023-10-01", "2023-10-31"]}]}, Filters())
    assert (after.since, after.until) == ("2023-10-01", "2023-10-31")


@pytest.mark.parametrize("days", [0.2, 2, 9, 40, 200, 900, 5000, 40000, 400000])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_axis_has_some_ticks_and_not_too_many(days: float, lang: str) -> None:
    first = datetime(1600, 3, 5, 7)
    drawn = axis(first, first + timedelta(days=days), lang, "light", 9)
    assert 2 <= len(drawn["tickvals"]) <= 13
    assert drawn["tickvals"] == sorted(set(drawn["tickvals"]))


def test_what_is_chosen_stays_among_the_choices(store: Store) -> None:
    filters, _ = url.read("?actor=hamas&type=election&place=cn")
    rows = facets.rows(store, filters)
    assert [choice.events for choice in facets.actor_choices(rows, "en") if choice.value == "hamas"] == [0]
    assert 'data-toggle": "type=election"' in sent(facets.figure(rows, filters, "ar"))


def test_a_choice_is_found_by_its_name_in_either_language(store: Store) -> None:
    for lang, names in (
        ("ar", ("فلاديمير بوتين", "Vladimir Putin")),
        ("en", ("Vladimir Putin", "فلاديمير بوتين")),
    ):
        options = facets.figure(facets.rows(store, Filters()), Filters(), lang)["actor_options"]
        putin = next(option for option in options if option["value"] == "vladimir-putin")
        assert (putin["label"], putin["other"], putin["count"]) == (*names, "4")


def test_a_choice_that_nobody_knows_stays_in_its_search_box(store: Store) -> None:
    filters, _ = url.read("?actor=nobody&place=nowhere-xx")
    told = facets.figure(facets.rows(store, filters), filters, "en")
    for options, value in (("actor_options", "nobody"), ("place_options", "nowhere-xx")):
        assert value in [option["value"] for option in told[options]]


def test_an_empty_result_says_which_filter_to_loosen(store: Store) -> None:
    filters, _ = url.read("?actor=hamas&from=2025&type=election")
    assert gains(store, filters) == []  # two of the three are to blame
    filters, _ = url.read("?actor=hamas&from=2024&type=assault")
    assert gains(store, filters) == [(1, "time")]
    assert "would show 1 event" in sent(advice(store, filters, "en"))
    assert advice(store, Filters(), "en") == []


def test_an_empty_store_says_how_to_fill_it(empty_store: Store) -> None:
    assert "python -m extract add" in sent(advice(empty_store, Filters(), "ar"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id[-2:])
def test_the_card_marks_the_words_of_every_field(store: Store, event: Any, lang: str) -> None:
    drawn = sent(card.figure(card.rows(store, event.id), lang))
    for told in event.evidence:
        assert json.dumps(told.evidence.quote, ensure_ascii=False)[1:-1] in drawn
        assert f"mark {excerpt.style(told.field.partition(':')[0])}" in drawn


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id[-2:])
def test_the_card_says_how_precise_words_are_only_where_words_tell_the_time(store: Store, event: Any) -> None:
    drawn = sent(card.figure(card.rows(store, event.id), "en"))
    assert ("Told to the" in drawn) == (event.time.basis in {"stated", "inherited"})


def test_marks_are_cut_where_they_overlap_and_no_letter_is_lost() -> None:
    text = "the president of the state spoke"
    marks = [excerpt.Mark(4, 26, "source"), excerpt.Mark(17, 26, "place"), excerpt.Mark(27, 32, "type")]
    parts = excerpt.marked(text, 0, len(text), marks, "en")
    told = [(part, "") if isinstance(part, str) else (part.children, part.className) for part in parts]
    assert "".join(words for words, _ in told) == text
    assert told[1:4] == [("president of ", "mark mark-source"), ("the state", "mark mark-place"), (" ", "")]


LINKS = {
    "https://example.org/a": "https://example.org/a",
    " http://example.org/a ": "http://example.org/a",
    "javascript:alert(1)": "",
    "data:text/html,x": "",
    "//example.org": "",
    "https://": "",
    "https://[": "",
    "": "",
}


@pytest.mark.parametrize("link", LINKS)
def test_only_links_to_the_web_are_followed(link: str) -> None:
    assert card.safe(link) == LINKS[link]


def test_what_an_article_says_is_text_and_never_markup(store: Store) -> None:
    figure = sent(timeline.figure(timeline.rows(store, Filters()), "en"))
    assert "<script>" not in figure
    assert "&lt;script&gt;" in figure
    for view in VIEWS:
        assert "dangerously_allow_html" not in sent(
            answer(view, store, {"search": "?id=0000000000000007", "lang": "ar"})
        )


TIMES = {
    ("2023-10-16", "2023-10-17", "day", "stated"): ("16 October 2023", "16 أكتوبر 2023"),
    ("2023-10-09", "2023-10-16", "week", "stated"): ("9–15 October 2023", "9–15 أكتوبر 2023"),
    ("2023-10-01", "2023-11-01", "month", "stated"): ("October 2023", "أكتوبر 2023"),
    ("2023-09-28", "2023-10-03", "day", "stated"): ("28 September – 2 October 2023", "28 سبتمبر – 2 أكتوبر 2023"),
    ("2024-01-01", "2024-04-01", "quarter", "stated"): ("quarter 1 of 2024", "الربع 1 من 2024"),
    ("2024-01-01", "2024-05-01", "quarter", "stated"): ("January – April 2024", "يناير – أبريل 2024"),
    ("2023-01-01", "2024-01-01", "year", "stated"): ("2023", "2023"),
    ("1990-01-01", "2000-01-01", "decade", "stated"): ("the 1990s", "عقد 1990"),
    ("2023-10-07", "2023-10-17", "day", "bounded"): (
        "between 7 and 16 October 2023",
        "بين 7 و16 أكتوبر 2023",
    ),
    ("2023-10-17", None, "day", "bounded"): ("from 17 October 2023 on", "منذ 17 أكتوبر 2023"),
    (None, "2024-05-02", "day", "bounded"): ("until 1 May 2024", "حتى 1 مايو 2024"),
    ("2024-04-30T03:15", "2024-04-30T03:16", "minute", "stated"): ("30 April 2024, 03:15", "30 أبريل 2024، 03:15"),
    (None, None, None, "none"): ("no date told", "لم يُذكر تاريخ"),
}  # fmt: skip


@pytest.mark.parametrize("told", TIMES, ids=str)
def test_times_are_said_no_finer_than_they_are_known(told: tuple[Any, ...]) -> None:
    start, end = (edge and datetime.fromisoformat(edge) for edge in told[:2])
    row = {"start": start, "end": end, "grain": told[2], "basis": told[3]}
    assert (telling.time(row, "en"), telling.time(row, "ar")) == TIMES[told]


def test_a_day_is_told_in_the_calendar_asked_for() -> None:
    day = datetime(2023, 10, 7)
    assert telling.day(day, "ar", "hijri") == "22 ربيع الأول 1445 هـ"
    assert telling.day(day, "en", "both") == "7 October 2023 (22 Rabi I 1445 AH)"
    assert telling.day(datetime(1187, 10, 2), "en", "hijri") == "2 October 1187"  # before the tables begin


def test_every_type_has_a_colour_in_both_themes() -> None:
    for theme in THEMES:
        shades = {type_: colour(family(type_), theme) for type_ in EventType}
        assert len(set(shades.values())) == len(FAMILIES)


def test_the_list_turns_to_the_last_page_there_is(store: Store) -> None:
    rows = table.rows(store, Filters(page=99))
    assert (rows.page, rows.pages, len(rows.events)) == (1, 1, len(EVENTS))
