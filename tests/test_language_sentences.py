"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Committee agreed. Officers would report back.", ["The Committee agreed.", "Officers would report back."]),
        ("Cllr. Quayle spoke. Mr. J. Pruett replied.", ["Cllr. Quayle spoke.", "Mr. J. Pruett replied."]),
        ("The Council asked C.Cllr. K. Orr to reply. He did.", ["The Council asked C.Cllr. K. Orr to reply.", "He did."]),
        ("See No. 3 of the list. It cost £1.2m. That was more.", ["See No. 3 of the list.", "It cost £1.2m.", "That was more."]),
        ("Costs rose, e.g. Agency staff. They fell later.", ["Costs rose, e.g. Agency staff.", "They fell later."]),
        ("1.2. The report was noted. It was long.", ["1.2. The report was noted.", "It was long."]),
        ("Was it agreed? Yes! “It was.” Nobody objected", ["Was it agreed?", "Yes!", "“It was.”", "Nobody objected"]),
        ("The meeting ended at 4 p.m. The Chair thanked all.", ["The meeting ended at 4 p.m.", "The Chair thanked all."]),
        ("Homes etc. were built by Vale Housing Ltd. for the council.", ["Homes etc. were built by Vale Housing Ltd. for the council."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    """Titles, numbers, money and abbreviations end nothing."""
    assert cut(text) == parts


@given(st.text(alphabet=st.sampled_from("Ab c.?!1£\n \"'’)"), max_size=120))
def test_no_character_of_a_sentence_is_lost_or_read_twice(text: str) -> None:
    """Sentences follow one another and leave out nothing but white space."""
    last, kept = 0, ""
    for start, end in sentences(text):
        assert last <= start < end
        assert not text[last:start].strip()
        kept += text[start:end]
        last = end
    assert not text[last:].strip()
    assert "".join(kept.split()) == "".join(text.split())
