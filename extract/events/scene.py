"""A document as tokens with everything that was found in it laid over them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.laying import lay, lay_actors, lay_bare_places, lay_people, put
from extract.events.lexicon import Lexicon, lexicon
from extract.events.strangers import strangers_at
from extract.events.vocabulary import match
from extract.language import detect
from extract.script import sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events.chunk import Chunk
    from extract.model import ActorMention, Document, TimeExpression, Toponym

_GAME = 3  # words of sport that make an article one about a game
LANGUAGES = ("ar", "en")


@dataclass(slots=True)
class Sentence:
    """A sentence: its tokens from `first` to `end` (exclusive) and its words in the text."""

    number: int
    first: int
    end: int
    start: int
    stop: int


@dataclass(slots=True)
class Scene:
    """What the rules of this package look at."""

    document: Document
    lexicon: Lexicon
    folded: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]
    chunks: list[Chunk]
    chunk_at: list[Chunk | None]
    dates: list[TimeExpression | None]
    places: list[Toponym | None]
    date_tokens: list[int] = field(default_factory=list)
    place_tokens: list[int] = field(default_factory=list)
    plays: bool = False  # the whole article is about a game
    habits: list[int] = field(default_factory=list)  # tokens that say it has long been so
    notes: list[str] | None = None  # what was rejected and why, only where somebody asked
    toponyms: Sequence[Toponym] = field(default_factory=list)

    def taken(self, token: int) -> bool:
        """The token is part of a name or a date, so it is no word of its own."""
        return (
            self.chunk_at[token] is not None
            or self.dates[token] is not None
            or self.places[token] is not None
        )

    def words(self, first: int, last: int) -> str:
        return self.document.text[self.starts[first] : self.ends[last]]

    def note(self, message: str) -> None:
        if self.notes is not None:
            self.notes.append(message)


def scene(
    document: Document,
    dates: Sequence[TimeExpression],
    places: Sequence[Toponym],
    actors: Sequence[ActorMention],
) -> Scene | None:
    """The scene of a document; None in a language whose events nobody has described."""
    code = document.language if document.language in LANGUAGES else detect(document.text)
    if code not in LANGUAGES:
        return None
    lex = lexicon(code)
    folded, starts, ends = tokens(document.text)
    made = Scene(
        document, lex, folded, starts, ends, [], [], [None] * len(folded), [None] * len(folded), [None] * len(folded), toponyms=places
    )  # fmt: skip
    made.sentences = _sentences(made)
    lay(made, dates, made.dates)
    lay(made, places, made.places)
    lay_actors(made, actors)
    lay_people(made)
    lay_bare_places(made)
    for stranger in list(strangers_at(made)):
        put(made, stranger)
    made.chunks.sort(key=lambda chunk: chunk.first)
    made.date_tokens = [token for token, each in enumerate(made.dates) if each is not None]
    habit = lex.words.habit
    made.plays = sum(form in lex.words.sport for form in folded) >= _GAME
    made.habits = [
        t
        for t, form in enumerate(folded)
        if form in habit and match(habit, folded, t, len(folded)) and not _agrees(folded, t)
    ]
    made.place_tokens = [token for token, each in enumerate(made.places) if each is not None]
    return made


def _agrees(folded: list[str], token: int) -> bool:
    """As in "اتفاقا تاريخيا": beside a noun with the same ending it is an adjective, no adverb."""
    ending = "ا"
    return token > 0 and folded[token].endswith(ending) and folded[token - 1].endswith(ending)


def within(tokens_: list[int], first: int, end: int) -> list[int]:
    """Those of some tokens, in order, that lie between two others."""
    return tokens_[bisect_left(tokens_, first) : bisect_left(tokens_, end)]


def _sentences(scene: Scene) -> list[Sentence]:
    found = []
    for number, (start, stop) in enumerate(sentences(scene.document.text)):
        first = bisect_left(scene.starts, start)
        end = bisect_left(scene.starts, stop)
        for cut in range(first, end, _LONGEST):
            last = min(end, cut + _LONGEST)
            span = (start, stop) if end - first <= _LONGEST else (scene.starts[cut], scene.ends[last - 1])
            found.append(Sentence(number, cut, last, *span))
    return found


_LONGEST = 300  # tokens; a longer "sentence" is a list or a trap, and is read in pieces
