"""Files that are not what they are called, or not whole: each ends in a sentence, and the others go on."""

import os
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.fetch.folder import fetch
from pipeline.model.documents import Source
from pipeline.read import choose, read

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1"
    b"/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 44>>stream\nBT /F 12 Tf 20 200 Td (Minutes of June) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)
PAGE = b"<!DOCTYPE html><html><body><p>The committee met in June.</p></body></html>"
BINARY = bytes(range(256)) * 20


def source(path):
    return Source(path, f"aldermere/{path.name}", "0", path.stat().st_size)


@pytest.mark.parametrize(
    ("name", "content", "reader", "media"),
    [
        ("minutes.txt", PDF, "pdf", "pdf"),
        ("minutes.docx", PDF, "pdf", "pdf"),
        ("minutes.pdf", PAGE, "html", "html"),
        ("minutes.txt", PAGE, "html", "html"),
        ("minutes.docx", PAGE, "html", "html"),
        ("minutes.htm", b"Plain words without any mark-up", "html", "html"),
    ],
)
def test_bytes_say_more_than_names(tmp_path, name, content, reader, media):
    """A file is read as what it is, and an issue says how it is called."""
    (tmp_path / name).write_bytes(content)
    assert choose(source(tmp_path / name)) == reader
    document = read(source(tmp_path / name))
    assert document.media == media
    assert "Minutes of June" in document.text or "committee met" in document.text or "Plain words" in document.text
    told = [issue.message for issue in document.issues]
    assert any(name in message and "Rename it" in message for message in told) == (not name.endswith(media[:3]) and name != "minutes.htm")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", BINARY, "not text"),
        ("a.md", b"\x00\x01\x02\x03" * 100, "not text"),
        ("a.html", BINARY, "not text"),
        ("a.html", b"<html></html>", "a web page without"),
        ("a.pdf", b"These are words and no PDF", "not a PDF"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 60, "damaged or cut off"),
        ("a.xyz", b"words", "of no kind that is read"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, name, content, told):
    """One sentence that names the file, says what is wrong and what to do next."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=told) as caught:
        read(source(tmp_path / name))
    assert caught.value.next_step
    assert name in str(caught.value)


def test_a_file_that_has_gone_is_told(tmp_path):
    """Between fetching and reading a file may be moved away."""
    with pytest.raises(SourceError, match="cannot be read"):
        read(Source(tmp_path / "gone.pdf", "aldermere/gone.pdf", "0", 1))


@pytest.mark.skipif(sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    """Without the right to open it there is an error in its place."""
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "a.pdf").chmod(0)
    (error,) = fetch([tmp_path / "a.pdf"])
    assert "may read it" in str(error)


def test_an_archive_that_would_fill_the_memory_is_refused(tmp_path):
    """Sizes are looked at before anything is unpacked."""
    word_of = b"<w>" + b"a" * 10_000
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", word_of)
    content = bytearray((tmp_path / "a.docx").read_bytes())
    size = len(word_of).to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(bytes(content).replace(size, (2**31).to_bytes(4, "little")))
    with pytest.raises(SourceError, match="would take more than"):
        read(source(tmp_path / "a.docx"))


@given(
    st.binary(max_size=300),
    st.sampled_from(["txt", "md", "html", "docx", "pdf"]),
    st.sampled_from([b"", b"<html>", b"PK\x03\x04", b"%PDF-1.4"]),
)
def test_no_bytes_at_all_cause_anything_but_a_sentence(tmp_path_factory, content, suffix, start):
    """Whatever is in a file, it is read or refused; nothing else is raised."""
    path = tmp_path_factory.getbasetemp() / f"fuzz.{suffix}"
    path.write_bytes(start + content)
    told = None
    try:
        read(source(path))
    except SourceError as error:
        told = error
    assert told is None or told.next_step
