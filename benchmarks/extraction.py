"""How many articles a second the whole extraction reads on one core, and where the time goes.

python -m benchmarks.extraction
python -m benchmarks.extraction --articles 2000 --language en
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.articles import LENGTH, made
from benchmarks.machine import machine
from extract.actors import find_actors
from extract.dates import find_dates
from extract.events import find_events
from extract.pipeline import annotate
from extract.places import find_places

if TYPE_CHECKING:
    from extract.model import Document

_GOAL = 100  # articles a second


class Clock:
    """Seconds spent, by part."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._last = time.process_time()

    def start(self) -> None:
        self._last = time.process_time()

    def to(self, part: str) -> None:
        """What passed since the last call was spent on `part`."""
        now = time.process_time()
        self.spent[part] = self.spent.get(part, 0.0) + now - self._last
        self._last = now


def parts_of(documents: list[Document]) -> dict[str, float]:
    """Seconds that each part takes over `documents`, called as the pipeline calls it."""
    clock = Clock()
    for document in documents:
        clock.start()
        dates = find_dates(document)
        clock.to("dates")
        places = find_places(document)
        clock.to("places")
        actors = find_actors(document, dates)
        clock.to("actors")
        find_events(document, dates, places, actors)
        clock.to("events")
    return clock.spent


def whole(documents: list[Document]) -> list[float]:
    """Seconds that each article takes from text to events."""
    taken: list[float] = []
    for document in documents:
        began = time.process_time()
        annotate(document)
        taken.append(time.process_time() - began)
    return taken


def main(
    articles: Annotated[int, typer.Option(help="How many articles.")] = 300,
    language: Annotated[str, typer.Option(help="ar or en.")] = "ar",
) -> None:
    """Print articles a second of the whole extraction on one core, and the share of each part."""
    documents = made(articles + 5, language)
    began = time.perf_counter()
    annotate(documents[0])
    first = time.perf_counter() - began
    whole(documents[1:5])
    taken = whole(documents[5:])
    spent = parts_of(made(articles, language, seed=4))  # other articles: nothing is remembered of these
    table = Table(
        "part", "articles a second", "share", title=f"{articles} articles of {LENGTH} characters, {machine()}"
    )
    total = sum(spent.values())
    for part, seconds in spent.items():
        table.add_row(part, f"{articles / seconds:,.0f}", f"{seconds / total:.0%}")
    table.add_row("whole extraction", f"{articles / sum(taken):,.0f}", "")
    Console().print(table)
    slowest = statistics.quantiles(taken, n=20)[-1] * 1_000
    print(f"first article {first:.2f} s (loads the world's names), then 95 in 100 within {slowest:.1f} ms")
    print(f"goal: {_GOAL} articles a second on one core")


if __name__ == "__main__":
    typer.run(main)
