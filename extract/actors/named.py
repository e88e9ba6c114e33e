"""The name in a mention: what is left of "الرئيس الروسي فلاديمير بوتين" without office and title."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.actors.candidate import Body, Definite, Known, Made, Office, Stranger, merge
from extract.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.actors.candidate import Candidate
    from extract.actors.scene import Scene
    from extract.model import Actor

# Rules whose words describe and do not name: "1300 إسرائيلي", "الجانب الروسي", an adjective.
_DESCRIBING = ("people", "side", "act", "definite")
_WITH_OTHERS = ("title", "office_of")


def name_of(scene: Scene, candidate: Candidate, actor: Actor) -> tuple[int, int] | None:
    """The offsets of the name in a mention; None where its words are an office, a noun or a people."""
    if candidate.name is not None:
        return scene.span(*candidate.name)
    if isinstance(candidate.target, (Office, Body, Definite)) or candidate.rule.endswith(_DESCRIBING):
        return None
    start, cut = candidate.start, candidate.cut
    if actor.kind is ActorKind.PERSON:
        start, cut = _behind_title(scene, candidate)
    return scene.span(start, candidate.end, cut)


def _behind_title(scene: Scene, candidate: Candidate) -> tuple[int, int]:
    """Where a person's name begins that the world data has with a title: "الملك حسين", "Pope Francis"."""
    for piece in scene.find(candidate.start, "title", "office"):
        if piece.cut == candidate.cut and piece.end < candidate.end:
            return piece.end, 0
    return candidate.start, candidate.cut


class Proposed:
    """All that finders proposed, to be asked for what stands inside a phrase."""

    def __init__(self, proposed: Iterable[Candidate]) -> None:
        named = [one for one in proposed if _names_somebody(one)]
        self._all = sorted(named, key=lambda one: one.start)
        self._starts = [one.start for one in self._all]

    def inside(self, phrase: Candidate) -> list[Candidate]:
        """Whom a phrase names besides the one it means: the organisation of an office, the person of a government."""
        owner = phrase.rule.endswith(_WITH_OTHERS)
        if not isinstance(phrase.target, Office) and not owner:
            return []
        name = range(*phrase.name[:2]) if phrase.name else range(0)
        first, last = bisect_left(self._starts, phrase.start), bisect_left(self._starts, phrase.end)
        return merge(
            [
                other
                for other in self._all[first:last]
                if other.end <= phrase.end
                and (other.start, other.end) != (phrase.start, phrase.end)
                and not (other.start < name.stop and name.start < other.end)
                # In "وزير الدفاع الروسي" no ministry is named.
                and (owner or other.rule != "ar/actors/body" or other.clitics == ("ل",))
            ]
        )


def _names_somebody(candidate: Candidate) -> bool:
    named = isinstance(candidate.target, (Known, Made, Stranger)) and candidate.score > 0
    return named and not candidate.rule.endswith(_DESCRIBING)
