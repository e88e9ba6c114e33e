"""Sentences and the events that they tell, and do not tell; the words are in tests/corpus/*/events*.toml."""

from __future__ import annotations

import pytest

from extract.errors import LanguageError
from extract.events import explain_events, find_events
from extract.events import lexicon as module
from extract.events.arabic import conjugate
from extract.events.english import conjugate as inflect
from extract.events.lexicon import Lexicon, lexicon
from extract.model import Basis, Document, EventType
from extract.script import fold
from tests.extract.events_corpus import Case, cases, faults, found_events, marked, told

ALL = [pytest.param(case, id=f"{code}: {case.text[:60]}") for code in ("ar", "en") for case in cases(code)]


@pytest.mark.parametrize("case", ALL)
def test_a_sentence_tells_its_events_and_no_other(case: Case) -> None:
    events = found_events(case)
    wrong = faults(case, events)
    assert not wrong, "\n".join([case.text, f"wanted {case.wanted or 'nothing'}", *wrong, *map(told, events)])


@pytest.mark.parametrize("case", ALL)
def test_every_evidence_quotes_the_text(case: Case) -> None:
    for event in found_events(case):
        evidence = [*event.triggers, *(item.evidence for item in event.evidence)]
        evidence += [p.evidence for p in event.participants if p.evidence]
        for each in evidence:
            assert case.document.text[each.start : each.end] == each.quote
        fields = {item.field for item in event.evidence}
        assert "type" in fields
        assert {f"{p.role}:{p.actor.id}" for p in event.participants} <= fields


@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_tables_hold_enough_and_a_third_tells_nothing(code: str) -> None:
    table = cases(code)
    quiet = sum(not case.wanted for case in table)
    assert len(table) >= {"ar": 400, "en": 200}[code]
    assert quiet * 3 >= len(table) * 0.9


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_type_has_words_and_cases(code: str) -> None:
    types = {sense.type for senses in lexicon(code)._senses.values() for sense in senses}
    assert set(EventType) <= types
    wanted = {part.split()[0] for case in cases(code) for part in case.wanted.split(" | ") if part}
    assert {kind.value for kind in EventType} <= wanted


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("هاجم", ["هاجمت", "يهاجم", "تهاجم", "يهاجمون", "هوجم", "هاجموا", "هاجمه"]),
        ("اتصل", ["يتصل", "اتصلت", "اتصلوا"]),
        ("التقى", ["التقت", "يلتقي", "التقوا", "التقاه", "التقيا"]),
        ("أدان", ["أدانت", "يدين", "أدين", "يدان"]),
        ("دعا", ["دعت", "يدعو", "دعوا"]),
        ("شنّ", ["شنت", "يشن", "تشن", "شنوا"]),
        ("اغتال", ["اغتالت", "يغتال", "اغتيل"]),
        ("استعاد", ["استعادت", "يستعيد", "استعيد"]),
        ("وصل", ["وصلت", "يصل", "تصل"]),
    ],
)
def test_arabic_verbs_have_their_forms(lemma: str, forms: list[str]) -> None:
    made = {word for word, _ in conjugate(lemma)}
    assert {fold(form) for form in forms} <= made


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", ["attacks", "attacked", "attacking"]),
        ("strike/struck", ["strikes", "struck", "striking"]),
        ("expel", ["expelled", "expelling"]),
        ("deny", ["denies", "denied", "denying"]),
        ("veto", ["vetoes"]),
    ],
)
def test_english_verbs_have_their_forms(lemma: str, forms: list[str]) -> None:
    assert set(forms) <= {word for word, _ in inflect(lemma)}


def test_the_same_text_gives_the_same_ids() -> None:
    case = marked("هاجم [مسلحون] [دورية للشرطة] في <سيناء>.", "", "ar")
    assert [e.id for e in found_events(case)] == [e.id for e in found_events(case)] != []


def test_a_language_without_words_has_no_events() -> None:
    assert find_events(Document.of("Der Präsident griff an.", language="de"), [], [], []) == []


def test_explain_says_what_was_rejected_and_why() -> None:
    case = marked("لم يهاجم [الجيش] <حلب>، وقصف [الطيران] <إدلب>.", "", "ar")
    lines = explain_events(case.document, [], case.places, case.actors)
    assert any(line.startswith("rejected") and "negated" in line for line in lines)
    assert any(line.startswith("assault (happened)") for line in lines)


def test_a_wrong_type_in_the_data_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = dict(module.load("en", "events"))
    table["verbs"] = [{"type": "atack", "words": "attack"}]
    monkeypatch.setattr(module, "load", lambda *_: table)
    with pytest.raises(LanguageError, match=r"languages/en/events.toml.*'atack'.*assault"):
        Lexicon("en")


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("قال [الوزير] يوم الأحد إنه التقى [السفير].", "2023-10-16"),
        ("[The minister] said on Sunday that he met [the ambassador].", "2023-10-16"),
        ("قال [الوزير] إنه التقى [السفير].", "2023-10-18"),
        ("[The minister] said that he met [the ambassador].", "2023-10-18"),
    ],
)
def test_what_is_told_in_the_past_was_not_later_than_it_is_told(sentence: str, end: str) -> None:
    [event] = found_events(marked(sentence, "", "en" if sentence.isascii() else "ar"))
    assert event.time.basis is Basis.BOUNDED
    assert event.time.interval is not None
    assert f"{event.time.interval.end:%Y-%m-%d}" == end
