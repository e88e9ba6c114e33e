"""Finds English organisations that no list knows: words with capitals around a word that makes an organisation of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Made
from extract.gazetteer.actors import slug
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Scene

_LONGEST = 6
_JOINERS = frozenset({"of", "and", "for", "&", "the"})


def find_english_organisations(scene: Scene) -> Iterator[Candidate]:
    """For example "Acme Widgets Inc", "University of Khartoum", "Free Wheel Movement"."""
    for i in scene.positions("name-end"):
        if scene.arabic(i) or not scene.capital(i):
            continue
        start = _start(scene, i)
        if start < i:
            yield from _named(scene, start, i + 1)
    for i in scene.positions("name-start"):
        for piece in scene.find(i, "name-start"):
            end = _end(scene, piece.end)
            if scene.capital(i) and end > piece.end:
                yield from _named(scene, _start(scene, i), end)
                break


def _start(scene: Scene, i: int) -> int:
    """The first of the words with capitals that lead up to token `i`."""
    start = i
    while start > 0 and i - start < _LONGEST and scene.near(start - 1) and _proper(scene, start - 1):
        start -= 1
    while start < i and scene.word(start) in scene.index.parts["en"].words and not _kept(scene, start):
        start += 1  # "The", "On Monday" and the like are no part of it
    return start


def _end(scene: Scene, i: int) -> int:
    end = i + 1 if scene.word(i) == "the" else i
    first = end
    while end < scene.size and end - i < _LONGEST and scene.near(end - 1):
        if scene.word(end) in _JOINERS and end > first and _proper(scene, end + 1):
            end += 2
        elif _proper(scene, end):
            end += 1
        else:
            break
    return end if end > first else i


def _proper(scene: Scene, i: int) -> bool:
    return scene.capital(i) and not scene.arabic(i) and scene.word(i).isalpha()


def _kept(scene: Scene, i: int) -> bool:
    """Whether a common word belongs to the name: "National", "International", "Free"."""
    return (
        scene.word(i)
        in {"national", "international", "united", "american", "north", "south", "east", "west"} | _SIDES
    )


_DIRECTIONS = frozenset({"north", "south", "east", "west", "left", "right", "middle", "upper", "lower"})
_SIDES = frozenset({"northern", "southern", "eastern", "western", "central", "federal", "royal", "free"})


def _named(scene: Scene, start: int, end: int) -> Iterator[Candidate]:
    known = any(p.end >= end for p in scene.find(start, "state", "actor"))
    if known or all(scene.word(i) in _DIRECTIONS for i in range(start, end - 1)):
        return  # "European Union" is known, the West Bank is a place
    first, last = scene.span(start, end)
    name = " ".join(scene.text[first:last].split())
    country = next((p.tag.value for i in range(start, end) for p in scene.find(i, "adjective", "state")), "")
    actor = Actor(slug(name), name, name, ActorKind.ORGANISATION, country.removeprefix("state-").upper())
    yield Candidate(start, end, 0, Made(actor), "en/actors/organisation", f"'{name}' is named so", 2)
