"""Whether the text says that it happened: negation, future, wish, condition, hearsay, denial."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.grounds import carries
from extract.events.sides import actors_of
from extract.events.tagging import Tag
from extract.events.vocabulary import match
from extract.model import EventType, Status

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence
    from extract.events.sense import Sense

_WISHING = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.AGREE})
_SCHEDULED = frozenset(
    {
        EventType.ELECTION,
        EventType.CONSULT,
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.AID,
        EventType.COOPERATE,
    }
)
_REACH = 6  # words before a noun that may still make it unreal


@dataclass(slots=True)
class Verdict:
    """`status` None: no event at all. `token` is the word that decided it, -1 for none."""

    status: Status | None
    why: str = ""
    token: int = -1
    attributed: Chunk | None = None


def verb_status(scene: Scene, sentence: Sentence, clause: Clause, reading: Reading | None) -> Verdict:
    """The status of what the verb of a clause tells."""
    own = _own_status(scene, clause, reading)
    if own.status is None:
        return own
    above = _above(scene, sentence, clause)
    return _stronger(own, above)


def noun_status(
    scene: Scene, sentence: Sentence, clause: Clause, token: int, *, told: bool, sense: Sense
) -> Verdict:
    """The status of what a noun tells; `told`: the verb of its clause tells it ("شن هجوما")."""
    low = max(clause.first, token - _REACH)
    if 0 <= clause.verb < token:
        low = max(low, clause.verb + 1)
    words = scene.lexicon.words
    for back in range(token - 1, low - 1, -1):
        form = scene.folded[back]
        if clause.word(back).tag in {Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.NAME}:
            break
        if form in words.denying and back >= token - 2:
            return Verdict(None, f"'{form}' before the noun", back)
        if match(words.planned, scene.folded, back, token):
            return Verdict(Status.PLANNED, "planned", back)
        if _unreal_at(scene, back, token):
            return Verdict(Status.HYPOTHETICAL, f"'{form}' before the noun", back)
    carried = token > clause.first and carries(scene, token - 1)
    meant = _meant(scene, clause, token)
    if meant is not None:
        return meant
    accuses = clause.fired is not None and clause.fired.sense.type is EventType.ACCUSE
    if carried and not accuses and not clause.role("does", "occurs") and 0 <= clause.verb < token:
        return Verdict(Status.HYPOTHETICAL, "only spoken of", token - 1)
    if told and clause.role("plans"):
        return Verdict(Status.PLANNED, "decided", clause.verb)
    if told:
        verdict = verb_status(scene, sentence, clause, clause.readings[0] if clause.readings else None)
        if verdict.status is Status.PLANNED and clause.role("occurs") and sense.type not in _SCHEDULED:
            return Verdict(Status.HYPOTHETICAL, "of what may come of it", verdict.token)
        return verdict
    if clause.verb >= 0 and token > clause.verb and _wishes(clause):
        return Verdict(Status.HYPOTHETICAL, "what is asked for, threatened or refused", clause.verb)
    own = _above(scene, sentence, clause)
    if clause.verb > token and not _definite(scene, token):
        mine = _own_status(scene, clause, clause.readings[0])
        if mine.status in {Status.HYPOTHETICAL, Status.PLANNED}:
            return Verdict(Status.HYPOTHETICAL, "of what may come of it", mine.token)
    if 0 <= clause.verb < token and clause.role("does", "undergoes", "occurs", "plain"):
        mine = _own_status(scene, clause, clause.readings[0])
        if mine.status is Status.PLANNED and not clause.role("does"):
            return Verdict(Status.HYPOTHETICAL, "of what may come of it", mine.token)
        if mine.status in {Status.HYPOTHETICAL, Status.PLANNED} or (
            mine.status is None and clause.role("occurs")
        ):
            return mine
    return own


def _definite(scene: Scene, token: int) -> bool:
    if scene.lexicon.code == "ar":
        return scene.folded[token].lstrip("وفبلك").startswith("ال") or scene.folded[token].startswith("ال")
    return "the" in scene.folded[max(token - 3, 0) : token]


def _meant(scene: Scene, clause: Clause, token: int) -> Verdict | None:
    """The verb of the clause is one of planning or wishing ("تعتزم", "plans")."""
    if not 0 <= clause.verb < token:
        return None
    words = scene.lexicon.words
    if match(words.planned, scene.folded, clause.verb, token):
        return Verdict(Status.PLANNED, "planned", clause.verb)
    if match(words.unreal, scene.folded, clause.verb, token):
        return Verdict(Status.HYPOTHETICAL, "only wished or feared", clause.verb)
    return None


def _wishes(clause: Clause) -> bool:
    return any(reading.sense.type in _WISHING and not reading.sense.rest for reading in clause.readings)


def _unreal_at(scene: Scene, token: int, end: int) -> bool:
    words = scene.lexicon.words
    form = scene.folded[token]
    if form == "قد":
        return False
    if match(words.unreal, scene.folded, token, end):
        return True
    bare = form.lstrip("ول") if scene.lexicon.code == "ar" and len(form) > 4 else form  # noqa: PLR2004
    if scene.lexicon.code == "ar" and bare.startswith("ال") and bare[2:] in words.unreal:
        return True
    return bare != form and bare in words.unreal and (bare,) in words.unreal[bare]


def _own_status(scene: Scene, clause: Clause, reading: Reading | None) -> Verdict:
    words = scene.lexicon.words
    verb = clause.verb
    begin = clause.first
    if verb < 0:
        return _planned_words(scene, clause) or Verdict(Status.HAPPENED)
    mood = reading.form.mood if reading else Mood.PAST
    for token in range(max(begin, verb - 4), verb):
        form = scene.folded[token]
        bare = form[1:] if form[0] in "وف" and len(form) > 2 else form  # noqa: PLR2004
        if _which(clause, token, bare):
            continue
        if (bare in words.negation or form in words.negation) and _reaches(clause, token):
            return Verdict(None, f"negated by '{form}'", token)
        if bare in words.future or form in words.future:
            return Verdict(Status.PLANNED, "future", token)
        if clause.word(token).tag is Tag.AUXILIARY and mood is Mood.PRESENT and scene.lexicon.code == "ar":
            return Verdict(None, "what used to be", token)
        if bare == "قد" and mood is Mood.PRESENT:
            return Verdict(Status.HYPOTHETICAL, "'قد' with the present", token)
    if reading is not None and "س" in reading.glued:
        return Verdict(Status.PLANNED, "future", verb)
    for token in range(begin, verb):
        if not scene.lexicon.may_mark(scene.folded[token]) or scene.dates[token] is not None:
            continue
        size = match(words.hearsay, scene.folded, token, verb + 1)
        if size:
            return Verdict(Status.CLAIMED, "hearsay", token)
        if clause.word(token).tag is not Tag.NAME and _unreal_at(scene, token, verb):
            return Verdict(Status.HYPOTHETICAL, f"'{scene.folded[token]}'", token)
    if clause.kind == "condition":
        return Verdict(None, "a condition", clause.opener)
    return _planned_words(scene, clause) or Verdict(Status.HAPPENED)


def _which(clause: Clause, token: int, form: str) -> bool:
    """ "، ما أدى إلى": after a comma the word means "which", not "not"."""
    return form == "ما" and token > clause.base and clause.word(token - 1).tag is Tag.COMMA


def _reaches(clause: Clause, token: int) -> bool:
    """A negation stands right before its verb; only small words come between."""
    return all(
        clause.word(each).tag in {Tag.PARTICLE, Tag.AUXILIARY, Tag.OTHER}
        for each in range(token + 1, clause.verb)
    )


def _planned_words(scene: Scene, clause: Clause) -> Verdict | None:
    words = scene.lexicon.words
    stop = clause.verb if clause.verb >= 0 else clause.end
    for token in range(clause.first, clause.end):
        if not scene.lexicon.may_mark(scene.folded[token]) or clause.word(token).tag in {Tag.NAME, Tag.DATE}:
            continue
        size = match(words.planned, scene.folded, token, clause.end)
        if size and (token < stop or size > 1 or scene.lexicon.code == "ar"):
            return Verdict(Status.PLANNED, f"'{scene.folded[token]}'", token)
    return None


def _above(scene: Scene, sentence: Sentence, clause: Clause) -> Verdict:
    """What the clauses that a clause hangs on make of it."""
    if scene.folded[sentence.end - 1] in {"?", "؟"}:
        return Verdict(None, "a question", sentence.end - 1)
    if clause.kind == "purpose":
        return Verdict(None, "a purpose", clause.opener)
    if clause.kind == "condition":
        return Verdict(None, "a condition", clause.opener)
    if clause.kind == "infinitive" and clause.parent is None:
        return _infinitive(scene, clause, clause)
    parent = clause.parent
    if parent is None or parent.verb < 0:
        return Verdict(Status.HAPPENED)
    if clause.kind == "infinitive" and scene.folded[parent.verb] not in scene.lexicon.words.realised:
        return _infinitive(scene, clause, parent)
    if clause.kind in {"relative", "subordinate", "reduced"}:
        return Verdict(Status.HAPPENED)
    if clause.kind == "gerund":
        return (
            Verdict(Status.CLAIMED, "accused of it", parent.verb)
            if parent.role("claims")
            else Verdict(Status.HAPPENED)
        )
    return _reported(scene, sentence, clause, parent)


def _infinitive(scene: Scene, clause: Clause, parent: Clause) -> Verdict:
    words = scene.lexicon.words
    for token in range(parent.first, clause.verb):
        if match(words.planned, scene.folded, token, clause.verb):
            return Verdict(Status.PLANNED, "planned", token)
    return Verdict(None, "only meant", clause.opener)


def _reported(scene: Scene, sentence: Sentence, clause: Clause, parent: Clause) -> Verdict:
    who = next(iter(actors_of(parent.subject)), None)
    if parent.role("denies"):
        return Verdict(Status.DENIED, "denied", parent.verb, who)
    if parent.role("claims") and not parent.role("says"):
        return Verdict(Status.CLAIMED, "claimed", parent.verb, who)
    between = range(parent.first, clause.first)
    words = scene.lexicon.words
    for token in between:
        if not scene.lexicon.may_mark(scene.folded[token]) or scene.dates[token] is not None:
            continue
        if match(words.hearsay, scene.folded, token, clause.first + 1):
            return Verdict(Status.CLAIMED, "hearsay", token, who)
        if match(words.planned, scene.folded, token, clause.first):
            return Verdict(Status.PLANNED, "planned", token, who)
        if parent.word(token).tag is not Tag.NAME and _unreal_at(scene, token, clause.first):
            return Verdict(Status.HYPOTHETICAL, f"'{scene.folded[token]}' above", token, who)
    if parent.role("says"):
        above = _above(scene, sentence, parent)
        return (
            above
            if above.status is not Status.HAPPENED
            else Verdict(Status.HAPPENED, "said", parent.verb, who)
        )
    if _wishes(parent) and clause.kind == "complement":
        return Verdict(Status.HYPOTHETICAL, "what is asked for, threatened or refused", parent.verb)
    mine = (
        verb_status(scene, sentence, parent, parent.readings[0])
        if clause.kind == "complement"
        else Verdict(Status.HAPPENED)
    )
    if mine.status is None:
        return Verdict(None, mine.why, mine.token)
    return mine


_ORDER = {Status.HAPPENED: 0, Status.CLAIMED: 1, Status.PLANNED: 2, Status.DENIED: 3, Status.HYPOTHETICAL: 4}


def _stronger(own: Verdict, above: Verdict) -> Verdict:
    if own.status is None or above.status is None:
        return own if own.status is None else above
    if _ORDER[above.status] > _ORDER[own.status]:
        return above
    own.attributed = own.attributed or above.attributed
    return own
