"""Finds toponyms and chooses the place meant: countries and regions are areas, demonyms and governments no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import Evidence, Toponym
from extract.places.choose import choose
from extract.places.context import first_context, full_context
from extract.places.cues import read_cues
from extract.places.mentions import Mention, mentions, page
from extract.places.parts import exact

if TYPE_CHECKING:
    from extract.model import Document
    from extract.places.mentions import Page

__all__ = ["explain_places", "find_places"]
_SHOWN = 8


def find_places(document: Document) -> list[Toponym]:
    """Every toponym of the text, in its order."""
    read, found = _read(document)
    return [_toponym(document, read, mention) for mention in found if not mention.refused]


def _read(document: Document) -> tuple[Page, list[Mention]]:
    read = page(document.text)
    found = mentions(read)
    read_cues(read, found)
    told = first_context(read, found)
    for mention in found:
        choose(read, mention, told)
    told = full_context(told, found)
    for mention in found:
        if len(mention.candidates) > 1 or mention.refused:
            choose(read, mention, told)
    return read, found


def _toponym(document: Document, read: Page, mention: Mention) -> Toponym:
    language = "ar" if mention.arabic else "en"
    place, rule = exact(read, mention)
    evidence = Evidence.at(document, mention.start, mention.end, f"{language}/places/{rule}")
    ranked = sorted(mention.candidates, key=lambda candidate: -candidate.prominence)[:_SHOWN]
    return Toponym(evidence, place, tuple(c.entry.place for c in ranked), "; ".join(mention.why))


def explain_places(document: Document) -> list[str]:
    """For people: each mention, the places it may mean, and why one of them or none was chosen."""
    lines = []
    for mention in _read(document)[1]:
        words = document.text[mention.start : mention.end]
        names = ", ".join(f"{c.entry.id} ({c.prominence:.1f})" for c in mention.candidates[:_SHOWN])
        answer = (
            f"no place: {mention.refused}"
            if mention.refused or mention.chosen is None
            else mention.chosen.entry.id
        )
        lines.append(
            f"{mention.start}-{mention.end} {words!r} -> {answer}; {'; '.join(mention.why)}; candidates: {names}"
        )
    return lines
