"""The command line as people use it: add, show, explain; what it prints and its exit status."""

# ruff: noqa: S603 - the commands started here are this program's own
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.__main__ import app
from extract.store import Store

ROOT = Path(__file__).parents[2]
SEED = next(ROOT.glob("seeds/*.txt"))
PLAIN = "قال بوتين يوم الاثنين إنه سيزور بكين. وقتل ثلاثة في غزة أمس."


def run(*arguments: object, stdin: bytes | None = None):
    return CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)


@pytest.fixture
def folder(tmp_path):
    """A good article, one with a sidecar, and four that cannot be used."""
    found = tmp_path / "articles"
    (found / "more").mkdir(parents=True)
    (found / "good.txt").write_text(PLAIN, encoding="utf-8")
    shutil.copy(SEED, found / "more" / "seed.txt")
    shutil.copy(SEED.with_suffix(".meta.json"), found / "more" / "seed.meta.json")
    (found / "empty.txt").write_bytes(b"")
    (found / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (found / "old.txt").write_bytes(PLAIN.encode("windows-1256"))
    (found / "meta.txt").write_text(PLAIN + "x", encoding="utf-8")
    (found / "meta.meta.json").write_text('{"published": "sometime"}')
    (found / "notes.md").write_text("not an article")
    (found / ".hidden.txt").write_text("not shown")
    return found


def test_the_bad_articles_are_named_and_the_rest_is_added(folder, tmp_path):
    store = tmp_path / "events.duckdb"
    result = run("add", folder, "--store", store)
    assert result.exit_code == 1
    for name, reason in {
        "empty.txt": "is empty",
        "picture.txt": "is not text",
        "old.txt": "is not UTF-8",
        "meta.meta.json": "'sometime' is no date",
    }.items():
        (line,) = [line for line in result.stdout.splitlines() if line.startswith("skipped") and name in line]
        assert reason in line
    assert "2 articles added" in result.stdout
    assert "0 already there, 4 skipped" in result.stdout
    assert "notes.md" not in result.stdout
    with Store.open(store, read_only=True) as kept:
        documents = kept.table("documents").to_pyarrow().to_pylist()
        assert sorted(row["published_from"] for row in documents) == ["", "sidecar"]
        assert kept.table("events").count().to_pyarrow().as_py() > 5


def test_adding_twice_adds_nothing_and_is_quick(tmp_path):
    store = tmp_path / "events.duckdb"
    first = run("add", SEED, "--store", store)
    assert first.exit_code == 0
    with Store.open(store) as kept:
        before = kept.revision, kept.table("events").count().to_pyarrow().as_py()
    before_it = os.times()
    again = subprocess.run(
        [sys.executable, "-m", "extract", "add", SEED, "--store", store],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    after = os.times()
    spent = after.children_user - before_it.children_user + after.children_system - before_it.children_system
    assert spent < 2, "seconds of work for nothing new"  # not of the clock: other tests run beside
    assert "0 articles added with 0 events, 1 already there, 0 skipped" in again.stdout
    with Store.open(store) as kept:
        assert (kept.revision, kept.table("events").count().to_pyarrow().as_py()) == before


def test_one_article_under_two_names_is_one_document(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PLAIN, encoding="utf-8")
    result = run("add", tmp_path / "a.txt", tmp_path, tmp_path / "a.txt", "--store", tmp_path / "e.duckdb")
    assert "1 article added" in result.stdout
    assert "1 already there" in result.stdout


def test_a_day_given_goes_before_the_sidecar_and_dates_follow_it(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(PLAIN, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"published": "2020-01-01"}')
    store = tmp_path / "e.duckdb"
    assert run("add", article, "--published", "2023-10-17", "--store", store).exit_code == 0
    with Store.open(store, read_only=True) as kept:
        (row,) = kept.table("documents").to_pyarrow().to_pylist()
        assert (row["published_start"].date().isoformat(), row["published_from"]) == ("2023-10-17", "given")
        starts = kept.table("events").select("start", "status").to_pyarrow().to_pylist()
        assert all(one["start"].year == 2023 for one in starts if one["start"])


def test_with_no_day_of_publication_events_are_kept_and_the_report_says_what_is_missing(tmp_path):
    result = run("add", "-", "--store", tmp_path / "e.duckdb", stdin=PLAIN.encode())
    assert result.exit_code == 0
    assert "unresolved" in result.stdout
    assert "--published" in result.stdout
    with Store.open(tmp_path / "e.duckdb", read_only=True) as kept:
        assert kept.table("events").count().to_pyarrow().as_py() >= 1


def test_a_day_given_later_is_told(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(PLAIN, encoding="utf-8")
    store = tmp_path / "e.duckdb"
    for given, late in (([], False), ([], False), (["--published", "2023-10-17"], True)):
        result = run("add", article, "--store", store, *given)
        assert result.exit_code == 0
        assert ("was kept with no day of publication" in result.stdout) == late


def test_signs_that_a_terminal_cannot_show_stop_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "extract", "show", tmp_path / "a.txt"],
        cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 0
    assert b"Vladimir Putin" in done.stdout


BAD_CALLS = {
    "an unknown date": (["add", SEED, "--published", "yesterday"], "'yesterday' is no date; write a year"),
    "a missing file": (["add", "nowhere.txt"], "nowhere.txt: there is no such file"),
    "an empty folder": (["add", "EMPTY"], "holds no article"),
    "an address": (
        ["add", "https://example.org/a.html"],
        "https://example.org/a.html: addresses are not fetched",
    ),
    "an unknown store": (["add", SEED, "--store", "redis://localhost"], "known: duckdb://"),
    "a store that is none": (["add", SEED, "--store", SEED], "no DuckDB file"),
    "to show a missing file": (["show", "nowhere.txt"], "nowhere.txt: there is no such file"),
    "to show with an unknown date": (["show", SEED, "--published", "12/10/2023"], "is no date"),
    "to explain with an unknown date": (["explain", "أمس", "--published", "soon"], "'soon' is no date"),
}


@pytest.mark.parametrize("what", BAD_CALLS)
def test_what_cannot_be_done_is_one_clear_line_and_status_1(tmp_path, monkeypatch, what):
    arguments, message = BAD_CALLS[what]
    (tmp_path / "EMPTY").mkdir()
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 1
    assert message in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert (
        list(tmp_path.glob("*.duckdb")) == []
        or arguments[-1] in {"nowhere.txt", "EMPTY"}
        or "https" in message
    )


def test_a_defect_in_one_article_is_told_and_the_rest_is_added(tmp_path, monkeypatch):
    from extract.pipeline import annotating  # noqa: PLC0415 - loaded with the test that breaks it

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{PLAIN} {number}", encoding="utf-8")
    find = annotating.find_events

    def break_one(document, *rest):
        if document.text.endswith("1"):
            raise KeyError("boom")
        return find(document, *rest)

    monkeypatch.setattr(annotating, "find_events", break_one)
    result = run("add", tmp_path, "--store", tmp_path / "e.duckdb")
    assert result.exit_code == 1
    assert "2 articles added" in result.stdout
    assert "1.txt: a defect of this program (KeyError: 'boom'" in result.stdout


def test_show_prints_each_sentence_with_its_finds_and_each_event_with_its_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    text = SEED.read_text(encoding="utf-8")
    result = run("show", SEED)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout, "colour in a pipe"
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        assert paragraph[:60].split(".")[0] in result.stdout, "a sentence is missing or broken"
    assert "published 2023-10-17 (sidecar)" in result.stdout
    for words in ("date   يوم الاثنين  →  2023-10-16", "Vladimir Putin", "sentence 1", "stated"):
        assert words in result.stdout


def test_on_a_terminal_the_finds_are_coloured_and_control_signs_are_not_sent(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(PLAIN.replace("بوتين", "بوتين \x1b]0;evil\x07 \u202e"), encoding="utf-8")
    main, worker = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "extract", "show", str(article), "--published", "2023-10-17"],
        cwd=ROOT, stdout=worker, stderr=worker, env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"},
    ) as running:  # fmt: skip
        os.close(worker)
        shown = b""
        while True:
            try:
                shown += os.read(main, 65_536)
            except OSError:  # the other end is closed
                break
        assert running.wait() == 0
    assert b"\x1b[" in shown
    assert b"\x1b]0;evil" not in shown
    assert "\u202e" not in shown.decode()


def test_explain_says_why_in_words():
    result = run("explain", "التقى بوتين نتنياهو في موسكو يوم الاثنين", "--published", "2023-10-17")
    assert result.exit_code == 0
    for words in ("يوم الاثنين", "2023-10-16", "vladimir-putin", "موسكو", "consult"):
        assert words in result.stdout


def test_help_is_printed_at_once_and_without_arguments_too():
    before = os.times()
    bare = subprocess.run(
        [sys.executable, "-m", "extract"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert os.times().children_user - before.children_user < 0.5
    for command in ("add", "annotate", "show", "explain"):
        assert command in bare.stdout
        result = run(command, "--help")
        assert result.exit_code == 0
        assert "Usage" in result.stdout


def test_a_store_in_use_is_told_and_nothing_is_lost(tmp_path):
    store = tmp_path / "e.duckdb"
    with Store.open(store):
        done = subprocess.run(
            [sys.executable, "-m", "extract", "add", str(SEED), "--store", str(store)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "another process owns this store" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_library_is_what_its_docstring_says():
    import extract  # noqa: PLC0415 - as a user does

    document = extract.Document.of(PLAIN, published=extract.published_interval("2023-10-17"))
    annotation = extract.annotate(document)
    assert annotation.events
    for event in annotation.events:
        for said in event.evidence:
            assert document.text[said.evidence.start : said.evidence.end] == said.evidence.quote
    assert json.dumps([one.evidence.quote for one in extract.annotate(document, only={"dates"}).dates])
    assert extract.annotate(document, only={"dates"}).events == ()


def test_the_index_of_places_can_be_built_beforehand():
    result = run("gazetteer", "build")
    assert result.exit_code == 0
    places, _, folder = result.output.strip().partition(" places in ")
    assert int(places.replace(",", "")) > 100_000
    assert Path(folder.replace("\n", "")).is_dir()
