"""Finds what tells an event in a document: one draft for each telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.clauses import Clause, clauses
from extract.events.draft import Draft
from extract.events.grounds import grounded
from extract.events.groups import groups
from extract.events.noun_sides import noun_sides
from extract.events.phrase import phrase_tokens
from extract.events.sides import VICTIMS, Sides, actors_of
from extract.events.sides_arabic import arabic_sides
from extract.events.sides_english import english_sides
from extract.events.status import Verdict, noun_status, verb_status
from extract.events.subjects import Carried, inherited_by
from extract.events.continuing import continues, variants
from extract.events.tagging import Tag
from extract.events.vocabulary import match
from extract.model import ActorKind, EventType, Evidence, Status
from extract.script import raw_offset

if TYPE_CHECKING:
    from extract.events.chunk import Group
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene, Sentence


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
    read = scene.lexicon.read
    for token in range(sentence.first, sentence.end):
        if scene.chunk_at[token] is None and any(r.sense.type for r in read(scene.folded[token])):
            return True
    return False


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
        scene.note(
            f"clause {clause.kind}: {scene.words(clause.first, clause.end - 1)}"
        ) if clause.end > clause.first else None
    for index, clause in enumerate(cut):
        following = cut[index + 1] if index + 1 < len(cut) else None
        nouns += _nouns(scene, sentence, clause, following)
    carried.remember(cut)
    told = sorted(_without_light(verbs, nouns), key=lambda draft: draft.token)
    for draft in told:
        draft.siblings = cut
    return told


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
    clause.subject = sides.subject
    clause.undergoes = sides.rule in {"passive", "subject undergoes"}
    clause.object = sides.target
    if reading is None or reading.sense.type is None:
        return None
    verdict = verb_status(scene, sentence, clause, reading)
    if verdict.status is None:
        scene.note(f"rejected {scene.words(clause.verb, clause.verb)}: {verdict.why}")
        return None
    if not _enough(reading, sides):
        scene.note(f"rejected {scene.words(clause.verb, clause.verb)}: nobody takes the side that it needs")
        return None
    return _draft(scene, sentence, clause, reading, (clause.verb, last), sides, verdict)


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
        clause.word(token).tag = Tag.SPENT
    return best, spent


def _enough(reading: Reading, sides: Sides) -> bool:
    must = reading.sense.must
    if must == "whom":
        return bool(sides.target)
    if must == "pair":
        return bool(sides.target) and bool(sides.source) or bool(reading.form.suffix and sides.source)
    if must == "arrival":
        return _arrives(sides)
    return True


def _arrives(sides: Sides) -> bool:
    """Somebody who visits came to a place: no goods, no news."""
    comes = any(c.people == "delegation" or (c.actor and c.actor.kind is ActorKind.PERSON) for c in sides.source)
    return comes and sides.reached


def _nouns(scene: Scene, sentence: Sentence, clause: Clause, following: Clause | None) -> list[Draft]:
    found: list[Draft] = []
    skip = -1
    for token in range(clause.first, clause.end):
        word = clause.word(token)
        if word.tag is not Tag.NOUN or token <= skip:
            continue
        reading, last = _noun_reading(scene, clause, token, word.readings)
        if reading is None:
            continue
        skip = last
        draft = _noun(scene, sentence, clause, following, reading, token, last)
        if draft is not None:
            found.append(draft)
    return found


def _noun_reading(scene: Scene, clause: Clause, token: int, readings: object) -> tuple[Reading | None, int]:
    best: Reading | None = None
    size, last = -1, token
    for reading in readings:  # type: ignore[attr-defined]
        rest = reading.sense.rest
        stop = token + 1 + len(rest)
        if rest and (stop > clause.end or not continues(scene, token + 1, rest)):
            continue
        if len(rest) > size:
            best, size, last = reading, len(rest), token + len(rest)
    return best, last


def _noun(
    scene: Scene,
    sentence: Sentence,
    clause: Clause,
    following: Clause | None,
    reading: Reading,
    token: int,
    last: int,
) -> Draft | None:
    told_by = following if _told_by(scene, clause, following, token) else None
    ground = grounded(scene, clause, told_by, reading, token)
    verdict = noun_status(
        scene, sentence, clause, token, told=ground.startswith("light"), sense=reading.sense
    )
    if verdict.status is None:
        scene.note(f"rejected {scene.words(token, last)}: {verdict.why}")
        return None
    sides = noun_sides(scene, clause, token, reading, told_by)
    _light_sides(clause, reading, ground, sides)
    _adjunct_sides(clause, reading, ground, sides)
    _accused(clause, ground, sides, verdict)
    if not sides.source and _claims(scene, clause, token, sides, verdict):
        ground = ground or "claimed"
    if reading.sense.speaker and not sides.source:
        _speaks(scene, clause, token, sides)
    draft = _draft(scene, sentence, clause, reading, (token, last), sides, verdict)
    draft.noun = True
    draft.told_by = told_by
    draft.grounded = bool(ground) or reading.sense.speaker
    if (
        reading.form.definite
        and ground in {"after 'في'", "after 'in'"}
        and not (sides.source or sides.target)
    ):
        draft.grounded = False
    draft.definite = reading.form.definite or bool(reading.form.suffix) or _pointed_at(scene, token)
    draft.rule = ground or draft.rule
    return draft


def _pointed_at(scene: Scene, token: int) -> bool:
    """ "the attack", "these protests"."""
    pointing = scene.lexicon.words.pointing
    return any(form in pointing for form in scene.folded[max(token - 2, 0) : token])


def _speaks(scene: Scene, clause: Clause, token: int, sides: Sides) -> None:
    """ "X said that Y has the right to": X supports Y."""
    said = clause.parent is not None and clause.parent.role("says")
    if said and clause.parent is not None:
        sides.source, sides.target = actors_of(clause.parent.subject), actors_of(clause.subject)
        return
    sides.source = actors_of(clause.subject)
    bearers = [g for g in groups(scene, clause, clause.first, token, through=True) if g.told[-1:] == ("ل",)]
    sides.target = sides.target or (actors_of(bearers[-1]) if bearers else [])


def _told_by(scene: Scene, clause: Clause, following: Clause | None, token: int) -> bool:
    """The next clause says of this noun who did it: "الهجوم الذي شنته", "هجوم نفذه"."""
    if following is None or following.kind not in {"relative", "bare", "reduced"}:
        return False
    between = range(token + 1, clause.end)
    if any(clause.word(each).tag is Tag.NOUN or _named(scene, each) for each in between):
        return False
    return following.role("does", "occurs", "claims")


def _named(scene: Scene, token: int) -> bool:
    chunk = scene.chunk_at[token]
    return chunk is not None and chunk.actor is not None and chunk.place is None


def _light_sides(clause: Clause, reading: Reading, ground: str, sides: Sides) -> None:
    if ground in {"planned by its verb", "carried by a noun"} and not sides.source:
        sides.source = [c for c in actors_of(clause.subject) if c not in sides.target]
    if not ground.startswith("light"):
        return
    subject, sense = actors_of(clause.subject), reading.sense
    announced = clause.role("says") and (sense.type in _HAPPENS_TO or sense.person)
    if ground.endswith(("does", "plans")) and not announced:
        sides.source = sides.source if sides.source and sense.owner == "source" and not subject else subject
        if sense.type in _MUTUAL and len(sides.source) > 1 and not sides.target:
            sides.source, sides.target = sides.source[:1], sides.source[1:]
    elif ground.endswith("undergoes"):
        sides.source = [chunk for chunk in sides.source if chunk not in subject]
        sides.target = subject


_HAPPENS_TO = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DISASTER})
_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def _adjunct_sides(clause: Clause, reading: Reading, ground: str, sides: Sides) -> None:
    """ "They poured in in an attack on": who did it is the subject of the verb."""
    if (
        ground not in {"after 'في'", "after 'in'", "after its preposition"}
        or sides.source
        or clause.undergoes
    ):
        return
    statement = clause.fired is not None and clause.fired.sense.type not in _HAPPENS_TO
    if statement or reading.form.definite or reading.sense.owner not in {"source", "either"}:
        return
    doers = [c for c in actors_of(clause.subject) if c.people not in VICTIMS]
    if not any(chunk.actor in [c.actor for c in sides.target] for chunk in doers):
        sides.source = doers


def _claims(scene: Scene, clause: Clause, token: int, sides: Sides, verdict: Verdict) -> bool:
    """ "أعلنت مسؤوليتها عن الهجوم": who claims it is said to have done it."""
    claimed = scene.lexicon.words.claimed
    for back in range(clause.first, token):
        if scene.folded[back].removeprefix("و") in claimed and _claimed_at(scene, back, token):
            sides.source = actors_of(clause.subject)
            verdict.status = Status.CLAIMED
            verdict.attributed = next(iter(sides.source), None)
            return bool(sides.source)
    return False


def _claimed_at(scene: Scene, token: int, end: int) -> bool:
    """The words of the claim stand in order; its subject may come between."""
    first = scene.folded[token].removeprefix("و")
    for phrase in scene.lexicon.words.claimed.get(first, ()):
        rest = scene.folded[token + 1 : end]
        if all(any(form in variants(scene.lexicon.code, word) for form in rest) for word in phrase[1:]):
            return True
    return False


def _accused(clause: Clause, ground: str, sides: Sides, verdict: Verdict) -> None:
    """ "اتهم حركة الشباب بتنفيذ الهجوم": who is accused is said to have done it."""
    fired = clause.fired
    if fired is None or fired.sense.type is not EventType.ACCUSE or sides.source or not clause.object:
        return
    if ground in {"carried by a noun", "after its preposition", "after 'for'", "after 'of'"}:
        sides.source = list(clause.object)
        verdict.status = Status.CLAIMED
        verdict.attributed = next(iter(actors_of(clause.subject)), None)


def _draft(
    scene: Scene,
    sentence: Sentence,
    clause: Clause,
    reading: Reading,
    span: tuple[int, int],
    sides: Sides,
    verdict: Verdict,
) -> Draft:
    sense = reading.sense
    assert sense.type is not None  # noqa: S101  only such readings come here
    first, last = span
    glued = sum(letter in "وفسبلك" for letter in reading.glued)
    raw = scene.document.text[scene.starts[first] : scene.ends[first]]
    start = scene.starts[first] + raw_offset(raw, glued)
    rule = f"{scene.lexicon.code}/events/{sense.part}/{sense.word}"
    draft = Draft(
        sense.type,
        sense,
        sentence,
        clause,
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
    draft.habit = bool(scene.habits) and any(
        match(scene.lexicon.words.habit, scene.folded, token, clause.end)
        for token in range(clause.first, clause.end)
    )
    return draft
