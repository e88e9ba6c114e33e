"""`python -m extract.gazetteer build` writes the index of places into the user's cache."""

from __future__ import annotations

import sys
import time

from extract.gazetteer.build import folder_size
from extract.gazetteer.cache import build, index_folder
from extract.gazetteer.index import Index


def main(arguments: list[str]) -> int:
    if arguments != ["build"]:
        print("Say: python -m extract.gazetteer build", file=sys.stderr)
        return 1
    began = time.perf_counter()
    folder = index_folder()
    if not folder.is_dir():
        build(folder)
    took = time.perf_counter() - began
    print(f"{len(Index(folder)):,} places in {folder} ({folder_size(folder) / 1e6:.0f} MB, {took:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
