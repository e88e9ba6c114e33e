"""Whether an Arabic word that may be verb or noun is one or the other where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.events.forms import Mood
from extract.events.noun_phrases import compound, noun_readings
from extract.events.word import OTHER, Tag, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.lexicon import Reading
    from extract.events.scene import Scene

_ROOT = 3  # letters of a verb that may as well be a noun


def choose_arabic(scene: Scene, words: list[Word], first: int, index: int) -> Word:
    """The word at `index`, that may be verb or noun, as what it is here."""
    word, form = words[index], scene.folded[first + index]
    after_lam = index > 0 and scene.folded[first + index - 1] in _JUSSIVE_AFTER
    known = scene.lexicon.verbs.get((form, after_lam))
    if known is None:
        known = scene.lexicon.verbs[form, after_lam] = _verbs(word.readings, after_lam=after_lam)
    verbs, nounlike = known.finite, known.nounlike
    nouns = noun_readings(scene, word.readings, first + index) if known.nouns else []
    if known.gerunds and index and words[index - 1].tag is Tag.COMMA:
        nouns = []  # "، مطالبة الأمم المتحدة": a participle of the subject
        verbs, nounlike = known.every, False
    raw = scene.document.text[scene.starts[first + index] : scene.ends[first + index]]
    if raw.lstrip("وفبل").startswith("إ"):
        verbs = ()  # only verbal nouns are written so: إقامة, إعلان
    if raw.endswith("ة"):
        verbs = tuple(r for r in verbs if r.form.mood is Mood.GERUND)  # "سيطرة" is no "سيطره"
    if nouns and index and _of_a_body(scene, first + index):
        nouns = []
    if index and _counted(scene, first + index):
        verbs = ()  # "21 شهرا"
    phrase = bool(nouns) and compound(scene, first + index)
    if verbs and not phrase and (not (nouns or nounlike) or _verb_here_arabic(scene, words, first, index)):
        return Word(Tag.VERB, verbs)
    return Word(Tag.NOUN, nouns) if nouns else OTHER


class Verbs(NamedTuple):
    """The verbs that a form may be, once with participles and once without, and whether it may be a noun."""

    every: tuple[Reading, ...]
    finite: tuple[Reading, ...]
    gerunds: bool
    nounlike: bool  # each of the finite ones is written as a noun is
    nouns: bool


def _verbs(readings: Sequence[Reading], *, after_lam: bool) -> Verbs:
    every = tuple(
        r for r in readings if r.sense.part == "verb" and (after_lam or r.form.mood is not Mood.JUSSIVE)
    )
    finite = tuple(r for r in every if r.form.mood is not Mood.GERUND)
    nouns = any(r.sense.part != "verb" for r in readings)
    return Verbs(every, finite, len(finite) < len(every), all(map(_may_be_noun, finite)), nouns)


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
