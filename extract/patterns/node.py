"""The trie that phrases are compiled into, and what is at the end of one."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extract.patterns.stream import Cut, Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    Placed = tuple[Any, int, int]  # a value, and the words it stands for
    Reached = tuple[int, "Node", tuple[Placed, ...]]


@dataclass(slots=True)
class Node:
    """A place in the trie: where a next word or a next slot leads, and what ends here."""

    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[str, Node] = field(default_factory=dict)
    ends: list[Ending] = field(default_factory=list)
    # Which slots may begin with a word of a kind, found out once for each kind.
    ways: dict[str, list[tuple[str, Node]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ending:
    """A phrase that is complete: its rule and the names its slots are handed over by."""

    order: int
    name: str
    act: Callable[..., Any]
    takes: tuple[tuple[str, int], ...]  # the names that the rule takes, each with the slot that fills it
    places: (
        tuple[tuple[str, int], ...] | None
    )  # all names, where the rule wants to know where its slots stand
    start: int | None  # the slots that mark what counts
    end: int | None
    constant: bool = False  # whether it is a word of a table, whose value is always the same


def ending_of(order: int, name: str, act: Callable[..., Any], names: list[str], *, constant: bool) -> Ending:
    """The end of a phrase whose slots have `names`."""
    slots = {called: at for at, called in enumerate(names)}  # of two with one name the last
    start, end = slots.get("<"), slots.get(">")
    wanted = frozenset() if constant else wanted_by(act)
    takes = tuple(
        slot for slot in slots.items() if slot[0] not in {"<", ">"} and (wanted is None or slot[0] in wanted)
    )
    places = tuple(slots.items()) if wanted is not None and "places" in wanted else None
    return Ending(order, name, act, takes, places, start, end, constant)


def is_plain(root: Node) -> bool:
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node.slots or any(not ending.constant for ending in node.ends):
            return False
        nodes += node.words.values()
    return True


def read_words(root: Node, stream: Stream, at: int) -> list[tuple[int, Any]]:
    """The phrases of a slot that is words alone, longest first."""
    words = stream.words
    found: list[tuple[int, Any]] = []
    node: Node | None = root
    while node is not None:
        stream.steps += 1
        if node.ends:
            found.append((at, node.ends[0].act()))
        node = node.words.get(words[at]) if at < len(words) else None
        at += 1
    stream.farthest = max(stream.farthest, at - 1)
    found.reverse()
    return found


def value_of(ending: Ending, values: tuple[Placed, ...], stream: Stream) -> Any:
    given = {name: values[slot][0] for name, slot in ending.takes}
    if ending.places is not None:
        given["places"] = {name: values[slot][1:] for name, slot in ending.places}
    value = ending.act(**given)
    if value is None:
        return None
    if not ending.constant:
        stream.made_by(value, ending.name)
    if ending.start is None:
        return value
    return Cut(values[ending.start][0], values[-1 if ending.end is None else ending.end][0], value)


@lru_cache(maxsize=1024)
def wanted_by(act: Callable[..., Any]) -> frozenset[str] | None:
    code = act.__code__
    takes_all = bool(code.co_flags & inspect.CO_VARKEYWORDS)
    return None if takes_all else frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


@lru_cache(maxsize=1024)
def needed_by(act: Callable[..., Any]) -> frozenset[str]:
    parameters = inspect.signature(act).parameters.values()
    named = {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}
    return frozenset(p.name for p in parameters if p.default is inspect.Parameter.empty and p.kind in named)
