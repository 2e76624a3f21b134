"""Standing wording is told by what it must say, in whatever words a body prints it."""

from __future__ import annotations

import pytest

from pipeline.split.standing import is_standing_heading, is_standing_wording

NOTICES = (
    "This meeting is being webcast live and will be available to view on the Council's website for twelve months.",
    "Please note that this meeting may be recorded and broadcast on the internet.",
    "Members of the public may film, photograph or record the open parts of the meeting; please tell the clerk beforehand.",
    "Recording and reporting of public meetings: anyone may report on meetings which are open to the public through social media.",
    "By entering the meeting room you are consenting to being filmed.",
    "By attending this meeting you agree to your image being broadcast.",
    "In the event of the fire alarm sounding, please leave the building by the nearest exit and gather at the assembly point.",
    "If the alarm sounds please vacate the building immediately following the instructions given by the Democratic Services Officer.",
    "Please do not use the lifts.",
    "There is no fire drill planned for today. In an emergency, leave by the nearest fire exit.",
    "This document can be made available in other formats, such as large print, Braille, audio or another language, on request.",
    "If you would like a copy of this agenda in an alternative format or language please contact Democratic Services.",
    "For a large print version of this agenda please telephone 01632 960100.",
    "Copies of this report are available in large print on request.",
    "Induction loop facilities are available in the council chamber.",
    "The building is accessible to wheelchair users and has a hearing loop.",
    "Members are reminded that they must declare any disclosable pecuniary interests in items on the agenda.",
    "Councillors must not take part in any discussion of, or vote on, a matter in which they have a disclosable pecuniary interest.",
    "A member with a prejudicial interest must withdraw from the meeting while the item is discussed.",
    "Members who are in arrears of council tax must declare this and not vote on any matter affecting the budget.",
    "To receive declarations of interest from Members in accordance with the Code of Conduct, including the nature of the "
    "interest and the item to which it relates.",
    "That under Section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the "
    "following item on the grounds that it involves the likely disclosure of exempt information as defined in Part 1 of Schedule "
    "12A of the Act.",
    "RESOLVED: That the public be excluded from the meeting because of the likely disclosure of exempt information as defined in "
    "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
    "That in terms of Section 50A(4) of the Local Government (Scotland) Act 1973 the public be excluded from the meeting.",
    "The agenda and reports are available on the Council's website at www.aldermere.example.",
    "Agendas, reports and minutes of all public meetings can be found on our website.",
    "The background papers used in the preparation of this report may be inspected at County Hall.",
    "Please switch your mobile phone to silent.",
    "All mobile telephones should be turned to silent.",
    "Members of the public are welcome to attend the meeting, and may ask questions provided notice is given.",
    "Any member of the public who wishes to ask a question must give notice in writing by noon three working days before the meeting.",
    "For further information about this agenda please contact Jane Ashby, Democratic Services Officer.",
    "Toilets are located on the ground floor.",
    "Parking is available at the rear of the building.",
    "Simultaneous translation from Welsh will be available at this meeting.",
    "You are welcome to speak in Welsh or English at this meeting.",
    "The Council welcomes correspondence in Welsh and English.",
    "Please be aware that this meeting will be live streamed and a recording kept in line with the Council's data protection policy.",
    "The local authority must have regard to the public sector equality duty under section 149 of the Equality Act 2010, which "
    "requires it to eliminate discrimination.",
    "In reaching its decision the Committee must have due regard to the need to eliminate unlawful discrimination, advance "
    "equality of opportunity and foster good relations.",
    "Ofsted is the Office for Standards in Education, Children's Services and Skills and regulates and inspects services for children.",
    "People expect to have care that is co-ordinated and works well together.",
    "The authority's commitment: we work in partnership so that care is joined up.",
    "© Crown copyright and database rights 2024 Ordnance Survey 100019535",
    "This agenda has been printed on recycled paper.",
    "Printed on paper from sustainable sources.",
)
NEWS = (
    "The Committee asked for the report on access to large print books in libraries, and how often they are borrowed.",
    "Members asked whether the fire alarm at Brantwold library had been repaired since the evacuation in June.",
    "The Council recorded 412 complaints and published them on its website.",
    "Councillor Okoro declared a disclosable pecuniary interest in item 7 as a director of Stowmere Homes and left the room.",
    "The new webcasting contract costs £42,000 a year and runs to 2027.",
    "Public questions rose from 12 to 31 in the year, and three of them were about parking.",
    "Officers will consult people who use Welsh on the parking scheme.",
    "The Council agreed to install hearing loops in all nine libraries by March 2026.",
    "The equality impact assessment found that older people would lose two bus routes.",
    "The lifts at County Hall will be replaced at a cost of £310,000.",
    "Mobile phones are to be given to all social workers by June.",
    "Filming of the drama at the Town Hall brought in £18,000.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_notices_are_known_in_any_wording(notice: str) -> None:
    """Recording, fire, formats, interests, exempt information, law and inspectors' standing words."""
    assert is_standing_wording(notice)


@pytest.mark.parametrize("sentence", NEWS)
def test_what_a_meeting_says_of_such_matters_is_no_notice(sentence: str) -> None:
    """The same subjects, as business."""
    assert not is_standing_wording(sentence)


@pytest.mark.parametrize("title", ["Emergency evacuation", "Filming and recording", "Large print and other formats", "Housekeeping"])
def test_headings_of_notices(title: str) -> None:
    """What stands under them is the same in every paper."""
    assert is_standing_heading(title)


@pytest.mark.parametrize("title", ["Recording of complaints", "Declarations of interest", "Health and safety", "Public participation"])
def test_headings_of_business(title: str) -> None:
    """Much may stand under them."""
    assert not is_standing_heading(title)


def test_a_line_within_business_makes_no_notice() -> None:
    """A passage is standing wording where a third of it is."""
    business = "The Committee considered the budget for home care at length. " * 4
    assert not is_standing_wording(f"{business}\nPlease switch your mobile phone to silent.")
