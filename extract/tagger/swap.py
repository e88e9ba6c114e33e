"""Enlarges the texts: the same sentences with other names of the same kind, taken from the other texts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.tagger.texts import Annotated, Span

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

_SWAPPED = 0.8  # of the names
_LISTED = 0.5  # of these
_MOST_WORDS = 3


Names = dict[tuple[str, int, bool], list[str]]  # kind, number of words, article -> names


def swapped(
    texts: Sequence[Annotated], chance: random.Random, lists: dict[str, list[str]]
) -> Iterator[Annotated]:
    """A copy of each text in which most names are others of the same kind and number of words.

    They come from the other texts and from `lists` (kind -> names). A name is the same wherever a text repeats
    it; one that has no equal stays.
    """
    listed: Names = defaultdict(list)
    for kind, found in lists.items():
        for name in found:
            listed[_like(name, kind)].append(name)
    names: Names = defaultdict(list)
    for text in texts:
        for name, kind in dict.fromkeys((text.text[s.start : s.end], s.kind) for s in text.names):
            names[_like(name, kind)].append(name)
    for text in texts:
        yield _with_other_names(text, (names, listed), chance)


def _like(name: str, kind: str) -> tuple[str, int, bool]:
    return kind, min(len(name.split()), _MOST_WORDS), bool(re.match("ال", name)) and kind != "p"


def _with_other_names(text: Annotated, pools: tuple[Names, Names], chance: random.Random) -> Annotated:
    chosen: dict[str, str] = {}
    words, spans, at = "", [], 0
    for span in text.names:
        name = text.text[span.start : span.end]
        glued = span.start > 0 and text.text[span.start - 1].isalpha()
        if name not in chosen:
            names, listed = (pool.get(_like(name, span.kind), [name]) for pool in pools)
            other = chance.choice(listed if chance.random() < _LISTED else names)
            fits = not glued or other.startswith("ال") == name.startswith("ال")
            chosen[name] = other if chance.random() < _SWAPPED and fits else name
        new = chosen[name]
        if glued and new.startswith(("ال", "لل")) != name.startswith(("ال", "لل")):
            new = name
        if glued and text.text[span.start - 1] == "ل" and new.startswith("ال"):
            new = new[1:]
        words += text.text[at : span.start]
        spans.append(Span(len(words), len(words) + len(new), span.kind))
        words += new
        at = span.end
    return replace(text, text=words + text.text[at:], names=tuple(spans))
