"""Agenda items and their papers: in the pack, in a supplement, in minutes published on their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.model.answers import Filters
from pipeline.store import open_library
from tests.golden.cases import files, packs

PAPERS = {
    "pack.pdf": packs.pages_run_on,
    "frontsheet.pdf": files.frontsheet,
    "supplement.pdf": files.supplement,
    "minutes.pdf": packs.minutes_with_appendices,
    "25-00012 report.pdf": files.single_report,
    "25-00012 record of decision.pdf": files.decision_record,
    "25-00012 appendix C.pdf": files.single_appendix,
}

CABINET = """Aldermere County Council

Cabinet

Thursday, 30 January 2025 at 10.00 am

Agenda

1. Apologies

2. Declarations of interest

3. 25/00012 - Community equipment
"""


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Fields of each agenda item by file and number."""
    folder = tmp_path_factory.mktemp("meeting")
    for name, build in PAPERS.items():
        build(folder / name)
    (folder / "cabinet.txt").write_text(CABINET, encoding="utf-8")
    with open_library(folder / "library", create=True) as library:
        ingest([folder / name for name in (*PAPERS, "cabinet.txt")], library, Settings(workers=1), embed=False)
        rows = library.facts("agenda", Filters())
        return {(Path(row.standing.document).name, row.fields["number"]): row.fields for row in rows}


def papers(fields: Mapping[str, Any]) -> list[tuple[str, str | None, str, int | None]]:
    return [(paper["kind"], paper["label"], Path(paper["document"]).name, paper["page"]) for paper in fields["papers"]]


def test_an_item_has_its_report_and_what_is_appended(items: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """The agenda's page 7 is page 4 of the file; the appendix behind it has numbers of its own."""
    item = items["pack.pdf", "6"]
    assert (item["page"], item["file_page"]) == ("7 - 8", 4)
    assert papers(item) == [("report", None, "pack.pdf", 4), ("appendix", "Appendix A", "pack.pdf", 5)]
    assert item["report"]


def test_an_item_finds_its_report_in_a_supplement(items: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """A paper to follow is a file of its own: the same body, the same day, the same number or title. The pack keeps its own."""
    (found,) = papers(items["frontsheet.pdf", "5"])
    assert found[0] == "report"
    assert found[2] in ("supplement.pdf", "pack.pdf")
    assert [paper[2] for paper in papers(items["pack.pdf", "5"])] == ["pack.pdf"]
    assert items["frontsheet.pdf", "5"]["file_page"] is None


def test_an_item_finds_the_minutes_that_it_names(items: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """Minutes of an earlier day, published on their own, with their appendices."""
    found = papers(items["frontsheet.pdf", "3"])
    assert [(kind, label, document) for kind, label, document, _ in found] == [
        ("minutes", None, "minutes.pdf"),
        ("appendix", "Appendix A", "minutes.pdf"),
        ("public_questions", "Appendix B", "minutes.pdf"),
    ]
    assert items["frontsheet.pdf", "3"]["report"] is None


def test_standing_items_have_no_papers(items: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """Apologies bring nothing."""
    assert items["pack.pdf", "1"]["papers"] == []


def test_a_reference_binds_a_matter_together(items: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """Report, appendix and record of decision are files of their own; the number of the matter stands in their names."""
    found = {(kind, document) for kind, _, document, _ in papers(items["cabinet.txt", "3"])}
    assert found == {
        ("report", "25-00012 report.pdf"),
        ("decision_record", "25-00012 record of decision.pdf"),
        ("appendix", "25-00012 appendix C.pdf"),
    }
