"""Two figures side by side: what a comparison asks for, out of one table, with which of them is the higher.

Comes in: a question that sets two things against each other, and the passages found. Goes out: one statement with both values, cited by
their rows; none where no table prints both, and then a sentence may compare them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from pipeline.lookup.answering.unit_notes import noted
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Bag, Weighed, Weighing, either
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import around, bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, Statement
from pipeline.model.ports import Library

MORE = (
    r"(?:more|less|fewer|higher|lower|larger|bigger|greater|smaller|better|worse|highest|lowest|largest|biggest|smallest|most|least|longer|"
    r"shorter|above|below|over|under|ahead|behind)"
)
FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^\W*(?:which|what|who)\b.*?\b{MORE}\b.*?[,:]\s*(?P<a>.+?)\s+or\s+(?P<b>.+)$",
        r"^\W*compare\s+(?P<a>.+?)\s+(?:and|with|to|against)\s+(?P<b>.+)$",
        r"\bdifference between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$",
        rf"^(?P<a>.*\b{MORE}\b.*?)\bthan\s+(?P<b>.+)$",
        r"^(?P<a>.+?)\s+(?:versus|vs\.?|compared? (?:with|to|against)|set against|as against)\s+(?P<b>.+)$",
        r"^(?P<a>.+?)\b(?:above|below)\s+(?P<b>(?:the |our )*(?:\w+ )?(?:average|target|budget|comparator\w*|england|benchmark).*)$",
        r"^(?P<a>.+?)\b(?:higher|lower|better|worse|more|less)\b.*\b(?P<b>(?:england|national|regional|comparator)\b.*)$",
    )
)
COMPARING = frozenset(
    stems(
        """more less fewer higher lower larger bigger greater smaller better worse highest lowest largest biggest smallest most least above
        below over under compare compared comparison difference average averages number amount figure figures share percentage rate
        longer shorter ahead behind versus vs spent spend cost costs"""
    )
)
"""Stems that set things against each other, or are said of any figure."""
COMPARATOR = frozenset(stems("england national regional comparator comparators benchmark average"))
READ = 40
"""Passages whose figures are looked at."""
LEAST, MET = 0.75, 0.6
"""Share of what the question is about that two figures must cover together, and the credit from which a name or date is covered."""


def beside(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    """Both values in one statement where a table prints them in one row or one column."""
    sides = _sides(question.text)
    if sides is None:
        return []
    topic = Weighing(one for one in some if one.clue.stem not in COMPARING)
    rows = {one.read.view.row.rowid: view for one in found[:READ] if (view := one.read.view).row.reading}
    facts = [fact for fact in believed(library.facts_on(list(rows), ("figures",))) if fact.fields.get("source") == "table"]
    scored = []
    for a, b in _pairs(facts):
        if _set_against(a, b, *sides):
            own = either(topic.credits(_bag(a)), topic.credits(_bag(b)))
            day = a.standing.meeting_date or a.standing.published or ""
            view = next(rows[rowid] for rowid in a.passages if rowid in rows)
            held = either(own, around(view.setting, day, topic, question))
            if all(credit >= MET or not _telling(one) for one, credit in zip(topic, held, strict=True)):
                scored.append((topic.share(held), topic.share(own), day, a, b))
    best = max(scored, key=lambda one: one[:3], default=None)
    return [_statement(library, best[3], best[4])] if best and best[0] >= LEAST else []


def _telling(one: Weighed) -> bool:
    """A name or number of the question: figures without it are others."""
    return (one.clue.at > 0 and one.clue.printed[:1].isupper()) or any(char.isdigit() for char in one.clue.printed)


def _sides(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Stems of the two things that are compared, each without those of the other."""
    asked = text.strip().rstrip("?!. ")
    match = next((match for form in FORMS if (match := form.search(asked))), None)
    if match is None:
        return None
    a, b = (frozenset(stems(match[side])) - STOP for side in ("a", "b"))
    return a - b, b - a


def _pairs(facts: Sequence[FactRow]) -> Iterator[tuple[FactRow, FactRow]]:
    """Figures of one unit in one row, or in one column, of one table, both ways round."""
    tables: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
    for fact in facts:
        if fact.fields.get("table") and fact.fields.get("value") is not None:
            tables[str(fact.fields["table"]), str(fact.fields.get("unit"))].append(fact)
    for group in tables.values():
        for a, b in permutations(group, 2):
            if (a.fields.get("row") == b.fields.get("row")) != (a.fields.get("column") == b.fields.get("column")):
                yield a, b


def _set_against(a: FactRow, b: FactRow, of_a: frozenset[str], of_b: frozenset[str]) -> bool:
    """Whether what tells the two figures apart is what the question sets against each other."""
    first, second = _label(a, b), _label(b, a)
    own_a, own_b = first - second, second - first
    if own_b & of_b & COMPARATOR:
        return not own_a & COMPARATOR and a.fields.get("period") in (b.fields.get("period"), None)
    return bool(own_a & of_a and own_b & of_b) and not (own_a & of_b or own_b & of_a)


def _label(one: FactRow, other: FactRow) -> frozenset[str]:
    name = "column" if one.fields.get("row") == other.fields.get("row") else "row"
    return frozenset(stems(str(one.fields.get(name) or ""))) - STOP


def _bag(fact: FactRow) -> Bag:
    named = (fact.fields.get(name) for name in ("row", "column", "period", "measure", "status"))
    return bag_of(" / ".join([*(str(one) for one in named if one), *fact.standing.section[-1:]]))


def _statement(library: Library, a: FactRow, b: FactRow) -> Statement:
    """ "Ferries: Budget 12 (£000); Forecast 14. Forecast is the higher." """
    shared, apart = ("row", "column") if a.fields.get("row") == b.fields.get("row") else ("column", "row")
    labels = [" ".join(str(one.fields.get(apart) or "").split()) for one in (a, b)]
    told = "; ".join(f"{label} {one.fields['raw']}" for label, one in zip(labels, (a, b), strict=True))
    text = noted(f"{a.fields[shared]}: {told}" if a.fields.get(shared) else told, (a, b))
    rows = list({rowid: None for one in (a, b) for rowid in one.passages[:1]})
    citations = tuple(cite(library, row.standing, row.text, id_=row.id) for row in library.passages(rows))
    return Statement(f"{text}. {_relation(labels, float(a.fields['value']), float(b.fields['value']))}", "figure", a.id, citations)


def _relation(labels: Sequence[str], a: float, b: float) -> str:
    if a == b:
        return "They are equal."
    return f"{labels[0] if a > b else labels[1]} is the higher."
