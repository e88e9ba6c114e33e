"""`python -m tests.browser.screenshots OUT`: pictures of the page and the embed, in both languages and themes."""

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

SIZES = {"wide": (1280, 900), "phone": (390, 844)}
LANGUAGES = ("ar", "en")
THEMES = ("light", "dark")
PATHS = {"page": "/", "embed": "/embed"}


def main(out: Path) -> None:
    """All of them into `out`, named by what they show."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = create_app(str(seed_store(Path(folder))))
        browser = playwright.chromium.launch(**launch_args())  # type: ignore[arg-type]
        with served(app.server) as site:
            for shown in product(PATHS, LANGUAGES, THEMES, SIZES):
                shoot(browser, site, out, *shown)
            card(browser, site, out)
        browser.close()


def shoot(  # noqa: PLR0917 - one for each way a page differs
    browser: Browser, site: str, out: Path, name: str, lang: str, theme: str, size: str
) -> None:
    """One picture of the whole height, as a screen of this size shows it."""
    width, height = SIZES[size]
    with browser.new_context(viewport={"width": width, "height": height}, locale=lang) as context:
        page = context.new_page()
        page.goto(f"{site}{PATHS[name]}?lang={lang}&theme={theme}")
        wait_drawn(page)
        page.screenshot(path=out / f"{name}-{lang}-{theme}-{size}.png", full_page=True, animations="disabled")


def card(browser: Browser, site: str, out: Path) -> None:
    """An event opened, in both languages."""
    for lang in LANGUAGES:
        with browser.new_context(viewport={"width": 1280, "height": 900}, locale=lang) as context:
            page = context.new_page()
            page.goto(f"{site}/?lang={lang}")
            wait_drawn(page)
            page.locator("#list .event").first.click()
            page.get_by_role("dialog").wait_for()
            page.screenshot(path=out / f"card-{lang}.png", animations="disabled")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python -m tests.browser.screenshots OUT")
    main(Path(sys.argv[1]))
