"""No text, however it is made, holds the extraction up: what it takes grows with the length alone."""

import time
from pathlib import Path

import pytest

from extract.model import Document
from extract.pipeline import annotate
from extract.readers.published import published_interval

LENGTH = 10_000
MOST_SECONDS = 4  # of the processor; an article of this length takes about 0.2
SEED = next(Path(__file__).parents[2].glob("seeds/*.txt")).read_text(encoding="utf-8")
REPEATED = {
    "nothing but digits": "7 ",
    "dates": "7 أكتوبر ",
    "ranges with no end": "من 7 إلى ",
    "years": "2023 ",
    "and and and": "و",
    "one long word": "ا",
    "names": "بوتين ",
    "titles": "الرئيس ",
    "verbs": "قصف ",
    "deaths": "قتل 5 ",
    "places": "غزة ",
    "relations": "بين ",
    "a list of two": "بوتين ونتنياهو و",
    "weeks before weeks": "قبل أسبوع من ",
    "English dates": "7 October ",
    "English capitals": "Al ",
    "English titles": "Mr. ",
    "open quotes": "“قال ",
    "quotes": "“",
    "colons": 'قال: "',
    "full stops": ". ",
    "commas": "، ",
    "line breaks": "\n",
    "marks": "ب\u064b",
    "directions": "\u202e",
    "an article with no line break": SEED.replace("\n", " ").replace(".", ""),
}


@pytest.fixture(scope="module", autouse=True)
def _warm():
    annotate(Document.of(SEED))
    annotate(Document.of("Putin met Netanyahu in Moscow on Monday."))


@pytest.mark.parametrize("what", REPEATED)
def test_a_text_of_one_thing_over_and_over_is_read_in_time(what):
    text = (REPEATED[what] * LENGTH)[:LENGTH]
    document = Document.of(
        text,
        language="en" if what.startswith("English") else "ar",
        published=published_interval("2023-10-17"),
    )
    began = time.process_time()
    annotate(document)
    assert time.process_time() - began < MOST_SECONDS
