"""What a sentence offers: a number, a date, a person, a reason. Compared with what the question expects."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.lookup.text.sentences import Sentence
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question

PATTERNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "money": r"[£€$]\s?\d|\d(?:\.\d+)?\s?(?:million|billion|pence)\b|\bc?£",
        "percent": r"\d\s?%|(?i:\bper ?cent\b)|\b(?:\d+|one) in (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
        r"|(?i:\b(?:half|third|quarter|fifth|majority)\b)",
        "duration": r"(?i:(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve))\+?[ -]?(?:working |calendar )?"
        r"(?:minute|hour|day|week|month|year)s?\b)",
        "date": r"(?i:\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"|\b\d{1,2}[:.]\d\d ?(?:am|pm)?\b"
        r"|\b(?:spring|summer|autumn|winter|quarter|q[1-4])\b|\b\d{1,2} ?(?:am|pm)\b|\bnoon\b)",
        "person": r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev|Professor|Prof)\.? [A-Z]"
        r"|\b[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+"
        r"|(?:Director|Chair|Chairman|Officer|Manager|Member|Leader|Mayor|Clerk|Head of)\b",
        "body": r"\b[A-Z][A-Za-z&’'-]+(?: (?:and|of|for|the|&) | )[A-Z]|\b[A-Z]{2,}\b"
        r"|\b(?:Board|Council|Committee|Cabinet|Trust|Group|Partnership)\b",
        "place": r"(?<!^)(?<![.!?] )\b[A-Z][a-z]{2,}",
        "reason": r"(?i:\b(?:because|due to|owing to|as a result|caused by|reasons?|in order to|so that|driven by|attribut\w+|since"
        r"|explain\w*|meant that|therefore|following|as (?:the|this|they|it|he|she|her|his|there)|enabl\w+"
        r"|to (?:help|support|ensure|reduce|avoid|manage))\b)",
        "vote": r"(?i:\bvot(?:es?|ed|ing)\b|\babst\w+|\bunanimous|\bcarried\b|\bmajority\b|\bagainst\b|\bnem\.? ?con)",
        "decision": r"(?i:\b(?:agree[ds]?|resolv\w+|approv\w+|note[ds]?|endors\w+|adopt\w*|recommend\w*|appoint\w*|decid\w+|defer\w*"
        r"|refus\w+|reject\w*|delegat\w+)\b)",
        "action": r"(?i:\b(?:agreed to|undertook|request\w*|would|will|to (?:circulate|bring|provide|report|look)|asked|action)\b)",
        "commitment": r"(?i:\b(?:will|plan\w*|to be|commit\w*|aim\w*|target\w*|intend\w*|due to|expect\w*|going to|would|by (?:19|20)\d\d"
        r"|deliver\w*|looking to|working (?:to|with|towards)|in development|pipeline|propos\w+)\b)",
        "score": r"(?i:\b(?:scor\w+|rat(?:ed|ing)s?|inadequate|good|outstanding|requires improvement)\b)|\b\d",
        "list": r"[,;].*[,;]|^\s*[•\-*–]|:\s*$|\band\b.*,",
        "attendance": r"(?i:\bapolog\w+|\bpresent\b|\bsubstitut\w+|\babsent\b|\battend\w*|\bfor (?:Cllr|Councillor|Mr|Mrs|Ms)\b)",
        "declaration": r"(?i:\bdeclar\w+|\binterests?\b)",
        "change": r"(?i:\bfrom\b.*\bto\b|\b(?:increas|decreas|reduc|compar|fell|fall|rose|ris|grew|drop|against)\w*)|\d.*\d",
        "agenda": r"(?i:\bpage\W*\d)",
    }.items()
}  # fmt: skip
EXPANDS = r"\(WORD\)|\bWORD\s*\("
DEFINES = {
    "expansion": EXPANDS,
    "definition": r"\bWORD\W{1,3}(?:\w+\W+){0,2}?(?:is|are|was|were|means?|refers?|stands?|describes?)\b|\bWORD[’'\"]?\s*[\t:–]"
    r"|\b(?:known as|called|termed)\W+(?:\w+\W+){0,2}?WORD\b|" + EXPANDS,
}
"""WORD is the word asked for: "... (WORD)", "WORD (...", "WORD is a ...", a glossary's "WORD: ...", "known as WORD"."""
NUMERIC = frozenset({"number", "count", "money", "percent", "duration", "score"})
"""Expectations that only a number the question does not itself hold can meet."""


def offered(question: Question, sentence: Sentence) -> float:
    """Share of the question's expectations that the sentence meets; 0 where nothing is expected."""
    if not question.expects:
        return 0.0
    return sum(_meets(name, question, sentence) for name in question.expects) / len(question.expects)


def _meets(name: str, question: Question, sentence: Sentence) -> bool:
    if name in NUMERIC and not new_numbers(question, sentence):
        return False
    if name == "count":
        return counted(question, sentence)
    if name in DEFINES:
        return defines(question, sentence.text, DEFINES[name])
    return bool(PATTERNS[name].search(sentence.text)) if name in PATTERNS else bool(sentence.text)


def new_numbers(question: Question, sentence: Sentence) -> bool:
    """Whether a number stands in the sentence, dates and years aside, that the question does not hold."""
    return any(stem not in question.stems for stem in sentence.amounts)


def new_times(question: Question, sentence: Sentence) -> bool:
    """Whether a date, month or year stands in the sentence that the question does not hold."""
    held = [match[0] for match in re.finditer(PATTERNS["date"], sentence.text)]
    return any(stem not in question.stems for one in held for stem in stems(one)) if held else False


def defines(question: Question, text: str, pattern: str) -> bool:
    """The sentence says what a word of the question is or means, or prints its expansion in brackets."""
    return any(re.search(pattern.replace("WORD", re.escape(clue.printed)), text, re.IGNORECASE) for clue in question.clues)


def counted(question: Question, sentence: Sentence) -> bool:
    """What is counted ("how many HOMES") is named."""
    return not question.counted or not question.counted.isdisjoint(sentence.stems)
