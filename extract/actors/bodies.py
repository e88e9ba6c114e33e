"""Organisations as parts of a phrase: known ones, and the bodies of a state that words make ("الجيش السوري")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.actors.inflect import agreeing
from extract.actors.words import sections
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.actors.scene import Piece, Scene
    from extract.gazetteer.actors import World

_FOREIGN_NOUNS = frozenset({"الشوون", "الشءون", "الديون", "وزاره", "وزير", "وزيره"})
_PLURALS = ("ات", "قوات", "وسائل", "قوى", "فصائل")


def organisation_at(scene: Scene, i: int, glued: tuple[str, ...] = ()) -> tuple[str, int] | None:
    """The id of the organisation at `i` with exactly `glued` in front, and the token after it."""
    best: tuple[str, int] | None = None
    for piece in scene.find(i, "actor"):
        if piece.clitics == glued and scene.index.world.entries[piece.tag.value].type != "person":
            best = (piece.tag.value, piece.end)
            break
    for actor, start_piece, end in body_at(scene, i):
        if start_piece.clitics == glued and (best is None or end > best[1]):
            best = (actor.id, end)
    return best


def body_at(scene: Scene, i: int) -> Iterator[tuple[Actor, Piece, int]]:
    """Bodies of a state that begin at `i`, with their first phrase and the token after the whole."""
    for piece in scene.find(i, "body"):
        if not scene.near(piece.end - 1) or (piece.tag.form == "short" and _noun_before(scene, i)):
            continue
        end = piece.end
        for further in (*scene.find(end, "adjective", cut=0), *scene.find(end, "state", cut=0)):
            if _fits(piece, further):
                yield (
                    body(scene.index.world, piece.tag.value, further.tag.value.removeprefix("state-")),
                    piece,
                    further.end,
                )
                break


def _noun_before(scene: Scene, i: int) -> bool:
    """For example "السياسة الخارجية الإيرانية": an adjective of the noun before, no ministry."""
    word = scene.word(i - 1).lstrip("وفب")
    return (word.startswith(("ال", "لل")) and word.endswith(("ه", "ات"))) or word in _FOREIGN_NOUNS


def _fits(piece: Piece, further: Piece) -> bool:
    form, other = piece.tag.form, further.tag.form
    if further.tag.kind == "state":
        return form == "c"
    definite = other[1:2] == "d"
    return (definite and other[0] in "mfp") if form in {"d", "do", "short"} else other[1:2] == "i"


def body(world: World, key: str, code: str) -> Actor:
    """The body `key` of the state `code`: the organisation that is it, or one made of the words."""
    known = world.bodies.get((key, code))
    if known is not None:
        return known
    name_ar, name_en = _names(key, code)
    state = world.states[code]
    adjective_en = state.adjectives_en[0] if state.adjectives_en else state.entry.actor.name_en
    arabic = (
        f"{name_ar} {agreeing(state.adjectives_ar[0].removeprefix('~'), feminine_noun=_feminine(name_ar))}"
        if state.adjectives_ar
        else f"{name_ar} في {state.entry.actor.name_ar}"
    )
    return Actor(f"{key}-{code}", arabic, f"{adjective_en} {name_en}", ActorKind.ORGANISATION, code.upper())


def plain_body(key: str) -> Actor:
    """A body whose country nobody tells."""
    name_ar, name_en = _names(key)
    return Actor(key, name_ar, name_en.capitalize(), ActorKind.ORGANISATION)


def _feminine(noun: str) -> bool:
    first = noun.split(maxsplit=1)[0]
    return first.endswith(("ة", "ات")) or first.removeprefix("ال") in _PLURALS


@lru_cache(maxsize=512)
def _names(key: str, _: str = "") -> tuple[str, str]:
    """The noun of a body in both languages."""
    arabic, english = sections("ar"), sections("en")
    if key in arabic["bodies"]:
        return arabic["bodies"][key][0], english["bodies"][key][0]
    portfolio = key.removesuffix("-ministry")
    return f"وزارة {arabic['portfolios'][portfolio][0]}", f"{english['portfolios'][portfolio][0]} ministry"
