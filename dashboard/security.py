"""The headers of every answer: what a page may load and run, and who may frame it."""

from __future__ import annotations

import secrets
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from flask import g, request

from dashboard.embed import is_embed
from dashboard.origins import ancestors

if TYPE_CHECKING:
    from dash import Dash
    from flask import Response

# Component libraries add <style> elements while they run, and plotly writes style attributes for bold text. This
# gives each element the nonce of the page and sets each attribute through the object model, which is what the policy
# lets pass, so that it can refuse every other style. It must be the first script of the page.
SHIM = (
    "(function(nonce,make,set){"
    "Document.prototype.createElement=function(name){var made=make.apply(this,arguments);"
    "if(String(name).toLowerCase()==='style')set.call(made,'nonce',nonce);return made};"
    "Element.prototype.setAttribute=function(name,value){"
    "if(String(name).toLowerCase()==='style'&&this.style)this.style.cssText=value;else set.apply(this,arguments)}"
    "})(document.currentScript.nonce,Document.prototype.createElement,Element.prototype.setAttribute)"
)
SHIM_HASH = "'sha256-" + b64encode(sha256(SHIM.encode()).digest()).decode() + "'"

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "microphone", "geolocation", "payment", "usb", "serial", "display-capture")
)


def secure(app: Dash, *, embed_origins: tuple[str, ...]) -> None:
    """Give every answer of `app` its headers. Call it once the app has all its callbacks."""
    hashes = cache(lambda: (*dict.fromkeys(app.csp_hashes()), SHIM_HASH))

    def headers(response: Response) -> Response:
        nonce = g.setdefault("nonce", secrets.token_urlsafe(18))
        if response.mimetype == "text/html" and not response.direct_passthrough:
            first = f'<head>\n<script nonce="{nonce}">{SHIM}</script>'
            response.set_data(response.get_data(as_text=True).replace("<head>", first, 1))
        framed = is_embed(app)
        allowed = ancestors(embed_origins if framed else ())
        response.headers["Content-Security-Policy"] = policy(hashes(), nonce, allowed)
        if not framed:
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        response.headers["Permissions-Policy"] = PERMISSIONS
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response

    app.server.after_request(headers)


def policy(hashes: tuple[str, ...], nonce: str, frame_ancestors: str) -> str:
    """What the page may do: its own files and nothing inline but what is known by hash or nonce.

    `worker-src blob:` is the map's, `img-src data: blob:` the pictures that charts make of themselves.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(hashes)}",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {frame_ancestors}",
        )
    )
