"""Where it happened: the clause's own place, else the sentence's, else the story's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.tagging import Tag
from extract.model import EventType, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.events.draft import Draft
    from extract.events.merge import Happening
    from extract.events.scene import Scene
    from extract.model import Toponym

PHYSICAL = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.ACCIDENT, EventType.DISASTER, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.ELECTION, EventType.AID})  # fmt: skip
_SMALLER = 6  # words within which a smaller place is told after or before a larger one


def settle_places(scene: Scene, drafts: list[Draft]) -> None:
    """Give each draft the place that its own clause or sentence tells."""
    for draft in drafts:
        own = _own(scene, draft) or _sentences(scene, draft)
        if own is not None:
            _set(scene, draft, own)
    for draft in drafts:
        if draft.place is None and draft.type in PHYSICAL:
            _attacked_state(scene, draft)


def _set(scene: Scene, draft: Draft, toponym: Toponym) -> None:
    draft.place = toponym.place
    found = toponym.evidence
    draft.place_evidence = Evidence.at(
        scene.document, found.start, found.end, f"{scene.lexicon.code}/events/place"
    )


def _own(scene: Scene, draft: Draft) -> Toponym | None:
    """The toponyms of the draft's clause: after the trigger first, then before it."""
    clause = draft.clause
    stop = _next_event(draft)
    after = list(_toponyms(scene, draft, draft.last + 1, stop))
    before = list(_toponyms(scene, draft, clause.first, draft.token))
    return _finest(scene, after) or _finest(scene, before)


def _next_event(draft: Draft) -> int:
    """A place after another event's noun is that event's, unless this is a thing that takes room."""
    clause = draft.clause
    if draft.type in PHYSICAL:
        return clause.end
    for token in range(draft.last + 1, clause.end):
        if clause.word(token).tag is Tag.NOUN:
            return token
    return clause.end


def _toponyms(scene: Scene, draft: Draft, first: int, end: int) -> Iterator[tuple[int, Toponym]]:
    seen: set[int] = set()
    for token in range(first, end):
        toponym = scene.places[token]
        if toponym is None or toponym.place is None or id(toponym) in seen:
            continue
        seen.add(id(toponym))
        chunk = scene.chunk_at[token]
        if chunk is not None and chunk.actor is not None and not _stands_as_place(scene, draft, token):
            continue
        if (
            draft.type not in PHYSICAL
            and _before(scene, token, first) not in scene.lexicon.words.still
            and draft.sense.kind != "visit"
        ):
            continue
        yield token, toponym


def _stands_as_place(scene: Scene, draft: Draft, token: int) -> bool:
    """A state's name after "في" is where; as subject, object or owner it is who."""
    chunk = scene.chunk_at[token]
    if chunk is None or chunk.place is None or chunk in draft.source:
        return False
    if draft.sense.kind == "visit" and chunk in draft.target:
        return True
    if chunk in draft.target:
        return False
    glued = chunk.glue.lstrip("وف")
    before = scene.folded[chunk.first - 1] if chunk.first else ""
    return before in scene.lexicon.words.still or glued == "ب" or before in scene.lexicon.words.around


def _before(scene: Scene, token: int, low: int) -> str:
    """The preposition that leads to a toponym, over the nouns of its kind ("في مدينة")."""
    chunk = scene.chunk_at[token]
    if chunk is not None and chunk.glue.endswith("ب"):
        return "ب"
    for back in range(token - 1, max(low - 1, token - 5), -1):
        form = scene.folded[back]
        bare = form[1:] if form[0] == "و" and len(form) > 2 else form  # noqa: PLR2004
        if bare in scene.lexicon.words.locative:
            return bare
        if scene.places[back] is None and not form.isalpha() and form not in {",", "،"}:
            return ""
    return ""


def _finest(scene: Scene, found: list[tuple[int, Toponym]]) -> Toponym | None:
    """The first place told, or a smaller one told close by ("في خان يونس جنوب قطاع غزة")."""
    del scene
    if not found:
        return None
    at, best = found[0]
    for token, toponym in found[1:]:
        if token - at > _SMALLER or toponym.place is None or best.place is None:
            break
        at = token
        if toponym.place.radius_km < best.place.radius_km:
            best = toponym
    return best


def _sentences(scene: Scene, draft: Draft) -> Toponym | None:
    """For what takes room: a place elsewhere in the sentence, not within somebody's words."""
    if draft.type not in PHYSICAL:
        return None
    found = list(_toponyms(scene, draft, draft.sentence.first, draft.sentence.end))
    inside = [
        (token, toponym) for token, toponym in found if _before(scene, token, draft.sentence.first) in scene.lexicon.words.still
    ]
    return _finest(scene, inside) or _finest(
        scene,
        [each for each in found if scene.chunk_at[each[0]] is None or scene.chunk_at[each[0]].actor is None],
    )  # type: ignore[union-attr]


def _attacked_state(scene: Scene, draft: Draft) -> None:
    """A state attacked with no other place told is itself the area where it was."""
    if draft.type is not EventType.ASSAULT:
        return
    for chunk in draft.target:
        if chunk.place is not None and chunk.actor is not None:
            draft.place = chunk.place
            draft.place_evidence = Evidence.at(
                scene.document, chunk.start, chunk.end, f"{scene.lexicon.code}/events/attacked_state"
            )
            return


def story_places(happenings: list[Happening]) -> None:
    """What takes room and tells no place is where the story last was."""
    last: Draft | None = None
    for happening in happenings:
        if happening.type not in PHYSICAL:
            continue
        placed = next((draft for draft in happening.drafts if draft.place is not None), None)
        if placed is not None:
            last = placed
        elif last is not None and not any(draft.background for draft in happening.drafts):
            happening.drafts[0].place, happening.drafts[0].place_evidence = last.place, last.place_evidence
