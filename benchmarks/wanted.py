"""Events that a reader finds, read from tests/corpus: those of whole articles and those of single sentences."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from extract.model import Document, Grain, Interval

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
_PARTS = 4
_NUMBERS = re.compile(r"(killed|injured) (\d*)-(\d*)")


@dataclass(frozen=True)
class Wanted:
    """One event that a reader finds; `trigger` is told only of single sentences."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    time: str
    place: str
    status: str
    numbers: tuple[tuple[str, str, str], ...]
    line: str
    trigger: str = ""


def published(day: str) -> Interval:
    """The day of publication as an interval."""
    start = datetime.fromisoformat(day)
    return Interval(start, start + timedelta(days=1), Grain.DAY)


def articles(
    language: str, pattern: str = "events-articles*.toml"
) -> list[tuple[str, Document, list[Wanted]]]:
    """Name, document and wanted events of each article of a language."""
    found = []
    for path in sorted((CORPUS / language).glob(pattern)):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            day = published(entry["published"])
            document = Document.of(entry["text"], language=language, published=day)
            found.append((entry["name"], document, [_wanted(line) for line in entry["events"]]))
    return found


def notes(language: str, pattern: str) -> list[tuple[Document, Wanted]]:
    """Single sentences of a language, each with the event that a coder keeps of it."""
    found = []
    for path in sorted((CORPUS / language).glob(pattern)):
        for day, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for text, line in table.items():
                document = Document.of(text, language=language, published=published(day))
                found.append((document, _noted(line)))
    return found


def _wanted(line: str) -> Wanted:
    parts = [part.strip() for part in line.split(";")]
    kind, sides, when, where = parts[:_PARTS]
    return _made(kind, "", sides, when, where, parts[_PARTS:], line)


def _noted(line: str) -> Wanted:
    head, _, rest = line.partition(":")
    kind, _, trigger = head.partition(" ")
    sides, when, where, *more = [part.strip() for part in rest.split(";")]
    return _made(kind, trigger, sides, when, where, more, line)


def _made(  # noqa: PLR0917  a line holds all of these
    kind: str, trigger: str, sides: str, when: str, where: str, more: list[str], line: str
) -> Wanted:
    source, target = (tuple(n.strip() for n in side.split("+") if n.strip()) for side in sides.split(">"))
    status = next((p for p in more if p and not _NUMBERS.match(p)), "happened")
    numbers = tuple((m[1], m[2], m[3]) for p in more if (m := _NUMBERS.match(p)))
    return Wanted(kind, source, target, when, where, status, numbers, line, trigger)
