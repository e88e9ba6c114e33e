"""Every form of an Arabic verb or noun, made from the form that a speaker would write in a dictionary.

Marks are not written in news, so forms are folded skeletons; what two readings share is told as both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.events.forms import Form, Mood, form
from extract.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHADDA = "\u0651"
_ASSIMILATED = 3  # letters of a first-form verb
_PREFIXES = {"ي": "m", "ت": "f", "ن": ""}  # nobody reports in "I"
NONE = "-"  # a present too like another verb's to be told
OBJECTS = ("هما", "هم", "ها", "نا", "ني", "ه")


def conjugate(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb: `lemma` is the past of "he", with "/present" where the present is no rule's."""
    past, _, present = lemma.partition("/")
    stem = fold(past)
    yield from _past(stem, past)
    if present == NONE:
        return
    imperfect = fold(present)[1:] if present else _present_stem(past)
    yield from _present(imperfect)
    yield from _participles(imperfect)
    yield from _passives(past, stem, imperfect)


def _past(stem: str, lemma: str, mood: Mood = Mood.PAST) -> Iterator[tuple[str, Form]]:
    passive = None if mood is Mood.PAST else True
    doubled = len(stem) == 2  # noqa: PLR2004  شن: a doubled root is written with two letters
    if lemma.endswith(("ى", "ي")) or (lemma.endswith("ا") and len(stem) == _ASSIMILATED):
        short = stem[:-1]
        long = short + ("و" if lemma.endswith("ا") else "ي")
        parts = {stem: ("m", 1), short + "ت": ("f", 1), short + "تا": ("f", 2), short + "وا": ("m", 3)}
        parts |= {long + "ا": ("m", 2), long + "نا": ("", 3)}
        attached = short + "ا" if mood is Mood.PAST else stem
    else:
        long = _hollow_short(stem)
        parts = {stem: ("m", 1), stem + "ت": ("f", 1), stem + "تا": ("f", 2), stem + "وا": ("m", 3)}
        parts |= {stem + "ا": ("m", 2), long + "نا": ("", 3)}
        if doubled:
            parts |= {stem + stem[-1] + "ت": ("", 1), stem + stem[-1] + "نا": ("", 3)}
        attached = stem
    for word, (gender, number) in parts.items():
        yield word, form(mood, gender, number, passive=passive)
    for suffix in OBJECTS:
        yield attached + suffix, form(mood, "m", 1, passive=False, suffix=suffix)
        short = stem[:-1] if stem.endswith(("ي",)) else stem
        yield short + "ت" + suffix, form(mood, "f", 1, passive=False, suffix=suffix)
        yield short + "و" + suffix, form(mood, "m", 3, passive=False, suffix=suffix)


def _hollow_short(stem: str) -> str:
    if len(stem) == _ASSIMILATED and stem[1] == "ا":
        return stem[0] + stem[2]
    if len(stem) > _ASSIMILATED and stem[-2] == "ا" and stem[0] == "ا":
        return stem[:-2] + stem[-1]
    return stem


def _present_stem(past: str) -> str:
    """What follows the ي of the present: by the shape of the past, as grammars teach it."""
    stem = fold(past)
    if _SHADDA in past[:-1] and len(stem) == _ASSIMILATED:
        return stem[:-1] + "ئ" if past.endswith("أ") else stem
    if past.startswith(("ا", "إ")):  # the alif of اتصل and استعاد is only there to begin with
        hollow = stem.startswith("است") and stem[-2] == "ا"
        return stem[1:-2] + "ي" + stem[-1] if hollow else stem[1:]
    if len(stem) == _ASSIMILATED:
        return _first_form(stem)
    if past.startswith(("أ", "آ")) and len(stem) >= 4:  # noqa: PLR2004
        return _fourth_form(past, stem)
    if past.startswith("أ") and _SHADDA in past:
        return stem[1:]
    return stem


def _first_form(stem: str) -> str:
    if stem.startswith("و") and not stem.endswith("ي"):
        return stem[1:]
    if stem.startswith("و"):
        return stem[1:]
    if stem[1] == "ا":
        return stem[0] + "و" + stem[2]
    if stem.endswith("ا"):
        return stem[:-1] + "و"
    return stem


def _fourth_form(past: str, stem: str) -> str:
    if past.endswith("أ"):
        return stem[1:-1] + "ئ"
    if stem[-2] == "ا" and len(stem) == 4:  # noqa: PLR2004  أدان: يدين
        return stem[1] + "ي" + stem[3]
    if past.startswith("آ"):
        return "و" + stem[1:]
    return stem[1:]


def _present(stem: str, *, passive: bool | None = None) -> Iterator[tuple[str, Form]]:
    weak = stem.endswith(("ي", "و"))
    for prefix, gender in _PREFIXES.items():
        whole = prefix + stem
        base = whole[:-1] if weak else whole
        yield whole, form(Mood.PRESENT, gender, 1, passive=passive)
        if weak:
            yield base, form(Mood.PRESENT, gender, 1, passive=passive)
        elif len(stem) > 2 and stem[-2] in "اوي":  # noqa: PLR2004  the jussive of a hollow verb: لم يقم
            yield prefix + stem[:-2] + stem[-1], form(Mood.JUSSIVE, gender, 1, passive=passive)
        if prefix in "يت":
            yield base + "ون", form(Mood.PRESENT, "m", 3, passive=passive)
            yield base + "وا", form(Mood.PRESENT, "m", 3, passive=passive)
            yield whole + "ان", form(Mood.PRESENT, gender, 2, passive=passive)
        if passive:
            continue
        for suffix in OBJECTS:
            yield whole + suffix, form(Mood.PRESENT, gender, 1, passive=False, suffix=suffix)
            if prefix == "ي":
                yield base + "ون" + suffix, form(Mood.PRESENT, "m", 3, passive=False, suffix=suffix)
                yield base + "و" + suffix, form(Mood.PRESENT, "m", 3, passive=False, suffix=suffix)


def _participles(imperfect: str) -> Iterator[tuple[str, Form]]:
    """As in "مطالبا", "مطالبة" after a comma say what the subject did besides; only of the forms II to X."""
    if len(imperfect) >= _ASSIMILATED:
        yield "م" + imperfect + "ا", form(Mood.GERUND, "m", 1, passive=False)
        yield "م" + imperfect + "ه", form(Mood.GERUND, "f", 1, passive=False)


def _passives(past: str, stem: str, imperfect: str) -> Iterator[tuple[str, Form]]:
    """Only where the passive is written otherwise than the active."""
    made = ""
    if len(stem) == 4 and stem[1] == "ا" and stem[0] != "ا":  # noqa: PLR2004  هاجم: هوجم
        made = stem[0] + "و" + stem[2:]
    elif stem.startswith("ت") and len(stem) == 5 and stem[2] == "ا":  # noqa: PLR2004
        made = stem[:2] + "و" + stem[3:]
    elif len(stem) == _ASSIMILATED and stem[1] == "ا":
        made = stem[0] + "ي" + stem[2]
    elif len(stem) >= 4 and stem[0] == "ا" and stem[-2] == "ا":  # noqa: PLR2004
        made = stem[:-2] + "ي" + stem[-1]
    elif len(stem) == _ASSIMILATED and past.endswith("ا"):
        made = stem[:-1] + "ي"
    if made:
        yield from _past(made, made, Mood.PASSIVE_PAST)
    if len(imperfect) > 2 and imperfect[-2] in "وي":  # noqa: PLR2004
        yield from _present(imperfect[:-2] + "ا" + imperfect[-1], passive=True)
    elif imperfect.endswith("و"):
        yield from _present(imperfect[:-1] + "ي", passive=True)


def noun_forms(word: str) -> Iterator[tuple[str, Form]]:
    """A verbal noun, alone, with the article, with tanwin, in the dual, the plural in ات, with its owner."""
    stem = fold(word)
    feminine = stem.endswith("ه")
    bare = stem[:-1] + "ت" if feminine else stem
    plain = [stem]
    owned = [bare]
    if feminine:
        plain += [stem[:-1] + "ات", bare + "ان", bare + "ين"]
        owned += [stem[:-1] + "ات", bare + "ا", bare + "ي"]
    elif not stem.endswith(("ات", "ي")):
        plain += [stem + "ان", stem + "ين", stem + "ات"]
        owned += [stem + "ات"]
    for made in plain:
        yield made, form(Mood.NOUN)
        yield "ال" + made, form(Mood.NOUN, definite=True)
        yield "لل" + made, form(Mood.NOUN, definite=True, glued="ل")
    if not feminine:
        yield stem + "ا", form(Mood.NOUN)
    if stem.endswith("اء"):
        owned += [stem[:-1] + "ئ", stem[:-1] + "ؤ"]
    for made in owned:
        for suffix in OBJECTS:
            yield made + suffix, form(Mood.NOUN, definite=True, suffix=suffix)


def verbal_noun(lemma: str) -> str:
    """The verbal noun of a verb of the forms II to X, by its shape; "" for the first form, which has no rule."""
    past = lemma.partition("/")[0]
    stem = fold(past)
    if _SHADDA in past[:-1] and len(stem) == _ASSIMILATED:
        return "ت" + stem[:2] + "ي" + stem[2] if stem[2] not in "يا" else "ت" + stem[:2] + "يه"
    if past.startswith("أ") and len(stem) == 4:  # noqa: PLR2004
        return (
            "ا" + stem[1] + "ا" + stem[3] + ("ه" if stem[2] == "ا" else "")
            if stem[2] == "ا"
            else stem[:3] + "ا" + stem[3]
        )
    if past.startswith("ا") and len(stem) > 4:  # noqa: PLR2004
        if stem.startswith("است") and stem[-2] == "ا":
            return stem + "ه"
        return stem[:-1] + "اء" if stem[-1] == "ي" else stem[:-1] + "ا" + stem[-1]
    if stem.startswith("ت") and len(stem) in {4, 5}:
        return stem
    return ""
