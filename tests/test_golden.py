"""Golden cases: each paper is built, read, divided and split, and compared with what a person finds in it."""

import json

import pytest

from tests.golden.case import EXPECTED, Case
from tests.golden.cases import CASES
from tests.golden.failing import FAILING
from tests.golden.shelf import Shelf
from tests.golden.view import VIEWS, dump, essence, load

NAMES = {case.name for case in CASES}


def marked(case: Case):
    """The case, with the reason why it fails today."""
    why = FAILING.get(case.name)
    return pytest.param(case, id=case.name, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_paper_reads_as_a_person_reads_it(case: Case, shelf_of_cases: Shelf, rewrite_golden: bool):
    """Parts, headings, paragraphs and tables are those that the expected file names."""
    expected = load(case.expected)
    found = essence(shelf_of_cases.structure(case), expected)
    if rewrite_golden and case.name not in FAILING:
        dump(found, case.expected)
    assert lines(found) == lines(expected)


def lines(views) -> list[str]:
    """A line for each row, so that a failure shows which differ."""
    return [f"{view}: {json.dumps(row, ensure_ascii=False, sort_keys=True)}" for view, rows in views.items() for row in rows]


def test_golden_files_are_not_rewritten_in_a_run_that_counts(rewrite_golden: bool):
    """A run with --rewrite-golden fails, so that nobody mistakes what was recorded for what was checked."""
    assert not rewrite_golden, "golden files were rewritten: look at the difference, then run without --rewrite-golden"


def test_every_case_has_its_expected_file():
    """No case without an expectation, no expectation without a case, no case named twice."""
    assert len(NAMES) == len(CASES)
    assert {path.stem for path in EXPECTED.glob("*.json")} == NAMES
    assert set(FAILING) <= NAMES


def test_expected_files_name_known_views():
    """A view that is not known would compare nothing."""
    assert {view for case in CASES for view in load(case.expected)} <= set(VIEWS)


def test_core_and_external_make_the_total(shelf_of_cases: Shelf):
    """In each row of the wide budget table without rules, core and external funding add up to the total to a tenth."""
    (case,) = [case for case in CASES if case.name == "borderless_budget"]
    (table,) = shelf_of_cases.structure(case).tables
    sums = [[float(cell) for cell in row.cells] for row in table.rows]
    assert len(sums) == 6
    assert all(abs(core + external - total) < 0.1 for row in sums for core, external, total in (row[:3], row[3:]))
