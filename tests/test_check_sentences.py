"""What the audit tells of sums and shares in sentences of an invented council, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.model.answers import AuditRow
from tests.test_check import Shelf, figure, shelf, told

PERIODS = {"2028/29": {"period_start": "2028-04-01"}, "2029/30": {"period_start": "2029-04-01"}}


def figures(library: Shelf, quote: str, *rows: tuple[str, float, str], **fields: Any) -> None:
    for raw, value, unit in rows:
        figure(library, 0, quote, raw, value, unit, **fields)


def referrals(adults: str) -> list[AuditRow]:
    """A whole and its parts for two years, over three sentences of one paragraph."""
    said = (
        "There were 6,130 referrals compared with 6,000 in 2028/29.",
        f"Those of adults rose from 2,000 to {adults}.",
        "Those of older people rose from 4,000 to 4,080.",
    )
    library = shelf(" ".join(said))
    for quote, now, before in zip(said, ("6,130", adults, "4,080"), ("6,000", "2,000", "4,000"), strict=True):
        figures(library, quote, (before, float(before.replace(",", "")), "people"), **PERIODS["2028/29"])
        figures(library, quote, (now, float(now.replace(",", "")), "people"), **PERIODS["2029/30"])
    return told(library, "sum")


def test_a_period_that_adds_up_shows_that_the_other_was_meant_to() -> None:
    """Parts and whole of last year make a sum; those of this year do not."""
    assert referrals("2,050") == []
    (row,) = referrals("2,060")
    assert (row.printed, row.expected, row.severity) == ("6,130", "6,140", "fault")
    assert len(row.citations) == 3


@pytest.mark.parametrize(("total", "severity"), [(47.0, None), (48.0, "rounding"), (49.0, "fault"), (80.0, None)])
def test_a_total_is_held_against_the_list_that_makes_it(total: float, severity: str | None) -> None:
    """Millions are rounded: out by one is no fault. A total far from the list is of something else."""
    said = f"The Council has found capital totalling £{total:.0f}m for harbour repairs and covered market halls."
    items = ("£29m harbour repairs, from January 2029", "£18m market halls, from April 2031")
    library = shelf(said, *items)
    figures(library, said, (f"£{total:.0f}m", total * 1e6, "GBP"))
    for item in items:
        figures(library, item, (item[:4], float(item[1:3]) * 1e6, "GBP"))
    assert [row.severity for row in told(library, "sum")] == ([severity] if severity else [])


@pytest.mark.parametrize(("last", "severity"), [(11, "rounding"), (10, None), (4, "fault")])
def test_what_is_split_makes_a_whole(last: int, severity: str | None) -> None:
    """Shares of a split come to 100 per cent, or to what rounding makes of it."""
    said = f"Posts are split between the council (12%), private employers (78%) and others ({last}%)."
    library = shelf(said)
    figures(library, said, ("12%", 12.0, "percent"), ("78%", 78.0, "percent"), (f"{last}%", float(last), "percent"))
    assert [row.severity for row in told(library, "share")] == ([severity] if severity else [])


@pytest.mark.parametrize(("share", "found"), [(22.2, 0), (20.6, 1), (60.0, 0)])
def test_a_share_of_a_stated_number(share: float, found: int) -> None:
    """ "14 of the 63 homes (20.6%)" contradicts itself; a share that is far off is of something else."""
    said = f"On the day 14 of the 63 homes ({share}%) were full."
    library = shelf(said)
    figure(library, 0, said, "14 of the 63", 14, "homes", of=63.0)
    figures(library, said, (f"{share}%", share, "percent"))
    assert len(told(library, "share")) == found


def test_shares_of_the_row_of_a_table_that_holds_their_counts() -> None:
    """Counts of a sentence that stand in one row of the table under the same heading are shares of its total."""
    said = "14 homes (20.6%) were weak and three homes (4.8%) were poor."
    library = shelf(said, "Overall\t3\t43\t14\t3\t63")
    rows = [{"label": "Overall", "cells": ["3", "43", "14", "3", "63"]}]
    library.add_fact("tables", 0, "Overall\t3\t43\t14\t3\t63", columns=["Best", "Good", "Weak", "Poor", "Total"], rows=rows, checks=[])
    figures(library, said, ("14", 14.0, "homes"), ("20.6%", 20.6, "percent"), ("three", 3.0, "homes"), ("4.8%", 4.8, "percent"))
    (row,) = told(library, "share")
    assert (row.printed, row.expected) == ("20.6%", "22.2%")
    assert [fact.fields["raw"] for fact in library.stored if fact.id == row.fact] == ["20.6%"]
