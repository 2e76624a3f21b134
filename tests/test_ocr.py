"""Scanned pages: told from others, recognised with places and confidence, set upright."""

import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from pipeline.errors import UsageError
from pipeline.model import boxes
from pipeline.read.pdf import read
from pipeline.read.pdf.ink import Frame, Ink, Word
from pipeline.read.pdf.scans import ocr, upright
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


def scanned(path, image, draw=None):
    """A PDF of this picture, in its own proportions; `draw` prints over it."""
    size = tuple(side * 72 / 150 for side in image.size)

    def page(canvas):
        canvas.drawImage(ImageReader(image.convert("RGB")), 0, 0, *size)
        if draw:
            draw(canvas)

    return build(path, page, size=size)


def layer(canvas, printed):
    """Invisible text over the picture, as scanners leave it."""
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    for line in printed:
        text.textLine(line)
    canvas.drawText(text)


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

    document = read(source(scanned(tmp_path / "a.pdf", picture(), lambda canvas: layer(canvas, PROSE))))
    assert "supported living in Aldermere" in document.text
    assert {block.kind for block in document.blocks} == {"text"}
    assert document.pages[0].recognised
    assert document.pages[0].confidence is None
    assert any("the scanner recognised" in issue.message for issue in document.issues)


HEADER = "Agenda Item 7        Aldermere County Council, Cabinet, 14 January 2025, supplementary papers        Page 45"
POOR = (
    "Tl1e C0mm1ttee a9reed t0 bu1ld twe1ve h0mes ln A1dermere",
    "an6 t0 rep0rt a9a1n bef0re tl1e en6 0f 5eptem6er. lVl1nutes",
    "~f tl1e C4re an6 H0us1ng C0mm1ttee, T0wn Ha1l, 4 ]une",
)
"""What a poor scanner made of a page."""


def test_a_running_header_over_a_scan_is_not_its_text():
    """A page whose picture covers it is recognised although a long header and a page number are printed on it."""
    words = tuple(Word(text, 50 + 40 * i, 815, 85 + 40 * i, 825, 817, 9, False, ()) for i, text in enumerate(HEADER.split()))
    middle = Word("Aldermere" * 6, 50, 400, 300, 412, 402, 10, False, ())
    frame, whole = Frame(595, 842), ((0, 0, 595, 842),)
    assert ocr.is_scan(Ink(frame, words, pictures=whole))
    assert not ocr.is_scan(Ink(frame, (*words, middle), pictures=whole))
    assert not ocr.is_scan(Ink(frame, words))


def test_a_poor_layer_is_told_from_text():
    """Signs and figures among the letters of many words are no language's; names, sums, addresses and other languages are."""
    assert ocr.is_nonsense(" ".join(POOR).split())
    assert not ocr.is_nonsense(" ".join(PROSE).split())
    assert not ocr.is_nonsense("Cofnodion cyfarfod Cyngor Sir Glantar a gynhaliwyd ddydd Llun, 4 Mawrth 2024, £1,250.00 a 3.5%".split())
    assert not ocr.is_nonsense("A O'Brien, J. McArdle 12/03/2024 £4.2m (471) clerk@aldermere.gov.uk CLLR D'Arcy-Orr's 14th 2024/25".split())


@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_each_engine_reads_a_scan_behind_a_poor_layer(tmp_path, monkeypatch, engine):
    """The engine that the settings name reads a crooked page, whatever a scanner left there; RapidOCR's words say what reads better."""
    if engine == "tesseract" and shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    monkeypatch.setenv("MATTERS_OCR", engine)
    document = read(source(scanned(tmp_path / "scan.pdf", picture(5), lambda canvas: layer(canvas, POOR))))
    page = document.pages[0]
    assert " ".join(page.text.split()) == " ".join(SENTENCES)
    assert page.recognised
    assert page.confidence > 0.7
    (box, *_) = boxes.lines(page.boxes, 0, 7)
    assert 30 < box.x0 < 50
    assert 690 < box.y0 < 730
    (told,) = [issue.message for issue in document.issues if "recognised by" in issue.message]
    assert ("install it" in told) == (engine == "rapidocr")


def test_rapidocr_reads_a_page_that_stands_on_its_head(tmp_path, monkeypatch):
    """Lines are read downwards although the page was scanned upside down."""
    monkeypatch.setenv("MATTERS_OCR", "rapidocr")
    document = read(source(scanned(tmp_path / "scan.pdf", picture(180))))
    assert " ".join(document.pages[0].text.split()) == " ".join(SENTENCES)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_scan_is_read_upright(tmp_path, turn):
    """However the paper lay on the glass, its words come in order and their boxes lie on the page as shown."""
    document = read(source(scanned(tmp_path / "scan.pdf", picture(turn))))
    page = document.pages[0]
    assert " ".join(page.text.split()) == " ".join(SENTENCES)
    assert (page.width > page.height) == (turn != 180)
    (box, *_) = boxes.lines(page.boxes, 0, 7)
    assert (box.x0 > page.width / 2, box.y0 > page.height / 2) == {90: (False, False), 180: (True, False), 270: (True, True)}[turn]


def test_an_unknown_engine_is_named(monkeypatch):
    """A wrong name in MATTERS_OCR is an error that says which names there are."""
    monkeypatch.setenv("MATTERS_OCR", "abbyy")
    with pytest.raises(UsageError, match="tesseract or rapidocr"):
        ocr.engine()


def test_a_blank_page_is_left_alone(tmp_path):
    """An empty page costs no recognition and makes no words."""
    document = read(source(build(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE), lambda canvas: canvas.line(1, 1, 2, 2))))
    assert document.pages[1].text == ""
    assert not document.pages[1].recognised


@pytest.mark.parametrize("turn", [0, 1.5, -2, 5, -7])
def test_a_crooked_scan_is_set_straight(turn):
    """The angle of a scan is found to a quarter of a degree."""
    _, turned = upright.deskewed(picture(turn))
    assert turned == pytest.approx(-turn, abs=0.3)


def test_a_page_on_its_side_is_seen():
    """Lines of text that run up the page show that it lies on its side."""
    assert not upright.looks_sideways(picture())
    assert upright.looks_sideways(picture(90))
    assert upright.looks_sideways(picture(90).rotate(4, fillcolor=255))
    assert not upright.looks_sideways(picture(-6))


def test_a_page_set_in_a_font_without_letters_is_recognised():
    """Where a third of the characters stand in a font that does not say which they are, the page is read as a picture of itself."""

    def word(text, unmapped):
        return Word(text, 60, 700, 160, 712, 703, 11, False, (), hidden=unmapped, unmapped=unmapped)

    good, bad = word("Committee" * 12, False), word("7KH&RPPLWWHH", True)
    assert not ocr.is_scan(Ink(Frame(595, 842), (good, bad)))
    assert ocr.is_scan(Ink(Frame(595, 842), (good, *[bad] * 8)))
