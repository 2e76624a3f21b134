"""What became of a motion, in the words of the minutes: "Amendment lost", "The Motion was CARRIED", "stood referred to Cabinet".

Comes in: a sentence. Goes out: an `Outcome`, or None where the sentence disposes of nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.decisions.motions import AMENDMENT, PROCEDURAL

FATE = re.compile(
    r"\b(?:carried|lost|defeated|fell|falls|passed|rejected|withdrawn|agreed|approved|adopted|deferred|favour|unanimous|withdrew|referred|"
    r"appointed|elected|co-opted)\b",
    re.IGNORECASE,
)
"""One of these words stands in every sentence that the patterns below can match: they are looked for first, because that is quick."""
OUTCOME = re.compile(
    r"\b(?P<what>(?i:(?:proposed\s+)?(?:substantive\s+|original\s+|amended\s+)?(?:amendment|motion|proposal|"
    r"proposition|report and recommendations))(?:\s+(?:no\.?\s*)?\d+)?)(?:,?\s+(?:as amended|as so amended|being put to the vote),?|"
    r",\s[^,.;]{3,60},)?(?:\s+(?i:standing in the name of [^,.;]{3,40}))?,?\s*[:–-]?\s*"
    r"(?:(?:was|were|is|be|being|having been|therefore|then|thereupon|accordingly|duly|declared|put|to|the|vote|and|it|not|which)\s+)*"
    r"(?P<how>(?i:carried|lost|defeated|fell|falls|passed|rejected|withdrawn|agreed|approved|adopted|deferred))\b"
)
OUTCOME_OF = re.compile(
    r"\b(?P<what>(?i:amendment|motion|proposal|proposition))(?:,[^.;]{3,120}?,)?(?:\s+(?:to|that|for|by|of|"
    r"in)\s[^.;]{3,160}?)?\s+(?:was|were)\s+"
    r"(?:(?:then|therefore|thereupon|accordingly|duly|declared|put|to|the|vote|and|it|was|not)\s+)*"
    r"(?P<how>(?i:carried|lost|defeated|passed|rejected|withdrawn))\b"
)
"""What was moved stands between: "the motion to refer back was defeated", "The motion, moved by A, that B was carried"."""
DECLARED = re.compile(
    r"\b(?:it|this|which)\s+was\s+(?:\w+ly\s+)?declared\s+(?:to\s+be\s+|to\s+have\s+been\s+)?(?P<how>(?i:carried|lost|defeated))\b"
)
PUT_AND = re.compile(
    r"\b(?P<what>(?i:amendment|motion|proposal|recommendations?))\b[^.;]{0,90}?\bput(?: to (?:the|a) (?:vote|meeting|council|"
    r"committee|board|assembly)|,? and)\b"
    r"[^.;]{0,60}?\b(?:and )?(?:it |this )?(?:was |were )?(?:not )?(?P<how>(?i:carried|lost|defeated|agreed|approved|rejected|"
    r"passed|fell))\b",
    re.IGNORECASE,
)
VOTE_ON = re.compile(
    r"\bvotes?\b[^.;]{0,40}?\bon\s+the\s+(?P<what>(?:substantive |original )?(?:motion|amendment|proposal|recommendations?))\b[^.;]{0,40}?"
    r"\b(?:not\s+)?(?P<how>carried|lost|defeated|agreed|approved|rejected|passed|fell)\b",
    re.IGNORECASE,
)
""" "A vote was taken on the amendment, which was not carried." """
REFERRED = re.compile(
    r"\b(?P<what>motion|proposal)\b[^.;]{0,40}?\b(?:stood|stands|was|were)\s+(?:\w+ly\s+|then\s+|"
    r"therefore\s+)*(?P<how>referred)\b",
    re.IGNORECASE,
)
""" "The motion stood referred to Cabinet without debate." """
WITHDREW = re.compile(r"\b(?P<how>withdrew)\s+(?:his|her|their|the)\s+(?P<what>amendment|motion|proposal)\b", re.IGNORECASE)
BY_ITSELF = re.compile(
    r"^\W*(?P<what>(?:recommendations?|limbs?|paragraphs?|parts?)\s+(?:no\.?\s*)?\(?\w{1,4}\)?)[,:]\s[^.;]{3,200}?\b(?:was|"
    r"were)\s+(?:then\s+)?"
    r"(?P<how>carried|lost|defeated|agreed|approved|rejected|passed)\b",
    re.IGNORECASE,
)
""" "Recommendation 2, that the Board meet monthly, was carried": put and decided by itself."""
ASIDE = re.compile(r"\b(?:procedural|closure)\s+motion\s*$", re.IGNORECASE)
CHANGE = re.compile(r"\b(?:proposed\s+)?change\s+was\s+(?:not\s+)?(?P<how>agreed|approved|carried|lost)\b", re.IGNORECASE)
ALONE = re.compile(
    r"(?:^|[.;]\s+)(?:[(*\s]*)(?:(?i:(?:this|it|which) was |on a show of hands,? )(?i:\w+ly )?)?"
    r"(?P<how>(?i:agreed|carried|lost|approved|defeated|accepted|"
    r"all (?:present |members |councillors )?(?:were )?(?:in favour|in agreement|agreed)|"
    r"unanimous))(?:\s+(?i:unanimously|nem\.? con\.?|on a vote)|\s+\(?\d{1,3}\s?(?:to|"
    r"[-–])\s?\d{1,3}\)?)?(?:,\s[^.;]{3,60}\b(?i:abstain\w*|against|dissent\w*))?[\s.)*]*$"
)
SECONDED_AND = re.compile(
    r"\bseconded\b[^.;]{0,90}?\band,?\s+(?:(?:following|after|on)\s+[^.;,]{3,50}?,?\s+)?(?:was\s+|it was\s+)?(?:\w+ly\s+)?"
    r"(?P<how>(?i:agreed|carried|lost|"
    r"approved|defeated|passed|appointed|elected|co-opted))\b\s*[.(]?(?!\s*(?:that|to|[:“\"]))"
)
PROPOSES = re.compile(r"\b(?:proposed|suggested|recommended)\b[^.;?]*[.;]\s*$", re.IGNORECASE)
""" "The Chair suggested a working party." before "All agreed."."""
ONE_SIDE = {
    "lost": "lost",
    "defeated": "lost",
    "fell": "lost",
    "falls": "lost",
    "rejected": "lost",
    "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
    "referred": "referred",
    "appointed": "appointed",
    "elected": "appointed",
    "co-opted": "appointed",
    "deferred": "deferred",
}
NEGATED = re.compile(r"\bnot\s+(?:carried|agreed|approved|passed|adopted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a motion: `how` is agreed, lost, withdrawn or deferred; `word` is as printed."""

    how: str
    word: str
    start: int
    amendment: bool
    motion: bool
    """The words speak of the motion, not of its amendment, "the proposal" or "the procedural motion"."""
    named: bool
    """The words name the motion or amendment: "Amendment lost"."""
    itself: bool
    """The sentence says what was decided: "Recommendation 2, that the Board meet monthly, was carried"."""


def outcome(text: str) -> Outcome | None:
    """What a sentence says became of the motion or amendment before it."""
    if not FATE.search(text):
        return None
    for pattern in (BY_ITSELF, OUTCOME, PUT_AND, VOTE_ON, OUTCOME_OF, REFERRED, WITHDREW, DECLARED, SECONDED_AND, CHANGE, ALONE):
        match = pattern.search(text)
        if not match:
            continue
        what = match.groupdict().get("what") or ""
        word = match["how"]
        how = "lost" if NEGATED.search(match[0]) else ONE_SIDE.get(word.casefold(), "agreed")
        return Outcome(
            how, word.upper(), match.start(), bool(AMENDMENT.search(what)), _of_main(what, text, match), bool(what), pattern is BY_ITSELF
        )
    return None


def _of_main(what: str, text: str, match: re.Match[str]) -> bool:
    return "motion" in what.casefold() and not (ASIDE.search(text[: match.end("what")]) or PROCEDURAL.search(text))
