"""Makes a store of any number of events that are skewed as news is: few actors and places tell most of it.

    python -m benchmarks.synthetic 100000 --store build/synthetic.duckdb

The same number and seed give the same events. Dates come in five precisions, sentences in two languages.
"""

from __future__ import annotations

import random
import time
from datetime import datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from benchmarks.synthetic_words import PEOPLE, PLACES, SENTENCES, STATES
from extract.model import (
    Actor,
    ActorKind,
    Annotation,
    Basis,
    Count,
    Document,
    Event,
    EventTime,
    EventType,
    Evidence,
    FieldEvidence,
    Grain,
    Interval,
    Participant,
    Place,
    Role,
    Status,
)
from extract.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_Kind = TypeVar("_Kind")

_EVENTS_A_DOCUMENT = 10
_FIRST_DAY = datetime(2014, 1, 1)  # noqa: DTZ001 - the times of events have no zone
_DAYS = 4_000
_BATCH = 2_500  # documents
_GRAINS = {Grain.HOUR: 4, Grain.DAY: 62, Grain.WEEK: 10, Grain.MONTH: 16, Grain.YEAR: 8}
_STATUSES = {
    Status.HAPPENED: 70,
    Status.PLANNED: 12,
    Status.CLAIMED: 9,
    Status.HYPOTHETICAL: 6,
    Status.DENIED: 3,
}


class World:
    """The actors and places of a run, with how often each is told of."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.actors = _actors()
        self.places = _places(self.random)
        self._actor_weights = _zipf(len(self.actors))
        self._place_weights = _zipf(len(self.places))
        self._busy_days = [self.random.randrange(_DAYS) for _ in range(60)]

    def actor(self) -> Actor:
        return self.random.choices(self.actors, cum_weights=self._actor_weights)[0]

    def place(self) -> Place:
        return self.random.choices(self.places, cum_weights=self._place_weights)[0]

    def day(self) -> datetime:
        """A third of the news falls into sixty weeks that everybody writes about."""
        if self.random.random() < 1 / 3:
            return _FIRST_DAY + timedelta(days=self.random.choice(self._busy_days) + self.random.randrange(7))
        return _FIRST_DAY + timedelta(days=self.random.randrange(_DAYS))

    def one_of(self, shares: Mapping[_Kind, int]) -> _Kind:
        return self.random.choices(list(shares), list(shares.values()))[0]


def articles(events: int, seed: int = 7) -> Iterator[Annotation]:
    """Documents of ten events each, `events` in all."""
    world = World(seed)
    for first in range(0, events, _EVENTS_A_DOCUMENT):
        yield _annotation(world, first, min(_EVENTS_A_DOCUMENT, events - first))


def fill(store: Store, events: int, seed: int = 7) -> int:
    """Add `events` synthetic events to `store`; gives how many are new."""
    added = 0
    waiting: list[Annotation] = []
    for annotation in articles(events, seed):
        waiting.append(annotation)
        if len(waiting) == _BATCH:
            added += store.add(waiting).events
            waiting = []
    return added + store.add(waiting).events


def _annotation(world: World, first: int, count: int) -> Annotation:
    day = world.day()
    language = "ar" if world.random.random() < 0.7 else "en"  # noqa: PLR2004 - most of it is Arabic
    sketches = [_Sketch(world, language, number) for number in range(first, first + count)]
    document = Document(
        id=f"synthetic-{first:09d}",
        text="\n".join(sketch.sentence for sketch in sketches),
        title=sketches[0].sentence[:60],
        language=language,
        url=f"https://news.example/{first}",
        source=f"outlet-{world.random.randrange(40)}",
        published=Interval(day + timedelta(days=1), day + timedelta(days=2), Grain.DAY),
        published_from="given",
    )
    events: list[Event] = []
    offset = 0
    for sketch in sketches:
        events.append(sketch.event(document, offset, day))
        offset += len(sketch.sentence) + 1
    return Annotation(document, events=tuple(events))


class _Sketch:
    """One event before its document exists: who, where, and the sentence that says so."""

    def __init__(self, world: World, language: str, number: int) -> None:
        self._random = world.random
        self._number = number
        self._source, self._target, self._place = world.actor(), world.actor(), world.place()
        arabic = language == "ar"
        self._names = [
            one.name_ar if arabic else one.name_en for one in (self._source, self._target, self._place)
        ]
        self._type, self._verb, shape = world.random.choice(SENTENCES[language])
        source, target, place = self._names
        self.sentence = shape.format(
            verb=self._verb, source=source, target=target, place=place, number=number
        )
        self._grain = world.one_of(_GRAINS)
        self._status = world.one_of(_STATUSES)

    def event(self, document: Document, offset: int, day: datetime) -> Event:
        source, target, place = self._names
        trigger = self._words(document, offset, self._verb)
        parts = (
            Participant(Role.SOURCE, self._source, self._words(document, offset, source)),
            Participant(Role.TARGET, self._target, self._words(document, offset, target)),
        )
        dead = self._random.random() < 0.1  # noqa: PLR2004 - one event in ten tells of deaths
        told_place = self._random.random() < 0.7  # noqa: PLR2004 - seven in ten say where
        fields = [("type", trigger), *((f"{p.role}:{p.actor.id}", p.evidence) for p in parts)]
        if told_place:
            fields.append(("place", self._words(document, offset, place)))
        return Event(
            id=f"e{self._number:09d}",
            document_id=document.id,
            type=EventType(self._type),
            status=self._status,
            time=EventTime(_interval(self._grain, day, self._random.randrange(24)), Basis.STATED),
            triggers=(trigger,),
            place=self._place if told_place else None,
            participants=parts,
            killed=Count(self._random.randrange(1, 200), None) if dead else None,
            evidence=tuple(FieldEvidence(field, words) for field, words in fields if words),
        )

    def _words(self, document: Document, offset: int, words: str) -> Evidence:
        start = document.text.index(words, offset)
        return Evidence.at(document, start, start + len(words), "synthetic")


def _interval(grain: Grain, day: datetime, hour: int) -> Interval:
    if grain is Grain.HOUR:
        return Interval(day + timedelta(hours=hour), day + timedelta(hours=hour + 1), grain)
    if grain is Grain.DAY:
        return Interval(day, day + timedelta(days=1), grain)
    if grain is Grain.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=7), grain)
    if grain is Grain.MONTH:
        first = day.replace(day=1)
        return Interval(first, (first + timedelta(days=32)).replace(day=1), grain)
    return Interval(day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1), grain)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _actors() -> list[Actor]:
    known = [Actor(*row[:3], ActorKind(row[3]), row[4]) for row in (*STATES, *PEOPLE)]
    crowd = [
        Actor(f"person-{n}", f"الشخص {n}", f"Person {n}", ActorKind.PERSON, PLACES[n % len(PLACES)][5])
        for n in range(5_000 - len(known))
    ]
    return [*known, *crowd]


def _places(chance: random.Random) -> list[Place]:
    """The known places, and villages thrown closely around each."""
    known = [Place(*row) for row in PLACES]
    cities: Sequence[Place] = [place for place in known if place.kind == "city"]
    villages = [
        Place(
            id=f"village-{n}",
            name_ar=f"قرية {n}",
            name_en=f"Village {n}",
            lat=near.lat + chance.gauss(0, 0.4),
            lon=near.lon + chance.gauss(0, 0.4),
            country=near.country,
            kind="village",
            radius_km=2.0,
        )
        for n in range(2_000 - len(known))
        for near in (chance.choice(cities),)
    ]
    return [*known, *villages]


def main(
    events: int,
    store: Annotated[str, typer.Option(help="Where to keep them.")] = "build/synthetic.duckdb",
    seed: int = 7,
) -> None:
    """Fill STORE with EVENTS synthetic events."""
    began = time.perf_counter()
    with Store.open(store) as kept:
        added = fill(kept, events, seed)
    print(f"{added} events added to {store} in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    typer.run(main)
