"""What each word of a sentence is: verb, verbal noun, preposition, opener of a clause, ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.noun_phrases import compound_size
from extract.events.tagging_arabic import choose_arabic
from extract.events.tagging_english import choose_english
from extract.events.word import DATE, NAME, SPENT, Tag, Word

if TYPE_CHECKING:
    from extract.events.lexicon import Lexicon
    from extract.events.scene import Scene, Sentence

_SIGNS = {",": Tag.COMMA, "،": Tag.COMMA, ";": Tag.STOP, "؛": Tag.STOP, ":": Tag.STOP, "-": Tag.STOP, "(": Tag.STOP, ")": Tag.STOP, ".": Tag.STOP, "?": Tag.STOP, "؟": Tag.STOP, "!": Tag.STOP, '"': Tag.QUOTE}  # fmt: skip


def tag(scene: Scene, sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order of its tokens."""
    lexicon = scene.lexicon
    known = lexicon.tags
    choose = choose_arabic if lexicon.code == "ar" else choose_english
    chunks, dates, folded = scene.chunk_at, scene.dates, scene.folded
    words: list[Word] = []
    open_: list[int] = []  # those that may be verb or noun
    for token in range(sentence.first, sentence.end):
        if chunks[token] is not None:
            words.append(NAME)
        elif dates[token] is not None:
            words.append(DATE)
        else:
            word = known.get(folded[token]) or _remembered(lexicon, folded[token])
            if word.readings and word.tag is Tag.OTHER:
                open_.append(len(words))
            words.append(word)
    for index in open_:
        if words[index].tag is Tag.OTHER:
            words[index] = choose(scene, words, sentence.first, index)
            if words[index].tag is Tag.NOUN:
                _spend(scene, words, sentence.first, index)
    return words


def _spend(scene: Scene, words: list[Word], first: int, index: int) -> None:
    """The further words of a set phrase around a noun are no words of their own."""
    size = compound_size(scene, first + index)
    for each in range(index + 1, min(index + 1 + size, len(words))):
        words[each] = SPENT


def _remembered(lexicon: Lexicon, form: str) -> Word:
    word = lexicon.tags[form] = _tagged(lexicon, form)
    return word


def _tagged(lexicon: Lexicon, form: str) -> Word:
    """The word by itself: its tag, and what it may be."""
    if form in lexicon.words.numbers:
        return Word(Tag.OTHER)
    small = _SIGNS.get(form) or _small(lexicon, form)
    if small is None:
        # What is past first: most of what news tells is.
        return Word(Tag.OTHER, sorted(lexicon.read(form), key=lambda r: r.form.mood is not Mood.PAST))
    return Word(small, lexicon.read(form) if small is Tag.AUXILIARY else ())


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
