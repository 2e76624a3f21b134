"""How minutes word an action: who agreed, was asked, asks; what would be done; what is none."""

from __future__ import annotations

import re

from pipeline.language.people import NAME, TITLES

DO = (
    r"(?:provid|action|bring|circulat|send|shar|forward|updat|investigat|look|liais|contact|writ|report|arrang|"
    r"speak|talk|check|obtain|follow|accompan|visit|discuss|feed|includ|add|amend|"
    r"rais|ask|request|invit|prepar|present|produc|submit|distribut|email|e-mail|keep|meet|attend|review|"
    r"consider|explor|organis|notify|inform|advis|respond|reply|make|take|get|set|pass|put|"
    r"chase|confirm|clarif|draft|monitor|convene|schedul|instruct|agree|complet|address|engag|work|undertak|"
    r"supply|source|remov|replac|repair|install|inspect|purchase|facilitat|order|approach|pursue|seek|revert|call|"
    r"publish|promot|encourag|ensur|investigate|support|refer|respond|find|establish|identif|carry|apply|"
    r"collect|deliver|issue|cut|clean|clear|effect|continue|examin|assess)\w*"
)
BASE = (
    r"(?:provide|bring|circulate|send|share|forward|update|investigate|look|liaise|contact|write|report|arrange|speak|obtain|follow|visit|"
    r"include|add|amend|raise|ask|request|invite|prepare|present|produce|submit|distribute|email|attend|review|explore|organise|"
    r"notify|inform|"
    r"advise|respond|reply|make|take|get|put|chase|confirm|clarify|draft|monitor|convene|engage|work|undertake|supply|purchase|"
    r"order|approach|"
    r"pursue|seek|revert|publish|promote|ensure|establish|identify|apply|collect|deliver|issue|carry|enter|negotiate|commission|consult|"
    r"complete|continue|sign|finalise|proceed|advertise|appoint)\b"
)
"""As the subjunctive has it: "that the Clerk write"."""
DONE = (
    r"(?:circulated|provided|brought|sent|shared|forwarded|updated|included|added|amended|reported|invited|"
    r"arranged|raised|put|placed|referred|investigated|contacted|followed\s+up|looked\s+(?:at|into)|"
    r"taken\s+(?:forward|up|back)|made\s+available|written|submitted|prepared|distributed|emailed|received|"
    r"involved|incorporated|extended|organised|scheduled|reviewed|considered|examined|obtained|"
    r"asked|requested|informed|notified|kept|installed|repaired|produced|drafted|carried\s+out|published|"
    r"convened|checked|explored|addressed|tabled|presented|reinstated|removed|cleared|cut|set\s+up|deferred|"
    r"discussed|completed|fed\s+back)\b"
)
SEVERAL = r"(?:also|then|therefore|further|subsequently|kindly|duly|again|has|have|had|both|all|\w+ly)\s+"
UNDERTOOK = re.compile(
    rf"\b(?:{SEVERAL})?(?:agreed|undertook|offered|promised|committed|volunteered|pledged)\s+(?:to\s+(?P<deed>{DO})\b|to\s+(?P<any>(?!be\b|have\b|differ\b|disagree\b|note\b)[a-z]{{3,}})\b|"
    r"(?:that\s+)?(?=[^.;]*\b(?:be|would|could|should|provide|bring|receive)\b))",
    re.IGNORECASE,
)
ASKED = re.compile(
    rf"\b(?:was|were|be|is|are|been)\s+(?:{SEVERAL})?(?:asked|requested|instructed|tasked|authorised|urged|"
    r"invited|reminded|directed)\s+(?:again\s+|also\s+)?to\s+(?!be\b|sign\b)[a-z]+",
    re.IGNORECASE,
)
IS_TO = re.compile(r"\b(?:is|are)\s+to\s+(?!be\b|do\s+with\b)[a-z]+", re.IGNORECASE)
ASKS = re.compile(
    r"\b(?:asked|requested|suggested|proposed|recommended|urged|called\s+on|called\s+for|invited|sought|"
    r"requests|asks)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(r"\s*(?:\w+\s+){0,2}?(?:whether|if|what|how|why|when|who|where|which|about|questions?|a\s+question)\b", re.IGNORECASE)
TO_BE_DONE = re.compile(
    rf"\s*(?:that|for)?\s*[^.;]{{0,190}}?\b(?:be|to\s+be|was|were|should|would|could\s+be|should\s+be|"
    rf"would\s+be)\s+(?:\w+ly\s+)?(?:{DONE}|{DO}\b|\w+ed\b)",
    re.IGNORECASE,
)
ASKED_SOMEBODY = re.compile(
    r"\s*(?:that\s+(?=[^.;]{3,90}?\bto\s+[a-z]))?"
    rf"(?P<owner>(?:the\s+|all\s+|both\s+)?(?:[A-Z][\w'’&/.()-]*(?:,?\s+(?:(?:of|and|for|&|the)\s+)*)?){{1,12}}"
    r"(?:(?:his|her|their)\s+[a-z]+(?:\s+(?!to\b)[a-z]+)?)?|"
    rf"(?:the\s+|all\s+)?(?:officers?|members?|councillors?|clerk|staff|residents))\s*(?:to\s+)?(?P<deed>{DO})\b"
)
ASKED_THAT = re.compile(
    rf"\s*that\s+(?P<owner>(?:the\s+|all\s+)?(?:[A-Z][\w'’&/.()-]*(?:,?\s+(?:(?:of|and|for|&|the)\s+)*)?){{1,12}}|"
    rf"(?:the\s+|all\s+)?(?:officers?|members?|councillors?|clerk|staff)\s)\s*(?:should\s+|also\s+)*(?={BASE})"
)
""""Requested that officers provide": of whom it is asked, by the subjunctive."""
AGENT = re.compile(
    rf"(?i:\b(?:{DONE}|\w+ed\b))[^.;]{{0,90}}?\bby\s+"
    rf"(?P<owner>(?:the\s+|an?\s+)?[A-Z][\w'’&/-]*(?:[ ](?:(?:of|and|for|&|the)\s+)*[A-Z][\w'’&/.-]*){{0,8}}|"
    r"(?:the\s+)?(?:officers|clerk))(?=[\s.,;]|$)"
)
""""A report be brought by the Head of Waste"."""
NOUN_ASKED = re.compile(
    r"\s*(?:that\s+)?(?:an?|the|further|regular|written|future|more|additional)\s+(?:\w+\s+){0,3}?(?:report|"
    r"briefing|paper|presentation|meeting|training|site\s+visit|breakdown|copy|copies|updates?|schedule|"
    r"list|map|survey)\b",
    re.IGNORECASE,
)
WEAK_NOUN = re.compile(r"\b(?:updates?|information|list|copy)\b", re.IGNORECASE)
FOR_A_TIME = re.compile(
    r"\b(?:next|future|forthcoming|following|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)|by|at|for)\s+(?:\w+\s+){0,5}?(?:meeting|committee|quarter|report)\b",
    re.IGNORECASE,
)
PASSIVE_REQUEST = re.compile(
    r"\b(?:report|reports|briefing|training|session|update|updates|presentation|visit|paper|breakdown|"
    r"data|figures|meeting|information)\b[^.;]{0,90}?\b(?:was|were)\s+(?:also\s+)?requested\b",
    re.IGNORECASE,
)
MORE_INFORMATION = re.compile(r"\b(?:more|further)\s+information\b|\bclarification\b", re.IGNORECASE)
IT_WAS = re.compile(
    rf"\b[Ii]t\s+was\s+(?:{SEVERAL})?(?:agreed|requested|suggested|confirmed|proposed|recommended|"
    rf"asked)\s+(?:that\s+)?(?=[^.;]{{0,190}}?\b(?:would|should|will|could|be)\s+(?:also\s+)?(?:be\s+)?(?:{DONE}|"
    rf"{DO}\b))|\b[Ii]t\s+was\s+(?:{SEVERAL})?(?:agreed|requested|suggested)\s+(?=to\s+{DO}\b)",
    re.IGNORECASE,
)
SAYS = (
    r"(?:confirmed|advised|replied|reported|stated|said|explained|indicated|informed\s+\w+|assured\s+\w+|"
    r"noted|added|clarified|responded)"
)
ACTS = r"(?:felt|was|were|updated|gave|agreed|introduced|presented|had|thanked|welcomed|asked|outlined)"
SAID_WOULD = re.compile(
    rf"\b{SAYS}\s+(?:that\s+)?[^.;]{{0,140}}?\b(?:would|will)\s+(?:also\s+)?(?:be\s+(?:{DONE}|in\s+the\b)|"
    r"(?:provide|bring|circulate|send|share|write|arrange|contact|update|revert|follow|liaise|raise|check)\b)",
    re.IGNORECASE,
)
SAID_THEY_WOULD = re.compile(
    rf"\b{SAYS}\s+(?:that\s+)?(?:he|she|they)\s+(?:would|will)\s+(?:also\s+|then\s+|\w+ly\s+)?(?:provide|send|circulate|share|check|look\s+into|"
    r"raise|write|contact|arrange|find\s+out|report|follow|take\s+(?:this|it|that|the)|bring|speak|investigate|chase|liaise|forward|e-?mail|"
    r"revert|examine|review|add|feed|pass|request|ask|obtain|prepare|draft|update|respond|reply|inspect|visit|organise|meet)\b",
    re.IGNORECASE,
)
""" "The Director stated that she would provide the figures": the speaker binds herself."""
DUE_TO = re.compile(rf"\b(?:was|were|is|are)\s+due\s+to\s+(?:go\s+out|{DO})\b", re.IGNORECASE)
WOULD = re.compile(rf"\b(?:would|could|will|shall)\s+(?:also\s+|then\s+|now\s+)?(?P<deed>{DO})\b", re.IGNORECASE)
WILL_ANY = re.compile(r"\bwill\s+(?!be\b|have\b|like\b|need\b|not\b|never\b|still\b)(?:also\s+|then\s+|now\s+)?[a-z]+\b", re.IGNORECASE)
WOULD_BE = re.compile(
    rf"(?:\b(?:would|will|should)|^To|^[A-Z][^.;:,]{{3,60}}?\sto|\b(?:is|are|needs?)\s+to)\s+(?:also\s+|"
    rf"now\s+)?be\s+(?:\w+ly\s+)?(?:{DONE})",
    re.IGNORECASE,
)
RECIPIENT = re.compile(
    r"\b(?:committee|members?|council|board|panel|meeting|minutes|agenda|risks?|register|councillors?|"
    r"clerk|chair(?:man)?|programme|work\s+plan|report)\b",
    re.IGNORECASE,
)
REPORTS_BACK = re.compile(
    r"\b(?:to|for|by|with|before)\s+(?:the\s+|all\s+)?(?:\w+\s+)?(?:Committee|Members|Council|Board|Panel|Clerk|"
    r"Councillors|Chair(?:man)?)\b|\b(?:next|future|forthcoming|following|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\w+\s+){0,4}meeting\b|\bagenda\b",
    re.IGNORECASE,
)
RISK = re.compile(r"^(?:The\s+)?(?:risks?|minutes|registers?|action\s+plan|forward\s+(?:plan|programme))\b", re.IGNORECASE)
LABELLED = re.compile(
    r"^\W*(?:(?:agreed\s+)?actions?(?:\(s\))?(?:\s+(?:point|required|by|for))?|to\s+do)\s*(?:\d+\s*)?[:–-]\s*(?P<rest>.+)$|\((?:actions?|"
    r"by)\s*[:–-]\s*(?P<by>[^()]{2,60})\)|\bACTIONS?\s*[:–-]\s*(?P<tail>.{3,})$",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = rf"(?:{TITLES}\s*{NAME})"
_CLERK = (
    r"(?i:(?:the\s+)?(?:(?:parish|town|deputy|assistant|locum|acting|vice)[\s-]+)*"
    r"(?:clerk|chair(?:man|person)?|officers?|secretary|treasurer))"
)
_HEAD_OF = (
    r"(?:[Tt]he\s+)?(?:[A-Z][\w'’&-]*,?\s+(?:(?:of|for|and|&|to|the)\s+)*){0,6}?"
    r"(?:Head|Director|Manager|Officer|Leader|Executive|Solicitor|Engineer|Administrator|Lead|Team|Secretary|Treasurer|Group|Party|Panel)"
    r"(?:\s+(?:of|for)(?:\s+(?:and\s+|&\s+|the\s+)?[A-Z][\w'’-]*,?){1,5}|\s+\([^()]{2,40}\))?"
)
_LETTERS = r"(?:[A-Z]{2,3}(?:\s?/\s?[A-Z]{2,3})*)"
CLERK_TO = re.compile(
    rf"(?:^\W*|(?<=[;:]\s)|(?<=\s[–—-]\s)|(?<=,\s)and\s)(?P<owner>(?:{_NAMED}|{_CLERK}|{_HEAD_OF}|{_LETTERS})(?:(?:,\s|\s&\s|,?\sand\s)"
    rf"(?:{_NAMED}|{_CLERK}|{_HEAD_OF}|{_LETTERS}\b|{NAME}))*)"
    rf"\s+to\s+(?i:{DO})\b"
)
""" "Clerk to write", "Cllrs Orr and Penn to meet", "Head of Parks to report": who is to do what, without a verb between."""
FIRST_SUBJECT = re.compile(
    r"(?:the\s+)?(?:[A-Z]?[a-z]*\s?)(?:council|committee|members?|councillors?|board|cabinet|panel|chair\w*|"
    r"clerk|cllrs?|mr|mrs|ms|officers?|he|she|they)\b",
    re.IGNORECASE,
)
NO_ASKER = re.compile(
    r"(?:\b(?:was|were|been|be|as|is|are|not|the|a|an|this|these|any|some|various|that|which|of|in|its|"
    r"their)\s+(?:\w+ly\s+|also\s+|further\s+)?|['’]s\s+)$",
    re.IGNORECASE,
)
NOT_AN_ACTION = re.compile(
    r"^\W*I\s+will\s+(?:ask|move)\b|\bdeclared\s+(?:an?|that)\b|\b(?:agreed\s+(?:with|at\s+the\s+last|"
    r"by)|had\s+(?:previously\s+)?(?:agreed|asked|requested)|was\s+asked\s+(?:what|how|why|if|whether)|"
    r"asked\s+(?:for\s+)?(?:clarification|his|her|their)\s+\w+)\b|\bno\s+(?:further\s+)?action\b|\bvotes?\s+be\s+recorded\b|"
    r"\brecorded\s+vote\b|\b(?:opposition|dissent|name|abstention|objection|vote)\s+(?:to\s+[^.;]{3,60}\s+)?be\s+recorded\b|"
    r"^\W*(?:to\s+be|all\s+[^.;]{3,30}\s+to\s+be)\s+(?:addressed|covered|dealt\s+with|discussed)\s+(?:in|under|at|as)\b|"
    r"\b(?:take|vacate)\s+the\s+chair\b|\bleave\s+the\s+(?:room|chamber|meeting)\b",
    re.IGNORECASE,
)
EVERYBODY = re.compile(r"^(?:the\s+|all\s+)?(?:members|councillors|those present)$", re.IGNORECASE)
"""What all agree is a decision."""
ONE_PERSON = re.compile(
    r"\b(?:clerk|vice[- ]chair(?:man)?|chair(?:man)?|director|head\s+of|manager|leader|cathaoirleach|administrator|"
    r"secretary|treasurer)\b",
    re.IGNORECASE,
)
QUICK = re.compile(
    r"\b(?:agreed|undertook|offered|promised|committed|volunteered|pledged|ask|request|instruct|tasked|authorised|urge"
    r"|invited|reminded|directed|"
    r"suggest|proposed|recommended|called|sought|would|could|will|shall|due\s+to|should|(?:is|are|clerk|chair\w*|officers?"
    r"|needs?|[A-Z]\S+)\s+to|actions?|by:|confirmed)|^to\b",
    re.IGNORECASE,
)
"""One of these stands in every sentence that states an action: looked for first, because that is quick."""
