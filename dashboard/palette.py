"""The colours of assets/colours.css, for the charts; event types share five that the colour-blind tell apart."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "assets" / "colours.css"
THEMES = ("light", "dark")

FAMILIES = {
    "talk": ("agree", "consult", "support", "concede"),
    "help": ("cooperate", "aid", "retreat"),
    "quarrel": ("request", "accuse", "reject", "threaten"),
    "force": ("protest", "sanction", "mobilize", "coerce", "assault"),
    "other": ("disaster", "accident", "election"),
}
_FAMILY = {type_: family for family, types in FAMILIES.items() for type_ in types}
_RULE = re.compile(r":root([^{]*)\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\s*;")


def family(type_: str) -> str:
    """The family of an event type: words or deeds, of agreement or of conflict, or neither."""
    return _FAMILY[type_]


def colour(name: str, theme: str = "light") -> str:
    """A colour by its name in colours.css: "ink", "accent", or a family of types."""
    return _colours()["dark" if theme == "dark" else "light"][name]


@lru_cache
def _colours() -> dict[str, dict[str, str]]:
    rules = {
        ("dark" if "dark" in which else "light"): dict(_COLOUR.findall(body))
        for which, body in _RULE.findall(FILE.read_text("utf-8"))
    }
    return {"light": rules["light"], "dark": rules["light"] | rules["dark"]}
