"""The file beside an article, `<stem>.meta.json`: what the article itself does not say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from extract.errors import InputError
from extract.readers.published import published_interval

if TYPE_CHECKING:
    from pathlib import Path

    from extract.model import Interval

SUFFIX = ".meta.json"
KEYS = ("published", "url", "title", "source", "language")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is told about an article; empty where nothing is."""

    published: Interval | None = None
    url: str = ""
    title: str = ""
    source: str = ""
    language: str = ""


def sidecar_path(article: Path) -> Path:
    """Where the sidecar of `article` would be."""
    return article.with_name(article.stem + SUFFIX)


def read_sidecar(article: Path) -> Sidecar:
    """The sidecar of `article`, an empty one where there is no such file."""
    path = sidecar_path(article)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); correct it or take it away"
        raise InputError(message) from error
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"{path}: is not JSON ({error}); correct it or take it away"
        raise InputError(message) from error
    return told_about(told, str(path))


def told_about(told: Any, where: str) -> Sidecar:
    """The fields of a JSON object, each looked at; `where` is named in what is wrong."""
    if not isinstance(told, dict):
        message = f'{where}: must be an object, like {{"published": "2023-10-17"}}, not {type(told).__name__}'
        raise InputError(message)
    for key in told:
        if key not in KEYS:
            raise InputError(_unknown(key, where))
    published = _text(told, "published", where)
    return Sidecar(
        published=published_interval(published, f"{where}: published") if published else None,
        url=address(_text(told, "url", where), where),
        title=" ".join(_text(told, "title", where).split()),
        source=_text(told, "source", where),
        language=_language(_text(told, "language", where), where),
    )


def address(url: str, where: str) -> str:
    """A link that may be shown as one: only the web's own, as a page puts it into an href."""
    if url and not url.lower().startswith(("https://", "http://")):
        message = f"{where}: url {url!r} is no web address; it begins with https:// or http://"
        raise InputError(message)
    return url


def _text(told: dict[str, Any], key: str, where: str) -> str:
    value = told.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        message = f"{where}: {key} must be text in quotes, not {json.dumps(value, ensure_ascii=False)[:80]}"
        raise InputError(message)
    return value.strip()


def _language(code: str, where: str) -> str:
    code = code.lower().replace("_", "-").partition("-")[0]
    if code and not _LANGUAGE.fullmatch(code):
        message = f"{where}: language {code!r} is no language code; write one like ar or en"
        raise InputError(message)
    return code


def _unknown(key: str, where: str) -> str:
    near = get_close_matches(key, KEYS, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"{where}: {key!r} is not known here; known are {', '.join(KEYS)}.{hint}"
