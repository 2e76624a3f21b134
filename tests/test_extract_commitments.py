"""Promises of an invented council: what counts as one, what does not, and their fields."""

from __future__ import annotations

import pytest

from pipeline.extract import commitments
from pipeline.extract.nlp import Nlp
from pipeline.model.documents import Span
from pipeline.model.facts import Commitment
from pipeline.model.structure import Row, Structure, Table
from tests.meeting import paper

NLP = Nlp(use_trained=False)
PROMISES = [
    "We will publish a new housing strategy by March 2033.",
    "The Council is due to open 40 extra care homes in Aldermere by 2034.",
    "A 60-home scheme in Fernham has been approved and will start on site in 2033.",
    "Officers will undertake a review of the parking policy during 2032/33.",
    "The harbour programme is committed to building a further 120 homes.",
    "Leaders told us they were working with landlords to create another 80 flats by 2035.",
    "Our aim is for at least 90% of repairs to be completed by 2033.",
    "The procurement exercise will begin in July 2032.",
    "The transport strategy is in hand, with completion expected in 2032.",
    "The planning application is set to be lodged in June 2032.",
    "The budget for 2031/32 includes savings of £4.2m to be delivered by the department.",
    "The flats are to be ready for letting by 30 June 2032.",
    "The first eight buses are due in May 2032.",
    "We expect to open the ferry hall in May 2032.",
    "The Council aims to be net zero by 2040.",
    "There is a planned drawdown of £1.5m from the harbour reserve in 2032/33.",
    "Leaders have promised that there will be 25 by March 2033.",
    "The capital programme includes funding in 2032/33 for a new pitch at Fernham.",
]
NONE = [
    "We will continue to support our residents.",
    "Links to create and target post-16 pathways are weak, which limits what young people can do.",
    "It will build on previous studies and on what the partners have learnt.",
    "This will help people to live well for longer.",
    "The number of people aged over 85 is projected to double to 9,000 by 2041.",
    "The Council opened 40 homes in 2029.",
    "We hope that more people will visit the museum.",
    "Residents will be able to see how their data is used.",
    "If you need this document in large print we will do our best to help.",
    "Will the Council publish the plan by 2033?",
    "Members queried how the scheme will be funded.",
    "The Committee noted the report.",
    "By 2041 there will be 1.4 million people over 85 in the region.",
    "The grant enabled a new reserve to be set up for repairs.",
    "It is unlikely that the target of net zero by 2030 can be met.",
]


def found(text: str, **kwargs: str) -> list[Commitment]:
    return list(commitments.extract(paper(text, kind=kwargs.pop("kind", "report"), **kwargs), NLP))  # type: ignore[arg-type]  # kind is a literal


@pytest.mark.parametrize("text", PROMISES)
def test_a_checkable_undertaking_is_a_commitment(text: str) -> None:
    """A deliverable, number or date still to come is kept with its sentence as the quote."""
    structure = paper(text, kind="report")
    facts = list(commitments.extract(structure, NLP))
    assert [structure.document.quote(f.evidence.spans) for f in facts] == [text]


@pytest.mark.parametrize("text", NONE)
def test_aspirations_achievements_and_effects_are_none(text: str) -> None:
    """Nothing that a reader could check later is promised by these."""
    assert found(text) == []


def test_a_list_of_what_we_will_do_is_a_list_of_promises() -> None:
    """Items under "we will" that make a thing count; those that only strive do not."""
    facts = found(
        "## Roads\nOver this plan we will:\n- Publish a new lighting policy\n- Continue to support local groups\n- "
        "Commission an independent survey of bridges"
    )
    assert [f.text.lstrip("- ") for f in facts] == ["Publish a new lighting policy", "Commission an independent survey of bridges"]


def test_who_will_and_what_comes_next_head_lists_of_promises() -> None:
    """A list may complete the "will" of its lead-in, and a number makes a deed firm; an officer is to do it."""
    facts = found("The Harbour Board will:\n- train 600 people in first aid\n- look at how safe people feel")
    assert [f.quantity for f in facts] == ["600 people"]
    facts = found("## What comes next\n- Fifteen more workers on the ferries by March 2033\n- A quiet room on the quay")
    assert [(f.quantity, f.deadline) for f in facts] == [("15 more workers", "March 2033")]
    facts = found("## What will be done?\n- Director of Harbours to raise evening ferries with the operator")
    assert [f.text.lstrip("- ") for f in facts] == ["Director of Harbours to raise evening ferries with the operator"]


def test_the_fields_say_what_how_much_and_by_when() -> None:
    """Number with its noun, deadline as printed and as a date, and a short noun phrase for the matter."""
    fact = found("We will deliver another 10 supported living schemes across Aldermere by April 2033.")[0]
    assert (fact.quantity, fact.deadline, fact.deadline_date) == ("another 10 supported living schemes", "April 2033", "2033-04-30")
    assert fact.subject == "supported living schemes"
    assert fact.owner == "Aldermere County Council"


def test_two_numbers_of_different_things_are_two_promises() -> None:
    """A sentence that promises homes of two kinds gives a row for each, both with the whole sentence as proof."""
    facts = found("The Council will build 120 units of independent living and 40 units of supported living by 2034.")
    assert [f.quantity for f in facts] == ["120 units", "40 units"]
    assert facts[0].evidence == facts[1].evidence


def test_a_time_in_the_next_sentence_belongs_to_the_promise() -> None:
    """ "This will be developed in 2032/33" dates the promise before it, and both sentences are its quote; it is none of its own."""
    text = "We will provide eight units of safe accommodation by agreement. This is being planned and will be developed in 2032/33."
    assert [(f.text, f.quantity, f.deadline) for f in found(text)] == [(text, "8 units", "2032/33")]


def test_the_remaining_share_is_told_with_the_first() -> None:
    """ "The remaining 30%" says nothing without the sentence before it."""
    text = "A lead provider will be appointed for 70% of the care. The remaining 30% will be delivered by small firms from May 2032."
    assert [(f.text, f.quantity) for f in found(text)] == [(text, "70%; 30%")]


@pytest.mark.parametrize(
    ("text", "quantity", "deadline"),
    [
        ("We will increase the number of lodgings from 20 to 35 by March 2032.", "35", "March 2032"),
        ("We will extend the pilot to 31 March 2033 from 31 March 2032 in all 12 schools.", "12 schools", "31 March 2033"),
        ("Another scheme is due to start on site in 2033.", "1 scheme", "2033"),
        ("We will publish a single workforce plan by May 2032.", "1 workforce plan", "May 2032"),
    ],
)
def test_what_is_promised_is_the_new_value(text: str, quantity: str, deadline: str) -> None:
    """Neither the value nor the date that is left behind; one further or single thing is one."""
    assert [(f.quantity, f.deadline) for f in found(text)] == [(quantity, deadline)]


def test_a_deadline_of_the_heading_is_derived() -> None:
    """Where only the lead-in states the time, it is taken from there and said to be derived."""
    fact = found("## Programme for 2032/33\n- Introduce a new booking system for all village halls")[0]
    assert (fact.deadline, fact.deadline_date, fact.basis) == ("2032/33", "2033-03-31", "derived")


def test_minutes_promise_in_the_past_future() -> None:
    """In minutes, "would" is the future of what was said."""
    facts = found("A report on bus shelters would be brought to a future meeting of the Committee.", kind="minutes")
    assert [f.deadline for f in facts] == ["to a future meeting"]


BOUND = [
    "Cllr Mrs Fennimore will speak to the owner of the boathouse about the broken slipway.",
    "The Clerk is to obtain three quotations for the pavilion roof.",
    "The Head of Highways agreed to circulate the bridge inspections to members.",
    "The Council will write to the harbour trust about the moorings.",
    "Resurfacing at Fernham Cross will be done by the end of September.",
    "The sweeper was bought new in 2026 and is due for replacement in 2033.",
    "RESOLVED: That a new bench be purchased for the green.",
    "It was resolved to install a second light at the slipway.",
    "Quotes to be obtained for the next meeting.",
    "A second council had joined the scheme, and it was also due to be introduced in Fernham.",
    "Details will be discussed at the October meeting.",
]
NOT_BOUND = [
    "I will move at the next meeting that the Council adopt a policy on street trees by 2033.",
    "Cllr Mrs Fennimore felt that the Clerk should write to the bus company.",
    "The Director of Place agreed to look into the complaint.",
    "The Council will support the festival as it always has.",
    "Note that joining the programme will commit the County to elections in May 2032.",
    "Areas on the programme will be expected to set out proposals by March 2032.",
    "It was agreed to allocate €500 to the harbour festival.",
    "RESOLVED: That the minutes be approved.",
]


@pytest.mark.parametrize("text", BOUND)
def test_minutes_promise_by_who_is_bound_to_what(text: str) -> None:
    """A named person, post or the council with a deed that is done or not done promises without a number or a document."""
    assert [f.text for f in found(text, kind="minutes")] == [text]


@pytest.mark.parametrize("text", NOT_BOUND)
def test_what_is_moved_felt_or_asked_of_others_binds_nobody(text: str) -> None:
    """Notices of motion, opinions, deeds without an end and what a programme asks of others are none."""
    assert found(text, kind="minutes") == []


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("This year the harbour office will publish a new tide table.", "This year (2031)"),
        ("The bridge survey will be completed in the current financial year.", "the current financial year (2030/31)"),
        ("Works on the quay will be carried out by the end of May.", "the end of May (2031)"),
        ("The final noise plan will be published later in 2032.", "2032"),
        ("An inspection of the weir will be carried out within the coming week.", "coming week"),
    ],
)
def test_a_time_without_its_year_has_it_behind_it(text: str, deadline: str) -> None:
    """The year that the wording means on the day of the meeting stands in brackets."""
    assert [f.deadline for f in found(text, kind="minutes")] == [deadline]


def test_what_the_next_years_bring_is_to_come_on_a_page_without_a_date() -> None:
    """ "Over the next five years" needs no day from which it counts."""
    said = "The two schemes are working with a range of landlords to help the development of further housing over the next five years."
    page = paper(said, kind="web", date=None)
    assert [f.text for f in commitments.extract(page, NLP)] == [said]


def test_a_heading_completes_this_year() -> None:
    """Under "Ambitions (2032/33)" the wording "over the year" means that year; of a heading whose year is over nothing is taken."""
    named = found("## Ambitions (2032/33)\nThe new quality framework has been tested and will be formally rolled out over the year.")
    assert [(f.deadline, f.deadline_date) for f in named] == [("over the year (2032/33)", "2033-03-31")]
    over = found("## Programme for 2028/29\nWe will publish a new framework for day centres.")
    assert [f.deadline for f in over] == [None]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A 91-home scheme in Fernham has been approved and will start on site in 2033.", "home scheme"),
        ("Our aim is for at least 90% of all repairs to be completed by 2033.", "Repairs"),
        ("- To deliver the village halls programme by 2033.", "village halls programme"),
        ("The procurement exercise for the ferry will begin in July 2032.", "procurement exercise for the ferry"),
        ("The financial challenges of the Council require savings of £4.2m to be delivered by 2033.", "savings"),
        ("We will publish an update on street lighting by 2033.", "street lighting"),
    ],
)
def test_the_subject_is_the_matter(text: str, subject: str) -> None:
    """What is made, counted or reported on; never "aim" or "challenges", for which the heading stands."""
    assert [f.subject for f in found(f"## Repairs\n{text}")] == [subject]


def test_the_title_of_a_whole_report_is_no_subject_where_a_heading_is_nearer() -> None:
    """A report's own title names everything in it and so nothing."""
    text = "# Housing report\n## Lighting of footpaths\n### Housing report\nThis will be finished by March 2033 in all 12 schemes."
    facts = found(text, title="Housing report")
    assert [f.subject for f in facts] == ["Lighting of footpaths"]


def test_the_owner_is_who_is_bound() -> None:
    """The named post in minutes, both bodies of a joint undertaking, and the council behind "we will:"."""
    (one,) = found("The Assistant Director of Place agreed to circulate the survey to members.", kind="minutes")
    assert one.owner == "The Assistant Director of Place"
    (both,) = found("Aldermere County Council and Tarrow Valley Trust will open a joint hub by March 2033.")
    assert both.owner == "Aldermere County Council and Tarrow Valley Trust"
    (ours,) = found("Over this plan we will:\n- Publish a new lighting policy")
    assert ours.owner == "Aldermere County Council"


def table_paper(caption: str, label: str, columns: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]]) -> Structure:
    """A report whose only content is one table: each row a line of tab-separated cells."""
    lines = ["\t".join((label, *columns)), *("\t".join((name, *cells)) for name, cells in rows)]
    base = paper("\n".join(lines), kind="report", title=caption)
    paragraphs = []
    for number, paragraph in enumerate(base.paragraphs[1:]):
        fields = {s: getattr(paragraph, s) for s in paragraph.__slots__}
        paragraphs.append(type(paragraph)(**{**fields, "kind": "row", "table": 0, "row": number}))
    made = tuple(Row(name, cells, Span(0, 1), tuple(None for _ in cells)) for name, cells in rows)
    table = Table(0, 0, None, caption, "£m", label, columns, made)
    return Structure(base.document, base.parts, base.sections, (base.paragraphs[0], *paragraphs), (table,))


def test_rows_of_a_savings_programme_promise_their_amounts() -> None:
    """The words of the row, its amounts by year, and the last of its years as deadline; totals and forecasts are left out."""
    rows = [("Review of the harbour service", ("-0.700", "-1.000", "-0.650")), ("Total savings", ("-0.700", "-1.000", "-0.650"))]
    structure = table_paper("Savings programme 2031-33", "Saving", ("2031-32", "2032-33", "Forecast 2031-32"), rows)
    facts = list(commitments.extract(structure, NLP))
    assert [(f.text, f.amount, f.deadline_date) for f in facts] == [
        ("Review of the harbour service", "2031-32: £-0.700m; 2032-33: £-1.000m", "2033-03-31")
    ]


def test_rows_of_an_action_plan_promise_action_owner_and_date() -> None:
    """What, who and by when stand in columns of their own."""
    rows = [("1", ("Publish the new tenants' handbook", "Head of Housing", "30 June 2032"))]
    structure = table_paper("Improvement plan", "No", ("Action", "Lead", "By when"), rows)
    fact = next(commitments.extract(structure, NLP))
    assert (fact.text, fact.owner, fact.deadline, fact.deadline_date) == (
        "Publish the new tenants' handbook",
        "Head of Housing",
        "30 June 2032",
        "2032-06-30",
    )


@pytest.mark.parametrize(
    ("label", "state"),
    [("Status", "Done"), ("Progress", "Closed - bins in place"), ("Update", "This has been completed."), ("Date completed", "3 May 2031")],
)
def test_a_finished_row_of_an_action_log_promises_nothing(label: str, state: str) -> None:
    """What its state, or the day it was closed, says is done; the next row is still open."""
    rows = [("1", ("Order two salt bins for Mill Lane", "Clerk", state)), ("2", ("Draft the allotment rules", "Cllr Hale", "On track"))]
    facts = commitments.extract(table_paper("Action log", "No", ("Action", "Owner", label), rows), NLP)
    assert [f.text for f in facts] == ["Draft the allotment rules"]


def test_rows_of_schemes_promise_the_planned_date() -> None:
    """The newest column of dates counts; what is open already promises nothing."""
    rows = [("Lantern Yard, Fernham", ("24", "March 2032", "June 2033")), ("Quay House", ("12", "May 2031", "Opened May 2031"))]
    structure = table_paper("Sites", "Site", ("Homes", "Planned date", "Date now expected"), rows)
    facts = list(commitments.extract(structure, NLP))
    assert [(f.text, f.quantity, f.deadline, f.deadline_date) for f in facts] == [
        ("Lantern Yard, Fernham", "24 homes", "June 2033", "2033-06-30")
    ]


SIGNED = "Yours sincerely\nOriel Fenwick\n{office}"


@pytest.mark.parametrize(
    ("dear", "office", "promised"),
    [
        ("Dear Leader", "Minister of State for Local Government", False),
        ("Dear Secretary of State", "Leader of Aldermere County Council", True),
        ("Dear Resident", "Head of Highways", True),
    ],
)
def test_a_letter_promises_for_who_signs_it(dear: str, office: str, promised: bool) -> None:
    """What a minister writes to a council is no promise of the council; what the council writes is."""
    text = f"# Appendix\n{dear}\nWe will publish a new bus strategy by March 2032.\n{SIGNED.format(office=office)}"
    assert bool(found(text, kind="appendix")) is promised


def test_a_cell_of_running_text_is_read_for_dated_deeds() -> None:
    """The "Detail" of a monitoring table says what will be done by when; hopes and what is no longer planned there are left alone."""
    told = (
        "The tender was delayed by the flood of last winter and by the search for a second bidder. "
        "Construction of the quay wall is now scheduled to start in June 2032. "
        "The second phase is no longer expected to be built in 2033. We will continue to support the traders."
    )
    structure = table_paper("Capital monitoring", "Scheme", ("Variance", "Detail"), [("Harbour quay", ("-0.3", told))])
    facts = list(commitments.extract(structure, NLP))
    assert [(f.text, f.deadline) for f in facts] == [("Construction of the quay wall is now scheduled to start in June 2032.", "June 2032")]
