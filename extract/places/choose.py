"""Chooses the place meant, and whether one is meant at all; every step leaves its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.gazetteer.rows import TOWNS
from extract.places.weighing import BESIDE, HELD, HOLDS, HOME, REASONS, inside, marks, shown_keys, weigh

if TYPE_CHECKING:
    from extract.gazetteer.index import Candidate, Entry
    from extract.places.context import Context
    from extract.places.mentions import Mention

_MOST = 14  # candidates looked at in full
_NEED = 5.0
_NEVER = 99.0
UNSURE = "not sure enough to be a place"
_LARGE = 100_000
_FAMOUS = 6.5
# Where an Arabic text is at home: a town there needs less to be believed.
_HOME = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA"}
    | {"MR", "OM", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE"}
)
_ABBREVIATED = 5  # letters and spaces of "Miss", "N.H."
_SAME_STATE = 2.6  # what the text's country and state together are worth at least
_STREETS = frozenset({"quarter", "site"})  # "ساحة الشهداء" is a square, not the town of that name


class Choice(NamedTuple):
    """A candidate, its score, how far others lie behind, and what it is the sum of."""

    best: Candidate
    score: float
    gap: float  # to the next candidate
    margin: float  # to the next one of another country
    why: tuple[float, ...]
    need: float


def choose(mention: Mention, told: Context, known: dict[object, Choice], text: str) -> None:
    """Set what a mention means, or why it means nothing; `known` remembers like mentions of one text."""
    written = marks(text[mention.start : mention.end]) if mention.arabic else ""
    like = (
        mention.key,
        mention.cues,
        mention.near,
        mention.longer,
        mention.beside,
        bool(mention.clitics),
        written,
        mention.container.key if mention.container else "",
        mention.contained.key if mention.contained else "",
        mention.peer.key if mention.peer else "",
    )
    choice = known.get(like)
    if choice is None:
        choice = known[like] = _choice(mention, told, written)
    mention.choice = choice
    if not mention.refused or mention.refused.startswith(UNSURE):
        enough = choice.score >= choice.need
        mention.refused = "" if enough else f"{UNSURE} ({choice.score:.1f} of {choice.need:.1f})"
    if not mention.refused and not mention.arabic:
        mention.refused = _doubtful(mention, choice, told)


def _doubtful(mention: Mention, choice: Choice, told: Context) -> str:
    """An abbreviated state needs its town before it; a county is not the town of its name in another state."""
    entry = choice.best.entry
    short = len(mention.key) <= _ABBREVIATED and mention.key not in shown_keys(entry.name_ar, entry.name_en)
    if entry.kind == "governorate" and short and not choice.why[HELD]:
        return f"{UNSURE}: an abbreviation with no town before it"
    if "county" not in mention.cues and not mention.key.endswith("county "):
        return ""
    # Thirty states have a Washington County: the text must speak of the right one.
    if entry.kind in TOWNS:
        strange = choice.why[HOME] < _SAME_STATE
    else:
        strange = bool(told.divisions) and (entry.country, entry.admin) not in told.divisions
    return f"{UNSURE}: a county whose state nobody names" if strange else ""


def agree(found: list[Mention]) -> None:
    """One sense a text: a name takes the sense that the text explains elsewhere, unless it has words of its own."""
    told: dict[str, Choice] = {}
    for mention in found:
        choice = mention.choice
        if choice and not mention.refused and _explained(mention):
            known = told.get(mention.key)
            if known is None or choice.score > known.score:
                told[mention.key] = choice
    for mention in found:
        known = told.get(mention.key)
        if known and mention.choice and not _explained(mention):
            mention.choice = known
            if mention.refused.startswith(UNSURE):
                mention.refused = "" if not mention.common or mention.near else mention.refused


def _explained(mention: Mention) -> bool:
    """Whether words beside the mention itself say which place it is."""
    choice = mention.choice
    return bool(choice and (mention.cues or any(choice.why[at] > 0 for at in (BESIDE, HOLDS))))


def reasons(choice: Choice) -> list[str]:
    """For people: what spoke for the choice."""
    told = [f"known: {choice.best.prominence:.1f}"]
    return told + [
        f"{reason}: {worth:+.1f}" for reason, worth in zip(REASONS, choice.why, strict=True) if worth
    ]


def _choice(mention: Mention, told: Context, written: str) -> Choice:
    candidates = mention.candidates
    if len(candidates) > _MOST:
        home = [c for c in candidates[_MOST:] if c.entry.country in told.countries]
        candidates = (*candidates[:_MOST], *home[: 3 * _MOST])
    scored = [(*weigh(mention, candidate, told, written), candidate) for candidate in candidates]
    score, why, best = max(scored, key=lambda one: one[0])
    gap = margin = _NEVER
    for other_score, _, other in scored:
        if other is not best:
            gap = min(gap, score - other_score)
            if other.entry.country != best.entry.country:
                margin = min(margin, score - other_score)
    return Choice(best, score, gap, margin, why, _needed(mention, best))


def _needed(mention: Mention, best: Candidate) -> float:
    """The score that makes a mention a place: less where words around say so, more where it may be no name."""
    need = _NEED
    told = bool(mention.cues) and not (mention.common and mention.cues <= _STREETS)
    if told:
        need -= 2.2
    elif mention.near:
        need -= 0.8
    entry = best.entry
    if not told and (mention.beside == entry.country or inside(mention, entry)):
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
    foreign = 1.0 if mention.arabic and entry.country not in _HOME else 0.0
    return small + foreign + (0.8 if mention.clitics else 0.0)


def hopeless(mention: Mention) -> bool:
    """Whether nothing could make this common word a place, so that weighing it is lost time."""
    if not mention.common or mention.near or mention.cues or mention.beside or mention.container:
        return False
    return mention.candidates[0].prominence < _FAMOUS
