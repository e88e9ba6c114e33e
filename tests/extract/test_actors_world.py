"""The world data of actors: what a check finds in it, who held an office when, and the user's own file."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest

from extract.actors import explain_actors, find_actors
from extract.actors.bodies import body
from extract.actors.groups import people
from extract.actors.transliterate import transliterate
from extract.errors import GazetteerError
from extract.gazetteer.actors import check_world, load_world, slug
from extract.gazetteer.actors.check import gaps
from extract.gazetteer.actors.read import entries
from extract.gazetteer.stored import stored
from extract.model import Document, Evidence, Grain, Interval, TimeExpression

HELD = [
    ("president", "ru", "1999-06-01", "boris-yeltsin"),
    ("president", "ru", "2003-01-01", "vladimir-putin"),
    ("president", "ru", "2010-01-01", "dmitry-medvedev"),
    ("president", "ru", "2023-10-17", "vladimir-putin"),
    ("president", "us", "2021-01-19", "donald-trump"),
    ("president", "us", "2021-01-21", "joe-biden"),
    ("president", "us", "2025-03-01", "donald-trump"),
    ("prime-minister", "il", "2022-01-01", "naftali-bennett"),
    ("prime-minister", "il", "2022-08-01", "yair-lapid"),
    ("foreign-minister", "eg", "2005-01-01", "ahmed-aboul-gheit"),
    ("monarch", "jo", "1995-01-01", "king-hussein"),
    ("monarch", "kw", "2024-01-01", "mishal-al-ahmad-al-jaber-al-sabah"),
    ("head", "united-nations", "2010-06-01", "ban-ki-moon"),
    ("head", "hamas", "2024-09-01", "yahya-sinwar"),
    ("head", "hezbollah", "2020-01-01", "hassan-nasrallah"),
    ("supreme-leader", "ir", "1985-01-01", "ruhollah-khomeini"),
    ("defence-minister", "gb", "2016-05-01", "michael-fallon"),
    ("foreign-minister", "fr", "2000-05-01", "hubert-vedrine"),
    ("defence-minister", "ir", "2015-05-01", "hossein-dehghan"),
    ("prime-minister", "ua", "2015-05-01", "arseniy-yatsenyuk"),
    ("head", "nato", "2001-10-01", "george-robertson"),
    ("interior-minister", "eg", "2016-10-01", "magdy-abdel-ghaffar"),
    ("president", "us", "1600-01-01", None),
    ("president", "zz", "2020-01-01", None),
]


def test_the_world_data_holds_together():
    assert check_world() == []


def test_the_world_is_large_enough_to_name_the_news():
    world = load_world()
    people = [e for e in world.entries.values() if e.type == "person"]
    assert len(world.entries) >= 3700
    assert len(people) >= 2250
    assert len(world.states) >= 240


def test_gaps_are_told_with_the_days_between():
    assert all(" to " in line and "nobody is" in line for line in gaps())


@pytest.mark.parametrize(("office", "of", "day", "holder"), HELD, ids=str)
def test_who_held_an_office_on_a_day(office, of, day, holder):
    when = date.fromisoformat(day)
    found = load_world().holder(office, of, when, when)
    assert (found.actor.id if found else None) == holder


def test_a_month_is_not_known_to_the_day(tmp_path):
    own = tmp_path / "own.txt"
    own.write_text(
        "@ person zz\nAnna First | آنا الأولى | mayor 2001..2010-05\nBert Second | بيرت الثاني | mayor 2010-05..\n"
    )
    world = load_world(own)
    assert world.holder("mayor", "zz", date(2010, 5, 15), date(2010, 5, 15)) is None
    assert world.holder("mayor", "zz", date(2010, 6, 1), date(2010, 6, 1)).actor.id == "bert-second"
    assert world.former("mayor", "zz", date(2015, 1, 1)).actor.id == "anna-first"


def test_the_users_own_file_wins(tmp_path):
    own = tmp_path / "own.txt"
    own.write_text(
        "@ person ru\nVladimir Putin | فلاديمير بوتين; القيصر |\n@ company eg\nNileworks | نايلوركس\n"
    )
    document = Document.of("قال القيصر إن نايلوركس ستتوسع")
    assert [m.actor.id for m in find_actors(document, own=own)] == ["vladimir-putin", "nileworks"]
    assert not {"vladimir-putin", "nileworks"} & {m.actor.id for m in find_actors(document)}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Nobody | لا أحد |", "before any section"),
        ("@ wizard gb\nMerlin | ميرلين |", "is no section"),
        ("@ person gb\nMerlin |", "a name is missing"),
        ("@ person gb\nMerlin | ميرلين | wizard since 500", "is no office"),
        ("@ person gb\nMerlin | ميرلين | president 2023-13..2024", "is no day"),
        ("@ person gb\na | b | c | d", "English names | Arabic names | offices"),
    ],
)
def test_a_bad_row_is_told_with_its_file_and_line(tmp_path, row, says):
    path = tmp_path / "bad.txt"
    path.write_text(row)
    with pytest.raises(GazetteerError, match=r"bad\.txt:\d") as error:
        list(entries(path))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد أبو سلمية", "Mohammed Abu Salmia"),
        ("عبد الرحمن الشهري", "Abdul Rahman al-Shahri"),
        ("سامر خليل", "Samer Khalil"),
        ("إيلان", "Ilan"),
        ("سعاد عبد الله", "Saad Abdullah"),
        ("مارتا أرغيريتش", "Marta Arghiritsh"),
        ("John Smith", "John Smith"),
    ],
)
def test_a_name_is_written_in_latin_letters_the_same_way_everywhere(name, latin):
    assert transliterate(name) == latin


@pytest.mark.parametrize(
    ("name", "readable"),
    [("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("N'Golo Kanté", "ngolo-kante"), ("G7", "g7")],
)
def test_an_id_is_readable(name, readable):
    assert slug(name) == readable


def test_an_explanation_names_the_words_the_actor_and_the_reason():
    (line,) = explain_actors(Document.of("قالت واشنطن إنها تأسف"))
    assert "واشنطن -> state-us" in line
    assert "metonym" in line


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "ا", "🙂", "—", "و" * 5000, "الرئيس " * 800, "A. " * 800]
)
def test_any_text_is_survived_and_every_mention_quotes_it(text):
    document = Document.of(text)
    for mention in find_actors(document):
        evidence = mention.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote


def test_every_state_has_its_officials_soldiers_people_and_bodies():
    world = load_world()
    for code, state in world.states.items():
        for key in ("official", "soldier", "citizen"):
            assert people(world, key, code).name_ar
        assert body(world, "army", code).name_en
        for adjective in state.adjectives_en:
            find_actors(
                Document.of(f"{adjective} officials met {adjective} soldiers and the {adjective} army")
            )


@pytest.mark.parametrize(
    ("text", "words", "day", "who"),
    [
        ("في عام 1990 غزا الرئيس العراقي الكويت", "عام 1990", "1990-01-01", "saddam-hussein"),
        ("قال الرئيس الأميركي آنذاك إن الحرب انتهت في مايو 2003", "مايو 2003", "2003-05-01", "george-w-bush"),
        ("In 1995 the US president visited Belfast", "1995", "1995-01-01", "bill-clinton"),
        ("قال الرئيس الأميركي الاثنين إن الأزمة قديمة", "الاثنين", "2023-10-16", "joe-biden"),
    ],
)
def test_an_office_means_its_holder_on_the_day_the_text_speaks_of(text, words, day, who):
    published = Interval(
        datetime.fromisoformat("2023-10-17"), datetime.fromisoformat("2023-10-18"), Grain.DAY
    )
    document = Document.of(text, published=published)
    start = text.index(words)
    told = datetime.fromisoformat(day)
    expression = TimeExpression(
        Evidence.at(document, start, start + len(words), "test"),
        Interval(told, told + timedelta(days=1), Grain.DAY),
    )
    assert who in [m.actor.id for m in find_actors(document, [expression])]


def test_the_compiled_index_is_kept_and_a_broken_copy_is_made_again(tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path))
    made = []
    source = tmp_path / "words.toml"
    source.write_text("one")

    def make():
        made.append(source.read_text())
        return {"of": source.read_text()}

    assert stored("words", [source], make) == stored("words", [source], make) == {"of": "one"}
    source.write_text("two")
    assert stored("words", [source], make) == {"of": "two"}
    for file in tmp_path.glob("words-*"):
        file.write_bytes(b"half a file")
    assert stored("words", [source], make) == {"of": "two"}
    assert made == ["one", "two", "two"]


def test_a_missing_file_of_ones_own_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTS_ACTORS", str(tmp_path / "nowhere.txt"))
    with pytest.raises(GazetteerError, match="there is no such file"):
        find_actors(Document.of("a"))


@pytest.mark.parametrize(
    "word", ["أبو ", "الرئيس ", "بن ", "القاعدة ", "of the ", "former ", "1300 إسرائيلي ", "al-"]
)
def test_a_hostile_text_takes_time_in_step_with_its_length(word):
    def seconds(times):
        start = time.process_time()
        find_actors(Document.of(word * times))
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 0.2 + 30 * seconds(400)


@pytest.mark.parametrize(
    "text",
    [
        "قال الجيش السوري",
        "قال مسؤول أميركي",
        "قال وزير الصحة اللبناني",
        "نزح آلاف السودانيين",
        "وصل فلاديمير بوتين",
        "France said",
        "Netanyahu's office said",
    ],
)
def test_countries_are_told_in_the_capitals_of_iso_3166(text):
    (mention,) = find_actors(Document.of(text))
    assert mention.actor.country.isupper()
    assert len(mention.actor.country) == len("RU")
