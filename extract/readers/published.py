"""The day of publication as people and files write it: a year, a month, a day or a moment, in ISO form."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from extract.errors import InputError
from extract.model import Grain, Interval
from extract.script import fold

_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{2}):(\d{2})\S*)?)?)?")
_DIGITS = re.compile(r"\d+")


def published_interval(text: str, where: str = "--published") -> Interval:
    """`2023`, `2023-10`, `2023-10-17`, or a moment of that day; anything else says `where` it stands.

    A moment is told to its minute, for what is reckoned by hours ("two hours ago"); midnight is what tools
    write that know the day alone.
    """
    plain = _DIGITS.sub(lambda digits: fold(digits.group()), text.strip())
    match = _FORM.fullmatch(plain)
    if match is None:
        message = f"{where}: {text!r} is no date; write a year, a month or a day: 2023, 2023-10 or 2023-10-17"
        raise InputError(message)
    year, month, day, hour, minute = (int(part) if part else 0 for part in match.groups())
    try:
        if hour or minute:
            return _moment(datetime(year, month, day, hour, minute))  # noqa: DTZ001 - as it is told
        return _interval(year, month, day)
    except (ValueError, OverflowError) as error:
        message = (
            f"{where}: there is no such day as {text!r} ({error}); write one that is, such as 2023-10-17"
        )
        raise InputError(message) from error


def _moment(start: datetime) -> Interval:
    return Interval(start, start + timedelta(minutes=1), Grain.MINUTE)


def _interval(year: int, month: int, day: int) -> Interval:
    start = datetime(year, month or 1, day or 1)  # noqa: DTZ001 - a day as the article tells it
    if day:
        return Interval(start, start + timedelta(days=1), Grain.DAY)
    if month:
        return Interval(start, (start + timedelta(days=31)).replace(day=1), Grain.MONTH)
    return Interval(start, start.replace(year=year + 1), Grain.YEAR)
