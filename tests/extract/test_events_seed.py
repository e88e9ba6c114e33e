"""The article that a fresh start shows: its events are what a careful reader lists, and no others happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.events import events_of
from extract.model import Basis, Count, Document, Event, EventType, Grain, Interval, Role, Status

SEED = Path(__file__).parents[2] / "seeds" / "000_811697c30d2ef955.txt"


@pytest.fixture(scope="module")
def events() -> list[Event]:
    day = datetime.fromisoformat("2023-10-17")
    published = Interval(day, day + timedelta(days=1), Grain.DAY)
    return events_of(Document.of(SEED.read_text(encoding="utf-8"), language="ar", published=published))


def _sides(event: Event) -> tuple[set[str], set[str]]:
    source = {p.actor.id for p in event.participants if p.role is Role.SOURCE}
    return source, {p.actor.id for p in event.participants if p.role is Role.TARGET}


def _days(event: Event) -> tuple[str | None, str | None]:
    interval = event.time.interval
    return (interval.start_iso, interval.end_iso) if interval else (None, None)


WANTED = [
    ("consult", "happened", {"vladimir-putin"}, {"benjamin-netanyahu"}, ("2023-10-16", "2023-10-17"), None),
    ("assault", "happened", {"hamas"}, {"state-il"}, ("2023-10-07", "2023-10-08"), "il"),
    (
        "consult",
        "happened",
        {"vladimir-putin"},
        {"bashar-al-assad", "ebrahim-raisi", "abdel-fattah-al-sisi", "mahmoud-abbas"},
        ("2023-10-07", "2023-10-17"),
        None,
    ),
    ("consult", "planned", {"vladimir-putin"}, {"state-cn"}, ("2023-10-17", None), "cn"),
    ("request", "happened", {"state-ru"}, {"security-council"}, (None, "2023-10-18"), None),
    ("support", "happened", {"vladimir-putin"}, {"benjamin-netanyahu"}, ("2023-10-16", "2023-10-17"), None),
    ("support", "happened", {"vladimir-putin"}, {"state-il"}, ("2023-10-09", "2023-10-16"), None),
    ("support", "happened", {"state-ir"}, {"hamas"}, (None, "2023-10-18"), None),
]


@pytest.mark.parametrize("wanted", WANTED, ids=[f"{w[0]} {min(w[3])}" for w in WANTED])
def test_each_event_of_the_reader_is_found_once(events: list[Event], wanted: tuple[object, ...]) -> None:
    kind, status, source, target, days, place = wanted
    found = [
        e for e in events if (e.type.value, e.status.value, *_sides(e)) == (kind, status, source, target)
    ]
    assert len(found) == 1
    assert _days(found[0]) == days
    assert (found[0].place.id if found[0].place else None) == place


def test_nothing_else_happened(events: list[Event]) -> None:
    happened = [event for event in events if event.status is Status.HAPPENED]
    assert len(happened) == sum(w[1] == "happened" for w in WANTED)


def test_the_call_told_in_six_sentences_is_one_event(events: list[Event]) -> None:
    call = next(e for e in events if _sides(e)[1] == {"benjamin-netanyahu"} and e.type is EventType.CONSULT)
    text = SEED.read_text(encoding="utf-8")
    assert len({text.count("\n", 0, trigger.start) for trigger in call.triggers}) >= 6
    assert call.time.basis is Basis.STATED


def test_at_least_1300_were_killed(events: list[Event]) -> None:
    attack = next(e for e in events if e.type is EventType.ASSAULT)
    assert attack.killed == Count(1300, None)
