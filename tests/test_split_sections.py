"""Headings found among lines, their numbers, titles and levels."""

from __future__ import annotations

import pytest

from pipeline.model.structure import Structure
from tests.split_paper import structure

REPORT = """Adults and Communities Committee

Item No: 4

Report title: Supported Living Strategy

Date of meeting: 10 September 2024

Responsible Director: Joan Ferris, Director of Adult Care

Executive summary

We want more homes. They should be near shops.

Recommendations:

Members are asked to:

1. Agree the strategy
2. Note the risks

1. Background and Purpose

- 1.1 There are forty-six homes and they are full.
- 1.2 The plan says where others could stand.

1.3 Prevention and place

- 1.3.1 People should live well for longer, near those they know.

2. Proposal

2.1 **Where to build:** near the river and by the station, as the survey recommends.

Quality:

All homes are to be rated good.

3. Resource implications

3.1 Staff: None

3.2 IT: Not applicable

Officer Contact

If you have questions about matters in this paper, please get in touch with:

Officer name: Joan Ferris

Telephone no.: 01999 123456
"""

INSPECTION = """Aldermere County Council: local authority assessment

Assessment published: 3 June 2025

About Aldermere County Council

Demographics

The county lies by the sea and many of its people are old.

Quality statement scores

Assessing needs

Score: 2

Safeguarding

Score: 3

Theme 1: How it works with people

This theme includes these quality statements:

- Assessing needs

Assessing needs

Score: 2

2 - Evidence shows shortfalls in places

What people expect

I have care that is joined up.

Key findings for this quality statement

Timeliness of assessments

People waited for three weeks. Staff kept a list.
"""


def outline(paper: Structure) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.title) for section in paper.sections]


def test_a_reports_outline_is_its_numbers_and_its_named_sections() -> None:
    """Numbered paragraphs and numbered lists are no headings; a title before a colon is one."""
    assert outline(structure(REPORT)) == [
        (1, "4", "Supported Living Strategy"),
        (2, None, "Executive summary"),
        (2, None, "Recommendations"),
        (2, "1", "Background and Purpose"),
        (3, "1.3", "Prevention and place"),
        (2, "2", "Proposal"),
        (3, "2.1", "Where to build"),
        (3, None, "Quality"),
        (2, "3", "Resource implications"),
        (3, "3.1", "Staff"),
        (3, "3.2", "IT"),
        (2, None, "Officer Contact"),
    ]


def test_an_inspection_has_themes_statements_and_topics() -> None:
    """The list of scores is no outline; what is the same in every report is marked."""
    paper = structure(INSPECTION)
    assert outline(paper) == [
        (1, None, "Aldermere County Council: local authority assessment"),
        (1, None, "About Aldermere County Council"),
        (2, None, "Demographics"),
        (2, None, "Quality statement scores"),
        (1, None, "Theme 1: How it works with people"),
        (2, None, "Assessing needs"),
        (3, None, "What people expect"),
        (3, None, "Key findings for this quality statement"),
        (3, None, "Timeliness of assessments"),
    ]
    assert [section.title for section in paper.sections if section.boilerplate] == [
        "What people expect",
        "Key findings for this quality statement",
    ]


def test_parents_are_the_nearest_headings_above() -> None:
    """Each section hangs on the last one of a lower level."""
    paper = structure(REPORT)
    above = {section.title: paper.sections[section.parent].title for section in paper.sections if section.parent is not None}
    assert above["Prevention and place"] == "Background and Purpose"
    assert above["Background and Purpose"] == "Supported Living Strategy"


@pytest.mark.parametrize(
    "line",
    [
        "Cllr Harriet Quayle (Chair)",
        "Mr D Banerji",
        "Page 47",
        "12 March 2024",
        "March 2024",
        "joan.ferris@aldermere.gov.uk",
        "Director of Adult Care",
        "Joan Ferris, Director of Adult Care",
        "Source: the council's own figures",
        "£14.7m",
        "221 people on the list",
        "None identified",
        "We will work with partners to",
        "The homes that we build are for people who need care and they are near shops",
        "“I can get help when I need it”",
        "(Taken from the plan of 2019)",
        "All figures in £m",
        "Report by the Director of Adult Care",
        "Read more about help at home",
        "Visit the carers' website",
    ],
)
def test_short_lines_that_are_no_titles(line: str) -> None:
    """Names, dates, values, posts, quotations and broken sentences head nothing."""
    paper = structure(f"A note on homes\n\nFirst words of a paragraph.\n\n{line}\n\nThe homes are near shops. They are warm.\n")
    assert line.casefold() not in {section.title.casefold() for section in paper.sections[1:]}


@pytest.mark.parametrize(
    "line",
    [
        "Challenges",
        "What we will do next",
        "How will we achieve this?",
        "Supply and demand",
        "Objective 2: Providing services, information and buildings that everyone can find, enter, understand and use as they wish",
        "Let's get digital!",
        "Buses are a lifeline for our villages",
    ],
)
def test_titles_without_mark_up(line: str) -> None:
    """A short line that stands alone over a paragraph heads it."""
    paper = structure(f"A note on homes\n\nFirst words of a paragraph.\n\n{line}\n\nThe homes are near shops. They are warm.\n")
    assert line in {section.title for section in paper.sections}


def test_a_lead_in_is_no_heading_and_its_list_no_outline() -> None:
    """A line that ends with a colon and a verb introduces a list."""
    paper = structure("A note on homes\n\nOur vision\n\nWe want to:\n\n1. Build\n2. Mend\n3. Paint\n\nOur aims are:\n\n- warmth\n")
    assert outline(paper) == [(1, None, "A note on homes"), (2, None, "Our vision")]


def test_the_list_of_contents_gives_the_levels() -> None:
    """Its entries are sections, what it leaves out stands within; its own lines are no headings."""
    text = "\n\n".join(
        [
            "Homes strategy",
            "Contents",
            "Foreword",
            "Demand",
            "Supply",
            "Measures",
            "Foreword",
            "Words of welcome are said here.",
            "Demand",
            "Many people wait.",
            "Older people",
            "They wait longest.",
            "Supply",
            "There are forty homes.",
            "Measures",
            "We count them.",
        ]
    )
    assert outline(structure(text)) == [
        (1, None, "Homes strategy"),
        (2, None, "Contents"),
        (2, None, "Foreword"),
        (2, None, "Demand"),
        (3, None, "Older people"),
        (2, None, "Supply"),
        (2, None, "Measures"),
    ]


def test_a_chapter_is_a_title_directly_over_another() -> None:
    """Where nothing else tells, adjacent titles are chapter and section, and repeated ones are sections."""
    text = "\n\n".join(
        [
            "Market statement",
            "Home care",
            "Challenges",
            "Few carers drive.",
            "Key data",
            "There are nine firms.",
            "Day services",
            "Challenges",
            "Buses are few.",
            "Key data",
            "There are three.",
        ]
    )
    assert [(level, title) for level, _, title in outline(structure(text))[1:]] == [
        (2, "Home care"),
        (3, "Challenges"),
        (3, "Key data"),
        (2, "Day services"),
        (3, "Challenges"),
        (3, "Key data"),
    ]


def levels_of(*lines: str) -> list[tuple[int, str]]:
    """Levels and titles below the part's own."""
    return [(level, title) for level, _, title in outline(structure("\n\n".join(lines)))[1:]]


def test_a_list_of_contents_may_shorten_a_title_and_leave_out_the_end() -> None:
    """An entry of three words and more is the beginning of its chapter's title; an appendix that it leaves out stands beside."""
    names = ("Homes for older people", "Making things happen", "Working with builders", "Counting what counts")
    listed = ("Homes strategy", "Contents", "Foreword", *names, "Foreword", "Words of welcome are said here.")
    chapters = [line for name in names for line in (f"{name} in Aldermere", f"Words about {name.lower()} are said here.")]
    assert levels_of(*listed, *chapters, "Appendix A: Method", "It was counted twice.") == [
        (2, "Contents"),
        (2, "Foreword"),
        *((2, f"{name} in Aldermere") for name in names),
        (2, "Appendix A: Method"),
    ]


def test_nothing_stands_beside_a_section_whose_numbers_go_on_around_it() -> None:
    """A title over another between 2.1 and 2.2 is within section 2."""
    found = outline(
        structure(
            "\n\n".join(
                [
                    "Aldermere County Council",
                    "Adult Care Scrutiny Committee",
                    "Savings report",
                    "Report by the Director of Adult Care",
                    "1. Purpose",
                    "Savings are due.",
                    "2. Progress",
                    "2.1 Home care",
                    "It is cheaper now by far.",
                    "Savings as a share of need",
                    "Savings by service",
                    "Home care saved the most of all.",
                    "2.2 Day services",
                    "They cost the same.",
                    "3. Conclusion",
                    "All is well.",
                ]
            )
        )
    )
    assert [(level, number) for level, number, title in found if title.startswith(("Savings as", "Savings by", "Day services"))] == [
        (3, None),
        (3, None),
        (3, "2.2"),
    ]


def test_chapters_of_one_family_hold_what_stands_between_them() -> None:
    """Between "Market analysis – Home care" and its like a title over another is no chapter."""
    paper = ["Market statement"]
    for service in ("Home care", "Housing", "Day services"):
        paper += [f"Market analysis – {service}", "Challenges", "They are many."]
        paper += ["Supported living", "Supply", "There is little of it."] if service == "Housing" else []
    assert [level for level, title in levels_of(*paper) if title == "Supported living"] == [3]


def test_a_chapter_holds_the_sections_that_its_title_names() -> None:
    """ "Benchmarking" is within "Benchmarking and insight", although another title follows it at once."""
    found = levels_of("A statement", "Benchmarking and insight", "Costs", "They rise.", "Benchmarking", "New requests", "They rise too.")
    assert found == [(2, "Benchmarking and insight"), (3, "Costs"), (3, "Benchmarking"), (3, "New requests")]


def test_minutes_number_on_from_meeting_to_meeting() -> None:
    """Minutes 283 and 284 are items; the numbered paragraphs within them are not."""
    paper = structure(
        "MINUTES of a meeting of the Cabinet held on Thursday, 9 January 2025\n\nPRESENT: Mr Pruett\n\n**283. Apologies**\n\nNone.\n\n"
        "**284. Bridges**\n\n1. The Leader spoke of the bridges at length.\n\n2. RESOLVED that they be painted.\n\n**285. "
        "Roads**\n\nNoted.\n"
    )
    assert [section.number for section in paper.sections] == [None, "283", "284", "285"]


def test_a_numbered_paragraph_goes_back_to_its_section_from_under_a_caption() -> None:
    """3.2 stands in section 3, whatever table stands above it."""
    paper = structure(
        "Report title: Homes\n\nDate of meeting: 1 May 2024\n\n3. The programme\n\n3.1 It is long and it is wide, as the table shows.\n\n"
        "Table 1: Sites\n\nSite\tHomes\nMill Lane\t12\nVale\t9\n\n3.2 They are near shops and near the river.\n"
    )
    last = paper.paragraphs[-1]
    assert last.section is not None
    assert paper.sections[last.section].title == "The programme"
