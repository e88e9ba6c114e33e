"""Finds what the world data names: people, organisations, states, and capitals that stand for a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Known, Made
from extract.actors.offices import OF_A_STATE
from extract.actors.scene import stem_of
from extract.actors.strangers import names_a_place
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene

# Words before a name that is also a common word, which ask for a country or an organisation.
_ASKS_FOR_A_STATE = frozenset(
    fold(word)
    for word in [
        "في",
        "من",
        "إلى",
        "دولة",
        "جمهورية",
        "نحو",
        "لدى",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "وسط",
        "in",
        "from",
        "to",
    ]
)
_PARTNER = frozenset(
    fold(word) for word in ["مع", "ضد", "تجاه", "إزاء", "بحسب", "حسب", "وفق", "with", "against"]
)
_BETWEEN = frozenset(fold(word) for word in ["بين", "between"])
_AT_A_PLACE = frozenset(
    fold(word)
    for word in [
        "في",
        "إلى",
        "من",
        "نحو",
        "مدينة",
        "قرب",
        "عبر",
        "العاصمة",
        "in",
        "at",
        "to",
        "from",
        "near",
        "of",
        "outside",
        "around",
        "via",
        "city",
    ]
)
_AUXILIARIES = frozenset({"has", "had", "have", "is", "was"})
_NAMES_ITSELF = frozenset({"actor", "state", "capital"})
_LOOK_BACK = 4
_VERBS = frozenset({"saying", "governing"})


def find_known(scene: Scene) -> Iterator[Candidate]:
    """People, organisations and states that the world data names."""
    for i in scene.positions("actor", "state", "capital"):
        pieces = scene.at(i)
        actors = [p for p in pieces if p.tag.kind in {"actor", "state"}]
        if actors:
            yield from _named(scene, actors)
        for piece in pieces:
            if piece.tag.kind == "capital" and (why := _metonym(scene, piece)):
                actor = scene.index.world.states[piece.tag.value].entry.actor
                yield Candidate(
                    piece.start, piece.end, piece.cut, Made(actor), "actors/metonym", why, 1, piece.clitics
                )


def _named(scene: Scene, pieces: list[Piece]) -> Iterator[Candidate]:
    if (
        pieces[0].start == 0
        and pieces[0].tag.kind == "state"
        and scene.word(pieces[0].end) in {"-", ":", "("}
    ):
        return  # the place where the article was written
    whole = any(p.cut == 0 for p in scene.at(pieces[0].start) if p.tag.kind in _NAMES_ITSELF)
    for cut in dict.fromkeys(p.cut for p in pieces):
        if cut and whole:
            continue  # "كابل" is Kabul, not "like Apple"
        group = [p for p in pieces if p.cut == cut]
        best = group[0]
        same = [p for p in group if p.end == best.end]
        sure = [p for p in same if not p.tag.form.endswith("doubtful") or _believed(scene, p)]
        if not sure:
            continue
        false_friends = _false_friends(scene, best.start, cut)
        if false_friends and scene.word(best.end) in false_friends:
            continue
        full = [p for p in sure if not p.tag.form.endswith("alone")]
        chosen = full or sure
        if best.tag.kind == "actor" and names_a_place(scene, best.start, best.end, cut):
            continue
        target = Known(tuple(dict.fromkeys(p.tag.value for p in chosen)), alone=not full)
        why = _why(scene, chosen[0])
        whole = best.end - best.start > 1  # "الملك فاروق" is known as such, before any king's name is read
        score = 1 if target.alone or best.tag.kind == "state" else 3 if whole else 2
        yield Candidate(best.start, best.end, cut, target, "actors/name", why, score, best.clitics)


def _why(scene: Scene, piece: Piece) -> str:
    if piece.tag.kind == "state":
        return "named state"
    if scene.index.world.entries[piece.tag.value].type == "palace":
        return "metonym: the seat stands for those who govern there"
    return "named"


def _false_friends(scene: Scene, i: int, cut: int) -> frozenset[str] | None:
    parts = scene.index.parts["ar" if scene.arabic(i) else "en"]
    return parts.false_friends.get(stem_of(scene, i, cut))


def _believed(scene: Scene, piece: Piece) -> bool:
    """Whether a name that is also a common word is meant as a name here."""
    before = scene.word(piece.start - 1)
    if piece.tag.kind == "state":
        if scene.arabic(piece.start):
            office = scene.first(piece.start - 1, "office")
            return before in _ASKS_FOR_A_STATE or (office is not None and office.tag.value in OF_A_STATE)
        return piece.tag.value.removeprefix("state-") in scene.countries
    if piece.tag.value in scene.sure_actors:
        return True  # the text names it in full elsewhere
    neighbours = (piece.start - 1, piece.end)
    return any(
        p.tag.kind == "actor" and scene.index.world.entries[p.tag.value].type != "person" and p.start == i
        for i in neighbours
        if 0 <= i < scene.size
        for p in scene.at(i)
    )


def _metonym(scene: Scene, piece: Piece) -> str:
    """Why a capital stands for its government here, "" where it is the city."""
    word = _telling_word(scene, piece)
    return f"metonym: beside '{scene.raw(word)}'" if word is not None else _between(scene, piece)


def _telling_word(scene: Scene, piece: Piece) -> int | None:
    """The token that makes a government of a capital: a verb that a city cannot do, "مع", "موقف"."""
    i, after = piece.start, piece.end
    before = scene.word(i - 1)
    before = before if before in _AT_A_PLACE else before[1:] if before[:1] in {"و", "ف"} else before
    possessive = scene.word(after) == "'" and scene.word(after + 1) == "s"
    tests = (
        (i - 1, not piece.clitics and scene.arabic(i) and _feminine_verb(scene, i - 1)),
        (after, before not in _AT_A_PLACE and "ب" not in piece.clitics and _verb_behind(scene, after)),
        # "اتهمت واشنطن طهران": whom the one before speaks of
        (
            i - 2,
            not piece.clitics and scene.first(i - 1, "capital") is not None and _feminine_verb(scene, i - 2),
        ),
        (i - 1, before in _PARTNER or (not piece.clitics and scene.first(i - 1, "metonym") is not None)),
        (after + 2, possessive and scene.first(after + 2, "metonym") is not None),
    )
    return next((at for at, told in tests if told), None)


def _feminine_verb(scene: Scene, i: int) -> bool:
    """A verb of saying or governing, as it agrees with a city in Arabic; any in English."""
    if i < 0 or not any(p.tag.kind in _VERBS for p in scene.at(i)):
        return False
    word = scene.word(i)
    if not scene.arabic(i):
        # "Paris is cold" says nothing of a government, "Paris has denied" does.
        return word not in _AUXILIARIES or any(p.tag.kind in _VERBS for p in scene.at(i + 1))
    return word.endswith("ت") or word.lstrip("وسف").startswith("ت")


def _verb_behind(scene: Scene, i: int) -> bool:
    """A verb behind its subject; with "and" glued to it ("قصف دمشق وقتلت") it has another one."""
    joined = i < scene.size and scene.arabic(i) and all(p.cut for p in scene.at(i) if p.tag.kind in _VERBS)
    return not joined and _feminine_verb(scene, i)


def _between(scene: Scene, piece: Piece) -> str:
    """For example "العلاقات بين واشنطن وبكين": both ends of a relation."""
    first = piece.start
    joined = scene.word(first - 1) == "and" or piece.clitics == ("و",)
    if joined:
        first -= 2 if scene.word(first - 1) == "and" else 1
        if not any(p.tag.kind in {"capital", "state"} for p in scene.at(max(first, 0))):
            return ""
    if scene.word(first - 1) not in _BETWEEN:
        return ""
    told = any(scene.first(j, "metonym") for j in range(max(first - _LOOK_BACK, 0), first - 1))
    return "metonym: one side of a relation" if told else ""
