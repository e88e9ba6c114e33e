from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app
from dashboard.origins import DEFAULT, OriginError, ancestors, origins

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

NEWS = "https://news.example"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = tmp_path_factory.mktemp("secure") / "events.duckdb"
    return create_app(str(path), embed_origins=(NEWS,)).server.test_client()


def policy(client: FlaskClient, path: str) -> dict[str, list[str]]:
    header = client.get(path).headers["Content-Security-Policy"]
    return {name: sources for name, *sources in (part.split() for part in header.split("; "))}


@pytest.mark.parametrize(
    "path", ["/", "/embed", "/embed/", "/assets/colours.css", "/_dash-layout", "/nowhere"]
)
def test_every_answer_allows_nothing_inline_and_nothing_foreign(client: FlaskClient, path: str) -> None:
    told = policy(client, path)
    assert told["default-src"] == ["'none'"]
    sources = [source for name, all_ in told.items() if name != "frame-ancestors" for source in all_]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(sources)
    assert not [source for source in sources if "://" in source]


@pytest.mark.parametrize(
    ("path", "framed_by"),
    [
        ("/", ["'self'"]),
        ("/embed", ["'self'", NEWS]),
        ("/embed/", ["'self'", NEWS]),
        ("/embedded", ["'self'"]),
    ],
)
def test_only_the_embed_is_framed_by_those_on_the_list(
    client: FlaskClient, path: str, framed_by: list[str]
) -> None:
    assert policy(client, path)["frame-ancestors"] == framed_by


def test_the_nonce_is_new_each_time_and_the_same_in_page_and_header(client: FlaskClient) -> None:
    seen = set()
    for _ in range(3):
        answer = client.get("/")
        (header,) = re.findall(r"'nonce-([\w-]+)'", answer.headers["Content-Security-Policy"])
        assert re.findall(r'<script nonce="([\w-]+)">', answer.text) == [header]
        seen.add(header)
    assert len(seen) == 3


@pytest.mark.parametrize("path", ["/", "/embed.js", "/_dash-dependencies"])
def test_the_small_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_the_embed_knows_whom_it_may_speak_with(client: FlaskClient) -> None:
    meta = f'<meta name="embed-origins" content="{NEWS}">'
    assert meta in client.get("/embed").text
    assert meta not in client.get("/").text


def test_the_hosts_script_is_small_and_may_be_used_elsewhere(client: FlaskClient) -> None:
    answer = client.get("/embed.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert len(answer.data) < 4000


@pytest.mark.parametrize(
    ("header", "lang", "direction"), [("ar,en;q=0.8", "ar", "rtl"), ("en-GB", "en", "ltr")]
)
def test_the_page_says_its_language_from_the_first_byte(
    client: FlaskClient, header: str, lang: str, direction: str
) -> None:
    assert (
        f'<html lang="{lang}" dir="{direction}">' in client.get("/", headers={"Accept-Language": header}).text
    )


def test_answers_are_compressed(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "gzip, br"}
    answer = client.get("/assets/basemap/countries.geojson?v=1", headers=headers)
    assert answer.headers["Content-Encoding"] in {"gzip", "br"}
    assert len(answer.data) < 200_000
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, DEFAULT),
        (" ", DEFAULT),
        ("none", ()),
        ("*", ("*",)),
        ("https://News.example/", ("https://news.example",)),
        ("https://*.news.example, http://localhost:*", ("https://*.news.example", "http://localhost:*")),
    ],
)
def test_origins_as_a_person_writes_them(text: str | None, told: tuple[str, ...]) -> None:
    assert origins(text) == told


@pytest.mark.parametrize(
    "text",
    ["news.example", "https://news.example/path", "https://news.example; script-src *", "javascript:alert(1)", "* https://a.b",
     "https://a.b'", "https://"],
)  # fmt: skip
def test_what_is_no_origin_is_told(text: str) -> None:
    with pytest.raises(OriginError, match="which is no origin"):
        origins(text)


def test_anyone_is_anyone() -> None:
    assert ancestors(("*",)) == "*"
    assert ancestors(()) == "'self'"
