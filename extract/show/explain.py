"""Why a short text is read as it is: each find with its rule, its candidates and what decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from extract.actors import explain_actors, find_actors
from extract.dates import explain_dates, find_dates
from extract.events import explain_events, find_events
from extract.pipeline.annotating import on_its_day, with_language, with_published
from extract.places import explain_places, find_places
from extract.show.article import show_events
from extract.show.words import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from extract.model import Document


def show_explanation(document: Document, console: Console) -> None:
    """Print, part by part, what was found or refused and why."""
    document, doubts = with_published(with_language(document))
    dates, dates_told = find_dates(document), explain_dates(document)
    document = on_its_day(document)
    places, actors = find_places(document), find_actors(document, dates)
    parts = {
        "dates": dates_told,
        "places": explain_places(document),
        "actors": explain_actors(document, dates),
        "events": explain_events(document, dates, places, actors),
    }
    console.print(Text(f"language {document.language or 'unknown'}", style="dim"))
    for doubt in doubts:
        console.print(Text(f"note: {doubt}", style="red"))
    for part, lines in parts.items():
        console.print(Text(part, style="bold"))
        for line in lines or ["nothing found"]:
            console.print(Text(f"  {one_line(line)}"))
    show_events(document.text, tuple(find_events(document, dates, places, actors)), console)
