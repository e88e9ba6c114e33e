"""Capitalised words beside a name that make another name of it: "Boston Red Sox", "Xi Jinping"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.places.demonyms import demonym

if TYPE_CHECKING:
    from extract.places.mentions import Mention, Page
    from extract.places.words import Words

_FEW = 4
_MOSTLY = 0.7
_CAPITAL = 6.9  # cities that stay themselves behind any capitalised word
_ARTICLES = frozenset({"the", "of", "a"})
_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february"}
    | {"march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "i"}
)


def longer_name(page: Page, mention: Mention, after: Mention | None, known: Words) -> bool:
    """Whether a capitalised word beside it makes a longer name: "Boston Red Sox", "Xi Jinping"."""
    if mention.arabic:
        return False
    number = mention.last
    follows = after is not None and after.first == number and after.candidates[0].entry.by_hand
    behind = not follows and page.glued(number) and _capital(page, number, known)
    entry = mention.candidates[0].entry
    town = not entry.by_hand or (entry.kind == "city" and mention.candidates[0].prominence < _CAPITAL)
    before = (
        town
        and page.glued(mention.first)
        and not page.word(mention.first - 1).isdigit()
        and page.word(mention.first - 1) not in known.modifiers | known.common
        and _capital(page, mention.first - 1, known)
    )
    return (behind or before) and not _headline(page, mention)


def _capital(page: Page, number: int, known: Words) -> bool:
    """Whether this word is written as a name and is none of the words that stand beside places."""
    word = page.word(number)
    if not page.raw(number)[:1].isupper() or word in known.behind or word in known.near or word in known.cues:
        return False
    if word in known.never:
        return False
    return word not in _CALENDAR and word not in _ARTICLES and not demonym(word)


def _headline(page: Page, mention: Mention) -> bool:
    """Whether the line writes most of its words with capitals."""
    around = [
        page.raw(n)[:1] for n in range(max(0, mention.first - 6), min(len(page.folded), mention.last + 7))
    ]
    letters = [letter for letter in around if letter.isalpha()]
    return len(letters) > _FEW and sum(letter.isupper() for letter in letters) > _MOSTLY * len(letters)
