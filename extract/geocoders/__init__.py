"""Geocoders behind one Protocol: the gazetteer by default, others by name for what it does not know.

EVENTS_GEOCODER        offline (default), nominatim, or any service that geopy knows
EVENTS_GEOCODER_AGENT  who asks, as Nominatim demands: "our-desk/1.0 (mail@example.org)"
EVENTS_GEOCODER_DOMAIN a Nominatim of your own, with EVENTS_GEOCODER_SCHEME http or https
EVENTS_GEOCODER_KEY    the key of a service that wants one
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.errors import InputError
from extract.gazetteer.cache import cache_folder
from extract.geocoders.offline import Offline

if TYPE_CHECKING:
    from extract.geocoders.base import Geocoder

__all__ = ["OFFLINE", "geocoder", "open_geocoder"]
OFFLINE = "offline"
_AGENTLESS = "Nominatim wants to know who asks: set EVENTS_GEOCODER_AGENT to a name and an address of yours."


@lru_cache(maxsize=1)
def geocoder() -> Geocoder:
    """The geocoder that the environment names."""
    service = os.environ.get("EVENTS_GEOCODER", OFFLINE).strip().lower() or OFFLINE
    options: dict[str, Any] = {}
    for option, variable in (
        ("user_agent", "AGENT"),
        ("domain", "DOMAIN"),
        ("scheme", "SCHEME"),
        ("api_key", "KEY"),
    ):
        value = os.environ.get(f"EVENTS_GEOCODER_{variable}", "").strip()
        if value:
            options[option] = value
    return open_geocoder(service, **options)


def open_geocoder(service: str, **options: Any) -> Geocoder:
    """The geocoder of this name, with geopy's options for it."""
    if service == OFFLINE:
        return Offline()
    if service == "nominatim" and not options.get("user_agent"):
        raise InputError(_AGENTLESS)
    # geopy and its machinery are loaded only where somebody asks the net.
    from extract.geocoders.answers import Answers  # noqa: PLC0415
    from extract.geocoders.online import Online  # noqa: PLC0415
    from extract.geocoders.pace import Pace  # noqa: PLC0415

    folder = cache_folder()
    return Online(service, Answers(folder / "geocoded.sqlite"), Pace(folder / "last-request"), **options)
