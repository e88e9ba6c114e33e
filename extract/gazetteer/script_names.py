"""Picks, from the names of a town in all languages, those that Arabic and English texts use."""

from __future__ import annotations

import re

from extract.gazetteer.rows import plain

# Letters and marks of Arabic itself; Persian, Urdu, Kurdish and Uighur names hold others.
_PURE_ARABIC = re.compile(r"[\u0621-\u063a\u0640-\u0655 \-]+")
_ARABIC_SCRIPT = re.compile(r"[\u0621-\u063a\u0640-\u0655\u06a9\u06cc\u06c1 \u200c\-]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’‘ʻʼ`\-]+")
_CODE = re.compile(r"[A-Z]{2,4}")
_PERSIAN_WRITERS = frozenset({"IR", "AF", "PK", "TJ", "IN"})
_SHORTEST = 3


def arabic_names(alternates: list[str], country: str) -> tuple[list[str], list[str]]:
    """Names in Arabic, and those in a neighbour's spelling that serve where Arabic has none."""
    pure = [name for name in alternates if _PURE_ARABIC.fullmatch(name) and len(name) >= _SHORTEST]
    # Arabic and Persian lists mix: a name with its article or with ta marbuta is surely Arabic.
    pure.sort(key=lambda name: not (name.startswith("ال") or "ة" in name))
    if pure and country not in _PERSIAN_WRITERS:
        return pure, []
    near = [
        name
        for name in alternates
        if _ARABIC_SCRIPT.fullmatch(name) and not _PURE_ARABIC.fullmatch(name) and len(name) > _SHORTEST
    ]
    return pure, near


def latin_names(name: str, alternates: list[str], *, many: bool) -> tuple[list[str], list[str]]:
    """The main name with its unmarked spelling, and, where `many` are wanted, further Latin names."""
    main = list(dict.fromkeys([name, plain(name)]))
    if not many:
        return main, []
    others = {
        plain(other): None
        for other in alternates
        if other[:1].isupper()
        and len(other) >= _SHORTEST
        and _LATIN.fullmatch(other)
        and not _CODE.fullmatch(other)
    }
    return main, [other for other in others if other not in main]
