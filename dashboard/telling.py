"""How times, counts and events are said in words: half-open inside, inclusive on screen."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from hijridate import Gregorian

from dashboard.words import number, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_HIJRI = frozenset({"hijri", "both"})
_CLOCK = frozenset({"minute", "hour"})
_INSTANT = timedelta(seconds=1)
_ISO_LETTERS = 2
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # codes of CLDR that are something else
_HIJRI_MONTHS = {
    "ar": "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة",
    "en": "Muharram|Safar|Rabi I|Rabi II|Jumada I|Jumada II|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qadah|Dhu al-Hijjah",
}


def time(row: Mapping[str, Any], lang: str, calendar: str = "") -> str:
    """The time of an event in words: a day, a span, an open end, or that none is told."""
    start, end = row["start"], row["end"]
    if start is None or end is None:
        return _open(start, end, lang, calendar)
    if row["grain"] in _CLOCK:
        return word(lang, "when.clock", date=day(start, lang, calendar), time=f"{start:%H:%M}")
    if row["basis"] == "bounded" and (end - start).days > 1:
        last = end - _INSTANT
        first = _short(start, last, lang) if calendar not in _HIJRI else day(start, lang, calendar)
        return word(lang, "when.between", first=first, last=day(last, lang, calendar))
    return span(start, end, lang, calendar)


def _open(start: datetime | None, end: datetime | None, lang: str, calendar: str) -> str:
    if start is not None:
        return word(lang, "when.since", date=day(start, lang, calendar))
    if end is not None:
        return word(lang, "when.until", date=day(end - _INSTANT, lang, calendar))
    return word(lang, "when.none")


def span(start: datetime, end: datetime, lang: str, calendar: str = "") -> str:
    """The days from `start` to before `end`, as short as they can be said."""
    last = end - _INSTANT
    if start.date() == last.date():
        return day(start, lang, calendar)
    if calendar not in _HIJRI:
        whole = _whole(start, last, lang)
        if whole:
            return whole
        if (start.year, start.month) == (last.year, last.month):
            return f"{start.day}–{format_date(last, 'd MMMM y', lang)}"
        if start.year == last.year:
            first = format_date(start, "d MMMM", lang)
            return word(lang, "when.range", first=first, last=day(last, lang))
    return word(lang, "when.range", first=day(start, lang, calendar), last=day(last, lang, calendar))


def _short(first: datetime, last: datetime, lang: str) -> str:
    """The first of two days, without the month and year that the last one says too."""
    if first.year != last.year:
        return day(first, lang)
    return str(first.day) if first.month == last.month else format_date(first, "d MMMM", lang)


def day(moment: date, lang: str, calendar: str = "") -> str:
    """A day in words, in the calendar that the reader asks for."""
    gregorian = format_date(moment, "d MMMM y", lang)
    if calendar not in _HIJRI:
        return gregorian
    hijri = _hijri(moment.year, moment.month, moment.day, lang)
    if not hijri:
        return gregorian
    return hijri if calendar == "hijri" else f"{gregorian} ({hijri})"


def asked(text: str, lang: str) -> str:
    """A date of the filters in words: a year, a month or a day."""
    parts = [int(part) for part in text.split("-")]
    year, month, day_ = [*parts, 1, 1][:3]
    moment = datetime(year, month, day_)  # noqa: DTZ001
    return format_date(moment, {1: "y", 2: "MMMM y", 3: "d MMMM y"}[len(parts)], lang)


def name(row: Mapping[str, Any], lang: str) -> str:
    """The name of an actor or a place in the reader's language, else in the other."""
    names = (row.get("name_ar"), row.get("name_en"))
    first, second = names if lang == "ar" else reversed(names)
    return first or second or str(row.get("id") or row.get("actor_id") or "")


def country(code: str, lang: str) -> str:
    """A country by its ISO code, in the reader's language."""
    return str(Locale(lang).territories.get(code.upper(), code.upper()))


def is_country(code: str) -> bool:
    """Whether there is a country of this ISO code, in small letters or large."""
    upper = code.upper()
    return len(code) == _ISO_LETTERS and upper in Locale("en").territories and upper not in _NO_COUNTRY


def place(row: Mapping[str, Any], lang: str) -> str:
    """Where an event was, "" where nobody says."""
    return name(
        {"name_ar": row["place_name_ar"], "name_en": row["place_name_en"], "id": row["place_id"]}, lang
    )


def people(row: Mapping[str, Any], lang: str, role: str) -> list[str]:
    """The names of those who took part in a role, each once."""
    return list(dict.fromkeys(name(part, lang) for part in row["actors"] if part["role"] == role))


def who(row: Mapping[str, Any], lang: str) -> str:
    """Who did it and to whom, in a few words; the arrow points the way that the language is read."""
    source, target = (_few(people(row, lang, role)) for role in ("source", "target"))
    arrow = " ← " if lang == "ar" else " → "
    return arrow.join(part for part in (source, target) if part)


def headline(row: Mapping[str, Any], lang: str) -> str:
    """An event in one line: what, who, and where if nobody is named."""
    return ": ".join(
        part for part in (word(lang, f"type.{row['type']}"), who(row, lang) or place(row, lang)) if part
    )


def count(low: int | None, high: int | None, lang: str) -> str:
    """How many, as far as it is told."""
    if low is not None and low == high:
        return number(low)
    if low is not None and high is not None:
        return word(lang, "card.between", low=number(low), high=number(high))
    if low is not None:
        return word(lang, "card.at_least", n=number(low))
    return word(lang, "card.at_most", n=number(high)) if high is not None else ""


def isolated(text: str, lang: str) -> str:
    """Text that keeps its own direction in a chart, whose words run from the left otherwise."""
    return f"\u2067{text}\u2069" if lang == "ar" else text


def _few(names: list[str]) -> str:
    return f"{names[0]} +{len(names) - 1}" if len(names) > 1 else "".join(names)


def _whole(start: datetime, last: datetime, lang: str) -> str:
    """A whole month, quarter, year, decade or century by its name, else ""."""
    after = last + _INSTANT
    if start.day != 1 or after.day != 1 or start.hour or after.hour:
        return ""
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.month == 1 and months % 12 == 0:
        return _years(start.year, last.year, lang)
    return _months(start, last, months, lang)


def _years(first: int, last: int, lang: str) -> str:
    if first == last:
        return str(first)
    if first % 10 == 0 and last == first + 9:
        return word(lang, "when.decade", year=first)
    return word(lang, "when.range", first=first, last=last)


def _months(start: datetime, last: datetime, months: int, lang: str) -> str:
    if months == 1:
        return format_date(start, "MMMM y", lang)
    if months == 3 and start.month % 3 == 1:  # noqa: PLR2004 - a quarter
        return word(lang, "when.quarter", n=(start.month + 2) // 3, year=start.year)
    form = "MMMM" if start.year == last.year else "MMMM y"
    first = format_date(start, form, lang)
    return word(lang, "when.range", first=first, last=format_date(last, "MMMM y", lang))


@lru_cache(maxsize=10_000)
def _hijri(year: int, month: int, day_: int, lang: str) -> str:
    try:
        told = Gregorian(year, month, day_).to_hijri()
    except (ValueError, OverflowError):  # outside of the Umm al-Qura tables
        return ""
    suffix = "هـ" if lang == "ar" else "AH"
    return f"{told.day} {_HIJRI_MONTHS[lang].split('|')[told.month - 1]} {told.year} {suffix}"
