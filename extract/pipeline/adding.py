"""Many files in, one report out: what was added, what was there, and what could not be used and why."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from extract.errors import ExtractError, InputError, UnreadableError
from extract.readers import read, reader_of
from extract.readers.text import LARGEST, document_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from extract.model import Annotation, Document, Interval

_BATCH = 64  # articles; what is read but not yet kept is lost if the machine stops
STANDARD_INPUT = "-"
_LATE = "was kept with no day of publication; its dates are resolved by the day given now"


class Keeper(Protocol):
    """What adding needs of a store."""

    def known(self, document_ids: Collection[str], /) -> set[str]: ...

    def undated(self, document_ids: Collection[str], /) -> set[str]: ...

    def add(self, annotations: Iterable[Annotation], /) -> object: ...


class Outcome(NamedTuple):
    """One article: how many events it gave and what its reader should know, or why it gave none."""

    name: str
    events: int = 0
    notices: tuple[str, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Report:
    """What became of every article that was named."""

    added: list[Outcome] = field(default_factory=list)
    already: list[Outcome] = field(default_factory=list)
    failed: list[Outcome] = field(default_factory=list)

    @property
    def events(self) -> int:
        """How many events are new."""
        return sum(outcome.events for outcome in self.added)

    @property
    def done(self) -> int:
        return len(self.added) + len(self.already) + len(self.failed)


class _Read(NamedTuple):
    name: str
    document: Document


def add_paths(
    store: Keeper,
    paths: Iterable[str | Path],
    *,
    published: Interval | None = None,
    progress: Callable[[Report, int], None] | None = None,
) -> Report:
    """Read, extract and keep every article of `paths` (files, folders, "-"); the bad ones do not stop the rest.

    `published` is the day of publication of them all and goes before what a sidecar says. `progress`
    hears the report so far and how many articles there are, after each.
    """
    report = Report()
    files = list(_files(paths, report))
    tell = progress or (lambda *_: None)
    total = len(files) + len(report.failed)
    documents = _documents(files, published, report)
    while chunk := list(islice(documents, _BATCH)):
        _add_chunk(store, chunk, report, lambda: tell(report, total))
    tell(report, total)
    return report


def _add_chunk(store: Keeper, chunk: list[_Read], report: Report, tell: Callable[[], None]) -> None:
    seen = store.known({one.document.id for one in chunk})
    undated = store.undated({one.document.id for one in chunk if one.document.published} & seen)
    found: list[Annotation] = []
    outcomes: list[Outcome] = []
    for one in chunk:
        late = one.document.id in undated
        if one.document.id in seen and not late:
            report.already.append(Outcome(one.name))
            continue
        seen.add(one.document.id)
        undated.discard(one.document.id)
        outcome = _annotated(one, found)
        if late and not outcome.reason:
            outcome = outcome._replace(notices=(_LATE, *outcome.notices))
        (report.failed if outcome.reason else outcomes).append(outcome)
        tell()
    store.add(found)
    report.added += outcomes
    tell()


def _annotated(one: _Read, found: list[Annotation]) -> Outcome:
    # Imported late: a start that finds nothing new needs no gazetteer.
    from extract.pipeline.annotating import annotate  # noqa: PLC0415

    try:
        annotation = annotate(one.document)
    except ExtractError as error:
        return Outcome(one.name, reason=str(error))
    except Exception as error:  # noqa: BLE001 - one article must not cost the others; it is told, not hidden
        return Outcome(one.name, reason=f"{one.name}: {defect(error)}")
    found.append(annotation)
    return Outcome(one.name, len(annotation.events), annotation.notices)


def defect(error: Exception) -> str:
    """An error that is ours and not the reader's, in words that help to report it."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return (
        f"a defect of this program ({type(error).__name__}: {error}; {place}); please report it with the text"
    )


def _documents(files: Iterable[str | Path], published: Interval | None, report: Report) -> Iterator[_Read]:
    for file in files:
        try:
            for document in documents_of(file, published):
                yield _Read(str(file), document)
        except InputError as error:
            report.failed.append(Outcome(str(file), reason=str(error)))


def documents_of(file: str | Path, published: Interval | None = None) -> Iterator[Document]:
    """The articles of one file, or of standard input ("-"); a day given goes before what a sidecar says."""
    if file == STANDARD_INPUT:
        documents = iter([document_of(sys.stdin.buffer.read(LARGEST + 1), "standard input")])
    else:
        documents = read(Path(file))
    for document in documents:
        yield replace(document, published=published, published_from="given") if published else document


def _files(paths: Iterable[str | Path], report: Report) -> Iterator[str | Path]:
    """Every file of `paths` once; in a folder, at any depth, those that a reader takes."""
    seen: set[str] = set()
    for path in paths:
        try:
            for file in [path] if path == STANDARD_INPUT else _expanded(path):
                if str(file) not in seen:
                    seen.add(str(file))
                    yield file
        except UnreadableError as error:
            report.failed.append(Outcome(str(path), reason=str(error)))


def _expanded(path: str | Path) -> list[Path]:
    if "://" in str(path):
        message = f"{path}: addresses are not fetched; save the article as a text file and give that"
        raise UnreadableError(message)
    folder = Path(path)
    if not folder.is_dir():
        return [folder]
    inside = sorted(file for file in folder.rglob("*") if not _hidden(file, folder) and file.is_file())
    files = [file for file in inside if reader_of(file)]
    if not files:
        message = f"{path}: the folder holds no article; articles are text files that end in .txt"
        raise UnreadableError(message)
    return files


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
