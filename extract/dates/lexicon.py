"""Builds the grammar of one language: its words and phrases, checked, on the rules that all languages share."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract import language
from extract.dates import (
    rules_amounts,
    rules_away,
    rules_clock,
    rules_compound,
    rules_dayparts,
    rules_days,
    rules_holidays,
    rules_hours,
    rules_lists,
    rules_nth,
    rules_open,
    rules_parts,
    rules_periods,
    rules_ranges,
    rules_relative,
    rules_story,
    rules_weekdays,
    rules_years,
)
from extract.dates.chain import Chain
from extract.dates.cues import Cues
from extract.dates.figures import (
    CLOCK_SIGNS,
    LOOSE_CLOCK_SIGNS,
    Figures,
    clock_figures,
    figures_reach,
    loose_clock_figures,
    may_be_figures,
    may_be_year,
    year,
)
from extract.dates.numbers import NumberWords
from extract.dates.rules import RULES
from extract.dates.rules_dayparts import DAYPARTS
from extract.dates.slots import (
    _bare_hour,
    _day,
    _day_digits,
    _decade_figures,
    _figure,
    _hijri_year,
    _may_be_day,
    _may_be_hijri,
    _month_figure,
    _old_year,
    _small_year,
    _tight_year,
    _year_words,
)
from extract.errors import LanguageError
from extract.patterns import Grammar, expand
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Callable

_MODULES = (
    rules_amounts, rules_away, rules_clock, rules_compound, rules_dayparts, rules_days, rules_holidays, rules_hours, rules_lists, rules_nth,
    rules_open, rules_parts, rules_periods, rules_ranges, rules_relative, rules_story, rules_weekdays, rules_years,
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_HIJRI = [
    "muharram",
    "safar",
    "rabi_1",
    "rabi_2",
    "jumada_1",
    "jumada_2",
    "rajab",
    "shaban",
    "ramadan",
    "shawwal",
    "dhu_al_qadah",
    "dhu_al_hijjah",
]
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = ("early", "middle", "late")


def _index(names: list[str] | tuple[str, ...], first: int = 0) -> Callable[[str], Any]:
    return lambda key: names.index(key) + first


# The tables of words that are slots: how a key becomes the value that rules get.
_SLOTS: dict[str, Callable[[str], Any]] = {
    "weekday": _index(_WEEKDAYS),
    "weak_weekday": _index(_WEEKDAYS),
    "strong_month": _index(_MONTHS, 1),
    "weak_month": _index(_MONTHS, 1),
    "strong_hijri": _index(_HIJRI, 1),
    "weak_hijri": _index(_HIJRI, 1),
    "season": _index(_SEASONS),
    "weak_season": _index(_SEASONS),
    "relative_day": int,
    "unit": rules_relative.unit,
    "units": rules_relative.unit,
    "two_units": rules_relative.unit,
    "a_unit": rules_relative.unit,
    "part": str,
    "last_part": str,
    "daypart": str,
    "this_part": str,
    "holiday": str,
    "zone": str,
    "decade": int,
    "hour": int,
    "last_quarter": int,
    "last_half": int,
    "sign": str,
    "noon": int,
    "weekday_plural": _index(_WEEKDAYS),
}
# What code that reads figures looks at, whatever the language.
_SIGNS = frozenset(":/-.,،٫+\\") | {"t", "z", "h"}
_THOUSANDS = frozenset(",٬،")  # signs between the figures of a large number
_CHOICES = {"part": _PARTS, "daypart": tuple(DAYPARTS)}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language brings: the grammar, and the words that the finder looks at besides."""

    code: str
    grammar: Grammar
    vocabulary: frozenset[str]
    numbers: NumberWords
    words: dict[str, frozenset[tuple[str, ...]]]
    cues: Cues


@lru_cache(maxsize=8)
def lexicon(code: str) -> Lexicon:
    """The lexicon of `languages/<code>/dates.toml`; built once."""
    shown = f"languages/{code}/dates.toml"
    tables = language.load(code, "dates")
    for section, table in tables.items():
        if section != "settings":
            language.check_phrases(table, shown, section)
    _check(tables, shown)
    grammar = Grammar(shown, frozenset({"piece"}))
    numbers = NumberWords(tables, expand)
    for slot, value in _SLOTS.items():
        if slot in tables:
            grammar.add_words(slot, tables[slot], _checked(value, slot, shown))
    if "famous" in tables:
        grammar.add_words("span", tables["famous"], _checked(rules_holidays.famous, "famous", shown))
    first = {"not_a_date": 0}  # what is no date goes before what it looks like
    for name, phrases in sorted(tables["patterns"].items(), key=lambda pattern: first.get(pattern[0], 1)):
        slot, act = RULES[name]
        grammar.add_rule(slot, name, phrases, act)
    for slot, patterns in tables.get("slots", {}).items():
        inner = [phrase[1:-1] for phrase in patterns]
        if all(name in tables and name in _SLOTS for name in inner):  # words by another name
            for name in inner:
                grammar.add_words(slot, tables[name], _checked(_SLOTS[name], name, shown))
            continue
        grammar.add_rule(slot, slot, patterns, _only)
    _add_natives(grammar, numbers, tables)
    grammar.check()
    words = {name: frozenset(fold_phrase(p) for p in phrases) for name, phrases in tables["words"].items()}
    grammar.vocabulary |= numbers.vocabulary | _SIGNS
    vocabulary = frozenset(grammar.vocabulary)
    return Lexicon(code, grammar, vocabulary, numbers, words, Cues(words))


def _one(_word: str, _after: str) -> int:
    """The reach of what code reads from the figures of one word alone."""
    return 1


def _only(**slots: Any) -> Any:
    """The value of the one slot that has one, in a phrase that only gives it another dress."""
    return next((value for value in slots.values() if value is not True), True)


def _check(tables: dict[str, Any], shown: str) -> None:
    known = {
        "patterns",
        "slots",
        "words",
        "number",
        "ordinal",
        "ordinal_tens",
        "settings",
        "join",
        "famous",
    } | _SLOTS.keys()
    for section in tables.keys() - known:
        raise LanguageError(f"{shown}: [{section}] is not known.{_hint(section, known)}")
    for name in tables["patterns"].keys() - RULES.keys():
        raise LanguageError(f"{shown}: [patterns] names '{name}', which no rule is.{_hint(name, RULES)}")


def _hint(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def _checked(value: Callable[[str], Any], slot: str, shown: str) -> Callable[[str], Any]:
    def read(key: str) -> Any:
        try:
            found = value(key)
        except ValueError as error:
            raise LanguageError(
                f"{shown}: [{slot}] has the key {key!r}, which is none of its kind."
            ) from error
        if slot in _CHOICES and found not in _CHOICES[slot]:
            raise LanguageError(
                f"{shown}: [{slot}] has the key {key!r}, not one of {', '.join(_CHOICES[slot])}."
            )
        return found

    return read


def _add_natives(grammar: Grammar, numbers: NumberWords, tables: dict[str, Any]) -> None:
    figures = Figures(day_first=bool(tables["settings"]["day_first"]))
    grammar.add_native(
        "number", numbers.count, numbers.may_count, figures=lambda _, after: 2 if after in _THOUSANDS else 1
    )
    grammar.add_native("ordinal", numbers.order, numbers.may_order, figures=numbers.order_reach)
    grammar.add_native(
        "day",
        _day(numbers),
        lambda word: _may_be_day(word) or numbers.may_order(word),
        figures=lambda word, after: numbers.order_reach(word, after) or 1,
    )
    grammar.add_native("day_digits", _day_digits, _may_be_day, figures=_one)
    grammar.add_native("figure", _figure, str.isdecimal, figures=_one)
    grammar.add_native("year", year, may_be_year, figures=_one)
    grammar.add_native("year_words", _year_words(numbers), numbers.may_count, figures=lambda *_: 0)
    grammar.add_native("hijri_year", _hijri_year, _may_be_hijri, figures=_one)
    grammar.add_native("figures", figures.read, may_be_figures, figures=figures_reach)
    grammar.add_native(
        "four_figures",
        _figure,
        lambda word: len(word) == 4 and word.isdecimal(),  # noqa: PLR2004
        figures=_one,
    )
    grammar.add_native("small_number", numbers.count, lambda word: word in numbers.cardinal)
    grammar.add_native("tight_year", _tight_year, _may_be_day, figures=_one)
    grammar.add_native("old_year", _old_year, _may_be_day, figures=_one)
    grammar.add_native("month_figure", _month_figure, _may_be_day, figures=_one)
    grammar.add_native(
        "bare_hour",
        _bare_hour(numbers, tables),
        lambda word: _may_be_day(word) or word in numbers.cardinal,
        figures=_one,
    )
    grammar.add_native("small_year", _small_year, _may_be_day, figures=_one)
    grammar.add_native(
        "decade_figures",
        _decade_figures,
        lambda word: word.isdecimal() or word == "'",
        figures=lambda _, after: 2 if after in {"s", "'"} else 0,
    )
    grammar.add_native(
        "clock_figures", clock_figures, _may_be_day, figures=lambda _, after: 2 if after in CLOCK_SIGNS else 0
    )
    grammar.add_native(
        "loose_clock",
        loose_clock_figures,
        _may_be_day,
        figures=lambda _, after: 2 if after in LOOSE_CLOCK_SIGNS else 0,
    )
    chain = Chain(grammar, tables["join"])
    grammar.add_native("moment", chain.read, lambda word: grammar.may_start("piece", word), indirect=True)
