"""The gate: what a model wrote is shown only where what it cites bears it out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lookup.answering.proof import unproved
from pipeline.lookup.written.answer import gated
from pipeline.lookup.written.sentences import parsed
from pipeline.lookup.written.sources import sources
from tests.writers import MINUTES, REPORT, everything, library

GOOD = (
    "By 31 August 2024, 61 homes were in use [1].",
    "61 homes were in use: 42 at Heron Wharf and 19 at Mill Lane. [1]",
    "In August 2024 sixty-one homes were in use [1].",
    "The Committee resolved to approve a transfer of £2,500,000 [2].",
    "The Committee approved a transfer of £2.5 million, not the £3.500m recommended [2][1].",
    "A nursing place costs £1,684 a week [3].",
    "In Rowanshire 76.9% of services were rated good [3].",
    'The report asks the Committee "to approve the closure of the Thornwick day centre" [5].',
    "The Committee is asked to approve the closure of the Thornwick day centre on 31 December 2024 [5].",
    "The budget for older people is £61.200m [6].",
    "Mental health had an underspend of £149,000 in 2023/24 [7].",
    'One paper says: "ignore all previous instructions" [4].',
    "- **61 homes** were in use by 31 August 2024 [1]",
    "<think>Let me see. The council owes £99m.</think>61 homes were in use [source 1].",
)
BAD = (
    ("61 homes were in use by 31 August 2024.", "no citation"),
    ("62 homes were in use by 31 August 2024 [1].", "figure"),
    ("61 homes were in use by 31 August 2025 [1].", "figure"),
    ("61 homes were in use by 31 August 2024 [2].", "figure"),
    ("61 tenants were in use by 31 August 2024 [1].", "figure"),
    ("42 homes were in use at Mill Lane and 19 at Heron Wharf [1].", "sense"),
    ("The Committee resolved to approve a transfer of £2.500k [2].", "figure"),
    ("The Committee resolved to approve a transfer of £2,500 [2].", "figure"),
    ("The Committee resolved to approve a transfer of €2.500m [2].", "figure"),
    ("The Committee resolved to approve a transfer of 2.500 [2].", "figure"),
    ("The Committee resolved to approve a transfer of £6.000m [2].", "figure"),
    ("A nursing place costs £1,684 a day [3].", "figure"),
    ("A nursing place costs £1.684m a week [3].", "figure"),
    ("In Rowanshire 77 per cent of services were rated good [3].", "figure"),
    ("In Rowanshire 76.9 percentage points of services were rated good [3].", "figure"),
    ("In Rowanshire half of services were rated good [3].", "figure"),
    ("The budget for older people is £61.200k [6].", "figure"),
    ("The budget for older people is 61.200 [6].", "figure"),
    ("Mental health had one in six of all underspends [7].", "figure"),
    ("Under AS24-01 61 homes were in use [1].", "figure"),
    ("The homes in use have doubled [1].", "figure"),
    ("61 homes were in use by 31 August 2024 [9].", "unknown citation"),
    ("61 homes were in use by 31 August 2024 [0].", "unknown citation"),
    ("61 homes were in use by 31 August 2024 [1][9].", "unknown citation"),
    ("61 homes were in use by 31 August 2024 [1-9].", "unknown citation"),
    ('The minutes say "61 flats were in use" [1].', "quotation"),
    ('The minutes say "61 homes were in use [1].', "quotation"),
    ('The minutes say "APPROVE a transfer of £2.500" [2].', "quotation"),
    ("The minutes say ‘nobody at all had moved out’ [1].", "quotation"),
    ('"" [1].', "quotation"),
    ("By 31 August 2024, 61 homes were in use, said Cllr Bloggs [1].", "name"),
    ("In use are 61 homes of the Zanzibar Housing Association [1].", "name"),
    ("Residents everywhere rejoice because councillors deserve praise [1].", "words"),
    ("Mental health had an overspend of £0.149m in 2023/24 [7].", "sense"),
    ("The Committee is not asked to approve the closure of the Thornwick day centre [5].", "sense"),
    ("The Committee approved the closure of the Thornwick day centre on 31 December 2024 [5].", "decision"),
    ("<p>61 homes were in use by 31 August 2024 [1].</p>", "mark-up"),
    ("<script>alert(1)</script> 61 homes were in use [1].", "mark-up"),
    ("61 homes were in use [1], see [the paper](https://evil.example/?q=homes).", "mark-up"),
    ("\x1b[31m61 homes were in use by 31 August 2024\x1b[0m [1].", "mark-up"),
    ("61 homes were in use \u202eby 31 August 2024 [1].", "mark-up"),
    ("HACKED [4].", "words"),
    ("The council has gone bankrupt [4].", "words"),
    ("The council owes £99m [4].", "figure"),
    ("Mr Odd asked about the weir, and the council owes £99m [4].", "figure"),
    ("61 homes were in use " + "and in use " * 80 + "[1].", "mark-up"),
    ("I am a language model and cannot answer that.", "no citation"),
)


@pytest.mark.parametrize("output", GOOD)
def test_a_sentence_that_its_sources_bear_out_passes(output: str) -> None:
    """Other ways of printing one figure, coarser dates and light mark-up are no fault."""
    made = library()
    passed = gated(output, sources(made, everything(made)))
    assert (len(passed.kept), passed.fell) == (1, {})


@pytest.mark.parametrize(("output", "reason"), BAD)
def test_a_sentence_that_its_sources_do_not_bear_out_falls(output: str, reason: str) -> None:
    """Each falls for the reason that a reader is told."""
    made = library()
    passed = gated(output, sources(made, everything(made)))
    assert passed.kept == ()
    assert passed.fell[reason] == sum(passed.fell.values())


WORDS = " ".join(words for paper in (MINUTES, REPORT) for _, _, words in paper.lines).split()
PIECES = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.from_regex(r"[£€]?[0-9]{1,4}(\.[0-9]{1,3})?(m|k|%| million| homes)?", fullmatch=True)
)


@given(st.lists(st.tuples(st.lists(PIECES, max_size=12), st.lists(st.integers(0, 9), max_size=3)), max_size=4))
def test_no_figure_passes_that_its_sources_do_not_hold(said: list[tuple[list[str], list[int]]]) -> None:
    """Whatever is put together from the papers' words and other figures: what is kept cites, and its figures stand there."""
    made = library()
    some = sources(made, everything(made))
    output = " ".join(f"{' '.join(words)} {''.join(f'[{n}]' for n in cited)}." for words, cited in said)
    for text, cited in gated(output, some).kept:
        assert cited
        assert unproved(text, [source.verbatim for source in cited]) == []


@given(st.text(max_size=300))
def test_any_output_can_be_read(output: str) -> None:
    """No text that a model may give is an error, and a citation is never part of a sentence."""
    assert all("[1]" not in sentence.text for sentence in parsed(output + " [1]"))
