"""Finds the names that the tagger sees in their sentences and that no list has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Known, Made, Stranger
from extract.actors.transliterate import transliterate
from extract.actors.trimmed import land, person
from extract.gazetteer.actors import slug
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene
    from extract.tagger import Name

_BELIEVED = 0.45
_ALONE = 0.5  # a name of one word
_ORGANISED = 0.55
_LONGER = 0.65
_OVER_A_LIST = 0.85
_WHY = "named so in its sentence"


def find_tagged(scene: Scene) -> Iterator[Candidate]:
    """People and organisations by what stands around their names."""
    for name in scene.tagged:
        if name.kind == "p" and name.sure >= (_BELIEVED if name.last - name.first > 1 else _ALONE):
            yield from _stranger(scene, name)
        elif name.kind == "o" and name.sure >= _ORGANISED:
            yield from _organisation(scene, name)


def _stranger(scene: Scene, name: Name) -> Iterator[Candidate]:
    if any(p.end == name.last for p in scene.find(name.first, "actor", cut=name.cut)):
        return  # the world data has it
    start, stop = scene.span(name.first, name.last, name.cut)
    yield _candidate(scene, name, Stranger(scene.text[start:stop]), 3 if _holds_a_known(scene, name) else 2)


def _holds_a_known(scene: Scene, name: Name) -> bool:
    """Whether what the world data knows is only a part of the name: "داروين نونيز", "Vodafone Qatar"."""
    return name.sure >= _LONGER and any(
        p.end <= name.last
        for i in range(name.first, name.last)
        for p in scene.find(i, "actor", "state", "body")
    )


def _organisation(scene: Scene, name: Name) -> Iterator[Candidate]:
    known = scene.find(name.first, "actor", "state", "body", cut=name.cut)
    somebody = any(person(scene, p) for p in scene.find(name.first, "actor", cut=name.cut))
    if any(p.end == name.last for p in known) or somebody or _lands(scene, name):
        return
    score = 3 if _holds_a_known(scene, name) else 2 if name.sure >= _OVER_A_LIST else 1
    own = _own_name(scene, name)
    if own is not None:
        yield _candidate(scene, name, Known((own.tag.value,)), score)
        return
    start, stop = scene.span(name.first, name.last, name.cut)
    words = " ".join(scene.text[start:stop].split())
    if name.cut and scene.raw(name.first)[name.cut - 1 :].startswith("لل"):
        words = "ا" + words
    latin = transliterate(words)
    actor_id = slug(latin)
    if actor_id:
        actor = Actor(actor_id, words, latin, ActorKind.ORGANISATION, _country(scene, name).upper())
        yield _candidate(scene, name, Made(actor), score)


def _lands(scene: Scene, name: Name) -> bool:
    """Whether a land stands first and the name is not sure: "اتهمت واشنطن طهران" names no organisation."""
    if land(scene, name.first, name.cut):
        return True
    found = scene.find(name.first, "state", "capital", cut=name.cut)
    return name.sure < _OVER_A_LIST and any(p.end == name.first + 1 for p in found)


def _own_name(scene: Scene, name: Name) -> Piece | None:
    """The known name behind the noun of an organisation: "صحيفة الشروق" is the one known as "الشروق"."""
    i = name.first
    while i < name.last - 1 and any(p.end == i + 1 for p in scene.find(i, "head", "noun")):
        i += 1
    if i == name.first:
        return None
    return next(
        (p for p in scene.find(i, "actor", cut=0) if p.end == name.last and not person(scene, p)), None
    )


def _candidate(scene: Scene, name: Name, target: Known | Stranger | Made, score: int) -> Candidate:
    rule = f"{'ar' if scene.arabic(name.first) else 'en'}/actors/tagger"
    return Candidate(name.first, name.last, name.cut, target, rule, _WHY, score)


def _country(scene: Scene, name: Name) -> str:
    """The country whose adjective or name is part of the name."""
    for i in range(name.first, name.last):
        for piece in scene.find(i, "adjective", "state", cut=0):
            return piece.tag.value.removeprefix("state-")
    return ""
