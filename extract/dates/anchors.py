"""What each time is reckoned from: the day of publication, the day of a statement, the clause around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from extract.dates.lexicon import lexicon
from extract.dates.signs import signs
from extract.dates.times import Context, Size, resolve
from extract.model import Grain, Interval
from extract.script import sentences

if TYPE_CHECKING:
    from datetime import date

    from extract.dates.finder import Found
    from extract.model import Document
    from extract.patterns import Stream

_EXACT = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_STOPS = frozenset(".!?؟;؛:\n")
_COMMAS = frozenset(",،")
_AHEAD, _BACK, _EDGE = "ahead", "back", "edge"
_LOOK = 14  # words on each side that may tell whether a clause looks ahead
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "”"}
_QUOTE_SIGN = re.compile('[“”«»"„]')
_SHORTEST_QUOTE = 12
_NEAR = 80  # characters after a quotation in which its speaker is named
_FAR = 600  # characters before a quotation in which its sentence begins
_DEICTIC = frozenset({"relative_day", "this_daypart", "moment", "relative_unit"})
_STATEMENT_KINDS = frozenset({"weekday", "relative_day", "moment", "day_month"})
_NEWS_IS_FRESH = timedelta(days=3)


class Anchors:
    """Answers, for each time of a document in turn, what it is reckoned from."""

    def __init__(
        self, document: Document, code: str, stream: Stream, found: list[Found], week_start: int
    ) -> None:
        published = document.published
        # Of a month alone nobody can tell which of its days "yesterday" was.
        start = published.start if published and published.grain in _EXACT else None
        self.today: date | None = start.date() if start else None
        self.now = start if published and published.grain in {Grain.HOUR, Grain.MINUTE} else None
        self.document = document
        self.stream = stream
        self.found = found
        self.week_start = week_start
        self.words = lexicon(code).words
        self.signs = signs(code)
        self.before: Interval | None = None
        self.days: list[tuple[int, date]] = []  # days told outside quotes that news may be of
        self._quotes: list[tuple[int, int]] | None = None
        self._lead = -1
        self._told_at = -1

    def of(self, found: Found) -> tuple[Context, str]:
        """The context of a time, and the same for people to read."""
        said = self._statement_day(found) if found.time.kind in _DEICTIC else None
        told_before = self._day_before(found) if said is None else None
        today = said or told_before or self.today
        tells = found.time.floating or found.time.kind in {"open", "range", "ahead"}
        way = self._way(found) if tells else None
        near = self.before if self._goes_on(found) else None
        now = None if said or told_before else self.now
        context = Context(
            today,
            ahead=way == _AHEAD,
            week_start=self.week_start,
            now=now,
            before=self.before,
            near=near,
        )
        if found.time.kind == "story" and self.before:
            return context, f"told before: {self.before.start_iso or '..'}"
        if told_before:
            return context, f"told before: {told_before.isoformat()}"
        if said:
            return context, f"statement {said.isoformat()}"
        return context, f"published {today.isoformat()}" if today else ""

    def _day_before(self, found: Found) -> date | None:
        """A time of day with no day is of the day that its sentence has told."""
        time = found.time
        is_clock = time.kind == "clock" or (time.kind == "range" and time.size is Size.CLOCK)
        if not is_clock or self.before is None or self.before.start is None or not self._same_sentence(found):
            return None
        return self.before.start.date()

    def _goes_on(self, found: Found) -> bool:
        """Whether the sentence has told a day before, so that "two days after" goes on from there."""
        return (
            found.time.kind in {"ahead", "after_amount"}
            and self.before is not None
            and self._same_sentence(found)
        )

    def _same_sentence(self, found: Found) -> bool:
        if self._told_at < 0:
            return False
        between = self.document.text[self._told_at : found.start]
        return not any(sign in between for sign in ".!?؟\n")

    def told(self, found: Found, interval: Interval | None) -> None:
        """Remember what has been told, for what refers back to it."""
        if interval is None:
            return
        self.before = interval
        self._told_at = found.end
        if self.today is None or interval.start is None or found.time.kind not in _STATEMENT_KINDS:
            return
        day = interval.start.date()
        if timedelta() <= self.today - day <= _NEWS_IS_FRESH and not self._quoted(found):
            self.days.append((found.start, day))

    def _quoted(self, found: Found) -> tuple[int, int] | None:
        quotes = self._quote_spans()
        at = bisect_right(quotes, (found.start, len(self.document.text))) - 1
        return quotes[at] if at >= 0 and quotes[at][0] < found.start < quotes[at][1] else None

    def _quote_spans(self) -> list[tuple[int, int]]:
        if self._quotes is None:
            self._quotes = list(_quotes_of(self.document.text))
        return self._quotes

    def _statement_day(self, found: Found) -> date | None:
        """In a quoted statement "today" is the day it was made: told beside it, or by the lead of the story."""
        quote = self._quoted(found) if self.today is not None else None
        if quote is None:
            return None
        text = self.document.text
        if after := self._told_after(quote):
            return after
        opening = max(text.rfind(sign, max(quote[0] - _FAR, 0), quote[0]) for sign in ("\n", ". ", "؟", "!"))
        beside = [day for start, day in self.days if opening < start < quote[0]]
        if beside:
            return beside[-1]
        if self._lead < 0:
            spans = sentences(text[:2000])
            self._lead = spans[0][1] if spans else 0
        lead = [day for start, day in self.days if start < self._lead]
        return lead[0] if lead else None

    def _told_after(self, quote: tuple[int, int]) -> date | None:
        """The day that the words after a quotation name: "... today," the minister said on Monday."""
        text = self.document.text
        first = bisect_right(self.found, quote[1], key=lambda found: found.start)
        for found in self.found[first : first + 1]:
            between = text[quote[1] + 1 : found.start]
            if (
                found.time.kind != "weekday"
                or len(between) > _NEAR
                or any(sign in between for sign in ".!?؟\n")
            ):
                return None
            told = resolve(found.time, Context(self.today, week_start=self.week_start))
            return told.start.date() if told and told.start else None
        return None

    def _way(self, found: Found) -> str | None:
        """Which way the clause looks: the nearest sign of it on either side decides."""
        stream = self.stream
        first = bisect_left(stream.starts, found.start)
        last = bisect_left(stream.starts, found.end)
        back = self._sign(range(first - 1, max(first - _LOOK, 0) - 1, -1), _STOPS, forward=False)
        if back is not None and back != _EDGE:
            return back
        # A clause inside another ends at its comma: "the mission, which began on March 31, will end".
        stops = _STOPS | _COMMAS if back == _EDGE else _STOPS
        return self._sign(range(last, min(last + _LOOK, len(stream.words))), stops, forward=True)

    def _sign(self, steps: range, stops: frozenset[str], *, forward: bool) -> str | None:
        """Which way the first word that tells looks; the edge of the clause where one is met before."""
        words, told = self.stream.words, self.signs
        for at in steps:
            word = words[at]
            if word in stops:
                return None
            sign = told[word]
            if sign is None:
                continue
            if forward and sign.joins:
                return None
            if sign.clause:
                # "it is expected that ...", "will be announced": what stands before still rules.
                before = words[max(at - 2, 0) : at]
                if not forward and any((near,) in self.words["ahead"] or near == "be" for near in before):
                    continue
                return _EDGE
            if sign.back:
                return _BACK
            if (
                sign.ahead
                or (sign.pair and tuple(words[at : at + 2]) in self.words["ahead"])
                or (sign.spelled and self._raw(at).startswith(told.spelled))
            ):
                return _AHEAD
        return None

    def _raw(self, at: int) -> str:
        return self.document.text[self.stream.starts[at] : self.stream.ends[at]]


def _quotes_of(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks, marks included, long enough to be a statement."""
    spans: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for match in _QUOTE_SIGN.finditer(text):
        sign, at = match.group(), match.start()
        if opened >= 0 and sign == closing:
            if at - opened >= _SHORTEST_QUOTE:
                spans.append((opened, at))
            opened = -1
        elif opened < 0 and sign in _QUOTES:
            opened, closing = at, _QUOTES[sign]
    return spans
