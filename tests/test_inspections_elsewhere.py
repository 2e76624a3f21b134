"""Reports of fifteen inspectorates on invented bodies: who was inspected, what was judged, in whose words; and what is no report."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from pipeline.extract import inspections
from pipeline.extract.nlp import Nlp
from pipeline.kinds import divide
from pipeline.model.documents import Source
from pipeline.model.facts import Inspection
from pipeline.read import read
from pipeline.split import split
from tests.golden.sheet import RULED, Sheet
from tests.inspection_reports import NO_REPORTS, REPORTS, Printed
from tests.meeting import paper

NLP = Nlp(use_trained=False)


def found(text: str) -> list[Inspection]:
    return list(inspections.extract(paper(text, kind="inspection", date=None), NLP))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_judgement_of_a_report_is_found_and_nothing_else(report: Printed) -> None:
    """Statement and score of each, once, whatever the inspectorate's layout."""
    assert {fact.statement: fact.score for fact in found(report.text)} == report.judgements


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_a_report_says_who_was_inspected_by_whom_and_when(report: Printed) -> None:
    """Inspector, authority, day of publication and overall rating, as printed; blank where not printed."""
    facts = {(fact.inspector, fact.authority or None, fact.published, fact.overall_rating) for fact in found(report.text)}
    authority = report.authority or "Aldermere County Council"
    assert facts == {(report.inspector, authority, report.published, report.overall)}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_each_judgement_has_its_words_and_its_scale(report: Printed) -> None:
    """The quote is a stretch of the report with the statement's first word; the scale says what the score can be."""
    structure = paper(report.text, kind="inspection", date=None)
    for fact in inspections.extract(structure, NLP):
        assert fact.scale
        assert structure.document.quote(fact.evidence.spans)


@pytest.mark.parametrize("name", NO_REPORTS)
def test_papers_that_speak_of_inspections_are_none(name: str) -> None:
    """A committee's report, a table of schools and minutes quote grades and give none."""
    structure = paper(NO_REPORTS[name], kind="report", date=None)
    assert list(inspections.extract(structure, NLP)) == []


def printed(report: Printed, path: Path) -> None:
    """The report as a PDF: its title large and bold, its table ruled."""
    sheet = Sheet(path)
    for tabled, lines in groupby(report.text.split("\n"), key=lambda line: "\t" in line or " | " in line):
        if tabled:
            rows = [line.replace(" | ", "\t").split("\t") for line in lines]
            sheet.table(rows, [460 // len(rows[0])] * len(rows[0]), RULED)
        else:
            for line in lines:
                first = line == report.text.split("\n")[0]
                sheet.line(line, size=16 if first else 11, bold=first, gap=6)
    sheet.save()


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_a_printed_report_says_the_same(report: Printed, tmp_path: Path) -> None:
    """Read from a PDF, with its table ruled, a report gives the same judgements."""
    path = tmp_path / f"{report.name}.pdf"
    printed(report, path)
    document = read(Source(path, path.name, "0", path.stat().st_size))
    structure = split(document, divide(document))
    assert {fact.statement: fact.score for fact in inspections.extract(structure, NLP)} == report.judgements


def test_scores_of_statements_are_held_against_the_rating_of_their_question() -> None:
    """A percentage that the scores do not make, and a rating outside its band; a rating that a low score limits is right."""
    text = """Hollin Court
Care Quality Commission
Overall rating: Good
Safe
Rating: {rating}
Percentage score: {percent} %
Learning culture
Score: 3
Safeguarding
Score: {score}"""
    told = [
        [dict(check) for check in found(text.format(rating=rating, percent=percent, score=score))[0].checks]
        for rating, percent, score in (("Good", 75, 3), ("Good", 85, 3), ("Outstanding", 75, 3), ("Requires improvement", "62.5", 2))
    ]
    assert [[(check["printed"], check["expected"]) for check in checks] for checks in told] == [
        [], [("Safe 85%", "75%")], [("Safe: Outstanding", "good (75%)")], [],
    ]  # fmt: skip
