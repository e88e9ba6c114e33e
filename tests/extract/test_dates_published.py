"""When an article was published, what people are told about its dates, and languages without a folder."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from extract.dates import explain_dates, find_dates, published_of, read_date
from extract.model import Document, Grain, Interval

OTHER = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "other" / "dates.toml").read_text(encoding="utf-8")
)


def article(text: str, published: str = "", **more: str) -> Document:
    day = datetime.fromisoformat(published) if published else None
    interval = Interval(day, day + timedelta(days=1), Grain.DAY) if day else None
    return Document(id="", text=text, published=interval, **more)


PUBLISHED = {
    "a dateline": ("القدس، 17 أكتوبر 2023 (أ ف ب) - أعلن الجيش أنه سيطر", "", "", "2023-10-17", "dateline"),
    "an English dateline": (
        "JERUSALEM, Oct. 17, 2023 (AP) — The army said",
        "",
        "",
        "2023-10-17",
        "dateline",
    ),
    "an address": ("قال أمس إنه", "", "https://news.example/2023/10/17/story", "2023-10-17", "url"),
    "an address with dashes": ("قال أمس إنه", "", "https://news.example/a-2023-10-17-b", "2023-10-17", "url"),
    "a month in an address": ("قال أمس إنه", "", "https://news.example/2023/10/story", "2023-10-01", "url"),
    "no address of a day": ("قال أمس إنه", "", "https://news.example/99999/story", None, ""),
    "what all say together": (
        "قال اليوم الاثنين 16 أكتوبر إن حربا بدأت عام 2022 وتستمر في 2023",
        "",
        "",
        "2023-10-16",
        "text",
    ),
    "several answers": ("قال اليوم الاثنين 16 أكتوبر", "", "", None, ""),
    "a crawl date": ("أعلن الوزير اليوم الاثنين أن", "2023-10-20", "", "2023-10-16", "corrected"),
    "a crawl date in English": (
        "The minister said today, Monday, that",
        "2023-10-20",
        "",
        "2023-10-16",
        "corrected",
    ),
    "a date that fits": ("أعلن الوزير اليوم الجمعة أن", "2023-10-20", "", "2023-10-20", "given"),
    "nothing said": ("أعلن الوزير ذلك", "", "", None, ""),
}


@pytest.mark.parametrize(("text", "given", "url", "day", "by"), PUBLISHED.values(), ids=PUBLISHED.keys())
def test_the_day_of_publication(text, given, url, day, by):
    interval, told_by, notices = published_of(article(text, given, url=url))
    assert (interval.start_iso if interval else None, told_by) == (day, by)
    assert bool(notices) == (told_by == "corrected") or "no day is chosen" in notices[0]


def test_without_a_day_of_publication_only_what_needs_none_is_resolved():
    found = find_dates(article("قال أمس إن الحرب بدأت في 7 أكتوبر 2023"))
    assert [(e.evidence.quote, e.interval is not None) for e in found] == [
        ("أمس", False),
        ("7 أكتوبر 2023", True),
    ]


def test_the_words_of_every_expression_are_the_words_of_the_text():
    text = "وقال \u200fبوتين، يـوم الاثنيـن، إنّ الأُسبوع الماضي كان…\nوبالأمس و٧ أكتوبر"
    for expression in find_dates(article(text, "2023-10-17")):
        evidence = expression.evidence
        assert text[evidence.start : evidence.end] == evidence.quote


def test_a_quoted_today_is_the_day_of_the_statement():
    text = "استقبل الوزير السفير يوم الاثنين.\nوجاء في البيان: “تحدث الوزير هذا المساء مع السفير عن الهدنة”."
    found = find_dates(article(text, "2023-10-18"))
    assert [(e.evidence.quote, e.interval.start_iso) for e in found] == [
        ("يوم الاثنين", "2023-10-16"),
        ("هذا المساء", "2023-10-16T18:00"),
    ]
    assert found[1].anchor == "statement 2023-10-16"


def test_the_seed_article_tells_four_times():
    seeds = Path(__file__).parents[2] / "seeds"
    text = next(seeds.glob("*811697c30d2ef955.txt")).read_text(encoding="utf-8")
    found = find_dates(article(text, "2023-10-17"))
    assert [(e.evidence.quote, e.interval.start_iso, e.interval.end_iso) for e in found] == [
        ("يوم الاثنين", "2023-10-16", "2023-10-17"),
        ("7 أكتوبر", "2023-10-07", "2023-10-08"),
        ("هذا المساء", "2023-10-16T18:00", "2023-10-17T00:00"),
        ("الأسبوع الماضي", "2023-10-09", "2023-10-16"),
    ]


def test_weeks_begin_where_the_reader_says():
    sunday = 6
    found = find_dates(article("الأسبوع الماضي", "2023-10-17", language="ar"), week_start=sunday)
    assert (found[0].interval.start_iso, found[0].interval.end_iso) == ("2023-10-08", "2023-10-15")


def test_people_are_told_both_calendars_the_rule_and_the_anchor():
    lines = "\n".join(explain_dates(article("وصل أمس وغادر عام 2014", "2023-10-17")))
    for told in (
        "أمس  [4:7]",
        "2023-10-16",
        "1445-04-01 AH",
        "ar/dates/relative_day",
        "published 2023-10-17",
        "none needed",
    ):
        assert told in lines


FIELD = {
    "أكتوبر 2023": ("2023-10-01", "2023-11-01"),
    "last week": ("2023-10-09", "2023-10-16"),
    "2023": ("2023-01-01", "2024-01-01"),
    "2023-10": ("2023-10-01", "2023-11-01"),
    "2023-10-07": ("2023-10-07", "2023-10-08"),
    "أمس": ("2023-10-16", "2023-10-17"),
    "March": ("2023-03-01", "2023-04-01"),
    "رمضان 1445": ("2024-03-11", "2024-04-10"),
    "القرن الماضي": ("1901-01-01", "2001-01-01"),
}


@pytest.mark.parametrize(("text", "ends"), FIELD.items(), ids=FIELD.keys())
def test_what_people_type_into_a_date_field(text, ends):
    interval = read_date(text, date(2023, 10, 17))
    assert (interval.start_iso, interval.end_iso) == ends


@pytest.mark.parametrize("text", ["", "hello", "31 فبراير 2023", "Monday or some day in 2011 or 2014"])
def test_what_is_no_date_is_none(text):
    assert read_date(text, date(2023, 10, 17)) is None


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [(code, text, value) for code, table in OTHER.items() for text, value in table.items()],
)
def test_other_languages_go_through_dateparser_and_say_so(code, text, value):
    found = find_dates(article(text, "2023-10-17", language=code))
    shown = [
        (f"{e.interval.start_iso}/{e.interval.end_iso} {e.interval.grain}", e.evidence.rule) for e in found
    ]
    assert shown == [(value, f"dateparser/{code}")]
