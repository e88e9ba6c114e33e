"""Whether the text says that what a verb tells happened: negation, future, condition, hearsay, denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import PASTS, Mood
from extract.events.sides import actors_of
from extract.events.verdict import Verdict, happened, marked, stronger
from extract.events.vocabulary import match
from extract.events.word import Tag
from extract.model import EventType, Status

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence

WISHING = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.AGREE})
_BEFORE = 4  # words before a verb among which its negation stands
_QUESTION = frozenset({"?", "؟"})
_NO_EVENT = {"purpose": "a purpose", "condition": "a condition"}


def verb_status(scene: Scene, sentence: Sentence, clause: Clause, reading: Reading | None) -> Verdict:
    """The status of what the verb of a clause tells."""
    own = own_status(scene, clause, reading)
    return own if own.status is None else stronger(own, above(scene, sentence, clause))


def own_status(scene: Scene, clause: Clause, reading: Reading | None) -> Verdict:
    """The status that a clause gives its verb, whatever it hangs on."""
    if clause.verb < 0:
        return _planned_words(scene, clause, clause.end) or happened()
    mood = reading.form.mood if reading else Mood.PAST
    small = _small_words(scene, clause, mood)
    if small is not None:
        return small
    if reading is not None and "س" in reading.glued:
        return Verdict(Status.PLANNED, "future", clause.verb)
    told = marked(scene, clause, clause.first, clause.verb, planned=False)
    if told is not None:
        return told
    if clause.kind == "condition":
        return Verdict(None, "a condition", clause.opener)
    # A verb in the past happened, whatever it says of next week: "اتفقا على لقاء الشهر المقبل".
    until = clause.verb if mood in PASTS or scene.lexicon.code == "en" else clause.end
    return _planned_words(scene, clause, until) or happened()


def _small_words(scene: Scene, clause: Clause, mood: Mood) -> Verdict | None:
    """What the small words right before a verb make of it."""
    words = scene.lexicon.words
    for token in range(max(clause.first, clause.verb - _BEFORE), clause.verb):
        form = scene.folded[token]
        forms = {form, form[1:]} if form[0] in "وف" else {form}
        if _which(clause, token, forms):
            continue
        if not forms.isdisjoint(words.negation) and _reaches(clause, token):
            return Verdict(None, f"negated by '{form}'", token)
        if not forms.isdisjoint(words.future):
            return Verdict(Status.PLANNED, "future", token)
        if mood is Mood.PRESENT and clause.word(token).tag is Tag.AUXILIARY and scene.lexicon.code == "ar":
            return Verdict(None, "what used to be", token)
        if mood is Mood.PRESENT and "قد" in forms:
            return Verdict(Status.HYPOTHETICAL, "'قد' with the present", token)
    return None


def _which(clause: Clause, token: int, forms: set[str]) -> bool:
    """After a comma "ما" means "which", not "not": "، ما أدى إلى"."""
    return "ما" in forms and token > clause.base and clause.word(token - 1).tag is Tag.COMMA


def _reaches(clause: Clause, token: int) -> bool:
    """A negation stands right before its verb; only small words come between."""
    between = range(token + 1, clause.verb)
    return all(clause.word(each).tag in {Tag.PARTICLE, Tag.AUXILIARY, Tag.OTHER} for each in between)


def _planned_words(scene: Scene, clause: Clause, end: int) -> Verdict | None:
    words = scene.lexicon.words
    for token in range(clause.first, end):
        if not scene.lexicon.marks[scene.folded[token]] or clause.word(token).tag in {Tag.NAME, Tag.DATE}:
            continue
        if match(words.planned, scene.folded, token, clause.end):
            return Verdict(Status.PLANNED, f"'{scene.folded[token]}'", token)
    return None


def above(scene: Scene, sentence: Sentence, clause: Clause) -> Verdict:
    """What the clauses that a clause hangs on make of it."""
    parent = clause.parent
    if scene.folded[sentence.end - 1] in _QUESTION:
        return Verdict(None, "a question", sentence.end - 1)
    if clause.kind in _NO_EVENT:
        return Verdict(None, _NO_EVENT[clause.kind], clause.opener)
    if clause.kind == "infinitive" and (parent is None or not _realised(scene, parent)):
        return _infinitive(scene, sentence, clause, parent or clause)
    if parent is None or parent.verb < 0 or clause.kind in {"relative", "subordinate", "reduced"}:
        return happened()
    if clause.kind == "gerund":
        return _gerund(scene, parent)
    return _reported(scene, sentence, clause, parent)


def _gerund(scene: Scene, parent: Clause) -> Verdict:
    """As in "accused it of bombing", "denied bombing"."""
    if parent.role("claims"):
        return Verdict(Status.CLAIMED, "accused of it", parent.verb)
    if not parent.role("denies") or own_status(scene, parent, parent.readings[0]).status is None:
        return happened()
    return Verdict(Status.DENIED, "denied", parent.verb, next(iter(actors_of(parent.subject)), None))


def _realised(scene: Scene, parent: Clause) -> bool:
    """The verb makes what follows done: "began to", "continued to"."""
    return parent.verb >= 0 and scene.folded[parent.verb] in scene.lexicon.words.realised


def _infinitive(scene: Scene, sentence: Sentence, clause: Clause, parent: Clause) -> Verdict:
    if parent is not clause and scene.folded[clause.verb - 1] == "have":
        return _by_the_verb(scene, sentence, clause, parent)  # "claimed to have shot down"
    words = scene.lexicon.words
    for token in range(parent.first, clause.verb):
        if match(words.planned, scene.folded, token, clause.verb):
            return Verdict(Status.PLANNED, "planned", token)
    return Verdict(None, "only meant", clause.opener)


def _reported(scene: Scene, sentence: Sentence, clause: Clause, parent: Clause) -> Verdict:
    """What is said, claimed, denied or wished for in the clause above."""
    verdict = _by_the_verb(scene, sentence, clause, parent)
    verdict.attributed = verdict.attributed or next(iter(actors_of(parent.subject)), None)
    return verdict


def _by_the_verb(scene: Scene, sentence: Sentence, clause: Clause, parent: Clause) -> Verdict:
    if parent.role("denies"):
        return Verdict(Status.DENIED, "denied", parent.verb)
    if parent.role("claims") and not parent.role("says"):
        return Verdict(Status.CLAIMED, "claimed", parent.verb)
    told = marked(scene, parent, parent.first, clause.first, planned=True)
    if told is not None:
        return told
    return (
        above(scene, sentence, parent) if parent.role("says") else _hanging(scene, sentence, clause, parent)
    )


def _hanging(scene: Scene, sentence: Sentence, clause: Clause, parent: Clause) -> Verdict:
    """What hangs on a verb that says nothing: "أن" after wishing is a wish, else as true as the verb."""
    if clause.kind != "complement":
        return happened()
    if wishes(parent):
        return Verdict(None, "what is asked for, threatened or refused", parent.verb)
    mine = verb_status(scene, sentence, parent, parent.readings[0])
    return Verdict(mine.status, mine.why, mine.token)


def wishes(clause: Clause) -> bool:
    """The verb asks for, threatens, refuses or promises what follows."""
    return any(reading.sense.type in WISHING and not reading.sense.rest for reading in clause.readings)
