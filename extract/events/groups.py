"""Reads a stretch of a clause as groups of names, each with the prepositions that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.chunk import Group
from extract.events.tagging import Tag
from extract.events.vocabulary import match

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.clauses import Clause
    from extract.events.scene import Scene

NOUN = "#"  # a noun that nobody knows
EVENT = "!"  # a noun that tells an event
AGENT = "@"  # "من قبل", "by"
_OF = frozenset({"ل", "of", "باسم", "تابعه"})
_SIGNS = frozenset({"،", ",", "&"})
_DEFINITE = (("وبال", "ب"), ("بال", "ب"), ("ولل", "ل"), ("لل", "ل"), ("فبال", "ب"))
_CLOSERS = frozenset({Tag.RELATIVE, Tag.COMPLEMENT, Tag.CONDITION})


def groups(scene: Scene, clause: Clause, first: int, end: int, *, through: bool = False) -> list[Group]:
    """The groups of names between two tokens. `through`: do not stop at the opener of another clause."""
    found: list[Group] = []
    lead: list[str] = []
    begin, head = first, -1
    token = first
    while token < end:
        word = clause.word(token)
        chunk = scene.chunk_at[token]
        if chunk is not None:
            spent = (chunk.people and clause.word(chunk.first).tag is Tag.SPENT) or _aside(scene, chunk)
            if not spent and (chunk.first == token or not found or found[-1].last < token):
                _add(scene, found, chunk, lead, (begin, head))
                lead, head = [], -1
            token = chunk.last + 1
            begin = token
            continue
        if word.tag is Tag.DATE:
            while lead and lead[-1] not in {NOUN, EVENT}:
                lead.pop()  # "on Monday": the preposition is the date's
            token += 1
            continue
        if word.tag is Tag.COMMA:
            lead = []  # a phrase between commas has ended
            token += 1
            continue
        size = match(scene.lexicon.words.agents, scene.folded, token, end)
        if size:
            lead.append(AGENT)
            token += size
            continue
        if word.tag in _CLOSERS and not through:
            break
        size = _quantity(scene, token, end)
        if size:
            token += size
            continue
        element = _element(scene, word.tag, token, [r.glued for r in word.readings[:1]])
        if head < 0 and NOUN in element:
            head = token
        lead += element
        token += 1
    return found


def _aside(scene: Scene, chunk: Chunk) -> bool:
    """A name in brackets ("بيروت (رويترز)") takes no side."""
    before = scene.folded[chunk.first - 1] if chunk.first else ""
    after = scene.folded[chunk.last + 1] if chunk.last + 1 < len(scene.folded) else ""
    return before == "(" and after == ")"


def _quantity(scene: Scene, token: int, end: int) -> int:
    """ "at least", "more than", "from ten to": prepositions of a number govern no name."""
    words = scene.lexicon.words
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


def _element(scene: Scene, tag: Tag, token: int, glued: list[str]) -> list[str]:
    form = scene.folded[token]
    if tag is Tag.PREPOSITION or tag is Tag.SUBORDINATE:
        bare = form.removeprefix("و") if len(form) > 2 else form  # noqa: PLR2004
        return [bare]
    if tag is Tag.NOUN:
        preps = [letter for letter in (glued[0] if glued else "") if letter in "بلك"]
        return [*preps, EVENT]
    if form.isdecimal() or form.removeprefix("و") in scene.lexicon.words.numbers:
        return []
    if tag is Tag.OTHER:
        for start, preposition in _DEFINITE:
            if form.startswith(start) and scene.lexicon.code == "ar":
                return [preposition, NOUN]
        if (
            scene.lexicon.code == "ar"
            and form[0] in "بل"
            and len(form) > 3
            and form not in scene.lexicon.words.whole
        ):
            return [form[0], NOUN]
        return [NOUN] if form.isalpha() else []
    return []


def _add(scene: Scene, found: list[Group], chunk: Chunk, lead: list[str], before: tuple[int, int]) -> None:
    glued = [letter for letter in chunk.glue if letter in "بلك"]
    if found and not glued and not lead and _joined(scene, found[-1], chunk):
        found[-1].chunks.append(chunk)
        return
    if (
        found
        and lead
        and not [each for each in lead if each not in {NOUN}]
        and _joined_loosely(scene, found[-1], chunk)
    ):
        found[-1].chunks.append(chunk)
        return
    elements = [*lead, *glued]
    agent = AGENT in elements
    told = tuple(each for each in elements if each not in {NOUN, EVENT, AGENT})
    elements = _reduced([each for each in elements if each != AGENT])
    preps = tuple(each for each in elements if each not in {NOUN, EVENT})
    gap = sum(each == NOUN for each in elements)
    found.append(Group([chunk], preps, gap, before[0], agent=agent, head=before[1], told=told, lead=elements))


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
    """ "on positions of Hezbollah" is on Hezbollah: what belongs to it stands where it stands."""
    elements = list(elements)
    while len(elements) > 1 and elements[-1] in _OF and elements[-2] == NOUN:
        elements.pop()
    return elements
