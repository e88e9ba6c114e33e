"""From a document to its events, and from many files to a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.pipeline.adding import Outcome, Report, add_paths

if TYPE_CHECKING:
    from extract.dates import read_date
    from extract.pipeline.annotating import ALL, annotate

__all__ = ["ALL", "Outcome", "Report", "add_paths", "annotate", "read_date"]


def __getattr__(name: str) -> object:
    """The finders are loaded by the first that needs them, so that a start with nothing new is quick."""
    if name in {"ALL", "annotate"}:
        from extract.pipeline import annotating  # noqa: PLC0415

        return getattr(annotating, name)
    if name == "read_date":
        from extract.dates import read_date  # noqa: PLC0415

        return read_date
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
