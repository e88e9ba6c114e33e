"""Files in, documents out. A format is one module that keeps the Protocol `Reader`, listed in `READERS`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from extract.readers import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extract.model import Document


class Reader(Protocol):
    """One format. `accepts` decides in a folder; a file that is named is always tried."""

    def accepts(self, path: Path, /) -> bool: ...

    def read(self, path: Path, /) -> Iterator[Document]:
        """Its articles; an InputError names the file, the value and the next step."""
        ...


READERS: tuple[Reader, ...] = (text,)


def reader_of(path: Path) -> Reader | None:
    """The reader that takes `path`, None where none does."""
    return next((reader for reader in READERS if reader.accepts(path)), None)


def read(path: Path) -> Iterator[Document]:
    """The articles of a file that somebody named; a name that says nothing is taken for text."""
    return (reader_of(path) or text).read(path)
