"""Geocoders answer or leave a name unresolved; the server here behaves and misbehaves as the real ones do."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from extract import geocoders
from extract.errors import InputError
from extract.geocoders import geocoder, open_geocoder
from extract.geocoders.answers import Answers
from extract.geocoders.online import Online
from extract.geocoders.pace import Pace
from extract.model import Document
from extract.places import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOUND = {
    "lat": "33.4021",
    "lon": "35.6305",
    "name": "كفر تبنيت",
    "display_name": "كفر تبنيت, لبنان",
    "addresstype": "village",
    "boundingbox": ["33.39", "33.42", "35.61", "35.65"],
    "address": {"country_code": "lb"},
}


class Server:
    """Answers each request with the next of `answers` (status, body); the last one stays."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, bytes]] = [(200, json.dumps([FOUND]).encode())]
        self.asked: list[dict[str, list[str]]] = []
        self.agents: list[str] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner.asked.append(parse_qs(urlsplit(self.path).query))
                owner.agents.append(self.headers["User-Agent"])
                status, body = owner.answers.pop(0) if len(owner.answers) > 1 else owner.answers[0]
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.domain = f"127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def nominatim(server: Server, tmp_path: Path, slept: list[float]) -> Online:
    return Online(
        "nominatim",
        Answers(tmp_path / "answers.sqlite"),
        Pace(tmp_path / "pace", seconds=0.0),
        sleep=slept.append,
        user_agent="test-desk/1.0",
        domain=server.domain,
        scheme="http",
    )


def test_an_answer_is_a_place_with_its_extent(nominatim: Online, server: Server) -> None:
    place = nominatim.locate("كفر تبنيت", language="ar", country="LB")
    assert place is not None
    assert (place.lat, place.lon, place.country, place.kind) == (33.4021, 35.6305, "LB", "village")
    assert 1 < place.radius_km < 3
    assert server.agents == ["test-desk/1.0"]
    assert server.asked[0]["countrycodes"] == ["lb"]
    assert server.asked[0]["accept-language"] == ["ar"]


def test_hits_and_misses_are_asked_once(nominatim: Online, server: Server) -> None:
    nominatim.locate("كفر تبنيت")
    nominatim.locate("  كفر   تبنيت ")
    server.answers = [(200, b"[]")]
    assert nominatim.locate("لا مكان") is None
    assert nominatim.locate("لا مكان") is None
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_busy_service_is_asked_again_later(
    status: int, nominatim: Online, server: Server, slept: list[float]
) -> None:
    server.answers = [(status, b""), (200, json.dumps([FOUND]).encode())]
    assert nominatim.locate("كفر تبنيت") is not None
    assert slept
    assert slept[0] >= 1


def test_a_broken_service_is_left_alone_and_nothing_is_kept(nominatim: Online, server: Server) -> None:
    server.answers = [(503, b"")]
    assert nominatim.locate("كفر تبنيت") is None
    tries = len(server.asked)
    assert tries == 3
    assert nominatim.locate("بلدة أخرى") is None
    assert len(server.asked) == tries, "a service that failed is not asked again at once"


@pytest.mark.parametrize(
    "body",
    [
        b"<html>maintenance</html>",
        b'{"error": "nope"}',
        b'[{"lat": "north", "lon": "0"}]',
        b'[{"lat": "133.0", "lon": "35.0", "display_name": "x"}]',
        b'[{"lat": "33.0", "lon": "35.0", "display_name": "x", "boundingbox": ["a", "b", "c", "d"]}]',
        b"",
    ],
)
def test_nonsense_leaves_the_name_unresolved(body: bytes, nominatim: Online, server: Server) -> None:
    server.answers = [(200, body)]
    assert nominatim.locate("كفر تبنيت") is None


def test_a_refusal_leaves_the_name_unresolved(nominatim: Online, server: Server) -> None:
    server.answers = [(403, b"forbidden")]
    assert nominatim.locate("كفر تبنيت") is None


def test_nobody_there_leaves_the_name_unresolved(tmp_path: Path) -> None:
    deaf = Online(
        "nominatim",
        Answers(tmp_path / "answers.sqlite"),
        Pace(tmp_path / "pace", seconds=0.0),
        sleep=lambda _: None,
        user_agent="test-desk/1.0",
        domain="127.0.0.1:9",
        scheme="http",
    )
    assert deaf.locate("كفر تبنيت") is None


def test_one_request_a_second_for_all_who_share_the_file(tmp_path: Path) -> None:
    slept: list[float] = []
    first = Pace(tmp_path / "pace", sleep=slept.append)
    second = Pace(tmp_path / "pace", sleep=slept.append)
    first.wait()
    second.wait()
    assert len(slept) == 1
    assert 0.5 < slept[0] <= 1


def test_a_damaged_pace_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "pace").write_text("yesterday")
    Pace(tmp_path / "pace", sleep=lambda _: None).wait()


def test_nominatim_must_be_told_who_asks() -> None:
    with pytest.raises(InputError, match="EVENTS_GEOCODER_AGENT"):
        open_geocoder("nominatim")


def test_an_unknown_geocoder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path))
    with pytest.raises(InputError, match="nowhere-maps"):
        open_geocoder("nowhere-maps")


def test_any_geopy_geocoder_serves_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path))
    assert open_geocoder("photon", domain="127.0.0.1:9", scheme="http").name == "photon"


def test_offline_knows_the_gazetteer_and_the_country_decides() -> None:
    offline = open_geocoder("offline")
    tripoli = offline.locate("طرابلس", country="lb")
    assert tripoli is not None
    assert tripoli.id == "tripoli-lb"
    assert offline.locate("قرية لا وجود لها") is None


def test_a_text_asks_only_for_what_the_gazetteer_lacks(
    server: Server, nominatim: Online, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.places.unknown.geocoder", lambda: nominatim)
    text = "غارة على بلدة كفر تبنولة في لبنان وأخرى على بيروت"
    found = find_places(Document.of(text))
    assert [toponym.evidence.quote for toponym in found] == ["كفر تبنولة", "لبنان", "بيروت"]
    assert found[0].place is not None
    assert found[0].place.country == "LB"
    assert len(server.asked) == 1


def test_what_the_service_does_not_know_stays_unresolved(
    server: Server, nominatim: Online, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers = [(200, b"[]")]
    monkeypatch.setattr("extract.places.unknown.geocoder", lambda: nominatim)
    found = find_places(Document.of("غارة على بلدة كفر تبنولة"))
    assert [toponym.place for toponym in found] == [None]


def test_the_environment_names_the_geocoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path))
    monkeypatch.setenv("EVENTS_GEOCODER", "nominatim")
    monkeypatch.setenv("EVENTS_GEOCODER_AGENT", "test-desk/1.0")
    geocoders.geocoder.cache_clear()
    try:
        assert geocoder().name == "nominatim"
    finally:
        geocoders.geocoder.cache_clear()
