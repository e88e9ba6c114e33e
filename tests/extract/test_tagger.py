"""The tagger: its texts are read and checked, its models are those of the texts, and they say what CRFsuite says."""

from __future__ import annotations

import hashlib
import random
import tomllib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pycrfsuite
import pytest

from extract.errors import AnnotationError
from extract.script import fold, tokens
from extract.tagger import lexicon, tagged
from extract.tagger.clitics import cut_of
from extract.tagger.features import Word, cases, seen, sentence_features
from extract.tagger.marks import Told, headed_phrases, known_phrases
from extract.tagger.model import CODES, FOLDER, Model, load_model
from extract.tagger.swap import swapped
from extract.tagger.texts import Annotated, labelled, parse, read_texts
from extract.tagger.train import DIGESTS, digest, train
from extract.tagger.weights import read_weights

LARGEST = 3_000_000  # bytes, both models
FEWEST_WORDS = {"ar": 48_000, "en": 41_000}  # may only rise


@pytest.mark.parametrize("code", CODES)
def test_the_committed_model_is_that_of_the_texts(code):
    told = tomllib.loads(DIGESTS.read_text(encoding="utf-8"))[code]
    again = (
        "the texts or the code have changed: run `python -m extract.tagger train` and commit what it writes"
    )
    assert told["learnt_from"] == digest(code), again
    assert told["model"] == hashlib.sha256((FOLDER / f"{code}.crfsuite").read_bytes()).hexdigest(), again


def test_the_models_are_small():
    assert sum((FOLDER / f"{code}.crfsuite").stat().st_size for code in CODES) <= LARGEST


@pytest.mark.parametrize("code", CODES)
def test_the_same_texts_give_the_same_model(code, tmp_path):
    few = read_texts(code)[:4]
    for name in ("one", "two"):
        train(code, few, tmp_path / name, copies=1, max_iterations=5)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("code", CODES)
def test_there_is_enough_to_learn_from_and_every_name_stands_on_words(code):
    texts = read_texts(code)
    assert sum(len(text.text.split()) for text in texts) >= FEWEST_WORDS[code]
    for text in texts:
        begins = sum(label[0] == "B" for sentence in labelled(text) for label in sentence.labels)
        assert begins == len(text.names), text.name


@pytest.mark.parametrize("code", CODES)
def test_names_are_as_likely_as_crfsuite_says(code):
    """The product adds up weights itself, many sentences at once; the library that learnt them is the judge."""
    model: Model = load_model(code)
    judge = pycrfsuite.Tagger()
    judge.open(str(FOLDER / f"{code}.crfsuite"))
    for text in read_texts(code)[::60]:
        for sentence in labelled(text):
            folded = [fold(word) for word in sentence.words]
            phrases = known_phrases(folded, model.lexicon)
            known = [phrases.get(at, "") for at in range(len(folded))]
            case = cases(sentence.words)
            words = [seen(Word(word, case), model.lexicon) for word in sentence.words]
            heads = headed_phrases(folded, model.lexicon)
            headed = [heads.get(at, "") for at in range(len(folded))]
            judge.set(sentence_features(words, known, [""] * len(words), headed))
            theirs = [[judge.marginal(label, at) for label in model.labels] for at in range(len(words))]
            scores = model.first_scores(list(sentence.words), folded, [len(folded)], apart=False)
            np.testing.assert_allclose(model.chain.likely(scores, [len(folded)]), theirs, atol=1e-5)


def test_many_sentences_at_once_say_what_each_says_alone():
    model = load_model("ar")
    text = max(read_texts("ar")[:20], key=lambda one: len(one.text))
    sentences = [list(sentence.words) for sentence in labelled(text)]
    words = [word for sentence in sentences for word in sentence]
    folded, lengths = [fold(word) for word in words], [len(sentence) for sentence in sentences]
    scores = model.first_scores(words, folded, lengths)
    together = model.chain.likely(scores, lengths)
    alone = [model.chain.likely(part, [len(part)]) for part in np.split(scores, np.cumsum(lengths)[:-1])]
    np.testing.assert_allclose(together, np.concatenate(alone), atol=1e-9)


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        ("% kind=x\nقال [x:أحمد] ذلك", "ar/bad.txt:2", "[x:"),
        ("% kind=x\n\nقال [p:أحمد ذلك", "ar/bad.txt:3", "[p:أحمد"),
        ("% kind=x\nقال [p:أحمد [l:بيروت]] ذلك", "ar/bad.txt:2", "أحمد [l:بيروت"),
        ("% kind=x\nقال أحمد] ذلك", "ar/bad.txt:2", "قال أحمد]"),
        ("% kind=x\nقال [p:] ذلك", "ar/bad.txt:2", "[p:"),
        ("قال [p:أحمد] ذلك", "ar/bad.txt:1", "% kind"),
    ],
)
def test_a_wrong_annotation_is_told_with_file_line_and_value(lines, where, what, tmp_path):
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "bad.txt").write_text(lines, encoding="utf-8")
    with pytest.raises(AnnotationError) as error:
        read_texts("ar", tmp_path)
    assert where in str(error.value)
    assert what in str(error.value)


def test_a_name_that_ends_inside_a_word_is_told():
    plain, spans = parse("قال [p:أحم]د ذلك", "ar/bad.txt:2")
    with pytest.raises(AnnotationError, match="أحمد"):
        labelled(Annotated("ar/bad.txt:1", plain, tuple(spans), {}))


def test_a_file_that_is_no_model_is_told(tmp_path):
    (tmp_path / "ar.crfsuite").write_bytes(b"half a model")
    with pytest.raises(AnnotationError, match=r"run `python -m extract\.tagger train`"):
        read_weights(tmp_path / "ar.crfsuite")


@pytest.mark.parametrize("code", CODES)
def test_a_copy_with_other_names_is_marked_as_well_as_the_text(code):
    texts = read_texts(code)[:30]
    changed = 0
    copies = swapped(texts, random.Random(1), {})  # noqa: S311 - the same every time
    for text, copy in zip(texts, copies, strict=True):
        assert [span.kind for span in copy.names] == [span.kind for span in text.names]
        labelled(copy)  # raises where a name cuts a word
        changed += copy.text != text.text
    assert changed > len(texts) / 2


@pytest.mark.parametrize(
    ("word", "kind", "cut"),
    [
        ("وبوتين", "p", 1),
        ("بوتين", "p", 0),
        ("وليد", "p", 0),
        ("ولأحمد", "p", 2),
        ("للقاهرة", "l", 1),
        ("بالقاهرة", "l", 1),
        ("لوكالة", "o", 1),
        ("ووهران", "l", 1),
        ("فلسطين", "l", 0),
        ("كوريا", "l", 0),
        ("London", "l", 0),
    ],
)
def test_what_is_glued_to_a_name_is_no_part_of_it(word, kind, cut):
    assert cut_of(fold(word), word, kind, lexicon("ar")) == cut


def test_a_name_told_elsewhere_marks_its_words_but_not_its_own():
    told = Told()
    number = told.tell(["سامي", "الخوري"], "p")
    assert told.mark("والخوري") == "pl"
    assert told.mark("الخوري", own=number) == ""
    assert told.mark("الغابه") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الرئيس الروسي فلاديمير بوتين إن بلاده مستعدة.", [("فلاديمير بوتين", "p")]),
        ("وصل وزير الخارجية أنتوني بلينكن إلى القاهرة.", [("أنتوني بلينكن", "p"), ("القاهرة", "l")]),
        ("President Joe Biden flew to London on Monday.", [("Joe Biden", "p"), ("London", "l")]),
        ("The weather was cold and nobody came.", []),
        ("كان الطقس باردا ولم يأت أحد.", []),
    ],
)
def test_names_in_plain_sentences(text, names):
    cut = tokens(text)
    found = [
        (text[cut.starts[name.first] : cut.ends[name.last - 1]], name.kind) for name in tagged(text).names
    ]
    assert found == names


@pytest.mark.parametrize("text", ["", " ", "\n", "؟؟؟", "a", "\ud83d", "،،، ...", "1300", "ـــ"])
def test_any_text_is_answered(text):
    assert all(0 <= name.first < name.last for name in tagged(text).names)


def test_threads_that_read_at_once_find_what_one_finds():
    texts = [text.text for text in read_texts("ar")[:12]]
    alone = [_names(text) for text in texts]
    load_model.cache_clear()
    tagged.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(_names, texts)) == alone


def _names(text):
    return [name[:4] for name in tagged(text).names]
