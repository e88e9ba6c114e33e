"""Where it happened: the clause's own place, else the sentence's, else the story's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.scene import within
from extract.events.when import reaches
from extract.events.word import Tag
from extract.model import EventType, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.events.chunk import Chunk
    from extract.events.draft import Draft
    from extract.events.happening import Happening
    from extract.events.scene import Scene
    from extract.model import Toponym

PHYSICAL = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.ACCIDENT, EventType.DISASTER, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.ELECTION, EventType.AID})  # fmt: skip
_STATEMENTS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.REQUEST})
_BEFALLS = frozenset({EventType.ACCIDENT, EventType.DISASTER})
_STORY = frozenset(
    {EventType.ASSAULT, EventType.PROTEST, EventType.ACCIDENT, EventType.DISASTER, EventType.COERCE}
)
_SMALLER = 9  # words within which a smaller place is told after or before a larger one


def settle_places(scene: Scene, drafts: list[Draft]) -> None:
    """Give each draft the place that its own clause or sentence tells."""
    for draft in drafts:
        own = _own(scene, draft) or _where_clause(scene, draft) or _sentences(scene, draft)
        if own is not None:
            _set(scene, draft, own)
        elif draft.type in {EventType.ASSAULT, EventType.AID}:
            _of_the_state(scene, draft, draft.target)
        elif draft.type is EventType.ELECTION:
            _of_the_state(scene, draft, draft.source)


def _set(scene: Scene, draft: Draft, toponym: Toponym) -> None:
    draft.place = toponym.place
    found = toponym.evidence
    draft.place_evidence = Evidence.at(
        scene.document, found.start, found.end, f"{scene.lexicon.code}/events/place"
    )


def _own(scene: Scene, draft: Draft) -> Toponym | None:
    """The toponyms of the draft's clause: after the trigger first, then before it."""
    clause = draft.clause
    before = list(_toponyms(scene, draft, clause.first, draft.token))
    if draft.type in _STATEMENTS:
        return _finest(scene, before)  # what follows is what they speak of
    after = list(_toponyms(scene, draft, draft.last + 1, _stop(draft)))
    if draft.told_by is not None and not after:
        after = list(_toponyms(scene, draft, draft.told_by.first, draft.told_by.end))
    return _finest(scene, after) or _finest(scene, before)


def _stop(draft: Draft) -> int:
    """A place after another event's noun is that event's, unless this is a thing that takes room."""
    clause = draft.clause
    if draft.type in PHYSICAL or draft.type is EventType.CONSULT or draft.sense.subject == "each":
        return clause.end
    nouns = (t for t in range(draft.last + 1, clause.end) if clause.word(t).tag is Tag.NOUN)
    return next(nouns, clause.end)


def _toponyms(
    scene: Scene, draft: Draft, first: int, end: int, leading: frozenset[str] | None = None
) -> Iterator[tuple[int, Toponym]]:
    seen: set[int] = set()
    leading = leading if leading is not None else scene.lexicon.words.still
    for token in within(scene.place_tokens, first, end):
        toponym = scene.places[token]
        if toponym is None or toponym.place is None or id(toponym) in seen or _dateline(scene, token):
            continue
        seen.add(id(toponym))
        chunk = scene.chunk_at[token]
        if chunk is not None and chunk.actor is not None and not _stands_as_place(scene, draft, token):
            continue
        if (
            draft.type is EventType.AID
            and draft.sense.rest
            and token
            and scene.folded[token - 1] in {"from", "من"}
        ):
            continue  # where it came from
        inside = draft.type in PHYSICAL or draft.sense.kind == "visit"
        if not inside and _before(scene, token, first) not in leading:
            continue
        yield token, toponym


def _dateline(scene: Scene, token: int) -> bool:
    """As in "بيروت (رويترز) -": where it was written, not where it happened."""
    start = scene.starts[token]
    opens = not start or scene.document.text[start - 1] == "\n"
    return opens and any(form in {"(", "-"} for form in scene.folded[token + 1 : token + 4])


def _stands_as_place(scene: Scene, draft: Draft, token: int) -> bool:
    """A state's name after "في" is where; as subject, object or owner it is who."""
    chunk = scene.chunk_at[token]
    if chunk is None or chunk.place is None or chunk in draft.source:
        return False
    if draft.type in _BEFALLS or (draft.sense.kind == "visit" and chunk in draft.target):
        return True
    if draft.type is EventType.ELECTION and chunk.possessive:
        return True
    if chunk in draft.target:
        return False
    before = scene.folded[chunk.first - 1] if chunk.first else ""
    return before in scene.lexicon.words.around or chunk.glue.lstrip("وف") == "ب"


def _where_clause(scene: Scene, draft: Draft) -> Toponym | None:
    """As in "من أذربيجان حيث التقى": the place right before the word for where."""
    clause = draft.clause
    if clause.opener <= 0 or scene.folded[clause.opener] not in {"حيث", "where"}:
        return None
    for token in range(clause.opener - 1, max(clause.opener - 3, -1), -1):
        toponym = scene.places[token]
        if toponym is not None and toponym.place is not None:
            return toponym
    return None


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
    """The first place told, or a smaller one told close by ("في خان يونس جنوب قطاع غزة"); a list has its first."""
    if not found:
        return None
    at, best = found[0]
    for token, toponym in found[1:]:
        listed = any(form in scene.lexicon.words.joiners for form in scene.folded[at:token])
        if (
            token - at > _SMALLER
            or toponym.place is None
            or best.place is None
            or listed
            or _glued_and(scene, token)
        ):
            break
        at = token
        if toponym.place.radius_km < best.place.radius_km:
            best = toponym
    return best


def _glued_and(scene: Scene, token: int) -> bool:
    chunk = scene.chunk_at[token]
    return chunk is not None and chunk.glue.startswith("و")


def _sentences(scene: Scene, draft: Draft) -> Toponym | None:
    """A place in a clause that this one hangs on or stands beside; what was said keeps its own."""
    if draft.type not in PHYSICAL and (draft.type is not EventType.CONSULT or draft.sense.kind == "call"):
        return None
    words = scene.lexicon.words
    leading = words.still if draft.type in PHYSICAL else words.still | words.toward
    inside = [
        (token, toponym)
        for token, toponym in _toponyms(scene, draft, draft.sentence.first, draft.sentence.end, leading)
        if reaches(scene, draft, token) and _before(scene, token, draft.sentence.first) in leading
    ]
    return _finest(scene, inside)


def _of_the_state(scene: Scene, draft: Draft, side: list[Chunk]) -> None:
    """A state attacked, helped or voting with no other place told is itself the area where it was."""
    for chunk in side:
        if chunk.place is not None and chunk.actor is not None:
            draft.place = chunk.place
            draft.place_evidence = Evidence.at(
                scene.document, chunk.start, chunk.end, f"{scene.lexicon.code}/events/attacked_state"
            )
            return


def story_places(happenings: list[Happening]) -> None:
    """What takes room and tells no place is where the story last was, if it is of that story."""
    last: tuple[Happening, Draft] | None = None
    _votes(happenings)
    for happening in happenings:
        if happening.type not in _STORY:
            continue
        placed = min((d for d in happening.drafts if d.place is not None), key=_reach, default=None)
        first = happening.drafts[0]
        if placed is not None:
            last = happening, placed
        elif (
            last is not None
            and not any(d.background for d in happening.drafts)
            and _one_story(last[0], happening)
        ):
            first.place, first.place_evidence = last[1].place, last[1].place_evidence


def _votes(happenings: list[Happening]) -> None:
    """A vote that tells no place is where the story's other vote was."""
    votes = [each for each in happenings if each.type is EventType.ELECTION]
    placed = next((d for each in votes for d in each.drafts if d.place is not None), None)
    for vote in votes:
        if placed is not None and all(d.place is None for d in vote.drafts):
            first = vote.drafts[0]
            first.place, first.place_evidence = placed.place, placed.place_evidence


def _reach(draft: Draft) -> float:
    return draft.place.radius_km if draft.place is not None else 0.0


def _one_story(one: Happening, other: Happening) -> bool:
    """Nothing told sets them apart: no other day, and nobody new who does it."""
    mine, theirs = (
        {d.time.interval.start for d in each.drafts if d.time and d.time.interval} for each in (one, other)
    )
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    near = other.drafts[0].sentence.number - one.drafts[-1].sentence.number <= 1
    if one.type is EventType.PROTEST and other.type in {EventType.COERCE, EventType.ASSAULT} and near:
        return True
    known = {c.actor.id for c in (*one.source, *one.target) if c.actor and not c.people}
    told = {c.actor.id for c in other.source if c.actor and not c.people}
    return not told or not known or bool(known & told)
