"""Rules for more than one time: ranges, lists under one head, and what is open at one end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from extract.dates import calendars
from extract.dates.cues import NEEDY
from extract.dates.moments import stands, within
from extract.dates.rules import rule
from extract.dates.rules_days import NEVER
from extract.dates.times import Context, Size, Time, resolve
from extract.model import Calendar, Grain, Interval

_FINENESS = list(Grain)
_MONTH_KINDS = frozenset({"month", "weak_month"})
_AFTER_CUE = (NEEDY | {"hour"}) - {"after_amount"}


@dataclass(frozen=True, slots=True)
class Several:
    """Words that tell several times: each with the first and the last word of its own."""

    times: tuple[tuple[int, int, Time], ...]


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that look like a time and are none: a town, a party, a title."""


NO_DATE = NoDate()


def cued(time: Time) -> bool:
    """Whether a time is one after a word like "since", which lets a bare year be a year."""
    return stands(time) or (time.at is not None and time.kind in _AFTER_CUE)


@rule("span")
def whole(moment: Time) -> Time | None:
    """Alone, or where the words around will have to allow it."""
    return moment if stands(moment) or moment.kind in NEEDY or moment.kind == "never" else None


@rule("span")
def not_a_date(**_: object) -> NoDate:
    return NO_DATE


@rule("span")
def from_to(first: Time, last: Time) -> Time | None:
    return None if first.kind == "weak_day" and last.kind != "weak_day" else _range(first, last)


@rule("span")
def day_from_to(day: Time, first: Time, last: Time) -> Time | None:
    """ "tomorrow from 3 to 4 p.m."."""
    if day.size is not Size.DAY or not stands(day) or last.inside is None or first.inside is None:
        return None
    if not {first.kind, _core(first).kind} & {"clock", "hour"} or not {last.kind, _core(last).kind} & {"clock", "hour"}:
        return None
    return _range(first, replace(within(last, day), kind="clock"))


@rule("span")
def day_number_to(day: Time, number: int, last: Time) -> Time | None:
    first = last.alike(number) if last.alike else None
    return day_from_to(day, first, last) if first is not None else None  # type: ignore[no-any-return]


@rule("span")
def dash(first: Time, last: Time) -> Time | None:
    """ "2019-2021", "Monday-Friday": two of a kind."""
    if first.size != last.size or (first.kind != last.kind and "moment" not in {first.kind, last.kind}):
        return None
    return _range(first, last)


@rule("span")
def number_to(number: int, last: Time) -> Time | None:
    """ "7 to 9 October": the first is as the last, but for its number."""
    first = last.alike(number) if last.alike and _core(last).kind not in {"year", "bare_year"} else None
    return _range(first, last) if first is not None and cued(last) else None


@rule("span")
def ordinal_to(ordinal: int, last: Time) -> Time | None:
    return number_to(ordinal, last)


@rule("span")
def first_to_number(first: Time, number: int) -> Time | None:
    """ "October 7 to 9", "October 7-9, 2023"."""
    last = first.alike(number) if first.alike else None
    if last is None or first.kind in {"bare_year", "year", "month", "weak_month", "fraction", "century"}:
        return None
    return _range(first, last)


@rule("span")
def first_to_number_year(first: Time, number: int, year: int) -> Time | None:
    """ "October 7-9, 2023"."""
    from extract.dates.rules_days import day_month_year  # noqa: PLC0415

    if first.kind != "day_month" or not isinstance(first.number, tuple) or first.calendar is Calendar.HIJRI:
        return None
    month, day = first.number
    return _range(day_month_year(day, month, year), day_month_year(number, month, year))


@rule("span")
def short_years(year: int, number: int) -> Time | None:
    """ "2022/23", "1939-45"."""
    from extract.dates.rules_periods import year as full_year  # noqa: PLC0415

    last = year // 100 * 100 + number
    if not year < last < year + 60:  # noqa: PLR2004
        return None
    one, other = full_year(year), full_year(last)
    return _range(one, other) if one and other else None


def _range(first: Time, last: Time) -> Time | None:
    if NEVER in {first, last}:
        return NEVER
    if not (cued(first) and cued(last)) or abs(first.size - last.size) > 2:  # noqa: PLR2004
        return None

    def at(context: Context) -> Interval | None:
        one, other = _ends(first, last, context)
        if one is None or other is None or one.start is None:
            return None
        end = other.start if last.kind in {"clock", "hour"} or _tells_clock(last) else other.end
        if end is None or one.start >= end:
            return None
        finer = one if _FINENESS.index(one.grain) <= _FINENESS.index(other.grain) else other
        return replace(finer, start=one.start, end=end, zone=one.zone or other.zone)

    smaller = min(first.size, last.size)
    absolute = last.absolute if first.floating else first.absolute and (last.absolute or last.floating)
    return Time("range", Size(smaller), at, absolute=absolute, calendar=first.calendar)


def _tells_clock(time: Time) -> bool:
    return any(part.kind in {"clock", "hour"} for part in time.parts)


def _ends(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:
    """Each end chosen by the other where only one of them is sure."""
    if first.kind in {"clock", "hour"} and last.size <= Size.DAYPART:
        return _clock_ends(first, last, context)
    if first.kind == "day_month" == last.kind and context.today is not None and not context.ahead:
        return _nearest_pair(first, last, context)
    if first.floating and not last.floating:
        other = resolve(last, context)
        if other is None or other.start is None:
            return None, other
        return resolve(first, replace(context.at(other.start.date()), ahead=False)), other
    one = resolve(first, context)
    if one is None or one.start is None or not last.floating:
        return one, resolve(last, context)
    if last.size <= Size.DAYPART:
        day = Interval(one.start.replace(hour=0, minute=0), one.start.replace(hour=0, minute=0) + _DAY, Grain.DAY)
        return one, last.inside(day, context) if last.inside else None
    if one.calendar is Calendar.HIJRI or last.size != first.size:
        return one, resolve(last, replace(context.at(one.start.date()), ahead=True))
    return one, resolve(last, replace(context.at(one.start.date() + _DAY), ahead=True))


_DAY = timedelta(days=1)
_SOON = timedelta(days=45)  # what lies no farther ahead is announced, not remembered


def _nearest_pair(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:
    """Days of a month with no year, told as a range: the nearest, whether past or to come."""
    pairs = []
    for ahead in (False, True):
        one = resolve(first, replace(context, ahead=ahead))
        if one and one.start:
            other = resolve(last, replace(context.at(one.start.date()), ahead=True))
            pairs.append((one, other))
    today = context.today
    if len(pairs) == 2 and today and (coming := pairs[1][0].start) and coming - calendars.moment(today) <= _SOON:  # noqa: PLR2004
        return pairs[1]
    return pairs[0] if pairs else (None, None)


def _clock_ends(first: Time, last: Time, context: Context) -> tuple[Interval | None, Interval | None]:
    """ "from 8 to 10 p.m. on Monday": the day and the half of the day are told once, at the end."""
    other = resolve(last, context)
    if other is None or other.start is None or first.inside is None:
        return None, other
    midnight = other.start.replace(hour=0, minute=0)
    one = first.inside(Interval(midnight, midnight + _DAY, Grain.DAY), context)
    if one and one.start:
        late = one.start + timedelta(hours=12)
        if one.start >= other.start:
            return replace(one, start=one.start - _DAY), other
        if other.start.hour > 12 and late < other.start and first.number and first.number[0] <= 12:  # noqa: PLR2004
            return replace(one, start=late), other
    return one, other


@rule("span")
def short_years_cut(year: int, number: int) -> Time | None:
    """ "the 2009-10 season": years, though it looks like a month."""
    return short_years(year, number)  # type: ignore[no-any-return]


@rule("span")
def listed(first: Time, second: Time, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    """ "يومي الاثنين والثلاثاء": neighbours are one time, others are several."""
    if not (cued(first) and cued(second)):
        return None
    if neighbours(first, second):
        return _range(first, second)
    return Several(((*places["first"], first), (*places["second"], second)))


@rule("span")
def listed_last(first: Time, second: Time) -> Time | None:
    """ "السبت والأحد الماضيين": the word after the list is said of each."""
    return _marked_list(first, second, -1)


@rule("span")
def listed_next(first: Time, second: Time) -> Time | None:
    return _marked_list(first, second, 1)


def _marked_list(first: Time, second: Time, way: int) -> Time | None:
    one, other = _marked(first, way), _marked(second, way)
    if one is None or other is None or one.at is None or other.at is None:
        return None
    start, end = one.at, other.at

    def at(context: Context) -> Interval | None:
        begun, ended = start(context), end(context)
        if begun is None or ended is None or begun.start is None or ended.end is None:
            return None
        if begun.start >= ended.end:  # the neighbours lie on both sides of today
            floating = context.at(ended.start.date()) if ended.start else context
            begun = start(floating) if way < 0 else begun
            ended = end(context.at(begun.start.date())) if way > 0 and begun and begun.start else ended
        if begun is None or ended is None or begun.start is None or ended.end is None or begun.start >= ended.end:
            return None
        return replace(begun, end=ended.end)

    return Time("range", first.size, at)


def _marked(time: Time, way: int) -> Time | None:
    from extract.dates.rules_days import last_weekday, next_weekday  # noqa: PLC0415
    from extract.dates.rules_periods import last_month_named, next_month_named  # noqa: PLC0415

    if time.kind in {"weekday", "weak_weekday"}:
        return (last_weekday if way < 0 else next_weekday)(time.number)  # type: ignore[no-any-return]
    if time.kind in _MONTH_KINDS and time.calendar is Calendar.GREGORIAN:
        return (last_month_named if way < 0 else next_month_named)(time.number)  # type: ignore[no-any-return]
    return None


@rule("span")
def listed_three(first: Time, second: Time, third: Time, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    if not (cued(first) and cued(second) and cued(third)):
        return None
    if neighbours(first, second) and neighbours(second, third):
        return _range(first, third)
    return Several(tuple((*places[name], time) for name, time in (("first", first), ("second", second), ("third", third))))


@rule("span")
def two_neighbours(first: Time, second: Time) -> Time | None:
    """ "Monday and Tuesday" with no word before them that makes them one list."""
    kinds = {_core(first).kind, _core(second).kind}
    if kinds == {"relative_day"} and _core(second).number == _core(first).number - 1:
        return _range(second, first)
    if not neighbours(first, second) or not (len(kinds) == 1 or kinds <= _MONTH_KINDS):
        return None
    listed_as = _range(first, second)
    if listed_as is None or listed_as is NEVER or stands(first):
        return listed_as
    return replace(listed_as, kind="cued_years" if first.size is Size.YEAR else "cued_months")


@rule("span")
def number_list(
    number: int, last: Time, places: dict[str, tuple[int, int]], middle: int | None = None
) -> Time | Several | None:
    """ "7 و8 أكتوبر"."""
    first = last.alike(number) if last.alike else None
    if first is None or not cued(last) or last.size > Size.MONTH or first is NEVER:
        return None
    head = _core(last)
    numbers = [number, *([middle] if middle is not None else []), _day_number(head)]
    if all(b is not None and a is not None and b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False)):
        return _range(first, last)
    times = [(*places["number"], first)]
    if middle is not None and last.alike and (between := last.alike(middle)):
        times.append((*places["middle"], between))
    return Several((*times, (*places["last"], last)))


@rule("span")
def ordinal_list(ordinal: int, last: Time, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    return number_list(ordinal, last, {"number": places["ordinal"], "last": places["last"]})


@rule("span")
def day_list_year(month: int, number: int, year: int, middle: int, third: int | None = None) -> Time | None:
    """ "Oct. 7 and 8, 2023", "June 16, 17 and 18, 2024"."""
    from extract.dates.rules_days import day_month_year  # noqa: PLC0415

    numbers = [number, middle, *([third] if third is not None else [])]
    if any(after != before + 1 for before, after in zip(numbers, numbers[1:], strict=False)):
        return None
    return _range(day_month_year(number, month, year), day_month_year(numbers[-1], month, year))


@rule("span")
def day_list_three(month: int, number: int, middle: int, third: int) -> Time | None:
    from extract.dates.rules_days import day_month  # noqa: PLC0415

    if (middle, third) != (number + 1, number + 2):
        return None
    return _range(day_month(number, month), day_month(third, month))


@rule("span")
def day_list(first: Time, number: int, places: dict[str, tuple[int, int]]) -> Time | Several | None:
    """ "Oct. 7 and 8"."""
    second = first.alike(number) if first.alike and first.size == Size.DAY else None
    if second is None or not stands(first) or second is NEVER:
        return None
    if _day_number(_core(first)) == number - 1:
        return _range(first, second)
    return Several(((*places["first"], first), (*places["number"], second)))


def neighbours(first: Time, second: Time) -> bool:
    """Whether the second is the unit right after the first."""
    one, other = _number(first), _number(second)
    if one is None or other is None:
        return False
    if isinstance(_core(first).number, tuple) and isinstance(_core(second).number, tuple):
        return _days_touch(_core(first), _core(second))
    if _core(first).kind == "decade":
        return other == one + 10
    around = {"weekday": 7, "weak_weekday": 7, "month": 12, "weak_month": 12}.get(_core(first).kind)
    return other == one % around + 1 if around == 12 else (  # noqa: PLR2004
        other == (one + 1) % around if around else other == one + 1
    )


def _days_touch(first: Time, second: Time) -> bool:
    """Whether the second day of a month follows the first, over the end of a month too."""
    if {first.kind, second.kind} - {"day_month", "relative_date"}:
        return False
    one, other = calendars.valid(2001, *first.number), calendars.valid(2001, *second.number)
    return one is not None and other is not None and other - one == _DAY


def _core(time: Time) -> Time:
    return min(time.parts, key=lambda part: part.size) if time.parts else time


def _number(time: Time) -> int | None:
    number = _core(time).number
    return number if isinstance(number, int) else _day_number(_core(time))


def _day_number(time: Time) -> int | None:
    number: Any = time.number
    if isinstance(number, tuple):
        return int(number[1]) if isinstance(number[1], int) else None
    if hasattr(number, "day"):
        return int(number.day)
    return number if isinstance(number, int) else None


@rule("span")
def since(moment: Time) -> Time | None:
    return _open(moment, lambda told: replace(told, end=None), ahead=False)


@rule("span")
def since_daypart(daypart: str) -> Time | None:
    """ "منذ الصباح"."""
    from extract.dates.rules_clock import part_of_day  # noqa: PLC0415

    return _open(part_of_day(daypart, 0), lambda told: replace(told, end=None))


@rule("span")
def ago_cut(amount: tuple[float, Any]) -> Time | None:
    """ "قبل أربع سنوات" where the words after it only look as if it were reckoned from them."""
    from extract.dates.rules_relative import ago  # noqa: PLC0415

    return ago(amount)  # type: ignore[no-any-return]


@rule("span")
def ahead_cut(amount: tuple[float, Any]) -> Time | None:
    from extract.dates.rules_relative import ahead  # noqa: PLC0415

    return ahead(amount)  # type: ignore[no-any-return]


@rule("span")
def until(moment: Time) -> Time | None:
    """ "until Friday" looks ahead, whatever its clause does."""
    return _open(moment, lambda told: replace(told, start=None), ahead=True)


@rule("span")
def until_end(moment: Time) -> Time | None:
    """ "بنهاية 2016": by the end of it."""
    return until(moment) if _is_late(moment) else None  # type: ignore[no-any-return]


@rule("span")
def starting(moment: Time) -> Time | None:
    if moment.size > Size.YEAR:
        return None
    return _open(moment, lambda told: replace(told, end=None), ahead=True)


def _is_late(moment: Time) -> bool:
    return bool(moment.parts) and moment.parts[0].kind in {"part", "tight_part"} and moment.parts[0].number == "late"


@rule("span")
def before(moment: Time) -> Time | None:
    if _is_late(moment):
        return _open(moment, lambda told: replace(told, start=None))
    return _open(moment, lambda told: replace(told, start=None, end=told.start))


@rule("span")
def after(moment: Time) -> Time | None:
    if moment.kind == "clock" or _tells_clock(moment):
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
