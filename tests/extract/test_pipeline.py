"""From text to events: what is given goes before what is found, and the same text gives the same answer anywhere."""

# ruff: noqa: S603 - the commands started here are this program's own
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from extract.errors import InputError
from extract.model import Document
from extract.pipeline import add_paths, annotate
from extract.readers.published import published_interval
from extract.store import Store

ROOT = Path(__file__).parents[2]
SEED = next(ROOT.glob("seeds/*.txt"))
TEXT = "قال بوتين يوم الاثنين إنه سيزور بكين. وقتل ثلاثة في غزة أمس."
ASK = "import sys; from extract.jsonl import *; sys.stdout.buffer.write(b''.join(encode(a) for a in answers(sys.stdin.buffer, parts('dates,places,actors,events'))))"


def seed_line() -> bytes:
    return orjson.dumps({"id": 1, "text": SEED.read_text(encoding="utf-8"), "published": "2023-10-17"})


def test_ids_and_answers_are_the_same_in_every_process():
    printed = {
        subprocess.run(
            [sys.executable, "-c", ASK],
            input=seed_line(),
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert b'"events":[{"id":' in printed.pop()


@pytest.fixture(scope="module")
def seed():
    text = SEED.read_text(encoding="utf-8")
    return annotate(Document.of(text, published=published_interval("2023-10-17"), published_from="given"))


def test_every_evidence_is_the_text_at_its_place(seed):
    text = seed.document.text
    told = [said.evidence for event in seed.events for said in event.evidence]
    told += [one.evidence for found in (seed.dates, seed.places, seed.actors) for one in found]
    assert len(told) > 50
    for evidence in told:
        assert text[evidence.start : evidence.end] == evidence.quote != ""
        assert evidence.document_id == seed.document.id
        assert evidence.rule


def test_an_event_claims_no_field_without_evidence(seed):
    for event in seed.events:
        fields = {said.field for said in event.evidence}
        assert (
            {said.evidence for said in event.evidence if said.field == "type"} == set(event.triggers) != set()
        )
        for part in event.participants:
            assert part.evidence is None or f"{part.role}:{part.actor.id}" in fields
        for field, value in (("killed", event.killed), ("injured", event.injured), ("place", event.place)):
            assert value is None or field in fields, f"{event.id} {event.type}: {field}"
        if event.time.basis in {"stated", "inherited"}:
            assert "time" in fields
        assert (event.time.interval is None) == (event.time.basis == "none")


def test_countries_are_told_in_capitals(seed):
    told = [mention.actor.country for mention in seed.actors]
    told += [part.actor.country for event in seed.events for part in event.participants]
    told += [one.place.country for one in seed.places if one.place]
    assert {"RU", "IL", "IR"} <= set(told)
    assert all(not code or (len(code) == 2 and code.isascii() and code.isupper()) for code in told)


def test_finds_stand_in_the_order_of_the_text_and_ids_differ(seed):
    for found in (seed.dates, seed.places, seed.actors):
        starts = [one.evidence.start for one in found]
        assert starts == sorted(starts)
    assert len({event.id for event in seed.events}) == len(seed.events)


def test_a_store_gives_back_what_the_pipeline_made(seed):
    with Store.open(":memory:") as store:
        assert store.add([seed]).events == len(seed.events)
        assert store.document(seed.document.id) == seed.document
        for event in seed.events:
            back = store.event(event.id)
            # The store may know more evidence, never other: it completes what participants were told by.
            assert replace(back, evidence=()) == replace(event, evidence=())
            assert set(event.evidence) <= set(back.evidence)


def test_the_language_is_told_by_the_text_unless_it_is_given():
    assert annotate(Document.of(TEXT)).document.language == "ar"
    assert annotate(Document.of("Putin met Netanyahu in Moscow on Monday.")).document.language == "en"
    assert annotate(Document.of(TEXT, language="fa"), only={"places"}).document.language == "fa"


def test_a_part_is_the_same_alone_and_with_the_others(seed):
    for part in ("dates", "places", "actors", "events"):
        alone = annotate(seed.document, only={part})
        assert getattr(alone, part) == getattr(seed, part)
        assert not any(getattr(alone, other) for other in {"dates", "places", "actors", "events"} - {part})


@pytest.mark.parametrize("only", [{"dates", "plces"}, set()])
def test_a_part_that_is_none_is_refused(only):
    with pytest.raises(InputError, match="choose of actors, dates, events, places"):
        annotate(Document.of(TEXT), only=only)


def test_with_no_day_of_publication_events_are_kept_and_a_notice_says_why():
    annotation = annotate(Document.of("التقى بوتين نتنياهو يوم الاثنين."))
    assert annotation.events
    assert all(event.time.basis in {"bounded", "none"} or event.time.interval for event in annotation.events)
    (notice,) = annotation.notices
    assert "يوم الاثنين" in notice
    assert "--published" in notice


def test_progress_is_told_after_each_article_up_to_the_whole(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    told = []
    with Store.open(":memory:") as store:
        report = add_paths(
            store, [tmp_path], progress=lambda report, total: told.append((report.done, total))
        )
    assert [outcome.name[-5:] for outcome in report.added] == [f"{number}.txt" for number in range(5)]
    assert len(report.failed) == 1
    assert told[-1] == (6, 6)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def kept(store_path: Path) -> dict[str, list[object]]:
    with Store.open(store_path) as store:
        return {
            name: sorted(
                (row["id"] if "id" in row else (row["event_id"], row["ordinal"], row.get("field")))
                for row in store.table(name).to_pyarrow().to_pylist()
            )
            for name in ("documents", "events", "event_actors", "evidence", "actors")
        }


def wait_for_a_batch(running: subprocess.Popen, log: Path) -> None:
    """Until the log of what is written is longer than the tables alone make it, or the run is over."""
    while running.poll() is None:
        if log.exists() and log.stat().st_size > 30_000:
            return
        time.sleep(0.005)


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(160):
        (articles / f"{number}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    add = [sys.executable, "-m", "extract", "add", str(articles), "--store"]
    for _ in range(2):
        with subprocess.Popen([*add, str(tmp_path / "killed.duckdb")], cwd=ROOT) as running:
            wait_for_a_batch(running, tmp_path / "killed.duckdb.wal")
            running.kill()
    before = len(kept(tmp_path / "killed.duckdb")["documents"])
    for name in ("killed", "quiet"):
        subprocess.run(
            [*add, str(tmp_path / f"{name}.duckdb")], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
    assert kept(tmp_path / "killed.duckdb") == kept(tmp_path / "quiet.duckdb")
    assert 0 < before < 160, "no kill fell into the middle"


def test_batches_are_kept_as_they_come(tmp_path, monkeypatch):
    monkeypatch.setattr("extract.pipeline.adding._BATCH", 2)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    with Store.open(":memory:") as store:
        add_paths(store, [tmp_path])
        ledger = store.table("ledger").to_pyarrow().to_pylist()
    assert [row["batch"] for row in ledger] == [1, 1, 2, 2, 3]


MONDAY = "التقى الرئيس الروسي فلاديمير بوتين نظيره السوري بشار الأسد يوم الاثنين في موسكو."


def test_a_day_given_later_resolves_what_was_kept_without_one(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(MONDAY, encoding="utf-8")
    with Store.open(":memory:") as store:
        first = add_paths(store, [article])
        assert [outcome.events for outcome in first.added] == [1]
        again = add_paths(store, [article])
        assert (len(again.added), len(again.already)) == (0, 1)
        dated = add_paths(store, [article], published=published_interval("2023-10-17"))
        assert "resolved by the day given now" in dated.added[0].notices[0]
        rows = store.table("events").execute()
        assert [str(start.date()) for start in rows["start"]] == ["2023-10-16"]
        assert store.table("documents").count().execute() == 1
        event = store.event(rows["id"][0])
        assert event is not None
        assert len(store.table("evidence").execute()) == len(event.evidence)
        redated = add_paths(store, [article], published=published_interval("2023-10-24"))
        assert (len(redated.added), len(redated.already)) == (0, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قال الرئيس الأميركي دونالد ترامب اليوم الاثنين 16 أكتوبر إنه سينسحب من الاتفاق.", "2017-10-16"),
        ("قال الرئيس الأميركي باراك أوباما اليوم الثلاثاء 16 أكتوبر إنه سيزور القاهرة.", "2012-10-16"),
        ("President Joe Biden said today, Monday, October 16, that he would go.", "2023-10-16"),
        ("قال الوزير اليوم الاثنين 16 أكتوبر إنه سيزور القاهرة.", None),
        ("التقى الرئيس الأميركي السابق باراك أوباما اليوم الثلاثاء 16 أكتوبر وفدا.", None),
    ],
)
def test_offices_held_tell_the_year_where_the_dates_leave_several(text, day):
    published = annotate(Document.of(text)).document.published
    assert (published and published.start_iso) == day
