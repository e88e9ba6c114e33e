"""A real Chromium before the real page: anything it complains of, and anything it asks elsewhere, fails a test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from dashboard.app import create_app
from extract.store import Store
from tests.browser.chromium import NoChromiumError, launch_args
from tests.browser.reading import PATIENCE
from tests.browser.site import seed_store, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import ConsoleMessage, Page, Route

expect.set_options(timeout=PATIENCE)
WATCH_POLICY = """
window.refused = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.refused.push(event.violatedDirective + ' ' + event.blockedURI);
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});
"""


class Site(NamedTuple):
    """The page's address, and a store that holds what the page's store holds."""

    url: str
    store: Store
    path: Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    try:
        return launch_args()
    except NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    path = seed_store(tmp_path_factory.mktemp("site"))
    with (
        served(create_app(str(copied(path, "page"))).server) as url,
        Store.open(path, read_only=True) as store,
    ):
        yield Site(url, store, path)


def copied(path: Path, name: str) -> Path:
    """Another file with the same events: a store belongs to one page."""
    return Path(shutil.copy(path, path.with_name(f"{name}.duckdb")))


@pytest.fixture
def problems(page: Page) -> Iterator[list[str]]:
    """What the browser complains of and whom else it asks: nothing, unless a test takes it away."""
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "GL Driver Message" not in message.text:
            told.append(f"{message.type}: {message.text}")

    def guard(route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            told.append(f"foreign: {route.request.url}")
            route.abort()

    page.add_init_script(WATCH_POLICY)
    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(f"thrown: {error} {error.stack}"))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url} {request.failure}"))
    page.route("**/*", guard)
    yield told
    assert told == []
