"""Writes Arabic names in Latin letters as English news does, the same way wherever they appear."""

from __future__ import annotations

from extract.script import fold, tokens

_LETTERS = {
    "ء": "", "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "a", "و": "w", "ي": "y", "ؤ": "u",
    "ئ": "e", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڨ": "g",
}  # fmt: skip
# Common names as they are usually written; the letters alone do not tell their vowels.
_USUAL = {
    fold(arabic): latin
    for arabic, latin in (
        pair.split(":")
        for pair in [
            "محمد:mohammed",
            "أحمد:ahmed",
            "محمود:mahmoud",
            "حسن:hassan",
            "حسين:hussein",
            "علي:ali",
            "عمر:omar",
            "عثمان:othman",
            "خالد:khaled",
            "يوسف:yousef",
            "إبراهيم:ibrahim",
            "إسماعيل:ismail",
            "مصطفى:mustafa",
            "عبد:abdul",
            "أبو:abu",
            "أبي:abi",
            "أم:umm",
            "بن:bin",
            "ابن:ibn",
            "آل:al",
            "الله:allah",
            "الدين:al-din",
            "الرحمن:al-rahman",
            "العزيز:al-aziz",
            "الفتاح:al-fattah",
            "الكريم:al-karim",
            "السلام:al-salam",
            "عبدالله:abdullah",
            "عبدالرحمن:abdulrahman",
            "عبدالعزيز:abdulaziz",
            "سعيد:saeed",
            "سعد:saad",
            "صالح:saleh",
            "طارق:tariq",
            "وليد:walid",
            "ناصر:nasser",
            "كريم:karim",
            "كمال:kamal",
            "جمال:jamal",
            "جلال:jalal",
            "هشام:hisham",
            "أسامة:osama",
            "أيمن:ayman",
            "سامي:sami",
            "رامي:rami",
            "موسى:musa",
            "عيسى:issa",
            "داود:dawood",
            "سليمان:suleiman",
            "يحيى:yahya",
            "زكريا:zakaria",
            "فاطمة:fatima",
            "مريم:mariam",
            "زينب:zainab",
            "عائشة:aisha",
            "خديجة:khadija",
            "ليلى:layla",
            "منى:mona",
            "هدى:huda",
            "نور:nour",
            "رانيا:rania",
            "سارة:sara",
            "ياسر:yasser",
            "عادل:adel",
            "ماجد:majed",
            "فهد:fahd",
            "فيصل:faisal",
            "سلمان:salman",
            "سلطان:sultan",
            "تركي:turki",
            "بندر:bandar",
            "حمد:hamad",
            "راشد:rashid",
            "زايد:zayed",
            "سيف:saif",
            "منصور:mansour",
            "حمدان:hamdan",
            "مكتوم:maktoum",
            "طه:taha",
            "حمزة:hamza",
            "بلال:bilal",
            "عمار:ammar",
            "بشار:bashar",
            "باسل:basel",
            "نبيل:nabil",
            "فؤاد:fouad",
            "جورج:george",
            "جون:john",
            "مايكل:michael",
            "ديفيد:david",
            "روبرت:robert",
            "مارك:mark",
            "بول:paul",
            "بيتر:peter",
            "توماس:thomas",
            "جيمس:james",
            "وليام:william",
            "ريتشارد:richard",
            "دانيال:daniel",
            "فلاديمير:vladimir",
            "سيرغي:sergei",
            "سلامة:salama",
        ]
    )
}
_VOWELS = "aeiou"
_ACTIVE = 4  # letters of a participle: "سامر"


def transliterate(name: str) -> str:
    """For example "محمد أبو سلمية" -> "Mohammed Abu Salmya"; Latin letters stay as they are."""
    if name.isascii():
        return name
    cut = tokens(name)
    words = [
        _word(word, name[start:end])
        for word, start, end in zip(cut.folded, cut.starts, cut.ends, strict=True)
        if word[0].isalnum()
    ]
    return " ".join(words).replace("Abdul al-", "Abdul ").replace("Abdul Allah", "Abdullah")


def _word(word: str, raw: str) -> str:
    if word in _USUAL:
        return "-".join(part.capitalize() if part != "al" else part for part in _USUAL[word].split("-"))
    if word.startswith("ال") and len(word) > 3 and not raw.startswith("إ"):  # noqa: PLR2004 - the article and a word
        return "al-" + _letters(word[2:]).capitalize()
    if raw.startswith("إ"):
        return _letters(word[2:] if word.startswith("اي") else word[1:], first="i").capitalize()
    return _letters(word).capitalize()


def _letters(word: str, first: str = "") -> str:
    latin = first
    for at, letter in enumerate(word):
        here = _letter(word, at, letter, latin)
        # Two consonants side by side at the head of a word are read with a vowel between them,
        # and so are two at the end after a long vowel: "سمير" is Samir, "سامر" is Samer.
        bare = here and here[0] not in _VOWELS
        if bare and at == 1 and latin[-1:] not in _VOWELS:
            latin += "a"
        elif (
            bare
            and len(word) == _ACTIVE
            and at == _ACTIVE - 1
            and word[1] == "ا"
            and latin[-1:] not in _VOWELS
        ):
            latin += "e"
        latin += here
    return latin


def _letter(word: str, at: int, letter: str, latin: str) -> str:
    after = word[at + 1 : at + 2]
    if letter == "و" and at:
        return "w" if after == "ا" else "u"
    if letter == "ي" and at:
        return "y" if after in {"ا", "و"} else "i"
    if letter == "ه" and at < len(word) - 1:
        return "h"
    if letter == "ع" and latin.endswith("a"):
        return ""
    return _LETTERS.get(letter, letter)
