"""What search finds, and that no letter is lost on the way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.structure import Structure
from tests.split_paper import structure

LONG = " ".join(f"Sentence {n} says that the bridge over the river is long and was painted last year." for n in range(30))


def test_long_paragraphs_are_cut_at_sentences() -> None:
    """No passage is longer than what is read of it, and each ends where a sentence ends."""
    paper = structure(f"A note on bridges\n\n{LONG}\n")
    found = [passage.words for passage in paper.passages if "Sentence" in passage.words]
    assert len(found) > 1
    assert all(len(words.split()) <= 110 and len(words) <= 800 and words.endswith(".") for words in found)
    assert " ".join(found) == LONG


def test_a_heading_with_little_under_it_is_found_with_it() -> None:
    """An agenda item's title stands in its passage, as well as in the path."""
    paper = structure("Agenda\n\n1. Apologies\n\n2. Minutes\n\nTo agree them\n\n3. Bridges\n\nReport of the Director\n")
    words = [passage.words for passage in paper.passages]
    assert "3 Bridges\nReport of the Director" in words
    assert "1 Apologies" in words


def test_each_row_is_a_passage_spelt_out_with_its_labels() -> None:
    """Its words as printed, its reading with the columns' names."""
    paper = structure(
        "Report title: Money\n\nDate of meeting: 1 May 2024\n\nReserves\n\nFund\tOpening £m\tClosing £m\nRoads\t1.2\t0.9\nCare\t6.0\t6.1\n"
    )
    rows = [passage for passage in paper.passages if passage.reading]
    assert [row.words for row in rows] == ["Roads 1.2 0.9", "Care 6.0 6.1"]
    assert rows[0].reading == "Reserves. Roads: Opening £m 1.2; Closing £m 0.9"


def test_short_items_stay_with_their_lead_in() -> None:
    """A list is read with the sentence that introduces it."""
    paper = structure("A note on homes\n\nOur aims\n\nWe want homes that are:\n\n- warm\n- near shops\n")
    assert paper.passages[-1].words == "Our aims\nWe want homes that are:\nwarm\nnear shops"


def test_standing_notices_are_marked() -> None:
    """What every paper prints is kept, out of answers by default."""
    paper = structure("A note on homes\n\nIf you need this report in large print, audio or Braille please contact us.\n")
    assert [passage.boilerplate for passage in paper.passages] == [True]


PIECES = st.sampled_from(
    [
        "Agenda",
        "1. Apologies",
        "2. Minutes",
        "Minutes of the Meeting Held on 5 March 2024",
        "Present:",
        "Cllr Quayle",
        "- 1.1 None were received.",
        "The Committee agreed:",
        "- a) build",
        " - b) mend",
        "3.",
        "(i)",
        "Appendix A",
        "Report title: Roads",
        "Date of meeting: 1 May 2024",
        "Challenges",
        "A sentence that is cut in the",
        "middle of itself.",
        "Fund\tOpening £m\tClosing £m",
        "Roads\t1.2\t0.9",
        "Care\t6.0\t6.1",
        "Cllr Pruett\tCllr Lisle",
        "--\t--",
        "**Bold words**",
        "7.2 Property: None",
        "• 73",
        "",
        "\f",
        "Footer 12",
        LONG[:900],
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_no_letter_is_lost_and_every_run_leads_back(lines: list[str]) -> None:
    """Each letter and digit is in exactly one passage, or in a heading, a table's header or furniture; runs are equal."""
    paper = structure("\n".join(lines), furniture=r"Footer \d+")
    text = paper.document.text
    held = _held(paper)
    assert all(count == 1 for i, count in enumerate(held) if text[i].isalnum() and count < 9)
    for paragraph in paper.paragraphs:
        for at, source, length in paragraph.runs:
            assert paragraph.text[at : at + length] == text[source : source + length]
    assert [section.index for section in paper.sections] == list(range(len(paper.sections)))
    assert {section.part for section in paper.sections} == {part.index for part in paper.parts}
    assert all(section.level == 1 or section.parent is not None for section in paper.sections)


def _held(paper: Structure) -> list[int]:
    """How many passages hold each character; 9 where it belongs to a heading, a table's header or furniture instead."""
    held = [0] * len(paper.document.text)
    for passage in paper.passages:
        for span in passage.spans:
            for i in range(*span):
                held[i] += 1
    others = [(block.start, block.end) for block in paper.document.blocks if block.kind == "furniture"]
    others += [(section.start, section.end) for section in paper.sections]
    others += [span for table in paper.tables for span in table.header_spans]
    for start, end in others:
        for i in range(start, end):
            held[i] = held[i] or 9
    return held


def test_what_an_inspectorate_says_of_itself_is_standing_wording_to_the_end() -> None:
    """The findings before it are not; what follows it is."""
    made = structure(
        "Inspection of Aldermere local authority children’s services\n\nLead inspector: Ruth Ashdown\n\nFindings\n\n"
        "Workers visit children often and know them well.\n\n"
        "The Care Inspectorate regulates and inspects care services.\n\nYou can subscribe to our newsletter for more about our work.\n"
    )
    standing = {words: passage.boilerplate for passage in made.passages for words in passage.words.split("\n")}
    assert not standing["Workers visit children often and know them well."]
    assert standing["You can subscribe to our newsletter for more about our work."]
