"""Signs that a sentence promises something that can be checked, or that it does not.

Comes in: a sentence and where it stands. Goes out: the names of the signs that hold. What they are worth together is
decided in `points.py` from one table, so that every commitment can be explained by its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.commitments import cues
from pipeline.extract.commitments.against import AGAINST, RECOMMENDED, RULES, STANDING
from pipeline.extract.commitments.grammar import Undertaking, undertakings, verb_class
from pipeline.language.deadlines import Deadline, deadlines
from pipeline.language.wording import small

THINGS, DOCUMENTS, OTHERS = ("|".join(listed.split()).replace("~", " ") for listed in (cues.THINGS, cues.DOCUMENTS, cues.OTHERS))
COUNT = r"(?:\d(?:[\d,./]*\d)?|(?<!one to )(?<!one-to-)one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_NOT_BETWEEN = r"of|and|or|to|in|on|by|for|with|per|from|at|as|that|which|who|due|ready|will|would|is|are|was|were|have|has|had|the|a|an"
COUNTED = (
    rf"(?<![\w.,£€–-])(?:(?:another|further|additional|extra|new|up to|at least|approximately|around|over|c\.?|some) )?{COUNT}"
    rf"(?:[ -](?!(?:{_NOT_BETWEEN})\b)[\w’'-]+){{0,4}}?[ -](?:{THINGS}|home|apartment|flat|unit|bed|place)\b"
)
"""A number of things, with up to four words between: "a further 40 affordable rented homes"."""
SUM = r"[£€]\d[\d.,]*\s?(?:m|bn|k|million|billion)?\b"
_SAVED = r"(?:(?:of|in|worth of) )?(?:\w+ ){0,3}?(?:savings|efficiencies)\b"
_GERUND = (
    r"(?:develop|implement|introduc|commission|recruit|procur|design|creat|establish|build|publish|launch|pilot|review"
    r"|refresh|updat|roll|plann|look|progress|tender|set|mov|prepar|purchas|deliver|co-?produc|undertak|draft|test|trial"
    r"|fund|invest|work|apply|bring|expand|extend|redesign|arrang|organis|host)(?:p|t|l)?ing"
)

PATTERNS: Mapping[str, str] = {  # in small letters
    "will": r"\b(?:will|shall|(?:is|are|was|were|now) going to)\b",
    "would": r"\bwould (?:also |then |now )?(?:be |\w)",
    "due": r"\b(?:(?:is|are|was|were|be|now) (?:also )?(?:due|scheduled|expected|anticipated|set|about|timetabled|programmed"
    r"|planned) (?:to|for|in|by|on|back)|on track to|due (?:to (?:be|go|finish|end|start|report|commence|open|complete|meet|talk"
    r"|visit)|in|for|by)|"
    r"due to [‘'“\"]|scheduled (?:for|to)|anticipated to open|is to (?:be|begin|take)|was to begin)\b",
    "committed": r"\b(?:commit(?:s|ted|ting)? (?:to|itself|the)|commitment to|undert(?:ook|akes?|aken) to|pledge[sd]?"
    r"|promise[sd]? (?:to|that)|agreed (?:to|that)|agreement to|guarantee)\b",
    "agrees": r"\b(?:agreed|agrees|offered|undertook|confirmed|asked|requested|promised)\b.{0,60}\b(?:to|that|would)\b",
    "target": r"\b(?:targets?|target time|aim (?:is|of|for|to)|our aim|goal|(?:we|they) (?:want|aim|aimed) (?:at least"
    r"|to complete)|expectation that|seeking (?:an? )?(?:\w+ )?improvement)\b",
    "saving": r"\b(?:savings? (?:of|target|programme|proposal|to be|for)|use of (?:\S+ )?(?:of )?reserves|reserves? (?:of|to be)"
    r"|budget gap|capital programme|balanced budget|invest(?:ment)? of)\b",
    "pipeline": r"\b(?:in (?:the )?(?:pipeline|planning(?: process)?|pre-planning|development|train|progress)"
    r"|in the process of|on site|start on site|ready to start|under (?:construction|way|development)|underway"
    r"|brought forward|being (?:developed|commissioned|built|created|launched|piloted|undertaken|designed|considered|procured|introduced"
    r"|rolled out|tendered|recruited)|to be (?:tendered|developed|created|established|implemented))\b",
    "progressive": rf"\b(?:is|are|was|were|be) (?:also |currently |now |already |actively )?{_GERUND}\b",
    "milestone": r"\bdue for (?:completion|replacement|renewal|publication|opening|adoption|demolition|refurbishment|review)\b"
    r"|\b(?:report|review|plan|strategy|decision|results?|outcome) (?:is|are) due (?:in|by|for|on|to)\b"
    r"|\bthere will (?:also |then )?be (?:an? |the |further )?(?:\w+ )?(?:introduction|launch|opening|expansion"
    r"|roll-?out|creation|review) of\b"
    r"|\bwill (?:also )?see the (?:launch|opening|completion|start|delivery|introduction|publication|construction|adoption|roll-?out)\b"
    r"|\b(?:completion|opening|handover|delivery|publication|launch|adoption|consultation|construction|works?"
    r"|start(?: on site)?|(?:planning )?applications?|tenders?|contracts?) (?:(?:is|are|was|were|being) )?(?:also |now )?"
    r"(?:expected|due|anticipated|scheduled|planned|programmed|targeted|timetabled|set) (?:to (?:be )?\w+ )?"
    r"(?:in|by|for|on|during|before|next|this|early|late)\b",
    "net zero": r"\b(?:net[- ]zero|carbon[- ]neutral(?:ity)?|zero[- ]carbon|carbon[- ]free|climate[- ]neutral)\b"
    r"[^.;]{0,40}\bby (?:the year )?20\d\d\b",
    "conditional": r"\b(?:if|should (?:the|this|any)|unless|subject to|provided that|could|may|might|potential(?:ly)?|possibl[ey]"
    r"|where (?:possible|appropriate|necessary|required)|as (?:appropriate|necessary|required)|depend(?:s|ing|ent) on|"
    r"would (?:have|like|need|mean|suggest|expect|not))\b",
    "wish": r"\b(?:we|they|who|council|committee|members?|i|he|she) (?:would like|want|wants|wanted|hope|hopes|hoped|wish|wishes"
    r"|wished)\b|\bit (?:is|was) hoped\b|\bambition\b|\baspir|\bideally\b|\bwould like\b",
    "need": r"\b(?:need(?:s|ed)? to|must|should|have to|has to|ought to|(?:is|are) (?:required|needed|necessary|important"
    r"|essential|vital|critical)|require(?:s|d)?)\b",
    "funds": r"\b(?:committed|pledged|allocated|set aside|earmarked|ring-?fenced) (?:(?:up to|around|approximately|over|a further"
    rf"|an additional|(?:a|the) (?:further )?(?:sum|total|budget|amount) of) )?{SUM} (?:to|towards|for)\b"
    rf"|{SUM} (?:(?!and\b)\w+ ){{0,3}}?(?:has|have) (?:also |now )?been (?:allocated|set aside|earmarked|ring-?fenced|committed|pledged)"
    r" (?:to|towards|for)\b"
    rf"|\b(?:drawdowns?|(?:planned|proposed|budgeted) use of (?:\w+ )?reserves?) (?:of|is|are|totalling) {SUM}"
    r"|\b(?:programme|budget|plan)s? (?:also )?(?:includes?|provides?) (?:funding|provision|money) (?:in \d\S+ )?for (?:an? |the )"
    r"|\b(?:funding|provision) (?:is|has been) (?:also )?(?:included|made|provided) (?:in \d\S+ )?for (?:an? |the )"
    rf"|\bdraw(?:n|ing)? ?down (?:(?:by|of|up to|around|an additional|a further) )*{SUM}",
    "savings owed": r"\b(?:needs?|has|have|required|expected|planned|plans|aims?) to (?:deliver|find|make|achieve|save|identify) "
    rf"(?:\w+ ){{0,2}}?{SUM} {_SAVED}|\b(?:budget|plan|programme|savings?)s?\b[^.;]{{0,40}}? (?:includes?|assumes?|contains?|relies on"
    rf"|is based on|requires?) (?:\w+ ){{0,4}}?(?:(?:savings|efficiencies) (?:\w+ )?of [£€]\d|{SUM} {_SAVED})",
    "others will": r"(?:^|[,;:] |\b(?:and|that|where|when|for|whether|of|the|all|many|some|most) )(?:(?:these|all|the|our|those|many"
    rf"|some|most|other|care) )?(?:{OTHERS})(?: \w+){{0,4}}? (?:will|would|can|could)\b",
    "number of things": COUNTED,
    "percentage": r"\b\d[\d.]*\s?(?:%|per\s?cent)",
    "money": r"[£€]\s?\d",
    "document": rf"\b(?:{DOCUMENTS})\b",
    "on a number": rf"\b(?:will|shall|to) (?:\w+ )?(?:focus|concentrate) on (?:the )?{COUNTED}",
    "will stand": rf"\bthere (?:will|would|shall) be (?:(?:another|up to|at least|a further|an additional|around|about) )?{COUNT}\b"
    r"(?![.,]\d|%| ?(?:million|billion|per ?cent|people))"
    r"|\b(?:will|shall|would) (?:\w+ )?be (?:fully |all )?(?:operational|in (?:place|operation|use)|up and running|live)\b",
    "will be sent": r"\b(?:it|this|these|they) (?:will|would|shall) (?:\w+ )?be (?:published|circulated|shared|sent|presented|reported"
    r"|submitted)\b",
}
COUNTS = frozenset({"percentage", "number of things", "money"})
COUNTED_DEEDS = frozenset({"target", "begins: does", "will: council does", "plan: does"})
"""Signs that a number makes firmer: "our aim is 40 homes", "we will train 600 people"."""
_COMPILED = tuple(
    (name, re.compile(pattern)) for name, pattern in (*PATTERNS.items(), *AGAINST.items(), *(("standing", words) for words in STANDING))
)
_ANNOUNCED = tuple(
    (name, re.compile("|".join(patterns), re.IGNORECASE))
    for name, patterns in (("of others", cues.OF_OTHERS), ("done", cues.DONE), ("to come", cues.TO_COME), ("measures", cues.MEASURES))
)
_BEFORE_VERB = re.compile(r"(?:[-–•▪]|\(?[a-z0-9]{1,3}[.)])?\s*(?:(?:to|also|further|we will|we’ll|will|by|and) )*", re.IGNORECASE)
_OBJECT = re.compile(
    rf"[\w-]+(?: up| out| in place| and [\w-]+)? (?:a|an|the|our|its|this|all|another|further|new|single|joint|annual|{COUNT}) ",
    re.IGNORECASE,
)
_HAVE_FIRST = re.compile(r"have (?:an? (?:single|new|joint|dedicated|named|shared|local|county|regular)|one|two|three|\d+) ", re.IGNORECASE)
"""Of a list of what is to come: "have a single register" is to set one up."""
_GERUND_FIRST = re.compile(r"\w+ing\b")
_TIMETABLED = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!may )(?<!could )(?<!must )\b(?:opens?|starts?|begins?|commences?|launches|runs?"
    r"|goes live|takes? effect|comes? into (?:effect|force|operation|use)|moves? to)\b[^.;]{0,50}$"
    r"|\b(?:is|are) (?:now |also |still |all )?(?:due|set|scheduled|timetabled|programmed)(?: for)?\s*$"
    r"|\b(?:is|are) to be (?:all |fully )?(?:ready|open|complete|in use|in place)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NO_LEAD = re.compile(
    r"(?:\d|(?:early |mid |late |mid-)?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b)",
    re.I,
)
"""A time without "by" or "in" before it may only describe: "the account for 2032"."""
_AHEAD = re.compile(r"\b(?:over|in|within|during|for|across|throughout)\b.*\b(?:next|coming|forthcoming)\b", re.IGNORECASE)
"""A time that is still to come whenever it is said: "over the next five years" of a page without a date."""
_RECOMMENDED, _RULES = re.compile(RECOMMENDED, re.IGNORECASE), re.compile(RULES, re.IGNORECASE)
_MARKED = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])+\s*", re.IGNORECASE)
_ASSENTS = re.compile(r"\W*(?:to )?(?:approve|agree|adopt|note|endorse|receive|review|consider|confirm)\b", re.IGNORECASE)
"""Verbs of what a meeting does with a paper."""
SHORT, LONG = 6, 60
"""Words: a sentence of fewer names nothing, one of more is a list or a broken table."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands."""

    heading: str = ""
    """The nearest heading or lead-in."""
    headings: tuple[str, ...] = ()
    minutes: bool = False
    item: bool = False
    said: str | None = None
    """ISO date of the meeting or of publication."""


def signs(text: str, place: Place) -> frozenset[str]:
    """Names of all signs that hold for a sentence where it stands."""
    lowered = small(text)
    found = {name for name, pattern in _COMPILED if pattern.search(lowered)}
    deeds, when = list(undertakings(text)), deadlines(text, said=place.said)
    found |= {*_undertaken(text, deeds), *_listed(text, place), *_headed(text, place), *_times(when, place.said)}
    if not found & {"statistic", "obliged"} and _is_dated(deeds, when, place.said):
        found.add("dated deed")
    if (
        place.item
        and found & {"begins: makes", "begins: does"}
        and not _ASSENTS.match(_MARKED.sub("", text))
        and any(_is_to_come(d, place.said) for d in when)
    ):
        found.add("dated deed")
    if deeds and all(u.subject == "others" for u in deeds):
        found.add("only others")
    if _in_present(text, when, place.said):
        found.add("timetable")
    if "time past" in found and not place.item and not found & {"time to come", "time now", "loose time", "will"}:
        found.add("only past")
    if found & COUNTS:
        found |= {f"{sign} with a number" for sign in found & COUNTED_DEEDS}
    length = len(text.split())
    return frozenset(
        found | ({"in minutes"} if place.minutes else set()) | ({"short"} if length < SHORT else {"long"} if length > LONG else set())
    )


@lru_cache(maxsize=4096)
def announced(heading: str) -> str | None:
    """What a heading or lead-in says of the list under it: "to come", "done", "of others", "measures"."""
    return next((name for name, pattern in _ANNOUNCED if pattern.search(heading)), None)


def _undertaken(text: str, found: Iterable[Undertaking]) -> Iterator[str]:
    for u in found:
        yield f"{u.form}: {u.subject} {u.verb}" if u.form == "will" else f"{u.form}: {u.verb}"
        if u.verb == "makes" and u.subject != "effect":
            if _OBJECT.match(text, u.verb_at):
                yield "makes a thing"
            if u.passive:
                yield "made"


def _is_dated(deeds: Iterable[Undertaking], when: Iterable[Deadline], said: str | None) -> bool:
    """A thing that will be done, or that somebody named will do, by a day that is still to come."""
    done = any(
        u.verb in ("makes", "does") and (u.passive or u.subject == "council" or (u.subject, u.verb) == ("thing", "makes")) for u in deeds
    )
    return done and any(_is_to_come(d, said) for d in when)


def _is_to_come(deadline: Deadline, said: str | None) -> bool:
    bound = deadline.strength > 1 and not _NO_LEAD.match(deadline.text)
    return bound and bool(deadline.iso and said and deadline.iso >= said)


def _in_present(text: str, when: Iterable[Deadline], said: str | None) -> bool:
    """ "The hub opens in May 2033": the present tense of a timetable."""
    return any(_is_to_come(d, said) and _TIMETABLED.search(text[: d.start]) for d in when)


def _listed(text: str, place: Place) -> Iterator[str]:
    near = announced(place.heading)
    above = near or next((a for h in reversed(place.headings) if (a := announced(h))), None)
    if above:
        yield f"under {above}"
    if near:
        yield f"beside {near}"
    if not (place.item or near):
        return
    lead = _BEFORE_VERB.match(text)
    start = lead.end() if lead else 0
    kind = "makes" if near == "to come" and _HAVE_FIRST.match(text, start) else verb_class(text, start)
    gerund = " (ing)" if kind != "is" and _GERUND_FIRST.match(text, start) else ""
    yield f"begins: {kind}{gerund}"
    if above == "to come":
        yield f"to come, begins: {kind}{gerund}"
    if kind == "makes" and not gerund and _OBJECT.match(text, start):
        yield "begins: makes a thing"


def _headed(text: str, place: Place) -> Iterator[str]:
    """What the headings above a sentence say of all that stands there."""
    nearest = f"{place.heading}\n{place.headings[-1] if place.headings else ''}"
    if not place.minutes and _RECOMMENDED.search(nearest):
        yield "recommended"
        if _ASSENTS.match(_MARKED.sub("", text)):
            yield "assents"
    if _RULES.search(nearest):
        yield "under rules"


def _times(found: Sequence[Deadline], said: str | None) -> Iterator[str]:
    for deadline in found:
        yield {3: "bound", 2: "named time", 1: "loose time"}[deadline.strength]
        if deadline.strength > 1 and not deadline.last_day and _AHEAD.search(deadline.text):
            yield "time to come"
        elif deadline.last_day and said and deadline.iso:
            yield "time to come" if deadline.iso >= said else "time past" if deadline.last_day.year < int(said[:4]) else "time now"
