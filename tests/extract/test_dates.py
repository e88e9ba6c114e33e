"""Every phrase of the corpus means what its table says; what is not right yet is counted against a floor."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from extract.dates import find_dates
from extract.model import Document, Grain, Interval

CORPUS = Path(__file__).parents[1] / "corpus"


class Case(NamedTuple):
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
    language = path.parent.name
    published = tables.get("meta", {}).get("published", "2023-10-17")
    found: list[Case] = []
    for value, phrases in tables.get("cases", {}).items():
        for phrase in phrases:
            text, span = (phrase, None) if isinstance(phrase, str) else phrase
            found.append(Case(language, published, text, ((span, value),)))
    for text, expected in tables.get("several", {}).items():
        found.append(Case(language, published, text, tuple((span, value) for span, value in expected)))
    found += [Case(language, published, text, ()) for text in tables.get("nothing", {}).get("phrases", [])]
    for paragraph in tables.get("paragraph", []):
        expected = tuple((span, value) for span, value in paragraph["dates"])
        found.append(Case(language, str(paragraph.get("published", published)), paragraph["text"], expected))
    return found


def all_cases() -> list[Case]:
    names = ("dates*.toml", "nothing.toml", "paragraphs*.toml")
    files = [path for name in names for path in sorted(CORPUS.glob(f"*/{name}"))]
    return [case for path in files for case in cases_of(path)]


def shown(interval: Interval | None) -> str:
    if interval is None:
        return "unresolved"
    return f"{interval.start_iso or '..'}/{interval.end_iso or '..'} {interval.grain}"


def found_in(case: Case) -> list[tuple[str, str]]:
    published = None if case.published == "" else day(case.published)
    document = Document(id="", text=case.text, language=case.language, published=published)
    return [(e.evidence.quote, shown(e.interval)) for e in find_dates(document)]


def right(case: Case) -> bool:
    found = found_in(case)
    if len(found) != len(case.expected):
        return False
    pairs = zip(found, case.expected, strict=True)
    return all(value == meant and span in {None, quote} for (quote, value), (span, meant) in pairs)
