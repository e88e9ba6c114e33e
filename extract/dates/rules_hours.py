"""Rules for hours that something beside them must make hours: "الثالثة والنصف" before "عصرا", "three fifteen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.dates.rules import rule
from extract.dates.rules_clock import DAY_HOURS, HOUR_MINUTES, clock_at, hour_am, hour_pm, needing
from extract.model import Grain

if TYPE_CHECKING:
    from extract.dates.times import Time

_ROUND = frozenset({5, 10, 15, 20, 25})


@rule("piece")
def hour_alone(hour: int) -> Time | None:
    """An hour that only a part of the day beside it makes one: "الثالثة عصرا"."""
    return needing(clock_at(hour, 0, Grain.HOUR))


@rule("piece")
def half_less(hour: int, number: int) -> Time | None:
    """As in "الثالثة والنصف إلا خمس دقائق"."""
    return needing(clock_at(hour, 30 - number, Grain.MINUTE)) if 0 < number < 30 else None  # noqa: PLR2004


@rule("piece")
def half_more(hour: int, number: int) -> Time | None:
    return needing(clock_at(hour, 30 + number, Grain.MINUTE)) if 0 < number < 30 else None  # noqa: PLR2004


@rule("piece")
def past_midnight(number: int) -> Time | None:
    return clock_at(DAY_HOURS, number, Grain.MINUTE, sure=True)


@rule("piece")
def hour_am_alone(hour: int) -> Time | None:
    """As in "3 ص", whose letter is also another sign."""
    return needing(hour_am(hour))


@rule("piece")
def hour_pm_alone(hour: int) -> Time | None:
    return needing(hour_pm(hour))


@rule("piece")
def few_past(hour: int, number: int) -> Time | None:
    """As in "twenty past three", with no word that says minutes: in round fives only, beside a part of the day."""
    return needing(clock_at(hour, number, Grain.MINUTE)) if number in _ROUND else None


@rule("piece")
def few_to(hour: int, number: int) -> Time | None:
    """As in "ten to three"; "10 to 11" is a range."""
    if number not in _ROUND or number < hour:
        return None
    return needing(clock_at((hour - 1) % DAY_HOURS, HOUR_MINUTES - number, Grain.MINUTE))


@rule("piece")
def word_clock(hour: int, number: int) -> Time | None:
    """As in "three fifteen"."""
    return needing(clock_at(hour, number, Grain.MINUTE)) if 10 <= number < HOUR_MINUTES else None  # noqa: PLR2004


@rule("piece")
def half_alone(hour: int) -> Time | None:
    return needing(clock_at(hour, 30, Grain.MINUTE))


@rule("piece")
def quarter_alone(hour: int) -> Time | None:
    return needing(clock_at(hour, 15, Grain.MINUTE))


@rule("piece")
def third_alone(hour: int) -> Time | None:
    return needing(clock_at(hour, 20, Grain.MINUTE))


@rule("piece")
def minutes_alone(hour: int, number: int) -> Time | None:
    return needing(clock_at(hour, number, Grain.MINUTE))


@rule("piece")
def quarter_to_alone(hour: int) -> Time | None:
    return needing(clock_at((hour - 1) % DAY_HOURS, 45, Grain.MINUTE))


@rule("piece")
def third_to_alone(hour: int) -> Time | None:
    return needing(clock_at((hour - 1) % DAY_HOURS, 40, Grain.MINUTE))


@rule("piece")
def minutes_to_alone(hour: int, number: int) -> Time | None:
    return needing(clock_at((hour - 1) % DAY_HOURS, HOUR_MINUTES - number, Grain.MINUTE))
