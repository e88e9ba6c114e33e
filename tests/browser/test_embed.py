"""The page in somebody's article: another origin frames it, hears from it and drives it, if it is on the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.app import create_app
from tests.browser.conftest import copied
from tests.browser.reading import expect_shown, expected, wait_drawn
from tests.browser.site import host_page, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Frame

    from tests.browser.conftest import Site

PUTIN = "vladimir-putin"
ARTICLE = """<!DOCTYPE html><html lang="ar" dir="rtl"><body><h1>مقال</h1>
<iframe src="{site}/embed?lang=ar" style="width:700px;height:300px;border:0" data-events-timeline {more}></iframe>
<script>
  window.heard = [];
  window.addEventListener('message', (event) => window.heard.push({{ origin: event.origin, ...event.data }}));
</script>
<script src="{site}/embed.js"></script></body></html>"""


@pytest.fixture(scope="module")
def article(site: Site) -> Iterator[str]:
    with served(host_page(ARTICLE.format(site=site.url, more=""))) as url:
        yield url


def heard(page: Page, type_: str) -> dict[str, Any]:
    """The newest message of a type that the article got from its frame."""
    page.wait_for_function("(type) => window.heard.some((one) => one.type === type)", arg=type_)
    return dict(page.evaluate("(type) => window.heard.filter((one) => one.type === type).pop()", type_))


def say(page: Page, message: dict[str, Any]) -> None:
    whole = {"source": "events-timeline", "version": 1, **message}
    page.evaluate(
        "(message) => document.querySelector('iframe').contentWindow.postMessage(message, '*')", whole
    )


def inside(page: Page) -> Frame:
    frame = page.query_selector("iframe").content_frame()
    assert frame
    return frame


def opened(page: Page, article: str) -> Frame:
    page.goto(article)
    heard(page, "ready")
    frame = inside(page)
    wait_drawn(frame)
    return frame


def test_an_article_on_another_port_hears_that_it_is_ready_and_how_tall(
    page: Page, site: Site, article: str, problems: list[str]
) -> None:
    frame = opened(page, article)
    ready = heard(page, "ready")
    assert (ready["source"], ready["version"], ready["origin"]) == ("events-timeline", 1, site.url)
    assert ready["count"] == len(expected(site.store).all)
    expect_shown(frame, expected(site.store))
    height = heard(page, "height")["height"]
    assert height > 300
    expect(page.locator("iframe")).to_have_css("height", f"{height}px")
    assert frame.evaluate("() => document.documentElement.scrollHeight - window.innerHeight") <= 0
    assert problems == []


@pytest.mark.usefixtures("problems")
def test_an_article_sets_filters_and_hears_of_them(page: Page, site: Site, article: str) -> None:
    frame = opened(page, article)
    say(page, {"type": "setFilters", "filters": {"actor": [PUTIN]}})
    his = expected(site.store, PUTIN)
    expect_shown(frame, his)
    page.wait_for_function(
        "(n) => window.heard.some((one) => one.type === 'state' && one.count === n)", arg=len(his.all)
    )
    state = heard(page, "state")
    assert state["filters"] == {"lang": "ar", "actor": [PUTIN]}
    say(page, {"type": "setFilters", "filters": {"actor": None}})
    expect_shown(frame, expected(site.store))


@pytest.mark.usefixtures("problems")
def test_the_frame_shrinks_with_what_it_shows(page: Page, article: str) -> None:
    opened(page, article)
    tall = heard(page, "height")["height"]
    say(page, {"type": "setFilters", "filters": {"q": "لا توجد هذه الكلمة"}})
    page.wait_for_function(
        "(tall) => window.heard.filter((one) => one.type === 'height').pop().height < tall", arg=tall
    )


@pytest.mark.usefixtures("problems")
def test_an_article_opens_an_event_and_hears_when_the_reader_closes_it(
    page: Page, site: Site, article: str
) -> None:
    frame = opened(page, article)
    event = min(expected(site.store).all)
    say(page, {"type": "select", "id": event})
    expect(frame.get_by_role("dialog")).to_be_visible()
    assert heard(page, "select")["id"] == event
    frame.get_by_role("dialog").get_by_role("button").first.click()
    page.wait_for_function("() => window.heard.filter((one) => one.type === 'select').pop().id === null")


@pytest.mark.usefixtures("problems")
def test_the_theme_and_the_state(page: Page, article: str) -> None:
    frame = opened(page, article)
    say(page, {"type": "setTheme", "theme": "dark"})
    expect(frame.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    say(page, {"type": "getState", "request": "mine"})
    page.wait_for_function("() => window.heard.some((one) => one.type === 'state' && one.request === 'mine')")


@pytest.mark.usefixtures("problems")
@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"type": "setFilters", "filters": {"colour": "red"}}, "unknown-filter"),
        ({"type": "setFilters", "filters": {"from": ["2023", "2024"]}}, "bad-value"),
        ({"type": "setFilters", "filters": {"actor": [{}]}}, "bad-value"),
        ({"type": "setFilters", "filters": "all"}, "bad-message"),
        ({"type": "setTheme", "theme": "pink"}, "bad-value"),
        ({"type": "constructor"}, "unknown-type"),
        ({"type": "getState", "version": 2}, "bad-version"),
    ],
)
def test_a_message_that_cannot_be_used_is_told_and_changes_nothing(
    page: Page, article: str, message: dict[str, Any], code: str
) -> None:
    frame = opened(page, article)
    before = frame.evaluate("() => location.search")
    say(page, {**message, "request": 7})
    error = heard(page, "error")
    assert (error["code"], error["request"]) == (code, 7)
    assert frame.evaluate("() => location.search") == before


@pytest.mark.usefixtures("problems")
def test_a_message_from_anyone_but_the_article_changes_nothing(page: Page, site: Site) -> None:
    attack = """<script>
      const put = { source: 'events-timeline', version: 1, type: 'setFilters', filters: { q: 'forged' } };
      window.onmessage = () => { parent.frames[0].postMessage(put, '*'); parent.postMessage('attacked', '*'); };
    </script>"""
    with served(host_page(attack)) as attacker:
        page_of = ARTICLE.format(site=site.url, more="") + f'<iframe src="{attacker}"></iframe>'
        with served(host_page(page_of)) as url:
            frame = opened(page, url)
            page.evaluate(
                "() => window.addEventListener('message', (e) => { window.attacked ||= e.data === 'attacked'; })"
            )
            page.evaluate("() => frames[1].postMessage('go', '*')")
            page.wait_for_function("() => window.attacked")
            say(page, {"type": "getState", "request": "after"})
            page.wait_for_function("() => window.heard.some((one) => one.request === 'after')")
            assert "forged" not in frame.evaluate("() => location.search")


@pytest.mark.parametrize("path", ["/embed", "/"])
def test_an_origin_that_is_not_on_the_list_is_refused(page: Page, site: Site, path: str) -> None:
    app = create_app(str(copied(site.path, f"closed{len(path)}")), embed_origins=("https://news.example",))
    with served(app.server) as closed, served(host_page(f'<iframe src="{closed}{path}"></iframe>')) as url:
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(url)
        assert inside(page).url == "chrome-error://chromewebdata/"


@pytest.mark.usefixtures("problems")
def test_the_page_itself_is_not_framed_even_by_those_on_the_list(page: Page, site: Site) -> None:
    headers = page.request.get(site.url).headers
    assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert headers["x-frame-options"] == "SAMEORIGIN"


@pytest.mark.usefixtures("problems")
def test_the_embed_works_in_a_sandbox_and_keeps_nothing(page: Page, site: Site) -> None:
    sandboxed = ARTICLE.format(site=site.url, more='sandbox="allow-scripts allow-same-origin"')
    with served(host_page(sandboxed)) as url:
        frame = opened(page, url)
        expect_shown(frame, expected(site.store))
        assert page.context.cookies() == []
        assert frame.evaluate("() => localStorage.length + sessionStorage.length") == 0


@pytest.mark.usefixtures("problems")
@pytest.mark.parametrize(
    ("parts", "seen", "unseen"),
    [
        ("map", ["#map"], ["#timeline", "#list", "#filters"]),
        ("timeline,table", ["#timeline", "#list"], ["#map", "#filters"]),
    ],
)
def test_only_the_parts_that_are_asked_for(
    page: Page, site: Site, parts: str, seen: list[str], unseen: list[str]
) -> None:
    page.goto(f"{site.url}/embed?lang=en&parts={parts}")
    for part in seen:
        expect(page.locator(part)).to_be_visible()
    for part in unseen:
        expect(page.locator(part)).to_have_count(0)
    expect(page.locator("#count")).to_contain_text(re.compile(r"\d+ events"))
