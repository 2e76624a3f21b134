"""Actions: who undertook or was asked to do what."""

from __future__ import annotations

import pytest

from pipeline.extract import actions
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Action
from tests.meeting import paper

NLP = Nlp(use_trained=False)


def found(text: str) -> list[Action]:
    return list(actions.extract(paper(f"## 8. Roads\n{text}"), NLP))


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("The Director of Roads **agreed** to bring back data on potholes.", "The Director of Roads"),
        ("The clerk was asked to write to the landowner.", "The clerk"),
        ("The Assistant Director, Housing and Land, agreed to liaise with Members.", "The Assistant Director, Housing and Land"),
        ("Costs were queried; the Head of Law confirmed this information would be in the next report.", "the Head of Law"),
        ("Cllr Orr will speak to the owner.", "Cllr Orr"),
        ("The clerk was asked again to write to the owner.", "The clerk"),
        ("The Council asked C.Cllr. K. Marsh to make its case.", "C.Cllr. K. Marsh"),
        ("Cllr Orr requested that the Chief Executive and his team to identify sources.", "the Chief Executive and his team"),
        ("(Minute 40.3) Cllr Orr is to obtain information on closures.", "Cllr Orr"),
        ("A path is overgrown; the clerk to report to Highways.", "the clerk"),
        ("Cllr Orr **requested** a report be brought back to the Committee.", None),
        ("Cllr Orr asked that a written update was received from the Parks Champion on their work.", "the Parks Champion"),
        ("The Head of Law asked Councillors to promote the scheme.", "Councillors"),
        ("It was **suggested** that hyperlinks be put into reports.", None),
        ("It was agreed that a paper would be brought to a later meeting.", None),
        ("Risk 12 would be updated to reflect the change.", None),
        ("Members requested that a survey be carried out on burial grounds.", None),
        ("The Director of Roads gave an update. She would keep the Committee informed.", "The Director of Roads"),
        ("Finance teams were due to talk with managers about fees.", "Finance teams"),
        ("ACTION: Head of Law to circulate the advice.", "Head of Law"),
    ],
)
def test_somebody_is_to_do_something(line: str, owner: str | None) -> None:
    """Undertakings, requests, things to be brought back; the owner as printed, blank where none is named."""
    (row,) = found(line)
    assert row.owner == owner


@pytest.mark.parametrize(
    "line",
    [
        "A Member requested more information on tolls.",
        "Officers were asked how many roads were closed.",
        "The Chair was asked what would help.",
        "It was suggested that cheaper salt could help.",
        "The Committee AGREED the plan.",
        "Joint work would look at discharge.",
        "Members agreed with the view.",
        "I will ask at the next Meeting that the lane be repaired.",
        "Cllr Orr requested that the vote be recorded.",
        "It was confirmed that it had been difficult to engage with owners.",
    ],
)
def test_questions_and_views_are_no_actions(line: str) -> None:
    """Nothing is to be done."""
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("The Head of Law agreed to report back to the next meeting.", "to the next meeting"),
        ("The clerk was asked to cut the hedge by 1 May 2031.", "by 1 May 2031"),
        ("The clerk was asked to write to the owner.", None),
    ],
)
def test_by_when_is_as_printed(line: str, due: str | None) -> None:
    """A date, a meeting, or a blank."""
    (row,) = found(line)
    assert row.due == due


def test_what_is_left_to_an_officer_is_the_officer_s_to_do() -> None:
    """A delegated limb is an action of whom it names."""
    (row,) = found("The Committee RESOLVED that authority be delegated to the Head of Law to complete the lease.")
    assert row.owner == "Head of Law"
