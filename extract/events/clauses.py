"""Cuts a sentence into clauses: one for each verb, with what opens it and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.cutting import Line, cut
from extract.events.tagging import tag
from extract.events.word import Tag, Word
from extract.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk, Group
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence


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
    roles: frozenset[str] = frozenset()  # what the verb may do to another telling: "says", "does", ...

    def word(self, token: int) -> Word:
        return self.words[token - self.base]

    def role(self, *roles: str) -> bool:
        """Whether the verb may have one of these roles."""
        return not self.roles.isdisjoint(roles)


def clauses(scene: Scene, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order; a sentence with no verb is one clause."""
    words = tag(scene, sentence)
    verbs = [sentence.first + index for index, word in enumerate(words) if word.tag is Tag.VERB]
    if not verbs:
        return [Clause(sentence.first, sentence.end, words=words, base=sentence.first)]
    found: list[Clause] = []
    low = sentence.first
    line = Line(scene, words, sentence.first)
    for verb in verbs:
        first, kind, opener = cut(line, low, verb, found[-1] if found else None)
        if found:
            found[-1].end = first
        word = words[verb - sentence.first]
        found.append(
            Clause(
                first,
                sentence.end,
                kind,
                opener,
                verb,
                word.readings,
                words=words,
                base=sentence.first,
                roles=frozenset([reading.sense.role for reading in word.readings]),
            )
        )
        low = verb + 1
    _hang(found)
    _mark_of_event(scene, found)
    return found


def _mark_of_event(scene: Scene, found: list[Clause]) -> None:
    """The subject may be an event, not a person: "غارة إسرائيلية استهدفت", "الهجوم الذي وقع"."""
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


def _hang(found: list[Clause]) -> None:
    """What each clause hangs on: a complement on the verb before, a sibling where its sibling does."""
    for index, clause in enumerate(found):
        previous = found[index - 1] if index else None
        if previous is None:
            continue
        if (clause.kind in {"and", "comma", "bare", "quote"} and previous.kind != "relative") or (
            clause.kind in {"comma", "bare"} and previous.kind == "relative"
        ):
            clause.parent = previous.parent
        elif clause.kind == "stop":
            clause.parent = previous if previous.role("says", "claims", "denies") else previous.parent
        elif clause.kind == "and":
            clause.parent = previous.parent.parent if previous.parent else None
        else:
            clause.parent = previous
