"""Rules for times of day: the clock, the parts of a day, and the zones they are told in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.rules_dayparts import part_inside, part_of_day
from extract.dates.times import Context, Size, Time
from extract.model import Grain, Interval

NOON, DAY_HOURS, HOUR_MINUTES = 12, 24, 60


@rule("piece")
def hour_tonight(hour: int) -> Time | None:
    told = hour_pm(hour)
    return told if isinstance(told, Time) else None


@rule("piece")
def clock(clock: tuple[int, int]) -> Time | None:
    return clock_at(*clock, Grain.MINUTE)


@rule("piece")
def clock_am(clock: tuple[int, int]) -> Time | None:
    hour, minute = clock
    return clock_at(hour % NOON, minute, Grain.MINUTE, sure=True) if 0 < hour <= NOON else None


@rule("piece")
def clock_pm(clock: tuple[int, int]) -> Time | None:
    hour, minute = clock
    if hour > NOON:
        return clock_at(hour, minute, Grain.MINUTE, sure=True)
    return clock_at(hour % NOON + NOON, minute, Grain.MINUTE, sure=True) if hour else None


@rule("piece")
def hour(hour: int) -> Time | None:
    """As in "الساعة الثامنة", "8 o'clock"."""
    return clock_at(hour, 0, Grain.HOUR)


@rule("piece")
def hour_am(hour: int) -> Time | None:
    return clock_at(hour % NOON, 0, Grain.HOUR, sure=True) if 0 < hour <= NOON else None


@rule("piece")
def hour_pm(hour: int) -> Time | None:
    return clock_at(hour % NOON + NOON, 0, Grain.HOUR, sure=True) if 0 < hour <= NOON else None


@rule("piece")
def hour_in_part(hour: int, daypart: str) -> Time | None:
    """As in "eight in the evening"."""
    return _in_part(clock_at(hour, 0, Grain.HOUR), daypart)


@rule("piece")
def clock_in_part(clock: tuple[int, int], daypart: str) -> Time | None:
    """As in "6.15 in the evening", where the part of the day makes it a time."""
    return _in_part(clock_at(*clock, Grain.MINUTE), daypart)


@rule("piece")
def half_in_part(hour: int, daypart: str) -> Time | None:
    """As in "half three in the afternoon"."""
    return _in_part(clock_at(hour, 30, Grain.MINUTE), daypart)


def _in_part(told: Time | None, daypart: str) -> Time | None:
    from extract.dates.moments import join  # noqa: PLC0415

    part = Time("daypart", Size.DAYPART, part_of_day(daypart, 0).at, part_inside(daypart), number=daypart)
    return replace(join([told, part]), kind="clock") if told else None


@rule("piece")
def military(figure: int) -> Time | None:
    """As in "0830 GMT": hours and minutes in one number, with what makes it a time of day."""
    from extract.dates.moments import join  # noqa: PLC0415

    told = (
        clock_at(figure // 100, figure % 100, Grain.MINUTE)
        if figure >= 100  # noqa: PLR2004
        else clock_at(figure, 0, Grain.HOUR)
    )
    return join([told, Time("zone", Size.CLOCK, None, number="UTC")]) if told else None


@rule("piece")
def hour_half(hour: int) -> Time | None:
    return clock_at(hour, 30, Grain.MINUTE)


@rule("piece")
def hour_quarter(hour: int) -> Time | None:
    return clock_at(hour, 15, Grain.MINUTE)


@rule("piece")
def hour_third(hour: int) -> Time | None:
    return clock_at(hour, 20, Grain.MINUTE)


@rule("piece")
def hour_minutes(hour: int, number: int) -> Time | None:
    return clock_at(hour, number, Grain.MINUTE)


@rule("piece")
def quarter_to(hour: int) -> Time | None:
    return clock_at((hour - 1) % DAY_HOURS, 45, Grain.MINUTE)


@rule("piece")
def third_to(hour: int) -> Time | None:
    return clock_at((hour - 1) % DAY_HOURS, 40, Grain.MINUTE)


@rule("piece")
def minutes_to(hour: int, number: int) -> Time | None:
    return clock_at((hour - 1) % DAY_HOURS, HOUR_MINUTES - number, Grain.MINUTE)


@rule("piece")
def minutes_past(hour: int, number: int) -> Time | None:
    return clock_at(hour, number, Grain.MINUTE)


@rule("piece")
def noon() -> Time | None:
    return clock_at(NOON, 0, Grain.HOUR, sure=True)


@rule("piece")
def compact_pm(figure: int) -> Time | None:
    """As in "330pm"."""
    return clock_pm((figure // 100, figure % 100)) if figure > 99 else None  # noqa: PLR2004


@rule("piece")
def compact_am(figure: int) -> Time | None:
    return clock_am((figure // 100, figure % 100)) if figure > 99 else None  # noqa: PLR2004


@rule("piece")
def compact_hours(figure: int) -> Time | None:
    """As in "1500 hours"."""
    return needing(clock_at(figure // 100, figure % 100, Grain.MINUTE if figure % 100 else Grain.HOUR))


@rule("piece")
def hour_last_part(hour: int, daypart: str) -> Time | None:
    """As in "8 last night"."""
    told, part = clock_at(hour, 0, Grain.HOUR), part_of_day(daypart, -1)

    def at(context: Context) -> Interval | None:
        around = part.at(context) if part.at else None
        return told.inside(around, context) if told and told.inside and around else None

    return replace(told, at=at, inside=None) if told else None


@rule("piece")
def hour_of_day(hour: int, relative_day: int, daypart: str) -> Time | None:
    """As in "5 tomorrow afternoon"."""
    from extract.dates.moments import join  # noqa: PLC0415
    from extract.dates.rules_days import relative_day as day  # noqa: PLC0415

    told = clock_at(hour, 0, Grain.HOUR)
    part = Time("daypart", Size.DAYPART, None, part_inside(daypart), number=daypart)
    return replace(join([told, part, day(relative_day)]), kind="clock") if told else None


@rule("piece")
def zone(zone: str) -> Time:
    return Time("zone", Size.CLOCK, None, number=zone)


@rule("piece")
def zone_offset(zone: str, sign: str, number: int) -> Time | None:
    """As in "GMT+3"."""
    if zone != "UTC" or number > 14:  # noqa: PLR2004
        return None
    return Time("zone", Size.CLOCK, None, number=f"{sign}{number:02d}:00")


def needing(time: Time | None) -> Time | None:
    return replace(time, kind="hour") if time else None


def clock_at(hour: int, minute: int, grain: Grain, *, sure: bool = False) -> Time | None:
    if not (0 <= hour <= DAY_HOURS and 0 <= minute < HOUR_MINUTES):
        return None
    length = timedelta(hours=1) if grain is Grain.HOUR else timedelta(minutes=1)

    def start_in(start: datetime, end: datetime) -> datetime:
        first = calendars.moment(start.date(), hour, minute)
        whole_day = end - start >= timedelta(days=1)
        if sure or hour > NOON or whole_day:
            return (
                first + timedelta(days=1) if not whole_day and first + timedelta(hours=12) < start else first
            )
        options = [first + timedelta(hours=add) for add in (0, 12, 24, 36)]
        if hour == NOON:
            options.append(first - timedelta(hours=12))
        fitting = [option for option in options if start <= option < end]
        # "one in the afternoon" and "five in the morning" lie at the edges: the half of the day decides.
        late = start.hour >= NOON - 1
        return fitting[0] if fitting else first + timedelta(hours=12 if late and hour < NOON else 0)

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None or larger.end - larger.start > timedelta(days=1):
            return None
        start = start_in(larger.start, larger.end)
        return Interval(start, start + length, grain)

    def at(context: Context) -> Interval | None:
        return inside(calendars.day(context.today), context) if context.today else None

    def alike(other: int) -> Time | None:
        return clock_at(other + (NOON if sure and hour > NOON > other else 0), 0, Grain.HOUR, sure=sure)

    return Time("clock", Size.CLOCK, at, inside, alike, number=(hour, minute, sure))
