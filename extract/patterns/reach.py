"""Tells by a number and the word after it how far a slot may reach, so that most need not be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.patterns.grammar import Grammar
    from extract.patterns.node import Node

NOTHING, ONE_WORD, FARTHER = 0, 1, 2
_MARKS = "<>"


class Near(NamedTuple):
    """A word in figures, the word after it, and the same where it may make one of the figures on both sides."""

    word: str
    following: str
    tied: str


class Reach:
    """How far the slots of a grammar reach from a word in figures: nowhere, over it alone, or perhaps farther."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.natives: dict[str, Callable[[str, str], int]] = {}
        self._known: dict[str, dict[str, int]] = {}

    def leading(self, kind: str, word: str, after: str) -> Callable[[str, Node], bool]:
        """Tells of a slot and what comes after it whether the way may be gone from a word in figures on.

        `kind` is "#", the look of `word`, "|", the look of the word `after` it, and "~" where that is a sign
        with no figures behind it; all words of one kind have one answer.
        """
        known = self._known.setdefault(kind, {})
        look = kind.partition("|")[2]
        loose = len(look) > 1 and look[-1] == "~"
        following = after if look else ""
        near = Near(word, following, "" if loose else following)

        def leads(slot: str, node: Node) -> bool:
            told = self._of(slot, known, near)
            return told == FARTHER or (told == ONE_WORD and (_ends(node) or self._goes_on(node, following)))

        return leads

    def _of(self, slot: str, known: dict[str, int], near: Near) -> int:
        told = known.get(slot)
        if told is None:
            known[slot] = FARTHER  # where a slot leads to itself, nothing is ruled out
            told = known[slot] = self._found_out(slot, known, near)
        return told

    def _found_out(self, slot: str, known: dict[str, int], near: Near) -> int:
        word, following = near.word, near.following
        if not self.grammar.may_start(slot, word):
            return NOTHING
        if slot in self.grammar.natives:
            native = self.natives.get(slot)
            return native(word, near.tied) if native else FARTHER
        reached = NOTHING
        nodes = [self.grammar.roots[slot]]
        while nodes:
            node = nodes.pop()
            steps = [node.words[word]] if word in node.words else []
            for inner, after in node.slots.items():
                if inner in _MARKS:
                    nodes.append(after)
                    continue
                told = self._of(inner, known, near)
                if told == FARTHER:
                    return FARTHER
                steps += [after] * told
            if any(self._goes_on(after, following) for after in steps):
                return FARTHER
            if any(_ends(after) for after in steps):
                reached = ONE_WORD
        return reached

    def _goes_on(self, node: Node, word: str) -> bool:
        if not word:
            return False
        return word in node.words or any(
            self._goes_on(after, word) if slot in _MARKS else self.grammar.may_start(slot, word)
            for slot, after in node.slots.items()
        )


def _ends(node: Node) -> bool:
    return bool(node.ends) or any(_ends(after) for slot, after in node.slots.items() if slot in _MARKS)
