"""Numbers that are no figures: dates, times, references, ages, telephone numbers, postcodes, addresses, list numbers, links."""

from __future__ import annotations

import re

from pipeline.language.dates import ENGLISH, NTH
from pipeline.language.periods import periods

_MONTH = "|".join([*ENGLISH, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"])
_MANY = r"\d+[A-Za-z]?(?:\.\d+)*(?:\s*\([a-z0-9]+\))*"
_LIST = rf"{_MANY}(?:\s*(?:,|-|–|to|and|&|or|/)\s*{_MANY})*(?![%\d]|\.\d|\s?%)"

ALWAYS = (
    r"sections?|subsections?|paragraphs?|paras?\.?|pages?|pp\.?|p\.|appendix|appendices|annex(?:e|es)?|items?|tables?|figures?|fig\.?|"
    r"charts?|chapters?|"
    r"clauses?|regulations?|regs?\.|articles?|schedules?|phases?|stages?|tiers?|key\s+stages?|ks|types?|periods?|quarters?|parts?|"
    r"footnotes?|notes?|"
    r"recommendations?|resolutions?|options?|minutes?(?:\s+(?:no\.?|numbers?))?|nos?\.|cheques?|chqs?\.?|vouchers?|(?:house|door|flat|plot|room|bus|"
    r"vehicle)\s+numbers?|objectives?|priority|priorities|questions?|version|"
    r"rev(?:ision)?\.?|"
    r"ref(?:erence)?(?:\s+no)?\.?|(?:reference|account|policy|invoice|cheque|order|crime)\s+numbers?(?:\s+\w+){0,4}\s+(?:is|was)|"
    r"charity\s+(?:number|no\.?)|company\s+(?:number|no\.?)|reg(?:istration|istered)?\s+(?:number|no\.?)|s\.?|ss\.|para|sch\.|"
    r"standing\s+orders?|foot\s?paths?|bridleways?|byways?|routes?|junctions?|policy|zones?|ward\s+no|exhibit|slides?|diagrams?|"
    r"graphs?|maps?|plans?\s+no|level|grade|band|step|rule|line|principle|covid|vision"
)
CAPITAL = (
    r"House|Form|Group|Order|Target|Block|Number|No|Case|Unit|Flat|Apartment|Class|Year|Years|Week|Room|Box|Risk|Theme|Standard|Goal|"
    r"Document|Lot|Plot|Outcome|Action|"
    r"Motion|Amendment|Scenario|Pillar|Strand|Workstream|Category|Cohort|Wave|Channel|Radio|Junction|Route|Gate|Platform|Bay|Building|"
    r"Suite|Floor|Tranche|"
    r"Question|Ward|District|Area|Act|Volume|Issue|Code|Model|Site|Agenda|Band|Chapter|Test|Criterion|Indicator|Measure|Domain|"
    r"Ambition|KPI|Minute"
)
_OF_SEVERAL = r"\d+[A-Za-z]?"
SEVERAL = re.compile(
    rf"\b(?:Flats|Apartments|Units|Rooms|Plots|Lots|Blocks|Bays)\s(?P<n>{_OF_SEVERAL}(?:\s?(?:-|–|,|to|and|&)\s?{_OF_SEVERAL})+)"
)
""" "Units 3 and 4", "Flats 1-6": which, not how many."""
GRID = re.compile(r"\b[A-Z]{2}\s?\d{3,5}\s\d{3,5}\b|\bUPRN\W*\d+")
REFERENCE = re.compile(
    r"(?<![\w’'])(?=(?:[A-Za-z]{1,16}\.?\s){0,3}[A-Za-z.]{1,16}\s?[:#]?\s?\d)"
    rf"(?:(?i:{ALWAYS})|{CAPITAL})\s?(?:(?i:no|number|ref)\.?\s?)?[:#]?\s?(?P<n>{_LIST})(?!\s?(?i:%|per\s?cent|million|people))"
)
"""A word of reference and the number behind it; the look ahead, for a figure within four words, is for speed."""
CLOCK = re.compile(
    r"(?=\d|\b(?:clo|end|sta|ope|com|beg|fin|adj|con|res|arr|lef|at|fro|unt|til|and|to))(?:"  # how a time begins, for speed
    r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:a\.?m\b|p\.?m\b|noon\b|o['’]clock)|\b(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:hrs?|hours)\b|"
    r"\b0\d[0-5]\d\s?(?:hrs?|hours)\b|\b(?:[01]\d|2[0-3]):[0-5]\d(?::\d\d)?\b(?!\d)"
    r"|\b0\d[0-5]\d\s*(?:-|–|to)\s*[012]\d[0-5]\d\b|\b(?:closed|ended|started|opened|commenced|began|finished|adjourned|concluded|"
    r"resumed|arrived|left)\s+(?:the\s+meeting\s+)?at\s+\d{1,2}[.:]?\d{2}\b|\bat\s+[012]\d[0-5]\d(?=\s*(?:[.,;)]|$|in\b|hrs|hours))"
    r"|\b(?:at|from|until|till|and|to)\s+(?:\d:[0-5]\d|(?:[01]?\d|2[0-3])\.(?:00|15|30|45))\b(?!\s?(?:%|m\b|million|per\b|people)))",
    re.IGNORECASE,
)
DAY_MONTH = re.compile(
    rf"(?=\d|\b(?:{_MONTH}|mon|tues|wednes|thurs|fri|satur|sun))(?:"
    rf"\b\d{{1,2}}{NTH}(?:\s*(?:-|–|to|and|&)\s*\d{{1,2}}{NTH})?(?:\s+of)?,?\s+(?:{_MONTH})\b|\b(?:mon|tues|wednes|thurs|fri|satur|"
    rf"sun)day,?\s+(?:the\s+)?\d{{1,2}}{NTH}%?"
    rf"|\b(?:{_MONTH})\s+\d{{1,2}}(?:\s?(?:st|nd|rd|th))?\b(?!,?\d))",
    re.IGNORECASE,
)
NUMERIC_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
TELEPHONE = re.compile(
    r"(?=[\d(+]|\b(?:tel|pho|fax|ext|mob|cal|dia|rin))(?:"
    r"\(?(?<![\d.,])0\d{2,5}\)?(?:[\s-]?\d{2,6}){1,4}|\+\d{1,3}[\d\s()-]{7,}|\b(?:tel(?:ephone)?|phone|fax|ext(?:ension)?|"
    r"mobile)\b[.:\s]*[\d\s()-]{3,}|\b(?:call|dial|ring)\s+\d{3}\b(?:\s+or\s+\d{3}\b)*)",
    re.IGNORECASE,
)
LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\]\([^)\s]*\)|\b[\w-]+\.(?:gov|org|com|co|ie)\b\S*")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[AC-FHKNPRTV-Y]\d[\dW]\s?[A-Z\d]{4}\b")
CODED = re.compile(
    r"\b[A-Za-z]++[-–/_]\d[\d./-]*|\b[A-Z]{1,6}/?\d[\w/.-]*|\b\d+/\d{3,}(?:/\w+)*|(?<![£€\d,.])\b\d{7,}\b(?![,.]\d)|"
    r"(?<![£€\d.,])\b0\d+\b(?![.,]\d|%)|#\s?\d+"
)
"""COVID-19, ASC006, 24/00108, long digits without commas, digits that begin with 0."""
DOTTED = re.compile(r"(?<![\d.£€])\d+(?:\.\d+){2,}\.?")
BRACKETED = re.compile(
    r"(?:^|[;:,.]\s|\band\s|\bor\s)\(\d{1,2}\)(?=\s)|"
    r"[:;]\s(?:and\s)?\d{1,2}\.(?=\s[A-Z])|\[\d{1,3}\]|(?<=[a-z.,;:)”\"])\s?\[\d{1,3}\]"
)
FILE_SIZE = re.compile(r"\b\d+(?:\.\d+)?\s?[KMG]i?B\b")
LEADERS = re.compile(r"(?:[._…]\s?){4,}\s*\d+")
ADDRESS = re.compile(
    r"\b\d{1,4}[A-Za-z]?(?:\s?[-–/]\s?\d{1,4}[A-Za-z]?)?,?\s+(?:[A-Z][\w'’]+\s+){1,4}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|"
    r"Close|Way|Place|Terrace|Crescent|Court|Square|Gardens|Hill|Row|Grove|Park|Green|House|Wharf|Mews|Parade|Walk|Quay|Buildings|Cottages|"
    r"STREET|ROAD|LANE|AVENUE|DRIVE|CLOSE|WAY|PLACE|TERRACE|CRESCENT|COURT|SQUARE|GARDENS|HILL|ROW|GROVE|WHARF|MEWS|PARADE|WALK|COTTAGES)\b"
)
BUS = re.compile(
    r"\b\d{1,3}[A-Z]?\s+(?:bus(?:es)?|bus\s+service|service\s+(?:bus|to|from|between|runs))\b|"
    r"\b[Tt]he\s+\d{1,3}[A-Z]?(?:\s*(?:,|and|/|or)\s*\d{1,3}[A-Z]?)*\s+(?:service|route)s?\b"
)
LAW = re.compile(
    r"\b(?:Acts?|Regulations|Order|Directive|Rules|Measure|Bill)\s+(?:\([^)]*\)\s+)?\(?(?:1[89]|20)\d\d\)?|\bS\.?I\.?\s+\d+|"
    r"\b(?:Care\s+)?[Aa]ct\s\(?(?:1[89]|20)\d\d\)?"
)
_AGE = r"\d{1,3}(?:\.5)?(?!\d|[,.]\d|\s?%|\s+people)"
_YEARS = r"(?:\s?\+|\s+plus\b|(?:\s+and\s+a\s+half)?[\s-]*(?:years?|yrs?)(?:[\s-]*(?:of\s+age|olds?))?)?"
_EDGE = r"(?:\s*(?:and|or)\s+(?:over|above|older|under|below|younger|up|upwards|more))?"
_OVER = r"(?:(?:between|from|over|under|above|below|at\s+least|up\s+to|of|is|are|was)\s+)*"
AGE = re.compile(
    r"(?=\d|\b(?:age|over|under|peo|tho|adu|any|per|res|chi|ind|wom|men|pop|pat|cli|som|all))(?:"
    rf"\b(?:aged?|ages|age[\s-](?:group|range|band|limit)s?)[\s:]+{_OVER}{_AGE}s?{_YEARS}{_EDGE}(?:\s*(?:-|–|to|and|or|/|"
    rf",)\s*{_OVER}{_AGE}{_YEARS}{_EDGE})*"
    rf"|\b(?:over|under)[\s-]?{_AGE}s\b|\b(?:over|under)[\s-](?:the\s+age\s+of\s+)?{_AGE}(?=\s*\)|\s+years?\s+(?:of\s+age|"
    rf"old))(?:\s+years?\s+(?:of\s+age|old))?"
    rf"|\b{_AGE}(?:[\s-]*(?:-|–|to|and|or)\s*{_AGE})?(?:\s+and\s+a\s+half)?[\s-]*years?[\s-]olds?\b|\b{_AGE}\s+years?\s+of\s+age\b"
    rf"|\b{_AGE}{_YEARS}\s+(?:and|or)\s+(?:over|above|older|under|younger)\b"
    rf"|\b(?:people|those|adults|anyone|persons|residents|children|individuals|women|men|population|patients|clients|someone|aged|"
    rf"all)\s+(?:who\s+(?:are|were)\s+)?(?:over|under|above|below)\s+(?:the\s+age\s+of\s+)?{_AGE}{_YEARS}(?!\s?[%,\d])"
    rf"|\b(?:1[468]|2[15]|5[05]|6[05]|7[05]|8[05]|90)(?:\+|\s?plus\b)(?!\s+(?:people|staff|homes|hours|places|members))"
    rf"|\b(?:0|2|3|4|5|7|8|11|12|13|14|16|18|19|25|50|55|60|65|75|80|85)\s?(?:-|–)\s?(?:2|3|4|5|7|11|15|16|17|18|19|21|24|25|29|39|49|"
    rf"54|59|64|69|74|79|84|89)(?=\s*(?:years?\b|yrs?\b|age|service|cohort|population|section|team|provision|pathway|offer|group|transitions?|panel|board|workforce|"
    rf"\)))"
    r"|\b\d{1,2}\s?(?:-|–|to)\s?\d{1,2}[\s-]months?[\s-](?:olds?|provision|places?|entitlement|offer|children|babies)\b)",
    re.IGNORECASE,
)
LIVE_TO = re.compile(r"\blive\s+(?:to|until|for)\b\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
"""An age that somebody may expect to reach is a figure."""
BASE = re.compile(r"per(?<=\bper)\s\d[\d,]*k?\b")
""" "missed bins per 100,000 collections"."""
YEAR_OF_PLAN = re.compile(
    r"year(?:(?<=\b(?:in|by|to|at)\syear)|(?<=\bfor\syear)|(?<=\b(?:from|over)\syear)|(?<=\b(?:until|after)\syear))"
    r"s?\s\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?\b(?=\W*$|[.,;:)]|\s(?:of|for|and|to|is|was|onwards?|when|the|with|under)\b)"
)
""" "borrowing of £368m in year 30"."""
STEADY = re.compile(
    r"\b(?=[\donf])(?:24/7|24\s?hours?/7|9\s?(?:-|–|to)\s?5\b|1\s?(?:-|–|to|:)\s?1\b|1-2-1|one[\s-]to[\s-]one|one[\s-]stop|net[\s-]zero|"
    r"first\s+two|50[:/-]50|4x4|9/11|7/7)\b|(?<![\d,.])360[\s-]degrees?\b"
)
YEAR_ALONE = re.compile(r"(?<![\d£€.,/:-])(?:1[5-9]\d\d|20[0-5]\d)(?![\d%]|[.,]\d|[-–/]\d)")
OPENING = re.compile(
    r"^\s*(?:[-•*–▪◦‣·]\s*)?(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\)|\d{1,3}(?:\.\d{1,3})+\.?\)?)(?=\s|$)", re.IGNORECASE
)
COUNTS_ON = re.compile(
    r"\s?(?:%|per\s?cent\b|percentage\s+points?\b)|\s+(?:million|billion|thousand|hectares?|acres?|miles|tonnes|square|sq\.?|kilometres?|metres?)\b"
)
"""Behind a number that opens a paragraph: "1.2 million tonnes of waste" is no paragraph number."""
OPEN_KINDS = frozenset(("year", "relative"))
"""A bare year may be a count ("2000 people"); "the last seven years" holds a length of time."""
DIGIT = re.compile(r"\d")
WORDED = (LINK, STEADY)
"""What may hold a number in words; all others hold a digit."""
ALL = (
    REFERENCE, CLOCK, DAY_MONTH, NUMERIC_DATE, TELEPHONE, LINK, POSTCODE, CODED, DOTTED, BRACKETED, FILE_SIZE, LEADERS,
    ADDRESS, BUS, LAW, STEADY, SEVERAL, GRID, BASE, YEAR_OF_PLAN,
)  # fmt: skip


def skips(text: str, opening: str | None = None, today: str | None = None) -> tuple[tuple[int, int], ...]:
    """Stretches of a paragraph in which a number is no figure. `opening`: the paragraph's own number, where the text begins with it."""
    found = [(time.start, time.end) for time in periods(text, today) if time.kind not in OPEN_KINDS]
    digits = DIGIT.search(text) is not None
    looked_for = ALL if digits else WORDED
    found += [match.span("n") if pattern is REFERENCE else match.span() for pattern in looked_for for match in pattern.finditer(text)]
    if digits:
        found += [match.span() for match in AGE.finditer(text) if not LIVE_TO.search(text, 0, match.start())]
    if (match := OPENING.match(text)) and not COUNTS_ON.match(text, match.end()):
        found.append(match.span())
    if opening and (own := re.match(rf"[-•*\s]*{re.escape(opening)}(?![^\W_]|[.,]\d)", text)) and not COUNTS_ON.match(text, own.end()):
        found.append(own.span())
    return tuple(found)


def touches(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    return any(low < end and start < high for low, high in spans)
