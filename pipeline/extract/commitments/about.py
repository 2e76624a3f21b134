"""What a promise is about, in a short noun phrase: what is made, counted or talked of, else the heading that names the matter.

Comes in: a sentence with its main undertaking, and the headings above it. Goes out: a phrase without article and number.
A word that says nothing by itself ("aim", "way", "challenges") and the title of a whole report are no subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.commitments.grammar import Undertaking, verb_class
from pipeline.extract.commitments.signs import COUNTED

MOST_SUBJECT_WORDS = 9
GENERIC = re.compile(
    r"^(?:\d[\d.]*\s*)?(?:introduction|background|context|purpose|overview|summary|executive summary|conclusions?"
    r"|proposals?|impact of the proposal|evidence and reasons.*|recommendations?|next steps?|commissioning intentions?"
    r"|challenges?|"
    r"key (?:messages?|actions?|data|decision.*|issues?)|feedback|our vision|vision|supply and demand|actions?.*"
    r"|what (?:we|people|will|happens|did|difference).*|we will.*|we need.*|how (?:we|will).*|financial implications"
    r"|resource implications|"
    r"other implications|legal implications|risks?.*|implications|report|appendix.*|messages to the market.*"
    r"|current shape.*|priorities|progress|update|main issues?|discussion|options.*|aims?|to achieve this.*|performance"
    r"|governance|equality.*|alternative options|table \d+.*|figure \d+.*|members? present|minutes of .*"
    r"|adoption of minutes|general|contents|any other business|"
    r"question (?:submitted|from) .*|notice of motion.*|item \d+.*|inspection findings|in attendance|apologies.*"
    r"|correspondence|declarations? of interest.*)[:.…]*$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"[\w’'-]+(?: (?:up|out|in place|down|forward|back|together|on))?(?:,? (?:and|or|,) [\w-]+(?: (?:up|out|in place))?)*\s+", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:(?:a|an|the|our|its|their|this|any|all|another|further|additional|new|single|that|other)\s+)+", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[,.;:()–—]| - |\b(?:to|that|which|who|so|by|from|during|over|within|in|on|at|across|with|via|through|as|and (?:to"
    r"|will|use|consider|identify|ensure|refresh|advise|support|details)|including|ensuring|using|drawing|taking|between"
    r"|where|when|before|after|until|will|would|is|are|has|have|was|were|due|being|ready|we|they|he|she|you|aimed|designed"
    r"|agreed|anticipated|following)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"^(?:it|the|a|an|them|this|these|those|that|with|how|what|us|people|members|areas|place|which|are|is|in|to|of|and|or|any"
    r"|every|each|his|her|my|he|she|they|we|there|as|for|by|at|on|from|help|set|make|take|be|been|not|also|further|more"
    r"|some|"
    r"who|whether|if|progress|work|report|update|will|would|along|into|towards|during|over|via|was|were|had|has|have|when"
    r"|next|on)(?:\b(?! (?:plan|report|strategy|programme|scheme|framework|policy))|$)",
    re.IGNORECASE,
)
_COUNT_FIRST = re.compile(
    r"^(?:\d+-(?=[a-z])|(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)(?:\s?%| per cent)?(?: of (?:the )?)? )",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"^(?:(?:our|main|key|major|financial|potential|following|new|right|current|overall|further|particular"
    r"|appropriate) )*(?:aims?|goals?|targets?|ambitions?|intentions?"
    r"|objectives?|challenges?|difficult(?:y|ies)|pressures?|issues?|ways?|sites?|cases?|units?|numbers?|case|processe?s?"
    r"|approach(?:es)?|attention"
    r"|actions?|initiatives|changes?|data|information|money|views|offer|measures|steps|elements|additions?|place|part|parts|care|use"
    r"|conversely|successful|oversight|outcomes?|date|dates|position|matters?|requests?|items?|wording|contact|remainder"
    r"|programmes?|schemes?|projects?|plans?|strateg(?:y|ies)|reviews?|reports?|places|workstreams|groups?|support"
    r"|trajectory|models?|services?|works?)$",
    re.IGNORECASE,
)
_INTRANSITIVE = re.compile(
    r"(?:start|begin|commence|open|finish|close|end|launch|go|move|come|take place|apply|feed|complete|put|be put)\w*"
    r"(?=\s*[,.;:)]|\s*$| (?:on|in|at|by|from|to|into|towards|live|out|during|this|next|over|before|after|until|also|later"
    r"|early|late|no)\b)",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(
    r"^(?:(?:earlier |later )?(?:(?:in|during|over|by|from|since|for|throughout) )?(?:the )?(?:end of )?(?:(?:this|next"
    r"|coming|current|following|last) (?:\w+ ){0,2}?"
    r"(?:years?|months?|weeks?|spring|summer|autumn|winter|quarter)|(?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:[-/–]\d+)?),? )(?=(?:a"
    r"|an|the|our|all|its|new|[A-Z]))",
)
_TOPIC = re.compile(
    r"^(?:(?:a|an|the|any|this|another|further|future|written|verbal|full|annual|updated) )*(?:\w+ )?(?:reports?|updates?"
    r"|papers?|briefings?(?: note)?"
    r"|presentations?|information|data|details|workshops?|seminar|training(?: session)?|plans?)\b[^,.;]{0,60}?\b(?:on|about"
    r"|regarding|concerning|relating to) (?=\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:on|about|regarding|concerning|relating to) (?=(?:the|a|an|its|their|our|how|[A-Z]|[a-z]+ing|[a-z]+s)\b)")
_COUNTED = re.compile(rf"{COUNTED}(?: of [\w’' -]{{3,60}})?", re.IGNORECASE)
_SAVINGS = re.compile(r"\b(?:savings|efficiencies|budget reductions)\b", re.IGNORECASE)
_FIRST_SUBJECT = re.compile(r"^(?P<who>[^,;:]{3,90}?) (?:has|have|had|is|are|was|were|will|would)\b[^.;]{0,90}$")
_SHARED = re.compile(r"(?:and|but|also|then|or|,|\s)*", re.IGNORECASE)
_TO_FIRST = re.compile(r"^(?:[-–•▪]\s*)?[Tt]o (?=[a-z])")


def about(text: str, main: Undertaking | None) -> str | None:
    """What a sentence promises to make, do or count; None where no phrase says it."""
    for words in _candidates(_TO_FIRST.sub("", text), main, len(text) - len(_TO_FIRST.sub("", text))):
        topic = _TOPIC.match(words)
        phrase = noun_phrase(words[topic.end() :] if topic else words)
        if phrase and not _WEAK.match(phrase):
            return phrase
    return None


def _candidates(text: str, main: Undertaking | None, cut: int) -> Iterator[str]:
    """Stretches that may open with the noun phrase, the likeliest first; `cut` characters were taken from the front."""
    at = max(main.verb_at - cut, 0) if main else 0
    itself = bool(main) and bool(_INTRANSITIVE.match(text, at))
    if main and main.subject != "council" and (main.passive or main.form == "due" or itself):
        yield _first_subject(text[: max(main.start - cut, 0)]) if _SHARED.fullmatch(main.who) else main.who
    verb = _VERB.match(text, at)
    if verb and not itself and (main.verb if main else verb_class(text)) in ("makes", "does") and not (main and main.passive):
        yield text[verb.end() :]
    if main and main.subject == "thing":
        yield main.who
    if told := _TOLD.search(text, at):
        yield text[told.end() :]
    if counted := _COUNTED.search(text):
        yield counted.group()
    if saved := _SAVINGS.search(text):
        yield saved.group()


def _first_subject(before: str) -> str:
    """ "A scheme" of "A scheme has been approved and will start": the subject that a second verb shares."""
    match = _FIRST_SUBJECT.match(before)
    return match["who"] if match else ""


def noun_phrase(words: str) -> str | None:
    """A noun phrase without its article and number, cut before what qualifies it; None where nothing is left."""
    words = _TIME_FIRST.sub("", words.strip())
    words = re.sub(r"^[^,]{3,80}, (?=(?:a|an|the|our|all|new|\d)\b)", "", words.strip(), flags=re.IGNORECASE)
    words = _ARTICLE.sub("", _COUNT_FIRST.sub("", _ARTICLE.sub("", words)))
    end = _PHRASE_END.search(words)
    phrase = " ".join((words[: end.start()] if end and end.start() > 2 else words).split()[:MOST_SUBJECT_WORDS]).strip(" ,.;:’'\"-")
    return (
        phrase
        if re.match(r"[A-Za-z][\w’'-]{2,}", phrase) and not _NO_NOUN.match(phrase) and not re.search(r"[£€]\d|\d\.\d", phrase)
        else None
    )


def headed(titles: Sequence[str], whole: str | None) -> str | None:
    """The nearest heading that names a matter; the title of the whole paper, `whole`, only where nothing else does."""
    named = [" ".join(title.split()) for title in reversed(titles) if not GENERIC.match(title.strip())]
    own = [title for title in named if not whole or title.casefold() not in whole.casefold()]
    return next((" ".join(title.split()[:MOST_SUBJECT_WORDS]) for title in own or named), None)
