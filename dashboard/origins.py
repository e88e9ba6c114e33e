"""Who may show /embed in a frame: origins as a person writes them, as a header and as the page checks them."""

from __future__ import annotations

import os
import re

ANYONE = "*"
# A fresh start can be tried from any page of the same machine; everybody else is named by a setting.
DEFAULT = ("http://localhost:*", "http://127.0.0.1:*")
_ORIGIN = re.compile(
    r"https?://(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::(?:\d{1,5}|\*))?"
)


class OriginError(ValueError):
    """A setting names an origin that no browser would understand."""


def origins(text: str | None) -> tuple[str, ...]:
    """The origins of a setting, separated by spaces or commas; the default where nothing is set.

    `*` is anyone and stands alone; "none" is nobody but this site itself.
    """
    if text is None or not text.strip():
        return DEFAULT
    told = tuple(dict.fromkeys(part.lower().rstrip("/") for part in re.split(r"[\s,]+", text.strip())))
    if told in {(ANYONE,), ("none",)}:
        return told if told == (ANYONE,) else ()
    for origin in told:
        if not _ORIGIN.fullmatch(origin):
            message = (
                f"EMBED_ORIGINS or --embed-origin names {origin!r}, which is no origin. Write https://news.example, "
                "https://*.news.example or http://localhost:8000, separated by spaces; * alone lets anyone."
            )
            raise OriginError(message)
    return told


def set_origins() -> tuple[str, ...]:
    """The origins that the environment names."""
    return origins(os.environ.get("EMBED_ORIGINS"))


def ancestors(allowed: tuple[str, ...]) -> str:
    """The sources of `frame-ancestors`."""
    return ANYONE if ANYONE in allowed else " ".join(("'self'", *allowed))
