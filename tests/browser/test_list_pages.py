"""More events than a page of the list holds: turning pages is kept in the URL, another filter begins anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from dashboard import queries
from dashboard.app import create_app
from extract.pipeline import add_paths
from extract.store import Store
from tests.browser.site import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("problems")
MANY = queries.PAGE_ROWS + 3


@pytest.fixture
def many(tmp_path: Path) -> Iterator[str]:
    for day in range(1, MANY + 1):
        (tmp_path / f"{day}.txt").write_text(
            f"التقى بوتين نتنياهو في موسكو يوم {day} مارس 2023.", encoding="utf-8"
        )
    with Store.open(tmp_path / "events.duckdb") as store:
        add_paths(store, [tmp_path])
    with served(create_app(str(tmp_path / "events.duckdb")).server) as url:
        yield url


def test_the_next_page_of_the_list_stays_until_another_filter_is_chosen(page: Page, many: str) -> None:
    rows = page.locator("#list .event")
    page.goto(f"{many}/?lang=en&parts=table,filters")
    expect(rows).to_have_count(queries.PAGE_ROWS)
    page.locator('#list [data-put="page=2"]').click()
    expect(rows).to_have_count(MANY - queries.PAGE_ROWS)
    page.reload()
    expect(rows).to_have_count(MANY - queries.PAGE_ROWS)
    page.locator('#filter-type [data-toggle="type=consult"]').click()
    expect(rows).to_have_count(queries.PAGE_ROWS)
    expect(page).not_to_have_url(re.compile("page="))
