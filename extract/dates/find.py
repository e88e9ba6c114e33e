"""Resolves what the words tell by what they are reckoned from: publication, statement, clause, story."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract import language
from extract.dates.anchors import Anchors
from extract.dates.finder import find_times
from extract.dates.times import resolve
from extract.model import Evidence, TimeExpression

if TYPE_CHECKING:
    from extract.dates.finder import Found
    from extract.model import Document, Interval


@lru_cache(maxsize=1)
def own_languages() -> frozenset[str]:
    """The languages that have words of their own here."""
    return frozenset(language.languages("dates"))


def language_of(document: Document) -> str:
    """The language the document says it is in, or what its words say."""
    told = document.language.lower()[:2]
    # Figures alone are of no language; they are read as Arabic papers write them, day first.
    return told or language.detect(document.text) or "ar"


def find_dates(document: Document, *, week_start: int = 0) -> list[TimeExpression]:
    """The time expressions of `document`, in the order of the text; weeks begin on Monday unless told."""
    code = language_of(document)
    if code not in own_languages():
        from extract.dates.foreign import find_foreign  # noqa: PLC0415  # dateparser is slow to import

        return find_foreign(document, code)
    stream, found = find_times(document.text, code)
    anchors = Anchors(document, code, stream, found, week_start)
    expressions: list[TimeExpression] = []
    for time in found:
        context, anchor = anchors.of(time)
        interval = resolve(time.time, context)
        if (
            interval is None
            and (context.today is not None or time.time.absolute)
            and time.time.kind != "story"
        ):
            if time.time.at is None:
                expressions.append(_expression(document, time, code, None, anchor))
            continue
        anchors.told(time, interval)
        expressions.append(_expression(document, time, code, interval, "" if time.time.absolute else anchor))
    return expressions


def _expression(
    document: Document, found: Found, code: str, interval: Interval | None, anchor: str
) -> TimeExpression:
    evidence = Evidence.at(document, found.start, found.end, f"{code}/dates/{found.rule}")
    return TimeExpression(evidence, interval, anchor)
