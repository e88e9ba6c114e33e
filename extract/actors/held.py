"""The days that a text can be of, by the offices that it says people hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Known, Office
from extract.actors.english import find_english
from extract.actors.offices import find_offices
from extract.actors.scene import scene_of
from extract.gazetteer.actors.world import load_world

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from extract.gazetteer.actors.model import Tenure
    from extract.model import Document


def offices_held(document: Document, *, own: Path | None = None) -> Callable[[date], bool]:
    """Whether everybody called by office and name in `document` may have held that office on a day.

    Only "President Joe Biden" tells: who is called former, or by name alone, may be told of on any day.
    """
    told = _told(document, own)
    return lambda day: all(any(tenure.possibly(day, day) for tenure in tenures) for tenures in told)


def _told(document: Document, own: Path | None) -> list[list[Tenure]]:
    scene, world = scene_of(document, own), load_world(own)
    told = []
    for finder in (find_offices, find_english):
        for candidate in finder(scene):
            office = candidate.target
            if not isinstance(office, Office) or office.modifiers or not isinstance(office.holder, Known):
                continue
            entries = [world.entries[one] for one in office.holder.ids if one in world.entries]
            tenures = [
                tenure
                for entry in entries
                for tenure in entry.offices
                if tenure.office == office.key and office.of in {"", tenure.of}
            ]
            if tenures:
                told.append(tenures)
    return told
