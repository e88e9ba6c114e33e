"""Compiles phrases into tries over tokens, and reads slots from a stream of words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from extract.errors import LanguageError
from extract.patterns.expand import elements, expand
from extract.patterns.looks import Looks, tell_kinds
from extract.patterns.node import Node, ending_of, is_plain, needed_by, read_words, value_of
from extract.patterns.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from extract.patterns.node import Reached
    from extract.patterns.stream import Stream

_MOST_READINGS = 3
_UNKNOWN = [("", Node())]  # ways that nobody has asked for yet


def _farthest(hit: Reached) -> int:
    return -hit[0]


def _next(ways: dict[str, Node], element: str) -> Node:
    node = ways.get(element)
    if node is None:
        node = ways[element] = Node()
    return node


class Grammar:
    """Slots that are words, slots that are rules over other slots, slots that are functions."""

    def __init__(self, shown: str, ambiguous: frozenset[str] = frozenset()) -> None:
        """`shown` is the file to name in errors; `ambiguous` slots keep several readings of the same words."""
        self.shown = shown
        self.ambiguous = ambiguous
        self.roots: dict[str, Node] = {}
        self.natives: dict[str, Callable[[Stream, int], list[tuple[int, Any]]]] = {}
        self.native_first: dict[str, Callable[[str], bool]] = {}
        self.indirect: set[str] = set()  # those that look at nothing unless another slot was found
        self.vocabulary: set[str] = set()
        self.plain: frozenset[str] = frozenset()  # slots that are words alone
        self.reach = Reach(self)
        self._looks = Looks(self.vocabulary)
        self._first: dict[str, tuple[frozenset[str], tuple[Callable[[str], bool], ...]]] = {}
        self._starts: dict[tuple[str, str], bool] = {}  # whether a slot may begin with a word that looks so
        self._order = 0

    def add_native(
        self,
        slot: str,
        read: Callable[[Stream, int], list[tuple[int, Any]]],
        first: Callable[[str], bool],
        *,
        indirect: bool = False,
        figures: Callable[[str, str], int] | None = None,
    ) -> None:
        """A slot that code reads; `first` tells quickly whether it may begin with a word.

        It is `indirect` if it looks at no word before another slot has been found there. `figures` tells
        by a word in figures and the one after it how far it reaches: 0 nowhere, 1 a word, 2 perhaps farther.
        """
        if figures:
            self.reach.natives[slot] = figures
        if indirect:
            self.indirect.add(slot)
        self.natives[slot] = read
        self.native_first[slot] = first

    def add_words(self, slot: str, table: Mapping[str, Iterable[str]], value: Callable[[str], Any]) -> None:
        """A slot that is a list of phrases; `value` makes its value of their key."""
        root = self.roots.setdefault(slot, Node())
        for key, phrases in table.items():
            meant = value(key)
            for phrase in phrases:
                for words in self.variants(phrase):
                    self._insert(root, words, key, lambda meant=meant: meant, constant=True)

    def add_rule(self, slot: str, name: str, phrases: Iterable[str], act: Callable[..., Any]) -> None:
        """A slot that a rule makes of other slots; `act` gets them by name, and answers None to decline."""
        root = self.roots.setdefault(slot, Node())
        for phrase in phrases:
            for words in self.variants(phrase):
                self._insert(root, words, name, act)

    def check(self) -> None:
        """Raise where a phrase names a slot that nothing fills."""
        known = self.roots.keys() | self.natives.keys() | {"<", ">"}
        self.plain = frozenset(slot for slot, root in self.roots.items() if is_plain(root))
        stack = list(self.roots.values())
        while stack:
            node = stack.pop()
            stack += [*node.words.values(), *node.slots.values()]
            for slot in node.slots.keys() - known:
                near = difflib.get_close_matches(slot, known, n=1)
                hint = f" Did you mean '{near[0]}'?" if near else ""
                raise LanguageError(
                    f"{self.shown}: a phrase has the slot {{{slot}}}, which is not known.{hint}"
                )

    def may_start(self, slot: str, word: str) -> bool:
        """Whether `slot` may begin with `word`; remembered, so it costs nothing to ask."""
        look = self._looks[word]
        told = self._starts.get((slot, look)) if look else None
        if told is None:
            first, asked = self._first.get(slot) or self._firsts(slot)
            told = word in first or any(ask(word) for ask in asked)
            if look:
                self._starts[slot, look] = told
        return told

    def find(self, slot: str, stream: Stream, at: int) -> list[tuple[int, Any]]:
        """What `slot` may be from word `at` on: (end, value), longest first, each end once."""
        here = stream.slots[at]
        found = here.get(slot)
        if found is None:
            native = self.natives.get(slot)
            if slot in "<>":
                found = [(at, at)]
            elif at >= len(stream.words):
                found = []
            elif native:
                found = native(stream, at)
                if found or slot not in self.indirect:
                    stream.farthest = len(stream.words) + 1  # nobody knows what it looked at
            elif slot in self.plain:
                found = read_words(self.roots[slot], stream, at)
            else:
                found = self._read(slot, stream, at)
            here[slot] = found
        return found

    def _read(self, slot: str, stream: Stream, at: int) -> list[tuple[int, Any]]:
        reached = self._walk(self.roots[slot], stream, at)
        most = _MOST_READINGS if slot in self.ambiguous else 1
        found: dict[int, list[tuple[int, Any]]] = {}
        for end, node, values in reached:
            for ending in node.ends:
                known = found.setdefault(end, [])
                if most == 1 and known and known[0][0] <= ending.order:
                    continue
                value = value_of(ending, values, stream)
                if value is not None:
                    known.append((ending.order, value))
                    known.sort(key=lambda told: told[0])
        return [(end, value) for end, known in found.items() for _, value in known[:most]]

    def longest(
        self, slot: str, stream: Stream, at: int, enough: Callable[[Any], bool]
    ) -> list[tuple[int, Any]]:
        """As `find`, but no shorter readings than the first that is `enough`."""
        reached = self._walk(self.roots[slot], stream, at)
        found: list[tuple[int, Any]] = []
        best: tuple[int, Any] | None = None
        for place, (end, node, values) in enumerate(reached):
            for ending in node.ends:
                if best is not None and best[0] <= ending.order:
                    continue
                value = value_of(ending, values, stream)
                if value is not None:
                    best = ending.order, value
            if best is not None and (place + 1 == len(reached) or reached[place + 1][0] < end):
                found.append((end, best[1]))
                if enough(best[1]):
                    break
                best = None
        return found

    def _walk(self, root: Node, stream: Stream, at: int) -> list[Reached]:  # noqa: C901
        """What can be reached from `root` by the words from `at` on, farthest first."""
        reached: list[Reached] = []
        kinds, slots = stream.kinds or tell_kinds(stream, self._looks), stream.slots
        waiting: list[Reached] = [(at, root, ())]
        farthest, steps = at, 0
        while waiting:
            at, node, values = waiting.pop()
            steps += 1
            if at > farthest:  # noqa: PLR1730  # a call of max costs time at every step
                farthest = at
            if node.ends:
                reached.append((at, node, values))
            # The last of the ways first, for what waits is taken from its end.
            ways = node.ways.get(kinds[at])
            for slot, after in self._ways(node, stream, at) if ways is None else ways:
                if not slot:
                    waiting.append((at + 1, after, values))
                    continue
                found = slots[at].get(slot)
                if found is None:
                    found = self.find(slot, stream, at)
                for end, value in reversed(found):
                    # Where nothing ends and nothing goes on, there is no need to go.
                    if after.ends or after.ways.get(kinds[end], _UNKNOWN):
                        waiting.append((end, after, (*values, (value, at, end))))
                    elif end > farthest:
                        farthest = end
        stream.steps += steps
        stream.farthest = max(stream.farthest, farthest)
        if len(reached) > 1:
            reached.sort(key=_farthest)
        return reached

    def _ways(self, node: Node, stream: Stream, at: int) -> list[tuple[str, Node]]:
        """The slots after `node` that may begin with word `at`, "" for the word itself; in reverse."""
        word, kind = stream.word(at), stream.kinds[at]
        ways = [("", node.words[word])] if word in node.words else []
        if len(kind) > 1 and kind[0] == "#":
            lead = self.reach.leading(kind, word, stream.word(at + 1))
            ways += [told for told in node.slots.items() if told[0] in "<>" or lead(*told)]
        else:
            ways += [
                told
                for told in node.slots.items()
                if told[0] in "<>" or (kind and self.may_start(told[0], word))
            ]
        ways.reverse()
        node.ways[kind] = ways
        return ways

    def _firsts(self, slot: str) -> tuple[frozenset[str], tuple[Callable[[str], bool], ...]]:
        words: set[str] = set()
        asked: list[Callable[[str], bool]] = []
        seen: set[str] = set()
        waiting = [slot]
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in self.native_first:
                asked.append(self.native_first[name])
                continue
            nodes = [self.roots[name]]
            while nodes:
                node = nodes.pop()
                words |= node.words.keys()
                for inner, after in node.slots.items():
                    if inner in "<>":
                        nodes.append(after)
                    else:
                        waiting.append(inner)
        self._first[slot] = (frozenset(words), tuple(asked))
        return self._first[slot]

    def _insert(
        self,
        root: Node,
        words: Sequence[str],
        name: str,
        act: Callable[..., Any],
        *,
        constant: bool = False,
    ) -> None:
        node = root
        names: list[str] = []
        for element in words:
            if element in {"{<}", "{>}"}:
                names.append(element[1])
                node = _next(node.slots, element[1])
            elif element.startswith("{"):
                called, _, slot = element[1:-1].rpartition("=")
                names.append(called or slot.removeprefix("the_"))
                node = _next(node.slots, slot)
            else:
                self.vocabulary.add(element)
                node = _next(node.words, element)
        self._order += 1
        missing = frozenset() if constant else needed_by(act) - set(names) - {"places"}
        if missing:
            told, lacking = " ".join(words), ", ".join(sorted(missing))
            raise LanguageError(
                f"{self.shown}: {name} = {told!r} lacks the slot {{{lacking}}}, which its rule needs."
            )
        node.ends.append(ending_of(self._order, name, act, names, constant=constant))

    def variants(self, phrase: str) -> list[list[str]]:
        """The ways to say a phrase, each as words and slots."""
        try:
            variants = expand(phrase)
        except ValueError as error:
            raise LanguageError(f"{self.shown}: the phrase {phrase!r} {error}.") from None
        found = [words for variant in variants if (words := elements(variant))]
        return list({tuple(words): words for words in found}.values())
