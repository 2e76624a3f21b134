"""Lists of promises with what they report as done, and tables that say when what is to be done."""

from __future__ import annotations

import pytest

from pipeline.lookup.changes import changes, promised
from pipeline.model.answers import Filters
from tests.fake_library import FakeLibrary, Paper
from tests.test_dated import FIRST, SECOND, told

KEPT = "We will plant 90 trees on Mill Green. This was achieved."
LIST = (
    f"{{}}\n{KEPT}\nThe ferry steps will be mended before winter. This has been partly achieved.\nWe will open the archives on Saturdays."
)


@pytest.mark.parametrize(
    ("lead", "item", "found"),
    [
        ("What we said we would do:", KEPT, [("We will plant 90 trees on Mill Green.", "This was achieved.")]),
        ("Last year the Council promised to:", "mend the ferry steps.\nThese have now been completed.",
         [("mend the ferry steps.", "These have now been completed.")]),
        ("In our first plan we said that we would:", "open the archives on Saturdays\nThis is now in place, and is well used.",
         [("open the archives on Saturdays", "This is now in place, and is well used.")]),
        # no list of promises, a part, work without a promise before it
        ("Our work on trees:", KEPT, []),
        ("What we said we would do:", "We will plant 90 trees on Mill Green. This was partly achieved.", []),
        ("What we said we would do:", "This was achieved.", []),
    ],
)  # fmt: skip
def test_what_a_list_of_promises_reports_as_done_is_achieved(lead: str, item: str, found: list[tuple[str, str]]) -> None:
    """The item and the sentence behind it."""
    assert [(a, b) for nature, a, b in told((FIRST, [("Trees", f"{lead}\n{item}")])) if nature == "achieved"] == found


def test_a_promise_in_such_a_list_has_the_status() -> None:
    """What the list itself reports as kept is not open."""
    made = FakeLibrary([Paper("papers/a.txt", [("Trees", None, LIST.format("What we said we would do:"))], date=FIRST)])
    for text in ("We will plant 90 trees on Mill Green.", "We will open the archives on Saturdays."):
        made.add_fact("commitments", 0, text, subject="", text=text)
    assert [promise.status for promise in promised(made, made.facts("commitments", Filters()))] == ["achieved", "open"]


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("What we promised to do and what we achieved last year:", 1),  # 2031/32 for a paper of September 2032
        ("What we said we would do in 2032:", 1),
        ("What we said we would do during 2029:", 1),
        ("What we said we would do in 2030/31:", 0),
        ("What we said we would do:", 0),
    ],
)
def test_one_list_under_two_years_contradicts(lead: str, count: int) -> None:
    """The lead lines are cited; one without a year says nothing of when."""
    lists = [(FIRST, [("Trees", LIST.format("What we said we would do in 2030-31:"))]), (SECOND, [("Green", LIST.format(lead))])]
    assert [b for nature, _, b in told(*lists) if nature == "contradiction"] == [lead] * count


def test_another_list_under_another_year_is_another_list() -> None:
    """Every year has its own."""
    other = "What we said we would do in 2031-32:\nThe quarry road will be resurfaced. This was achieved.\nBuses will run on Sundays."
    found = told((FIRST, [("Trees", LIST.format("What we said we would do in 2030-31:"))]), (SECOND, [("Roads", other)]))
    assert "contradiction" not in [nature for nature, _, _ in found]


def table(made: FakeLibrary, document: int, text: str) -> None:
    """The table that a paper of the library prints, its columns parted by tabs."""
    head, *rows = (line.split("\t") for line in text.split("\n"))
    cells = [{"label": label, "cells": cells} for label, *cells in rows]
    made.add_fact("tables", document, text, columns=head[1:], rows=cells, caption=None)


@pytest.mark.parametrize(
    ("one", "other", "slipped"),
    [
        ("Site|Homes|Planned date\nMill Lane|12|May 2032\nQuay House|30|June 2033",
         "Site|Homes|Date in 2031|Date now expected\nMill Lane|12|May 2032|October 2032\nQuay House|30|June 2033|June 2033", ["Mill Lane"]),
        ("Action|Lead|By when\nMend the ferry steps|Orr|31 March 2032\nSurvey the quarry|Hale|May 2032",
         "Action|Lead|Deadline\nMend the ferry steps|Orr|30 June 2033\nSurvey the quarry|Hale|May 2033",
         ["Mend the ferry steps", "Survey the quarry"]),
        ("Bridge|Completion\nTanner's Bridge|2033\nIron Bridge|2034", "Bridge|Revised completion\nTanner's Bridge|2035\nIron Bridge|Done",
         ["Tanner's Bridge"]),
        # stages of any project, dates that come round again, starts and ends, another programme, a date that was over, brought forward
        ("Stage|Date\nProcurement|May 2032\nStart on site|June 2033", "Stage|Date\nProcurement|May 2034\nStart on site|June 2035", []),
        ("Report|Meeting\nBudget of the harbour|May 2032\nFerry fares|May 2032",
         "Report|Meeting\nBudget of the harbour|May 2033\nFerry fares|May 2033", []),
        ("Bridge|Start\nTanner's Bridge|2033\nIron Bridge|2034", "Bridge|Completion\nTanner's Bridge|2035\nIron Bridge|2036", []),
        ("Bridge|Completion\nTanner's Bridge|2033\nIron Bridge|2034\nRope Bridge|2035\nToll Bridge|2035\nHigh Bridge|2035",
         "Road|Completion\nTanner's Bridge|2035\nMill Lane|2034\nHill Lane|2034\nCow Lane|2034\nFen Lane|2034", []),
        ("Bridge|Completion\nTanner's Bridge|2019\nIron Bridge|2020", "Bridge|Completion\nTanner's Bridge|2021\nIron Bridge|2022", []),
        ("Bridge|Completion\nTanner's Bridge|2035\nIron Bridge|2036", "Bridge|Completion\nTanner's Bridge|2034\nIron Bridge|2035", []),
    ],
)  # fmt: skip
def test_a_row_whose_date_is_later_in_a_later_table_slipped(one: str, other: str, slipped: list[str]) -> None:
    """The rows are cited whole; a column that tells what was planned before gives way to the one that tells what is expected now."""
    texts = [text.replace("|", "\t") for text in (one, other)]
    made = FakeLibrary(
        [Paper(f"papers/{n}.txt", [("Programme", None, text)], kind="report", date=(FIRST, SECOND)[n]) for n, text in enumerate(texts)]
    )
    for n, text in enumerate(texts):
        table(made, n, text)
    found = [(c.nature, c.b and c.b.text.startswith(c.a.text[:8])) for c in changes(made, Filters())]
    assert found == [("deadline_slip", True)] * len(slipped)
    assert sorted(label for c in changes(made, Filters()) for label in slipped if c.a.text.startswith(label)) == sorted(slipped)
