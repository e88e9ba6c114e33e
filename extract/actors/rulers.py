"""Whom a title and a given name mean: "الأمير تميم" is an emir of that name, never the king of another land."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.script import fold, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from extract.gazetteer.actors import Entry, World
    from extract.model import Actor

RULING = frozenset({"monarch", "crown-prince"})
_EMIRATES = frozenset({"qa", "kw", "mc", "li"})
_SULTANATES = frozenset({"om", "bn"})
_SHEIKHDOMS = frozenset({"qa", "kw", "ae", "bh"})
# A title -> the lands whose monarch bears it, and whether an heir bears it anywhere.
_BEARERS: dict[str, tuple[frozenset[str], bool]] = {
    fold(word): bearers
    for words, bearers in (
        ("الأمير أمير prince emir amir", (_EMIRATES, True)),
        ("السلطان سلطان sultan", (_SULTANATES, False)),
        ("الشيخ شيخ sheikh shaikh", (_SHEIKHDOMS, False)),
    )
    for word in words.split()
}
_KINGS = frozenset(fold(word) for word in "الملك ملك الملكة king queen".split())  # noqa: SIM905 - read as words
_BEFORE_NAMES = frozenset((*_BEARERS, *_KINGS, "crown"))


class Called(NamedTuple):
    """How a text calls a ruler: a folded title, and a given name."""

    title: str
    name: str


def is_ruling_title(title: str) -> bool:
    """Whether a folded word is a title that rulers and their heirs bear."""
    return title in _BEARERS or title in _KINGS


def bears(title: str, office: str, of: str) -> bool:
    """Whether the holder of `office` in the land `of` is called by `title`."""
    if title in _BEARERS:
        lands, heirs = _BEARERS[title]
        return of in lands if office == "monarch" else heirs
    return title not in _KINGS or (office == "monarch" and of not in _EMIRATES | _SULTANATES)


def is_given(words: tuple[str, ...], entry: Entry) -> bool:
    """Whether `words` are the given name of somebody: "عبد الله" of "الملك عبد الله الثاني"."""
    for name in (*entry.ar, *entry.en):
        folded = fold_phrase(name.text)
        while folded and folded[0] in _BEFORE_NAMES:
            folded = folded[1:]
        if folded[: len(words)] == words:
            return True
    return False


def ruler(
    world: World, called: Called, day: tuple[date, date] | None, told: Mapping[str, int]
) -> Actor | None:
    """Who rules a land on `day`, of this title and given name; of several, who the text is about.

    Princes are many: an heir is meant only where the text tells his land or his full name.
    """
    words = fold_phrase(called.name)
    if day is None:
        return None
    found = {
        entry.actor.id: (told.get(tenure.of, 0), entry.actor)
        for entry in world.serving("monarch", *day)
        for tenure in entry.offices
        if tenure.office == "monarch"
        and bears(called.title, tenure.office, tenure.of)
        and is_given(words, entry)
        and tenure.surely(*day)
    }
    ranked = sorted(found.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def ruler_of(
    world: World, office: tuple[str, str], called: Called, day: tuple[date, date] | None
) -> Actor | None:
    """Who of this given name holds the throne of a land on `day`, else who held it last."""
    words = fold_phrase(called.name)
    held = [
        (tenure, entry.actor)
        for tenure, entry in world.holders(*office)
        if bears(called.title, *office) and is_given(words, entry)
    ]
    serving = [actor for tenure, actor in held if day and tenure.surely(*day)]
    return serving[0] if serving else held[-1][1] if held else None
