"""What people decided: two events are one, or an event stands for itself. The last word on a pair holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MERGE, SPLIT, UNDO = "merge", "split", "undo"
KINDS = (MERGE, SPLIT, UNDO)


class Correction(NamedTuple):
    """`other` is an event id; "" in a split means every other one; in an undo it is the number taken back."""

    number: int
    kind: str
    event: str
    other: str = ""


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that nobody took back, in the order in which they were made."""
    made = sorted(corrections)
    undone = {each.other for each in made if each.kind == UNDO}
    return [each for each in made if each.kind != UNDO and str(each.number) not in undone]


def links(corrections: Iterable[Correction]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs that must be together, and pairs (with "" for anybody) that must not; the later correction wins."""
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for each in in_force(corrections):
        pair = (each.event, each.other)
        if each.kind == MERGE:
            apart = [one for one in apart if not _about(one, pair)]
            together.append(pair)
        else:
            together = [one for one in together if not _about(pair, one)]
            apart.append(pair)
    return together, apart


def _about(apart: tuple[str, str], together: tuple[str, str]) -> bool:
    """Whether a split is about a pair."""
    event, other = apart
    return event in together and (not other or other in together)
