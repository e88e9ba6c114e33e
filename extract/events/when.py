"""When a telling says it happened: the time in its own clause, else one that its sentence shares."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from extract.events.forms import PASTS
from extract.events.scene import within
from extract.events.word import Tag
from extract.model import Basis, EventTime, EventType, Evidence, Grain, Interval, Status

if TYPE_CHECKING:
    from extract.events.clauses import Clause
    from extract.events.draft import Draft
    from extract.events.scene import Scene
    from extract.model import TimeExpression

COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_BESIDE = 4  # words after a noun within which a time is the noun's own
_SIBLINGS = frozenset({"and", "bare", "comma", "quote", "main"})
_SPEAKING = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REQUEST, EventType.REJECT, EventType.ACCUSE})  # fmt: skip
_OPEN_BELOW = frozenset({"bare", "reduced", "gerund", "infinitive", "comma", "and"})


def settle_times(scene: Scene, drafts: list[Draft]) -> None:
    """Give each draft the time that its clause or its sentence states."""
    for draft in drafts:
        expression, basis = _own(scene, draft), Basis.STATED
        if expression is None:
            expression, basis = _shared(scene, draft), Basis.INHERITED
        if expression is not None and expression.interval is not None:
            _set(scene, draft, expression, basis)


def _set(scene: Scene, draft: Draft, expression: TimeExpression, basis: Basis) -> None:
    found, interval = expression.evidence, _whole_day(expression.interval)
    interval = _past_weekday(draft, expression, interval, published=scene.document.published)
    published = scene.document.published
    if _foretold(draft, interval, published) or _until_later(draft, interval, published):
        return  # "they agreed to meet next month": the month is not when they agreed
    draft.time = EventTime(interval, basis)
    draft.span = (
        expression.interval if expression.interval and expression.interval.grain is Grain.HOUR else interval
    )
    draft.time_evidence = Evidence.at(scene.document, found.start, found.end, found.rule)
    if published is None or published.end is None or interval is None or interval.start is None:
        return
    if interval.start >= published.end and draft.status is Status.HAPPENED:
        draft.status = Status.PLANNED


def _foretold(draft: Draft, interval: Interval | None, published: Interval | None) -> bool:
    """A time still to come under a verb in the past is that of something else."""
    if draft.type is EventType.ELECTION:
        return False
    if draft.noun or interval is None or interval.start is None or published is None or published.end is None:
        return False
    past = any(r.form.mood in PASTS for r in draft.clause.readings[:1])
    return past and draft.status is Status.HAPPENED and interval.start >= published.end


def _until_later(draft: Draft, interval: Interval | None, published: Interval | None) -> bool:
    """As in "pledged to send tanks by September": until when is no time at which it was said."""
    later = interval is not None and published is not None and interval.end is not None and published.end is not None and interval.end > published.end  # fmt: skip
    return later and interval is not None and interval.start is None and draft.status is Status.HAPPENED


def _past_weekday(
    draft: Draft, expression: TimeExpression, interval: Interval | None, *, published: Interval | None
) -> Interval | None:
    """A weekday under a verb in the past is the last one, whatever stands elsewhere in the sentence."""
    if (
        interval is None
        or published is None
        or interval.start is None
        or interval.end is None
        or published.end is None
    ):
        return interval
    quote = expression.evidence.quote
    plain = (
        interval.grain is Grain.DAY
        and not any(letter.isdigit() for letter in quote)
        and len(quote.split()) <= _FEW
    )
    ahead = timedelta(0) <= interval.start - published.end < timedelta(days=7)
    past = any(r.form.mood in PASTS for r in draft.clause.readings[:1]) and draft.status is not Status.PLANNED
    if not (plain and ahead and past) or draft.status is not Status.HAPPENED:
        return interval
    week = timedelta(days=7)
    return Interval(
        interval.start - week, interval.end - week, interval.grain, interval.calendar, interval.zone
    )


_FEW = 2  # words of a bare weekday: "يوم السبت", "on Saturday"
_PART = timedelta(hours=2)


def _whole_day(interval: Interval | None) -> Interval | None:
    """As in "Monday evening" is on Monday: an event is not told to the hour by a part of a day, only by a clock."""
    if interval is None or interval.start is None or interval.end is None or interval.grain is not Grain.HOUR:
        return interval
    if interval.end - interval.start < _PART:
        return interval
    day = interval.start.replace(hour=0, minute=0, second=0, microsecond=0)
    return Interval(day, day + timedelta(days=1), Grain.DAY, interval.calendar, interval.zone)


def _dates(scene: Scene, first: int, end: int) -> list[tuple[int, TimeExpression]]:
    found: list[tuple[int, TimeExpression]] = []
    for token in within(scene.date_tokens, first, end):
        expression = scene.dates[token]
        if expression is None or expression.interval is None:
            continue
        if not found or found[-1][1] is not expression:
            found.append((token, expression))
    return found


def _own(scene: Scene, draft: Draft) -> TimeExpression | None:
    clause = draft.clause
    end = draft.told_by.end if draft.told_by is not None else clause.end
    found = _dates(scene, clause.first, end)
    if not found:
        return None
    beside = [expression for token, expression in found if 0 < token - draft.last <= _BESIDE]
    if draft.noun and beside and not _verb_between(clause, draft.last, found[0][0]):
        return beside[0]
    free = [(token, expression) for token, expression in found if draft.noun or not _of_noun(clause, token)]
    if draft.type is EventType.ACCUSE and not draft.noun:
        free = [each for each in free if not _of_the_charge(clause, each[0])]
    if not free or (draft.noun and not _noun_shares(draft)):
        return None
    return _nearest(free, draft.token)


def said_at(scene: Scene, draft: Draft) -> Interval | None:
    """The time at which the clause above says it: what is told in the past was not later than that."""
    for beside in draft.siblings:
        if (
            beside.first >= draft.clause.end
            and beside.parent is draft.clause.parent
            and _only_says(scene, beside, draft)
        ):
            told = _dates(scene, beside.first, beside.end)
            return _whole_day(told[-1][1].interval) if told else None
    clause: Clause | None = draft.clause
    while clause is not None and clause.parent is not None:
        above = clause.parent
        if clause.kind == "complement" and above.role("says", "claims", "denies"):
            found = _dates(scene, above.first, clause.first)
            return _whole_day(found[-1][1].interval) if found else None
        clause = above
    return None


def _verb_between(clause: Clause, first: int, end: int) -> bool:
    return first < clause.verb < end


def _noun_shares(draft: Draft) -> bool:
    """Whether the time of the clause is also the noun's: carried by its verb, or the same happening."""
    rule, clause = draft.rule, draft.clause
    if draft.sense.speaker or clause.verb < 0:
        return True
    if rule.startswith(("light", "no verb", "subject", "told", "carried", "planned")):
        return True
    if any(reading.sense.type is draft.type for reading in clause.readings):
        return True
    return rule in {
        "after 'في'",
        "after 'in'",
        "after its preposition",
        "after 'اثر'",
        "after 'جراء'",
        "after 'نتيجه'",
    }


def _nearest(found: list[tuple[int, TimeExpression]], token: int) -> TimeExpression:
    fine = [each for each in found if each[1].interval and each[1].interval.grain not in COARSE] or found
    return min(fine, key=lambda each: abs(each[0] - token))[1]


def _of_noun(clause: Clause, token: int) -> bool:
    """The time stands right after a noun of another event ("هجوم 7 أكتوبر")."""
    for back in range(token - 1, max(clause.first, token - 3) - 1, -1):
        tag = clause.word(back).tag
        if tag is Tag.NOUN and back > clause.verb:
            return not clause.role("does", "undergoes", "occurs")
        if tag in {Tag.PREPOSITION, Tag.NAME, Tag.COMMA, Tag.DATE, Tag.VERB}:
            return False
    return False


def _of_the_charge(clause: Clause, token: int) -> bool:
    """As in "accused it of shelling a village on Tuesday": the time of what it is accused of."""
    charged = (
        clause.word(each).tag is Tag.NOUN
        and (
            any("ب" in r.glued for r in clause.word(each).readings)
            or clause.word(each - 1).tag is Tag.PREPOSITION
        )
        for each in range(clause.verb + 1, token)
    )
    return any(charged)


def _shared(scene: Scene, draft: Draft) -> TimeExpression | None:
    """A time in a clause that this one hangs on, stands beside, or opens into; speech keeps its own."""
    if draft.noun and (not draft.grounded or draft.definite or not _noun_shares(draft)):
        return None
    found = [
        expression
        for token, expression in _dates(scene, draft.sentence.first, draft.sentence.end)
        if not draft.clause.first <= token < draft.clause.end and reaches(scene, draft, token)
    ]
    intervals = {(e.interval.start, e.interval.end) for e in found if e.interval}
    return found[0] if len(intervals) == 1 else None


def reaches(scene: Scene, draft: Draft, token: int) -> bool:
    """Whether the clause of a token says when and where for the draft too."""
    holder = next((c for c in draft.siblings if c.first <= token < c.end), None)
    if holder is None or _only_says(scene, holder, draft):
        return False
    clause: Clause | None = draft.clause
    while clause is not None and clause.kind != "complement":
        clause = clause.parent
        if clause is holder:
            return not holder.role("says", "claims", "denies")
    mine = draft.clause
    if holder.parent is mine.parent and {holder.kind, mine.kind} <= _SIBLINGS:
        return True
    outer = holder.parent
    if holder.kind == "gerund" and outer is not None and outer.kind == "infinitive" and outer.parent is mine:
        return True  # "fired tear gas to disperse them on Monday, injuring five"
    if holder.kind == "infinitive" and draft.type in _SPEAKING:
        return False  # "threatened to strike on Monday"
    return holder.parent is mine and holder.kind in _OPEN_BELOW


def _only_says(scene: Scene, holder: Clause, draft: Draft) -> bool:
    """As in "..., police said on Monday", "وفق ما قال": when and where it was said, not when it was."""
    if holder is draft.clause or holder.fired is not None or not holder.role("says"):
        return False
    if draft.type in {EventType.AGREE, EventType.CONSULT}:
        return False  # what is agreed is agreed when it is announced
    if scene.lexicon.code == "ar":
        lead = scene.folded[max(holder.first - 2, 0) : max(holder.verb, 0)]
        return not scene.lexicon.words.according.isdisjoint(lead)
    return holder.first >= draft.clause.end
