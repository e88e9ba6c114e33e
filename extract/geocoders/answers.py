"""Answers of geocoders kept on disk, hits and misses alike, so that nobody is asked twice."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from extract.model import Place

if TYPE_CHECKING:
    from pathlib import Path

_MISS_DAYS = 30  # a place may be mapped later
_DAY = 86_400
_SCHEMA = "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, place TEXT, asked REAL)"


class Answers:
    """A small SQLite file; each call opens it for itself, so threads and processes share it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        with closing(self._open()) as file, file:
            file.execute(_SCHEMA)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=10)

    def get(self, question: str) -> tuple[bool, Place | None]:
        """Whether the question was answered, and the answer."""
        with closing(self._open()) as file:
            row = file.execute("SELECT place, asked FROM answers WHERE question = ?", (question,)).fetchone()
        if row is None:
            return False, None
        if row[0] is None:
            return time.time() - row[1] < _MISS_DAYS * _DAY, None
        return True, Place(**json.loads(row[0]))

    def put(self, question: str, place: Place | None) -> None:
        kept = None if place is None else json.dumps(asdict(place), ensure_ascii=False)
        with closing(self._open()) as file, file:
            file.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (question, kept, time.time()))
