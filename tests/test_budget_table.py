"""A budget of many columns without a rule: every row that is printed is read, and core and external make its total."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from pipeline.kinds import divide
from pipeline.model.documents import Source
from pipeline.model.structure import Row, Table
from pipeline.read import read
from pipeline.split import split

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = CORPUS / "papers" / "2025-02-03-budget-appendix-f.pdf"
SOURCE = CORPUS / "sources" / "2025-02-03-budget-appendix.paper"
TENTH = Decimal("0.1")


@cache
def tables() -> tuple[Table, ...]:
    """The tables of the appendix."""
    document = read(Source(PAPER, PAPER.name, "0" * 64, PAPER.stat().st_size))
    return split(document, divide(document)).tables


def printed() -> list[list[str]]:
    """The cells of every row of figures that the source prints, without its marks of bold."""
    rows = [line for line in SOURCE.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.replace("*", "").strip() for cell in line.strip("|").split("|")] for line in rows]
    return [row for row in cells if any(map(amount, row))]


def amount(cell: str) -> Decimal | None:
    """The number that a cell prints, or None."""
    try:
        return Decimal(cell)
    except InvalidOperation:
        return None


def sums(table: Table, row: Row) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Core, external and total of each service in a row."""
    for at, column in enumerate(table.columns):
        if column.endswith("Core"):
            core, external, total = map(amount, row.cells[at : at + 3])
            if core is not None and external is not None and total is not None:
                yield core, external, total


def test_every_row_that_is_printed_is_read_with_all_its_cells() -> None:
    """No row is lost, doubled or shifted to other columns."""
    read_rows = [[row.label, *row.cells] for table in tables() for row in table.rows]
    assert [row for row in read_rows if any(map(amount, row))] == [row for row in printed() if len(row) > 2]


def test_core_and_external_make_the_total_in_every_row() -> None:
    """Each row adds up to 0.1, in each of the six columns of services and in the services' own table."""
    told = [(row.label, each) for table in tables() for row in table.rows for each in sums(table, row)]
    assert len(told) > 140
    assert [(label, each) for label, each in told if abs(each[0] + each[1] - each[2]) > TENTH] == []


def test_both_tables_know_their_unit_and_their_columns() -> None:
    """The unit stands once, over the labels or in the caption; headers of two levels are joined."""
    whole, service = tables()
    assert (whole.unit, service.unit) == ("£m", "£m")
    assert whole.columns[:3] == ("TOTAL Core", "TOTAL External", "TOTAL Total")
    assert service.columns[1:4] == ("Core", "External", "Total")
