"""Reads plain text in UTF-8, with what a sidecar says about it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import UnreadableError
from extract.model import Document
from extract.readers.sidecar import Sidecar, read_sidecar
from extract.script import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".txt", ".text")
LARGEST = 10_000_000  # bytes
_LONGEST_TITLE = 120
_CUT_TITLE = 80
_LONGEST_WORDS = 20
_MARKS = ("\ufeff", "\u200e", "\u200f")  # may stand before the first letter
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW_CONTROLS = 4  # stray control signs happen in saved texts; more than these, or one in 200, is no text
_HEADING = re.compile(r"\s*(\S[^\r\n]*?)\s*\r?\n[ \t]*\r?\n\s*\S")


def accepts(path: Path) -> bool:
    """Whether a file met in a folder is one for this reader."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Iterator[Document]:
    """The one article of the file, with its sidecar."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        message = f"{path}: there is no such file; look at the path"
        raise UnreadableError(message) from error
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); give a file that you may read"
        raise UnreadableError(message) from error
    yield document_of(raw, str(path), read_sidecar(path))


def document_of(raw: bytes, name: str, sidecar: Sidecar | None = None) -> Document:
    """The document that `raw` is; offsets count in the text as it stands, after a byte order mark."""
    told = sidecar or Sidecar()
    if len(raw) > LARGEST:
        message = f"{name}: is larger than {LARGEST:,} bytes, which no article is; cut it into its articles"
        raise UnreadableError(message)
    text = _decoded(raw, name)
    return Document.of(
        text,
        source=told.source,
        title=told.title or title_of(text),
        language=told.language,
        url=told.url,
        published=told.published,
        published_from="sidecar" if told.published else "",
    )


def title_of(text: str) -> str:
    """A short first line that stands alone is the title; else the first sentence, cut at a word."""
    heading = _HEADING.match(text)
    if heading and _is_title(heading.group(1)):
        return " ".join(heading.group(1).split())
    start, end = next(iter(sentences(text[:4_000])), (0, 0))
    return _cut(" ".join(text[start:end].split()))


def _is_title(line: str) -> bool:
    short = len(line) <= _LONGEST_TITLE and len(line.split()) <= _LONGEST_WORDS
    return short and not line.endswith((".", "،", ",", ":", "؛", ";"))


def _cut(sentence: str) -> str:
    if len(sentence) <= _CUT_TITLE:
        return sentence
    head, space, _ = sentence[: _CUT_TITLE + 1].rpartition(" ")
    return (head if space else sentence[:_CUT_TITLE]).rstrip(" ،,;:؛-–—") + "…"


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = f"{name}: is UTF-16 and not UTF-8; turn it: iconv -f UTF-16 -t UTF-8 {Path(name).name}"
        raise UnreadableError(message)
    if b"\0" in raw:
        message = f"{name}: is not text (it holds zero bytes); give the article as plain text in UTF-8"
        raise UnreadableError(message)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"{name}: is not UTF-8 (byte 0x{raw[error.start]:02x} at {error.start}); if it is Arabic text in "
            f"the older Windows form, turn it: iconv -f WINDOWS-1256 -t UTF-8 {Path(name).name}"
        )
        raise UnreadableError(message) from error
    if len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, len(text) // 200):
        message = (
            f"{name}: is not text (it is full of control signs); give the article as plain text in UTF-8"
        )
        raise UnreadableError(message)
    if not text.strip("".join(_MARKS) + " \t\r\n\f\v\u00a0"):
        message = f"{name}: is empty; give a file with the text of an article"
        raise UnreadableError(message)
    return text
