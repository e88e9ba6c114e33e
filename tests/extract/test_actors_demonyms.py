"""Demonyms are states with the kind `demonym`, found beside places and never instead of them."""

import pytest

from extract.model import Document
from extract.pipeline import annotate

FOUND = {
    "قال مسؤول إيراني إن الروس غادروا": [("إيراني", "ir"), ("الروس", "ru")],
    "وبالفرنسيين والأتراك": [("الفرنسيين", "fr"), ("الأتراك", "tr")],
    "منظمة تركية والسينما الهندية": [("تركية", "tr"), ("الهندية", "in")],
    "The Polish minister and two Germans polish it": [("Polish", "pl"), ("Germans", "de")],
    "an American city": [("American", "us")],
}
NONE = ["الوزير المالي", "polish the floor", "زار موسكو وطهران", "Iran and Russia", "عاد إلى السعودية"]


@pytest.mark.parametrize(("text", "found"), FOUND.items(), ids=FOUND)
def test_a_demonym_is_its_state(text, found):
    places = annotate(Document.of(text)).places
    assert [(one.evidence.quote, one.place.id) for one in places if one.place.kind == "demonym"] == found


@pytest.mark.parametrize("text", NONE)
def test_places_and_common_words_are_no_demonyms(text):
    assert [
        one.evidence.quote for one in annotate(Document.of(text)).places if one.place.kind == "demonym"
    ] == []


def test_a_demonym_is_no_event_s_place():
    found = annotate(Document.of("قتل جنود إيرانيون ثلاثة مدنيين يوم الاثنين."))
    assert any(one.place.kind == "demonym" for one in found.places)
    assert all(event.place is None for event in found.events)
