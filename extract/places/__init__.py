"""Finds toponyms and chooses the place meant: countries and regions are areas, demonyms and governments no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import Evidence, Toponym
from extract.places.choose import Choice, agree, choose, hopeless, reasons
from extract.places.context import first_context, full_context
from extract.places.cues import read_cues
from extract.places.mentions import Mention, mentions, page
from extract.places.parts import exact
from extract.places.tagged import Told, unplaced
from extract.places.unknown import asked

if TYPE_CHECKING:
    from extract.model import Document
    from extract.places.context import Context
    from extract.places.mentions import Page

__all__ = ["explain_places", "find_places"]
_SHOWN = 8
_MOVABLE = 4.0


def find_places(document: Document) -> list[Toponym]:
    """Every toponym of the text, in its order."""
    named = Told(document.text)
    read, found, told = _read(document, named)
    toponyms = [_toponym(document, read, mention, mention.choice) for mention in found if mention.choice]
    toponyms += asked(document, read, found, told)
    toponyms += unplaced(document, named, toponyms)
    return sorted(toponyms, key=lambda toponym: toponym.evidence.start)


def _read(document: Document, named: Told) -> tuple[Page, list[Mention], Context]:
    """The mentions of a text; those that are places have their choice."""
    read = page(document.text)
    found = mentions(read)
    read_cues(read, found)
    for mention in found:
        mention.refused = mention.refused or named.otherwise(mention)
    told = first_context(read, found)
    hopeful = [mention for mention in found if not mention.refused and not hopeless(mention)]
    known: dict[object, Choice] = {}
    for mention in hopeful:
        choose(mention, told, known, document.text)
    told = full_context(told, hopeful)
    known = {}
    for mention in hopeful:
        # The towns of the text can add no more than this to a rival.
        if mention.refused or (mention.choice and mention.choice.gap < _MOVABLE):
            choose(mention, told, known, document.text)
    agree(hopeful)
    for mention in hopeful:
        if mention.refused:
            mention.choice = None
    return read, found, told


def _toponym(document: Document, read: Page, mention: Mention, choice: Choice) -> Toponym:
    language = "ar" if mention.arabic else "en"
    place, rule = exact(read, mention, choice.best.entry.place)
    evidence = Evidence.at(document, mention.start, mention.end, f"{language}/places/{rule}")
    others = tuple(candidate.entry.place for candidate in mention.candidates[:_SHOWN])
    return Toponym(evidence, place, others, "; ".join(reasons(choice)))


def explain_places(document: Document) -> list[str]:
    """For people: each mention, the places it may mean, and why one of them or none was chosen."""
    lines = []
    for mention in _read(document, Told(document.text))[1]:
        quote = document.text[mention.start : mention.end]
        names = ", ".join(f"{c.entry.id} ({c.prominence:.1f})" for c in mention.candidates[:_SHOWN])
        if mention.choice:
            answer = f"{mention.choice.best.entry.id}; {'; '.join(reasons(mention.choice))}"
        else:
            answer = f"no place: {mention.refused or 'a common word'}"
        lines.append(f"{mention.start}-{mention.end} {quote!r} -> {answer}; candidates: {names}")
    return lines
