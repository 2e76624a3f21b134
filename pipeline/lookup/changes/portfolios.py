"""One person under two titles in one paper: cabinet member for "Health and Leisure" here, for "Leisure, Health and Ageing" there.

Comes in: a library and filters. Goes out: pairs of the lines that give the titles. Two titles are two prints of one portfolio where they
share a word and each has one that the other lacks; a shorter form of a title, and a post that somebody holds besides, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pipeline.language.people import compatible, titled
from pipeline.lookup.changes.kept import Library
from pipeline.lookup.changes.moments import quoted
from pipeline.lookup.changes.restated import Pair, one_paper
from pipeline.lookup.changes.sameness import PLAIN, Saying
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, Filters, PassageRow

POSTS = ("cabinet member", "portfolio holder", "executive member", "lead member", "cabinet secretary", "spokesperson")
"""Posts of which a person has one, with a portfolio that is printed behind it."""
SOUGHT = f"words : ({' OR '.join(f'{chr(34)}{post}{chr(34)}' for post in POSTS)})"
POST = re.compile(
    rf"\W{{1,4}}(?i:the )?(?P<before>(?:[\w’'-]+ ){{0,4}}?)(?P<post>(?i:{'|'.join(POSTS)})) (?i:for|with responsibility for|[–-]) "
    r"(?:the )?(?P<portfolio>[A-Z][\w’'-]*(?:(?:,? (?:and|&|of|the|for|in|to|with)\b)*[ ,/&-]{1,3}[A-Z][\w’'-]*)*)"
)
"""What stands behind a name: "(Cabinet Member for Highways)", ", Portfolio Holder for Leisure and Culture", or on the next line."""
PAST = re.compile(r"\b(?:former|previous|then|outgoing|incoming|deputy|assistant|shadow|acting|interim)\b", re.IGNORECASE)
"""Words before a post that make it another one; a deputy leader has a portfolio like others."""
LEADER = re.compile(r"\bdeputy leader\b", re.IGNORECASE)
ALL = 2000


@dataclass(frozen=True, slots=True)
class Titled:
    row: FactRow
    name: str
    post: str
    portfolio: frozenset[str]


def title_pairs(store: Library, filters: Filters) -> Iterator[Pair]:
    """Pairs of lines that give one person two forms of a portfolio, in the order of the paper."""
    rows = store.passages(sorted(rowid for rowid, _ in store.words(SOUGHT, filters, ALL)))
    for one, other in combinations([found for row in rows for found in _titled(row)], 2):
        a, b = _saying(one), _saying(other)
        if one_paper(a, b) and one.post == other.post and compatible(one.name, other.name) and _differ(one.portfolio, other.portfolio):
            yield Pair(a, b, "contradiction", 1.0)


def _titled(row: PassageRow) -> Iterator[Titled]:
    for person in titled(row.words):
        post = POST.match(row.words, person.end)
        if post and not PAST.search(LEADER.sub(" ", post["before"])):
            portfolio = frozenset(stems(post["portfolio"])) - STOP
            yield Titled(quoted(row, person.start, post.end()), person.name, post["post"].lower(), portfolio)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other - PLAIN) and not one <= other and not other <= one


def _saying(one: Titled) -> Saying:
    return Saying(one.row, one.portfolio, frozenset(), one.row.standing.meeting_date or one.row.standing.published or "")
