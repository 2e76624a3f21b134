"""In which words a sentence says when something begins, opens, ends, is published or comes to a meeting, and of what it says so.

Comes in: a sentence. Goes out: the times that it names, the cue of each, what each is the time of, and the clause that says of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.language.deadline_days import in_year, month_number
from pipeline.language.periods import Period, periods
from pipeline.language.points import point

END, BEGIN, LIVE, MADE, PUBLISHED, ANY = "end", "begin", "live", "made", "published", "any"
DELAY, OVER = "delay", "over"
"""Cues of no kind of their own: what was moved, and what runs from a time to another."""
_NO_BOOKS = r"(?! (?:balance|position|stock|fund|reserve|deficit|debt|hours|times|remarks|statement|prayer))"
CUES = {
    END: r"finish(?:es|ed|ing)?|complet(?:es?|ed|ing|ion)|conclud(?:es?|ed|ing)|(?<!year )(?<!period )(?<!quarter )(?<!month )(?<!week )"
    r"(?<!months )(?<!weeks )end(?:s|ed|ing)?|c[ao]m(?:e|es|ing) to an end|expir(?:es?|ed|ing|y)|ceas(?:es?|ed|ing)|"
    rf"clos(?:es?|ed|ing|ure){_NO_BOOKS}",
    BEGIN: r"start(?:s|ed|ing)?(?! to\b)|beg[aiu]n(?:s|ning)?(?! to\b)|commenc(?:es?|ed|ing|ement)",
    LIVE: rf"launch(?:es|ed|ing)?|(?:re)?open(?:s|ed|ing)?{_NO_BOOKS}|(?:go(?:es)?|went|going|gone)['‘’ -]+live|implement(?:ed|ing|ation)?|"
    r"introduc(?:ed?|es|ing|tion)(?! (?:the|a|an|this|his|her|their) (?:\w+ ){0,4}(?:report|paper|item|motion|update|presentation))|"
    r"roll(?:ed|ing)?[ -]?out|c[ao]m(?:e|es|ing) into (?:force|effect|operation|use)|operational",
    MADE: r"established|founded|formed|set up",
    PUBLISHED: r"publish(?:es|ed|ing)?|publication|issued|released",
}
"""What a time is the time of, by the words that say so. Openings and launches are one kind of moment, building work another."""
_DELAY = r"(?:delay|deferr?|postpon|push|put|mov|extend|re-?schedul|brought|carried)(?:ed)?(?: back| forward)?(?= (?:to|until|till|from)\b)"
_OVER = r"(?:delivered|runs?|running|ran|carried out|operat(?:es?|ed|ing)|undertaken)\b(?=[^.;]*\b(?:between|from|until)\b)"
_BROUGHT = (
    r"(?:come|comes|reported?|brought|bring|return\w*|present\w*|submitted|considered|received?|go|taken)\b[^.;:]{0,90}?\b"
    r"(?:committee|cabinet|council|board|executive|panel|forum)(?: meeting)?"
)
CUE = re.compile(
    "|".join(rf"\b(?P<{kind}>{words})\b" for kind, words in CUES.items())
    + rf"|\b(?P<delay>{_DELAY})|\b(?P<over>{_OVER})|\b(?P<meeting>{_BROUGHT})",
    re.IGNORECASE,
)
SOUGHT = (
    "finish complete completion conclude end expire cease close closure start begin began begun commence commencement launch open reopen "
    "live implement implementation introduce introduction roll force effect operation use operational establish found form set publish "
    "publication issue release delay defer postpone push extend reschedule move forward run deliver meeting committee cabinet"
).split()
"""What the word index is asked for: it knows the other forms of these words."""
GAP = re.compile(
    r"\W*(?:date\W*)?(?:[^.;:,()\d]{0,60}\b(?:in|on|by|from|until|till|during|for|at|of|around|since|before|after|to|between|date|through|"
    r"early|late)\b[ :]*(?:(?:the|about|around|early|late|meeting|in|of|its|on|end) )*)?\W*",
    re.IGNORECASE,
)
"""What may stand between a cue and its time: "closed [to the public on] 3 May 2034"; no number, no clause."""
OF_YEAR, YEARLY = re.compile(r"\b(?:for|of)\W*$"), re.compile(r"[\d/–─-]+")
"""The report "published for 2033/34" is that year's, and says nothing of when."""
STRETCH = re.compile(r"[^.;:]*")
"""And between "delivered" and the two years in which."""
BORDER = re.compile(
    r"[.;](?=\s)|, (?=(?:and|but|while|whereas|as|although|with|so|or|then|\w+ing)\b)|\b(?:and then|but)\b"
    r"|\b(?:\w+ed|hopes?|spoke|said|says?|told|heard|notes?|reports?|given)\s+(?:that|about)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?:\b(?:through|with|by|about|from|in|into|to|on|via|under|at|within|is|was|are|were|has|had)\s+)?"
    r"(?:(?:the|a|an|this|that|its|their|our|his|her)\s+)?(?P<thing>(?:(?!\b(?:through|with|by|about|from|in|into|to|on|via|under|at|within)\b).)*?)\s(?:which|that)\s*"
    r"(?:(?:has|had|have|was|were|is|are|will|would|been|be|now|due|to|set|also|only|first|then)\s+)*$",
    re.IGNORECASE,
)
"""Before "which was due to": the words back to a preposition name the thing."""
NOMINAL = re.compile(r"\b(?:implementation|introduction|launch|opening|publication|completion|closure|start|commencement)\b", re.IGNORECASE)
"""Nouns whose thing follows them: what stands before "the implementation of" is of the sentence."""
OPEN_LEAD = re.compile(r"(?:since|from|between|after|post|by|until|till|up\s+to|before|to)\s+(?:the\s+)?", re.IGNORECASE)
JOIN = re.compile(r"\s(?:to|and|until)\s|\s?[–─-]\s?", re.IGNORECASE)
OF = re.compile(r" of [^.;:,]+")
"""The launch in 2034 of what."""
THAT_DAY = re.compile(r"\b(?:that|this|the same) (?:day|morning|afternoon|evening)\b|\b(?:earlier )?today\b", re.IGNORECASE)
WHICH = re.compile(
    r"\b(?:phase|stage|tranche|round|lot|zone|cohort|wave|part|year|block)s? (?:\d+|one|two|three|four|five|[ivx]+)\b"
    r"|\b(?:first|second|third|fourth|fifth|final|last|next|remaining|interim|1st|2nd|3rd|4th)\b",
    re.IGNORECASE,
)
"""Which part of something is spoken of: the first phase is not the second, nor the whole."""
AGAIN = re.compile(
    r"\b(?:annual\w*|yearly|each year|every year|summer|christmas|easter|festival|fair|season\w*|term|quarterly)\b", re.IGNORECASE
)
"""What comes round again."""
HEDGED = re.compile(r"\b(?:if|unless|options?|assum\w+|hoped|could|might|(?-i:may)|not|never|no longer|earliest|at risk)\b", re.IGNORECASE)
"""A time that is possible, denied or taken for granted is none that was told; May is a month."""
TO_COME = re.compile(r"\b(?:will|due|to be|planned|expected|scheduled|anticipated|intend\w*|aims?|would|is to|are to)\b", re.IGNORECASE)


class Time(NamedTuple):
    """The days that the words of a time cover."""

    first: str
    last: str


def times(text: str, said: str = "", *, at_meeting: bool = False) -> Iterator[tuple[Sequence[Time], tuple[int, int]]]:
    """Each time that a sentence names, with its place: one stretch of days, or the two ends of a range. The day it was `said` (ISO)
    tells the year of a month to come, and, `at_meeting`, what "that day" is."""
    dated = len(said) == len("2034-12-31")
    for found in periods(text):
        if ends := _ends(found) or (_coming(found, said) if dated and TO_COME.search(text) else ()):
            yield ends, (found.start, found.end)
    if dated and at_meeting:
        yield from (((Time(said, said),), match.span()) for match in THAT_DAY.finditer(text))


def _ends(found: Period) -> tuple[Time, ...]:
    """The time that is named, or the two between which something runs; nothing where its days are not known."""
    if found.kind == "range" and found.first and found.last:
        one, other = JOIN.split(OPEN_LEAD.sub("", found.text, count=1))[0], JOIN.split(found.text)[-1]
        return _point(one) or Time(found.first, found.first), _point(other) or Time(found.last, found.last)
    if found.first and found.last:
        return (Time(found.first, found.last),)
    named = _point(OPEN_LEAD.sub("", found.text, count=1))
    return (named,) if named else ()


def _coming(found: Period, said: str) -> tuple[Time, ...]:
    """A month without a year: the next one that has not ended."""
    day = in_year(None, month_number(found.text), None, date.fromisoformat(said)) if found.kind == "month" and not found.first else None
    return (Time(day.replace(day=1).isoformat(), day.isoformat()),) if day else ()


def _point(words: str) -> Time | None:
    found = point(words)
    return Time(found.first, found.last) if found else None


def cue_of(text: str, span: tuple[int, int], cues: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The nearest cue before a time with nothing between that parts them; or, behind "In 2034, ", the first that follows."""
    for cue in reversed(cues):
        if cue.end() <= span[0]:
            lead = OPEN_LEAD.match(text, span[0], span[1])
            gap = (STRETCH if cue.lastgroup == OVER else GAP).fullmatch(text, cue.end(), lead.end() if lead else span[0])
            return cue if gap and not (OF_YEAR.search(gap[0]) and YEARLY.fullmatch(text, *span)) else None
    if span[0] <= len("During ") and text[span[1] : span[1] + 1] == ",":
        return next(iter(cues), None)
    return None


def kinds_of(cue: re.Match[str], cues: Sequence[re.Match[str]], found: Sequence[Time]) -> Iterator[tuple[str, Time]]:
    """What each time is the time of; of a count over a range of days nothing."""
    name = cue.lastgroup or ANY
    if name == OVER:
        yield from zip((BEGIN, END), found, strict=True) if len(found) == 2 else ()
    elif name == DELAY:
        head = [one.lastgroup for one in cues if one.end() <= cue.start() and one.lastgroup in CUES]
        yield (head[-1] or ANY) if head else ANY, found[-1]
    elif len(found) == 1:
        yield name, found[0]


def clause_of(text: str, span: tuple[int, int], cue: re.Match[str], cues: Sequence[re.Match[str]]) -> str:
    """The words that say what a moment is of, without its time."""
    if span[0] < cue.start():
        end = BORDER.search(text, cue.end())
        return text[span[1] : end.start() if end else len(text)]
    start = max((border.end() for border in BORDER.finditer(text, 0, cue.start())), default=0)
    nouns = [noun.start() for noun in NOMINAL.finditer(text, start, span[0]) if text[noun.end() :].startswith((" of ", " for "))]
    start = nouns[-1] if nouns else start
    of, named = OF.match(text, span[1]), RELATIVE.search(text, start, cues[0].start())
    behind = cue.start() if cue.lastgroup == OVER else span[0]
    return named["thing"] if named else text[start:behind] + (of[0] if of else "")
