"""`python -m tests.browser.screenshots OUT [--readme]`: pictures of the page and the embed, in both languages and themes."""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from dashboard.app import create_app
from tests.browser.chromium import launch_args
from tests.browser.reading import wait_drawn
from tests.browser.site import seed_store, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST_SIGHT = (1280, 1180)
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
LANGUAGES = ("ar", "en")
THEMES = ("light", "dark")
PATHS = {"page": "/", "embed": "/embed"}


def main(out: Path, *, readme: bool) -> None:
    """All of them into `out`, named by what they show; for the README only those that it shows."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = create_app(str(seed_store(Path(folder))))
        browser = playwright.chromium.launch(**launch_args())  # type: ignore[arg-type]
        with served(app.server) as site:
            for lang in LANGUAGES:
                shoot(browser, f"{site}/?lang={lang}", out / f"page-{lang}.png", FIRST_SIGHT)
                card(browser, f"{site}/?lang={lang}", out / f"card-{lang}.png")
            for name, lang, theme, size in () if readme else product(PATHS, LANGUAGES, THEMES, SIZES):
                url = f"{site}{PATHS[name]}?lang={lang}&theme={theme}"
                shoot(browser, url, out / f"{name}-{lang}-{theme}-{size}.png", SIZES[size], whole=True)
        browser.close()


def shoot(browser: Browser, url: str, file: Path, size: tuple[int, int], *, whole: bool = False) -> None:
    """What a screen of this size shows first, or the `whole` height."""
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.goto(url)
        wait_drawn(page)
        page.screenshot(path=file, full_page=whole, animations="disabled")


def card(browser: Browser, url: str, file: Path) -> None:
    """An event opened."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(url)
        wait_drawn(page)
        page.locator("#list .event").nth(1).click()
        page.get_by_role("dialog").wait_for()
        page.locator("#card mark").first.wait_for()
        page.screenshot(path=file, animations="disabled")


if __name__ == "__main__":
    told = [argument for argument in sys.argv[1:] if argument != "--readme"]
    if len(told) != 1:
        sys.exit("python -m tests.browser.screenshots OUT [--readme]")
    main(Path(told[0]), readme="--readme" in sys.argv)
