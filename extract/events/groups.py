"""Reads a stretch of a clause as groups of names, each with the prepositions that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.events.chunk import Group
from extract.events.vocabulary import match
from extract.events.word import Tag

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.clauses import Clause
    from extract.events.scene import Scene
    from extract.events.word import Word

NOUN = "#"  # a noun that nobody knows
EVENT = "!"  # a noun that tells an event
AGENT = "@"  # "من قبل", "by"
_OF = frozenset({"ل", "of", "باسم", "تابعه"})
GOVERNING = "بلك"  # letters that are prepositions when glued in front
_SPAN = 80  # tokens in which an argument of a word is looked for
_SHORT = 2  # letters of a word from which nothing is peeled
_SIGNS = frozenset({"،", ",", "&"})
_DEFINITE = (("وبال", "ب"), ("بال", "ب"), ("ولل", "ل"), ("لل", "ل"), ("فبال", "ب"))
_GOVERNORS = frozenset({Tag.PREPOSITION, Tag.SUBORDINATE})
_CLOSERS = frozenset({Tag.RELATIVE, Tag.COMPLEMENT, Tag.CONDITION})


@dataclass(slots=True)
class _Lead:
    """What stands before the next name: elements in order, where they begin, the first unknown noun."""

    elements: list[str]
    begin: int
    head: int = -1

    def undated(self) -> None:
        """As in "on Monday": the preposition is the date's."""
        while self.elements and self.elements[-1] not in {NOUN, EVENT}:
            self.elements.pop()


def groups(scene: Scene, clause: Clause, first: int, end: int, *, through: bool = False) -> list[Group]:
    """The groups of names between two tokens. `through`: do not stop at the opener of another clause."""
    found: list[Group] = []
    lead = _Lead([], first)
    end = min(end, first + _SPAN)
    chunks, words, base = scene.chunk_at, clause.words, clause.base
    token = first
    while token < end:
        chunk = chunks[token]
        if chunk is not None:
            if _takes_part(scene, clause, chunk) and (
                chunk.first == token or not found or found[-1].last < token
            ):
                _add(scene, found, chunk, lead)
                lead = _Lead([], chunk.last + 1)
            token = chunk.last + 1
            continue
        word = words[token - base]
        if word.tag in _CLOSERS and not through:
            break
        token += _step(scene, word, token, end, lead)
    return found


def _takes_part(scene: Scene, clause: Clause, chunk: Chunk) -> bool:
    if chunk.possessive and chunk.last + 3 < len(scene.chunk_at):
        owned = scene.chunk_at[chunk.last + 3]
        if (
            owned is not None
            and owned.first == chunk.last + 3
            and owned.actor is not None
            and not owned.people
        ):
            return False  # "Israel's Isaac Herzog"
    tag = clause.word(chunk.first).tag
    return tag is not Tag.ASIDE and not (chunk.people and tag is Tag.SPENT) and not _aside(scene, chunk)


def _step(scene: Scene, word: Word, token: int, end: int, lead: _Lead) -> int:
    """Add a token to the lead; how many tokens were read."""
    tag = word.tag
    if tag is Tag.DATE:
        lead.undated()
        return 1
    if tag is Tag.COMMA:
        lead.elements.clear()  # a phrase between commas has ended
        return 1
    form, lexicon = scene.folded[token], scene.lexicon
    if form in lexicon.words.agents:
        size = match(lexicon.words.agents, scene.folded, token, end)
        if size:
            lead.elements.append(AGENT)
            return size
    size = _quantity(scene, token, end) if lexicon.counting[form] else 0
    if size:
        return size
    if tag is Tag.OTHER:
        element = lexicon.leads.get(form)
        if element is None:
            element = lexicon.leads[form] = _stranger(scene, form)
    else:
        element = _element(word, form)
    if element:
        if lead.head < 0 and element[-1] == NOUN:
            lead.head = token
        lead.elements += element
    return 1


def _aside(scene: Scene, chunk: Chunk) -> bool:
    """A name in brackets ("بيروت (رويترز)") takes no side."""
    before = scene.folded[chunk.first - 1] if chunk.first else ""
    after = scene.folded[chunk.last + 1] if chunk.last + 1 < len(scene.folded) else ""
    return before == "(" and after == ")"


def _quantity(scene: Scene, token: int, end: int) -> int:
    """As in "at least", "more than", "from ten to": prepositions of a number govern no name."""
    words = scene.lexicon.words
    following = scene.folded[token + 1] if token + 1 < end else ""
    if following in {"of", "من"} and scene.folded[token].removeprefix("و") in words.numbers:
        return 2  # "thousands of workers"
    if match(words.about, scene.folded, token, end) and _before_number(scene, token + 1):
        return 1
    size = match(words.at_least, scene.folded, token, end) or match(words.at_most, scene.folded, token, end)
    if size:
        return size
    number = token + 1 < end and (
        scene.folded[token + 1].isdecimal() or scene.folded[token + 1] in words.numbers
    )
    return 1 if number and scene.folded[token] in words.ranges and token and _numeric(scene, token - 1) else 0


def _before_number(scene: Scene, token: int) -> bool:
    return token < len(scene.folded) and _numeric(scene, token)


def _numeric(scene: Scene, token: int) -> bool:
    form = scene.folded[token]
    return form.isdecimal() or form in scene.lexicon.words.numbers or form in {"ما", "between"}


def _element(word: Word, form: str) -> tuple[str, ...]:
    """What a token adds to a lead: prepositions, and a sign for the noun that they govern."""
    if word.tag in _GOVERNORS:
        return (form.removeprefix("و") if len(form) > _SHORT else form,)
    if word.tag is not Tag.NOUN:
        return ()
    glued = word.readings[0].glued if word.readings else ""
    return (*(letter for letter in glued if letter in GOVERNING), EVENT)


def _stranger(scene: Scene, form: str) -> tuple[str, ...]:
    """What a noun that nobody knows adds: a preposition glued in front, and its sign."""
    if _counts(scene, form) or not form.isalpha():
        return ()
    return (*_glued_preposition(scene, form), NOUN)


def _counts(scene: Scene, form: str) -> bool:
    return form.isdecimal() or form.removeprefix("و") in scene.lexicon.words.numbers


def _glued_preposition(scene: Scene, form: str) -> list[str]:
    """The preposition at the front of an unknown Arabic noun, as far as its letters tell."""
    if scene.lexicon.code != "ar":
        return []
    for start, preposition in _DEFINITE:
        if form.startswith(start):
            return [preposition]
    glued = form[0] in "بل" and len(form) > _SHORT + 1 and form not in scene.lexicon.words.whole
    return [form[0]] if glued else []


def _add(scene: Scene, found: list[Group], chunk: Chunk, lead: _Lead) -> None:
    glued = [letter for letter in chunk.glue if letter in GOVERNING]
    strange = all(each == NOUN for each in lead.elements)
    if found and strange and not (glued and not lead.elements):
        joined = _joined_loosely if lead.elements else _joined
        if joined(scene, found[-1], chunk):
            found[-1].chunks.append(chunk)
            return
    elements = [*lead.elements, *glued]
    told = tuple(each for each in elements if each not in {NOUN, EVENT, AGENT})
    bare = [each for each in elements if each != AGENT]
    # "مجلس الأمن التابع للأمم المتحدة": the adjective belongs to the name before.
    attribute = bool(found) and lead.head == lead.begin and scene.folded[lead.head].startswith("ال")
    reduced = bare if attribute else _reduced(bare)
    preps = tuple(each for each in reduced if each not in {NOUN, EVENT})
    gap = sum(each == NOUN for each in reduced)
    agent = _by_whom(elements)
    found.append(Group([chunk], preps, gap, lead.begin, agent=agent, head=lead.head, told=told, lead=reduced))


def _by_whom(elements: list[str]) -> bool:
    """Whether the name is who did it: in "by phone with X" the preposition after governs the name."""
    if AGENT not in elements:
        return False
    last = len(elements) - elements[::-1].index(AGENT)
    return all(each in {NOUN, EVENT} or each in _OF for each in elements[last:])


def _joined(scene: Scene, group: Group, chunk: Chunk) -> bool:
    between = scene.folded[group.last + 1 : chunk.first]
    if chunk.glue.startswith("و"):
        return all(word in _SIGNS or word in scene.lexicon.words.joiners for word in between)
    return bool(between) and all(word in _SIGNS or word in scene.lexicon.words.joiners for word in between)


def _joined_loosely(scene: Scene, group: Group, chunk: Chunk) -> bool:
    """A word or two of nobody's between "and" and the name: "Syria and its ally Iran"."""
    between = scene.folded[group.last + 1 : chunk.first]
    if not between or len(between) > 3:  # noqa: PLR2004
        return False
    glued = scene.lexicon.code == "ar" and between[0].startswith("و") and len(between) == 1
    return glued or between[0] in {"and", "و"}


def _reduced(elements: list[str]) -> list[str]:
    """As in "on positions of Hezbollah" is on Hezbollah: what belongs to it stands where it stands."""
    elements = list(elements)
    while len(elements) > 1 and elements[-1] in _OF and elements[-2] == NOUN:
        elements.pop()
    return elements
