"""Every word that the page shows, from words/<lang>.toml: a missing one is an error, never a key on screen."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).parent / "words"
RTL = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi"})


class MissingWordError(LookupError):
    """A word that words/<lang>.toml does not have."""


@lru_cache
def load(lang: str) -> dict[str, str]:
    """The words of a language: `[notice] unknown` is "notice.unknown"."""
    with (FOLDER / f"{lang}.toml").open("rb") as file:
        return dict(_flat("", tomllib.load(file)))


def word(lang: str, key: str, **slots: object) -> str:
    """The word for `key`, its slots filled."""
    try:
        return load(lang)[key].format(**slots)
    except KeyError as error:
        message = f"dashboard/words/{lang}.toml: no word {key!r}, or no value for {error}; add it there"
        raise MissingWordError(message) from error


def counted(lang: str, key: str, count: int) -> str:
    """`count` of something, in the plural form that the language has for it."""
    form = str(Locale(lang).plural_form(count))
    key = f"{key}.{form}" if f"{key}.{form}" in load(lang) else f"{key}.other"
    return word(lang, key, n=number(count))


def number(count: float) -> str:
    """Digits are Latin everywhere, for the charts can draw no others."""
    return f"{count:,}"


def has(lang: str, key: str) -> bool:
    """Whether there is such a word."""
    return key in load(lang)


def direction(lang: str) -> str:
    """The way the language is written."""
    return "rtl" if lang in RTL else "ltr"


def _flat(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flat(f"{prefix}{key}.", value)
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs
