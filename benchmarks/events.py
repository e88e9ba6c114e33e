"""How well whole articles become events: `python -m benchmarks.events [--show]`.

An event counts only if type, time, one side and place are all right. The floors in
`events_floors.toml` only rise; `tests/extract/test_events_articles.py` holds them.
"""

from __future__ import annotations

import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.matching import faults
from benchmarks.wanted import CORPUS, Wanted, articles
from extract.actors import find_actors
from extract.dates import find_dates
from extract.events import find_events
from extract.places import find_places

if TYPE_CHECKING:
    from extract.model import Document, Event

_SETS = (("events-articles*.toml", "kept"),)
FLOORS = Path(__file__).with_name("events_floors.toml")


@dataclass
class Score:
    """Right, found and wanted events of one language; `counts` are right tolls of wanted tolls."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    tolls: int = 0
    tolls_wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def events_of(document: Document) -> list[Event]:
    """The whole extraction of one document."""
    dates = find_dates(document)
    return find_events(document, dates, find_places(document), find_actors(document, dates))


def paired(events: list[Event], wanted: list[Wanted], *, strict: bool = False) -> dict[int, int]:
    """Wanted events that are found right -> the event found."""
    pairs: dict[int, int] = {}
    for index, each in enumerate(wanted):
        for number, event in enumerate(events):
            if number not in pairs.values() and not faults(event, each, strict=strict):
                pairs[index] = number
                break
    return pairs


def score(
    language: str, *, show: bool = False, pattern: str = "events-articles*.toml", strict: bool = False
) -> Score:
    """The score of a language's articles; hypothetical events are no finds."""
    total = Score()
    for name, document, wanted in articles(language, pattern):
        events = [event for event in events_of(document) if event.status.value != "hypothetical"]
        pairs = paired(events, wanted, strict=strict)
        total.right += len(pairs)
        total.found += len(events)
        total.wanted += len(wanted)
        for index, each in enumerate(wanted):
            total.tolls_wanted += len(each.numbers)
            if index in pairs:
                total.tolls += sum(_toll_right(events[pairs[index]], number) for number in each.numbers)
        if show:
            _show(name, events, wanted, pairs)
    return total


def _toll_right(event: Event, number: tuple[str, str, str]) -> bool:
    what, low, high = number
    count = getattr(event, what)
    return count is not None and (count.low, count.high) == (
        int(low) if low else None,
        int(high) if high else None,
    )


def _show(name: str, events: list[Event], wanted: list[Wanted], pairs: dict[int, int]) -> None:
    print(f"== {name}: {len(pairs)} right of {len(wanted)} wanted, {len(events)} found")
    for index, each in enumerate(wanted):
        if index not in pairs:
            near = min((faults(event, each) for event in events), key=len, default=[])
            print(f"   missing {each.line}   nearest lacks: {', '.join(near)}")
    for number, event in enumerate(events):
        if number not in pairs.values():
            print(f"   spare   {told(event)}")


def told(event: Event) -> str:
    """An event in one line, for people."""
    sides = {
        role: [p.actor.id for p in event.participants if p.role.value == role]
        for role in ("source", "target")
    }
    interval = event.time.interval
    when = f"{interval.start_iso}..{interval.end_iso}" if interval else "-"
    where = event.place.id if event.place else "-"
    words = " | ".join(trigger.quote for trigger in event.triggers)
    return f"{event.type.value} [{words}] {sides['source']} > {sides['target']}; {when} {event.time.basis.value}; {where}; {event.status.value}; killed {event.killed} injured {event.injured}"


def seconds_per_article(language: str) -> float:
    """Time of the events alone, dates, places and actors being found before; best of three."""
    ready = []
    for _, document, _ in articles(language):
        dates = find_dates(document)
        ready.append((document, dates, find_places(document), find_actors(document, dates)))
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for document, dates, places, actors in ready:
            find_events(document, dates, places, actors)
        best = min(best, time.process_time() - start)
    characters = sum(len(document.text) for document, *_ in ready)
    return best / characters * 2600


def floors(match: str = "f1") -> dict[str, float]:
    """The least F1 of each language that the repository has promised; `match` "strict": strictly matched."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))[match])


def _rows() -> list[tuple[str, str, bool]]:
    """Which articles are scored, and how: those of the floors, and those written unseen."""
    held = sorted({path.name for path in CORPUS.glob("*/events-held-*-articles.toml")})
    return [(pattern, name, strict) for pattern, name in _SETS + tuple((n, n[7:13]) for n in held) for strict in (False, True)]  # fmt: skip


def main() -> None:
    """Print the scores of each language and set, loosely and strictly matched."""
    show = next((word.removeprefix("--show=") for word in sys.argv if word.startswith("--show")), "")
    print(
        f"{'language':10}{'set':8}{'match':8}{'right':>7}{'found':>7}{'wanted':>8}{'F1':>7}{'floor':>7}{'tolls':>9}"
    )
    for language in ("ar", "en"):
        for pattern, name, strict in _rows():
            told = strict and show in {"--show", name}
            total = score(language, pattern=pattern, strict=strict, show=told)
            floor = f"{floors()[language]:7.3f}" if name == "kept" and not strict else " " * 7
            tolls = f"{total.tolls}/{total.tolls_wanted}"
            print(
                f"{language:10}{name:8}{'strict' if strict else 'loose':8}{total.right:7}{total.found:7}{total.wanted:8}{total.f1:7.3f}{floor}{tolls:>9}"
            )
        print(
            f"{language:10}{seconds_per_article(language) * 1000:.2f} ms of process time per 2,600 characters, events alone"
        )


if __name__ == "__main__":
    main()
