"""Names as they are written, from the world data and the lists of languages/: what the texts' names are swapped for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.gazetteer.actors import load_world
from extract.gazetteer.layers import atlas
from extract.language import load

if TYPE_CHECKING:
    import random

_PEOPLE = 3_000  # made of a given name and a family name
_PROMINENT = 4.3  # towns of twenty thousand people and more


def listed_names(code: str, chance: random.Random) -> dict[str, list[str]]:
    """Kind -> names: people, organisations and states of the world data, places of the gazetteer, made-up people."""
    return {"p": [*_people(code), *_made_up(code, chance)], "o": _organisations(code), "l": _places(code)}


def _people(code: str) -> list[str]:
    return [
        name.text
        for entry in load_world().entries.values()
        if entry.type == "person"
        for name in (entry.ar if code == "ar" else entry.en)[:1]
    ]


def _organisations(code: str) -> list[str]:
    return [
        name.text.removeprefix("the ")
        for entry in load_world().entries.values()
        if entry.type not in {"person", "state", "palace"}
        for name in (entry.ar if code == "ar" else entry.en)[:2]
        if not name.doubtful
    ]


def _places(code: str) -> list[str]:
    """Whatever has a name in this script and is no small town; each name once, in the order of their ids."""
    index = atlas().indexes[-1]
    names: dict[str, None] = {}
    for entry in index.entries():
        name = entry.name_ar if code == "ar" else entry.name_en
        written = name and ("\u0621" <= name[0] <= "\u06d3") == (code == "ar")
        if written and index.prominence(entry) >= _PROMINENT:
            names[name] = None
    return list(names)


def _made_up(code: str, chance: random.Random) -> list[str]:
    names = load(code, "actor_names")
    given = [word for key, text in names["given"].items() if key != "common" for word in text.split()]
    family = [word for text in names.get("family", {}).values() for word in text.split()]
    family = family or [text.split()[-1] for text in _people(code)]
    if code == "en":
        given, family = [word.capitalize() for word in given], [word.capitalize() for word in family]
    return [f"{chance.choice(given)} {chance.choice(family)}" for _ in range(_PEOPLE)]
