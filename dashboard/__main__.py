"""`python -m dashboard`: serves the page of a store, after adding what is new of the articles named."""

from __future__ import annotations

import socket
import sys
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import Annotated

import typer
from waitress.server import create_server

from dashboard.app import create_app
from dashboard.origins import OriginError, origins
from extract.errors import ExtractError
from extract.store import DEFAULT

_THREADS = 8


def main(
    store: Annotated[str, typer.Option(help="Where the events are: a path or a URL.")] = DEFAULT,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes any that is free.")] = 8050,
    add: Annotated[
        list[Path] | None, typer.Option(help="Articles to add first; those known are passed over.")
    ] = None,
    embed_origin: Annotated[
        list[str] | None,
        typer.Option(
            help="A site that may show /embed in a frame; more than once for several.", envvar="EMBED_ORIGINS"
        ),
    ] = None,
) -> None:
    """Serve the page."""
    try:
        allowed = origins(" ".join(embed_origin or []))
        listening = _listen(host, port)
        if add:
            _add(store, add)
        server = create_server(
            create_app(store, embed_origins=allowed).server, sockets=[listening], threads=_THREADS, ident=None
        )
    except (ExtractError, OriginError) as error:
        sys.exit(str(error))
    address, number = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    print(f"The page is at http://{shown}:{number}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()


def _listen(host: str, port: int) -> socket.socket:
    """The port, taken before anything slow is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        sys.exit(
            f"Port {port} of {host} cannot be used ({error.strerror}). "
            f"Name another: --port {port + 1}, or PORT={port + 1} with make run."
        )
    except OverflowError:
        sys.exit(f"{port} is no port: --port takes 0 to 65535.")
    return listening


def _add(store: str, paths: list[Path]) -> None:
    """What is new of the articles, and what was passed over and why."""
    from rich.console import Console  # noqa: PLC0415 - loaded only if there are articles

    from extract.pipeline import add_paths  # noqa: PLC0415
    from extract.show import show_report  # noqa: PLC0415
    from extract.store import Store  # noqa: PLC0415

    with Store.open(store) as opened:
        report = add_paths(opened, paths)
    show_report(report, Console(stderr=True, soft_wrap=not sys.stderr.isatty()), store)


if __name__ == "__main__":
    typer.run(main)
