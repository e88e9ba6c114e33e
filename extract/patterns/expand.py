"""Reads one phrase of a language file: every way to say it, as words and slots."""

from __future__ import annotations

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


def elements(variant: str) -> list[str]:
    """Words folded, slots as `{name}`, the marks of what counts as `{<}` and `{>}`."""
    elements: list[str] = []
    text = ""
    at = 0
    while at < len(variant):
        sign = variant[at]
        if sign == "\\":
            text += variant[at + 1]
            at += 2
        elif sign in "<>":
            elements += [*fold_phrase(text), f"{{{sign}}}"]
            text = ""
            at += 1
        elif sign == "{":
            close = variant.find("}", at)
            if close < 0:
                raise ValueError("lacks a '}'")
            elements += [*fold_phrase(text), variant[at : close + 1]]
            text = ""
            at = close + 1
        else:
            text += sign
            at += 1
    return [*elements, *fold_phrase(text)]
