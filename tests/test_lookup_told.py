"""Questions of one form that stored facts answer: who moved what, who was there, how a body was rated."""

from __future__ import annotations

from pipeline.lookup.answer import ask
from pipeline.model.answers import Answer, Filters
from tests.fake_library import FakeLibrary, Paper

COMMITTEE = "Harbour and Ferries Committee"
MINUTES = Paper(
    "papers/2025-05-06 minutes.txt",
    (
        ("Present", None, "Present: Cllr Jonah Pask (Chair), Cllr Amos Reddick and Cllr Edith Varley"),
        ("Officers", None, "Basil Orme, Head of Ferries"),
        ("Slipway", "4.1", "4.1 Cllr Varley moved, and Cllr Reddick seconded, an amendment to keep the Rowan slipway open all year."),
        ("Slipway", "4.2", "4.2 The amendment was LOST."),
        ("Slipway", "4.3", "4.3 It was moved by Cllr Pask and seconded by Cllr Reddick."),
        ("Slipway", "4.4", "RESOLVED that the Rowan slipway close in winter."),
        ("Talk", None, "The Rowan slipway was moved many years ago by the tide, and who would second that guess?"),
    ),
    date="2025-05-06",
    committee=COMMITTEE,
)
REPORT = Paper(
    "papers/inspection.txt",
    (
        ("Grades", None, "Overall effectiveness\tRequires improvement"),
        ("Grades", None, "The experiences and progress of care leavers\tGood"),
    ),
    kind="inspection",
    date="2025-03-04",
    committee=None,
)
OTHER = Paper("papers/other.txt", (("Grades", None, "Overall effectiveness\tGood"),), kind="inspection", council="Fenbury Borough Council")


def library() -> FakeLibrary:
    made = FakeLibrary((MINUTES, REPORT, OTHER))
    lines = MINUTES.lines
    for name, role, status, at in (
        ("Cllr Jonah Pask", "Chair", "present", 0),
        ("Cllr Amos Reddick", None, "present", 0),
        ("Cllr Edith Varley", None, "present", 0),
        ("Basil Orme", "Head of Ferries", "also_present", 1),
    ):
        assert name in lines[at][2]
        made.add_fact("attendance", 0, name, name=name, role=role, status=status)
    named = {"item_title": "Slipway", "seconder": "Cllr Reddick"}
    amendment = lines[2][2].removeprefix("4.1 ")
    made.add_fact("decisions", 0, lines[3][2], text=amendment, outcome="lost", proposer="Cllr Varley", **named)
    made.add_fact("decisions", 0, lines[5][2], text="the Rowan slipway close in winter.", outcome="agreed", proposer="Cllr Pask", **named)
    for document, at, authority, statement, score in (
        (1, 0, "Aldermere County Council", "Overall effectiveness", "Requires improvement"),
        (1, 1, "Aldermere County Council", "The experiences and progress of care leavers", "Good"),
        (2, 0, "Fenbury Borough Council", "Overall effectiveness", "Good"),
    ):
        quote = made.papers[document].lines[at][2]
        made.add_fact("inspections", document, quote, authority=authority, statement=statement, score=score, published="2025-03-04")
    return made


def asked(question: str) -> Answer:
    return ask(library(), question, Filters())


def test_the_mover_of_a_motion_and_the_mover_of_its_amendment_are_told_apart() -> None:
    """Whom the question asks for stands first, and the passage that names them is cited and leads the hits."""
    answer = asked("Who seconded the motion to close the Rowan slipway in winter?")
    assert answer.answer == "Seconded by Cllr Reddick, proposed by Cllr Pask: the Rowan slipway close in winter."
    assert answer.statements[0].citations[0].quote == MINUTES.lines[4][2] == answer.passages[0].row.text
    amended = asked("Who moved the amendment on the Rowan slipway?")
    assert amended.answer == "Cllr Varley moved, and Cllr Reddick seconded, an amendment to keep the Rowan slipway open all year."


def test_a_mover_of_what_no_decision_names_is_not_told() -> None:
    """The words of the form alone fit nothing."""
    assert not any(said.kind == "decision" for said in asked("Who moved the motion on the lighthouse?").statements)


def test_those_present_at_a_named_meeting_are_listed_members_or_officers() -> None:
    """As stored: the list may run over many lines."""
    members = asked("Who was present at the Harbour and Ferries Committee on 6 May 2025?")
    assert members.answer == "Present: Cllr Jonah Pask (Chair); Cllr Amos Reddick; Cllr Edith Varley."
    officers = asked("Which officers attended the Harbour and Ferries Committee meeting of 6 May 2025?")
    assert officers.answer == "Present: Basil Orme (Head of Ferries)."


def test_a_grade_is_the_whole_bodys_unless_one_statement_is_named() -> None:
    """By the row that prints it."""
    whole = asked("How was Aldermere rated overall by the inspectors?")
    assert whole.answer == "Aldermere County Council, Overall effectiveness: Requires improvement."
    part = asked("What grade did the inspectors give Aldermere for care leavers?")
    assert part.answer == "Aldermere County Council, The experiences and progress of care leavers: Good."


def test_two_bodies_are_rated_side_by_side() -> None:
    """Each by its own report; a body that none rates leaves the question to the passages."""
    both = asked("Which was rated better, Fenbury or Aldermere?")
    assert [said.text for said in both.statements] == [
        "Aldermere County Council, Overall effectiveness: Requires improvement",
        "Fenbury Borough Council, Overall effectiveness: Good",
    ]
    assert not any(said.kind == "score" for said in asked("How was Sandhythe rated by the inspectors?").statements)


TABLE = Paper(
    "papers/2025-02-03 budget.txt",
    (("Money", None, "Ferries\t12\t14"), ("Money", None, "Slipways\t30\t30"), ("Money", None, "Rowan ferry fares rose.")),
    kind="report",
    date="2025-02-03",
    readings={0: "Money (£000). Ferries: Budget 12; Forecast 14", 1: "Money (£000). Slipways: Budget 30; Forecast 30"},
)


def budget() -> FakeLibrary:
    made = FakeLibrary((TABLE,))
    for at, row, budget, forecast in ((0, "Ferries", 12, 14), (1, "Slipways", 30, 30)):
        for column, value in (("Budget", budget), ("Forecast", forecast)):
            known = {"raw": str(value), "value": value * 1000.0, "unit": "GBP", "source": "table", "table": "t"}
            made.add_fact("figures", 0, TABLE.lines[at][2], row=row, column=column, **known)
    return made


def test_a_comparison_is_answered_by_both_values_of_one_row_or_one_column_and_their_relation() -> None:
    """With the unit of the table, cited by the rows."""
    one_row = ask(budget(), "Was the forecast for ferries higher than the budget?", Filters())
    assert one_row.answer == "Ferries: Forecast 14; Budget 12 (£000). Forecast is the higher."
    one_column = ask(budget(), "Which has the larger budget, ferries or slipways?", Filters())
    assert one_column.answer == "Budget: Ferries 12; Slipways 30 (£000). Slipways is the higher."
    assert [c.quote for c in one_column.statements[0].citations] == [TABLE.lines[0][2], TABLE.lines[1][2]]
    assert ask(budget(), "Compare the budget and the forecast for slipways", Filters()).answer.endswith("They are equal.")


def test_what_a_table_does_not_print_is_not_set_beside_it() -> None:
    """The lighthouse has no row."""
    assert "is the higher" not in ask(budget(), "Which has the larger budget, ferries or the lighthouse?", Filters()).answer
