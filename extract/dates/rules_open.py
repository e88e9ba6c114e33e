"""Rules for times that are open at one end: since, until, before, after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extract.dates.rules import rule
from extract.dates.rules_days import NEVER
from extract.dates.rules_ranges import tells_clock
from extract.dates.spans import cued
from extract.dates.times import Context, Size, Time, resolve

if TYPE_CHECKING:
    from extract.model import Interval


@rule("span")
def since(moment: Time) -> Time | None:
    return _open(moment, lambda told: replace(told, end=None), ahead=False)


@rule("span")
def since_daypart(daypart: str) -> Time | None:
    """As in "منذ الصباح"."""
    from extract.dates.rules_dayparts import part_of_day  # noqa: PLC0415

    return _open(part_of_day(daypart, 0), lambda told: replace(told, end=None))


@rule("span")
def ago_cut(amount: tuple[float, Any]) -> Time | None:
    """As in "قبل أربع سنوات" where the words after it only look as if it were reckoned from them."""
    from extract.dates.rules_away import ago  # noqa: PLC0415

    return ago(amount)


@rule("span")
def ahead_cut(amount: tuple[float, Any]) -> Time | None:
    from extract.dates.rules_away import ahead  # noqa: PLC0415

    return ahead(amount)


@rule("span")
def until(moment: Time) -> Time | None:
    """As in "until Friday", which looks ahead whatever its clause does; until 5 p.m. ends at five."""
    if moment.kind == "clock" or tells_clock(moment):
        return _open(moment, lambda told: replace(told, start=None, end=told.start), ahead=True)
    return _open(moment, lambda told: replace(told, start=None), ahead=True)


@rule("span")
def until_end(moment: Time) -> Time | None:
    """As in "بنهاية 2016": by the end of it."""
    return until(moment) if _is_late(moment) else None


@rule("span")
def starting_from(moment: Time) -> Time | None:
    """As in "from Monday": not "from August" nor "from a year ago", which compare."""
    if moment.kind in {"away", "month", "weak_month", "season", "weak_season", "decade", "story", "fraction"}:
        return None
    return starting(moment)


@rule("span")
def starting(moment: Time) -> Time | None:
    if moment.size > Size.YEAR:
        return None
    return _open(moment, lambda told: replace(told, end=None), ahead=True)


def _is_late(moment: Time) -> bool:
    if moment.kind == "year_end":
        return True
    return (
        bool(moment.parts)
        and moment.parts[0].kind in {"part", "tight_part"}
        and moment.parts[0].number == "late"
    )


@rule("span")
def before(moment: Time) -> Time | None:
    if _is_late(moment):
        return _open(moment, lambda told: replace(told, start=None))
    return _open(moment, lambda told: replace(told, start=None, end=told.start))


@rule("span")
def after(moment: Time) -> Time | None:
    if moment.kind == "clock" or tells_clock(moment):
        return _open(moment, lambda told: replace(told, end=None))
    return _open(moment, lambda told: replace(told, start=told.end, end=None))


def _open(moment: Time, cut: Any, *, ahead: bool | None = None) -> Time | None:
    if moment is NEVER:
        return NEVER
    if not cued(moment):
        return None

    def at(context: Context) -> Interval | None:
        told = resolve(moment, context if ahead is None else replace(context, ahead=ahead))
        opened: Interval | None = cut(told) if told else None
        return opened if opened and (opened.start or opened.end) else None

    return Time("open", moment.size, at, absolute=moment.absolute, calendar=moment.calendar)
