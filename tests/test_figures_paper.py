"""The time that an invented council's paper states once: under its title, in its first sentence, in its file's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract import figures
from pipeline.extract.figures.paper import stated_once
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Figure
from pipeline.model.structure import Paragraph, PartKind, Structure
from tests.meeting import paper
from tests.tables import structure, table

NLP = Nlp(use_trained=False)
BODY = "\nThe forecast is an overspend of £2.1m."


def period(structure: Structure) -> tuple[str | None, str]:
    (one,) = (fact for fact in figures.extract(structure, NLP) if isinstance(fact, Figure))
    return one.period, one.basis


def named(name: str, title: str = "Budget report", kind: PartKind = "report") -> Structure:
    made = paper(BODY, kind=kind, title=title)
    return replace(made, document=replace(made.document, source=replace(made.document.source, name=f"papers/{name}")))


@pytest.mark.parametrize(
    ("front", "printed"),
    [
        ("As at November 2031-32 – Quarter 3", "November 2031-32"),
        ("Position as at 30 September 2031", "30 September 2031"),
        ("Quarter 2 2031/32", "Quarter 2 2031/32"),
        ("Period covered: April to September 2031", "April to September 2031"),
        ("This report sets out the forecast revenue outturn for 2031/32.", "2031/32"),
        ("The purpose of this report is to advise Members of capital spend as at 31 December 2031.", "31 December 2031"),
        ("Cabinet – 30 January 2032", None),
        ("This report sets out the outturn for 2030/31 and the budget for 2032/33.", None),
        ("Financial strategy 2031/32", None),
    ],
)
def test_a_monitoring_report_states_its_time_once(front: str, printed: str | None) -> None:
    """Forecasts, budgets and overspends without a time of their own have the paper's, derived; not its meeting's, not one of two years."""
    made = paper(f"{front}\n## Headlines{BODY}", kind="report", title="Finance Monitoring Report")
    assert period(made) == (printed, "derived" if printed else "stated")


def test_a_nearer_time_wins_over_the_papers() -> None:
    """The sentence's own time, and a heading's, stay."""
    text = "Quarter 2 2031/32\n## Headlines\nThe forecast for 2032/33 is an overspend of £2.1m."
    made = paper(text, kind="report", title="Budget Monitoring")
    assert period(made) == ("2032/33", "stated")


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Budget Monitoring Q2 2031-32.pdf", "Q2 2031-32"),
        ("Appendix - NOV 2031-32.pdf", "NOV 2031-32"),
        ("Accounts yr ended 31 March 2031.pdf", "year ended 31 March 2031"),
        ("agenda 30 January 2032.pdf", None),
        ("2031-11-15 report.pdf", None),
    ],
)
def test_a_files_name_states_it_last(name: str, printed: str | None) -> None:
    """The name of a file that holds one paper gives its year, quarter or month of a financial year; a date of a meeting does not count."""
    assert period(named(name))[0] == printed


def test_minutes_have_no_time_of_their_own() -> None:
    """Minutes speak of many papers."""
    assert not any(one.text for one in stated_once(named("Budget minutes 2031-32.pdf", kind="minutes")))


def test_an_appendix_has_the_time_of_its_report() -> None:
    """A part without a time takes that of the report it is appended to, unless its title names a longer one."""
    made = paper(f"Quarter 2 2031/32{BODY}", kind="report", title="Budget Monitoring")
    (report,) = made.parts
    appended = [replace(report, index=at, kind="appendix", title=title, within=0) for at, title in ((1, "Savings"), (2, "Savings 2031-35"))]
    assert [one.text for one in stated_once(replace(made, parts=(report, *appended)))] == ["Quarter 2 2031/32", "Quarter 2 2031/32", None]


def test_a_note_says_what_all_amounts_are_in() -> None:
    """ "All figures in this report are in £000s" gives unit and scale to columns of money that print none; two notes that differ do not."""
    budget = table("Area | Budget | Posts\nParks | 1,250 | 14")
    made = structure(budget)
    noted = replace(made, paragraphs=(*made.paragraphs, *_notes("All figures in this report are shown in £000s.")))
    assert next((one.value, one.unit) for one in _figures(noted)) == (1250000, "GBP")
    torn = replace(made, paragraphs=(*made.paragraphs, *_notes("All amounts are in £000.\nAll amounts are in £m.")))
    assert next((one.value, one.unit) for one in _figures(torn)) == (1250, "number")


def _notes(text: str) -> tuple[Paragraph, ...]:
    return tuple(replace(one, section=None, runs=()) for one in paper(text).paragraphs)


def _figures(made: Structure) -> list[Figure]:
    return [one for one in figures.extract(made, NLP) if isinstance(one, Figure) and one.source == "table"]
