"""Words and patterns by which `measure.py` tells what is measured from who said it, from what leads to a number, from a list."""

from __future__ import annotations

import re

MOST_BEFORE, MOST_AFTER, MOST = 14, 10, 22
"""Words kept before and behind the number, and in all."""
SHORT = 3
"""Fewer words than these do not say what is measured: a lead-in or heading must help."""
BREAKS = re.compile(
    r"[;!?](?=\s|$)|\s[–—]\s|:\s|,\s+(?=(?:and|but|which|while|whilst|whereas|however|with|compared|although|so|as)\b)", re.IGNORECASE
)
ATTRIBUTED = re.compile(
    r"^\W*(?:(?:in\s+fact|however|currently|in\s+addition|for\s+example|for\s+context|to\s+date|also|overall|in\s+total|on\s+average|"
    r"of\s+(?:these|those|which|whom)),?\s+)*"
    r"(?:(?:national|local\s+authority|our|the|this|february|\w+)\s+)?(?:\w+\s+){0,3}(?:data|figures|survey|report|census|analysis|benchmark|model|forecast|assessment|table|chart|"
    r"framework|leaders|staff|authority|council)\b[^,.;]{0,90}?"
    r"\b(?:show(?:s|ed)|told\s+us|said|indicat(?:es|ed)|suggest(?:s|ed)|estimat(?:es|ed)|report(?:s|ed)|record(?:s|"
    r"ed))\s+(?:that\s+)?(?:there\s+(?:were|was|are|is|had\s+been)\s+)?",
    re.IGNORECASE,
)
TOLD_BY = re.compile(
    r"^\W*(?:[^,.;]{2,60}?\s)?(?:it\s+was\s+)?(?:(?:was|were|be|been|also|further|then|has|have)\s+)*(?:noted|reported|confirmed|advised|explained|stated|said|"
    r"added|informed|told|heard|highlighted|resolved|agreed|recommended|announced|clarified|emphasised|outlined)(?:\s+(?:(?:the|all)\s+)?"
    r"(?:committee|council|members|cabinet|board|panel|meeting))?\s+that\s+(?:there\s+(?:were|was|are|is|had\s+been|would\s+be)\s+)?",
    re.IGNORECASE,
)
"""Who said it: "The Chairman confirmed that", "It was noted that", "RESOLVED that"."""
OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|which|while|whilst|whereas|however|with|as|that|there|it|this|these|they|we|was|were|is|are|been|be|has|"
    r"have|had|of|in|at|by|for|from|to|on|a|an|the|"
    r"will|would|can|could|may|might|should|must|shall|therefore|required\s+to|needed\s+to|"
    r"estimated|expected|compared|also|currently|then|meaning|said|showed?)\b\W*)+",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:\b(?:against\s+(?:(?:a|an|the|our|its)\s+)?targets?|and|but|or|which|while|whilst|however|with|as|that|it|this|was|were|is|are|been|be|has|have|had|of|in|at|by|for|from|to|"
    r"on|a|an|the|over|under|up|just|around|approximately|"
    r"about|almost|nearly|than|more|some|additional|further|between|will|would|c|approx)\b|[^\w)]|_)++$",
    re.IGNORECASE,
)
SPACES = re.compile(r"\s+")
ASIDE = re.compile(
    r"\s*\((?:(?:(?:against\s+)?(?:a\s+)?target|was|(?:up|down)\s+from|compared\s+(?:to|with)|previously)\b[^()]*|"
    r"(?:or\s+)?[£€]?\d[\d,.]*\s?(?:%|[a-z]{1,7})?)\)",
    re.IGNORECASE,
)
"""A bracket that compares or repeats the number before it: "85% (target 90%) of calls", "50% (£3.8m) of savings"."""
DAY_ALONE = re.compile(
    r"(?:(?:^|\s)(?:as\s+at|at|on|by|to|from|until|since))?\s(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b,?|^\d{1,2}\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b,?",
    re.IGNORECASE,
)
"""A day without its year says when, not what."""
EMPTY = re.compile(r"\((?:target|as\s+at|at|mid-|to|in|was|(?:up|down)\s+from|compared\s+(?:to|with))?[\s,;]*\)|\[\s*\]")
SPACED = re.compile(r"\s+,")
LABEL = re.compile(r"^\W*(?P<label>[^:]{3,160}):\s*(?:\W{0,3})$")
MARKER = re.compile(r"^\s*(?:[-•*–▪◦·]\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|\d{1,3}(?:\.\d{1,3})+\.?\s+)?", re.IGNORECASE)
MOST_LEAD = 18
SPEAKS_ON = re.compile(r"^\W*(?:this|these|it)\b", re.IGNORECASE)
INTRODUCES = re.compile(
    r"\b(?:(?:RESOLVED|AGREED|NOTED|RECOMMENDED)(?:\s+(?:to|that))?(?:\s+(?:AGREE|NOTE|APPROVE))?|asked\s+to|recommended\s+(?:to|that)|(?:resolved|agreed)\s+(?:to|that)|(?:provided|gave|reported|gives|"
    r"raised)\b.{0,60}|(?:points|issues|items|updates?|matters|headlines|examples?|actions)\s+(?:were|are|included?|includes|follow)|"
    r"as\s+follows|(?:the\s+)?following)\W*$|^\W*that\s+(?:the\s+)?(?:cabinet|council|committee|members|executive|board|panel)\W*$|\b(?:proposal\s+of|proposed\s+by|seconded\s+by)\b|\bask(?:ed)?\s+to\W*$",
    re.IGNORECASE,
)
"""A lead-in that says who spoke or what was decided, not what is counted."""
SAYS_NOTHING = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?:introduction|background(?:\s+(?:and|information)\b.*)?|(?:executive\s+)?summary|overview|"
    r"(?:reason|purpose)(?:\s+(?:of|for)\s+(?:the\s+|this\s+)?report)?(?:\s+(?:and|&)\s+(?:\w+\s+)?(?:summary|recommendations?|background))?|"
    r"(?:to|for)\s+(?:the|each|all)\b.*\bmembers?|(?:\w+\s+){1,3}['’]s\s+report|(?:the\s+)?(?:chief|county|city)\s+\w+['’]s\s+(?:report|foreword)|foreword|"
    r"conclusions?|recommendations?(?:\(s\))?|key\s+(?:points|issues|messages|findings)|headlines|details?|context|findings|inspection\s+findings|"
    r"table\s+\d+|figure\s+\d+|finance|financial\s+implications|resource\s+implications|implications|proposals?|discussion|next\s+steps|"
    r"(?:cabinet\s+)?members?\W?s?\s+(?:updates?|announcements)|chair\w*\W?s?\s+announcements|matters\s+arising|any\s+other\s+business|reports?|"
    r"(?:officials|officers|others)\s+in\s+attendance|present|minutes|agenda|appendix\s+\w+|introduction\s+and\s+\w+|main\s+report|contents)\W*$"
    r"|\b(?:submitted|proposed|asked|moved)\s+by\b|[.;]\s*$",
    re.IGNORECASE,
)
"""Headings that stand over anything."""
MOST_HEADING, MOST_OUTER = 14, 8
"""Words of the innermost heading (a longer one is a sentence) and of one further out."""
PARENTHESIS = re.compile(r"\s*\([^()]*\)")
LENGTH_OF = re.compile(r"\s+of\b")
MOST_LEADING = 3
LEADS_ON = frozenset("and or but while which with plus to from".split())
LEADS_TO_TIME = re.compile(
    r"\b(?:(?:as\s+(?:at|of|on)|in|on|at|by|for|during|since|over|until|from|to|between|of|within|throughout)\s+)"
    r"(?:the\s+|(?:(?:\w+\s+)?(?:financial\s+|municipal\s+)?year\s+))?$",
    re.IGNORECASE,
)
"""What leads to a time goes with it: "position as at [November 2031] was"."""
DANGLING = re.compile(
    r"(?:(?:^|[\s(])(?:at\s+least|up\s+to|more\s+than|less\s+than|fewer\s+than|in\s+excess\s+of|a\s+(?:maximum|minimum)\s+of|no\s+more\s+than|"
    r"close\s+to|just|over|under|about|around|approximately|approx\.?|c\.?|circa|nearly|almost|some|roughly|an?\s+estimated))+$",
    re.IGNORECASE,
)
"""What stands before a number and says how exact it is: kept in brackets behind the measure, "adults supported (more than)"."""
LED = re.compile(
    r"(?:(?:^|\s)(?:is|are|was|were|be|been|will|would|to|by|at|of|for|from|with|in|on|as|a|an|the|only|and|or|than|into|another))+$",
    re.IGNORECASE,
)
"""What leads to a number that no noun of its own follows: "has shrunk by [£0.8m] since"."""
LIST_ITEM = re.compile(r"\s*(?!of\b)(?:[^\s,;]+\s+){0,4}[^\s,;]+(?:,|;|,?\s+(?:and|or))\s*", re.IGNORECASE)
""" "assistant planners," and "drivers and" between two figures of a list."""
IN_LIST = re.compile(r"\s*\)\s*(?:,|;|,?\s*(?:and|or|&)\s)[^()]{3,80}\(\s*", re.IGNORECASE)
""" "), Roads and Parks (" between two figures in brackets."""
VERB = re.compile(r"(?:had|have|has|having|were|was|are|is|will|would|who|which|of|per|to|in|more|less|fewer)\b|\W", re.IGNORECASE)
"""What no item of a list begins with."""
HEAD = re.compile(r"\s(?:in|for|from|on|by|across|including|within|as)\s.*$|:.*$", re.IGNORECASE | re.DOTALL)
LED_OTHER = re.compile(
    r"(?:\s(?:to|by|of|at|from|over|up\s+to|about|around|approximately|an?\s+additional|an?\s+further))+$", re.IGNORECASE
)
"""The same before another figure: "rose to [54.2%], an increase of"."""
COUNTED_ITSELF = frozenset(("GBP", "EUR", "USD", "percent", "percentage points", "number", "rank", ""))
"""Units whose number no noun follows."""
CUT = "\x00"
"""Stands where another figure was."""
