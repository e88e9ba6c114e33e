"""What a word may be: a form of a lemma, with what grammar makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Mood(StrEnum):
    """The kind of a form, as far as it changes who does what, or whether it happened."""

    PAST = "past"
    PASSIVE_PAST = "passive past"
    PRESENT = "present"
    JUSSIVE = "jussive"
    BASE = "base"  # English infinitive and plural present
    PARTICIPLE = "participle"  # English -ed
    GERUND = "gerund"  # English -ing
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Form:
    """`passive` is None where the letters leave it open; `suffix` a pronoun glued to the end."""

    mood: Mood
    gender: str = ""  # "m", "f", "" any
    number: int = 0  # 1, 2 or 3 for many, 0 any
    passive: bool | None = None
    suffix: str = ""
    definite: bool = False
    glued: str = ""  # what the form holds glued in front


@lru_cache(maxsize=1_000)
def form(  # noqa: PLR0917
    mood: Mood,
    gender: str = "",
    number: int = 0,
    passive: bool | None = None,
    suffix: str = "",
    definite: bool = False,
    glued: str = "",
) -> Form:
    """One object for each set of features: tens of thousands of words share a few dozen."""
    return Form(mood, gender, number, passive, suffix, definite, glued)


PASTS = frozenset({Mood.PAST, Mood.PASSIVE_PAST, Mood.PARTICIPLE})
