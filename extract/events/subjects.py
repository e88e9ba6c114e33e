"""Who is the subject of a clause that names none: antecedent, sibling, or who was spoken of before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.events.groups import groups
from extract.events.sides import PASSIVE_TYPES
from extract.events.word import Tag

if TYPE_CHECKING:
    from extract.events.chunk import Group
    from extract.events.clauses import Clause
    from extract.events.scene import Scene, Sentence

_PRONOUN_ENDS = ("ه", "ها", "هم", "هما")
_PRONOUNS = frozenset(["he", "she", "they", "it"])
_SIBLINGS = frozenset({"and", "comma", "bare", "quote", "stop", "main"})


@dataclass(slots=True)
class Carried:
    """The subject of the story so far, over the ends of sentences."""

    subject: Group | None = None
    leading: Group | None = None

    def remember(self, cut: list[Clause]) -> None:
        """Keep the subject of the first clause that has one and is not said by another."""
        for clause in cut:
            named = clause.subject is not None and any(
                c.actor and not c.people for c in clause.subject.chunks
            )
            if named and clause.kind in _SIBLINGS:
                self.subject = clause.subject
                return

    def skip(self, scene: Scene, sentence: Sentence) -> None:
        """A sentence that tells no event may still name who goes on in the next ("وقال بوتين ...")."""
        from extract.events.clauses import clauses  # noqa: PLC0415  only such sentences need it here

        if not any(scene.chunk_at[token] for token in range(sentence.first, sentence.end)):
            return
        cut = clauses(scene, sentence)
        clause = cut[0]
        if clause.verb < 0:
            return
        stretch = groups(scene, clause, clause.first, clause.end, through=False)
        bare = [group for group in stretch if group.bare and group.acts and not group.chunks[0].adjective]
        if bare:
            self.subject = bare[0]


def inherited_by(scene: Scene, cut: list[Clause], index: int, carried: Carried) -> Group | None:
    """Who would be the subject of `cut[index]`, if the clause names nobody itself."""
    clause = cut[index]
    if clause.kind in {"relative", "reduced"}:
        return _antecedent(scene, clause) or _of_the_noun(clause)
    if clause.kind == "complement":
        if clause.parent is None and _pronoun_on_opener(scene, clause):
            return carried.subject  # "ورد أنه عرض": nobody is said to say it
        return _of_the_speaker(scene, clause)
    if clause.kind in _BELOW:
        told = _before_opener(scene, clause)
        return told or (clause.parent.subject if clause.parent else carried.subject)
    return _beside(scene, cut, index, carried)


_SIBLINGS_BACK = 12  # clauses of one sentence over which a subject carries on
_BELOW = frozenset({"infinitive", "gerund", "purpose", "subordinate", "condition"})


def _of_the_speaker(scene: Scene, clause: Clause) -> Group | None:
    """A pronoun, or nothing at all, between the complementiser and the verb means who speaks."""
    pronoun = _pronoun_on_opener(scene, clause)
    nobody = scene.lexicon.code == "ar" and _straight(clause)
    if clause.parent is not None and (pronoun or nobody or _pronoun_subject(scene, clause)):
        return clause.parent.subject
    return None


def _pronoun_on_opener(scene: Scene, clause: Clause) -> bool:
    return clause.opener >= 0 and scene.folded[clause.opener].endswith(_PRONOUN_ENDS)


def _before_opener(scene: Scene, clause: Clause) -> Group | None:
    """A first clause that holds a verbless one before its opener: "وكان رئيسي عائدا حيث التقى"."""
    if clause.parent is not None or clause.opener <= clause.first:
        return None
    stretch = groups(scene, clause, clause.first, clause.opener, through=True)
    return next((group for group in reversed(stretch) if group.bare and group.acts), None)


def _beside(scene: Scene, cut: list[Clause], index: int, carried: Carried) -> Group | None:
    """The subject of the clause's siblings, else of what it hangs on, else of the sentence before."""
    clause = cut[index]
    for sibling in reversed(cut[max(0, index - _SIBLINGS_BACK) : index]):
        if sibling.parent is not clause.parent:
            continue
        if sibling.kind == "relative":
            told = _antecedent(scene, sibling)
            if told is not None:
                return told  # "Hezbollah, which Iran backs, fired rockets"
            continue
        if sibling.undergoes and any(r.sense.type in PASSIVE_TYPES for r in clause.readings):
            return None  # "أصيب خمسة واعتقل عشرة": both undergo it
        if sibling.subject is not None:
            return sibling.subject
    if clause.parent is None:
        return _from_before(scene, clause, carried)
    return clause.parent.subject if clause.kind != "main" else None


def _of_the_noun(clause: Clause) -> Group | None:
    """The pronoun is the noun's, so the subject is who speaks of it: "المحادثات التي أجراها"."""
    pronoun = any(reading.form.suffix for reading in clause.readings)
    return clause.parent.subject if pronoun and clause.parent is not None else None


def _straight(clause: Clause) -> bool:
    """Nothing but small words between the opener and the verb: "أن يكون قد هاجم"."""
    return all(
        clause.word(t).tag in {Tag.PARTICLE, Tag.AUXILIARY} for t in range(clause.opener + 1, clause.verb)
    )


def _antecedent(scene: Scene, clause: Clause) -> Group | None:
    """Whom a relative clause says more of: the last named right before its opener."""
    stop = clause.opener if clause.opener >= 0 else clause.first
    parent = clause.parent
    if parent is None:
        if stop <= clause.first:
            return None
        found = groups(scene, clause, clause.first, stop, through=True)
    else:
        first = parent.first if parent.opener < parent.first else parent.opener + 1
        found = groups(scene, parent, first, stop, through=True)
    if not found or stop - found[-1].last > 2:  # noqa: PLR2004
        return None
    return found[-1]


def _from_before(scene: Scene, clause: Clause, carried: Carried) -> Group | None:
    """The subject of the sentence before, where the verb or a pronoun points back."""
    if scene.lexicon.code == "en":
        return carried.subject if _pronoun_subject(scene, clause) else None
    points = any(reading.glued[:1] in {"و", "ف"} for reading in clause.readings)
    return carried.subject if points or scene.folded[clause.first][0] in "وفك" else None


def _pronoun_subject(scene: Scene, clause: Clause) -> bool:
    return any(
        scene.folded[token] in _PRONOUNS
        for token in range(clause.first, max(clause.verb, clause.first))
        if clause.word(token).tag is not Tag.NAME
    )
