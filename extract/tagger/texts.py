"""The annotated texts that the tagger learns from: `texts/<code>/*.txt`, names in brackets, read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import AnnotationError
from extract.script import fold_search, readings, sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = Path(__file__).parent / "texts"
KINDS = ("p", "o", "l", "m")  # person, organisation, location, other name
_OPENING = re.compile(r"\[([^\[\]:]*):")
_FIELDS = re.compile(r"(\w+)=([^;]*)")


class Span(NamedTuple):
    """A name in a text: offsets, end exclusive, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text, paragraphs joined by line breaks, and its names in order."""

    name: str  # "ar/a2-01.txt:1": file and line at which it begins
    text: str
    names: tuple[Span, ...]
    told: dict[str, str]  # kind, country, published


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence as they are written, one label each ("O", "B-p", "I-p"), and where each begins."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    starts: tuple[int, ...]
    cuts: dict[int, int]  # token at which a name begins -> how many letters are glued before it


def read_texts(code: str, folder: Path = FOLDER) -> list[Annotated]:
    """The texts of a language, by file name. Raises AnnotationError with file, line and value."""
    files = sorted((folder / code).glob("*.txt"))
    if not files:
        raise AnnotationError(f"{folder / code}: holds no annotated text; texts are files that end in .txt")
    return [text for file in files for text in _texts(file, f"{code}/{file.name}")]


def _texts(file: Path, shown: str) -> Iterator[Annotated]:
    told: dict[str, str] = {}
    began, lines = 0, [("", 0)]
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("%"):
            if lines and began:
                yield _joined(lines, f"{shown}:{began}", told, shown)
            told, began, lines = dict(_FIELDS.findall(line)), number, []
        elif line.strip():
            if not began:
                raise AnnotationError(f"{shown}:{number}: a text begins with a line such as '% kind=report'")
            lines.append((line.strip(), number))
    if lines and began:
        yield _joined(lines, f"{shown}:{began}", told, shown)


def _joined(lines: list[tuple[str, int]], name: str, told: dict[str, str], shown: str) -> Annotated:
    text, names = "", []
    for line, number in lines:
        plain, spans = parse(line, f"{shown}:{number}")
        text += "\n" if text else ""
        names += [Span(start + len(text), end + len(text), kind) for start, end, kind in spans]
        text += plain
    return Annotated(name, text, tuple(names), told)


def parse(line: str, shown: str) -> tuple[str, list[Span]]:
    """The plain words of a line and the names marked in it."""
    plain, spans, at = "", [], 0
    while (opening := _OPENING.search(line, at)) is not None:
        closing = line.find("]", opening.end())
        kind, name = opening[1], line[opening.end() : closing if closing >= 0 else None]
        if kind not in KINDS:
            raise AnnotationError(
                f"{shown}: '{opening[0]}' opens no kind of name; write one of [p: [o: [l: [m:"
            )
        if closing < 0 or "[" in name or not name.strip() or name != name.strip():
            raise AnnotationError(
                f"{shown}: the name '{opening[0]}{name}' must stand whole in one pair of brackets"
            )
        plain += line[at : opening.start()]
        spans.append(Span(len(plain), len(plain) + len(name), kind))
        plain += name
        at = closing + 1
    rest = line[at:]
    if "[" in rest or "]" in plain + rest or "[" in plain:
        raise AnnotationError(f"{shown}: a bracket that opens or closes no name in '{line[:60]}'")
    return plain + rest, spans


def labelled(text: Annotated) -> list[Sentence]:
    """The sentences of a text with the label of every token. Raises AnnotationError where a name cuts a word."""
    made = []
    spans = iter(text.names)
    span = next(spans, None)
    for start, end in sentences(text.text):
        cut = tokens(text.text[start:end])
        words, labels, cuts = [], [], {}
        for first, last in zip(cut.starts, cut.ends, strict=True):
            first, last = first + start, last + start  # noqa: PLW2901 - offsets of the whole text from here on
            while span is not None and span.end <= first:
                span = next(spans, None)
            inside = span is not None and span.start < last
            words.append(text.text[first:last])
            if span is not None and inside:
                begins = span.start >= first
                _check_cut(text, span, first, last)
                labels.append(("B-" if begins else "I-") + span.kind)
                if span.start > first:
                    cuts[len(words) - 1] = len(fold_search(text.text[first : span.start]))
            else:
                labels.append("O")
        made.append(Sentence(tuple(words), tuple(labels), tuple(s + start for s in cut.starts), cuts))
    return made


def _check_cut(text: Annotated, span: Span, first: int, last: int) -> None:
    """A name begins at a word or behind what is glued to it, and ends where a word ends."""
    word, glued = text.text[first:last], len(fold_search(text.text[first : max(span.start, first)]))
    folded = tokens(word).folded
    cuts = {reading.cut for reading in readings(folded[0])} if folded else {0}
    if last > span.end or glued > max(cuts):
        name = text.text[span.start : span.end]
        raise AnnotationError(f"{text.name}: the name '{name}' begins or ends inside the word '{word}'")


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names that the labels of a sentence make: first token, last (exclusive), kind."""
    found: list[tuple[int, int, str]] = []
    begin, kind = 0, ""
    for at, label in enumerate((*labels, "O")):
        if kind and label != f"I-{kind}":
            found.append((begin, at, kind))
            kind = ""
        if label != "O" and not kind:
            begin, kind = at, label[2:]
    return found
