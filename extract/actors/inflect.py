"""Makes the forms of Arabic words that languages/ and the world data hold once: gender, number, article."""

from __future__ import annotations

from extract.script import fold_phrase

_ARTICLE = "ال"
_WORDS_OF_A_PAIR = 2


def definite(words: tuple[str, ...]) -> tuple[str, ...]:
    """For example "كوري شمالي" -> "الكوري الشمالي", every word with its article."""
    return tuple(_ARTICLE + word for word in words)


def construct(words: tuple[str, ...]) -> tuple[str, ...]:
    """The form before a name: "رئيس الوزراء" -> "رئيس وزراء", "الأمين العام" -> "أمين عام"."""
    if words[0].startswith(_ARTICLE):
        return tuple(word.removeprefix(_ARTICLE) for word in words)
    return (*words[:-1], words[-1].removeprefix(_ARTICLE))


def feminine(words: tuple[str, ...]) -> tuple[str, ...]:
    """For example "وزير الخارجية" -> "وزيرة الخارجية", "الأمين العام" -> "الأمينة العامة"."""
    both = words[0].startswith(_ARTICLE) and all(word.startswith(_ARTICLE) for word in words)
    changed = words if both else words[:1]
    return tuple(_with_ha(word) for word in changed) + words[len(changed) :]


def _with_ha(word: str) -> str:
    return word if word.endswith(("ه", "ين", "ون", "ات")) else word + "ه"


def nisba_forms(nisba: str) -> list[tuple[tuple[str, ...], str]]:
    """All forms of "روسي" with m, f, p(lural), 2 (dual) or a(ccusative), then d(efinite) or i."""
    words = fold_phrase(nisba)
    both = len(words) == _WORDS_OF_A_PAIR and words[0].endswith("ي")
    forms: list[tuple[tuple[str, ...], str]] = []
    if both:
        pairs = zip(_numbers(words[0]), _numbers(words[1]), strict=True)
        forms = [((first, second), kind) for (first, kind), (second, _) in pairs]
    else:
        forms = [((*words[:-1], form), kind) for form, kind in _numbers(words[-1])]
    with_article = [
        (definite(form) if both or len(form) == 1 else (_ARTICLE + form[0], *form[1:]), kind + "d")
        for form, kind in forms
    ]
    return [(form, kind + "i") for form, kind in forms] + with_article


def _numbers(word: str) -> list[tuple[str, str]]:
    return [
        (word, "m"),
        (word + "ه", "f"),
        (word + "ا", "a"),
        (word + "ون", "p"),
        (word + "ين", "p"),
        (word + "ات", "p"),
        (word + "ان", "2"),
        (word + "تين", "2"),
        (word + "تان", "2"),
    ]


def agreeing(nisba: str, *, feminine_noun: bool) -> str:
    """The definite adjective as it is written after a noun: "الروسي" or "الروسية"."""
    words = nisba.split()
    ending = "ة" if feminine_noun else ""
    if all(word.endswith("ي") for word in words):
        return " ".join(_ARTICLE + word + ending for word in words)
    return _ARTICLE + " ".join([*words[:-1], words[-1] + ending])


def saying_forms(past: list[str], present: list[str]) -> set[tuple[str, ...]]:
    """Verbs in third person, both genders, singular: "قال", "قالت", "يقول", "تقول"."""
    forms: set[tuple[str, ...]] = set()
    for verb in past:
        (word,) = fold_phrase(verb)
        forms |= {(word,), (_past_feminine(word),), (word + "وا",)}
    for verb in present:
        (word,) = fold_phrase(verb)
        forms |= {(word,), ("ت" + word[1:],), ("س" + word,), ("ست" + word[1:],)}
    return forms


def _past_feminine(word: str) -> str:
    # A weak last letter falls away: "نفى" -> "نفت", "دعا" -> "دعت".
    return word[:-1] + "ت" if word.endswith(("ي", "ا")) else word + "ت"
