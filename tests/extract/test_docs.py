"""docs/data-format.md shows what the commands print and which columns the tables have, to the letter.

`python -m tests.extract.test_docs` writes what they print now into the page, to be read before it is committed.
"""

# ruff: noqa: S603 - the commands started here are this program's own
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from benchmarks.synthetic import articles
from extract.store import Store
from extract.store.schema import TABLES

ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs" / "data-format.md"
_EXAMPLE = re.compile(
    r"```console\n\$ (?P<command>(?:[^\n]*\\\n|[^\n]*\n\$ )*[^\n]*)\n(?P<printed>.*?)```", re.DOTALL
)


def examples(text: str) -> list[tuple[str, str]]:
    """What is typed, and what is shown below it."""
    return [(match["command"].replace("\n$ ", "\n"), match["printed"]) for match in _EXAMPLE.finditer(text)]


def printed(command: str, folder: Path) -> str:
    """What `command` prints in a folder that has the seeds and this Python first in its path."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    (bin_ / "python").chmod(0o755)
    if not (folder / "seeds").exists():
        shutil.copytree(ROOT / "seeds", folder / "seeds")
    environment = {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    shell = ["sh", "-c", command]
    return subprocess.run(
        shell, cwd=folder, env=environment, capture_output=True, text=True, check=False
    ).stdout


def columns() -> str:
    """The tables as the page lists them."""
    lines = ["| table | columns |", "| --- | --- |"]
    for name, schema in TABLES.items():
        shown = ", ".join(f"{column}{'' if kind.nullable else '*'}" for column, kind in schema.items())
        lines.append(f"| {name} | {shown} |")
    return "\n".join(lines)


def test_there_are_examples_of_each_command():
    commands = " ".join(command for command, _ in examples(DOC.read_text(encoding="utf-8")))
    for command in ("extract annotate", "extract add"):
        assert command in commands


@pytest.mark.parametrize(("command", "shown"), examples(DOC.read_text(encoding="utf-8")))
def test_a_shown_command_prints_what_is_shown(command, shown, tmp_path):
    assert printed(command, tmp_path) == shown


def test_the_tables_are_those_of_the_schema():
    assert columns() in DOC.read_text(encoding="utf-8")


def test_the_python_of_the_page_runs(tmp_path, monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    with Store.open("events.duckdb") as store:
        store.add(articles(50))
    exec(compile(code, str(DOC), "exec"), {})  # noqa: S102 - what the page tells people to run
    shown = capsys.readouterr().out
    assert "consult" in shown
    assert "events" in shown


def write() -> None:
    """Put what each command prints now below it."""
    with TemporaryDirectory() as folder:
        text = DOC.read_text(encoding="utf-8")
        for match in _EXAMPLE.finditer(text):
            shown = printed(match["command"].replace("\n$ ", "\n"), Path(folder))
            text = text.replace(match.group(), f"```console\n$ {match['command']}\n{shown}```")
        DOC.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
