"""Finds the names that the tagger sees in their sentences and that no list has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.believed import common_word, doubtful
from extract.actors.candidate import Candidate, Known, Made, Stranger
from extract.actors.transliterate import transliterate
from extract.gazetteer.actors import slug
from extract.model import Actor, ActorKind
from extract.tagger import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene
    from extract.tagger import Name

_BELIEVED = 0.45
_ALONE = 0.5  # a name of one word
_ORGANISED = 0.55
_LONGER = 0.65
_OVER_A_LIST = 0.85
_PAIR = 2  # words
_WHY = "named so in its sentence"


def names_told(scene: Scene) -> tuple[Name, ...]:
    """The names that the tagger sees, in order, those of people without titles and without their neighbours' names."""
    found = []
    for name in tagged(scene.text).names:
        parts = _of_one_person_each(scene, name) if name.kind == "p" else [name]
        found += [part for part in parts if not doubtful(scene, part)]
    return tuple(found)


def _of_one_person_each(scene: Scene, name: Name) -> Iterator[Name]:
    """A name cut where another one's title or an "and" before a known name stands in it: "سلمان الأمير خالد"."""
    first, cut = name.first, name.cut
    for i in range(name.first + 1, name.last):
        title = i + 1 < name.last and scene.arabic(i) and scene.first(i, "title", cut=0) is not None
        called = scene.word(i + 1) in scene.index.given
        joined = any(_person(scene, p) and p.clitics == ("و",) for p in scene.find(i, "actor"))
        if (title and (called or scene.word(i) not in scene.index.family)) or joined:
            yield from _bare(scene, name._replace(first=first, last=i, cut=cut))
            first, cut = i, 1 if joined else 0
    yield from _bare(scene, name._replace(first=first, cut=cut))


def _bare(scene: Scene, name: Name) -> Iterator[Name]:
    """A name without the title before it and without the land or the known surname beside it."""
    first, last, cut = name.first, name.last, name.cut
    known = [p.cut for p in scene.find(first, "actor") if p.end == last]
    cut = known[0] if known and cut not in known else cut  # "لأم كلثوم"
    while title := _title(scene, first, cut, last):
        first, cut = title.end, 0
    given = scene.index.given | scene.index.parts["ar"].common | scene.index.parts["en"].common
    surnames = (
        p for p in scene.find(first, "actor", cut=cut) if p.tag.form.endswith("alone") and p.end < last
    )
    surname = next(surnames, None)
    if surname is not None and _person(scene, surname) and scene.word(first)[cut:] not in given:
        last = surname.end  # "صافح بلينكن لابيد"
    lands = name.sure < _OVER_A_LIST or last - first == 1  # "بغداد بونجاح" is a player, for sure
    while lands and last > first and _land(scene, last - 1, 0):
        last -= 1
    while lands and first < last and _land(scene, first, cut) and scene.word(first)[cut:] not in given:
        first, cut = first + 1, 0
    while last - first > 1 and _described_with(scene, last - 1, doubted=name.sure < _LONGER):
        last -= 1  # "استقبل الأمير تميم الوفد"
    while (
        last - first > 1
        and scene.arabic(first)
        and (common_word(scene, first) or _before_a_surname(scene, first, last))
    ):
        first, cut = first + 1, 0  # "طالب برحيل مبارك"
    # What a common word was cut from is no name for sure: "ناديه الصيف".
    if first < last and (last - first > 1 or name.last - name.first == 1 or name.sure >= _OVER_A_LIST):
        yield name._replace(first=first, last=last, cut=cut)


def _title(scene: Scene, i: int, cut: int, last: int) -> Piece | None:
    """A title or an office at the head of a name; "سلطان المهيري" is called so, no sultan."""
    called = scene.word(i)[cut:] in scene.index.given | scene.index.parts["ar"].common
    if called and scene.arabic(i):
        return None
    found = (p for p in scene.find(i, "title", "office", "pair") if p.cut == cut and p.end < last)
    return next(found, None)


def _before_a_surname(scene: Scene, first: int, last: int) -> bool:
    """Whether the surname of somebody whom the text names in full follows a word that is no given name."""
    known = any(p.end == last for p in scene.find(first, "actor"))
    surname = last - first == _PAIR and scene.word(last - 1) in scene.last_words
    return (
        surname and not known and scene.word(first) not in scene.index.given | scene.index.parts["ar"].before
    )


def _described_with(scene: Scene, i: int, *, doubted: bool) -> bool:
    """Whether a word with its article is one that acts and offices are told with, and no family name."""
    word = scene.word(i)
    named = word.endswith("ي") or word in scene.index.family or not word.startswith("ال")
    return not named and (doubted or common_word(scene, i))


def _land(scene: Scene, i: int, cut: int) -> bool:
    """Whether a state or a capital, and no family name, stands at a token."""
    return scene.word(i) not in scene.index.family and any(
        p.end == i + 1 for p in scene.find(i, "state", "capital", cut=cut)
    )


def _person(scene: Scene, piece: Piece) -> bool:
    return scene.index.world.entries[piece.tag.value].type == "person"


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
    person = any(_person(scene, p) for p in scene.find(name.first, "actor", cut=name.cut))
    if any(p.end == name.last for p in known) or person or _land(scene, name.first, name.cut):
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


def _own_name(scene: Scene, name: Name) -> Piece | None:
    """The known name behind the noun of an organisation: "صحيفة الشروق" is the one known as "الشروق"."""
    i = name.first
    while i < name.last - 1 and any(p.end == i + 1 for p in scene.find(i, "head", "noun")):
        i += 1
    if i == name.first:
        return None
    return next(
        (p for p in scene.find(i, "actor", cut=0) if p.end == name.last and not _person(scene, p)), None
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
