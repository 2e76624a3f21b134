"""Inspectorates whose reports print what is graded beside its grade: how a report opens, what is graded, in which words.

A row for each form of report, written by hand from the inspectorates' published frameworks; statements and grades are regular
expressions, alternatives in the order in which they are tried (the longer one first).
"""

from __future__ import annotations

from typing import NamedTuple

FOUR = "Outstanding|Good|Requires\\s+improvement(?:\\s+to\\s+be\\s+good)?|Inadequate"
FOUR_SCALE = "outstanding, good, requires improvement, inadequate"
SIX = "Excellent|Outstanding|Very\\s+good|Good|Adequate|Satisfactory|Weak|Unsatisfactory"


class Framework(NamedTuple):
    """One form of report."""

    inspector: str
    opens: str
    """A line of the first page that only such a report prints."""
    statements: str
    """What is graded, at the start of a line."""
    grades: str
    scale: str
    overall: str = ""
    """The statement that is the rating of the whole."""
    named: str = ""
    """Who was inspected, as the group `name`; where blank, the title above the opening line."""
    themes: str = ""
    """Lines that stand above the statements of a theme."""
    verdict: str = ""
    """What stands before the grade where words stand between it and what is graded."""
    least: int = 2
    """Graded statements without which it is no such report."""


OFSTED_REPORT_CARD = Framework(
    "Ofsted",
    r"(?:(?:school|early\s+years|inspection)\s+report\s+card|report\s+card|how\s+(?:we|inspectors)\s+grade.*|"
    r"Exceptional|Strong\s+standard|Expected\s+standard|Needs\s+attention|Urgent\s+improvement"
    r"|.{3,60}(?:Strong\s+standard|Expected\s+standard|Needs\s+attention|Urgent\s+improvement|Exceptional))",
    r"Achievement|Attendance\s+and\s+behaviour|Behaviour,\s+attitudes\s+and\s+establishing\s+routines|Curriculum\s+and\s+teaching"
    r"|Curriculum,\s+teaching\s+and\s+training|Children[’']s\s+welfare\s+and\s+well-?being|Early\s+years(?:\s+in\s+schools)?|Inclusion"
    r"|Leadership\s+and\s+governance|Participation\s+and\s+development|Personal\s+development\s+and\s+well-?being"
    r"|Post-16\s+provision|Sixth\s+form(?:\s+in\s+schools)?|Contribution\s+to\s+meeting\s+skills\s+needs|Safeguarding(?:\s+standards)?",
    r"Exceptional|Strong\s+standard|Expected\s+standard|Needs\s+attention|Urgent\s+improvement|Not\s+met|Met",
    "exceptional, strong standard, expected standard, needs attention, urgent improvement; safeguarding met or not met",
    least=3,
)
OFSTED_PROVIDER = Framework(
    "Ofsted",
    r"(?:(?:short\s+)?inspection\s+of\s+.{3,80}|inspection\s+report:?.{0,80}|school\s+report|.{3,80}inspection\s+report"
    r"|inspection\s+(?:dates?|outcome)\b.{0,60}|full\s+inspection.{0,40}|early\s+years\s+provision)",
    r"Overall\s+effectiveness(?:\s+at\s+(?:the\s+)?previous\s+inspection)?|(?:The\s+)?quality\s+of\s+education|Behaviour\s+and\s+attitudes"
    r"|Personal\s+development(?:,\s+behaviour\s+and\s+welfare)?|(?:Effectiveness\s+of\s+|The\s+effectiveness\s+of\s+)?leadership\s+and"
    r"\s+management|(?:The\s+)?quality\s+of\s+teaching(?:,\s+learning\s+and\s+assessment)?|Achievement\s+of\s+pupils"
    r"|Behaviour\s+and\s+safety\s+of\s+pupils|Outcomes\s+for\s+(?:pupils|children(?:\s+and\s+learners)?|learners)"
    r"|Early\s+years\s+provision|Sixth[\s-]form\s+provision|16\s+to\s+19\s+study\s+programmes|Adult\s+learning\s+programmes"
    r"|Apprenticeships|(?:Provision|Education\s+programmes)\s+for\s+(?:learners|young\s+people)\s+(?:with\s+high\s+needs)?"
    r"|How\s+well\s+the\s+early\s+years\s+provision\s+meets\s+the\s+needs\s+of\s+(?:the\s+range\s+of\s+)?children(?:\s+who\s+attend)?"
    r"|The\s+contribution\s+of\s+the\s+early\s+years\s+provision\s+to\s+the\s+well-?being\s+of\s+children"
    r"|Overall\s+experiences\s+and\s+progress\s+of\s+children\s+and\s+young\s+people(?:,\s+taking\s+into\s+account)?"
    r"|How\s+well\s+children(?:\s+and\s+young\s+people)?\s+are\s+helped\s+and\s+protected|The\s+effectiveness\s+of\s+leaders\s+and\s+managers",
    FOUR,
    "outstanding, good, requires improvement, inadequate",
    overall=r"Overall\s+(?:effectiveness|experiences.*)",
    named=r"^\W*(?:(?:short\s+)?inspection\s+of\s+(?P<name>[^\n:]{3,80}?)\s*$|inspection\s+report\s+for\s+(?P<name2>[^\n:]{3,80}?)\s*$)",
    least=3,
)
HMICFRS = Framework(
    "HMICFRS",
    r"(?:PEEL\b.{0,90}|.{3,80}\b(?:fire\s+and\s+rescue\s+service|police|constabulary)(?:\s+(?:20\d\d|effectiveness|inspection).{0,80})?"
    r"|effectiveness,\s+efficiency\s+and\s+people.{0,60}|.{0,40}HMICFRS.{0,80}|fire\s+(?:&|and)\s+rescue\s+services?.{0,60})",
    r"Effectiveness|Efficiency|People|Legitimacy"
    r"|Understanding\s+(?:the\s+risk\s+of\s+)?fires?\s+and\s+other\s+(?:risks|emergencies)|Preventing\s+fires?\s+and\s+other\s+(?:risks|emergencies)"
    r"|Protecting\s+the\s+public\s+through\s+(?:the\s+)?(?:fire\s+regulation|regulation\s+of\s+fire\s+safety)"
    r"|Responding\s+to\s+(?:fires\s+and\s+other\s+emergencies|(?:national|major(?:\s+and\s+multi-agency)?)\s+(?:risks|incidents)|the\s+public)"
    r"|Making\s+(?:the\s+)?best\s+use\s+of\s+resources|(?:Making\s+the\s+(?:fire\s+and\s+rescue\s+)?service\s+affordable|Future\s+affordability).{0,40}?"
    r"|Promoting\s+(?:the\s+right\s+)?values\s+and\s+culture|Getting\s+the\s+right\s+people\s+with\s+the\s+right\s+skills"
    r"|Ensuring\s+fairness\s+and\s+promoting\s+diversity|Managing\s+performance\s+and\s+developing\s+leaders"
    r"|(?:Preventing|Investigating)\s+crime(?:\s+and\s+antisocial\s+behaviour)?|Preventing\s+and\s+deterring\s+crime[^\n]{0,80}?"
    r"|Recording\s+data\s+about\s+crime|Police\s+powers\s+and\s+(?:public\s+treatment|treating\s+the\s+public\s+fairly\s+and\s+respectfully)"
    r"|(?:Treatment\s+of\s+the\s+public)|Supporting\s+victims|Protecting\s+vulnerable\s+people|Managing\s+(?:offenders\s+and\s+suspects|offenders)"
    r"|Disrupting\s+serious\s+organised\s+crime|Building,\s+supporting\s+and\s+protecting\s+the\s+workforce|Developing\s+a\s+positive\s+workplace"
    r"|(?:Strategic\s+planning,\s+organisational\s+management\s+and\s+value\s+for\s+money|Good\s+use\s+of\s+resources)"
    r"|Leadership\s+and\s+force\s+management|Vetting,\s+professional\s+standards\s+and\s+counter-?corruption"
    r"|How\s+(?:effective|efficient)\s+is\s+the\s+(?:service|force|fire\s+and\s+rescue\s+service)\s+at\s+[^\n?]{5,110}\?"
    r"|How\s+well\s+does\s+the\s+(?:service|force|fire\s+and\s+rescue\s+service)\s+[^\n?]{5,110}\?",
    r"Outstanding|Good|Adequate|Requires\s+improvement|Inadequate",
    "outstanding, good, adequate (from 2021), requires improvement, inadequate",
    named=r"^\W*(?P<name>(?-i:[A-Z])[^\n:]{2,60}?(?:Fire\s+(?:and|&)\s+Rescue\s+(?:Service|Authority)|Police(?:\s+Service)?|Constabulary))\b",
    least=3,
)
ESTYN = Framework(
    "Estyn",
    r"(?:.{0,60}\bEstyn\b.{0,90}|a\s+report\s+on.{0,80}|a\s+report\s+on\s+the\s+quality\s+of.{0,80})",
    r"Standards|Outcomes|Well-?being(?:\s+and\s+attitudes\s+to\s+learning)?|Teaching\s+and\s+learning(?:\s+experiences)?|Education\s+services"
    r"|Care,\s+support\s+and\s+guidance|Leadership(?:\s+and\s+management)?|Learning(?:\s+experiences|\s+environment)?|Teaching|Provision"
    r"|Partnership\s+working|Resource\s+management|Improving\s+quality|(?:The\s+\w+[’']s\s+)?(?:Current\s+performance|Prospects\s+for"
    r"\s+improvement|Capacity\s+to\s+improve)|Key\s+question\s+\d:[^\n?]{5,60}\??|Overall\s+judgement|Support\s+for\s+school\s+improvement"
    r"|Support\s+for\s+additional\s+learning\s+needs|Promoting\s+social\s+inclusion\s+and\s+well-?being|Access\s+and\s+school\s+places",
    r"Excellent|Good|Adequate(?:\s+and\s+needs\s+improvement)?|Unsatisfactory(?:\s+and\s+needs\s+urgent\s+improvement)?",
    "excellent, good, adequate and needs improvement, unsatisfactory and needs urgent improvement",
    overall=r"Overall\s+judgement",
    named=r"a\s+report\s+on\s+(?:the\s+quality\s+of\s[\s\w]{0,120}\s(?:in|of)\s+|education\s+services\s+in\s+)?(?P<name>(?-i:[A-Z])[^\n]{2,70}?)\s*$",
)
CARE_INSPECTORATE_WALES = Framework(
    "Care Inspectorate Wales",
    r".{0,60}\b(?:Care\s+Inspectorate\s+Wales|Arolygiaeth\s+Gofal\s+Cymru|CIW)\b.{0,90}",
    r"Well-?being|Care\s+and\s+(?:support|development)|Leadership\s+and\s+management|Environment",
    r"Excellent|Good|Adequate|Needs\s+(?:significant\s+)?improvement|Poor",
    "excellent, good, needs improvement (adequate in childcare), poor",
    named=r"inspection\s+report\s+(?:on|for)\s+(?P<name>(?-i:[A-Z])[^\n]{2,70}?)\s*$",
)
CARE_INSPECTORATE = Framework(
    "Care Inspectorate",
    r"(?:.{0,60}\bCare\s+Inspectorate\b.{0,90}|service\s+no:?.{0,40}|.{3,60}\bcare\s+service.{0,20})",
    r"How\s+(?:well|good)\s+(?:do|is|are)\b[^\n?]{5,90}\?|Quality\s+of\s+(?:care(?:\s+and\s+support)?|care,\s+play\s+and\s+learning|(?:the\s+)?environment"
    r"|(?:the\s+)?staffing|(?:the\s+)?management(?:\s+and\s+leadership)?)|\d\.\d\s+(?-i:[A-Z])[^\n]{8,140}?",
    SIX,
    "6 excellent, 5 very good, 4 good, 3 adequate, 2 weak, 1 unsatisfactory",
    least=1,
)
EDUCATION_SCOTLAND = Framework(
    "Education Scotland",
    r".{0,80}(?:Education\s+Scotland|HM\s+Inspectors?|HMIE|summari[sz]ed\s+inspection\s+findings).{0,90}",
    r"(?:QI\s*)?(?:\d\.\d\s+)?(?:Leadership\s+(?:of\s+(?:change|learning)|and\s+management\s+of\s+\w+)|Learning,\s+teaching\s+and\s+assessment"
    r"|Ensuring\s+wellbeing,\s+equality\s+and\s+inclusion|Raising\s+attainment\s+and\s+achievement|Securing\s+children[’']s\s+progress"
    r"|Self-evaluation\s+for\s+self-improvement|Safeguarding\s+and\s+child\s+protection|Partnerships|Improvements\s+in\s+performance"
    r"|Learners[’']\s+experiences|Meeting\s+learning\s+needs|The\s+curriculum|Curriculum|Improvement\s+through\s+self-evaluation)",
    SIX,
    "excellent, very good, good, satisfactory, weak, unsatisfactory",
)
HMI_PROBATION = Framework(
    "HMI Probation",
    r".{0,80}(?:HM\s+Inspectorate\s+of\s+Probation|inspection\s+of\s+youth\s+(?:offending|justice)\s+services?).{0,90}",
    r"Overall\s+rating|\d\.\d\.?\s+(?-i:[A-Z])[a-z][^\n]{3,70}?|Resettlement(?:\s+policy\s+and\s+provision)?|Victims|Governance\s+and\s+leadership"
    r"|Partnerships\s+and\s+services|Staff(?:ing)?",
    FOUR,
    FOUR_SCALE,
    overall=r"Overall\s+rating",
    named=r"youth\s+(?:offending|justice)\s+services?\s+in\s+(?P<name>(?-i:[A-Z])[^\n]{2,60}?)\s*$",
)
HIQA = Framework(
    "HIQA",
    r".{0,80}(?:HIQA|Health\s+Information\s+and\s+Quality\s+Authority|name\s+of\s+designated\s+cent(?:re|er)|Office\s+of\s+the\s+Chief\s+Inspector).{0,90}",
    r"(?:Regulation\s+\d+(?-i:[A-Z])?|Standard\s+\d+(?:\.\d+)*|Outcome\s+\d+)\s*[:.–-]?\s*[^\n]{4,160}?",
    r"(?:Substantially|Partially|Not)\s+compliant|Non[\s-]compliant(?:\s*[-–]\s*\w+)?|Compliant",
    "compliant, substantially compliant, (partially compliant,) not compliant",
    named=r"name\s+of\s+(?:the\s+)?(?:designated\s+cent(?:re|er)|healthcare\s+service\s+provider|service\s+area|cent(?:re|er))[^:\n]{0,30}:\s*(?P<name>[^\n]{3,80}?)\s*$",
    themes=r"(?:Capacity\s+and\s+capability|Quality\s+and\s+safety)(?:\s+dimension)?",
    verdict=r"Judge?ment\s*:?",
    least=1,
)
RQIA = Framework(
    "RQIA",
    r".{0,80}(?:RQIA|Regulation\s+and\s+Quality\s+Improvement\s+Authority).{0,90}",
    r"(?:Area\s+for\s+improvement|Requirement|Recommendation|Statement|Criterion)\s+\d+[^\n]{0,120}?|(?:Theme|Standard)\s+\d+[:.]?\s+[^\n]{4,100}?",
    r"(?:Substantially|Not|Partially)\s+compliant|Moving\s+towards\s+compliance|Compliant|Partially\s+met|Not\s+met|Met|No\s+longer\s+applicable",
    "met, partially met, not met; compliant, substantially compliant, moving towards compliance, not compliant",
    verdict=r"(?:Validation\s+of\s+compliance|Compliance\s+level(?:\s+achieved)?|Inspector[’']s\s+assessment)\s*:?",
    named=r"name\s+of\s+(?:service|establishment|agency)\s*:?\s+(?P<name>(?-i:[A-Z])[^\n]{2,70}?)\s*$",
)
ICO = Framework(
    "ICO",
    r".{0,80}(?:Information\s+Commissioner|ICO\b).{0,60}",
    r"(?:Governance\s+(?:and|&)\s+accountability|Information\s+(?:security|sharing|risk)|Records\s+management|Requests\s+for\s+(?:access|personal\s+data)"
    r"[^\n]{0,40}?|Freedom\s+of\s+information|Training\s+and\s+awareness|Cyber\s+security|Data\s+sharing|Subject\s+access[^\n]{0,20}?)",
    r"(?:Very\s+limited|High|Reasonable|Limited)(?:\s+assurance)?",
    "high, reasonable, limited, very limited assurance",
    least=1,
)
FRAMEWORKS = (
    HMI_PROBATION, HMICFRS, HIQA, RQIA, CARE_INSPECTORATE_WALES, CARE_INSPECTORATE, EDUCATION_SCOTLAND, ESTYN,
    OFSTED_PROVIDER, ICO,
)  # fmt: skip
