"""Decisions of an invented council's minutes, in the ways in which councils word them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import decisions
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Decision
from tests.meeting import paper

NLP = Nlp(use_trained=False)


def found(text: str, **about: object) -> list[Decision]:
    return list(decisions.extract(paper(text, **about), NLP))  # type: ignore[arg-type]  # keywords of `paper`


@pytest.mark.parametrize(
    ("line", "verb", "outcome", "words"),
    [
        ("RESOLVED: That the report be noted.", "RESOLVED", "noted", "the report be noted."),
        ("IT WAS RESOLVED unanimously that the rate be set at 0.26.", "RESOLVED", "agreed", "the rate be set at 0.26."),
        ("RECOMMENDED that the policy be adopted.", "RECOMMENDED", "agreed", "the policy be adopted."),
        ("The Committee **noted** the update.", "NOTED", "noted", "the update."),
        ("After discussion, Members agreed to defer the item.", "AGREED", "deferred", "to defer the item."),
        ("The Council RESOLVED by 12 votes to 3 to adopt the budget.", "RESOLVED", "agreed", "to adopt the budget."),
        ("The Committee **DULY APPOINTED** Cllr Jo Orr as Champion.", "APPOINTED", "appointed", "Cllr Jo Orr as Champion."),
        ("Cllr Jo Orr was **DULY APPOINTED** as Champion.", "APPOINTED", "appointed", "Cllr Jo Orr was DULY APPOINTED as Champion."),
        (
            "RESOLVED: That Cllr Orr be elected Chairman for the year.",
            "RESOLVED",
            "appointed",
            "Cllr Orr be elected Chairman for the year.",
        ),
        ("A financial statement was received and noted.", "NOTED", "noted", "A financial statement was received and noted."),
        ("RESOLVED that authority be delegated to the Head of Law.", "RESOLVED", "delegated", "authority be delegated to the Head of Law."),
        (
            "The minutes of the meeting held on 3 May 2030 were agreed as an accurate record.",
            "AGREED",
            "agreed",
            "The minutes of the meeting held on 3 May 2030 were agreed as an accurate record.",
        ),
        ("It was agreed to hold the next meeting in June.", "AGREED", "agreed", "to hold the next meeting in June."),
    ],
)
def test_one_sentence_is_one_decision(line: str, verb: str, outcome: str, words: str) -> None:
    """Verbs in capitals, bold or plain; what was decided after the verb, or the sentence where it stands before it."""
    (row,) = found(f"## 7. Roads\n{line}")
    assert verb in row.verbs
    assert (row.outcome, row.text, row.item, row.item_title) == (outcome, words, "7", "Roads")


@pytest.mark.parametrize(
    "line",
    [
        "The Committee received the report on roads.",
        "The Chairman AGREED that a visit be arranged.",
        "Members noted that roads were busy.",
        "The Committee had agreed this in 2019.",
        "At the last meeting of the Roads Board it was agreed to buy salt.",
        "He noted that Members decided to move away from paper.",
        "The following points were discussed and noted:",
        "Variances in the table were **requested** by Members.",
        "Council members agreed to the raising of a loan in 2014.",
    ],
)
def test_talk_is_no_decision(line: str) -> None:
    """Reports received, other meetings, other people's agreement and remarks decide nothing."""
    assert found(f"## 7. Roads\n{line}") == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("## 4. Library\n4.2 The Committee AGREED to:\na) Approve the plan\nb) Note the report", ["4.2 a)", "4.2 b)"]),
        ("## 4. Library\nRESOLVED – (1) that the plan be approved; (2) that the report be noted.", ["4 (1)", "4 (2)"]),
        ("## 4. Library\nResolved:\ni. That the plan be approved.\nii. That the report be noted.", ["4 i", "4 ii"]),
        ("## 4. Library\nRESOLVED\nThat:\n1. the plan be approved; and\n2. the report be noted.", ["1", "2"]),
        ("## 4. Library\nResolution\nTHAT the plan be approved (Item 3) AND THAT the report be noted.", [None, None]),
        ("## 4. Library\n**Decision**\n1) To approve the plan.\n2) To note the report.", ["1", "2"]),
        ("## 4. Library\n4.3 The Committee unanimously:\na) **AGREED** the plan\nb) **NOTED** the report", ["4.3 a)", "4.3 b)"]),
    ],
)
def test_each_limb_is_a_row(text: str, labels: list[str | None]) -> None:
    """Letters, numbers, romans, in lists or in one sentence; the stem's verbs go with each limb."""
    rows = found(text)
    assert [row.paragraph for row in rows] == labels
    assert [row.outcome for row in rows] == ["agreed", "noted"]


def test_bullets_under_a_limb_that_is_only_a_verb_say_it() -> None:
    """ "2. NOTED" over bullets: each bullet is noted, the bare verb is no row."""
    rows = found(
        "## 9. Plan\n9.4 The Committee:\n1. **AGREED** the plan with the addition of:\n- A note on parks\n"
        "2. **NOTED**\n- The three notes sent since May"
    )
    assert [(row.verbs[0], row.text) for row in rows] == [
        ("AGREED", "AGREED the plan with the addition of"),
        ("AGREED", "A note on parks"),
        ("NOTED", "The three notes sent since May"),
    ]


def test_the_stem_s_vote_counts_for_each_limb() -> None:
    """One vote carried both limbs."""
    rows = found(
        "## 5. Budget\n5.4 With 8 votes for and 3 against, the Committee **RESOLVED** to **AGREE**:\n"
        "a) The revenue outturn\nb) The capital outturn"
    )
    assert [(row.votes["for"], row.votes["against"]) for row in rows if row.votes] == [(8, 3), (8, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Councillor Orr;\nSeconded by Councillor Penn;\nAnd Resolved:\n“That the plan, as circulated, be adopted”.",
        "It was proposed by Councillor Orr, seconded by Councillor Penn and RESOLVED that the plan be adopted.",
        "On the proposal of Councillor Orr, seconded by Councillor Penn, it was agreed to adopt the plan.",
        "Councillor Orr proposed, seconded by Councillor Penn, that the plan be adopted. Agreed.",
        "RESOLVED that the plan be adopted.\nProposed by: Councillor Orr   Seconded by: Councillor Penn",
        "Notice of Motion submitted by Councillor Orr\nI will move at the next Meeting that the plan be adopted.\n"
        "The Motion was proposed by Councillor Orr, seconded by Councillor Penn and agreed.",
    ],
)
def test_proposer_and_seconder_go_with_the_decision(text: str) -> None:
    """English, parish and Irish ways of moving one motion."""
    (row,) = found(f"## 3. Plan\n{text}")
    assert (row.proposer, row.seconder, row.outcome) == ("Councillor Orr", "Councillor Penn", "agreed")
    assert "plan" in row.text


DEBATE = """## 12. Bridges
1) Mr Orr proposed, and Mr Penn seconded the motion that
“Council is asked to:
(1) Endorse the bridge
(2) Note the cost”
2) Mr Hale proposed and Ms Voss seconded the following amendment to the motion set out in paragraph 1:
“Council is asked to:
(1) Endorse the bridge
(2) Reject the cost”
3) The Chairman put the amendment to the vote and the voting was as follows:
For (1)
Mr Hale
Against (2)
Mr Orr, Mr Penn
Abstain (0)
Amendment lost.
4) The Chairman put the motion to the vote and the voting was as follows:
For (2)
Mr Orr, Mr Penn
Against (1)
Mr Hale
Motion carried.
5) RESOLVED that the Council:
(1) Endorses the bridge
(2) Notes the cost"""


def test_motions_and_amendments_have_each_their_own_fate() -> None:
    """The amendment is lost by its vote; the motion, carried, is its resolution's limbs, with the motion's vote and movers."""
    lost, first, second = found(DEBATE)
    assert (lost.outcome, lost.proposer, lost.seconder) == ("lost", "Mr Hale", "Ms Voss")
    assert lost.votes is not None
    assert (lost.votes["for"], lost.votes["against"]) == (1, 2)
    assert "Reject the cost" in lost.text
    assert [(row.proposer, row.seconder, row.outcome) for row in (first, second)] == [
        ("Mr Orr", "Mr Penn", "agreed"),
        ("Mr Orr", "Mr Penn", "noted"),
    ]
    assert all(row.votes and row.votes["names"]["against"] == ["Mr Hale"] for row in (first, second))


def test_an_unmarked_agreement_gives_way_to_a_resolution_of_its_item() -> None:
    """Where an item has its RESOLVED, "it was agreed" in the discussion is talk."""
    rows = found("## 6. Parks\nIt was agreed that the report would be sent to Members.\nRESOLVED that the park be bought.")
    assert [row.verbs for row in rows] == [("RESOLVED",)]


def test_a_numbered_paragraph_that_only_notes_something_is_a_decision_beside_resolutions() -> None:
    """Parish minutes note a statement in one paragraph and resolve payments in the next."""
    rows = found("## 12. Finance\n12.1 The financial statement was received and noted.\n12.2 RESOLVED that the payment be approved.")
    assert [row.outcome for row in rows] == ["noted", "agreed"]


@pytest.mark.parametrize("kind", ["report", "agenda", "appendix", "other"])
def test_what_a_report_recommends_is_never_a_decision(kind: str) -> None:
    """Only minutes and records of decisions decide."""
    assert found("## 1. Plan\nRESOLVED that the plan be adopted.", kind=kind) == []


def test_a_proposed_record_of_decision_decides_nothing_yet() -> None:
    """The form is published before the decision is taken."""
    assert found("PROPOSED RECORD OF DECISION\nDecision:\nThe Cabinet agree to:\na) note the forecast", kind="decision_record") == []


@given(st.lists(st.sampled_from(["approve the plan", "note the report", "defer the scheme", "thank the clerk"]), min_size=2, max_size=6))
def test_as_many_limbs_as_are_printed(limbs: list[str]) -> None:
    """However many lettered limbs: one row each, in order, each quoted from its own place."""
    text = "## 2. Plan\n2.1 The Committee AGREED to:\n" + "\n".join(
        f"{letter}) {limb}" for letter, limb in zip("abcdef", limbs, strict=False)
    )
    structure = paper(text)
    rows = list(decisions.extract(structure, NLP))
    assert [row.text for row in rows] == limbs
    assert [structure.document.quote(row.evidence.spans) for row in rows] == [
        f"{letter}) {limb}"[3:] for letter, limb in zip("abcdef", limbs, strict=False)
    ]


@pytest.mark.parametrize(
    "form",
    [
        "Title: Grant to the ferry trust\nDecision maker: Director of Place\n## Decision\n",
        "|Form|Entry\n|Subject Matter / Title of Decision|Grant to the ferry trust\n## Decision\n",
        "## Subject\nGrant to the ferry trust\n## Appended\nA plan of the slipway.\n## Decision\n",
    ],
)
def test_a_record_of_one_decision_is_named_by_its_subject(form: str) -> None:
    """The form's own line, row or heading says what was decided, not the heading over the words of the decision."""
    (row,) = found(f"{form}To award a grant of £4,000 to the trust.", kind="decision_record")
    assert (row.item, row.item_title) == (None, "Grant to the ferry trust")
