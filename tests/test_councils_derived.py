"""Papers that print no council's name: what other papers of their matter or meeting name is taken for it, and said to be derived."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.build import ingest
from pipeline.cli.main import group
from pipeline.config import Settings
from pipeline.link.councils import councils_of_others
from pipeline.lookup.cite import cite
from pipeline.model.answers import Filters
from pipeline.model.printings import PartRow
from pipeline.store import open_library
from pipeline.verify import verify
from tests.papers import MINUTES

COUNCIL = "Aldermere County Council"
FRONT = """Cabinet

Thursday, 30 January 2025 at 10.00 am

Agenda

1. Apologies

2. Declarations of interest

3. 25/00012 - Community equipment
"""
APPENDIX = """Appendix C

Equipment lent by district

The store in Stowmere lent 4,120 items in the year, and 310 came back broken.
"""
RECORD = f"""{COUNCIL}

Record of Decision

Cabinet

Decision no: 25/00012 - Community equipment

The Cabinet agreed on 30 January 2025 to open a second store.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    for name, text in (("front.txt", FRONT), ("25-00012 appendix C.txt", APPENDIX), ("25-00012 record.txt", RECORD)):
        (tmp_path / "papers" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_appendix_is_its_matters_councils(papers: Path) -> None:
    """The record of the decision names the council: the filter finds the appendix, and its citation says that this is derived."""
    with open_library(papers / "library", create=True) as library:
        ingest([papers / "papers"], library, Settings(workers=1), embed=False)
        (found,) = library.words("Stowmere", Filters(council=COUNCIL), 5)
        (row,) = library.passages([found[0]])
        cited = cite(library, row.standing)
        assert (cited.council, cited.council_derived) == (COUNCIL, True)
        assert library.coverage(Filters()).councils == (COUNCIL,)
        assert verify(library)["quotes_wrong"] == []
    shown = CliRunner().invoke(group, ["show", row.id, "--library", str(papers / "library")])
    assert "not by this one" in shown.stdout


def test_what_was_derived_goes_with_its_ground(papers: Path) -> None:
    """When the record is withdrawn, the appendix has no council again."""
    with open_library(papers / "library", create=True) as library:
        ingest([papers / "papers"], library, Settings(workers=1), embed=False)
        (papers / "papers" / "25-00012 record.txt").unlink()
        ingest([papers / "papers"], library, Settings(workers=1), embed=False, prune=True)
        assert library.words("Stowmere", Filters(council=COUNCIL), 5) == []


def part(id_: int, name: str, council: str | None, opening: str = "", committee: str | None = "Cabinet", kind: str = "report") -> PartRow:
    return PartRow(id_, name, kind, "Budget", council, committee, "2025-01-30", None, None, document_id=id_, opening=opening)


@pytest.mark.parametrize(
    ("blank", "others", "expected"),
    [
        (part(1, "a/front.pdf", None), [part(2, "a/minutes.pdf", COUNCIL)], COUNCIL),
        (part(1, "a/front.pdf", None), [part(2, "b/minutes.pdf", COUNCIL)], None),
        (part(1, "a/front.pdf", None), [part(2, "a/x.pdf", COUNCIL), part(3, "a/y.pdf", "Brantwold Borough Council")], None),
        (part(1, "a/front.pdf", None, committee="Health Board"), [part(2, "a/minutes.pdf", COUNCIL)], None),
        (part(1, "a/audit.pdf", None, "Brook and Lane LLP\nAudit plan"), [part(2, "a/minutes.pdf", COUNCIL)], None),
        (part(1, "a/letter.pdf", None, "Brantwold Borough Council\nDear Leader"), [part(2, "a/minutes.pdf", COUNCIL)], None),
        (part(1, "a/ofsted.pdf", None, kind="inspection"), [part(2, "a/minutes.pdf", COUNCIL)], None),
    ],
    ids=["same meeting", "another folder", "two councils", "another body", "an auditor's", "another council's", "an inspection"],
)  # fmt: skip
def test_only_what_is_bound_and_unanimous_counts(blank: PartRow, others: list[PartRow], expected: str | None) -> None:
    """One council, of the same meeting, in one folder; a blank else."""
    found = {one.part: one.council for one in councils_of_others([blank, *others])}
    assert found.get(blank.id) == expected


def test_minutes_keep_the_council_they_print(tmp_path: Path) -> None:
    """Nothing is derived where a council is printed."""
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    with open_library(tmp_path / "library", create=True) as library:
        ingest([tmp_path / "minutes.txt"], library, Settings(workers=1), embed=False)
        assert not any(row.standing.council_derived for row in library.facts("decisions", Filters()))


@pytest.mark.parametrize(("site", "expected"), [(COUNCIL, COUNCIL), ("Aldermere Leisure", None)])
def test_a_pages_site_names_its_council(tmp_path: Path, site: str, expected: str | None) -> None:
    """Where the page's own words name none, and only where the site's name is a council's."""
    words = "<h1>Second-hand equipment</h1><p>Bring back what you no longer need to the store in Stowmere.</p>"
    head = f'<title>Equipment</title><meta property="og:site_name" content="{site}">'
    page = f"<html><head>{head}</head><body><main>{words}</main></body></html>"
    (tmp_path / "equipment.html").write_text(page, encoding="utf-8")
    with open_library(tmp_path / "library", create=True) as library:
        ingest([tmp_path / "equipment.html"], library, Settings(workers=1), embed=False)
        assert library.parts()[0].council == expected
