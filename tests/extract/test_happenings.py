"""A store keeps events of several articles as one happening, whatever the order in which the articles arrive."""

import random
import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.__main__ import app
from extract.errors import InputError, StoreError
from extract.model import (
    Actor,
    Annotation,
    Count,
    Document,
    Event,
    EventTime,
    EventType,
    Grain,
    Interval,
    Participant,
    Place,
    Role,
)
from extract.pipeline import annotate
from extract.store import Store
from tests.extract.test_merging import CASES, telling

LINES = [line for pair in CASES["one"] + CASES["two"] for line in pair]
WEEK = "consult happened | 2023-10-09/2023-10-16 | vladimir-putin > xi-jinping | moscow |"
DAYS = [
    "consult happened | 2023-10-10 | vladimir-putin > xi-jinping | moscow |",
    "consult happened | 2023-10-11 | vladimir-putin > xi-jinping | moscow |",
]

TUESDAY = Interval(datetime(2023, 10, 17), datetime(2023, 10, 18), Grain.DAY)  # noqa: DTZ001 - as the text tells it


def annotation(line: str, number: int) -> Annotation:
    """An article that tells one event."""
    told = telling(line, number)
    interval = Interval(told.start, told.end, told.grain) if told.grain else None
    place = told.place and Place(
        told.place.id,
        "",
        told.place.id,
        told.place.lat,
        told.place.lon,
        told.place.country,
        told.place.kind,
        told.place.radius_km,
    )
    parts = [
        Participant(role, Actor(side.id, "", side.id, side.kind, side.country))
        for role, sides in ((Role.SOURCE, told.sources), (Role.TARGET, told.targets))
        for side in sorted(sides)
    ]
    document = Document(told.document_id, f"text {number}", source=f"paper {number}")
    event = Event(
        told.id,
        document.id,
        EventType(told.type),
        told.status,
        EventTime(interval, told.basis),
        (),
        place,
        tuple(parts),
        Count(*told.killed) if told.killed else None,
        Count(*told.injured) if told.injured else None,
    )
    return Annotation(document, events=(event,))


def kept(store: Store) -> set[tuple[str, str, str]]:
    rows = store.table("happenings").to_pyarrow().to_pylist()
    return {(row["event_id"], row["lead_id"], row["why"]) for row in rows}


def in_order(articles, sizes):
    with Store.open(":memory:") as store:
        left = list(articles)
        while left:
            size = sizes.choice((1, 2, 7, 40))
            store.add(left[:size])
            left = left[size:]
        return kept(store)


@pytest.mark.parametrize("lines", [LINES, [WEEK, *DAYS], [WEEK, DAYS[0]], [WEEK, WEEK, *DAYS]])
@pytest.mark.parametrize("seed", range(4))
def test_batches_in_any_order_and_size_give_what_one_batch_gives(lines, seed):
    articles = [annotation(line, number) for number, line in enumerate(lines)]
    with Store.open(":memory:") as store:
        store.add(articles)
        wanted = kept(store)
    chance = random.Random(seed)  # noqa: S311 - no secret
    chance.shuffle(articles)
    assert in_order(articles, chance) == wanted


def test_a_strike_told_a_hundred_times_is_one_and_people_are_nobody():
    line = "assault happened | 2023-10-10 | army-il > - | khan-younis | killed=12"
    with Store.open(":memory:") as store:
        store.add(annotation(line, number) for number in range(100))
        assert len(kept(store)) == 99
        assert len({lead for _, lead, _ in kept(store)}) == 1


def test_one_call_told_in_two_languages_is_one_happening_with_both_articles():
    arabic = Document.of(
        "أجرى الرئيس الروسي فلاديمير بوتين يوم الاثنين اتصالا هاتفيا مع رئيس الوزراء الإسرائيلي بنيامين نتنياهو.",
        source="ar",
        published=TUESDAY,
        published_from="given",
    )
    english = Document.of(
        "Russian President Vladimir Putin spoke by phone with Israeli Prime Minister Benjamin Netanyahu on Monday.",
        source="en",
        published=TUESDAY,
        published_from="given",
    )
    with Store.open(":memory:") as store:
        store.add([annotate(arabic)])
        store.add([annotate(english)])
        ((event_id, lead_id, why),) = kept(store)
        assert [id_ for id_, _ in store.happening(event_id)] == [lead_id, event_id]
        assert store.happening(lead_id) == store.happening(event_id)
        assert "the same day (2023-10-16)" in why


def test_a_correction_holds_against_later_batches_and_can_be_taken_back():
    line, other = CASES["one"][0]
    with Store.open(":memory:") as store:
        store.add([annotation(line, 1), annotation(other, 2)])
        before = store.revision
        store.correct("split", "event-2")
        assert kept(store) == set()
        assert store.revision != before
        store.add([annotation(line, 3)])
        assert {event for row in kept(store) for event in row[:2]} == {"event-1", "event-3"}
        store.correct("undo", "", "1")
        assert {event for row in kept(store) for event in row[:2]} == {"event-1", "event-2", "event-3"}
        assert [each.kind for each in store.corrections()] == ["split", "undo"]


def test_two_that_nothing_joins_are_joined_by_hand():
    line, other = CASES["two"][0]
    with Store.open(":memory:") as store:
        store.add([annotation(line, 1), annotation(other, 2)])
        assert kept(store) == set()
        store.correct("merge", "event-1", "event-2")
        store.add([annotation(CASES["two"][6][0], 3)])
        ((_, _, why),) = kept(store)
        assert why == "merged by a correction"


@pytest.mark.parametrize(
    ("words", "named"),
    [(("merge", "event-1", "nobody"), "nobody"), (("split", "nobody"), "nobody"), (("undo", "", "9"), "9")],
)
def test_a_correction_of_what_is_not_there_is_refused_and_named(words, named):
    with Store.open(":memory:") as store:
        store.add([annotation(CASES["one"][0][0], 1)])
        with pytest.raises(InputError, match=named):
            store.correct(*words)
        assert store.corrections() == []


def older(path: Path) -> None:
    """A store as the version before wrote it."""
    with Store.open(path) as store:
        store.add([annotation(line, number) for number, line in enumerate(CASES["one"][0])])
        for sql in (
            "DROP TABLE happenings",
            "DROP TABLE corrections",
            "UPDATE about_this_store SET version = 2",
        ):
            store.backend.con.execute(sql)


def test_an_older_store_is_brought_up_and_a_copy_of_it_stays(tmp_path):
    path = tmp_path / "events.duckdb"
    older(path)
    with pytest.raises(StoreError, match=r"older.*correct list"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert len(kept(store)) == 1
    assert (tmp_path / "events.duckdb.version2").stat().st_size > 0
    with Store.open(path, read_only=True) as store:
        assert len(kept(store)) == 1


def test_an_older_store_is_not_touched_where_its_copy_would_overwrite_a_file(tmp_path):
    path = tmp_path / "events.duckdb"
    older(path)
    (tmp_path / "events.duckdb.version2").write_text("mine")
    with pytest.raises(StoreError, match="version2"):
        Store.open(path)
    assert (tmp_path / "events.duckdb.version2").read_text() == "mine"


def test_the_table_of_pairs_names_places_that_it_holds():
    table = tomllib.loads(
        (Path(__file__).parents[1] / "corpus" / "merging" / "pairs.toml").read_text("utf-8")
    )
    named = {line.split("|")[3].strip() for pair in table["one"] + table["two"] for line in pair}
    assert named - {"-"} <= set(table["places"])


def test_the_command_line_tells_why_and_takes_corrections(tmp_path):
    path = str(tmp_path / "events.duckdb")
    with Store.open(path) as store:
        store.add([annotation(line, number) for number, line in enumerate(CASES["one"][0])])

    def run(*words):
        return CliRunner().invoke(app, [*words, "--store", path])

    assert "told by 2 articles" in run("why", "event-1").output
    assert "the same sides" in run("why", "event-1").output
    assert run("correct", "split", "event-1").exit_code == 0
    assert "told by 1 article" in run("why", "event-1").output
    assert run("correct", "undo", "1").exit_code == 0
    assert "told by 2 articles" in run("why", "event-0").output
    assert run("correct", "list").output.splitlines() == ["1\tsplit\tevent-1\t", "2\tundo\t\t1"]
    missing = run("why", "nobody")
    assert missing.exit_code == 1
