"""The small words of a language: prepositions, conjunctions, marks of status, people without a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.language import load
from extract.script import fold, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

People = tuple[tuple[tuple[str, ...], str], ...]  # phrases of people and the slug of their group
Phrases = dict[str, tuple[tuple[str, ...], ...]]  # first token -> the whole phrases, longest first


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of folded words, and phrases by their first word."""

    prepositions: frozenset[str]
    when: frozenset[str]  # before a noun that happened: "بعد الهجوم"
    ahead: frozenset[str]  # before a noun that is still to come
    during: frozenset[str]
    still: frozenset[str]  # before where something is
    around: frozenset[str]
    toward: frozenset[str]
    locative: frozenset[str]
    auxiliaries: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    joiners: frozenset[str]
    pointing: frozenset[str]
    denying: frozenset[str]
    realised: frozenset[str]
    whole: frozenset[str]  # words that begin with a letter that is also a preposition
    agents: Phrases
    carriers: frozenset[str]
    sport: frozenset[str]
    figurative: frozenset[str]
    relative: frozenset[str]
    complement: frozenset[str]
    subordinate: frozenset[str]
    condition: frozenset[str]
    purpose: frozenset[str]
    led_by: Phrases
    leading: frozenset[str]
    negation: frozenset[str]
    future: frozenset[str]
    planned: Phrases
    unreal: Phrases
    habit: Phrases
    hearsay: Phrases
    recent: frozenset[str]
    claimed: Phrases
    them: frozenset[str]  # "hundreds of them"
    to_him: dict[str, str]  # preposition with its pronoun -> the preposition
    own: frozenset[str]  # "responsibility", "involvement"
    people: dict[str, People]
    marks: frozenset[str]  # first words of what may change a status
    names: dict[str, str]  # slug of people -> how this language calls them
    numbers: dict[str, int]
    thousands: frozenset[str]
    at_least: Phrases
    at_most: Phrases
    about: Phrases
    ranges: frozenset[str]
    killed: frozenset[str]
    injured: frozenset[str]
    duals: dict[str, str]
    pairs: frozenset[str]
    units: frozenset[str]


_SMALL = ("when", "ahead", "during", "still", "around", "toward", "locative", "auxiliaries", "particles", "articles", "pronouns", "joiners", "pointing", "denying", "realised")  # fmt: skip


@lru_cache(maxsize=8)
def vocabulary(code: str) -> Vocabulary:
    """The small words of `languages/<code>/events.toml`, folded."""
    table = load(code, "events")
    clauses, status, numbers = table["clauses"], table["status"], table["numbers"]
    return Vocabulary(
        prepositions=_words(table["prepositions"]["words"]),
        **{name: _words(table["small"].get(name, "")) for name in _SMALL},
        whole=_words(table["prepositions"].get("whole", "")),
        carriers=_words(table["light"].get("nouns", "")),
        sport=_words(status["sport"]),
        figurative=_words(status["figurative"]),
        agents=_phrases(table["prepositions"]["agents"]),
        relative=_words(clauses["relative"]),
        complement=_words(clauses["complement"]),
        subordinate=_words(clauses["subordinate"]),
        condition=_words(clauses["condition"]),
        purpose=_words(clauses["purpose"]),
        led_by=_phrases(clauses["led-by"]),
        leading=_words(clauses["leading"]),
        negation=_words(status["negation"]),
        future=_words(status["future"]),
        planned=_phrases(status["planned"]),
        unreal=_phrases(status["unreal"]),
        habit=_phrases(status["habit"]),
        hearsay=_phrases(status["hearsay"]),
        recent=_words(" ".join(status["recent"])),
        claimed=_phrases(table["says"]["claimed"]),
        them=_words(table["small"].get("them", "")),
        to_him={fold(glued): fold(plain) for glued, plain in table.get("to-him", {}).items()},
        own=_words(table["says"]["own"]),
        marks=_firsts(status),
        people=_people(table["people"]),
        names={slug: words.split()[0].replace("_", " ") for slug, words in table["people"].items()},
        numbers={fold(word): value for word, value in numbers["words"].items()},
        thousands=_words(numbers["thousands"]),
        at_least=_phrases(numbers["at-least"]),
        at_most=_phrases(numbers["at-most"]),
        about=_phrases(numbers["about"]),
        ranges=_words(numbers["ranges"]),
        killed=_words(numbers["killed"]),
        injured=_words(numbers["injured"]),
        duals={fold(word): what for word, what in numbers["duals"].items()},
        pairs=_words(numbers["pairs"]),
        units=_words(numbers["units"].replace("_", " ")),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


def _phrases(phrases: Iterable[str]) -> Phrases:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        tokens = fold_phrase(phrase)
        if tokens:
            table.setdefault(tokens[0], []).append(tokens)
    return {first: tuple(sorted(set(found), key=len, reverse=True)) for first, found in table.items()}


def _firsts(status: dict[str, Any]) -> frozenset[str]:
    phrases = [*status["planned"], *status["unreal"], *status["hearsay"], *status["habit"]]
    return frozenset(fold_phrase(phrase)[0] for phrase in phrases)


def _people(table: dict[str, Any]) -> dict[str, People]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for slug, words in table.items():
        for word in words.split():
            tokens = fold_phrase(word.replace("_", " "))
            entry = (tokens, slug)
            found.setdefault(tokens[0], []).append(entry)
    return {first: tuple(sorted(each, key=lambda e: -len(e[0]))) for first, each in found.items()}


def match(phrases: Phrases, folded: list[str], at: int, end: int) -> int:
    """How many tokens of a phrase stand at `at`; 0 where none does."""
    for phrase in phrases.get(folded[at], ()):
        size = len(phrase)
        if size == 1 or (at + size <= end and tuple(folded[at : at + size]) == phrase):
            return size
    return 0
