"""Finds a Chromium, installs one where that is allowed, and says what to do where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

MISSING = "No Chromium: install Debian's `chromium`, run `playwright install chromium`, or set CHROMIUM to its path."
# The map needs WebGL, which these draw without a graphics card; nothing may speak to the net by itself.
ARGS = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoChromiumError(RuntimeError):
    """There is no Chromium and none can be installed."""


@cache
def chromium() -> str:
    """The path of a Chromium: CHROMIUM, the system's, Playwright's own, else one that apt brings."""
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu"]):
            subprocess.run(["apt-get", *command], capture_output=True, check=False)  # noqa: S603, S607
        found = _found()
    if found is None:
        raise NoChromiumError(MISSING)
    return found


def launch_args() -> dict[str, object]:
    """What Playwright is told to start."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium(), "args": [*ARGS, *sandbox]}


def _found() -> str | None:
    asked = os.environ.get("CHROMIUM")
    if asked and Path(asked).exists():
        return asked
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    folders = sorted(
        Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright").glob(
            "chromium-*"
        )
    )
    return next((str(f) for folder in reversed(folders) for f in folder.glob("chrome-linux*/chrome")), None)
