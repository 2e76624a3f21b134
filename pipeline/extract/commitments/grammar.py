"""Who undertakes what: the auxiliaries of a sentence ("will", "is due to", "plans to"), their subjects and their verbs.

Comes in: a sentence. Goes out: `Undertaking`s, in order: whether the council or a thing of its own, somebody else or a
mere consequence is the subject, and whether the verb makes something that a reader can check, does something, or strives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.commitments.verbs import DOING, IRREGULAR, MAKING, PARTICIPLES, STRIVING
from pipeline.language.wording import small

Subject = Literal["council", "thing", "others", "effect"]
Verb = Literal["makes", "does", "strives", "is"]

_WE = re.compile(
    r"^(?:.*\b)?(?:[Ww]e|[Oo]fficers?|(?:[Tt]he|[Oo]ur|[Yy]our|[Tt]his) (?:[\w’'-]+ ){0,3}?(?i:council|authority"
    r"|committee|cabinet|board|department|directorate|team|programme|partnership|trust|government|working group|group"
    r"|panel|forum|assembly|commissioner|mayor|convener|provost|constable|police|surveyor|engineer|manager|treasurer|secretary|agency"
    r"|association|charity|college|company|contractor|university|project|executive|director|chair(?:man|woman|person)?"
    r"|vice[- ]chair(?:man)?|leader|clerk|home office|service"
    r"|officers?|members?|administration|leaders|leadership)|"
    r"(?:[A-Z][\w&’'-]*(?:,? (?:and |of |for |& )?[A-Z][\w&’'-]*)*) (?:council|Council|Authority|Partnership|Team|Trust"
    r"|Service|Services|Committee|Cabinet|Department|Board|Office|Group|Officers?|Director|Manager|Officer)|"
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Lord)s?\.? [A-Z][\w’' -]+|Chair(?:man|woman)?|Vice[- ]Chair(?:man)?"
    r"|Cabinet|Council|he|she|[A-Z]{2,5})$",
    re.DOTALL,
)
_OTHERS = re.compile(
    r"\b(?:people|residents|clients|users|carers|children|families|public|individuals?|patients|pupils|tenants|staff"
    r"|employees|population|demand|numbers?|number|prevalence|everyone|anyone|someone|providers?|applicants?|bidders?"
    r"|customers?|visitors|volunteers|i|you|questions?|person|adults|women|men|"
    r"workers|households|councillors|local authorities|one|employers|landlords|developers|market|prices|costs|inflation"
    r"|many|some|those|others)$",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"(?:^|\b)(?:this|that|it|which|who|these|they|there|what|and|where|how|also|then|such|[a-z]+ing [\w ]{0,40})$", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:–—]| - |, (?:and |but |so |however |when |as )?|\b(?:and|but|that|which|who|when|where|whether|because|as|so"
    r"|how|what|if|while|although|this is|to ensure"
    r"|says?|said|states|stated|confirms|confirmed|advised|reported|explained|added|understood)\b ",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?P<future>will|shall|(?:is|are|was|were|now) going to)\b|"
    r"[’'](?P<short>ll)\b|\b(?P<would>would)\b(?! (?:like|have|need|mean|suggest|expect"
    r"|welcome|appear|seem|not|otherwise))|"
    r"\b(?P<due>(?:(?:is|are|was|were|be|now) (?:also |now )?(?:due|scheduled|expected|anticipated|set|about|timetabled"
    r"|programmed)|due|scheduled|anticipated|intended) to\b|(?P<is_to>(?:is|are|was|were) to )(?=[a-z]+)|"
    r"(?<!need )(?<!needs )(?<!needed )(?<!able )(?<!have )(?<!has )(?<!likely )(?<!required )(?<!want )(?<!wants "
    rf")(?<!expected )(?<!planned )(?<!ought )to (?=be (?:\w+ly )?(?!able|more|less|a |an |the )(?:\w+ed|{PARTICIPLES})\b))|"
    r"\b(?P<plan>(?:(?<=we )want|(?<=we )expect|expects|plan|plans|planned|planning|intend|intends|intending|intention"
    r"|propose|proposes|proposing|going"
    r"|begin|aim|aims|aimed|looking|vision|programme|agreed|agree|decided|undertook|undertakes"
    r"|(?:has|have|had) undertaken|offered|committed|commits"
    r"|commitment|pledged|pledges|pledge|proposed|promised|working(?: [\w ,’'-]{0,120}?)?|work(?: [\w ,’'-]{0,80}?)? (?:is"
    r"|was) underway(?: [\w ,’'-]{0,80}?)?) to\b)|"
    r"\b(?P<now>(?:is|are|was|were|we’re|we're) (?:also |currently |now |already |actively "
    r"|in the process of )*(?=\w+ing\b)(?!being|going|working|looking|planning|proposing|intending|aiming|having|seeing"
    r"|doing|getting|including|according|using)|in the process of (?=\w+ing))"
)
"""In small letters."""
_ADVERB = (
    r"(?:(?:also|now|then|therefore|continuously|shortly|soon|formally|further|jointly|ultimately|initially|regularly|all"
    r"|each|both|only|always|again|already|not|be|been|have|being|help|better|\w+ly),? |, (?:in|with|through|as|by|where"
    r"|alongside)[^,]{0,80}, )*"
)
_ADVERBS = re.compile(rf"\s*{_ADVERB}[‘'“\"]?(?=\w)", re.IGNORECASE)
_WORKING = re.compile(
    r"(?:be )?(?:working|work|looking|look|going|continue|continuing|seeking|seek|liaise|liaising"
    r")(?: (?!to\b)[\w,’'()/&-]+){0,25}? to (?=[a-z])",
    re.IGNORECASE,
)


def _verbs(words: str) -> str:
    """Base, participle and gerund of each verb, as one alternation; "~" joins a verb with its particle."""
    forms: list[str] = []
    for entry in words.split():
        verb, *particle = entry.split("~")
        tail = "".join(f" {p}" for p in particle)
        stem = re.sub(r"e$", "", verb)
        shapes = {
            verb,
            IRREGULAR.get(verb, f"{stem}ed"),
            f"{verb}{verb[-1]}ed",
            re.sub(r"y$", "ied", verb),
            f"{stem}ing",
            f"{verb}{verb[-1]}ing",
            f"{verb}s",
        }
        forms.append(f"(?:{'|'.join(sorted(map(re.escape, shapes), key=len, reverse=True))}){tail}")
    return "|".join(sorted(forms, key=len, reverse=True))


_CLASSES: tuple[tuple[Verb, re.Pattern[str]], ...] = (
    ("makes", re.compile(rf"(?:{_verbs(MAKING)})\b", re.IGNORECASE)),
    ("does", re.compile(rf"(?:{_verbs(DOING)})\b", re.IGNORECASE)),
    ("strives", re.compile(rf"(?:{_verbs(STRIVING)})\b", re.IGNORECASE)),
)
# What nobody can see made: "develop a shared understanding" strives.
_INTANGIBLE = re.compile(
    r"[\w-]+(?: (?:and|or) [\w-]+)? (?:(?:a|an|the|our|their|more|greater|better|further|new) )*(?:(?!(?:of|for|to|in|that"
    r"|which|with)\b)[\w-]+,? (?:and )?){0,3}?(?:understanding|awareness|culture"
    r"|environments?|relationships?|picture|sense|confidence|capacity|knowledge|skills|trust|ethos|resilience|conditions"
    r"|consensus|momentum|expertise)\b|[\w-]+ (?:this|it|them|these) (?:in (?:partnership|collaboration|line|a way)|through|by \w+ing"
    r"|with|via|alongside)\b|(?:deliver|implement|achiev)\w* (?:the|our|this|these) (?:plans?|vision|ambitions?|priorities"
    r"|commitments?|improvements?"
    r"|strategy|outcomes?|objectives?|aims?)\b(?! (?:by|in|for|from|during|to))",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:[\s’'](?:is|are|was|were|has|have|had|been|be|being|re|ve|am|also|currently|now|already|actively|then|therefore"
    r"|subsequently|jointly|both|all))+\s*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:aims?|purpose|role|objectives?|priorit(?:y|ies)|tasks?|challenges?|ways?|goals?|dut(?:y|ies)|functions?|key"
    r"|ideas?|points?|steps?|jobs?"
    r"|remit|options?|intention|plan|ambitions?|reason|approach|focus|mission|vision|responsibilit(?:y|ies)"
    r"|need)\b|\b(?:this|that|it|which|what)$",
    re.IGNORECASE,
)
"""What "is to" explains, where it sets nobody to a deed: "our aim is to"."""
_CAUSE = re.compile(
    r"^(?:(?:any|an?|the|this|such|further) )?(?:failure|delays?|lack|shortages?|increases?|decreases?|rises?|falls?"
    r"|reductions?|growth|inflation"
    r"|pressures?|removal|absence|cost)\b|^(?:(?:next|this|the (?:coming|next)) (?:year|month)|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_ENABLED = re.compile(r"\b(?:enabl|allow|permit)\w* [^,;:]*$", re.IGNORECASE)  # what is made possible "to be done" binds nobody
_INTENDED = re.compile(r"(?:intended|planned|proposed|agreed) to\b", re.IGNORECASE)
"""What "it is intended to" says, the council does."""
_ANYBODY = re.compile(
    r"^(?:an?|any|each|every|your) (?:[\w’'-]+ ){0,3}(?:worker|officer|advis[eo]r|nurse|practitioner|assessor|inspector|engineer|doctor"
    r"|teacher|coordinator|co-ordinator|manager|member|person|professional|therapist|licensee|landlord|applicant|developer|tenant"
    r"|(?:member|one) of (?:our|the) (?:\w+ )?(?:team|staff))$",
    re.IGNORECASE,
)
"""Whoever does it: "a social worker will carry out an assessment" describes a service."""
_REQUESTS = re.compile(
    r"\b(?:applications|claims|requests|complaints|enquiries|objections|representations|appeals|bids|referrals|nominations"
    r"|petitions|payments"
    r"|questions|responses|comments|reports of [\w ]+)\b",
    re.IGNORECASE,
)
_DEALT_WITH = re.compile(
    r"(?:consider|assess|determin|accept|dealt|deal|prioriti[sz]|review|scor|evaluat|heard|hear|decid|report|process|acknowledg"
    r"|answer|respond"
    r"|mark|rank|made|pass|forward|refer|tak|return)\w*",
    re.IGNORECASE,
)
"""How any application, claim or objection is dealt with is a procedure, no promise."""
_GERUND = re.compile(r"\w+ing\b")
_LATER_VERB = re.compile(
    r"\w+ (?:(?!will\b|would\b|to\b|that\b|which\b|who\b|is\b|are\b)[\w’'-]+ ){1,10}?and (?:then |also )?(?=[a-z]+ (?:an?|the|our"
    r"|its|their|all|this|any|\d+)\b)"
)
"""Up to the second verb of "will consider all responses and publish a report"."""
_JOINED_VERB = re.compile(r"\w+(?:,? and |, | or )(?=\w)")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """An auxiliary with its subject and verb; offsets in the sentence. `form`: will, would, due, plan or now."""

    form: str
    subject: Subject
    verb: Verb
    passive: bool
    start: int
    verb_at: int
    who: str


def undertakings(text: str) -> Iterator[Undertaking]:
    """Every undertaking of a sentence in order."""
    for match in _MODAL.finditer(small(text)):
        form = (
            "will"
            if match["future"] or match["short"]
            else "would"
            if match["would"]
            else "due"
            if match["due"]
            else "now"
            if match["now"]
            else "plan"
        )
        who = _subject(text[: match.start()])
        if who.lower() == "it" and _INTENDED.match(match.group()):
            form, who = "plan", "we"
        at = _past(_ADVERBS, text, match.end())
        passive = bool(re.search(r"\b(?:be|been|have)\b", text[match.end() : at])) and not _GERUND.match(text, at)
        if match["is_to"] and not passive and _PURPOSE.search(who):
            continue
        if match.group() == "to " and _ENABLED.search(text[: match.start()]):
            continue
        if nested := _WORKING.match(text, at):
            at = _past(_ADVERBS, text, nested.end())
        routine = passive and _REQUESTS.search(who) and _DEALT_WITH.match(text, at)
        verb: Verb = "is" if routine else verb_class(text, at, base=form in ("will", "would", "plan") and not passive)
        yield Undertaking(form, _subject_class(who), verb, passive and not routine, match.start(), at, who)


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def verb_class(text: str, at: int = 0, *, base: bool = False) -> Verb:
    """What kind of verb stands at an offset; the second of two joined by "and" may be the stronger one. `base`: as after "will"."""
    found = _class_at(text, at)
    if found == "makes":
        return "strives" if _INTANGIBLE.match(text, at) else found
    second = _JOINED_VERB.match(text, at) or (_LATER_VERB.match(text, at) if base else None)
    return "makes" if second and _class_at(text, second.end()) == "makes" and not _INTANGIBLE.match(text, second.end()) else found


def _class_at(text: str, at: int) -> Verb:
    """The class of the longest verb that fits: "build on" strives where "build" makes."""
    found = [(match.end(), name) for name, pattern in _CLASSES if (match := pattern.match(text, at))]
    return max(found, key=lambda one: one[0])[1] if found else "is"


def _subject(before: str) -> str:
    """The words between the last clause border and the auxiliary."""
    last = 0
    for border in _CLAUSE.finditer(before):
        if before[border.end() :].strip():
            last = border.end() if not re.match(r"(?:which|who|that)\b", border.group().strip(), re.IGNORECASE) else border.start()
        else:
            last = border.start()
    return _AUXILIARY.sub("", before[last:]).strip(" ,;:–-")


def _subject_class(who: str) -> Subject:
    if _EFFECT.search(who) and not _WE.match(who):
        return "effect"
    if _OTHERS.search(who) or _CAUSE.match(who) or _ANYBODY.match(who):
        return "others"
    if _WE.match(who):
        return "council"
    return "thing" if who else "effect"
