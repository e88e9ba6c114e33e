"""How long the server works on a filter change: every question that the page asks for one state.

    python -m benchmarks.filters                 100,000 synthetic events
    python -m benchmarks.filters 1000000 --states 400

Each state is new, so no answer comes from memory; the questions are compiled before the clock starts,
as they are in a page that has been open for a minute. Printed: the 50th and 95th of a hundred changes.
"""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.machine import machine
from benchmarks.synthetic import fill
from dashboard import queries
from dashboard.filters import Box, Filters
from dashboard.units import MOST_STEPS, finest
from extract.store import Store
from extract.store.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

Chance = random.Random
_WORDS = ("اتفاق", "عقوبات", "مساعدات", "غزة", "Moscow", "aid", "met", "البيان", "resolution", "بوتين")
_FACETS = ("actors", "types", "statuses", "places")
_GOAL_MS = 50  # the 95th at 100,000 events


def _dates(chance: Chance) -> Filters:
    first = chance.randrange(2014, 2024)
    month = chance.randrange(1, 13)
    last = f"{first + chance.randrange(1, 4)}-06-{chance.randrange(1, 31):02d}"
    return Filters(since=f"{first}-{month:02d}-{chance.randrange(1, 29):02d}", until=last)


def _box(chance: Chance) -> Filters:
    west, south = chance.uniform(20, 50), chance.uniform(10, 35)
    return Filters(bbox=Box(west, south, west + chance.uniform(1, 15), south + chance.uniform(1, 10)))


def _everything(chance: Chance) -> Filters:
    types = ("consult", "assault", "agree")
    return replace(_dates(chance), bbox=_box(chance).bbox, statuses=("happened",), types=types)


# What a reader changes, each with a state that nobody asked for before.
CHANGES: dict[str, Callable[[Chance, Store], Filters]] = {
    "dates": lambda chance, _: _dates(chance),
    "dates, surely": lambda chance, _: replace(_dates(chance), sure=True),
    "actor": lambda chance, store: Filters(actors=(chance.choice(_actors(store)),)),
    "two actors, dates": lambda chance, store: replace(
        _dates(chance), actors=tuple(chance.sample(_actors(store), 2))
    ),
    "types": lambda chance, _: replace(
        _dates(chance), types=tuple(chance.sample(["consult", "aid", "accuse", "assault"], 2))
    ),
    "map box": lambda chance, _: _box(chance),
    "words": lambda chance, _: Filters(q=f"{chance.choice(_WORDS)} {chance.randrange(10, 9_999)}"),
    "a common word": lambda chance, _: replace(_dates(chance), q=chance.choice(_WORDS)),
    "all at once": lambda chance, _: _everything(chance),
}


def page_state(store: Store, filters: Filters) -> int:
    """Every question of one page state; gives the number of events, so that nothing is left unasked."""
    totals = queries.totals(store, filters)
    if totals.events > totals.undated and totals.first and totals.last:
        start, end = filters.window
        unit = finest(start or totals.first, end or totals.last, MOST_STEPS)
        queries.bins(store, filters, unit, *queries.span(unit, totals, filters))
    for group in _FACETS:
        queries.facet(store, filters, group)
    queries.places(store, filters)
    queries.countries(store, filters)
    queries.unplaced(store, filters)
    queries.page(store, filters)
    return totals.events


class Taken(NamedTuple):
    """Milliseconds of one change: of the clock, and of the processor over all threads."""

    clock: float
    processor: float


def measure(store: Store, states: int, seed: int = 11) -> dict[str, list[Taken]]:
    """What each change takes, by kind."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for change in CHANGES.values():
        page_state(store, change(chance, store))
    each = max(states // len(CHANGES), 1)
    return {
        kind: [_timed(store, change(chance, store)) for _ in range(each)] for kind, change in CHANGES.items()
    }


def _timed(store: Store, filters: Filters) -> Taken:
    clock, processor = time.perf_counter(), time.process_time()
    page_state(store, filters)
    return Taken((time.perf_counter() - clock) * 1_000, (time.process_time() - processor) * 1_000)


_known_actors: list[str] = []


def _actors(store: Store) -> list[str]:
    if not _known_actors:
        table = store.table("actors")
        _known_actors.extend(table.select("id").order_by("id").limit(3_000).to_pyarrow()["id"].to_pylist())
    return _known_actors


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of `values` lie."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def main(
    events: int = 100_000,
    states: Annotated[int, typer.Option(help="How many changes, over all kinds.")] = 270,
    folder: Annotated[Path, typer.Option(help="Where synthetic stores are kept between runs.")] = Path(
        "build"
    ),
) -> None:
    """Print the time of a filter change at EVENTS synthetic events."""
    folder.mkdir(exist_ok=True)
    path = folder / f"synthetic-{events}-v{VERSION}.duckdb"
    if not path.exists():
        with Store.open(path) as made:
            fill(made, events)
    with Store.open(path, read_only=True) as store:
        measured = measure(store, states)
    table = Table(
        *("change", "median ms", "95th ms", "most ms", "95th of the processor"),
        title=f"A filter change at {events:,} events, {machine()}",
    )
    together = [one for kind in measured.values() for one in kind]
    for kind, taken in [*measured.items(), ("all", together)]:
        clock, processor = [one.clock for one in taken], [one.processor for one in taken]
        figures = percentile(clock, 0.5), percentile(clock, 0.95), max(clock), percentile(processor, 0.95)
        table.add_row(kind, *(f"{figure:.1f}" for figure in figures))
    Console().print(table)
    print(f"goal: the 95th of all at most {_GOAL_MS} ms at 100,000 events; {len(together)} changes measured")


if __name__ == "__main__":
    typer.run(main)
