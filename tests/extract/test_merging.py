"""Which events of several articles are one happening, whatever the order in which they arrive."""

import random
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from extract.merging import Correction, Side, Spot, Telling, in_force, partition
from extract.model import ActorKind, Basis, EventType, Grain, Status

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "merging" / "pairs.toml").read_text(encoding="utf-8")
)
KINDS = {
    "vladimir-putin": (ActorKind.PERSON, "RU"),
    "dmitry-peskov": (ActorKind.PERSON, "RU"),
    "benjamin-netanyahu": (ActorKind.PERSON, "IL"),
    "xi-jinping": (ActorKind.PERSON, "CN"),
    "hamas": (ActorKind.ARMED_GROUP, "PS"),
    "hezbollah": (ActorKind.ARMED_GROUP, "LB"),
    "islamic-state": (ActorKind.ARMED_GROUP, ""),
}


def side(id_):
    prefix, _, country = id_.partition("-")
    if prefix == "state":
        return Side(id_, ActorKind.STATE, country.upper())
    if prefix in {"army", "police"}:
        return Side(id_, ActorKind.ORGANISATION, country.upper())
    if prefix == "people":
        return Side(id_, ActorKind.GROUP, country.upper())
    return Side(id_, *KINDS[id_])


def sides(told):
    return frozenset(side(one) for one in told.strip().split(",") if one != "-")


def when(told):
    if told == "-":
        return None, None, None, Basis.NONE
    if "/" in told:
        start, end = (None if one == ".." else datetime.fromisoformat(one) for one in told.split("/"))
        return start, end, Grain.DAY, Basis.BOUNDED
    start = datetime.fromisoformat(told)
    if "T" in told:
        return start, start + timedelta(minutes=1), Grain.MINUTE, Basis.STATED
    return start, start + timedelta(days=1), Grain.DAY, Basis.STATED


def telling(line, number=0):
    head, day, who, where, counts = (part.strip() for part in line.split("|"))
    type_, status = head.split()
    source, target = who.split(">")
    start, end, grain, basis = when(day)
    told = dict(one.split("=") for one in counts.split())
    place = None
    if where != "-":
        kind, country, lat, lon, radius = CASES["places"][where]
        place = Spot(where, kind, country, lat, lon, radius)
    numbers = {name: (int(value), int(value)) for name, value in told.items()}
    return Telling(
        id=f"event-{number}",
        document_id=f"article-{number}",
        type=EventType(type_),
        status=Status(status),
        start=start,
        end=end,
        grain=grain,
        basis=basis,
        place=place,
        sources=sides(source),
        targets=sides(target),
        **numbers,
    )


def members(happenings):
    return sorted(sorted(each.id for each in happening.members) for happening in happenings)


@pytest.mark.parametrize(("one", "other"), CASES["one"])
def test_two_tellings_of_one_happening_are_one_and_the_reason_is_told(one, other):
    (happening,) = partition([telling(one, 1), telling(other, 2)])
    assert len(happening.members) == 2
    (why,) = happening.why.values()
    assert why


@pytest.mark.parametrize(("one", "other"), CASES["two"])
def test_two_happenings_stay_two(one, other):
    assert len(partition([telling(one, 1), telling(other, 2)])) == 2


def test_one_article_never_merges_with_itself():
    line = CASES["one"][0][0]
    twice = [telling(line, 1), telling(line, 2)._replace(document_id="article-1")]
    assert len(partition(twice)) == 2


def test_the_same_sentence_in_two_articles_is_one_happening_though_nobody_tells_its_day():
    lines = [telling("assault happened | ../2023-10-17 | hamas > - | - |", number) for number in (1, 2)]
    assert len(partition(lines)) == 2
    assert len(partition([each._replace(sentence="the very words") for each in lines])) == 1


def test_no_chain_joins_what_disagrees():
    """A and B agree, B and C agree, A and C do not: whoever is nearest joins, the third stays alone."""
    lines = [
        "assault happened | 2023-10-10 | state-il > - | khan-younis | killed=12",
        "assault happened | 2023-10-10 | state-il > - | gaza-strip | killed=12",
        "assault happened | 2023-10-10 | state-il > - | rafah | killed=12",
    ]
    happenings = partition(telling(line, number) for number, line in enumerate(lines))
    assert all(not {"event-0", "event-2"} <= {member.id for member in each.members} for each in happenings)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_arrival_changes_nothing(seed):
    lines = [line for pair in CASES["one"] + CASES["two"] for line in pair]
    tellings = [telling(line, number) for number, line in enumerate(lines)]
    wanted = [(each.lead.id, each.why) for each in partition(tellings)]
    random.Random(seed).shuffle(tellings)  # noqa: S311 - no secret
    assert [(each.lead.id, each.why) for each in partition(tellings)] == wanted


def test_the_best_told_leads():
    bare = telling("consult happened | 2023-10-16 | state-ru > state-il | - |", 1)
    full = telling("consult happened | 2023-10-16 | vladimir-putin > benjamin-netanyahu | moscow |", 2)
    (happening,) = partition([bare, full])
    assert happening.lead.id == full.id


MERGE = Correction(1, "merge", "event-1", "event-2")
SPLIT = Correction(2, "split", "event-2")
UNDO = Correction(3, "undo", "", "2")


def test_a_correction_has_the_last_word():
    apart = [telling(line, number) for number, line in enumerate(CASES["two"][0], 1)]
    alike = [telling(line, number) for number, line in enumerate(CASES["one"][0], 1)]
    both = [["event-1", "event-2"]]
    alone = [["event-1"], ["event-2"]]
    assert members(partition(apart, [MERGE])) == both
    assert members(partition(apart, [MERGE, SPLIT])) == alone
    assert members(partition(apart, [MERGE, SPLIT, UNDO])) == both
    assert members(partition(alike, [SPLIT])) == alone
    assert members(partition(alike, [SPLIT, UNDO])) == both
    assert [each.number for each in in_force([MERGE, SPLIT, UNDO])] == [1]


def test_a_happening_split_from_one_event_keeps_the_others():
    line = CASES["one"][0][0]
    three = [telling(line, number) for number in (1, 2, 3)]
    assert members(partition(three)) == [["event-1", "event-2", "event-3"]]
    assert members(partition(three, [Correction(1, "split", "event-1")])) == [
        ["event-1"],
        ["event-2", "event-3"],
    ]
