"""Demonyms: "الإيراني", "Russians" name a state by its people or its things; a side of an event, never a pin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.actors.scene import scene_of
from extract.gazetteer import country
from extract.model import Evidence, Toponym

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from extract.actors.scene import Piece, Scene
    from extract.model import Document

DEMONYM = "demonym"


def find_demonyms(
    document: Document, named: Collection[Toponym] = (), *, own: Path | None = None
) -> list[Toponym]:
    """The demonyms of the text as toponyms whose place is the state, with the kind `demonym`.

    `named` are the places found already: a word inside one of them ("البحر العربي") is its own.
    """
    scene = scene_of(document, own)
    taken = {at for one in named for at in range(one.evidence.start, one.evidence.end)}
    found = []
    for i in scene.positions("adjective"):
        piece = next((p for p in scene.find(i, "adjective") if _sure(scene, p)), None)
        if piece is None:
            continue
        start, end = scene.span(piece.start, piece.end, piece.cut)
        state = country(piece.tag.value.upper())
        if state is not None and taken.isdisjoint(range(start, end)):
            language = "ar" if scene.scripts[i] else "en"
            evidence = Evidence.at(document, start, end, f"{language}/places/demonym")
            found.append(Toponym(evidence, replace(state, kind=DEMONYM), why="its people or its things"))
    return found


def _sure(scene: Scene, piece: Piece) -> bool:
    """No common word ("مالي" is also financial, "polish" a verb)."""
    return not piece.tag.form.endswith("doubtful") and (
        scene.scripts[piece.start] or scene.text[scene.starts[piece.start]].isupper()
    )
