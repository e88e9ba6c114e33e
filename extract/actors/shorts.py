"""Finds parts of names told in full elsewhere in the document, and nouns that point back to an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.candidate import Candidate, Definite, Short
from extract.actors.unlisted import part_of
from extract.script import fold, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.memory import Memory
    from extract.actors.scene import Scene

# Before a surname that is also an adjective ("رئيسي"), one of these makes it a name.
_OPENS = frozenset(
    fold(w)
    for w in [
        "عن",
        "إلى",
        "مع",
        "من",
        "على",
        "أن",
        "إن",
        "بين",
        "لدى",
        "ضد",
        "بأن",
        "وأن",
        "لأن",
        "كان",
        "وكان",
        "نحو",
        "أمام",
        "عند",
        "قبل",
        "بعد",
        "خلال",
        "لكن",
        "ولكن",
        "بحسب",
        "وفق",
        "تجاه",
    ]
)


def find_definite(scene: Scene) -> Iterator[Candidate]:
    """For example "الوكالة", "the agency": of one of the types that this noun means."""
    for i in scene.positions("noun"):
        by_cut: dict[tuple[int, int, tuple[str, ...]], set[str]] = {}
        for piece in scene.find(i, "noun"):
            by_cut.setdefault((piece.cut, piece.end, piece.clitics), set()).add(piece.tag.value)
        for (cut, end, clitics), types in by_cut.items():
            if described(scene, scene.word(end - 1), end):
                continue
            yield Candidate(i, end, cut, Definite(frozenset(types)), "actors/definite", "", -1, clitics)


_GLUED = frozenset("وفبلك")  # conjunctions and prepositions of one letter
_PARTICIPLE = 6  # letters of the article and a participle


def described(scene: Scene, noun: str, end: int) -> bool:
    """Whether an adjective follows that makes it another one: "الوكالة الدولية", but not "التنظيم العملية"."""
    word = scene.word(end)
    if not scene.near(end - 1) or not word.startswith("ال") or word in scene.index.parts["ar"].words:
        return False
    if noun.endswith("ه"):
        return word.endswith("ه")
    # "الحزب الحاكم": a participle
    return word.endswith("ي") or (len(word) == _PARTICIPLE and word[3] == "ا")


def find_shorts(scene: Scene, memory: Memory, taken: set[int]) -> Iterator[Candidate]:
    """Surnames and kunyas of people whom the document names in full."""
    yield from _own_names(scene, memory, taken)
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for family in memory.families:
        by_first.setdefault(family[0], set()).add(family)
    if not by_first:
        return
    yield from _given(scene, memory, taken)
    for i, word in enumerate(scene.words):
        # Most words begin no family name, and have nothing glued to them that could hide one.
        if i in taken or (word not in by_first and word[0] not in _GLUED):
            continue
        for reading in readings(word):
            cut = reading.cut
            for family in by_first.get(reading.stem, ()):
                end = i + len(family)
                rest = tuple(scene.words[i + 1 : end])
                if rest != family[1:] or not _meant(scene, i, cut, taken):
                    continue
                told = memory.of_family(family, i)
                if told is not None:
                    yield Candidate(i, end, cut, Short(told.actor), "actors/short", part_of(told, scene))


def _own_names(scene: Scene, memory: Memory, taken: set[int]) -> Iterator[Candidate]:
    """Organisations told before with their noun ("حركة النهضة"), now without it, where they speak or are spoken with."""
    names = memory.own_names
    for i, word in [(i, word) for i, word in enumerate(scene.words) if word in names] if names else ():
        told = names[word]
        if i in taken or told[0] >= i or described(scene, word, i + 1):
            continue
        speaks = any(p.tag.kind == "saying" for p in scene.at(i + 1)) if i + 1 < scene.size else False
        if speaks or _opened(scene, i, taken):
            yield Candidate(i, i + 1, 0, Short(told[1]), "actors/short", "told before with its noun")


def _given(scene: Scene, memory: Memory, taken: set[int]) -> Iterator[Candidate]:
    """Given names of people told before, where no other name follows."""
    givens = memory.givens.keys() & scene.index.given
    for i in [i for i, word in enumerate(scene.words) if word in givens]:
        if i in taken or i + 1 in taken or scene.word(i + 1) in scene.index.given:
            continue
        actor = memory.by_given(scene.words[i], i)
        if (
            actor is not None
            and (scene.arabic(i) or scene.capital(i))
            and not scene.first(i, "capital", "state")
        ):
            yield Candidate(i, i + 1, 0, Short(actor), "actors/given", "given name of one told before", -1)


def _meant(scene: Scene, i: int, cut: int, taken: set[int]) -> bool:
    """Whether a word that a person's family name is spelled like is that name here."""
    if not scene.arabic(i):
        return scene.capital(i)
    word = scene.words[i][cut:]
    adjective_like = word.endswith("ي") and not word.startswith("ال")
    common = word in scene.index.parts["ar"].words or word in scene.index.parts["ar"].common
    if word.startswith("ال") and not _opened(scene, i, taken) and _common_with_article(scene, word):
        return False
    if not adjective_like and not common:
        return True
    if not adjective_like and cut == 0 and scene.word(i - 1) not in scene.index.parts["ar"].described:
        return scene.near(i - 1) or _opened(scene, i, taken)
    return _opened(scene, i, taken, glued=cut > 0)


def _common_with_article(scene: Scene, word: str) -> bool:
    return any(p.tag.kind != "actor" for p in scene.index.first.get(word, ()))


def _opened(scene: Scene, i: int, taken: set[int], *, glued: bool = False) -> bool:
    if glued:  # "بوتين ورئيسي": joined to another actor
        return i - 1 in taken
    before = scene.word(i - 1)
    return (
        i == 0
        or before in _OPENS
        or any(p.tag.kind in {"saying", "title"} for p in scene.at(i - 1))
        or "\n" in scene.text[scene.ends[i - 1] : scene.starts[i]]
        or before in {".", '"', ":"}
    )
