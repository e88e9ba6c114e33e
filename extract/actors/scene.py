"""A document as finding sees it: its tokens, and the phrases of the index that begin at each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from extract.actors.index import Index, Reading, load_index
from extract.actors.trimmed import names_told
from extract.script import raw_offset, readings
from extract.tagger import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extract.actors.tag import Tag
    from extract.model import Document
    from extract.tagger import Name

NO_PIECES: tuple[Piece, ...] = ()


class Piece(NamedTuple):
    """A phrase of the index at tokens `start` to `end`, after `cut` folded letters of clitics."""

    start: int
    end: int
    cut: int
    clitics: tuple[str, ...]
    tag: Tag


class Scene:
    """The tokens of a text and what the index knows about them."""

    def __init__(self, text: str, index: Index) -> None:
        self.text = text
        self.index = index
        self.words, self.starts, self.ends = tagged(text).cut
        self.size = len(self.words)
        self.scripts = ["\u0621" <= word[0] <= "\u06d3" for word in self.words]
        self.pieces: list[tuple[Piece, ...]] = []
        self.where: dict[str, list[int]] = {}  # kind -> the tokens at which one of it begins
        # Tokens that begin with a given name, after how many letters, and whether it is a common word too.
        self.names: list[tuple[int, int, bool]] = []
        parts = self.index.parts["ar"]
        named = self.index.given | {"بن"}
        read, remembered = self.index.read, self.index.remembered
        following = [*self.words[1:], ""]
        for i, word in enumerate(self.words):
            alone, longer, names, plain, kinds = remembered.get(word) or read(word)
            if longer and (more := longer.get(following[i])):
                self.pieces.append(self._pieces_at(i, (*more, *alone)))
            elif not alone:
                self.pieces.append(NO_PIECES)
            elif plain:
                self.pieces.append(
                    tuple([Piece(i, i + 1, cut, clitics, tag) for cut, clitics, _, tag in alone])
                )
                for kind in kinds:
                    self.where.setdefault(kind, []).append(i)
            else:
                self.pieces.append(self._pieces_at(i, alone))
            if names and self.scripts[i]:
                self.names.append((i, names[0], False))
            elif following[i] in named and self.scripts[i]:
                cut = 0 if word in parts.common else 1
                if word[cut:] in parts.common and (cut == 0 or word[0] == "و"):
                    self.names.append((i, cut, True))  # "هند رستم", "وعمر بن الخطاب"

    @cached_property
    def lowered(self) -> frozenset[int]:
        """The tokens of names in a text without capitals."""
        return frozenset(i for name in tagged(self.text).names for i in range(name.first, name.last))

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last words of the known names of several words in the text: surnames that may go on alone."""
        pieces = (p for i in self.positions("actor") for p in self.find(i, "actor"))
        return frozenset(self.words[p.end - 1] for p in pieces if p.end - p.start > 1)

    @cached_property
    def capitals(self) -> bool:
        """Whether the text uses capitals at all: much of the web does not."""
        return any(letter.isupper() for letter in self.text)

    @cached_property
    def tagged(self) -> tuple[Name, ...]:
        """The names that the tagger sees, in order."""
        return names_told(self)

    @cached_property
    def tagged_at(self) -> dict[int, Name]:
        """Token -> the name that the tagger sees there."""
        return {i: name for name in self.tagged for i in range(name.first, name.last)}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries whose adjective or capital the text names."""
        return frozenset(
            p.tag.value
            for i in self.positions("adjective", "capital")
            for p in self.find(i, "adjective", "capital")
        )

    @cached_property
    def sure_actors(self) -> frozenset[str]:
        """The ids of the actors that the text names by more than a common word."""
        return frozenset(
            p.tag.value
            for i in self.positions("actor")
            for p in self.find(i, "actor")
            if not p.tag.form.endswith("doubtful")
        )

    def at(self, i: int) -> tuple[Piece, ...]:
        """The phrases that begin at token `i`, longest first."""
        return self.pieces[i] if i < self.size else NO_PIECES

    def positions(self, *kinds: str) -> list[int]:
        """The tokens at which a phrase of one of `kinds` begins, in order."""
        return sorted({i for kind in kinds for i in self.where.get(kind, ())})

    def find(self, i: int, *kinds: str, cut: int | None = None) -> Iterator[Piece]:
        """Those of `kinds` that begin at `i`; with `cut=0` only where nothing is glued to the front."""
        for piece in self.at(i):
            if piece.tag.kind in kinds and (cut is None or piece.cut == cut):
                yield piece

    def first(self, i: int, *kinds: str, cut: int | None = None) -> Piece | None:
        """The longest of `kinds` at `i`."""
        return next(self.find(i, *kinds, cut=cut), None)

    def word(self, i: int) -> str:
        """The folded token, "" outside of the text."""
        return self.words[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.size else ""

    def capital(self, i: int) -> bool:
        """Whether the token is written with a capital."""
        return self.raw(i)[:1].isupper()

    def arabic(self, i: int) -> bool:
        """Whether the token is of Arabic letters."""
        return 0 <= i < self.size and self.scripts[i]

    def near(self, i: int) -> bool:
        """Whether nothing but spaces stands between token `i` and the one after it, on one line."""
        return i + 1 < self.size and "\n" not in self.text[self.ends[i] : self.starts[i + 1]]

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the one after it."""
        return i + 1 < self.size and self.ends[i] == self.starts[i + 1]

    def span(self, start: int, end: int, cut: int = 0) -> tuple[int, int]:
        """Offsets in the text of tokens `start` to `end`, without `cut` letters at the front."""
        return self.starts[start] + (raw_offset(self.raw(start), cut) if cut else 0), self.ends[end - 1]

    def _pieces_at(self, i: int, known: tuple[Reading, ...]) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for cut, clitics, rest, tag in known:
            length = len(rest)
            if length and (
                (length > 1 and tuple(self.words[i + 1 : i + 1 + length]) != rest)
                or not self._one_line(i, length)
            ):
                continue
            form = tag.form
            if form and form[0] in "eu" and not self._written(i, i + 1 + length, tag):
                continue
            if tag[:2] in self.index.marked and not self._marked_so(i, cut, tag):
                continue
            found.append(Piece(i, i + 1 + length, cut, clitics, tag))
        if len(found) > 1:
            found.sort(key=_longest)
        for kind in {piece.tag.kind for piece in found}:
            self.where.setdefault(kind, []).append(i)
        return tuple(found)

    def _marked_so(self, i: int, cut: int, tag: Tag) -> bool:
        """Whether the marks that are written, if any, are those of the name."""
        raw = self.raw(i)[raw_offset(self.raw(i), cut) :]
        return raw == fold_marks(raw) or raw in self.index.marked[tag[:2]]

    def _one_line(self, i: int, length: int) -> bool:
        return "\n" not in self.text[self.starts[i] : self.starts[i + length]]

    def _written(self, start: int, end: int, tag: Tag) -> bool:
        """Whether an English phrase is written as its kind asks: names with capitals, "US" in capitals.

        Where a text has no capitals at all, whole names of several words count, and what the tagger sees.
        """
        if not self.capitals and tag.kind in _CAPITALISED:
            whole = end - start > 1 and not tag.form.startswith("upper")
            return whole or all(i in self.lowered for i in range(start, end))
        if tag.form.startswith("upper"):
            return all(self.raw(i).isupper() or not self.words[i].isalpha() for i in range(start, end))
        if tag.form.startswith("every"):
            return all(self.capital(i) or not self.words[i].isalpha() for i in range(start, end))
        if tag.kind in _CAPITALISED:
            return self.capital(start) or (tag.kind == "actor" and self.raw(start) in {"al", "el", "von"})
        return True


def scene_of(document: Document, own: Path | None = None) -> Scene:
    """The scene of a document; the last ones are remembered, as several readers ask for the same."""
    index = load_index(own)
    scene = _LAST.pop(document.text, None)
    if scene is None or scene.index is not index:
        scene = Scene(document.text, index)
    _LAST[document.text] = scene
    while len(_LAST) > _REMEMBERED:
        _LAST.pop(next(iter(_LAST)), None)
    return scene


_REMEMBERED = 2
_LAST: dict[str, Scene] = {}
_CAPITALISED = frozenset({"actor", "state", "capital", "adjective"})


def _longest(piece: Piece) -> tuple[int, int, str, str]:
    return (-piece.end, piece.cut, piece.tag.kind, piece.tag.value)


def fold_marks(raw: str) -> str:
    """A word without the signs above and below its letters."""
    return "".join(letter for letter in raw if not "\u064b" <= letter <= "\u0652")


def stem_of(scene: Scene, i: int, cut: int) -> str:
    """The folded word without its clitics."""
    for reading in readings(scene.words[i]):
        if reading.cut == cut:
            return reading.stem
    return scene.words[i][cut:]
