"""The first answer to a browser: Dash, with the reader's language on the html element from the first byte."""

from __future__ import annotations

from typing import Any

import dash
from flask import request

from dashboard import url
from dashboard.language import negotiated
from dashboard.words import direction, word

INDEX = """<!DOCTYPE html>
<html lang="{%lang%}" dir="{%dir%}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{%subtitle%}">
<meta name="color-scheme" content="light dark">
<title>{%heading%}</title>
{%css%}
</head>
<body>
{%app_entry%}
<noscript>{%no_script%}</noscript>
<div id="lost" role="alert" hidden>{%lost%}</div>
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


class Page(dash.Dash):
    """A Dash application whose index is written for each reader."""

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        """The index in the language that the URL or else the browser asks for."""
        lang = language()
        index: str = super().interpolate_index(*args, **parts)  # type: ignore[no-untyped-call]
        told = {key: word(lang, f"page.{key}") for key in ("subtitle", "no_script", "lost")}
        told |= {"lang": lang, "dir": direction(lang), "heading": word(lang, "page.title")}
        for key, text in told.items():
            index = index.replace(f"{{%{key}%}}", text)
        return index


def language() -> str:
    """The language of the request at hand."""
    filters, _ = url.read(request.query_string.decode("utf-8", "replace"))
    return filters.lang or negotiated(request.headers.get("Accept-Language", ""))
