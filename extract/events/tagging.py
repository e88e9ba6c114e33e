"""What each word of a sentence is: verb, verbal noun, preposition, opener of a clause, ..."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from extract.events.continuing import continues
from extract.events.forms import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.lexicon import Lexicon, Reading
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
    SPENT = "spent"  # part of a set phrase that its verb tells
    OTHER = "other"


@dataclass(slots=True)
class Word:
    """A token with its tag and the readings that fit the tag."""

    tag: Tag
    readings: Sequence[Reading] = ()


_SIGNS = {",": Tag.COMMA, "،": Tag.COMMA, ";": Tag.STOP, "؛": Tag.STOP, ":": Tag.STOP, "-": Tag.STOP, "(": Tag.STOP, ")": Tag.STOP, ".": Tag.STOP, "?": Tag.STOP, "؟": Tag.STOP, "!": Tag.STOP, '"': Tag.QUOTE}  # fmt: skip
_ROOT = 3  # letters of a verb that may as well be a noun


def tag(scene: Scene, sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order of its tokens."""
    words = [_plain(scene, token) for token in range(sentence.first, sentence.end)]
    choose = _choose_arabic if scene.lexicon.code == "ar" else _choose_english
    for index, word in enumerate(words):
        if word.readings and word.tag is Tag.OTHER:
            choose(scene, words, sentence.first, index)
            _spend(scene, words, sentence.first, index)
    return words


def _nouns(scene: Scene, readings: Sequence[Reading], token: int) -> list[Reading]:
    """The noun readings whose set phrase, if they need one, goes on in the text."""
    return [
        r
        for r in readings
        if r.sense.part != "verb" and (not r.sense.rest or continues(scene, token + 1, r.sense.rest))
    ]


def _compound(scene: Scene, token: int) -> bool:
    """Whether a set phrase around a noun begins here."""
    for rest in scene.lexicon.compounds(scene.folded[token]):
        chunk = scene.chunk_at[token + 1] if token + 1 < len(scene.folded) else None
        if continues(scene, token + 1, rest) and (chunk is None or chunk.people):
            return True
    return False


def _spend(scene: Scene, words: list[Word], first: int, index: int) -> None:
    """The further words of a set phrase around a noun are no words of their own."""
    if words[index].tag is not Tag.NOUN:
        return
    rests = scene.lexicon.compounds(scene.folded[first + index])
    size = max((continues(scene, first + index + 1, rest) for rest in rests), default=0)
    for each in range(index + 1, min(index + 1 + size, len(words))):
        words[each].tag = Tag.SPENT


def _plain(scene: Scene, token: int) -> Word:
    if scene.chunk_at[token] is not None:
        return Word(Tag.NAME)
    if scene.dates[token] is not None:
        return Word(Tag.DATE)
    form = scene.folded[token]
    known = scene.lexicon.tags.get(form)
    if known is None:
        known = scene.lexicon.tags[form] = _tagged(scene.lexicon, form)
    return Word(known[0], known[1])


def _tagged(lexicon: Lexicon, form: str) -> tuple[Tag, Sequence[Reading]]:
    """The tag of a word by itself, and what it may be."""
    if form in lexicon.words.numbers:
        return Tag.OTHER, ()
    small = _SIGNS.get(form) or _small(lexicon, form)
    if small is None:
        # What is past first: most of what news tells is.
        return Tag.OTHER, sorted(lexicon.read(form), key=lambda r: r.form.mood is not Mood.PAST)
    return small, lexicon.read(form) if small is Tag.AUXILIARY else ()


_ORDER = (
    ("auxiliaries", Tag.AUXILIARY),
    ("particles", Tag.PARTICLE),
    ("relative", Tag.RELATIVE),
    ("complement", Tag.COMPLEMENT),
    ("condition", Tag.CONDITION),
    ("purpose", Tag.PURPOSE),
    ("subordinate", Tag.SUBORDINATE),
    ("prepositions", Tag.PREPOSITION),
    ("negation", Tag.PARTICLE),
    ("articles", Tag.ARTICLE),
)


def _small(lexicon: Lexicon, form: str) -> Tag | None:
    """The tag of a small word, with its glued "و" or "ف" off."""
    if form in {"و", "and", "but", "or", "او"}:
        return Tag.AND
    peels = lexicon.code == "ar" and form[0] in "وف" and len(form) > 2 and not lexicon.knows(form)  # noqa: PLR2004
    forms = {form, form[1:]} if peels else {form}
    for name, small in _ORDER:
        if not forms.isdisjoint(getattr(lexicon.words, name)):
            return small
    return None


def _choose_arabic(scene: Scene, words: list[Word], first: int, index: int) -> None:
    word = words[index]
    after_lam = index > 0 and scene.folded[first + index - 1] in _JUSSIVE_AFTER
    verbs = [
        r for r in word.readings if r.sense.part == "verb" and (after_lam or r.form.mood is not Mood.JUSSIVE)
    ]
    nouns = _nouns(scene, word.readings, first + index)
    if index and words[index - 1].tag is Tag.COMMA and any(r.form.mood is Mood.GERUND for r in verbs):
        nouns = []  # "، مطالبة الأمم المتحدة": a participle of the subject
    else:
        verbs = [r for r in verbs if r.form.mood is not Mood.GERUND]
    raw = scene.document.text[scene.starts[first + index] : scene.ends[first + index]]
    if raw.lstrip("وفبل").startswith("إ"):
        verbs = []  # only verbal nouns are written so: إقامة, إعلان
    if raw.endswith("ة"):
        verbs = [r for r in verbs if r.form.mood is Mood.GERUND]  # "سيطرة" is no "سيطره"
    if nouns and index and _of_a_body(scene, first + index):
        nouns = []
    if index and _counted(scene, first + index):
        verbs = []  # "21 شهرا"
    compound = bool(nouns) and _compound(scene, first + index)
    ambiguous = bool(nouns) or all(map(_may_be_noun, verbs))
    if verbs and not compound and (not ambiguous or _verb_here_arabic(scene, words, first, index)):
        word.tag, word.readings = Tag.VERB, verbs
    elif nouns:
        word.tag, word.readings = Tag.NOUN, nouns
    else:
        word.readings = ()


_BODIES = frozenset({"committee", "ministry", "union", "company", "court"})


def _of_a_body(scene: Scene, token: int) -> bool:
    """As in "اللجنة العليا للانتخابات": what a body is for happens not where it is named."""
    form = scene.folded[token]
    back = token - 1
    if form.startswith("لل") and scene.chunk_at[back] is None and scene.folded[back].startswith("ال"):
        back -= 1
    chunk = scene.chunk_at[back] if form.startswith(("لل", "ال")) and back >= 0 else None
    return chunk is not None and chunk.people in _BODIES


def _counted(scene: Scene, token: int) -> bool:
    """A noun in the accusative right after a number is what is counted, whatever verb it looks like."""
    number, form = scene.folded[token - 1], scene.folded[token]
    numeric = number.isdecimal() or number.removeprefix("و") in scene.lexicon.words.numbers
    return numeric and form.endswith("ا") and not form.endswith(("وا", "تا"))


def _may_be_noun(reading: Reading) -> bool:
    """A past of "he" that is written as a noun is: of three letters ("عمل"), or of the forms V and VI ("تبادل")."""
    form, lemma = reading.form, reading.sense.word.split()[0].replace("\u0651", "")
    if form.mood not in {Mood.PAST, Mood.PASSIVE_PAST}:
        return False
    alone = form.number == 1 and form.gender == "m"
    if lemma.startswith("ت") and len(lemma) > _ROOT:
        return alone and not form.suffix
    return len(lemma) <= _ROOT and (bool(form.suffix) or alone)


_JUSSIVE_AFTER = frozenset({"لم", "ولم", "فلم"})
_NEGATING = frozenset({"غير", "دون", "بدون", "عدم"})
_BARRIERS = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.COMPLEMENT, Tag.RELATIVE, Tag.SUBORDINATE, Tag.CONDITION, Tag.AND}
)


def _verb_here_arabic(scene: Scene, words: list[Word], first: int, index: int) -> bool:
    """Whether a word that is noun or verb is a verb here: by what stands before and after."""
    readings = words[index].readings
    glued = any(r.glued[:1] in {"و", "ف"} for r in readings)
    form = scene.folded[first + index - 1] if index else ""
    before = words[index - 1].tag if index else Tag.STOP
    after = scene.chunk_at[first + index + 1] if index + 1 < len(words) else None
    if before is Tag.PREPOSITION or (before is Tag.COMPLEMENT and form.endswith("ن")):
        return False
    if before is Tag.PARTICLE:
        return form not in _NEGATING
    if before in {Tag.RELATIVE, Tag.AUXILIARY}:
        return True
    if before in {Tag.VERB, Tag.NOUN, Tag.OTHER}:
        return glued and after is not None and not after.adjective
    if not glued and _after_verb(words, index):
        return False
    return _opens_arabic(scene, words, first, index, before)


def _after_verb(words: list[Word], index: int) -> bool:
    """A verb stands before in the same stretch: what follows its subject is its object."""
    for back in range(index - 1, -1, -1):
        if words[back].tag is Tag.VERB:
            return True
        if words[back].tag in _BARRIERS:
            return False
    return False


def _opens_arabic(scene: Scene, words: list[Word], first: int, index: int, before: Tag) -> bool:
    after = scene.chunk_at[first + index + 1] if index + 1 < len(words) else None
    following = scene.folded[first + index + 1 : first + index + 3]
    if after is not None and after.adjective and not following[0].startswith("ال"):
        return False
    noun = any(r.sense.part != "verb" for r in words[index].readings)
    if noun and following and any(each in {"على", "علي", "ضد", "في"} for each in following):
        plain = scene.chunk_at[first + index + 1] is None
        return before is Tag.NAME or not plain
    return True


def _choose_english(scene: Scene, words: list[Word], first: int, index: int) -> None:
    word = words[index]
    verbs = [r for r in word.readings if r.sense.part == "verb"]
    nouns = _nouns(scene, word.readings, first + index)
    if nouns and _compound(scene, first + index):
        verbs = []
    if verbs and (
        (_finite_only(verbs) and not nouns) or _verb_here_english(scene, words, first, index, verbs)
    ):
        word.tag, word.readings = Tag.VERB, verbs
    elif nouns:
        word.tag, word.readings = Tag.NOUN, nouns
    else:
        word.readings = ()


def _finite_only(verbs: list[Reading]) -> bool:
    return all(r.form.mood in {Mood.PAST, Mood.PARTICIPLE} for r in verbs)


def _verb_here_english(scene: Scene, words: list[Word], first: int, index: int, verbs: list[Reading]) -> bool:
    """Whether a word that is noun or verb is a verb here: by what stands before and after."""
    moods = {r.form.mood for r in verbs}
    form = scene.folded[first + index - 1] if index else ""
    before = words[index - 1].tag if index else None
    after = words[index + 1].tag if index + 1 < len(words) else None
    if before is None or form == "to" or before is Tag.PARTICLE:
        return before is not None
    chunk = scene.chunk_at[first + index - 1]
    if moods & {Mood.PAST, Mood.PARTICIPLE}:
        describes = chunk is not None and chunk.adjective and after in {Tag.NOUN, Tag.OTHER}
        return before is not Tag.ARTICLE and form != "of" and not describes
    if Mood.GERUND in moods:
        return before in {Tag.AUXILIARY, Tag.COMMA, Tag.VERB} or (
            after in _OBJECTS and before is not Tag.ARTICLE
        )
    if before in {Tag.ARTICLE, Tag.PREPOSITION} or form in {"'", "s"}:
        return False
    if chunk is not None:
        stands = not chunk.adjective and not chunk.possessive and after in _AFTER_VERBS
        return stands and (Mood.PRESENT in moods or chunk.plural)
    subject = form in scene.lexicon.words.pronouns or before is Tag.RELATIVE
    return subject or (after in _OBJECTS and before in {Tag.OTHER, Tag.AND})


_OBJECTS = frozenset({Tag.NAME, Tag.ARTICLE})
_AFTER_VERBS = frozenset({Tag.NAME, Tag.ARTICLE, Tag.PREPOSITION, Tag.DATE, Tag.COMPLEMENT})
