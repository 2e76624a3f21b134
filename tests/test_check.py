"""What the audit tells of a library, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.check import audit
from pipeline.model.answers import AuditRow, FactRow, Filters
from pipeline.model.printings import PartRow
from pipeline.render.sheets import write_audit
from tests.fake_library import FakeLibrary, Paper

FIGURE: dict[str, Any] = {
    "of": None, "value_max": None, "direction": None, "approximate": False, "bound": None, "measure": None, "period": None,
    "period_start": None, "period_end": None, "status": None, "source": "text", "table": None, "row": None, "column": None,
}  # fmt: skip


class Shelf(FakeLibrary):
    """The library in memory, with the lists that the audit reads."""

    empty_pages: tuple[int, ...] = ()

    def stored_documents(self) -> Sequence[Any]:
        return [SimpleNamespace(id=i, name=paper.name) for i, paper in enumerate(self.papers)]

    def parts(self) -> Sequence[PartRow]:
        return []

    def stored_pages(self, document_id: int) -> Sequence[Any]:
        pages = [SimpleNamespace(idx=0, text=self.texts[document_id])]
        return [*pages, *(SimpleNamespace(idx=i, text=" ") for i in self.empty_pages)]


def shelf(*lines: str, kind: str = "minutes", second: str | None = None) -> Shelf:
    """A paper with these lines, each under "Finance"; perhaps a second paper of one line."""
    papers = [Paper("papers/one.txt", [("Finance", None, line) for line in lines], kind=kind)]
    if second:
        papers.append(Paper("papers/two.txt", [("Finance", None, second)], kind=kind))
    return Shelf(papers)


def figure(library: Shelf, document: int, quote: str, raw: str, value: float, unit: str, **fields: Any) -> FactRow:
    return library.add_fact("figures", document, quote, **{**FIGURE, "raw": raw, "value": value, "unit": unit, **fields})


def told(library: Shelf, check: str) -> list[AuditRow]:
    return [row for row in audit(library) if row.check == check]


def test_failing_checks_of_tables_are_told_with_their_row() -> None:
    """A check that was kept with a table becomes a row of the audit, which cites the row of the table."""
    library = shelf("Reviews\t2.450", "Total\t6.700")
    check = {
        "kind": "sum",
        "row": "Total",
        "column": "Forecast",
        "printed": "6.700",
        "expected": "6.070",
        "page": 3,
        "message": "the parts come to 6.070",
    }
    library.add_fact("tables", 0, "Reviews\t2.450\nTotal\t6.700", caption="Savings", checks=[check])
    figure(library, 0, "Total\t6.700", "6.700", 6.7e6, "GBP", source="table", row="Total", column="Forecast")
    (row,) = told(library, "sum")
    assert (row.page, row.where, row.printed, row.expected) == (3, "Savings: Total: Forecast", "6.700", "6.070")
    assert [citation.quote for citation in row.citations] == ["Total\t6.700"]


def test_a_sentence_that_repeats_a_total_wrongly_is_told() -> None:
    """A total in a sentence is compared with the total row that it means."""
    said = "Total net expenditure is forecast at £233.992m."
    library = shelf("Total net expenditure\t233.902", said)
    cell = {"source": "table", "row": "Total net expenditure", "column": "Forecast", "measure": "Total net expenditure, Forecast"}
    figure(library, 0, "Total net expenditure\t233.902", "233.902", 233.902e6, "GBP", **cell)
    figure(library, 0, said, "£233.992m", 233.992e6, "GBP", measure="Total net expenditure is forecast")
    (row,) = told(library, "repeated_total")
    assert (row.printed, row.expected, len(row.citations)) == ("£233.992m", "233.902", 2)


def test_a_rounded_total_is_no_fault() -> None:
    """A sentence that gives the total to fewer places agrees with the table."""
    said = "Total net expenditure is forecast at £233.9m."
    library = shelf("Total net expenditure\t233.902", said)
    cell = {"source": "table", "row": "Total net expenditure", "column": "Forecast", "measure": "Total net expenditure, Forecast"}
    figure(library, 0, "Total net expenditure\t233.902", "233.902", 233.902e6, "GBP", **cell)
    figure(library, 0, said, "£233.9m", 233.9e6, "GBP", measure="Total net expenditure is forecast")
    assert told(library, "repeated_total") == []


def test_parts_that_a_sentence_names_must_make_its_whole() -> None:
    """ "Broken down into" promises a sum."""
    said = "There were 88 vacancies, broken down into 31 assistants, 35 social workers and 18 therapists."
    library = shelf(said)
    for raw, value in (("88", 88), ("31", 31), ("35", 35), ("18", 18)):
        figure(library, 0, said, raw, value, "people")
    (row,) = told(library, "sum")
    assert (row.printed, row.expected) == ("88", "84")


@pytest.mark.parametrize(("other", "found"), [(179, 1), (194, 0)])
def test_statements_that_disagree_are_told(other: int, found: int) -> None:
    """The same words of the same day with another number, in two papers, is a disagreement; the same number is none."""
    one = "On 31 August 2030 there were 194 people waiting for supported living in Aldermere."
    two = one.replace("194", str(other))
    library = shelf(one, second=two)
    same = {
        "measure": "people waiting for supported living in Aldermere",
        "period": "31 August 2030",
        "period_start": "2030-08-31",
        "period_end": "2030-08-31",
    }
    figure(library, 0, one, "194", 194, "people", **same)
    figure(library, 1, two, str(other), other, "people", **same)
    assert len(told(library, "disagreement")) == found


def test_other_periods_are_no_disagreement() -> None:
    """Different days may have different numbers."""
    one, two = (
        "On 31 August 2030 there were 194 people waiting for supported living.",
        "On 30 September 2030 there were 179 people waiting for supported living.",
    )
    library = shelf(one, second=two)
    for document, quote, raw, day in ((0, one, "194", "2030-08-31"), (1, two, "179", "2030-09-30")):
        figure(
            library,
            document,
            quote,
            raw,
            float(raw),
            "people",
            measure="people waiting for supported living",
            period=day,
            period_start=day,
            period_end=day,
        )
    assert told(library, "disagreement") == []


def test_scores_that_do_not_make_the_rating_are_told_once() -> None:
    """Every row of an inspection carries the failing check; the audit tells it once."""
    library = shelf("Safe: 2", "Caring: 3")
    check = {"kind": "rating", "printed": "Good", "expected": "Requires improvement"}
    for quote in ("Safe: 2", "Caring: 3"):
        library.add_fact("inspections", 0, quote, statement=quote[:-3], score=2, checks=[check])
    (row,) = told(library, "score")
    assert (row.printed, row.expected) == ("Good", "Requires improvement")


def test_agendas_without_minutes_are_told() -> None:
    """An agenda whose meeting has minutes in the library is silent; one without is told once."""
    agenda = Paper("papers/agenda.txt", [("", None, "1. Apologies"), ("", None, "2. Homes")], kind="agenda")
    minutes = Paper("papers/minutes.txt", [("", None, "Minutes")])
    for papers, found in (([agenda], 1), ([agenda, minutes], 0)):
        library = Shelf(papers)
        for quote in ("1. Apologies", "2. Homes"):
            library.add_fact("agenda", 0, quote, number=quote[0], title=quote[3:])
        if len(papers) > 1:
            library.add_fact("sections", 1, "Minutes", title="Minutes", level=1)
        assert len(told(library, "missing_minutes")) == found


def test_pages_without_text_are_told_by_paper() -> None:
    """A paper's empty pages are named in one row; a filter for something else than papers leaves them out."""
    library = shelf("Words")
    library.empty_pages = (1, 4)
    (row,) = told(library, "no_text")
    assert (row.page, row.printed, row.message) == (2, "2", "2 of 3 pages have no text: 2, 5.")
    assert [found for found in audit(library, Filters(topic="homes")) if found.check == "no_text"] == []


def test_findings_are_printed_as_blocks(capsys: pytest.CaptureFixture[str]) -> None:
    """How sure, which check, where, what is wrong, the fact it rests on; then how many of each."""
    finding = {"severity": "fault", "check": "repeated_total", "document": "papers/a.pdf", "page": 3, "where": "Table 1: Total",
               "message": "8.9 is printed; the 7 figures added down come to 8.4.", "fact": "t-1"}  # fmt: skip
    both = [finding, {**finding, "severity": "note", "page": None, "where": None, "fact": None}]
    write_audit(both, 0)
    told = capsys.readouterr().out
    assert told.startswith("fault: repeated total — papers/a.pdf, p. 3\n  Table 1: Total\n  8.9 is printed")
    assert told.endswith("1 fault, 1 note\n")
    write_audit(both, 1)
    assert capsys.readouterr().out.endswith("1 fault, 1 note (the first 1 shown; --limit 0 shows all)\n")
    write_audit([], 0)
    assert capsys.readouterr().out == "Nothing to report.\n"
