"""What papers are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.kinds.titled import title_of
from pipeline.model.structure import Part
from tests.split_paper import document

MINUTES = Part(0, "minutes", "Minutes", 0, 10, committee="Harbour Board", meeting_date="2031-01-30")
AGENDA = Part(0, "agenda", "AGENDA", 0, 10, committee="Cabinet", meeting_date="2031-02-03")
REPORT = Part(0, "report", "Repairs to the sea wall", 0, 10)


@pytest.mark.parametrize(
    ("own", "parts", "called"),
    [
        ("Winter service plan 2031", [REPORT], "Winter service plan 2031"),
        ("Agenda Template", [AGENDA], "Agenda, Cabinet, 3 February 2031"),
        ("Microsoft Word - final v3.doc", [REPORT], "Repairs to the sea wall"),
        ("001_a243f19520997772", [AGENDA, replace(REPORT, index=1)], "Agenda and reports, Cabinet, 3 February 2031"),
        ("Minutes", [MINUTES], "Minutes, Harbour Board, 30 January 2031"),
        ("(Public Pack)Supplement on the sea wall", [AGENDA], "Supplement on the sea wall"),
        ("THE REPORT", [replace(REPORT, title="REPORT")], "sea wall 2031"),
        (None, [replace(MINUTES, meeting_date=None)], "sea wall 2031"),
    ],
)
def test_a_title_tells_one_paper_from_the_next(own: str | None, parts: list[Part], called: str) -> None:
    """Templates, file names and headings that a thousand papers bear are no titles."""
    paper = replace(document("", "sea-wall_2031.pdf"), title=own)
    assert title_of(paper, parts) == called
