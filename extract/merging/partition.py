"""Tellings into happenings: a function of the set alone, whatever the order of arrival."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from extract.merging.agree import Agreement, agreement
from extract.merging.corrections import links
from extract.merging.telling import block_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from extract.merging.corrections import Correction
    from extract.merging.telling import Telling

_CROWD = 60  # of a key that more tellings share, each is compared with so many that follow it
BY_HAND = "merged by a correction"


@dataclass(slots=True)
class Happening:
    """What several articles tell. `lead` tells it best, of a day first; `why` says of each other member what it shares."""

    members: list[Telling]
    why: dict[str, str] = field(default_factory=dict)

    @property
    def lead(self) -> Telling:
        """The member with the most fields told, then the one published first."""
        return min(self.members, key=_best)


def _best(telling: Telling) -> tuple[bool, int, str, str]:
    return not telling.on_a_day, -telling.fields, str(telling.published or "9"), telling.id


def partition(tellings: Iterable[Telling], corrections: Iterable[Correction] = ()) -> list[Happening]:
    """The happenings of `tellings`, those of one member too, by the id of their lead."""
    together, apart = links(corrections)
    split = frozenset(apart)
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda each: each.id):
        blocks[block_of(telling)].append(telling)
    dated: dict[str, list[Happening]] = defaultdict(list)
    loose: dict[str, list[Happening]] = defaultdict(list)
    for _, block in sorted(blocks.items()):
        found = _linked(block, split)
        (dated if block[0].on_a_day else loose)[block[0].type.value] += found
    kept: list[Happening] = []
    for type_ in sorted({*dated, *loose}):
        kept += _joined(loose[type_], dated[type_], split)
    return sorted(_by_hand(kept, together), key=lambda each: each.lead.id)


def _linked(block: Sequence[Telling], apart: frozenset[tuple[str, str]]) -> list[Happening]:
    """The most alike are joined first; a telling joins only where nothing speaks against any that is there."""
    pairs = _Pairs(apart)
    for one, other in _candidates(block):
        pairs.of(one, other)
    of = {telling.id: Happening([telling]) for telling in block}
    ranked = sorted((-pair.score, ids) for ids, pair in pairs.known.items() if pair and pair.enough)
    for _, (first, second) in ranked:
        mine, theirs = of[first], of[second]
        if mine is theirs or not _fit(mine, theirs, pairs):
            continue
        mine.members = sorted(mine.members + theirs.members, key=lambda each: each.id)
        for member in theirs.members:
            of[member.id] = mine
    found = list({id(each): each for each in of.values()}.values())
    for each in found:
        _explain(each, pairs)
    return found


def _candidates(block: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs that share a side's country, a place or a sentence; the others have nothing that speaks for them."""
    keyed: dict[str, list[Telling]] = defaultdict(list)
    for telling in block:
        for key in _keys(telling):
            keyed[key].append(telling)
    pairs = {
        (one.id, other.id): (one, other)
        for key in sorted(keyed)
        for number, one in enumerate(keyed[key])
        for other in keyed[key][number + 1 : number + 1 + _CROWD]
    }
    return list(pairs.values())


def _keys(telling: Telling) -> set[str]:
    keys = {f"side {side.country or side.id}" for side in telling.sources | telling.targets}
    keys |= {f"side {side.id}" for side in telling.sources | telling.targets}
    if telling.place is not None:
        keys |= {f"place {telling.place.id}", f"country {telling.place.country}"}
    if telling.sentence:
        keys.add(f"words {telling.sentence}")
    return keys


class _Pairs:
    """What speaks for each pair, worked out when it is asked for the first time; None: something speaks against it."""

    def __init__(self, apart: frozenset[tuple[str, str]]) -> None:
        self.known: dict[tuple[str, str], Agreement | None] = {}
        self._apart = apart

    def of(self, one: Telling, other: Telling) -> Agreement | None:
        ids = (min(one.id, other.id), max(one.id, other.id))
        if ids not in self.known:
            self.known[ids] = None if _kept_apart(*ids, self._apart) else agreement(one, other)
        return self.known[ids]


def _fit(mine: Happening, theirs: Happening, pairs: _Pairs) -> bool:
    return all(pairs.of(one, other) for one, other in product(mine.members, theirs.members))


def _explain(happening: Happening, pairs: _Pairs) -> None:
    lead = happening.lead
    for member in happening.members:
        if member.id != lead.id:
            pair = pairs.of(member, lead)
            told = "; ".join(pair.reasons) if pair else ""
            happening.why[member.id] = told or happening.why.get(member.id, "")


def _joined(
    loose: Sequence[Happening], dated: Sequence[Happening], apart: frozenset[tuple[str, str]]
) -> list[Happening]:
    """Tellings that name no day join the one happening of a day that they fit; where two fit, none.

    They are compared with those that tell the day, never with one another's joining: so the order is of no account.
    """
    cores = [list(each.members) for each in dated]
    by_day: dict[tuple[str, date | None], set[int]] = defaultdict(set)
    for number, core in enumerate(cores):
        for member in core:
            for key in _keys(member):
                by_day[key, member.start.date() if member.start else None].add(number)
    left = []
    for each in loose:
        if not all(member.near_a_day for member in each.members):
            left.append(each)
            continue
        near = {
            number
            for member in each.members
            for key, day in product(_keys(member), _days(member))
            for number in by_day.get((key, day), ())
        }
        fitting = [number for number in sorted(near) if _agree(each.members, cores[number], apart)]
        if len(fitting) != 1:
            left.append(each)
            continue
        happening = dated[fitting[0]]
        happening.members += each.members
        happening.why |= each.why
        _explain(happening, _Pairs(apart))
    return [*dated, *left]


def _days(telling: Telling) -> list[date]:
    start, end = telling.reach
    if start is None or end is None:
        return []
    return [start.date() + timedelta(days=number) for number in range((end - start).days + 1)]


def _agree(loose: Sequence[Telling], core: Sequence[Telling], apart: frozenset[tuple[str, str]]) -> bool:
    found = [(one, other, agreement(one, other)) for one, other in product(loose, core)]
    if any(pair is None or _kept_apart(one.id, other.id, apart) for one, other, pair in found):
        return False
    return any(pair is not None and pair.enough for _, _, pair in found)


def _kept_apart(one: str, other: str, apart: frozenset[tuple[str, str]]) -> bool:
    return bool(apart & {(one, other), (other, one), (one, ""), (other, "")})


def _by_hand(happenings: list[Happening], together: Sequence[tuple[str, str]]) -> list[Happening]:
    of = {member.id: each for each in happenings for member in each.members}
    for one, other in together:
        if one not in of or other not in of or of[one] is of[other]:
            continue
        mine, theirs = of[one], of[other]
        mine.members = sorted(mine.members + theirs.members, key=lambda each: each.id)
        mine.why |= theirs.why
        for member in theirs.members:
            of[member.id] = mine
        mine.why = {
            each.id: mine.why.get(each.id) or BY_HAND for each in mine.members if each is not mine.lead
        }
    return list({id(each): each for each in of.values()}.values())
