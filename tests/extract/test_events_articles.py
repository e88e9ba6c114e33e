"""Whole articles through the whole pipeline: the floors hold, and what must never happen does not."""

from __future__ import annotations

import pytest

from benchmarks.events import events_of, floors, score
from benchmarks.wanted import articles
from extract.model import Basis, Status


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_score_holds_its_floor(language: str) -> None:
    total = score(language)
    assert total.f1 >= floors()[language], f"{language}: F1 {total.f1:.3f} of {total.wanted} events"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_score_holds_its_floor_with_names_and_times_strictly_matched(language: str) -> None:
    total = score(language, strict=True)
    assert total.f1 >= floors("strict")[language], f"{language}: F1 {total.f1:.3f} of {total.wanted} events"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_there_are_enough_articles_of_which_some_tell_nothing(language: str) -> None:
    table = articles(language)
    assert len(table) >= {"ar": 40, "en": 20}[language]
    assert sum(not wanted for _, _, wanted in table) >= {"ar": 5, "en": 2}[language]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_article_that_tells_nothing_gives_nothing(language: str) -> None:
    for name, document, wanted in articles(language):
        if not wanted:
            assert [e for e in events_of(document) if e.status is Status.HAPPENED] == [], name


@pytest.mark.parametrize("language", ["ar", "en"])
def test_times_say_what_they_rest_on(language: str) -> None:
    for _, document, _ in articles(language):
        for event in events_of(document):
            assert (event.time.interval is None) == (event.time.basis is Basis.NONE)
            stated = any(item.field == "time" for item in event.evidence)
            assert stated == (event.time.basis in {Basis.STATED, Basis.INHERITED})
