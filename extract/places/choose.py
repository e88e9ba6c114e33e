"""Chooses the place meant, and whether one is meant at all; every step leaves its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.gazetteer.rows import TOWNS, distance_km

if TYPE_CHECKING:
    from extract.gazetteer.index import Candidate, Entry
    from extract.places.context import Context
    from extract.places.mentions import Mention, Page

_MARKS = re.compile(r"[\u064b-\u0652]")
_MOST = 14  # candidates looked at in full
_NEIGHBOUR_KM = 80.0
_NEED = 5.0
_LARGE = 100_000
_AREAS = frozenset({"country", "governorate", "region", "zone", "island", "continent"})
# Words for an area that name no kind of their own.
_LOOSE = frozenset({"site", "region", "river", "quarter"})


def choose(page: Page, mention: Mention, told: Context) -> None:
    """Set `chosen`, `score` and `why` of a mention; `refused` where nothing is sure enough."""
    ranked = sorted(mention.candidates, key=lambda candidate: -candidate.prominence)
    shortlist = ranked[:_MOST]
    if len(ranked) > _MOST:
        shortlist += [c for c in ranked[_MOST:] if c.entry.country in told.countries][: 3 * _MOST]
    best: Candidate | None = None
    best_score, best_why = -99.0, [""]
    for candidate in shortlist:
        score, why = _score(page, mention, candidate, told)
        if score > best_score:
            best, best_score, best_why = candidate, score, why
    mention.chosen, mention.score, mention.why = best, best_score, best_why
    need = _needed(mention, best)
    if not mention.refused and best_score < need:
        mention.refused = f"not sure enough to be a place ({best_score:.1f} of {need:.1f})"


def _score(page: Page, mention: Mention, candidate: Candidate, told: Context) -> tuple[float, list[str]]:
    entry = candidate.entry
    score, why = candidate.prominence, [f"known: {candidate.prominence:.1f}"]
    steps = (
        (_cue(mention, entry), "the word beside it says its kind"),
        (_country(told, entry), f"the text speaks of {entry.country}"),
        (_inside(mention, entry), "the text says what it lies in"),
        (_neighbours(entry, told), "other places of the text are near"),
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
        return -1.2 if entry.kind == "governorate" else 0.0
    if entry.kind in kinds or (entry.kind == "town" and "city" in kinds):
        return 3.0 if entry.kind not in {"city", "town"} else 2.0
    if entry.kind in TOWNS and kinds & {"city", "quarter"}:
        return 1.5
    if entry.kind == "country" and not kinds <= _LOOSE:
        return -4.0
    return -1.0 if entry.kind == "governorate" else 0.0


def _country(told: Context, entry: Entry) -> float:
    share = told.share(entry.country)
    return 1.0 + 1.4 * min(1.0, 1.5 * share) if share and entry.kind != "country" else 0.0


def _inside(mention: Mention, entry: Entry) -> float:
    """Whether the mention that follows as a container holds this place."""
    if mention.container is None:
        return 0.0
    return max((_holds(c.entry, entry) for c in mention.container.candidates[:_MOST]), default=0.0)


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


def _neighbours(entry: Entry, told: Context) -> float:
    if entry.kind == "country":
        return 0.0
    near = any(
        anchor.id != entry.id
        and abs(anchor.lat - entry.lat) < 1
        and distance_km(anchor.lat, anchor.lon, entry.lat, entry.lon) < _NEIGHBOUR_KM
        for anchor in told.anchors
    )
    return 0.8 if near else 0.0


def _marks(page: Page, mention: Mention, entry: Entry) -> float:
    """The marks tell عُمان, the sultanate, from عمّان, the city."""
    written = _MARKS.findall(page.text[mention.start : mention.end])
    known = _MARKS.findall(entry.name_ar)
    if not written or not known:
        return 0.0
    return 3.0 if set(known) & set(written) else -3.0


def _needed(mention: Mention, best: Candidate | None) -> float:
    need = _NEED
    if mention.cues:
        need -= 2.2
    elif mention.near:
        need -= 0.8
    if best is not None and not mention.cues:
        if _inside(mention, best.entry):
            need -= 1.5
        elif not mention.near and not best.entry.by_hand and best.entry.population < _LARGE:
            need += 0.8
    return need + (3.0 if mention.common else 0.0)
