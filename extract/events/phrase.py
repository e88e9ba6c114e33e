"""Set phrases whose words may stand apart: "أطلقت القوات الإسرائيلية النار"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.scene import Scene

_GAP = {"ar": 9, "en": 4}  # a subject may stand between verb and object in Arabic
_SUFFIXES = ("", "ا", "ه", "ها", "هم", "هما", "ات")


def phrase_tokens(scene: Scene, clause: Clause, verb: int, rest: tuple[str, ...]) -> list[int]:
    """The tokens of the rest of the phrase; none where it is not there."""
    code = scene.lexicon.code
    stop = min(clause.end, verb + 2 + _GAP[code])
    if code == "en" and len(rest) == 1 and rest[0] in scene.lexicon.words.prepositions:
        stop = min(stop, verb + 2)  # "called on X", not "called X on Monday"
    for start in range(verb + 1, stop):
        if not _is(code, scene.folded[start], rest[0]) or scene.dates[start] is not None:
            continue
        found = [start]
        for word in rest[1:]:
            token = _next(scene, found[-1], min(clause.end, found[-1] + 6), word)
            if token < 0:
                break
            found.append(token)
        if len(found) == len(rest):
            return found
    return []


def _next(scene: Scene, token: int, stop: int, word: str) -> int:
    for each in range(token + 1, stop):
        if _is(scene.lexicon.code, scene.folded[each], word):
            return each
    return -1


def _is(code: str, form: str, word: str) -> bool:
    if form == word:
        return True
    if code == "en":
        return form == word + "s"
    bare = form.removeprefix("و").removeprefix("ال")
    return any(bare == word.removeprefix("ال") + suffix for suffix in _SUFFIXES)
