"""Votes and resolutions out of stored decisions: how the meeting voted on what the question names, and who voted how.

Comes in: a question that asks for a vote or a decision. Goes out: a statement with the resolution and its vote, cited where both are
printed; none where no decision covers enough of the question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.lookup.answering.statements import shortened
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import in_reach
from pipeline.lookup.finding.cover import Weighed, Weighing, either
from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow, PassageRow, Statement
from pipeline.model.ports import Library

NAMED = re.compile(
    r"\bwho\s+(?:all\s+)?(?:voted|was|were)?\s*(?P<way>against|for\b|in\s+favour|abstain\w*)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:by|with) (?:what|which) (?:vote|majority|margin)|\b(?:what was|result of) the vote\b|^\W*(?:the )?votes? on\b"
    r"|\bhow did (?!(?:\S+ ){0,3}(?:chair\w*|mayor|leader|cllr|councillor)\b)(?:\S+ ){0,6}?vote\b|\bresult of (?:\S+ ){0,4}?vote\b",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"^\W*what (?:was|were|has been|had been|did (?:\S+ ){1,7}?)\s*(?:finally |eventually )?(?:decided?|resolved?|agreed?)\b"
    r"|^\W*(?:what|which) (?:decisions?|resolutions?)\b|^\W*(?:decisions?|resolutions?) (?:on|about)\b",
    re.IGNORECASE,
)
"""The resolution itself is asked for, not a figure or term in it."""
PASSED_ON = re.compile(r"\brecommend", re.IGNORECASE)
COUNCIL = re.compile(r"\bfull council\b|\bdid the (?:\w+ )?council\b|\bby the (?:\w+ )?council\b", re.IGNORECASE)
"""Where the council itself is asked about, what a committee recommends to it is no decision."""
ADVISED = re.compile(r"\brecommend\w*|\bprovider\w*|\bofficers?\b", re.IGNORECASE)
AMENDED = re.compile(r"\bamendments?\b|\blost\b|\breject\w*|\bdefeat\w*", re.IGNORECASE)
"""Only a question in these words is about what was not carried, or about a step on the way to the resolution."""
ASKED = frozenset(
    stems(
        """vote voted voting votes decide decided decision decisions resolve resolved agree agreed committee council meeting board favour
        against abstain abstained result outcome end how"""
    )
)
"""Stems that put the question and do not say on what."""
WAYS = {"against": "against", "for": "for", "in": "for", "abstain": "abstain", "abstained": "abstain"}
LABELS = {"for": "For", "against": "Against", "abstain": "Abstained"}
LEAST, LEAST_OF_VOTE, NEAR = 0.75, 0.6, 0.1
"""A decision, and one that was put to a vote, must cover this much of what the question is about; of those as near as this to the best
the newest is told."""
BEFORE, AFTER = 8, 3
"""Passages around the resolution in which its vote is printed."""
LIMBS, LONGEST, MOTION, OPENING, CITATIONS = 4, 420, 260, 6, 5
"""Limbs told, characters of all of them and of a motion; words that tell where the motion is printed; citations."""
PARTS = 3
"""Passages that print one motion, at most."""
LIMB_END = re.compile(r"[\s;,.]+(?:and)?[\s;,.]*$")


def voted(library: Library, question: Question, some: Weighing) -> list[Statement]:
    named, counted = NAMED.search(question.text), COUNTED.search(question.text)
    decided = DECIDED.search(question.text) and not ADVISED.search(question.text)
    if not (named or counted or decided):
        return []
    topic = Weighing(one for one in some if one.clue.stem not in ASKED and one.clue.stem not in question.dates)
    found = _fitting(library, question, topic, with_votes=bool(named or counted))
    if not found or (COUNCIL.search(question.text) and PASSED_ON.search(found[0].quote)):
        return []
    if named:
        return _by_name(library, found, WAYS.get(named["way"].lower().split()[0], "abstain"))
    return [resolved(library, found, asked=bool(counted))]


def _fitting(library: Library, question: Question, topic: Weighing, *, with_votes: bool) -> list[FactRow]:
    """The limbs of the decision that fits best, the limb that is nearest to the question first."""
    if not topic:
        return []
    amended = bool(AMENDED.search(question.text))
    days = [date for date in question.dates if not date.startswith("fy")]
    scored: list[tuple[float, FactRow]] = []
    for fact in in_reach(library, "decisions", question.filters, [one.clue for one in topic]):
        if (with_votes and not _votes(fact)) or not met(fact, question, days):
            continue
        given = given_to(topic, fact)
        if all(credit or not _telling(one) for one, credit in zip(topic, given, strict=True)):
            scored.append((topic.share(given), fact))
    carried = [(fits, fact) for fits, fact in scored if fact.fields.get("outcome") != "lost" and not AMENDED.search(fact.quote)]
    scored = scored if amended or (with_votes and not carried) else carried
    best = max((fits for fits, _ in scored), default=0.0)
    if best < (LEAST_OF_VOTE if with_votes else LEAST):
        return []
    near = [(fits, fact) for fits, fact in scored if fits >= best - NEAR]
    _, lead = max(near, key=lambda pair: (str(pair[1].standing.meeting_date or ""), pair[0]))
    limbs = [(fits, fact) for fits, fact in scored if _item(fact) == _item(lead) and _votes(fact) == _votes(lead)]
    return [lead, *(fact for fits, fact in limbs if fact is not lead and fits >= LEAST)]


def met(fact: FactRow, question: Question, days: Sequence[str]) -> bool:
    """Whether it was taken by the committee, and on one of the days, that the question names."""
    when = str(fact.standing.meeting_date)
    return (question.committee is None or fact.standing.committee in (None, question.committee)) and (
        not days or any(when.startswith(day) for day in days)
    )


def _telling(one: Weighed) -> bool:
    """A name or number of the question: a decision that lacks it is another one."""
    return one.clue.printed[:1].isupper() or any(char.isdigit() for char in one.clue.printed)


def given_to(topic: Weighing, fact: FactRow) -> list[float]:
    """What a decision with its title covers; the name of its own body counts where the question prints it as a name."""
    bodies = topic.credits(bag_of(f"{fact.standing.council or ''} / {fact.standing.committee or ''}"))
    of_body = [credit if one.clue.printed[:1].isupper() else 0.0 for one, credit in zip(topic, bodies, strict=True)]
    return either(topic.credits(bag_of(_about(fact))), of_body)


def _about(fact: FactRow) -> str:
    standing = fact.standing
    return " / ".join(str(words) for words in (fact.fields.get("item_title"), fact.fields["text"], *standing.section[-1:]) if words)


def _item(fact: FactRow) -> tuple[int | None, str | None, tuple[str, ...]]:
    return fact.standing.part_id, fact.fields.get("item"), fact.standing.section


def _votes(fact: FactRow) -> Mapping[str, Any] | None:
    votes = fact.fields.get("votes")
    return votes if votes and votes.get("for") is not None else None


def _by_name(library: Library, found: Sequence[FactRow], way: str) -> list[Statement]:
    """Everybody who voted that way, cited where the names are printed."""
    lead = found[0]
    names = ((_votes(lead) or {}).get("names") or {}).get(way) or []
    rows = _printing(library, lead, [name.split()[-1] for name in names])
    if not names or not rows:
        return []
    moved = _moved(library, lead)
    said = _motion(lead) if moved else _titled(lead, _said(lead))
    return [_cited(library, f"{LABELS[way]}: {', '.join(names)}. The vote was on: {said}", lead, [*rows[:1], *moved, *_own(library, lead)])]


def resolved(library: Library, found: Sequence[FactRow], *, asked: bool) -> Statement:
    """The resolution and, where it is asked for or the first limb was put to it, the vote: later limbs are often agreed without one."""
    first = min(found, key=lambda fact: fact.standing.places)
    lead = found[0]
    moved = _moved(library, lead)
    text = _motion(lead) if moved else _titled(lead, _said(lead))
    for fact in () if moved else found[1:LIMBS]:
        more = f"{text}; {_said(fact)}"
        text = more if len(more) <= LONGEST else text
    rows = [row for fact in found[:LIMBS] for row in _own(library, fact)][: 1 if moved else None] + moved
    votes = _votes(lead) if asked or lead is first else None
    printed = _counting(library, lead, votes) if votes else []
    if votes and printed and not {str(count) for count in (votes["for"], votes.get("against"))} <= set(stems(text)):
        counted = [way for way in LABELS if votes.get(way) or (way != "abstain" and votes.get(way) is not None)]
        told = [f"{LABELS[way].lower()} {votes[way]}" for way in counted]
        text = f"{text.rstrip('. ')}{'' if text.endswith('…') else '.'} Vote: {', '.join(told)}"
        text += " (lost)" if lead.fields.get("outcome") == "lost" else ""
        rows = [*rows[: 1 + len(moved)], *printed, *rows[1 + len(moved) :]]
    return _cited(library, text, lead, rows)


def _own(library: Library, fact: FactRow) -> list[PassageRow]:
    return list(library.passages(fact.passages[:1]))


def _stated(fact: FactRow) -> str:
    return " ".join(str(fact.fields["text"]).split())


def _motion(fact: FactRow) -> str:
    return shortened(_stated(fact), MOTION)


def _moved(library: Library, fact: FactRow) -> list[PassageRow]:
    """The passages that print the motion as it is told, where the decision's own words are only those of the vote ("Amendment lost")."""
    begins, quote = " ".join(_stated(fact).split()[:OPENING]), " ".join(fact.quote.split())
    around = [] if begins in quote else _around(library, fact)
    first = next((row for row in around if begins in " ".join(row.words.split())), None)
    if first is None:
        return []
    told, kept = set(stems(_motion(fact))), [first]
    for row in sorted((row for row in around if row.ordinal > first.ordinal), key=lambda row: row.ordinal)[: PARTS - 1]:
        if told <= {stem for one in kept for stem in stems(one.words)}:
            break
        kept.append(row)
    return kept


def _said(fact: FactRow) -> str:
    """The limb on one line, without the "and" that leads to the next."""
    return LIMB_END.sub("", " ".join(fact.quote.split()))


def _titled(fact: FactRow, said: str) -> str:
    """Under the title of its item where the limb does not say what it is about."""
    title = str(fact.fields.get("item_title") or "")
    return said if not title or set(stems(title)) & set(stems(said)) - STOP or any(c.isdigit() for c in title) else f"{title}: {said}"


def _around(library: Library, fact: FactRow) -> list[PassageRow]:
    here = library.passages(fact.passages[:1])
    found = library.neighbours(here[0], BEFORE, AFTER) if here else []
    return sorted((row for row in found if row.part_id == here[0].part_id), key=lambda row: abs(row.ordinal - here[0].ordinal))


def _printing(library: Library, fact: FactRow, surnames: Sequence[str]) -> list[PassageRow]:
    return [row for row in _around(library, fact) if all(name in row.text for name in surnames)]


def _counting(library: Library, fact: FactRow, votes: Mapping[str, Any]) -> list[PassageRow]:
    """The nearest passages that together print all the counts in words of a vote."""
    wanted = {str(votes[way]) for way in LABELS if votes.get(way) not in (None, 0)}
    kept: list[PassageRow] = []
    for row in _around(library, fact):
        held = wanted & set(stems(row.text))
        if held and re.search(r"\bvot\w+|\bfor\b|\bagainst\b|\babst\w+", row.text, re.IGNORECASE):
            kept.append(row)
            wanted -= held
        if not wanted:
            return kept
    return []


def _cited(library: Library, text: str, fact: FactRow, rows: Sequence[PassageRow]) -> Statement:
    once = list({row.rowid: row for row in rows}.values())
    return Statement(text, "decision", fact.id, tuple(cite(library, row.standing, row.text, id_=row.id) for row in once[:CITATIONS]))
