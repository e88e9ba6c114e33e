"""The register of rules: each makes a Time of what its phrases' slots hold; the words are in `languages/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Act = TypeVar("_Act", bound="Callable[..., Any]")

RULES: dict[str, tuple[str, Callable[..., Any]]] = {}


def rule(slot: str) -> Callable[[_Act], _Act]:
    """Register a function as the rule of its own name that fills `slot`."""

    def register(act: _Act) -> _Act:
        RULES[act.__name__] = (slot, act)
        return act

    return register
