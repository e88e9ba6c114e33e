"""A store of hand-made events: every way to tell a time, places of each kind, none of both, two languages."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app
from extract.model import (
    Actor,
    ActorKind,
    Annotation,
    Basis,
    Count,
    Document,
    Event,
    EventTime,
    EventType,
    Evidence,
    FieldEvidence,
    Grain,
    Interval,
    Participant,
    Place,
    Role,
    Status,
)
from extract.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dash import Dash

ARABIC = """أعلن الكرملين أن الرئيس الروسي فلاديمير بوتين اتصل هاتفيا يوم الاثنين برئيس الوزراء الإسرائيلي بنيامين نتنياهو.
وأضاف البيان أن بوتين قدم تعازيه في قتلى الهجوم الذي شنته حماس على إسرائيل في السابع من أكتوبر.

وقُتل في الهجوم أكثر من 1300 شخص. وكان بوتين قد أجرى محادثات مع الرئيس السوري بشار الأسد.
ومن المقرر أن يزور بوتين الصين. وقد تتسع الحرب إلى المنطقة كلها إذا بدأ الهجوم البري على غزة.
وتدعم إيران حركة حماس. <script>alert("x")</script> وفُتح معبر رفح الأسبوع الماضي في أكتوبر 2023."""
ENGLISH = """Reuters said protests began in Cairo in early 2024 and have gone on since March.
An earthquake struck Jordan at 03:15 on Tuesday. Norway denied the claim. A vote was held in 2022.
"Nobody knows when," one official said of the aid for the camp at Jabalia."""

PUTIN = Actor("vladimir-putin", "فلاديمير بوتين", "Vladimir Putin", ActorKind.PERSON, "RU")
NETANYAHU = Actor("benjamin-netanyahu", "بنيامين نتنياهو", "Benjamin Netanyahu", ActorKind.PERSON, "IL")
ASSAD = Actor("bashar-al-assad", "بشار الأسد", "Bashar al-Assad", ActorKind.PERSON, "SY")
HAMAS = Actor("hamas", "حركة حماس", "Hamas", ActorKind.ARMED_GROUP, "PS")
KREMLIN = Actor("kremlin", "الكرملين", "The Kremlin", ActorKind.ORGANISATION, "RU")
ISRAEL_STATE = Actor("state-il", "إسرائيل", "Israel", ActorKind.STATE, "IL")
IRAN = Actor("state-ir", "إيران", "Iran", ActorKind.STATE, "IR")
NORWAY = Actor("state-no", "النرويج", "Norway", ActorKind.STATE, "NO")
ISRAEL = Place("il", "إسرائيل", "Israel", 31.4, 35.0, "IL", "country", 210)
CHINA = Place("cn", "الصين", "China", 35.9, 104.2, "CN", "country", 2200)
GAZA = Place("gaza-strip", "قطاع غزة", "Gaza Strip", 31.42, 34.36, "PS", "region", 22)
RAFAH = Place("rafah-crossing", "معبر رفح", "Rafah crossing", 31.248, 34.259, "", "crossing", 1)
JABALIA = Place("jabalia-camp", "مخيم جباليا", "Jabalia camp", 31.537, 34.498, "PS", "camp", 1)
CAIRO = Place("cairo-eg", "القاهرة", "Cairo", 30.04, 31.24, "EG", "city", 15)
JORDAN = Place("jo", "الأردن", "Jordan", 31.2, 36.5, "JO", "country", 190)


def day(text: str, days: int = 1) -> Interval:
    start = datetime.fromisoformat(text)
    return Interval(start, start + timedelta(days=days), Grain.DAY)


def told(start: str | None, end: str | None, grain: Grain) -> Interval:
    return Interval(start and datetime.fromisoformat(start), end and datetime.fromisoformat(end), grain)


def event(  # noqa: PLR0917
    document: Document,
    number: int,
    type_: EventType,
    status: Status,
    time: tuple[Interval | None, Basis],
    trigger: str,
    *,
    time_words: str = "",
    place: Place | None = None,
    place_words: str = "",
    parts: tuple[tuple[Role, Actor, str], ...] = (),
    killed: Count | None = None,
    killed_words: str = "",
    attributed_to: Actor | None = None,
) -> Event:
    def quote(words: str) -> Evidence:
        at = document.text.index(words)
        return Evidence.at(document, at, at + len(words), "test/by_hand")

    evidence = [FieldEvidence("type", quote(trigger))]
    for field, words in (("time", time_words), ("place", place_words), ("killed", killed_words)):
        if words:
            evidence.append(FieldEvidence(field, quote(words)))
    participants = tuple(
        Participant(role, actor, quote(words) if words else None) for role, actor, words in parts
    )
    evidence += [
        FieldEvidence(f"{part.role}:{part.actor.id}", part.evidence) for part in participants if part.evidence
    ]
    return Event(
        id=f"{number:016x}",
        document_id=document.id,
        type=type_,
        status=status,
        time=EventTime(*time),
        triggers=(evidence[0].evidence,),
        place=place,
        participants=participants,
        killed=killed,
        attributed_to=attributed_to,
        evidence=tuple(evidence),
    )


def arabic() -> Annotation:
    document = Document.of(
        ARABIC,
        source="example.org",
        title="بوتين يتصل بنتنياهو",
        language="ar",
        url="https://example.org/a",
        published=day("2023-10-17"),
        published_from="sidecar",
    )
    source, target = Role.SOURCE, Role.TARGET
    happened = Status.HAPPENED
    return Annotation(
        document,
        events=(
            event(document, 1, EventType.CONSULT, happened, (day("2023-10-16"), Basis.STATED), "اتصل هاتفيا",
                  time_words="يوم الاثنين", attributed_to=KREMLIN,
                  parts=((source, PUTIN, "الرئيس الروسي فلاديمير بوتين"), (target, NETANYAHU, "رئيس الوزراء الإسرائيلي بنيامين نتنياهو"))),
            event(document, 2, EventType.ASSAULT, happened, (day("2023-10-07"), Basis.STATED), "الهجوم الذي شنته",
                  time_words="السابع من أكتوبر", place=ISRAEL, place_words="على إسرائيل", killed=Count(1300, None),
                  killed_words="أكثر من 1300 شخص", parts=((source, HAMAS, "حماس"), (target, ISRAEL_STATE, "إسرائيل"))),
            event(document, 3, EventType.CONSULT, happened, (told("2023-10-07", "2023-10-17", Grain.DAY), Basis.BOUNDED),
                  "محادثات", parts=((source, PUTIN, "بوتين قد"), (target, ASSAD, "الرئيس السوري بشار الأسد"))),
            event(document, 4, EventType.CONSULT, Status.PLANNED, (told("2023-10-17", None, Grain.DAY), Basis.BOUNDED),
                  "يزور", place=CHINA, place_words="الصين", parts=((source, PUTIN, "بوتين الصين"),)),
            event(document, 5, EventType.ASSAULT, Status.HYPOTHETICAL, (None, Basis.NONE), "تتسع الحرب",
                  place=GAZA, place_words="غزة"),
            event(document, 6, EventType.SUPPORT, happened, (None, Basis.NONE), "وتدعم",
                  parts=((source, IRAN, "إيران"), (target, HAMAS, "حركة حماس"))),
            event(document, 7, EventType.COOPERATE, happened, (told("2023-10-09", "2023-10-16", Grain.WEEK), Basis.STATED),
                  "وفُتح", time_words="الأسبوع الماضي", place=RAFAH, place_words="معبر رفح"),
            event(document, 8, EventType.SUPPORT, happened, (told("2023-10-01", "2023-11-01", Grain.MONTH), Basis.INHERITED),
                  "قدم تعازيه", time_words="أكتوبر 2023", parts=((source, PUTIN, ""),)),
        ),
    )  # fmt: skip


def english() -> Annotation:
    document = Document.of(
        ENGLISH,
        source="example.com",
        title="A day of news",
        language="en",
        url="javascript:alert(1)",
        published=day("2024-05-02"),
        published_from="given",
    )
    stated = Basis.STATED
    return Annotation(
        document,
        events=(
            event(document, 9, EventType.PROTEST, Status.HAPPENED, (told("2024-01-01", "2024-05-01", Grain.QUARTER), stated),
                  "protests", time_words="early 2024", place=CAIRO, place_words="Cairo"),
            event(document, 10, EventType.PROTEST, Status.HAPPENED, (told("2024-03-01", None, Grain.MONTH), stated),
                  "have gone on", time_words="since March", place=CAIRO),
            event(document, 11, EventType.DISASTER, Status.HAPPENED,
                  (told("2024-04-30T03:15", "2024-04-30T03:16", Grain.MINUTE), stated), "earthquake",
                  time_words="03:15 on Tuesday", place=JORDAN, place_words="Jordan"),
            event(document, 12, EventType.REJECT, Status.DENIED, (told(None, "2024-05-02", Grain.DAY), Basis.BOUNDED),
                  "denied the claim", parts=((Role.SOURCE, NORWAY, "Norway"),)),
            event(document, 13, EventType.ELECTION, Status.CLAIMED, (told("2022-01-01", "2023-01-01", Grain.YEAR), stated),
                  "vote", time_words="in 2022"),
            event(document, 14, EventType.AID, Status.CLAIMED, (None, Basis.NONE), "aid", place=JABALIA,
                  place_words="Jabalia"),
        ),
    )  # fmt: skip


ANNOTATIONS = (arabic(), english())
EVENTS = tuple(event for annotation in ANNOTATIONS for event in annotation.events)


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "events.duckdb"
    with Store.open(path) as store:
        store.add(ANNOTATIONS)
    return path


@pytest.fixture(scope="session")
def store(store_path: Path) -> Iterator[Store]:
    with Store.open(store_path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def empty_store() -> Iterator[Store]:
    with Store.open("duckdb:///:memory:") as opened:
        yield opened


@pytest.fixture(scope="session")
def app(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    # A file of its own: the page writes to it, and `store` may hold the other one for reading only.
    own = shutil.copy(store_path, tmp_path_factory.mktemp("app") / "events.duckdb")
    return create_app(str(own))
