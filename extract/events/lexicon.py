"""The words of events in one language, compiled: folded form -> what it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from extract.errors import LanguageError
from extract.events import arabic, english
from extract.events.continuing import variants
from extract.events.forms import Form, Mood, form
from extract.events.sense import Sense
from extract.events.vocabulary import People, Vocabulary, vocabulary
from extract.language import load
from extract.model import EventType
from extract.script import fold, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from extract.events.tagging_arabic import Verbs
    from extract.events.word import Word

Known = TypeVar("Known")

_MAKERS = {
    "ar": (arabic.conjugate, arabic.noun_forms),
    "en": (english.conjugate, english.noun_forms),
}
_KEYS = {"type", "kind", "whom", "who", "subject", "owner", "must", "counts", "weak", "person", "victim", "speaker", "head", "words"}  # fmt: skip
_LISTS = {"whom", "who"}
_PEELED = 3  # letters from which a first "و" is taken off
_GLUE = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
ALL_MOODS = frozenset(Mood)
_NOUN = frozenset({Mood.NOUN})
_FUTURE = frozenset({Mood.PRESENT})
_AFTER_LAM = frozenset({Mood.PRESENT, Mood.NOUN})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: a sense in a form, and the letters glued in front of it."""

    sense: Sense
    form: Form
    glued: str = ""


class Remembered(dict[str, Known], Generic[Known]):
    """What `find` knows of a form, remembered: a plain look-up for the words that come again and again."""

    def __init__(self, find: Callable[[str], Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> Known:
        known = self[form] = self._find(form)
        return known


class Lexicon:
    """All forms of all lemmas of a language, and its small words."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.words: Vocabulary = vocabulary(code)
        self._forms: dict[str, list[tuple[str, Form]]] = {}  # form -> lemma key, features
        self._senses: dict[str, list[Sense]] = {}
        self._read: dict[str, tuple[Reading, ...]] = {}
        self._compounds: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.tags: dict[str, Word] = {}  # kept for tagging.py
        self.verbs: dict[tuple[str, bool], Verbs] = {}  # kept for tagging_arabic.py
        self.leads: dict[str, tuple[str, ...]] = {}  # kept for groups.py
        self.marks = Remembered(self._may_mark)  # may begin a phrase that changes a status
        self.idle = Remembered(self._is_idle)  # neither people nor numbers nor a set phrase: most words
        self.counting = Remembered(self._may_count)  # may begin words for a number: "from ten to"
        self.continuing = Remembered(self._may_continue)  # what may come next in a set phrase
        self.casualty = Remembered(self._casualty)  # what a word says of those counted
        self.tells = Remembered(self._may_tell)  # may tell an event
        self._people: dict[str, tuple[int, People]] = {}
        table = load(code, "events")
        self._irregular = dict(_irregulars(table))
        self._masdars: dict[str, str] = table.get("verbal-nouns", {})
        self._collect(table)

    def read(self, word: str) -> tuple[Reading, ...]:
        """What a folded word may be; remembered, as texts repeat their words."""
        known = self._read.get(word)
        if known is None:
            known = self._read[word] = self._whole(word) or self._peeled(word)
        return known

    def compounds(self, word: str) -> tuple[tuple[str, ...], ...]:
        """What may follow a word to make it a set phrase around a noun."""
        known = self._compounds.get(word)
        if known is None:
            rests = (r.sense.rest for r in self.read(word) if r.sense.rest and r.sense.part != "verb")
            known = self._compounds[word] = tuple(dict.fromkeys(rests))
        return known

    def knows(self, word: str) -> bool:
        """Whether the whole folded word is a form of some lemma."""
        return word in self._forms

    def _may_mark(self, form: str) -> bool:
        bare = form.lstrip("ول").removeprefix("ال") if self.code == "ar" else form
        marks = self.words.marks
        return form in marks or bare in marks or form.lstrip("ول") in marks

    def _may_tell(self, form: str) -> bool:
        return any(reading.sense.type for reading in self.read(form))

    def _may_continue(self, form: str) -> frozenset[str]:
        firsts = (variants(self.code, rest[0]) for rest in self.compounds(form))
        return frozenset[str]().union(*firsts)

    def _casualty(self, form: str) -> str:
        """As in "قتيل", "wounded": killed or injured; "two killed" where the word counts them too."""
        words = self.words
        bare = form[1:] if self.code == "ar" and form[:1] in {"و", "ف"} and len(form) > _PEELED else form
        if words.duals.get(bare):
            return f"two {words.duals[bare]}"
        forms = {form, bare}
        if not forms.isdisjoint(words.killed):
            return "killed"
        return "" if forms.isdisjoint(words.injured) else "injured"

    def _is_idle(self, form: str) -> bool:
        counts = self.words.numbers.get(form, 0) < 0
        return not (counts or self.compounds(form) or self.people(form)[1])

    def _may_count(self, form: str) -> bool:
        words = self.words
        tables = (words.numbers, words.about, words.at_least, words.at_most, words.ranges)
        return any(form in each for each in tables) or form.removeprefix("و") in words.numbers

    def people(self, word: str) -> tuple[int, People]:
        """How many letters are glued in front of a word for unnamed people, and the entries of the rest."""
        known = self._people.get(word)
        if known is None:
            known = self._people[word] = _people(self.words.people, word, self.code)
        return known

    def _whole(self, word: str, glued: str = "", moods: frozenset[Mood] = ALL_MOODS) -> tuple[Reading, ...]:
        return tuple(
            Reading(sense, features, glued + features.glued)
            for lemma, features in self._forms.get(word, ())
            if features.mood in moods
            for sense in self._senses[lemma]
        )

    def _peeled(self, word: str) -> tuple[Reading, ...]:
        if self.code != "ar" or len(word) < 3 or word in self.words.whole:  # noqa: PLR2004
            return ()
        if word[0] in "وف":
            rest = word[1:]
            inner = self._whole(rest) or self._after_conjunction(rest)
            return tuple(replace(found, glued=word[0] + found.glued) for found in inner)
        return self._after_conjunction(word)

    def _after_conjunction(self, word: str) -> tuple[Reading, ...]:
        if word.startswith("س"):
            return self._whole(word[1:], "س", _FUTURE)
        if word.startswith("ل"):
            return self._whole(word[1:], "ل", _AFTER_LAM)
        if word.startswith(("ب", "ك")):
            return self._whole(word[1:], word[0], _NOUN)
        return ()

    def _collect(self, table: Mapping[str, Any]) -> None:
        for section in ("verbs", "nouns", "phrases"):
            for block in table.get(section, ()):
                self._block(section, block)
        for role in ("does", "undergoes", "occurs", "plans", "sends"):
            words = table["light"][role]
            self._verbs(words.split(), Sense("", "verb", role=role))
        for role in ("plain", "claims", "denies"):
            name = "says" if role == "plain" else role
            self._verbs(table["says"][role].split(), Sense("", "verb", role=name))
        self._verbs(table["verbs-plain"]["words"].split(), Sense("", "verb", role="plain"))

    def _block(self, section: str, block: Mapping[str, Any]) -> None:
        sense = _sense(self.code, section, block)
        if section == "verbs":
            self._verbs(block["words"].split(), sense)
        elif section == "nouns":
            for word in block["words"].split():
                self._noun(word, sense)
        else:
            for phrase in block["words"]:
                self._phrase(phrase, sense, block.get("head", "verb"))

    def _add(self, lemma: str, part: str, sense: Sense) -> None:
        """Inflect each lemma once, however many senses and set phrases begin with it."""
        key = f"{part} {lemma}"
        if key not in self._senses:
            self._senses[key] = []
            maker = _MAKERS[self.code][0 if part == "verb" else 1]
            made = {fold(lemma): [form(Mood.NOUN)]} if part == "word" else {}
            if part != "word":
                for word, features in maker(lemma):
                    made.setdefault(word, []).append(features)
            for word, found in made.items():
                self._forms.setdefault(word, []).extend((key, each) for each in found)
        if sense not in self._senses[key]:
            self._senses[key].append(sense)

    def _verbs(self, words: Iterable[str], sense: Sense) -> None:
        for word in words:
            first, *more = word.split("_")
            name = first.partition("/")[0]
            rest = (*sense.rest, *(fold(part) for part in more))
            whole = first if "/" in first else self._irregular.get(name, first)
            self._add(whole, "verb", replace(sense, word=word.partition("/")[0], rest=rest))

    def _noun(self, word: str, sense: Sense) -> None:
        first, *more = word.split("_")
        if more:
            for last in dict.fromkeys(made for made, _ in _MAKERS[self.code][1](more[-1])):
                rest = tuple(fold(part) for part in (*more[:-1], last))
                self._add(first, "word", replace(sense, word=word, rest=rest))
            return
        named = replace(sense, word=first.partition("/")[0])
        for part in [first] if self.code == "en" else first.split("/"):
            self._add(part, "noun", named)

    def _phrase(self, phrase: str, sense: Sense, head: str) -> None:
        first, *rest = phrase.split()
        made = replace(sense, word=phrase, rest=fold_phrase(" ".join(rest)))
        whole = self._irregular.get(first, first)
        if head == "verb":
            self._add(whole, "verb", made)
            named = self._masdars.get(first) or (arabic.verbal_noun(whole) if self.code == "ar" else "")
            owner = "target" if "" in made.whom else ""
            if named:  # "فرض عقوبات", "إرسال مساعدات"
                self._add(named, "noun", replace(made, part="noun", owner=owner, counts="", must=""))
        else:
            self._add(first, "noun" if self.code == "ar" else "word", made)


def _people(table: Mapping[str, People], word: str, code: str) -> tuple[int, People]:
    if word in table or code != "ar":
        return 0, table.get(word, ())
    for glue in _GLUE:
        rest = word[len(glue) :]
        if not word.startswith(glue) or len(rest) <= 2:  # noqa: PLR2004
            continue
        if rest in table:
            return len(glue), table[rest]
        if glue.endswith("ل") and rest.startswith("ل") and "ا" + rest in table:
            return len(glue), table["ا" + rest]  # "لل" was "ل" and "ال"
    return 0, ()


def _irregulars(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Lemmas told with their other forms somewhere in the file are inflected so everywhere."""
    lists = [block["words"] for block in table["verbs"]]
    lists += [*table["light"].values(), table["verbs-plain"]["words"]]
    lists += [words for words in table["says"].values() if isinstance(words, str)]
    for words in lists:
        for word in words.split():
            first = word.split("_")[0]
            if "/" in first:
                yield first.partition("/")[0], first


def _sense(code: str, section: str, block: Mapping[str, Any]) -> Sense:
    shown = f"languages/{code}/events.toml"
    unknown = set(block) - _KEYS
    if unknown or "words" not in block:
        message = f"{shown}: [[{section}]] of type {block.get('type')!r} has {sorted(unknown) or 'no words'}. Known keys: {', '.join(sorted(_KEYS))}."
        raise LanguageError(message)
    try:
        kind = EventType(block["type"])
    except (KeyError, ValueError):
        known = ", ".join(EventType)
        message = f"{shown}: [[{section}]] names type {block.get('type')!r}. Known types: {known}."
        raise LanguageError(message) from None
    named: dict[str, Any] = {
        key: block[key] for key in block if key not in {"type", "words", "head", *_LISTS}
    }
    lists: dict[str, Any] = {
        key: tuple(fold_phrase_text(each) for each in block[key]) for key in _LISTS if key in block
    }
    head = block.get("head", "verb")
    part = {"verbs": "verb", "nouns": "noun"}.get(section, "noun" if head == "noun" else head)
    return Sense("", part, type=kind, **named, **lists)


def fold_phrase_text(phrase: str) -> str:
    """A phrase as its folded tokens with single spaces between."""
    return " ".join(fold_phrase(phrase))


@lru_cache(maxsize=8)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; compiled once."""
    return Lexicon(code)
