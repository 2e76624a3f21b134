"""Tables in PDFs that no rules draw: columns parted by white, spanning and wrapped headers, wrapped labels, lists of names."""

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph

from tests.paper_pdf import BODY, LEFT, grids, made, placed, row, table


def test_an_unruled_budget_over_a_landscape_page(tmp_path):
    """A tight table without rules, with spanning headers over coloured columns: each row's core and external make its total."""
    groups = (("TOTAL", colors.white), ("Care", colors.lightblue), ("Places", colors.lightgreen))
    labels = (
        "Original budget",
        "Pay",
        "Prices",
        "Demand",
        "Total spending",
        "Efficiency",
        "Income",
        "Total savings",
        "Reserves",
        "Net budget",
    )

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(40, 560, "2031-32 Appendix E")
        for g, (name, colour) in enumerate(groups):
            canvas.setFillColor(colour)
            canvas.rect(205 + 200 * g, 330, 198, 190, stroke=0, fill=1)
            canvas.setFillColor(colors.black)
            canvas.setFont("Helvetica-Bold", 9)
            canvas.drawCentredString(305 + 200 * g, 508, name)
            canvas.setFont("Helvetica", 9)
            for c, head in enumerate(("Core", "External", "Total")):
                canvas.drawRightString(268 + 200 * g + 66 * c, 488, head)
                canvas.drawRightString(268 + 200 * g + 66 * c, 476, "£000s")
        for r, label in enumerate(labels):
            y = 455 - 12 * r
            canvas.drawString(40, y, label)
            for g in range(3):
                core, external = 1000.5 * (r + 1) * (g + 2) * 11, -3.2 * r
                for c, value in enumerate((core, external, core + external)):
                    canvas.drawRightString(268 + 200 * g + 66 * c, y, f"{value:,.1f}")

    document = made(tmp_path / "a.pdf", draw, size=landscape(A4))
    cells = grids(document)[0]
    assert cells[0] == [*([""] if cells[0][0] == "" else []), "TOTAL", None, None, "Care", None, None, "Places", None, None]
    body = [each for each in cells if each[0] in labels]
    assert [each[0] for each in body] == list(labels)
    for each in body:
        values = [float(text.replace(",", "")) for text in each[1:]]
        for i in range(0, 9, 3):
            assert values[i] + values[i + 1] == pytest.approx(values[i + 2], abs=0.11)


def test_columns_of_names_are_a_table(tmp_path):
    """Members listed in two columns are read row by row, with less confidence than figures."""
    names = [
        ("Cllr Ada Penhale", "Cllr Jon Marsh"),
        ("Cllr Rui Castell", "Cllr May Thorne"),
        ("Cllr Ann Fell", "Cllr Tom Garth"),
        ("Cllr Ida Voss", "Cllr Sam Orde"),
    ]

    def draw(canvas):
        for i, (a, b) in enumerate(names):
            canvas.drawString(LEFT, 700 - 14 * i, a)
            canvas.drawString(320, 700 - 14 * i, b)

    document = made(tmp_path / "a.pdf", draw)
    assert grids(document) == [[list(pair) for pair in names]]
    assert table(document).grid.confidence < 0.7


def test_group_titles_and_totals_are_rows(tmp_path):
    """A bold title over a group of rows is a row of its own, not part of the label under it."""

    def draw(canvas):
        row(canvas, 720, "Service", "Budget", "Outturn", "Variance", font="Helvetica-Bold")
        row(canvas, 704, "SPENDING", font="Helvetica-Bold")
        for i, label in enumerate(("Pay", "Prices", "Demand")):
            row(canvas, 688 - 16 * i, label, f"{i + 3}.5", f"{i}.1", "0.2")
        row(canvas, 640, "Total spending", "13.5", "3.3", "0.6", font="Helvetica-Bold")
        row(canvas, 624, "SAVINGS", font="Helvetica-Bold")
        row(canvas, 608, "Efficiency", "-1.5", "-1.3", "0.2")

    labels = [cells[0] for cells in grids(made(tmp_path / "a.pdf", draw))[0]]
    assert labels == ["Service", "SPENDING", "Pay", "Prices", "Demand", "Total spending", "SAVINGS", "Efficiency"]


TWO_LEVELS = [
    ["£000", "2030/31", "", "2031/32", ""],
    ["", "Budget", "Outturn", "Budget", "Forecast"],
    ["Income", "(1,200)", "(1,180)", "(1,300)", "(1,290)"],
    ["Staff costs", "4,500", "4,620", "4,700", "4,810"],
    ["Net", "3,300", "3,440", "3,400", "3,520"],
]
OVER_TWO = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("ALIGN", (1, 0), (-1, 0), "CENTER")]
RULES = [
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 1), (-1, 1), 1, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
]


@pytest.mark.parametrize("rules", [[], RULES], ids=["unruled", "rules under header and total"])
def test_headers_of_two_levels(tmp_path, rules):
    """Years over budget and outturn reach over the columns under them, with or without rules."""
    document = made(tmp_path / "a.pdf", placed(TWO_LEVELS, [*OVER_TWO, *rules], [120, 70, 70, 70, 70]))
    assert grids(document)[0][:2] == [["£000", "2030/31", None, "2031/32", None], ["", "Budget", "Outturn", "Budget", "Forecast"]]
    assert grids(document)[0][2:] == TWO_LEVELS[2:]
    assert table(document).grid.header_rows == 2


@pytest.mark.parametrize("upright", ["TOP", "MIDDLE", "BOTTOM"])
def test_wrapped_labels_of_an_unruled_table(tmp_path, upright):
    """A label over two lines is one row, wherever its figures stand beside it."""
    roof, bridge = (
        "Replacement of the roof and windows at Mill Lane primary school",
        "Works to the bridge at Castle Street and the footpath beside it",
    )
    rows = [
        ["Scheme", "Budget", "Spend", "Variance"],
        [roof, "1,200", "1,180", "20"],
        ["New library", "450", "462", "(12)"],
        [bridge, "90", "88", "2"],
    ]
    drawn = [rows[0], *([Paragraph(label, BODY), *figures] for label, *figures in rows[1:]), ["Total", "1,740", "1,730", "10"]]
    style = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), upright)]
    assert grids(made(tmp_path / "a.pdf", placed(drawn, style, [180, 60, 60, 60]))) == [[*rows, ["Total", "1,740", "1,730", "10"]]]


def test_an_action_log_without_rules(tmp_path):
    """Wrapped descriptions beside owner and date are rows, the last line of the last one included."""
    texts_ = (
        "Bring a report on home care to the September meeting of the committee",
        "Circulate the survey",
        "Write to the minister on the care of adults who live alone",
    )
    rows = [
        ["Action", "Owner", "Due"],
        *(
            [text, owner, due]
            for text, owner, due in zip(texts_, ("J. Marsh", "A. Fell", "Clerk"), ("May", "30 June", "July"), strict=True)
        ),
    ]
    drawn = [rows[0], *([Paragraph(text, BODY), owner, due] for text, owner, due in rows[1:])]
    assert grids(made(tmp_path / "a.pdf", placed(drawn, [("VALIGN", (0, 0), (-1, -1), "TOP")], [240, 100, 80]))) == [rows]


def test_a_recorded_vote_is_a_table(tmp_path):
    """Crosses under For, Against and Abstain stand in their columns."""
    rows = [
        ["", "For", "Against", "Abstain"],
        ["Cllr A. Penhale", "x", "", ""],
        ["Cllr J. Marsh", "", "x", ""],
        ["Cllr R. Castell", "", "", "x"],
    ]
    assert grids(made(tmp_path / "a.pdf", placed(rows, [], [150, 60, 60, 60]))) == [rows]
