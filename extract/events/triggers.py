"""Finds what tells an event in a document: one draft for each telling."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.events.clauses import clauses
from extract.events.concerned import add_concerned
from extract.events.drafting import Place, drafted
from extract.events.noun_drafts import noun_drafts
from extract.events.phrase import phrase_tokens
from extract.events.scene import within
from extract.events.sides_arabic import arabic_sides
from extract.events.sides_english import english_sides
from extract.events.status import verb_status
from extract.events.subjects import Carried, inherited_by
from extract.events.unnamed import fill_unnamed
from extract.events.word import SPENT
from extract.model import ActorKind, EventType

if TYPE_CHECKING:
    from extract.events.chunk import Chunk, Group
    from extract.events.clauses import Clause
    from extract.events.draft import Draft
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence
    from extract.events.sides import Sides


def drafts(scene: Scene) -> list[Draft]:
    """Every telling of an event, in the order of the text."""
    found: list[Draft] = []
    carried = Carried()
    for sentence in scene.sentences:
        carried.leading = None
        if not _tells(scene, sentence):
            carried.skip(scene, sentence)
            continue
        found += _of_sentence(scene, sentence, carried)
    return found


def _tells(scene: Scene, sentence: Sentence) -> bool:
    """Whether any word of the sentence may tell an event; most of the work is saved here."""
    tells, folded, chunks = scene.lexicon.tells, scene.folded, scene.chunk_at
    return any(
        tells[folded[token]] and chunks[token] is None for token in range(sentence.first, sentence.end)
    )


def _of_sentence(scene: Scene, sentence: Sentence, carried: Carried) -> list[Draft]:
    cut = clauses(scene, sentence)
    verbs: list[Draft] = []
    nouns: list[Draft] = []
    for index, clause in enumerate(cut):
        inherited = inherited_by(scene, cut, index, carried)
        if clause.verb >= 0:
            verb = _verb(scene, sentence, clause, inherited)
            if verb is not None:
                verbs.append(verb)
        if clause.end > clause.first:
            scene.note(f"clause {clause.kind}: {scene.words(clause.first, clause.end - 1)}")
    for index, clause in enumerate(cut):
        following = cut[index + 1] if index + 1 < len(cut) else None
        nouns += noun_drafts(scene, Place(sentence, clause, following))
    _share_objects(verbs)
    add_concerned(scene, cut, verbs)
    carried.remember(cut)
    told = sorted(_without_light(verbs, nouns), key=lambda draft: draft.token)
    for draft in told:
        draft.siblings = cut
    return told


def _share_objects(verbs: list[Draft]) -> None:
    """Two verbs side by side have one object: "captured and executed four soldiers"."""
    for draft, other in pairwise(verbs):
        beside = other.clause.opener == draft.clause.verb + 1 and other.clause.kind == "and"
        if beside and not draft.target and other.rule == "subject carried on":
            draft.target = list(other.target)


def _without_light(verbs: list[Draft], nouns: list[Draft]) -> list[Draft]:
    """A verb that only carries a noun ("شن هجوما") tells nothing beside it."""
    carried = {draft.clause for draft in nouns if draft.rule.startswith("light")}
    kept = [d for d in verbs if d.clause not in carried or d.sense.rest or d.sense.counts or not _is_light(d)]
    return kept + nouns


def _is_light(draft: Draft) -> bool:
    return any(
        r.sense.role in {"does", "undergoes", "occurs"} and r.sense.word == draft.sense.word
        for r in draft.clause.readings
    )


def _verb(scene: Scene, sentence: Sentence, clause: Clause, inherited: Group | None) -> Draft | None:
    reading, spent = _fired(scene, clause)
    clause.fired = reading
    last = spent[-1] if spent and spent[-1] - clause.verb == len(spent) else clause.verb
    chosen = reading or clause.readings[0]
    sides_of = arabic_sides if scene.lexicon.code == "ar" else english_sides
    if clause.of_event:
        inherited = None
    sides = sides_of(scene, clause, chosen, inherited)
    sides.source = _owners(scene, clause, sides.source)
    clause.subject = sides.subject
    clause.undergoes = sides.rule in {"passive", "subject undergoes"}
    clause.object = sides.target
    if reading is None or reading.sense.type is None:
        return None
    verdict = verb_status(scene, sentence, clause, reading)
    if verdict.status is None:
        scene.note(f"rejected {scene.words(clause.verb, clause.verb)}: {verdict.why}")
        return None
    named = _enough(reading, sides)
    fill_unnamed(scene, clause, reading, sides)
    clause.object = sides.target
    if not named and not (_whose(sides) and _placed_or_dated(scene, clause)):
        scene.note(f"rejected {scene.words(clause.verb, clause.verb)}: nobody takes the side that it needs")
        return None
    return drafted(scene, Place(sentence, clause), reading, (clause.verb, last), sides, verdict)


_ITS = frozenset({"its", "their", "his", "her"})
_OWN = frozenset({"soldiers", "troops", "army", "police", "security-forces", "militants"})


def _owners(scene: Scene, clause: Clause, source: list[Chunk]) -> list[Chunk]:
    """As in "the army said its soldiers had killed": who speaks does it by its own."""
    speaker = clause.parent.subject if clause.parent is not None else None
    if len(source) != 1 or source[0].people not in _OWN or speaker is None or clause.kind != "complement":
        return source
    chunk = source[0]
    theirs = scene.folded[chunk.first - 1] in _ITS or scene.folded[chunk.last].endswith(("ه", "ها", "هم"))
    unnamed = chunk.actor is not None and not chunk.actor.country
    told = [c for c in speaker.chunks if c.actor is not None and c.actor.kind is not ActorKind.PERSON]
    return told if theirs and unnamed and told else source


def _fired(scene: Scene, clause: Clause) -> tuple[Reading | None, list[int]]:
    """The reading of the verb that its clause bears out: a set phrase first, the longest."""
    best: Reading | None = None
    size = (-1, False)
    spent: list[int] = []
    for reading in clause.readings:
        if reading.sense.type is None:
            continue
        if reading.sense.rest:
            tokens = phrase_tokens(scene, clause, clause.verb, reading.sense.rest)
            exact = tuple(scene.folded[token] for token in tokens) == reading.sense.rest
            if tokens and (len(tokens), exact) > size:
                best, size, spent = reading, (len(tokens), exact), tokens
        elif size[0] < 0:
            best, size = reading, (0, False)
    for token in spent:
        clause.words[token - clause.base] = SPENT
    return best, spent


def _whose(sides: Sides) -> bool:
    """Somebody does it to something: "burned down a school"."""
    return bool(sides.source and sides.target)


def _placed_or_dated(scene: Scene, clause: Clause) -> bool:
    """Figures of speech ("hit the road") tell no place and no day."""
    return bool(
        within(scene.place_tokens, clause.verb, clause.end)
        or within(scene.date_tokens, clause.first, clause.end)
    )


def _enough(reading: Reading, sides: Sides) -> bool:
    must = reading.sense.must
    if must == "whom":
        return bool(sides.target) or (
            sides.struck and bool(sides.source) and reading.sense.type is EventType.ASSAULT
        )
    if must == "pair":
        return (bool(sides.target) and bool(sides.source)) or bool(reading.form.suffix and sides.source)
    if must == "arrival":
        return _arrives(sides)
    if must == "protesters":
        return any(chunk.people == must for chunk in sides.source)
    return True


def _arrives(sides: Sides) -> bool:
    """Somebody who visits came to a place: no goods, no news."""
    comes = any(
        c.people == "delegation" or (c.actor and c.actor.kind is ActorKind.PERSON) for c in sides.source
    )
    return comes and sides.reached
