"""Which articles tell a happening, what each says, and why they are taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from extract.errors import InputError
from extract.show.words import count, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from extract.model import Event
    from extract.store import Store


def show_happening(store: Store, event_id: str, console: Console) -> None:
    """The best told event first; an id that is not kept is an InputError."""
    tellings = store.happening(event_id)
    if not tellings:
        message = (
            f"{event_id}: the store {store.name} holds no event of this id; the page's URL tells one as id="
        )
        raise InputError(message)
    console.print(Text(f"told by {count(len(tellings), 'article')}"))
    for id_, why in tellings:
        event = store.event(id_)
        document = store.document(event.document_id) if event else None
        if event is None or document is None:
            continue
        name = document.source or document.title or document.id
        console.print(Text(f"{id_}  {one_line(name)}", style="bold" if not why else ""))
        console.print(Text(f"    {_said(event)}"))
        if why:
            console.print(Text(f"    for: {why}", style="green"))


def _said(event: Event) -> str:
    interval = event.time.interval
    when = f"{interval.start_iso or '..'}/{interval.end_iso or '..'}" if interval else "no time"
    words = " ".join(one_line(trigger.quote) for trigger in event.triggers[:1])
    place = event.place.id if event.place else "no place"
    counts = [
        f"{name} {told.low if told.low is not None else '..'}-{told.high if told.high is not None else '..'}"
        for name, told in (("killed", event.killed), ("injured", event.injured))
        if told is not None
    ]
    return ", ".join([f"{event.type} {event.status}", when, place, *counts, f"“{words}”"])
