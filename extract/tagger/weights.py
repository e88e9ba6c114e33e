"""Reads a model that CRFsuite wrote, so that it can be asked in bulk: weights of features, and from label to label."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from extract.errors import AnnotationError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_CHUNK = struct.Struct("<4sII")
_STRINGS = struct.Struct("<4sIIIII")
_FEATURE = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_RECORD = struct.Struct("<II")
_STATE, _TRANSITION = 0, 1


@dataclass(frozen=True, slots=True)
class Weights:
    """`state[rows[feature]]` are the weights of a feature for each label; `steps[i, j]` of label j after label i."""

    labels: tuple[str, ...]
    rows: dict[str, int]
    state: NDArray[np.float32]
    steps: NDArray[np.float64]


def read_weights(path: Path) -> Weights:
    """The weights in a model file. Raises AnnotationError where it is none."""
    try:
        blob = path.read_bytes()
        return _read(blob)
    except (OSError, struct.error, ValueError, IndexError) as error:
        message = f"{path}: no model can be read from it ({error}); run `python -m extract.tagger train`"
        raise AnnotationError(message) from error


def _read(blob: bytes) -> Weights:
    header = _HEADER.unpack_from(blob)
    if header[0] != b"lCRF" or header[2] != b"FOMC":
        raise ValueError("it does not begin as a model of CRFsuite does")
    at_features, at_labels, at_attributes = header[7:10]
    _, _, number = _CHUNK.unpack_from(blob, at_features)
    features = np.frombuffer(blob, _FEATURE, number, at_features + _CHUNK.size)
    labels, attributes = _strings(blob, at_labels), _strings(blob, at_attributes)
    state = np.zeros((len(attributes) + 1, len(labels)), np.float32)
    steps = np.zeros((len(labels), len(labels)))
    own = features[features["type"] == _STATE]
    state[own["source"], own["target"]] = own["weight"]
    between = features[features["type"] == _TRANSITION]
    steps[between["source"], between["target"]] = between["weight"]
    return Weights(tuple(labels), {name: row for row, name in enumerate(attributes)}, state, steps)


def _strings(blob: bytes, at: int) -> list[str]:
    """The strings of a constant database, by their number."""
    _, _, _, _, number, back = _STRINGS.unpack_from(blob, at)
    found = []
    for offset in struct.unpack_from(f"<{number}I", blob, at + back):
        _, size = _RECORD.unpack_from(blob, at + offset)
        begin = at + offset + _RECORD.size
        found.append(blob[begin : begin + size - 1].decode())
    return found
