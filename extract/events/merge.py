"""One happening, one event: tellings of the same within an article become pieces of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import ActorKind, Basis, EventType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.scene import Scene
    from extract.model import Interval

_VIOLENT = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER})
_RETOLD = frozenset(
    {*_VIOLENT, EventType.CONSULT, EventType.PROTEST, EventType.COERCE}
)  # told again and again, with less
_BLAST = 2  # sentences over which explosions heard are those of the attack told
_DONE_TOGETHER = 1  # sentences over which tellings with nothing against it are one


class Happening:
    """The tellings of one happening, first told first."""

    def __init__(self, draft: Draft) -> None:
        self.drafts = [draft]
        self.type = draft.type
        self.status = draft.status

    @property
    def source(self) -> list[Chunk]:
        return [chunk for draft in self.drafts for chunk in draft.source]

    @property
    def target(self) -> list[Chunk]:
        return [chunk for draft in self.drafts for chunk in draft.target]


def merged(scene: Scene, drafts: Sequence[Draft]) -> list[Happening]:
    """The happenings of an article, in the order in which they are first told."""
    found: list[Happening] = []
    for draft in drafts:
        if not draft.grounded:
            continue
        same = next((each for each in reversed(found) if _same(each, draft)), None)
        if same is None:
            found.append(Happening(draft))
        else:
            _turn(same, draft)
            if (
                same.type is EventType.ACCIDENT
                and draft.type is EventType.ASSAULT
                and draft.grounded
                and not draft.sense.counts
            ):
                same.type = draft.type
            same.drafts.append(draft)
            scene.note(f"joined '{draft.trigger.quote}' to '{same.drafts[0].trigger.quote}'")
    _settle(found)
    for draft in drafts:
        if not draft.grounded:
            _refer(scene, found, draft)
    return [each for each in found if not _elsewhere(scene, each)]


def _turn(happening: Happening, draft: Draft) -> None:
    """Who called whom does not change with who tells of it: the first telling decides."""
    straight = _total((_match(happening.source, draft.source), _match(happening.target, draft.target)))
    crossed = _total((_match(happening.source, draft.target), _match(happening.target, draft.source)))
    if crossed > straight and happening.type is EventType.CONSULT:
        draft.source, draft.target = draft.target, draft.source


def _elsewhere(scene: Scene, happening: Happening) -> bool:
    """Told only by a headline inside the text: that is a link to another article's story."""
    away = happening.status is Status.HAPPENED and all(
        draft.headline and (draft.time is None or draft.time.basis is not Basis.STATED)
        for draft in happening.drafts
    )
    if away:
        scene.note(f"rejected '{happening.drafts[0].trigger.quote}': only in a headline inside the text")
    return away


def fill_sides(happenings: list[Happening]) -> None:
    """What was said in a meeting was said to the others who were there."""
    for happening in happenings:
        within = next((draft.within for draft in happening.drafts if draft.within is not None), None)
        holder = next((each for each in happenings if within in each.drafts), None) if within else None
        if holder is None or holder is happening or not happening.source:
            continue
        if not happening.target or _vague(happening.target):
            mine = _ids(happening.source)
            others = [c for c in (*holder.source, *holder.target) if c.actor and c.actor.id not in mine]
            for draft in happening.drafts:
                draft.target = others


def _settle(found: list[Happening]) -> None:
    """Happenings that turned out to be one, once later tellings filled their sides."""
    index = 0
    while index < len(found):
        first = found[index].drafts[0]
        other = next(
            (each for each in found[:index] if each.type is found[index].type and _same(each, first)), None
        )
        if other is not None:
            other.drafts += found[index].drafts
            other.drafts.sort(key=lambda each: each.token)
            del found[index]
        else:
            index += 1


def _same(happening: Happening, draft: Draft) -> bool:
    if not _types_agree(happening, draft) or not _statuses_agree(happening.status, draft.status):
        return False
    sides = _sides(happening, draft, swapped=happening.type is EventType.CONSULT)
    if sides < 0 or not _times_agree(happening, draft) or not _places_agree(happening, draft):
        return False
    if not _kinds_agree(happening, draft):
        return False
    if any(each.sentence is draft.sentence for each in happening.drafts):
        return sides > 0 or draft.type in {*_VIOLENT, EventType.PROTEST} or not (draft.source or draft.target)
    if draft.type in _VIOLENT and _same_place(happening, draft):
        return True
    near = any(
        abs(each.sentence.number - draft.sentence.number) <= _DONE_TOGETHER for each in happening.drafts
    )
    if draft.noun and draft.definite:
        return sides > 0 or near
    if sides > 1 or (sides > 0 and draft.type in _RETOLD and _bare(draft)):
        return True
    if not draft.noun and sides < 2 and _elsewhere_told(happening, draft):  # noqa: PLR2004
        return False
    return near and (sides > 0 or draft.type in _VIOLENT) and draft.type in _RETOLD


def _same_place(happening: Happening, draft: Draft) -> bool:
    """Both are told of one place smaller than a country, and one of them names nobody."""
    if draft.place is None or draft.place.radius_km > _SMALL or draft.place_evidence is None:
        return False
    nobody = not (draft.source or draft.target) or not (happening.source or happening.target)
    return nobody and any(
        each.place is not None and each.place.id == draft.place.id for each in happening.drafts
    )


_SMALL = 150.0  # km: a town or a province, not a country


def _elsewhere_told(happening: Happening, draft: Draft) -> bool:
    """A verb that tells a place of its own, and no other telling tells that place: one more thing done."""
    if draft.place is None or (draft.place_evidence and draft.place_evidence.rule.endswith("attacked_state")):
        return False
    told = [each.place for each in happening.drafts if each.place is not None]
    return bool(told) and all(place.id != draft.place.id for place in told)


def _bare(draft: Draft) -> bool:
    """A noun that adds neither time, nor place of its own, nor numbers: told before."""
    own_place = draft.place is not None and not (
        draft.place_evidence and draft.place_evidence.rule.endswith("attacked_state")
    )
    return (
        draft.noun and draft.time is None and not own_place and draft.killed is None and draft.injured is None
    )


def _refer(scene: Scene, found: list[Happening], draft: Draft) -> None:
    """A noun that tells nothing itself points at the happening that it fits best, an earlier one first."""
    fitting = [(*_fit(scene, each, draft), index, each) for index, each in enumerate(found)]
    best = max((each for each in fitting if each[0] >= 0), key=lambda each: each[:4], default=None)
    if best is None:
        scene.note(f"rejected '{draft.trigger.quote}': a noun that tells no happening")
        return
    best[-1].drafts.append(draft)
    best[-1].drafts.sort(key=lambda each: each.token)


def _fit(scene: Scene, happening: Happening, draft: Draft) -> tuple[int, int, int]:
    """Negative: it does not point there. Told before, same sides, named in the same sentence, nearest."""
    sides = _sides(happening, draft, swapped=True)
    wrong = (
        happening.type is not draft.type
        or sides < 0
        or not _kinds_agree(happening, draft)
        or not (draft.definite or sides > 0)
    )
    if wrong or not _times_agree(happening, draft) or not _places_agree(happening, draft):
        return -1, 0, 0
    earlier = [draft.token - each.token for each in happening.drafts if each.token < draft.token]
    named = _named_beside(scene, happening, draft)
    return 2 * sides + 2 * bool(earlier), named, -min(earlier, default=10_000)


_APART = frozenset({("call", "visit"), ("visit", "call"), ("call", "mediation"), ("visit", "mediation")})


def _kinds_agree(happening: Happening, draft: Draft) -> bool:
    """A call is no visit; a meeting or talks may be either."""
    return (happening.drafts[0].sense.kind, draft.sense.kind) not in _APART


def _named_beside(scene: Scene, happening: Happening, draft: Draft) -> int:
    """How many of those who take part are named in the sentence, themselves or by what is theirs."""
    beside = {
        c.actor.id for c in scene.chunks if c.actor and draft.sentence.first <= c.first < draft.sentence.end
    }
    mine = _ids(happening.source) | _ids(happening.target)
    return sum(any(other == one or other.endswith(f"-{one}") for other in beside) for one in mine)


def _types_agree(happening: Happening, draft: Draft) -> bool:
    if happening.type is draft.type:
        return True
    if happening.type not in _VIOLENT:
        return False
    if draft.type is EventType.ASSAULT and _only_an_incident(happening):
        return True
    near = any(abs(each.sentence.number - draft.sentence.number) <= _BLAST for each in happening.drafts)
    if draft.type is EventType.ACCIDENT and draft.noun and (draft.definite or (near and not draft.place)):
        return True  # "الانفجار", "أصوات انفجارات" of what was told as an attack
    victim = draft.sense.victim or draft.sense.counts
    return bool(victim) and (happening.drafts[0].sentence is draft.sentence or draft.sense.victim)


def _only_an_incident(happening: Happening) -> bool:
    """So far told as "the incident" alone, which may have been an attack."""
    return happening.type is EventType.ACCIDENT and all(
        d.noun and d.definite and not d.sense.rest for d in happening.drafts
    )


def _statuses_agree(one: Status, other: Status) -> bool:
    if one is other:
        return True
    return {one, other} <= {Status.HAPPENED, Status.CLAIMED}


def _ids(chunks: Sequence[Chunk]) -> set[str]:
    return {chunk.actor.id for chunk in chunks if chunk.actor}


def _sides(happening: Happening, draft: Draft, *, swapped: bool) -> int:
    """How many sides are told the same; -1 where the tellings contradict each other."""
    straight = _match(happening.source, draft.source), _match(happening.target, draft.target)
    best = _total(straight)
    if swapped:
        crossed = _match(happening.source, draft.target), _match(happening.target, draft.source)
        best = max(best, _total(crossed))
    return best


def _total(matches: tuple[int, int]) -> int:
    return -1 if min(matches) < 0 else sum(matches)


def _match(known: Sequence[Chunk], told: Sequence[Chunk]) -> int:
    """1 the same is told, 0 nothing against it, -1 different actors."""
    if not known or not told:
        return 0
    if _ids(known) & _ids(told):
        return 1
    if _vague(known) or _vague(told):
        return -1 if _many_and_one(known, told) else 0
    one = {chunk.actor.country for chunk in known if chunk.actor and chunk.actor.country}
    other = {chunk.actor.country for chunk in told if chunk.actor and chunk.actor.country}
    state = any(chunk.actor and chunk.actor.kind is ActorKind.STATE for chunk in (*known, *told))
    return 1 if state and one & other else -1


def _many_and_one(known: Sequence[Chunk], told: Sequence[Chunk]) -> bool:
    """Many leaders are not the one person that is named."""
    many = any(chunk.people in _SEVERAL for chunk in (*known, *told))
    one = any(
        len(_ids(side)) == 1 and all(c.actor and c.actor.kind is ActorKind.PERSON for c in side)
        for side in (known, told)
    )
    return many and one


_SEVERAL = frozenset({"leaders", "ministers", "officials", "diplomats"})


def _vague(chunks: Sequence[Chunk]) -> bool:
    return all(chunk.actor is not None and chunk.actor.kind is ActorKind.GROUP for chunk in chunks)


def _spans(happening: Happening) -> list[Interval]:
    spans = (
        (draft, draft.span or (draft.time.interval if draft.time else None)) for draft in happening.drafts
    )
    return [
        span
        for draft, span in spans
        if span is not None and draft.time and draft.time.basis is not Basis.BOUNDED
    ]


def _times_agree(happening: Happening, draft: Draft) -> bool:
    if draft.time is None or draft.time.interval is None or draft.time.basis is Basis.BOUNDED:
        return True
    mine = draft.span or draft.time.interval
    return all(_overlap(mine, other) for other in _spans(happening))


def _overlap(one: Interval, other: Interval) -> bool:
    before = one.end is not None and other.start is not None and one.end <= other.start
    after = other.end is not None and one.start is not None and other.end <= one.start
    return not before and not after


def _places_agree(happening: Happening, draft: Draft) -> bool:
    if draft.place is None:
        return True
    for each in happening.drafts:
        if each.place is not None and each.place.id != draft.place.id and not _holds(each, draft):
            return False
    return True


def _holds(one: Draft, other: Draft) -> bool:
    """One of the places lies in the other: told finer or coarser, it is still the same."""
    assert one.place is not None and other.place is not None  # noqa: S101, PT018
    same_country = one.place.country == other.place.country
    large = max(one.place.radius_km, other.place.radius_km)
    small = min(one.place.radius_km, other.place.radius_km)
    return same_country and large > small * 3
