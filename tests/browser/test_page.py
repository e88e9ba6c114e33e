"""The page of the seed article: every filter moves every view, and the URL is the state."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import launch_args
from tests.browser.reading import expect_shown, expected, shown, wait_drawn

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

    from tests.browser.conftest import Site

pytestmark = pytest.mark.usefixtures("problems")
PUTIN = "vladimir-putin"


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_shows_the_seed_and_complains_of_nothing(
    page: Page, site: Site, lang: str, direction: str, theme: str
) -> None:
    page.goto(f"{site.url}/?lang={lang}&theme={theme}")
    expect_shown(page, expected(site.store))
    assert page.locator("html").get_attribute("dir") == direction
    assert page.locator("html").get_attribute("lang") == lang
    assert page.evaluate("() => getComputedStyle(document.querySelector('#page')).direction") == direction
    assert page.evaluate("() => window.refused") == []


@pytest.mark.parametrize(
    ("locale", "direction"), [("ar", "rtl"), ("ar-EG", "rtl"), ("en-GB", "ltr"), ("fr", "ltr")]
)
def test_a_browser_is_answered_in_its_language(browser, site: Site, locale: str, direction: str) -> None:
    with browser.new_context(locale=locale) as context:
        page = context.new_page()
        page.goto(site.url)
        assert page.locator("html").get_attribute("dir") == direction


def pick(page: Page, actor: str) -> None:
    page.locator(f'#choices-actor [data-toggle="actor={actor}"]').click()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_picking_putin_leaves_what_the_store_has_for_him(page: Page, site: Site, lang: str) -> None:
    page.goto(f"{site.url}/?lang={lang}")
    wait_drawn(page)
    pick(page, PUTIN)
    his = expected(site.store, PUTIN)
    assert 0 < len(his.all) < len(expected(site.store).all)
    expect_shown(page, his)
    expect(page).to_have_url(re.compile(rf"actor={PUTIN}"))


def brush(page: Page, low: float, high: float) -> tuple[datetime, datetime]:
    """Drag over a part of the timeline; the days at its ends, the earlier first."""
    box: FloatRect | None = page.locator("#timeline .nsewdrag").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    xs = [box["x"] + box["width"] * part for part in (low, high)]
    page.mouse.move(xs[0], y)
    page.mouse.down()
    page.mouse.move(sum(xs) / 2, y + 10)
    page.mouse.move(xs[1], y + 10)
    days = page.evaluate(
        """(xs) => {
          const graph = document.querySelector('#timeline .js-plotly-plot');
          const axis = graph._fullLayout.xaxis;
          const left = graph.querySelector('.nsewdrag').getBoundingClientRect().left;
          return xs.map((x) => axis.p2d(x - left)).sort();
        }""",
        xs,
    )
    page.mouse.up()
    first, last = (datetime.fromisoformat(day.replace(" ", "T")) for day in days)
    return first, last


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("ends", [(0.3, 0.7), (0.7, 0.3)], ids=["to the right", "to the left"])
def test_brushing_the_timeline_sets_the_dates_and_everything_follows(
    page: Page, site: Site, lang: str, ends: tuple[float, float]
) -> None:
    page.goto(f"{site.url}/?lang={lang}")
    whole = expected(site.store)
    expect_shown(page, whole)
    first, last = brush(page, *ends)
    expect(page).to_have_url(re.compile(r"from=\d{4}.*to=\d{4}"))
    since, until = asked(page)
    assert since <= first
    assert last <= until
    within = expected(site.store, since=since, until=until)
    expect_shown(page, within)
    assert len(within.all) < len(whole.all)


def asked(page: Page) -> tuple[datetime, datetime]:
    """The half-open days of the URL."""
    told = dict(re.findall(r"(from|to)=([\d-]+)", page.url))
    assert all(len(value) == len("2023-10-07") for value in told.values())
    return datetime.fromisoformat(told["from"]), datetime.fromisoformat(told["to"]) + timedelta(days=1)


def test_a_shared_link_shows_the_same(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=ar")
    wait_drawn(page)
    pick(page, PUTIN)
    expect_shown(page, expected(site.store, PUTIN))
    brush(page, 0.2, 0.8)
    expect(page).to_have_url(re.compile("from="))
    since, until = asked(page)
    expect_shown(page, expected(site.store, PUTIN, since, until))
    before, link = shown(page), page.url
    page.goto("about:blank")
    page.goto(link)
    expect_shown(page, expected(site.store, PUTIN, since, until))
    assert shown(page) == before


def test_back_undoes_each_filter(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=en")
    whole = expected(site.store)
    expect_shown(page, whole)
    pick(page, PUTIN)
    his = expected(site.store, PUTIN)
    expect_shown(page, his)
    brush(page, 0.4, 0.6)
    expect(page).to_have_url(re.compile("from="))
    expect_shown(page, expected(site.store, PUTIN, *asked(page)))
    page.go_back()
    expect_shown(page, his)
    page.go_back()
    expect_shown(page, whole)
    page.go_forward()
    expect_shown(page, his)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_phone_scrolls_only_down(browser, site: Site, lang: str, path: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, locale=lang) as context:
        page = context.new_page()
        page.goto(f"{site.url}{path}")
        wait_drawn(page)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_click_on_the_map_picks_the_place(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=ar")
    wait_drawn(page)
    told = site.store.table("events").select("place_id", "lat", "lon").to_pyarrow().to_pylist()
    place = page.evaluate(
        """(places) => {
          const map = document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map;
          const box = map.getCanvas().getBoundingClientRect();
          for (const { place_id: id, lat, lon } of places) {
            const at = map.project([lon, lat]);
            if (at.x > 60 && at.y > 20 && at.x < box.width - 20 && at.y < box.height - 30) return { id, x: at.x, y: at.y };
          }
          return null;
        }""",
        [one for one in told if one["lat"] is not None],
    )
    assert place, "the map of the seed shows none of its places"
    canvas = page.locator("#map .maplibregl-canvas")
    canvas.hover(position={"x": place["x"], "y": place["y"]})
    expect(page.locator("#map .hoverlayer .hovertext")).to_be_visible()
    canvas.click(position={"x": place["x"], "y": place["y"]})
    expect(page).to_have_url(re.compile(r"place=[\w-]+"))


def test_what_the_map_shows_becomes_a_filter(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=en")
    wait_drawn(page)
    page.locator('[data-map="closer"]').click()
    page.locator('[data-map="seen"]').click()
    expect(page).to_have_url(re.compile(r"bbox=-?\d+(\.\d+)?,"))
    expect(page.locator("#chips .chip")).to_have_count(1)


def test_hovering_tells_and_breaks_no_policy(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=ar")
    wait_drawn(page)
    point = page.evaluate(
        """() => {
          const marks = [...document.querySelectorAll('#timeline .barlayer .point path, #timeline .scatterlayer .point')];
          const box = marks[0].getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }"""
    )
    page.mouse.move(point["x"] - 3, point["y"])
    page.mouse.move(point["x"], point["y"])
    expect(page.locator("#timeline .hoverlayer .hovertext").first).to_be_visible()


def test_a_browser_that_draws_no_map_lists_the_places(playwright, site: Site) -> None:
    told = launch_args()
    browser = playwright.chromium.launch(
        executable_path=told["executable_path"], args=[*told["args"], "--disable-3d-apis"]
    )
    with browser.new_context(locale="en") as context:
        page = context.new_page()
        thrown: list[str] = []
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(site.url)
        expect(page.locator("#map .annotation-text")).to_contain_text("cannot draw the map")
        expect(page.locator("#list .event").first).to_be_visible()
        assert thrown == []
    browser.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_theme_turns_and_everything_stays(page: Page, site: Site, lang: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{site.url}/?lang={lang}")
    whole = expected(site.store)
    expect_shown(page, whole)
    page.locator('[data-theme="turn"]').click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.wait_for_function(
        "() => document.querySelector('#map .js-plotly-plot').layout.map.style.name.endsWith('dark')"
    )
    expect_shown(page, whole)
    layers = """() => document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map.getStyle().layers
      .filter((layer) => (layer.layout || {}).visibility === 'visible').map((layer) => layer.type)"""
    pick(page, PUTIN)
    his = expected(site.store, PUTIN)
    expect_shown(page, his)
    turned = page.evaluate(layers)
    page.reload()
    expect_shown(page, his)
    assert page.evaluate(layers) == turned


def test_keys_and_buttons_move_the_map(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?lang=ar")
    wait_drawn(page)
    view = """() => {
      const map = document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map;
      return { zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng };
    }"""
    first = page.evaluate(view)
    page.locator("#map-frame").focus()
    for key, changed in (("+", "zoom"), ("ArrowUp", "lat"), ("ArrowRight", "lon")):
        before = page.evaluate(view)[changed]
        page.keyboard.press(key)
        page.wait_for_function(f"(before) => ({view})()['{changed}'] > before", arg=before)
    expect(page).to_have_url(re.compile(r"map=-?\d"))
    page.locator('[data-map="whole"]').click()
    page.wait_for_function(f"(zoom) => Math.abs(({view})().zoom - zoom) < 0.01", arg=first["zoom"])
