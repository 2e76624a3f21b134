"""Who asked what at question time, and what was answered: "Who asked a public question about the ferry?".

Comes in: a question about the public's or members' questions. Goes out: a statement for each that fits, the newest first, with the
asker, the question and the reply as printed; none where no minutes hold such a question on the matter.
"""

from __future__ import annotations

import re

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.cover import Weighing
from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import FactRow, PassageRow, Statement
from pipeline.model.ports import Library

_KIND = r"(?:(?:a|an|any|the|all|public|written|oral|supplementary|members?['’]?|residents?['’]?)\s+)*"
ASKED = re.compile(
    rf"^\W*(?:who|which\s+(?:residents?|members?|councillors?))\s+(?:asked|put|submitted|raised)\s+{_KIND}questions?\b"
    r"|^\W*what\s+(?:did|have|has|were|was)\s+(?:(?:the|members of the|a member of the)\s+)?(?:public|residents?)\s+ask(?:ed|ing)?\b"
    rf"|^\W*(?:(?:what|which|list|show|all|the)\s+)*(?P<kind>public|members?['’]?)\s+questions?\b"
    rf"|^\W*(?:what|which)\s+{_KIND}questions?\s+(?:were|was|have been|did)\b",
    re.IGNORECASE,
)
OF_MEMBERS = re.compile(r"\bmembers?['’]?\s+questions?\b|\b(?:members?|councillors?)\s+(?:asked|put|submitted|raised)\b", re.IGNORECASE)
OF_PUBLIC = re.compile(r"\bpublic\b|\bresidents?\b", re.IGNORECASE)
OF_THE_FORM = frozenset(
    stems(
        "who which what ask asked put submitted raised question questions public resident residents member members councillor meeting time"
    )
)
LEAST = 0.75
"""Share of what the question is about that one must cover."""
TOLD, ASKING, REPLY = 8, 200, 200
"""Questions told at most; characters of a question and of its reply."""
AFTER, OPENING = 3, 40
"""Passages behind a question in which its reply begins, and characters that tell where."""


def publicly(library: Library, question: Question, some: Weighing) -> list[Statement]:
    """The questions put that fit the matter and the day."""
    if not ASKED.search(question.text):
        return []
    by = "member" if OF_MEMBERS.search(question.text) else "public" if OF_PUBLIC.search(question.text) else None
    body = set(stems(f"{question.council or ''} {question.committee or ''}")) | OF_THE_FORM | set(question.dates)
    topic = Weighing(one for one in some if one.clue.stem not in body)
    found = [
        fact
        for fact in in_reach(library, "questions", question.filters, question.clues)
        if fact.passages and by in (None, fact.fields.get("by")) and fact.standing.repeat_of is None
        if question.committee in (None, fact.standing.committee)
        if not question.days or any(str(fact.standing.meeting_date).startswith(day) for day in question.days)
        if not topic or topic.share(topic.credits(bag_of(_about(fact)))) >= LEAST
    ]
    newest = sorted(found, key=lambda fact: str(fact.standing.meeting_date or ""), reverse=True)
    once = {str(fact.fields["question"]): fact for fact in reversed(newest)}
    return [_statement(library, fact) for fact in newest if once[str(fact.fields["question"])] is fact][:TOLD]


def _about(fact: FactRow) -> str:
    told = (*fact.standing.section[-1:], fact.fields.get("asker"), fact.fields["question"], fact.fields.get("answer"))
    return " / ".join(str(words) for words in told if words)


def _statement(library: Library, fact: FactRow) -> Statement:
    """The question, and the reply where a passage near it prints it."""
    asker, answerer, asked, reply = (_line(fact, name) for name in ("asker", "answerer", "question", "answer"))
    text = f"{asker}: {shortened(asked, ASKING)}" if asker else shortened(asked, ASKING)
    rows = library.passages(fact.passages[:1])
    replied = _replying(library, rows[0], reply) if reply else []
    if replied:
        text = f"{text} {f'{answerer} replied' if answerer else 'Reply'}: {shortened(reply, REPLY)}"
    once = {row.rowid: row for row in (*rows, *replied)}.values()
    return Statement(text, "question", fact.id, tuple(cite(library, row.standing, row.text, id_=row.id) for row in once))


def _line(fact: FactRow, name: str) -> str:
    return " ".join(str(fact.fields.get(name) or "").split())


def _replying(library: Library, asked: PassageRow, reply: str) -> list[PassageRow]:
    """The passage that holds the reply's opening: the question's own, or one soon after it."""
    near = (row for row in library.neighbours(asked, 0, AFTER) if row.part_id == asked.part_id)
    return [row for row in (asked, *near) if reply[:OPENING] in " ".join(row.words.split())][:1]
