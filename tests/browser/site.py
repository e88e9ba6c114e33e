"""The product as a reader meets it: the seed articles in a store, the page on a port of this machine."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from werkzeug.serving import make_server

from extract.pipeline import add_paths
from extract.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parents[2] / "seeds"


def seed_store(folder: Path) -> Path:
    """A store of the seed articles, extracted as `make run` does."""
    path = folder / "events.duckdb"
    with Store.open(path) as store:
        report = add_paths(store, [SEEDS])
    assert report.events, [outcome.reason for outcome in report.failed]
    return path


@contextmanager
def served(application: Any) -> Iterator[str]:
    """Any WSGI application on a free port; its address."""
    server = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def host_page(html: str) -> Any:
    """Somebody else's site: one page, whatever is asked."""

    def application(_environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [html.encode()]

    return application
