"""Undertakings that minutes record: what a named person, a post or the council bound itself to at a meeting.

Minutes promise in few words ("the Clerk will write to the county council"), without the numbers, dates and documents that
weigh in reports. Such a sentence is a promise by its form: somebody who can be asked about it, and a deed that is done or
not done. What is only asked, wished, or has no end ("keep under review", "look into") is none.
"""

from __future__ import annotations

import re

from pipeline.extract.commitments.assigned import assigned
from pipeline.extract.commitments.grammar import Undertaking, undertakings, verb_class
from pipeline.extract.undertaking import undertaken

_DEED = re.compile(
    r"\b(?:(?:will|would|shall|is|are|agreed|undertook|undertakes|offered|promised|volunteered|pledged)(?: (?:also|then|now"
    r"|therefore|further))?"
    r"(?: to)?|to)\s+(?P<deed>[a-z]+(?: (?:into|at|under|to))?)",
    re.IGNORECASE,
)
_IS_TO_BE = re.compile(r"(?:is|are) to be\b", re.IGNORECASE)
_TASK = re.compile(r"\W*(?:(?!\w+ed\b|for\b|that\b|to\b)[\w’'-]+ ){1,4}$")
"""What stands before "to be obtained" in a clerk's task without a finite verb: "Three quotes"."""
_IS_DUE = re.compile(
    r"(?:(?:is|are|was|were) )?(?:also |now )?(?:due|scheduled|expected|set|timetabled|programmed|planned) to\b", re.IGNORECASE
)
_SHARED = ("and", "and also", "but", "and then")
_PERSON_FIRST = re.compile(
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b|The (?:Parish |Town |Deputy |Vice[- ])?(?:Clerk|Chair(?:man)?|Leader"
    r"|Mayor|Director|Head|Engineer)\b)"
)
"""Whose second verb it is: "Cllr A is the organiser and would obtain a wreath"."""
_BODY_FIRST = re.compile(
    r"(?:The |It )?(?:[\w-]+ ){0,3}?(?:council|committee|board|panel|cabinet|trust|group|authority|members)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"^(?:be|have(?! [^.]{2,40}\b(?:\w+ed|cut|built|put|made|done)\b)|look\w* (?:into|at|to)|keep|consider\w*|explor\w+|continu\w+"
    r"|support\w*|encourag\w+|ensur\w+|seek\w*|promot\w+"
    r"|try|aim|help"
    r"|monitor\w*|like|welcome|want|need|see|mean|work\w*|depend\w*|remain\w*|vote\w*|abstain\w*|not|never|benefit|enable|allow"
    r"|second|propose|move|sign|accept|receive|note|stand|serve|chair|agree)\b",
    re.IGNORECASE,
)
"""Verbs of deeds that have no end, and of what members do at the meeting itself."""
_AGREED_TO = re.compile(
    r"(?:agreed|decided|undertook|offered|promised|pledged|volunteered|(?:has|have|had) undertaken) to\b", re.IGNORECASE
)
_ENACTED = re.compile(
    r"(?:adopt|approv|agree|appoint|defer|refer|elect|award|confirm|ratif|accept|adjourn|clos|defer|amend|delegat|authoris|grant|refus|set|fund|allocat"
    r"|donat|contribut|spend|spent|extend|increas|submit|apply|recommend|renew|replac|co-opt|make|give|pay|respond|comment|request)\w*\b"
    r"|discuss(?![^.]*\bmeeting)",
    re.IGNORECASE,
)
"""What a council that agrees to it has mostly done by agreeing, or decides rather than promises."""
_SENT = re.compile(
    r"(?:circulat|shar|publish|present|report|sent|brought|forward|distribut|email|submit|inform|arrang)\w*\b", re.IGNORECASE
)
_THIS_FIRST = re.compile(r"(?:This|It|These|They)$")
"""A paper talked of in the sentence before: "This would be circulated to members"."""
_IT = re.compile(r"\b(?:it|this|these|they)$", re.IGNORECASE)
_AGREED_THAT = re.compile(
    r"\b(?:agrees?d?|resolved|decided|intended|planned|arranged)(?: unanimously)?[:,]? that (?P<what>(?:(?!would|will"
    r"|should)[^.;,])+?) (?:also )?(?:be|is|are) (?P<deed>[a-z]+(?: up| out)?)\b",
    re.IGNORECASE,
)
"""The subjunctive of clerks: "it was agreed that a report be brought"; of limbs: "AGREE that two sites are bought"."""
_RESOLVED_TO = re.compile(r"\b(?:agreed|resolved)(?: unanimously)?[:,]? to (?=[a-z])", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:advised|confirmed|stated|explained|reported|said|informed|assured|indicated|responded|replied"
    r"|agreed)\b[^;]{0,80}\bthat\b[^;]*$",
    re.IGNORECASE,
)
_NOT_BOUND = re.compile(
    r"\?|\b(?:if|unless|likely|should (?:the|this|funding|any)|could|might|would (?:have|like|need|want|not)|(?:will|would) be (?:able"
    r"|happy|pleased|glad|willing|keen|open)|in favour of|motion|amendment"
    r"|overview|presentation to (?:the )?members|queried|asked (?:if|whether|how|what)|felt|hoped|suggested|whether"
    r"|agreed that [^.;]*\bneed(?:s|ed)? to)\b",
    re.IGNORECASE,
)


def minuted(text: str) -> bool:
    """Whether a sentence of minutes records that somebody bound themselves to a deed."""
    if _NOT_BOUND.search(text):
        return False
    found = undertaken(text)
    if found and found[1]:
        deed = _DEED.search(text, found[0])
        return deed is not None and not _OPEN.match(deed["deed"])
    task = assigned(text)
    if task:
        return not _OPEN.match(text[task[1] :])
    agreed = _AGREED_THAT.search(text)
    if agreed and _is_deed(text, agreed.start("deed")):
        return True
    resolved = _RESOLVED_TO.search(text)
    if resolved and _is_deed(text, resolved.end()):
        return True
    return any(_binds(u, text) for u in undertakings(text))


def _is_deed(text: str, at: int) -> bool:
    """Whether the verb there is of a deed still to be done, when a meeting has agreed to it."""
    return verb_class(text, at) in ("makes", "does") and not _ENACTED.match(text, at) and not _OPEN.match(text[at:])


def _binds(deed: Undertaking, text: str) -> bool:
    """ "The Council will write", "the verge will be cut", "a sign is to be put up"."""
    if deed.verb not in ("makes", "does") or _OPEN.match(text[deed.verb_at :]):
        return False
    shared = deed.who.lower() in _SHARED
    if deed.form == "plan":
        whose = bool(_BODY_FIRST.match(text)) if shared else deed.subject == "council"
        return whose and bool(_AGREED_TO.match(text, deed.start)) and not _ENACTED.match(text, deed.verb_at)
    if shared and deed.form in ("will", "would"):
        return bool(_PERSON_FIRST.match(text))
    if deed.passive and deed.subject == "effect" and _SENT.match(text, deed.verb_at):
        return deed.form in ("will", "would") and bool(_THIS_FIRST.match(deed.who))
    due = bool(_IS_DUE.match(text, deed.start))
    if due and deed.passive and deed.subject == "effect":
        return deed.verb == "makes" and bool(_IT.search(deed.who))
    future = due or deed.form == "will" or _is_to_be(deed, text) or _reported(deed, text)
    itself = deed.passive or (due and "expected" not in text[deed.start : deed.verb_at].lower())
    return future and (deed.subject == "council" or (itself and deed.subject == "thing"))


def _is_to_be(deed: Undertaking, text: str) -> bool:
    """ "A sign is to be put up", "quotes to be obtained"."""
    task = text.startswith("to be ", deed.start) and _TASK.match(text[: deed.start])
    return bool(task or _IS_TO_BE.match(text, deed.start))


def _reported(deed: Undertaking, text: str) -> bool:
    """ "The engineer advised that a site meeting would be arranged": what was said of the future by somebody who answers for it."""
    return deed.form == "would" and deed.passive and bool(_TOLD.search(text[: deed.start]))
