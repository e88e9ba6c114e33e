"""When an article was published, where nobody says, or where the text contradicts what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.model import Document, Interval


def published_of(document: Document) -> tuple[Interval | None, str, tuple[str, ...]]:
    """The day of publication, who says so, and what a reader of the report should know."""
    return document.published, document.published_from, ()
