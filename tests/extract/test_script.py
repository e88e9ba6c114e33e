"""Cutting a text into folded tokens keeps the offsets of the original, however it is written."""

import pytest

from extract import script

TEXTS = {
    "plain": "اتصل الرئيس، يوم الاثنين.",
    "marks and tatweel": "قُصِفَت غـــزّة مساءً",
    "bidi controls": "\u200fيوم\u200e الاثنين\u202b 7/10\u202c",
    "persian letters and digits": "۷ اکتوبر ۲۰۲۳ در تهران",
    "english": "Putin's call — on Oct. 16th, 2023 (Monday)",
    "digits glued to letters": "و8 أكتوبر2023 8pm",
    "invisible alone": "\u200f \ufeff ـ \u200b",
    "empty": "",
    "line ends": "يوم\nالاثنين\r\n\r\nثم",
    "accents": "Élysée, São Paulo, İstanbul, ﷺ ﻻ",
}


def one_by_one(text: str) -> list[tuple[str, int, int]]:
    """What `tokens` promises, said plainly: each run of the pattern, folded, and the empty ones left out."""
    found = [(script.fold(m.group()), m.start(), m.end()) for m in script._TOKEN.finditer(text)]
    return [token for token in found if token[0]]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_tokens_are_the_runs_of_the_text_with_their_offsets(text):
    assert list(zip(*script.tokens(text), strict=True)) == one_by_one(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الإثنين", "الاثنين"),
        ("غـــزّة", "غزه"),
        ("۲۰۲۳", "2023"),
        ("٢٠٢٣", "2023"),
        ("Élysée", "elysee"),
        ("«", '"'),
    ],
)
def test_spellings_fold_to_one(written, folded):
    assert script.fold(written) == folded
