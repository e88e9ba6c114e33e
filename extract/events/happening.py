"""A happening: the tellings of one event within an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.draft import Draft

VIOLENT = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER})


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
