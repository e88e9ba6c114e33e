"""Names that a cue announces and the gazetteer does not know: asked of a geocoder, where the user has chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.geocoders import OFFLINE, geocoder
from extract.model import Evidence, Toponym
from extract.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.geocoders.base import Geocoder
    from extract.model import Document
    from extract.places.context import Context
    from extract.places.mentions import Mention, Page

# Words that open a name of two: "كفر رمان", "عين دارة", "Deir Hafer".
_OPENERS = frozenset(
    {"كفر", "عين", "دير", "تل", "بيت", "بني", "ام", "ابو", "وادي", "خربه", "خان", "راس", "جسر", "شيخ", "معره"}
    | {
        "kafr",
        "ain",
        "deir",
        "tell",
        "tal",
        "beit",
        "bani",
        "umm",
        "abu",
        "wadi",
        "khan",
        "ras",
        "new",
        "san",
        "el",
        "al",
    }
)
_ANNOUNCED = frozenset({"city", "camp"})
_SHORTEST = 3


def asked(document: Document, page: Page, found: list[Mention], told: Context) -> list[Toponym]:
    """The answers for names behind a cue that nobody knows; nothing is asked while the geocoder is offline."""
    service = geocoder()
    if service.name == OFFLINE:
        return []
    taken = {number for mention in found if mention.choice for number in range(mention.first, mention.last)}
    country = max(told.countries, key=lambda code: told.countries[code], default="")
    return [_toponym(document, page, span, service, country) for span in _unknown(page, taken)]


def _unknown(page: Page, taken: set[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each name that a cue announces."""
    for number, word in enumerate(page.folded):
        arabic = "\u0621" <= word[0] <= "\u064a"
        known = words("ar" if arabic else "en")
        if not known.cues.get(word, frozenset()) & _ANNOUNCED or word.startswith("ال"):
            continue
        first = number + 1 if arabic else number + 2  # "town of X"
        if not arabic and page.word(number + 1) != "of":
            continue
        last = first + 1 if page.word(first) in _OPENERS else first
        span = range(first, last + 1)
        if taken.isdisjoint(span) and all(_name_like(page, n, arabic=arabic) for n in span):
            yield first, last


def _name_like(page: Page, number: int, *, arabic: bool) -> bool:
    word, raw = page.word(number), page.raw(number)
    if (
        not page.glued(number)
        or not word
        or not word[0].isalpha()
        or (len(word) < _SHORTEST and word not in _OPENERS)
    ):
        return False
    known = words("ar" if arabic else "en")
    return (arabic or raw[:1].isupper()) and word not in known.common and word not in known.never


def _toponym(
    document: Document, page: Page, span: tuple[int, int], service: Geocoder, country: str
) -> Toponym:
    start, end = page.starts[span[0]], page.ends[span[1]]
    name = document.text[start:end]
    language = "ar" if "\u0621" <= page.folded[span[0]][0] <= "\u064a" else "en"
    place = service.locate(name, language=language, country=country)
    evidence = Evidence.at(document, start, end, f"{language}/places/asked")
    why = f"{service.name} {'answered' if place else 'does not know it'}"
    return Toponym(evidence, place, (place,) if place else (), why)
