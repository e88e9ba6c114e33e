"""Makes the draft of a telling from what was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.events.draft import Draft
from extract.events.scene import within
from extract.model import Evidence, Status
from extract.script import raw_offset

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence
    from extract.events.sides import Sides
    from extract.events.verdict import Verdict


class Place(NamedTuple):
    """Where in the text something is told: a clause of a sentence, and the clause after it."""

    sentence: Sentence
    clause: Clause
    following: Clause | None = None


def drafted(  # noqa: PLR0917  a draft is all of these
    scene: Scene, place: Place, reading: Reading, span: tuple[int, int], sides: Sides, verdict: Verdict
) -> Draft:
    """The draft of what the tokens of `span` tell; its evidence leaves out what is glued in front."""
    sense = reading.sense
    assert sense.type is not None  # noqa: S101  only such readings come here
    first, last = span
    glued = sum(letter in "وفبلك" for letter in reading.glued)
    raw = scene.document.text[scene.starts[first] : scene.ends[first]]
    start = scene.starts[first] + raw_offset(raw, glued)
    rule = f"{scene.lexicon.code}/events/{sense.part}/{sense.word}"
    draft = Draft(
        sense.type,
        sense,
        place.sentence,
        place.clause,
        first,
        last,
        Evidence.at(scene.document, start, scene.ends[last], rule),
        verdict.status or Status.HAPPENED,
        sides.rule,
        source=sides.source,
        target=sides.target,
        attributed=verdict.attributed,
    )
    if verdict.token >= 0 and draft.status is not Status.HAPPENED:
        token = verdict.token
        draft.status_evidence = Evidence.at(
            scene.document, scene.starts[token], scene.ends[token], f"{scene.lexicon.code}/events/status"
        )
    draft.recent = any(form in scene.lexicon.words.recent for form in scene.folded[last + 1 : last + 3])
    draft.habit = bool(scene.habits) and bool(within(scene.habits, place.clause.first, place.clause.end))
    return draft
