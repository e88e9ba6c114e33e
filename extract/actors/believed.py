"""Which names that the tagger sees are not believed: common words with nothing beside them that makes names of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.script import readings
from extract.tagger import lexicon

if TYPE_CHECKING:
    from extract.actors.scene import Scene
    from extract.tagger import Name

_VERY = 0.97
_SURE = 0.9
_LIKELY = 0.85
_RATHER = 0.75
_GOD = "الله"
_PAIR = 2  # words
_TAGGED = 0.5  # how sure the tagger must be of a name, and of another one there
_OTHERWISE = 0.7
_OPEN = frozenset({"title", "office", "saying"})


def doubtful(scene: Scene, name: Name) -> bool:
    """Whether the words are common ones and what stands beside them makes no name of them."""
    if not scene.arabic(name.first):
        return _doubtful_english(scene, name)
    if name.kind == "o":
        return name.sure < _LIKELY and _common_noun(scene, name)
    return name.kind == "p" and (_of_god(scene, name) or _common(scene, name))


def _common_noun(scene: Scene, name: Name) -> bool:
    """For example "قناة الري": a noun that organisations are called by, and what it is of."""
    headed = any(p.end == name.first + 1 for p in scene.find(name.first, "head"))
    if headed and scene.word(name.first + 1).startswith("ال"):
        short = name.last - name.first == _PAIR or name.sure < _RATHER
        return short and not _introduced(scene, name)
    noun = any(p.end == name.first + 1 for p in scene.find(name.first, "noun"))
    return noun and not scene.word(name.first + 1).startswith(("ال", "لل"))  # "الحركة موحدة"


def _of_god(scene: Scene, name: Name) -> bool:
    """For example "سبحان الله": no servant, gift or lion of God, as people are called."""
    parts = scene.index.parts["ar"]
    for i in range(name.first + 1, name.last):
        before = scene.word(i - 1)[name.cut if i - 1 == name.first else 0 :]
        if scene.word(i) == _GOD and not (before in parts.before or before in scene.index.given):
            return True
    return scene.word(name.first)[name.cut :] in parts.words and scene.word(name.first + 1) == _GOD


def _common(scene: Scene, name: Name) -> bool:
    """For example "كريم الأخلاق", and "عادل" alone: given names that are other words too."""
    parts = scene.index.parts["ar"]
    first, second = scene.word(name.first)[name.cut :], scene.word(name.first + 1)
    described = second.startswith("ال") and not second.endswith("ي") and second not in scene.index.family
    size, common = name.last - name.first, first in parts.common
    if size > 1 and described and not common and first not in scene.index.given and name.sure < _VERY:
        return True  # "أهمية الحوار"
    if _introduced(scene, name):
        return False
    if size == _PAIR and first.startswith("ال") and second.startswith("ال") and name.sure < _SURE:
        return True  # "الحصان العربي"
    if size == 1:
        return (common and name.sure < _SURE) or (first in scene.index.given and name.sure < _RATHER)
    return common and (described or (size == _PAIR and name.sure < _SURE))


def _introduced(scene: Scene, name: Name) -> bool:
    """Whether a title or a verb stands before, or a verb behind."""
    before = any(p.tag.kind in _OPEN for p in scene.at(name.first - 1)) if name.first else False
    return before or any(p.tag.kind == "saying" for p in scene.at(name.last))


def _doubtful_english(scene: Scene, name: Name) -> bool:
    """Words without a capital where others have one, and single common words."""
    words = range(name.first, name.last)
    if not any(scene.capital(i) for i in words):
        return scene.capitals
    parts = scene.index.parts["en"]
    single = name.last - name.first == 1
    word = scene.word(name.first)
    return single and name.kind != "l" and (word in parts.words or word in parts.common) and name.sure < _SURE


_COMMON = frozenset(
    {
        "saying",
        "doing",
        "governing",
        "event-word",
        "date-word",
        "body",
        "act",
        "people",
        "place-noun",
        "office",
    }
)
_NAMES = frozenset(
    {"given", "given-common", "family", "first-of-known", "last-of-known", "known-p", "known-short", "particle-before",
     "particle-after", "particle-first"}
)  # fmt: skip


def common_word(scene: Scene, i: int) -> bool:
    """Whether an Arabic word is one that dates, events and offices are told with, and no name that is known."""
    return _common_word(scene.word(i)) and scene.word(i) not in scene.index.family


@lru_cache(maxsize=50_000)
def _common_word(word: str) -> bool:
    known = lexicon("ar")
    flags: set[str] = set()
    for reading in readings(word):
        flags |= known.flags(reading.stem) | known.flags(reading.stem.removeprefix("ال"))
    return bool(flags & _COMMON) and not flags & _NAMES


def told_end(scene: Scene, i: int, cut: int, end: int) -> int:
    """Where a person's name that begins at `i` ends, by the tagger; the shape of its words says at `end`.

    0 where the sentence tells of another name there: then the shape is no witness.
    """
    told = scene.tagged_at.get(i)
    if told is None or (told.first, told.cut) != (i, cut) or told.kind != "p" or told.sure < _TAGGED:
        others = (scene.tagged_at[j] for j in range(i, end) if j in scene.tagged_at)
        return 0 if any(name.sure >= _OTHERWISE for name in others) else end
    # "عبد الباري" is one part of a name, another may follow.
    begun = told.last - i == _PAIR and scene.word(i) in scene.index.parts["ar"].before
    rest = range(told.last, end)
    more = all((begun or scene.word(j) in scene.index.family) and j not in scene.tagged_at for j in rest)
    return max(end, told.last) if more else told.last
