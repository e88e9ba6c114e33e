"""Set phrases whose words may stand apart: "أطلقت القوات الإسرائيلية النار"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.continuing import variants

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.scene import Scene

_GAP = {"ar": 9, "en": 4}  # a subject may stand between verb and object in Arabic
_NEXT = 5  # tokens within which the further words follow each other


def phrase_tokens(scene: Scene, clause: Clause, verb: int, rest: tuple[str, ...]) -> list[int]:
    """The tokens of the rest of the phrase; none where it is not there."""
    code = scene.lexicon.code
    limit = clause.base + len(clause.words) if rest[0] == "to" else clause.end  # "vowed to destroy"
    stop = min(limit, verb + 2 + _GAP[code])
    if code == "en" and len(rest) == 1 and rest[0] in scene.lexicon.words.prepositions:
        stop = min(stop, verb + 2)  # "called on X", not "called X on Monday"
    first = variants(code, rest[0])
    if first.isdisjoint(scene.folded[verb + 1 : stop]):
        return []
    for start in range(verb + 1, stop):
        if scene.folded[start] not in first or scene.dates[start] is not None:
            continue
        found = [start]
        for word in rest[1:]:
            token = _next(scene, found[-1], min(limit, found[-1] + _NEXT + 1), word)
            if token < 0:
                break
            found.append(token)
        if len(found) == len(rest):
            return found
    return []


def _next(scene: Scene, token: int, stop: int, word: str) -> int:
    forms = variants(scene.lexicon.code, word)
    for each in range(token + 1, stop):
        if scene.folded[each] in forms:
            return each
    return -1
