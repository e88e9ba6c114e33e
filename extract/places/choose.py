"""Chooses the place meant, and whether one is meant at all; every step leaves its reason."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.gazetteer.build import key_of
from extract.gazetteer.rows import TOWNS, distance_km
from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.gazetteer.index import Candidate, Entry
    from extract.places.context import Context
    from extract.places.mentions import Mention, Page

_MARKS = re.compile(r"[\u064b-\u0652]")
_SEEN = 60
_MOST = 14  # candidates looked at in full
_NEIGHBOUR_KM = 80.0
_NEAR_DEGREES = 5.0
_NEED = 5.0
_UNSURE = "not sure enough to be a place"
_LARGE = 100_000
_HOMONYM = 4.5  # a town that may be meant beside the country of its name
_FAMOUS = 6.5
_ARAB = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IQ",
        "IR",
        "IL",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TN",
        "TR",
        "YE",
    ]
)
_AREAS = frozenset({"country", "governorate", "region", "zone", "island", "continent"})
# Words for an area that name no kind of their own.
_STREETS = frozenset({"quarter", "site"})  # "ساحة الشهداء" is a square, not the town of that name
_LOOSE = frozenset({"site", "region", "river", "quarter"})


def choose(page: Page, mention: Mention, told: Context) -> None:
    """Set `chosen`, `score` and `why` of a mention; `refused` where nothing is sure enough."""
    ranked = sorted(mention.candidates, key=lambda candidate: -candidate.prominence)
    shortlist = ranked[:_MOST]
    if len(ranked) > _MOST:
        shortlist += [c for c in ranked[_MOST:] if c.entry.country in told.countries][: 3 * _MOST]
    scored = [(*_score(page, mention, candidate, told), candidate) for candidate in shortlist]
    best_score, best_why, best = max(scored, key=lambda one: one[0])
    elsewhere = [score for score, _, other in scored if other.entry.country != best.entry.country]
    mention.chosen, mention.score, mention.why = best, best_score, best_why
    mention.margin = best_score - max(elsewhere, default=-99.0)
    need = _needed(mention, best)
    if mention.refused.startswith(_UNSURE):
        mention.refused = ""
    if not mention.refused and best_score < need:
        mention.refused = f"{_UNSURE} ({best_score:.1f} of {need:.1f})"


def _score(page: Page, mention: Mention, candidate: Candidate, told: Context) -> tuple[float, list[str]]:
    entry = candidate.entry
    score, why = candidate.prominence, [f"known: {candidate.prominence:.1f}"]
    steps = (
        (_cue(mention, entry), "the word beside it says its kind"),
        (_country(told, entry), f"the text speaks of {entry.country}"),
        (_beside(mention, entry), f"a word of {entry.country} beside it"),
        (_inside(mention, entry), "the text says what it lies in"),
        (_contains(mention, entry), "the text says what lies in it"),
        (_neighbours(mention, entry, told), "other places of the text are near"),
        (_marks(page, mention, entry), "the spelling with its marks"),
    )
    for worth, reason in steps:
        if worth:
            score += worth
            why.append(f"{reason}: {worth:+.1f}")
    return score, why


def _cue(mention: Mention, entry: Entry) -> float:
    kinds = mention.cues
    if not kinds:
        return _uncued(mention, entry)
    if entry.kind in kinds or (entry.kind == "town" and "city" in kinds):
        return 3.0 if entry.kind not in {"city", "town"} else 2.0
    if entry.kind in TOWNS and kinds & {"city", "quarter"}:
        return 1.5
    if entry.kind == "country" and not kinds <= _LOOSE:
        towns = (c.prominence for c in mention.candidates if c.entry.kind != "country")
        return -4.0 if max(towns, default=0.0) >= _HOMONYM else 0.0
    return -1.0 if entry.kind == "governorate" else 0.0


def _uncued(mention: Mention, entry: Entry) -> float:
    """Of namesakes in one country: the town before its governorate, the country before its capital."""
    others = {
        candidate.entry.kind
        for candidate in mention.candidates
        if candidate.entry.country == entry.country
        and candidate.prominence >= _HOMONYM
        and mention.key in _shown_keys(candidate.entry.name_ar, candidate.entry.name_en)
    }
    if entry.kind == "governorate" and others & {"city", "town"}:
        return -1.2
    return -4.0 if entry.kind in TOWNS and "country" in others else 0.0


@lru_cache(maxsize=20_000)
def _shown_keys(*names: str) -> frozenset[str]:
    return frozenset(key_of(fold_phrase(name)) for name in names)


def _beside(mention: Mention, entry: Entry) -> float:
    return 3.0 if mention.beside and mention.beside == entry.country and entry.kind != "country" else 0.0


def _country(told: Context, entry: Entry) -> float:
    share = told.share(entry.country)
    if not share or (entry.kind == "country" and entry.country not in told.peoples):
        return 0.0
    return 1.0 + 1.4 * min(1.0, 1.5 * share)


def _inside(mention: Mention, entry: Entry) -> float:
    """Whether the mention that follows as a container holds this place."""
    if mention.container is None:
        return 0.0
    return max((_holds(c.entry, entry) for c in mention.container.candidates[:_MOST]), default=0.0)


def _contains(mention: Mention, entry: Entry) -> float:
    """Whether this place holds the mention before it: in "Athens, Georgia" the state does."""
    inner = mention.contained
    if inner is None or len(mention.candidates) == 1:
        return 0.0
    return 0.8 * max((_holds(entry, c.entry) for c in inner.candidates[:_SEEN]), default=0.0)


def _holds(area: Entry, entry: Entry) -> float:
    if area.id == entry.id or area.kind not in _AREAS | TOWNS:
        return 0.0
    if area.kind == "country":
        return 3.0 if area.country == entry.country and entry.kind != "country" else 0.0
    if area.admin and area.kind not in TOWNS:
        return 4.0 if area.admin == entry.admin and area.country == entry.country else 0.0
    apart = distance_km(area.lat, area.lon, entry.lat, entry.lon)
    if area.kind in TOWNS:
        return 1.0 if apart < _NEIGHBOUR_KM and area.by_hand else 0.0
    return 3.0 if apart < area.radius_km * 1.3 and entry.kind in TOWNS else 0.0


def _neighbours(mention: Mention, entry: Entry, told: Context) -> float:
    if entry.kind == "country" or not told.anchors:
        return 0.0
    own = {candidate.entry.id for candidate in mention.candidates}
    near = any(
        anchor.id not in own
        and abs(anchor.lat - entry.lat) < _NEAR_DEGREES
        and distance_km(anchor.lat, anchor.lon, entry.lat, entry.lon) < max(_NEIGHBOUR_KM, entry.radius_km)
        for anchor in told.anchors
    )
    if not near:
        return 0.0
    return 1.2 if entry.kind in _AREAS else 0.8


def _marks(page: Page, mention: Mention, entry: Entry) -> float:
    """The marks tell عُمان, the sultanate, from عمّان, the city; without them the city is meant more often."""
    written = _MARKS.findall(page.text[mention.start : mention.end])
    known = _MARKS.findall(entry.name_ar)
    if not known:
        return 0.0
    if not written:
        return -1.2 if entry.kind == "country" and mention.key.count(" ") == 1 and mention.arabic else 0.0
    return 3.0 if set(known) & set(written) else -3.0


def _needed(mention: Mention, best: Candidate) -> float:
    """The score that makes a mention a place: less where words around say so, more where it may be no name."""
    need = _NEED
    told = bool(mention.cues) and not (mention.common and mention.cues <= _STREETS)
    if told:
        need -= 2.2
    elif mention.near:
        need -= 0.8
    entry = best.entry
    if not told and (mention.beside == entry.country or _inside(mention, entry)):
        need -= 1.5
    elif not told and not mention.near and not entry.by_hand:
        need += _stranger(mention, entry)
    if mention.longer and not told:
        need += 1.0 if mention.near else 2.5
    return need + _suspicion(mention, best, told)


def _suspicion(mention: Mention, best: Candidate, told: bool) -> float:
    """What a name that is also a common word must bring more."""
    if not mention.common:
        return 0.0
    if mention.strict:
        return 4.3
    if best.prominence >= _FAMOUS:
        return 1.5
    return 3.0 if told or mention.near else 5.0


def _stranger(mention: Mention, entry: Entry) -> float:
    """What a bare name must bring more when nobody chose it for readers of this language."""
    small = 0.8 if entry.population < _LARGE else 0.0
    foreign = 1.0 if mention.arabic and entry.country not in _ARAB else 0.0
    return small + foreign + (0.8 if mention.clitics else 0.0)
