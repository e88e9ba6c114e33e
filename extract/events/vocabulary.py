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
    toll: frozenset[str]  # in a sentence that only counts the dead anew
    according: frozenset[str]  # before who says so: "وفق", "according"
    instruments: frozenset[str]  # what somebody does it with
    settlements: frozenset[str]  # before the name of a place: "town", "بلدة"
    weapons: frozenset[str]  # agents only of what hurts: "برصاص"
    describing: frozenset[str]  # what people are, beside the noun: "suspected", "unidentified"
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
    small: frozenset[str]  # words that are no part of a noun phrase


_SMALL = ("when", "ahead", "during", "still", "around", "toward", "locative", "auxiliaries", "particles", "articles", "pronouns", "joiners", "pointing", "denying", "realised")  # fmt: skip


@lru_cache(maxsize=8)
def vocabulary(code: str) -> Vocabulary:
    """The small words of `languages/<code>/events.toml`, folded."""
    table = load(code, "events")
    clauses, status, numbers = table["clauses"], table["status"], table["numbers"]
    people, duals = _people(table["people"], inflect=code == "ar")
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
        people=people,
        toll=_words(table["small"].get("toll", "")),
        according=_words(table["small"].get("according", "")),
        instruments=_words(table["small"].get("instruments", "")),
        settlements=_words(table["small"].get("settlements", "")),
        weapons=_words(table["small"].get("weapons", "")),
        describing=_words(table["small"].get("describing", "")),
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
        pairs=_words(numbers["pairs"]) | duals,
        units=_words(numbers["units"].replace("_", " ")),
        small=_small(table),
    )


def _small(table: dict[str, Any]) -> frozenset[str]:
    lists = [table["prepositions"]["words"], *(table["small"].get(name, "") for name in _SMALL)]
    lists += [table["clauses"][name] for name in ("relative", "complement", "subordinate", "condition")]
    lists += [table["status"]["negation"], table["status"]["future"], " ".join(table["numbers"]["words"])]
    lists += [" ".join(table["numbers"][name]) for name in ("at-least", "at-most", "about")]
    return frozenset[str]().union(*map(_words, lists))


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


def _people(table: dict[str, Any], *, inflect: bool) -> tuple[dict[str, People], frozenset[str]]:
    """The phrases by their first word, and the words that mean two ("شرطيان")."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    two: set[str] = set()
    listed = {fold(word) for words in table.values() for word in words.split()}
    for slug, words in table.items():
        for word in words.split():
            tokens = fold_phrase(word.replace("_", " "))
            forms = {tokens}
            if inflect and len(tokens) == 1:
                pair = _duals(tokens[0], listed)
                two |= pair
                forms |= {(form,) for form in _inflected(tokens[0]) | pair if form not in listed}
            for each in forms:
                found.setdefault(each[0], []).append((each, slug))
    people = {first: tuple(sorted(each, key=lambda e: -len(e[0]))) for first, each in found.items()}
    return people, frozenset(two)


_ENDINGS = ("ون", "ين", "ان", "ات", "ا", "و", "ها")
_STEM = 3  # letters of the shortest word that is inflected


def _inflected(word: str) -> set[str]:
    """The other forms of an Arabic word for people: with the article, and in the accusative."""
    if len(word) < _STEM:
        return set()
    if word.startswith("ال"):
        return _inflected(word[2:]) if word.endswith(("ون", "ين")) else set()
    if word.endswith(("ون", "ين")):
        return {
            "ال" + word,
            word[:-2] + "ون",
            word[:-2] + "ين",
            "ال" + word[:-2] + "ون",
            "ال" + word[:-2] + "ين",
        }
    return {"ال" + word} if word.endswith((*_ENDINGS, "ه")) else {"ال" + word, word + "ا"}


def _duals(word: str, listed: set[str]) -> set[str]:
    """As in "شرطيان"; "صحفيين" may be many, where "صحفيون" is told."""
    if word.startswith("ال") or len(word) < _STEM or word.endswith(_ENDINGS):
        return set()
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    many = stem + "ون" in listed or stem + "ين" in listed
    return {stem + "ان"} if many else {stem + "ان", stem + "ين"}


def match(phrases: Phrases, folded: list[str], at: int, end: int) -> int:
    """How many tokens of a phrase stand at `at`; 0 where none does."""
    for phrase in phrases.get(folded[at], ()):
        size = len(phrase)
        if size == 1 or (at + size <= end and tuple(folded[at : at + size]) == phrase):
            return size
    return 0
