"""What each word of a sentence is: verb, verbal noun, preposition, opener of a clause, ..."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from extract.events.forms import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence


class Tag(StrEnum):
    """The part a word plays."""

    VERB = "verb"
    NOUN = "noun"  # a noun that tells an event
    NAME = "name"  # part of a chunk
    DATE = "date"
    PREPOSITION = "preposition"
    RELATIVE = "relative"
    COMPLEMENT = "complement"
    SUBORDINATE = "subordinate"
    CONDITION = "condition"
    PURPOSE = "purpose"
    AND = "and"
    COMMA = "comma"
    STOP = "stop"
    QUOTE = "quote"
    AUXILIARY = "auxiliary"
    PARTICLE = "particle"
    ARTICLE = "article"
    OTHER = "other"


@dataclass(slots=True)
class Word:
    """A token with its tag and the readings that fit the tag."""

    tag: Tag
    readings: Sequence[Reading] = ()


_SIGNS = {",": Tag.COMMA, "،": Tag.COMMA, ";": Tag.STOP, "؛": Tag.STOP, ":": Tag.STOP, "-": Tag.STOP, "(": Tag.STOP, ")": Tag.STOP, ".": Tag.STOP, "?": Tag.STOP, "؟": Tag.STOP, "!": Tag.STOP, '"': Tag.QUOTE}  # fmt: skip
_AUX = {
    "ar": frozenset(["كان", "كانت", "كانوا", "يكون", "تكون", "سيكون", "ستكون", "كانا", "ليكون", "ولكان", "وكان", "وكانت"]),
    "en": frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "'s", "'re", "'ve"]),
}
_MODALS = frozenset(["will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot"])
_PARTICLES_AR = frozenset(
    ["قد", "لقد", "لم", "لن", "لا", "ما", "سوف", "ولم", "ولن", "ولا", "وقد", "فقد", "وسوف", "هل", "ألم", "الم", "انما", "انه", "انها", "انهم"]
)
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "several", "many", "some", "any", "no", "two", "three", "more", "new", "another", "recent", "latest"])  # fmt: skip
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "which", "that"])
_ROOT = 3  # letters of a verb that may as well be a noun


def tag(scene: Scene, sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order of its tokens."""
    words = [_plain(scene, token) for token in range(sentence.first, sentence.end)]
    choose = _choose_arabic if scene.lexicon.code == "ar" else _choose_english
    for index, word in enumerate(words):
        if word.readings and word.tag is Tag.OTHER:
            choose(scene, words, sentence.first, index)
    return words


def _plain(scene: Scene, token: int) -> Word:
    if scene.chunk_at[token] is not None:
        return Word(Tag.NAME)
    if scene.dates[token] is not None:
        return Word(Tag.DATE)
    form = scene.folded[token]
    sign = _SIGNS.get(form)
    if sign:
        return Word(sign)
    small = _small(scene, form)
    if small is not None:
        return Word(small, scene.lexicon.read(form) if small is Tag.AUXILIARY else ())
    return Word(Tag.OTHER, scene.lexicon.read(form))


def _small(scene: Scene, form: str) -> Tag | None:
    """The tag of a small word, with its glued "و" or "ف" off."""
    known = scene.small.get(form, ...)
    if known is not ...:
        return known
    code, words = scene.lexicon.code, scene.lexicon.words
    bare = form[1:] if code == "ar" and form[0] in "وف" and len(form) > 2 else form  # noqa: PLR2004
    found: Tag | None = None
    if form in {"و", "and", "but", "or", "او"}:
        found = Tag.AND
    elif bare in _AUX[code]:
        found = Tag.AUXILIARY
    elif (code == "en" and form in _MODALS) or (code == "ar" and (form in _PARTICLES_AR or bare in _PARTICLES_AR)):
        found = Tag.PARTICLE
    elif bare in words.relative:
        found = Tag.RELATIVE
    elif bare in words.complement:
        found = Tag.COMPLEMENT
    elif bare in words.condition:
        found = Tag.CONDITION
    elif bare in words.purpose:
        found = Tag.PURPOSE
    elif bare in words.subordinate:
        found = Tag.SUBORDINATE
    elif bare in words.prepositions or form in words.prepositions:
        found = Tag.PREPOSITION
    elif bare in words.negation:
        found = Tag.PARTICLE
    elif code == "en" and form in _ARTICLES:
        found = Tag.ARTICLE
    if found is Tag.COMPLEMENT and code == "ar" and bare in {"انه", "انها", "انهم"}:
        found = Tag.COMPLEMENT
    scene.small[form] = found
    return found


def _choose_arabic(scene: Scene, words: list[Word], first: int, index: int) -> None:
    word = words[index]
    verbs = [r for r in word.readings if r.sense.part == "verb"]
    nouns = [r for r in word.readings if r.sense.part != "verb"]
    form = scene.folded[first + index]
    ambiguous = all(
        r.form.mood is Mood.PAST and len(r.sense.word.split()[0].replace("\u0651", "")) == _ROOT
        and (r.form.suffix or (r.form.number == 1 and r.form.gender == "m"))
        for r in verbs
    )  # fmt: skip
    if verbs and ((not ambiguous and not nouns) or _verb_here_arabic(scene, words, first, index, verbs)):
        word.tag = Tag.PURPOSE if all(r.glued.endswith("ل") for r in verbs) else Tag.VERB
        if word.tag is Tag.PURPOSE:
            word.tag = Tag.VERB
        word.readings = verbs
    elif nouns:
        word.tag, word.readings = Tag.NOUN, nouns
    elif verbs:
        word.tag, word.readings = _as_noun(form, verbs)


def _as_noun(form: str, verbs: list[Reading]) -> tuple[Tag, Sequence[Reading]]:
    """A verb's letters where no verb can stand: a noun of no event of ours ("عمل", "حكم")."""
    del form, verbs
    return Tag.OTHER, ()


def _verb_here_arabic(scene: Scene, words: list[Word], first: int, index: int, verbs: list[Reading]) -> bool:
    """Whether a word that is noun or verb is a verb here: by what stands before and after."""
    if any(r.glued.endswith(("ب", "ك")) for r in verbs):
        return False
    before = words[index - 1] if index else None
    after = scene.chunk_at[first + index + 1] if index + 1 < len(words) else None
    if before is not None:
        if before.tag is Tag.PREPOSITION or (
            before.tag is Tag.COMPLEMENT and scene.folded[first + index - 1].endswith("ن")
        ):
            return False
        if before.tag is Tag.PARTICLE:
            return scene.folded[first + index - 1] not in {"غير", "دون", "بدون", "عدم"}
        if before.tag in {Tag.RELATIVE, Tag.AUXILIARY}:
            return True
        if before.tag is Tag.VERB or before.tag is Tag.NOUN or before.tag is Tag.OTHER:
            return any(r.glued for r in verbs) and after is not None and not after.adjective
    if after is not None and after.adjective and not scene.folded[after.first].startswith("ال"):
        return False
    if (
        index + 1 < len(words)
        and scene.folded[first + index + 1] in {"على", "ضد"}
        and any(r.sense.part == "noun" for r in words[index].readings)
    ):
        return before is not None and before.tag is Tag.NAME
    return True


def _choose_english(scene: Scene, words: list[Word], first: int, index: int) -> None:
    word = words[index]
    verbs = [r for r in word.readings if r.sense.part == "verb"]
    nouns = [r for r in word.readings if r.sense.part != "verb"]
    if verbs and ((_finite_only(verbs) and not nouns) or _verb_here_english(scene, words, first, index, verbs)):
        word.tag, word.readings = Tag.VERB, verbs
    elif nouns:
        word.tag, word.readings = Tag.NOUN, nouns
    else:
        word.readings = ()


def _finite_only(verbs: list[Reading]) -> bool:
    return all(r.form.mood in {Mood.PAST, Mood.PARTICIPLE} for r in verbs)


def _verb_here_english(scene: Scene, words: list[Word], first: int, index: int, verbs: list[Reading]) -> bool:
    moods = {r.form.mood for r in verbs}
    before = words[index - 1] if index else None
    form = scene.folded[first + index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else None
    chunk = scene.chunk_at[first + index - 1] if index else None
    if form == "to" or (before is not None and before.tag is Tag.PARTICLE):
        return True
    if before is None:
        return False
    if moods & {Mood.PAST, Mood.PARTICIPLE}:
        return (
            before.tag is not Tag.ARTICLE
            and form != "of"
            and not (chunk and chunk.adjective and following and following.tag in {Tag.NOUN, Tag.OTHER})
        )
    if Mood.GERUND in moods:
        return before.tag in {Tag.AUXILIARY, Tag.COMMA} or (
            following is not None
            and following.tag in {Tag.NAME, Tag.ARTICLE}
            and before.tag is not Tag.ARTICLE
        )
    if before.tag is Tag.ARTICLE or before.tag is Tag.PREPOSITION or form in {"'", "s"}:
        return False
    if before.tag is Tag.NAME and chunk is not None:
        if chunk.adjective or chunk.possessive:
            return False
        opens = following is not None and following.tag in {
            Tag.NAME,
            Tag.ARTICLE,
            Tag.PREPOSITION,
            Tag.DATE,
            Tag.COMPLEMENT,
        }
        return opens if Mood.PRESENT in moods or chunk.plural else False
    if form in _PRONOUNS or before.tag is Tag.RELATIVE:
        return True
    if before.tag is Tag.AND and following is not None:
        return following.tag in {Tag.NAME, Tag.ARTICLE}
    return following is not None and following.tag in {Tag.NAME, Tag.ARTICLE} and before.tag is Tag.OTHER
