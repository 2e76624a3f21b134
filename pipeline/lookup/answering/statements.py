"""Verbatim statements: a chosen stretch as a person reads it, with the citations that prove it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lookup.answering.drafts import LONGEST_TEXT, Draft, chosen, drafts
from pipeline.lookup.answering.pieces import LONGEST_HEADING, SENTENCE_END, Piece, pieces_of
from pipeline.lookup.answering.unit_notes import noted
from pipeline.lookup.cite import cite, narrowed
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.factual import wanted_kinds
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View
from pipeline.lookup.text.align import stretch
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Citation, Statement
from pipeline.model.ports import Library

LONGEST_QUOTE, CITATIONS = 600, 3
SHORT_ITEM = 60
LIST_ITEMS, SHORTEST_ITEM = 3, 24
PENCE = re.compile(r"([£€]\s?\d[\d,]*)\.00\b")
"""£12,500.00 is read as £12,500; the quote keeps what is printed."""
LINKED = re.compile(r"[;,] (?:and|or)$", re.IGNORECASE)
PARAGRAPH = re.compile(r"^\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-ZÀ-Þ(\"“'‘*])")
"""The number of a paragraph ("7.4"), which its reader does not need; "2.5 million" goes on in small letters."""
MARKER = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\)?\s+(?=[A-ZÀ-Þ(\"“'‘*])")
"""The mark of the one item that is told: "b) AGREE ..."."""
NUMBERED = re.compile(r"^(\d{1,3})\s+(?=[A-ZÀ-Þ(\"“'‘*])")
"""A number without a full stop before a paragraph: it is one only where the passage's own paragraph is that one or a little before it."""
NEXT_PARAGRAPHS = 10
CUT_SHORT = re.compile(r"(?:\s+[(£€]*[\d][^\s]*|\s+(?:of|to|by|which|and|a|the|at|for|in|£|€|\())+$")
"""What must not end a shortened text: a number parted from its unit, and small words that lead to one."""
SINGULAR = {
    "decisions": "decision", "actions": "action", "commitments": "commitment", "figures": "figure", "inspections": "score",
    "attendance": "attendance", "declarations": "declaration", "indicators": "indicator", "agenda": "agenda", "reports": "report",
    "questions": "question",
}  # fmt: skip


def statements(library: Library, question: Question, some: Weighing, ranked: Sequence[Ranked], limit: int) -> list[Statement]:
    """The statements that answer the question, the best first."""
    found = chosen(question, some, drafts(question, some, ranked), limit)
    made = [stated(library, question, some, draft, same) for draft, same in found]
    return [one for one in made if not any(one.text in other.text for other in made if other is not one)]


def stated(library: Library, question: Question, some: Weighing, draft: Draft, same: Sequence[Draft]) -> Statement:
    """A draft as a statement, with the citations of those that say the same."""
    pieces = pieces_of(library, some, draft)
    others = [Piece(other.view, other.first, other.last) for other in same]
    text = noted(spoken(pieces), library.facts_on([piece.view.row.rowid for piece in pieces if piece.view.row.reading], ("figures",)))
    citations: dict[str, Citation] = {}
    for piece in (*pieces, *others):
        made = cited(library, piece)
        citations.setdefault(made.id, made)
    kind, fact = _fact(library, question, draft.view, text)
    return Statement(text, kind, fact, tuple(citations.values())[:CITATIONS])


def spoken(pieces: Sequence[Piece]) -> str:
    """The words of a stretch on one line: list items apart, under its heading where it is too short to be understood alone."""
    lines = [plain for piece in pieces for line in piece.lines() if (plain := unnumbered(line, piece.view.row.standing.paragraph))]
    text = PENCE.sub(r"\1", _joined(fitted(lines)))
    section = pieces[0].view.row.standing.section
    heading = section[-1].rstrip(":") if section else ""
    bare = len(text) < SHORT_ITEM and heading and not any(char.isdigit() for char in heading)
    text = MARKER.sub("", text)
    return shortened(f"{heading}: {text}" if bare and not set(stems(heading)) <= set(stems(text)) else text)


def unnumbered(line: str, paragraph: str | None) -> str:
    """A line without the number of its paragraph: the citation's label holds it."""
    bare = NUMBERED.match(line)
    first = paragraph if paragraph and paragraph.isdigit() else None
    if bare and first and 0 <= int(bare[1]) - int(first) <= NEXT_PARAGRAPHS:
        return line[bare.end() :]
    return PARAGRAPH.sub("", line)


def fitted(lines: Sequence[str]) -> list[str]:
    """The items of a long list cut to about the same length, so that all of them are named."""
    if len(lines) < LIST_ITEMS or sum(map(len, lines)) + 2 * len(lines) <= LONGEST_TEXT:
        return list(lines)
    room = LONGEST_TEXT - 2 * len(lines)
    each = room // len(lines)
    spare = sum(max(0, each - len(line)) for line in lines)
    each += spare // max(1, sum(len(line) > each for line in lines))
    return [shortened(line, max(each, SHORTEST_ITEM)) for line in lines]


def _joined(lines: Sequence[str]) -> str:
    """One line; a semicolon where the paper ends an item with the line alone, a colon after a heading."""
    text = ""
    for at, line in enumerate(lines):
        ended = text.endswith(SENTENCE_END) or LINKED.search(text)
        mark = "" if ended else ":" if at == 1 and _is_heading(lines[0], line) else ";"
        text += line if not text else f"{mark} {line}"
    return text


def _is_heading(line: str, following: str) -> bool:
    """A short line that a whole sentence follows."""
    return len(line) <= LONGEST_HEADING and following[:1].isupper() and following.endswith((".", "?", "!"))


def shortened(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text, or its beginning, cut where neither a word nor a number with its unit is parted."""
    return text if len(text) <= longest else CUT_SHORT.sub("", text[: longest - 2].rsplit(" ", 1)[0]) + " …"


def cited(library: Library, piece: Piece) -> Citation:
    """The whole passage where it is short enough to be a quote; else as many sentences around the stretch as fit."""
    row = piece.view.row
    if len(row.text) <= LONGEST_QUOTE or row.reading is not None:
        return cite(library, row.standing, row.text, id_=row.id)
    sentences = piece.view.sentences
    low, high = _widest(piece)
    place = stretch(piece.view.text, row.text, sentences[low].start, sentences[high].end)
    if place is None:
        return cite(library, row.standing, row.text, id_=row.id)
    return cite(library, narrowed(row.standing, *place), row.text[place[0] : place[1]])


def _widest(piece: Piece) -> tuple[int, int]:
    """Sentences after and before taken in for as long as the quote stays short."""
    first, last, sentences = piece.first, piece.last, piece.view.sentences
    while last + 1 < len(sentences) and sentences[last + 1].end - sentences[first].start <= LONGEST_QUOTE:
        last += 1
    while first and sentences[last].end - sentences[first - 1].start <= LONGEST_QUOTE:
        first -= 1
    return first, last


def _fact(library: Library, question: Question, seen: View, text: str) -> tuple[str, str | None]:
    """Kind and id of the fact that the statement says, where one of a wanted kind stands in it."""
    said = " ".join(stems(text))
    for fact in believed(library.facts_on([seen.row.rowid], wanted_kinds(question))):
        quote = " ".join(stems(fact.quote))
        if quote and (quote in said or said in quote):
            return SINGULAR.get(fact.kind, "passage"), fact.id
    return "passage", None
