"""What the words around a mention tell: that it is a place and of which kind, or that it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.places.demonyms import demonym
from extract.places.longer import longer_name
from extract.places.metonyms import joined, speaks
from extract.places.words import CODES, stem_in, stems, words

if TYPE_CHECKING:
    from extract.places.mentions import Mention, Page
    from extract.places.words import Words

_COMMAS = frozenset(",،(")
_DATELINE = frozenset("-/:(،,")
_LINKS = frozenset({",", "،", "و", "and", "او", "or", "&"})
_AHEAD = 4
_ADJECTIVES = 5
_FAMOUS = 6.0
_STATE = frozenset({"country"})
_LED = frozenset({"city", "governorate", "quarter", "camp"})
_ARTICLES = frozenset({"the", "of", "a"})


def read_cues(page: Page, found: list[Mention]) -> None:
    """Fill the cues of every mention; `refused` says why one is no place."""
    sayings = {code: words(code) for code in CODES}
    for mention in found:
        known = sayings["ar" if mention.arabic else "en"]
        mention.strict = mention.key[:-1] in known.strict
        mention.common = mention.strict or _is_common(mention.key, known)
    for number, mention in enumerate(found):
        known = sayings["ar" if mention.arabic else "en"]
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        _read_before(page, mention, known)
        _read_behind(page, mention, known)
        mention.beside = _beside(page, mention)
        mention.near = mention.near or _dateline(page, mention) or _listed(page, before, mention)
        mention.container = _container(page, mention, after, known)
        if before is not None and joined(page, before, mention):
            mention.peer, before.peer = before, mention
        if mention.container is not None:
            mention.container.contained = mention
        mention.refused = _demonym(page, mention, known)
        mention.longer = longer_name(page, mention, after, known)
        if mention.longer and mention.key[:-1] in known.first_names:
            mention.refused = f"a person's name before '{page.raw(mention.last)}'"
        if not mention.refused and not mention.cued:
            mention.refused = _part_of_a_name(page, mention, known) or speaks(page, mention, before, known)


def _before(page: Page, mention: Mention, back: int) -> str:
    """The word `back` places before, "" across the end of a line or a sign."""
    number = mention.first - back
    if number < 0:
        return ""
    between = page.text[page.ends[number] : page.starts[mention.first]]
    return "" if "\n" in between else page.folded[number]


def _read_before(page: Page, mention: Mention, known: Words) -> None:
    last, before_last = _before(page, mention, 1), _before(page, mention, 2)
    kinds: frozenset[str] = frozenset()
    if "ب" in mention.clitics or last == "#":
        mention.near = True
    if not last:
        pass
    elif mention.arabic:
        cue = "" if mention.clitics else stem_in(last, known.cues)
        if not cue and not mention.clitics:
            cue = _cue_behind_adjectives(page, mention, known)
        kinds = known.cues.get(cue, kinds)
        mention.near = mention.near or bool(stem_in(last, known.near)) or last in known.directions
    else:
        cue = last if last not in _ARTICLES else before_last
        # "the town X", "Lake X", "city of X"; but "City Council" is no town called Council.
        loose = last in known.cues and known.cues[last] & _LED and page.raw(mention.first - 1)[:1].isupper()
        if loose or (last == "of" and before_last == "capital"):
            cue = ""
        kinds = known.cues.get(cue, kinds)
        mention.near = mention.near or last in known.near or (last == "the" and before_last in known.near)
    # "ولاية تكساس" is a name that brings its own cue.
    land = mention.candidates[0].entry.kind == "country"
    own = mention.key.partition(" ")[0] if mention.key.count(" ") > 1 and not land else ""
    if not land and all(candidate.entry.kind != "country" for candidate in mention.candidates):
        kinds -= _STATE
    mention.cued = bool(kinds)
    mention.cues = kinds | known.cues.get(own, frozenset())


def _cue_behind_adjectives(page: Page, mention: Mention, known: Words) -> str:
    """The definite cue before adjectives: "العاصمة السورية دمشق", "المدينة الساحلية صور"."""
    for back in range(1, _ADJECTIVES):
        word = _before(page, mention, back)
        if not word.startswith("ال"):
            return ""
        if back > 1 and word in known.cues:
            return word
    return ""


def _read_behind(page: Page, mention: Mention, known: Words) -> None:
    """As in "Nineveh province", "Jabalia camp"."""
    behind = page.word(mention.last)
    if behind in known.behind and page.glued(mention.last):
        mention.cues |= known.behind[behind]
        mention.cued = True


def _is_common(key: str, known: Words) -> bool:
    word = key[:-1]
    return word in known.common or word in known.first_names


def _dateline(page: Page, mention: Mention) -> bool:
    """At the head of a line with a dash, a slash or a bracket behind: "بيروت - ", "GAZA (Reuters)"."""
    line = page.text.rfind("\n", 0, mention.start) + 1
    return not page.text[line : mention.start].strip(" #*") and page.word(mention.last) in _DATELINE


def _listed(page: Page, before: Mention | None, mention: Mention) -> bool:
    """As in "في حلب وحمص", "in Homs, Hama and Aleppo": what was near stays near down the list."""
    if before is None or not before.near or before.refused or mention.first - before.last > 1:
        return False
    if mention.first == before.last:
        return "و" in mention.clitics
    return page.word(before.last) in _LINKS


def _container(page: Page, mention: Mention, after: Mention | None, known: Words) -> Mention | None:
    """The mention that follows as ", Texas", "in northern Lebanon", "بريف حلب"."""
    if after is None or after.first - mention.last > _AHEAD:
        return None
    for number in range(mention.last, after.first):
        word = page.folded[number]
        joining = word in _COMMAS or word in known.directions or word in _ARTICLES
        if not joining and not stem_in(word, known.near) and not stem_in(word, known.cues):
            return None
    if after.first > mention.last or "ب" in after.clitics:
        return after
    return after if after.key.partition(" ")[0] in known.directions else None


def _beside(page: Page, mention: Mention) -> str:
    """The country of the demonym right behind or before: "طرابلس اللبنانية", "العاصمة الليبية طرابلس"."""
    behind = page.word(mention.last) if page.glued(mention.last) else ""
    # A demonym before says so only behind a cue: "الرئيس الروسي فلاديمير" is no town.
    before = "" if mention.clitics or not mention.cues else _before(page, mention, 1)
    return (demonym(behind) if behind else "") or (demonym(before) if before else "")


def _demonym(page: Page, mention: Mention, known: Words) -> str:
    """As in "القوات السعودية": a country's name that is a demonym of something before it."""
    country = known.demonyms.get(mention.key[:-1], "")
    before = _before(page, mention, 1)
    if not mention.arabic:
        return "a demonym" if country else ""
    if mention.clitics or not before or not page.glued(mention.first):
        return ""
    describes = "a demonym beside what it describes"
    if mention.key == "سوريه ":
        # The country in one spelling, "Syrian" in the other: only a preposition tells.
        return "" if mention.near else describes
    if not country:
        return ""
    likens = before.startswith("ال") and not stem_in(before, known.near)
    return describes if likens else ""


def _part_of_a_name(page: Page, mention: Mention, known: Words) -> str:
    last = _before(page, mention, 1)
    behind = page.word(mention.last) if page.glued(mention.last) else ""
    if behind in known.followers and (mention.arabic or page.raw(mention.last)[:1].isupper()):
        return f"inside the name with '{page.raw(mention.last)}'"
    if mention.strict and mention.arabic and behind.startswith("ال"):
        return f"a thing that '{page.raw(mention.last)}' describes"
    if f"{mention.key}{behind}" in known.idioms:
        return "a phrase that means something else"
    if not last:
        return ""
    if mention.arabic:
        return "" if mention.clitics else _arabic_name(page, mention, known, last)
    return _english_name(page, mention, known, last)


def _arabic_name(page: Page, mention: Mention, known: Words, last: str) -> str:
    if any(f"{stem} {mention.key[:-1]}" in known.idioms for stem in stems(last)):
        return "a phrase that means something else"
    if stem_in(last, known.holders):
        return f"inside the name of '{page.raw(mention.first - 1)}'"
    country = mention.candidates[0].entry.kind == "country"
    famous = mention.candidates[0].prominence >= _FAMOUS
    person = _own_or_and(last, known.first_names) or (not famous and _own_or_and(last, known.titles))
    return f"a person's name behind '{page.raw(mention.first - 1)}'" if person and not country else ""


def _english_name(page: Page, mention: Mention, known: Words, last: str) -> str:
    back = 2 if last == "of" else 1
    if _before(page, mention, back) in known.holders and page.raw(mention.first - back)[:1].isupper():
        return f"inside the name of '{page.raw(mention.first - back)}'"
    capital = page.raw(mention.first - 1)[:1].isupper() and page.glued(mention.first)
    if capital and (last in known.titles or last in known.first_names):
        return f"a person's name behind '{page.raw(mention.first - 1)}'"
    return ""


def _own_or_and(word: str, known: frozenset[str]) -> bool:
    return bool(word) and (word in known or (word[0] == "و" and word[1:] in known))
