"""The filters: each choice with the events it has under all the other filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dash import html

from dashboard import queries
from dashboard.filters import NO_PLACE, Filters
from dashboard.palette import FAMILIES, family
from dashboard.press import press
from dashboard.telling import country, name
from dashboard.words import counted, number, word
from extract.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.queries import Row
    from extract.store import Store

MOST_SHOWN = 7  # of a long list; the search box holds the others


class Choice(NamedTuple):
    """One choice of a filter; `other` is its name in the other language, to be searched too."""

    value: str
    label: str
    other: str
    events: int
    group: str = ""


class Rows(NamedTuple):
    """The choices of every filter."""

    actors: list[Row]
    types: list[Row]
    statuses: list[Row]
    places: list[Row]
    countries: list[Row]


def rows(store: Store, filters: Filters) -> Rows:
    """The choices of every filter, each counted without its own."""
    actors = queries.facet(store, filters, "actors")
    places = queries.facet(store, filters, "places")
    return Rows(
        actors=[*actors, *_absent(queries.actors(store, filters.actors), actors)],
        types=queries.facet(store, filters, "types"),
        statuses=queries.facet(store, filters, "statuses"),
        places=[*places, *_absent(queries.place_names(store, filters.places), places)],
        countries=queries.countries(store, filters),
    )


def figure(of: Rows, filters: Filters, lang: str) -> dict[str, Any]:
    """For each filter its list of choices, and for the search boxes their options."""
    actors = actor_choices(of, lang)
    places = place_choices(of, lang)
    return {
        "actor": _list("actor", actors, filters.actors, lang, MOST_SHOWN),
        "type": _list("type", type_choices(of, lang), filters.types, lang),
        "status": _list("status", status_choices(of, lang), filters.statuses, lang),
        "place": _list("place", places, filters.places, lang, MOST_SHOWN),
        "actor_options": _options(actors, filters.actors),
        "place_options": _options(places, filters.places),
    }


def actor_choices(of: Rows, lang: str) -> list[Choice]:
    """Actors, those with most events first."""
    other = "en" if lang == "ar" else "ar"
    return [Choice(row["id"], name(row, lang), name(row, other), row["events"]) for row in of.actors]


def place_choices(of: Rows, lang: str) -> list[Choice]:
    """Places and whole countries, those with most events first; "no place told" is a choice too."""
    other = "en" if lang == "ar" else "ar"
    whole = {row["id"]: row["events"] for row in of.countries}
    choices = [
        Choice(code, country(code, lang), country(code, other), events) for code, events in whole.items()
    ]
    for row in of.places:
        if row["id"] is None:
            label = word(lang, "filter.no_place")
            choices.append(Choice(NO_PLACE, label, word(other, "filter.no_place"), row["events"]))
        elif row["id"] not in whole:
            choices.append(Choice(row["id"], name(row, lang), name(row, other), row["events"]))
    return sorted(choices, key=lambda choice: (choice.value == NO_PLACE, -choice.events, choice.label))


def type_choices(of: Rows, lang: str) -> list[Choice]:
    """Types of events by family, those with most events first."""
    counts = {row["id"]: row["events"] for row in of.types}
    order = {kind: place for place, kind in enumerate(FAMILIES)}
    choices = [
        Choice(type_, word(lang, f"type.{type_}"), "", counts.get(type_, 0), kind)
        for kind, types in FAMILIES.items()
        for type_ in types
    ]
    return sorted(choices, key=lambda choice: (order[choice.group], -choice.events))


def status_choices(of: Rows, lang: str) -> list[Choice]:
    """Whether it happened, in a fixed order."""
    counts = {row["id"]: row["events"] for row in of.statuses}
    return [Choice(status, word(lang, f"status.{status}"), "", counts.get(status, 0)) for status in Status]


def picked(filters: Filters, group: str, values: Sequence[str] | None) -> Filters:
    """The filters after the choices of a group were set."""
    return filters.choosing(group, tuple(values or ()))


def _absent(known: dict[str, Row], counted_rows: list[Row]) -> list[Row]:
    """What the reader chose stays on the list, with no event, so that it can be let go."""
    there = {row["id"] for row in counted_rows}
    return [{**row, "events": 0} for id_, row in known.items() if id_ not in there]


def _options(choices: Sequence[Choice], chosen: Sequence[str]) -> list[dict[str, Any]]:
    # A search box lets go of a value it has no option for, and with it the filter would leave the URL.
    known = {choice.value for choice in choices}
    unknown = [Choice(value, value, "", 0) for value in chosen if value not in known]
    return [
        {"value": choice.value, "label": choice.label, "other": choice.other, "count": number(choice.events)}
        for choice in [*choices, *unknown]
    ]


def _list(
    param: str, choices: Sequence[Choice], chosen: Sequence[str], lang: str, most: int | None = None
) -> list[Any]:
    shown = [choice for choice in choices if choice.events or choice.value in chosen]
    if most is not None and len(shown) > most:
        shown = [choice for place, choice in enumerate(shown) if place < most or choice.value in chosen]
    largest = max((choice.events for choice in shown), default=1)
    buttons = [_button(param, choice, largest, lang, on=choice.value in chosen) for choice in shown]
    return buttons or [html.P(word(lang, "filter.nothing"), className="quiet")]


def _button(param: str, choice: Choice, largest: int, lang: str, *, on: bool) -> Any:
    share = f"{choice.events / max(largest, 1):.0%}"
    swatch = [html.Span(className=f"swatch {family(choice.value)}")] if param == "type" else []
    return press(
        [
            html.Span(className="share", style={"inlineSize": share}),
            *swatch,
            html.Span(choice.label, className="name", dir="auto"),
            html.Span(
                number(choice.events), className="number", title=counted(lang, "count.events", choice.events)
            ),
        ],
        does="toggle",
        value=f"{param}={choice.value}",
        style="choice",
        pressed=on,
    )
