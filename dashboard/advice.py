"""What to do where no event is left: which filter, loosened, shows how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard import queries
from dashboard.filters import Filters, without
from dashboard.press import press
from dashboard.words import counted, word

if TYPE_CHECKING:
    from extract.store import Store


def gains(store: Store, filters: Filters) -> list[tuple[int, str]]:
    """Each filter that is set, with the events that are there without it, most first."""
    loose = ((queries.totals(store, without(filters, group)).events, group) for group in filters.groups)
    return sorted(((events, group) for events, group in loose if events), reverse=True)


def advice(store: Store, filters: Filters, lang: str) -> list[Any]:
    """Nothing where there are events; else a way out."""
    if queries.totals(store, filters).events:
        return []
    if not queries.totals(store, Filters()).events:
        hint = html.Code(word(lang, "empty.store_hint"), dir="ltr")
        return [html.Div([html.P(word(lang, "empty.store"), className="big"), hint], className="empty")]
    ways = [_way(group, events, lang) for events, group in gains(store, filters)]
    told = html.P(word(lang, "empty.loosen" if ways else "empty.together"))
    return [
        html.Div([html.P(word(lang, "empty.title"), className="big"), told, html.Ul(ways)], className="empty")
    ]


def _way(group: str, events: int, lang: str) -> html.Li:
    text = [html.Strong(word(lang, f"empty.{group}")), html.Span(counted(lang, "empty.gain", events))]
    return html.Li(press(text, does="loosen", value=group, style="plain"))
