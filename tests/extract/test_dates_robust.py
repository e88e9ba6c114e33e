"""Patterns stay linear on hostile text, bad language files say what is wrong, and every language is whole."""

import random

import pytest

from extract import language
from extract.dates.finder import find_times
from extract.dates.lexicon import lexicon
from extract.dates.rules import RULES
from extract.errors import LanguageError
from extract.patterns import Grammar, expand

PIECES = {
    "ranges of weekdays": "من الاثنين إلى ",
    "lists of days": "7 و8 و",
    "number words": "ثلاثة وعشرين ألفا و",
    "parts of parts": "نهاية مطلع منتصف ",
    "amounts": "قبل ثلاثة أيام من بعد ",
    "months and slashes": "أكتوبر/تشرين الأول/",
    "figures": "7/10/2023-",
    "clock": "الساعة الثامنة والنصف إلا ",
    "one letter": "و",
    "years": "2022، 2023، ",
    "brackets": "((الاثنين ",
    "quotes": "“اليوم ",
    "of the of the": "the end of the beginning of the ",
    "english ranges": "from Monday to Friday and ",
    "english numbers": "two hundred and twenty-three thousand ",
    "english clock": "half past ten to five past ",
    "abbreviations": "Oct. Mon. Sat. Mar. ",
}


# Steps that one word may cost; how many it does cost hangs on how many rules it may begin.
MOST_STEPS = 60


def steps(text: str, code: str) -> int:
    stream = find_times(text, code)[0]
    assert stream.steps <= MOST_STEPS * len(stream.words)
    return stream.steps


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_steps_grow_no_faster_than_the_text(piece):
    code = "en" if piece.isascii() else "ar"
    short, long = steps(piece * 200, code), steps(piece * 800, code)
    assert long <= 4.5 * max(short, 100)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_steps_stay_linear_on_any_mix_of_the_words_that_are_known(code):
    words = sorted(lexicon(code).vocabulary)
    mixed = random.Random(7).choices([*words, "7", "2023", "15"], k=4000)  # noqa: S311
    short, long = steps(" ".join(mixed[:1000]), code), steps(" ".join(mixed), code)
    assert long <= 6 * short


@pytest.mark.parametrize("code", language.languages("dates"))
def test_every_language_reads_and_has_a_corpus(code):
    assert lexicon(code).vocabulary
    assert language.load(code, "dates")["patterns"].keys() <= RULES.keys()


@pytest.mark.parametrize(
    ("phrase", "ways"),
    [
        ("[يوم] {weekday}", {"يوم {weekday}", " {weekday}"}),
        ("[ال]أحد", {"الأحد", "أحد"}),
        ("a (b|c [d])", {"a b", "a c ", "a c d"}),
        ("[a|b] c", {" c", "a c", "b c"}),
        (r"\( a", {r"\( a"}),
    ],
)
def test_a_phrase_is_every_way_to_say_it(phrase, ways):
    assert set(expand(phrase)) == ways


@pytest.mark.parametrize(
    ("phrase", "told"), [("(a|b", "lacks a ')'"), ("a]", "nothing opened"), ("[a", "lacks a ']'")]
)
def test_a_phrase_that_is_not_closed_says_so(phrase, told):
    with pytest.raises(LanguageError, match=r"languages/xx/dates\.toml") as error:
        Grammar("languages/xx/dates.toml").variants(phrase)
    assert told in str(error.value)


def test_an_unknown_slot_names_the_one_that_was_meant():
    grammar = Grammar("languages/xx/dates.toml")
    grammar.add_words("weekday", {"monday": ["Monday"]}, str)
    grammar.add_rule("span", "last", ["last {wekday}"], lambda wekday: wekday)
    with pytest.raises(LanguageError, match="Did you mean 'weekday'"):
        grammar.check()


def test_a_language_without_a_folder_is_told_with_the_ones_there_are():
    with pytest.raises(LanguageError, match="ar, en"):
        language.load("xx", "dates")


DETECTED = {
    "ar": "قال الرئيس إن الحرب انتهت في أكتوبر",
    "en": "The president said on Monday that the war is over",
    "fr": "Le président a dit que la guerre est finie",
    "fa": "رئیس جمهور گفت که جنگ در این ماه تمام شد",
    "ur": "صدر نے کہا ہے کہ جنگ ختم ہو گئی ہے",
    "he": "הנשיא אמר שהמלחמה הסתיימה",
    "tr": "Cumhurbaşkanı geçen hafta bir açıklama yaptı ve gitti",
    "ru": "Президент сказал, что война закончилась",
    "": "12345 ...",
}


@pytest.mark.parametrize(("code", "text"), DETECTED.items(), ids=DETECTED.keys())
def test_the_language_of_a_text_is_told_by_its_script_and_its_small_words(code, text):
    assert language.detect(text) == code
