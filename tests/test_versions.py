"""Which version a paper says it is, and what two versions mean for one another."""

from __future__ import annotations

import pytest

from pipeline.language.versions import confirmed, named, rank, stage, versions


@pytest.mark.parametrize(
    ("line", "found", "means"),
    [
        ("DRAFT", "DRAFT", "draft"),
        ("Draft for consultation", "Draft for consultation", "draft"),
        ("UNCONFIRMED MINUTES", "UNCONFIRMED MINUTES", "draft"),
        ("Final draft", "Final draft", "draft"),
        ("Day opportunities plan v0.3", "v0.3", "draft"),
        ("PROPOSED RECORD OF DECISION", "PROPOSED RECORD OF DECISION", "draft"),
        ("Final", "Final", "final"),
        ("Approved minutes", "Approved minutes", "final"),
        ("Home care fees (Revised)", "Revised", "revised"),
        ("REVISED AGENDA", "REVISED AGENDA", "revised"),
        ("Revised 3 January 2025", "Revised 3 January 2025", "revised"),
        ("Version 2", "Version 2", "revised"),
        ("Version 1.0", "Version 1.0", None),
        ("Version No. 0.2", "Version No. 0.2", "draft"),
        ("Status:\tDraft", "Status:\tDraft", "draft"),
        ("Document status: Final", "Document status: Final", "final"),
        ("This report replaces the one published on 3 January.", "This report replaces the one published on 3 January", "revised"),
    ],
)
def test_a_version_is_read_as_printed(line: str, found: str, means: str | None) -> None:
    """A stamp, a line of its own, brackets behind a title, a number, a sentence on what is replaced."""
    assert list(versions(line)) == [found]
    assert stage(found) == means


@pytest.mark.parametrize(
    "line",
    ["Draft Budget 2025/26", "Revised Budget 2024/25", "Final Accounts 2023/24", "Draft Local Plan", "Updated", "Subject to approval"],
)
def test_a_title_is_no_version(line: str) -> None:
    """A draft budget may stand in a final paper."""
    assert not list(versions(line))


def test_minutes_wait_for_the_next_meeting() -> None:
    """Only minutes are a draft by the words about their approval, and only a day confirms them: blanks are to be filled in."""
    line = "Draft minutes of the Roads Committee, subject to confirmation at the next meeting"
    assert [stage(found) for found in versions(line, minutes=True)] == ["draft"]
    assert stage(confirmed("Confirmed as a correct record at the meeting of 4 March 2025")) == "final"
    assert confirmed("Confirmed as a correct record ............ Date ..........") is None
    assert confirmed("The minutes of the meeting held on 4 March 2025 were confirmed as a correct record") is None


@pytest.mark.parametrize(
    ("stem", "means"),
    [
        ("Care home fees - Cabinet report - FINAL", "final"),
        ("draft-minutes-2024-11-12", "draft"),
        ("care_home_fees_v0.3", "draft"),
        ("minutes 2024-11-12 confirmed", "final"),
        ("Fees DRAFT (2)", "draft"),
        ("Fees v2", "revised"),
        ("Draft budget 2025-26", None),
        ("Final internal audit plan", None),
    ],
)
def test_a_name_of_a_file_says_its_version(stem: str, means: str | None) -> None:
    """At its end, in brackets, before "minutes" or "report", or as a number; "Draft budget" is a title here too."""
    assert stage(named(stem)) == means


def test_the_later_version_ranks_higher() -> None:
    """Superseded, draft, unmarked, final, revised; then by number."""
    order = ["superseded", "v0.3", "v0.10", None, "Final", "Version 2", "Version 3"]
    assert sorted(order, key=rank) == order
