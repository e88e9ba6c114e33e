"""Articles of which none repeats: sentences of the corpus, with other figures, months and weekdays, shuffled."""

from __future__ import annotations

import random
import re
import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from extract import language
from extract.script import sentences

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
_FIRST_DAY, _DAYS = date(2022, 1, 1), 900
_OTHERS = ("places*", "actors*", "events*")  # tables of cases whose sentences are news too
_SHORTEST = 40  # characters of a sentence among them
_LATEST_DAY = 28
_FIGURE = re.compile(r"\d")
_LIKELY_YEARS = range(1900, 2031)


def unseen(code: str, count: int, dated: int, length: int, *, sparse: bool = False) -> list[tuple[str, str]]:
    """`count` articles of `length` characters, each with its day and `dated` sentences that tell times.

    `sparse` articles have fewer sentences with figures, so that about seven times are found in each.
    """
    chance = random.Random(dated)  # noqa: S311  # the same articles in each run
    told, others = _sentences(code)
    found = []
    for _ in range(count):
        parts = [_varied(chance.choice(told), code, chance) for _ in range(dated)]
        left = length - sum(len(part) + 1 for part in parts)
        while left > 0:
            filler = chance.choice(others)
            if sparse and _FIGURE.search(filler):
                filler = chance.choice(others)  # a second draw, which may have figures too
            filler = _varied(filler, code, chance)
            parts.append(filler[:left])
            left -= len(filler) + 1
        chance.shuffle(parts)
        day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        found.append(("\n".join(parts)[:length], day.isoformat()))
    return found


@lru_cache(maxsize=2)
def _sentences(code: str) -> tuple[list[str], list[str]]:
    """The sentences of the news that tell a time, and those written for other things, most of which tell none."""
    told: list[str] = []
    for paragraph in _tables(code, "paragraphs")["paragraph"]:
        text, spans = paragraph["text"], [span for span, _ in paragraph["dates"]]
        found = [text[start:end] for start, end in sentences(text)]
        told += [sentence for sentence in found if any(span in sentence for span in spans)]
    files = [file.stem for name in _OTHERS for file in sorted((CORPUS / code).glob(f"{name}.toml"))]
    others = [text for file in files for text in _texts(_tables(code, file))]
    return told, sorted({text for text in others if len(text) >= _SHORTEST and not _is_answer(text)})


def _is_answer(text: str) -> bool:
    """Whether a text is no sentence but what is to be found in one: "attack; army > town; 2023-10-07"."""
    return ">" in text and "<" not in text


def _tables(code: str, name: str) -> dict[str, Any]:
    return tomllib.loads((CORPUS / code / f"{name}.toml").read_text(encoding="utf-8"))


def _texts(table: Any) -> list[str]:
    """Every text of a table of cases, its keys among them."""
    if isinstance(table, str):
        return [table]
    if isinstance(table, dict):
        return [text for key, value in table.items() for text in (key, *_texts(value))]
    return [text for value in table for text in _texts(value)] if isinstance(table, list) else []


@lru_cache(maxsize=2)
def _names(code: str) -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    """Month names and weekdays, each to be changed for another of its kind."""
    tables = language.load(code, "dates")
    kinds = [
        [phrases[0].title() for phrases in tables[kind].values()] for kind in ("strong_month", "weekday")
    ]
    return tuple((re.compile(rf"\b({'|'.join(map(re.escape, names))})\b"), names) for names in kinds)


def _varied(sentence: str, code: str, chance: random.Random) -> str:
    def figure(match: re.Match[str]) -> str:
        value = int(match.group())
        if value in _LIKELY_YEARS:
            return str(chance.choice(_LIKELY_YEARS))
        return str(chance.randint(1, _LATEST_DAY)) if 0 < value <= _LATEST_DAY else match.group()

    sentence = re.sub(r"\d+", figure, sentence)
    for pattern, names in _names(code):
        pieces = pattern.split(sentence)  # what stands between names, and every other piece a name
        pieces[1::2] = [chance.choice(names) for _ in pieces[1::2]]
        sentence = "".join(pieces)
    return sentence
