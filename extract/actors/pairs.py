"""Finds several holders of one office told together: "الرئيسان الصيني والروسي", "the foreign ministers of Iran and Iraq"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.actors.candidate import Candidate, Known, Office, Stranger
from extract.actors.offices import Holder, holder_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene

_MOST = 8
_LEAST = 2
_ADJECTIVES = ("md", "fd")


class _Member(NamedTuple):
    """One land of the list: its code, where its words begin and end, what is glued to them."""

    of: str
    start: int
    end: int
    cut: int
    clitics: tuple[str, ...]


def find_pairs(scene: Scene) -> Iterator[Candidate]:
    """One mention for each holder; the first of them takes the words of the office, in English the last may."""
    for i in scene.positions("pair"):
        for piece in scene.find(i, "pair"):
            found = list(_arabic(scene, piece) if scene.arabic(i) else _english(scene, piece))
            found = found if len(found) >= _LEAST else list(_named(scene, piece))
            if len(found) >= _LEAST:
                yield from found
                break


def _arabic(scene: Scene, piece: Piece) -> Iterator[Candidate]:
    at, first = piece.end, True
    for _ in range(_MOST):
        member = _member(scene, piece, at, first=first) if at < scene.size and scene.near(at - 1) else None
        if member is None:
            return
        holder, at, name = holder_at(scene, member.end)
        start, cut, clitics = (
            (piece.start, piece.cut, piece.clitics) if first else (member.start, member.cut, member.clitics)
        )
        target = Office(piece.tag.value, member.of, holder=holder)
        yield Candidate(start, at, cut, target, "ar/actors/offices", score=5, clitics=clitics, name=name)
        first = False


def _named(scene: Scene, piece: Piece) -> Iterator[Candidate]:
    """For example "Presidents Putin and Xi", "الرئيسان بوتين وشي": the names stand after the office."""
    language = "ar" if scene.arabic(piece.start) else "en"
    start, cut, clitics, at = piece.start, piece.cut, piece.clitics, piece.end
    for _ in range(_MOST):
        glued = at > piece.end and language == "ar"
        holder = _joined(scene, at) if glued else holder_at(scene, at) if at < scene.size else None
        if holder is None or holder.who is None:
            return
        target = Office(piece.tag.value, "", holder=holder.who)
        yield Candidate(
            start, holder.end, cut, target, f"{language}/actors/offices", score=5, clitics=clitics,
            name=(*holder.name, int(glued)) if holder.name else None,
        )  # fmt: skip
        at = holder.end
        if language == "en":
            while scene.word(at) in {",", "and"}:
                at += 1
            if at == holder.end:
                return
            start, cut, clitics = at, 0, ()
        else:
            start, cut, clitics = at, 1, ("و",)


def _joined(scene: Scene, i: int) -> Holder | None:
    """A name with "and" glued to it: "وشي جين بينغ"."""
    for piece in scene.find(i, "actor"):
        if piece.clitics == ("و",) and scene.index.world.entries[piece.tag.value].type == "person":
            return Holder(
                Known((piece.tag.value,), alone=piece.tag.form.endswith("alone")), piece.end, (i, piece.end)
            )
    told = scene.tagged_at.get(i)
    if told is not None and told.kind == "p" and (told.first, told.cut) == (i, 1):
        start, stop = scene.span(i, told.last, 1)
        return Holder(Stranger(scene.text[start:stop]), told.last, (i, told.last))
    return None


def _member(scene: Scene, piece: Piece, at: int, *, first: bool) -> _Member | None:
    """The adjective of a land after "الرئيسان", its name after "رئيسا"; the further ones with their "and"."""
    kind = "adjective" if piece.tag.form == "d" else "state"
    for found in scene.find(at, kind):
        if found.clitics != (() if first else ("و",)):
            continue
        if kind == "state" or found.tag.form[:2] in _ADJECTIVES:
            return _Member(found.tag.value.removeprefix("state-"), at, found.end, found.cut, found.clitics)
    return None


def _english(scene: Scene, piece: Piece) -> Iterator[Candidate]:
    before = list(_adjectives_before(scene, piece.start))
    if len(before) >= _LEAST:
        for number, member in enumerate(before):
            end = piece.end if number == len(before) - 1 else member.end
            target = Office(piece.tag.value, member.of)
            yield Candidate(member.start, end, 0, target, "en/actors/offices", score=5)
    elif scene.word(piece.end) == "of":
        for number, member in enumerate(_states_after(scene, piece.end + 1)):
            start = piece.start if number == 0 else member.start
            target = Office(piece.tag.value, member.of)
            yield Candidate(start, member.end, 0, target, "en/actors/offices", score=5)


def _adjectives_before(scene: Scene, end: int) -> list[_Member]:
    """For example "Russian, Turkish and Iranian", in the order of the text."""
    found: list[_Member] = []
    at = end - 1
    while at >= 0 and len(found) < _MOST:
        piece = next((p for p in scene.find(at, "adjective") if p.end == at + 1), None)
        if piece is None or piece.tag.form.endswith("plural"):
            break
        found.insert(0, _Member(piece.tag.value, at, piece.end, 0, ()))
        if scene.word(at - 1) not in {"and", ","}:
            break
        at -= 2
    return found


def _states_after(scene: Scene, at: int) -> Iterator[_Member]:
    for _ in range(_MOST):
        at += scene.word(at) == "the"
        state = scene.first(at, "state")
        if state is None:
            return
        yield _Member(state.tag.value.removeprefix("state-"), at, state.end, 0, ())
        if scene.word(state.end) not in {"and", ","}:
            return
        at = state.end + 1
        at += scene.word(at) == "and"
