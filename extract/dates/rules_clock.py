"""Rules for times of day: the clock, the parts of a day, and the zones they are told in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from extract.dates import calendars
from extract.dates.rules import rule
from extract.dates.times import Context, Size, Time
from extract.model import Grain, Interval

# Hours of each part of a day; from 24 on they are of the next day.
DAYPARTS = {
    "dawn": (3, 6),
    "morning": (6, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "late_afternoon": (15, 18),
    "evening": (18, 24),
    "night": (20, 28),
    "midnight": (24, 25),
    "am": (0, 12),
    "pm": (12, 24),
}
_ROUND = frozenset({5, 10, 15, 20, 25})
_NOON, _DAY_HOURS, _HOUR_MINUTES = 12, 24, 60


@rule("piece")
def daypart(daypart: str) -> Time:
    """A part of the day that stands beside it: "Monday evening"."""
    today = part_of_day(daypart, 0)
    return Time("daypart", Size.DAYPART, today.at, _part_inside(daypart), number=daypart)


@rule("piece")
def this_daypart(daypart: str) -> Time:
    return part_of_day(daypart, 0)


@rule("piece")
def last_daypart(daypart: str) -> Time:
    """ "last night" is the night that began yesterday."""
    return part_of_day(daypart, -1)


@rule("piece")
def next_daypart(daypart: str) -> Time:
    return part_of_day(daypart, 1)


@rule("piece")
def overnight() -> Time:
    """Alone it is last night; beside a day it is the night of that day."""
    return replace(part_of_day("night", -1), kind="overnight", inside=_part_inside("night"))


@rule("piece")
def tonight() -> Time:
    return part_of_day("night", 0)


def part_of_day(part: str, shift: int) -> Time:
    def at(context: Context) -> Interval | None:
        return part_at(context.today + timedelta(days=shift), part) if context.today else None

    return Time("this_daypart", Size.DAYPART, at, number=part)


def _part_inside(part: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None or larger.end - larger.start > timedelta(days=1):
            return None
        return part_at(larger.start.date(), part)

    return inside


def part_at(day: date, part: str) -> Interval:
    begin, end = DAYPARTS[part]
    return Interval(calendars.moment(day, begin), calendars.moment(day, end), Grain.HOUR)


@rule("piece")
def midnight_tonight() -> Time:
    return part_of_day("midnight", 0)


@rule("piece")
def hour_tonight(hour: int) -> Time | None:
    told = hour_pm(hour)
    return told if isinstance(told, Time) else None


@rule("piece")
def midnight_between(first: int, second: int) -> Time | None:
    """ "منتصف ليل السبت الأحد"."""
    between = night_between(first, second)
    if not isinstance(between, Time) or between.at is None:
        return None
    night = between.at

    def at(context: Context) -> Interval | None:
        told = night(context)
        return part_at(told.start.date(), "midnight") if told and told.start else None

    return Time("night", Size.DAYPART, at)


@rule("piece")
def night_between(first: int, second: int) -> Time | None:
    """ "ليل الاثنين الثلاثاء": the night that begins on the first day."""
    from extract.dates.rules_days import weekday  # noqa: PLC0415

    if (first + 1) % 7 != second:
        return None
    evening: Time = weekday(first)

    def at(context: Context) -> Interval | None:
        day = evening.at(context) if evening.at else None
        return part_at(day.start.date(), "night") if day and day.start else None

    return Time("night", Size.DAYPART, at)


@rule("piece")
def clock(clock: tuple[int, int]) -> Time | None:
    return _clock(*clock, Grain.MINUTE)


@rule("piece")
def clock_am(clock: tuple[int, int]) -> Time | None:
    hour, minute = clock
    return _clock(hour % _NOON, minute, Grain.MINUTE, sure=True) if 0 < hour <= _NOON else None


@rule("piece")
def clock_pm(clock: tuple[int, int]) -> Time | None:
    hour, minute = clock
    if hour > _NOON:
        return _clock(hour, minute, Grain.MINUTE, sure=True)
    return _clock(hour % _NOON + _NOON, minute, Grain.MINUTE, sure=True) if hour else None


@rule("piece")
def hour(hour: int) -> Time | None:
    """ "الساعة الثامنة", "8 o'clock"."""
    return _clock(hour, 0, Grain.HOUR)


@rule("piece")
def hour_alone(hour: int) -> Time | None:
    """An hour that only a part of the day beside it makes one: "الثالثة عصرا"."""
    return _needing(_clock(hour, 0, Grain.HOUR))


@rule("piece")
def hour_am(hour: int) -> Time | None:
    return _clock(hour % _NOON, 0, Grain.HOUR, sure=True) if 0 < hour <= _NOON else None


@rule("piece")
def hour_pm(hour: int) -> Time | None:
    return _clock(hour % _NOON + _NOON, 0, Grain.HOUR, sure=True) if 0 < hour <= _NOON else None


@rule("piece")
def hour_in_part(hour: int, daypart: str) -> Time | None:
    """ "eight in the evening"."""
    from extract.dates.moments import join  # noqa: PLC0415

    told = _clock(hour, 0, Grain.HOUR)
    part = Time("daypart", Size.DAYPART, part_of_day(daypart, 0).at, _part_inside(daypart), number=daypart)
    return replace(join([told, part]), kind="clock") if told else None


@rule("piece")
def military(figure: int) -> Time | None:
    """ "0830 GMT": hours and minutes in one number, with what makes it a time of day."""
    from extract.dates.moments import join  # noqa: PLC0415

    told = _clock(figure // 100, figure % 100, Grain.MINUTE) if figure >= 100 else _clock(figure, 0, Grain.HOUR)  # noqa: PLR2004
    return join([told, Time("zone", Size.CLOCK, None, number="UTC")]) if told else None


@rule("piece")
def hour_half(hour: int) -> Time | None:
    return _clock(hour, 30, Grain.MINUTE)


@rule("piece")
def hour_quarter(hour: int) -> Time | None:
    return _clock(hour, 15, Grain.MINUTE)


@rule("piece")
def hour_third(hour: int) -> Time | None:
    return _clock(hour, 20, Grain.MINUTE)


@rule("piece")
def hour_minutes(hour: int, number: int) -> Time | None:
    return _clock(hour, number, Grain.MINUTE)


@rule("piece")
def quarter_to(hour: int) -> Time | None:
    return _clock((hour - 1) % _DAY_HOURS, 45, Grain.MINUTE)


@rule("piece")
def third_to(hour: int) -> Time | None:
    return _clock((hour - 1) % _DAY_HOURS, 40, Grain.MINUTE)


@rule("piece")
def minutes_to(hour: int, number: int) -> Time | None:
    return _clock((hour - 1) % _DAY_HOURS, _HOUR_MINUTES - number, Grain.MINUTE)


@rule("piece")
def minutes_past(hour: int, number: int) -> Time | None:
    return _clock(hour, number, Grain.MINUTE)


@rule("piece")
def few_past(hour: int, number: int) -> Time | None:
    """ "twenty past three", with no word that says minutes: in round fives only, beside a part of the day."""
    return _needing(_clock(hour, number, Grain.MINUTE)) if number in _ROUND else None


@rule("piece")
def few_to(hour: int, number: int) -> Time | None:
    return _needing(_clock((hour - 1) % _DAY_HOURS, _HOUR_MINUTES - number, Grain.MINUTE)) if number in _ROUND else None


@rule("piece")
def word_clock(hour: int, number: int) -> Time | None:
    """ "three fifteen"."""
    return _needing(_clock(hour, number, Grain.MINUTE)) if 10 <= number < _HOUR_MINUTES else None  # noqa: PLR2004


@rule("piece")
def noon() -> Time | None:
    return _clock(_NOON, 0, Grain.HOUR, sure=True)


@rule("piece")
def midnight() -> Time:
    """The hour that begins where the day ends."""
    return Time("midnight", Size.DAYPART, part_of_day("midnight", 0).at, _part_inside("midnight"))


@rule("piece")
def compact_pm(figure: int) -> Time | None:
    """ "330pm"."""
    return clock_pm((figure // 100, figure % 100)) if figure > 99 else None  # type: ignore[no-any-return]  # noqa: PLR2004


@rule("piece")
def compact_am(figure: int) -> Time | None:
    return clock_am((figure // 100, figure % 100)) if figure > 99 else None  # type: ignore[no-any-return]  # noqa: PLR2004


@rule("piece")
def compact_hours(figure: int) -> Time | None:
    """ "1500 hours"."""
    return _clock(figure // 100, figure % 100, Grain.MINUTE if figure % 100 else Grain.HOUR)


@rule("piece")
def hour_of_day(hour: int, relative_day: int, daypart: str) -> Time | None:
    """ "5 tomorrow afternoon"."""
    from extract.dates.moments import join  # noqa: PLC0415
    from extract.dates.rules_days import relative_day as day  # noqa: PLC0415

    told = _clock(hour, 0, Grain.HOUR)
    part = Time("daypart", Size.DAYPART, None, _part_inside(daypart), number=daypart)
    return replace(join([told, part, day(relative_day)]), kind="clock") if told else None


@rule("piece")
def half_alone(hour: int) -> Time | None:
    return _needing(_clock(hour, 30, Grain.MINUTE))


@rule("piece")
def quarter_alone(hour: int) -> Time | None:
    return _needing(_clock(hour, 15, Grain.MINUTE))


@rule("piece")
def third_alone(hour: int) -> Time | None:
    return _needing(_clock(hour, 20, Grain.MINUTE))


@rule("piece")
def minutes_alone(hour: int, number: int) -> Time | None:
    return _needing(_clock(hour, number, Grain.MINUTE))


@rule("piece")
def quarter_to_alone(hour: int) -> Time | None:
    return _needing(_clock((hour - 1) % _DAY_HOURS, 45, Grain.MINUTE))


@rule("piece")
def third_to_alone(hour: int) -> Time | None:
    return _needing(_clock((hour - 1) % _DAY_HOURS, 40, Grain.MINUTE))


@rule("piece")
def minutes_to_alone(hour: int, number: int) -> Time | None:
    return _needing(_clock((hour - 1) % _DAY_HOURS, _HOUR_MINUTES - number, Grain.MINUTE))


@rule("piece")
def zone(zone: str) -> Time:
    return Time("zone", Size.CLOCK, None, number=zone)


@rule("piece")
def zone_offset(zone: str, sign: str, number: int) -> Time | None:
    """ "GMT+3"."""
    if zone != "UTC" or number > 14:  # noqa: PLR2004
        return None
    return Time("zone", Size.CLOCK, None, number=f"{sign}{number:02d}:00")


def _needing(time: Time | None) -> Time | None:
    return replace(time, kind="hour") if time else None


def _clock(hour: int, minute: int, grain: Grain, *, sure: bool = False) -> Time | None:
    if not (0 <= hour <= _DAY_HOURS and 0 <= minute < _HOUR_MINUTES):
        return None
    length = timedelta(hours=1) if grain is Grain.HOUR else timedelta(minutes=1)

    def start_in(start: datetime, end: datetime) -> datetime:
        first = calendars.moment(start.date(), hour, minute)
        whole_day = end - start >= timedelta(days=1)
        if sure or hour > _NOON or whole_day:
            return first + timedelta(days=1) if not whole_day and first + timedelta(hours=12) < start else first
        options = [first + timedelta(hours=add) for add in (0, 12, 24, 36)]
        if hour == _NOON:
            options.append(first - timedelta(hours=12))
        fitting = [option for option in options if start <= option < end]
        # "one in the afternoon" and "five in the morning" lie at the edges: the half of the day decides.
        late = start.hour >= _NOON - 1
        return fitting[0] if fitting else first + timedelta(hours=12 if late and hour < _NOON else 0)

    def inside(larger: Interval, _: Context) -> Interval | None:
        if larger.start is None or larger.end is None or larger.end - larger.start > timedelta(days=1):
            return None
        start = start_in(larger.start, larger.end)
        return Interval(start, start + length, grain)

    def at(context: Context) -> Interval | None:
        return inside(calendars.day(context.today), context) if context.today else None

    def alike(other: int) -> Time | None:
        return _clock(other + (_NOON if sure and hour >= _NOON > other else 0), 0, Grain.HOUR, sure=sure)

    return Time("clock", Size.CLOCK, at, inside, alike, number=(hour, minute))
