"""Inspection reports about invented bodies, as each inspectorate prints them, with what a reader finds in them."""

from __future__ import annotations

from typing import NamedTuple


class Printed(NamedTuple):
    """A report's first pages and its judgements: statement and score."""

    name: str
    inspector: str
    authority: str | None
    published: str | None
    overall: str | None
    judgements: dict[str, int | str | None]
    text: str


REPORTS = (
    Printed(
        "cqc_old_provider", "CQC", "Stowmere Lodge", "2018-05-14", "Requires improvement",
        {"Safe": "Requires improvement", "Effective": "Good", "Caring": "Good", "Responsive": "Good", "Well-led": "Requires improvement"},
        """Stowmere Lodge
Inspection report
Aldermere Care Limited
Date of inspection visit: 6 March 2018
Date of publication: 14 May 2018
Ratings
Overall rating for this service Requires Improvement
Is the service safe? Requires Improvement
Is the service effective? Good
Is the service caring? Good
Is the service responsive? Good
Is the service well-led? Requires Improvement
Overall summary
The service is good at keeping in touch with families.""",
    ),
    Printed(
        "cqc_hospital_location", "CQC", "Aldermere Infirmary", "2017-10-03", "Good",
        {"Safe": "Requires improvement", "Effective": "Good", "Caring": "Outstanding", "Responsive": "Good", "Well-led": "Good"},
        """Aldermere Infirmary
Quality Report
Date of publication: 3 October 2017
Ratings
Overall rating for this location
Good
Are services safe?
Requires improvement
Are services effective?
Good
Are services caring?
Outstanding
Are services responsive?
Good
Are services well-led?
Good""",
    ),
    Printed(
        "cqc_not_rated", "CQC", "Brantwold Home Care", "2022-02-09", "Inspected but not rated",
        {"Safe": "Inspected but not rated", "Well-led": "Insufficient evidence to rate"},
        """Brantwold Home Care
Inspection report
Date of publication: 09 February 2022
Ratings
Overall rating for this service Inspected but not rated
Is the service safe? Inspected but not rated
Is the service well-led? Insufficient evidence to rate""",
    ),
    Printed(
        "cqc_single_assessment", "CQC", "Hollin Court", "2025-06-20", "Good",
        {"Safe": "Good", "Effective": "Good", "Caring": "Good", "Responsive": "Outstanding", "Well-led": "Good",
         "Learning culture": 3, "Safe systems, pathways and transitions": 3, "Safeguarding": 3, "Involving people to manage risks": 2},
        """Hollin Court
Care Quality Commission
Assessment report published: 20 June 2025
Overall rating: Good
Safe: Good
Effective: Good
Caring: Good
Responsive: Outstanding
Well-led: Good
Safe
Rating: Good
Percentage score: 69.00 %
Learning culture
Score: 3
3 - Evidence shows a good standard
Safe systems, pathways and transitions
Score: 3
Safeguarding
Score: 3
Involving people to manage risks
Score: 2""",
    ),
    Printed(
        "ofsted_focused_visit", "Ofsted", "Aldermere", None, None,
        {"Focused visit: arrangements for care leavers aged 18 to 25": None},
        """14 May 2024
Ruth Ashdown
Director of Children's Services, Aldermere County Council
Dear Ms Ashdown
Focused visit to Aldermere children’s services
This letter summarises the findings of the focused visit on 16 and 17 April 2024.
Inspectors looked at the local authority’s arrangements for care leavers
aged 18 to 25. They read files and met young people.
Headline findings
Support is good and leaders know what requires improvement.""",
    ),
    Printed(
        "ofsted_monitoring_visit", "Ofsted", "Stowmere", None, None,
        {"Monitoring visit: arrangements for children in need of protection": None},
        """Monitoring visit of Stowmere local authority children’s services
This letter summarises the findings of the monitoring visit, the third so far.
Areas covered by this visit
Inspectors reviewed the local authority's arrangements for children in need of protection.""",
    ),
    Printed(
        "send_2024", "Ofsted and CQC", "Aldermere", None, "inconsistent experiences and outcomes",
        {"Arrangements for children and young people with SEND": "inconsistent experiences and outcomes"},
        """Area SEND inspection of Aldermere Local Area Partnership
Inspection dates: 4 to 8 March 2024
Inspection outcome
The local area partnership’s arrangements lead to inconsistent experiences
and outcomes for children and young people with special needs. The partnership should work jointly to improve.""",
    ),
    Printed(
        "send_letter_2018", "Ofsted and CQC", "Aldermere", None, "written statement of action required",
        {"Arrangements for children and young people with SEND": "written statement of action required"},
        """Joint local area SEND inspection in Aldermere
Between 5 February 2018 and 9 February 2018, inspectors visited Aldermere.
Her Majesty’s Chief Inspector has determined that a Written Statement of Action
is required because of significant areas of weakness in the local area.""",
    ),
    Printed(
        "school_2023", "Ofsted", "Hollin Lane Primary School", None, "Good",
        {"Overall effectiveness": "Good", "The quality of education": "Good", "Behaviour and attitudes": "Outstanding",
         "Personal development": "Good", "Leadership and management": "Good", "Early years provision": "Requires improvement"},
        """Inspection of Hollin Lane Primary School
Hollin Lane, Stowmere, Aldermere AL2 4QQ
Inspection dates: 7 and 8 March 2023
Overall effectiveness
Good
The quality of education Good
Behaviour and attitudes Outstanding
Personal development Good
Leadership and management Good
Early years provision Requires improvement
Previous inspection grade Good
What is it like to attend this school?
Pupils say that leadership and management are good at listening.""",
    ),
    Printed(
        "school_2014", "Ofsted", None, None, "Good",
        {"Overall effectiveness": "Good", "Achievement of pupils": "Good", "Quality of teaching": "Good",
         "Behaviour and safety of pupils": "Outstanding", "Leadership and management": "Good"},
        """School report
Inspection dates 11–12 February 2014
Overall effectiveness
Previous inspection: Satisfactory 3
This inspection: Good 2
Achievement of pupils Good 2
Quality of teaching Good 2
Behaviour and safety of pupils Outstanding 1
Leadership and management Good 2
Summary of key findings for parents and pupils""",
    ),
    Printed(
        "school_report_card", "Ofsted", "Brantwold Academy", None, None,
        {"Achievement": "Expected standard", "Attendance and behaviour": "Strong standard", "Curriculum and teaching": "Expected standard",
         "Inclusion": "Exceptional", "Leadership and governance": "Strong standard",
         "Personal development and well-being": "Needs attention",
         "Safeguarding standards": "Met"},
        """Brantwold Academy
Inspection report card
Date of inspection: 18 November 2025
Safeguarding standards: Met
Achievement Expected standard
Attendance and behaviour
Strong standard
Curriculum and teaching Expected standard
Inclusion Exceptional
Leadership and governance Strong standard
Personal development and well-being Needs attention""",
    ),
    Printed(
        "nursery_report_card", "Ofsted", "Little Alders Nursery", None, None,
        {"Safeguarding": "Not met", "Inclusion": "Expected standard", "Achievement": "Needs attention",
         "Behaviour, attitudes and establishing routines": "Urgent improvement", "Children’s welfare and well-being": "Expected standard"},
        """Little Alders Nursery
Early years report card
Safeguarding: Not met
Urgent improvement
Behaviour, attitudes and establishing routines
Needs attention
Achievement
Expected standard
Inclusion
Children’s welfare and well-being""",
    ),
    Printed(
        "childrens_home", "Ofsted", None, None, "Good",
        {"Overall experiences and progress of children and young people, taking into account": "Good",
         "How well children and young people are helped and protected": "Outstanding",
         "The effectiveness of leaders and managers": "Good"},
        """SC400001
Registered provider: Aldermere County Council
Full inspection
Inspection dates: 3 and 4 June 2025
Overall experiences and progress of children and young people, taking into account good
How well children and young people are helped and protected outstanding
The effectiveness of leaders and managers good""",
    ),
    Printed(
        "fire_2023", "HMICFRS", "Aldermere Fire and Rescue Service", "2023-01-20", None,
        {"Understanding the risk of fire and other emergencies": "Good", "Preventing fire and other risks": "Requires improvement",
         "Protecting the public through fire regulation": "Adequate", "Making best use of resources": "Good",
         "Ensuring fairness and promoting diversity": "Inadequate"},
        """Aldermere Fire and Rescue Service 2023–2025
Effectiveness, efficiency and people
An inspection of Aldermere Fire and Rescue Service
Published on: 20 January 2023
Understanding the risk of fire and other emergencies
Good
Aldermere Fire and Rescue Service is good at understanding risk.
Preventing fire and other risks
Requires improvement
Protecting the public through fire regulation
Adequate
Making best use of resources
Good
Ensuring fairness and promoting diversity
Inadequate""",
    ),
    Printed(
        "police_sentences", "HMICFRS", "Aldermere Police", None, None,
        {"Preventing crime": "Good", "Investigating crime": "Requires improvement", "Responding to the public": "Adequate",
         "Protecting vulnerable people": "Inadequate"},
        """PEEL 2023–2025
Police effectiveness, efficiency and legitimacy
An inspection of Aldermere Police
Our judgements
Aldermere Police is good at preventing crime.
Aldermere Police requires improvement at investigating crime.
The force is adequate at responding to the public.
The force is inadequate at protecting vulnerable people.""",
    ),
    Printed(
        "estyn_school", "Estyn", "Ysgol Gwern", None, None,
        {"Standards": "Good", "Wellbeing and attitudes to learning": "Excellent", "Teaching and learning experiences":
         "Adequate and needs improvement", "Care, support and guidance": "Good", "Leadership and management": "Good"},
        """A report on
Ysgol Gwern
Date of inspection: March 2019
by
Estyn, Her Majesty’s Inspectorate for Education and Training in Wales
Summary
Inspection area\tJudgement
Standards\tGood
Wellbeing and attitudes to learning\tExcellent
Teaching and learning experiences\tAdequate and needs improvement
Care, support and guidance\tGood
Leadership and management\tGood""",
    ),
    Printed(
        "estyn_authority", "Estyn", "Gwernfa Council", None, "Adequate",
        {"Overall judgement": "Adequate", "Capacity to improve": "Good", "Key question 1: How good are outcomes?": "Adequate",
         "Support for school improvement": "Unsatisfactory"},
        """A report on the quality of local authority
education services for children and young people in
Gwernfa Council
by
Estyn
Overall judgement: Adequate
Capacity to improve: Good
Key question 1: How good are outcomes? Adequate
Support for school improvement: Unsatisfactory""",
    ),
    Printed(
        "ciw_home", "Care Inspectorate Wales", "Gwernfa House", None, None,
        {"Well-being": "Good", "Care and Support": "Excellent", "Environment": "Needs improvement", "Leadership and Management": "Good"},
        """Inspection Report on Gwernfa House
Mae'r adroddiad hwn hefyd ar gael yn Gymraeg
Care Inspectorate Wales
Date of inspection: 12 May 2025
Ratings
Well-being Good
Care and Support Excellent
Environment Needs improvement
Leadership and Management Good""",
    ),
    Printed(
        "scottish_home", "Care Inspectorate", "Inverald House", None, None,
        {"How well do we support people's wellbeing?": 4, "How good is our leadership?": 3, "How good is our staff team?": 5,
         "1.3 People's health and wellbeing benefits from their care and support": 5},
        """Inverald House
Care Home Service
Service no: CS2003000001
Inspection report by the Care Inspectorate
Completed on: 6 June 2024
Evaluations
How well do we support people's wellbeing? 4 - Good
How good is our leadership? 3 - Adequate
How good is our staff team?
5 - Very Good
1.3 People's health and wellbeing benefits from their care and support 5 - Very Good""",
    ),
    Printed(
        "scottish_home_2015", "Care Inspectorate", "Inverald Day Centre", None, None,
        {"Quality of care and support": 5, "Quality of staffing": 4},
        """Inverald Day Centre
Care service inspection report
Support Service
Care Inspectorate
We gave the service these grades
Quality of care and support 5 Very Good
Quality of staffing 4 Good""",
    ),
    Printed(
        "scottish_school", "Education Scotland", "Inverald Primary School", None, None,
        {"Leadership of change": "Good", "Learning, teaching and assessment": "Satisfactory",
         "Ensuring wellbeing, equality and inclusion": "Very good", "Raising attainment and achievement": "Weak"},
        """Inverald Primary School
Summarised inspection findings
Education Scotland
Leadership of change good
Learning, teaching and assessment satisfactory
Ensuring wellbeing, equality and inclusion very good
Raising attainment and achievement weak""",
    ),
    Printed(
        "hiqa_centre", "HIQA", "Rathgarra Nursing Home", None, None,
        {"Regulation 15: Staffing": "Compliant", "Regulation 16: Training and staff development": "Substantially compliant",
         "Regulation 28: Fire precautions": "Not compliant"},
        """Report of an inspection of a Designated Centre for Older People
Issued by the Chief Inspector
Health Information and Quality Authority
Name of designated centre: Rathgarra Nursing Home
Date of inspection: 14 May 2024
Capacity and capability
Regulation 15: Staffing
There were enough staff.
Judgment: Compliant
Regulation 16: Training and staff development
Some training was out of date.
Judgment: Substantially compliant
Quality and safety
Regulation 28: Fire precautions
Judgment: Not compliant""",
    ),
    Printed(
        "hiqa_appendix", "HIQA", "Rathgarra Nursing Home", None, None,
        {"Regulation 15: Staffing": "Compliant", "Regulation 23: Governance and management": "Not compliant"},
        """Health Information and Quality Authority
Name of designated centre: Rathgarra Nursing Home
Capacity and capability
Regulation 15: Staffing\tCompliant
Regulation 23: Governance and management\tNot compliant""",
    ),
    Printed(
        "rqia_home", "RQIA", "Glenaldra Care Home", None, None,
        {"Area for improvement 1": "Met", "Area for improvement 2": "Partially met"},
        """Inspection Report
Name of Service: Glenaldra Care Home
The Regulation and Quality Improvement Authority
Areas for improvement from the last inspection
Area for improvement 1
Ref: Regulation 13 (1) (a)
Stated: First time
The registered person shall keep fire doors closed.
Validation of compliance: Met
Area for improvement 2
Ref: Standard 44
Validation of compliance: Partially met""",
    ),
    Printed(
        "rsh_council", "Regulator of Social Housing", "Aldermere Borough Council", "2025-07-30", None,
        {"Consumer": "C3"},
        """Regulatory Judgement
Landlord: Aldermere Borough Council (00XX)
Publication date: 30 July 2025
Regulator of Social Housing
Our judgement\tGrade\tChange\tDate of assessment
Consumer\tC3\tFirst grading\tJuly 2025
There are serious failings in the landlord delivering the outcomes of the consumer standards.""",
    ),
    Printed(
        "rsh_association", "Regulator of Social Housing", "Alder Homes Limited", "2024-11-27", None,
        {"Consumer": "C2", "Governance": "G1", "Viability": "V2"},
        """Alder Homes Limited (LH0000) - Regulatory Judgement
Published 27 November 2024
Applies to England
RSH
Consumer | C2 | Our judgement is that there are some weaknesses. | First grading
Governance | G1 | Our judgement is that the landlord meets our governance requirements. | Grading unchanged
Viability | V2 | Our judgement is that the landlord meets our viability requirements. | Grading unchanged""",
    ),
    Printed(
        "housing_ombudsman", "Housing Ombudsman", "Aldermere Borough Council", "2024-01-29", None,
        {"The landlord's handling of the resident's reports of damp": "Severe maladministration",
         "The landlord's complaint handling": "Service failure", "Its handling of rent": "No maladministration"},
        """REPORT
COMPLAINT 202299999
Aldermere Borough Council
29 January 2024
Our approach
The Housing Ombudsman’s approach to investigating and determining complaints is to decide what is fair.
The Ombudsman looks to see if there has been any ‘maladministration’.
Determination (decision)
In line with paragraph 52 of the Scheme, there was severe maladministration
in the landlord's handling of the resident's reports of damp.
In line with paragraph 52 of the Scheme, there was service failure in the landlord's complaint handling.
In line with paragraph 52 of the Scheme, there was no maladministration in respect of its handling of rent.""",
    ),
    Printed(
        "youth_justice", "HMI Probation", "Aldermere", None, "Requires improvement",
        {"Overall rating": "Requires improvement", "1.1 Governance and leadership": "Good", "1.2 Staff": "Good",
         "2.1 Assessing": "Inadequate"},
        """An inspection of youth justice services in Aldermere
HM Inspectorate of Probation, March 2024
Overall rating: Requires improvement
1.1 Governance and leadership Good
1.2 Staff Good
2.1 Assessing Inadequate""",
    ),
    Printed(
        "ico_audit", "ICO", "Aldermere County Council", None, None,
        {"Governance & Accountability": "Reasonable", "Records Management": "Limited"},
        """Aldermere County Council
Data protection audit report
Information Commissioner's Office
Audit scope area\tAssurance rating
Governance & Accountability\tReasonable
Records Management\tLimited""",
    ),
)  # fmt: skip

NO_REPORTS = {
    "a committee report about an inspection": """Aldermere County Council
Report to: Children and Families Committee
Report of the Director of Children's Services
Ofsted inspection of local authority children’s services
Purpose of report
To inform members that Overall effectiveness was judged to be
Good
Leadership and management
Good
The quality of education
Good""",
    "a committee report about a regulatory judgement": """Housing Scrutiny Panel
Report by: Head of Housing
Regulatory Judgement
The Regulator of Social Housing gave the council a C3 grading.
Wards affected: All""",
    "a table of schools": """Schools update
Inspection outcomes this term
School\tOverall effectiveness
Hollin Lane\tGood
Brantwold Academy\tRequires improvement""",
    "minutes of a talk on care homes": """Minutes of the Health Committee
Members asked about the Care Inspectorate.
Leadership was good. The environment
Good progress was made.""",
}
