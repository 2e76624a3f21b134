"""Standing wording, the same in every paper of a body: notices, explanations, recitals of law, an inspector's framework.
Cues are what such a notice must say (the act and what it is of), not how one council words it."""

from __future__ import annotations

import re

SHARE = 1 / 3
"""A passage is standing wording where so much of it stands in paragraphs that are."""
RECORDED = r"(?:filmed|recorded|webcast|broadcast|live[- ]?streamed|photographed|video(?:ed|taped))"
FORMAT = r"\b(?:large print|braille|easy read|audio|(?:alternative|other|accessible|different|another) (?:formats?|languages?))\b"
ASKING = r"\b(?:contact|requests?|telephone|phone|call|ring|e-?mail|please|ask|tel)\b"
INTEREST = r"(?:pecuniary|prejudicial|personal|registrable|registerable|disclosable|financial) interests?"
INSPECTOR = r"(?:ofsted|the office for standards in education|(?:the )?care quality commission|cqc|estyn|care inspectorate|hiqa|hmicfrs)"
CHAMBER = (
    r"audio|visual|sound|video|filming|recordings?|photography|photographs|photographing|webcasting|webcast|broadcasting|live|streaming|"
    r"reporting|social media|use|notice|and|or|of|at|on|from|the|this|public|council|committee|proceedings|meetings?"
)
"""Words of which headings about recording are made."""

HEADINGS = (
    r"what people expect",
    r"the (?:local )?authority(?:['’]s)? commitment",
    r"key findings for this quality statement",
    r"(?:information )?about (?:this|the|our) inspection",
    rf"about {INSPECTOR}",
    r"how we (?:assess|inspect).{0,60}",
    r"the (?:inspection|evaluation) (?:team|judgements?).{0,40}",
    r"guidance",
    r"(?:table of )?contents",
    r"(?:use of|protocol on|notice of|notice on) (?:the )?(?:media|recording|filming|webcasting|social media).{0,40}",
    rf"(?=.*(?:filming|recording|photograph|webcast|broadcasting|streaming))(?:(?:{CHAMBER})(?:[\s,/&–-]+|$))+",
    r"filming.{0,60}",
    r"(?:use of )?mobile (?:tele)?phones?.{0,40}",
    r"in (?:the event|case) of (?:an? )?(?:fire|emergency).{0,20}",
    r"(?:fire|emergency)(?:(?: and|/) (?:fire|emergency|safety))? "
    r"(?:evacuation|procedures?|arrangements|instructions|exits?|alarms?).{0,30}",
    r"(?:public )?access(?: to (?:information|(?:the |public |council )?meetings?|the (?:building|venue)).{0,30})?",
    r"access for people with disabilities",
    r"(?:(?:large print|braille|alternative|accessible|other|different|languages?)(?:,| and| or| &)? ?)+"
    r"(?:formats?|languages?|versions?).{0,20}",
    r"(?:information|advice|guidance|notes?|notices?) (?:for|to) "
    r"(?:(?:members of )?the public|members|councillors|visitors|attendees).{0,40}",
    r"attend(?:ing|ance at) (?:the |our |council |public )*meetings?.{0,20}|public attendance|housekeeping",
    r"how to find us|getting (?:here|to the (?:meeting|venue))|(?:hearing|induction) loops?",
    r"privacy notice|copyright(?: notice)?|equalit(?:y|ies)(?: and diversity)? (?:statement|notice)",
    r"(?:guidance|notes?|advice)(?: notes?)? (?:on|about|regarding).{0,60}interests?",
    r"declarations? of interests?\s*[:–-]\s*(?:guidance|notes?|advice|explanation).{0,30}",
)
HEADING = re.compile("|".join(HEADINGS), re.IGNORECASE)
"""Headings of standing wording."""

RECORDING = (
    rf"\b(?:this|the|all|any part of the) meetings?\b.{{0,40}}\b(?:is being|is to be|may be|will be)\b.{{0,25}}\b{RECORDED}\b",
    rf"\bmay be {RECORDED}\b",
    r"\bprotocol (?:on|for) (?:the )?(?:use of (?:social )?media|filming|recording|photograph\w+)\b",
    r"\bby (?:entering|attending|remaining|being present|participating|taking part)\b.{0,100}\b(?:consent\w*|agree(?:ing)?|deemed)\b",
    r"\b(?:may|can|allowed to|permitted to|right to|wish(?:es|ing)? to|welcome to|free to)\b (?:\w+,? ){0,3}"
    r"(?:film|photograph|record|report on|blog|tweet)\b.{0,60}\bmeetings?\b",
    r"\b(?:switch|turn|set|put|keep)(?:ed)?\b.{0,30}\b(?:mobiles?|(?:tele)?phones?|devices)\b.{0,40}\b(?:off|silent)\b",
    r"\b(?:turn|switch) off\b.{0,30}\bphones?\b",
    r"\bmobile (?:tele)?phones?\b.{0,60}\b(?:(?:turn|switch)(?:ed)? off|silent|silenced)\b",
)
SAFETY = (
    r"\b(?:in the event of|in case of|if)\b.{0,40}\b(?:fire|alarms?|emergency|evacuation)\b.{0,100}"
    r"\b(?:leave|exit|evacuate|vacate|proceed|assemble)\b",
    r"\bdo not\b.{0,20}\blifts?\b",
    r"\bno fire (?:drill|alarm test)\b",
    r"\bnearest (?:available )?(?:fire |emergency )?exit\b",
)
ACCESS = (
    rf"\b(?:this|a copy|copies|version|documents?|agenda)\b.{{0,120}}{FORMAT}.{{0,160}}{ASKING}",
    rf"\b(?:please|contact|if you (?:need|require|would like)|for a)\b.{{0,140}}{FORMAT}.{{0,160}}{ASKING}",
    rf"\bplease contact\b.{{0,140}}{FORMAT}|\bif you (?:need|require|would like) (?:this|a copy)\b.{{0,140}}{FORMAT}",
    r"\bif you (?:need|require|would like) this (?:report|document|agenda|information|publication|briefing)\b",
    r"\b(?:induction|hearing) loops?\b.{0,30}\b(?:available|provided|fitted|in operation)\b|\baccessible (?:to|for|by) wheelchair",
    r"^(?:toilets|(?:car )?parking) (?:are|is) (?:located|available)\b",
    r"\b(?:agendas?|minutes|papers)\b.{0,60}\b(?:is|are|can be|may be)\b.{0,20}\b(?:available|found|viewed|accessed|inspected|downloaded)\b"
    r".{0,60}(?:\bweb ?site|\bonline|\bwww\.|\bapp\b)",
    r"\bbackground papers\b.{0,60}\b(?:may|can) be inspected\b",
    r"\bmembers of the public are welcome\b",
    r"\bfor (?:any )?(?:further|more) (?:information|details)\b.{0,30}\b(?:this|the) (?:agenda|meeting)\b.{0,30}\bcontact\b",
    r"\bif you have any questions about (?:matters|the matters|anything) contained (?:in|within) this\b",
    r"\bwelcome to (?:speak|use|write|contact us) in (?:welsh|english)\b|\bwelcomes? (?:correspondence|calls|contact) in welsh\b",
    r"\bsimultaneous translation\b.{0,40}\b(?:available|provided)\b|\bcroesaw\w+ (?:n?g)?ohebiaeth\b|\bcyfieithu ar y pryd\b",
    r"\b(?:members? of the public|residents?|questions?)\b.{0,140}\b(?:must|should)\b.{0,60}"
    r"\b(?:notice|in writing|submit\w*|received|registered?)\b.{0,80}\b(?:noon|midday|working days?|deadline|hours|\d ?(?:am|pm))\b",
    r"\bfor guidance on submitting (?:a )?public questions?\b",
)
INTERESTS = (
    r"\b(?:members|councillors|you)\b.{0,40}\b(?:are (?:reminded|asked|invited|required)|must|should)\b.{0,80}"
    r"\b(?:declare|disclose)\b.{0,60}\binterests?\b",
    rf"\b{INTEREST}\b.{{0,80}}\b(?:must|should|may|cannot) (?:not )?(?:then )?"
    r"(?:leave|withdraw|participate|speak|vote|take part|remain|declare|disclose)\b",
    r"\bmust (?:not )?(?:take part|participate|vote|speak|declare|withdraw)\b.{0,120}\binterests?\b",
    r"\bif you (?:do not )?have a disclosable pecuniary interest\b|\bin either case you may remain in the room\b",
    r"\barrears\b.{0,60}\b(?:council tax|community charge)\b.{0,120}\bvot(?:e|ing)\b",
    r"^(?:to )?(?:receive|invite|note) (?:any )?declarations? of\b.{0,40}\binterests?\b",
)
EXEMPT = (
    r"\b(?:press|public)\b.{0,120}\bexcluded?\b.{0,300}\b(?:exempt|confidential|schedule (?:12|7)|section (?:100|50))",
    r"\b(?:section (?:100|50)|schedule (?:12|7)).{0,250}\b(?:press|public)\b.{0,60}\bexclu",
    r"\blikely (?:to (?:be )?disclos\w+|disclosure)\b.{0,30}\b(?:exempt|confidential) information\b",
    r"\bnot for publication by (?:virtue|reason)\b",
)
LAW = (
    r"\beliminate\b.{0,20}\bdiscrimination\b.{0,160}\b(?:advance|foster)\b",
    r"\bpublic sector equality duty\b.{0,160}\beliminate\b",
    rf"\b{INSPECTOR}\b.{{0,90}}\b(?:regulates|inspects|is the independent)\b",
    r"\bwe may not always review all quality statements\b|\bthis (?:theme|statement) includes these quality statements\b",
    r"\bif you are not happy with the inspection\b|^people expect\b|^the (?:local )?authority(?:['’]s)? commitment\b",
)
PRINTING = (
    r"\b(?:data|figures|information|report) (?:is|are) reproduced at the request of\b",
    r"\byou may (?:use|copy|re-use) (?:this|all or parts of this)\b",
    r"\bfollow us on\b|\bcrown copyright\b|\bopen government licen[cs]e\b|\bprinted on (?:recycled|paper)\b",
)
WORDING = re.compile("|".join((*RECORDING, *SAFETY, *ACCESS, *INTERESTS, *EXEMPT, *LAW, *PRINTING)), re.IGNORECASE)
"""Paragraphs of standing wording."""


def is_standing_heading(title: str) -> bool:
    """Whether what stands under this heading is the same in every paper."""
    return HEADING.fullmatch(title) is not None


IMPRINT = re.compile(
    r"the (?:office for standards in education|care quality commission|care inspectorate|health information and quality authority)\b"
    r".{0,80}\b(?:regulates|inspects|is (?:the|an) (?:independent|official))\b|"
    r"(?:any )?(?:complaints?|concerns?) about (?:the|this|an) inspection (?:or the report )?(?:should|can|must|may)\b|"
    r"(?:every possible care has been taken|copies of this report are available)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Where an inspectorate begins to speak of itself: what follows to the section's end is the same on every report."""


def is_standing_wording(text: str) -> bool:
    """Whether the paragraphs of a passage, one a line, are standing wording for the most part."""
    lines = text.split("\n")
    standing = sum(len(line.split()) for line in lines if WORDING.search(line))
    return standing > 0 and standing >= SHARE * len(text.split())
