"""The phrases of Arabic: offices, bodies, adjectives of states, titles, verbs, in all their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.inflect import construct, definite, feminine, nisba_forms, saying_forms
from extract.actors.tag import Tag
from extract.actors.words import sections
from extract.script import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.gazetteer.actors import World


# Ministries that news calls by their portfolio alone: "الخارجية الروسية".
_SHORT = frozenset({"foreign", "defence", "interior", "health"})


def arabic_phrases(world: World) -> Iterator[tuple[tuple[str, ...], Tag]]:
    """All phrases of languages/ar/actors.toml and the adjectives of states."""
    words = sections("ar")
    yield from _adjectives(world)
    for key, phrases in words["offices"].items():
        yield from _office(key, phrases)
    for key, phrases in words["portfolios"].items():
        yield from _office(f"{key}-minister", [f"وزير {phrase}" for phrase in phrases])
        yield from _body(f"{key}-ministry", [f"وزارة {phrase}" for phrase in phrases])
        if key in _SHORT:
            yield from ((fold_phrase(phrase), Tag("body", f"{key}-ministry", "short")) for phrase in phrases)
    for key, phrases in words["bodies"].items():
        yield from _body(key, phrases)
    yield from _plain(words, "sides", "side")
    yield from _plain(words, "people", "people")
    for key, nouns in words["people"].items():
        for noun in nouns:
            (word,) = fold_phrase(noun)
            if not word.startswith("ال") and not word.endswith(("ون", "ين", "ا", "ه")):
                yield (word + "ا",), Tag("people", key)
    yield from _plain(words, "acts", "act")
    yield from _plain(words, "titles", "title")
    yield from _plain(words, "modifiers", "modifier")
    yield from _plain(words, "links", "link")
    yield from _plain(words, "types", "noun")
    yield from _plain(words, "offices_of", "office-of")
    yield from _plain(words, "metonym_nouns", "metonym")
    yield from _plain(words, "named_places", "place")
    for key, nouns in words["heads_of_names"].items():
        yield from ((fold_phrase(noun), Tag("head", key)) for noun in nouns)
    for kind in ("saying", "governing", "doing"):
        forms = saying_forms(words[kind]["past"], words[kind]["present"])
        yield from ((form, Tag(kind, "")) for form in forms)
    yield from _plain(words, "deputies", "deputy")


def _plain(
    words: dict[str, dict[str, list[str]]], section: str, kind: str
) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for key, phrases in words[section].items():
        yield from ((fold_phrase(phrase), Tag(kind, key)) for phrase in phrases)


def _office(key: str, phrases: list[str]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for phrase in phrases:
        words = fold_phrase(phrase)
        for form in {words, feminine(words)}:
            yield form, Tag("office", key, "d")
            if key == "counterpart":
                continue
            if construct(form) != form:
                yield construct(form), Tag("office", key, "c")
        yield from _several(key, words)


def _several(key: str, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    """Two or more holders of an office: "الرئيسان", "وزيرا الخارجية", and "وزيرا خارجية" before the names of states."""
    plurals = sections("ar")["plurals"]
    for form, tag in ((words, "d"), (construct(words), "c")):
        head, rest = form[0], form[1:]
        stem = head.removeprefix("ال")
        article = head[: len(head) - len(stem)]
        ends = ("ان", "ين") if article else ("ا", "ي")
        for several in (*(stem + end for end in ends), *plurals.get(stem, ())):
            yield (article + several, *rest), Tag("pair", key, tag)


def _body(key: str, phrases: list[str]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for number, phrase in enumerate(phrases):
        words = fold_phrase(phrase)
        # Only the first of the single words names the body without more: "الجيش", not "القوات".
        yield words, Tag("body", key, "d" if number == 0 or len(words) > 1 else "do")
        if construct(words) != words:
            yield construct(words), Tag("body", key, "c")


def _adjectives(world: World) -> Iterator[tuple[tuple[str, ...], Tag]]:
    named = {fold_phrase(name.text) for state in world.states.values() for name in state.entry.ar}
    for state in world.states.values():
        for nisba in state.adjectives_ar:
            doubt = "doubtful" if nisba.startswith("~") else ""
            yield from (
                (words, Tag("adjective", state.code, form + doubt))
                for words, form in nisba_forms(nisba.removeprefix("~"))
                if not (form == "ai" and words in named)  # "روسيا" is the country
            )
        for plural in state.plurals_ar:
            words = fold_phrase(plural)
            yield words, Tag("adjective", state.code, "pi")
            yield definite(words), Tag("adjective", state.code, "pd")
