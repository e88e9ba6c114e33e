"""What goes wrong around a store: killed writers, other owners, full disks, files that are no store."""

# ruff: noqa: S603 - the commands started here are this program's own
import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from benchmarks.synthetic import articles
from extract.errors import StoreBusyError, StoreError
from extract.store import Store
from extract.store.schema import ABOUT

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from itertools import islice
from benchmarks.synthetic import articles
from extract.store import Store

found = articles(30_000)
store = Store.open(sys.argv[1])
print("open", flush=True)
for at in range(0, 3_000, 30):
    store.add(islice(found, 30))
    print(at + 30, flush=True)
"""
HOLDER = """
import sys, time
from extract.store import Store

store = Store.open(sys.argv[1], read_only=sys.argv[2] == "read")
print("open", flush=True)
time.sleep(60)
"""
FILLER = """
import resource, signal, sys
from itertools import islice
from benchmarks.synthetic import articles
from extract.errors import StoreError
from extract.store import Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(sys.argv[1])
store.add(list(articles(100)))
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
try:
    found = articles(40_000)
    while batch := list(islice(found, 100)):
        store.add(batch)
except StoreError as error:
    print(error, flush=True)
    sys.exit(3)
"""


def started(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", script, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def acknowledged(writer: subprocess.Popen[str]) -> int:
    """How many documents the killed writer had said were kept."""
    numbers = [line.strip() for line in writer.stdout.read().splitlines() if line.strip().isdecimal()]
    return int(numbers[-1]) if numbers else 0


def test_a_killed_writer_loses_nothing_it_told_and_doubles_nothing(tmp_path):
    path = tmp_path / "events.duckdb"
    chance = random.Random(5)  # noqa: S311 - not for secrets
    kept = []
    for _ in range(4):
        writer = started(WRITER, str(path))
        assert writer.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0.2, 1.5))
        writer.kill()
        writer.wait()
        told = acknowledged(writer)
        with Store.open(path) as store:
            events = store.table("events").select("id", "document_id").to_pyarrow()
            documents = set(store.table("documents").select("id").to_pyarrow()["id"].to_pylist())
            ledger = store.table("ledger").select("document_id", "events").to_pyarrow()
        assert len(documents) >= told
        assert len(documents) % 30 == 0, "half a batch"
        assert events.num_rows == len(set(events["id"].to_pylist())) == 10 * len(documents)
        assert set(events["document_id"].to_pylist()) == documents == set(ledger["document_id"].to_pylist())
        assert ledger.num_rows == len(documents)
        kept.append(len(documents))
    assert 0 < kept[0] < 3_000, f"no kill fell into the middle: {kept}"
    assert kept == sorted(kept)


@pytest.mark.parametrize("mine", ["write", "read"])
def test_a_store_that_another_process_owns_says_so_and_who(tmp_path, mine):
    path = tmp_path / "events.duckdb"
    holder = started(HOLDER, str(path), "write")
    try:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreBusyError, match=rf"(?s){path}.*{holder.pid}.*--store"):
            Store.open(path, read_only=mine == "read")
    finally:
        holder.kill()
        holder.wait()
    Store.open(path).close()


def test_two_processes_may_read_at_once(tmp_path):
    path = tmp_path / "events.duckdb"
    with Store.open(path) as store:
        store.add(articles(10))
    holder = started(HOLDER, str(path), "read")
    try:
        assert holder.stdout.readline() == "open\n"
        with Store.open(path, read_only=True) as store:
            assert store.event("e000000003").type
    finally:
        holder.kill()
        holder.wait()


def test_a_full_disk_fails_the_batch_and_keeps_the_earlier_ones(tmp_path):
    path = tmp_path / "events.duckdb"
    filler = started(FILLER, str(path))
    said = filler.communicate(timeout=60)[0]
    assert filler.returncode == 3, said
    assert "was not kept" in said
    with Store.open(path) as store:
        documents = store.table("documents").count().to_pyarrow().as_py()
        events = store.table("events").count().to_pyarrow().as_py()
        assert documents >= 10
        assert events == 10 * documents
        assert store.add(articles(2_000)).events == 2_000 - events


def listed(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def made(path: Path) -> Path:
    with Store.open(path) as store:
        store.add(articles(3_000))
    return path


def foreign_duckdb(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE sales AS SELECT 1 AS amount")


def older(path: Path) -> None:
    made(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"UPDATE {ABOUT} SET version = 0")  # noqa: S608 - a constant


def newer(path: Path) -> None:
    made(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"UPDATE {ABOUT} SET version = 99")  # noqa: S608 - a constant


def cut(share: float):
    def write(path: Path) -> None:
        whole = made(path).read_bytes()
        path.write_bytes(whole[: int(len(whole) * share)])

    return write


BAD_FILES = {
    "text": (lambda path: path.write_text("صباح الخير " * 9_000), "no DuckDB file"),
    "nothing in it": (lambda path: path.write_bytes(b""), "no DuckDB file"),
    "another DuckDB file": (foreign_duckdb, "no store of events"),
    "older": (older, "an older version.*--store"),
    "newer": (newer, "a newer version"),
    "cut at 1 in 100": (cut(0.01), "cut short or damaged"),
    "cut in half": (cut(0.5), "cut short"),
    "cut before its end": (cut(0.95), "cut short"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("what", BAD_FILES)
def test_a_file_that_is_no_whole_store_is_named_and_not_touched(tmp_path, what, read_only):
    path = tmp_path / "events.duckdb"
    make, message = BAD_FILES[what]
    make(path)
    before = hashlib.sha256(path.read_bytes()).digest(), listed(tmp_path)
    with pytest.raises(StoreError, match=rf"{path}.*{message}") as caught:
        Store.open(path, read_only=read_only)
    assert "not touched" in str(caught.value)
    assert (hashlib.sha256(path.read_bytes()).digest(), listed(tmp_path)) == before


def test_a_path_that_cannot_be_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match=r"the folder .*missing does not exist; make it"):
        Store.open(tmp_path / "missing" / "events.duckdb")
    with pytest.raises(StoreError, match="is a folder; name a file in it"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="no store yet; make one: python -m extract add"):
        Store.open(tmp_path / "events.duckdb", read_only=True)
    assert listed(tmp_path) == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("clickhouse://localhost/events", "known: duckdb://"),
        ("postgres://localhost", "'postgres'"),
        ("duckdb://events.duckdb", "three slashes"),
        ("", "no name"),
    ],
)
def test_a_url_that_names_no_store_says_which_do(url, message):
    with pytest.raises(StoreError, match=message):
        Store.open(url)


def test_three_slashes_are_here_and_four_are_the_root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Store.open("duckdb:///here.duckdb").close()
    Store.open(f"duckdb:///{tmp_path}/root.duckdb").close()
    assert listed(tmp_path) == ["here.duckdb", "root.duckdb"]


def test_a_closed_store_lets_go_of_its_file(tmp_path):
    store = Store.open(tmp_path / "events.duckdb")
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.table("events")
    reader = started(HOLDER, str(tmp_path / "events.duckdb"), "write")
    try:
        assert reader.stdout.readline() == "open\n"
    finally:
        reader.send_signal(signal.SIGKILL)
        reader.wait()
