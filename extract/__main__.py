"""The command line: add articles to a store, annotate JSON lines, show and explain what is found."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from extract.errors import ExtractError, InputError, UnreadableError

# What a command needs is imported in it: help and wrong options answer at once.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import Console

    from extract.model import Document, Interval
    from extract.pipeline import Report

app = typer.Typer(
    name="python -m extract",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

gazetteer_app = typer.Typer(
    help="The places that are known: build their index, import a fuller list.", no_args_is_help=True
)
app.add_typer(gazetteer_app, name="gazetteer")

correct_app = typer.Typer(
    help="Which events are one happening: merge two, split one off, list what was decided, undo it.",
    no_args_is_help=True,
)
app.add_typer(correct_app, name="correct")

Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Day of publication: 2023-10-17, 2023-10 or 2023. Goes before a sidecar's."
    ),
]
EventId = Annotated[
    str, typer.Argument(metavar="EVENT", help="An event's id, as the page's URL (id=) tells it.")
]
Store = Annotated[str, typer.Option(metavar="URL", help="A path, or duckdb:///PATH.")]


@app.callback()
def main(context: typer.Context) -> None:
    """News in, events out: add articles to a store, annotate JSON lines, show and explain what is found.

    The exit status is 1 when anything could not be used; the rest is done all the same.
    """
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command()
def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Text files, folders, or - for standard input.")
    ],
    published: Published = None,
    store: Store = "duckdb:///events.duckdb",
) -> None:
    """Read articles, extract their events and keep them. What is kept already is not extracted again."""
    from extract.pipeline import add_paths  # noqa: PLC0415
    from extract.show import show_report  # noqa: PLC0415
    from extract.store import Store as Kept  # noqa: PLC0415

    with _told():
        day = _interval(published)
        with Kept.open(store) as kept, _progress() as progress:
            report = add_paths(kept, paths, published=day, progress=progress)
        show_report(report, _console(), store)
    raise typer.Exit(code=1 if report.failed else 0)


@app.command()
def annotate(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="JSON lines; - is standard input.")] = "-",
    only: Annotated[
        str,
        typer.Option(metavar="PARTS", help="Some of dates,places,actors,events; the rest is not looked for."),
    ] = "dates,places,actors,events",
) -> None:
    """Answer each JSON line {id, text, language?, published?, title?, url?} with one line of what it says."""
    from extract.jsonl import answers, encode, parts  # noqa: PLC0415

    failed = False
    with _told():
        wanted = parts(only)
        with _lines(file) as lines:
            for answer in answers(lines, wanted):
                failed = failed or "error" in answer
                sys.stdout.buffer.write(encode(answer))
                sys.stdout.buffer.flush()
    raise typer.Exit(code=1 if failed else 0)


@app.command()
def show(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text file; its sidecar is read too.")],
    published: Published = None,
) -> None:
    """Print an article with its dates, places, actors and events marked, and the words of each field."""
    from extract.pipeline import annotate as annotated  # noqa: PLC0415
    from extract.show import show_article  # noqa: PLC0415

    with _told():
        for document in _documents(file, _interval(published)):
            show_article(annotated(document), _console(), file)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or two.")],
    published: Published = None,
) -> None:
    """Say why a text is read as it is: rules, candidates, and what decided between them."""
    from extract.model import Document  # noqa: PLC0415
    from extract.show.explain import show_explanation  # noqa: PLC0415

    with _told():
        if not text.strip():
            raise InputError("explain: the text is empty; give a sentence in quotes")
        day = _interval(published)
        show_explanation(Document.of(text, published=day, published_from="given" if day else ""), _console())


@app.command()
def why(event: EventId, store: Store = "duckdb:///events.duckdb") -> None:
    """Print which articles tell the happening of an event, and why they are taken for one."""
    from extract.show import show_happening  # noqa: PLC0415
    from extract.store import Store as Kept  # noqa: PLC0415

    with _told(), Kept.open(store, read_only=True) as kept:
        show_happening(kept, event, _console())


@correct_app.command("merge")
def correct_merge(event: EventId, other: EventId, store: Store = "duckdb:///events.duckdb") -> None:
    """Say that two events are one happening; it holds against every later batch."""
    _correct(store, "merge", event, other)


@correct_app.command("split")
def correct_split(
    event: EventId,
    other: Annotated[
        str, typer.Argument(metavar="[EVENT]", help="Only from this one; without it, from all.")
    ] = "",
    store: Store = "duckdb:///events.duckdb",
) -> None:
    """Say that an event is no part of the happening it was put into."""
    _correct(store, "split", event, other)


@correct_app.command("undo")
def correct_undo(
    number: Annotated[int, typer.Argument(help="As `correct list` tells it.")],
    store: Store = "duckdb:///events.duckdb",
) -> None:
    """Take back a correction; what was said stays on record."""
    _correct(store, "undo", "", str(number))


@correct_app.command("list")
def correct_list(store: Store = "duckdb:///events.duckdb") -> None:
    """Print every correction, those taken back too."""
    from extract.store import Store as Kept  # noqa: PLC0415

    with _told(), Kept.open(store) as kept:
        for each in kept.corrections():
            print(each.number, each.kind, each.event, each.other, sep="\t")


def _correct(store: str, kind: str, event: str, other: str) -> None:
    from extract.store import Store as Kept  # noqa: PLC0415

    with _told(), Kept.open(store) as kept:
        made = kept.correct(kind, event, other)
    print(f"{made.number}\t{kind}\t{event}\t{other}".rstrip())


@gazetteer_app.command("build")
def gazetteer_build() -> None:
    """Build the index of places in the user's cache beforehand; otherwise the first article waits for it."""
    from extract.gazetteer.cache import base_index  # noqa: PLC0415

    with _told():
        index = base_index()
        print(f"{len(index):,} places in {index.folder}")


@gazetteer_app.command("import")
def gazetteer_import(
    file: Annotated[
        Path, typer.Argument(help="A GeoNames dump: allCountries, cities* or a country's, text or zip.")
    ],
    names: Annotated[
        Path | None, typer.Option("--names", help="alternateNamesV2 of GeoNames: Arabic names for all towns.")
    ] = None,
) -> None:
    """Read a GeoNames dump into the places that are known, in the user's cache. Another import replaces it."""
    from extract.gazetteer.geonames import import_dump  # noqa: PLC0415

    with _told():
        print(f"{import_dump(file, names):,} places imported from {file}")


@contextmanager
def _told() -> Iterator[None]:
    """An error of ours is one line for people and exit status 1; a reader that went away is none."""
    try:
        yield
    except ExtractError as error:
        print(f"error: {error}", file=sys.stderr)
        raise typer.Exit(code=1) from error
    except BrokenPipeError as error:
        # What is still buffered has nowhere to go; Python would complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(code=1) from error


def _interval(published: str | None) -> Interval | None:
    from extract.readers.published import published_interval  # noqa: PLC0415

    return published_interval(published) if published else None


def _documents(file: str, published: Interval | None) -> Iterator[Document]:
    from extract.pipeline.adding import documents_of  # noqa: PLC0415

    return documents_of(file, published)


@contextmanager
def _lines(file: str) -> Iterator[Iterable[bytes]]:
    if file == "-":
        yield sys.stdin.buffer
        return
    with _opened(Path(file)) as lines:
        yield lines


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        message = (
            f"{path}: cannot be read ({error.strerror}); give a file of JSON lines, or - for standard input"
        )
        raise UnreadableError(message) from error


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    if isinstance(sys.stdout, TextIOWrapper):  # a sign that the terminal cannot show stops nothing
        sys.stdout.reconfigure(errors="replace")
    # Into a pipe or a file lines stay whole: breaking them is the reader's business.
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


@contextmanager
def _progress() -> Iterator[Callable[[Report, int], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def tell(report: Report, total: int) -> None:
            bar.update(task, total=total, completed=report.done, description=f"{report.events} events")

        yield tell


if __name__ == "__main__":
    app()
