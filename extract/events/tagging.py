"""What each word of a sentence is: verb, verbal noun, preposition, opener of a clause, ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.forms import form as made_form
from extract.events.lexicon import Reading
from extract.events.noun_phrases import compound_size
from extract.events.sense import Sense
from extract.events.tagging_arabic import choose_arabic
from extract.events.tagging_english import choose_english
from extract.events.word import ASIDE, DATE, NAME, SPENT, Tag, Word

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
    _leave_out_brackets(words, folded, sentence)
    if lexicon.code == "en":
        _unknown_verbs(scene, words, sentence.first)
    for index in open_:
        if words[index].tag is Tag.OTHER:
            words[index] = choose(scene, words, sentence.first, index)
            if words[index].tag is Tag.NOUN:
                _spend(scene, words, sentence.first, index)
    return words


_ASIDE = 14  # words in brackets that only say more of a name: "(الذي عاد من باريس)"


def _leave_out_brackets(words: list[Word], folded: list[str], sentence: Sentence) -> None:
    """What stands in brackets between a verb and its object tells nothing of the clause around it."""
    if "(" not in folded[sentence.first : sentence.end]:
        return
    opened = -1
    for index in range(len(words) - 2):
        form = folded[sentence.first + index]
        if form == "(":
            opened = index
        elif form == ")" and opened > 1 and index - opened <= _ASIDE:
            words[opened : index + 1] = [ASIDE] * (index + 1 - opened)
            opened = -1


_SEEM = 4  # letters that a verb in "-ed" is longer than
_FOLLOWS = frozenset({Tag.NAME, Tag.ARTICLE, Tag.PREPOSITION, Tag.DATE, Tag.COMPLEMENT})


def _unknown_verbs(scene: Scene, words: list[Word], first: int) -> None:
    """A word in "-ed" that nobody knows, between a name and what it governs, is a verb: "Castillo defended the police"."""
    for index in range(1, len(words) - 1):
        if words[index].tag is not Tag.OTHER or words[index].readings or words[index + 1].tag not in _FOLLOWS:
            continue
        form = scene.folded[first + index]
        chunk = scene.chunk_at[first + index - 1]
        if (
            form.endswith("ed")
            and len(form) > _SEEM
            and chunk is not None
            and not (chunk.adjective or chunk.possessive)
        ):
            words[index] = _UNKNOWN


_UNKNOWN = Word(Tag.VERB, (Reading(Sense("", "verb", role="plain"), made_form(Mood.PAST)),))


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
