"""Recorded votes: who voted on which side, under headings, by member, or in the columns of a table.

Comes in: the paragraphs from where such a vote begins. Goes out: the vote in the shape of `votes.made`, and how many paragraphs it
takes up. Forms: "For (14)" over or before the names, "There voted against the motion:", "Cllr Orr – Against" line by line, rows of a
table with "For" and "Against" as its columns or as its labels, Irish "Tá" and "Níl".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from pipeline.extract.decisions.votes import SIDES, made, of_sides
from pipeline.language.people import NAME_ALONE, TITLED, titled

MATTER = r"(?:substantive\s+)?motion|amendment|proposal|recommendations?|resolution|application|approval|refusal|veto|deferral|budget"
"""What those named voted for or against."""
SIDE = re.compile(
    r"(?:^|(?<=[\s:.)]))(?P<side>(?i:(?:(?:members?|councillors?|those|there)\s+)?(?:vot(?:ing|ed|es?)\s+(?:for|"
    r"in\s+favour(?:\s+of)?|against|in\s+abstention)|"
    r"(?:did\s+not|declined\s+to|not)\s+vot(?:e|ing)|abstain(?:ed|ing)\s+from\s+voting)|those\s+(?:for|against|abstaining)|"
    r"conflicts?\s+of\s+interests?)|"
    r"For|FOR|In [Ff]avour|IN FAVOUR|Against|AGAINST|Abstain(?:ed|ing|s)?|ABSTAIN(?:ED|ING|S)?|Abstentions?|ABSTENTIONS?|"
    r"Ayes|AYES|Noes|NOES|Absent|ABSENT|Tá|TÁ|Níl|NÍL|Ag [Ss]taonadh|(?<![^\n])(?:YES|Yes|NO|No)(?=\s*[(:–-]*\s*\d{1,3}\)?\s*$))"
    rf"(?:\s+(?i:(?:of\s+)?(?:(?:the|a)\s+)?(?:{MATTER})))?"
    r"(?P<tail>\s*(?:\(\s*\d{1,3}\s*\)|[:–-]|\s*$))"
)
TOTAL = re.compile(r"\(\s*(?P<n>\d{1,3})\s*\)|(?:^|[:–-]|(?<=[^\W\d_])[\s.…]+)\s*(?P<alone>\d{1,3})\s*$")
OUTCOME_WORDS = re.compile(
    r"\b(?:(?:substantive |original )?(?:amendment|motion|proposal)|resolved|carried|lost|defeated|the)\b", re.IGNORECASE
)
SMALL = frozenset("and of de la van von der den du le ap none nil".split())
NO_ABSTENTIONS = re.compile(r"(?:there were )?\bno(?:ne)?\s+(?:abstentions|abstained)|no\s+members?\s+abstained", re.IGNORECASE)
NOBODY = re.compile(r"^[\s:(–-]*(?:none|nil|no members?)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:[,;\n]|\band\b|&|\.{2,})\s*")
INITIALS_AGAIN = re.compile(r"(?<=[a-zà-ÿ])\s+(?=(?:[A-Z]\.?\s?){1,3}[A-ZÀ-Þ][a-zà-ÿ'’])")
""" "D Orr B Penn": the lines of a cell that a web page joined."""
TICK = re.compile(r"[Xx✓✔√1]|[Yy]es|[Tt]ick")
TOTALS = re.compile(r"totals?|votes?|number", re.IGNORECASE)


def recorded(texts: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """A recorded vote that begins in the first of these paragraphs, and how many paragraphs it takes up.

    A heading ("For (14)", "Against:", "Abstentions") stands before the names, in a paragraph of its own or in theirs;
    the total stands with it or after the names.
    """
    lists: dict[str, str] = {}
    totals: dict[str, int] = {}
    current: str | None = None
    used = 0
    if _names_first(texts[0]):
        return None, 0
    for text in texts:
        pieces = list(_sides(text, current))
        if not pieces:
            break
        for current, words in pieces:
            lists[current] = f"{lists.get(current, '')}\n{words}"
            total = TOTAL.search(words)
            if total:
                totals.setdefault(current, int(total["n"] or total["alone"]))
        if OUTCOME_WORDS.search(text) and not SIDE.search(text):
            break
        used += 1
    if any(NO_ABSTENTIONS.search(text) for text in texts[: used + 1]):
        lists.setdefault("abstain", "(0)")
        totals.setdefault("abstain", 0)
    vote = _vote(lists, totals)
    return (vote, used) if vote else (None, 0)


def _names_first(text: str) -> bool:
    """ "Councillors Orr and Penn voted FOR the motion (2)": a sentence, which `votes_named` reads."""
    head = SIDE.search(text)
    return bool(head and only_names(text[: head.start()]) and next(titled(text[: head.start()]), None))


def _vote(lists: dict[str, str], totals: dict[str, int]) -> dict[str, Any] | None:
    """The vote of the words and totals under each side; None where they are no vote, or name nobody under a side but the last."""
    if "amendment" in lists:
        side = "for" if "against" in lists else "against"
        lists[side] = lists.pop("amendment")
        totals |= {side: totals.pop("amendment")} if "amendment" in totals else {}
    names = {side: names_in(words) for side, words in lists.items() if side in SIDES}
    if not any(names.values()) or not {"for", "against"} & names.keys() or _by_columns(lists, names, totals):
        return None
    counted = {side: totals.get(side, len(who)) for side, who in names.items()}
    return of_sides(counted, names)


def _by_columns(lists: dict[str, str], names: dict[str, list[str]], totals: dict[str, int]) -> bool:
    """The headings of columns one after another, and all names below the last: whose column a name stood in is lost."""
    *before, last = names
    return bool(before and names[last] and not any(names[side] or side in totals or NOBODY.match(lists[side]) for side in before))


def tabled(rows: Sequence[Sequence[str]]) -> dict[str, Any] | None:
    """A recorded vote in a table: the sides head its columns, over names or over ticks beside names, or stand before its rows."""
    heads = {at: side for at, cell in enumerate(rows[0]) if (side := _side_cell(cell))} or _letters(rows[0])
    lists: dict[str, str] = {}
    totals: dict[str, int] = {}
    if len(heads) > 1 and {"for", "against"} <= set(heads.values()):
        lists = dict.fromkeys(heads.values(), "")
        totals = {side: int(told["n"]) for at, side in heads.items() if (told := HEAD_TOTAL.search(rows[0][at]))}
        for row in rows[1:]:
            for at, side in heads.items():
                cell = row[at].strip() if at < len(row) else ""
                if cell.isdigit() and (TOTALS.fullmatch(row[0].strip(" :")) or at == 0):
                    totals[side] = int(cell)
                elif cell:
                    lists[side] += f"\n{SURNAME_FIRST.sub(SURNAME_LAST, row[0].strip()) if TICK.fullmatch(cell) and at else cell}"
    else:
        for row in rows:
            if (side := _side_cell(row[0])) and len(row) > 1:
                lists[side] = row[1]
                totals |= {side: int(row[-1])} if row[-1].strip().isdigit() else {}
    return _vote(lists, totals)


SURNAME_FIRST, SURNAME_LAST = re.compile(r"^([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), ([A-Z][\w'’. -]+)$"), r"\2 \1"
""" "Bailey, Marie" beside a tick."""
HEAD_TOTAL = re.compile(r"\s+\(?(?P<n>\d{1,3})\)?\W*$")
""" "For 18" over a column of names."""
LETTERS = {"f": "for", "y": "for", "a": "against", "n": "against", "ab": "abstain", "abs": "abstain", "abst": "abstain"}
"""Heads of columns of ticks: "F", "A", "Ab"."""


def _letters(cells: Sequence[str]) -> dict[int, str]:
    found = {at: side for at, cell in enumerate(cells) if (side := LETTERS.get(cell.strip(" *.").casefold()))}
    return found if {"for", "against"} <= set(found.values()) else {}


def _side_cell(cell: str) -> str | None:
    cell = HEAD_TOTAL.sub("", cell)
    match = SIDE.match(cell.strip(" *"))
    return _side(match["side"]) if match and TOTAL.sub("", cell.strip(" *")[match.end("side") :]).strip(" :–-") == "" else None


BY_MEMBER = re.compile(
    r"^\W*(?P<who>[^:–—\n]{4,50}?)\s*(?:\s[–—-]|:|\t|\.{3,})\s*(?P<side>(?:voted\s+)?(?:for|in favour|against|abstain(?:ed|s)?|abstention|"
    r"absent|tá|níl|did not vote|yes|no|aye))[\s.]*$",
    re.IGNORECASE,
)


def by_member(texts: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """ "Cllr Orr – Against", member by member, each in a paragraph: the vote and how many paragraphs it takes up."""
    names: dict[str, list[str]] = {side: [] for side in SIDES}
    used = 0
    for text in texts:
        match = BY_MEMBER.match(text)
        who = names_in(match["who"]) if match else []
        if not match or len(who) != 1:
            break
        names.get(_side(match["side"]), []).append(who[0])
        used += 1
    return (of_sides({side: len(names[side]) for side in SIDES}, names), used) if used > 1 else (None, 0)


COUNT_ONLY = re.compile(
    r"\W*(?:votes?\s+)?(?P<side>for|in favour|against|abst\w*|ayes|noes|tá|níl)\b(?:\s+\([a-z]+\)|"
    r"\s+the\s+\w+)?\s*[:=–-]*\s*\(?(?P<n>\d{1,3}|nil|none)\)?"
    r"(?:\s+votes?)?[\s.;,]*",
    re.IGNORECASE,
)


def counted(texts: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """ "For: 26" over "Against: 32" over "Abstentions: 0": numbers line by line, without names."""
    totals: dict[str, int] = {}
    for text in texts:
        match = COUNT_ONLY.fullmatch(text)
        side = _side(match["side"]) if match else None
        if not match or side is None or side in totals:
            break
        totals[side] = int(match["n"]) if match["n"].isdigit() else 0
    return (of_sides(totals, None), len(totals)) if {"for", "against"} <= totals.keys() else (None, 0)


RIVAL = re.compile(rf"\W*(?:votes?\s+(?:cast\s+)?)?(?i:for)\s+(?P<who>{TITLED.pattern})\s*(?:[:(–-]+\s*(?P<n>\d{{1,3}})\b.*)?")
RIVAL_TOTAL = re.compile(r"\b(?:total|votes)\s*[:(–-]*\s*(?P<n>\d{1,3})\W*$|\(\s*(?P<m>\d{1,3})\s*\)\W*$", re.IGNORECASE)


def by_rival(texts: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """ "For Councillor Orr: 9" over "For Councillor Penn: 24": the total beside each name, or after the names of those who voted so."""
    found: list[dict[str, Any]] = []
    used = 0
    while used < len(texts) and (match := RIVAL.fullmatch(texts[used].strip(" *"))):
        total, after = match["n"], used + 1
        while total is None and after < min(used + 3, len(texts)) and (told := RIVAL_TOTAL.search(texts[after])):
            total, after = told["n"] or told["m"], after + 1
        if total is None:
            break
        found.append({"name": next(titled(match["who"])).name, "votes": int(total)})
        used = after
    return (made(candidates=found), used) if len(found) > 1 else (None, 0)


def names_in(words: str) -> list[str]:
    """Names with titles; where none has one, the pieces of a list that are nothing but names."""
    found = [person.name for person in titled(words)]
    if found or NOBODY.match(words):
        return found
    pieces = (TOTAL.sub("", piece).strip(" .:–-()*") for line in BETWEEN.split(words) for piece in INITIALS_AGAIN.split(line))
    return [piece for piece in pieces if piece and (match := NAME_ALONE.fullmatch(piece)) and len(match["name"].split()) < 6]


def _sides(text: str, current: str | None) -> Iterator[tuple[str, str]]:
    """The sides a paragraph names, each with the words after it; a paragraph of names alone belongs to the side before."""
    heads = list(SIDE.finditer(text))
    if not heads:
        text = OUTCOME_WORDS.split(NO_ABSTENTIONS.split(text)[0])[0]
        if current and (only_names(text) or TOTAL.match(text.strip(" .*"))):
            yield current, text
        return
    before = text[: heads[0].start()]
    if current and (only_names(before) or TOTAL.match(before.strip())):
        yield current, before
    for head, following in zip_longest(heads, heads[1:]):
        words = text[head.start("tail") : following.start() if following else len(text)]
        yield _side(head[0]), words


def _side(words: str) -> str:
    """for, against, abstain; amendment where a Scottish minute lists its supporters; "none" for those who did not vote."""
    words = words.casefold()
    if words.startswith("no") and words.strip(" :–-(0123456789)") == "no":
        return "against"
    for side, cues in SIDE_CUES:
        if any(cue in words for cue in cues):
            return side
    return "for"


SIDE_CUES = (
    ("abstain", ("abst", "declined", "staonadh")),
    ("none", ("not vot", "absent", "conflict")),
    ("against", ("against", "noes", "níl")),
    ("amendment", ("amendment",)),
)


def only_names(text: str) -> bool:
    """Whether a paragraph is nothing but names: no word begins small but those that names and lists hold."""
    found = re.findall(r"[^\W\d_][\w'’.-]*", text)
    return bool(found) and not OUTCOME_WORDS.search(text) and all(word[0].isupper() or word in SMALL for word in found)
