"""The list: each event with when, what, who and where, and the sentence that says so; a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dash import html

from dashboard import queries
from dashboard.charts.lanes import kind
from dashboard.palette import family
from dashboard.press import labelled, press
from dashboard.telling import people, place, time
from dashboard.words import counted, direction, number, word

if TYPE_CHECKING:
    from dashboard.filters import Filters
    from extract.store import Store

LONGEST = 320  # letters of a sentence in the list; the card has it whole


class Rows(NamedTuple):
    """One page of events, and how many there are in all."""

    events: list[queries.Row]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // queries.PAGE_ROWS))


def rows(store: Store, filters: Filters) -> Rows:
    """The page that the filters ask for, or the last one there is."""
    total = queries.totals(store, filters).events
    if total == 0:
        return Rows([], 0, 1)
    last = -(-total // queries.PAGE_ROWS)
    page = min(filters.page, last)
    return Rows(queries.page(store, filters.at(page)), total, page)


def figure(of: Rows, filters: Filters, lang: str) -> list[Any]:
    """The events as a list, with its pages."""
    if not of.events:
        return [html.P(word(lang, "list.empty"), className="quiet empty")]
    items = [html.Li(_item(row, filters, lang)) for row in of.events]
    start = (of.page - 1) * queries.PAGE_ROWS + 1
    return [html.Ol(items, className="events", start=str(start)), *_pager(of, lang)]


def picked(event_id: str) -> str:
    """What a click on an event puts into the URL."""
    return f"id={event_id}"


def _item(row: queries.Row, filters: Filters, lang: str) -> html.Button:
    what = word(lang, f"type.{row['type']}")
    status = row["status"]
    sentence = (
        row["sentence"] if len(row["sentence"]) <= LONGEST else row["sentence"][:LONGEST].rstrip() + "…"
    )
    facts: list[Any] = [
        html.Span([html.Span(className=f"swatch {family(row['type'])}"), what], className="what"),
        *(
            [html.Span(word(lang, f"status.{status}"), className=f"tag {status}")]
            if status != "happened"
            else []
        ),
        *_parties(row, lang),
        *([html.Span(html.Bdi(place(row, lang)), className="where")] if row["place_id"] else []),
    ]
    when: list[Any] = [
        html.Span(className=f"mark-kind {kind(row) if row['grain'] else 'none'}"),
        time(row, lang, filters.calendar),
    ]
    return press(
        [
            html.Span(when, className="when"),
            html.Span(
                [
                    html.Span(facts, className="facts"),
                    html.Span(sentence, className="sentence", dir=_written(row)),
                    html.Span(_from(row, lang), className="from"),
                ],
                className="told",
            ),
        ],
        does="put",
        value=picked(row["id"]),
        style="event",
    )


def _from(row: queries.Row, lang: str) -> list[Any]:
    """The source, and how many articles tell it where there are more."""
    source = html.Bdi(row["source"] or row["title"])
    if row["articles"] == 1:
        return [source]
    return [source, " · ", html.B(counted(lang, "count.articles", row["articles"]))]


def _written(row: queries.Row) -> str:
    """The way the article is written, which its first letter does not always tell."""
    return direction(row["language"]) if row["language"] else "auto"


def _parties(row: queries.Row, lang: str) -> list[Any]:
    sides = [people(row, lang, role) for role in ("source", "target")]
    told: list[Any] = [
        html.Bdi("، ".join(side) if lang == "ar" else ", ".join(side)) for side in sides if side
    ]
    if len(told) < 2:  # noqa: PLR2004 - the two sides
        return [html.Span(told, className="who")] if told else []
    arrow = html.Span("←" if lang == "ar" else "→", className="arrow")
    both: list[Any] = [told[0], " ", arrow, " ", told[1]]
    return [html.Span(both, className="who")]


def _pager(of: Rows, lang: str) -> list[Any]:
    if of.pages == 1:
        return []
    middle = word(lang, "list.page", page=number(of.page), pages=number(of.pages))
    turns = [
        _turn("list.previous", of.page - 1, of.pages, lang),
        html.Span(middle),
        _turn("list.next", of.page + 1, of.pages, lang),
    ]
    return [labelled(html.Nav(turns, className="pager"), middle)]


def _turn(key: str, page: int, pages: int, lang: str) -> html.Button:
    value = f"page={page}" if page > 1 else "page="
    there = 1 <= page <= pages
    return press(word(lang, key), does="put", value=value, style="plain", disabled=not there)
