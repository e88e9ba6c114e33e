"""An event as one place of the text tells it, before what tells the same is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.clauses import Clause
    from extract.events.scene import Sentence
    from extract.events.sense import Sense
    from extract.model import Count, EventTime, EventType, Evidence, Interval, Place, Status


@dataclass(slots=True, eq=False)
class Draft:
    """One telling. `token` is where its trigger begins; `grounded` False means it only refers."""

    type: EventType
    sense: Sense
    sentence: Sentence
    clause: Clause
    token: int
    last: int
    trigger: Evidence
    status: Status
    rule: str
    siblings: list[Clause] = field(default_factory=list)  # the clauses of the sentence
    told_by: Clause | None = None  # the relative clause that says more of a noun
    noun: bool = False
    definite: bool = False
    grounded: bool = True
    recent: bool = False
    headline: bool = False
    habit: bool = False
    background: bool = False  # told as having been before the story
    source: list[Chunk] = field(default_factory=list)
    target: list[Chunk] = field(default_factory=list)
    attributed: Chunk | None = None
    status_evidence: Evidence | None = None
    time: EventTime | None = None
    time_evidence: Evidence | None = None
    span: Interval | None = None  # the time as told, to the hour
    place: Place | None = None
    place_evidence: Evidence | None = None
    killed: Count | None = None
    killed_evidence: Evidence | None = None
    injured: Count | None = None
    injured_evidence: Evidence | None = None
    before: Draft | None = None  # the event in which it was told of ("أبلغه عن محادثاته")
    within: Draft | None = None  # the event during which it happened ("خلال المكالمة")
