"""Reading order: columns of prose, text side by side, and what must not be taken for columns."""

import pytest

from tests.paper_pdf import LEFT, PROSE, TOP, lines, made, texts

LEFT_COLUMN = (
    "The council will open a new home", "for adults who need support, and",
    "the first tenants are to move in", "during the spring of next year.",
    "Members visited the site in June", "and met the families there.",
)  # fmt: skip
RIGHT_COLUMN = (
    "Residents may apply from August", "through the council's own page or",
    "by telephone at the usual hours.", "Places are given by need and not",
    "in the order of application, as", "the policy of the council says.",
)  # fmt: skip


@pytest.mark.parametrize("offset", [0, 5])
def test_two_columns_are_read_one_after_the_other(tmp_path, offset):
    """Prose beside prose is read down the left column, then down the right one, whether or not their lines are level."""

    def draw(canvas):
        lines(canvas, ("Aldermere housing news",), font="Helvetica-Bold", size=18)
        lines(canvas, LEFT_COLUMN, y=720)
        lines(canvas, RIGHT_COLUMN, x=320, y=720 - offset)
        lines(canvas, PROSE, y=600)

    text = made(tmp_path / "a.pdf", draw).pages[0].text.split("\n")
    assert text == ["Aldermere housing news", *LEFT_COLUMN, *RIGHT_COLUMN, *PROSE]


def test_three_columns_are_read_from_left_to_right(tmp_path):
    """Columns are found within columns."""

    def draw(canvas):
        for i, column in enumerate((LEFT_COLUMN, RIGHT_COLUMN, LEFT_COLUMN[::-1])):
            lines(canvas, column, x=40 + 180 * i, y=700)

    assert made(tmp_path / "a.pdf", draw).pages[0].text.split("\n") == [*LEFT_COLUMN, *RIGHT_COLUMN, *LEFT_COLUMN[::-1]]


def test_numbers_beside_paragraphs_stay_with_them(tmp_path):
    """A column of paragraph numbers is no column: each number begins its paragraph."""

    def draw(canvas):
        y = TOP_OF_LIST
        for number in ("8.1", "8.2", "8.3", "8.4"):
            canvas.drawString(LEFT, y, number)
            y = lines(canvas, (PROSE[0], "and the committee noted it."), x=LEFT + 36, y=y) - 8

    document = made(tmp_path / "a.pdf", draw)
    assert texts(document) == [f"{number} {PROSE[0]}\nand the committee noted it." for number in ("8.1", "8.2", "8.3", "8.4")]


TOP_OF_LIST = 740


def test_labels_stay_with_their_values(tmp_path):
    """Date, time and venue set in two columns read on across."""
    pairs = (("Date:", "Thursday 12 June 2031"), ("Time:", "10.00 am"), ("Venue:", "The Council Chamber, Aldermere"))

    def draw(canvas):
        for i, (label, value) in enumerate(pairs):
            canvas.drawString(LEFT, 700 - 16 * i, label)
            canvas.drawString(LEFT + 90, 700 - 16 * i, value)

    assert made(tmp_path / "a.pdf", draw).pages[0].text.split("\n") == [f"{label} {value}" for label, value in pairs]


def test_an_index_of_reports_is_no_table(tmp_path):
    """Titles with page numbers are lines of text, with or without dots between."""
    entries = (
        ("Apologies for absence", "3"),
        ("Minutes of the last meeting", "5"),
        ("Budget monitoring report", "19"),
        ("Forward plan of work", "47"),
    )

    def draw(canvas):
        for i, (title, page) in enumerate(entries):
            canvas.drawString(LEFT, 700 - 16 * i, title)
            canvas.drawRightString(520, 700 - 16 * i, page)

    document = made(tmp_path / "a.pdf", draw)
    assert document.pages[0].text.split("\n") == [f"{title} {page}" for title, page in entries]


def test_justified_lines_are_prose(tmp_path):
    """Wide but even gaps between the words of a line do not make cells."""

    def draw(canvas):
        for i, text in enumerate((*PROSE[:2], *PROSE[:2])):
            words = text.split()[:8]
            for j, word in enumerate(words):
                canvas.drawString(LEFT + 62 * j, 700 - 13 * i, word)

    assert not [block for block in made(tmp_path / "a.pdf", draw).blocks if block.grid and block.grid.confidence > 0.8]


def test_a_letter_spaced_title_keeps_its_words(tmp_path):
    """Letters set apart are still one word."""

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(LEFT, TOP, "ALDERMERE PARISH", charSpace=5)
        lines(canvas, PROSE, y=700)

    assert texts(made(tmp_path / "a.pdf", draw))[0] == "ALDERMERE PARISH"
