"""How good names are found, on texts that the tagger did not learn from: the tagger alone, and all that `annotate` prints."""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from extract.jsonl import answer_of, with_inside
from extract.model import Document, Grain, Interval
from extract.pipeline.annotating import annotate
from extract.tagger import model as tagging
from extract.tagger.measure import ANY, Counts, split, tagged, touch
from extract.tagger.texts import KINDS, read_texts
from extract.tagger.train import train

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.tagger.measure import Found
    from extract.tagger.texts import Annotated

PARTS = 5
FLOORS = Path(__file__).parent / "names_floors.toml"
_BELOW = 0.005  # a new floor stands so much below what was measured
_KIND_OF = {"person": "p", "organisation": "o", "armed_group": "o", "state": "l"}
_PEOPLE = "g"  # a people, a demonym: nothing that is marked as a name
_FIRST = 12  # rules that find most


@dataclass(slots=True)
class Rules:
    """What each rule found, how much of it is marked just so, with that kind, or not at all."""

    found: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    kind: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)

    def add(self, found: dict[Found, str], marked: Iterable[Found]) -> None:
        names = set(marked)
        spans = {name[:2] for name in names}
        for one, rule in found.items():
            self.found[rule] += 1
            self.same[rule] += one[:2] in spans
            self.kind[rule] += one in names
            self.false[rule] += not any(touch(one[:2], span) for span in spans)

    def lines(self) -> Iterator[str]:
        """A table for people, the rules with most false finds first."""
        yield f"{'rule':<30} {'found':>6} {'exact':>6} {'and kind':>8} {'no name':>8}"
        for rule, false in self.false.most_common(_FIRST):
            yield f"  {rule:<28} {self.found[rule]:6} {self.same[rule]:6} {self.kind[rule]:8} {false:8}"


@dataclass(slots=True)
class Result:
    """One language."""

    tagger: Counts = field(default_factory=Counts)
    product: Counts = field(default_factory=Counts)
    rules: Rules = field(default_factory=Rules)


def document_of(text: Annotated, code: str) -> Document:
    """The text as it would be given to `annotate`, with the day of publication that it tells."""
    published = None
    if told := text.told.get("published", "").strip():
        day = datetime.fromisoformat(told)
        published = Interval(day, day + timedelta(days=1), Grain.DAY)
    return Document.of(
        text.text, language=code, published=published, published_from="given" if published else ""
    )


def printed(document: Document) -> dict[Found, str]:
    """The names that `annotate` prints, as actors and as places, and the rule of each; the same words count once."""
    only = {"places", "actors"}
    annotation = annotate(document, only=only)
    answer = answer_of(annotation, only)
    found: dict[Found, str] = {}
    mentions = [one for told in annotation.actors for one in with_inside(told)]
    for mention, told in zip(mentions, answer["actors"], strict=True):
        kind = _KIND_OF.get(told["actor"]["kind"], _PEOPLE)
        rule = mention.evidence.rule if mention.name else f"{mention.evidence.rule}, no name"
        found[told["start"], told["end"], kind] = rule
    for toponym in annotation.places:
        kind = _PEOPLE if toponym.place is not None and toponym.place.kind == "demonym" else "l"
        found.setdefault((toponym.evidence.start, toponym.evidence.end, kind), toponym.evidence.rule)
    return found


def measured(code: str, parts: int) -> Result:
    """Learn from all texts but a part, read that part with what was learnt, and so on."""
    texts = read_texts(code)
    result = Result()
    home = tagging.FOLDER
    with tempfile.TemporaryDirectory() as folder:
        try:
            for held in range(parts):
                learnt, unseen = split(texts, parts, held)
                train(code, learnt, Path(folder) / f"{code}.crfsuite")
                for other in set(tagging.CODES) - {code}:
                    (Path(folder) / f"{other}.crfsuite").write_bytes(
                        (home / f"{other}.crfsuite").read_bytes()
                    )
                _use(Path(folder))
                for text in unseen:
                    _count(result, text, code)
        finally:
            _use(home)
    return result


def _use(folder: Path) -> None:
    """Read with the models of this folder from now on."""
    tagging.FOLDER = folder
    tagging.load_model.cache_clear()
    tagging.tagged.cache_clear()


def _count(result: Result, text: Annotated, code: str) -> None:
    marked = {(name.start, name.end, name.kind) for name in text.names}
    found = printed(document_of(text, code))
    result.tagger.add(tagged(tagging.load_model(code), text), marked)
    result.product.add([one for one in found if one[2] != _PEOPLE], marked)
    result.rules.add(found, marked)


def figures(result: Result) -> dict[str, float]:
    """The figures that have floors: F1 of whole names and of overlapping ones, of the tagger and of the product."""
    return {
        f"{who}_{how}_{kind}": round(getattr(counts, how)(kind).f1, 4)
        for who, counts in (("tagger", result.tagger), ("product", result.product))
        for how in ("exact", "overlap")
        for kind in (*KINDS, ANY)
        if not (who == "product" and kind == "m")
    }


def fallen(code: str, now: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """The figures below their floors, for people."""
    return [
        f"{code} {name}: {now[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in floors.get(code, {}).items()
        if now[name] < floor
    ]


def raised(code: str, now: dict[str, float], floors: dict[str, dict[str, float]]) -> None:
    """Write the floors with those of this language raised to what was measured; none falls."""
    old = floors.get(code, {})
    floors[code] = {name: max(old.get(name, 0.0), round(value - _BELOW, 3)) for name, value in now.items()}
    lines = ["# F1 in cross-validation that `python -m benchmarks.names` must reach; they only rise."]
    for language, values in sorted(floors.items()):
        lines += ["", f"[{language}]", *(f"{name} = {value}" for name, value in values.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=tagging.CODES, action="append")
    parser.add_argument("--parts", type=int, default=PARTS)
    parser.add_argument(
        "--raise", dest="raise_", action="store_true", help="raise the floors to what is measured"
    )
    asked = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    low: list[str] = []
    for code in asked.language or tagging.CODES:
        result = measured(code, asked.parts)
        for name, counts in (("tagger", result.tagger), ("product", result.product)):
            print("\n".join(counts.lines(f"{code}, {name}")))
        print("\n".join(result.rules.lines()))
        now = figures(result)
        low += fallen(code, now, floors)
        if asked.raise_:
            raised(code, now, floors)
    sys.exit("\n".join(low) or None)


if __name__ == "__main__":
    main()
