"""How fast and how well time expressions are read, beside dateparser's search in the same run.

python -m benchmarks.dates            # every figure
python -m benchmarks.dates --no-search  # without dateparser, which takes a while
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.unseen import unseen
from extract.dates import find_dates
from extract.dates.finder import find_times, marks
from extract.model import Document, Grain, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
LENGTH = 3_000
SECONDS = 3.0
ARTICLES_SEARCHED = 6
UNSEEN = 300  # articles of which none repeats, read once


def articles(language: str) -> list[tuple[str, str]]:
    """Articles of 3,000 characters, with their days: the news of the corpus, one after the other."""
    news = tomllib.loads(
        (ROOT / "tests" / "corpus" / language / "paragraphs.toml").read_text(encoding="utf-8")
    )
    found = []
    paragraphs = news["paragraph"]
    for first in range(len(paragraphs)):
        turned = paragraphs[first:] + paragraphs[:first]
        text = "\n".join(paragraph["text"] for paragraph in turned)
        found.append((text[:LENGTH], str(paragraphs[first]["published"])))
    return found


def seeds() -> list[tuple[str, str]]:
    """The articles of seeds/, cut and repeated to 3,000 characters."""
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        sidecar = path.with_suffix(".meta.json")
        published = (
            json.loads(sidecar.read_text(encoding="utf-8"))["published"] if sidecar.exists() else "2023-10-17"
        )
        text = path.read_text(encoding="utf-8")
        found.append(((text + "\n" + text)[:LENGTH], published))
    return found


def document(text: str, published: str, language: str) -> Document:
    day = datetime.fromisoformat(published)
    interval = Interval(day, day + timedelta(days=1), Grain.DAY)
    return Document(id="", text=text, language=language, published=interval)


def per_second(read: Callable[[], int], articles_read: int) -> tuple[float, int]:
    """Articles a second of this process's own time, and how many expressions were found in a round."""
    found = read()
    find_times.cache_clear()
    begun = time.process_time()
    rounds = 0
    while time.process_time() - begun < SECONDS:
        find_times.cache_clear()  # an article read again straight away would cost nothing
        read()
        rounds += 1
    return rounds * articles_read / (time.process_time() - begun), found


def per_second_once(documents: list[Document]) -> tuple[float, int]:
    """The same for articles that are read once, with nothing remembered of any article before."""
    runs = marks(documents[0].language).runs
    runs.kept.clear()
    runs.dead.clear()
    begun = time.process_time()
    found = sum(len(find_dates(document)) for document in documents)
    return len(documents) / (time.process_time() - begun), found


def searched(texts: list[tuple[str, str]], language: str) -> tuple[float, int]:
    """The same of dateparser's search, over a few of the articles, once."""
    from dateparser.search import search_dates  # noqa: PLC0415

    texts = texts[:ARTICLES_SEARCHED]
    search_dates("7 October 2023", languages=["en"])  # so that its loading is not counted
    begun = time.process_time()
    found = sum(
        len(
            search_dates(text, languages=[language], settings={"RELATIVE_BASE": datetime.fromisoformat(day)})
            or []
        )
        for text, day in texts
    )
    return len(texts) / (time.process_time() - begun), found // max(len(texts), 1)


def cold_start() -> float:
    """Seconds from nothing to a grammar of both languages that is ready, in a new process."""
    code = (
        "import time; begun = time.process_time()\n"
        "from extract.dates.finder import marks\n"
        "marks('ar'), marks('en')\n"
        "print(time.process_time() - begun)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    return float(done.stdout)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--no-search", action="store_true", help="leave dateparser's search out")
    without = options.parse_args().no_search
    print(f"articles of {LENGTH:,} characters, one core, tokenising included\n")
    print(f"{'text':28}{'articles/s':>12}{'found each':>12}{'search/s':>12}{'found each':>12}{'times':>8}")
    for label, language, texts, once in (
        ("unseen Arabic, sparse", "ar", unseen("ar", UNSEEN, 0, LENGTH, sparse=True), True),
        ("unseen Arabic, few dates", "ar", unseen("ar", UNSEEN, 0, LENGTH), True),
        ("unseen Arabic, many dates", "ar", unseen("ar", UNSEEN, 8, LENGTH), True),
        ("unseen English, sparse", "en", unseen("en", UNSEEN, 0, LENGTH, sparse=True), True),
        ("unseen English, few dates", "en", unseen("en", UNSEEN, 0, LENGTH), True),
        ("unseen English, many dates", "en", unseen("en", UNSEEN, 9, LENGTH), True),
        ("read again: seed articles", "ar", seeds(), False),
        ("read again: Arabic, dense", "ar", articles("ar"), False),
        ("read again: English, dense", "en", articles("en"), False),
    ):
        documents = [document(text, published, language) for text, published in texts]
        if once:
            rate, found = per_second_once(documents)
        else:
            rate, found = per_second(lambda docs=documents: sum(len(find_dates(d)) for d in docs), len(texts))  # type: ignore[misc]
        line = f"{label:28}{rate:12,.0f}{found / len(documents):12.1f}"
        if not without:
            other, other_found = searched(texts, language)
            line += f"{other:12,.1f}{other_found:12}{rate / other:8,.0f}"
        print(line)
    print(
        "\nunseen: no article repeats, nothing is remembered from before; read again: the same few, over and over"
    )
    print(f"import and both grammars, new process: {cold_start():.2f} s")


if __name__ == "__main__":
    main()
