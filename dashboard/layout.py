"""The page's frame in one language: where each view and each control stands. What they hold comes from callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.charts.drawing import FONT
from dashboard.charts.map_frame import map_frame
from dashboard.filters import PARTS
from dashboard.press import element, labelled, press, unseen
from dashboard.words import direction, word

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAPH: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
}


def shell() -> html.Div:
    """What is there before the language is known: the URL, and the stores that carry it to the views."""
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="boot"),
            dcc.Store(id="screen"),
            dcc.Store(id="ask-events"),
            dcc.Store(id="ask-list"),
            dcc.Store(id="ask-card"),
            dcc.Store(id="brushed"),
            dcc.Store(id="pointed"),
            dcc.Store(id="typed"),
            dcc.Store(id="understood"),
            dcc.Store(id="go"),
            html.Div(id="root"),
        ]
    )


def page(lang: str, parts: Sequence[str] = (), *, embedded: bool = False) -> Any:
    """Everything that a reader sees; an embedded page shows only the parts asked for, and no head."""
    shown = tuple(parts) or PARTS
    return dmc.MantineProvider(
        dmc.DirectionProvider(
            html.Div(
                [
                    *([] if embedded else [_skip(lang), _head(lang)]),
                    html.Div(
                        [*([_filters(lang)] if "filters" in shown else []), _main(lang, shown)],
                        className="columns" if "filters" in shown else "columns alone",
                    ),
                    _card(lang),
                    html.Footer(word(lang, "page.sources"), className="foot"),
                ],
                id="page",
                className="embedded" if embedded else "",
                dir=direction(lang),
                lang=lang,
            ),
            direction=direction(lang),
        ),
        id="mantine",
        theme={
            "fontFamily": FONT,
            "primaryColor": "blue",
            "primaryShade": {"light": 8, "dark": 4},
            "defaultRadius": "sm",
        },
    )


def _skip(lang: str) -> html.A:
    return html.A(word(lang, "page.skip"), href="#events", className="skip")


def _head(lang: str) -> html.Header:
    other = "en" if lang == "ar" else "ar"
    switch = element(
        html.A,
        word(lang, "page.language"),
        href=f"?lang={other}",
        lang=other,
        className="plain",
        data={"lang": other},
    )
    theme = press("◐", does="theme", value="turn", style="plain round")
    return html.Header(
        [
            html.Div([html.H1(word(lang, "page.title")), html.P(word(lang, "page.subtitle"))]),
            html.Div([switch, labelled(theme, word(lang, "page.theme"))], className="tools"),
        ],
        className="masthead",
    )


def _main(lang: str, shown: Sequence[str]) -> html.Main:
    views = [
        *([_timeline(lang)] if "timeline" in shown else []),
        html.Div(
            [*([map_frame(lang)] if "map" in shown else []), *([_list(lang)] if "table" in shown else [])],
            className="beside",
        ),
    ]
    return html.Main([html.Div(id="notices"), _summary(lang, shown), *views], id="events", tabIndex=-1)


def _summary(lang: str, shown: Sequence[str]) -> html.Div:
    opener = element(
        html.Button,
        [unseen(html.Span("☰")), word(lang, "page.filters"), html.Span(id="active")],
        type="button",
        className="plain opener",
        data={"panel": "open"},
        aria_controls="filters",
    )
    return html.Div(
        [
            html.Div(
                [html.P(id="count", role="status"), *([opener] if "filters" in shown else [])],
                className="counted",
            ),
            html.Div(id="chips", className="chips"),
            html.Div(id="advice"),
        ],
        className="summary",
    )


def _timeline(lang: str) -> html.Section:
    return html.Section(
        [
            html.Div(
                [html.H2(word(lang, "timeline.title")), html.Div(id="legend", className="legend")],
                className="view-head",
            ),
            labelled(
                html.Div(
                    dcc.Graph(id="timeline", config=_GRAPH, responsive=True, style={"height": 240}),
                    role="figure",
                    tabIndex=0,
                    id="timeline-frame",
                ),
                word(lang, "timeline.label"),
            ),
            element(html.Div, None, id="timeline-said", className="unseen", aria_live="polite"),
            html.Div(id="timeline-note", className="note"),
            html.Details(
                [html.Summary(word(lang, "timeline.table")), html.Div(id="timeline-table")],
                className="as-table",
            ),
        ],
        className="view timeline",
    )


def _list(lang: str) -> html.Section:
    order = dmc.SegmentedControl(
        id="order",
        value="oldest",
        size="xs",
        data=[{"value": sort, "label": word(lang, f"list.{sort}")} for sort in ("oldest", "newest")],
    )
    return html.Section(
        [
            html.Div(
                [html.H2(word(lang, "list.title")), labelled(order, word(lang, "list.order"))],
                className="view-head",
            ),
            html.Div(id="list"),
            dcc.Store(id="filled-order"),
        ],
        className="view list",
    )


def _card(lang: str) -> Any:
    return dmc.Drawer(
        [html.Div(id="card"), dcc.Store(id="filled-card")],
        id="card-drawer",
        opened=False,
        keepMounted=True,
        position="right",
        size="lg",
        title=word(lang, "card.title"),
        closeButtonProps={"aria-label": word(lang, "card.close")},
        overlayProps={"backgroundOpacity": 0.25},
        transitionProps={"duration": 120},
        lockScroll=False,
    )


def _filters(lang: str) -> Any:
    head = html.Div(
        [
            html.H2(word(lang, "page.filters")),
            press(word(lang, "filter.clear"), does="loosen", value="all", style="plain", id="clear"),
            labelled(
                press("✕", does="panel", value="close", style="plain round closer"),
                word(lang, "filter.close"),
            ),
        ],
        className="panel-head",
    )
    groups = [
        _group("q", lang, [_words(lang)]),
        _group("time", lang, [_date("from", lang), _date("to", lang), _sure(lang)]),
        _group("actor", lang, [_search("actor", lang), html.Div(id="choices-actor")]),
        _group("type", lang, [html.Div(id="filter-type")]),
        _group("place", lang, [_search("place", lang), html.Div(id="choices-place")]),
        _group("status", lang, [html.Div(id="filter-status")]),
    ]
    show = press("", does="panel", value="close", style="primary shower", id="show")
    filled = dcc.Store(id="filled")
    return labelled(html.Aside([head, *groups, show, filled], id="filters"), word(lang, "page.filters"))


def _group(key: str, lang: str, controls: list[Any]) -> Any:
    title = html.H3(word(lang, f"filter.{key}"), id=f"title-{key}")
    return element(
        html.Div, [title, *controls], role="group", className=f"group {key}", aria_labelledby=f"title-{key}"
    )


def _words(lang: str) -> Any:
    hint = word(lang, "filter.q_hint")
    return labelled(dmc.TextInput(id="filter-q", placeholder=hint, debounce=350, size="sm"), hint)


def _date(name: str, lang: str) -> Any:
    return dmc.TextInput(
        id=f"filter-{name}",
        label=word(lang, f"filter.{name}"),
        placeholder=word(lang, f"filter.{name}_hint"),
        debounce=True,
        size="sm",
        autoComplete="off",
    )


def _sure(lang: str) -> Any:
    return dmc.Checkbox(
        id="filter-sure",
        label=word(lang, "filter.sure"),
        description=word(lang, "filter.sure_hint"),
        size="sm",
    )


def _search(name: str, lang: str) -> Any:
    hint = word(lang, f"filter.{name}_search")
    box = dmc.MultiSelect(
        id=f"filter-{name}",
        data=[],
        value=[],
        searchable=True,
        clearable=False,
        placeholder=hint,
        nothingFoundMessage=word(lang, "filter.none"),
        filter={"function": "eitherName"},
        renderOption={"function": "optionWithCount"},
        limit=60,
        size="sm",
        comboboxProps={"withinPortal": True, "transitionProps": {"duration": 0}},
    )
    return labelled(box, hint)
