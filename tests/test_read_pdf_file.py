"""What a PDF file says of itself, and files that are broken, locked or not what they are called."""

import pypdf
import pytest

from pipeline.errors import SourceError
from pipeline.read.pdf import read, score
from tests.paper_pdf import PROSE, build, lines, source


def test_bookmarks_page_labels_and_metadata_are_kept(tmp_path):
    """What the file says of itself: bookmarks with level and page, printed page labels, title."""
    path = tmp_path / "a.pdf"

    def draw(canvas):
        lines(canvas, PROSE)
        canvas.bookmarkPage("minutes")
        canvas.addOutlineEntry("Minutes", "minutes", 0)
        canvas.setTitle("Agenda pack")

    build(path, draw, lambda canvas: lines(canvas, PROSE))
    writer = pypdf.PdfWriter(clone_from=path)
    writer.set_page_label(0, 1, style="/D", start=47)
    writer.write(path)
    document = read(source(path))
    assert [page.label for page in document.pages] == ["47", "48"]
    assert [(mark.title, mark.level, mark.page) for mark in document.bookmarks] == [("Minutes", 1, 0)]
    assert document.title == "Agenda pack"


def test_broken_files_end_in_a_sentence(tmp_path):
    """Not a PDF, cut off, without pages, with a password: each says what is wrong and what to do."""
    whole = build(tmp_path / "whole.pdf", lambda canvas: lines(canvas, PROSE)).read_bytes()
    locked = pypdf.PdfWriter(clone_from=tmp_path / "whole.pdf")
    locked.encrypt("secret")
    locked.write(tmp_path / "locked.pdf")
    cases = {"no.pdf": b"Dear all, the meeting is off.", "cut.pdf": whole[:40], "empty.pdf": b"%PDF-1.4\n%%EOF"}
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
    for name in (*cases, "locked.pdf"):
        with pytest.raises(SourceError, match=name):
            read(source(tmp_path / name))
    with pytest.raises(SourceError, match="password"):
        read(source(tmp_path / "locked.pdf"))


def test_a_file_that_lost_its_end_is_mended(tmp_path):
    """A download that was cut off after its pages is read, and said to be damaged."""
    path = build(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE))
    path.write_bytes(path.read_bytes().rpartition(b"xref")[0].rpartition(b"xref")[0])
    assert read(source(path)).pages[0].text == "\n".join(PROSE)


def test_score_looks_at_the_bytes(tmp_path):
    """A PDF by any name is one, and a text called PDF hardly is."""
    pdf = build(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE)).rename(tmp_path / "minutes.txt")
    text = tmp_path / "b.pdf"
    text.write_text("Minutes")
    assert score(source(pdf)) == 1
    assert 0 < score(source(text)) < 0.5


def test_files_inside_the_file_are_named(tmp_path):
    """A paper that carries another inside is read, and the one inside is named as not read."""
    path = build(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE))
    writer = pypdf.PdfWriter(clone_from=path)
    writer.add_attachment("appendix.xlsx", b"figures")
    writer.write(path)
    document = read(source(path))
    assert document.text == "\n".join(PROSE)
    assert "appendix.xlsx" in document.issues[0].message
