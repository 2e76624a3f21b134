"""Grids made tables: labels, units, captions, tables over pages; grids that are none."""

from __future__ import annotations

import pytest

from pipeline.model.structure import Table
from tests.split_paper import structure

HEAD = "Report title: Money\n\nDate of meeting: 1 May 2024\n\n1. Budget\n\n"


def tables(text: str, **more: str) -> tuple[Table, ...]:
    return structure(HEAD + text, **more).tables


def test_spanning_headers_are_joined_into_full_labels() -> None:
    """The years above, the measures below; the column of labels stands in the middle."""
    (table,) = tables(
        "2017/18\t\t\t2018/19\t\t\nActual £m\tOver £m\tArea\tBudget £m\tForecast £m\tVariance £m\n"
        "10.392\t(0.471)\tRoads\t10.683\t10.497\t(0.186)\n69.600\t0.123\tCare\t62.238\t62.195\t(0.043)\n"
    )
    assert table.columns == ("2017/18 Actual £m", "2017/18 Over £m", "2018/19 Budget £m", "2018/19 Forecast £m", "2018/19 Variance £m")
    assert [(row.label, row.cells[2]) for row in table.rows] == [("Roads", "10.683"), ("Care", "62.238")]
    assert table.unit == "£m"


def test_units_under_their_columns_belong_to_the_header() -> None:
    """ "£m £m %" is a second header row; columns of different units have none in common."""
    (table,) = tables("Savings\tForecast\tVariance\t\n\t£m\t£m\t%\nOn target\t-12.145\t0.000\t0%\nOff target\t-10.039\t5.106\t-34%\n")
    assert (table.label_column, table.columns) == ("Savings", ("Forecast £m", "Variance £m", "Variance %"))
    assert table.unit is None


def test_years_are_headers_and_group_rows_are_rows() -> None:
    """A bare year is no value; a row that only names a group keeps its empty cells."""
    (table,) = tables("Area\t2020\t2025\nCoast\t\t\nThornwick\t1,534\t1,550\nVale\t349\t351\n")
    assert table.columns == ("2020", "2025")
    assert [(row.label, row.cells) for row in table.rows] == [
        ("Coast", ("", "")),
        ("Thornwick", ("1,534", "1,550")),
        ("Vale", ("349", "351")),
    ]


def test_the_unit_may_stand_in_the_caption_or_on_a_line_of_its_own() -> None:
    """ "All figures in £000s" tells the unit and is not the caption."""
    (table,) = tables("Reserves by fund\n\nAll figures in £000s\n\nFund\tOpening\tClosing\nRoads\t120\t95\nCare\t60\t61\n")
    assert (table.caption, table.unit) == ("Reserves by fund", "£000")


@pytest.mark.parametrize(
    "line", ["Lead inspector: Ruth Ashdown, His Majesty’s Inspector", "Report published: 20 May 2024", "Contact: 01234 555123"]
)
def test_a_line_that_gives_a_name_or_a_date_is_no_caption(line: str) -> None:
    """Lines of a title page stand above its table and say nothing of it."""
    (table,) = tables(f"{line}\n\nFund\tOpening\tClosing\nRoads\t120\t95\nCare\t60\t61\n")
    assert table.caption is None


def test_a_table_goes_on_over_a_page_with_its_header_repeated_or_left_out() -> None:
    """The header printed again is no row, and a running label between the halves parts nothing."""
    header = "Fund\tOpening £m\tClosing £m\n"
    rows = ["Roads\t1.2\t0.9\n", "Care\t6.0\t6.1\n", "Schools\t3.0\t2.0\n"]
    (again,) = tables(f"{header}{rows[0]}\n{header}{rows[1]}\n{rows[2]}")
    (labelled,) = tables(f"{header}{rows[0]}\nAppendix D\n\n{rows[1]}\n{rows[2]}")
    assert [row.label for row in again.rows] == [row.label for row in labelled.rows] == ["Roads", "Care", "Schools"]


def test_a_total_row_without_its_first_cells_stands_under_its_columns() -> None:
    """Its numbers are those of the columns of numbers."""
    (table,) = tables(
        "Ref\tSaving\t2024 £m\t2025 £m\tStatus\nA1\tBuses\t-0.5\t-0.7\tGreen\nA2\tLamps\t-0.2\t-0.1\tRed\n\nNet total\t-0.7\t-0.8\n"
    )
    assert (table.rows[-1].label, table.rows[-1].cells) == ("Net total", ("", "-0.7", "-0.8", ""))


def test_a_table_of_words_has_a_header_of_words() -> None:
    """Risks and their mitigations."""
    (table,) = tables("Risk\tMitigation\nThe river may rise and flood the homes near it\tWalls are to be built along it this year\n")
    assert (table.label_column, table.columns) == ("Risk", ("Mitigation",))


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Quayle\tCllr Banerji\nCllr Pruett\tVacancy\n",
        "Joan Ferris\tDirector of Adult Care\nSam Tolley\tHead of Roads\n",
        "Officer name:\tTel no:\tEmail:\nJoan Ferris\t01999 123456\tjoan.ferris@aldermere.gov.uk\n",
        "Introduction\t2\nDemand\t5\nSupply\t9\nMeasures\t12\n",
        "Ward:\tThornwick\nDivision:\tVale\n",
        "Conservative\t9:00am\tGround floor\nLabour\t9:00am\tFirst floor\n",
    ],
)
def test_lists_of_names_contacts_contents_and_labels_are_no_tables(text: str) -> None:
    """They are read as paragraphs."""
    paper = structure(HEAD + text)
    assert not paper.tables
    assert paper.paragraphs[-1].table is None


def test_ruling_rows_are_no_rows() -> None:
    """What text papers draw with dashes."""
    (table,) = tables("Fund\tOpening £m\n----\t----\nRoads\t1.2\nCare\t6.0\n")
    assert [row.label for row in table.rows] == ["Roads", "Care"]


def test_rows_know_their_places() -> None:
    """Each cell is found again in the document."""
    paper = structure(HEAD + "Fund\tOpening £m\nRoads\t1.2\n")
    row = paper.tables[0].rows[0]
    assert row.cell_spans[0] is not None
    assert paper.document.text[slice(*row.cell_spans[0])] == "1.2"
    assert paper.document.text[slice(*row.span)] == "Roads\t1.2"


def test_a_form_is_cut_at_the_lines_that_head_it() -> None:
    """Lines across the grid are headings, what is between them questions with their answers."""
    why = "Section A: Why\t\nWhat is asked for?\tA post in the duty team\n"
    cost = "Section B: Cost\t\nWho pays for it?\tThe base budget of the service\n"
    paper = structure(HEAD + why + cost)
    assert [section.title for section in paper.sections][-2:] == ["Section A: Why", "Section B: Cost"]
    assert not paper.tables


def test_a_caption_without_a_table_is_an_issue() -> None:
    """What a numbered caption stands over is a picture, or was read as text: that is said, with the caption's words."""
    lines = "Table 1: Homes by district\n\nThe north has more than the south.\n\nIt will have more still.\n\nSo has the coast.\n\n"
    found = structure(f"{HEAD}{lines}Table 2: Beds by district\nArea\tBeds\nCoast\t12\nVale\t9\n\nTable 2 shows that the coast has more.\n")
    assert [issue.message for issue in found.issues] == ['no table was read under "Table 1: Homes by district"']


def test_a_list_of_tables_is_no_issue() -> None:
    """Captions listed one under the other stand over nothing."""
    found = structure(
        f"{HEAD}Table 1: Homes by district\n\nTable 2: Beds by district\n\nTable 3: Posts by district\n\nThese are the tables.\n"
    )
    assert found.issues == ()


def test_a_header_printed_again_is_no_row() -> None:
    """A header over a second group of rows is a header; the line that names the group is a row."""
    (table,) = tables("Project\tReal\tRephased\nYard\t4.0\t1.0\nOlder ones\t\t\nProject\tReal\tRephased\nLane\t2.0\t3.0\n")
    assert [row.label for row in table.rows] == ["Yard", "Older ones", "Lane"]


def test_a_per_cent_before_the_unit_does_not_hide_it() -> None:
    """ "Up 3% on last year, £m" is in millions."""
    (table,) = tables("Table 1: Budget, up 3% on last year, £m\nArea\tBudget\nCoast\t12.0\nVale\t9.0\n")
    assert table.unit == "£m"
