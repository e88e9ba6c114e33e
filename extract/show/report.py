"""What became of the articles that were named, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from extract.show.words import count, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from extract.pipeline import Report

_MOST_LINES = 20


def show_report(report: Report, console: Console, store: str) -> None:
    """One line for each article that is new or failed, and the sums; long lists are cut and say so."""
    for outcome in report.added[:_MOST_LINES]:
        console.print(Text(f"added    {one_line(outcome.name)}: {count(outcome.events, 'event')}"))
        for notice in outcome.notices:
            console.print(Text(f"         {one_line(notice)}", style="yellow"))
    if len(report.added) > _MOST_LINES:
        console.print(Text(f"         and {len(report.added) - _MOST_LINES} more"))
    for outcome in report.failed:
        console.print(Text(f"skipped  {one_line(outcome.reason)}", style="red"))
    console.print(
        Text(
            f"{count(len(report.added), 'article')} added with {count(report.events, 'event')}, "
            f"{len(report.already)} already there, {len(report.failed)} skipped; store {store}"
        )
    )
