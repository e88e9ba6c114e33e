"""What is known of single words before any sentence is read: names, titles, professions, verbs of saying, common words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.gazetteer.actors import load_world
from extract.gazetteer.layers import atlas
from extract.gazetteer.stored import stored
from extract.language import load
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAMES_OF_PEOPLE = {"person"}
_PROMINENT = 5.0  # a town of a hundred thousand
_SHORTEST = 3
_HEADS = ("org-", "body")
_NISBA_ENDS = ("", "ه", "ا", "ون", "ين", "ات", "ان", "تان", "تين")
# Second word -> first word -> what follows the first, and what the whole is; longest first.
Phrases = dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]


class Lexicon:
    """The flags of a language's folded words, and the known names of more than one word."""

    def __init__(self, flags: dict[str, frozenset[str]], phrases: Phrases) -> None:
        self._flags = flags
        self.seconds = phrases
        # Arabic nouns that organisations are called by.
        self.heads = frozenset(
            word
            for word, found in flags.items()
            if word[0] > "\u0600" and any(flag.startswith(_HEADS) for flag in found)
        )

    def flags(self, word: str) -> frozenset[str]:
        """What a folded word may be; places are asked of the gazetteer."""
        known = self._flags.get(word, _NOTHING)
        places = atlas().candidates(f"{word} ") if len(word) >= _SHORTEST else ()
        if places:
            known |= {"place" if places[0].prominence >= _PROMINENT else "hamlet"}
        return known


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=4)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; compiled at the first start of a version, then kept."""
    flags, phrases = stored(f"lexicon-{code}", _sources(code), lambda: _compile(code))
    return Lexicon(flags, phrases)


def _sources(code: str) -> list[Path]:
    package = Path(__file__).parents[1]
    patterns = ("tagger/lexicon.py", "gazetteer/actors/*", f"languages/{code}/*.toml", "script.py")
    return sorted(path for pattern in patterns for path in package.glob(pattern) if path.is_file())


def _compile(code: str) -> tuple[dict[str, frozenset[str]], Phrases]:
    flags: dict[str, set[str]] = defaultdict(set)
    for word, flag in (*_people(code), *_words_around(code), *_demonyms(code), *_common(code)):
        flags[word].add(flag)
    phrases: dict[str, dict[str, set[tuple[tuple[str, ...], str]]]] = defaultdict(lambda: defaultdict(set))
    for words, kind, alone in _known(code):
        if len(words) > 1:
            phrases[words[1]][words[0]].add((words[1:], kind))
        elif words:
            flags[words[0]].add(f"known-{kind}" if not alone else "known-short")
    return (
        {word: frozenset(found) for word, found in flags.items()},
        {
            second: {
                first: tuple(sorted(found, key=lambda one: (-len(one[0]), one)))
                for first, found in group.items()
            }
            for second, group in phrases.items()
        },
    )


def _known(code: str) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """The names of the world data: words, kind, and whether only a part of a name."""
    world = load_world()
    for entry in world.entries.values():
        kind = "p" if entry.type == "person" else "l" if entry.type == "state" else "o"
        for name in entry.ar if code == "ar" else entry.en:
            if not name.doubtful:
                yield fold_phrase(name.text), kind, name.alone
    for state in world.states.values():
        for name in state.capitals_ar if code == "ar" else state.capitals_en:
            yield fold_phrase(name.text), "l", False


def _people(code: str) -> Iterator[tuple[str, str]]:
    names = load(code, "actor_names")
    for key, text in names["given"].items():
        flag = "given-common" if key == "common" else "given"
        yield from ((word, flag) for word in _words(text.split()))
    for text in names.get("family", {}).values():
        yield from ((word, "family") for word in _words(text.split()))
    for key, words in names.get("particles", {}).items():
        yield from ((word, f"particle-{key}") for word in _words(words))
    for key, text in names.get("common", {}).items():
        yield from ((word, f"no-name-{key}") for word in _words(text.split()))
    for entry in load_world().entries.values():
        if entry.type == "person":
            for name in entry.ar if code == "ar" else entry.en:
                words = fold_phrase(name.text)
                if len(words) > 1 and not name.alone and len(words[-1]) >= _SHORTEST:
                    yield words[0], "first-of-known"
                    yield words[-1], "last-of-known"


def _words_around(code: str) -> Iterator[tuple[str, str]]:
    """Titles, offices, verbs of saying and nouns that names follow."""
    actors, places = load(code, "actors"), load(code, "places")
    for section, flag in (
        ("titles", "title"), ("offices", "office"), ("modifiers", "modifier"), ("bodies", "body"),
        ("people", "people"), ("types", "org-noun"), ("named_places", "place-noun"), ("acts", "act"),
        ("deputies", "office"), ("sides", "side"),
    ):  # fmt: skip
        for phrases in actors[section].values():
            yield from ((fold_phrase(phrase)[0], flag) for phrase in phrases)
    for section in ("heads_of_names", "ends_of_names", "starts_of_names"):
        for key, phrases in actors.get(section, {}).items():
            yield from ((fold_phrase(phrase)[-1], f"org-{section[:4]}-{key}") for phrase in phrases)
    for phrases in actors["portfolios"].values():
        yield from ((word, "portfolio") for phrase in phrases for word in fold_phrase(phrase))
    for section in ("saying", "doing", "governing"):
        forms = {word for words in actors[section].values() for word in _words(words)}
        yield from ((form, section) for word in forms for form in _verb_forms(word, code))
    for phrases in places["cues"].values():
        yield from ((fold_phrase(phrase)[-1], "place-noun") for phrase in phrases)
    yield from ((fold_phrase(phrase)[0], "title") for phrase in places["titles"]["words"])
    yield from ((word, "given") for word in _words(places["first_names"]["words"].split()))
    yield from ((fold_phrase(phrase)[0], "near") for phrase in places["near"]["words"])


def _verb_forms(word: str, code: str) -> tuple[str, ...]:
    if code != "ar":
        return (word,)
    if word[:1] == "ي":
        return (word, "ت" + word[1:], "س" + word, "ست" + word[1:])
    return (word, (word[:-1] if word.endswith(("ي", "ا")) else word) + "ت", word + "وا")


def _demonyms(code: str) -> Iterator[tuple[str, str]]:
    for state in load_world().states.values():
        if code == "ar":
            for nisba in state.adjectives_ar:
                words = fold_phrase(nisba.removeprefix("~"))
                ends = _NISBA_ENDS if len(words) == 1 else ("", "ه")
                forms = {article + word + end for word in words for end in ends for article in ("", "ال")}
                yield from ((form, "demonym") for form in forms)
            for plural in state.plurals_ar:
                yield from ((form, "demonym") for word in fold_phrase(plural) for form in (word, "ال" + word))
        else:
            for phrase in (*state.adjectives_en, *state.plurals_en):
                yield fold_phrase(phrase)[-1], "demonym"


def _common(code: str) -> Iterator[tuple[str, str]]:
    """Words of the language that are mostly no names: those that dates and events are told with."""
    places = load(code, "places")
    yield from ((word, "common") for word in _words(places["common"]["words"].split()))
    for name, flag in (("events", "event-word"), ("dates", "date-word")):
        yield from ((word, flag) for phrase in _strings(load(code, name)) for word in _words(phrase.split()))


def _strings(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)


def _words(words: Iterable[str]) -> Iterator[str]:
    """Each word folded; what is no single word is left out."""
    for word in words:
        folded = fold_phrase(word.strip("[](){}<>|"))
        if len(folded) == 1 and folded[0].isalpha():
            yield folded[0]
