"""A file divided into parts: packs, minutes, reports with appendices, single papers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kinds import divide
from pipeline.model.structure import Part
from tests.split_paper import document

PROGRAMME = """Aldermere County Council

Adult Care Scrutiny Committee

14 January 2025

Work Programme

Report of the Head of Democratic Services

1. Summary

1.1 This report asks the Committee to agree its work programme, which is at Appendix A.

2. Recommendation

2.1 That the Committee agrees the work programme and notes the rules of debate.

Background papers: none

Appendix A: Work programme 2025

Meeting date\tItem\tLead officer\tPurpose
11 March 2025\tHome care\tJ Perrin\tTo scrutinise waits
13 May 2025\tRespite\tK Odell\tTo review

The Committee will review this plan at each meeting.

Appendix B: Rules of debate

Members speak once.
"""

PACK = """Adults and Communities Committee

Date: **Tuesday, 10 September 2024**

Time: **10:00**

Venue: **Shire House, Thornwick**

Membership

Cllr Harriet Quayle (Chair)

A g e n d a

1. To receive apologies

2. Minutes

To confirm the minutes of the meeting of 5 March 2024

3. Declarations of Interest

4. Adult Care Finance Monitoring, Period 4 **Page 9**

A report by the Director of Adult Care

5. Supported Living Strategy **Page 14**

A report by the Director of Adult Care

Date agenda published: 2 September 2024



Adults and Communities Committee

**Minutes of the Meeting Held on Tuesday, 5 March 2024 at 10am in Shire House**

Present:

Cllr Harriet Quayle (Chair)

1. Apologies

- 1.1 None were received.

2. Update

- 2.1 A presentation was given; see Appendix A. Questions are at Appendix B.

The meeting closed at 11.40am

**Cllr Harriet Quayle, Chair**



Homes we built

- Six in Thornwick
- Nine in Vale

Adults and Communities Committee

5 March 2024

Item 5; public questions

Question from a resident:

When will the bridge open?

Response from the Chair:

In May.

Supplementary question:

Which May?



Adults and Communities Committee

Item No: 4

Report title: Adult Care Finance Monitoring, Period 4

Date of meeting: 11 September 2024

Responsible Director: Joan Ferris, Director of Adult Care

Executive summary

The forecast is an overspend of £2.310m. It is set out in two appendices.

Appendix A – Forecast for each service (Page 12)

Appendix B – Reserves and provisions (Page 13)

If you need this report in large print, audio or Braille please contact us.

Forecast for each service at Period 4

All services are within budget but one.

Roads cost more.

Libraries cost less.

Adult Care reserves and provisions

Reserves stand at £9.1m.

They were higher.

They will be lower.

Adults and Communities Committee

Item No:

Report title: Supported Living Strategy

Responsible Director: Joan Ferris

Recommendations

To agree the strategy.
"""


def parts_of(text: str, name: str = "paper.txt") -> tuple[Part, ...]:
    return divide(document(text, name))


def test_a_pack_is_divided_into_its_papers() -> None:
    """Cover, agenda, minutes with what is appended to them, reports with their appendices."""
    assert [(part.kind, part.title) for part in parts_of(PACK)] == [
        ("cover", "Adults and Communities Committee"),
        ("agenda", "Agenda"),
        ("minutes", "Minutes of the Meeting Held on Tuesday, 5 March 2024"),
        ("appendix", "Homes we built"),
        ("public_questions", "Item 5; public questions"),
        ("report", "Adult Care Finance Monitoring, Period 4"),
        ("appendix", "Forecast for each service at Period 4"),
        ("appendix", "Adult Care reserves and provisions"),
        ("report", "Supported Living Strategy"),
    ]


def test_minutes_keep_their_own_date_and_reports_have_the_meetings() -> None:
    """A report's own misprinted date does not move it to another meeting; what is appended to minutes is of their meeting."""
    dates = {part.title: part.meeting_date for part in parts_of(PACK)}
    assert dates["Minutes of the Meeting Held on Tuesday, 5 March 2024"] == "2024-03-05"
    assert dates["Homes we built"] == "2024-03-05"
    assert dates["Adult Care Finance Monitoring, Period 4"] == "2024-09-10"
    assert {part.committee for part in parts_of(PACK)} == {"Adults and Communities Committee"}


def test_reports_know_their_agenda_item_and_appendices_their_label_and_paper() -> None:
    """By the number in the header, or by the title in the agenda; labels from the report's list or from the minutes."""
    found = parts_of(PACK)
    assert [part.item for part in found if part.kind == "report"] == ["4", "5"]
    assert [(part.label, found[part.within].kind) for part in found if part.within is not None] == [
        ("Appendix A", "minutes"),
        ("Appendix B", "minutes"),
        ("Appendix A", "report"),
        ("Appendix B", "report"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "ALDERMERE COUNTY COUNCIL – RECORD OF DECISION\n\nDecision taken by: Cabinet Member for Roads\n\nDecision: to "
            "resurface Mill Lane",
            "decision_record",
        ),
        (
            "Inspection of Aldermere local authority children’s services\n\nInspection dates: 11 to 22 May 2026\n\nLead inspector: "
            "A. Nother HMI\n\nGood",
            "inspection",
        ),
        (
            "Aldermere County Council: local authority assessment\n\nAssessment published: 3 June 2025\n\nOverall "
            "summary\n\nRequires improvement",
            "inspection",
        ),
        ("Toggle mobile menu visibility\n\nHome care\n\nWe help people at home.", "web"),
        ("APPENDIX 2\n\nRisk register\n\nFlooding is likely.", "appendix"),
        ("Forward Work Programme\n\nNothing is planned.", "forward_plan"),
        ("A note on bridges\n\nThere are nine.", "other"),
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF\nTHE MUNICIPAL DISTRICT OF THORNWICK HELD IN THE HALL\nON MONDAY, 11TH APRIL, "
            "2016\n\nMEMBERS PRESENT:\n\nCouncillors Quayle and Pruett",
            "minutes",
        ),
        (
            "NETHER THORNWICK PARISH COUNCIL\n\nMembers are hereby summoned to a meeting on 10 October 2018\n\n1. APOLOGIES FOR "
            "ABSENCE\n\n2. FINANCE",
            "agenda",
        ),
    ],
)
def test_a_file_that_is_one_paper_is_one_part(text: str, kind: str) -> None:
    """Its head says what it is."""
    assert [part.kind for part in parts_of(text)] == [kind]


def test_a_file_of_appendices_is_divided_at_their_labels() -> None:
    """Labels at the tops of pages; the same label again is a running header."""
    pages = "Appendix 1 – Savings\n\nOne.\fAppendix 1 – Savings\n\nTwo.\fAppendix 2: Reserves\n\nThree."
    assert [(part.label, part.title) for part in parts_of(pages)] == [("Appendix 1", "Savings"), ("Appendix 2", "Reserves")]


def test_what_the_sidecar_states_of_the_council_wins() -> None:
    """A paper that names another council is still the stated one's."""
    made = document("Planning Committee\n\nAldermere County Council objected.")
    stated = made.source.__class__(made.source.path, made.source.name, "0" * 64, 1, {"council": "Vale District Council"})
    assert divide(made.__class__(stated, made.text, made.pages, made.blocks, made.reader, made.media))[0].council == "Vale District Council"


def test_a_list_of_appendices_or_a_mention_divides_nothing() -> None:
    """Only a label that stands over its own text begins a part."""
    text = PACK.replace("It is set out in two appendices.", "Appendix A shows the forecast.\n\nAppendix B shows reserves.")
    assert len(parts_of(text)) == len(parts_of(PACK))


LINE = st.sampled_from(
    [
        "Agenda",
        "1. Apologies",
        "2. Minutes",
        "Minutes of the Meeting Held on 5 March 2024",
        "Present:",
        "Appendix A",
        "Report title: Roads",
        "Date of meeting: 1 May 2024",
        "The meeting closed at noon",
        "Text.",
        "",
        "a\tb",
        "\f",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=30))
def test_parts_tile_the_document(lines: list[str]) -> None:
    """They begin at 0, end at the text's end, and leave no gap."""
    made = document("\n".join(lines))
    found = divide(made)
    assert found[0].start == 0
    assert found[-1].end == len(made.text)
    assert all(a.end == b.start for a, b in pairwise(found))
    assert [part.index for part in found] == list(range(len(found)))


def test_a_work_programme_appended_to_a_report_is_part_of_that_report():
    """The plan keeps its kind and its label, and hangs on the report above it."""
    parts = divide(document(PROGRAMME, "report.docx"))
    assert [(part.kind, part.title, part.label, part.within) for part in parts] == [
        ("report", "Work Programme", None, None),
        ("forward_plan", "Work programme 2025", "Appendix A", 0),
        ("appendix", "Rules of debate", "Appendix B", 0),
    ]


def test_minutes_whose_place_stands_before_the_date_keep_both_in_their_title():
    """Without the date a heading that names no body would say nothing."""
    heading = "Minutes of a meeting held in the Assembly Room of the Town Hall, Market Place, Stowmere on Tuesday 14 January 2025"
    text = f"STOWMERE TOWN COUNCIL\n\n{heading} at 7.00 pm\n\nPresent: Councillors R Ashby and M Okoro\n\n1. Apologies\n\nNone."
    assert [part.title for part in divide(document(text))] == [heading]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("1 High Street, Stowmere: change of use", "1 High Street, Stowmere: change of use"),
        ("Aldermere and Brantwold\n\nFire and Rescue Authority\n\nAnnual Statement of Assurance", "Annual Statement of Assurance"),
    ],
)
def test_a_title_is_neither_taken_for_a_section_nor_the_letterhead_for_it(head: str, title: str):
    """A house's number is no section's, and an authority's name over two lines is no title."""
    assert [part.title for part in divide(document(f"{head}\n\nThe house was a shop until 2019."))] == [title]
