"""The rows of the list are found again where a batch has moved them in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import kept, shown
from dashboard.filters import Filters

if TYPE_CHECKING:
    import pytest

    from extract.store import Store


def test_rows_that_have_moved_are_found_by_their_keys(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    right = shown.page(store, Filters())
    about = kept.about
    monkeypatch.setattr(
        shown, "about", lambda *asked: [{**row, "row": row["row"] + 1} for row in about(*asked)]
    )
    assert shown.page(store, Filters()) == right
