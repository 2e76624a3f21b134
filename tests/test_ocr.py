"""Scanned pages: told from others, recognised with places and confidence, set upright."""

import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from pipeline.model import boxes
from pipeline.read import ocr, upright
from pipeline.read.ink import Frame, Ink, Word
from pipeline.read.pdf import read
from tests.paper_pdf import PROSE, build, lines, source

SENTENCES = (
    "Minutes of the Care and Housing Committee",
    "The committee agreed to build twelve homes in Aldermere",
    "and to report again before the end of September.",
)


def picture(turn=0.0):
    """A page as a scanner sees it."""
    image = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(image)
    for i, text in enumerate(SENTENCES):
        pen.text((140, 200 + 60 * i), text, font=ImageFont.load_default(34), fill=0)
    return image.rotate(turn, expand=turn % 90 == 0, fillcolor=255)


def scanned(path, image):
    return build(path, lambda canvas: canvas.drawImage(ImageReader(image.convert("RGB")), 0, 0, *canvas._pagesize))


def test_a_page_with_text_is_no_scan():
    """Only pages (nearly) without text are recognised, and of those with a little text only the ones that a picture covers."""
    word = Word("Aldermere" * 6, 50, 700, 300, 712, 702, 10, False, ())
    stamp = word._replace(text="Page 3")
    frame, whole = Frame(595, 842), ((0, 0, 595, 842),)
    assert not ocr.is_scan(Ink(frame, (word,), pictures=whole))
    assert not ocr.is_scan(Ink(frame, (stamp,)))
    assert ocr.is_scan(Ink(frame, (stamp,), pictures=whole))
    assert ocr.is_scan(Ink(frame, ()))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_reads_a_scan(tmp_path):
    """The words of a scan are text with boxes, marked as recognised, and the run says so."""
    document = read(source(scanned(tmp_path / "scan.pdf", picture(1.5))))
    page = document.pages[0]
    assert page.recognised
    assert page.confidence > 0.7
    assert " ".join(page.text.split()) == " ".join(SENTENCES)
    (box, *_) = boxes.lines(page.boxes, 0, 7)
    assert 50 < box.x0 < 80
    assert 700 < box.y0 < 760
    assert any("recognised" in issue.message for issue in document.issues)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_ruled_table_of_a_scan_is_a_table(tmp_path):
    """The rules of a scanned table are found in the picture, and its words put into their cells."""
    rows = (("Service", "Budget", "Outturn"), ("Transport", "1450", "1475"), ("Libraries", "2610", "2590"))
    image = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(image)
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            pen.rectangle((140 + 300 * j, 300 + 90 * i, 440 + 300 * j, 390 + 90 * i), outline=0, width=3)
            pen.text((170 + 300 * j, 325 + 90 * i), text, font=ImageFont.load_default(34), fill=0)
    document = read(source(scanned(tmp_path / "scan.pdf", image)))
    (table,) = [block.grid for block in document.blocks if block.grid]
    assert [[cell.text for cell in cells] for cells in table.rows] == [list(row) for row in rows]
    assert table.confidence < 0.95


def test_without_recognition_a_scan_has_no_text(tmp_path):
    """Reading without OCR leaves the page empty and names it."""
    document = read(source(scanned(tmp_path / "scan.pdf", picture())), ocr=False)
    assert document.text == ""
    assert document.issues[0].page == 1


def test_an_invisible_layer_over_a_scan_is_its_text(tmp_path):
    """What a scanner's own recognition put behind the picture is read, not hidden."""

    def draw(canvas):
        canvas.drawImage(ImageReader(picture().convert("RGB")), 0, 0, *canvas._pagesize)
        text = canvas.beginText(60, 700)
        text.setTextRenderMode(3)
        for line in PROSE:
            text.textLine(line)
        canvas.drawText(text)

    document = read(source(build(tmp_path / "a.pdf", draw)))
    assert "supported living in Aldermere" in document.text
    assert {block.kind for block in document.blocks} == {"text"}


def test_a_blank_page_is_left_alone(tmp_path):
    """An empty page costs no recognition and makes no words."""
    document = read(source(build(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE), lambda canvas: canvas.line(1, 1, 2, 2))))
    assert document.pages[1].text == ""
    assert not document.pages[1].recognised


@pytest.mark.parametrize("turn", [0, 1.5, -2])
def test_a_crooked_scan_is_set_straight(turn):
    """The angle of a scan is found to a quarter of a degree."""
    _, turned = upright.deskewed(picture(turn))
    assert turned == pytest.approx(-turn, abs=0.3)


def test_a_page_on_its_side_is_seen():
    """Lines of text that run up the page show that it lies on its side."""
    assert not upright.looks_sideways(picture())
    assert upright.looks_sideways(picture(90))
