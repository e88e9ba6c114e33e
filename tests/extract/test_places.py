"""Every sentence of the tables names the places its table says, in order; traps name none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.gazetteer import country, place
from extract.model import Document, Place
from extract.places import explain_places, find_places

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"


class Case(NamedTuple):
    language: str
    section: str
    text: str
    expected: tuple[str, ...]


def cases() -> list[Case]:
    found = []
    for path in sorted(CORPUS.glob("*/places*.toml")):
        for section, groups in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for answer, phrases in groups.items():
                ids = () if answer in {"phrases", "nothing"} else tuple(answer.split(" + "))
                found += [Case(path.parent.name, section, phrase, ids) for phrase in phrases]
    return found


CASES = cases()


def places_of(text: str) -> list[Place]:
    return [toponym.place for toponym in find_places(Document.of(text)) if toponym.place]


def ids(text: str) -> tuple[str, ...]:
    return tuple(place.id for place in places_of(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text}")
def test_a_sentence_names_the_places_of_its_table(case: Case) -> None:
    assert ids(case.text) == case.expected


@pytest.mark.parametrize(("language", "least"), [("ar", 600), ("en", 300)])
def test_the_tables_are_long_and_a_third_are_traps(language: str, least: int) -> None:
    own = [case for case in CASES if case.language == language]
    traps = [case for case in own if case.section in {"traps", "nothing"}]
    assert len(own) >= least
    assert 3 * len(traps) >= len(own)
    assert len({case.text for case in own}) == len(own), "a sentence stands twice"


def test_the_seed_article_names_states_and_areas_and_no_seat_of_government() -> None:
    text = (ROOT / "seeds" / "000_811697c30d2ef955.txt").read_text(encoding="utf-8")
    assert set(ids(text)) == {"il", "cn", "ru", "us", "gaza-city-ps", "middle-east", "ir", "ua"}


def test_every_toponym_quotes_its_own_words() -> None:
    text = (ROOT / "seeds" / "000_811697c30d2ef955.txt").read_text(encoding="utf-8")
    for toponym in find_places(Document.of(text)):
        evidence = toponym.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.rule.startswith("ar/places/")
        assert toponym.candidates
        assert toponym.why


def test_the_clitic_is_no_part_of_the_name() -> None:
    text = "وصل إلى ببغداد ولبنان وللقاهرة"
    quotes = [toponym.evidence.quote for toponym in find_places(Document.of(text))]
    assert quotes[:2] == ["بغداد", "لبنان"]


def test_a_distance_and_a_direction_are_a_point_with_its_doubt() -> None:
    found = places_of("قتل جنديان على بعد 30 كيلومترا غرب الموصل")
    mosul = place("mosul-iq")
    assert mosul is not None
    assert [one.kind for one in found] == ["point"]
    assert found[0].lon < mosul.lon - 0.3
    assert abs(found[0].lat - mosul.lat) < 0.01
    assert found[0].radius_km > 5


def test_a_distance_with_no_direction_is_a_circle() -> None:
    tikrit = place("tikrit-iq")
    found = places_of("قتل جنديان على بعد 15 كم من تكريت")
    assert tikrit is not None
    assert found[0].id == tikrit.id
    assert found[0].radius_km == pytest.approx(tikrit.radius_km + 15)


def test_miles_in_english_are_a_point_too() -> None:
    found = places_of("The base lies 20 miles north of Baghdad.")
    baghdad = place("baghdad-iq")
    assert baghdad is not None
    assert found[0].lat == pytest.approx(baghdad.lat + 0.289, abs=0.02)


def test_the_north_of_an_area_is_its_northern_part() -> None:
    found = places_of("قصف شمال قطاع غزة")
    strip = place("gaza-strip")
    assert strip is not None
    assert found[0].id == "gaza-strip-north"
    assert found[0].lat > strip.lat
    assert found[0].radius_km < strip.radius_km


def test_countries_are_areas() -> None:
    for found in places_of("الحرب في أوكرانيا وروسيا"):
        assert found.kind == "country"
        assert found.radius_km > 100


def test_a_table_of_countries_by_either_case() -> None:
    assert country("IL") == country("il")
    assert country("gaza") is None


def test_one_text_decides_for_the_whole_name() -> None:
    lebanese = "قال الجيش اللبناني إن قواته انتشرت في طرابلس بعد توتر في لبنان. وشهدت طرابلس هدوءا."
    libyan = "قال رئيس الحكومة الليبية إن طرابلس آمنة. وعادت الحياة في طرابلس إلى طبيعتها في ليبيا."
    assert "tripoli-lb" in ids(lebanese)
    assert "tripoli-ly" not in ids(lebanese)
    assert "tripoli-lb" not in ids(libyan)


def test_explain_says_why_a_place_won_and_why_another_is_none() -> None:
    lines = explain_places(Document.of("قتيل في مدينة طرابلس اللبنانية. أعلن الكرملين ذلك."))
    assert "tripoli-lb" in lines[0]
    assert "tripoli-ly" in lines[0]
    assert any("no place" in line for line in lines)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "؟؟؟", "a" * 50_000, "من " * 20_000, "بيروت " * 5_000])
def test_any_text_is_answered(text: str) -> None:
    find_places(Document.of(text))
