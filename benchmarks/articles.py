"""Articles to measure with: real sentences of the seeds and of the corpus, in ever new orders."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

from extract.model import Document
from extract.readers.published import published_interval
from extract.script import sentences

_ROOT = Path(__file__).parents[1]
LENGTH = 2_600  # characters; what a news article has


def made(count: int, language: str = "ar", length: int = LENGTH, seed: int = 3) -> list[Document]:
    """`count` articles of about `length` characters; the same seed gives the same articles."""
    stock = _sentences(language)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    return [_article(stock, chance, number, language, length) for number in range(count)]


def _article(stock: list[str], chance: random.Random, number: int, language: str, length: int) -> Document:
    lines: list[str] = []
    size = 0
    while size < length:
        lines.append(chance.choice(stock))
        size += len(lines[-1]) + 1
    return Document.of(
        "\n".join(lines)[:length],
        source=f"made-{number}",
        language=language,
        published=published_interval("2023-10-17"),
        published_from="given",
    )


def _sentences(language: str) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "seeds").glob("*.txt"))]
    for path in sorted((_ROOT / "tests" / "corpus" / language).glob("paragraphs*.toml")):
        paragraphs = tomllib.loads(path.read_text(encoding="utf-8")).get("paragraph", [])
        texts += [paragraph["text"] for paragraph in paragraphs]
    arabic = language == "ar"
    return [
        text[start:end]
        for text in texts
        for start, end in sentences(text)
        if any("\u0621" <= letter <= "\u064a" for letter in text[start:end]) == arabic
    ]
