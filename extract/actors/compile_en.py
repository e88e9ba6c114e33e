"""The phrases of English: offices, bodies, adjectives of states, titles, verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.tag import Tag
from extract.actors.words import sections
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.gazetteer.actors import World


def english_phrases(world: World) -> Iterator[tuple[tuple[str, ...], Tag]]:
    """All phrases of languages/en/actors.toml and the adjectives of states."""
    words = sections("en")
    for state in world.states.values():
        for adjective in state.adjectives_en:
            case = "upper" if adjective.replace(".", "").isupper() else "en"
            yield fold_phrase(adjective), Tag("adjective", state.code, case)
        for plural in state.plurals_en:
            yield fold_phrase(plural), Tag("adjective", state.code, "en-plural")
    yield from _plain(words, "offices", "office")
    for key, phrases in words["offices"].items():
        yield from _several(key, phrases)
    for key, phrases in words["portfolios"].items():
        yield from _portfolio(key, phrases)
    for key, phrases in words.get("ministers", {}).items():
        yield from ((fold_phrase(phrase), Tag("office", f"{key}-minister", "en")) for phrase in phrases)
    for section, kind in (
        ("bodies", "body"),
        ("sides", "side"),
        ("people", "people"),
        ("acts", "act"),
        ("titles", "title"),
        ("modifiers", "modifier"),
        ("links", "link"),
        ("types", "noun"),
        ("offices_of", "office-of"),
        ("metonym_nouns", "metonym"),
        ("saying", "saying"),
        ("governing", "governing"),
        ("named_places", "place"),
        ("doing", "doing"),
        ("deputies", "deputy"),
        ("ends_of_names", "name-end"),
        ("starts_of_names", "name-start"),
    ):
        yield from _plain(words, section, kind)


def _plain(
    words: dict[str, dict[str, list[str]]], section: str, kind: str
) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for key, phrases in words[section].items():
        yield from ((fold_phrase(phrase), Tag(kind, key, "en")) for phrase in phrases)


def _several(key: str, phrases: list[str]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    """Two or more holders of an office: "presidents"."""
    plurals = sections("en")["plurals"]
    for phrase in phrases:
        words = fold_phrase(phrase)
        for plural in plurals.get(words[-1], ()):
            yield (*words[:-1], plural), Tag("pair", key, "en")


def _portfolio(key: str, phrases: list[str]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for phrase in phrases:
        for form in (
            f"{phrase} minister",
            f"minister of {phrase}",
            f"minister for {phrase}",
            f"minister of {phrase} affairs",
        ):
            yield fold_phrase(form), Tag("office", f"{key}-minister", "en")
        yield from _several(f"{key}-minister", [f"{phrase} minister"])
        for form in (
            f"{phrase} ministry",
            f"ministry of {phrase}",
            f"department of {phrase}",
            f"{phrase} department",
        ):
            yield fold_phrase(form), Tag("body", f"{key}-ministry", "en")
