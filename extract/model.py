"""The nouns of the field, as values: what a document says and what that stands for are two types.

Text offsets are Python string offsets of `Document.text`, end exclusive. Intervals are half-open.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from datetime import datetime


class Grain(StrEnum):
    """How precisely a time is told: the unit in which its ends are meant."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Calendar(StrEnum):
    """The calendar in which the words tell a time; intervals themselves are always Gregorian."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Basis(StrEnum):
    """Where an event's time comes from."""

    STATED = "stated"  # an expression in the clause itself
    INHERITED = "inherited"  # from the story the clause belongs to
    BOUNDED = "bounded"  # only the publication date or the story bounds it
    NONE = "none"


class Status(StrEnum):
    """Whether the text says that it happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CLAIMED = "claimed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class EventType(StrEnum):
    """The 16 event modes of PLOVER, and three that news needs beside them."""

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    ELECTION = "election"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    GROUP = "group"


class Role(StrEnum):
    """A participant's side: the source does it, the target undergoes it."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time: `start` belongs to it, `end` does not; None is an open end.

    The ends are naive datetimes, local where the text is local; `zone` is set only where the
    text names a time zone ("UTC", "+03:00") and then both ends are told in it.
    """

    start: datetime | None
    end: datetime | None
    grain: Grain
    calendar: Calendar = Calendar.GREGORIAN
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            message = f"an interval ends after it starts, not {self.start} to {self.end}"
            raise ValueError(message)

    @property
    def start_iso(self) -> str | None:
        """`2023-10-16`, with the time of day only where the grain is finer than a day."""
        return self._iso(self.start)

    @property
    def end_iso(self) -> str | None:
        """As `start_iso`, for the exclusive end."""
        return self._iso(self.end)

    def _iso(self, moment: datetime | None) -> str | None:
        if moment is None:
            return None
        if self.grain in {Grain.MINUTE, Grain.HOUR}:
            return moment.isoformat(timespec="minutes")
        return moment.date().isoformat()


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `published` is the day it was published, None where nobody says.

    `published_from` tells who said so: "given", "sidecar", "url", "dateline", "text" (its own words),
    "corrected" (the day given does not fit its words), "" (nobody).
    """

    id: str
    text: str
    title: str = ""
    language: str = ""
    url: str = ""
    source: str = ""
    published: Interval | None = None
    published_from: str = ""

    @classmethod
    def of(cls, text: str, *, source: str = "", **fields: object) -> Self:
        """A document whose id is the hash of its source and its text."""
        digest = hashlib.sha256(f"{source}\0{text}".encode("utf-8", "surrogatepass"))
        return cls(id=digest.hexdigest()[:16], text=text, source=source, **fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document says something, and which rule saw it: `text[start:end] == quote`."""

    document_id: str
    start: int
    end: int
    quote: str
    rule: str  # "ar/dates/last_weekday"

    @classmethod
    def at(cls, document: Document, start: int, end: int, rule: str) -> Self:
        """The evidence that `document.text[start:end]` is, seen by `rule`."""
        return cls(document.id, start, end, document.text[start:end], rule)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time. `interval` is None where they cannot be resolved yet.

    `anchor` says, for people, what the interval was reckoned from ("published 2023-10-17").
    """

    evidence: Evidence
    interval: Interval | None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place meant. `lat`, `lon` in degrees are its middle, `radius_km` how far it reaches."""

    id: str
    name_ar: str
    name_en: str
    lat: float
    lon: float
    country: str  # ISO 3166-1 alpha-2, "" where no one country holds it
    kind: str  # country, region, city, camp, crossing, sea, ...
    radius_km: float


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place. `place` is None where it stays unresolved."""

    evidence: Evidence
    place: Place | None
    candidates: tuple[Place, ...] = ()
    why: str = ""  # for people: why `place` won


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, an organisation, a state, an armed group or any other group."""

    id: str  # a readable slug: "vladimir-putin"
    name_ar: str
    name_en: str
    kind: ActorKind
    country: str = ""  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that mean an actor: the whole phrase, and the offsets of the name in it where it holds one.

    "الرئيس الروسي فلاديمير بوتين" holds the name "فلاديمير بوتين"; "الرئيس الروسي" and "الوكالة" hold none.
    """

    evidence: Evidence
    actor: Actor
    why: str = ""  # for people: "holder of the office on 2023-10-17"
    name: tuple[int, int] | None = None
    # Whom the phrase names besides: "حزب الله" in "الأمين العام لحزب الله".
    inside: tuple[ActorMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event; `evidence` is None where no words of its own name it."""

    role: Role
    actor: Actor
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many: at least `low`, at most `high`; None is an open end ("more than 1,300")."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event was: `interval` is None only with basis `none`."""

    interval: Interval | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """The words that say one field of an event: "type", "time", "place", "killed", ..."""

    field: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. The same text gives the same `id`."""

    id: str
    document_id: str
    type: EventType
    status: Status
    time: EventTime
    triggers: tuple[Evidence, ...]
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    attributed_to: Actor | None = None
    evidence: tuple[FieldEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with everything that was found in it, each list in the order of the text."""

    document: Document
    dates: tuple[TimeExpression, ...] = ()
    places: tuple[Toponym, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[Event, ...] = ()
    notices: tuple[str, ...] = field(default=())  # what a reader of the report should know
