"""What all plotly figures of the page have in common."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import Any

from dashboard.palette import colour

FONT = "system-ui, 'Segoe UI', 'Noto Sans Arabic', 'Geeza Pro', Tahoma, 'DejaVu Sans', sans-serif"
_LINE = 52


def layout(theme: str, height: int, **more: Any) -> dict[str, Any]:
    """A bare, see-through figure: the page is its frame."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 4, "b": 40},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": colour("ink", theme)},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": colour("card", theme),
            "bordercolor": colour("soft", theme),
            "font": {"color": colour("ink", theme), "family": FONT, "size": 13},
            "align": "auto",
        },
        "hovermode": "closest",
        "template": "none",
        **more,
    }


def plain(text: str, longest: int = 10_000) -> str:
    """Untrusted text for plotly, which reads some tags: here it reads none."""
    short = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return escape(short, quote=False)


def wrapped(text: str, longest: int = 260) -> str:
    """Untrusted text in lines short enough for a hover."""
    short = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return "<br>".join(escape(line, quote=False) for line in wrap(short, _LINE))
