"""Do figures and times of a text stand in what it cites, with the same value, unit and scale?"""

from __future__ import annotations

import pytest

from pipeline.lookup.answering.proof import Proof, unproved
from pipeline.model.answers import FactRow
from tests.council import library

QUOTE = (
    "By 31 August 2024, 61 were in use: 42 at Heron Wharf and 19 at Mill Lane. The Committee agreed £2.500m, and not £3.500m (8 votes "
    "for, 4 against). Care costs £1,684 a week. 183 people were waiting in 2023/24; 76.9 per cent of services were good, and a third of "
    "members stayed. See AS24-01. The grant was £7.4m and £2bn ASC money."
)
PROOF = Proof(QUOTE, about="Quay homes, 16 June 2023")
STANDS = (
    "61 homes were in use at 31 August 2024", "sixty-one", "In August 2024", "£2.5m", "£2,500,000", "£2.5 million", "£1,684 a week",
    "The weekly cost is £1,684", "183 people", "76.9%", "In June 2023", "four voted against", "a third of members", "AS24-01",
    "on 31 August", "No one knew", "in 2023/24", "7.4 The Chair agreed", "£7.4m and more", "£2bn ASC money", "",
)  # fmt: skip
FALLS = (
    ("60 homes", "60"), ("£2.5k", "£2.5k"), ("£2,500", "£2,500"), ("2.500", "2.500"), ("€2.500m", "€2.500m"), ("£1,684 a day", "£1,684"),
    ("£1,684", "£1,684"), ("183 flats", "183"), ("75.9 per cent", "75.9 per cent"), ("76.9 percentage points", "76.9 percentage points"),
    ("In June 2024", "June 2024"), ("by 31 March 2026", "by 31 March 2026"), ("half of members", "half"), ("AS24-02", "AS24-02"),
    ("on 30 August", "30 August"), ("It doubled", "doubled"), ("in 2024/25", "2024/25"), ("five voted against", "five"),
)  # fmt: skip


@pytest.mark.parametrize("text", STANDS)
def test_what_the_quote_holds_is_proved(text: str) -> None:
    """Other ways of printing the same value, and coarser times, stand."""
    assert unproved(text, [PROOF]) == []


@pytest.mark.parametrize(("text", "missing"), FALLS)
def test_what_the_quote_does_not_hold_is_named(text: str, missing: str) -> None:
    """Another value, unit, scale, thing counted, or time."""
    assert any(missing.endswith(one) or one == missing for one in unproved(text, [PROOF]))


def of_table(raw: str, value: float, unit: str) -> FactRow:
    made = library()
    return made.add_fact("figures", 1, "Older people\t61.200\t62.900\t1.700", raw=raw, value=value, unit=unit, source="table")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Older people: £61.200m", True),
        ("Budget (£m). Older people: 61.200", True),
        ("Older people: 61.200", False),
        ("Budget (£000). Older people: 61.200", False),
        ("Older people: £61.200k", False),
        ("Older people: £61.200", False),
    ],
)
def test_a_figure_of_a_table_keeps_the_unit_of_its_caption(text: str, stands: bool) -> None:
    """A bare number of a table in millions is no number without them."""
    proof = Proof("Older people\t61.200\t62.900\t1.700", facts=(of_table("61.200", 61_200_000.0, "GBP"),))
    assert (unproved(text, [proof]) == []) is stands


def test_one_of_several_proofs_is_enough() -> None:
    """A statement may rest on several citations."""
    assert unproved("61 homes and 12 boats", [PROOF, Proof("There are 12 boats.")]) == []
