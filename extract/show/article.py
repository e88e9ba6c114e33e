"""An article sentence by sentence, each with what was found in it, then its events with their words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rich.padding import Padding
from rich.text import Text

from extract.script import sentences
from extract.show.words import actor_words, count, count_words, interval_words, one_line, place_words

if TYPE_CHECKING:
    from rich.console import Console

    from extract.model import Annotation, Count, Event, Evidence

_COLOURS = {"date": "cyan", "place": "green", "actor": "yellow", "event": "bold magenta"}
_INDENT = 6


class Find(NamedTuple):
    """One thing found: where, what kind, and what it is taken to be."""

    evidence: Evidence
    kind: str
    meaning: str


def show_article(annotation: Annotation, console: Console, name: str = "") -> None:
    """Print it; in colour on a terminal, the same words without colour into a pipe or a file."""
    document = annotation.document
    spans = sentences(document.text)
    finds = sorted(_finds(annotation), key=lambda find: (find.evidence.start, find.evidence.end))
    _show_head(annotation, console, name)
    for number, span in enumerate(spans, start=1):
        inside = [find for find in finds if span[0] <= find.evidence.start < span[1]]
        _show_sentence(console, document.text, number, span, inside)
    console.print()
    show_events(document.text, annotation.events, console)


def show_events(text: str, events: tuple[Event, ...], console: Console) -> None:
    """Each event with its fields, and below them the words of each and the sentence they stand in."""
    starts = [start for start, _ in sentences(text)]
    console.print(Text(count(len(events), "event"), style="bold"))
    for number, event in enumerate(events, start=1):
        _show_event(console, event, number, starts)


def _show_head(annotation: Annotation, console: Console, name: str) -> None:
    document = annotation.document
    console.print(Text(one_line(document.title) or "(no title)", style="bold"))
    published = interval_words(document.published) if document.published else "on a day nobody tells"
    said = f" ({document.published_from})" if document.published_from else ""
    facts = [name, document.language or "language unknown", f"published {published}{said}", document.url]
    console.print(Text(one_line(" · ".join(fact for fact in facts if fact)), style="dim"))
    for notice in annotation.notices:
        console.print(Text(f"note: {one_line(notice)}", style="red"))
    console.print()


def _show_sentence(
    console: Console, text: str, number: int, span: tuple[int, int], finds: list[Find]
) -> None:
    start, end = span
    sentence = Text(one_line(text[start:end]))
    for find in finds:
        style = _COLOURS[find.kind]
        sentence.stylize(style, find.evidence.start - start, find.evidence.end - start)
    console.print(Text(f"{number:>3}  ").append_text(sentence))
    for find in finds:
        line = Text(f"{find.kind:<6}", style=_COLOURS[find.kind])
        line.append(f" {one_line(find.evidence.quote)}", style="default")
        line.append(f"  →  {find.meaning}", style="default").append(f"  {find.evidence.rule}", style="dim")
        _print_below(console, line)


def _show_event(console: Console, event: Event, number: int, starts: list[int]) -> None:
    head = Text(f"\n{number:>3}  ").append(event.type.value, style=_COLOURS["event"])
    console.print(head.append(f" · {event.status.value}").append(f"  {event.id}", style="dim"))
    lines = [("when", f"{interval_words(event.time.interval)}, {event.time.basis}")]
    lines += [
        (part.role.value, actor_words(part.actor) + ("" if part.evidence else ", not named here"))
        for part in event.participants
    ]
    lines += [("where", place_words(event.place))] if event.place else []
    lines += [(field, count_words(told)) for field, told in _counts(event) if told]
    lines += [("says", actor_words(event.attributed_to))] if event.attributed_to else []
    for name, value in lines:
        _print_below(console, Text(f"{name:<8}{value}"))
    for told in event.evidence:
        at = bisect_right(starts, told.evidence.start)
        line = Text(f"{told.field}: ", style="dim").append(
            f"“{one_line(told.evidence.quote)}”", style="default"
        )
        _print_below(console, line.append(f"  sentence {at}  {told.evidence.rule}", style="dim"), deeper=2)


def _counts(event: Event) -> list[tuple[str, Count | None]]:
    return [("killed", event.killed), ("injured", event.injured)]


def _finds(annotation: Annotation) -> list[Find]:
    dates = [
        Find(one.evidence, "date", interval_words(one.interval) if one.interval else "not resolved")
        for one in annotation.dates
    ]
    places = [Find(one.evidence, "place", place_words(one.place)) for one in annotation.places]
    actors = [
        Find(one.evidence, "actor", actor_words(one.actor) + (f": {one.why}" if one.why else ""))
        for one in annotation.actors
    ]
    events = [
        Find(trigger, "event", f"{event.type} {number}, {event.status}")
        for number, event in enumerate(annotation.events, start=1)
        for trigger in event.triggers
    ]
    return [*dates, *places, *actors, *events]


def _print_below(console: Console, line: Text, deeper: int = 0) -> None:
    indent = _INDENT + deeper
    if console.soft_wrap:  # into a pipe or a file: a line is a line
        console.print(Text(" " * indent).append_text(line))
    else:
        console.print(Padding(line, (0, 0, 0, indent)))
