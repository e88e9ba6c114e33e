"""One happening, one event, across articles: which tellings are of the same, and why."""

from extract.merging.agree import Agreement, agreement
from extract.merging.corrections import Correction, in_force
from extract.merging.partition import Happening, partition
from extract.merging.telling import Side, Spot, Telling, block_of

__all__ = [
    "Agreement",
    "Correction",
    "Happening",
    "Side",
    "Spot",
    "Telling",
    "agreement",
    "block_of",
    "in_force",
    "partition",
]
