"""Slots that code reads: days, years and hours in figures and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.dates.numbers import NumberWords
    from extract.patterns import Stream


def _may_be_day(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal()  # noqa: PLR2004


def _may_be_hijri(word: str) -> bool:
    return 3 <= len(word) <= 4 and word.isdecimal()  # noqa: PLR2004


def _hijri_year(stream: Stream, at: int) -> list[tuple[int, int]]:
    value = int(stream.words[at])
    return [(at + 1, value)] if value <= 1600 else []  # noqa: PLR2004  # beyond it a Gregorian year is meant


def _figure(stream: Stream, at: int) -> list[tuple[int, int]]:
    return [(at + 1, int(stream.words[at]))] if len(stream.words[at]) <= 4 else []  # noqa: PLR2004


def _day_digits(stream: Stream, at: int) -> list[tuple[int, int]]:
    value = int(stream.words[at])
    if value > 99:  # noqa: PLR2004  # too large a day is told to be no date, not overlooked
        return []
    glued = (
        stream.word(at - 1) in {".", ",", ":", "٫", "٬"}
        and stream.touches(at)
        and stream.word(at - 2).isdecimal()
    )
    # "7,2023" and "7.2023" go on with a year; "1.5" is no day.
    goes_on = stream.word(at + 1) in {".", ",", "٫"} and stream.touches(at + 1) and stream.touches(at + 2)
    fraction = goes_on and stream.word(at + 2).isdecimal() and len(stream.word(at + 2)) != 4  # noqa: PLR2004
    return [] if glued or fraction else [(at + 1, value)]


def _small_year(stream: Stream, at: int) -> list[tuple[int, int]]:
    """As in "'67", after its apostrophe."""
    value = int(stream.words[at])
    if len(stream.words[at]) != 2 or not stream.touches(at):  # noqa: PLR2004
        return []
    return [(at + 1, 1900 + value if value >= 30 else 2000 + value)]  # noqa: PLR2004


def _old_year(stream: Stream, at: int) -> list[tuple[int, int]]:
    """The year of "11 Feb 86": too large for a day or an hour, with nothing behind it that is counted."""
    value, after = int(stream.words[at]), stream.word(at + 1)
    return [(at + 1, 1900 + value)] if 31 < value < 100 and not after.isalnum() and after != "%" else []  # noqa: PLR2004


def _month_figure(stream: Stream, at: int) -> list[tuple[int, int]]:
    """The month of "شهر 3", with nothing behind it that is counted: "3 مرات"."""
    counted = stream.word(at + 1).isalpha() and stream.word(at + 1) != "من"
    return [] if counted else [(at + 1, int(stream.words[at]))]


def _tight_year(stream: Stream, at: int) -> list[tuple[int, int]]:
    """The last figures of "15-Feb-15"."""
    if len(stream.words[at]) != 2 or not stream.touches(at) or stream.word(at - 1) not in {"-", "/"}:  # noqa: PLR2004
        return []
    value = int(stream.words[at])
    return [(at + 1, 1900 + value if value >= 50 else 2000 + value)]  # noqa: PLR2004


def _bare_hour(
    numbers: NumberWords, tables: dict[str, Any]
) -> Callable[[Stream, int], list[tuple[int, int]]]:
    """An hour with nothing behind it that is counted: "at 8 on Monday", not "at 8 schools"."""
    tails = {fold_phrase(phrase)[0] for phrase in tables["words"].get("hour_tail", [])}

    def read(stream: Stream, at: int) -> list[tuple[int, int]]:
        word = stream.words[at]
        value = int(word) if word.isdecimal() else numbers.cardinal[word]
        after = stream.word(at + 1)
        if value > 24 or (after.isalpha() and after not in tails) or after in {"%", "-", ",", "."}:  # noqa: PLR2004, SIM102
            if after not in {",", "."} or stream.word(at + 2).isdecimal() or value > 24:  # noqa: PLR2004
                return []
        return [(at + 1, value)]

    return read


def _decade_figures(stream: Stream, at: int) -> list[tuple[int, int]]:
    """As in "1990s", "90s", "'90s"."""
    begin = at + 1 if stream.words[at] == "'" else at
    word, end = stream.word(begin), begin + 1
    if stream.word(end) == "'":
        end += 1
    if len(word) not in {2, 4} or not word.isdecimal() or word[-1] != "0":
        return []
    return [(end + 1, int(word))] if stream.word(end) == "s" and stream.touches(end) else []


def _day(numbers: NumberWords) -> Callable[[Stream, int], list[tuple[int, int]]]:
    def read(stream: Stream, at: int) -> list[tuple[int, int]]:
        found = numbers.order(stream, at)
        if not found and _may_be_day(stream.words[at]):
            return _day_digits(stream, at)
        return [(end, value) for end, value in found if value <= 99]  # noqa: PLR2004

    return read


def _year_words(numbers: NumberWords) -> Callable[[Stream, int], list[tuple[int, int]]]:
    """A year in words: "ألفين وثلاثة وعشرين", "nineteen eighty-four", "two thousand and one"."""

    def read(stream: Stream, at: int) -> list[tuple[int, int]]:
        if stream.words[at].isdecimal():
            return []
        found = []
        for end, value in numbers.count(stream, at):
            if 1000 <= value <= 2100 and (end > at + 1 or value == 2000):  # noqa: PLR2004
                found.append((end, value))
            elif (
                value in {19, 18, 17, 20} and end < len(stream.words) and numbers.may_count(stream.words[end])
            ):
                found += [
                    (stop, value * 100 + tail)
                    for stop, tail in numbers.count(stream, end)
                    if 10 <= tail < 100  # noqa: PLR2004
                ]
        return found

    return read
