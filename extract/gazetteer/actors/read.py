"""Reads the rows of world data: one actor a line, cells apart by "|", sections opened by "@"."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from extract.errors import GazetteerError
from extract.gazetteer.actors.model import Entry, Name, Tenure
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What each type of a section is among the kinds of actors.
TYPES = {
    "person": ActorKind.PERSON,
    "armed": ActorKind.ARMED_GROUP,
    "group": ActorKind.GROUP,
    **dict.fromkeys(
        (
            "agency",
            "airline",
            "alliance",
            "army",
            "bank",
            "channel",
            "club",
            "company",
            "council",
            "court",
            "government",
            "intelligence",
            "media",
            "ministry",
            "movement",
            "newspaper",
            "ngo",
            "organisation",
            "palace",
            "parliament",
            "party",
            "police",
            "religious",
            "team",
            "un",
            "union",
            "university",
        ),
        ActorKind.ORGANISATION,
    ),
}
# Short keys of offices, for the many rows that need them.
SHORT = {
    "fm": "foreign-minister",
    "pm": "prime-minister",
    **{key: f"{key}-minister" for key in ("defence", "interior", "finance", "oil", "justice", "health")},
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_TENURE = re.compile(r"([a-z][a-z-]*)(?:@([a-z0-9-]+))?\s+(\S*?)\.\.(\S*)$")
_CELLS = 3


def slug(name: str) -> str:
    """A readable id: "Recep Tayyip Erdoğan" -> "recep-tayyip-erdogan"."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    ascii_only = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file with their line numbers: comments and empty lines are left out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("|")]


def entries(path: Path) -> Iterator[Entry]:
    """The actors of a file of people or organisations."""
    kind, country = "", ""
    for number, cells in rows(path):
        where = f"{path.name}:{number}"
        if cells[0].startswith("@"):
            kind, country = _section(cells[0], where)
            continue
        if not kind:
            raise GazetteerError(f"{where}: a row before any section. Begin with '@ person us', for example.")
        if len(cells) > _CELLS or not cells[0]:
            raise GazetteerError(f"{where}: a row is 'English names | Arabic names | offices', not {cells}.")
        yield _entry(cells + [""] * (_CELLS - len(cells)), kind, country, where)


def names(cell: str, *, person: bool = False) -> tuple[Name, ...]:
    """The names of a cell: "Vladimir *Putin; ~Rice" with what "*" and "~" mean."""
    found: list[Name] = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        doubtful = part.startswith("~")
        text = part.removeprefix("~")
        found.append(Name(text.replace("*", ""), doubtful=doubtful))
        if person and "*" in text:
            found.append(Name(text.partition("*")[2], alone=True))
    return tuple(dict.fromkeys(found))


def _section(text: str, where: str) -> tuple[str, str]:
    words = text[1:].split()
    if len(words) != 2 or words[0] not in TYPES:  # noqa: PLR2004 - a type and a country
        known = ", ".join(sorted(TYPES))
        raise GazetteerError(f"{where}: '{text}' is no section '@ TYPE CODE'; types are {known}.")
    return words[0], "" if words[1] == "-" else words[1]


def _entry(cells: list[str], kind: str, country: str, where: str) -> Entry:
    person = kind == "person"
    english = names(cells[0], person=person)
    arabic = names(cells[1], person=person)
    if not english or not arabic:
        raise GazetteerError(f"{where}: a name is missing; write one in English and one in Arabic.")
    actor = Actor(slug(english[0].text), arabic[0].text, english[0].text, TYPES[kind], country.upper())
    if cells[2].startswith("="):
        return Entry(actor, kind, arabic, english, (), where, body=cells[2].removeprefix("=").strip())
    held = tuple(_tenure(part, country, where) for part in cells[2].split(";") if part.strip())
    return Entry(actor, kind, arabic, english, held, where)


def _tenure(text: str, country: str, where: str) -> Tenure:
    match = _TENURE.match(text.strip())
    if match is None:
        raise GazetteerError(f"{where}: '{text.strip()}' is no office; write 'president 2000-05-07..2008'.")
    office, of, start, end = match.groups()
    office = SHORT.get(office, office)
    return Tenure(office, of or country, _days(start, where), _days(end, where), ongoing=not end)


def _days(text: str, where: str) -> tuple[date, date] | None:
    if not text or text == "?":
        return None
    match = _DAY.match(text)
    try:
        if match is None:
            raise ValueError(text)  # noqa: TRY301 - one message for both ways to be wrong
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError as problem:
        raise GazetteerError(f"{where}: '{text}' is no day; write 2023, 2023-10 or 2023-10-07.") from problem
