"""A PDF as pages, paragraphs and furniture: order, borders of paragraphs, boxes, labels, and files that are broken."""

import random
import zlib

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import boxes
from pipeline.read.pdf import read
from tests.paper_pdf import LEFT, PROSE, TOP, build, lines, made, source, texts

WORDS = "council supported living homes budget members agreed report June Aldermere committee reserve".split()


def accounted(document):
    """Asserts that every printed character is in exactly one block, and that boxes and cells fit the text."""
    owners = [0] * len(document.text)
    for block in document.blocks:
        for i in range(block.start, block.end):
            owners[i] += 1
        for cell in [cell for row in (block.grid.rows if block.grid else ()) for cell in row if cell]:
            assert document.text[cell.start : cell.end] == cell.text
    assert all(owners[i] == 1 for i, character in enumerate(document.text) if not character.isspace())
    assert document.text == "\n".join(page.text for page in document.pages)
    for page in document.pages:
        assert len(zlib.decompress(page.boxes)) == 8 * len(page.text)
        assert document.text[page.start : page.start + len(page.text)] == page.text


def test_lines_of_a_paragraph_are_one_block_and_a_gap_begins_another(tmp_path):
    """Lines at one pitch belong together; white between them, a list marker or a short finished line parts them."""

    def draw(canvas):
        y = lines(canvas, PROSE)
        y = lines(canvas, PROSE[:2], y=y - 8)
        lines(canvas, ("a) approve the plan;", "b) note the risks set out in the report and in the", "   appendix to it"), y=y)

    document = made(tmp_path / "a.pdf", draw)
    assert texts(document) == [
        "\n".join(PROSE), "\n".join(PROSE[:2]), "a) approve the plan;", "b) note the risks set out in the report and in the\nappendix to it"
    ]  # fmt: skip
    assert [block.kind for block in document.blocks] == ["text", "text", "item", "item"]
    accounted(document)


@pytest.mark.parametrize("marker", ["-", "•", "a)", "(a)", "(iv)", "iv)", "1.", "8.3", "8.3.1", "A1.", "12)"])
def test_each_list_marker_begins_a_block(tmp_path, marker):
    """Bullets, letters, roman numerals and decimal numbers at the start of a line begin an item."""
    document = made(tmp_path / "a.pdf", lambda canvas: lines(canvas, ("The committee resolved", f"{marker} approve the plan")))
    assert texts(document)[1] == f"{marker} approve the plan"
    assert document.blocks[1].kind == "item"


@pytest.mark.parametrize("number", ["1.1", "4.2.7", "(m)", "a)"])
def test_a_number_that_touches_its_paragraph_is_still_a_number(tmp_path, number):
    """Where a tab leaves no room between the number and the capital that follows it, a space is put in."""

    def draw(canvas):
        canvas.drawString(LEFT, TOP, number)
        canvas.drawString(LEFT + canvas.stringWidth(number, "Helvetica", 10), TOP, "On Monday the council met.")

    assert texts(made(tmp_path / "a.pdf", draw)) == [f"{number} On Monday the council met."]


def test_a_date_that_wraps_is_no_list_item(tmp_path):
    """A line that begins with a bare number goes on with its sentence unless the number hangs or stands apart."""
    first = "Members asked for the figures of the year that had ended in the summer and not before"
    document = made(
        tmp_path / "a.pdf", lambda canvas: lines(canvas, (first, "31 March, and were told that these would follow in the next report."))
    )
    assert len(document.blocks) == 1


def test_a_persons_initial_is_no_list_marker(tmp_path):
    """ "A. Penhale" begins a sentence; "A." with white after it begins an item."""

    def draw(canvas):
        lines(canvas, ("A. Penhale said that the homes would be ready in June.",))
        canvas.drawString(LEFT, 700, "A.")
        canvas.drawString(LEFT + 30, 700, "Homes for adults with a learning disability")

    assert [block.kind for block in made(tmp_path / "a.pdf", draw).blocks] == ["text", "item"]


def test_a_bold_line_or_a_larger_one_is_a_heading(tmp_path):
    """Weight and size set a heading apart from the paragraph under it."""

    def draw(canvas):
        y = lines(canvas, ("Care and Housing Committee",), font="Helvetica", size=18)
        y = lines(canvas, ("Supported living",), y=y - 14, font="Helvetica-Bold")
        lines(canvas, PROSE, y=y)

    document = made(tmp_path / "a.pdf", draw)
    assert [(block.kind, block.size) for block in document.blocks] == [("heading", 18.0), ("heading", 10.0), ("text", 10.0)]
    assert document.blocks[0].level == 1
    assert document.blocks[1].bold
    assert not document.blocks[2].bold


def test_words_are_read_by_place_not_by_order_in_the_file(tmp_path):
    """Lines written in any order come out from the top of the page down."""
    order = list(range(3))
    random.Random(3).shuffle(order)

    def draw(canvas):
        for i in order:
            canvas.drawString(LEFT, TOP - 13 * i, PROSE[i])

    assert made(tmp_path / "a.pdf", draw).pages[0].text == "\n".join(PROSE)


def test_running_headers_and_page_numbers_are_furniture(tmp_path):
    """What neighbouring pages repeat at one height, and a page number in any form, is furniture; a title page's lines are not."""

    def page(number):
        def draw(canvas):
            lines(canvas, ("Aldermere County Council",), y=815)
            lines(canvas, (f"{WORDS[number]} {WORDS[number + 1]}", *PROSE))
            lines(canvas, (f"Page {number} of 4",), x=280, y=25)

        return draw

    document = made(tmp_path / "a.pdf", *(page(n) for n in range(1, 5)))
    assert texts(document, "furniture") == [text for n in range(1, 5) for text in ("Aldermere County Council", f"Page {n} of 4")]
    accounted(document)


def test_a_committee_named_at_the_head_of_each_report_is_no_furniture(tmp_path):
    """A first line that comes again only where the next report begins, pages later, is a title."""

    def page(first):
        return lambda canvas: lines(canvas, PROSE, y=lines(canvas, (first,), y=800) - 80)

    plain = [page(f"{word} paragraph") for word in WORDS[:4]]
    document = made(tmp_path / "a.pdf", page("Care Committee"), *plain, page("Care Committee"))
    assert texts(document, "furniture") == []


def test_every_character_has_its_box(tmp_path):
    """The boxes of a word lie where the page prints it, and those of two lines are two."""
    document = made(tmp_path / "a.pdf", lambda canvas: lines(canvas, PROSE[:2]))
    page = document.pages[0]
    at = page.text.index("demand")
    (box,) = boxes.lines(page.boxes, at, at + len("demand"))
    assert LEFT < box.x0 < box.x1 < page.width
    assert box.y0 < TOP < box.y1
    assert len(boxes.lines(page.boxes, 0, len(page.text))) == 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_like_an_upright_one(tmp_path, turn):
    """A page that is shown turned so that its text stands upright keeps its text, and its boxes are those of the page as shown."""
    path = tmp_path / "a.pdf"

    def draw(canvas):
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
        canvas.rotate(turn)
        lines(canvas, PROSE, y=500)

    build(path, draw)
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].rotate(turn)
    writer.write(path)
    document = read(source(path))
    page = document.pages[0]
    assert page.text == "\n".join(PROSE)
    assert (page.width > page.height) == (turn != 180)
    (first, *_) = boxes.lines(page.boxes, 0, 10)
    assert first.x0 == pytest.approx(LEFT, abs=1)
    assert first.x1 - first.x0 > first.y1 - first.y0


def test_text_set_sideways_on_an_upright_page_is_read(tmp_path):
    """A landscape page printed on portrait paper, without a mark that it is turned, is read along its lines."""

    def draw(canvas):
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, PROSE, y=500)

    page = made(tmp_path / "a.pdf", draw).pages[0]
    assert page.text == "\n".join(PROSE)
    (box, *_) = boxes.lines(page.boxes, 0, 1)
    assert page.height > page.width
    assert 0 <= box.x0 < box.x1 <= page.width


def test_what_cannot_be_seen_is_hidden(tmp_path):
    """White on white, off the page, invisible, tiny and painted-over text is kept apart; white on a dark ground is not hidden."""

    def draw(canvas):
        lines(canvas, PROSE)
        canvas.setFillColorRGB(1, 1, 1)
        lines(canvas, ("white on white",), y=600)
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(50, 540, 300, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        lines(canvas, ("white on blue",), y=550)
        canvas.setFillColorRGB(0, 0, 0)
        lines(canvas, ("off the page",), x=700, y=500)
        lines(canvas, ("tiny",), y=480, size=1)
        lines(canvas, ("painted over",), y=400)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(50, 390, 200, 30, stroke=0, fill=1)
        text = canvas.beginText(LEFT, 300)
        text.setTextRenderMode(3)
        text.textLine("invisible")
        canvas.drawText(text)

    document = made(tmp_path / "a.pdf", draw)
    hidden = " ".join(texts(document, "hidden"))
    assert all(words in hidden for words in ("white", "off", "tiny", "painted", "invisible"))
    assert "blue" not in hidden
    assert "white on blue" in texts(document)
    accounted(document)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(30, 300), st.integers(2, 80), st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)),
        min_size=1,
        max_size=40,
        unique_by=lambda it: it[1],
    )
)
def test_no_character_is_lost_whatever_the_layout(tmp_path, placed):
    """Words thrown on a page anywhere are all in the text, each in exactly one block."""

    def draw(canvas: Canvas) -> None:
        for x, tens, words in placed:
            canvas.drawString(x, 10 * tens, " ".join(words))

    document = made(tmp_path / "a.pdf", draw)
    accounted(document)
    printed = sorted("".join(word for _, _, words in placed for word in words))
    assert sorted("".join(document.text.split())) == printed
