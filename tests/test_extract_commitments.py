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


def test_a_deadline_of_the_heading_is_derived() -> None:
    """Where only the lead-in states the time, it is taken from there and said to be derived."""
    fact = found("## Programme for 2032/33\n- Introduce a new booking system for all village halls")[0]
    assert (fact.deadline, fact.deadline_date, fact.basis) == ("2032/33", "2033-03-31", "derived")


def test_minutes_promise_in_the_past_future() -> None:
    """In minutes, "would" is the future of what was said."""
    facts = found("A report on bus shelters would be brought to a future meeting of the Committee.", kind="minutes")
    assert [f.deadline for f in facts] == ["to a future meeting"]


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
