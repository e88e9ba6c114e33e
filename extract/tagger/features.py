"""What the tagger sees of a word: its form, its affixes, its shape, what is known of it; the same in training and use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.script import fold, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.tagger.lexicon import Lexicon

# What a word tells of itself and of the words up to two places away, as a template of strings.
REACH = 2
OFFSETS = (0, -1, 1, -2, 2)
BOUNDARY = ""  # stands before and after every sentence
_LONG = 7
_VOWELS = frozenset("اوي")
_SPLIT_VOWELS = 2


class Word(NamedTuple):
    """A word with what the whole sentence tells of it: how far its capitals can be believed."""

    raw: str
    case: str = ""  # "" as usual, "low": no capitals at all, "high": nearly all words have one


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of a word and its class. The first `near` features tell of it to the words beside it too,

    the first `far` to those two places away.
    """

    own: tuple[str, ...]
    near: int
    far: int
    klass: str

    def at(self, offset: int) -> tuple[str, ...]:
        """The features for the word to be labelled, from which this word stands `offset` places away."""
        if offset == 0:
            return self.own if self.klass != EDGE else ()
        kept = self.own[: self.near if abs(offset) == 1 else self.far]
        return tuple(f"{offset:+d}{feature}" for feature in kept)


EDGE = "<"  # the class of what stands before and after a sentence


# The class of a word is the first of these flags that it has.
_CLASSES = (
    ("title", "T"), ("office", "V"), ("saying", "S"), ("demonym", "D"), ("known-p", "P"), ("known-o", "O"), ("known-l", "L"),
    ("known-short", "K"), ("given", "G"), ("org-head", "H"), ("org-ends", "E"), ("org-star", "R"), ("place-noun", "W"),
    ("particle-before", "B"), ("particle-first", "B"), ("body", "Y"), ("people", "F"), ("place", "C"), ("family", "A"),
    ("last-of-known", "A"), ("first-of-known", "G"), ("given-common", "M"), ("near", "N"), ("governing", "X"), ("doing", "X"),
    ("common", "Q"), ("no-name-words", "Q"), ("event-word", "Q"), ("date-word", "Q"), ("hamlet", "Z"),
)  # fmt: skip


def seen(word: Word, lexicon: Lexicon, *, flagged: bool = True) -> Seen:
    """The features of one word; without `flagged`, nothing that the lexicon knows."""
    if word.raw == BOUNDARY:
        return BOUNDARY_SEEN
    folded = fold(word.raw)
    if not folded or not folded[0].isalpha():
        shape = "0" * min(len(folded), 5) if folded.isdecimal() else folded or "."
        return Seen((f"w={shape}", "bias"), 1, 1, "0" if folded.isdecimal() else shape[:1])
    flags = _flags(folded, lexicon) if flagged else {}
    arabic = "\u0621" <= folded[0] <= "\u06d3"
    form = _arabic(word.raw, folded) if arabic else _latin(word, folded)
    told = [f"f{cut}={flag}" for cut, found in flags.items() for flag in sorted(found)]
    klass = _klass(flags, folded, form.shape)
    far = (f"w={folded}", f"k={klass}", f"h={form.shape}")
    near = (*far, *form.near, *told)
    return Seen((*near, *form.rest, "bias"), len(near), len(far), klass)


def _flags(folded: str, lexicon: Lexicon) -> dict[int, frozenset[str]]:
    """The flags of the whole word and of what is left of it without clitics, by letters cut."""
    found: dict[int, frozenset[str]] = {}
    for reading in readings(folded):
        flags = lexicon.flags(reading.stem)
        if flags and (reading.cut not in found or len(reading.stem) > len(folded) - reading.cut):
            found[reading.cut] = found.get(reading.cut, frozenset()) | flags
    return found


def _klass(flags: dict[int, frozenset[str]], folded: str, shape: str) -> str:
    for cut, found in flags.items():
        for flag, letter in _CLASSES:
            if flag in found or (flag.startswith("org-") and any(one.startswith(flag) for one in found)):
                return letter + (str(cut) if cut else "") + ("^" if shape in {"Aa", "AA"} else "")
    if "\u0621" <= folded[0] <= "\u06d3":
        return "al" if folded.startswith("ال") else "ar"
    return shape


class _Form(NamedTuple):
    near: list[str]  # what neighbours are told too
    rest: list[str]
    shape: str


def _arabic(raw: str, folded: str) -> _Form:
    stems = sorted({r.stem for r in readings(folded)[1:]})
    bare = folded.removeprefix("ال")
    shape = "ال" if bare != folded else "لل" if folded.startswith("لل") else "ar"
    vowels = sum(letter in _VOWELS for letter in bare)
    near = [f"z={_last_letter(raw)}", *_affixes(folded, (1, 2), (2, 3))]
    near += [f"s={stem}" for stem in stems if len(stem) > _SPLIT_VOWELS]
    rest = [*_affixes(folded, (3, 4), (1, 4)), f"l={min(len(folded), _LONG)}"]
    rest += [f"v={min(vowels, 4)}/{min(len(bare), _LONG)}", *(f"y={sign}" for sign in _signs(raw))]
    if bare != folded:
        rest.append(f"b={bare}")
    rest += _inside(bare)
    return _Form(near, rest, shape)


def _last_letter(raw: str) -> str:
    letters = [letter for letter in raw if letter.isalpha() and letter != "ـ"]
    return letters[-1] if letters else ""


def _signs(raw: str) -> list[str]:
    """What folding hides and names of other languages have: a hamza below, a madda, letters of Persian."""
    signs = [sign for sign in "إآؤئپچڤگژ" if sign in raw]
    return signs + (["first-" + raw[0]] if raw[0] in "إآأ" else [])


def _latin(word: Word, folded: str) -> _Form:
    raw = word.raw
    shape = "AA" if raw.isupper() and len(raw) > 1 else "Aa" if raw[:1].isupper() else "aa"
    if word.case:
        shape = f"{word.case}"
    mixed = shape == "Aa" and any(letter.isupper() for letter in raw[1:])
    near = _affixes(folded, (), (2, 3))
    rest = [*_affixes(folded, (1, 2, 3, 4), (1, 4)), f"l={min(len(folded), _LONG)}", f"h={shape}/{folded}"]
    if mixed:
        rest.append("h=AaA")
    return _Form(near, rest, shape)


def _inside(word: str) -> list[str]:
    """Groups of three letters inside a word: names of other languages are known by some."""
    return [f"c={word[at : at + 3]}" for at in range(1, len(word) - 3)] if GRAMS else []


GRAMS = True


def _affixes(folded: str, first: Sequence[int], last: Sequence[int]) -> list[str]:
    size = len(folded)
    return [f"p{n}={folded[:n]}" for n in first if n < size] + [
        f"x{n}={folded[-n:]}" for n in last if n < size
    ]


def pair_features(klasses: Sequence[str]) -> tuple[str, ...]:
    """The features of the classes of five words around one: pairs and a triple."""
    before2, before, own, after, after2 = klasses
    return (
        f"kb={before}|{own}",
        f"ka={own}|{after}",
        f"kt={before}|{own}|{after}",
        f"kbb={before2}|{before}",
        f"kaa={after}|{after2}",
    )


def cases(words: Sequence[str]) -> str:
    """How the capitals of a sentence can be believed: "low", "high", or "" as usual."""
    letters = [word for word in words if word[0].isalpha() and word[0] < "\u0250"]
    if len(letters) < 4:  # noqa: PLR2004 - too few words to tell
        return ""
    capitals = sum(word[0].isupper() for word in letters)
    if capitals == 0:
        return "low"
    return "high" if capitals > 0.8 * len(letters) else ""


def sentence_features(
    words: Sequence[Seen], known: Sequence[str], told: Sequence[str], headed: Sequence[str] = ()
) -> list[list[str]]:
    """The features of every word of a sentence, as the model learns them; a mark is "" where there is none."""
    edge = [BOUNDARY_SEEN] * REACH
    padded = [*edge, *words, *edge]
    rows = []
    for t in range(len(words)):
        found = [feature for offset in OFFSETS for feature in padded[t + REACH + offset].at(offset)]
        found += pair_features([one.klass for one in padded[t : t + 2 * REACH + 1]])
        for letter, marks in (("m", known), ("d", told), ("r", headed)):
            found += mark_features(letter, marks, t)
        rows.append(found)
    return rows


def mark_features(letter: str, marks: Sequence[str], t: int) -> list[str]:
    """The marks of a word and of its neighbours."""
    found = []
    for offset in (0, -1, 1):
        at = t + offset
        if 0 <= at < len(marks) and marks[at]:
            found.append(f"{letter}{offset:+d}={marks[at]}")
    return found


BOUNDARY_SEEN = Seen(("w=<>",), 1, 1, EDGE)
