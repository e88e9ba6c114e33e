"""The application: a store behind a page. Callbacks only join what others do, in at most three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash
from dash import ClientsideFunction, Input, Output, State

from dashboard import answers, layout
from dashboard.embed import embed
from dashboard.index import INDEX, Page
from dashboard.origins import set_origins
from dashboard.security import secure
from dashboard.serving import serve
from extract.store import Store

if TYPE_CHECKING:
    from dashboard.answers import View


def create_app(store_url: str, *, embed_origins: tuple[str, ...] | None = None) -> dash.Dash:
    """The page of the store at `store_url`, ready to be served.

    `embed_origins` may show /embed in a frame; EMBED_ORIGINS says it where they are not given.
    """
    app = Page(
        "dashboard",
        index_string=INDEX,
        update_title="",
        compress=True,
        suppress_callback_exceptions=True,
        assets_ignore="basemap",
    )
    app.layout = layout.shell()
    _from_the_url(app)
    _to_the_url(app)
    _on_the_server(app, Store.open(store_url))
    allowed = set_origins() if embed_origins is None else embed_origins
    serve(app)
    embed(app, origins=allowed)
    secure(app, embed_origins=allowed)
    return app


def _join(app: dash.Dash, name: str, *ends: Any, first: bool = False) -> None:
    """A function of assets/state.js between some inputs and some outputs; `first` also when the page opens."""
    function: Any = app.clientside_callback
    function(ClientsideFunction("page", name), *ends, prevent_initial_call=not first)


def _from_the_url(app: dash.Dash) -> None:
    """The URL tells each view what to ask, and each control what it holds."""
    search, screen = Input("url", "search"), Input("screen", "data")
    views = ("events", "list", "card")
    asks = [Output(f"ask-{view}", "data") for view in views]
    asked = [State(f"ask-{view}", "data") for view in views]
    held = [Output(f"filter-{name}", "value") for name in ("q", "from", "to", "actor", "place")]
    _join(app, "boot", Output("boot", "data"), Output("screen", "data"), Input("url", "pathname"), first=True)
    _join(app, "split", *asks, search, screen, *asked)
    _join(app, "theme", Output("mantine", "forceColorScheme"), search, screen, first=True)
    sure, told = Output("filter-sure", "checked"), Output("filled", "data")
    _join(app, "fill", *held, sure, told, search, first=True)
    _join(app, "order", Output("order", "value"), Output("filled-order", "data"), search, first=True)
    opened = Output("card-drawer", "opened"), Output("filled-card", "data")
    _join(app, "show", *opened, Input("ask-card", "data"), first=True)


def _to_the_url(app: dash.Dash) -> None:
    """Controls and charts change the URL, and nothing else."""
    filled = State("filled", "data")
    _join(app, "choose", *(Input(f"filter-{name}", "value") for name in ("q", "actor", "place")), filled)
    _join(app, "check", Input("filter-sure", "checked"))
    _join(app, "sort", Input("order", "value"), State("filled-order", "data"))
    dates = (Input(f"filter-{name}", "value") for name in ("from", "to"))
    _join(app, "type", Output("typed", "data"), *dates)
    _join(app, "put_date", Input("understood", "data"))
    _join(app, "go", Input("go", "data"))
    _join(app, "close", Input("card-drawer", "opened"), State("filled-card", "data"))
    _join(app, "look", Input("map", "relayoutData"))
    _join(
        app,
        "brush",
        Output("brushed", "data"),
        Input("timeline", "selectedData"),
        Input("timeline", "clickData"),
    )
    _join(app, "point", Output("pointed", "data"), Input("map", "clickData"), Input("map", "selectedData"))


def _on_the_server(app: dash.Dash, store: Store) -> None:
    """What the store is needed for."""
    for view in answers.VIEWS:
        _show(app, view, store)

    @app.callback(Output("root", "children"), Input("boot", "data"), prevent_initial_call=True)
    def _page(boot: Any) -> Any:
        return layout.page(boot["lang"], boot["parts"], embedded=boot["embedded"])

    @app.callback(
        Output("go", "data"), Input("brushed", "data"), State("ask-events", "data"), prevent_initial_call=True
    )
    def _brushed(selection: Any, told: Any) -> Any:
        return answers.brushed(selection, told)

    @app.callback(
        Output("go", "data", allow_duplicate=True),
        Input("pointed", "data"),
        State("ask-events", "data"),
        prevent_initial_call=True,
    )
    def _pointed(selection: Any, told: Any) -> Any:
        return answers.pointed(selection, told)

    @app.callback(
        Output("understood", "data"),
        Output("filter-from", "error"),
        Output("filter-to", "error"),
        Input("typed", "data"),
        prevent_initial_call=True,
    )
    def _typed(told: Any) -> Any:
        return answers.understood(told)


def _show(app: dash.Dash, view: View, store: Store) -> None:
    @app.callback(list(view.into), Input(view.asks, "data"))
    def _shown(told: Any) -> Any:
        return answers.answer(view, store, told)
