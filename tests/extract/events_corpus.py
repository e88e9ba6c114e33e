"""Reads the tables of events: marked sentences into documents with their mentions, and what is expected."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from extract.dates import find_dates
from extract.events import find_events
from extract.model import (
    Actor,
    ActorKind,
    ActorMention,
    Document,
    Event,
    Evidence,
    Grain,
    Interval,
    Place,
    Toponym,
)

CORPUS = Path(__file__).parents[1] / "corpus"
PUBLISHED = datetime.fromisoformat("2023-10-17")
DAY = Interval(PUBLISHED, PUBLISHED + timedelta(days=1), Grain.DAY)
_MARK = re.compile(r"([\[{<])(.*?)[\]}>]")
_WANTED = re.compile(r"(?P<type>\w+) (?P<trigger>[^:]*):(?P<source>[^>]*)>(?P<target>[^;]*)(?P<more>.*)")


@dataclass(frozen=True)
class Case:
    """A sentence with its mentions, and the events that it must give (none: nothing happened)."""

    text: str
    document: Document
    actors: tuple[ActorMention, ...]
    places: tuple[Toponym, ...]
    wanted: str


@lru_cache
def cases(language: str) -> list[Case]:
    found = []
    for path in sorted((CORPUS / language).glob("events*.toml")):
        if path.name.startswith(("events-articles", "events-held")):
            continue
        for section, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if section == "nothing":
                found += [marked(phrase, "", language) for phrase in table["phrases"]]
            else:
                found += [marked(text, wanted, language) for text, wanted in table.items()]
    return found


def marked(sentence: str, wanted: str, language: str) -> Case:
    """Take the marks off a sentence and make mentions of what they held."""
    text, spans, last = "", [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        start = len(text)
        # "ل" and the article are written together: "ل[الشعب]" is "للشعب".
        glued = text.endswith((" ل", " ول")) and match[2].startswith("ال")
        text += match[2][1:] if glued else match[2]
        spans.append((match[1], start, len(text)))
        last = match.end()
    text += sentence[last:]
    document = Document.of(text, language=language, published=DAY)
    actors, places = [], []
    for mark, start, end in spans:
        quote = text[start:end]
        evidence = Evidence.at(document, start, end, "test")
        if mark in "[{":
            kind = ActorKind.STATE if mark == "{" else ActorKind.PERSON
            actors.append(ActorMention(evidence, Actor(quote, quote, quote, kind, quote[:2])))
        if mark in "{<":
            places.append(Toponym(evidence, Place(quote, quote, quote, 0.0, 0.0, "", "city", 10.0)))
    return Case(text, document, tuple(actors), tuple(places), wanted)


def found_events(case: Case) -> list[Event]:
    return find_events(case.document, find_dates(case.document), case.places, case.actors)


def faults(case: Case, events: list[Event]) -> list[str]:
    """What is wrong with the events found for a case; empty where all is right."""
    happened = [event for event in events if event.status.value == "happened"]
    if not case.wanted:
        return [f"unwanted {told(event)}" for event in happened]
    wrong = []
    for wanted in case.wanted.split(" | "):
        match = _WANTED.match(wanted)
        assert match, f"cannot read the expectation {wanted!r}"
        near = [
            event
            for event in events
            if event.type.value == match["type"] and _triggered(event, match["trigger"])
        ]
        problems = [_problems(event, match) for event in near]
        if not near:
            wrong.append(f"missing {wanted}")
        elif all(problems):
            wrong += min(problems, key=len)
    return wrong


def _triggered(event: Event, trigger: str) -> bool:
    words = trigger.split()
    return any(_touch(quote.quote, word) for quote in event.triggers for word in words)


def _touch(quote: str, word: str) -> bool:
    plain = re.sub("[\u064b-\u0652]", "", quote)
    return any(word in part or part in word for part in plain.split() if len(part) > 1)


def _problems(event: Event, match: re.Match[str]) -> list[str]:
    problems = []
    for role in ("source", "target"):
        wanted = {name.strip() for name in match[role].split("+") if name.strip()}
        given = {p.actor.id for p in event.participants if p.role.value == role}
        quotes = {p.evidence.quote for p in event.participants if p.role.value == role and p.evidence}
        missing = {
            name for name in wanted if name not in given and not any(q in name or name in q for q in quotes)
        }
        if missing:
            problems.append(f"{role} lacks {missing}, has {given}")
    more = match["more"]
    status = next(
        (
            part.strip()
            for part in more.split(";")
            if part.strip() in {"planned", "claimed", "denied", "hypothetical"}
        ),
        "happened",
    )
    if event.status.value != status:
        problems.append(f"status {event.status.value}, not {status}")
    for what in ("killed", "injured"):
        number = re.search(rf"{what} (\d*)-(\d*)", more)
        count = getattr(event, what)
        if number:
            wanted_count = tuple(int(end) if end else None for end in number.groups())
            if count is None or (count.low, count.high) != wanted_count:
                problems.append(f"{what} {count}, not {wanted_count}")
    return problems


def told(event: Event) -> str:
    sides = {
        role: [p.actor.id for p in event.participants if p.role.value == role]
        for role in ("source", "target")
    }
    return f"{event.type.value} {[t.quote for t in event.triggers]}: {sides['source']} > {sides['target']} ({event.status.value}) killed {event.killed} injured {event.injured}"
