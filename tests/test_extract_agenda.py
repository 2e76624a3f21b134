"""Items of agendas."""

from __future__ import annotations

import pytest

from pipeline.extract import agenda
from pipeline.extract.nlp import Nlp
from tests.meeting import paper

NLP = Nlp(use_trained=False)
AGENDA = """# Agenda
## 1 To receive apologies
## 2 Minutes
Page **5**
To agree the minutes of the last meeting, 6 February 2031
## 3 Roads Strategy (Pages 11 - 84)
Report by the Executive Director of Roads and Parks
## 4 24/00108 - Budget Monitoring **Page 99**
A report by the Head of Finance"""


def test_number_title_page_and_officer_are_as_printed() -> None:
    """The page stands in the title or below it; the officer in "Report by"."""
    rows = list(agenda.extract(paper(AGENDA, kind="agenda"), NLP))
    assert [(row.number, row.title, row.page, row.officer) for row in rows] == [
        ("1", "To receive apologies", None, None),
        ("2", "Minutes", "5", None),
        ("3", "Roads Strategy", "11 - 84", "Executive Director of Roads and Parks"),
        ("4", "24/00108 - Budget Monitoring", "99", "Head of Finance"),
    ]


def test_numbered_lines_do_where_there_are_no_headings() -> None:
    """A parish agenda counts its lines."""
    rows = list(agenda.extract(paper("1. Apologies\n2. Minutes\na) of the last meeting\n3. Planning", kind="agenda"), NLP))
    assert [(row.number, row.title) for row in rows] == [("1", "Apologies"), ("2", "Minutes"), ("3", "Planning")]


@pytest.mark.parametrize("kind", ["minutes", "report"])
def test_only_agendas_have_items(kind: str) -> None:
    """Headings of minutes and reports are no agenda."""
    assert list(agenda.extract(paper(AGENDA, kind=kind), NLP)) == []  # type: ignore[arg-type]  # one of the kinds of part


def test_a_summons_is_an_agenda() -> None:
    """Headed or not: it calls members to a meeting and lists its business."""
    rows = list(
        agenda.extract(paper("Members are hereby summoned to attend a meeting.\n## 1. Apologies\n## 2. Planning", kind="other"), NLP)
    )
    assert [row.number for row in rows] == ["1", "2"]


def test_a_supplements_letter_lists_its_items_with_their_pages() -> None:
    """A numbered heading of another cover is no item."""
    rows = list(agenda.extract(paper("Please find enclosed\n## 6 The Wharf (Pages 3 - 14)\n## 7 Contacts", kind="cover"), NLP))
    assert [(row.number, row.title, row.page) for row in rows] == [("6", "The Wharf", "3 - 14")]
