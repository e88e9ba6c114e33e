"""Reads what a person types into a date field: "أكتوبر 2023", "last week", "2023-10-07"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract import language
from extract.dates import calendars
from extract.dates.find import find_dates
from extract.model import Document, Interval

if TYPE_CHECKING:
    from datetime import date


def read_date(text: str, today: date, code: str = "") -> Interval | None:
    """The one time that `text` tells, reckoned from `today`; None where it tells none or several.

    Figures alone are read as the language `code` orders them: "3/12/2024" is a day of December in Arabic.
    """
    first = language.detect(text) or code
    codes = ("ar", "en") if first == "ar" else ("en", "ar")
    for one in codes:
        document = Document(id="", text=text.strip(), language=one, published=calendars.day(today))
        found = find_dates(document)
        if len(found) == 1 and found[0].interval is not None:
            return found[0].interval
    return None
