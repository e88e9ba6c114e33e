"""The language that a browser asks for."""

from __future__ import annotations

from dashboard.filters import LANGUAGES

DEFAULT = "en"


def negotiated(accepted: str) -> str:
    """The first of the page's languages in an Accept-Language header, by its weights; English where none is."""
    wanted = sorted((_wanted(part, place) for place, part in enumerate(accepted.split(","))), reverse=True)
    return next((lang for weight, _, lang in wanted if weight > 0 and lang in LANGUAGES), DEFAULT)


def _wanted(part: str, place: int) -> tuple[float, int, str]:
    tag, _, weight = part.partition(";")
    try:
        share = float(weight.strip().removeprefix("q=")) if weight else 1.0
    except ValueError:
        share = 0.0
    return share, -place, tag.strip().split("-")[0].casefold()
