"""One document in, everything that was found in it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extract.actors import find_actors
from extract.actors.demonyms import find_demonyms
from extract.actors.held import offices_held
from extract.dates import find_dates, published_of
from extract.errors import InputError
from extract.events import find_events
from extract.language import detect
from extract.model import Annotation, Document, Grain, Interval
from extract.places import find_places

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from extract.model import TimeExpression, Toponym

ALL = frozenset({"dates", "places", "actors", "events"})


def annotate(document: Document, *, only: Collection[str] = ALL) -> Annotation:
    """What `document` says: dates, places, actors, events, or `only` some of these.

    A part is the same whether the others are asked for or not. Where the document tells its own
    day of publication and nobody else does, that is taken; where nobody does, events are kept with
    what is known of their time.
    """
    wanted = checked(only)
    document, doubts = with_published(with_language(document))
    events = "events" in wanted
    dates = find_dates(document) if events or wanted & {"dates", "actors"} else []
    document = on_its_day(document)
    places = find_places(document) if events or "places" in wanted else []
    actors = find_actors(document, dates) if events or "actors" in wanted else []
    return Annotation(
        document=document,
        dates=tuple(dates) if "dates" in wanted else (),
        places=_with_demonyms(document, places) if "places" in wanted else (),
        actors=tuple(actors) if "actors" in wanted else (),
        events=tuple(find_events(document, dates, places, actors)) if events else (),
        notices=(*doubts, *_notices(document, dates)),
    )


def _with_demonyms(document: Document, places: list[Toponym]) -> tuple[Toponym, ...]:
    """The places with the demonyms between them: told to people and programs, never an event's place."""
    return tuple(
        sorted([*places, *find_demonyms(document, places)], key=lambda toponym: toponym.evidence.start)
    )


def with_language(document: Document) -> Document:
    """The document with its language, told by its text where nobody tells it."""
    return document if document.language else replace(document, language=detect(document.text))


def with_published(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document with the day of publication that its own words tell where nobody else does, and doubts about it."""
    held: list[Callable[[date], bool]] = []  # the offices are read only where the dates leave several days

    def may_be(day: date) -> bool:
        if not held:
            held.append(offices_held(document))
        return held[0](day)

    published, told_by, doubts = published_of(document, may_be)
    return replace(document, published=published, published_from=told_by), doubts


def on_its_day(document: Document) -> Document:
    """The document as published on a day: only what is reckoned by hours asks for the minute."""
    published = document.published
    if published is None or published.start is None or published.grain not in {Grain.HOUR, Grain.MINUTE}:
        return document
    start = published.start.replace(hour=0, minute=0)
    return replace(document, published=Interval(start, start + timedelta(days=1), Grain.DAY))


def checked(only: Collection[str]) -> frozenset[str]:
    """`only` as a set, if each of it is a part."""
    wanted = frozenset(only)
    unknown = sorted(wanted - ALL)
    if unknown or not wanted:
        message = (
            f"{', '.join(unknown) or 'nothing'}: no part of this name; choose of {', '.join(sorted(ALL))}"
        )
        raise InputError(message)
    return wanted


def _notices(document: Document, dates: Collection[TimeExpression]) -> tuple[str, ...]:
    open_ones = [one for one in dates if one.interval is None]
    if not open_ones:
        return ()
    shown = "، " if document.language == "ar" else ", "
    words = shown.join(dict.fromkeys(one.evidence.quote for one in open_ones[:3]))
    cause = "" if document.published else "; its day of publication is not known, give it with --published"
    stay = "date stays" if len(open_ones) == 1 else "dates stay"
    return (f"{len(open_ones)} {stay} unresolved ({words}){cause}",)
