"""A button that changes the URL: `assets/state.js` reads its attribute, and everything else follows the URL."""

from __future__ import annotations

from typing import Any

from dash import html


def press(
    children: Any, *, does: str, value: str, style: str, pressed: bool | None = None, **more: Any
) -> html.Button:
    """A button that `does` "put" (name=value), "toggle" (name=value of several) or "loosen" (a group)."""
    attributes: dict[str, Any] = {f"data-{does}": value, **more}
    if pressed is not None:
        attributes["aria-pressed"] = "true" if pressed else "false"
    return html.Button(children, type="button", className=style, **attributes)


def element(tag: Any, children: Any, *, data: dict[str, str] | None = None, **more: Any) -> Any:
    """An HTML element with attributes that are no names in Python: `aria_controls` is aria-controls."""
    named = {name.replace("aria_", "aria-"): value for name, value in more.items()}
    return tag(children, **named, **{f"data-{name}": value for name, value in (data or {}).items()})


def labelled(component: Any, text: str) -> Any:
    """The component with a name for those who do not see it."""
    setattr(component, "aria-label", text)
    return component


def unseen(component: Any) -> Any:
    """The component kept from screen readers: it only repeats or adorns."""
    setattr(component, "aria-hidden", "true")
    return component
