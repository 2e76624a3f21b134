"""The arithmetic of tables of an invented council: what adds up is silent, what does not is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.tables.arithmetic import checks
from tests.tables import table

Told = list[tuple[str, str, str, str, str]]


def told(lines: str, **kwargs: str) -> Told:
    return [(c["kind"], c["row"], c["column"], c["printed"], c["expected"]) for c in checks(table(lines, **kwargs))]  # type: ignore[arg-type]  # no confidence here


SAVINGS = """Project | Target £m | Forecast £m | Variance £m
Reviews | 3.200 | 2.450 | (0.750)
Moves | 1.900 | 0.620 | (1.280)
Reablement | 2.100 | 2.100 | 0.000
Home care | 1.350 | 0.900 | (0.450)
Total | 8.550 | {total} | {variance}"""


def test_a_table_that_adds_up_is_silent() -> None:
    """Sums, variances and percentages that hold leave nothing to say."""
    assert told(SAVINGS.format(total="6.070", variance="(2.480)")) == []


def test_a_wrong_total_is_told_with_what_it_should_be() -> None:
    """Two figures exchanged in a total are found down its column."""
    found = told(SAVINGS.format(total="6.700", variance="(2.480)"))
    assert ("sum", "Total", "Forecast £m", "6.700", "6.070") in found


def test_totals_may_stand_first() -> None:
    """A total above its parts is checked against the rows that follow."""
    found = told("New starters | People\nTotal new starters | 347\nSocial workers | 228\nPractitioners | 82\nTherapists | 31")
    assert found == [("sum", "Total new starters", "People", "347", "341")]


def test_sums_across_are_checked() -> None:
    """A total column is checked against the columns before it."""
    lines = """Domain | Good | Fair | Poor | Total
Safe | 312 | 108 | 12 | 432
Caring | 390 | 40 | 2 | 432
Led | 310 | 102 | 20 | 423
Overall view | 330 | 90 | 12 | 432"""
    assert told(lines) == [("sum", "Led", "Total", "423", "432")]


def test_rounding_is_no_fault() -> None:
    """Money rounded to the last place may be out by half of it for each number added."""
    assert told("Area | Budget £m | Forecast £m\nA | 1.1 | 2.3\nB | 1.1 | 2.3\nC | 1.1 | 2.3\nTotal | 3.4 | 6.8") == []


def test_whole_counts_must_add_up() -> None:
    """Counts are not rounded: where most columns add up, one that is out by one is told."""
    lines = "District | 2030 | 2031 | 2032\nNorth | 10 | 20 | 30\nSouth | 5 | 6 | 7\nEast | 1 | 2 | 3\nTotal | 16 | 28 | 41"
    assert told(lines) == [("sum", "Total", "2032", "41", "40")]


@pytest.mark.parametrize("sign", [1, -1])
def test_variances_in_either_convention(sign: int) -> None:
    """Outturn less budget or budget less outturn: the table's own convention is found, and the row that breaks it."""
    rows = [("A", 10.0, 12.0, 2.0), ("B", 20.0, 19.0, -1.0), ("C", 5.0, 5.5, 0.5), ("D", 7.0, 9.0, 3.0)]
    body = "\n".join(f"{name} | {a} | {b} | {sign * v}" for name, a, b, v in rows)
    found = told("Area | Budget £m | Outturn £m | Variance £m\n" + body)
    assert found == [("variance", "D", "Variance £m", str(sign * 3.0), str(sign * 2.0))]


def test_percentages_of_another_column() -> None:
    """A percentage column worked out from two others is checked row by row."""
    lines = """Area | Budget £m | Variance £m | Variance %
A | 118.450 | (0.245) | -0.021%
B | 25.000 | 1.220 | 4.88%
C | 100.000 | 1.860 | 1.86%
D | 15.000 | 1.455 | 9.70%"""
    assert told(lines) == [("percentage", "A", "Variance %", "-0.021%", "-0.207%")]


def test_rows_that_are_no_sum_are_left_alone() -> None:
    """Averages, percentages and tables without a total are not added up."""
    assert told("Area | Rate %\nA | 10%\nB | 20%\nTotal | 15%") == []
    assert told("Area | 2030 | 2031\nA | 10 | 20\nB | 5 | 9\nEngland average | 7 | 8") == []
    assert told("Service | Places | Beds\nHomes | 12 | 40\nTotal places in the county | 900 | 1000") == []


@given(st.lists(st.lists(st.integers(-5000, 5000), min_size=3, max_size=3), min_size=3, max_size=6))
def test_true_sums_are_never_told(rows: list[list[int]]) -> None:
    """Whatever the numbers, a table whose totals are right has no failing sum."""
    totals = [sum(column) for column in zip(*rows, strict=True)]
    body = "\n".join(f"Row {chr(65 + i)} | " + " | ".join(map(str, row)) for i, row in enumerate(rows))
    lines = f"Area | One | Two | Three\n{body}\nTotal | " + " | ".join(map(str, totals))
    assert [found for found in told(lines) if found[0] == "sum"] == []


BUDGET = """Service | Budget £m | Outturn £m | Variance £m
Roads | 12.400 | 12.900 | 0.500
Parks | 3.150 | 3.050 | (0.100)
Libraries | {libraries} | 2.650 | 0.000
Waste | 8.200 | 8.350 | 0.150
Total | 26.400 | {outturn} | 0.550"""


def test_a_cell_that_breaks_its_row_and_its_column_is_told_once() -> None:
    """One budget misprinted fails the sum and its row's variance: the cell is named, with the value that mends both."""
    assert told(BUDGET.format(libraries="2.650", outturn="26.950")) == []
    assert told(BUDGET.format(libraries="26.50", outturn="26.950")) == [("sum", "Libraries", "Budget £m", "26.50", "2.65")]


def test_a_wrong_total_that_breaks_its_variance_too_is_told_once() -> None:
    """The total's own variance is not told as a second fault where the right total would mend it."""
    found = told(BUDGET.format(libraries="2.650", outturn="29.650"))
    assert found == [("sum", "Total", "Outturn £m", "29.650", "26.950")]


def test_a_cell_merged_over_two_rows_is_no_fault() -> None:
    """A forecast printed once for two savings differs from the first one's target by the second's."""
    lines = """Saving | Target £m | Forecast £m | Variance £m
Day care | -2.500 | -1.200 | -1.300
Charging policy | -0.200 | -0.700 | 0.000
Charging review | -0.500 | |
Equipment | -2.300 | -2.300 | 0.000
Respite | -0.600 | -0.500 | -0.100
Reviews | -1.000 | -0.400 | -0.600
Homes | -1.100 | -1.000 | -0.100"""
    assert told(lines) == []


def test_a_share_in_brackets_is_held_against_its_base() -> None:
    """Where the other cells are shares of the first column, the one that is not is told."""
    lines = """Team | Posts | Filled | Vacant
North | 40 | 30 (75%) | 10 (25%)
South | 60 | 54 (90%) | 6 ({share}%)
East | 20 | 15 (75%) | 5 (25%)"""
    assert told(lines.format(share="10")) == []
    assert told(lines.format(share="12")) == [("percentage", "South", "Vacant", "6 (12%)", "10%")]


@pytest.mark.parametrize(("total", "severity"), [("31", "rounding"), ("37", "fault")])
def test_one_in_the_last_place_may_be_rounding(total: str, severity: str) -> None:
    """Whole numbers may be rounded ones: out by one is told, and said to be what rounding can explain."""
    lines = f"Area | 2030 | 2035 | 2040\nNorth | 10 | 20 | 30\nSouth | 5 | 6 | 7\nWest | 15 | 25 | 35\nTotal | {total} | 51 | 72"
    assert [check["severity"] for check in checks(table(lines))] == [severity]
