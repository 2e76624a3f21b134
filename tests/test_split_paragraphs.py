"""Paragraphs, items and rows as a person cites them."""

from __future__ import annotations

from pipeline.model.structure import Paragraph
from tests.split_paper import structure

MINUTES = """Adults Committee

Minutes of the Meeting Held on 5 March 2024

Present:

Cllr Quayle\tCllr Banerji
Cllr Pruett\tCllr Lisle

1. Apologies

- 1.1 None were received.

2. Supported living

- 2.1 The Director spoke of:
- homes in Thornwick, which are
\fMinutes, page 2

full, and of homes in Vale
- the bridge

2.2 With 3 votes for, the Committee **RESOLVED** to:

 - a) build homes
 - b) note that:
  - (i) land is dear
  - (ii) time is short

The Committee agreed that:

- a) a report be brought

2.3 The Committee AGREED:

1. the plan
2. the budget

3.

Any other business

4(b) says more.
"""


def paragraphs() -> list[Paragraph]:
    return list(structure(MINUTES, furniture=r"Minutes, page \d").paragraphs)


def find(words: str) -> Paragraph:
    return next(paragraph for paragraph in paragraphs() if words in paragraph.text)


def test_numbers_markers_and_labels_stand_apart_from_the_words() -> None:
    """ "2.2 a)" is how the first limb is cited; a bullet is cited by its lead-in."""
    assert (find("None were").number, find("None were").label, find("None were").text) == ("1.1", "1.1", "None were received.")
    assert (find("build homes").marker, find("build homes").label) == ("a)", "2.2 a)")
    assert (find("the bridge").marker, find("the bridge").label) == ("-", "2.1")
    assert (find("the budget").marker, find("the budget").label, find("the budget").number) == ("2.", "2.3 2", None)


def test_an_item_knows_its_lead_in_and_depth() -> None:
    """Items within items hang on the item."""
    made = paragraphs()
    inner = find("time is short")
    assert (inner.label, inner.depth) == ("2.2 b)(ii)", 2)
    assert inner.lead_in is not None
    assert made[inner.lead_in].text == "note that:"
    limb = find("build homes")
    assert limb.lead_in is not None
    assert made[limb.lead_in].number == "2.2"


def test_a_limb_under_a_lead_in_without_number_is_cited_by_its_section() -> None:
    """ "2 a)" where only the item is numbered."""
    assert find("a report be brought").label == "2 a)"


def test_a_sentence_cut_by_the_pages_end_is_one_paragraph() -> None:
    """The furniture between its halves stays out of its text and its runs."""
    paper = structure(MINUTES, furniture=r"Minutes, page \d")
    cut = next(paragraph for paragraph in paper.paragraphs if "homes in Thornwick" in paragraph.text)
    assert cut.text == "homes in Thornwick, which are full, and of homes in Vale"
    assert "page" not in paper.document.quote(cut.spans())


def test_emphasis_is_kept_and_its_stars_are_not() -> None:
    """Bold spans are offsets of the repaired text."""
    resolved = find("With 3 votes")
    assert [resolved.text[start:end] for start, end in resolved.bold] == ["RESOLVED"]


def test_names_in_columns_are_paragraphs_of_their_own_read_across() -> None:
    """A list of members is no table."""
    paper = structure(MINUTES)
    assert [p.text for p in paper.paragraphs if p.text.startswith("Cllr")] == ["Cllr Quayle", "Cllr Banerji", "Cllr Pruett", "Cllr Lisle"]
    assert not paper.tables


def test_a_number_alone_on_its_line_numbers_the_heading_below() -> None:
    """As scans and text papers print it."""
    paper = structure(MINUTES, furniture=r"Minutes, page \d")
    assert [(section.number, section.title) for section in paper.sections][-1] == ("3", "Any other business")


def test_a_heading_with_its_value_on_the_line_leaves_the_value_a_paragraph() -> None:
    """ "3.1 Staff: None" is a heading and its text."""
    paper = structure(
        "Report title: Roads\n\nDate of meeting: 1 May 2024\n\n1. Proposal\n\nWords of it.\n\n2. Resource implications\n\n2.1 "
        "**Staff:** None needed\n"
    )
    assert [(p.kind, p.text) for p in paper.paragraphs[-2:]] == [("heading", "Staff:"), ("text", "None needed")]
