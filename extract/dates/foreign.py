"""Times in a language without a folder, by way of dateparser's search; its rule says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from extract.dates import calendars
from extract.model import Evidence, Grain, Interval, TimeExpression
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Document

_ENOUGH = 20_000  # characters; dateparser's search is slow, and what dates an article stands near its head
_SHORTEST = 3
_CLOCK = ":"
_SIGNS = " ,.;:()،؛\"'"
_SMALL = frozenset(
    [
        "le",
        "la",
        "les",
        "en",
        "de",
        "du",
        "des",
        "au",
        "aux",
        "et",
        "a",
        "à",
        "در",
        "از",
        "و",
        "به",
        "تا",
        "کو",
        "کے",
        "میں",
        "נו",
        "ב",
        "ve",
        "da",
        "de",
        "el",
        "los",
        "y",
    ]
)


def find_foreign(document: Document, code: str) -> list[TimeExpression]:
    """What dateparser finds in `document`; nothing where it does not know the language."""
    from dateparser.search import search_dates  # noqa: PLC0415  # slow to import, and most texts do not need it

    anchor = document.published.start if document.published else None
    text = document.text[:_ENOUGH]
    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "RETURN_TIME_SPAN": False,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
    }
    if anchor is not None:
        settings["RELATIVE_BASE"] = anchor
    try:
        hits = search_dates(text, languages=[code] if code else None, settings=settings) or []
    except ValueError:  # dateparser names an unknown language so
        return []
    told = f"published {anchor.date().isoformat()}" if anchor else ""
    return list(_expressions(document, code, [(hit[0], hit[1]) for hit in hits], told))


def _expressions(
    document: Document, code: str, hits: list[tuple[str, datetime]], anchor: str
) -> Iterator[TimeExpression]:
    at = 0
    for words, moment in hits:
        start = document.text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        trimmed = _trimmed(words)
        if not _tells(trimmed):
            continue
        start += words.index(trimmed)
        evidence = Evidence.at(document, start, start + len(trimmed), f"dateparser/{code}")
        yield TimeExpression(
            evidence, _interval(trimmed, moment) if anchor or _has_year(trimmed) else None, anchor
        )


def _trimmed(words: str) -> str:
    """Without the signs and small words that dateparser leaves at the ends: "Le 7 octobre 2023, le"."""
    plain = words.strip(_SIGNS)
    while (parts := plain.split()) and len(parts) > 1:
        if parts[0].lower().strip(_SIGNS) in _SMALL:
            plain = plain[len(parts[0]) :].strip(_SIGNS)
        elif parts[-1].lower().strip(_SIGNS) in _SMALL:
            plain = plain[: -len(parts[-1])].strip(_SIGNS)
        else:
            break
    return plain


def _tells(words: str) -> bool:
    """Whether words tell a time: more than a number or a short word alone."""
    plain = fold(words).replace(" ", "")
    if plain.isdecimal():
        return len(plain) == 4 and "1500" <= plain <= "2100"  # noqa: PLR2004
    return len(plain) >= _SHORTEST


def _has_year(words: str) -> bool:
    return any(part.isdecimal() and len(part) == 4 for part in fold_digits(words))  # noqa: PLR2004


def fold_digits(words: str) -> list[str]:
    """The runs of digits in `words`, in plain digits."""
    plain = "".join(fold(letter) if letter.isdecimal() else " " for letter in words)
    return plain.split()


def _interval(words: str, moment: datetime) -> Interval:
    """Dateparser answers with a moment; how much of it the words told decides the grain."""
    numbers = fold_digits(words)
    letters = sum(letter.isalpha() for letter in words)
    year = calendars.year_of(moment.year)
    if len(numbers) == 1 and len(numbers[0]) == 4 and not letters and year:  # noqa: PLR2004
        return year
    month = calendars.month_of(moment.year, moment.month)
    if len(numbers) == 1 and len(numbers[0]) == 4 and letters and month:  # noqa: PLR2004
        return month
    if _CLOCK in words:
        start = moment.replace(second=0, microsecond=0)
        return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)
    return calendars.day(moment.date())
