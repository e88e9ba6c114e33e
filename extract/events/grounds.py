"""Whether a noun tells that something happened, or only speaks of such things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.continuing import variants
from extract.events.vocabulary import match
from extract.events.word import Tag
from extract.model import EventType

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene

_BLAMING = frozenset(
    {EventType.ACCUSE, EventType.SUPPORT, EventType.ASSAULT, EventType.PROTEST, EventType.CONSULT}
)
_REACH = 8


def grounded(scene: Scene, clause: Clause, told_by: Clause | None, reading: Reading, token: int) -> str:
    """Why a noun tells a happening; "" where it does not. "light ..." where a verb carries it."""
    light = _light(scene, clause, token) or _sent(clause, reading, token)
    if light:
        return f"light verb: {light}"
    if denies(scene, clause, token):
        return DENIED
    if told_by is not None:
        return "told by its relative clause"
    if token > clause.first and carries(scene, token - 1):
        return "carried by a noun"
    if 0 <= clause.verb < token and match(scene.lexicon.words.planned, scene.folded, clause.verb, token):
        return "planned by its verb"
    return "" if reading.sense.weak else _by_place(scene, clause, reading, token)


DENIED = "denied by its verb"
_WITHIN = frozenset({"في", "in", "by"})


def denies(scene: Scene, clause: Clause, token: int) -> bool:
    """The verb denies what the noun after it tells; not what only gives the time ("after the attack")."""
    if not 0 <= clause.verb < token or not clause.role("denies"):
        return False
    if own_doing(scene, clause, token):
        return True
    before = _before(scene, clause, token)
    if before in _WITHIN:  # "denied the killing of X in a raid": the raid is denied with it
        return any(clause.word(each).tag is Tag.NOUN for each in range(clause.verb + 1, token))
    return before not in scene.lexicon.words.when - {"of", "for"}


def own_doing(scene: Scene, clause: Clause, token: int) -> bool:
    """A word before the noun says that it is the speaker's own doing: "مسؤوليتها عن", "involvement in"."""
    own, code = scene.lexicon.words.own, scene.lexicon.code
    between = scene.folded[clause.verb + 1 : token]
    return any(form in variants(code, word) for word in own for form in between)


def _by_place(scene: Scene, clause: Clause, reading: Reading, token: int) -> str:
    """Why a noun that is strong enough by itself tells a happening where it stands."""
    before = _before(scene, clause, token)
    if before in scene.lexicon.words.when:
        return f"after '{before}'"
    if clause.verb < 0:
        return "no verb beside it"
    if token < clause.verb:
        return "subject of its verb" if clause.role("occurs", "plain") else ""
    if reading.glued.endswith(("ب", "ل")):
        return "after its preposition" if reading.glued.endswith("ب") else ""
    blamed = clause.fired is not None and clause.fired.sense.type in _BLAMING
    return "object of its verb" if blamed else ""


def carries(scene: Scene, token: int) -> bool:
    """A noun that only carries the next: "بتنفيذ هجوم"."""
    form, carriers = scene.folded[token], scene.lexicon.words.carriers
    return form in carriers or (form[:1] in {"ب", "ل", "و"} and form[1:] in carriers)


def _light(scene: Scene, clause: Clause, token: int) -> str:
    """Which side the subject of a carrying verb takes: "does", "undergoes", "occurs"."""
    if clause.verb < 0:
        return ""
    light = next(
        (r.sense for r in clause.readings if r.sense.role in {"does", "undergoes", "occurs", "plans"}), None
    )
    if light is None or (clause.fired is not None and clause.fired.sense.word != light.word):
        return ""
    roles = {r.sense.role for r in clause.readings if r.sense.word == light.word}
    acts = clause.subject is not None and clause.subject.acts
    role = (
        "does"
        if {"does", "occurs"} <= roles and acts
        else "occurs"
        if {"does", "occurs"} <= roles
        else light.role
    )
    if token < clause.verb:
        passive = scene.lexicon.code == "en" and scene.folded[clause.verb - 1] in {
            "was",
            "were",
            "been",
            "being",
            "is",
            "are",
        }
        return "occurs" if (role == "occurs" or passive) and token > clause.first - 1 else ""
    if token - clause.verb > _REACH + 6:
        return ""
    if role in {"does", "plans"} and scene.lexicon.code == "ar" and _governed_apart(scene, clause, token):
        return ""
    earlier = any(clause.word(each).tag is Tag.NOUN for each in range(clause.verb + 1, token))
    return "" if earlier else role


def _sent(clause: Clause, reading: Reading, token: int) -> str:
    """Aid within what somebody sends: "أرسلت طائرات محملة بمساعدات"."""
    sends = 0 <= clause.verb < token <= clause.verb + _REACH and clause.role("sends")
    return "does" if sends and clause.fired is None and reading.sense.type is EventType.AID else ""


def _governed_apart(scene: Scene, clause: Clause, token: int) -> bool:
    """A preposition before the noun: it is not what the verb does ("قدم تعازيه في الهجوم")."""
    before = _before(scene, clause, token)
    return before in scene.lexicon.words.prepositions and before not in {"ب", "عن"}


def _before(scene: Scene, clause: Clause, token: int) -> str:
    """The preposition that governs a noun: right before it, or before the one that owns it."""
    for back in range(token - 1, max(clause.first - 1, token - 4), -1):
        word = clause.word(back)
        form = scene.folded[back]
        if word.tag in {Tag.PREPOSITION, Tag.SUBORDINATE}:
            return form[1:] if form[0] == "و" and len(form) > 2 else form  # noqa: PLR2004
        if word.tag is Tag.ARTICLE or (word.tag is Tag.OTHER and scene.lexicon.code == "en"):
            continue
        if scene.chunk_at[back] is not None and scene.lexicon.code == "en":
            continue
        if word.tag is not Tag.OTHER:
            return ""
    return ""
