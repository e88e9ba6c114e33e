"""Text in, events out: who did what to whom, when, where, and which words say so.

    from extract import Document, annotate

    document = Document.of("اتصل بوتين بنتنياهو يوم الاثنين.", title="...")
    annotation = annotate(document)
    for event in annotation.events:
        for said in event.evidence:
            assert document.text[said.evidence.start : said.evidence.end] == said.evidence.quote

`annotate(document, only={"dates"})` finds dates alone. With a day of publication, `Document.of(text,
published=published_interval("2023-10-17"), published_from="given")`, words such as "Monday" become days; the
nouns are in `extract.model`, the errors (all below `ExtractError`) in `extract.errors`, and
`extract.store.Store` keeps what was found. `python -m extract` is the same for the command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.errors import ExtractError
    from extract.model import Annotation, Document
    from extract.pipeline import annotate
    from extract.readers.published import published_interval

__all__ = ["Annotation", "Document", "ExtractError", "annotate", "published_interval"]

_HOMES = {
    "Annotation": "extract.model",
    "Document": "extract.model",
    "ExtractError": "extract.errors",
    "annotate": "extract.pipeline",
    "published_interval": "extract.readers.published",
}


def __getattr__(name: str) -> object:
    """Loaded when first asked for: `python -m extract --help` needs none of it."""
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(_HOMES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
