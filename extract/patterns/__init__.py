"""Compiles the phrases of `languages/` into one matcher over tokens.

A phrase is words, `[optional]`, `(one|other)`, `{slot}` or `{name=slot}`, and `<` `>` around the words that
count where the rest is only context; a backslash before one of these signs means the sign itself.
"""

from extract.patterns.expand import expand
from extract.patterns.grammar import Grammar
from extract.patterns.stream import Cut, Stream

__all__ = ["Cut", "Grammar", "Stream", "expand"]
