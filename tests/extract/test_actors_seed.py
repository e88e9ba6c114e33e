"""The seed article: every actor that a careful reader finds in it, in order, and nobody else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from extract.actors import find_actors
from extract.model import Document, Grain, Interval

SEED = Path(__file__).parents[2] / "seeds" / "000_811697c30d2ef955.txt"
READ = [
    ("الرئيس الروسي فلاديمير بوتين", "vladimir-putin"),
    ("رئيس الوزراء الإسرائيلي بنيامين نتنياهو", "benjamin-netanyahu"),
    ("بوتين", "vladimir-putin"),
    ("1300 إسرائيلي", "people-il"),
    ("حماس", "hamas"),
    ("إسرائيل", "state-il"),
    ("رويترز", "reuters"),
    ("لكرملين", "kremlin"),
    ("بوتين", "vladimir-putin"),
    ("بوتين", "vladimir-putin"),
    ("نتنياهو", "benjamin-netanyahu"),
    ("حماس", "hamas"),
    ("الرئيس الروسي", "vladimir-putin"),
    ("الصين", "state-cn"),
    ("الوكالة", "reuters"),
    ("المتحدث الروسي", "spokesperson-ru"),
    ("روسيا", "state-ru"),
    ("مجلس الأمن", "security-council"),
    ("لأمم المتحدة", "united-nations"),
    ("بوتين", "vladimir-putin"),
    ("نتنياهو", "benjamin-netanyahu"),
    ("الرئيس السوري بشار الأسد", "bashar-al-assad"),
    ("الرئيس الإيراني إبراهيم رئيسي", "ebrahim-raisi"),
    ("الرئيس المصري عبد الفتاح السيسي", "abdel-fattah-al-sisi"),
    ("رئيس السلطة الفلسطينية محمود عباس", "mahmoud-abbas"),
    ("الكرملين", "kremlin"),
    ("الرئيس الروسي فلاديمير بوتين", "vladimir-putin"),
    ("الولايات المتحدة", "state-us"),
    ("إسرائيل", "state-il"),
    ("حماس", "hamas"),
    ("مكتب نتنياهو", "office-of-benjamin-netanyahu"),
    ("رئيس الوزراء الإسرائيلي نتنياهو", "benjamin-netanyahu"),
    ("الرئيس الروسي فلاديمير بوتين", "vladimir-putin"),
    ("رئيس الوزراء", "benjamin-netanyahu"),
    ("إسرائيل", "state-il"),
    ("حماس", "hamas"),
    ("نتنياهو", "benjamin-netanyahu"),
    ("بايدن", "joe-biden"),
    ("حماس", "hamas"),
    ("روسيا", "state-ru"),
    ("روسيا", "state-ru"),
    ("إيران", "state-ir"),
    ("الولايات المتحدة", "state-us"),
    ("إسرائيل", "state-il"),
    ("إيران", "state-ir"),
    ("روسيا", "state-ru"),
    ("أوكرانيا", "state-ua"),
    ("إيران", "state-ir"),
    ("حماس", "hamas"),
    ("إسرائيل", "state-il"),
    ("بوتين", "vladimir-putin"),
    ("إسرائيل", "state-il"),
    ("حماس", "hamas"),
    ("بوتين", "vladimir-putin"),
    ("رئيسي", "ebrahim-raisi"),
    ("وسائل الإعلام الرسمية الإيرانية", "media-ir"),
    ("الرئيس الإيراني", "ebrahim-raisi"),
    ("الفلسطينيين", "people-ps"),
    ("وسائل الإعلام الرسمية الإيرانية", "media-ir"),
    ("رئيسي", "ebrahim-raisi"),
    ("إسرائيل", "state-il"),
    ("الفلسطينيين", "people-ps"),
    ("رويترز", "reuters"),
]


def test_the_seed_article_names_exactly_these_actors():
    day = Interval(datetime.fromisoformat("2023-10-17"), datetime.fromisoformat("2023-10-18"), Grain.DAY)
    document = Document.of(SEED.read_text(encoding="utf-8"), published=day)
    assert [(m.evidence.quote, m.actor.id) for m in find_actors(document)] == READ


def test_every_mention_quotes_the_text_and_none_overlap():
    document = Document.of(SEED.read_text(encoding="utf-8"))
    end = 0
    for mention in find_actors(document):
        evidence = mention.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.start >= end
        end = evidence.end
