"""Whether the words of a set phrase go on in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.scene import Scene


def continues(scene: Scene, token: int, rest: tuple[str, ...]) -> bool:
    """Whether the tokens from `token` on are the rest of a set phrase."""
    forms = scene.folded[token : token + len(rest)]
    return len(forms) == len(rest) and all(
        form in {word, "ال" + word, word + "ا"} for form, word in zip(forms, rest, strict=True)
    )
