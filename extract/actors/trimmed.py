"""How far the names that the tagger sees reach, by what is known of their words: titles, lands, known names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.believed import common_word, doubtful
from extract.tagger import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene
    from extract.tagger import Name

_DOUBTED = 0.7
_SURE = 0.85
_PAIR = 2  # words
_ADJECTIVES = ("ي", "يه")


def names_told(scene: Scene) -> tuple[Name, ...]:
    """The names that the tagger sees, in order, each with its own words only; what cannot be believed is left out."""
    found: list[Name] = []
    for name in _whole(scene, tagged(scene.text).names):
        parts = _each(scene, name) if name.kind == "p" else _described(scene, name)
        found += [part for part in parts if not doubtful(scene, part)]
    return tuple(found)


def _whole(scene: Scene, names: tuple[Name, ...]) -> Iterator[Name]:
    """People's names with what the tagger cut off: "وائل أبو" goes on, "هشام طلعت" with a weak "مصطفى" behind it."""
    before: Name | None = None
    for name in names:
        told = _joined(scene, name) if name.kind == "p" else name
        if before is not None and told.first < before.last:
            continue
        if before is not None and _one_name(scene, before, told):
            before = before._replace(last=told.last)
            continue
        if before is not None:
            yield before
        before = told
    if before is not None:
        yield before


def _joined(scene: Scene, name: Name) -> Name:
    parts = scene.index.parts["ar"]
    last = name.last
    if scene.word(last - 1) not in parts.before or not scene.arabic(last) or not scene.near(last - 1):
        return name
    return name._replace(last=last + (2 if scene.word(last + 1) in parts.after else 1))


def _one_name(scene: Scene, one: Name, other: Name) -> bool:
    beside = (
        one.last == other.first and other.cut == 0 and scene.arabic(one.first) and scene.near(one.last - 1)
    )
    return beside and one.kind == other.kind == "p" and other.sure < _DOUBTED


def _each(scene: Scene, name: Name) -> Iterator[Name]:
    """A name cut where another one's title or an "and" before a known name stands in it: "سلمان الأمير خالد"."""
    first, cut = name.first, name.cut
    for i in range(name.first + 1, name.last):
        title = i + 1 < name.last and scene.arabic(i) and scene.first(i, "title", cut=0) is not None
        called = scene.word(i + 1) in scene.index.given
        joined = any(person(scene, p) and p.clitics == ("و",) for p in scene.find(i, "actor"))
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
    last = _surname_end(scene, first, cut, last)
    if last - first > 1 and scene.first(last - 1, "title", cut=0) and scene.word(last) in scene.index.given:
        last -= 1  # "عين الملك سلمان الأمير خالد"
    first, last, cut = _without_lands(scene, name, first, last, cut)
    while last - first > 1 and _noun(scene, last - 1, doubted=name.sure < _DOUBTED):
        last -= 1  # "استقبل الأمير تميم الوفد"
    while last - first > 1 and scene.arabic(first) and _no_part(scene, first, last):
        first, cut = first + 1, 0  # "طالب برحيل مبارك"
    # What a common word was cut from is no name for sure: "ناديه الصيف".
    if first < last and (last - first > 1 or name.last - name.first == 1 or name.sure >= _SURE):
        yield name._replace(first=first, last=last, cut=cut)


def _surname_end(scene: Scene, first: int, cut: int, last: int) -> int:
    """Where a known surname ends that begins the name: "صافح بلينكن لابيد" are two."""
    given = scene.index.given | scene.index.parts["ar"].common | scene.index.parts["en"].common
    for piece in scene.find(first, "actor", cut=cut):
        alone = piece.tag.form.endswith("alone") and piece.end < last
        if alone and person(scene, piece) and scene.word(first)[cut:] not in given:
            return piece.end
    return last


def _without_lands(scene: Scene, name: Name, first: int, last: int, cut: int) -> tuple[int, int, int]:
    """The tokens without states and capitals at either end; "بغداد بونجاح" is a player where that is sure."""
    if name.sure >= _SURE and last - first > 1:
        return first, last, cut
    given = scene.index.given | scene.index.parts["ar"].common
    while last > first and land(scene, last - 1, 0):
        last -= 1
    while first < last and land(scene, first, cut) and scene.word(first)[cut:] not in given:
        first, cut = first + 1, 0
    return first, last, cut


def _title(scene: Scene, i: int, cut: int, last: int) -> Piece | None:
    """A title or an office at the head of a name; "سلطان المهيري" is called so, no sultan."""
    called = scene.word(i)[cut:] in scene.index.given | scene.index.parts["ar"].common
    if called and scene.arabic(i):
        return None
    found = (p for p in scene.find(i, "title", "office", "pair") if p.cut == cut and p.end < last)
    return next(found, None)


def _no_part(scene: Scene, first: int, last: int) -> bool:
    """Whether the first word is a common one, or one before the surname of somebody whom the text names in full."""
    if common_word(scene, first):
        return True
    if last - first != _PAIR or scene.word(last - 1) not in scene.last_words:
        return False
    called = scene.index.given | scene.index.parts["ar"].before
    return scene.word(first) not in called and not any(p.end == last for p in scene.find(first, "actor"))


def _noun(scene: Scene, i: int, *, doubted: bool) -> bool:
    """Whether a word with its article is one that acts and offices are told with, and no family name."""
    word = scene.word(i)
    named = word.endswith("ي") or word in scene.index.family or not word.startswith("ال")
    return not named and (doubted or common_word(scene, i))


def _described(scene: Scene, name: Name) -> Iterator[Name]:
    """A name of an organisation or a place without the article of English and without what follows when it is whole."""
    first, last = name.first, name.last
    if scene.word(first) == "the" and last - first > 1:
        first += 1
    if scene.arabic(first):
        last = next((i for i in range(first + 1, last - 1) if scene.first(i, "title", cut=0)), last)
        complete = _complete(scene, first, last)
        while last > complete > first and _object(scene, last - 1):
            last -= 1  # "تبنى تنظيم الدولة الإسلامية الهجوم"
    yield name._replace(first=first, last=last, cut=name.cut if first == name.first else 0)


def _complete(scene: Scene, first: int, last: int) -> int:
    """The token after which a name is whole: a known name, or the adjective of a state. 0 where none is."""
    heads = 2 if scene.first(first, "head") is not None else 1  # "تنظيم الدولة الإسلامية"
    known = [
        p.end for i in range(first, first + heads) for p in scene.find(i, "actor", "body") if p.end < last
    ]
    states = [i + 1 for i in range(first + 1, last - 1) if scene.first(i, "adjective", cut=0) is not None]
    return max([*known, *states], default=0)


def _object(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return word.startswith("ال") and (not word.endswith(_ADJECTIVES) or common_word(scene, i))


def land(scene: Scene, i: int, cut: int) -> bool:
    """Whether a state or a capital, and no family name, stands at a token."""
    return scene.word(i) not in scene.index.family and any(
        p.end == i + 1 for p in scene.find(i, "state", "capital", cut=cut)
    )


def person(scene: Scene, piece: Piece) -> bool:
    """Whether a known name is that of a person."""
    return scene.index.world.entries[piece.tag.value].type == "person"
