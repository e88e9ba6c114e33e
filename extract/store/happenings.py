"""Which stored events are of one happening: worked out anew for what a batch touches, and for nothing else."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis

from extract.merging import Correction, Side, Spot, Telling, in_force, partition
from extract.model import ActorKind, Basis, EventType, Grain, Status
from extract.script import fold_search
from extract.store.rows import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

Row = dict[str, Any]

_SLOT = "\x1avalue\x1a"
BETWEEN = "\x1f"  # values that are asked for together
_COLUMNS = (
    "id",
    "document_id",
    "type",
    "status",
    "start",
    "end",
    "grain",
    "basis",
    "place_id",
    "place_kind",
    "country",
    "lat",
    "lon",
    "radius_km",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "sentence",
)


class Happened(NamedTuple):
    """What changes in the table of happenings: the events looked at, and the rows of those that follow a lead."""

    touched: list[str]
    rows: list[Row]


class Reading(NamedTuple):
    """How the store is asked: a table by its name; a question by its name, how it is built, and what is bound to it."""

    table: Callable[[str], Any]
    fetch: Callable[[str, Callable[[], Any], Collection[str] | None], list[Row]]


def happened(reading: Reading, event_ids: Collection[str]) -> Happened:
    """The happenings of `event_ids`, and of the events of the same type and day, or of a time that holds it."""
    corrections = corrections_of(reading)
    by_hand = {id_ for each in in_force(corrections) for id_ in (each.event, each.other) if id_}
    mine = _tellings(reading, _by_ids(reading, {*event_ids, *by_hand}))
    touched, context = _near(reading, mine)
    ids = {telling.id for telling in touched}
    rows = {
        row["event_id"]: row
        for happening in partition([*touched, *context], corrections)
        for row in _rows(happening)
        if row["event_id"] in ids
    }
    return Happened(list(ids), list(rows.values()))


def corrections_of(reading: Reading) -> list[Correction]:
    """Every correction that was made, those taken back too."""
    rows = reading.fetch("corrections", lambda: reading.table("corrections").order_by("number"), None)
    return [Correction(row["number"], row["kind"], row["event_id"], row["other"]) for row in rows]


def _near(reading: Reading, mine: list[Telling]) -> tuple[list[Telling], list[Telling]]:
    """What `mine` may change: those of their days, and those without a day that may be of one of these.

    Beside them what these last are compared with, which stays as it is.
    """
    days = _days(telling for telling in mine if telling.on_a_day)
    loose = _loose(reading, days, [telling for telling in mine if not telling.on_a_day])
    around = _days(telling for telling in loose if telling.near_a_day)
    touched = {telling.id: telling for telling in [*mine, *loose]}
    context: dict[str, Telling] = {}
    for telling in _dated(reading, days | around):
        (touched if _days([telling]) <= days else context).setdefault(telling.id, telling)
    return list(touched.values()), [each for id_, each in context.items() if id_ not in touched]


def _days(tellings: Iterable[Telling]) -> set[str]:
    """Every day that `tellings` reach over, of their type: "assault|2023-10-07"."""
    days: set[str] = set()
    for telling in tellings:
        day, end = telling.reach
        while day is not None and end is not None and day < end:
            days.add(f"{telling.type.value}|{day:%Y-%m-%d}")
            day = day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return days


def _dated(reading: Reading, days: set[str]) -> list[Telling]:
    def build() -> Any:
        events = reading.table("events")
        on = events.filter(events.start.notnull()).mutate(of=events.type, day=events.start.date())
        return on.semi_join(_of_days(), ["of", "day"]).select(*_COLUMNS)

    found = _tellings(reading, reading.fetch("dated", build, days) if days else [])
    return [telling for telling in found if telling.on_a_day]


def _loose(reading: Reading, days: set[str], mine: list[Telling]) -> list[Telling]:
    """Tellings without a day: of a time that holds one of `days`, or of the very time of one of `mine`."""

    def over() -> Any:
        asked, events = _of_days(), reading.table("events")
        lately = events.end - ibis.interval(days=7)
        since = ibis.ifelse(events.basis == Basis.BOUNDED.value, events.start.fill_null(lately), events.start)
        short = events.mutate(since=since).filter(events.end.notnull())
        short = short.filter(short.since >= short.end - ibis.interval(days=14))
        day = asked.day.cast("timestamp")
        holds = [short.type == asked.of, short.since < day + ibis.interval(days=1), short.end > day]
        return short.join(asked, holds).select(*_COLUMNS).distinct()

    def same() -> Any:
        events = reading.table("events")
        spans = events.mutate(span=events.type + "|" + _text(events.start) + "|" + _text(events.end))
        return spans.semi_join(_asked("span"), "span").select(*_COLUMNS)

    rows = reading.fetch("loose over", over, days) if days else []
    if mine:
        texts = {f"{each.type.value}|{each.start or ''}|{each.end or ''}" for each in mine}
        rows += reading.fetch("loose of the same", same, texts)
    unique = {row["id"]: row for row in rows}
    return [each for each in _tellings(reading, list(unique.values())) if not each.on_a_day]


def _asked(name: str) -> Any:
    """The values that are bound later, as a table of one column."""
    return ibis.literal(_SLOT).split(BETWEEN).unnest().name(name).as_table()


def _of_days() -> Any:
    asked = _asked("both")
    parts = asked.both.split("|")
    return asked.select(of=parts[0], day=parts[1].cast("date"))


def _text(moment: Any) -> Any:
    return moment.strftime("%Y-%m-%d %H:%M:%S").fill_null("")


def _by_ids(reading: Reading, ids: Collection[str]) -> list[Row]:
    def build() -> Any:
        return reading.table("events").semi_join(_asked("id"), "id").select(*_COLUMNS)

    return reading.fetch("by ids", build, ids)


def _tellings(reading: Reading, rows: list[Row]) -> list[Telling]:
    def took_part() -> Any:
        parts, actors = reading.table("event_actors"), reading.table("actors")
        asked = parts.semi_join(_asked("event_id"), "event_id")
        joined = asked.join(actors, asked.actor_id == actors.id)
        return joined.select("event_id", "role", "actor_id", actors.kind, actors.country)

    def told_by() -> Any:
        documents = reading.table("documents").select("id", "published_start")
        return documents.semi_join(_asked("id"), "id")

    if not rows:
        return []
    sides: dict[tuple[str, str], set[Side]] = defaultdict(set)
    for row in reading.fetch("took part", took_part, [row["id"] for row in rows]):
        side = Side(row["actor_id"], ActorKind(row["kind"]), row["country"])
        sides[row["event_id"], row["role"]].add(side)
    documents = reading.fetch("told by", told_by, {row["document_id"] for row in rows})
    published = {row["id"]: row["published_start"] for row in documents}
    return [_telling(row, sides, published) for row in rows]


def _telling(row: Row, sides: dict[tuple[str, str], set[Side]], published: dict[str, Any]) -> Telling:
    place = None
    if row["place_id"] is not None:
        place = Spot(
            row["place_id"], row["place_kind"], row["country"], row["lat"], row["lon"], row["radius_km"]
        )
    return Telling(
        id=row["id"],
        document_id=row["document_id"],
        type=EventType(row["type"]),
        status=Status(row["status"]),
        start=row["start"],
        end=row["end"],
        grain=Grain(row["grain"]) if row["grain"] else None,
        basis=Basis(row["basis"]),
        place=place,
        sources=frozenset(sides[row["id"], "source"]),
        targets=frozenset(sides[row["id"], "target"]),
        killed=_count(row, "killed"),
        injured=_count(row, "injured"),
        sentence=fold_search(row["sentence"]),
        published=published.get(row["document_id"]),
    )


def _count(row: Row, name: str) -> tuple[int | None, int | None] | None:
    low, high = row[f"{name}_min"], row[f"{name}_max"]
    return None if low is None and high is None else (low, high)


def _rows(happening: Any) -> list[Row]:
    lead = happening.lead.id
    return [
        {
            "event_id": member.id,
            "event_key": key_of(member.id),
            "lead_id": lead,
            "lead_key": key_of(lead),
            "why": happening.why.get(member.id, ""),
        }
        for member in happening.members
        if member.id != lead
    ]
