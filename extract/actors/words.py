"""The words of languages/<code>/actors.toml and actor_names.toml, checked and folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.errors import LanguageError
from extract.language import check_phrases, load
from extract.script import fold

LANGUAGES = ("ar", "en")
SECTIONS = (
    "offices",
    "heads",
    "portfolios",
    "bodies",
    "sides",
    "people",
    "acts",
    "titles",
    "modifiers",
    "links",
    "types",
    "offices_of",
    "plurals",
    "saying",
    "governing",
    "metonym_nouns",
    "named_places",
    "doing",
    "deputies",
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """What names of people are made of, folded."""

    given: frozenset[str]
    family: frozenset[str]
    common: frozenset[str]  # given names that are other words too
    before: frozenset[str]  # particles that join what follows
    first: frozenset[str]  # of these, the ones that a name begins with
    after: frozenset[str]
    endings: tuple[str, ...]
    words: frozenset[str]  # never part of a name
    described: frozenset[str]  # nouns after which a name that is an adjective too is one
    foreign: frozenset[str]  # given names of other languages
    false_friends: dict[str, frozenset[str]]  # a name -> the words before which it is none


@lru_cache(maxsize=8)
def sections(code: str) -> dict[str, dict[str, list[str]]]:
    """The tables of `languages/<code>/actors.toml`, each key a list of phrases."""
    shown = f"languages/{code}/actors.toml"
    tables: dict[str, Any] = load(code, "actors")
    for section in SECTIONS:
        if section not in tables:
            raise LanguageError(
                f"{shown} has no section [{section}]. Add it; languages/ar/actors.toml shows how."
            )
        check_phrases(tables[section], shown, section)
    return tables


@lru_cache(maxsize=8)
def name_parts(code: str) -> NameParts:
    """The name parts of `languages/<code>/actor_names.toml`."""
    tables = load(code, "actor_names")
    given = " ".join(text for key, text in tables["given"].items() if key != "common")
    common = _folded(tables["given"].get("common", ""))
    particles = tables.get("particles", {})
    return NameParts(
        given=_folded(given) - common,
        family=_folded(" ".join(tables.get("family", {}).values())),
        common=common,
        before=frozenset(fold(word) for word in particles.get("before", [])),
        first=frozenset(fold(word) for word in particles.get("first", [])),
        after=frozenset(fold(word) for word in particles.get("after", [])),
        endings=tuple(fold(word) for word in tables.get("endings", {}).get("family", [])),
        words=_folded(" ".join(text for key, text in tables.get("common", {}).items() if key != "described")),
        described=_folded(tables.get("common", {}).get("described", "")),
        foreign=_folded(tables["given"].get("foreign", "")),
        false_friends={
            fold(name): _folded(" ".join(words)) for name, words in tables.get("false_friends", {}).items()
        },
    )


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())
