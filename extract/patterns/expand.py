"""Reads one phrase of a language file: every way to say it, as words and slots."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.script import fold_phrase

_MOST_VARIANTS = 600


def expand(phrase: str) -> list[str]:
    """Every way to say `phrase`: its options taken or left, its alternatives chosen."""
    variants, rest = _sequence(phrase, 0)
    if rest != len(phrase):
        raise ValueError(f"has a {phrase[rest]!r} that nothing opened")
    if len(variants) > _MOST_VARIANTS:
        raise ValueError(f"has {len(variants)} variants, more than {_MOST_VARIANTS}; split it")
    return variants


def _sequence(phrase: str, at: int) -> tuple[list[str], int]:
    """The variants from `at` up to a sign that closes a group around it."""
    variants = [""]
    while at < len(phrase) and phrase[at] not in "])|":
        if phrase[at] in "[(":
            choices, at = _group(phrase, at)
            variants = [variant + choice for variant in variants for choice in choices]
            continue
        width = 2 if phrase[at] == "\\" else 1
        variants = [variant + phrase[at : at + width] for variant in variants]
        at += width
    return variants, at


def _group(phrase: str, at: int) -> tuple[list[str], int]:
    """The choices of `(one|other)`, and nothing besides for `[one|other]`."""
    opening = phrase[at]
    closing = {"[": "]", "(": ")"}[opening]
    choices = [""] if opening == "[" else []
    while True:
        inner, at = _sequence(phrase, at + 1)
        choices += inner
        if at >= len(phrase) or phrase[at] not in f"|{closing}":
            raise ValueError(f"lacks a {closing!r}")
        if phrase[at] == closing:
            return choices, at + 1


_SIGN = re.compile(r"\\(.)|([<>])|(\{[^}]*\}?)")


def elements(variant: str) -> list[str]:
    """Words folded, slots as `{name}`, the marks of what counts as `{<}` and `{>}`."""
    elements: list[str] = []
    text = ""
    done = 0
    for sign in _SIGN.finditer(variant):
        plain, mark, slot = sign.groups()
        text += variant[done : sign.start()]
        done = sign.end()
        if plain is not None:
            text += plain
            continue
        if slot and not slot.endswith("}"):
            raise ValueError("lacks a '}'")
        elements += [*_folded(text), slot or f"{{{mark}}}"]
        text = ""
    return [*elements, *_folded(text + variant[done:])]


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    """As `fold_phrase`; the variants of one phrase have most of their pieces in common."""
    return fold_phrase(text) if text and not text.isspace() else ()
