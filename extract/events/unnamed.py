"""Sides that a common noun takes: "قصفت طائرات حربية روسية سوقا شعبيا", "burned down a school"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.actors.transliterate import transliterate
from extract.events.chunk import Chunk
from extract.events.forms import Mood
from extract.events.word import Tag
from extract.model import Actor, ActorKind, EventType
from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.lexicon import Reading
    from extract.events.scene import Scene
    from extract.events.sides import Sides

UNNAMED = "unnamed"
_TYPES = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.AID,
        EventType.RETREAT,
        EventType.PROTEST,
        EventType.MOBILIZE,
    }
)
_LONGEST = 4  # words of such a noun phrase
_SHORTEST = 2  # letters of its noun
_THEMSELVES = frozenset(
    {
        "himself",
        "herself",
        "itself",
        "themselves",
        "down",
        "up",
        "off",
        "out",
        "away",
        "back",
        "it",
        "them",
        "him",
        "her",
        "us",
        "me",
    }
)


def fill_unnamed(scene: Scene, clause: Clause, reading: Reading, sides: Sides) -> None:
    """Give a side that nobody known takes the noun phrase that stands in its place."""
    if reading.sense.type not in _TYPES or clause.of_event or reading.sense.subject != "source":
        return
    if scene.lexicon.code == "ar":
        _arabic(scene, clause, reading, sides)
    else:
        _english(scene, clause, reading, sides)


def _takes_thing(reading: Reading) -> bool:
    """Its plain object undergoes it; what is given is not whom it is given to."""
    sense = reading.sense
    return "" in sense.whom and not sense.rest and sense.type is not EventType.AID


def _arabic(scene: Scene, clause: Clause, reading: Reading, sides: Sides) -> None:
    token = clause.verb + 1
    passive = sides.rule == "passive"
    subject = sides.subject
    if subject is not None and subject.first > clause.verb:
        token = subject.last + 1
    elif not sides.source and subject is None and not passive:
        found = arabic_phrase(scene, clause, token)
        if found is not None:
            token = found.last + 1
            if _acts(scene, found):
                sides.source = [found]
                sides.rule = "noun phrase after verb"
    plain = _takes_thing(reading) and not reading.form.suffix
    if not sides.target and plain:
        token = clause.verb + 1 if passive else token
        target = arabic_phrase(scene, clause, token)
        sides.target = [target] if target is not None else []


def _acts(scene: Scene, found: Chunk) -> bool:
    """A thing does nothing itself, unless it is told whose it is: "طائرات روسية"."""
    head = scene.folded[found.first]
    return found.people != UNNAMED or head.removeprefix("ال") not in scene.lexicon.words.instruments


def arabic_phrase(scene: Scene, clause: Clause, token: int) -> Chunk | None:
    """The noun at `token` with its adjectives and what it belongs to."""
    token = _after_number(scene, clause, token)
    if not _noun(scene, clause, token):
        return None
    last = token
    while last + 1 < clause.end and last - token < _LONGEST:
        chunk = scene.chunk_at[last + 1]
        if chunk is not None:
            whose = (
                chunk.actor is not None
                and not chunk.glue
                and (chunk.adjective or not _closed(scene.folded[last]))
            )
            if whose and not chunk.people:
                start = scene.starts[token]
                return replace(chunk, first=token, start=start, adjective=False, people="", place=None)
            break
        if not _noun(scene, clause, last + 1) or not _goes_on(scene.folded[last], scene.folded[last + 1]):
            break
        last += 1
    return _chunk(scene, token, last)


def _closed(form: str) -> bool:
    """With an article or in the accusative a noun owns no next one."""
    return form.startswith("ال") or form.endswith("ا")


def _goes_on(form: str, following: str) -> bool:
    """An adjective agrees with its noun; what a noun belongs to follows it when it is open."""
    if form.startswith("ال"):
        return following.startswith("ال")
    if form.endswith("ا"):
        return following.endswith(("ا", "ه")) and not following.startswith("ال")
    return not following.endswith("ا")


def _after_number(scene: Scene, clause: Clause, token: int) -> int:
    numbers = scene.lexicon.words.numbers
    while token < clause.end and (scene.folded[token].isdecimal() or scene.folded[token] in numbers):
        token += 1
    return token


def _noun(scene: Scene, clause: Clause, token: int) -> bool:
    """A word of nobody's with nothing glued in front of it."""
    if token >= clause.end or clause.word(token).tag is not Tag.OTHER or scene.taken(token):
        return False
    form = scene.folded[token]
    words = scene.lexicon.words
    if not form.isalpha() or len(form) < _SHORTEST or form in words.numbers or form in words.small:
        return False
    if form.removeprefix("ال") in words.settlements:
        return False
    if scene.lexicon.code != "ar":
        return form not in _THEMSELVES and not form.endswith("ly")
    return form in words.whole or not form.startswith(("و", "لل", "بال", "ب", "ل", "ك", "ف"))


def _chunk(scene: Scene, first: int, last: int) -> Chunk:
    words = scene.words(first, last)
    slug = "-".join(fold_phrase(transliterate(words))) or words
    actor = Actor(slug, words, words, ActorKind.GROUP)
    return Chunk(first, last, scene.starts[first], scene.ends[last], actor=actor, people=UNNAMED)


def _english(scene: Scene, clause: Clause, reading: Reading, sides: Sides) -> None:
    passive = sides.rule == "passive"
    before = _before(scene, clause) if sides.subject is None else None
    if before is not None and passive and not sides.target:
        sides.target = [before]
    elif before is not None and not passive and not sides.source and _acts_english(scene, before):
        sides.source = [before]
        sides.rule = "noun phrase before verb"
    plain = _takes_thing(reading) and reading.form.mood is not Mood.PARTICIPLE
    if not sides.target and plain and not passive:
        target = _after(scene, clause)
        sides.target = [target] if target is not None else []


def _acts_english(scene: Scene, found: Chunk) -> bool:
    return scene.folded[found.last] not in scene.lexicon.words.instruments


def _after(scene: Scene, clause: Clause) -> Chunk | None:
    token = clause.verb + 1 + (scene.folded[clause.verb + 1 : clause.verb + 2] in (["down"], ["up"]))
    numbers = scene.lexicon.words.numbers
    while token < clause.end and (
        scene.folded[token] in scene.lexicon.words.articles
        or scene.folded[token].isdecimal()
        or scene.folded[token] in numbers
    ):
        token += 1
    last = token
    while last < clause.end and last - token < _LONGEST and _noun(scene, clause, last):
        last += 1
    return _chunk(scene, token, last - 1) if last > token else None


def _before(scene: Scene, clause: Clause) -> Chunk | None:
    """The nouns right before the verb, with what they belong to: "Members of the community"."""
    last = clause.verb - 1
    while last >= clause.first and clause.word(last).tag in {Tag.AUXILIARY, Tag.PARTICLE}:
        last -= 1
    first = last + 1
    while first > clause.first and last - first < _LONGEST and _noun(scene, clause, first - 1):
        first -= 1
    if first > last:
        return None
    of = first - 1
    while of >= clause.first and clause.word(of).tag is Tag.ARTICLE:
        of -= 1
    if of <= clause.first or clause.word(of).tag is not Tag.PREPOSITION:
        return _chunk(scene, first, last)
    if scene.folded[of] != "of" or not _noun(scene, clause, of - 1):
        return None
    return _chunk(scene, of - 1, last)
