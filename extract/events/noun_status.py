"""Whether the text says that what a noun tells happened: "منع هجوم", "خطة لزيارة", "شن هجوما"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.grounds import carries, denies
from extract.events.sides import actors_of
from extract.events.status import above, own_status, verb_status, wishes
from extract.events.verdict import Verdict, unreal_at
from extract.events.vocabulary import match
from extract.events.word import Tag
from extract.model import EventType, Status

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.scene import Scene, Sentence
    from extract.events.sense import Sense

_SCHEDULED = frozenset({EventType.ELECTION, EventType.CONSULT, EventType.PROTEST, EventType.MOBILIZE, EventType.AID, EventType.COOPERATE})  # fmt: skip
_BARRIERS = frozenset({Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.NAME})
_REACH = 6  # words before a noun that may still make it unreal
_UNSURE = frozenset({Status.HYPOTHETICAL, Status.PLANNED})


def noun_status(
    scene: Scene, sentence: Sentence, clause: Clause, token: int, *, told: bool, sense: Sense
) -> Verdict:
    """The status of what a noun tells; `told`: the verb of its clause tells it ("شن هجوما")."""
    verdict = (
        _denied(scene, clause, token, sense)
        or _words_before(scene, clause, token)
        or _meant(scene, clause, token)
        or _spoken_of(scene, clause, token)
    )
    if verdict is not None:
        return verdict
    if told:
        return _carried(scene, sentence, clause, sense)
    if clause.verb >= 0 and token > clause.verb and wishes(clause):
        return Verdict(None, "what is asked for, threatened or refused", clause.verb)
    return _by_its_verb(scene, clause, token) or above(scene, sentence, clause)


def _denied(scene: Scene, clause: Clause, token: int, sense: Sense) -> Verdict | None:
    """As in "نفى سيطرة التنظيم", "denied carrying out the attack": what the noun tells is denied."""
    if not denies(scene, clause, token) or sense.type is EventType.ACCUSE:
        return None
    if own_status(scene, clause, clause.readings[0]).status is None:
        return Verdict(None, "not denied, and not told either", clause.verb)
    speaker = next(iter(actors_of(clause.subject)), None)
    return Verdict(Status.DENIED, "denied", clause.verb, speaker)


def _words_before(scene: Scene, clause: Clause, token: int) -> Verdict | None:
    words = scene.lexicon.words
    low = max(clause.first, token - _REACH, clause.verb + 1 if clause.verb < token else 0)
    for back in range(token - 1, low - 1, -1):
        form = scene.folded[back]
        if clause.word(back).tag in _BARRIERS:
            return None
        if form in words.denying and back >= token - 2:
            return Verdict(None, f"'{form}' before the noun", back)
        if match(words.planned, scene.folded, back, token):
            return Verdict(Status.PLANNED, "planned", back)
        if unreal_at(scene, back, token):
            return Verdict(Status.HYPOTHETICAL, f"'{form}' before the noun", back)
    return None


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


def _spoken_of(scene: Scene, clause: Clause, token: int) -> Verdict | None:
    """Carried by a noun, under a verb that does nothing: "يدرس فرض عقوبات"."""
    accuses = clause.fired is not None and clause.fired.sense.type is EventType.ACCUSE
    acts = accuses or clause.role("does", "occurs", "plans")
    if token > clause.first and carries(scene, token - 1) and not acts and 0 <= clause.verb < token:
        return Verdict(None, "only spoken of", token - 1)
    return None


def _carried(scene: Scene, sentence: Sentence, clause: Clause, sense: Sense) -> Verdict:
    if clause.role("plans"):
        return Verdict(Status.PLANNED, "decided", clause.verb)
    verdict = verb_status(scene, sentence, clause, clause.readings[0] if clause.readings else None)
    if verdict.status is Status.PLANNED and clause.role("occurs") and sense.type not in _SCHEDULED:
        return Verdict(Status.HYPOTHETICAL, "of what may come of it", verdict.token)
    return verdict


def _by_its_verb(scene: Scene, clause: Clause, token: int) -> Verdict | None:
    """What may come of a noun, or of what another verb says of it."""
    if clause.verb < 0:
        return None
    mine = own_status(scene, clause, clause.readings[0])
    if token < clause.verb:
        unsure = mine.status in _UNSURE and not _definite(scene, token)
        return Verdict(Status.HYPOTHETICAL, "of what may come of it", mine.token) if unsure else None
    if not clause.role("does", "undergoes", "occurs", "plain"):
        return None
    if mine.status is Status.PLANNED and not clause.role("does"):
        return Verdict(Status.HYPOTHETICAL, "of what may come of it", mine.token)
    return mine if mine.status in _UNSURE or (mine.status is None and clause.role("occurs")) else None


def _definite(scene: Scene, token: int) -> bool:
    if scene.lexicon.code == "ar":
        return scene.folded[token].lstrip("وفبلك").startswith("ال") or scene.folded[token].startswith("ال")
    return not scene.lexicon.words.pointing.isdisjoint(scene.folded[max(token - 3, 0) : token])
