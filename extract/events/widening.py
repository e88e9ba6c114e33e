"""The further words of people without a name: "مسلحون مجهولون", "قوات الدرك", "suspected jihadists"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events.chunk import Chunk
    from extract.events.scene import Scene

_PLURALS = ("ون", "ين")
_SOUND = ("ون", "ين", "ان")
_PERSONS = ("ي", "ت", "ن", "ا")  # first letters of a verb in the present
_SHORT = 4  # letters that an adjective is longer than
_MODIFIERS = 2  # words before people that say which: "Fulani militia members"
# Who belongs to something: "قوات الدرك", "موظفو القطاع العام", "سكان القرية".
_MEMBERS = frozenset(
    {
        "troops",
        "soldiers",
        "security-forces",
        "workers",
        "militants",
        "gunmen",
        "leaders",
        "rebels",
        "students",
        "officials",
        "civilians",
        "authorities",
        "committee",
        "union",
        "company",
        "court",
        "political-parties",
        "supporters",
        "tribesmen",
    }
)


def widened(scene: Scene, chunk: Chunk) -> Chunk:
    """The chunk with the words beside it that say which people these are."""
    if scene.lexicon.code == "ar":
        _described(scene, chunk)
        _of_members(scene, chunk)
    else:
        _modified(scene, chunk)
    return chunk


def _free(scene: Scene, token: int) -> bool:
    """A word of nobody's: no name, date, place, number, nor a word that tells an event."""
    form = scene.folded[token]
    return (
        form.isalpha()
        and not scene.taken(token)
        and not scene.lexicon.tells[form]
        and form not in scene.lexicon.words.numbers
    )


def _described(scene: Scene, chunk: Chunk) -> None:
    """An adjective that agrees: "مسلحون مجهولون", "المتظاهرين السلميين"."""
    token = chunk.last + 1
    if token >= len(scene.folded) or not _free(scene, token):
        return
    head, form = scene.folded[chunk.last].removeprefix(chunk.glue), scene.folded[token]
    definite = form.startswith("ال")
    if definite != head.startswith("ال") or len(form) <= _SHORT:
        return
    known = scene.lexicon.people(form)
    agrees = form.endswith(_PLURALS) and not (form.startswith(_PERSONS) and not definite)
    if (agrees and chunk.plural) or form in scene.lexicon.words.describing or (known[1] and not known[0]):
        chunk.last, chunk.end = token, scene.ends[token]


def _of_members(scene: Scene, chunk: Chunk) -> None:
    """What they belong to, and its adjective: "قوات الدرك", "موظفو القطاع العام"."""
    head = scene.folded[chunk.last].removeprefix(chunk.glue)
    if chunk.people not in _MEMBERS or head.startswith("ال") or head.endswith((*_SOUND, "ا")):
        return
    token = chunk.last + 1
    if token >= len(scene.folded) or not scene.folded[token].startswith("ال") or not _free(scene, token):
        return
    chunk.last, chunk.end = token, scene.ends[token]
    token += 1
    if token < len(scene.folded) and scene.folded[token].startswith("ال") and _free(scene, token):
        chunk.last, chunk.end = token, scene.ends[token]


def _modified(scene: Scene, chunk: Chunk) -> None:
    """Words before that say which: "suspected jihadists", "prison guards"."""
    words, lexicon = scene.lexicon.words, scene.lexicon
    for _ in range(_MODIFIERS):
        token = chunk.first - 1
        if token < 0 or scene.taken(token):
            return
        form = scene.folded[token]
        plain = form.isalpha() and not lexicon.read(form) and form not in words.small
        if form not in words.describing and not (plain and not form.endswith(("ed", "ing", "ly"))):
            return
        chunk.first, chunk.start = token, scene.starts[token]
