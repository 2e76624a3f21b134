"""One meeting's minutes printed three times: as a draft, in the next meeting's pack with a correction, and confirmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.build import ingest
from pipeline.cli.main import group
from pipeline.config import Settings
from pipeline.language.shingles import hashes, likeness, sketch
from pipeline.link.repeats import repeats
from pipeline.lookup.facts import listed
from pipeline.lookup.finding.search import search
from pipeline.model.answers import Filters
from pipeline.model.printings import PartRow
from pipeline.store import open_library
from tests.papers import MINUTES, REPORT

DRAFT = "DRAFT - subject to confirmation at the next meeting\n\n" + MINUTES.replace("by March 2026", "by May 2026")
CONFIRMED = MINUTES.rstrip() + "\n\nConfirmed as a correct record at the meeting of 4 June 2024\n"
NAMES = ("papers/draft-minutes.txt", "papers/minutes.txt")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a draft, the confirmed minutes and another paper."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "papers").mkdir()
    for name, text in (("draft-minutes.txt", DRAFT), ("minutes.txt", CONFIRMED), ("report.txt", REPORT)):
        (folder / "papers" / name).write_text(text, encoding="utf-8")
    with open_library(folder / "library", create=True) as library:
        ingest([folder / "papers"], library, Settings(workers=1), embed=False)
    return folder / "library"


def test_what_a_meeting_did_is_listed_once(printed: Path) -> None:
    """From the confirmed minutes, with the place in the draft beside it; the draft's own rows are there when asked for."""
    with open_library(printed) as library:
        rows = listed(library, "decisions", Filters(), 0)
        every = library.facts("decisions", Filters(repeats=True))
        of_draft = library.facts("decisions", Filters(document="draft"))
    assert {cited.document for _, cited in rows} == {NAMES[1]}
    assert any(other.document == NAMES[0] and other.draft for row, _ in rows for other in row.also_in)
    assert len(every) == 2 * len(rows) == 2 * len(of_draft) > 0


@pytest.mark.parametrize(("options", "repeats"), [(["--json"], {False, True}), (["--json", "--once"], {False})])
def test_exports_hold_every_printing(printed: Path, options: list[str], repeats: set[bool]) -> None:
    """A program that counts by paper misses none: second printings are marked, and left out when asked."""
    told = CliRunner().invoke(group, ["decisions", "--library", str(printed), *options])
    assert {row["repeat"] for row in json.loads(told.stdout)} == repeats


def test_a_citation_of_a_draft_says_so(printed: Path) -> None:
    """Its version as printed, the word in its label, and the paper that holds the later version."""
    with open_library(printed) as library:
        ((_, cited), *_) = listed(library, "decisions", Filters(document="draft"), 0)
    assert (cited.draft, cited.superseded_by) == (True, NAMES[1])
    assert cited.version is not None
    assert cited.version.startswith("DRAFT - subject to confirmation")
    assert "draft minutes of 5 March 2024" in cited.label


def test_the_later_version_answers(printed: Path) -> None:
    """A passage of the draft in nearly the same words stands behind the confirmed one, not beside it."""
    with open_library(printed) as library:
        found = search(library, "supported living homes by May 2026", Filters(kind="minutes"), 10)
    about = [hit for hit in found if "46 supported living homes" in hit.row.words]
    assert [hit.citation.document for hit in about] == [NAMES[1]]
    assert [other.document for other in about[0].also_in] == [NAMES[0]]


def test_status_and_audit_say_what_is_printed_again(printed: Path) -> None:
    """How many parts, which version, and where the one that counts is."""
    told = CliRunner().invoke(group, ["status", "--library", str(printed), "--json"])
    (one,) = json.loads(told.stdout)["repeats"]
    assert (one["document"], one["kept_in"], one["superseded"]) == (*NAMES, True)
    rows = CliRunner().invoke(group, ["audit", "--library", str(printed), "--json"])
    assert [row["document"] for row in json.loads(rows.stdout) if row["check"] == "repeat"] == [NAMES[0]]


def part(id_: int, text: str, document: str, **fields: str | None) -> PartRow:
    told: dict[str, str | None] = {"kind": "minutes", "committee": "Roads Committee", "meeting_date": "2025-01-14", **fields}
    return PartRow(
        id_, document, told["kind"] or "", told.get("title") or "Minutes", "Aldermere County Council", told["committee"],
        told["meeting_date"], told.get("version"), told.get("opened"), hashes(sketch([text])),
    )  # fmt: skip


WORDS = " ".join(f"word{n} stands here" for n in range(60))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({}, [(2, 1, False)]),
        ({"version": "Final"}, [(1, 2, False)]),
        ({"version": "DRAFT"}, [(2, 1, True)]),
        ({"opened": "2025-01-06"}, [(1, 2, False)]),
        ({"meeting_date": "2025-02-14"}, []),
        ({"committee": "Planning Board"}, []),
        ({"kind": "report"}, []),
        ({"meeting_date": None}, [(2, 1, False)]),
    ],
)
def test_what_makes_two_parts_one(other: dict[str, str | None], found: list[tuple[int, int, bool]]) -> None:
    """The same words at one meeting of one body; the later version counts, else the file that came first."""
    parts = [part(1, WORDS, "a.pdf"), part(2, WORDS, "b.pdf", **other)]
    assert [(one.part, one.of, one.superseded) for one in repeats(parts)] == found


FORM = " ".join(f"standing words {n} of the form" for n in range(60))
"""What every report on a planning application says."""

UNDATED = {"meeting_date": None}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"title": "Application 24/101: 12 High Street"}, {"title": "Application 24/102: 14 High Street"}, 0),
        ({"title": "Mill Lane"}, {"title": "Quay House"}, 0),
        ({"title": "Mill Lane"}, {"title": "Mill Lane (corrected)", "version": "Corrected"}, 1),
        ({"title": "Plan v0.3", "version": "v0.3", **UNDATED}, {"title": "Plan v1.0", "version": "Final", **UNDATED}, 1),
        ({"title": "Plan", **UNDATED}, {"title": "Plan", **UNDATED}, 0),
    ],
)
def test_forms_filled_in_are_no_versions(one: dict[str, str | None], other: dict[str, str | None], found: int) -> None:
    """Three quarters of the words are the same; the title, the meeting, or what they say of themselves makes two papers versions of one."""
    own = [" ".join(f"{name} matter {n}" for n in range(25)) for name in ("first", "second")]
    parts = [part(1, f"{FORM} {own[0]}", "a.pdf", kind="report", **one), part(2, f"{FORM} {own[1]}", "b.pdf", kind="report", **other)]
    assert len(list(repeats(parts))) == found


def test_likeness_is_the_share_of_common_runs() -> None:
    """Line ends do not matter; one word changed in forty costs the four runs that it stands in, on either side."""
    some = [f"word{n}" for n in range(40)]
    changed = [*some[:20], "other", *some[21:]]
    a, b, c = (hashes(sketch(text)) for text in ([" ".join(some)], ["\n".join(some[:9]), " ".join(some[9:])], [" ".join(changed)]))
    assert likeness(a, b) == 1.0
    assert likeness(a, c) == pytest.approx((37 - 4) / (37 + 4))
    assert likeness(a, ()) == 0.0


def test_the_draft_counts_when_the_confirmed_minutes_are_gone(printed: Path) -> None:
    """Forgetting the printing that counted brings the other one back."""
    with open_library(printed, create=True) as library:
        library.forget([NAMES[1]])
        rows = library.facts("decisions", Filters())
    assert {row.standing.document for row in rows} == {NAMES[0]}
