"""Rules for amounts of time: two weeks, half an hour, a year and a half."""

from __future__ import annotations

from typing import Any

from extract.dates.rules import rule
from extract.model import Grain


@rule("amount")
def amount(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if number else None


@rule("unit_count")
def unit_count(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    """As in "الأيام الثلاثة": the count after what is counted."""
    return (number, unit) if number else None


@rule("amount")
def one(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1, unit


@rule("amount")
def two(unit: Grain | str) -> tuple[float, Grain | str]:
    return 2, unit


@rule("amount")
def two_of(unit: Grain | str) -> tuple[float, Grain | str]:
    """As in "a couple of weeks"."""
    return 2, unit


@rule("amount")
def hours_and_minutes(hours: tuple[float, Grain | str], minutes: tuple[float, Grain | str]) -> Any:
    """As in "an hour and 30 minutes"."""
    if hours[1] != Grain.HOUR or minutes[1] != Grain.MINUTE:
        return None
    return hours[0] + minutes[0] / 60, Grain.HOUR


@rule("amount")
def quarter_less(hours: tuple[float, Grain | str]) -> tuple[float, Grain | str]:
    """As in "ساعة إلا ربعا"."""
    return hours[0] - 0.25, Grain.HOUR


@rule("hours_part")
def some_hours(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if unit == Grain.HOUR else None


@rule("hours_part")
def an_hour(unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (1, unit) if unit == Grain.HOUR else None


@rule("minutes_part")
def some_minutes(number: int, unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (number, unit) if unit == Grain.MINUTE else None


@rule("hours_part")
def hours_two(unit: Grain | str) -> tuple[float, Grain | str] | None:
    return (2, unit) if unit == Grain.HOUR else None


@rule("amount")
def seconds(number: int) -> tuple[float, Grain | str]:
    """As in "30 seconds": told to the minute."""
    return number / 60, Grain.MINUTE


@rule("amount")
def third_hour() -> tuple[float, Grain | str]:
    return 20, Grain.MINUTE


@rule("amount")
def three_quarters_hour() -> tuple[float, Grain | str]:
    return 45, Grain.MINUTE


@rule("unit_amount")
def unit_amount(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1, unit


@rule("amount")
def quarter_hour() -> tuple[float, Grain | str]:
    return 15, Grain.MINUTE


@rule("amount")
def half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 0.5, unit


@rule("amount")
def one_and_half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 1.5, unit


@rule("amount")
def two_and_half(unit: Grain | str) -> tuple[float, Grain | str]:
    return 2.5, unit


@rule("amount")
def and_half(number: int, unit: Grain | str) -> tuple[float, Grain | str]:
    return number + 0.5, unit
