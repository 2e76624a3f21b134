"""A recorded vote where it stands: in a table, in rows parted by tabs, member by member, between rivals line by line, under headings.

Comes in: the paragraphs of an item, the document's tables, where to look. Goes out: the vote and how many paragraphs it takes up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from pipeline.extract.decisions import votes, votes_recorded
from pipeline.model.structure import Paragraph, Table

TOTAL_MARKER = re.compile(r"\(\d+\)")
NUMBER_FIRST = re.compile(r"^\W*(?P<n>\d{1,3}) (?P<side>For|Against|In favour|Abst\w+)\b(?=\s*(?:[:–-]|$))", re.IGNORECASE)
""" "4 For – Councillors A and B"."""
WHOLE_VOTE = 30
"""Paragraphs that a recorded vote can run over: line by line in a text paper."""


def vote_at(paragraphs: Sequence[Paragraph], tables: Sequence[Table], at: int) -> tuple[Mapping[str, Any] | None, int]:
    """A recorded vote that begins here, and how many paragraphs it takes up."""
    if at >= len(paragraphs):
        return None, 0
    rows = _rows(paragraphs, tables, at)
    if vote := votes_recorded.tabled(rows) if len(rows) > 1 else None:
        return vote, sum(1 for p in paragraphs[at : at + len(rows)] if "\t" in p.text)
    texts = [_printed(p) for p in paragraphs[at : at + WHOLE_VOTE]]
    both = " ".join(texts[:2])
    if votes.COUNTED.match(both) or votes.DIVIDED.match(both):
        return votes.votes(both), 2
    for read in (_rivals, votes_recorded.by_rival, votes_recorded.by_member, votes_recorded.counted):
        told, used = read(texts)
        if told:
            return told, used
    return votes_recorded.recorded(texts) if votes_recorded.SIDE.search(texts[0]) else (None, 0)


def _rivals(texts: Sequence[str]) -> tuple[Mapping[str, Any] | None, int]:
    """ "Cllr Orr – 5" line by line."""
    found = list(takewhile(votes.RECEIVED_BY.fullmatch, texts))
    return (votes.votes("\n".join(found)), len(found)) if len(found) > 1 else (None, 0)


def _rows(paragraphs: Sequence[Paragraph], tables: Sequence[Table], at: int) -> list[list[str]]:
    """The cells of the table that begins here, its labels as the first row; rows of a text paper are parted by tabs."""
    table = paragraphs[at].table
    if table is not None and (not at or paragraphs[at - 1].table != table):
        own = tables[table]
        rows = takewhile(lambda p: p.table == table, paragraphs[at:])
        return [[own.label_column or "", *own.columns], *(p.text.split("\t") for p in rows)]
    return [p.text.split("\t") for p in takewhile(lambda p: "\t" in p.text, paragraphs[at:])] if table is None else []


def _printed(paragraph: Paragraph) -> str:
    """The text with the total that stands in brackets before or instead of it: "(8)"."""
    marker = paragraph.marker or ""
    return f"{marker} {paragraph.text}" if TOTAL_MARKER.fullmatch(marker) else NUMBER_FIRST.sub(r"\g<side> (\g<n>)", paragraph.text)
