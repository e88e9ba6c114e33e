"""How fast places are found: articles a second on one core, beside flashgeotext for English."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.articles import LENGTH, made
from extract.model import Document
from extract.places import find_places

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = 200
TARGET = 400


def speed(find: Callable[[str], object], texts: list[str]) -> float:
    """Articles a second of processor time, the better of two passes: other work on the machine does not count."""
    passes = []
    for _ in range(2):
        began = time.process_time()
        for text in texts:
            find(text)
        passes.append(time.process_time() - began)
    return len(texts) / min(passes)


def flashgeotext() -> Callable[[str], object] | None:
    """The nearest tool for English, where it is installed."""
    try:
        from flashgeotext.geotext import GeoText  # noqa: PLC0415
    except ImportError:
        return None
    finder = GeoText()
    return lambda text: finder.extract(input_text=text)


def main() -> None:
    began = time.process_time()
    find_places(Document.of("بيروت"))
    print(f"start                      {time.process_time() - began:8.2f} s")
    print(f"articles of {LENGTH:,} characters")
    for language in ("ar", "en"):
        texts = [document.text for document in made(ARTICLES, language)]
        ours = speed(lambda text: find_places(Document.of(text)), texts)
        print(f"places, {language}                 {ours:8.0f} articles/s (target {TARGET})")
    other = flashgeotext()
    if other is None:
        print("flashgeotext is not installed: pip install flashgeotext")
    else:
        print(
            f"flashgeotext, en           {speed(other, [document.text for document in made(ARTICLES, 'en')]):8.0f} articles/s"
        )


if __name__ == "__main__":
    main()
