"""Sentences that resolve: who decided, with which verbs, and where what was decided begins.

Comes in: one paragraph of minutes. Goes out: a `Resolving` for each sentence that records a decision of the body. A verb
in capitals or bold is the minutes' own mark of a decision; without the mark only forms that leave no doubt are taken:
"It was agreed to ...", "The Committee approved the ...", "The minutes ... were confirmed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.minutes import body, emphasised
from pipeline.language.sentences import sentences
from pipeline.model.documents import Paragraph

DECIDES = (
    "agreed|resolved|approved|endorsed|adopted|appointed|elected|re-elected|ratified|deferred|delegated|decided|noted|authorised|authorized|granted|refused|co-opted|"
    "accepted|confirmed|nominated|determined|recommended|referred|rejected|withdrew|withdrawn|carried|supported|reaffirmed|dismissed|upheld|set"
)
WEIGHS = "considered|reviewed|discussed|received|requested|commended|acknowledged|welcomed|scrutinised|instructed|commented|declined|asked|examined|debated|moved"
PLAIN = "agreed|resolved|approved|endorsed|adopted|appointed|elected|re-elected|ratified|deferred|delegated|decided|noted|authorised|authorized|granted|co-opted|refused"
"""Verbs that decide without being marked, where the body is their subject."""
VERB = rf"(?:{DECIDES}|{WEIGHS})"
BODIES = (
    r"(?:Sub-?\s?Committee|Committee|Council|Cabinet|Board|Panel|Forum|Authority|Executive|Commission|Assembly|Partnership|Trustees|Governors|Members|Councillors|"
    r"committee|council|cabinet|board|panel|meeting|members|councillors|trustees|governors)"
)
BODY = rf"(?:(?:[Tt]he|[Tt]his)\s+)?(?:[A-Z][\w'’&-]*,?\s+(?:(?:and|of|for|the|&)\s+)?){{0,6}}?(?<!Meetings )\b{BODIES}\b(?!\s+(?:Member|member|Officer|Administrator|Chair|Leader))"
ADVERB = (
    r"(?:,?\s+(?:also|then|therefore|unanimously|UNANIMOUSLY|hereby|subsequently|duly|DULY|formally|further|accordingly|thereupon|again|in principle|nem\.? con\.?,?|"
    r"on a vote,|on being put to the vote,|by (?:a )?(?:majority|\d+ votes? to \d+)[^,;.]{0,30},?|(?:having|after|following) [^,;.]{3,90},))*"
)
BY_BODY = re.compile(rf"\b(?P<body>{BODY}){ADVERB}\s+(?:(?:have|has)\s+)?(?P<verbs>(?i:{VERB})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:also\s+|then\s+)?(?i:{VERB}))*)\b")
IT_WAS = re.compile(
    rf"\b[Ii](?:t|T)\s+(?:was|WAS)\s+(?:(?:then|therefore|further|subsequently|also|unanimously|UNANIMOUSLY|duly|DULY|formally|thereupon|accordingly|subsequently)\s+)*"
    rf"(?:proposed(?: by)?[^.;]{{0,140}}?\band\s+)?(?P<verbs>(?i:agreed|resolved|decided|recommended|noted|approved|requested|determined)(?:\s+and\s+(?i:{VERB}))?)\b"
)
AT_START = re.compile(
    rf"^(?:[“\"(*]*)(?:(?:And|and|AND|Accordingly|Therefore|Whereupon|Unanimously)[\s,]+)?(?:(?:UNANIMOUSLY|[Uu]nanimously|FURTHER|DULY)\s+)?"
    rf"(?P<verbs>RESOLVED|Resolved|resolved|AGREED|Agreed|DECIDED|Decided|DECISION|Decision|RESOLUTION|Resolution|RECOMMENDED|NOTED|APPROVED|APPOINTED|DELEGATED|DEFERRED|ORDERED|ENDORSED)\b"
    rf"(?=\s*(?:[:–—-]|that\b|THAT\b|to\b|TO\b|unanimously|UNANIMOUSLY|nem|\(|,|by\b|the\b|$|and\b|[“\"]|in\s+accordance|as\b|accordingly))"
)
AND_RESOLVED = re.compile(r"\bseconded\b.{0,90}?\b(?:and|AND)\s+(?:(?:it\s+was|was|unanimously)\s+)*(?P<verbs>(?i:resolved|agreed|carried))\s*(?=[:–—“\"]|that\b|THAT\b|to\b|$)")
PROPOSED_IT_WAS = re.compile(r"\b(?:proposal|proposition|motion|proposed)\b.{0,90}?\bseconded\b.{0,60}?\bit\s+was\s+(?:\w+ly\s+)?(?P<verbs>(?i:agreed|resolved|decided|requested|recommended|approved))\b")
PASSIVE = re.compile(rf"\b(?:was|were|be)\s+(?:(?:then|also|therefore|unanimously|duly|DULY|formally|hereby)\s+)*(?P<verbs>(?i:{DECIDES})(?:\s+and\s+(?i:{DECIDES}))?)\b")
BODY_ALONE = re.compile(rf"\b(?P<body>{BODY}){ADVERB}\s*[:–—-]\s*$")
MINUTES = re.compile(
    r"\b[Mm]inutes\b(?:(?!\bwill\b|\bwould\b)[^.;]){0,220}?\b(?:was|were|be|having been|and)\s+(?:(?:then|duly|unanimously|formally|taken as read(?:,| and))\s+)*"
    r"(?P<verbs>agreed|approved|confirmed|adopted|accepted|signed|taken as read|received|AGREED|APPROVED|CONFIRMED|ADOPTED|ACCEPTED|SIGNED)\b"
)
SHORT_PASSIVE = re.compile(
    r"^(?:The|A|An|This|These|Both|All|Correspondence|Payments?|Accounts|No)?\s?(?:[\w'’/()&,–-]+\s+){0,14}?(?:was|were)\s+(?:(?:then|also|duly|unanimously|formally|received and|considered and|discussed and)\s+)*"
    r"(?P<verbs>noted|agreed|approved|adopted|accepted|endorsed|ratified|deferred|withdrawn|carried|refused|granted|authorised)\b"
)
BUSINESS = re.compile(
    r"\b(?:reports?|minutes|recommendations?|payments?|accounts?|quot(?:e|es|ation|ations)|tenders?|applications?|proposals?|budgets?|programmes?|plans?|polic(?:y|ies)|precept|grants?|"
    r"statements?|correspondence|expenditure|terms of reference|schedules?|dates?|nominations?|updates?|presentations?|information|position|strateg(?:y|ies)|items?|requests?|invoices?|expenses|donations?|orders?|regulations?|fees?|rents?)\b",
    re.IGNORECASE,
)
NO_BUSINESS = re.compile(r"\b(?:points|matters|comments|issues|concerns)\b|\b(?:it|there)\s+(?:was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
BY_OTHERS = re.compile(r"\s*by\s+(?!all\b|(?:the\s+)?(?:members|meeting|committee|council|board|panel|councillors)\b)", re.IGNORECASE)
SEVERAL_VERBS = re.compile(r"\b(?:but|which|who|because|as it|when|had|has|if)\b", re.IGNORECASE)
HEADING = re.compile(r"(?:decisions?|resolutions?|resolved|agreed|it was (?:resolved|agreed)|the (?:committee|cabinet|council) (?:resolved|agreed|decided)|recommended)(?: (?:that|to))?\s*[:–—-]*", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:had\s+(?:been\s+)?(?:previously\s+)?(?:\w+ly\s+)?(?:agreed|resolved|approved)|previously|already|last (?:year|month|week)|earlier (?:this|in the) year|(?:at|during|in|following|by) (?:the|that|its|their|a) "
    r"(?:last|previous|earlier|recent|first|same)?\s?(?:\w+\s){0,3}?(?:meeting|committee|cabinet|council|board)s?\b(?: meeting)?(?: (?:held|on|in|of))?)",
    re.IGNORECASE,
)
RETOLD = re.compile(r"\bthat\s*$|\b(?:noted|reported|said|stated|advised|recalled|reminded|explained|clarified|informed|confirmed|hoped|felt|asked|thanked|pleased|suggested)\b[^.;]*$", re.IGNORECASE)
"""A decision that somebody in the meeting tells of is not made here."""
THIS_MEETING = re.compile(r"\b(?:next|this|future|forthcoming|special|held on|minutes)\b", re.IGNORECASE)
AFTER_AGREED = re.compile(
    r"\s*(?:unanimously|in principle|,)?\s*(?:to\b(?! differ)|not to\b|that\b(?! it (?:was|is)\b)(?=[^.;]*\b(?:be|should|would|will|shall|can|may)\b)|the\b|a\b|an\b|this\b|these\b|its\b|their\b|all\b|both\b|payments?\b|[:–—-]|[A-Z“\"£€\d]|by\b|$)"
)
AFTER_NOTED = re.compile(r"\s*(?:and\s+\w+ed\s+)?(?:the\b(?! (?:fact|importance|need|difficult|lack))|this\b(?! (?:was|had))|these\b|its\b|[:–—-]|receipt\b)")
NOTHING_AFTER = re.compile(r"\s*(?:unanimously|nem\.? con|on a vote)?[\s.*)]*$", re.IGNORECASE)
""""Agreed unanimously." is the fate of the motion before it."""
MARKS = re.compile(
    r"(?:dis)?(?:agree|resolve|approve|endorse|adopt|appoint|elect|ratif|defer|delegate|decide|note|authori[sz]e|grant|refuse|co-opt|accept|confirm|nominate|determine|recommend|refer|reject|withdr|carr|lost|"
    r"support|consider|review|discuss|receive|request|commend|acknowledge|welcome|scrutinise|instruct|comment|become|retain|support|publish|dismiss|reaffirm)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolving:
    """A sentence that records a decision."""

    start: int
    """Where the sentence begins in the paragraph's text."""
    complement: int
    """Where what was decided begins: after the verbs."""
    end: int
    verbs: tuple[str, ...]
    marked: bool
    """The minutes print the verb in capitals or bold."""
    whole: bool = False
    """What was decided stands before the verb: the sentence is the decision ("The minutes were agreed")."""


def resolvings(paragraph: Paragraph) -> Iterator[Resolving]:
    """Each sentence of a paragraph that decides."""
    first = body(paragraph)
    for start, end in sentences(paragraph.text[first:]):
        found = _sentence(paragraph, first + start, first + end)
        if found:
            yield found


def _sentence(paragraph: Paragraph, start: int, end: int) -> Resolving | None:
    text = paragraph.text[start:end]
    for find in (_at_start, _by_body, _it_was, _passive, _minutes, _body_alone, _short_passive):
        found = find(paragraph, start, text)
        if found:
            return found
    return None


def _made(paragraph: Paragraph, start: int, text: str, match: re.Match[str], *, whole: bool = False) -> Resolving:
    marks = [paragraph.text[start + a : start + b] for a, b in _marked(paragraph, start, text)]
    own = re.findall(rf"(?i:{VERB}|decision|resolution|ordered|signed|taken as read)", match["verbs"])
    verbs = tuple(dict.fromkeys(word.upper() for word in [*own, *marks]))
    complement = start if whole else start + match.end("verbs")
    return Resolving(start, complement, start + len(text), verbs, _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")), whole)


def _is_marked(paragraph: Paragraph, start: int, end: int) -> bool:
    return paragraph.text[start:end].isupper() and not paragraph.text.isupper() or emphasised(paragraph, start, end)


def _marked(paragraph: Paragraph, start: int, text: str) -> Iterator[tuple[int, int]]:
    """Verbs in capitals or bold anywhere in the sentence, in order."""
    for match in re.finditer(r"\b[A-Za-z]{4,}\b", text):
        if MARKS.fullmatch(match[0]) and (match[0].isupper() or emphasised(paragraph, start + match.start(), start + match.end())):
            yield match.start(), match.end()


def _at_start(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = AT_START.match(text) or AND_RESOLVED.search(text) or PROPOSED_IT_WAS.search(text)
    if not match:
        return None
    if NOTHING_AFTER.match(text[match.end() :]) and match["verbs"].casefold() in ("agreed", "approved"):
        return None
    if match["verbs"].casefold() in ("agreed", "decided", "noted") and not match["verbs"].isupper() and match.re is AT_START and not _plain_start(text, match):
        return None
    return _made(paragraph, start, text, match)


def _plain_start(text: str, match: re.Match[str]) -> bool:
    """ "Agreed: that ..." and "Agreed to ..." decide; "Agreed with the view" does not."""
    return bool(re.match(r"\s*(?:[:–—-]|that\b|to\b|unanimously)", text[match.end() :]))


def _by_body(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    for match in BY_BODY.finditer(text):
        verb = re.split(r"\W", match["verbs"])[0].casefold()
        if _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")) or any(
            _is_marked(paragraph, start + match.start("verbs") + word.start(), start + match.start("verbs") + word.end())
            for word in re.finditer(r"[A-Za-z-]+", match["verbs"]) if word[0] != "and"
        ):
            if verb in WEIGHS.split("|") and not match["verbs"].isupper() and len(match["verbs"].split()) == 1:
                continue
            return _made(paragraph, start, text, match)
        if re.fullmatch(PLAIN, verb) and _decides_plainly(text, match, verb):
            return _made(paragraph, start, text, match)
    return None


def _decides_plainly(text: str, match: re.Match[str], verb: str) -> bool:
    if is_past(text) or RETOLD.search(text[: match.start()]):
        return False
    after = text[match.end() :]
    return bool(AFTER_NOTED.match(after) if verb == "noted" else AFTER_AGREED.match(after))


def is_past(text: str) -> bool:
    """Whether a sentence tells of another meeting or an earlier decision."""
    match = PAST.search(text)
    return bool(match) and not THIS_MEETING.search(match[0] if match else "")


def _it_was(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = IT_WAS.search(text)
    if not match:
        return None
    if _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")):
        weak = match["verbs"].casefold() in ("requested", "recommended") and not match["verbs"].isupper()
        return None if weak else _made(paragraph, start, text, match)
    if match["verbs"].casefold() not in ("agreed", "resolved", "decided") or is_past(text) or RETOLD.search(text[: match.start()]) or not AFTER_AGREED.match(text[match.end() :]):
        return None
    return _made(paragraph, start, text, match)


def _passive(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    for match in PASSIVE.finditer(text):
        capitals = match["verbs"].isupper() or emphasised(paragraph, start + match.start("verbs"), start + match.end("verbs"))
        if capitals and not text.isupper():
            return _made(paragraph, start, text, match, whole=True)
    return None


def _minutes(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = MINUTES.search(text)
    return _made(paragraph, start, text, match, whole=True) if match and len(text) < 500 else None


def _body_alone(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "The Committee unanimously:" over limbs that carry the verbs."""
    match = BODY_ALONE.search(text)
    if not match or start + len(text) < len(paragraph.text):
        return None
    return Resolving(start, start + len(text), start + len(text), (), False)


def _short_passive(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "The financial statement was received and noted." """
    match = SHORT_PASSIVE.match(text)
    if not match or len(text.split()) > 34 or is_past(text) or not BUSINESS.search(text[: match.start("verbs")]) or SEVERAL_VERBS.search(text[: match.start("verbs")]):
        return None
    if NO_BUSINESS.search(text[: match.start("verbs")]) or BY_OTHERS.match(text[match.end() :]) or text.rstrip().endswith(":"):
        return None
    return _made(paragraph, start, text, match, whole=True)
