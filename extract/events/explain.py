"""Tells people, sentence by sentence, what was found, by which rule, and what was rejected and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.find import events_of
from extract.events.scene import scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import ActorMention, Document, Event, TimeExpression, Toponym


def explain_events(
    document: Document,
    dates: Sequence[TimeExpression],
    places: Sequence[Toponym],
    actors: Sequence[ActorMention],
) -> list[str]:
    """Lines for people: clauses and what was rejected in the order of the work, then each event."""
    made = scene(document, dates, places, actors)
    if made is None:
        return [f"no events.toml for the language of document {document.id}"]
    made.notes = []
    found = events_of(made)
    return [*made.notes, *(_line(event) for event in found)]


def _line(event: Event) -> str:
    sides = ", ".join(f"{p.role.value} {p.actor.id}" for p in event.participants) or "nobody"
    interval = event.time.interval
    time = f"{interval.start_iso}..{interval.end_iso}" if interval else "no time"
    place = event.place.id if event.place else "no place"
    words = " | ".join(trigger.quote for trigger in event.triggers)
    rules = ", ".join(sorted({trigger.rule for trigger in event.triggers}))
    numbers = "".join(
        f"; {name} {count.low}..{count.high}"
        for name, count in (("killed", event.killed), ("injured", event.injured))
        if count
    )
    return f"{event.type.value} ({event.status.value}) [{words}]: {sides}; {time} {event.time.basis.value}; {place}{numbers}; by {rules}"
