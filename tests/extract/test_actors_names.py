"""The name in a mention, whom a phrase names besides, who is who of two of one name, and what is told of merges."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from extract.actors import explain_actors, find_actors
from extract.actors.demonyms import find_demonyms
from extract.actors.scene import scene_of
from extract.jsonl import answers
from extract.model import ActorKind, Document, Grain, Interval

DAY = datetime.fromisoformat("2023-10-17")
PUBLISHED = Interval(DAY, DAY + timedelta(days=1), Grain.DAY)


def document(text: str) -> Document:
    return Document.of(text, published=PUBLISHED)


def printed(text: str) -> list[tuple[str, str]]:
    """The actors of `annotate`: words and id."""
    line = json.dumps({"id": "1", "text": text, "published": "2023-10-17"}).encode()
    (answer,) = answers([line], {"actors"})
    for one in answer["actors"]:
        assert text[one["start"] : one["end"]] == one["text"]
    return [(one["text"], one["actor"]["id"]) for one in answer["actors"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الرئيس الروسي فلاديمير بوتين ذلك", [("فلاديمير بوتين", "vladimir-putin")]),
        ("قال الرئيس الروسي ذلك", [("الرئيس الروسي", "vladimir-putin")]),
        ("وبحسب الدكتور حسام أبو صفية فإن المستشفى خرج عن الخدمة", [("حسام أبو صفية", "hussam-abu-safiya")]),
        ("زار البابا فرنسيس المخيم", [("فرنسيس", "pope-francis")]),
        (
            "قال الأمين العام لحزب الله حسن نصر الله ذلك",
            [("حزب الله", "hezbollah"), ("حسن نصر الله", "hassan-nasrallah")],
        ),
        ("Russian President Vladimir Putin said so", [("Vladimir Putin", "vladimir-putin")]),
        ("The Russian president said so", [("Russian president", "vladimir-putin")]),
        ("Presidents Putin and Xi met in Moscow.", [("Putin", "vladimir-putin"), ("Xi", "xi-jinping")]),
        ("Putin met Xi.", [("Putin", "vladimir-putin"), ("Xi", "xi-jinping")]),
        (
            "قال الرئيسان فلاديمير بوتين وشي جين بينغ ذلك",
            [("فلاديمير بوتين", "vladimir-putin"), ("شي جين بينغ", "xi-jinping")],
        ),
        ("دعت القوى الكبرى إلى الهدوء", []),
        (
            "vladimir putin met joe biden in geneva",
            [("vladimir putin", "vladimir-putin"), ("joe biden", "joe-biden")],
        ),
    ],
)
def test_annotate_prints_the_name_where_there_is_one_else_the_phrase(text, expected):
    assert printed(text) == expected


def test_a_mention_keeps_its_whole_phrase_for_events():
    (mention,) = find_actors(document("قال الرئيس الروسي فلاديمير بوتين ذلك"))
    assert mention.evidence.quote == "الرئيس الروسي فلاديمير بوتين"
    assert mention.name is not None


def test_two_of_one_name_stay_two_where_their_offices_are_of_different_countries():
    text = "قال وزير الصحة المصري سامح عبد الحكيم ذلك. ورد وزير الصحة التونسي سامح عبد الحكيم بغيره."
    first, second = (mention.actor for mention in find_actors(document(text)))
    assert first.id != second.id
    assert (first.country, second.country) == ("EG", "TN")


def test_it_is_told_who_was_merged_with_whom_and_why():
    text = "وصل المهندس سامح عبد الحكيم إلى القاهرة. وقال عبد الحكيم إن العمل انتهى."
    lines = explain_actors(document(text))
    assert any("part of a name told in full" in line and "سامح عبد الحكيم" in line for line in lines)


def test_a_prince_with_a_given_name_alone_is_nobody_known():
    ids = [mention.actor.id for mention in find_actors(document("وصل الأمير محمد إلى السعودية"))]
    assert "mohammed-bin-salman" not in ids


def test_the_european_union_is_an_organisation():
    (mention,) = find_actors(document("فرض الاتحاد الأوروبي عقوبات"))
    assert mention.actor.kind is ActorKind.ORGANISATION


def test_the_readers_of_one_document_share_its_scene():
    one = document("قال الرئيس الروسي فلاديمير بوتين ذلك")
    find_actors(one)
    scene = scene_of(one)
    find_demonyms(one)
    assert scene_of(one) is scene
