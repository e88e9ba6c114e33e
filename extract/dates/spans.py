"""What is found where words tell more than one time, or only look as if they told one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates.cues import NEEDY
from extract.dates.moments import stands

if TYPE_CHECKING:
    from extract.dates.times import Time

AFTER_CUE = (NEEDY | {"hour"}) - {"after_amount", "now"}


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
    return stands(time) or (time.at is not None and time.kind in AFTER_CUE)


def core(time: Time) -> Time:
    return min(time.parts, key=lambda part: part.size) if time.parts else time
