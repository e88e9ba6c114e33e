"""A store keeps batches whole, keeps nothing twice, and gives back what it was given."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import articles
from extract.errors import StoreError
from extract.model import (
    Actor,
    ActorKind,
    Annotation,
    Basis,
    Calendar,
    Count,
    Document,
    Event,
    EventTime,
    EventType,
    Evidence,
    FieldEvidence,
    Grain,
    Interval,
    Participant,
    Place,
    Role,
    Status,
)
from extract.script import fold_search
from extract.store import Store
from extract.store.schema import TABLES


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "events.duckdb") as kept:
        yield kept


def counts(store: Store) -> dict[str, int]:
    return {name: store.table(name).count().to_pyarrow().as_py() for name in TABLES}


def test_an_article_twice_adds_nothing(store):
    offered = list(articles(40))
    first = store.add(offered)
    before, revision = counts(store), store.revision
    second = store.add(offered)
    assert (first.events, len(first.documents), first.already) == (40, 4, ())
    assert (second.events, second.batch, len(second.already)) == (0, None, 4)
    assert counts(store) == before
    assert store.revision == revision


def test_one_batch_that_repeats_itself_and_an_earlier_one_adds_what_is_new(store):
    offered = list(articles(50))
    store.add(offered[:2])
    added = store.add([*offered[1:], *offered[2:]])
    assert added.documents == tuple(one.document.id for one in offered[2:])
    assert counts(store)["events"] == 50
    assert counts(store)["ledger"] == 5


def test_two_writers_of_one_process_double_nothing(tmp_path):
    offered = list(articles(400))
    stores = [Store.open(tmp_path / "events.duckdb") for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        added = list(pool.map(lambda store: [store.add([one]).events for one in offered], stores))
    assert counts(stores[0])["events"] == counts(stores[1])["events"] == 400
    assert sum(map(sum, added)) == 400


def test_the_revision_changes_with_each_batch_and_differs_between_stores(store, tmp_path):
    seen = [store.revision]
    for annotation in articles(30):
        store.add([annotation])
        seen.append(store.revision)
    with Store.open(tmp_path / "other.duckdb") as other:
        seen.append(other.revision)
    assert len(set(seen)) == 5


def test_events_lie_sorted_by_start_within_a_batch(store):
    store.add(articles(500))
    starts = store.table("events").select("start").to_pyarrow()["start"].to_pylist()
    assert starts == sorted(starts)
    assert len(set(starts)) > 50


def test_what_was_kept_is_there_after_opening_again(tmp_path):
    offered = list(articles(30))
    with Store.open(tmp_path / "events.duckdb") as first:
        first.add(offered)
        revision = first.revision
    with Store.open(f"duckdb:///{tmp_path / 'events.duckdb'}", read_only=True) as again:
        assert again.revision == revision
        assert [again.document(one.document.id) for one in offered] == [one.document for one in offered]
        events = [event for one in offered for event in one.events]
        assert [again.event(event.id) for event in events] == events
        with pytest.raises(StoreError, match="reading only"):
            again.add(offered)


def test_what_is_not_there_is_none_and_not_an_error(store):
    store.add(articles(10))
    assert store.document("nobody") is None
    assert store.event("nothing") is None
    assert not store.has("nobody")
    assert store.has("synthetic-000000000")


def test_many_documents_are_looked_up_in_one_question(store):
    offered = list(articles(3_000))
    store.add(offered)
    ids = {one.document.id for one in offered}
    assert store.known(ids | {f"other-{number}" for number in range(300)}) == ids


def test_readers_of_other_threads_see_whole_batches_while_one_writes(store):
    stop = threading.Event()

    def read() -> set[int]:
        seen = set()
        while not stop.is_set():
            seen.add(store.table("events").count().to_pyarrow().as_py())
        return seen

    with ThreadPoolExecutor(3) as pool:
        reading = [pool.submit(read) for _ in range(3)]
        for batch in batched_articles(2_000, 20):
            store.add(batch)
        stop.set()
        seen = set().union(*(one.result() for one in reading))
    assert {number % 200 for number in seen} == {0}
    assert len(seen) > 1, "the readers saw no batch come in"


def batched_articles(events: int, size: int):
    found = list(articles(events))
    return [found[at : at + size] for at in range(0, len(found), size)]


def test_a_table_that_is_not_there_names_those_that_are(store):
    with pytest.raises(StoreError, match="documents, events, actors"):
        store.table("evnts")


def test_a_failed_batch_leaves_nothing(store, monkeypatch):
    store.add(articles(20))
    before = counts(store)
    insert = store._engine.insert

    def break_at_evidence(name, rows):
        if name == "evidence":
            raise KeyboardInterrupt
        insert(name, rows)

    monkeypatch.setattr(store._engine, "insert", break_at_evidence)
    with pytest.raises(KeyboardInterrupt):
        store.add(articles(60))
    monkeypatch.undo()
    assert counts(store) == before
    assert store.add(articles(60)).events == 40


# Anything that a text can hold: Arabic, marks, directions, signs beyond the first plane, halves of them, zero.
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("ابتة\u064b\u202e\u2067\u200f\0😀\ud83d\r\n .")), max_size=60
)
NUMBERS = count()  # each example is an article of its own
MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9998, 1, 1))  # noqa: DTZ001


@st.composite
def intervals(draw):
    start, end = draw(st.none() | MOMENTS), draw(st.none() | MOMENTS)
    if start and end and start >= end:
        end = start + timedelta(days=1)
    zone = draw(st.sampled_from([None, "UTC", "+03:00"]))
    return Interval(start, end, draw(st.sampled_from(Grain)), draw(st.sampled_from(Calendar)), zone)


ACTORS = [Actor(f"actor-{kind}", "ممثل", "Actor", kind, "ru") for kind in ActorKind]
PLACES = [None, Place("gaza-city-ps", "غزة", "Gaza", 31.5, 34.47, "ps", "city", 6.0)]
COUNTS = st.none() | st.builds(Count, st.none() | st.integers(0, 10**6), st.just(10**6))


@st.composite
def annotations(draw):
    document = Document.of(draw(ANY_TEXT), title=draw(ANY_TEXT), source=f"outlet-{next(NUMBERS)}")
    length = len(document.text)

    def words(rule: str) -> Evidence:
        start = draw(st.integers(0, length))
        return Evidence.at(document, start, draw(st.integers(start, length)), rule)

    def event(number: int) -> Event:
        parts = {
            draw(st.sampled_from(ACTORS)): draw(st.sampled_from(Role)) for _ in range(draw(st.integers(0, 3)))
        }
        participants = tuple(
            Participant(role, actor, words("part") if draw(st.booleans()) else None)
            for actor, role in parts.items()
        )
        triggers = tuple(words("trigger") for _ in range(draw(st.integers(1, 2))))
        told = [FieldEvidence("type", trigger) for trigger in dict.fromkeys(triggers)]
        told += [FieldEvidence(f"{p.role}:{p.actor.id}", p.evidence) for p in participants if p.evidence]
        told.append(FieldEvidence("time", words("time")))
        interval = draw(st.none() | intervals())
        return Event(
            id=f"{document.id}-{number}",
            document_id=document.id,
            type=draw(st.sampled_from(EventType)),
            status=draw(st.sampled_from(Status)),
            time=EventTime(interval, draw(st.sampled_from(Basis))),
            triggers=tuple(dict.fromkeys(triggers)),
            place=draw(st.sampled_from(PLACES)),
            participants=participants,
            killed=draw(COUNTS),
            injured=draw(COUNTS),
            attributed_to=draw(st.none() | st.sampled_from(ACTORS)),
            evidence=tuple(told),
        )

    return Annotation(document, events=tuple(event(number) for number in range(draw(st.integers(0, 3)))))


@pytest.fixture(scope="module")
def kept():
    with Store.open(":memory:") as store:
        yield store


@given(annotation=annotations())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_and_event_come_back_as_they_went_in(kept, annotation):
    kept.add([annotation])
    document = kept.document(annotation.document.id)
    whole = not any(
        "\ud800" <= letter <= "\udfff" for letter in annotation.document.text + annotation.document.title
    )
    assert len(document.text) == len(annotation.document.text), "offsets would move"
    if whole:
        assert document == annotation.document
    for event in annotation.events:
        back = kept.event(event.id)
        if whole:
            assert back == event
        for said in back.evidence:
            assert document.text[said.evidence.start : said.evidence.end] == said.evidence.quote


def test_the_sentence_of_an_event_is_the_one_of_its_first_trigger(store):
    document = Document.of("بدأ اليوم هادئا. قصفت طائرات المدينة! ثم عاد الهدوء.")
    start = document.text.index("قصفت")
    trigger = Evidence.at(document, start, start + 4, "ar/events/assault")
    event = Event(
        "e", document.id, EventType.ASSAULT, Status.HAPPENED, EventTime(None, Basis.NONE), (trigger,)
    )
    store.add([Annotation(document, events=(event,))])
    (row,) = store.table("events").to_pyarrow().to_pylist()
    assert row["sentence"] == "قصفت طائرات المدينة!"
    assert document.text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
    assert row["trigger"] == "قصفت"


def test_search_text_finds_an_event_by_any_spelling_of_its_names(store):
    store.add(articles(200))
    (event,) = next(articles(1)).events
    rows = {row["id"]: row["search_text"] for row in store.table("events").to_pyarrow().to_pylist()}
    for participant in event.participants:
        assert fold_search(participant.actor.name_ar) in rows[event.id]
        assert fold_search(participant.actor.name_en.upper()) in rows[event.id]
