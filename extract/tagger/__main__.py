"""`python -m extract.tagger train` writes the models of the annotated texts; `measure` tells how good they are."""

from __future__ import annotations

import sys
import time

import typer

from extract.errors import ExtractError
from extract.tagger.measure import measure as measured
from extract.tagger.model import CODES, FOLDER
from extract.tagger.texts import read_texts
from extract.tagger.train import train as trained
from extract.tagger.train import write_digest

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def train() -> None:
    """Learn from all texts and write the models into the package; the same texts give the same models."""
    for code in CODES:
        began = time.process_time()
        path = FOLDER / f"{code}.crfsuite"
        trained(code, read_texts(code), path)
        write_digest(code)
        print(f"{path.name}: {path.stat().st_size:,} bytes, {time.process_time() - began:.0f} s")


@app.command()
def measure(parts: int = 5) -> None:
    """Learn from all but a part of the texts, tag that part, and so on; print how good the names are."""
    for code in CODES:
        texts = read_texts(code)
        words = sum(len(text.text.split()) for text in texts)
        for line in measured(code, texts, parts).lines(f"{code}, {words:,} words"):
            print(line)


if __name__ == "__main__":
    try:
        app()
    except ExtractError as error:
        sys.exit(f"error: {error}")
