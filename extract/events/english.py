"""Every form of an English verb or noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Form, Mood, form

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = "aeiou"
_SHORT = 3  # letters of the shortest verb that doubles its last: "hit"


def conjugate(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb; an irregular one is written "strike/struck/stricken"."""
    base, *irregular = lemma.split("/")
    past = irregular[0] if irregular else _with_ed(base)
    participle = irregular[1] if len(irregular) > 1 else past
    yield base, form(Mood.BASE)
    yield _with_s(base), form(Mood.PRESENT, number=1)
    yield _with_ing(base), form(Mood.GERUND)
    if past == participle:
        yield past, form(Mood.PAST)
    else:
        yield past, form(Mood.PAST, passive=False)
        yield participle, form(Mood.PARTICIPLE, passive=True)


def noun_forms(word: str) -> Iterator[tuple[str, Form]]:
    """A noun in singular and plural; an irregular plural is written "crisis/crises"."""
    base, _, plural = word.partition("/")
    yield base, form(Mood.NOUN, number=1)
    yield plural or _with_s(base), form(Mood.NOUN, number=3)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "es" if word in {"go", "do", "veto"} else word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


_STRESSED_LAST = {"airdrop", "submit", "omit", "transmit", "control", "patrol", "kidnap", "cancel", "travel", "equip", "permit", "admit", "commit", "expel", "rebel", "compel", "deter", "repel", "refer", "confer", "defer", "occur", "abet", "regret"}  # fmt: skip


def _doubled(word: str) -> str:
    """stop: stopp-, expel: expell-, visit: visit-."""
    closed = (
        len(word) >= _SHORT
        and word[-1] not in _VOWELS + "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )
    syllables = sum(1 for letter in word if letter in _VOWELS)
    return word + word[-1] if closed and (syllables == 1 or word in _STRESSED_LAST) else word
