"""How minutes word a decision: verbs, bodies, forms of sentence, and what only looks like one."""

from __future__ import annotations

import re

from pipeline.language.people import NAME, TITLES

DECIDES = (
    "agreed|resolved|approved|endorsed|adopted|appointed|elected|re-elected|ratified|deferred|delegated|"
    "decided|noted|authorised|authorized|granted|refused|co-opted|"
    "accepted|confirmed|nominated|determined|recommended|referred|rejected|withdrew|withdrawn|carried|"
    "supported|reaffirmed|dismissed|upheld|set"
)
WEIGHS = (
    "considered|reviewed|discussed|received|requested|commended|acknowledged|welcomed|scrutinised|instructed|"
    "commented|declined|asked|examined|debated|moved"
)
PLAIN = (
    "agreed|resolved|approved|endorsed|adopted|appointed|elected|re-elected|ratified|deferred|delegated|"
    "decided|noted|authorised|authorized|granted|co-opted|refused"
)
"""Verbs that decide without being marked, where the body is their subject."""
VERB = rf"(?:{DECIDES}|{WEIGHS})"
DECIDING = re.compile(rf"(?i:{VERB}|in agreement|in favour|decision|resolution|ordered|signed|taken as read|voted|re-appointed)")
BODIES = (
    r"(?:Sub-?\s?Committee|Committee|Council|Cabinet|Board|Panel|Forum|Authority|Executive|Commission|"
    r"Assembly|Partnership|Trustees|Governors|Members|Councillors|"
    r"committee|council|cabinet|board|panel|meeting|members|councillors|trustees|governors)"
)
BODY = (
    rf"(?:(?:[Tt]he|[Tt]his)\s+)?(?:[A-Z][\w'’&-]*,?\s+(?:(?:and|of|for|the|&)\s+)?){{0,6}}?(?<!Meetings "
    rf")\b{BODIES}\b(?!\s+(?:Member|member|Officer|Administrator|Chair|Leader))"
)
ADVERB = (
    r"(?:,?\s+(?:also|then|therefore|unanimously|UNANIMOUSLY|hereby|subsequently|duly|DULY|formally|further|"
    r"accordingly|thereupon|again|in principle|nem\.? con\.?,?|"
    r"on a vote,|on being put to the vote,|by (?:a )?(?:majority|\d+ votes? to \d+)[^,;.]{0,30},?|(?:having|"
    r"after|following) [^,;.]{3,90},))*"
)
BY_BODY = re.compile(
    rf"\b(?P<body>{BODY}){ADVERB}\s+(?:(?:have|has)\s+)?(?P<verbs>(?i:{VERB})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:also\s+|"
    rf"then\s+)?(?i:{VERB}))*)\b"
)
IT_WAS = re.compile(
    r"\b[Ii](?:t|T)\s+(?:was|WAS)\s+(?:(?:then|therefore|further|subsequently|also|unanimously|UNANIMOUSLY|"
    r"duly|DULY|formally|thereupon|accordingly|subsequently)\s+)*"
    rf"(?:proposed(?: by)?[^.;]{{0,140}}?\band\s+)?(?P<verbs>(?i:agreed|resolved|decided|recommended|noted|"
    rf"approved|requested|determined)(?:\s+and\s+(?i:{VERB}))?)\b"
)
AT_TIME = r"(?:\d{1,2}[.:]\d{2}\s?(?:am|pm|a\.m\.|p\.m\.|hrs)\s*[–—-]\s*)?"
""" "7.32pm – RESOLVED": some boroughs note when."""
AT_START = re.compile(
    rf"^{AT_TIME}(?:[“\"(*]*)(?:(?:And|and|AND|Accordingly|Therefore|Whereupon|Unanimously)[\s,]+)?(?:(?:UNANIMOUSLY|"
    r"[Uu]nanimously|FURTHER|DULY)\s+)?"
    r"(?P<verbs>RESOLVED|Resolved|resolved|AGREED|Agreed|DECIDED|Decided|DECISION|Decision|RESOLUTION|"
    r"Resolution|RECOMMENDED|NOTED|APPROVED|APPOINTED|DELEGATED|DEFERRED|ORDERED|ENDORSED)\b"
    r"(?=\s*(?:[:–—-]|that\b|THAT\b|to\b|TO\b|unanimously|UNANIMOUSLY|nem|\(|,|by\b|with\s\d|on\s+the\s+propos|the\b|$|and\b|[“\"]|in\s+accordance|as\b|accordingly))"
)
PLAIN_START = re.compile(
    r"\s*(?:[:–—“\"-]|that\b|to\b|unanimously|on\s+the\s+propos|with\s\d|the\s+(?:officers?['’]?s?\s+)?recommendations?\b)"
)
AND_RESOLVED = re.compile(
    r"\b[Ss]econded\b.{0,90}?\b(?:and|AND)\s+(?:(?:it\s+was|was|unanimously)\s+)*(?P<verbs>(?i:resolved|agreed|"
    r"carried))\s*(?=(?:(?i:unanimously),?\s+)?(?:[:–—“\"]|that\b|THAT\b|to\b|$))"
)
PROPOSED_IT_WAS = re.compile(
    r"\b(?:proposal|proposition|motion|proposed)\b.{0,90}?\bseconded\b.{0,60}?\bit\s+was\s+(?:\w+ly\s+)?(?P<verbs>(?i:agreed|"
    r"resolved|decided|requested|recommended|approved))\b"
)
PASSIVE = re.compile(
    rf"\b(?:was|were|be)\s+(?:(?:then|also|therefore|unanimously|duly|DULY|formally|"
    rf"hereby)\s+)*(?P<verbs>(?:(?i:{WEIGHS})\s+and\s+)?(?i:{DECIDES})(?:\s+and\s+(?i:{DECIDES}))?)\b"
)
VOTED = re.compile(
    rf"\b(?P<body>{BODY}){ADVERB}\s+(?P<verbs>(?i:voted))\s+(?:(?:unanimously|by\s[^.;]{{3,50}}?|"
    rf"\([^()]*\)),?\s+)?(?=(?:to\s+[a-z]|in\s+favour\s+of\s+[a-z]+ing\b))"
)
ELECTED = re.compile(
    rf"(?:{TITLES}\s*{NAME})\s+(?:was|were)\s+(?:(?:then|therefore|accordingly|thereupon|declared|unanimously|(?P<duly>duly))\s+)*"
    r"(?P<verbs>elected|re-elected|appointed|re-appointed|co-opted|nominated)\b"
    r"(?(duly)|(?=\s*[.;]?\s*$|"
    r"\s+(?:as\s+|to\s+(?:the\s+)?(?:office|position|role)\s+of\s+)?(?:the\s+|its\s+)?(?:new\s+)?(?:Deputy\s+|Vice[- ]?)?"
    r"(?:Chair|Mayor|Lord Mayor|Cathaoirleach|Leas|Convener|Provost|President|Leader)))"
)
""" "Cllr Orr was duly elected Chairman": a name before "elected" alone can be a life told."""
DECLARED_ELECTED = re.compile(
    rf"\b(?i:declared)\s+(?:that\s+)?(?:{TITLES}\s*{NAME})\s+(?:(?:to\s+be|to\s+have\s+been|be|was|had\s+been|as|duly)\s+)*"
    r"(?P<verbs>(?i:elected|appointed))\b"
)
RECEIVED_AND = re.compile(rf"^(?P<body>{BODY}){ADVERB}\s+received\s+(?:the|an?)\s[^.;]{{3,80}}?\s+and\s+(?P<verbs>noted)\b")
""" "The Panel received the update and noted its contents." """
BODY_ALONE = re.compile(rf"\b(?P<body>{BODY}){ADVERB}\s*[:–—-]+\s*$")
MINUTES = re.compile(
    r"\b[Mm]inutes\b(?:(?!\bwill\b|\bwould\b)[^.;]){0,220}?\b(?:was|were|be|having been|and)\s+(?:(?:then|"
    r"duly|unanimously|formally|taken as read(?:,| and))\s+)*"
    r"(?P<verbs>agreed|approved|confirmed|adopted|accepted|signed|taken as read|received|AGREED|APPROVED|"
    r"CONFIRMED|ADOPTED|ACCEPTED|SIGNED)\b"
)
SHORT_PASSIVE = re.compile(
    r"^(?:The|A|An|This|These|Both|All|Correspondence|Payments?|Accounts|No)?\s?(?:[\w'’/()&,£€%.–-]+\s+){0,14}?(?:was|"
    r"were)\s+(?:(?:then|also|duly|unanimously|formally|not|received and|considered and|discussed and|reviewed and|presented and)\s+)*"
    r"(?P<verbs>noted|agreed|approved|adopted|accepted|endorsed|ratified|deferred|withdrawn|refused|granted|authorised)\b"
)
BUSINESS = re.compile(
    r"^this\s+(?:was|were)\s+$|\b(?:reports?|minutes|recommendations?|payments?|accounts?|quot(?:e|es|ation|ations)|tenders?|applications?|"
    r"proposals?|budgets?|programmes?|plans?|polic(?:y|ies)|precept|grants?|"
    r"statements?|correspondence|expenditure|terms of reference|schedules?|dates?|nominations?|updates?|"
    r"presentations?|information|position|strateg(?:y|ies)|items?|requests?|invoices?|expenses|donations?|"
    r"orders?|regulations?|fees?|rents?|procedures?|responses?|repl(?:y|ies)|letters?|assessments?|audits?|returns?|risk registers?|"
    r"appointments?|subscriptions?|insurance|contracts?|leases?|licen[cs]es?)\b|\b[Cc]o-option\b|\b\w+ation\b(?=[^.;]*\s(?:was|were)\s)",
    re.IGNORECASE,
)
THIS = re.compile(r"\W*(?:this|these|it|which)\s+(?:was|were)\b", re.IGNORECASE)
""" "This was agreed." says not what."""
NO_BUSINESS = re.compile(r"\b(?:points|matters|comments|issues|concerns)\b|\b(?:it|there)\s+(?:was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
BY_OTHERS = re.compile(r"\s*by\s+(?!all\b|(?:the\s+)?(?:members|meeting|committee|council|board|panel|councillors)\b)", re.IGNORECASE)
SEVERAL_VERBS = re.compile(r"\b(?:but|which|who|because|as it|when|had|has|if)\b", re.IGNORECASE)
HEADING = re.compile(
    rf"{AT_TIME}(?:(?:and|whereupon|unanimously)\s+)*(?:decisions?(?:\s+(?:made|taken|reached))?|resolutions?|resolved|agreed|"
    r"it was (?:resolved|agreed)|"
    r"the (?:committee|cabinet|council) (?:resolved|agreed|decided)|recommended)(?: (?:that|to))?\s*[:–—-]*",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:had\s+(?:been\s+)?(?:previously\s+)?(?:\w+ly\s+)?(?:agreed|resolved|approved)|previously|already|"
    r"last (?:year|month|week)|earlier (?:this|in the) year|(?:at|during|in|following|by) (?:the|that|"
    r"its|their|a) "
    r"(?:last|previous|earlier|recent|first|same)?\s?(?:\w+\s){0,3}?(?:meeting|committee|cabinet|council|"
    r"board)s?\b(?: meeting)?(?: (?:held|on|in|of))?)",
    re.IGNORECASE,
)
HERE = re.compile(
    r"(?:at|during|in|(?<!agreed )(?<!approved )(?<!resolved )by) the (?:meeting|committee|council|board)\b"
    r"(?! (?:held|in|of)\b| on (?!behalf))",
    re.IGNORECASE,
)
""" "At the meeting" alone is this one."""
RETOLD = re.compile(
    r"\b(?:that|if|should|once|unless|until|whether|when|before|had)\s*$|\b(?:noted|reported|said|stated|advised|recalled|"
    r"reminded|explained|clarified|informed|"
    r"confirmed|hoped|felt|asked|thanked|pleased|suggested)\b[^.;]*$",
    re.IGNORECASE,
)
"""A decision that somebody in the meeting tells of is not made here."""
THIS_MEETING = re.compile(r"\b(?:next|this|future|forthcoming|special|held on|minutes)\b", re.IGNORECASE)
AFTER_AGREED = re.compile(
    r"\s*(?:unanimously|in principle|,)?\s*(?:to\b(?! differ)|not to\b|that\b(?! it (?:was|is)\b)(?=[^.;]*\b(?:be|"
    r"should|would|will|shall|can|may)\b)|the\b|a\b|an\b|this\b|these\b|its\b|their\b|all\b|both\b|payments?\b|"
    r"[:–—-]|[A-Z“\"£€\d]|by\b(?! (?:several|some|many|most|a number|those|one)\b)|$)|"
    r"\s*(?:unanimously\s+)?that\s+(?:the|an?|all|both|[A-Z]\w+)\s+(?:[\w'’-]+\s+){0,7}?(?:write|issue|send|contact|bring|provide|obtain|arrange|"
    r"report|prepare|circulate|attend|ask|make|take|go ahead|proceed|continue|remain)\b"
)
"""What is agreed on: a deed, a thing, what is to be, or, in the subjunctive, that somebody do it."""
ACCEPTED = re.compile(
    r"\s+(?:the|these|this|both|all|his|her|their)\s+(?:\w+\s+){0,3}?(?:apolog\w+|reasons?|minutes|quot\w+|tenders?|reports?|"
    r"recommendations?|resignations?|offers?|accounts|nominations?)\b|\s+these\s+as\b"
)
"""What can be accepted as a decision; a point or an explanation is none."""
BOTH = re.compile(r"received\s+and\s+(?P<second>noted|approved|adopted|agreed|accepted)")
IN_AGREEMENT = re.compile(
    r"\b(?i:seconded|proposed)\b.{0,80}?\b(?i:all)\s+(?:(?:present|members|councillors)\s+)?(?:were\s+)?(?P<verbs>in\s+agreement|agreed|in\s+favour)"
    r"(?=\s+(?:that|to)\b)"
)
""" "Cllr A proposed, Cllr B seconded and all were in agreement that ..." """
PROPOSED_ONLY = re.compile(
    r"^\W*(?:it\s+was\s+)?(?:proposed|moved|suggested|recommended)\b"
    r"(?![^.;]*\b(?:and|it\s+was)\s+(?:\w+ly\s+)?(?:agreed|resolved|carried|approved))",
    re.IGNORECASE,
)
""" "It was proposed that the minutes be approved" moves it."""
AFTER_NOTED = re.compile(
    r"\s*(?:and\s+\w+ed\s+)?(?:the\b(?! (?:fact|importance|need|difficult|lack))|this\b(?! (?:was|had))|"
    r"these\b|its\b|[:–—-]|receipt\b)"
)
FATE = re.compile(r"\b(?:motion|amendment|proposal|proposition)\b", re.IGNORECASE)
""""The motion was CARRIED" is told by `fates.outcome`."""
NOTHING_AFTER = re.compile(r"\s*(?:unanimously|nem\.? con|on a vote)?[\s.*)]*$", re.IGNORECASE)
""""Agreed unanimously." is the fate of the motion before it."""
MARKS = re.compile(
    r"(?:dis)?(?:(?:agree|resolve|approve|endorse|adopt|appoint|elect|delegate|decide|note|authori[sz]e|"
    r"grant|refuse|co-opt|accept|confirm|nominate|determine|recommend|reject|support|consider|review|"
    r"discuss|receive|request|commend|acknowledge|welcome|scrutinise|instruct|comment|become|retain|publish|dismiss|reaffirm)(?:s|d|ed)?|"
    r"(?:agree|resolv|approv|endors|adopt|appoint|delegat|not|authoris|support|consider|review|receiv|"
    r"recommend)ing|(?:defer|refer)(?:s|red|ring)?|ratif(?:y|ies|ied)|withdr(?:aw|aws|awn|ew)|carr(?:y|"
    r"ied)|lost)",
    re.IGNORECASE,
)
QUICK = re.compile(rf"(?i:{DECIDES}|{WEIGHS}|decision|resolution|ordered|signed|taken as read|voted)|{BODIES}\b[^.:]*[:–—-]+\s*$")
"""One of these stands in every paragraph that decides: looked for first, because that is quick."""
