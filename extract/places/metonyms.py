"""A capital that speaks is its government, a palace that speaks its lord: actors, no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.places.words import stem_in

if TYPE_CHECKING:
    from extract.places.mentions import Mention, Page
    from extract.places.words import Words

_BACK = 4


def speaks(page: Page, mention: Mention, known: Words) -> str:
    """Why this mention is a government and no place, "" if it is one."""
    top = mention.candidates[0].entry
    if top.kind == "seat":
        return "" if mention.near else "a seat of government stands for who sits there"
    if not top.capital or "ب" in mention.clitics:
        return ""
    before, behind = page.word(mention.first - 1), page.word(mention.last)
    if mention.near and not stem_in(before, known.relations) and before not in {"بين", "between"}:
        return ""
    verb = behind if page.glued(mention.last) and behind in known.speech else ""
    if not verb and mention.arabic and page.glued(mention.first):
        verb = stem_in(before, known.speech) if before else ""
    if verb:
        return f"a government, for it speaks: '{verb}'"
    for back in range(1, _BACK):
        word = page.word(mention.first - back)
        if word and (stem_in(word, known.relations) if mention.arabic else word in known.relations):
            return f"a government, beside '{page.raw(mention.first - back)}'"
    return ""
