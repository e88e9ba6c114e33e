"""Joins times that stand side by side into one: "8 p.m." + "Monday" + "16 October" + "2023"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.agreement import agreed
from extract.dates.times import Context, Size, Time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Interval

# What a time of each kind may lie inside of, by the size of the larger.
_INTO: dict[str, frozenset[Size]] = {
    "hour": frozenset({Size.DAYPART, Size.DAY}),
    "clock": frozenset({Size.DAYPART, Size.DAY}),
    "daypart": frozenset({Size.DAY}),
    "overnight": frozenset({Size.DAY}),
    "def_daypart": frozenset({Size.DAY}),
    "midnight": frozenset({Size.DAY}),
    "weekday": frozenset({Size.WEEK}),
    "weak_weekday": frozenset({Size.WEEK}),
    "tight_part": frozenset(
        {Size.DAY, Size.WEEK, Size.FRACTION, Size.MONTH, Size.SEASON, Size.YEAR, Size.DECADE, Size.CENTURY}
    ),
    "day_of_month": frozenset({Size.MONTH}),
    "weak_day": frozenset({Size.MONTH}),
    "day_month": frozenset({Size.YEAR}),
    "month": frozenset({Size.YEAR}),
    "weak_month": frozenset({Size.YEAR}),
    "season": frozenset({Size.YEAR}),
    "weak_season": frozenset({Size.YEAR}),
    "fraction": frozenset({Size.YEAR, Size.MONTH, Size.DECADE, Size.CENTURY}),
    "holiday": frozenset({Size.YEAR}),
    "year_end": frozenset({Size.YEAR}),
    "decade": frozenset({Size.CENTURY}),
    "part": frozenset(
        {Size.DAY, Size.WEEK, Size.FRACTION, Size.MONTH, Size.SEASON, Size.YEAR, Size.DECADE, Size.CENTURY}
    ),
    "nth": frozenset(
        {Size.WEEK, Size.FRACTION, Size.MONTH, Size.SEASON, Size.YEAR, Size.DECADE, Size.CENTURY}
    ),
}
# Times that only mean one beside another, or after a word that says so.
_DEPENDENT = frozenset(
    {
        "hour",
        "daypart",
        "def_daypart",
        "bare_year",
        "weak_month",
        "weak_season",
        "weak_weekday",
        "part",
        "tight_part",
        "nth",
        "zone",
        "never",
        "figures",
        "compact",
        "bare_unit",
        "weak_day",
        "cued_years",
        "cued_months",
        "after_amount",
    }
)
_SOON = timedelta(days=45)


def stands(time: Time) -> bool:
    """Whether the words mean a time with nothing beside them that says so."""
    return time.at is not None and time.kind not in _DEPENDENT


def fits(parts: Sequence[Time], new: Time, side: str, *, tight: bool = True) -> bool:  # noqa: C901, PLR0911
    """Whether `new` may follow `parts`; `side` is how the words between join: larger, smaller or same."""
    last = parts[-1]
    if any(part.kind in {"never", "year_before_christ", "after_amount"} for part in (*parts, new)):
        return False
    if (last.kind == "tight_part" and not tight) or (
        last.kind == "def_daypart" and (tight or new.kind in {"clock", "hour"})
    ):
        return False
    if (
        new.kind == "daypart"
        and last.kind in {"clock", "hour", "weekday"}
        and side != "same"
        and len(parts) > 1
    ):
        return all(part.size is not Size.DAYPART for part in parts) and any(
            part.kind in {"clock", "hour"} for part in parts
        )
    if new.kind == "daypart" and last.kind in {"clock", "hour"} and side == "larger":
        return not any(part.size is Size.DAYPART for part in parts)
    if new.kind == "zone":
        return any(part.kind in {"clock", "hour"} for part in parts) and parts[-1].kind != "zone"
    if new.kind == "bare_unit" and last.kind not in {"part", "tight_part", "nth", "fraction"}:
        return False
    smallest, largest = min(_size(p) for p in parts), max(_size(p) for p in parts)
    if side == "larger" and _size(new) > largest:
        tops = [part for part in parts if _size(part) == largest and part.kind != "zone"]
        return all(part.floating for part in tops) and _into(parts, new)
    if side == "same" and (_size(new) == largest or _size(new) == _size(last)):
        return _agree(parts, new)
    if side == "owner":
        return last.at is not None and last.size in _INTO.get(new.kind, frozenset())
    if side == "smaller" and _size(new) < smallest:
        return _smaller(parts, new, tight=tight)
    return False


def _size(time: Time) -> Size:
    return Size.CLOCK if time.kind == "zone" else time.size


def _into(parts: Sequence[Time], new: Time) -> bool:
    largest = max(_size(p) for p in parts)
    for part in parts:
        if _size(part) != largest or part.kind == "zone":
            continue
        if new.size not in _INTO.get(part.kind, frozenset()):
            return False
        if part.kind == "nth" and part.size >= new.size:
            return False
    if new.kind == "daypart":
        return all(part.kind in {"clock", "hour", "zone"} for part in parts)
    return not (new.kind == "relative_unit" and new.size == Size.DAY)


def _agree(parts: Sequence[Time], new: Time) -> bool:
    """Two names of one day (a weekday and a date, two calendars), of one month or one year."""
    rivals = [part for part in parts if part.size == new.size]
    if any(part.kind == new.kind and part.calendar == new.calendar for part in rivals):
        return False
    if any(part.calendar != new.calendar and part.kind not in _NAMED_DAYS for part in rivals) and (
        new.kind not in _NAMED_DAYS
    ):
        return new.kind in _DATES or (
            new.kind == "year" and any(p.kind in {"year", "bare_year"} for p in rivals)
        )
    if new.size != Size.DAY:
        return False
    kinds = {part.kind for part in rivals} | {new.kind}
    if "weak_weekday" in kinds and not kinds & _DATES:
        return False
    return (
        len(rivals) <= 2  # noqa: PLR2004
        and ("weekday" in kinds or "weak_weekday" in kinds or "relative_day" in kinds)
        and kinds
        <= {"weekday", "weak_weekday", "relative_day", *_DATES, "holiday", "day_of_month", "weak_day"}
    )


_NAMED_DAYS = frozenset({"weekday", "weak_weekday", "relative_day"})
_DATES = frozenset(
    {"date", "figures", "holiday", "day_month", "relative_date", "month_year", "month", "moment"}
)


def _smaller(parts: Sequence[Time], new: Time, *, tight: bool) -> bool:
    if any(part.kind in {"part", "tight_part", "nth", "stretch"} for part in parts):
        return False
    largest = max(_size(p) for p in parts)
    if new.kind in {"daypart", "def_daypart", "clock", "hour", "midnight"}:
        return min(_size(p) for p in parts) == Size.DAY or (
            Size.DAYPART in {p.size for p in parts} and new.kind in {"clock", "hour"}
        )
    if new.kind in {"month", "weak_month", "weak_season"}:
        return not tight and parts[-1].kind == "relative_unit" and parts[-1].size == Size.YEAR
    if new.kind in {"weekday", "weak_weekday"}:
        return largest == Size.WEEK and parts[-1].kind == "relative_unit"
    return False


def join(parts: Sequence[Time]) -> Time:
    """One time of times that fit each other."""
    if len(parts) == 1:
        return parts[0]
    zones = [part.number for part in parts if part.kind == "zone"]
    ranked = sorted((part for part in parts if part.kind != "zone"), key=lambda part: part.size)
    levels: list[Time] = []
    for part in ranked:
        if levels and levels[-1].size == part.size and part.kind not in {"part", "tight_part"}:
            levels[-1] = agreed(levels[-1], part)
        else:
            levels.append(part)
    whole = levels[-1]
    for smaller in reversed(levels[:-1]):
        whole = within(smaller, whole)
    if zones:
        whole = _in_zone(whole, zones[0])
    first = parts[0]
    alike = None
    if first.alike is not None:
        alike = lambda other: _alike(parts, other)  # noqa: E731
    kind = "moment" if len(ranked) > 1 else ranked[0].kind
    if kind == "hour" and zones:
        kind = "clock"
    number = ranked[0].number if len(ranked) == 1 or ranked[0].size == Size.MONTH else None
    return replace(whole, kind=kind, alike=alike, parts=tuple(parts), number=number)


def _alike(parts: Sequence[Time], other: int) -> Time | None:
    make = parts[0].alike
    changed = make(other) if make else None
    return join([changed, *parts[1:]]) if changed else None


def within(smaller: Time, larger: Time) -> Time:
    place = smaller.inside

    def at(context: Context) -> Interval | None:
        held = larger.at(context) if larger.at else None
        if larger.kind == "day_month" and smaller.size <= Size.DAYPART and not context.ahead:
            held = nearer(held, larger, context)
        return place(held, context) if held and place else None

    def inside(around: Interval, context: Context) -> Interval | None:
        held = larger.inside(around, context) if larger.inside else None
        return place(held, context) if held and place else None

    return replace(
        smaller,
        at=at if larger.at else None,
        inside=inside if larger.inside else None,
        absolute=larger.absolute,
        size=larger.size if smaller.kind in {"part", "tight_part"} else smaller.size,
        calendar=larger.calendar,
    )


def nearer(held: Interval | None, larger: Time, context: Context) -> Interval | None:
    """A day told with its hour is a near one: "May 17 at 4 p.m.", three days before."""
    coming = larger.at(replace(context, ahead=True)) if larger.at else None
    if held is None or coming is None or context.today is None or held.start is None or coming.start is None:
        return held
    today = calendars.moment(context.today)
    return coming if coming.start - today < min(today - held.start, _SOON) else held


def _in_zone(time: Time, zone: str) -> Time:
    inner = time.at

    def at(context: Context) -> Interval | None:
        found = inner(context) if inner else None
        return replace(found, zone=zone) if found and zone != "local" else found

    return replace(time, at=at)
