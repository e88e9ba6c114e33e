"""A sequence tagger: which words of a sentence are a name, and of what, told by the words around them."""

from __future__ import annotations

from extract.tagger.lexicon import lexicon
from extract.tagger.model import Name, Tagged, tagged

__all__ = ["Name", "Tagged", "lexicon", "tagged"]
