"""Every word that the page shows is there, in both languages, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale

from dashboard import words
from dashboard.charts.lanes import KINDS
from dashboard.charts.others import REASONS
from dashboard.filters import GROUPS, LANGUAGES
from dashboard.palette import FAMILIES
from dashboard.units import UNITS
from extract.model import ActorKind, Basis, EventType, Grain, Status

SOURCE = Path(words.__file__).parent
# A key is written whole in the source, or its last part comes from one of these.
OPEN = {
    "type": list(EventType),
    "status": list(Status),
    "kind": list(ActorKind),
    "family": list(FAMILIES),
    "unit": list(UNITS),
    "grain": list(Grain),
    "empty": GROUPS,
    "timeline": KINDS,
    "field": ["type", "time", "place", "killed", "injured", "source", "target", "attributed_to", "status"],
    "published_from": ["url", "dateline", "text", "corrected"],
    "notice": ["unknown", "unreadable", "backwards"],
    "filter": ["actor", "type", "status", "place", "time", "q", "from", "to"],
    "page": ["title", "subtitle", "no_script", "lost"],
    "list": ["oldest", "newest"],
    "map": ["closer", "farther", "seen", "whole"],
}
KEY = re.compile(r"""["']([a-z]+\.[a-z_.]+)["']""")
COUNTED = re.compile(r"""counted\([^"']*["']([a-z]+\.[a-z_]+)["']""")
PLURAL = re.compile(r"^([a-z]+\.[a-z_]+)\.(zero|one|two|few|many|other)$")


def stems(lang: str) -> set[str]:
    return {PLURAL.sub(r"\1", key) for key in words.load(lang)}


def used() -> set[str]:
    written = {key for file in SOURCE.rglob("*.py") for key in KEY.findall(file.read_text("utf-8"))}
    sections = {key.partition(".")[0] for key in words.load("en")}
    built = {f"{section}.{value}" for section, values in OPEN.items() for value in values}
    hints = {f"filter.{name}_{what}" for name in ("actor", "place") for what in ("search",)}
    hints |= {f"filter.{name}_hint" for name in ("from", "to", "q", "sure")}
    bases = {f"card.{basis}{plain}" for basis in (Basis.STATED, Basis.INHERITED) for plain in ("", "_plain")}
    reasons = {f"card.same_{reason}" for reason in REASONS.values()}
    bases |= reasons
    return {key for key in written if key.partition(".")[0] in sections} | built | hints | bases


def not_a_word(key: str) -> bool:
    """Component properties and file names look like keys."""
    return key.rpartition(".")[2] in {"children", "figure", "style", "data", "toml", "css"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_missing(lang: str) -> None:
    assert {key for key in used() if not not_a_word(key)} - stems(lang) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_left_over(lang: str) -> None:
    assert stems(lang) - used() == set()


def test_both_languages_have_the_same_words_with_the_same_slots() -> None:
    slots = {
        lang: {
            stem: {
                slot
                for key, text in words.load(lang).items()
                if PLURAL.sub(r"\1", key) == stem
                for slot in re.findall(r"\{(\w+)\}", text)
            }
            for stem in stems(lang)
        }
        for lang in LANGUAGES
    }
    assert slots["ar"] == slots["en"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_plural_has_all_forms_of_its_language(lang: str) -> None:
    rule = Locale(lang).plural_form
    needed = {rule(n) for n in range(1000)}
    forms: dict[str, set[str]] = {}
    for key in words.load(lang):
        if PLURAL.search(key):
            stem, _, form = key.rpartition(".")
            forms.setdefault(stem, set()).add(form)
    assert {stem: needed - found for stem, found in forms.items() if needed - found} == {}


PLURALS = {
    "ar": {
        0: "لا أحداث",
        1: "حدث واحد",
        2: "حدثان",
        7: "7 أحداث",
        11: "11 حدثا",
        100: "100 حدث",
        1300: "1,300 حدث",
    },
    "en": {0: "0 events", 1: "1 event", 2: "2 events", 1300: "1,300 events"},
}


@pytest.mark.parametrize(("lang", "count"), [(lang, n) for lang, table in PLURALS.items() for n in table])
def test_things_are_counted_as_the_language_counts(lang: str, count: int) -> None:
    assert words.counted(lang, "count.events", count) == PLURALS[lang][count]


def test_a_missing_word_says_where_to_add_it() -> None:
    with pytest.raises(words.MissingWordError, match=r"dashboard/words/ar\.toml: no word 'page\.nothing'"):
        words.word("ar", "page.nothing")
