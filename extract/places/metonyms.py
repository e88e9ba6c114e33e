"""A capital that speaks is its government, a palace that speaks its lord: actors, no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.places.words import stem_in

if TYPE_CHECKING:
    from extract.places.mentions import Mention, Page
    from extract.places.words import Words

_BACK = 4
_GOVERNMENT = "a government"
_BETWEEN = frozenset({"بين", "between"})
_AND = frozenset({"and", "و"})


def speaks(page: Page, mention: Mention, previous: Mention | None, known: Words) -> str:
    """Why this mention is a government and no place, "" if it is one."""
    top = mention.candidates[0].entry
    if top.kind == "seat":
        return _sits(page, mention, known)
    if not (top.capital or mention.key[:-1] in known.governments) or "ب" in mention.clitics:
        return ""
    if previous and previous.refused.startswith(_GOVERNMENT) and joined(page, previous, mention):
        return f"{_GOVERNMENT}, as the one before it"
    before = page.word(mention.first - 1)
    if mention.near and not stem_in(before, known.relations) and before not in _BETWEEN:
        return ""
    return _governs(page, mention, known)


def _sits(page: Page, mention: Mention, known: Words) -> str:
    """A seat is a place only where something happens in it or at it."""
    back = page.word(mention.first - 2)
    inside = bool(back) and bool(stem_in(back, known.insiders))
    return "" if mention.near and not inside else "a seat of government stands for who sits there"


def _governs(page: Page, mention: Mention, known: Words) -> str:
    before, behind = page.word(mention.first - 1), page.word(mention.last)
    verb = behind if page.glued(mention.last) and behind in known.speech else ""
    if not verb and before and page.glued(mention.first):
        verb = stem_in(before, known.speech)
    if verb:
        return f"{_GOVERNMENT}, for it speaks: '{verb}'"
    for back in range(1, _BACK):
        word = page.word(mention.first - back)
        if word and (stem_in(word, known.relations) if mention.arabic else word in known.relations):
            return f"{_GOVERNMENT}, beside '{page.raw(mention.first - back)}'"
    return ""


def joined(page: Page, previous: Mention, mention: Mention) -> bool:
    """Whether "and" stands between the two."""
    if mention.first == previous.last:
        return "و" in mention.clitics
    return mention.first == previous.last + 1 and page.word(previous.last) in _AND
