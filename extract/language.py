"""Loads and checks `languages/<code>/<name>.toml`, and tells which language a text is in."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extract.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = files("extract") / "languages"


@lru_cache(maxsize=64)
def load(code: str, name: str) -> dict[str, Any]:
    """The tables of `languages/<code>/<name>.toml`; read once, so do not change them."""
    path = _ROOT / code / f"{name}.toml"
    shown = f"languages/{code}/{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(languages(name)) or "none"
        message = f"{shown} does not exist. Languages that have a {name}.toml: {known}."
        raise LanguageError(message) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageError(f"{shown} is not valid TOML: {error}. Correct that line.") from error


def languages(name: str) -> list[str]:
    """The codes of the languages that have `<name>.toml`."""
    return sorted(folder.name for folder in _ROOT.iterdir() if (folder / f"{name}.toml").is_file())


def check_phrases(table: Mapping[str, Any], shown: str, section: str) -> None:
    """Raise unless every value of `table` is a list of phrases that are not empty."""
    for key, phrases in table.items():
        if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
            message = (
                f'{shown}: [{section}] {key} must be a list of phrases, like {key} = ["..."], not {phrases!r}'
            )
            raise LanguageError(message)


_LETTERS_LOOKED_AT = 2_000
# Words that one language of a script uses all the time and the others do not.
# fmt: off
_MARKS: dict[str, frozenset[str]] = {
    "fa": frozenset(["است", "این", "که", "را", "های", "می", "برای", "شد", "شده", "کرد", "از", "با", "آن"]),
    "ur": frozenset(["ہے", "کے", "کی", "میں", "کا", "اور", "سے", "نے", "ہیں", "پر", "کو"]),
    "ar": frozenset(["من", "في", "على", "إلى", "أن", "التي", "الذي", "هذا", "هذه", "عن", "مع", "إن", "كان", "يوم"]),
    "en": frozenset(["the", "of", "and", "to", "in", "a", "is", "that", "was", "on", "for", "with", "he", "it", "last", "this", "next", "by", "at", "from", "ago"]),
    "fr": frozenset(["le", "la", "les", "des", "et", "une", "est", "dans", "que", "du", "au", "pour", "par", "sur", "il", "qui", "en", "un", "janvier", "juin"]),
    "tr": frozenset(["ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "sonra", "önce", "gün", "geçen", "yıl", "ocak", "dün"]),
    "es": frozenset(["el", "los", "las", "y", "en", "que", "una", "por", "con", "para", "del", "es", "se", "al"]),
    "de": frozenset(["der", "die", "das", "und", "ist", "im", "am", "von", "mit", "den", "dem", "ein", "eine", "nicht", "auf"]),
    "it": frozenset(["il", "gli", "che", "di", "una", "per", "con", "del", "della", "è", "nel", "sono", "alla"]),
    "pt": frozenset(["os", "as", "uma", "em", "não", "com", "para", "da", "do", "na", "no", "é", "dos"]),
    "id": frozenset(["yang", "dan", "di", "untuk", "dengan", "pada", "ini", "itu", "dari", "tahun"]),
}
# fmt: on
_LATIN = ("en", "fr", "tr", "es", "de", "it", "pt", "id")
_SCRIPTS = (
    ("he", "\u0590", "\u05ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("hi", "\u0900", "\u097f"),
)


def detect(text: str) -> str:
    """The language of `text` as an ISO 639-1 code; "" where its script says nothing.

    The script decides first, then the small words that one language of a script uses all the time.
    """
    sample = text[:_LETTERS_LOOKED_AT]
    arabic = sum("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff" for letter in sample)
    latin = sum(letter.isalpha() and letter < "\u0250" for letter in sample)
    if arabic and arabic * 2 >= latin:
        return _by_words(sample, ("ar", "fa", "ur"))
    for code, first, last in _SCRIPTS:
        if sum(first <= letter <= last for letter in sample) > latin:
            return code
    return _by_words(sample.lower(), _LATIN) if latin else ""


def _by_words(sample: str, codes: tuple[str, ...]) -> str:
    words = sample.split()
    counts = [sum(word in _MARKS[code] for word in words) for code in codes]
    return codes[counts.index(max(counts))]
