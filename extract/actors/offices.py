"""Finds offices with their country or organisation and the holder's name: one mention from the first word to the last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.actors.bodies import body_at, organisation_at
from extract.actors.candidate import Candidate, Known, Office, Stranger
from extract.actors.namelike import name_end
from extract.actors.words import LANGUAGES, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene

_MOST_QUALIFIERS = 6
_LONGER = 0.65
# Offices that only a state has: after them a doubtful word is its name.
OF_A_STATE = frozenset({"president", "prime-minister", "monarch"})


@dataclass(slots=True)
class _Reading:
    """What the words after an office have told so far."""

    end: int
    of: str = ""
    organisation: bool = False
    modifiers: set[str] = field(default_factory=set)


def find_offices(scene: Scene) -> Iterator[Candidate]:
    """Arabic offices: "الرئيس الروسي فلاديمير بوتين", "رئيس وزراء إسرائيل", "الأمين العام لحزب الله"."""
    for i in scene.positions("office"):
        for piece in scene.find(i, "office"):
            if piece.tag.form in {"d", "c"}:
                candidate = _office(scene, piece)
                if candidate is not None:
                    yield _deputy(scene, candidate)


def _deputy(scene: Scene, candidate: Candidate) -> Candidate:
    """For example "نائب وزير الخارجية الأميركي": an office of its own, below the other."""
    deputy = next((p for p in scene.find(candidate.start - 1, "deputy") if p.end == candidate.start), None)
    if deputy is None or candidate.cut or not isinstance(candidate.target, Office):
        return candidate
    target = replace(candidate.target, key=f"deputy-{candidate.target.key}")
    return replace(
        candidate, start=deputy.start, cut=deputy.cut, clitics=deputy.clitics, target=target, score=4
    )


def _office(scene: Scene, piece: Piece) -> Candidate | None:
    reading = _Reading(piece.end)
    for _ in range(_MOST_QUALIFIERS):
        if not scene.near(reading.end - 1) or not _qualified(scene, piece, reading):
            break
    if piece.tag.form == "c" and not reading.of:
        return None
    if not reading.of and _adjective_here(scene, piece):
        return None
    key = office_key(piece.tag.value, organisation=reading.organisation)
    holder, end, name = holder_at(scene, reading.end)
    target = Office(key, reading.of, frozenset(reading.modifiers), holder)
    score = 3 if reading.of or holder else 0
    return Candidate(
        piece.start, end, piece.cut, target, "ar/actors/office", score=score, clitics=piece.clitics, name=name
    )


def _adjective_here(scene: Scene, piece: Piece) -> bool:
    """Whether "الرئيس" is the adjective of the noun before it: "السبب الرئيس"."""
    before = scene.word(piece.start - 1)
    return (
        before.startswith("ال")
        and piece.cut == 0
        and scene.near(piece.start - 1)
        and not scene.at(piece.start - 1)
    )


def _qualified(scene: Scene, piece: Piece, reading: _Reading) -> bool:
    """Read one more qualifier at the end of `reading`; False where there is none."""
    at = reading.end
    modifier = scene.first(at, "modifier", cut=0)
    if modifier is not None:
        reading.modifiers.add(modifier.tag.value)
        reading.end = modifier.end
        return True
    if reading.of:
        return False
    return _adjective(scene, piece, reading) or _complement(scene, piece, reading)


def _adjective(scene: Scene, piece: Piece, reading: _Reading) -> bool:
    definite = piece.tag.form == "d"
    for adjective in scene.find(reading.end, "adjective", cut=0):
        form = adjective.tag.form
        if definite and form[:2] in {"md", "fd"}:
            reading.of, reading.end = adjective.tag.value, adjective.end
            return True
    return False


def _complement(scene: Scene, piece: Piece, reading: _Reading) -> bool:
    """A state or an organisation after the office: straight after it, after "ل", or after "باسم" and the like."""
    at = reading.end
    link = scene.first(at, "link", cut=0) if piece.tag.form == "d" else None
    if link is not None:
        at = link.end
        body = scene.first(at, "body", cut=0)
        if body is not None and not any(True for _ in body_at(scene, at)):
            reading.end = body.end  # "المتحدث باسم الشرطة": whose, the text has told before
            return True
    for found in scene.find(at, "state"):
        straight = piece.tag.form == "c" and found.cut == 0 and _sure_state(piece, found)
        linked = piece.tag.form == "d" and (link is not None or found.clitics == ("ل",))
        if straight or linked:
            reading.of, reading.end = found.tag.value.removeprefix("state-"), found.end
            return True
    organisation = organisation_at(scene, at, glued=() if piece.tag.form == "c" or link else ("ل",))
    if organisation is not None:
        reading.of, reading.end = organisation
        reading.organisation = True
        return True
    return False


def _sure_state(office: Piece, state: Piece) -> bool:
    """For example "رئيس مالي" is Mali's, "مستشار مالي" an adviser on finance."""
    return not state.tag.form.endswith("doubtful") or office.tag.value in OF_A_STATE


class Holder(NamedTuple):
    """Who is named, the token after the name, and the tokens of the name itself."""

    who: Known | Stranger | None
    end: int
    name: tuple[int, int] | None = None


def holder_at(scene: Scene, i: int) -> Holder:
    """The name of the holder straight after an office."""
    start_of_name = i
    if i >= scene.size or not scene.near(i - 1):
        return Holder(None, i)
    title = scene.first(i, "title", "office", cut=0) if scene.arabic(i) or scene.capital(i) else None
    if title is not None and title.tag.form != "c" and scene.near(title.end - 1) and title.end < scene.size:
        i = title.end  # "العاهل الأردني الملك عبد الله الثاني"
    known = known_person(scene, i)
    end = 0 if scene.first(i, "link", cut=0) else name_end(scene, i, titled=True)
    shorter = known is not None and not known[0].alone and not prolonged(scene, known[1])
    if known is not None and (known[1] >= end or (shorter and not told_longer(scene, i, known[1]))):
        return Holder(*known, (i, known[1]))
    if end:
        start, stop = scene.span(i, end)
        return Holder(Stranger(scene.text[start:stop]), end, (i, end))
    return Holder(None, start_of_name)


def told_longer(scene: Scene, i: int, end: int) -> bool:
    """Whether the tagger surely sees a name at `i` that goes on after `end`."""
    told = scene.tagged_at.get(i)
    return (
        told is not None and told.first == i and told.kind == "p" and told.last > end and told.sure >= _LONGER
    )


def prolonged(scene: Scene, i: int) -> bool:
    """Whether a known name goes on as another's: "محمد صلاح الدين". A mere name after it is somebody else's."""
    parts = scene.index.parts["ar"]
    return (
        scene.near(i - 1)
        and not scene.raw(i).startswith("فإ")
        and (scene.word(i) in parts.after or scene.word(i) in parts.before)
    )


def known_person(scene: Scene, i: int) -> tuple[Known, int] | None:
    """A person of the world data at `i`, nothing glued to the front."""
    best = scene.first(i, "actor", cut=0)
    if best is None:
        return None
    same = [p for p in scene.find(i, "actor", cut=0) if p.end == best.end]
    people = tuple(
        dict.fromkeys(p.tag.value for p in same if scene.index.world.entries[p.tag.value].type == "person")
    )
    if not people:
        return None
    return Known(people, alone=best.tag.form.endswith("alone")), best.end


def office_key(key: str, *, organisation: bool) -> str:
    """The key under which the office's holders are known: whoever leads an organisation is its head."""
    return "head" if organisation and key in _heads() else key


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(key for code in LANGUAGES for key in sections(code)["heads"]["head"])
