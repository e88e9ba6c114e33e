"""The country that a text is about, for "the army", "the prime minister" and other words that name none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.actors.scene import Scene

_DATELINE = 3  # the place of writing weighs as much as three mentions
_LEAST = 2
_KINDS = ("state", "adjective", "capital")
_DATELINE_SIGNS = frozenset({"-", ":", "("})


def dateline_country(scene: Scene) -> str:
    """The country of the place where the article was written, as it says at its head."""
    for piece in scene.find(0, "capital", "state"):
        if scene.word(piece.end) in _DATELINE_SIGNS:
            return _code(piece.tag.kind, piece.tag.value)
    return ""


def home_country(scene: Scene) -> str:
    """The code of the country that half of all words about countries are about; "" where there is none."""
    counts: Counter[str] = Counter()
    for i in scene.positions(*_KINDS):
        counts.update({_code(p.tag.kind, p.tag.value) for p in scene.find(i, *_KINDS)})
    written_in = dateline_country(scene)
    if written_in:
        counts[written_in] += _DATELINE
    if not counts:
        return ""
    code, count = counts.most_common(1)[0]
    return code if count >= _LEAST and count * 2 >= counts.total() else ""


def countries_told(scene: Scene) -> Counter[str]:
    """How often each country is told of."""
    return Counter(
        _code(p.tag.kind, p.tag.value) for i in scene.positions(*_KINDS) for p in scene.find(i, *_KINDS)
    )


def _code(kind: str, value: str) -> str:
    return value.removeprefix("state-") if kind == "state" else value
