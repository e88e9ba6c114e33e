"""Finds people whom no list knows: after a title, beside a verb of saying, or by a given name and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.bodies import organisation_at
from extract.actors.candidate import Candidate, Known, Office, Stranger
from extract.actors.namelike import name_end
from extract.actors.offices import holder_at, known_person, prolonged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene


_FAR = 5


def find_strangers(scene: Scene) -> Iterator[Candidate]:
    """Unknown people, and known ones with a title before the name."""
    for i in scene.positions("title"):
        for piece in scene.find(i, "title"):
            candidate = _titled(scene, piece)
            if candidate is not None:
                yield candidate
                break
    for i in scene.positions("saying", "doing"):
        if scene.arabic(i) and scene.near(i):
            yield from _bare(scene, i + 1, 0, eager=True, rule="saying")
    for i, cut, common in scene.names:
        yield from _bare(scene, i, cut, eager=common, rule="given_name")
    for i, arabic in enumerate(scene.scripts):
        if not arabic and scene.capital(i):
            yield from _bare(scene, i, 0, eager=_said_in_english(scene, i), rule="given_name")


def _titled(scene: Scene, piece: Piece) -> Candidate | None:
    """A title, its adjectives or its organisation, and the name."""
    at = piece.end
    if at >= scene.size or not scene.near(at - 1):
        return None
    if not scene.arabic(piece.start):
        return _titled_english(scene, piece)
    who, end, name = holder_at(scene, at)
    if who is None:
        at = _description_end(scene, at)
        if at == piece.end:
            return _far(scene, piece)
        who, end, name = holder_at(scene, at)
        if who is None:
            return None
    return Candidate(
        piece.start,
        end,
        piece.cut,
        who,
        "ar/actors/title",
        f"after '{scene.raw(piece.start)}'",
        3,
        piece.clitics,
        name,
    )


def _far(scene: Scene, piece: Piece) -> Candidate | None:
    """After "الأستاذ في جامعة القاهرة" or "الباحث في الشؤون الدولية": the name alone is the mention."""
    link = scene.first(piece.end, "link", cut=0)
    if link is None:
        return None
    for i in range(link.end + 1, min(link.end + _FAR, scene.size)):
        if not scene.near(i - 1) or not scene.arabic(i - 1):
            return None
        first = scene.word(i)
        if first in scene.index.given or first in scene.index.parts["ar"].common:
            end = name_end(scene, i, eager=True)
            if end - i > 1:
                start, stop = scene.span(i, end)
                return Candidate(i, end, 0, Stranger(scene.text[start:stop]), "ar/actors/title", "", 2)
    return None


def _description_end(scene: Scene, at: int) -> int:
    """After "الاقتصادي" in "الخبير الاقتصادي محمد ...", or after "في حركة حماس" in "القيادي في حركة حماس ..."."""
    link = scene.first(at, "link", cut=0)
    if link is not None:
        organisation = organisation_at(scene, link.end)
        return organisation[1] if organisation else at
    end = at
    while (
        end < at + 2
        and scene.word(end).startswith("ال")
        and scene.word(end).endswith(("ي", "يه", "ق", "ل", "قه"))
    ):
        end += 1
    return end


def _titled_english(scene: Scene, piece: Piece) -> Candidate | None:
    at = piece.end + (1 if scene.word(piece.end) == "." else 0)
    if not scene.capital(piece.start) and piece.tag.value == "title" and not scene.capital(at):
        return None
    who, end, name = holder_at(scene, at)
    if who is None:
        return None
    why = f"after '{scene.raw(piece.start)}'"
    return Candidate(piece.start, end, 0, who, "en/actors/title", why, 3, name=name)


def _bare(scene: Scene, i: int, cut: int, *, eager: bool, rule: str) -> Iterator[Candidate]:
    end = name_end(scene, i, cut, eager=eager)
    if end - i < 2 or names_a_place(scene, i, end, cut):  # noqa: PLR2004 - one word alone is no name yet
        return
    known = known_person(scene, i) if cut == 0 else None
    longer = known is not None and not known[0].alone
    if known is not None and (known[1] == end or (longer and not prolonged(scene, known[1]))):
        return
    start, stop = scene.span(i, end, cut)
    language = "ar" if scene.arabic(i) else "en"
    yield Candidate(
        i, end, cut, Stranger(scene.text[start:stop]), f"{language}/actors/{rule}", "", 4 if longer else 2
    )


def names_a_place(scene: Scene, start: int, end: int, cut: int = 0) -> bool:
    """Whether a name is that of a street, an airport, a city: "شارع الحبيب بورقيبة", "رام الله"."""
    if scene.arabic(start):
        for back in (1, 2):  # "شارع الحبيب بورقيبة": the place may stand before another part of the name
            if start >= back and any(
                p.tag.kind == "place" and p.end == start - back + 1 for p in scene.at(start - back)
            ):
                before = scene.word(start - 1)
                return back == 1 or before in scene.index.given or before.startswith("ال")
    elif scene.first(end, "place") is not None and scene.capital(end):
        return True
    return any(p.tag.kind in {"capital", "state"} and p.cut == cut and p.end == end for p in scene.at(start))


def _said_in_english(scene: Scene, i: int) -> bool:
    """Whether a verb of saying stands straight before, or straight after two words with capitals."""
    if any(p.tag.kind == "saying" for p in scene.at(i - 1)) if i else False:
        return True
    parts = scene.index.parts["en"]
    if _introduced_in_english(scene, i):
        return True
    return (
        scene.word(i) not in parts.words
        and scene.capital(i + 1)
        and any(p.tag.kind == "saying" and p.tag.form == "en" for p in scene.at(i + 2))
    )


def _introduced_in_english(scene: Scene, i: int) -> bool:
    """Two words with capitals, and after a comma what the person is: "Olena Kovalenko, a teacher", "Marcus Webb, 34,"."""
    parts = scene.index.parts["en"]
    if not scene.capital(i + 1) or {scene.word(i), scene.word(i + 1)} & parts.words or scene.capital(i - 1):
        return False
    if any(
        p.tag.kind in {"state", "capital", "adjective", "actor", "place"}
        for j in (i, i + 1)
        for p in scene.at(j)
    ):
        return False
    after = scene.word(i + 3)
    if scene.word(i + 2) != ",":
        return False
    return after in {"a", "an", "who", "whose"} or after.isdecimal() or _apposition(scene, i + 3)


def _apposition(scene: Scene, i: int) -> bool:
    """Whether "the novelist," stands at `i`: what a person is, and a comma before what the person says."""
    if scene.word(i) not in {"the", "his", "her", "their"} or scene.capital(i + 1):
        return False
    comma = next((j for j in range(i + 2, i + _FAR + _FAR) if scene.word(j) == ","), 0)
    return bool(comma) and scene.first(comma + 1, "saying") is not None


def named(target: Known | Stranger | Office | object) -> bool:
    """Whether a target is a person told by name."""
    return isinstance(target, Stranger) or (isinstance(target, Known) and not target.alone)
