"""The sides of an Arabic verb: verb before subject before object, or subject first, or passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Mood
from extract.events.groups import groups
from extract.events.sides import (
    PASSIVE_TYPES,
    VICTIMS,
    Sides,
    actors_of,
    divided,
    object_of,
    of_event,
    start_of,
)
from extract.events.unnamed import arabic_phrase
from extract.events.word import Tag
from extract.model import ActorKind

if TYPE_CHECKING:
    from extract.events.chunk import Group
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene
    from extract.events.sense import Sense

_DAMMA = "\u064f"
_MANY = 3
_PRONOUNS = ("ه", "ها", "هم", "هما")
_CONTINUED = frozenset({"and", "bare", "relative", "subordinate", "purpose"})


def arabic_sides(scene: Scene, clause: Clause, reading: Reading, inherited: Group | None) -> Sides:
    """The sides of the clause's verb; `inherited` is who would be its subject if none is told."""
    sense, form = reading.sense, reading.form
    begin = start_of(clause)
    before = groups(scene, clause, begin, clause.verb, through=True) if begin < clause.verb else []
    after = groups(scene, clause, clause.verb + 1, clause.end)
    ahead = [group for group in before if group.bare and group.acts and not of_event(group)]
    bare = _bare(after)
    agent = next((group for group in after if group.agent), None)
    if agent is not None and sense.type not in PASSIVE_TYPES and _by_weapon(scene, agent):
        agent = None  # "هددت كوريا الشمالية بقصف سول"
    passive = form.passive is True or _marked_passive(scene, clause)
    passive = passive or (agent is not None and not ahead and len(bare) <= 1)
    if ahead:
        subject: Group | None = ahead[-1]
        rule = "subject before verb"
    else:
        subject, bare, rule = _subject(scene, clause, reading, after, inherited)
    if subject is not None and not passive and (subject is not inherited or clause.kind == "relative"):
        passive = _passive_by_sense(clause, reading, subject, bare, ahead=bool(ahead))
    if passive and sense.whom[:1] == ("",) and sense.subject == "source":
        return Sides(actors_of(agent), actors_of(subject), "passive", subject)
    objects = object_of(reading, bare, after)
    if form.suffix and objects is None and inherited is not subject and "" in sense.whom:
        objects = inherited
    sides = divided(sense.subject, subject, objects, agent, rule)
    sides.reached = any(g.preps[:1] == ("الي",) and g.chunks[0].place is not None for g in after)
    sides.struck = any(g.bare and g.chunks[0].place is not None for g in after)
    return sides


def _by_weapon(scene: Scene, agent: Group) -> bool:
    return not scene.lexicon.words.weapons.isdisjoint(scene.folded[agent.after : agent.first])


def _bare(after: list[Group]) -> list[Group]:
    """The groups that no preposition governs; an adjective behind a stranger is no group of its own."""
    return [group for group in after if group.bare and not (group.chunks[0].adjective and group.gap)]


def _subject(
    scene: Scene,
    clause: Clause,
    reading: Reading,
    after: list[Group],
    inherited: Group | None,
) -> tuple[Group | None, list[Group], str]:
    """Who does it, and the groups left for whom it is done to."""
    form = reading.form
    bare = _bare(after)
    follows = next((group for group in bare if not of_event(group)), None)
    rest = [group for group in bare if group is not follows]
    if clause.kind == "relative" and inherited is not None and not form.suffix:
        return inherited, bare, "relative clause"
    if inherited is not None and (form.mood is Mood.GERUND or _by_pronoun(scene, clause)):
        return inherited, bare, "pronoun"
    if follows is None or not follows.acts:
        stranger = _stranger(scene, clause, reading) or (
            follows is not None and follows.first == clause.verb + 1
        )
        return (None if stranger else inherited), bare, "subject carried on"
    if inherited is not None and _is_object(scene, clause, reading, follows, after):
        return inherited, bare, "subject carried on"
    return follows, rest, "verb before subject"


def _by_pronoun(scene: Scene, clause: Clause) -> bool:
    """The pronoun on the opener is the subject ("أنه هاجم"), unless it does not agree with the verb."""
    if clause.kind != "complement" or clause.opener < 0:
        return False
    opener = scene.folded[clause.opener]
    gender = clause.readings[0].form.gender if clause.readings else ""
    agrees = not gender or opener.endswith("ها") == (gender == "f")
    return opener.endswith(_PRONOUNS) and agrees


def _is_object(scene: Scene, clause: Clause, reading: Reading, follows: Group, after: list[Group]) -> bool:
    """The one name after the verb is its object, and its subject was told before."""
    form, sense = reading.form, reading.sense
    rest = [group for group in _bare(after) if group is not follows]
    if rest or "" not in sense.whom or form.suffix:
        return False
    if clause.kind == "purpose":
        return True
    governed = any(set(group.preps) & set(sense.whom) for group in after)
    if clause.kind in _CONTINUED and not governed and (sense.must == "pair" or _in_a_row(clause, sense)):
        return True
    continues = reading.glued[:1] in {"و", "ف"} or clause.kind in {"and", "bare", "complement"}
    return continues and _disagrees(scene, form.gender, form.number, follows)


def _in_a_row(clause: Clause, sense: Sense) -> bool:
    """As in "رحب بالاتفاق وشكر أمير قطر": the next verb of the same subject, in the same sentence."""
    return clause.kind == "and" and sense.whom[:1] == ("",) and sense.type is not None


def _stranger(scene: Scene, clause: Clause, reading: Reading) -> bool:
    """A noun that nobody knows stands where the subject stands: it is not who was spoken of before."""
    following = clause.verb + 1
    if following >= clause.end or clause.word(following).tag is not Tag.OTHER:
        return False
    form = scene.folded[following]
    if _phrase_and_object(scene, clause, following):
        return True
    if (
        clause.kind in {"subordinate", "main"}
        and form.isalpha()
        and not form.endswith("ا")
        and not any(reading.glued[:1] in {"و", "ف"} for reading in clause.readings)
    ):
        return True  # a new clause with a subject of its own, whoever that is
    if not form.startswith("ال") or form == "الا":
        return False
    transitive = reading.sense.whom[:1] == ("",) and not reading.sense.rest
    return not transitive or (reading.form.gender == "f") == form.endswith("ه")


def _phrase_and_object(scene: Scene, clause: Clause, token: int) -> bool:
    """As in "وقصفت طائرات روسية": what it is done with, or a noun with an object in the accusative after it."""
    if scene.folded[token].removeprefix("ال") in scene.lexicon.words.instruments:
        return True
    found = arabic_phrase(scene, clause, token)
    if found is None or scene.folded[token].endswith("ا") or found.last + 1 >= clause.end:
        return False
    following = scene.folded[found.last + 1]
    return clause.word(found.last + 1).tag is Tag.OTHER and following.endswith("ا") and following.isalpha()


def _disagrees(scene: Scene, gender: str, number: int, group: Group) -> bool:
    """The verb cannot have this subject: before its subject it is singular, and agrees in gender."""
    if number == _MANY:
        return True
    chunk = group.chunks[0]
    if group.gap and group.head >= 0:
        head = scene.folded[group.head]
        return gender == "m" and head.endswith("ه")
    if chunk.feminine is None:
        person = chunk.actor is not None and chunk.actor.kind is ActorKind.PERSON
        return gender == "f" and person and not chunk.plural
    return chunk.feminine != (gender == "f") and not chunk.plural


def _marked_passive(scene: Scene, clause: Clause) -> bool:
    raw = scene.document.text[scene.starts[clause.verb] : scene.ends[clause.verb]]
    return _DAMMA in raw[:5]


def _nothing_follows(clause: Clause) -> bool:
    """After a verb of killing stands no noun that might be killed."""
    following = clause.verb + 1
    return following >= clause.end or clause.word(following).tag not in {Tag.OTHER, Tag.NOUN, Tag.NAME}


def _passive_by_sense(
    clause: Clause, reading: Reading, subject: Group, bare: list[Group], *, ahead: bool
) -> bool:
    """As in "قتل خمسة مدنيين في ...": nobody left for the verb to be done to."""
    sense = reading.sense
    if sense.type not in PASSIVE_TYPES or sense.whom[:1] != ("",) or bare or reading.form.suffix:
        return False
    if subject.chunks[0].people in VICTIMS:
        return True
    if ahead or clause.kind == "relative":
        return bool(sense.counts) and _nothing_follows(clause)
    following = subject.last + 1
    if following >= clause.end:
        return True
    return clause.word(following).tag not in {Tag.OTHER, Tag.NOUN}
