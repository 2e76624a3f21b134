"""Numbers and markers before a paragraph."""

from __future__ import annotations

import pytest

from pipeline.split.numbering import depth, key, numbering, within


@pytest.mark.parametrize(
    ("text", "number", "marker", "dash", "body"),
    [
        ("8.3 The Committee", "8.3", None, None, "The Committee"),
        ("- 7.1 The Director", "7.1", None, "-", "The Director"),
        ("11.2.10 Some members", "11.2.10", None, None, "Some members"),
        ("2.8.5. The budget", "2.8.5", None, None, "The budget"),
        ("1.2The report", "1.2", None, None, "The report"),
        ("1a.1 The Chair", "1a.1", None, None, "The Chair"),
        ("12. Forward Plan", "12", None, None, "Forward Plan"),
        ("283. Apologies", "283", None, None, "Apologies"),
        ("8 Next Steps", "8", None, None, "Next Steps"),
        ("23/145 Declarations of interest", "23/145", None, None, "Declarations of interest"),
        ("Item 7. Roads", "7", None, None, "Roads"),
        ("Agenda item 12 – Bridges", "12", None, None, "Bridges"),
        ("3 | Revenue", "3", None, None, "Revenue"),
        ("- a) Note the report", None, "a)", "-", "Note the report"),
        ("(iv) the fourth", None, "(iv)", None, "the fourth"),
        ("ii. the second", None, "ii.", None, "the second"),
        ("4 (b) Agree", "4", "(b)", None, "Agree"),
        ("• A bullet", None, None, "•", "A bullet"),
        ("• 73", None, None, "•", "73"),
        ("13.3", "13.3", None, None, ""),
        ("2 Weir Street", None, None, None, "2 Weir Street"),
        ("22 Weir Street, Stowmere: a new shop", None, None, None, "22 Weir Street, Stowmere: a new shop"),
        ("2. Weir Street", "2", None, None, "Weir Street"),
        ("CAB/24/45 Day services", "CAB/24/45", None, None, "Day services"),
        ("Minute 24/107 Planning", "24/107", None, None, "Planning"),
        ("Min. No. 17: Finance", "17", None, None, "Finance"),
        ("4.0 Consultation", "4.0", None, None, "Consultation"),
    ],
)
def test_what_stands_before_the_words_is_read(text: str, number: str | None, marker: str | None, dash: str | None, body: str) -> None:
    """Paragraph number, list marker and bullet, each apart."""
    found = numbering(text)
    assert (found.number, found.marker, found.dash, text[found.body :]) == (number, marker, dash, body)


@pytest.mark.parametrize(
    "text",
    [
        "14 May 2018 was fine",
        "10.30 am The meeting began",
        "1.2 million people",
        "221 people waited",
        "2018/19 Budget",
        "J. Pruett spoke",
        "A. B. Quayle",
        "97.34 posts were vacant",
        "500 Homes in Vale were built",
        "Minute 24/107 refers",
        "FY/2023/24 Budget",
    ],
)
def test_dates_times_quantities_and_initials_are_no_numbers(text: str) -> None:
    """What only looks like a number stays in the words."""
    assert numbering(text).body == 0


def test_numbers_compare_by_their_parts() -> None:
    """8.10 comes after 8.9, and a minute's number leaves its year out."""
    assert key("8.10") > key("8.9")
    assert key("23/145") == key("145/2023") == (145,)
    assert key("CAB/24/45") == key("PC/2024/045") == key("PCP 45/24") == (45,)


def test_a_nought_makes_a_number_no_deeper() -> None:
    """ "4.0" stands where "4" would, above 4.1."""
    assert depth("4.0") == depth("4") == depth("CAB/24/45") == 1
    assert depth("4.10") == 2
    assert within("4.0") == "4"
