"""Tables in PDFs: ruled, half-ruled and unruled, with spanning headers, wrapped cells and empty cells; and what is none."""

import pytest
from reportlab.lib import colors
from reportlab.platypus import Paragraph

from tests.paper_pdf import BODY, LEFT, PROSE, grids, lines, made, placed, row, table, texts

BUDGET = [
    ["Service", "Budget", "Forecast", "Variance"],
    ["Older people", "124.328", "128.110", "3.782"],
    ["Learning disability", "98.400", "97.900", "(0.500)"],
    ["Mental health", "21.050", "", "-"],
    ["Total", "243.778", "226.010", "3.282"],
]


@pytest.mark.parametrize(
    "style",
    [
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        [("BOX", (0, 0), (-1, -1), 0.5, colors.grey), ("INNERGRID", (0, 0), (-1, -1), 0.25, colors.grey),
         ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)],
        [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)],
        [("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black), ("LINEABOVE", (0, -1), (-1, -1), 0.5, colors.black)],
        [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.white, colors.lightgrey])],
        [("ALIGN", (1, 0), (-1, -1), "RIGHT")],
        [("FONT", (0, 0), (-1, 0), "Helvetica-Bold")],
    ],
    ids=["grid", "box and fill", "level rules", "header and total rules", "banded", "unruled, flush right", "unruled, bold header"],
)  # fmt: skip
def test_a_table_of_figures_is_read_cell_by_cell(tmp_path, style):
    """However it is ruled, each figure stands in its row and column, empty cells included, and the text around is no part of it."""
    document = made(tmp_path / "a.pdf", placed(BUDGET, style, [150, 90, 90, 90]))
    assert grids(document) == [BUDGET]
    assert texts(document)[0] == PROSE[0]
    assert texts(document)[-1] == "\n".join(PROSE)
    assert table(document).grid.header_rows == 1


def test_a_table_is_written_row_by_row(tmp_path):
    """In the page's text a row is one stretch, its cells parted by tabs."""
    document = made(tmp_path / "a.pdf", placed(BUDGET, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    block = table(document)
    assert document.text[block.start : block.end] == "\n".join("\t".join(cells) for cells in BUDGET)
    assert block.grid.ruled
    assert block.grid.rows[1][1].box.x0 < block.grid.rows[1][2].box.x0


def test_merged_cells_span_and_stand_once(tmp_path):
    """A header over two columns and a label beside two rows each stand once, the slots they cover hold nothing."""
    rows = [["Service", "2030/31", ""], ["", "Budget", "Outturn"], ["Care", "1.0", "1.1"], ["", "2.0", "2.2"]]
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (0, 2), (0, 3))]
    document = made(tmp_path / "a.pdf", placed(rows, style, [120, 80, 80]))
    assert grids(document) == [[["Service", "2030/31", None], [None, "Budget", "Outturn"], ["Care", "1.0", "1.1"], [None, "2.0", "2.2"]]]
    first, second = table(document).grid.rows[:2]
    assert (first[0].rowspan, first[1].colspan) == (2, 2)
    assert second[1].header


def test_wrapped_cells_of_a_ruled_table_are_joined(tmp_path):
    """Lines within a cell are joined by one space."""
    text = "Homes for adults with a learning disability, built with partners on land that the council owns in Aldermere"
    rows = [["Scheme", "Detail", "Places"], ["Mill Lane", Paragraph(text, BODY), "24"], ["Orchard Close", Paragraph(text, BODY), "12"]]
    document = made(tmp_path / "a.pdf", placed(rows, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)], [100, 200, 60]))
    assert grids(document) == [[["Scheme", "Detail", "Places"], ["Mill Lane", text, "24"], ["Orchard Close", text, "12"]]]


def test_wrapped_cells_between_level_rules_are_one_row(tmp_path):
    """Where rules part the rows, a figure centred beside a wrapped description belongs to its row."""
    text = "Costs of care rose faster than planned, because more people came home from hospital with greater needs than before"
    rows = [
        ["Service", "Variance", "Detail"],
        ["Older people", "+3.8", Paragraph(text, BODY)],
        ["Mental health", "-0.5", Paragraph(text, BODY)],
    ]
    style = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    document = made(tmp_path / "a.pdf", placed(rows, style, [100, 70, 220]))
    assert grids(document) == [[["Service", "Variance", "Detail"], ["Older people", "+3.8", text], ["Mental health", "-0.5", text]]]


def test_a_box_around_a_paragraph_is_text(tmp_path):
    """One ruled cell, or one column of them, holds text and makes no table."""

    def draw(canvas):
        canvas.rect(50, 700, 480, 70)
        lines(canvas, PROSE, y=750)
        canvas.rect(50, 640, 480, 60)
        lines(canvas, PROSE, y=685)

    document = made(tmp_path / "a.pdf", draw)
    assert not [block for block in document.blocks if block.grid]


def test_rules_over_and_under_prose_make_no_table(tmp_path):
    """Lines drawn across the page above and below numbered paragraphs leave them paragraphs."""

    def draw(canvas):
        for y in (790, 600, 400):
            canvas.line(50, y, 540, y)
        for i, number in enumerate(("1.", "2.", "3.", "4.")):
            canvas.drawString(LEFT, 760 - 40 * i, number)
            lines(canvas, PROSE[:2], x=LEFT + 30, y=760 - 40 * i)
            canvas.drawString(LEFT, 560 - 40 * i, number)
            lines(canvas, PROSE[:2], x=LEFT + 30, y=560 - 40 * i)

    document = made(tmp_path / "a.pdf", draw)
    assert not [block for block in document.blocks if block.grid]


def test_the_header_of_a_table_that_goes_on_is_no_furniture(tmp_path):
    """A table's header that each page repeats stays the header of each page's part."""

    def page(number):
        def draw(canvas):
            canvas.setFont("Helvetica-Bold", 10)
            row(canvas, 812, "Service", "Budget", "Outturn", "Variance", font="Helvetica-Bold")
            for i in range(20):
                row(canvas, 796 - 14 * i, f"{PROSE[0].split()[i % 9]} {number}{chr(97 + i)}", f"{i}.5", f"{i + number}.0", "0.5")

        return draw

    document = made(tmp_path / "a.pdf", *(page(n) for n in range(1, 4)))
    assert [cells[0] for cells in grids(document)] == [["Service", "Budget", "Outturn", "Variance"]] * 3
    assert texts(document, "furniture") == []


def test_a_box_of_prose_under_a_row_is_text(tmp_path):
    """A judgement ruled over a summary: the row is a table, the summary keeps its paragraphs."""
    summary = Paragraph(" ".join(PROSE * 2), BODY)
    rows = [["Children who need help", "Good"], [summary, ""]]
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (1, 1))]
    document = made(tmp_path / "a.pdf", placed(rows, style, [300, 120]))
    assert grids(document) == [[["Children who need help", "Good"]]]
    assert any(text.replace("\n", " ") == " ".join(PROSE * 2) for text in texts(document, "text"))


def test_a_header_beside_a_filled_bar_is_part_of_the_half_ruled_table(tmp_path):
    """A coloured bar between label and figures makes no column, and the header over the first rule belongs to the table."""

    def draw(canvas):
        row(canvas, 720, "Service", "Budget", "Variance", font="Helvetica-Bold")
        for i, label in enumerate(("Older people", "Transport", "Libraries")):
            y = 700 - 20 * i
            canvas.setFillColorRGB(0.1, 0.3, 0.4)
            canvas.rect(180, y - 6, 12, 20, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            row(canvas, y, label, f"{i + 3}.5", f"-{i}.1")
            canvas.line(50, y + 14, 400, y + 14)
        canvas.line(50, 654, 400, 654)

    document = made(tmp_path / "a.pdf", draw)
    assert grids(document) == [
        [["Service", "Budget", "Variance"], ["Older people", "3.5", "-0.1"], ["Transport", "4.5", "-1.1"], ["Libraries", "5.5", "-2.1"]]
    ]
    assert table(document).grid.header_rows == 1


def test_two_tables_of_one_width_with_prose_between_are_two(tmp_path):
    """Rules of the same length do not join tables that text parts."""

    def draw(canvas):
        for top in (760, 600):
            row(canvas, top, "Service", "Budget", "Outturn", "Variance", font="Helvetica-Bold")
            for i in range(3):
                canvas.line(50, top - 6 - 20 * i, 540, top - 6 - 20 * i)
                row(canvas, top - 20 - 20 * i, "Pay", f"{i + 3}.5", f"{i}.1", "0.2")
        lines(canvas, PROSE, x=50, y=670)

    document = made(tmp_path / "a.pdf", draw)
    assert [len(grid) for grid in grids(document)] == [4, 4]
    assert "\n".join(PROSE) in texts(document)


def test_headers_set_sideways_stand_in_their_cells(tmp_path):
    """Words that run up the page in a ruled header are the header's words, with their spaces."""

    def draw(canvas):
        for i, x in enumerate((50, 200, 260, 320)):
            canvas.line(x, 500, x, 700)
            if i in (1, 2):
                canvas.saveState()
                canvas.translate(x + 35, 615)
                canvas.rotate(90)
                canvas.drawString(0, 0, ("Older people", "Young people")[i - 1])
                canvas.restoreState()
        for i, y in enumerate((700, 600, 550, 500)):
            canvas.line(50, y, 320, y)
            if i in (1, 2):
                row(canvas, y - 30, ("Care at home", "Day centres")[i - 1], f"{i}4", f"{i}7", x=60, first=240, step=60)

    document = made(tmp_path / "a.pdf", draw)
    assert grids(document) == [[["", "Older people", "Young people"], ["Care at home", "14", "17"], ["Day centres", "24", "27"]]]


def test_a_stamp_across_the_page_is_furniture(tmp_path):
    """DRAFT set aslant over the text is kept apart from it."""

    def draw(canvas):
        lines(canvas, PROSE)
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 80)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    document = made(tmp_path / "a.pdf", draw)
    assert texts(document) == ["\n".join(PROSE), "DRAFT"]
    assert texts(document, "furniture") == ["DRAFT"]
