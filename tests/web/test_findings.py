"""What changed and what does not add up: both sides, the differing words, the failing cell, filters and files."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from pipeline.check import audit as audited
from pipeline.errors import WorkingError
from pipeline.lookup.changes import Change, Side
from pipeline.lookup.cite import places_of
from pipeline.model.answers import Citation, CitedSpan, Filters
from pipeline.store import open_library
from pipeline.web import ahead
from pipeline.web.asked import Asked
from pipeline.web.failing import failed
from pipeline.web.pages import findings, viewer
from pipeline.web.pages.differing import emphasised, sides

CITED = Citation(
    id="f-1", document="a.pdf", document_title="Savings", sha256="0123456789abcdef", council="Aldermere County Council", kind="report",
    committee="Adults and Communities Committee", meeting_date="2024-09-13", section=(), paragraph=None, page=3, page_label=None,
    line=None, start=10, end=40, quote="Total 9.600 8.940 8.940 (0.660)", spans=(CitedSpan(3, 10, 41),), recognised=False, url=None,
    label="report, p. 3",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(site_library: Path) -> Iterator[Any]:
    with open_library(site_library) as made:
        yield made


def test_words_that_differ_are_emphasised_and_all_else_is_text() -> None:
    """Once each, whole words only, HTML in papers escaped."""
    made = emphasised("<b> 12 homes, not 112, by May 2026; 12", ["12", "May 2026"])
    assert made == "&lt;b&gt; <strong>12</strong> homes, not 112, by <strong>May 2026</strong>; 12"


def test_times_that_differ_are_emphasised_whole(library: Any) -> None:
    """A statement without a figure differs in its day, as printed."""
    one, other = (Side(text, replace(CITED, id="c-0-0.1.2")) for text in ("Date: 19 May 2031", "Date of Meeting: 17th May 2031"))
    made = sides(library, Change("Ferries", "contradiction", one, other))
    assert made == ("Date: <strong>19 May 2031</strong>", "Date of Meeting: <strong>17th May 2031</strong>")
    one, other = (Side(text, replace(CITED, id="c-0-0.1.2")) for text in ("12 flats on 31 December 2031", "14 flats in May"))
    made = sides(library, Change("Flats", "number_changed", one, other))
    assert made[0] == "<strong>12</strong> flats on <strong>31 December 2031</strong>"


def test_both_sides_of_a_changed_number_show_it_emphasised(library: Any) -> None:
    """The value of each figure, or the number of each promise."""
    changed = [one for one in findings.found(library) if one.nature == "number_changed"][: findings.SHOWN]
    body = findings.changes(library, Asked("/changes", query=[("nature", "number_changed")])).body.decode()
    assert changed
    assert body.count("<dd><p>") == 2 * len(changed)
    for one in changed:
        row = library.find(one.a.citation.id)
        assert f"<strong>{escape(row.fields.get('raw') or row.fields['quantity'].split('; ')[0])}</strong>" in body


def test_changes_are_narrowed_by_words_committee_council_and_dates(library: Any) -> None:
    """A change passes where either side does; what is left says so."""
    every = findings.found(library)
    title = "What changed"

    def left(**query: str) -> int:
        rows = findings.changes_as("json")(library, Asked("/changes.json", query=list(query.items())))
        return len(json.loads(rows.body))

    assert left() == len(every)
    assert left(committee="Nobody") == left(council="Nobody") == left(since="2999-01-01") == left(topic="nothing of the kind") == 0
    nature = every[0].nature
    assert left(nature=nature) == sum(one.nature == nature for one in every)
    empty = findings.changes(library, Asked("/changes", query=[("topic", "nothing of the kind")])).body.decode()
    assert title in empty
    assert "Clear the filters" in empty


def test_changes_are_given_as_a_table_with_both_sides_and_their_places(library: Any) -> None:
    """One row a change, no JSON inside its cells; a workbook too."""
    reply = findings.changes_as("csv")(library, Asked("/changes.csv"))
    rows = list(csv.DictReader(io.StringIO(reply.body.decode("utf-8-sig"))))
    assert len(rows) == len(findings.found(library))
    assert {"subject", "nature", "a_text", "a_label", "b_text", "b_page"} <= set(rows[0])
    assert not any(value.startswith("{") for row in rows for value in row.values())
    assert findings.changes_as("xlsx")(library, Asked("/changes.xlsx")).body.startswith(b"PK")


def test_a_finding_leads_to_the_failing_cell_in_its_row() -> None:
    """Where the value stands once in the row; where it stands twice, the row is marked alone."""
    assert findings.cell_of(CITED, "9.600") == "c-0123456789-2.16.21"
    assert findings.cell_of(CITED, "8.940") is None
    assert findings.cell_of(CITED, "(0.660)") == "c-0123456789-2.34.41"
    assert findings.cell_of(CITED, "") is None
    assert findings.cell_of(replace(CITED, spans=(CitedSpan(None, 10, 41),)), "9.600") is None


def test_a_failing_sum_is_shown_beside_what_was_expected_and_marked_on_its_page(library: Any) -> None:
    """From the list to the page with the cell marked inside the row."""
    failing = next(row for row in audited(library, Filters()) if row.check == "sum")
    body = findings.audit(library, Asked("/audit", query=[("check", "sum")])).body.decode()
    assert f"<dt>Printed</dt><dd>{failing.printed}</dd>" in body
    assert f"<dt>Its parts come to</dt><dd>{failing.expected}</dd>" in body
    cell = findings.cell_of(failing.citations[0], failing.printed or "")
    assert cell is not None
    assert f"/show/{failing.citations[0].id}?cell={cell}" in body
    places = places_of(cell)
    assert places is not None
    shown = viewer.show(library, Asked("/show", {"id": failing.citations[0].id}, [("cell", cell)])).body.decode()
    assert 'class="mark cell"' in shown


def test_findings_are_narrowed_and_given_as_files(library: Any) -> None:
    """By paper, committee and date; each row with its first citation."""
    every = findings.wrong(library)
    name = every[0].document
    rows = json.loads(findings.audit_as("json")(library, Asked("/audit.json", query=[("document", name)])).body)
    assert {row["document"] for row in rows} == {name}
    assert json.loads(findings.audit_as("json")(library, Asked("/audit.json", query=[("committee", "Nobody")])).body) == []
    text = findings.audit_as("csv")(library, Asked("/audit.csv")).body.decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    assert len(table) == len(every)
    assert {"check", "printed", "expected", "citation_label", "citation_page"} <= set(table[0])


def test_what_takes_long_is_worked_out_once_behind_and_said_to_be_under_way(site_library: Path) -> None:
    """The first visitor is told, later ones get it, and it is made once."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        status, refresh, later, made = process.submit(first_and_later, site_library).result()
    assert (status, later, made) == (503, ["done", "done"], 1)
    assert refresh.isdecimal()


def first_and_later(folder: Path) -> tuple[int, str, list[str], int]:
    """What visitors of a worker get while work is under way and after it: in a process of its own, as workers are."""
    made, go = [], threading.Event()

    def work(_library: Any) -> str:
        go.wait(60)
        made.append(1)
        return "done"

    ahead.served()
    with open_library(folder) as library:
        try:
            ahead.whole(library, "long", work, patience=0)
        except WorkingError as error:
            reply = failed(error, as_json=False)
        go.set()
        later = [ahead.whole(library, "long", work, patience=seconds) for seconds in (60, 0)]
    return reply.status, reply.headers["Refresh"], later, len(made)
