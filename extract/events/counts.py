"""How many were killed and injured: "أكثر من 1300 قتيل", "قتيلان", "at least 12 people"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.events.vocabulary import match
from extract.model import Count, Evidence

if TYPE_CHECKING:
    from extract.events.scene import Scene

_NEAR = 7  # words between the number and the word that says killed or injured
_TRIPLE = 3  # digits between the commas of 1,300,000
_PEELED = 3  # letters from which a first "و" is taken off
_DECIMALS = {",", ".", "٬", "،"}
_SIGNS = frozenset(",.;:،؛()")


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of killed or injured people, and its words."""

    what: str
    count: Count
    first: int
    last: int

    def evidence(self, scene: Scene) -> Evidence:
        rule = f"{scene.lexicon.code}/events/{self.what}"
        return Evidence.at(scene.document, scene.starts[self.first], scene.ends[self.last], rule)


@dataclass(slots=True)
class _Number:
    low: int | None
    high: int | None
    first: int
    last: int
    told: int  # the last token of the number itself


def tolls(scene: Scene, first: int, end: int) -> list[Toll]:
    """The tolls told between two tokens, in order."""
    casualty, folded = scene.lexicon.casualty, scene.folded
    cues = [(token, what) for token in range(first, end) if (what := casualty[folded[token]])]
    if not cues:
        return []
    found = [Toll(what[4:], Count(2, 2), token, token) for token, what in cues if what.startswith("two")]
    ordered = [cue for cue in cues if not cue[1].startswith("two")]
    for number in _numbers(scene, first, end):
        near = list(ordered[max(0, bisect_left(ordered, (number.first - _NEAR, ""))) :][: 2 * _NEAR + 4])
        what = _meaning(scene, number, near, first, end)
        if what:
            found.append(Toll(what, Count(number.low, number.high), number.first, number.last))
    return sorted(found, key=lambda toll: toll.first)


def _bare(scene: Scene, token: int) -> str:
    form = scene.folded[token]
    return form[1:] if scene.lexicon.code == "ar" and form[:1] == "و" and len(form) > _PEELED else form


def _meaning(scene: Scene, number: _Number, cues: list[tuple[int, str]], first: int, end: int) -> str:
    """The nearest word that says killed or injured: right after the number first, else before."""
    words = scene.lexicon.words
    following = number.last + 1
    if following < end and scene.folded[following] in words.units:
        return ""
    best, distance = "", _NEAR + 1
    for token, what in cues:
        if not number.first - _NEAR <= token <= number.last + _NEAR + 1:
            continue  # too far whatever stands between; looking would cost the square of a list of deaths
        if first <= token < number.first:
            steps = number.first - token + _breaks(scene, token + 1, number.first)
        elif token > number.last:
            steps = token - number.last + _breaks(scene, number.last + 1, token)
            steps -= 1 if token - number.last <= 2 else 0  # noqa: PLR2004
            if scene.lexicon.code == "ar" and token - number.last > 2 and not _passive_near(scene, token):  # noqa: PLR2004
                continue
        else:
            steps = 1
        if steps < distance:
            best, distance = what, steps
    return best


def _passive_near(scene: Scene, token: int) -> bool:
    """As in "خمسة مدنيين قتلوا", "خمسة فقدوا حياتهم": what speaks of many may stand farther off."""
    return scene.folded[token].endswith(("وا", "هم"))


def _breaks(scene: Scene, first: int, end: int) -> int:
    """Signs and "and" between a number and its word keep them apart."""
    found = 0
    for token in range(first, end):
        form = scene.folded[token]
        if (
            form in _SIGNS
            or form == "and"
            or (scene.lexicon.code == "ar" and form.startswith("و") and len(form) > _PEELED)
        ):
            found += 2
    return found


def _numbers(scene: Scene, first: int, end: int) -> list[_Number]:
    words = scene.lexicon.words
    found: list[_Number] = []
    token = first
    while token < end:
        if scene.dates[token] is not None:
            token += 1
            continue
        if scene.folded[token] in words.pairs:
            found.append(_Number(2, 2, token, token, token))
            token += 1
            continue
        value, last = _value(scene, token, end)
        if value is None:
            token += 1
            continue
        number = _bounded(scene, (first, end), (token, last), value)
        if found and _ranges(scene, found[-1], token) and number.high:
            joined = found.pop()
            number = _Number(joined.low, number.high, joined.first, number.last, number.told)
        found.append(number)
        token = number.last + 1
    return found


def _ranges(scene: Scene, before: _Number, token: int) -> bool:
    between = scene.folded[before.told + 1 : token]
    return len(between) == 1 and between[0] in scene.lexicon.words.ranges - {"و", "and", "between", "بين"}


def _value(scene: Scene, token: int, end: int) -> tuple[int | None, int]:
    """A number in figures or words; negative where only its order is told ("dozens")."""
    numbers, thousands = scene.lexicon.words.numbers, scene.lexicon.words.thousands
    form = _bare(scene, token)
    if form.isdecimal():
        value, last = int(form), token
        while last + 2 < end and scene.folded[last + 1] in _DECIMALS and _glued_triple(scene, last):
            value, last = value * 1000 + int(scene.folded[last + 2]), last + 2
    elif form in numbers and form not in {"a", "an"}:
        value, last = numbers[form], token
        while last + 1 < end and value > 0:
            following = scene.folded[last + 1]
            part = numbers.get(
                following[1:] if following.startswith("و") and len(following) > _PEELED else following
            )
            if part is None or part < 0 or part == value or following in {"a", "an"}:
                break
            value, last = (
                (value * part if part in {12, 100, 1000, 1_000_000} and part > value else value + part),
                last + 1,
            )
        if value < 0:
            return value, last
    elif (
        form in {"a", "an"}
        and token + 1 < end
        and scene.folded[token + 1] in {"dozen", "hundred", "thousand"}
    ):
        return numbers[scene.folded[token + 1]], token + 1
    else:
        return None, token
    if last + 1 < end and scene.folded[last + 1] in thousands and value < 1000:  # noqa: PLR2004
        value, last = value * 1000, last + 1
    return value, last


def _glued_triple(scene: Scene, last: int) -> bool:
    part = scene.folded[last + 2]
    touching = scene.starts[last + 1] == scene.ends[last] and scene.starts[last + 2] == scene.ends[last + 1]
    return part.isdecimal() and len(part) == _TRIPLE and touching


def _bounded(scene: Scene, within: tuple[int, int], span: tuple[int, int], value: int) -> _Number:
    """The number with what its words say of its ends."""
    (first, end), (token, last) = within, span
    words = scene.lexicon.words
    if value < 0:
        return _Number(-value if value != -24 else 24, None, token, last, last)  # noqa: PLR2004
    for size in (4, 3, 2, 1):
        start = token - size
        if start < first:
            continue
        if match(words.at_least, scene.folded, start, token) == size:
            return _Number(value, None, start, last, last)
        if match(words.at_most, scene.folded, start, token) == size:
            return _Number(None, value, start, last, last)
    if any(match(words.at_least, scene.folded, at, end) for at in range(last + 1, min(last + 3, end))):
        return _Number(value, None, token, last, last)  # "32 شخصا على الأقل"
    return _Number(value, value, token, last, last)
