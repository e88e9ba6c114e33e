"""States and territories: rows of states.txt, and for the territories without one their names in CLDR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from extract.errors import GazetteerError
from extract.gazetteer.actors.model import Entry, Name, State
from extract.gazetteer.actors.read import names, rows
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CELLS = 7
# Of CLDR's codes: what is no territory of people, and what states.txt has as an organisation.
_NO_STATE = frozenset(
    [
        "AC",
        "AQ",
        "BV",
        "CP",
        "CQ",
        "DG",
        "EA",
        "EZ",
        "HM",
        "IC",
        "QO",
        "TA",
        "TF",
        "UM",
        "UN",
        "XA",
        "XB",
        "ZZ",
        "GS",
        "IO",
    ]
)
_ISO_LETTERS = 2
# Have laws, ministers and an adjective as states do, and are none.
_UNIONS = frozenset({"eu"})


def read_states(path: Path) -> Iterator[State]:
    """The states of `path`, then the remaining territories of CLDR."""
    seen: set[str] = set()
    for number, cells in rows(path):
        if len(cells) != _CELLS:
            raise GazetteerError(
                f"{path.name}:{number}: a state has {_CELLS} cells, here are {len(cells)}. The header tells them."
            )
        seen.add(cells[0])
        yield _state(cells, f"{path.name}:{number}")
    yield from _others(seen)


def _state(cells: list[str], where: str) -> State:
    code, english, adjectives, arabic, nisbas, capital_en, capital_ar = cells
    en, ar = names(english), names(arabic)
    if not en or not ar:
        raise GazetteerError(f"{where}: a state needs an English and an Arabic name.")
    singular_en, plural_en = _english_adjectives(adjectives)
    singular_ar, plural_ar = _arabic_adjectives(nisbas)
    kind = ActorKind.ORGANISATION if code in _UNIONS else ActorKind.STATE
    actor = Actor(f"state-{code}", ar[0].text, en[0].text, kind, code.upper())
    entry = Entry(actor, "state", ar, en, (), where)
    return State(entry, singular_ar, plural_ar, singular_en, plural_en, names(capital_ar), names(capital_en))


def _english_adjectives(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    singular: list[str] = []
    plural: list[str] = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        word, _, own = part.removeprefix("~").partition("/")
        singular.append(word)
        if own != "-":
            plural.append(own or word + "s")
    return tuple(singular), tuple(plural)


def _arabic_adjectives(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    singular: list[str] = []
    plural: list[str] = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        word, _, broken = part.partition("+")
        if word.strip():
            singular.append(word.strip())
        if broken.strip():
            plural.append(broken.strip())
    return tuple(singular), tuple(plural)


def _others(seen: set[str]) -> Iterator[State]:
    arabic, english = Locale("ar").territories, Locale("en").territories
    for upper, name_ar in arabic.items():
        code = upper.lower()
        if len(upper) != _ISO_LETTERS or code in seen or upper in _NO_STATE or not upper.isalpha():
            continue
        name_en = english.get(upper, "")
        if not name_en or "(" in name_ar:
            continue
        actor = Actor(f"state-{code}", name_ar, name_en, ActorKind.STATE, code.upper())
        entry = Entry(actor, "state", (Name(name_ar),), (Name(name_en),), (), "CLDR")
        yield State(entry, (), (), (), (), (), ())
