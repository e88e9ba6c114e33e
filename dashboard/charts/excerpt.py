"""The paragraphs of an article that tell an event, with the words of each field marked in its own style."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dash import html

from dashboard.words import direction, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Document, Event

MOST_PARAGRAPHS = 6
LONGEST = 900  # letters of a paragraph shown on either side of the words
# Where the words of two fields overlap, the shorter one is seen; of equal ones the first of these.
FIELDS = ("type", "time", "place", "source", "target", "killed", "injured", "attributed_to", "status")
_STYLES = {"injured": "killed", "status": "type"}


class Mark(NamedTuple):
    """Words of a field, in offsets of the article."""

    start: int
    end: int
    field: str


def style(field: str) -> str:
    """The class that paints a field's words."""
    return f"mark-{_STYLES.get(field, field)}"


def excerpts(event: Event, document: Document, lang: str) -> list[Any]:
    """Every paragraph that holds words of the event, in the order of the article."""
    marks = [
        Mark(told.evidence.start, told.evidence.end, told.field.partition(":")[0])
        for told in event.evidence
        if told.evidence.document_id == document.id
    ]
    written = direction(document.language) if document.language else "auto"
    spans = sorted({paragraph(document.text, mark.start) for mark in marks})[:MOST_PARAGRAPHS]
    return [
        html.P(marked(document.text, start, end, marks, lang), dir=written, lang=document.language or None)
        for start, end in spans
    ]


def paragraph(text: str, at: int) -> tuple[int, int]:
    """The line of `text` that holds offset `at`, shortened where it is very long."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return max(start, at - LONGEST), min(end, at + LONGEST)


def marked(text: str, start: int, end: int, marks: Sequence[Mark], lang: str) -> list[Any]:
    """The text from `start` to `end` as plain words and marked ones."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted(
        {start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)}
    )
    parts: list[Any] = []
    for left, right in pairwise(edges):
        over = [mark for mark in inside if mark.start <= left and mark.end >= right]
        words = text[left:right]
        if over:
            top = min(over, key=lambda mark: (mark.end - mark.start, FIELDS.index(mark.field)))
            parts.append(
                html.Mark(words, className=f"mark {style(top.field)}", title=word(lang, f"field.{top.field}"))
            )
        else:
            parts.append(words)
    return parts
