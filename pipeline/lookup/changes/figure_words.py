"""What the words around a number say of it: who counted, what it is held against, whether it is a level or a move.

Comes in: a figure's sentence or measure. Goes out: the text that says what is counted, and what its wording tells. The
phrases are those in which inspectors, committees and finance reports put their figures; none is of one council.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

Kind = Literal["level", "change", "move", "limit", "aim", "extreme"]

AGES = re.compile(
    r"\b(?:aged?|over|under) (?P<a>\d\d)\b(?!%)"
    r"|(?<![\d.,])(?P<b>\d\d)(?:\s?\+| (?:years(?: of age)?|and|or) (?:and |or )?(?:over|above|older))",
    re.IGNORECASE,
)
"""An age from which people are counted: "aged 65 years and above", "85+"."""
OF_AGE = frozenset({"16", "18"})
"""Ages that part nobody from adults."""
GROWN_AFTER = re.compile(
    r"^\W*(?:\([^)]*\)\W*)?(?:more|fewer|less|higher|lower|increase|decrease|growth|rise|reduction|drop|fall|uplift)\b", re.IGNORECASE
)
GROWING = re.compile(
    r"\b(?:increas|decreas|reduc|r[io]se|grow|grew|fall|fell|drop|declin|chang|down|up)\w*\b[^.;,]{0,40}"
    r"\bby\W+(?:\w+\s+){0,4}\W*$",
    re.IGNORECASE,
)
"""Words before or behind a number that make it a change and no level."""
ONCE = re.compile(
    r"\b(?:transfer|virement|payment|award|loan|draw|withdrawal|write)\w*(?: (?:down|off))?(?: \w+)? of\W+(?:\w+ ){0,3}\W*$"
    r"|\b(?:mov|transfer|tak|withdr[ae]w|draw|put|releas|add)(?:e|ed|es|s|ing|n|ring|red)?\W+"
    r"(?:(?:up to|a|further|another|additional|out) ){0,2}£?$",
    re.IGNORECASE,
)
"""Words before a sum that is moved once: another "transfer of £2m" at another time is another transfer."""
LIMIT = re.compile(
    r"\b(?:should|must|may|shall|can)(?: not)? (?:be (?:no|not|at)|fall|exceed|go|drop|remain|rise)\b[^.;]*$"
    r"|\b(?:limit|threshold|minimum|ceiling|cap) of\W+$",
    re.IGNORECASE,
)
"""Words before a bound that is set and not measured."""
AIM = re.compile(r"\b(?:will|would|to) (?:have|reach|achieve)\b", re.IGNORECASE)
EXTREME = re.compile(r"\b(?:peak\w*|maximum|minimum|highest|lowest|longest|shortest)\b", re.IGNORECASE)
"""Words that make a number the end of a range of levels."""
PART = re.compile(r"\bof (?:which|whom|these|those|them)\b(?:\W+\w+){0,4}\W*$", re.IGNORECASE)
"""Words before a number that is a part of the one named before it."""
WIDER = re.compile(
    r"\bas a whole\b|\bnation(?:al|wide)(?:ly)?\b|\b(?:in|across|throughout) (?:england|wales|scotland|the (?:uk|country))\b", re.IGNORECASE
)
"""Words that make a number one of a wider area than the paper's own."""
NEAR = 80
"""Characters behind a number in which it is still said of it that it is to be; that is not compared with what is."""
EXCLUDED = re.compile(r"\b(?:excluding|excl\.?|not including|exclusive of|other than|apart from|before)\b[^,.;:()]*", re.IGNORECASE)
"""What a figure leaves out: its words are of another measure."""
_ELSEWHERE = "england|english|national(?:ly)?|uk|gb|regional|statistical|cipfa|comparator|peers?|nearest neighbours?|family group"
COMPARED = re.compile(
    r"(?:\b(?:and|but|which|this|that)\s+)?(?:\b(?:is|are|was|were|being)\s+)?"
    r"\b(?:better|worse|higher|lower|greater|above|below|similar|close|in line|compar(?:ed|able|ing)|against|than|versus)\b"
    rf"(?:\W+[\w.%]+){{0,5}}?\W+(?:{_ELSEWHERE})\b[^,;.()]*(?:\([^)]*\))?(?:(?<=\d)\.\d[^,;.()]*)?",
    re.IGNORECASE,
)
"""What a figure is held against: "which was worse than the England average (25.5%)" says nothing of what it counts."""
SOURCE = re.compile(
    r"(?:^|(?<=[.;:] ))(?:\w+ ){0,3}(?:data|figures|statistics|survey|census|analysis|research|evidence)\b[^.;:]{0,120}?"
    r"\b(?:show|indicat|suggest|reveal|highlight|report|stat|confirm|estimat)(?:e?s|ed|n)?\b(?: that)?",
    re.IGNORECASE,
)
"""Who counted: "national data from the survey of 2033 showed" says nothing of what was counted."""
CLAUSE = re.compile(r"[,;:](?=\s)|\s[–-]\s")
PIECE = re.compile(
    r"[,;:](?=\s)|\s[–—-]\s|[()]|\b(?:which|where|whereas|while|whilst|who|because|but|although|resulting|equating|requiring|compared|"
    r"against|from)\b|\bof (?:the |an? |its |our |all )?(?=£?\d)",
    re.IGNORECASE,
)
"""Where one statement of a sentence ends and the next one begins."""
BRACKETED = re.compile(r"\([^)]*(?:\)|$)")
"""Sources and what an acronym stands for: their capitals name nothing that is counted."""


def own_text(text: str) -> str:
    """A text without who counted, what it leaves out and what it is held against."""
    return COMPARED.sub(" ", EXCLUDED.sub(" ", SOURCE.sub(" ", text)))


def clause(sentence: str, raw: str) -> str:
    """The clause that holds a number; all of a sentence that does not print it."""
    before, found, after = sentence.partition(raw)
    return f"{CLAUSE.split(before)[-1]}{found}{CLAUSE.split(after)[0]}" if found else sentence


def pieces(sentence: str, raw: str) -> Iterator[str]:
    """The piece of a sentence that holds a number, then longer ones with what stands before it, up to all before."""
    held = re.search(rf"(?<![\w.,]){re.escape(raw)}(?![\w%])", sentence) or re.search(re.escape(raw), sentence)
    if held:
        before, after = PIECE.split(sentence[: held.start()]), PIECE.split(sentence[held.end() :])[0]
        yield from (" ".join([*before[-size:], after]) for size in range(1, len(before) + 1))


def left_out(sentence: str) -> str:
    return " ".join(EXCLUDED.findall(sentence))


def unheaded(measure: str, headings: Sequence[str]) -> str:
    """A measure without brackets and without the headings that complete it: their capitals name nothing."""
    for heading in headings:
        measure = measure.replace(heading, " ")
    return BRACKETED.sub(" ", measure)


def ages(text: str) -> frozenset[str]:
    return frozenset(m["a"] or m["b"] for m in AGES.finditer(text)) - OF_AGE


def is_part(sentence: str, raw: str) -> bool:
    """Whether a number is told as a part of another one: "of which £6m had been owed for a year"."""
    return bool(PART.search(sentence.partition(raw)[0]))


def is_wider(sentence: str, raw: str) -> bool:
    """Whether a number is told of a wider area: "in the county as a whole 52% was recycled"."""
    opening = sentence.partition(raw)[0].split(";")[-1].partition(",")[0]
    return bool(WIDER.search(f"{opening} / {clause(sentence, raw)}"))


def kind_of(sentence: str, raw: str) -> Kind:
    """What a number is: a change ("up by 4%", "4% more"), a sum that is moved once, a limit that is set, an extreme, an aim, or
    else a level."""
    before, _, after = sentence.partition(raw)
    if GROWN_AFTER.match(after) or GROWING.search(before):
        return "change"
    if ONCE.search(before):
        return "move"
    if LIMIT.search(before):
        return "limit"
    if EXTREME.search(next(pieces(sentence, raw), "")):
        return "extreme"
    return "aim" if AIM.search(f"{CLAUSE.split(before)[-1]} {re.split('[.;]', after)[0][:NEAR]}") else "level"
