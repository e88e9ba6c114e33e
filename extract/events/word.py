"""A word of a sentence: the part it plays, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.lexicon import Reading


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
    ASIDE = "aside"  # in brackets that only say more of a name
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its tag and the readings that fit the tag; sentences share those without context."""

    tag: Tag
    readings: Sequence[Reading] = ()


NAME = Word(Tag.NAME)
DATE = Word(Tag.DATE)
SPENT = Word(Tag.SPENT)
ASIDE = Word(Tag.ASIDE)
OTHER = Word(Tag.OTHER)
