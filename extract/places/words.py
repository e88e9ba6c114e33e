"""The words around place names, `languages/<code>/places.toml`, folded and made ready to ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.errors import LanguageError
from extract.language import load
from extract.script import fold_phrase, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CODES = ("ar", "en")
_SECTIONS = frozenset(
    {
        "cues", "near", "common", "never", "holders", "followers", "titles", "first_names", "speech",
        "directions", "demonyms", "behind", "strict", "idioms", "modifiers",
    }
)  # fmt: skip
DIRECTIONS = {
    "north": (0.0, "شمال", "northern"),
    "northeast": (45.0, "شمال شرق", "northeastern"),
    "east": (90.0, "شرق", "eastern"),
    "southeast": (135.0, "جنوب شرق", "southeastern"),
    "south": (180.0, "جنوب", "southern"),
    "southwest": (225.0, "جنوب غرب", "southwestern"),
    "west": (270.0, "غرب", "western"),
    "northwest": (315.0, "شمال غرب", "northwestern"),
    "centre": (-1.0, "وسط", "central"),
}
UNITS_KM = {"kilometres": 1.0, "metres": 0.001, "miles": 1.609}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; a word may be several things at once."""

    cues: Mapping[str, frozenset[str]]  # word -> the kinds it announces
    behind: Mapping[str, frozenset[str]]
    near: frozenset[str]
    common: frozenset[str]
    never: frozenset[str]
    strict: frozenset[str]
    idioms: frozenset[str]
    modifiers: frozenset[str]
    holders: frozenset[str]
    followers: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    speech: frozenset[str]
    relations: frozenset[str]
    insiders: frozenset[str]
    governments: frozenset[str]
    directions: Mapping[str, str]  # word -> its name in DIRECTIONS
    of: frozenset[str]
    units: Mapping[str, float]  # word -> km
    demonyms: Mapping[str, str]  # word -> country


@lru_cache(maxsize=len(CODES))
def words(code: str) -> Words:
    """The words of this language."""
    table = load(code, "places")
    _check(table, f"languages/{code}/places.toml")
    spoken, ways = table["speech"], table["directions"]
    return Words(
        cues=_by_word(table["cues"]),
        behind=_by_word(table.get("behind", {})),
        near=_folded(table["near"]["words"]),
        common=_folded([*table["common"]["words"].split(), *table.get("idioms", {}).get("common", ())]),
        never=_folded(table["never"]["words"].split()),
        modifiers=_folded(table.get("modifiers", {}).get("words", ())),
        idioms=_folded(table.get("idioms", {}).get("phrases", ())),
        strict=_folded(table.get("strict", {}).get("words", "").split()),
        holders=_folded(table["holders"]["words"]),
        followers=_folded(table["followers"]["words"]),
        titles=_folded(table["titles"]["words"]),
        first_names=_folded(table["first_names"]["words"].split()),
        speech=_folded(spoken["verbs"]),
        insiders=_folded(spoken["insiders"]),
        governments=_folded(spoken["governments"]),
        relations=_folded(spoken["relations"]),
        directions={form: way for way in DIRECTIONS for form in _folded(ways.get(way, ()))},
        of=_folded(ways["of"]),
        units={form: km for unit, km in UNITS_KM.items() for form in _folded(ways[unit])},
        demonyms={form: country for country, forms in table["demonyms"].items() for form in _folded(forms)},
    )


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(fold_phrase(form)) for form in forms)


def _by_word(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, forms in table.items():
        for form in _folded(forms):
            found.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _check(table: Mapping[str, Any], shown: str) -> None:
    for name in table:
        if name not in _SECTIONS:
            raise LanguageError(f"{shown}: [{name}] is no section; known are {', '.join(sorted(_SECTIONS))}")
    missing = sorted(_SECTIONS - {"behind", "strict", "idioms", "modifiers"} - set(table))
    if missing:
        raise LanguageError(f"{shown}: [{missing[0]}] is missing; add it, empty if need be")


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """The readings of a word without their clitics, the word itself first."""
    return tuple(reading.stem for reading in readings(word))


def stem_in(word: str, known: frozenset[str] | Mapping[str, Any]) -> str:
    """The first reading of `word` among `known`, "" if none is."""
    if word in known:
        return word
    return next((stem for stem in stems(word) if stem in known), "")
