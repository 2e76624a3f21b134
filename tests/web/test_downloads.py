"""What is taken away: all rows of a list, and tables, as CSV, workbook and JSON."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import pytest

from pipeline.errors import NotThereError
from pipeline.model.answers import Filters
from pipeline.render.workbook import LONGEST_CELL, Sheet, workbook
from pipeline.web.asked import Asked
from pipeline.web.pages import PAGES

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def body(library: Any, path: str, query: list[tuple[str, str]] | None = None, **parts: str) -> bytes:
    made = PAGES[path](library, Asked(path, parts=parts, query=query or []))
    return bytes(made.body)


def sheet(made: bytes, number: int = 1) -> list[list[str | float]]:
    """The cells of a sheet, row by row, as a spreadsheet reads them."""
    with zipfile.ZipFile(BytesIO(made)) as book:
        shared = ["".join(part.itertext()) for part in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}row")
        return [[_value(cell, shared) for cell in row] for row in rows]


def _value(cell: ElementTree.Element, shared: list[str]) -> str | float:
    said = cell.findtext(f"{MAIN}v") or ""
    return shared[int(said)] if cell.get("t") == "s" else float(said)


def test_a_download_holds_all_rows_that_pass_the_filters_with_their_citations(library: Any) -> None:
    """Not only the first screen; the three forms hold the same facts."""
    query = [("is_unit", "GBP"), ("order", "-value"), ("page", "2")]
    made = json.loads(body(library, "/figures.json", query))
    assert len(made) == library.counted("figures", Filters(), {"unit": "GBP"}) > 25
    rows = list(csv.DictReader(StringIO(body(library, "/figures.csv", query).decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [row["id"] for row in made]
    assert all(row["citation_quote"] and row["citation_label"] and row["citation_document"] for row in rows)
    header, *lines = sheet(body(library, "/figures.xlsx", query))
    assert len(lines) == len(rows)
    assert {"citation_quote", "citation_page", "citation_label", "citation_url"} <= set(header)


def test_csv_opens_in_a_spreadsheet_as_unicode(library: Any) -> None:
    """A byte order mark tells Excel so."""
    assert body(library, "/figures.csv").startswith(b"\xef\xbb\xbf")


def test_a_workbook_keeps_numbers_as_numbers_and_its_header_in_view(library: Any) -> None:
    """Values are added up by whoever opens it."""
    made = body(library, "/figures.xlsx")
    header, first, *_ = sheet(made)
    assert isinstance(first[header.index("value")], float)
    with zipfile.ZipFile(BytesIO(made)) as book:
        told = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in told
    assert "<autoFilter" in told
    assert re.search(r"<col [^>]*width=", told)


def test_a_workbook_says_what_it_is(library: Any) -> None:
    """Filters, day, coverage and source stand on a sheet of their own."""
    told = {row[0]: row[1] for row in sheet(body(library, "/decisions.xlsx", [("is_outcome", "agreed"), ("since", "2023-01-01")]), 2)}
    assert told["What"] == "Decisions"
    assert told["Narrowed to"] == "From: 1 January 2023; Outcome: Agreed"
    assert "papers" in str(told["Library"])
    assert "Matters Arising" in str(told["Source"])


def test_an_empty_list_downloads_as_an_empty_file(library: Any) -> None:
    """Nothing is found, and nothing fails."""
    query = [("topic", "nothingofthekind")]
    assert json.loads(body(library, "/decisions.json", query)) == []
    assert body(library, "/decisions.csv", query).decode("utf-8-sig") == ""
    assert sheet(body(library, "/decisions.xlsx", query), 2)


def test_nothing_in_a_cell_becomes_a_formula_and_long_texts_are_cut() -> None:
    """A paper that prints =1+1 prints a text."""
    made = workbook(Sheet("Odd: names/with [signs]", ["a", "b"], [["=1+1", "x" * 40_000]]), [])
    rows = sheet(made)
    assert rows[1][0] == "=1+1"
    assert len(str(rows[1][1])) == LONGEST_CELL
    with zipfile.ZipFile(BytesIO(made)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def table(library: Any) -> Any:
    """The table of a sum that fails."""
    return next(row for row in library.facts("tables", Filters()) if row.fields["checks"])


def test_a_table_has_a_page_with_all_its_cells_and_marks_what_does_not_add_up(library: Any) -> None:
    """Every cell as printed; the expected value beside the wrong one."""
    row = table(library)
    made = body(library, "/tables/{id}", id=row.id).decode()
    cells = [cell for line in row.fields["rows"] for cell in line["cells"] if cell]
    assert all(f">{cell}" in made for cell in cells)
    assert f"expected {row.fields['checks'][0]['expected']}" in made
    assert made.count('<th scope="row">') == len(row.fields["rows"])


def test_a_table_is_taken_away_as_printed_or_as_numbers(library: Any) -> None:
    """CSV holds the printed cells, the workbook numbers, below zero where the paper has brackets."""
    row = table(library)
    printed = list(csv.reader(StringIO(body(library, "/tables/{id}.csv", id=row.id).decode("utf-8-sig"))))
    assert [line[0] for line in printed[1:]] == [line["label"] for line in row.fields["rows"]]
    assert any(cell.lstrip("'").startswith("(") for line in printed for cell in line)
    numbers = [cell for line in sheet(body(library, "/tables/{id}.xlsx", id=row.id))[1:] for cell in line if isinstance(cell, float)]
    assert min(numbers) < 0


def test_a_table_that_is_not_there_says_so(library: Any) -> None:
    """As after a paper was read anew."""
    with pytest.raises(NotThereError):
        body(library, "/tables/{id}", id="t-nothing")
