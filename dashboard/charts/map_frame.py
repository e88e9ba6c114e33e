"""Where the map stands on the page, with the buttons that move it."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.press import labelled
from dashboard.words import word

CONFIG: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
}
# What each button does, by its word; assets/map.js does it.
TOOLS = (("map.closer", "+"), ("map.farther", "−"), ("map.whole", "⤢"), ("map.seen", "▣"))


def map_frame(lang: str) -> html.Section:
    """The map, how many events it cannot show, and its buttons: the wheel belongs to the page."""
    graph = dcc.Graph(id="map", config=CONFIG, responsive=True, style={"height": "100%"})
    frame = html.Div([graph, _tools(lang)], role="figure", id="map-frame", dir="ltr", tabIndex=0)
    head = [html.H2(word(lang, "map.title")), html.Div(id="map-note", className="note")]
    return html.Section(
        [html.Div(head, className="view-head"), labelled(frame, word(lang, "map.label"))],
        className="view map",
    )


def _tools(lang: str) -> html.Div:
    return html.Div([_tool(key, sign, word(lang, key)) for key, sign in TOOLS], className="map-tools")


def _tool(key: str, sign: str, text: str) -> Any:
    told: dict[str, Any] = {"data-map": key.removeprefix("map.")}
    return labelled(html.Button(sign, type="button", title=text, **told), text)
