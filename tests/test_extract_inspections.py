"""Inspectors' reports on an invented council: scores, judgements, dates, and what is no such report."""

from __future__ import annotations

import pytest

from pipeline.extract import inspections
from pipeline.extract.inspections.cqc import STATEMENTS, band_checks
from pipeline.extract.inspections.types import Judgement
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Inspection
from tests.meeting import paper

NLP = Nlp(use_trained=False)
ASSESSMENT = """Aldermere County Council: local authority assessment
Assessment published: 4 March 2031
Local authority rating and score
Good
Assessing needs
Score: 3
Safeguarding
Score: 2
Partnerships and communities
Score: 3
Theme 1: How Aldermere County Council works with people
Assessing needs
Score: 3
3 - Evidence shows a good standard
Theme 2: Providing support
Partnerships and communities
Score: 3
Theme 3: How Aldermere County Council ensures safety within the system
Safeguarding
Score: 2"""
CARE = "children in care"
HELP = "children who need help and protection"
PRACTICE = "social work practice with children and families"
CHILDREN = f"""Inspection of Aldermere local authority children’s services
Inspection dates: 3 to 14 February 2031
Lead inspector: Jo Bright, His Majesty’s Inspector
Judgement\tGrade
The impact of leaders on {PRACTICE}\tGood
The experiences and progress of {HELP}\tRequires improvement to be good
The experiences and progress of {CARE}\tOutstanding
The experiences and progress of care leavers\tGood
Overall effectiveness\tGood"""
LOOKED_AFTER = "children looked after"
IN_NEED = "children in need of help and protection"
BOARD = "Review of the effectiveness of the Local Safeguarding Children Board"
LEAVERS = "Experiences and progress of care leavers"
OLDER = f"""Aldermere County Council
Inspection of services for {IN_NEED}, {LOOKED_AFTER} and care leavers
and {BOARD}
Inspection date: 6 June 2016 – 30 June 2016
Report published: 23 August 2016
Children’s services in Aldermere require improvement to be good
1. {HELP.capitalize()} Requires improvement
2. {LOOKED_AFTER.capitalize()} and achieving permanence Good
2.1 Adoption performance Outstanding
2.2 {LEAVERS} Good
3. Leadership, management and governance Inadequate
The Local Safeguarding Children Board is good"""


def found(text: str) -> list[Inspection]:
    return list(inspections.extract(paper(text, kind="inspection", date=None), NLP))


def test_an_assessment_gives_each_statement_once_under_its_theme() -> None:
    """The statement over its findings wins over the one in the summary."""
    facts = found(ASSESSMENT)
    assert [(f.statement, f.score, (f.theme or "")[:7]) for f in facts] == [
        ("Assessing needs", 3, "Theme 1"),
        ("Partnerships and communities", 3, "Theme 2"),
        ("Safeguarding", 2, "Theme 3"),
    ]
    assert {(f.authority, f.published, f.overall_rating, f.inspector) for f in facts} == {
        ("Aldermere County Council", "2031-03-04", "Good", "CQC")
    }


def test_the_quote_holds_statement_and_score() -> None:
    """The evidence is the heading with its score, verbatim."""
    structure = paper(ASSESSMENT, kind="inspection")
    first = next(inspections.extract(structure, NLP))
    assert structure.document.quote(first.evidence.spans) == "Assessing needs\nScore: 3\n3 - Evidence shows a good standard"


@pytest.mark.parametrize(
    ("text", "statement", "grade"),
    [
        (CHILDREN, "Overall effectiveness", "Good"),
        (CHILDREN, "The experiences and progress of children in care", "Outstanding"),
        (CHILDREN, f"The experiences and progress of {HELP}", "Requires improvement to be good"),
        (OLDER, "Overall effectiveness", "Requires improvement to be good"),
        (OLDER, "Leadership, management and governance", "Inadequate"),
        (OLDER, "Adoption performance", "Outstanding"),
        (OLDER, "The Local Safeguarding Children Board", "Good"),
    ],
)
def test_childrens_services_judgements(text: str, statement: str, grade: str) -> None:
    """Each judgement of both frameworks comes with its printed grade."""
    assert {f.statement: f.score for f in found(text)}[statement] == grade


def test_ofsted_reports_say_who_was_inspected_and_when() -> None:
    """The authority as printed, the dates of the inspection, and the date of publication where it is printed."""
    assert {(f.authority, f.inspected, f.published) for f in found(CHILDREN)} == {("Aldermere", "3 to 14 February 2031", None)}
    assert {(f.authority, f.published) for f in found(OLDER)} == {("Aldermere County Council", "2016-08-23")}


def test_a_committee_report_about_an_inspection_is_none() -> None:
    """A paper that only quotes a judgement is no inspection report."""
    assert found("Members noted that overall effectiveness was judged Good and that Safeguarding had a score of 2.") == []


def test_a_rating_that_the_scores_contradict_is_a_failing_check() -> None:
    """Nine scores of 2 are 50 per cent: requires improvement, whatever is printed."""
    scores = tuple(Judgement(name, 2, 0, 1) for name in STATEMENTS[:9])
    assert band_checks(scores, "Requires improvement") == ()
    assert band_checks(scores, "Good") == ({"kind": "score", "printed": "Good", "expected": "requires improvement (50%)"},)
    assert band_checks(scores[:8], "Good") == ()
