"""When an article was published, where nobody says, or where its words contradict what is said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dates import calendars
from extract.dates.find import language_of, own_languages
from extract.dates.finder import Found, find_times
from extract.dates.times import Context, Time, day_in, resolve
from extract.model import Grain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.model import Document, Interval

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2]|[1-9])[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?:/|$)")
_DATELINE = 160  # characters at the head of a text in which its dateline stands
_DASHES = frozenset("-–—:()")
_LATE_CRAWL = 31  # days that a crawler may come after the day of publication

_Answer = tuple["Interval | None", str, tuple[str, ...]]


def published_of(document: Document, may_be: Callable[[date], bool] | None = None) -> _Answer:
    """The day of publication, who says so, and what a reader of the report should know.

    Where the text leaves several days, `may_be` tells which of them what else is known rules out.
    """
    code = language_of(document)
    found = find_times(document.text, code)[1] if code in own_languages() else []
    said = document.published
    if said is not None:
        return _checked(document, said, found)
    told = _from_url(document.url)
    if told is not None:
        return (told, "url", ()) if told.grain == "month" else _checked(document, told, found, "url")
    line = _from_dateline(document, found)
    if line is not None:
        return line, "dateline", ()
    return _from_together(found, may_be)


def _checked(document: Document, said: Interval, found: list[Found], by: str = "") -> _Answer:
    """What is said, unless "today, Monday" is no Monday then: the nearest day before that fits all is taken."""
    by = by or document.published_from or "given"
    clocked = said.start is not None and said.grain in {Grain.HOUR, Grain.MINUTE}
    day = said.start.date() if said.start and clocked else day_in(said)
    pinned = [time.time for time in found if _pins(time.time)]
    if day is None or not pinned or all(_fits(time, day) for time in pinned):
        return said, by, ()
    for back in range(1, _LATE_CRAWL + 1):
        earlier = day - timedelta(days=back)
        if all(_fits(time, earlier) for time in pinned):
            notice = (
                f"The text does not fit {day.isoformat()} as its day of publication; "
                f"{earlier.isoformat()} is the nearest day before that fits all it says."
            )
            return calendars.day(earlier), "corrected", (notice,)
    return (
        said,
        by,
        (f"The text contradicts {day.isoformat()} as its day of publication, and no day before fits.",),
    )


def _pins(time: Time) -> bool:
    """Whether a time ties its own reckoning to a day of the week or of the month: "today, Monday"."""
    kinds = {part.kind for part in _leaves(time)}
    return "relative_day" in kinds and bool(kinds & {"weekday", "day_month", "date"})


def _leaves(time: Time) -> Iterator[Time]:
    if not time.parts:
        yield time
    for part in time.parts:
        yield from _leaves(part)


def _fits(time: Time, today: date) -> bool:
    """Whether all that the words say of one day agree, were they written on `today`."""
    context = Context(today)
    leaves = list(_leaves(time))
    relative = next((leaf for leaf in leaves if leaf.kind == "relative_day"), None)
    meant = resolve(relative, context) if relative else None
    if meant is None or meant.start is None:
        return True
    day = meant.start.date()
    return all(_agrees(leaf, day, context) for leaf in leaves)


def _agrees(leaf: Time, day: date, context: Context) -> bool:
    if leaf.kind == "weekday":
        return bool(leaf.number == day.weekday())
    if leaf.kind == "day_month" and leaf.inside is not None:
        around = calendars.year_of(day.year)
        found = leaf.inside(around, context) if around else None
        return found is None or found.start is None or found.start.date() == day
    if leaf.kind == "date":
        found = resolve(leaf, context)
        return found is None or found.start is None or found.start.date() == day
    return True


def _from_url(url: str) -> Interval | None:
    """/2023/10/17/, 2023-10-17 or 20231017 in an address; of a month alone the month."""
    for match in _URL_DAY.finditer(url):
        year, month, day = (int(part) for part in match.groups())
        at = calendars.valid(year, month, day)
        if at:
            return calendars.day(at)
    of_month = _URL_MONTH.search(url)
    return calendars.month_of(int(of_month[1]), int(of_month[2])) if of_month else None


def _from_dateline(document: Document, found: list[Found]) -> Interval | None:
    """As in "القدس، 17 أكتوبر 2023 (أ ف ب) -": a full date at the head of the text, before its dash."""
    for time in found[:2]:
        if time.end > _DATELINE:
            return None
        after = document.text[time.end : time.end + 40]
        head = document.text[: time.start]
        if "." in head.strip(" .") or not any(sign in _DASHES for sign in after):
            continue
        if time.time.absolute and (told := resolve(time.time, Context(None))) and day_in(told):
            return told
    return None


def _from_together(found: list[Found], may_be: Callable[[date], bool] | None) -> _Answer:
    """What all expressions allow together: the day that "today, Monday 16 October" and its like leave."""
    years = {
        i.start.year for f in found if f.time.absolute and (i := resolve(f.time, Context(None))) and i.start
    }
    pinned = [f.time for f in found if _pins(f.time) or _weekday_and_day(f.time)]
    if not pinned:
        return None, "", ()
    anchors = [time for time in pinned if _pins(time)]
    latest = max(years, default=0)
    days = list(_candidates(anchors, latest)) if anchors else []
    days = [day for day in days if all(_fits(time, day) for time in anchors)]
    if len(days) > 1 and may_be is not None:
        days = [day for day in days if may_be(day)] or days
    if len(days) == 1:
        return calendars.day(days[0]), "text", ()
    if len(days) > 1:
        shown = ", ".join(day.isoformat() for day in days[:4])
        return (
            None,
            "",
            (f"The text may be of {shown}{' or more' if len(days) > 4 else ''}; no day is chosen.",),  # noqa: PLR2004
        )
    return None, "", ()


def _weekday_and_day(time: Time) -> bool:
    kinds = {part.kind for part in _leaves(time)}
    return "weekday" in kinds and "day_month" in kinds


def _candidates(anchors: list[Time], latest: int) -> Iterator[date]:
    """Days of publication that the first anchor allows: in the year told, or since the last year told."""
    this_year = date.today().year  # noqa: DTZ011  # nothing is published after today
    first_year = latest or this_year - 30
    for year in range(first_year, (latest + 1 if latest else this_year) + 1):
        around = calendars.year_of(year)
        for leaf in _leaves(anchors[0]):
            shift = next((part.number for part in _leaves(anchors[0]) if part.kind == "relative_day"), 0)
            if leaf.kind == "day_month" and leaf.inside is not None and around is not None:
                told = leaf.inside(around, Context(date(year, 1, 1)))
            elif leaf.kind == "date":
                told = resolve(leaf, Context(None))
            else:
                continue
            if told and told.start and told.start.year == year:
                yield told.start.date() - timedelta(days=shift)
