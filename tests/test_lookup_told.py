"""Questions of one form that stored facts answer: who moved what, who was there, how a body was rated."""

from __future__ import annotations

from pipeline.lookup.answering.answer import ask
from pipeline.model.answers import Answer, Filters
from tests.fake_library import FakeLibrary, Paper

COMMITTEE = "Harbour and Ferries Committee"
MINUTES = Paper(
    "papers/2025-05-06 minutes.txt",
    (
        ("Present", None, "Present: Cllr Jonah Pask (Chair), Cllr Amos Reddick and Cllr Edith Varley"),
        ("Officers", None, "Basil Orme, Head of Ferries"),
        ("Slipway", "4.1", "4.1 Cllr Varley moved, and Cllr Reddick seconded, an amendment to keep the Rowan slipway open all year."),
        ("Slipway", "4.2", "4.2 The amendment was LOST, 1 for and 2 against."),
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
        ("Leavers", "7", "Services for care leavers are good, because advisers keep in touch with nearly all of them."),
        ("Homes", "9", "Aldermere County Council registers its homes with Ofsted."),
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
    votes = {"for": 1, "against": 2, "abstain": None, "names": {}}
    made.add_fact("decisions", 0, lines[3][2], text=amendment, outcome="lost", proposer="Cllr Varley", votes=votes, **named)
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


def waiting(*said: tuple[str, str, str], lead: str = "") -> FakeLibrary:
    """A library of reports, each a date, a count and a sentence behind `lead`; the count is a stored figure."""
    papers = [Paper(f"papers/{day}.txt", (("Berths", None, lead + words),), kind="report", date=day) for day, _, words in said]
    made = FakeLibrary(papers)
    for document, (_, count, words) in enumerate(said):
        value = float(count.replace(",", ""))
        made.add_fact(
            "figures", document, words, raw=count, value=value, unit="people", measure="people waiting for a berth", source="text"
        )
    return made


BERTHS = (
    ("2023-05-02", "71", "There were 71 people waiting for a berth."),
    ("2024-05-02", "66", "The number waiting for a berth was 66 people."),
    ("2025-05-02", "54", "Now 54 people are waiting for a berth."),
)


def test_how_a_figure_moved_is_told_value_after_value_with_its_day_and_each_is_cited() -> None:
    """The newest paper is cited first."""
    answer = ask(waiting(*BERTHS), "How has the number of people waiting for a berth changed?", Filters())
    assert answer.answer == "The number of people waiting for a berth: 71 (2 May 2023); 66 (2 May 2024); 54 (2 May 2025)."
    assert [c.quote for c in answer.statements[0].citations] == [words for _, _, words in reversed(BERTHS)]


def test_a_value_whose_measure_is_named_in_the_sentence_before_belongs_to_the_series() -> None:
    """ "There were 71 people on this list" """
    first = ("2023-05-02", "71", "There were 71 people on this list.")
    answer = ask(waiting(first, *BERTHS[1:], lead="The berth waiting list is long. "), "How has the berth waiting list changed?", Filters())
    assert answer.answer == "The berth waiting list: 71 (2 May 2023); 66 (2 May 2024); 54 (2 May 2025)."


def test_what_changed_is_told_by_the_earlier_and_the_later_statement_each_with_its_day() -> None:
    """Of a date that slipped there is no series of figures."""
    said = (
        ("2023-05-02", "The Rowan slipway strategy is due to end in 2025."),
        ("2024-05-02", "The Rowan slipway strategy is due to end in 2027."),
    )
    made = FakeLibrary([Paper(f"papers/{day}.txt", (("Slipway", None, words),), date=day) for day, words in said])
    answer = ask(made, "What has changed about the Rowan slipway strategy?", Filters())
    assert answer.answer == f"Earlier (2 May 2023): {said[0][1][:-1]}; later (2 May 2024): {said[1][1]}"
    assert [c.quote for c in answer.statements[0].citations] == [said[1][1], said[0][1]]


def test_what_changed_since_a_day_is_nothing_that_was_said_before_it() -> None:
    """Then the passages answer."""
    answer = ask(waiting(*BERTHS[:2]), "What has changed about the number of people waiting for a berth since May 2025?", Filters())
    assert "Earlier" not in answer.answer


def test_how_many_now_is_told_by_the_newest_value_of_the_measure_before_the_older_one() -> None:
    """Whichever sentence fits the question's words better."""
    older, newer = "71 people are on the berth waiting list.", "There are 54 people on this list."
    papers = (
        Paper("papers/2023.txt", (("Berths", None, older),), kind="report", date="2023-05-02"),
        Paper("papers/2025.txt", (("Harbour", None, "The berth waiting list is long."), ("Harbour", None, newer)), date="2025-05-02"),
    )
    made = FakeLibrary(papers)
    for document, (count, words) in enumerate((("71", older), ("54", newer))):
        made.add_fact("figures", document, words, raw=count, value=float(count), unit="people", measure="people", source="text")
    answer = ask(made, "How many people are on the berth waiting list now?", Filters())
    assert answer.answer == f"{newer} Earlier (2 May 2023): {older}"


def test_a_sentence_that_names_another_year_is_no_value_of_the_year_that_is_asked_for() -> None:
    """Whatever the heading above it says."""
    said = (*BERTHS[1:], ("2024-03-01", "80", "In 2022 there were 80 people waiting for a berth in this 2024 plan."))
    made = waiting(*said)
    answer = ask(made, "How has the number of people waiting for a berth changed over time?", Filters())
    assert "80 (1 March 2024)" in answer.answer
    asked_2025 = ask(made, "How has the number of people waiting for a berth in 2025 changed?", Filters())
    assert "80" not in asked_2025.answer


def test_one_paper_makes_no_series() -> None:
    """Its own sentence answers."""
    answer = ask(waiting(BERTHS[0]), "How has the number of people waiting for a berth changed?", Filters())
    assert answer.answer == BERTHS[0][2]


def test_a_row_with_a_column_for_each_year_is_a_series() -> None:
    """Without the columns of other bodies."""
    row = "Ferries on time\t91\t93\t95"
    made = FakeLibrary((Paper("papers/a.txt", (("Measures", None, row),), kind="report", readings={0: "Ferries on time: 2022/23 91"}),))
    for column, value in (("2022/23", 91), ("2023/24", 93), ("England 2023/24", 95)):
        known = {"raw": str(value), "value": float(value), "unit": "number", "source": "table", "table": "t", "row": "Ferries on time"}
        made.add_fact("figures", 0, row, column=column, period=column.split()[-1], **known)
    assert ask(made, "Ferries on time in each year", Filters()).answer == "Ferries on time: 2022/23 91; 2023/24 93."


def test_what_became_of_something_is_told_from_the_newest_paper_back() -> None:
    """Not by the paper that first promised it."""
    said = (
        ("2023-05-02", "The Director undertook to mend the Rowan slipway."),
        ("2024-05-02", "The Rowan slipway had not been mended, as the contractor withdrew."),
    )
    made = FakeLibrary([Paper(f"papers/{day}.txt", (("Slipway", None, words),), date=day) for day, words in said])
    answer = ask(made, "What happened to the Rowan slipway?", Filters())
    assert answer.answer == f"{said[1][1]} {said[0][1]}"


def test_why_something_was_decided_is_told_by_the_reasons_of_its_own_record() -> None:
    """The decision itself holds more of the question's words."""
    lines = (
        ("Decision", None, "The Director has decided to award a grant of £40,000 for the Rowan slipway."),
        ("Reasons", None, "It is the only slipway that a wheelchair can use."),
    )
    made = FakeLibrary((Paper("papers/record.txt", lines, kind="decision_record"),))
    assert ask(made, "Why was the grant for the Rowan slipway awarded?", Filters()).answer == lines[1][2]


def test_inspectors_are_asked_for_what_inspectors_say() -> None:
    """A report of officers in nearly the same words gives way, and is told where officers are asked for."""
    report = Paper("papers/a.txt", (("Berths", None, "The Head of Ferries said that waiting for berths was short."),), kind="report")
    found = Paper("papers/b.txt", (("Berths", None, "People told us that waiting for berths was much too long."),), kind="inspection")
    made = FakeLibrary((report, found))
    assert ask(made, "What did the inspectors say about waiting for berths?", Filters()).answer == found.lines[0][2]
    assert ask(made, "What did officers say about waiting for berths?", Filters()).answer == report.lines[0][2]


def test_where_two_papers_count_one_thing_otherwise_on_one_day_both_are_told() -> None:
    """Each with its own citation, the other with the day of its paper; a value of another day is no disagreement."""

    def counts(second: str) -> Answer:
        told = (("2025-05-02", "71", "2025-03-31"), ("2025-06-06", "54", second))
        words = [f"On {end} there were {count} people waiting for a berth." for _, count, end in told]
        made = FakeLibrary(
            [
                Paper(f"papers/{day}.txt", (("Berths", None, said),), kind="report", date=day)
                for (day, _, _), said in zip(told, words, strict=True)
            ]
        )
        for document, ((_, count, end), said) in enumerate(zip(told, words, strict=True)):
            known = {"unit": "people", "measure": "people waiting for a berth", "source": "text", "period": end, "period_end": end}
            made.add_fact("figures", document, said, raw=count, value=float(count), **known)
        return ask(made, "How many people were waiting for a berth on 31 March 2025?", Filters())

    apart = counts("2025-03-31")
    assert len(apart.statements) == 2
    assert apart.statements[1].text.startswith("Elsewhere (")
    assert {"71", "54"} <= set(apart.answer.split())
    assert not any("Elsewhere" in one.text for one in counts("2025-05-31").statements)
