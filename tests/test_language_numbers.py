"""Numbers, pairs and slips as papers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.numbers import cell, numbers, ordinal, spoken
from pipeline.language.pairs import pairs
from pipeline.language.slips import near

PRINTED = [
    ("£2.340m", "£2.340m", 2340000, "money"),
    ("a total of £1,512,740 was paid", "£1,512,740", 1512740, "money"),
    ("c£35m over three years", "c£35m", 35000000, "money"),
    ("sustaining the £70m+ delivered", "£70m+", 70000000, "money"),
    ("£2.5 billion", "£2.5 billion", 2500000000, "money"),
    ("£275k of grants", "£275k", 275000, "money"),
    ("an underspend of -£0.5m", "-£0.5m", -500000, "money"),
    ("a variance of £(0.5)m", "£(0.5)m", -500000, "money"),
    ("€1.2m from the fund", "€1.2m", 1200000, "money"),
    ("a fare of 50p", "50p", 0.5, "money"),
    ("it cost 40 pounds", "40 pounds", 40, "money"),
    ("rose by 8%", "8%", 8, "percent"),
    ("12.5 per cent of homes", "12.5 per cent", 12.5, "percent"),
    ("up 2.5 percentage points", "2.5 percentage points", 2.5, "points"),
    ("1.35 million people", "1.35 million", 1350000, "plain"),
    ("12,408 clients", "12,408", 12408, "plain"),
    ("forty-five beds", "forty-five", 45, "plain"),
    ("one hundred and twenty places", "one hundred and twenty", 120, "plain"),
    ("half a million trees", "half a million", 500000, "plain"),
    ("3½ years", "3½", 3.5, "plain"),
    ("c2% of residents", "c2%", 2, "percent"),
]
NO_NUMBERS = ["ASC006", "AL1 2DH", "section 1.2.3", "the 18th", "services.3 The", "1:20", "31/37", "2018/19", "10.30am", "12ABC"]
CELLS = [
    ("231.874", 231.874),
    ("(4.391)", -4.391),
    ("4.391-", -4.391),
    ("−3", -3),
    ("£4.2m", 4200000),
    ("£(3.2)m", -3200000),
    ("(12)%", -12),
    ("(4.5%)", -4.5),
    ("1,234*", 1234),
    ("+0.3", 0.3),
    ("0", 0),
]
PAIRS = [
    ("around one in 7 people", "one in 7", 1, 7, "ratio"),
    ("It is thought that 1:20 people", "1:20", 1, 20, "ratio"),
    ("vacancies were split 31/37", "31/37", 31, 37, "ratio"),
    ("6 of the 10 indicators improved", "6 of the 10", 6, 10, "ratio"),
    ("eight out of ten people", "eight out of ten", 8, 10, "ratio"),
    ("Aldermere is 31st out of 38 councils", "31st out of 38", 31, 38, "rank"),
    ("is placed 14 out of 16 similar councils", "14 out of 16", 14, 16, "rank"),
    ("eighth out of twelve", "eighth out of twelve", 8, 12, "rank"),
    ("a third of members", "a third", 33.33, None, "fraction"),
    ("three quarters of homes", "three quarters", 75, None, "fraction"),
    ("over half of the county", "half", 50, None, "fraction"),
]
NO_PAIRS = [
    "starts at 10:30",
    "the 2018/19 budget",
    "the second half of the year",
    "a third party",
    "24/7",
    "one in 2022",
    "a quarter of a century",
]


@pytest.mark.parametrize(("text", "raw", "value", "kind"), PRINTED)
def test_numbers_are_read_in_base_units(text: str, raw: str, value: float, kind: str) -> None:
    """A number is read with its signs, scale and kind, in base units."""
    found = next(numbers(text))
    assert (text[found.start : found.end], found.value, found.kind) == (raw, value, kind)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_glued_or_dotted_is_no_number(text: str) -> None:
    """References, postcodes, ordinals, clock times and years with a stroke are left alone."""
    assert list(numbers(text)) == []


@pytest.mark.parametrize(("text", "value"), CELLS)
def test_cells_are_read_whole(text: str, value: float) -> None:
    """Brackets, leading and trailing minus signs make a cell negative."""
    found = cell(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["-", "nil", "12 months", "240.50 (80%)", "Amber", "3 4"])
def test_cells_with_more_or_less_than_a_number_are_none(text: str) -> None:
    """A dash is nothing, and two numbers are not one."""
    assert cell(text) is None


@given(st.integers(-(10**9), 10**9))
def test_cells_read_back_what_was_printed(value: int) -> None:
    """An integer printed with commas, and brackets where negative, reads as itself."""
    printed = f"({-value:,})" if value < 0 else f"{value:,}"
    found = cell(printed)
    assert found is not None
    assert found.value == value


@given(st.text(max_size=60))
def test_numbers_stand_where_they_say(text: str) -> None:
    """Numbers come in order, without overlap, and each covers a figure or a number word of the text."""
    end = 0
    for found in numbers(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def test_words_and_ordinals_have_values() -> None:
    """Number words add up; ordinals are read in figures and words."""
    assert spoken("two thousand three hundred and four") == 2304
    assert (ordinal("40th"), ordinal("ninth"), ordinal("last")) == (40, 9, None)


@pytest.mark.parametrize(("text", "raw", "value", "of", "kind"), PAIRS)
def test_pairs_keep_what_they_are_out_of(text: str, raw: str, value: float, of: float | None, kind: str) -> None:
    """Ratios, places in an order and fractions are read as one thing."""
    found = next(pairs(text))
    assert (text[found.start : found.end], found.value, found.of, found.kind) == (raw, value, of, kind)


@pytest.mark.parametrize("text", NO_PAIRS)
def test_times_and_phrases_are_no_pairs(text: str) -> None:
    """Clock times, financial years and halves of a year are no shares."""
    assert list(pairs(text)) == []


@pytest.mark.parametrize(
    ("a", "b", "alike"), [(8.94, 8.49, True), (347, 341, True), (271.634, 271.436, True), (24.6, 246.6, False), (12, 15, False)]
)
def test_slips_of_the_pen_are_near(a: float, b: float, alike: bool) -> None:
    """One figure changed or two exchanged is a slip; another number of figures is not."""
    assert near(a, b) is alike
