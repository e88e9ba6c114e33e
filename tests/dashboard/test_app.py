"""The first answers of the server: language, what is asked of it, and how the page is started."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dashboard import answers, typed
from dashboard.language import negotiated
from extract.errors import LanguageError

if TYPE_CHECKING:
    from dash import Dash

ROOT = Path(__file__).parents[2]

ACCEPTED = {
    "ar": "ar",
    "ar-EG,ar;q=0.9,en;q=0.8": "ar",
    "en-US,en;q=0.9,ar;q=0.8": "en",
    "fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.4": "ar",
    "fr": "en",
    "ar;q=0,en;q=0.1": "en",
    "": "en",
    "*": "en",
    "ar;q=much": "en",
}


@pytest.mark.parametrize("header", ACCEPTED)
def test_a_browser_is_answered_in_its_language(header: str) -> None:
    assert negotiated(header) == ACCEPTED[header]


@pytest.mark.parametrize(
    ("path", "header", "lang", "direction"),
    [
        ("/", "ar", "ar", "rtl"),
        ("/?lang=en", "ar", "en", "ltr"),
        ("/?lang=ar", "en", "ar", "rtl"),
        ("/?lang=xx", "ar", "ar", "rtl"),
        ("/embed?lang=ar", "en", "ar", "rtl"),
    ],
)
def test_the_language_is_on_the_page_from_the_first_byte(
    app: Dash, path: str, header: str, lang: str, direction: str
) -> None:
    page = app.server.test_client().get(path, headers={"Accept-Language": header}).get_data(as_text=True)
    assert f'<html lang="{lang}" dir="{direction}">' in page
    assert "{%" not in page


@pytest.mark.parametrize("told", [{}, {"search": None}, {"search": "?a=%ff", "lang": 7, "theme": []}])
def test_whatever_a_browser_asks_is_answered(told: dict[str, Any]) -> None:
    asked = answers.Asked.of(told)
    assert (asked.lang, asked.theme, asked.narrow) == ("en", "light", False)


TYPED = {
    ("2023", "from"): "2023",
    ("2023-10-07", "to"): "2023-10-07",
    ("", "from"): "",
    ("أكتوبر 2023", "from"): "2023-10",
    ("7 October 2023", "to"): "2023-10-07",
    ("last week", "from"): "2023-10-09",
    ("last week", "to"): "2023-10-15",
    ("أمس", "from"): "2023-10-16",
    ("1 October 2023 at 6 pm", "to"): "2023-10-01",
    ("1 January 2023 at 6 pm", "from"): "2023-01-01",
    ("banana", "from"): None,
    ("2023-02-31", "from"): None,
}


@pytest.mark.parametrize(("text", "side"), TYPED)
def test_a_date_field_reads_what_people_write(text: str, side: str) -> None:
    from datetime import date  # noqa: PLC0415

    assert typed.understood(text, side, date(2023, 10, 17)) == TYPED[text, side]


def test_a_date_that_cannot_be_read_is_said_beside_its_field() -> None:
    value, first, second = answers.understood({"name": "to", "text": "banana", "lang": "en"})
    assert "cannot be read" in second
    assert value is first  # neither changes


def test_a_date_typed_beside_a_broken_language_file_gets_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "languages/en/dates.toml is not valid TOML: line 3"
        raise LanguageError(message)

    monkeypatch.setattr(typed, "understood", broken)
    value, first, second = answers.understood({"name": "from", "text": "last week", "lang": "ar"})
    assert "languages/en/dates.toml" in first
    assert value is second  # neither changes


def start(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", *options]
    return subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, env=os.environ
    )


def test_a_taken_port_names_the_option(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = start("--store", str(tmp_path / "events.duckdb"), "--port", str(port))
    assert ended.returncode == 1
    assert f"Port {port} of 127.0.0.1 cannot be used" in ended.stderr
    assert "--port" in ended.stderr
    assert "PORT=" in ended.stderr


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("no store, only words")
    ended = start("--store", str(path), "--port", "0")
    assert ended.returncode == 1
    assert str(path) in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(("lang", "day"), [("ar", "2024-03-12"), ("en", "2024-12-03"), ("", "2024-12-03")])
def test_figures_typed_into_a_date_field_are_ordered_as_the_page_s_language_does(lang, day):
    assert typed.understood("12/3/2024", "from", date(2024, 6, 1), lang) == day
