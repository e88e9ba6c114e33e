"""What the server answers for each view: its rows, drawn. A view is asked with the URL, the language and the screen."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - NamedTuple reads it
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from dash import Output, get_asset_url, no_update
from dash.exceptions import PreventUpdate

from dashboard import chips, legend, queries, typed, url
from dashboard.advice import advice
from dashboard.charts import card, facets, table, timeline
from dashboard.charts import map as map_
from dashboard.filters import LANGUAGES, NO_PLACE, Filters
from dashboard.press import press
from dashboard.words import counted, word
from extract.errors import ExtractError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser asks a view for."""

    filters: Filters
    notices: tuple[url.Notice, ...]
    lang: str
    theme: str
    narrow: bool
    flat: bool = False

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Asked:
        """What `assets/state.js` put into a store; anything odd in it means the default."""
        filters, notices = url.read(str(told.get("search") or ""))
        lang = told.get("lang") if told.get("lang") in LANGUAGES else "en"
        theme = "dark" if told.get("theme") == "dark" else "light"
        narrow, flat = bool(told.get("narrow")), bool(told.get("flat"))
        return cls(filters, notices, str(lang), theme, narrow, flat)


def draw_timeline(store: Store, asked: Asked) -> tuple[Any, ...]:
    """The figure and its height, and beside it the legend, the notes and the table."""
    rows = timeline.rows(store, asked.filters, narrow=asked.narrow)
    figure = timeline.figure(rows, asked.lang, asked.theme, narrow=asked.narrow)
    style = {"height": figure["layout"]["height"]}
    words = (legend.legend(rows, asked.lang), legend.note(rows, asked.lang), legend.table(rows, asked.lang))
    return (figure, style, *words)


def draw_map(store: Store, asked: Asked) -> tuple[Any, ...]:
    """The map, and how many events it cannot show."""
    rows = map_.rows(store, asked.filters)
    told = counted(asked.lang, "count.unplaced", rows.unplaced)
    only = press(
        told,
        does="toggle",
        value=f"place={NO_PLACE}",
        style="plain",
        pressed=NO_PLACE in asked.filters.places,
    )
    assets = str(get_asset_url(""))  # type: ignore[no-untyped-call]
    look: dict[str, Any] = {"lang": asked.lang, "theme": asked.theme, "narrow": asked.narrow}
    drawn = map_.list_of_places(rows, **look) if asked.flat else map_.figure(rows, **look, assets=assets)
    further = counted(asked.lang, "count.further", rows.left_out) + " " if rows.left_out else ""
    return drawn, [further, only] if rows.unplaced else further


def draw_facets(store: Store, asked: Asked) -> tuple[Any, ...]:
    """Each filter's choices, the options of the search boxes, and how many filters are set."""
    drawn = facets.figure(facets.rows(store, asked.filters), asked.filters, asked.lang)
    names = ("actor", "type", "status", "place", "actor_options", "place_options")
    events = counted(asked.lang, "count.events", queries.totals(store, asked.filters).events)
    active = f" ({len(asked.filters.groups)})" if asked.filters.groups else ""
    return (*(drawn[name] for name in names), active, word(asked.lang, "filter.show", events=events))


def draw_summary(store: Store, asked: Asked) -> tuple[Any, ...]:
    """How many events, what chose them, and what of the URL was left out."""
    of, whole = queries.totals(store, asked.filters), queries.totals(store, Filters())
    return (
        chips.summary(of, whole, asked.lang, asked.filters.calendar),
        chips.chips(store, asked.filters, asked.lang),
        chips.notices(asked.notices, store, asked.filters, asked.lang),
        advice(store, asked.filters, asked.lang),
    )


def draw_list(store: Store, asked: Asked) -> tuple[Any, ...]:
    """One page of the list."""
    return (table.figure(table.rows(store, asked.filters), asked.filters, asked.lang),)


def draw_card(store: Store, asked: Asked) -> tuple[Any, ...]:
    """The event that the URL opens; a card that closes keeps its words while it goes."""
    if not asked.filters.id:
        return (no_update,)
    return (card.figure(card.rows(store, asked.filters.id), asked.lang, asked.filters.calendar),)


def _outputs(*names: str) -> tuple[Output, ...]:
    split = (name.split(".") for name in names)
    return tuple(Output(component, part) for component, part in split)


class View(NamedTuple):
    """What the browser asks with, what draws the answer, and where its parts go."""

    asks: str
    draw: Callable[[Store, Asked], tuple[Any, ...]]
    into: tuple[Output, ...]


VIEWS = (
    View(
        "ask-events",
        draw_summary,
        _outputs("count.children", "chips.children", "notices.children", "advice.children"),
    ),
    View(
        "ask-events",
        draw_timeline,
        _outputs(
            "timeline.figure",
            "timeline.style",
            "legend.children",
            "timeline-note.children",
            "timeline-table.children",
        ),
    ),
    View("ask-events", draw_map, _outputs("map.figure", "map-note.children")),
    View(
        "ask-events",
        draw_facets,
        _outputs(
            "choices-actor.children",
            "filter-type.children",
            "filter-status.children",
            "choices-place.children",
            "filter-actor.data",
            "filter-place.data",
            "active.children",
            "show.children",
        ),
    ),
    View("ask-list", draw_list, _outputs("list.children")),
    View("ask-card", draw_card, _outputs("card.children")),
)


def answer(view: View, store: Store, told: Mapping[str, Any] | None) -> tuple[Any, ...]:
    """What a view shows; nothing before the browser has asked."""
    if not told:
        raise PreventUpdate
    return view.draw(store, Asked.of(told))


def brushed(selection: Mapping[str, Any] | None, told: Mapping[str, Any] | None) -> str:
    """The URL after a brush over the timeline, or a click on one of its bars."""
    return url.write(timeline.picked(selection, Asked.of(told or {}).filters))


def pointed(selection: Mapping[str, Any] | None, told: Mapping[str, Any] | None) -> str:
    """The URL after a click on the map, or a box drawn on it."""
    return url.write(map_.picked(selection, Asked.of(told or {}).filters))


def understood(told: Mapping[str, Any]) -> tuple[Any, Any, Any]:
    """A typed date as the URL writes it, and a message beside each field: "" where it was read."""
    name, text, lang = (str(told.get(key) or "") for key in ("name", "text", "lang"))
    message = word(lang, "filter.date_bad")
    try:
        read = typed.understood(text, name, lang=lang)
    except (
        ExtractError
    ) as error:  # a broken file of words or of the world: the page stays, and names the file
        read, message = None, word(lang, "filter.date_broken", error=f"\u2068{error}\u2069")
    message = message if read is None else ""
    value = no_update if read is None else {"name": name, "value": read}
    return value, message if name == "from" else no_update, message if name == "to" else no_update
