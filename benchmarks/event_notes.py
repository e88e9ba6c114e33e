"""How well single sentences in the manner of conflict records become events: `python -m benchmarks.event_notes`.

`--show=held-1` prints what is wrong; each part is scored where it is told, on the event that fits best.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.events import events_of, told
from benchmarks.matching import place_right, role_right, time_right
from benchmarks.wanted import CORPUS, Wanted, notes
from extract.script import fold_search

if TYPE_CHECKING:
    from extract.model import Event

PARTS = ("type", "trigger", "who", "whom", "date", "place", "status", "toll", "whole")


def parts_of(event: Event, wanted: Wanted, *, strict: bool) -> dict[str, bool]:
    """Which parts that are told of a sentence are right in an event."""
    right = {"type": event.type.value == wanted.type, "trigger": _triggered(event, wanted.trigger)}
    if wanted.source:
        right["who"] = role_right(event, wanted.source, "source", strict=strict)
    if wanted.target:
        right["whom"] = role_right(event, wanted.target, "target", strict=strict)
    if wanted.time != "-":
        right["date"] = time_right(event, wanted.time, strict=strict)
    if wanted.place != "-":
        right["place"] = place_right(event, wanted.place, strict=strict)
    right["status"] = event.status.value == wanted.status
    for what, low, high in wanted.numbers:
        count = getattr(event, what)
        mine = (count.low, count.high) if count else ()
        right["toll"] = right.get("toll", True) and mine == (
            int(low) if low else None,
            int(high) if high else None,
        )
    sides = [right[side] for side in ("who", "whom") if side in right]
    right["whole"] = (
        right["type"] and right.get("date", True) and right.get("place", True) and (any(sides) or not sides)
    )
    return right


def _triggered(event: Event, trigger: str) -> bool:
    """One of the triggers is these words, whatever is glued in front."""
    mine = fold_search(trigger).split()
    for each in event.triggers:
        words = fold_search(each.quote).split()
        if all(any(w == m or w.lstrip("وفبلك") == m.lstrip("وفبلك") for w in words) for m in mine):
            return True
    return False


def score(
    language: str, pattern: str, *, strict: bool, show: bool = False
) -> tuple[Counter[str], Counter[str]]:
    """How many parts are right, and how many are told; "spare" counts events beyond the one wanted."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for document, wanted in notes(language, pattern):
        events = events_of(document)
        nothing = parts_of_nothing(wanted)
        scored = [parts_of(event, wanted, strict=strict) for event in events]
        best = max(
            scored, key=lambda each: (each["whole"], each["type"], sum(each.values())), default=nothing
        )
        for part, is_right in best.items():
            given[part] += 1
            right[part] += is_right
        given["spare"] += max(len(events) - 1, 0)
        if show and not all(best.values()):
            wrong = ", ".join(part for part, is_right in best.items() if not is_right)
            print(f"{document.text}\n   wanted {wanted.line}\n   wrong: {wrong}")
            for event in events:
                print(f"   {told(event)}")
    return right, given


def parts_of_nothing(wanted: Wanted) -> dict[str, bool]:
    """What is right where nothing was found."""
    parts = ["type", "trigger", "status", "whole"]
    parts += ["who"] * bool(wanted.source) + ["whom"] * bool(wanted.target)
    parts += (
        ["date"] * (wanted.time != "-") + ["place"] * (wanted.place != "-") + ["toll"] * bool(wanted.numbers)
    )
    return dict.fromkeys(parts, False)


def main() -> None:
    """Print the share of each part that is right, by language and set."""
    show = next((word.removeprefix("--show=") for word in sys.argv if word.startswith("--show=")), "")
    print(
        f"{'language':10}{'set':8}{'match':8}{'told':>5}"
        + "".join(f"{part:>9}" for part in (*PARTS, "spare"))
    )
    for language in ("ar", "en"):
        for name in sorted({path.name for path in CORPUS.glob("*/events-held-*-notes.toml")}):
            for strict in (False, True):
                right, given = score(language, name, strict=strict, show=strict and show == name[7:13])
                shares = "".join(f"{right[part] / max(given[part], 1):9.2f}" for part in PARTS)
                print(
                    f"{language:10}{name[7:13]:8}{'strict' if strict else 'loose':8}{given['type']:5}{shares}{given['spare']:9}"
                )


if __name__ == "__main__":
    main()
