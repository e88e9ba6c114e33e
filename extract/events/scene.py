"""A document as tokens with everything that was found in it laid over them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.events.chunk import Chunk
from extract.events.lexicon import Lexicon, lexicon
from extract.events.people import people_at
from extract.events.strangers import strangers_at
from extract.events.vocabulary import match
from extract.language import detect
from extract.model import ActorKind
from extract.script import fold, sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import ActorMention, Document, TimeExpression, Toponym

_GAME = 3  # words of sport that make an article one about a game
LANGUAGES = ("ar", "en")
_ADJECTIVES_AR = ("ي", "يه")
_PLURALS_AR = ("يين", "يون", "يان", "يات", "يتين", "يتان", "ين", "ون")
_MASCULINE = frozenset(
    [
        "مجلس",
        "حزب",
        "جيش",
        "اتحاد",
        "بنك",
        "مكتب",
        "حرس",
        "بيت",
        "كرملين",
        "تحالف",
        "صندوق",
        "مركز",
        "برلمان",
        "تنظيم",
        "وفد",
        "معهد",
        "تيار",
        "حلف",
        "قصر",
        "ازهر",
        "هلال",
        "صليب",
        "موساد",
        "شاباك",
        "كونغرس",
        "ناتو",
    ]
)
_MASCULINE_STATES = frozenset({"lb", "iq", "jo", "ma", "sd", "ye", "ss", "ps", "so", "td"})


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
    _lay_dates(made, dates)
    _lay_places(made, places)
    _lay_actors(made, actors)
    _lay_people(made)
    _lay_bare_places(made)
    for stranger in list(strangers_at(made)):
        _put(made, stranger)
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


def span_of(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token of a span of the text."""
    first = bisect_right(scene.starts, start) - 1
    first = max(first, 0)
    if scene.ends and scene.ends[first] <= start:
        first += 1
    last = bisect_left(scene.starts, end) - 1
    return (first, last) if first <= last < len(scene.folded) else None


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


def _lay_dates(scene: Scene, dates: Sequence[TimeExpression]) -> None:
    for expression in dates:
        span = span_of(scene, expression.evidence.start, expression.evidence.end)
        if span:
            for token in range(span[0], span[1] + 1):
                scene.dates[token] = expression


def _lay_places(scene: Scene, places: Sequence[Toponym]) -> None:
    for toponym in places:
        span = span_of(scene, toponym.evidence.start, toponym.evidence.end)
        if span:
            for token in range(span[0], span[1] + 1):
                scene.places[token] = toponym


def _lay_actors(scene: Scene, actors: Sequence[ActorMention]) -> None:
    for mention in actors:
        span = span_of(scene, mention.evidence.start, mention.evidence.end)
        if not span:
            continue
        first, last = span
        actor = mention.actor
        words = scene.folded[first : last + 1]
        toponym = scene.places[first]
        chunk = Chunk(
            first,
            last,
            mention.evidence.start,
            mention.evidence.end,
            glue=_glue(scene, first, mention.evidence.start),
            actor=actor,
            adjective=_adjective(scene, words, actor.kind, first),
            place=toponym.place if toponym and toponym.evidence.end == mention.evidence.end else None,
        )
        chunk.feminine = _feminine(chunk, words)
        chunk.plural = actor.kind in {ActorKind.STATE, ActorKind.GROUP} and words[-1].endswith(_PLURALS_AR)
        chunk.possessive = scene.folded[last + 1 : last + 3] in (["'", "s"], ["s", "'"]) or (
            scene.folded[last + 1 : last + 2] == ["'"]
        )
        _put(scene, chunk)


def _put(scene: Scene, chunk: Chunk) -> None:
    scene.chunks.append(chunk)
    for token in range(chunk.first, chunk.last + 1):
        scene.chunk_at[token] = chunk


def _glue(scene: Scene, first: int, start: int) -> str:
    """The folded letters of the first token before the mention's own; "لل" is only "ل"."""
    glue = fold(scene.document.text[scene.starts[first] : start]) if start > scene.starts[first] else ""
    if glue.startswith(("ولل", "فلل")):
        return glue[:2]
    return "ل" if glue.startswith("لل") else glue


def _adjective(scene: Scene, words: list[str], kind: ActorKind, first: int) -> bool:
    """Whether a one-word mention of a state or a group is its adjective ("الروسي", "Israeli")."""
    if len(words) != 1 or kind not in {ActorKind.STATE, ActorKind.GROUP}:
        return False
    word = words[0].removeprefix("و")
    if scene.lexicon.code == "ar":
        return word.endswith(_ADJECTIVES_AR) and scene.places[first] is None
    following = scene.folded[first + 1] if first + 1 < len(scene.folded) else ""
    return (
        scene.places[first] is None
        and word.endswith(("n", "i", "h", "ese", "ch", "k"))
        and following.isalpha()
    )


def _feminine(chunk: Chunk, words: list[str]) -> bool | None:
    actor = chunk.actor
    if actor is None:
        return None
    head = words[0].removeprefix(chunk.glue) if chunk.glue else words[0]
    if actor.kind is ActorKind.STATE and len(words) == 1:
        return actor.country.lower() not in _MASCULINE_STATES
    if actor.kind is ActorKind.PERSON:
        return True if head.startswith("ال") and head.endswith("ه") else None
    if head.endswith(("ه", "ات")):
        return True
    return False if head.removeprefix("ال") in _MASCULINE else None


def _lay_people(scene: Scene) -> None:
    for chunk in people_at(scene):
        for token in range(chunk.first, chunk.last + 1):
            old = scene.chunk_at[token]
            if old is not None and old in scene.chunks:
                scene.chunks.remove(old)
        _put(scene, chunk)


def _lay_bare_places(scene: Scene) -> None:
    token = 0
    while token < len(scene.folded):
        toponym = scene.places[token]
        if toponym is None or scene.chunk_at[token] is not None:
            token += 1
            continue
        last = token
        while (
            last + 1 < len(scene.folded)
            and scene.places[last + 1] is toponym
            and scene.chunk_at[last + 1] is None
        ):
            last += 1
        start = max(toponym.evidence.start, scene.starts[token])
        glue = _glue(scene, token, start)
        _put(
            scene, Chunk(token, last, start, scene.ends[last], glue=glue, place=toponym.place, feminine=True)
        )
        token = last + 1
