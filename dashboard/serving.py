"""What the browser may keep: the basemap is asked for by its content, so it is sent once and small."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from dash import Dash
    from flask import Response

A_YEAR = 31_536_000
LARGEST_QUESTION = 2_000_000  # bytes; what the page itself asks is a few thousand


def serve(app: Dash) -> None:
    """Send the basemap compressed and for ever; take no question that is larger than any of the page's own."""
    mimetypes.add_type("application/json", ".geojson")  # a type that is compressed

    def keep(response: Response) -> Response:
        if request.path.endswith(".geojson") and "v" in request.args:
            response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
        return response

    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST_QUESTION
    app.server.after_request(keep)
