"""What a phrase of the index is."""

from __future__ import annotations

from typing import NamedTuple


class Tag(NamedTuple):
    """`kind`: actor, state, capital, adjective, people, office, body, side, title, ...; `value`: which one.

    `form` is what grammar asks: gender, number and article of an adjective, the state of a noun, "en" or "upper"
    for how English must write it, and "alone" or "doubtful" of names.
    """

    kind: str
    value: str
    form: str = ""
