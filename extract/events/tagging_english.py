"""Whether an English word that may be verb or noun is one or the other where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.noun_phrases import compound, noun_readings
from extract.events.word import OTHER, Tag, Word

if TYPE_CHECKING:
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene


def choose_english(scene: Scene, words: list[Word], first: int, index: int) -> Word:
    """The word at `index`, that may be verb or noun, as what it is here."""
    word = words[index]
    verbs = [r for r in word.readings if r.sense.part == "verb"]
    nouns = noun_readings(scene, word.readings, first + index)
    if nouns and compound(scene, first + index):
        verbs = []
    article = index > 0 and (
        words[index - 1].tag is Tag.ARTICLE or scene.folded[first + index - 1] in {"a", "an"}
    )
    described = article and _describes(verbs, words, index)
    if (
        verbs
        and not described
        and ((_finite_only(verbs) and not nouns) or _verb_here_english(scene, words, first, index, verbs))
    ):
        return Word(Tag.VERB, verbs)
    return Word(Tag.NOUN, nouns) if nouns else OTHER


def _describes(verbs: list[Reading], words: list[Word], index: int) -> bool:
    """As in "a dismissed general": between an article and a noun a participle is an adjective."""
    after = words[index + 1].tag if index + 1 < len(words) else None
    return _finite_only(verbs) and after in {Tag.NAME, Tag.OTHER, Tag.NOUN}


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
