"""The tables of actors: sentences with their mentions in brackets, [words](actor id); nothing else may be found."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from extract.actors import find_actors
from extract.model import Document, Grain, Interval

CORPUS = Path(__file__).parents[1] / "corpus"
MARKED = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")
TABLES = sorted(path for code in ("ar", "en") for path in (CORPUS / code).glob("actors*.toml"))


def cases(path):
    """(section, published, sentence) of a table; its sections hold `sentences` and may hold `published`."""
    for section, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(table, dict):
            for sentence in table["sentences"]:
                yield section, table.get("published", "2023-10-17"), sentence


def expected(sentence):
    """The plain text of a marked sentence, and its mentions as (start, end, words, actor id)."""
    text, mentions, at = "", [], 0
    for match in MARKED.finditer(sentence):
        text += sentence[at : match.start()]
        mentions.append((len(text), len(text) + len(match[1]), match[1], match[2]))
        text += match[1]
        at = match.end()
    return text + sentence[at:], mentions


def found(text, published):
    day = datetime.fromisoformat(published)
    document = Document.of(text, published=Interval(day, day + timedelta(days=1), Grain.DAY))
    return [(m.evidence.start, m.evidence.end, m.evidence.quote, m.actor.id) for m in find_actors(document)]


def right(published, sentence):
    text, mentions = expected(sentence)
    return found(text, published) == mentions


ALL = [(path, *case) for path in TABLES for case in cases(path)]


@pytest.mark.parametrize(
    ("path", "section", "published", "sentence"),
    [case for case in ALL if not case[1].startswith("gap")],
    ids=[f"{c[0].parent.name}: {c[1]}: {c[3]}" for c in ALL if not c[1].startswith("gap")],
)
def test_a_sentence_names_exactly_its_actors(path, section, published, sentence):
    text, mentions = expected(sentence)
    assert found(text, published) == mentions, f"{path.name} [{section}]"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_share_of_right_sentences_never_falls(path):
    floor = tomllib.loads(path.read_text(encoding="utf-8"))["floor"]
    answers = [right(published, sentence) for _, published, sentence in cases(path)]
    assert sum(answers) / len(answers) >= floor, f"{sum(answers)} of {len(answers)}"
