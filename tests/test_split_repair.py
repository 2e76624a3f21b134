"""Printed lines made running text, with the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.documents import Span
from pipeline.split.repair import Mender, cut, joined, placed


def mend(text: str, media: str = "pdf") -> str:
    return Mender(text, media).mend([(0, len(text))]).text


@pytest.mark.parametrize(
    ("printed", "running"),
    [
        ("The committee\nagreed the  report", "The committee agreed the report"),
        ("every organi-\nsation replied", "every organisation replied"),
        ("a long-\nterm plan", "a long-term plan"),
        ("co-\noperation; cooperation", "cooperation; cooperation"),
        ("the Upper-\nThornwick road", "the Upper-Thornwick road"),
        ("a step-\ndown flat, step-down flats", "a step-down flat, step-down flats"),
        ("an over\u00adspend", "an overspend"),
        ("over\u00ad\nspend", "overspend"),
        ("a\xa0non-breaking\tspace", "a non-breaking space"),
        ("oﬃcers ﬁled", "officers filed"),
        ("write to clerk@aldermere\n.gov.uk today", "write to clerk@aldermere.gov.uk today"),
        ("line<br>break and <i>italic</i>", "linebreak and italic"),
    ],
)
def test_lines_are_joined_and_words_closed(printed: str, running: str) -> None:
    """Hyphens at a line's end go where the word is whole without them."""
    assert mend(printed) == running


def test_stars_are_mark_up_in_text_papers_and_footnotes_elsewhere() -> None:
    """ "**AGREED**" loses its stars; a PDF's star stays."""
    assert mend("the Committee **AGREED** to", "text") == "the Committee AGREED to"
    assert mend("homes* and **places", "pdf") == "homes* and **places"


def test_emphasis_is_placed_in_the_repaired_text() -> None:
    """Spans of the document become offsets of the text."""
    text = "the  Committee\n**AGREED** it"
    mended = Mender(text, "text").mend([(0, len(text))])
    (bold,) = placed(mended, [Span(text.index("AGREED"), text.index("AGREED") + 6)])
    assert mended.text[bold.start : bold.end] == "AGREED"


@given(st.text(alphabet=st.sampled_from("ab A-\n\t *\xa0\u00ad.ﬁ"), max_size=60), st.sampled_from(["text", "pdf"]), st.data())
def test_runs_lead_back_character_by_character(text: str, media: str, data: st.DataObject) -> None:
    """Every run is equal in both texts, runs rise, and nothing but single spaces is added."""
    mended = Mender(text, media).mend([(0, len(text))])
    start = data.draw(st.integers(0, len(mended.text)))
    for piece in (mended, cut(mended, start), joined([cut(mended, 0, start), cut(mended, start)])):
        last = 0
        for at, source, length in piece.runs:
            assert length > 0
            assert piece.text[at : at + length] == text[source : source + length]
            assert source >= last
            last = source + length
    assert "  " not in mended.text
    kept = {source + i for _, source, length in mended.runs for i in range(length)}
    lost = [c for i, c in enumerate(text) if i not in kept and c.isalpha() and c != "ﬁ"]
    assert not lost
