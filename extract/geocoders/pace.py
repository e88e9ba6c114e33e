"""One request a second for the whole application: threads and processes queue at one file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: the pace then holds within this process
    fcntl = None  # type: ignore[assignment]


class Pace:
    """`wait` returns when a request may go out; the file holds when the last one did."""

    def __init__(self, path: Path, seconds: float = 1.0, sleep: Callable[[float], None] = time.sleep) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        self._path = path
        self._seconds = seconds
        self._sleep = sleep

    def wait(self) -> None:
        with self._path.open("r+", encoding="ascii") as file:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX)
            last = _number(file.read())
            # A clock set back must not stop us for long.
            pause = min(self._seconds, last + self._seconds - time.time())
            if pause > 0:
                self._sleep(pause)
            file.seek(0)
            file.write(f"{time.time():.3f}")
            file.truncate()


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
