"""What a word of `languages/<code>/events.toml` tells: a kind of event, or a part in telling one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.model import EventType


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of one lemma. `part` is verb, noun or words; `rest` is what a set phrase adds.

    `type` is None for words that tell no event themselves: then `role` says what they do
    ("does", "undergoes", "occurs", "says", "claims", "denies", "plain").
    """

    word: str
    part: str
    type: EventType | None = None
    role: str = ""
    kind: str = ""
    whom: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    subject: str = "source"
    owner: str = ""
    must: str = ""
    counts: str = ""
    weak: bool = False
    person: bool = False
    victim: bool = False
    speaker: bool = False
    rest: tuple[str, ...] = ()
