"""How well whole articles become events: `python -m benchmarks.events [--show]`.

An event counts only if type, time, one side and place are all right. The floors in
`events_floors.toml` only rise; `tests/extract/test_events_articles.py` holds them.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from extract.actors import find_actors
from extract.dates import find_dates
from extract.events import find_events
from extract.model import Document, Event, Grain, Interval
from extract.places import find_places
from extract.script import fold_search

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
FLOORS = Path(__file__).with_name("events_floors.toml")
_PARTS = 4
_NUMBERS = re.compile(r"(killed|injured) (\d*)-(\d*)")


@dataclass(frozen=True)
class Wanted:
    """One event that a reader finds in an article."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    time: str
    place: str
    status: str
    numbers: tuple[tuple[str, str, str], ...]
    line: str


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


def articles(language: str) -> list[tuple[str, Document, list[Wanted]]]:
    """Name, document and wanted events of each article of a language."""
    found = []
    for path in sorted((CORPUS / language).glob("events-articles*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            day = datetime.fromisoformat(entry["published"])
            published = Interval(day, day + timedelta(days=1), Grain.DAY)
            document = Document.of(entry["text"], language=language, published=published)
            found.append((entry["name"], document, [_wanted(line) for line in entry["events"]]))
    return found


def _wanted(line: str) -> Wanted:
    parts = [part.strip() for part in line.split(";")]
    kind, sides, when, where = parts[:_PARTS]
    source, target = (tuple(n.strip() for n in side.split("+") if n.strip()) for side in sides.split(">"))
    status = next((p for p in parts[_PARTS:] if p and not _NUMBERS.match(p)), "happened")
    numbers = tuple((m[1], m[2], m[3]) for p in parts[_PARTS:] if (m := _NUMBERS.match(p)))
    return Wanted(kind, source, target, when, where, status, numbers, line)


def events_of(document: Document) -> list[Event]:
    """The whole extraction of one document."""
    dates = find_dates(document)
    return find_events(document, dates, find_places(document), find_actors(document, dates))


def faults(event: Event, wanted: Wanted) -> list[str]:
    """Which of type, status, time, side and place are wrong."""
    wrong = [] if event.type.value == wanted.type else ["type"]
    if event.status.value != wanted.status:
        wrong.append("status")
    if not _time_right(event, wanted.time):
        wrong.append("time")
    if not _side_right(event, wanted):
        wrong.append("side")
    if not _place_right(event, wanted.place):
        wrong.append("place")
    return wrong


def _time_right(event: Event, wanted: str) -> bool:
    """The same days; where the reader knows only bounds, anything within them and the bounds themselves."""
    interval = event.time.interval
    if wanted == "-":
        return interval is None
    first, dots, last = wanted.partition("..")
    start = datetime.fromisoformat(first) if first else None
    until = last if dots else first
    end = datetime.fromisoformat(until) + timedelta(days=1) if until else None
    if interval is None:
        return False
    if not dots:
        return interval.start == start and interval.end == end
    return (start is None or interval.start is None or interval.start >= start or interval.end is None or interval.end > start) and (
        end is None or interval.end is None or interval.end <= end
    )  # fmt: skip


def _named(wanted: str, names: list[str]) -> bool:
    mine = fold_search(wanted)
    return any(mine in fold_search(name) or (name and fold_search(name) in mine) for name in names)


def _side_right(event: Event, wanted: Wanted) -> bool:
    if not wanted.source and not wanted.target:
        return True
    for role, sides in (("source", wanted.source), ("target", wanted.target)):
        for participant in event.participants:
            names = [participant.actor.name_ar, participant.actor.name_en]
            names += [participant.evidence.quote] if participant.evidence else []
            if participant.role.value == role and any(_named(side, names) for side in sides):
                return True
    return False


def _place_right(event: Event, wanted: str) -> bool:
    if wanted == "-":
        return event.place is None
    quotes = [item.evidence.quote for item in event.evidence if item.field == "place"]
    return event.place is not None and _named(wanted, [event.place.name_ar, event.place.name_en, *quotes])


def paired(events: list[Event], wanted: list[Wanted]) -> dict[int, int]:
    """Wanted events that are found right -> the event found."""
    pairs: dict[int, int] = {}
    for index, each in enumerate(wanted):
        for number, event in enumerate(events):
            if number not in pairs.values() and not faults(event, each):
                pairs[index] = number
                break
    return pairs


def score(language: str, *, show: bool = False) -> Score:
    """The score of a language's articles; hypothetical events are no finds."""
    total = Score()
    for name, document, wanted in articles(language):
        events = [event for event in events_of(document) if event.status.value != "hypothetical"]
        pairs = paired(events, wanted)
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
        start = time.perf_counter()
        for document, dates, places, actors in ready:
            find_events(document, dates, places, actors)
        best = min(best, time.perf_counter() - start)
    characters = sum(len(document.text) for document, *_ in ready)
    return best / characters * 2600


def floors() -> dict[str, float]:
    """The least F1 of each language that the repository has promised."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["f1"])


def main() -> None:
    print(
        f"{'language':10}{'right':>7}{'found':>7}{'wanted':>8}{'F1':>7}{'floor':>7}{'tolls':>9}{'ms per 2,600 characters':>26}"
    )
    for language in ("ar", "en"):
        total = score(language, show="--show" in sys.argv)
        speed = seconds_per_article(language) * 1000
        tolls = f"{total.tolls}/{total.tolls_wanted}"
        print(
            f"{language:10}{total.right:7}{total.found:7}{total.wanted:8}{total.f1:7.3f}{floors()[language]:7.3f}{tolls:>9}{speed:26.2f}"
        )


if __name__ == "__main__":
    main()
