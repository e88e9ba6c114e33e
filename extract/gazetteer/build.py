"""Writes an index of places into a folder: tries of names and ids, packed rows, their words."""

from __future__ import annotations

import array
import shutil
import struct
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie

from extract.gazetteer.rows import KINDS
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.gazetteer.rows import Row

FORMAT = 4  # raise it when a file below changes its form
RECORD = struct.Struct(
    "<fffIII2s4sBB"
)  # lat, lon, radius, people, words' start and end, country, admin, kind, flags
BY_HAND = 1
CAPITAL = 2
# How a key names its row: the high byte of a candidate.
MAIN_NAME = 1
ROW_BITS = 24
# Signs inside names that texts write or leave out.
SKIPPED = frozenset({"-", "'", "`", "."})


def key_of(words: Iterable[str]) -> str:
    """The key of a name: folded words, a space behind each, signs inside names left out."""
    return "".join(f"{word} " for word in words if word not in SKIPPED)


def write_index(rows: Sequence[Row], folder: Path) -> None:
    """Build beside `folder` and rename, so that a reader sees all of it or nothing."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_names(rows, scratch)
        _write_rows(rows, scratch)
        try:
            scratch.rename(folder)
        except OSError:
            # Another process was quicker; its index is the same.
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _write_names(rows: Sequence[Row], folder: Path) -> None:
    named: dict[str, dict[int, int]] = {}
    for number, row in enumerate(rows):
        for main, names in ((MAIN_NAME, (*row.names_ar, *row.names_en)), (0, row.alternates)):
            for key in (key for name in names for key in _keys(name)):
                if key:
                    known = named.setdefault(key, {})
                    known[number] = max(main, known.get(number, 0))
    trie = marisa_trie.Trie(named)
    trie.save(str(folder / "names.marisa"))
    starts, candidates = array.array("I", [0]), array.array("I")
    # marisa numbers its keys 0..n-1 in an order of its own.
    for key in sorted(named, key=trie.__getitem__):
        candidates.extend(number | (quality << ROW_BITS) for number, quality in named[key].items())
        starts.append(len(candidates))
    (folder / "starts.bin").write_bytes(starts.tobytes())
    (folder / "candidates.bin").write_bytes(candidates.tobytes())


def _keys(name: str) -> list[str]:
    """The key of a name; "الكونغو - كينشاسا" is written with its dash apart, too."""
    folded = fold_phrase(name)
    keys = [key_of(folded).removeprefix("the ")]
    if " - " in name:
        keys.append("".join(f"{word} " for word in folded))
    return keys


def _write_rows(rows: Sequence[Row], folder: Path) -> None:
    ids = marisa_trie.Trie(row.id for row in rows)
    ids.save(str(folder / "ids.marisa"))
    by_id = array.array("I", bytes(4 * len(rows)))
    words = bytearray()
    with (folder / "rows.bin").open("wb") as file:
        for number, row in enumerate(rows):
            by_id[ids[row.id]] = number
            start = len(words)
            name_ar = row.names_ar[0] if row.names_ar else ""
            name_en = row.names_en[0] if row.names_en else ""
            words += f"{row.id}\t{name_ar or name_en}\t{name_en or name_ar}".encode()
            record = RECORD.pack(
                row.lat,
                row.lon,
                row.radius_km,
                row.population,
                start,
                len(words),
                row.country.encode(),
                row.admin.encode()[:4],
                KINDS.index(row.kind),
                BY_HAND * row.by_hand | CAPITAL * row.capital,
            )
            file.write(record)
    (folder / "words.bin").write_bytes(words)
    (folder / "by_id.bin").write_bytes(by_id.tobytes())
