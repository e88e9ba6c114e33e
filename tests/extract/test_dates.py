"""Every phrase of the corpus means what its table says; what is not right yet is counted against a floor."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.dates import find_dates
from extract.model import Document, Grain, Interval

CORPUS = Path(__file__).parents[1] / "corpus"


class Case(NamedTuple):
    file: str  # "ar/dates-clock"
    language: str
    published: str
    text: str
    expected: tuple[tuple[str | None, str], ...]  # span (None: not compared) and value, in order


def day(iso: str) -> Interval:
    start = datetime.fromisoformat(iso)
    if start.hour or start.minute:
        return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)
    return Interval(start, start + timedelta(days=1), Grain.DAY)


def cases_of(path: Path) -> list[Case]:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    language, file = path.parent.name, f"{path.parent.name}/{path.stem}"
    published = tables.get("meta", {}).get("published", "2023-10-17")
    found: list[Case] = []
    for value, phrases in tables.get("cases", {}).items():
        for phrase in phrases:
            text, span = (phrase, None) if isinstance(phrase, str) else phrase
            found.append(Case(file, language, published, text, ((span, value),)))
    for text, expected in tables.get("several", {}).items():
        found.append(Case(file, language, published, text, tuple((span, value) for span, value in expected)))
    found += [
        Case(file, language, published, text, ()) for text in tables.get("nothing", {}).get("phrases", [])
    ]
    for paragraph in tables.get("paragraph", []):
        expected = tuple((span, value) for span, value in paragraph["dates"])
        found.append(
            Case(file, language, str(paragraph.get("published", published)), paragraph["text"], expected)
        )
    return found


def all_files() -> list[Path]:
    patterns = ("dates*.toml", "nothing.toml", "paragraphs*.toml")
    return [path for pattern in patterns for path in sorted(CORPUS.glob(f"*/{pattern}"))]


@cache
def all_cases() -> list[Case]:
    return [case for path in all_files() for case in cases_of(path)]


def shown(interval: Interval | None) -> str:
    if interval is None:
        return "unresolved"
    return f"{interval.start_iso or '..'}/{interval.end_iso or '..'} {interval.grain}"


def found_in(case: Case) -> list[tuple[str, str]]:
    published = None if case.published == "" else day(case.published)
    document = Document(id="", text=case.text, language=case.language, published=published)
    return [(e.evidence.quote, shown(e.interval)) for e in find_dates(document)]


@cache
def right(case: Case) -> bool:
    found = found_in(case)
    if len(found) != len(case.expected):
        return False
    pairs = zip(found, case.expected, strict=True)
    return all(value == meant and span in {None, quote} for (quote, value), (span, meant) in pairs)


NOT_YET = Path(__file__).with_name("dates_not_yet.txt")
# The share of all cases that are right; raise it when it has risen, never lower it.
FLOOR = 0.995


def not_yet() -> set[str]:
    return {
        line for line in NOT_YET.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    }


def name(case: Case) -> str:
    return f"{case.language}: {' '.join(case.text.split())[:90]}"


def line(case: Case) -> str:
    return f"{case.file}: {' '.join(case.text.split())[:90]}"


def marked(case: Case, known: set[str]):
    marks = [pytest.mark.xfail(strict=True, reason="not right yet")] if line(case) in known else []
    return pytest.param(case, id=name(case), marks=marks)


@pytest.mark.parametrize("case", [marked(case, known) for known in [not_yet()] for case in all_cases()])
def test_every_phrase_means_what_its_table_says(case):
    """What is not right yet is named in dates_not_yet.txt; a line leaves it when its phrase is right."""
    if not right(case):
        pytest.fail(f"expected {list(case.expected)}\nfound    {found_in(case)}", pytrace=False)


def test_the_share_that_is_right_only_rises():
    cases = all_cases()
    share = sum(right(case) for case in cases) / len(cases)
    assert share >= FLOOR, f"{share:.4f} of {len(cases)} cases are right, below the floor of {FLOOR}"


def test_what_is_not_right_yet_is_still_a_case():
    gone = not_yet() - {line(case) for case in all_cases()}
    assert not gone, f"take these out of {NOT_YET.name}: {sorted(gone)[:20]}"
