"""What each thing that the text tells is worth to one place that a name may mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.gazetteer.build import key_of
from extract.gazetteer.rows import AREAS, TOWNS, distance_km
from extract.script import fold_phrase

if TYPE_CHECKING:
    from extract.gazetteer.index import Candidate, Entry
    from extract.places.context import Context
    from extract.places.mentions import Mention

_MARKS = re.compile(r"[\u064b-\u0652]")
_SEEN = 60
_CONTAINERS = 14
_NEIGHBOUR_KM = 80.0
_KM_A_DEGREE = 111.2
HOMONYM = 4.5  # a town that may be meant beside the country of its name
_SEAT = 5.0  # a town known well enough to be meant before the governorate of its name
# Words for an area that name no kind of their own.
_LOOSE = frozenset({"site", "region", "river", "quarter"})
# In the order of the worths that `weigh` gives.
REASONS = (
    "the word beside it says its kind",
    "the text speaks of its country",
    "a word of its country stands beside it",
    "the text says what it lies in",
    "the text says what lies in it",
    "other places of the text are near",
    "the spelling with its marks",
    "it stands beside one of its kind",
)
HOME, BESIDE, HOLDS, HELD = 1, 2, 3, 4  # where in REASONS


def weigh(
    mention: Mention, candidate: Candidate, told: Context, written: str
) -> tuple[float, tuple[float, ...]]:
    """The score of a candidate and the worths it is the sum of; `written` are the marks in the text."""
    entry = candidate.entry
    worths = (
        _cue(mention, entry) if mention.cues else _uncued(mention, entry),
        _country(told, entry),
        3.0 if mention.beside and mention.beside == entry.country and entry.kind != "country" else 0.0,
        inside(mention, entry) if mention.container is not None else 0.0,
        _contains(mention, entry) if mention.contained is not None else 0.0,
        _neighbours(mention, entry, told) if told.anchors and entry.kind != "country" else 0.0,
        _marks(mention, entry, written),
        _peer(mention, entry) if mention.peer is not None else 0.0,
    )
    return candidate.prominence + sum(worths), worths


def marks(text: str) -> str:
    """The vowel marks of a raw name."""
    return "".join(_MARKS.findall(text))


def _cue(mention: Mention, entry: Entry) -> float:
    kinds = mention.cues
    if entry.kind in kinds or (entry.kind == "town" and "city" in kinds):
        return 3.0 if entry.kind not in {"city", "town"} else 2.0
    if entry.kind in TOWNS and kinds & {"city", "quarter"}:
        return 1.5
    if entry.kind == "country" and not kinds <= _LOOSE:
        towns = (c.prominence for c in mention.candidates if c.entry.kind != "country")
        return -4.0 if max(towns, default=0.0) >= HOMONYM else 0.0
    return -1.0 if entry.kind == "governorate" else 0.0


def _uncued(mention: Mention, entry: Entry) -> float:
    """Of namesakes in one country: the town before its governorate, the country before its capital."""
    if len(mention.candidates) == 1:
        return 0.0
    others = {
        candidate.entry.kind: candidate.prominence
        for candidate in reversed(mention.candidates)
        if candidate.entry.country == entry.country
        and candidate.prominence >= HOMONYM
        and mention.key in shown_keys(candidate.entry.name_ar, candidate.entry.name_en)
    }
    if entry.kind == "governorate" and max(others.get("city", 0.0), others.get("town", 0.0)) >= _SEAT:
        return -1.2
    return -4.0 if entry.kind in TOWNS and "country" in others else 0.0


@lru_cache(maxsize=20_000)
def shown_keys(*names: str) -> frozenset[str]:
    return frozenset(key_of(fold_phrase(name)) for name in names)


def _country(told: Context, entry: Entry) -> float:
    share = told.share(entry.country)
    if not share or (entry.kind == "country" and entry.country not in told.peoples):
        return 0.0
    worth = 1.0 + 1.4 * min(1.0, 1.5 * share)
    near_home = told.division_share(entry) if entry.kind in TOWNS else 0.0
    return worth + (0.8 + min(1.0, 1.5 * near_home) if near_home else 0.0)


def inside(mention: Mention, entry: Entry) -> float:
    """Whether the mention that follows as a container holds this place."""
    if mention.container is None:
        return 0.0
    return max((_holds(c.entry, entry) for c in mention.container.candidates[:_CONTAINERS]), default=0.0)


def _contains(mention: Mention, entry: Entry) -> float:
    """Whether this place holds the mention before it: in "Athens, Georgia" the state does."""
    inner = mention.contained
    if inner is None:
        return 0.0
    return 0.8 * max((_holds(entry, c.entry) for c in inner.candidates[:_SEEN]), default=0.0)


def _holds(area: Entry, entry: Entry) -> float:
    if area.id == entry.id:
        return 0.0
    if area.kind == "country":
        return 3.0 if area.country == entry.country and entry.kind != "country" else 0.0
    town = area.kind in TOWNS
    if area.admin and not town:
        return 4.0 if area.admin == entry.admin and area.country == entry.country else 0.0
    reach = _NEIGHBOUR_KM if town else area.radius_km * 1.3
    if not (town or area.kind in AREAS) or _farther(area, entry, reach):
        return 0.0
    if town:
        return 1.0 if area.by_hand else 0.0
    return 3.0 if entry.kind in TOWNS else 0.0


def _farther(one: Entry, other: Entry, km: float) -> bool:
    return (
        abs(one.lat - other.lat) * _KM_A_DEGREE > km
        or distance_km(one.lat, one.lon, other.lat, other.lon) > km
    )


def _neighbours(mention: Mention, entry: Entry, told: Context) -> float:
    reach = max(_NEIGHBOUR_KM, entry.radius_km) if entry.kind in AREAS else _NEIGHBOUR_KM
    for anchor in told.anchors:
        if not _farther(anchor, entry, reach) and all(c.entry.id != anchor.id for c in mention.candidates):
            return 1.2 if entry.kind in AREAS else 0.8
    return 0.0


def _peer(mention: Mention, entry: Entry) -> float:
    """In "عمان والبحرين" both are states."""
    if mention.peer is None or len(mention.candidates) == 1:
        return 0.0
    land = mention.peer.candidates[0].entry.kind == "country"
    return 1.5 if land and entry.kind == "country" else 0.0


def _marks(mention: Mention, entry: Entry, written: str) -> float:
    """The marks tell عُمان, the sultanate, from عمّان, the city; without them the city is meant more often."""
    if not mention.arabic:
        return 0.0
    known = marks(entry.name_ar)
    if not known:
        return 0.0
    if not written:
        return -1.2 if entry.kind == "country" and mention.key.count(" ") == 1 else 0.0
    return 3.0 if set(known) & set(written) else -3.0
