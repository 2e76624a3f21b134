"""How a figure moved: its values one after the other, out of one row of a table or out of several papers.

Comes in: a question that asks how something changed, and the passages found. Goes out: one statement with the values in the order of their
times, each cited; none where fewer than two papers, or two columns, give one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.language.periods import periods
from pipeline.lookup.answering.unit_notes import noted
from pipeline.lookup.changes.leading import NOTHING, Before, leads
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import believed
from pipeline.lookup.finding.cover import Weighed, Weighing, either
from pipeline.lookup.finding.rank import named_by
from pipeline.lookup.finding.search import Ranked
from pipeline.lookup.finding.views import View, around, bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.model.answers import Citation, FactRow, Statement
from pipeline.model.ports import Library

_MOVED = r"(?:chang|mov|develop|progress|var|gr[eo]w|f[ae]ll|ris|rose|gone|shift|fluctuat)\w*"
CHANGED = re.compile(
    rf"\bhow (?:has|have|had|did|does|do)\b\s*(?P<a>.+?)\s+{_MOVED}\b"
    r"|^(?P<b>.*?)\s*\b(?:over (?:time|the (?:last \w+ )?years)|(?:in|for) each year|year (?:by|on) year|trend)\b",
    re.IGNORECASE,
)
WHAT_CHANGED = re.compile(
    r"\bwhat(?:['’]s| has| have| had)? changed\b(?: (?:about|in|with|on|for|to|regarding|concerning))?(?P<of>.*)"
    r"|\bwhat changes? (?:has|have|had) (?:there )?been (?:made )?(?:about|in|with|on|for|to|regarding)\b(?P<o>.*)",
    re.IGNORECASE,
)
"""Any thing, and not only a measure, may have changed so."""
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
TIMED = re.compile(r"\s+(?:in|for|at|during|since|from|between|by)\s+\S*\d.*$")
OF_THE_FORM = frozenset(
    stems(
        """change changed changes moved move developed progressed varied grown grew grow fallen fell fall risen rose rise gone over time
        year years each trend number amount figure"""
    )
)
COMPARED = frozenset(stems("england national regional comparator comparators benchmark target plan budget"))
"""Columns that are no value of the thing itself, unless they are asked for."""
LATEST = re.compile(r"\b(?:latest|now|current)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
UNIT = re.compile(r"\([^)]*\)")
STATED = frozenset(stems("target budget forecast"))
TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
READ, LEAST_OF_ROW, LEAST_NAMED, LEAST = 30, 0.75, 0.5, 0.6
MOST, MET = 6, 0.6
"""Values of a series, and the credit from which a name or date of the question is covered."""


@dataclass(frozen=True, slots=True)
class Value:
    fact: FactRow
    day: str
    """ISO day that orders it: the end of its period, else its paper's."""
    when: str
    """As it is told."""
    fits: float


def moved_on(library: Library, question: Question, some: Weighing, found: Sequence[Ranked]) -> list[Statement]:
    match, what = CHANGED.search(question.text), WHAT_CHANGED.search(question.text)
    if match is None and what is None:
        return []
    subject = (what["of"] or what["o"] or "") if what else next(filter(None, match.groups()), "") if match else ""
    since = begun(question)
    topic = Weighing(one for one in some if one.clue.stem not in OF_THE_FORM and not (since and one.clue.stem in question.dates))
    views = {view.row.rowid: view for one in found[:READ] for view in (one.read.view,)}
    facts = [fact for fact in believed(library.facts_on(list(views), ("figures",))) if told_of(fact) >= since] if len(topic) else []
    before, least = leads(library, facts), LEAST_OF_ROW if what else LEAST
    fitting = [
        (fact, fits)
        for fact in facts
        if (fits := covers(question, topic, fact, view_of(fact, views), before.get(fact.id, NOTHING), alone=bool(what))) >= least
    ]
    return _of_row(library, question, fitting) or _of_papers(library, subject, fitting)


def begun(question: Question) -> str:
    """ISO day, month or year from which changes are asked for: "since May 2034", "since 2034/35"; "" for none."""
    days = (f"{day[2:]}-04" if day.startswith("fy") else day for day in question.dates)
    return min(days, default="") if SINCE.search(question.text) else ""


def view_of(fact: FactRow, views: dict[int, View]) -> View:
    return next(views[rowid] for rowid in fact.passages if rowid in views)


def covers(question: Question, topic: Weighing, fact: FactRow, view: View, before: Before, *, alone: bool = False) -> float:
    """How much of the question a fact covers, with what stands around it unless it is taken `alone`, and before it where it points back.

    0 where it lacks a name or date. A sentence that names a year is of that year, whatever its heading says.
    """
    day = fact.standing.meeting_date or fact.standing.published or ""
    own = topic.credits(bag_of(f"{_words(fact)} / {before.text}"))
    held = own if alone else either(own, around(view.setting, day, topic, question))
    said = topic.credits(bag_of(f"{fact.quote} / {fact.fields.get('period')}")) if YEAR.search(fact.quote) else held
    held = [mine if one.clue.stem in question.dates else given for one, mine, given in zip(topic, said, held, strict=True)]
    met = all(credit >= MET or not _telling(one) for one, credit in zip(topic, held, strict=True))
    return topic.share(held) if met else 0.0


def _telling(one: Weighed) -> bool:
    """A name, a number, or what kind of figure is asked for: others are of something else."""
    clue = one.clue
    return (clue.at > 0 and clue.printed[:1].isupper()) or any(char.isdigit() for char in clue.printed) or clue.stem in STATED


def _words(fact: FactRow) -> str:
    named = (fact.fields.get(name) for name in ("row", "measure", "period"))
    words = "" if fact.fields.get("source") == "table" else fact.quote
    return " / ".join([*(str(one) for one in named if one), words, *fact.standing.section[-1:]])


def _of_row(library: Library, question: Question, fitting: Sequence[tuple[FactRow, float]]) -> list[Statement]:
    """The row of a table that fits best and has values of one unit for two periods or more."""
    rows: dict[tuple[str, str], list[FactRow]] = {}
    score: dict[tuple[str, str], float] = {}
    asked = question.stems
    for fact, fits in fitting:
        column = set(stems(str(fact.fields.get("column") or "")))
        if fact.fields.get("source") == "table" and fits >= LEAST_OF_ROW and _timed(fact) and not column & COMPARED - asked:
            key = str(fact.fields.get("table")), str(fact.fields.get("row"))
            rows.setdefault(key, []).append(fact)
            score[key] = fits + named_by(question, UNIT.sub("", key[1]), least=1)
    several = [
        key
        for key, facts in rows.items()
        if score[key] >= LEAST_OF_ROW + LEAST_NAMED and len({fact.fields.get("period") for fact in facts} - {None}) > 1 and _one_unit(facts)
    ]
    best = max(several, key=lambda key: score[key], default=None)
    if best is None:
        return []
    facts = rows[best]
    told = "; ".join(f"{' '.join(str(fact.fields.get('column')).split())} {fact.fields['raw']}" for fact in facts[:MOST])
    text = noted(f"{best[1]}: {told}", facts[:MOST])
    return [Statement(text, "figure", facts[0].id, (_cited(library, facts[0]),))]


def _timed(fact: FactRow) -> bool:
    """Whether its column is of a time ("2023/24", "31 March 2024", "Latest") and its row of none."""
    column, period = str(fact.fields.get("column") or ""), str(fact.fields.get("period") or "")
    named = bool(period and period in column) or bool(LATEST.search(column))
    return named and not any(periods(str(fact.fields.get("row") or "")))


def _one_unit(facts: Sequence[FactRow]) -> bool:
    return len({fact.fields.get("unit") for fact in facts}) == 1


def _of_papers(library: Library, subject: str, fitting: Sequence[tuple[FactRow, float]]) -> list[Statement]:
    """The first figure of each sentence that fits, of the unit that most of them have, one for each time, the earliest first."""
    firsts: dict[str, Value] = {}
    for fact, fits in fitting:
        if fact.fields.get("source") != "table" and fact.fields.get("unit") not in TIMES and been(fact):
            firsts.setdefault(f"{fact.standing.document_id} {fact.quote}", _value(fact, fits))
    units: dict[str, float] = defaultdict(float)
    for value in firsts.values():
        units[str(value.fact.fields.get("unit"))] += value.fits
    unit = max(units, key=lambda one: units[one], default=None)
    timed: dict[str, Value] = {}
    for value in sorted(firsts.values(), key=lambda value: -value.fits):
        if str(value.fact.fields.get("unit")) == unit and value.when:
            timed.setdefault(value.day[:7], value)
    series = _moves(sorted(list(timed.values())[:MOST], key=lambda value: value.day))
    if len({value.fact.standing.document_id for value in series}) < 2 or len({value.fact.fields["value"] for value in series}) < 2:
        return []
    told = "; ".join(f"{value.fact.fields['raw']} ({value.when})" for value in series)
    label = TIMED.sub("", subject).strip(" ,?")
    text = f"{label[:1].upper()}{label[1:]}: {told}" if label and not any(map(str.isdigit, label)) else told
    return [Statement(text, "figure", series[-1].fact.id, tuple(_cited(library, value.fact) for value in reversed(series)))]


def been(fact: FactRow) -> bool:
    """A value of a time that had come when its paper was written."""
    paper = fact.standing.meeting_date or fact.standing.published or ""
    return fact.fields.get("value") is not None and (not paper or str(fact.fields.get("period_end") or "")[:7] <= paper[:7])


def _moves(series: Sequence[Value]) -> list[Value]:
    """Without the values that only say again what the one before says."""
    return [value for at, value in enumerate(series) if not at or value.fact.fields["value"] != series[at - 1].fact.fields["value"]]


def _value(fact: FactRow, fits: float) -> Value:
    paper = fact.standing.meeting_date or fact.standing.published or ""
    period = str(fact.fields.get("period") or "")
    told = period if period and period in " ".join(fact.quote.split()) and any(periods(period)) else spelt(paper)
    return Value(fact, told_of(fact), told, fits)


def told_of(fact: FactRow) -> str:
    """ISO day of which a figure is told: the end of its period, else its paper's; "" for none."""
    return str(fact.fields.get("period_end") or fact.standing.meeting_date or fact.standing.published or "")


def spelt(day: str) -> str:
    """13 September 2024; "" for none."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    return f"{found.day} {found:%B %Y}"


def _cited(library: Library, fact: FactRow) -> Citation:
    return cite(library, fact.standing, fact.quote, id_=fact.id)
