"""Tells people what was found in a text, in both calendars, by which rule and reckoned from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.dates.find import find_dates

if TYPE_CHECKING:
    from extract.model import Document


def explain_dates(document: Document) -> list[str]:
    """Lines to print, some for each expression."""
    return [f"{e.evidence.quote}  {e.interval}  {e.evidence.rule}  {e.anchor}" for e in find_dates(document)]
