"""What the words beside a number say of it: at least or at most, about, up or down, over or under budget, budget or forecast or target."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.figures.units import OR_SO

BOUNDS = (
    ("at_least", r"at\s+least|a\s+minimum\s+of|minimum(?:\s+\w+){0,2}\s+(?:of|is)|no(?:t)?\s+(?:less|fewer)\s+than|upwards\s+of"),
    ("at_most", r"up\s+to|at\s+most|a?\s*maximum(?:\s+\w+){0,2}\s+(?:of|is)|no(?:t)?\s+more\s+than|not\s+(?:to\s+)?exceed(?:ing)?|"
                r"capped\s+at|limited\s+to|within(?!\s+the\b)"),
    ("over", r"(?:just\s+)?(?:over|above)|more\s+than|in\s+excess\s+of|greater\s+than|exceeding|exceeds|higher\s+than|well\s+over"),
    ("under", r"(?:just\s+)?(?:under|below)|(?:a\s+little|slightly)\s+under|less\s+than|fewer\s+than|almost|nearly|close\s+to|"
              r"approaching|lower\s+than"),
)  # fmt: skip
BOUND = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in BOUNDS) + r"(?=$)", re.IGNORECASE)
_BOUND_END = re.compile(rf"(?:{BOUND.pattern.replace('(?=$)', '')})\s+(?:an?\s+|some\s+|about\s+|around\s+|estimated\s+)*$", re.IGNORECASE)
AFTER = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?or\s+(?:(?P<at_least>more|over|above|greater|higher)|(?P<at_most>less|fewer|under|below))\b", re.IGNORECASE
)
ABOUT = re.compile(
    r"\b(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?|roughly|some|estimated(?:\s+(?:to\s+be|at))?|an?\s+estimate\s+of|"
    r"just\s+(?:over|under|below)|"
    r"almost|nearly|close\s+to|in\s+the\s+region\s+of|broadly)\s+(?:an?\s+|the\s+|over\s+|under\s+)?$",
    re.IGNORECASE,
)

OVER = (
    r"overspen[dt]\w*|over[\s-]spen[dt]\w*|over[\s-]?budget|over[\s-]?commit\w*|above\s+(?:the\s+)?budget|"
    r"more\s+than\s+(?:estimated|budgeted|planned)"
)
UNDER = (
    r"underspen[dt]\w*|under[\s-]spen[dt]\w*|under[\s-]?budget|shortfalls?|below\s+(?:the\s+)?budget|less\s+than\s+(?:estimated|"
    r"budgeted|planned)|under[\s-]?recover\w*"
)
UP = (
    r"increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:s|n|th|ing)?|grew|uplift\w*|up\s+(?:by|from)|higher\s+by|gain(?:s|ed)?|"
    r"improve(?:d|ment)\b|climb\w*"
)
DOWN = (
    r"decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion|tions)|fall(?:s|en|ing)?|fell|declin(?:e|es|ed|ing)|down\s+(?:by|from)|"
    r"drop(?:s|ped)?|cuts?|lower\s+by|loss(?:es)?|lost|slipp\w+"
)
DIRECTION = re.compile(rf"\b(?:(?P<over>{OVER})|(?P<under>{UNDER})|(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)

COMPARED = re.compile(
    r"(?P<who>\b(?:[A-Z][\w’']+\s+(?:(?:of|and)\s+)?){0,4}(?:(?:all|regional|national|overall|county|group|family|statistical|"
    r"peer)\s+)*(?:[A-Z]\w+\s+)?(?<!\ban\s)(?<!\bon\s)"
    r"(?<!daily\s)(?<!weekly\s)(?<!monthly\s)(?<!yearly\s)(?<!annual\s)(?<!rolling\s)(?:average|median|mean\s+(?:score|value))s?(?:\s+(?:for|of)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?"
    r"|\b(?:national|regional|statistical|nearest|comparator)\s+(?:neighbours?|figure|rate|benchmark|proportion|percentage|level)s?|"
    r"\bnationally\b|\bin\s+the\s+country\s+as\s+a\s+whole\b|\b(?:in|for|of|across)\s+(?:all\s+)?(?:England|Wales|Scotland|Ireland|"
    r"Great\s+Britain|the\s+UK)\b)",
)
STATUS = (
    ("target", r"targets?|targeted|aim(?:s|ed|ing)?|ambition|goals?|aspir\w+|required\s+to\s+(?:save|deliver)|"
               r"benchmark\s+(?:of|is|was)|expectation"),
    ("forecast", r"forecast(?:s|ed|ing)?|project(?:ed|ions?)|predict(?:ed|ion|ions|s)?|anticipat\w+|expected|will\s+(?:be|have|rise|"
                 r"increase|fall|reach|cost|need|require)|estimated\s+to\s+(?:be|rise|increase|fall)|could\s+(?:be|rise)|planned"),
    ("budget", r"(?<!over )(?<!under )(?<!above )(?<!below )(?<!personal )(?<!individual )(?<!household )(?<!carbon )budget(?:s|ed)?|"
               r"allocat\w+|estimates?\s+for|provision(?:al)?\s+of|funding\s+envelope|precept\s+of"),
    ("actual", r"outturn|actuals?|spent|spend\s+was|invested|totalled|stood\s+at"),
)  # fmt: skip
STATUSES = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in STATUS), re.IGNORECASE)
LABELS = re.compile(
    r"\b(?:(?P<budget>budget(?:ed)?|estimates?|allocation|approved|original)|(?P<forecast>forecast|projected|projection|predicted|"
    r"estimated?\s+outturn|planned)|"
    r"(?P<actual>actuals?|outturn|spend|(?<!be )achieved|(?<!be )delivered|to\s+date|achievement)|"
    r"(?P<target>target|goal)|(?P<comparator>(?<=\w\s)averages?|averages?\W*$|england|national|nearest\s+neighbours?|benchmark|statistical|(?<=\w\s)median|region(?:al)?))\b",
    re.IGNORECASE,
)
OWN_NUMBER = re.compile(r"\s*(?:(?:of|by|is|was|for|at|:|\()\s*)*[£€]?\d")
"""Behind a word of standing that is of another number: "85% (target 90%)"."""
VARIANCE = re.compile(
    r"\b(?:variance|variation|difference|change|movement|over\s?/?\s?\(?under|under\s?/?\s?\(?over|overspend|underspend)\b", re.IGNORECASE
)
HELD_AGAINST = re.compile(
    r"\b(?:achiev\w*|met|meet\w*|exceed\w*|miss\w*|hit\w*|reach\w*|on|off|behind|within|below|above|against)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a target that something else is held against: "71% achieved their target"."""
LEADS_TO = re.compile(r"\W*(?:(?:of|is|was|to|at|least|for|an?|the|most|up|set|by|over|under|more|less|than)\b\W*)*[£€(]?")
COMPARED_WITH = frozenset(("target", "budget"))
AT_ONCE = re.compile(r"[\s,(]*(?:(?:an?|the|representing|or|net)\s+(?:\w+\s+){0,2})?", re.IGNORECASE)
""" "£456m, up by £3m", "£80 (an average decrease of 81p)"."""
MOST_ADJACENT, MOST_NEAR = 5, 60
"""Characters between a word of standing and its number, and between two such words of one phrase ("forecast outturn")."""


def bound(text: str, start: int, end: int) -> str | None:
    """ "up to", "more than" directly before, "or more" directly behind."""
    match = _BOUND_END.search(text, max(0, start - 40), start) or AFTER.match(text, end)
    return next((name for name, words in match.groupdict().items() if words), None) if match else None


def about(text: str, start: int, end: int) -> bool:
    return bool(ABOUT.search(text, max(0, start - 40), start) or OR_SO.match(text, end))


def direction(text: str, start: int, end: int, low: int, high: int) -> str | None:
    """The nearest word of movement in the clause `low` to `high`: up to 60 characters before, or close behind."""
    before = list(DIRECTION.finditer(text, max(low, start - 60), start))
    after = DIRECTION.search(text, end, min(high, end + 30))
    if after and OWN_NUMBER.match(text, after.end()) and not AT_ONCE.fullmatch(text, end, after.start()):
        after = None  # "nine homes closed with a loss of 94 beds"
    found = before[-1] if before else after
    if before and after and start - before[-1].end() > after.start() - end + 15:
        found = after
    return next((name for name, words in found.groupdict().items() if words), None) if found else None


def compared(text: str, start: int, end: int, low: int) -> re.Match[str] | None:
    """The words that name whose value it is, where it is another's: "the England average (57.31%)"."""
    before = list(COMPARED.finditer(text, max(low, start - 60), start))
    if before and re.fullmatch(
        r"[\s,(:]*(?:(?:was|is|of|at|were|which|stood|being|for|the|same|period|year|in|similar|authorities)\s*)*[(]?",
        text[before[-1].end() : start],
    ):
        return before[-1]
    return (
        re.compile(r"\s*(?:\w+\s+){0,2}?(?:" + COMPARED.pattern + ")").match(text, end)
        if text[end : end + 4].startswith((" in ", " nat", " for"))
        else None
    )


def status(text: str, start: int, low: int, high: int) -> str | None:
    """Budget, forecast, actual or target, by the words of the clause.

    What stands at the number ("a budget of £2m") wins over a forecast further off, and that over the rest: a forecast
    overspend on a budget is a forecast.
    """
    before = [
        (match.end(), next(name for name, words in match.groupdict().items() if words))
        for match in STATUSES.finditer(text, max(low, start - 90), start)
        if not _is_held_against(text, low, start, match)
    ]
    if not before:
        found = STATUSES.search(text, start, min(high, start + 50))
        if found and OWN_NUMBER.match(text, found.end()):
            return None
        return next((name for name, words in found.groupdict().items() if words), None) if found else None
    end, name = before[-1]
    ahead = next((word for _, word in reversed(before) if word in ("forecast", "target")), None)
    adjacent = start - end <= MOST_ADJACENT and not any(word == "forecast" and end - at <= MOST_NEAR for at, word in before[:-1])
    return name if adjacent or not ahead else ahead


def _is_held_against(text: str, low: int, start: int, match: re.Match[str]) -> bool:
    """Whether a target or budget is what another value was compared with: "71% achieved their target"."""
    if match.lastgroup not in COMPARED_WITH or LEADS_TO.fullmatch(text, match.end(), start):
        return False
    return HELD_AGAINST.search(text, low, match.start()) is not None


@lru_cache(maxsize=4096)
def label_status(label: str) -> str | None:
    """What a column or row label says: "Forecast outturn" is a forecast; a variance is none of them."""
    if VARIANCE.search(label):
        return None
    found = {name for match in LABELS.finditer(label) for name, words in match.groupdict().items() if words}
    order = ("comparator", "target", "forecast", "budget", "actual")
    return next((name for name in order if name in found), None)
