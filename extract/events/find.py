"""Puts events together: tellings, their numbers, times and places, and what tells the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.build import build
from extract.events.chronology import settle_chronology
from extract.events.merge import fill_sides, merged
from extract.events.pronouns import settle_pronouns
from extract.events.scene import Scene, scene
from extract.events.story import shape
from extract.events.tolls import settle_tolls
from extract.events.triggers import drafts
from extract.events.when import settle_times
from extract.events.where import settle_places, story_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.draft import Draft
    from extract.model import ActorMention, Document, Event, TimeExpression, Toponym


def find_events(
    document: Document,
    dates: Sequence[TimeExpression],
    places: Sequence[Toponym],
    actors: Sequence[ActorMention],
) -> list[Event]:
    """Who did what to whom in a document, when and where: one event for each happening."""
    made = scene(document, dates, places, actors)
    return events_of(made) if made is not None else []


def events_of(made: Scene) -> list[Event]:
    """The events of a scene, in the order in which they are first told."""
    found = drafts(made)
    settle_pronouns(made, found)
    settle_tolls(made, found)
    settle_times(made, found)
    settle_places(made, found)
    found = shape(made, found)
    if made.notes is not None:
        for draft in found:
            made.note(_told(draft))
    happenings = merged(made, found)
    fill_sides(happenings)
    settle_chronology(made, happenings)
    story_places(happenings)
    return [event for each in happenings if (event := build(made, each)) is not None]


def _told(draft: Draft) -> str:
    """For people: one telling, with the rule and the words that it rests on."""
    sides = (
        ", ".join(c.actor.id for c in side if c.actor) or "nobody" for side in (draft.source, draft.target)
    )
    time = draft.time_evidence.quote if draft.time_evidence else "no time"
    place = draft.place_evidence.quote if draft.place_evidence else "no place"
    return (
        f"sentence {draft.sentence.number + 1}: '{draft.trigger.quote}' {draft.type.value}, {draft.status.value}, "
        f"by {draft.rule or 'no rule'}: {' > '.join(sides)}; {time}; {place}"
    )
