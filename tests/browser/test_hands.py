"""Every control of the page, used as a reader does, on events made by hand: the count is always the store's."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from dashboard import queries, url
from dashboard.app import create_app
from extract.store import Store
from tests.browser.reading import wait_drawn
from tests.browser.site import served
from tests.dashboard.conftest import ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("problems")
LATER = {"ar": "ArrowLeft", "en": "ArrowRight"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("hands") / "events.duckdb") as made:
        made.add(ANNOTATIONS)
        yield made


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with served(create_app(store.name).server) as at:
        yield at


def opened(page: Page, address: str, search: str) -> None:
    page.goto(address + "/" + search)
    wait_drawn(page)


def expect_count(page: Page, store: Store) -> None:
    """The number on the page is the store's answer to the page's own URL, wherever that comes to rest."""
    for last in (False, False, True):
        asked = page.evaluate("() => location.search")
        filters, _ = url.read(asked)
        events = queries.totals(store, filters).events
        try:
            expect(page.locator("#count [data-events]")).to_have_attribute("data-events", str(events))
        except AssertionError:
            if last or page.evaluate("() => location.search") == asked:
                raise
        else:
            return


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_keys_alone_go_along_the_timeline_and_open_an_event(page: Page, address: str, lang: str) -> None:
    opened(page, address, f"?lang={lang}")
    page.focus("#timeline-frame")
    for _ in range(3):
        page.keyboard.press(LATER[lang])
    expect(page.locator("#timeline-said")).to_contain_text(re.compile(r"\d{4}"))
    page.keyboard.press("Enter")
    expect(page.locator("#card .fields")).to_be_visible()
    assert "id=" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#card .fields")).to_be_hidden()
    assert "id=" not in page.url


TYPED = {
    "7 أكتوبر 2023": "from=2023-10-07",
    "October 2023": "from=2023-10",
    "2024": "from=2024",
    "٢٠٢٤": "from=2024",
}


@pytest.mark.parametrize("text", TYPED)
def test_a_date_is_typed_as_people_write_it(page: Page, address: str, store: Store, text: str) -> None:
    opened(page, address, "?lang=ar")
    page.fill("#filter-from", text)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(TYPED[text] + "$"))
    expect_count(page, store)


def test_a_date_that_cannot_be_read_says_so_and_changes_nothing(page: Page, address: str) -> None:
    opened(page, address, "?lang=en")
    page.fill("#filter-to", "once upon a time")
    page.keyboard.press("Enter")
    expect(page.get_by_text("This date cannot be read")).to_be_visible()
    assert page.url.endswith("?lang=en")


def test_words_find_whatever_the_spelling_and_a_chip_lets_them_go(
    page: Page, address: str, store: Store
) -> None:
    opened(page, address, "?lang=ar")
    page.fill("#filter-q", "الاسرائيلى")
    page.wait_for_url(re.compile("q="))
    expect_count(page, store)
    page.locator(".chip").click()
    page.wait_for_url(lambda at: "q=" not in at)
    expect(page.locator("#filter-q")).to_have_value("")
    expect_count(page, store)


@pytest.mark.parametrize(("lang", "name"), [("ar", "putin"), ("en", "بوتين"), ("ar", "الاسد")])
def test_an_actor_is_found_by_a_name_in_either_language(
    page: Page, address: str, store: Store, lang: str, name: str
) -> None:
    opened(page, address, f"?lang={lang}")
    page.click("#filter-actor")
    page.keyboard.type(name)
    option = page.get_by_role("option")
    expect(option).to_have_count(1)
    option.click()
    page.wait_for_url(re.compile("actor="))
    expect_count(page, store)


def test_an_empty_result_offers_the_way_out(page: Page, address: str, store: Store) -> None:
    opened(page, address, "?lang=en&actor=hamas&type=assault&from=2024")
    expect(page.locator("#advice")).to_contain_text("would show 1 event")
    page.locator("#advice .plain").first.click()
    page.wait_for_url(lambda at: "from=" not in at)
    expect_count(page, store)
    expect(page.locator("#advice .empty")).to_have_count(0)


def test_the_other_language_keeps_what_is_shown(page: Page, address: str, store: Store) -> None:
    opened(page, address, "?lang=en&type=consult")
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url(re.compile("lang=ar"))
    wait_drawn(page)
    assert page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    assert "type=consult" in page.url
    expect_count(page, store)


def test_on_a_phone_the_filters_come_in_from_the_side(page: Page, address: str, store: Store) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, address, "?lang=ar")
    expect(page.locator("#filters")).to_be_hidden()
    page.locator(".opener").click()
    expect(page.locator("#filters")).to_be_visible()
    page.locator("#filter-type .choice").first.click()
    expect_count(page, store)
    page.locator("#show").click()
    expect(page.locator("#filters")).to_be_hidden()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


# Chosen and pressed in one go: the views are drawn anew one after the other, and a choice may be gone meanwhile.
PRESS = """chance => {
  const all = [...document.querySelectorAll("#filters .choice, .chip, #advice .plain, #timeline-note .plain")]
    .filter(one => one.offsetParent !== null);
  if (!all.length) return false;
  all[Math.floor(chance * all.length)].click();
  return true;
}"""


@pytest.mark.parametrize("seed", range(1, 5))
def test_wherever_a_walk_of_clicks_leads_the_count_is_the_store_s(
    page: Page, address: str, store: Store, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a walk, no secret
    opened(page, address, f"?lang={chance.choice(['ar', 'en'])}")
    steps = 0
    for _ in range(12):
        before = page.url
        if steps and chance.random() < 0.2:
            page.go_back()
            steps -= 1
        elif page.evaluate(PRESS, chance.random()):
            steps += page.url != before
        expect_count(page, store)
