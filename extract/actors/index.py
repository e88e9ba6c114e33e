"""Compiles words and world data into one table: first word -> the phrases that begin with it and what they are."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.actors.compile_ar import arabic_phrases
from extract.actors.compile_en import english_phrases
from extract.actors.tag import Tag
from extract.actors.words import LANGUAGES, NameParts, name_parts
from extract.errors import GazetteerError
from extract.gazetteer.actors import World, load_world
from extract.gazetteer.stored import stored
from extract.script import fold_phrase, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.gazetteer.actors import Entry, Name


class Phrase(NamedTuple):
    """What follows the first word, and what the whole is."""

    rest: tuple[str, ...]
    tag: Tag


class Reading(NamedTuple):
    """A phrase that may begin with a word, after `cut` letters of clitics."""

    cut: int
    clitics: tuple[str, ...]
    rest: tuple[str, ...]
    tag: Tag


class Word(NamedTuple):
    """What may begin with a word: phrases of one word, longer ones by their second, and names of people.

    `names` are the numbers of glued letters after which a given name stands; `plain`: nothing of how the word is
    written needs a look, and `kinds` are those of the phrases of one word.
    """

    alone: tuple[Reading, ...]
    longer: dict[str, list[Reading]]
    names: tuple[int, ...]
    plain: bool
    kinds: tuple[str, ...]


_REMEMBERED = 200_000
_SHORTEST_GLUED = 2


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that finding needs, made once."""

    world: World
    first: dict[str, tuple[Phrase, ...]]  # longest first
    parts: dict[str, NameParts]
    given: frozenset[str]
    family: frozenset[str]
    foreign: frozenset[str]  # given names of people of other than Arab countries
    marked: dict[tuple[str, str], frozenset[str]]  # names told apart by their marks: عُمان, عمّان
    acts: frozenset[str]  # words for acts and weapons, whose adjective tells who did them
    remembered: dict[str, Word] = field(default_factory=dict)

    def read(self, word: str) -> Word:
        """What may begin with a folded word, clitics peeled; remembered, as words come again."""
        known = self.remembered.get(word)
        if known is None:
            if len(self.remembered) > _REMEMBERED:
                self.remembered.clear()
            known = self.remembered[word] = self._word(word)
        return known

    def _word(self, word: str) -> Word:
        alone: list[Reading] = []
        longer: dict[str, list[Reading]] = {}
        for r in readings(word):
            for phrase in self.first.get(r.stem, ()):
                group = longer.setdefault(phrase.rest[0], []) if phrase.rest else alone
                group.append(Reading(r.cut, r.clitics, phrase.rest, phrase.tag))
        alone.sort(key=lambda r: (r.cut, r.tag.kind, r.tag.value))
        plain = not any(r.tag.form[:1] in {"e", "u"} or r.tag[:2] in self.marked for r in alone)
        kinds = tuple(dict.fromkeys(r.tag.kind for r in alone))
        return Word(tuple(alone), longer, self._names(word), plain, kinds)

    def _names(self, word: str) -> tuple[int, ...]:
        parts = self.parts["ar"]
        if word in self.given or word == "علي" or word in parts.first:
            return (0,)
        if word[0] not in "ولبف" or word in parts.words:
            return ()
        deepest = 2 if word[0] in "وف" and word[1:2] in {"ب", "ل"} else 1
        cuts = (
            n for n in range(1, deepest + 1) if len(word) > n + _SHORTEST_GLUED and word[n:] in self.given
        )
        return tuple(cuts)[:1]


_MARKS = re.compile(r"[\u064b-\u0652]")
_SURE_LENGTH = 5
_SHORTEST_FAMILY = 3
# Countries whose people mostly bear Arabic names.
_ARAB_NAMES = frozenset(
    [
        "ae",
        "bh",
        "dj",
        "dz",
        "eg",
        "iq",
        "jo",
        "km",
        "kw",
        "lb",
        "ly",
        "ma",
        "mr",
        "om",
        "ps",
        "qa",
        "sa",
        "sd",
        "so",
        "sy",
        "tn",
        "ye",
        "eh",
        "ir",
        "tr",
        "pk",
        "af",
    ]
)
_NO_GIVEN = frozenset({"state", "capital", "adjective", "office", "body", "act"})


OWN_VARIABLE = "EVENTS_ACTORS"


def load_index(own: Path | None = None) -> Index:
    """The index of this package's words and world data, and of the user's `own` file of actors.

    Where `own` is not given, the file that `EVENTS_ACTORS` names, if it names one.
    """
    given = own or (Path(named) if (named := os.environ.get(OWN_VARIABLE, "").strip()) else None)
    if given is not None and not given.is_file():
        raise GazetteerError(f"{given}: there is no such file. Correct the path of your actors.")
    return _loaded(given, given.stat().st_mtime_ns if given else 0)


@lru_cache(maxsize=4)
def _loaded(own: Path | None, _: int) -> Index:
    index: Index = stored("actors", [*_sources(), *([own] if own else [])], lambda: _compile(own))
    return index


def _sources() -> list[Path]:
    """The files that decide what is in the index."""
    package = Path(__file__).parents[1]
    return sorted(
        path
        for pattern in (
            "actors/*.py",
            "gazetteer/actors/*",
            "languages/*/actor*.toml",
            "script.py",
            "model.py",
        )
        for path in package.glob(pattern)
        if path.is_file()
    )


def _compile(own: Path | None) -> Index:
    world = load_world(own)
    table: dict[str, set[Phrase]] = defaultdict(set)
    for words, tag in (*_names(world), *arabic_phrases(world), *english_phrases(world)):
        if words:
            table[words[0]].add(Phrase(words[1:], tag))
    first = {word: tuple(sorted(found, key=lambda p: (-len(p.rest), p))) for word, found in table.items()}
    parts = {code: name_parts(code) for code in LANGUAGES}
    given, family = _people_words(world, parts)
    # A word that alone means something else than a person begins no name: Israel Katz makes no Israel one.
    other = {
        word for word, found in first.items() if any(not p.rest and p.tag.kind in _NO_GIVEN for p in found)
    }
    return Index(
        world, first, parts, given - other, family, _foreign(world, parts), _marked(world), _acts(first)
    )


def _names(world: World) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for entry in world.entries.values():
        kind = "state" if entry.type == "state" else "actor"
        for name in entry.ar:
            for words in _spellings_ar(fold_phrase(name.text)):
                yield words, Tag(kind, entry.actor.id, _form(name))
        for name in entry.en:
            yield from _english(entry, name, kind)
    for state in world.states.values():
        for name in state.capitals_ar:
            yield fold_phrase(name.text), Tag("capital", state.code, _form(name))
        for name in state.capitals_en:
            yield fold_phrase(name.text), Tag("capital", state.code, "en" + _form(name))


def _english(entry: Entry, name: Name, kind: str) -> Iterator[tuple[tuple[str, ...], Tag]]:
    text = name.text.removeprefix("the ")
    letters = [letter for letter in text if letter.isalpha()]
    words = [word for word in text.split() if word[0].isalpha()]
    case = "upper" if all(letter.isupper() for letter in letters) else "en"
    if case == "en" and len(words) > 1 and all(word[0].isupper() for word in words):
        case = "every"  # each word with its capital: "The Economist"
    yield fold_phrase(text), Tag(kind, entry.actor.id, case + _form(name))


def _foreign(world: World, parts: dict[str, NameParts]) -> frozenset[str]:
    abroad: set[str] = set()
    at_home: set[str] = set()
    for entry in world.entries.values():
        if entry.type == "person":
            side = at_home if entry.actor.country.lower() in _ARAB_NAMES else abroad
            side.update(fold_phrase(name.text)[0] for name in entry.ar if not name.alone)
    return parts["ar"].foreign | frozenset(abroad - at_home)


def _acts(first: dict[str, tuple[Phrase, ...]]) -> frozenset[str]:
    return frozenset(
        word for word, found in first.items() if any(p.tag.kind == "act" and not p.rest for p in found)
    )


def _marked(world: World) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for state in world.states.values():
        for kind, value, names in (
            ("state", state.entry.actor.id, state.entry.ar),
            ("capital", state.code, state.capitals_ar),
        ):
            for name in names:
                if _MARKS.search(name.text):
                    found[kind, value].add(name.text)
    return {key: frozenset(names) for key, names in found.items()}


def _form(name: Name) -> str:
    return "alone" if name.alone else "doubtful" if name.doubtful else ""


def _spellings_ar(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if "عبد" in words[:-1]:
        at = words.index("عبد")
        yield (*words[:at], "عبد" + words[at + 1], *words[at + 2 :])
    if "بن" in words[1:]:
        yield tuple(word for word in words if word != "بن")


def _people_words(world: World, parts: dict[str, NameParts]) -> tuple[frozenset[str], frozenset[str]]:
    """First and last words of the names of known people, beside the given names of languages/."""
    given = set().union(*(p.given for p in parts.values()))
    family: set[str] = set()
    no_names = set().union(*(p.words | p.before for p in parts.values()))
    doubtful = no_names.union(*(p.common for p in parts.values()))
    for entry in world.entries.values():
        if entry.type != "person":
            continue
        for name in (*entry.ar, *entry.en):
            words = fold_phrase(name.text)
            # Short first names are other words too ("ثين سين"), and so are those with an article.
            if (
                len(words) > 1
                and not name.alone
                and len(words[0]) >= _SURE_LENGTH
                and not words[0].startswith("ال")
            ):
                given.add(words[0])
            if len(words[-1]) >= _SHORTEST_FAMILY:
                family.add(words[-1])
    listed = frozenset().union(*(p.family for p in parts.values()))
    return frozenset(given - doubtful), frozenset(family - no_names) | (listed - parts["ar"].before)
