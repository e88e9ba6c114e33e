"""The register of rules: each makes a Time of what its phrases' slots hold; the words are in `languages/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

RULES: dict[str, tuple[str, Callable[..., Any]]] = {}


def rule(slot: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as the rule of its own name that fills `slot`."""

    def register(act: Callable[..., Any]) -> Callable[..., Any]:
        RULES[act.__name__] = (slot, act)
        return act

    return register
