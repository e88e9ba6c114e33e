"""Trains the models on the annotated texts: the same texts, code and parameters always give the same model."""

from __future__ import annotations

import hashlib
import random
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from extract.script import fold
from extract.tagger.features import Word, cases, seen, sentence_features
from extract.tagger.lexicon import lexicon
from extract.tagger.lists import listed_names
from extract.tagger.marks import Told, headed_phrases, known_phrases
from extract.tagger.swap import swapped
from extract.tagger.texts import FOLDER as TEXTS
from extract.tagger.texts import Annotated, labelled, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.tagger.features import Seen
    from extract.tagger.texts import Sentence

PARAMETERS: dict[str, float | int | bool] = {
    "c1": 0.4,
    "c2": 0.1,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
COPIES = 2  # of each text with other names of the same kind
_UNKNOWN = 0.1  # of the words of a name the lexicon is not asked
_UNKNOWN_TEXT = 0.15  # of the texts
_FOUND = 0.7  # of the other names of a text, so many are taken for told, as a first reading finds them
_LOWERED = 0.15  # of the English texts have no capitals, as much of the web


def train(
    code: str, texts: Sequence[Annotated], path: Path, *, copies: int = COPIES, **parameters: float
) -> None:
    """Write the model that these texts make to `path`."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS, **parameters})
    for features, labels in examples(code, texts, copies):
        trainer.append(features, labels)
    trainer.train(str(path))


def examples(
    code: str, texts: Sequence[Annotated], copies: int
) -> Iterator[tuple[list[list[str]], tuple[str, ...]]]:
    """The features and the labels of every sentence of the texts and of their copies."""
    lists = listed_names(code, random.Random(code)) if copies else {}  # noqa: S311 - the same every time
    for number in range(copies + 1):
        chance = random.Random(f"{code} {number}")  # noqa: S311 - the same every time
        for text in swapped(texts, chance, lists) if number else texts:
            yield from _of_text(code, text, chance, copy=number > 0)


def _of_text(
    code: str, text: Annotated, chance: random.Random, *, copy: bool
) -> Iterator[tuple[list[list[str]], tuple[str, ...]]]:
    sentences = labelled(text)
    known = lexicon(code)
    unknown_text = copy and chance.random() < _UNKNOWN_TEXT
    lowered = copy and code == "en" and chance.random() < _LOWERED
    told, own = _told(sentences, chance)
    for number, sentence in enumerate(sentences):
        words = [word.lower() for word in sentence.words] if lowered else sentence.words
        folded = [fold(word) for word in words]
        case = cases(words)
        found = []
        for word, label in zip(words, sentence.labels, strict=True):
            hidden = unknown_text or (label != "O" and chance.random() < _UNKNOWN)
            found.append(_seen(Word(word, case), code, flagged=not hidden))
        phrases = known_phrases(folded, known) if not unknown_text else {}
        marks = [told.mark(word, own.get((number, at), 0)) for at, word in enumerate(folded)]
        named = [phrases.get(at, "") if chance.random() > _UNKNOWN else "" for at in range(len(words))]
        heads = headed_phrases(folded, known)
        headed = [heads.get(at, "") for at in range(len(words))]
        yield sentence_features(found, named, marks, headed), sentence.labels


_SEEN: dict[tuple[str, Word, bool], Seen] = {}


def _seen(word: Word, code: str, *, flagged: bool) -> Seen:
    key = (code, word, flagged)
    if key not in _SEEN:
        _SEEN[key] = seen(word, lexicon(code), flagged=flagged)
    return _SEEN[key]


def _told(sentences: Sequence[Sentence], chance: random.Random) -> tuple[Told, dict[tuple[int, int], int]]:
    """What a first reading of the text would tell: most of its names, and which token belongs to which."""
    told = Told()
    own: dict[tuple[int, int], int] = {}
    for number, sentence in enumerate(sentences):
        folded = [fold(word) for word in sentence.words]
        for first, last, kind in spans(sentence.labels):
            if chance.random() < _FOUND:
                name = told.tell(folded[first:last], kind, sentence.cuts.get(first, 0))
                own.update({(number, at): name for at in range(first, last)})
    return told, own


# What decides, beside the world data, what a model is. World data may grow without a new model.
_SHAPING = ("features", "lexicon", "lists", "marks", "swap", "texts", "train")
DIGESTS = Path(__file__).parent / "models.toml"


def digest(code: str, texts: Path = TEXTS) -> str:
    """A mark of the texts, the code and the parameters that a language's model was learnt with."""
    here = Path(__file__).parent
    found = hashlib.sha256()
    for path in sorted([*(texts / code).glob("*.txt"), *(here / f"{name}.py" for name in _SHAPING)]):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def write_digest(code: str) -> None:
    """Note beside the models what this one was learnt from, and what it is."""
    told = tomllib.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.is_file() else {}
    model = hashlib.sha256((DIGESTS.parent / f"{code}.crfsuite").read_bytes()).hexdigest()
    told[code] = {"learnt_from": digest(code), "model": model}
    lines = [
        "# Written by `python -m extract.tagger train`: which texts and code each model was learnt from."
    ]
    for name, values in sorted(told.items()):
        lines += ["", f"[{name}]", *(f'{key} = "{value}"' for key, value in values.items())]
    DIGESTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
