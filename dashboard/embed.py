"""The page for somebody's iframe: which requests are for it, whom it may speak with, and the host's script."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from flask import request, send_file

if TYPE_CHECKING:
    from dash import Dash
    from flask import Response

PATH = "embed"
HOST_SCRIPT = Path(__file__).parent / "host" / "embed.js"
AN_HOUR = 3600


def is_embed(app: Dash) -> bool:
    """Whether the request at hand is for the page in a frame."""
    return request.path.rstrip("/") == str(app.config.routes_pathname_prefix) + PATH


def embed(app: Dash, *, origins: tuple[str, ...]) -> None:
    """Let `assets/embed.js` know whom it may speak with, and serve the host's few lines as /embed.js."""
    meta = f'<meta name="embed-origins" content="{escape(" ".join(origins))}">\n</head>'

    def host_script() -> Response:
        response = send_file(HOST_SCRIPT, mimetype="text/javascript", max_age=AN_HOUR)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def tell(response: Response) -> Response:
        if is_embed(app) and response.mimetype == "text/html" and not response.direct_passthrough:
            response.set_data(response.get_data(as_text=True).replace("</head>", meta, 1))
        return response

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}embed.js", "embed_host", host_script)
    app.server.after_request(tell)
