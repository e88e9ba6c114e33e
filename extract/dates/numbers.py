"""Numbers as news writes them: digits, and words in every case and gender, cardinal and ordinal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extract.patterns import Stream

_MOST_WORDS = 12
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_DIGITS_MOST = 7


class NumberWords:
    """The number words of one language, from its tables [number] and [ordinal] and [number_joiner]."""

    def __init__(self, tables: Mapping[str, Any], expand: Any) -> None:
        self.cardinal = _by_word(tables["number"], expand)
        self.ordinal = _by_word(tables["ordinal"], expand)
        # Words that are both tens of a cardinal and of an ordinal: "العشرين".
        self.tens = _by_word(tables.get("ordinal_tens", {}), expand)
        self.joiners = frozenset(
            word for phrase in tables["words"]["number_joiner"] for word in fold_phrase(phrase)
        )
        self.suffixes = frozenset(
            word for phrase in tables["words"]["ordinal_suffix"] for word in fold_phrase(phrase)
        )
        self.prefixes = frozenset(
            word for phrase in tables["words"]["ordinal_prefix"] for word in fold_phrase(phrase)
        )
        self.vocabulary = (
            self.cardinal.keys() | self.ordinal.keys() | self.tens.keys() | self.joiners | self.suffixes
        )

    def may_count(self, word: str) -> bool:
        return word in self.cardinal or (word.isdecimal() and len(word) <= _DIGITS_MOST)

    def may_order(self, word: str) -> bool:
        return (
            word in self.ordinal
            or word in self.tens
            or word in self.prefixes
            or (word.isdecimal() and len(word) < 3)  # noqa: PLR2004
            or (bool(self.suffixes) and word in self.cardinal)
        )

    def order_reach(self, _: str, after: str) -> int:
        """How far `order` reads from a word in figures if `after` follows: two words or none."""
        return 2 if after in self.suffixes else 0

    def count(self, stream: Stream, at: int) -> list[tuple[int, int]]:
        """A cardinal from word `at` on: its longest reading."""
        words = stream.words
        if words[at].isdecimal():
            return _digits(stream, at)
        total, current, end = 0, 0, at
        joined = False
        step = at
        while step < len(words) and step - at < _MOST_WORDS:
            word = words[step]
            if word in self.joiners and step > at and not joined:
                joined = True
                step += 1
                continue
            value = self.cardinal.get(word)
            if value is None:
                break
            taken = _taken(total, current, value, joined)
            if taken is None:
                break
            total, current = taken
            joined = False
            step += 1
            end = step
        return [(end, total + current)] if end > at else []

    def order(self, stream: Stream, at: int) -> list[tuple[int, int]]:  # noqa: PLR0911
        """An ordinal from word `at` on: "السابع والعشرين", "twenty-seventh", "27th", "الـ27"."""
        words = stream.words
        word = words[at]
        if word in self.prefixes and at + 1 < len(words) and words[at + 1].isdecimal():
            return [(at + 2, int(words[at + 1]))] if len(words[at + 1]) <= 2 else []  # noqa: PLR2004
        if word.isdecimal():
            if at + 1 < len(words) and words[at + 1] in self.suffixes and stream.touches(at + 1):
                return [(at + 2, int(word))]
            return []
        if word in self.tens and word not in self.ordinal:
            return self._after_tens(words, at)
        unit = self.ordinal.get(word)
        if unit is None:
            return self._after_tens(words, at) if self.suffixes else []
        after = words[at + 1] if at + 1 < len(words) else ""
        if unit < _TEN + 2 and self.tens.get(after) == _TEN:
            return [(at + 2, unit % _TEN + _TEN)]
        if unit < _TEN + 2 and after in self.joiners and at + 2 < len(words):
            tens = self.tens.get(words[at + 2], 0)
            if tens >= _TWENTY:
                return [(at + 3, unit % _TEN + tens), (at + 1, unit)]
        return [(at + 1, unit)]

    def _after_tens(self, words: Any, at: int) -> list[tuple[int, int]]:
        """As in "العشرين" alone, and the English order: "twenty-seventh"."""
        tens = self.tens.get(words[at], 0) or self.cardinal.get(words[at], 0)
        step = at + 1
        if step < len(words) and words[step] in {"-", *self.joiners}:
            step += 1
        if self.suffixes and tens >= _TWENTY and tens % _TEN == 0 and step < len(words):
            unit = self.ordinal.get(words[step], _TEN)
            if unit < _TEN:
                return [(step + 1, tens + unit)]
        return [(at + 1, tens)] if words[at] in self.tens and tens >= _TWENTY else []


def _by_word(table: Mapping[str, Iterable[str]], expand: Any) -> dict[str, int]:
    return {
        word: int(key)
        for key, phrases in table.items()
        for phrase in phrases
        for variant in expand(phrase)
        for word in fold_phrase(variant)
    }


def _taken(total: int, current: int, value: int, joined: bool) -> tuple[int, int] | None:  # noqa: C901, PLR0911
    """The sum so far with one more word of it, None where they do not make one number."""
    if value == _THOUSAND and joined and not total and _TEN < current < _THOUSAND:
        return value, current  # "سبع وستين وتسعمائة وألف": the old order, small things first
    if value >= _THOUSAND:
        if total and total % value < value and total < value:
            return None
        return (
            (total + max(current, 1) * value, 0) if (current < _THOUSAND and not joined) or joined else None
        )
    if not current and not total:
        return total, value
    below = current % _HUNDRED
    if value == _HUNDRED and 0 < current < _TEN and not joined:
        return total, current * _HUNDRED
    if value > _HUNDRED and joined and not total and current < _HUNDRED:
        return total, current + value
    if value >= _HUNDRED:
        return (total, value) if total and not current else None
    if below == 0:
        return total, current + value
    if value == _TEN and below < _TEN and not joined:  # "ثلاثة عشر"
        return total, current + _TEN
    if value >= _TWENTY and below < _TEN and joined:  # "ثلاثة وعشرون"
        return total, current + value
    if value < _TEN and below >= _TWENTY and below % _TEN == 0:  # "twenty three"
        return total, current + value
    return None


def _digits(stream: Stream, at: int) -> list[tuple[int, int]]:
    """Digits, with thousands set apart by commas or dots."""
    words = stream.words
    value, end = words[at], at + 1
    while (
        end + 1 < len(words)
        and words[end] in {",", "٬", "،"}
        and len(words[end + 1]) == 3  # noqa: PLR2004
        and words[end + 1].isdecimal()
        and stream.touches(end)
        and stream.touches(end + 1)
        and len(value) <= _DIGITS_MOST
    ):
        value += words[end + 1]
        end += 2
    return [(end, int(value))] if len(value) <= _DIGITS_MOST else []
