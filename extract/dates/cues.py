"""Whether the words around let an ambiguous word be a time: a number a year, "may" a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.dates.times import Time
    from extract.patterns import Stream

_YEARS = frozenset({"bare_year", "cued_years"})
_MONTHS = frozenset({"weak_month", "weak_season", "cued_months"})
_EARLIEST, _LATEST = 1000, 2150
_EVENT_REACH = 4  # words that a name may put between what happened and its year: "كأس الأمم الأفريقية 2025"
# Words that are seasons only after a word that says so, and months that are so short only in a date.
_COMMON = frozenset({"fall"})
_ABBREVIATED = 4
_SHORT_NAMES = frozenset({"june", "july", "may"})
_CLITICS = "وفبلك"
_MESSAGE = 12  # words of a message, in which "now" is the moment it is written
_BRACKETS = {("(", ")"), ("[", "]")}

NEEDY = _YEARS | _MONTHS | {"weak_weekday", "figures", "compact", "weak_day", "after_amount", "now"}


class Cues:
    """The words of one language, from its table [words], that go before and after such times."""

    def __init__(self, words: Mapping[str, frozenset[tuple[str, ...]]]) -> None:
        self.before = {
            name: frozenset(phrase[-1] for phrase in words.get(f"cue_{name}", ()) if len(phrase) == 1)
            for name in ("year", "month", "day", "weekday")
        }
        self.after = frozenset(phrase[0] for phrase in words.get("cue_after", ()))
        self.events = frozenset(phrase[0] for phrase in words.get("cue_event", ()))
        self.counted = frozenset(phrase[0] for phrase in words.get("counted", ()))
        self.joiners = frozenset(phrase[0] for phrase in words.get("joins", ())) | {",", "،"}
        self.between = frozenset(phrase[0] for phrase in words.get("not_in_name", ()))
        self.articles = frozenset(phrase[0] for phrase in words.get("article", ()))
        self.tails = frozenset(phrase[0] for phrase in words.get("day_tail", ()))

    def allow(self, stream: Stream, at: int, end: int, time: Time) -> bool:
        """Whether the words before `at` and from `end` on make `time` one."""
        if time.kind in _YEARS:
            return self._year(stream, at, end, time)
        if time.kind in _MONTHS:
            return self._month(stream, at, end)
        if time.kind == "weak_day":
            return stream.word(at - 1) in self.before["day"] and self._ends(stream, end)
        if time.kind == "now":
            return len(stream.words) <= _MESSAGE
        name = "weekday" if time.kind == "weak_weekday" else "day"
        return stream.word(at - 1) in self.before[name]

    def _year(self, stream: Stream, at: int, end: int, time: Time) -> bool:
        if isinstance(time.number, int) and not _EARLIEST <= time.number <= _LATEST:
            return False
        key = ("a year", at)
        known = stream.memo.get(key)
        if known is None:
            known = stream.memo[key] = [(end, None)] if self._is_year(stream, at, end) else []
        return bool(known)

    def _is_year(self, stream: Stream, at: int, end: int) -> bool:
        before, after = stream.word(at - 1), stream.word(end)
        if after in self.counted:
            return False
        if before in self.joiners and stream.memo.get(("a year", at - 2)):
            return True  # "1986 و1994": as the one before
        if self._after_event(stream, at):
            return True
        if before in self.before["year"] or after in self.after or (before, after) in _BRACKETS:
            return True
        return before in self.articles and after.isalpha() and after not in self.between

    def _after_event(self, stream: Stream, at: int) -> bool:
        for step in range(at - 1, max(at - 1 - _EVENT_REACH, -1), -1):
            word = stream.words[step]
            if word in self.events or (word[0] in _CLITICS and word[1:] in self.events):
                return True
            if not word.isalpha() or word in self.between:
                return False
        return False

    def _month(self, stream: Stream, at: int, end: int) -> bool:
        before, core = stream.word(at - 1), stream.words[end - 1]
        raw = stream.text[stream.starts[end - 1] : stream.ends[end - 1]]
        if core in _COMMON or (core.isascii() and len(core) <= _ABBREVIATED and core not in _SHORT_NAMES):
            return before in self.before["month"] - {"to"}
        if before in self.before["month"]:
            return (
                raw[0].isupper()
                or not raw[0].isascii()
                or not self.articles
                or not self._follows(stream, end)
            )
        if not raw[0].isascii() or not raw[0].isupper() or core in {"may", "march", "spring"}:
            return (
                before in self.articles
                and raw[0].isupper()
                and raw[0].isascii()
                and self._follows(stream, end)
            )
        # A name written large on either side makes it a name: "April Ryan", "Black September".
        return not (
            self._large(stream, end)
            or (at > 0 and self._large(stream, at - 1) and self._inside(stream, at - 1))
        )

    def _follows(self, stream: Stream, end: int) -> bool:
        return stream.word(end).isalpha() and not self._large(stream, end)

    def _large(self, stream: Stream, at: int) -> bool:
        word = stream.word(at)
        return word.isalpha() and stream.text[stream.starts[at]].isupper()

    def _inside(self, stream: Stream, at: int) -> bool:
        """Whether a word stands inside its sentence, where a capital means something."""
        return at > 0 and stream.word(at - 1) not in {".", "!", "?", ":", '"'}

    def _ends(self, stream: Stream, end: int) -> bool:
        return not stream.word(end).isalpha() or stream.word(end) in self.tails
