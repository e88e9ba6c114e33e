"""Text files with sidecars become documents; what cannot be one is told with file, value and next step."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError, UnreadableError
from extract.readers import read
from extract.readers.published import published_interval
from extract.readers.text import document_of, title_of

ARTICLE = "التقى بوتين نتنياهو يوم الاثنين. وقال إنه مستعد."


@pytest.fixture
def article(tmp_path):
    def write(text=ARTICLE, meta=None, name="article.txt"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if meta is not None:
            told = meta if isinstance(meta, str) else json.dumps(meta)
            path.with_name(path.stem + ".meta.json").write_text(told, encoding="utf-8")
        return path

    return write


def only(path):
    (document,) = read(path)
    return document


def test_a_file_is_its_text_and_a_byte_order_mark_is_not(article):
    plain = only(article())
    marked = only(article(b"\xef\xbb\xbf" + ARTICLE.encode(), name="marked.txt"))
    assert plain.text == marked.text == ARTICLE
    assert plain.id == marked.id
    assert (plain.published, plain.published_from) == (None, "")


def test_line_ends_stay_so_that_offsets_count_in_the_file(article):
    text = "عنوان\r\n\r\nقال الوزير.\r\n"
    assert only(article(text.encode())).text == text


def test_a_sidecar_tells_what_the_article_does_not(article):
    meta = {
        "published": "2023-10-17",
        "url": "https://example.org/a",
        "title": " بوتين\n ونتنياهو ",
        "source": "رويترز",
        "language": "ar-EG",
    }
    document = only(article(meta=meta))
    assert document.published == published_interval("2023-10-17")
    assert document.published_from == "sidecar"
    assert (document.url, document.source) == ("https://example.org/a", "رويترز")
    assert (document.title, document.language) == ("بوتين ونتنياهو", "ar")


@pytest.mark.parametrize("written", ["ar", "AR", "ar-EG", "ar_EG"])
def test_a_language_may_be_written_with_its_country(article, written):
    assert only(article(meta={"language": written})).language == "ar"


def test_the_same_words_of_two_outlets_are_two_documents(article):
    one = only(article(meta={"source": "one"}, name="one.txt"))
    two = only(article(meta={"source": "two"}, name="two.txt"))
    assert one.id != two.id


BAD_FILES = {
    "empty": (b"", "is empty"),
    "blank": ("\ufeff \u200f\n\t\u00a0".encode(), "is empty"),
    "zero bytes": (b"PK\x03\x04\x00\x00\x08", "is not text"),
    "control signs": (bytes(range(1, 9)) * 30, "is not text"),
    "windows-1256": (ARTICLE.encode("windows-1256"), "is not UTF-8 .byte 0x.. at 0.*iconv -f WINDOWS-1256"),
    "utf-16": (ARTICLE.encode("utf-16"), "is UTF-16.*iconv -f UTF-16"),
    "cut in a letter": (ARTICLE.encode()[:31], "is not UTF-8"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_file_that_is_no_text_says_what_to_do(article, what):
    raw, message = BAD_FILES[what]
    path = article(raw)
    with pytest.raises(UnreadableError, match=rf"{path}.*{message}"):
        only(path)


def test_a_file_that_is_far_too_large_is_not_read_to_its_end():
    with pytest.raises(UnreadableError, match=r"/dev/zero: is larger than 10,000,000 bytes"):
        only(Path("/dev/zero"))


BAD_SIDECARS = {
    "no JSON": ("{published: 2023}", "is not JSON"),
    "a list": ("[]", "must be an object"),
    "an unknown key": ({"publised": "2023"}, "'publised' is not known.*Did you mean 'published'"),
    "a strange key": ({"author": "x"}, "'author' is not known here; known are published, url"),
    "no date": ({"published": "أمس"}, "published: 'أمس' is no date; write a year"),
    "no day": ({"published": "2023-02-30"}, "no such day as '2023-02-30'"),
    "no month": ({"published": "2023-13"}, "no such day as '2023-13'"),
    "a number": ({"published": 2023}, "published must be text in quotes, not 2023"),
    "a script for a link": ({"url": "javascript:alert(1)"}, "no web address"),
    "a name for a code": ({"language": "Arabic"}, "write one like ar or en"),
}


@pytest.mark.parametrize("what", BAD_SIDECARS)
def test_a_wrong_sidecar_is_named_with_its_value(article, what):
    meta, message = BAD_SIDECARS[what]
    with pytest.raises(InputError, match=rf"article\.meta\.json.*{message}"):
        only(article(meta=meta))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(UnreadableError, match=r"none\.txt: there is no such file"):
        only(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="cannot be read"):
        only(tmp_path)


PUBLISHED = {
    "2023": ("2023-01-01", "2024-01-01", "year"),
    "2023-10": ("2023-10-01", "2023-11-01", "month"),
    "2023-12": ("2023-12-01", "2024-01-01", "month"),
    "2023-10-17": ("2023-10-17", "2023-10-18", "day"),
    " 2024-2-29 ": ("2024-02-29", "2024-03-01", "day"),
    "٢٠٢٣-١٠-١٧": ("2023-10-17", "2023-10-18", "day"),
    "2023-10-17T23:30:00Z": ("2023-10-17T23:30", "2023-10-17T23:31", "minute"),
    "2023-10-17T23:30:00+03:00": ("2023-10-17T23:30", "2023-10-17T23:31", "minute"),
    "2023-10-17T00:00:00": ("2023-10-17", "2023-10-18", "day"),
    "2023-10-17 04:30": ("2023-10-17T04:30", "2023-10-17T04:31", "minute"),
}


@pytest.mark.parametrize("text", PUBLISHED)
def test_a_day_of_publication_is_as_precise_as_it_is_told(text):
    interval = published_interval(text)
    assert (interval.start_iso, interval.end_iso, interval.grain) == PUBLISHED[text]


@given(st.text(max_size=12) | st.from_regex(r"\d{4}(-\d{1,2}(-\d{1,2})?)?", fullmatch=True))
def test_any_other_text_for_a_day_is_refused_by_an_error_of_ours(text):
    try:
        interval = published_interval(text)
    except InputError as error:
        assert repr(text) in str(error)  # noqa: PT017 - either way is right
    else:
        assert interval.start < interval.end


TITLES = {
    "heading": ("بوتين يزور الصين\n\nوصل الرئيس الروسي إلى بكين.", "بوتين يزور الصين"),
    "heading with space": ("  Putin in  China \r\n\r\nHe arrived.", "Putin in China"),
    "no blank line": ("بوتين يزور الصين\nوصل الرئيس.", "بوتين يزور الصين"),
    "first sentence": ("وصل الرئيس إلى بكين. ثم عاد.", "وصل الرئيس إلى بكين."),
    "one line": ("وصل الرئيس إلى بكين", "وصل الرئيس إلى بكين"),
    "a paragraph is no heading": ("He came, saw and won.\n\nThen he left.", "He came, saw and won."),
}


@pytest.mark.parametrize("what", TITLES)
def test_a_title_is_the_heading_or_made_of_the_first_sentence(what):
    text, title = TITLES[what]
    assert title_of(text) == title


@given(st.text("اب تجس. \n", min_size=1, max_size=400))
def test_a_made_title_is_short_and_ends_with_a_whole_word(text):
    title = title_of(text)
    assert len(title) <= 121
    if title.endswith("…"):
        kept = title[:-1].split()
        assert kept == text.split()[: len(kept)] or len(text.split()[0]) > 80


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_an_error_of_ours(raw):
    try:
        document = document_of(raw, "some file")
    except UnreadableError as error:
        assert "some file" in str(error)  # noqa: PT017 - either way is right
    else:
        assert document.text.encode() == raw.removeprefix(b"\xef\xbb\xbf")
