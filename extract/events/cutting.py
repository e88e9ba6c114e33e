"""Where a clause begins, and what opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.events.forms import Mood
from extract.events.word import Tag, Word

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.scene import Scene

_OPENERS = {
    Tag.RELATIVE: "relative",
    Tag.COMPLEMENT: "complement",
    Tag.SUBORDINATE: "subordinate",
    Tag.CONDITION: "condition",
    Tag.PURPOSE: "purpose",
}
_STRONG = frozenset(_OPENERS.values())
_WEAK = {Tag.COMMA: "comma", Tag.STOP: "stop", Tag.QUOTE: "quote", Tag.AND: "and"}
_OPENS_AFTER_AND = frozenset({Tag.NAME, Tag.VERB, Tag.PARTICLE, Tag.OTHER, Tag.ARTICLE, Tag.AUXILIARY})
_LISTED = frozenset({Tag.NAME, Tag.ARTICLE, Tag.OTHER})
_INVERTED = frozenset({"had", "should"})  # "Had Russia attacked, ..."


class Cut(NamedTuple):
    """The first token of a clause, its kind, and the token that opens it (-1: none)."""

    first: int
    kind: str
    opener: int


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, to be asked for by their token."""

    scene: Scene
    words: list[Word]
    base: int

    def tag(self, token: int) -> Tag | None:
        index = token - self.base
        return self.words[index].tag if 0 <= index < len(self.words) else None

    def opens(self, token: int) -> str:
        """The kind of clause that a token opens; "main" where it opens none."""
        tag = self.tag(token) if token >= 0 else None
        return _OPENERS.get(tag) or _WEAK.get(tag) or "main" if tag is not None else "main"


def cut(line: Line, low: int, verb: int, previous: Clause | None) -> Cut:
    """Where the clause of `verb` begins; no earlier than `low`."""
    start = _particles(line, low, verb)
    opener = _last_opener(line, low, start)
    if previous is None:
        return _first(line, low, verb, opener)
    if line.scene.lexicon.code == "en":
        return _english(line, (low, start, verb), opener, previous)
    return _arabic(line, start, verb, opener)


def _first(line: Line, low: int, verb: int, opener: int) -> Cut:
    folded = line.scene.folded
    kind = line.opens(opener)
    if line.scene.lexicon.code == "en" and verb > line.base and folded[verb - 1] == "to":
        return Cut(low, "infinitive", -1)
    if folded[line.base] in _INVERTED and folded[line.base + len(line.words) - 1] != "?":
        return Cut(low, "condition", line.base)
    if kind in _STRONG:
        return Cut(low, kind, opener)
    return Cut(low, "main", opener if kind == "stop" else -1)


def _arabic(line: Line, start: int, verb: int, opener: int) -> Cut:
    readings = line.words[verb - line.base].readings
    if any(reading.glued.endswith("ل") for reading in readings):
        return Cut(start, "purpose", start)
    glued = all(reading.glued[:1] in {"و", "ف"} for reading in readings)
    if line.scene.folded[start][0] in "وف" and (glued or start != verb):
        return Cut(start, "and", start)
    return Cut(opener, line.opens(opener), opener) if opener >= 0 else Cut(start, "bare", -1)


def _english(line: Line, tokens: tuple[int, int, int], opener: int, previous: Clause) -> Cut:
    low, start, verb = tokens
    mood = line.words[verb - line.base].readings[0].form.mood
    if line.scene.folded[verb - 1] == "to":
        return Cut(verb - 1, "infinitive", verb - 1)
    if line.scene.folded[max(verb - 2, low) : verb] == ["to", "have"]:
        return Cut(verb - 2, "infinitive", verb - 2)  # "claimed to have shot down"
    if opener >= 0:
        kind = line.opens(opener)
        return Cut(opener, "gerund" if mood is Mood.GERUND and kind not in _STRONG else kind, opener)
    if mood is Mood.GERUND:
        governed = line.tag(verb - 1) is Tag.PREPOSITION
        return Cut(max(verb - governed, low), "gerund", verb)
    if previous.role("says", "claims", "denies") and start > low:
        return Cut(low, "complement", -1)
    reduced = mood in {Mood.PAST, Mood.PARTICIPLE} and start == verb
    return Cut(start, "reduced" if reduced else "bare", -1)


def _particles(line: Line, low: int, verb: int) -> int:
    """The first of the small words that stand right before a verb and belong to it."""
    start = verb
    while start > low and line.tag(start - 1) in {Tag.PARTICLE, Tag.AUXILIARY}:
        start -= 1
    return start


def _last_opener(line: Line, low: int, start: int) -> int:
    """The last token before `start` that opens a clause; a comma or "and" within a list does not."""
    weak = -1
    for token in range(_before_apposition(line, start) - 1, low - 1, -1):
        tag = line.tag(token)
        if tag in _OPENERS:
            return token
        if tag in _WEAK and weak < 0 and not _joins(line, token, start):
            weak = token
            if tag is not Tag.QUOTE:
                break
    return weak - 1 if weak > low and line.tag(weak - 1) in _OPENERS else weak


def _before_apposition(line: Line, start: int) -> int:
    """What stands between commas right before the verb opens no clause: "X, the minister, met"."""
    comma = start - 1
    chunk = line.scene.chunk_at[comma - 1] if comma - 1 > line.base and line.tag(comma) is Tag.COMMA else None
    if chunk is None:
        return start
    first = chunk.first - 1
    return first if line.tag(first) is Tag.COMMA and line.tag(first - 1) is Tag.NAME else start


def _joins(line: Line, token: int, start: int) -> bool:
    """A comma, sign or "and" that joins a list or sets a date apart, and opens nothing."""
    before, after = line.tag(token - 1), line.tag(token + 1)
    if before is None or after is None:
        return False
    follows = line.scene.chunk_at[token + 1]
    if line.tag(token) is Tag.AND:
        if before is not Tag.NAME or after not in _LISTED:
            return after not in _OPENS_AFTER_AND
        return follows is None or follows.last + 1 < start
    if Tag.DATE in {before, after}:
        return line.tag(token) is Tag.COMMA
    return before is Tag.NAME and follows is not None and follows.glue.startswith("و")
