"""Finds organisations that no list knows, by the noun that heads their name: "صحيفة الصباح", "شركة فولتا للطاقة"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Made
from extract.actors.scene import stem_of
from extract.actors.transliterate import transliterate
from extract.gazetteer.actors import slug
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene

_LONGEST = 5
_NOT_IN_NAMES = frozenset({"saying", "office", "modifier", "noun", "people", "side"})


def find_organisations(scene: Scene) -> Iterator[Candidate]:
    """Arabic names of organisations: a head noun and the proper words after it."""
    for i in scene.positions("head"):
        if scene.first(i, "body") is not None:
            continue  # "مجلس الوزراء": whose, the text tells
        for piece in scene.find(i, "head"):
            end = _end(scene, piece)
            if end == piece.end or not _believed(scene, piece, end):
                continue
            start, stop = scene.span(i, end, piece.cut)
            name = scene.text[start:stop]
            if piece.clitics[-1:] == ("ل",) and stem_of(scene, i, piece.cut).startswith("ال"):
                continue
            kind = ActorKind.ARMED_GROUP if piece.tag.value == "armed" else ActorKind.ORGANISATION
            latin = transliterate(name)
            actor = Actor(
                slug(latin), " ".join(name.split()), latin, kind, _country(scene, piece.end, end).upper()
            )
            why = f"a name headed by '{scene.raw(i)}'"
            yield Candidate(i, end, piece.cut, Made(actor), "ar/actors/organisation", why, 1, piece.clitics)
            break


def _believed(scene: Scene, head: Piece, end: int) -> bool:
    """Whether the words are a name, and no common noun with what it is of."""
    if head.tag.value == "named" or _proper(scene, head.end):
        return True
    if head.tag.value == "of_places":
        return scene.first(head.end, "state", "capital", cut=0) is not None
    if head.tag.value == "proper":
        return False
    spoken = any(p.tag.kind == "saying" for p in scene.at(head.start - 1)) if head.start else False
    return spoken or bool(_country(scene, head.end, end))


def _end(scene: Scene, head: Piece) -> int:
    """The token after the name: words with an article, adjectives of states, or words of other languages."""
    end = head.end
    while end < scene.size and end - head.start < _LONGEST and scene.near(end - 1) and scene.arabic(end):
        if not _part(scene, head, end):
            break
        end += 1
        if scene.first(end - 1, "adjective", cut=0) is not None:
            break  # "صحيفة الصباح التونسية" is complete
    return end


def _part(scene: Scene, head: Piece, i: int) -> bool:
    word = scene.word(i)
    first = i == head.end
    if word in scene.index.parts["ar"].words:
        return False
    kinds = {p.tag.kind for p in scene.at(i) if p.cut == 0}
    if kinds & _NOT_IN_NAMES and not word.startswith("ال"):
        return False
    if word.startswith("ال"):
        return first or word.endswith(("ي", "يه"))
    if word.startswith("لل") and not first:
        return True
    return first and (_proper(scene, i) or scene.first(i, "state", "capital", cut=0) is not None)


def _proper(scene: Scene, i: int) -> bool:
    """Whether a word is a name: a given name, or shaped like a word of another language."""
    word = scene.word(i)
    shaped = word.endswith(scene.index.parts["ar"].endings) and len(word) > _LONGEST
    return word in scene.index.given or shaped


def _country(scene: Scene, start: int, end: int) -> str:
    for i in range(start, end):
        for piece in scene.find(i, "adjective", "state", cut=0):
            return piece.tag.value.removeprefix("state-")
    return ""
