"""Keeps what is compiled of words and world data in the user's cache, so that only the first start of a version compiles."""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_OTHER_VERSIONS = 3
# What reading a file of another version or half a file can raise.
_UNREADABLE = (
    OSError,
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    ValueError,
    TypeError,
)


def stored(name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` makes of `paths`: from the cache where these very files made it before."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    folder = Path(os.environ.get("EVENTS_CACHE") or platformdirs.user_cache_dir("events-timeline"))
    file = folder / f"{name}-{digest.hexdigest()[:16]}.pickle"
    try:
        return pickle.loads(file.read_bytes())  # noqa: S301 - the user's own folder, written by this program
    except _UNREADABLE:
        made = make()
    _keep(name, file, made)
    return made


def _keep(name: str, file: Path, made: Any) -> None:
    """Write whole or not at all; a folder that cannot be written only costs time."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
            part.write(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
        Path(part.name).replace(file)
        others = sorted(file.parent.glob(f"{name}-*.pickle"), key=lambda path: path.stat().st_mtime)
        for old in others[:-_OTHER_VERSIONS]:
            old.unlink(missing_ok=True)
    except OSError:
        return
