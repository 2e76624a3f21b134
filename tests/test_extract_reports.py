"""Officer reports of an invented council."""

from __future__ import annotations

import pytest

from pipeline.extract import reports
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Report
from tests.meeting import paper

NLP = Nlp(use_trained=False)
HEAD = """Item No: 7
# Report Title: Roads Strategy
Date of Meeting: 17th May 2031
Responsible Director: Amy Lane (Director of Roads)
"""
ASKS = """## Recommendations
The Select Committee is asked to:
a) Endorse the strategy for main roads
b) Agree to a further report in June
"""
CONTACT = """## Officer Contact
Officer name: Bob Orr, Head of Highways
Telephone no.: 01234 567890
"""


def found(text: str, title: str = "Roads Strategy") -> Report:
    (row,) = reports.extract(paper(text, kind="report", title=title), NLP)
    return row


def test_the_head_of_a_report_is_read() -> None:
    """Title, date as printed, item, author and director."""
    row = found(HEAD + ASKS + CONTACT)
    assert (row.title, row.date, row.item) == ("Roads Strategy", "2031-05-17", "7")
    assert (row.officer, row.responsible_director) == ("Bob Orr, Head of Highways", "Amy Lane (Director of Roads)")


def test_a_date_that_is_not_printed_stays_blank() -> None:
    """The meeting's date is no substitute."""
    assert found("# Briefing Note: Roads\nBriefing Note Author: Bob Orr, Head of Highways", "Roads").date is None


def test_the_director_speaks_where_no_author_is_named() -> None:
    """Author or contact first."""
    assert found(HEAD).officer == "Amy Lane (Director of Roads)"


def test_a_line_says_whose_report_it_is() -> None:
    """Under the title, without a label; a chair is no director."""
    assert found("# Roads Strategy\nReport by the Executive Director for Roads\n" + ASKS).officer == "Executive Director for Roads"
    assert found("# Roads Strategy\nReport of Ann Tolley, Independent Chair\n" + ASKS).responsible_director is None


@pytest.mark.parametrize(
    "asks",
    [
        ASKS,
        "## 5. Recommendations\n5.1 Members are recommended to:\n(1) Endorse the strategy for main roads\n"
        "(2) Agree to a further report in June\n",
        "## Recommendation(s)\nIt is recommended that: (a) Endorse the strategy for main roads; (b) Agree to a further report in June\n",
        "## Actions required\n1. Endorse the strategy for main roads\n2. Agree to a further report in June\n",
    ],
)
def test_recommendations_are_limbs(asks: str) -> None:
    """Lettered, numbered, inline, or a bare list under the heading."""
    texts = [asked.text.rstrip(".") for asked in found(HEAD + asks).recommendations]
    assert texts == [
        "Endorse the strategy for main roads",
        "Agree to a further report in June",
    ]


def test_a_sentence_without_limbs_is_the_recommendation() -> None:
    """It is quoted whole."""
    (asked,) = found(HEAD + "## Recommendations\nThe Select Committee is asked to note the contents of this paper.").recommendations
    assert asked.text == "The Select Committee is asked to note the contents of this paper."


def test_a_label_alone_leads_its_limbs() -> None:
    """ "RECOMMENDATION(S):" on a line of its own, no heading, over numbered limbs."""
    row = found(HEAD + "Purpose: to inform members.\n\nRECOMMENDATION(S):\n1) Note the report\n2) Comment as appropriate\n")
    assert [each.text for each in row.recommendations] == ["Note the report", "Comment as appropriate"]


def test_a_second_printing_is_kept_beside_the_first() -> None:
    """Each once; where it stands again is `also`, small changes of words included."""
    again = ASKS.replace("for main roads", "for the main roads").replace("## Rec", "## 9. Rec")
    row = found(HEAD + ASKS + "## 1. Background\nRoads are long.\n" + again)
    assert [len(asked.also) for asked in row.recommendations] == [1, 1]


def test_a_table_under_the_recommendations_is_none() -> None:
    """What follows the list recommends nothing."""
    row = found(HEAD + ASKS + "Items to be sent to Members as notes:\n- Parks\n- Bridges\n")
    assert len(row.recommendations) == 2


def test_contacts_in_columns_are_told_apart() -> None:
    """ "Report Author | Relevant Director" over two names."""
    structure = paper(
        HEAD.replace("Responsible Director: Amy Lane (Director of Roads)\n", "") + ASKS, kind="report", title="Roads Strategy"
    )
    assert next(iter(reports.extract(structure, NLP))).responsible_director is None
