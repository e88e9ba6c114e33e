"""How far a name of a person reaches that no list knows: its parts, particles, and where it must stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.actors.believed import told_end
from extract.actors.scene import stem_of

if TYPE_CHECKING:
    from extract.actors.scene import Scene

_LONGEST = 5
_PARTICLES = 4
_GLUED_TO_HAMZA = frozenset({"لأ", "بأ", "كأ", "فأ", "لإ", "بإ", "فإ", "كإ"})  # "لأم كلثوم"
_NAMES_IN_HA = frozenset(["طه", "عبده", "نزيه", "وجيه", "نبيه", "فقيه", "بيه"])
_T_OF_NAMES = ("ات", "يت", "وت", "ست", "رت", "نت", "لت", "شت")
_SHORTEST_WORD = 3
_NISBA = 5
_SHORTEST_FOREIGN = 4
_VOWELS_OF_FOREIGN = 2
_NOT_IN_NAMES = frozenset(
    {
        "state",
        "adjective",
        "office",
        "body",
        "side",
        "people",
        "act",
        "saying",
        "modifier",
        "title",
        "noun",
        "metonym",
        "office-of",
        "link",
    }
)
# What a name does not begin with in Arabic: glued words, and letters that make verbs of the present.
_GLUED = ("وال", "بال", "فال", "كال", "لل", "سي", "ست", "ي", "ت")
_JOINERS = frozenset("-'’.")


def name_end(scene: Scene, i: int, cut: int = 0, *, eager: bool = False, titled: bool = False) -> int:
    """The token after the name that begins at `i`, or 0 where none does.

    `eager`: a verb has said that a name may come; with `titled` a title or an office has said that it will.
    """
    if scene.arabic(i):
        end = _arabic(scene, i, cut, eager=eager or titled, titled=titled)
    else:
        end = _english(scene, i, eager=eager or titled)
    return told_end(scene, i, cut, end)


def _arabic(scene: Scene, i: int, cut: int, *, eager: bool, titled: bool) -> int:
    parts = scene.index.parts["ar"]
    first = stem_of(scene, i, cut) if cut else scene.words[i]
    given = (first in scene.index.given and _written_as_name(scene, i)) or _ali(scene, i, cut)
    given = given or (eager and first in parts.common)
    if first in parts.first:
        end = _joined(scene, i)
        given = end > 0 and (eager or scene.word(end - 1) in scene.index.given | scene.index.family)
    else:
        end = i + 1
    if not given and not (titled and _plausible(scene, i, cut, lenient=1) and _continues(scene, i)):
        return 0
    if not given and any(p.tag.kind == "actor" and p.cut == 0 for p in scene.at(i)):
        return 0  # a surname known by itself begins no longer name
    count, sure = 1, first not in parts.common or eager
    lenient = 2 if first in scene.index.foreign else int(titled)
    while count < _LONGEST and scene.near(end - 1):
        further = _part(
            scene,
            end,
            count,
            given=given and sure,
            lenient=lenient,
            kunya=first in parts.first and scene.word(end - 1) not in scene.index.given,
        )
        if not further:
            break
        end, count = further, count + 1
    if count > 1 or (titled and given and first not in parts.common and len(first) > _SHORTEST_WORD):
        return end
    return end if first in parts.first and end - i > 1 and eager else 0


def _ali(scene: Scene, i: int, cut: int) -> bool:
    """For example "علي" is spelled like "على" once folded: the raw letter and a name after it tell them apart."""
    after = scene.word(i + 1)
    named = (
        after in scene.index.given or after in scene.index.family or after in scene.index.parts["ar"].common
    )
    joined = after in {"بن", "ابن"}
    return scene.word(i)[cut:] == "علي" and (joined or (scene.raw(i).endswith("ي") and named))


def _continues(scene: Scene, i: int) -> bool:
    """Whether an unlisted first word is believed for the sake of the word after it."""
    word = scene.word(i + 1)
    parts = scene.index.parts["ar"]
    if scene.near(i) and _foreign(scene, i) and _foreign(scene, i + 1) and _plausible(scene, i + 1, 0):
        return True
    return scene.near(i) and (
        word in scene.index.family
        or word in parts.before
        or word.endswith(parts.endings)
        or _nisba(scene, i + 1)
    )


def _begins_another(scene: Scene, i: int) -> bool:
    """Whether a word that may be a family name is a verb here, or the title of the next person."""
    kinds = {piece.tag.kind for piece in scene.at(i) if piece.cut == 0}
    if "saying" in kinds:
        return True
    after = scene.word(i + 1)
    named = after in scene.index.given or after in scene.index.parts["ar"].common
    return bool(kinds & {"title", "office"}) and named


def _foreign(scene: Scene, i: int) -> bool:
    """Whether a word is full of long vowels, as names of other languages are in Arabic letters: "ماساكي نوكي"."""
    word = scene.word(i)
    vowels = sum(letter in "اوي" for letter in word)
    native = (word.startswith("ال") and not scene.raw(i).startswith(("إ", "آ"))) or word.endswith(("ا", "ه"))
    return len(word) >= _SHORTEST_FOREIGN and vowels >= _VOWELS_OF_FOREIGN and not native


def _part(scene: Scene, i: int, count: int, *, given: bool, lenient: int, kunya: bool) -> int:
    """The token after one more part of a name at `i`, or 0."""
    if not scene.arabic(i) or scene.raw(i)[:2] in _GLUED_TO_HAMZA:
        return 0
    word = scene.word(i)
    parts = scene.index.parts["ar"]
    if word in parts.before:
        return _joined(scene, i)
    # A family name with its article ends the name, and so does a kunya that is no name itself ("أبو سلمية").
    before = scene.word(i - 1)
    joined = before in parts.after or scene.word(i - 2) in parts.before  # "عطا الله", "عبد الفتاح"
    ended = kunya or (count > 1 and before.startswith("ال") and not joined)
    if ended and (word.startswith("ال") or not kunya) and not _nisba(scene, i):
        return 0
    if word == "علي" and scene.raw(i).endswith("ي"):
        return i + 1
    listed = word not in parts.words or word in parts.family
    return i + 1 if listed and _is_part(scene, i, count, given=given, lenient=lenient) else 0


def _is_part(scene: Scene, i: int, count: int, *, given: bool, lenient: int) -> bool:
    word = scene.word(i)
    parts = scene.index.parts["ar"]
    if (word in scene.index.given and _written_as_name(scene, i)) or word in parts.after:
        return True
    if word in scene.index.family or word in parts.common:
        return not _begins_another(scene, i)
    if word.startswith("ال"):
        return _family_with_article(scene, i, count)
    believed = word.endswith(parts.endings) or (count == 1 and (given or _foreign(scene, i)))
    believed = believed or (count == 2 and lenient > 0 and _foreign(scene, i) and word[0] != "و")  # noqa: PLR2004 - after two parts
    return believed and _plausible(scene, i, 0, lenient=lenient)


def _joined(scene: Scene, i: int) -> int:
    """For example "أبو سلمية", "عبد الله": a particle and what it joins; 0 where nothing can be joined."""
    parts = scene.index.parts["ar"]
    end = i
    if scene.raw(i).startswith("فإ"):
        return 0  # "فإن" folds to the particle "فان"
    while scene.word(end) in parts.before and scene.near(end) and end - i < _PARTICLES:
        end += 1
    word = scene.word(end)
    if end == i or not scene.arabic(end) or (word in parts.words and word not in scene.index.family):
        return 0
    if scene.word(end + 1) in parts.after and scene.near(end):
        return end + 2
    return end + 1


def _family_with_article(scene: Scene, i: int, count: int) -> bool:
    if scene.word(i) in scene.index.parts["ar"].words:
        return False
    kinds = {piece.tag.kind for piece in scene.at(i) if piece.cut == 0} - {"actor"}
    if count == 1 and kinds == {"adjective"}:
        return True  # "أحمد المصري"
    if kinds & _NOT_IN_NAMES:
        return False
    word = scene.word(i)
    return word in scene.index.family or _nisba(scene, i) or count == 1


def _nisba(scene: Scene, i: int) -> bool:
    word = scene.word(i)
    return (
        word.startswith("ال")
        and word.endswith("ي")
        and len(word) > _NISBA
        and word not in scene.index.parts["ar"].words
        and not any(piece.tag.kind in _NOT_IN_NAMES for piece in scene.at(i))
    )


def _plausible(scene: Scene, i: int, cut: int, *, lenient: int = 0) -> bool:
    """Whether a word may be a name at all: not a known word, not shaped like a verb or a glued word.

    `lenient`: 1 after a title, 2 after a foreign given name: there most of what follows is a name.
    """
    word = stem_of(scene, i, cut) if cut else scene.word(i)
    if len(word) < _SHORTEST_WORD or not scene.arabic(i) or word in scene.index.parts["ar"].words:
        return False
    if word in scene.index.family:
        return True
    kinds = {piece.tag.kind for piece in scene.at(i)}
    return (
        (lenient > 1 or _written_as_name(scene, i))
        and _shaped_as_name(scene, word, lenient=lenient)
        and kinds.isdisjoint(_NOT_IN_NAMES)
    )


def _shaped_as_name(scene: Scene, word: str, *, lenient: int) -> bool:
    parts = scene.index.parts["ar"]
    ended = word.endswith(parts.endings) and len(word) > _NISBA
    glued = (
        word.startswith(_GLUED)
        and len(word) > _SHORTEST_FOREIGN
        and not ended
        and not (lenient and word.startswith(("فال", "كال") if lenient == 1 else ("فال", "كال", "ت", "ي")))
    )
    # A verb of the past, third person feminine: "سقطت".
    verb = word.endswith("ت") and not word.endswith(_T_OF_NAMES)
    plural = word.endswith(("ه", "ات", "ون", "ين")) and not lenient
    joined = word[0] in "ولبفك" and word[1:] in (scene.index.given | parts.words)
    return not (glued or verb or plural or joined)


def _written_as_name(scene: Scene, i: int) -> bool:
    """Whether the last letter is that of a name: "نادية" is one, "ناديه" is his club."""
    word = scene.word(i)
    return not word.endswith("ه") or word in _NAMES_IN_HA or not scene.raw(i).endswith("ه")


def _english(scene: Scene, i: int, *, eager: bool) -> int:
    parts = scene.index.parts["en"]
    first = scene.word(i)
    if not scene.capital(i) or first in parts.words:
        return 0
    if not eager and first not in scene.index.given:
        return 0
    end = _english_word(scene, i)
    count = 1
    while count < _LONGEST and end < scene.size and scene.near(end - 1):
        further = _english_part(scene, end)
        if not further:
            break
        end, count = further, count + 1
    return end if count > 1 or eager else 0


def _english_part(scene: Scene, i: int) -> int:
    parts = scene.index.parts["en"]
    word = scene.word(i)
    if word == '"' and scene.capital(i + 1) and scene.word(i + 2) == '"' and scene.capital(i + 3):
        return i + 3  # a nickname inside the name
    if word in parts.before and not scene.capital(i):
        after = i + 2 if scene.word(i + 1) in _JOINERS else i + 1
        while scene.word(after) in parts.before and not scene.capital(after) and after - i < _PARTICLES:
            after += 1
        return _english_word(scene, after) if scene.capital(after) else 0
    if not scene.capital(i) or word in parts.words:
        return 0
    if any(p.tag.kind in {"state", "adjective"} for p in scene.at(i)) and word not in scene.index.family:
        return 0
    return _english_word(scene, i)


def _english_word(scene: Scene, i: int) -> int:
    """The token after a word with what is joined to it: "J.", "al-Sisi", "O'Brien", "Thomas-Greenfield"."""
    end = i + 1
    while scene.word(end) in _JOINERS and scene.glued(end - 1) and end - i < _LONGEST:
        if scene.word(end) == "." and len(scene.raw(end - 1)) == 1:
            end += 1
            break
        if not scene.glued(end) or not scene.word(end + 1).isalpha() or scene.word(end + 1) == "s":
            break
        end += 2
    return end
