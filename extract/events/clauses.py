"""Cuts a sentence into clauses: one for each verb, with what opens it and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.tagging import Tag, Word, tag
from extract.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk, Group
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence

_OPENERS = {
    Tag.RELATIVE: "relative",
    Tag.COMPLEMENT: "complement",
    Tag.SUBORDINATE: "subordinate",
    Tag.CONDITION: "condition",
    Tag.PURPOSE: "purpose",
}
_WEAK = {Tag.COMMA: "comma", Tag.STOP: "stop", Tag.QUOTE: "quote", Tag.AND: "and"}


@dataclass(slots=True, eq=False)
class Clause:
    """Tokens `first` to `end` (exclusive) around one verb (`verb` is -1 where there is none)."""

    first: int
    end: int
    kind: str = "main"
    opener: int = -1
    verb: int = -1
    readings: Sequence[Reading] = ()
    fired: Reading | None = None  # the reading that tells an event
    parent: Clause | None = None
    subject: Group | None = None
    object: list[Chunk] = field(default_factory=list)
    of_event: bool = False  # it says more of the noun of an event right before it
    undergoes: bool = False  # the subject undergoes what the verb tells
    words: list[Word] = field(default_factory=list)  # of the whole sentence
    base: int = 0  # the sentence's first token

    def word(self, token: int) -> Word:
        return self.words[token - self.base]

    def role(self, *roles: str) -> bool:
        """Whether the verb may have one of these roles."""
        return any(reading.sense.role in roles for reading in self.readings)


def clauses(scene: Scene, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order; a sentence with no verb is one clause."""
    words = tag(scene, sentence)
    verbs = [sentence.first + index for index, word in enumerate(words) if word.tag is Tag.VERB]
    if not verbs:
        return [Clause(sentence.first, sentence.end, words=words, base=sentence.first)]
    found: list[Clause] = []
    low = sentence.first
    for verb in verbs:
        cut, kind, opener = _cut(scene, words, sentence.first, low, verb, found[-1] if found else None)
        if found:
            found[-1].end = cut
        word = words[verb - sentence.first]
        found.append(
            Clause(cut, sentence.end, kind, opener, verb, word.readings, words=words, base=sentence.first)
        )
        low = verb + 1
    _hang(found)
    _mark_of_event(scene, found)
    return found


def _mark_of_event(scene: Scene, found: list[Clause]) -> None:
    """ "غارة إسرائيلية استهدفت", "الهجوم الذي وقع": the subject is the event, not a person."""
    for clause in found[1:]:
        if clause.kind not in {"bare", "relative", "reduced"}:
            continue
        token = (clause.opener if clause.opener >= 0 else clause.first) - 1
        while token > clause.base and _describes(scene, clause, token):
            token -= 1
        word = clause.word(token)
        befalls = any(r.sense.type in _BEFALLING for r in word.readings) or word.tag is Tag.SPENT
        clause.of_event = word.tag in {Tag.NOUN, Tag.SPENT} and (befalls or clause.role("occurs"))


_BEFALLING = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER, EventType.PROTEST})


def _describes(scene: Scene, clause: Clause, token: int) -> bool:
    chunk = scene.chunk_at[token]
    return clause.word(token).tag is Tag.OTHER or (chunk is not None and chunk.adjective)


def _cut(
    scene: Scene, words: list[Word], base: int, low: int, verb: int, previous: Clause | None
) -> tuple[int, str, int]:
    """Where the clause of `verb` begins, what kind it is, and the token that opens it."""
    start = _particles(words, base, low, verb)
    word = words[verb - base]
    opener = _last_opener(scene, words, base, low, start)
    if previous is None:
        kind = _kind(words, base, opener)
        if scene.lexicon.code == "en" and verb > base and scene.folded[verb - 1] == "to":
            return low, "infinitive", -1
        if scene.folded[base] in {"had", "should"} and scene.folded[sentence_end(words, base)] not in "?":
            return low, "condition", base
        if kind in _OPENERS.values():
            return low, kind, opener
        return low, "main", opener if kind == "stop" else -1
    if scene.lexicon.code == "en":
        return _cut_english(scene, words, base, low, verb, start, opener, previous)
    if any(reading.glued.endswith("ل") for reading in word.readings):
        return start, "purpose", start
    if scene.folded[start][0] in "وف" and (start != verb or any(r.glued for r in word.readings)):
        if all(r.glued[:1] in {"و", "ف"} for r in word.readings) or start != verb:
            return start, "and", start
    if opener >= 0:
        return opener, _kind(words, base, opener), opener
    return start, "bare", -1


def _cut_english(
    scene: Scene, words: list[Word], base: int, low: int, verb: int, start: int, opener: int, previous: Clause
) -> tuple[int, str, int]:
    mood = words[verb - base].readings[0].form.mood
    before = scene.folded[verb - 1]
    if before == "to":
        return verb - 1, "infinitive", verb - 1
    if opener >= 0:
        kind = _kind(words, base, opener)
        if mood is Mood.GERUND and kind not in _OPENERS.values():
            return opener, "gerund", opener
        return opener, kind, opener
    if mood is Mood.GERUND:
        cut = verb - 1 if words[verb - 1 - base].tag is Tag.PREPOSITION else verb
        return max(cut, low), "gerund", verb
    if previous.role("says", "claims", "denies") and start > low:
        return low, "complement", -1
    if mood in {Mood.PAST, Mood.PARTICIPLE} and start == verb:
        return verb, "reduced", -1
    return start, "bare", -1


def sentence_end(words: list[Word], base: int) -> int:
    """The last token of the sentence."""
    return base + len(words) - 1


def _particles(words: list[Word], base: int, low: int, verb: int) -> int:
    """The first of the small words that stand right before a verb and belong to it."""
    start = verb
    while start > low and words[start - 1 - base].tag in {Tag.PARTICLE, Tag.AUXILIARY}:
        start -= 1
    return start


def _last_opener(scene: Scene, words: list[Word], base: int, low: int, start: int) -> int:
    """The last token before `start` that opens a clause; a comma or "and" within a list does not."""
    fallback = -1
    for token in range(_before_apposition(scene, words, base, start) - 1, low - 1, -1):
        word = words[token - base]
        if word.tag in _OPENERS:
            return token
        if word.tag in _WEAK and fallback < 0 and not _joins(scene, words, base, token, start):
            fallback = token
            if word.tag is not Tag.QUOTE:
                break
    if fallback > low and words[fallback - 1 - base].tag in _OPENERS:
        return fallback - 1
    return fallback


def _before_apposition(scene: Scene, words: list[Word], base: int, start: int) -> int:
    """ "X, the minister, met": what stands between commas right before the verb opens no clause."""
    comma = start - 1
    if comma - 1 <= base or words[comma - base].tag is not Tag.COMMA:
        return start
    chunk = scene.chunk_at[comma - 1]
    first = chunk.first - 1 if chunk is not None else base
    if first <= base or words[first - base].tag is not Tag.COMMA or words[first - 1 - base].tag is not Tag.NAME:
        return start
    return first


def _joins(scene: Scene, words: list[Word], base: int, token: int, start: int) -> bool:
    """A comma, sign or "and" that joins a list or sets a date apart, and opens nothing."""
    index = token - base
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if before is None or after is None:
        return False
    if words[index].tag is Tag.AND:
        alone = after.tag in {Tag.NAME, Tag.ARTICLE, Tag.OTHER} and before.tag is Tag.NAME
        if not alone:
            return after.tag not in {Tag.NAME, Tag.VERB, Tag.PARTICLE, Tag.OTHER, Tag.ARTICLE, Tag.AUXILIARY}
        chunk = scene.chunk_at[token + 1]
        return not (chunk is not None and chunk.last + 1 >= start)
    if Tag.DATE in {before.tag, after.tag}:
        return words[index].tag is Tag.COMMA
    follows = scene.chunk_at[token + 1]
    return before.tag is Tag.NAME and follows is not None and follows.glue.startswith("و")


def _kind(words: list[Word], base: int, opener: int) -> str:
    if opener < 0:
        return "main"
    tag_ = words[opener - base].tag
    return _OPENERS.get(tag_) or _WEAK[tag_]


def _hang(found: list[Clause]) -> None:
    """What each clause hangs on: a complement on the verb before, a sibling where its sibling does."""
    for index, clause in enumerate(found):
        previous = found[index - 1] if index else None
        if previous is None:
            continue
        if clause.kind in {"and", "comma", "bare", "quote"} and previous.kind != "relative":
            clause.parent = previous.parent
        elif clause.kind in {"stop"}:
            clause.parent = previous if previous.role("says", "claims", "denies") else previous.parent
        elif clause.kind == "and":
            clause.parent = previous.parent.parent if previous.parent else None
        else:
            clause.parent = previous
