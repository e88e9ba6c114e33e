"""Any geocoder that geopy knows, with what a polite guest does: a name, a pace, a memory, a step back."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from geopy.exc import GeocoderRateLimited, GeocoderServiceError, GeopyError
from geopy.geocoders import get_geocoder_for_service

from extract.errors import InputError
from extract.gazetteer.rows import slug
from extract.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.geocoders.answers import Answers
    from extract.geocoders.pace import Pace

_TRIES = 3
_LONGEST_WAIT = 30.0
_SILENCE = 300.0  # seconds without questions after a service failed all tries
_TIMEOUT = 10
_RADIUS_KM = 5.0
_KM_A_DEGREE = 111.2
_LOG = logging.getLogger(__name__)


class Online:
    """A geopy geocoder behind the Protocol. Any failure leaves the name unresolved."""

    def __init__(
        self,
        service: str,
        answers: Answers,
        pace: Pace,
        *,
        sleep: Callable[[float], None] = time.sleep,
        **options: Any,
    ) -> None:
        self.name = service
        self._answers = answers
        self._pace = pace
        self._sleep = sleep
        self._silent_until = 0.0
        try:
            self._geocoder = get_geocoder_for_service(service)(timeout=_TIMEOUT, **options)
        except (GeopyError, TypeError) as error:
            raise InputError(
                f"The geocoder {service!r} cannot be used: {error}. Correct its name or options."
            ) from error

    def locate(self, query: str, *, language: str = "", country: str = "") -> Place | None:
        question = f"{self.name}|{language}|{country.lower()}|{' '.join(query.split())}"
        answered, place = self._answers.get(question)
        if answered or time.monotonic() < self._silent_until:
            return place
        try:
            place = self._ask(query, language, country)
        except (GeopyError, ValueError, KeyError, TypeError) as error:
            _LOG.warning("%s did not answer for %r: %s", self.name, query, error)
            return None
        self._answers.put(question, place)
        return place

    def _ask(self, query: str, language: str, country: str) -> Place | None:
        """The answer, asked for again with longer pauses while the service is busy or broken."""
        for attempt in range(1, _TRIES + 1):
            self._pace.wait()
            try:
                found = self._geocoder.geocode(query, **self._wishes(language, country))
            except (GeocoderRateLimited, GeocoderServiceError) as error:
                if attempt == _TRIES:
                    self._silent_until = time.monotonic() + _SILENCE
                    raise
                told = getattr(error, "retry_after", None) or 2.0**attempt
                self._sleep(min(_LONGEST_WAIT, float(told)))
                continue
            return None if found is None else _place(query, found, country)
        return None

    def _wishes(self, language: str, country: str) -> dict[str, Any]:
        """What only Nominatim understands."""
        if self.name != "nominatim":
            return {}
        wishes: dict[str, Any] = {"addressdetails": True}
        if language:
            wishes["language"] = language
        if country:
            wishes["country_codes"] = country.lower()
        return wishes


def _place(query: str, found: Any, country: str) -> Place:
    """A geopy location as a place; numbers out of range are an error of the service."""
    lat, lon = float(found.latitude), float(found.longitude)
    if not (abs(lat) <= 90 and abs(lon) <= 180):  # noqa: PLR2004 - degrees
        raise ValueError(f"{lat}, {lon} is no place on earth")
    raw = found.raw if isinstance(found.raw, dict) else {}
    address: dict[str, Any] = raw["address"] if isinstance(raw.get("address"), dict) else {}
    code = str(address.get("country_code", country)).upper()[:2]
    shown = str(raw.get("name") or query)
    kind = str(raw.get("addresstype") or raw.get("type") or "place")
    stem = slug(shown) or f"{lat:.3f}-{lon:.3f}".replace(".", "-")
    return Place(
        f"{stem}-{code.lower()}-asked".strip("-"), shown, shown, lat, lon, code, kind, _radius(raw, lat)
    )


def _radius(raw: dict[str, Any], lat: float) -> float:
    """Half the diagonal of the box that Nominatim gives, as south, north, west, east."""
    box = raw.get("boundingbox")
    if not isinstance(box, list) or len(box) != len("snwe"):
        return _RADIUS_KM
    south, north, west, east = (float(side) for side in box)
    wide = (east - west) * _KM_A_DEGREE * max(0.1, 1 - (lat / 90) ** 2)
    return round(max(0.5, ((north - south) * _KM_A_DEGREE + wide) / 4), 1)
