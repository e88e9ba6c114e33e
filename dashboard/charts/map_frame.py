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
# What each button does, by its name in words/*.toml; assets/map.js does it.
TOOLS = (("closer", "+"), ("farther", "−"), ("whole", "⤢"), ("seen", "▣"))


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
    return html.Div(
        [_tool(does, sign, word(lang, f"map.{does}")) for does, sign in TOOLS], className="map-tools"
    )


def _tool(does: str, sign: str, text: str) -> Any:
    told: dict[str, Any] = {"data-map": does}
    return labelled(html.Button(sign, type="button", title=text, **told), text)
