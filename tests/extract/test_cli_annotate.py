"""JSON lines in, JSON lines out: the shape, the order, the offsets, and what a bad line does."""

# ruff: noqa: S603, S607 - the commands started here are this program's own
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from extract.__main__ import app
from extract.jsonl import answers, encode

ROOT = Path(__file__).parents[2]
SEED = next(ROOT.glob("seeds/*.txt")).read_text(encoding="utf-8")
PARTS = ("dates", "places", "actors", "events")
PLACE = {"id", "name_ar", "name_en", "lat", "lon", "country", "kind", "radius_km"}
ACTOR = {"id", "name_ar", "name_en", "kind", "country"}
SPAN = {"start", "end"}
WORDS = {"start", "end", "text"}


def run(lines: str | bytes, *options: str):
    result = CliRunner().invoke(app, ["annotate", *options], input=lines)
    return result.exit_code, [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


def asked(**fields) -> str:
    return json.dumps({"id": "1", "text": "قال بوتين أمس.", **fields}, ensure_ascii=False) + "\n"


@pytest.fixture(scope="module")
def seed():
    status, (answer,) = run(asked(text=SEED, published="2023-10-17"))
    assert status == 0
    return answer


def test_an_answer_has_exactly_the_fields_that_are_promised(seed):
    assert set(seed) == {"id", *PARTS}
    assert all(seed[part] for part in PARTS), "the seed article shows each kind of find"
    for date in seed["dates"]:
        assert set(date) == {*WORDS, "from", "to", "grain", "rule"}
    for place in seed["places"]:
        assert set(place) == {*WORDS, "place"}
        assert place["place"] is None or set(place["place"]) == PLACE
    for mention in seed["actors"]:
        assert set(mention) == {*WORDS, "actor"}
        assert set(mention["actor"]) == ACTOR
    for event in seed["events"]:
        assert set(event) == {
            *(
                "id",
                "type",
                "status",
                "triggers",
                "participants",
                "time",
                "place",
                "killed",
                "injured",
                "evidence",
            )
        }
        assert set(event["time"]) == {"from", "to", "grain", "basis"}
        assert event["place"] is None or set(event["place"]) == PLACE
        assert all(set(trigger) == SPAN for trigger in event["triggers"])
        assert all(set(part) == {*SPAN, "role", "actor"} for part in event["participants"])
        assert all(set(part["actor"]) == ACTOR for part in event["participants"])
        assert all(set(said) == {*WORDS, "field", "rule"} for said in event["evidence"])
        for count in (event["killed"], event["injured"]):
            assert count is None or set(count) == {"min", "max"}


def spans(answer):
    for part in ("dates", "places", "actors"):
        yield from answer[part]
    for event in answer["events"]:
        yield from event["evidence"]


def check_offsets(answer, text):
    for found in spans(answer):
        assert text[found["start"] : found["end"]] == found["text"]
    for event in answer["events"]:
        triggers = {(one["start"], one["end"]) for one in event["triggers"]}
        assert triggers == {
            (said["start"], said["end"]) for said in event["evidence"] if said["field"] == "type"
        }
        for part in event["participants"]:
            assert (part["start"] is None) == (part["end"] is None)


def test_offsets_are_those_of_the_text(seed):
    check_offsets(seed, SEED)
    assert sum(1 for _ in spans(seed)) > 20


# Sentences of news, broken by whatever a text may hold: marks, directions, signs of two units, halves of them.
NEWS = st.sampled_from(
    [
        "قال الرئيس الروسي فلاديمير بوتين يوم الاثنين",
        "قُتل أكثر من 1300 إسرائيلي في 7 أكتوبر",
        "في غزة",
        "Putin met Netanyahu in Moscow on Monday",
        "قصفت إسرائيل قطاع غـــزة أمس",
        "at least 40 were killed in Beirut on 3 March 2024.",
    ]
)
NOISE = st.text(
    st.one_of(st.characters(), st.sampled_from("\u064b\u202e\u2067\u200f\u0640\0😀\ud83d\r\n\t .،")),
    max_size=6,
)


@given(parts=st.lists(NEWS | NOISE, max_size=8), published=st.sampled_from([None, "2023-10-17", "2023"]))
@settings(max_examples=80, deadline=None)
def test_offsets_hold_for_any_text(parts, published):
    text = "".join(parts)
    line = json.dumps({"id": 7, "text": text, "published": published}).encode()
    (answer,) = answers([line], PARTS)
    assert "error" not in answer
    check_offsets(answer, text)
    assert json.loads(encode(answer)) == answer


@pytest.mark.parametrize(
    "text", ["في البحر الأحمر \ud83d قصف", "in the Red Sea \ud83d on Monday", "الرئيس \ude00 بوتين"]
)
def test_half_a_character_beside_a_name_costs_nothing(text):
    (answer,) = answers([json.dumps({"id": 7, "text": text}).encode()], PARTS)
    assert answer["places"] or answer["actors"]
    check_offsets(answer, text)


def test_only_finds_what_is_asked_for_and_the_same(seed):
    line = asked(text=SEED, published="2023-10-17")
    for only in ("dates", "places", "actors", "dates, places", "events"):
        status, (answer,) = run(line, "--only", only)
        names = {name.strip() for name in only.split(",")}
        assert status == 0
        assert answer == {"id": "1", **{name: seed[name] for name in names}}


def test_an_unknown_part_is_told_before_anything_is_read():
    result = CliRunner().invoke(app, ["annotate", "--only", "dates,palces"], input="not even JSON")
    assert result.exit_code == 1
    assert "palces" in result.stderr
    assert "actors, dates, events, places" in result.stderr
    assert result.stdout == ""


BAD_LINES = {
    "no JSON": ("{", None, "is not JSON"),
    "a list": ("[1]", None, "is no object but list"),
    "no id": ('{"text": "x"}', None, 'has no "id"'),
    "an object for an id": ('{"id": {}, "text": "x"}', {}, 'has no "id"'),
    "no text": ('{"id": 5}', 5, 'has no "text"'),
    "a number for text": ('{"id": "a", "text": 3}', "a", '"text" must be the words'),
    "a wrong day": (asked(published="الثلاثاء"), "1", "'الثلاثاء' is no date"),
    "a day that is none": (asked(published="2023-02-31"), "1", "no such day"),
    "a number for a day": (asked(published=20231017), "1", "published must be text"),
    "a script for a link": (asked(url="javascript:alert(1)"), "1", "no web address"),
    "not UTF-8": ('{"id": "1", "text": "قال"}'.encode("windows-1256"), None, "is not JSON"),
    "too deep": ("[" * 100_000, None, "is not JSON"),
}


@pytest.mark.parametrize("what", BAD_LINES)
def test_a_bad_line_is_answered_in_its_place_and_the_rest_too(what):
    line, given_id, message = BAD_LINES[what]
    raw = line if isinstance(line, bytes) else line.encode()
    good = [asked(id=number).encode().strip() for number in (1, 2)]
    status, found = run(b"\n".join([good[0], raw.strip(), good[1], b""]))
    assert status == 1
    assert [answer["id"] for answer in found] == [1, given_id, 2]
    assert set(found[1]) == {"id", "error"}
    assert found[1]["error"].startswith("line 2: ")
    assert message in found[1]["error"]
    assert "error" not in found[0]
    assert "error" not in found[2]


def test_blank_lines_are_no_lines_and_a_byte_order_mark_is_no_error():
    status, found = run(b"\xef\xbb\xbf" + asked().encode() + b"\n  \n" + asked(id="2").encode())
    assert (status, [answer["id"] for answer in found]) == (0, ["1", "2"])


def test_a_line_may_hold_nulls_and_more_than_is_asked():
    status, (answer,) = run(asked(language=None, published=None, title=None, url=None, author="x", tags=[1]))
    assert (status, answer["id"]) == (0, "1")


def test_the_same_text_gives_the_same_answer_in_any_order():
    lines = [asked(id="seed", text=SEED, published="2023-10-17"), asked(id="other")]
    assert sorted(map(json.dumps, run("".join(lines))[1])) == sorted(
        map(json.dumps, run("".join(lines[::-1]))[1])
    )


def test_with_no_day_of_publication_a_weekday_stays_unresolved():
    text = "قال الوزير يوم الاثنين إنه سيزور موسكو."
    _, (unknown,) = run(asked(text=text), "--only", "dates")
    _, (known,) = run(asked(text=text, published="2023-10-17"), "--only", "dates")
    assert [(date["from"], date["to"], date["grain"]) for date in unknown["dates"]] == [(None, None, None)]
    assert [(date["from"], date["to"], date["grain"]) for date in known["dates"]] == [
        ("2023-10-16", "2023-10-17", "day")
    ]


def test_each_answer_comes_before_the_next_line_is_read():
    with subprocess.Popen(
        [sys.executable, "-m", "extract", "annotate", "--only", "dates"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        for number in range(3):
            running.stdin.write(asked(id=number).encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait(timeout=20) == 0


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text(asked(text=SEED) * 60, encoding="utf-8")
    command = f"{sys.executable} -m extract annotate {path} --only dates | head -1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert json.loads(done.stdout)["id"] == "1"
    assert done.stderr == ""


def test_a_file_that_is_not_there_is_named():
    result = CliRunner().invoke(app, ["annotate", "nowhere.jsonl"])
    assert result.exit_code == 1
    assert "nowhere.jsonl: cannot be read" in result.stderr
