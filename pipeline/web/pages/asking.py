"""A question and its answer: statements with citations, the passages beneath, what was searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.lookup.answer import ask as answered
from pipeline.model.answers import Answer, Filters, Hit
from pipeline.web.asked import LONGEST_VALUE, Asked, Reply
from pipeline.web.templating import KINDS, day, page

FOUND, SHOWN, MOST_SHOWN = 50, 5, 50
"""Passages that are looked at for the counts, shown at first, and shown at most."""
STATEMENTS = 20
MOST_VALUES = 6
TOO_LONG = f"The question is longer than {LONGEST_VALUE} characters. Ask for one thing at a time."
WANTS = {
    "agenda": "an agenda item", "definition": "what something means", "vote": "a vote", "declaration": "a declaration of interest",
    "attendance": "who was present", "why": "a reason", "score": "an inspector's score", "when": "a date", "figure": "a figure",
    "who": "a person or body", "place": "a place", "decision": "a decision", "action": "an action", "list": "a list",
    "commitment": "a commitment", "commitments": "every commitment on a topic", "change": "what changed",
}  # fmt: skip
"""What was understood to be wanted, as it is said back."""
FOUND_BY = {"words": "its words", "meaning": "its meaning", "facts": "a fact in it"}
REASONS = (
    ("cover", 0.99, "it holds every word of the question"), ("pairs", 0.99, "the words stand together"),
    ("titled", 0.6, "its paper's title"), ("best_numbers", 0.99, "it gives a number"), ("minuted", 0.99, "it is in minutes"),
)  # fmt: skip
"""Features of a hit that say why it stands high, from what value on (lookup/rank.py)."""


def ask(library: Any, asked: Asked) -> Reply:
    question = asked["q"]
    wrong = TOO_LONG if len(question) > LONGEST_VALUE else None
    given = None if wrong or not question else answered(library, question, asked.filters(), passages=FOUND, statements=STATEMENTS)
    shown = asked.number("passages", SHOWN, MOST_SHOWN)
    return page(
        "ask.html", asked=asked, question=question, given=given, wrong=wrong, choices=library.coverage(Filters()), shown=shown,
        wanted=WANTS.get(str(given.understood["wants"])) if given else None, heard=heard(given.understood) if given else (),
        facets=facets(given.passages, asked) if given else (), why=why, alone=bool(given and is_alone(given)),
    )  # fmt: skip


def heard(understood: Mapping[str, Any]) -> list[str]:
    """What the question names besides its words: a body, dates, kinds of paper."""
    said = [understood["committee"], understood["council"], *(KINDS.get(kind, kind).lower() for kind in understood["kinds"])]
    dates = [f"{date[2:]}/{int(date[4:]) + 1:02}" if date.startswith("fy") else day(date) for date in understood["dates"]]
    return [str(one) for one in (*said, *dates) if one]


def is_alone(given: Answer) -> bool:
    """The answer is its one statement: it is not said twice."""
    return len(given.statements) == 1 and given.answer.rstrip(". ") == given.statements[0].text.rstrip(". ")


def why(hit: Hit) -> str:
    """Why a passage was found, in words."""
    said = [f"{FOUND_BY[by]} (place {rank})" for by, rank in hit.found_by.items() if by in FOUND_BY]
    return "; ".join([*said, *(told for name, least, told in REASONS if hit.features.get(name, 0.0) >= least)])


def facets(hits: Sequence[Hit], asked: Asked) -> list[tuple[str, list[tuple[str, int, str, bool]]]]:
    """Kind, body and year of the passages found: label, how many, the address that narrows to it or widens again, whether it is chosen."""
    kinds = Counter(hit.citation.kind for hit in hits)
    bodies = Counter(hit.citation.committee for hit in hits if hit.citation.committee)
    years = Counter(hit.citation.meeting_date[:4] for hit in hits if hit.citation.meeting_date)
    made = [
        ("Kind of paper", [_choice(asked, KINDS.get(kind, kind), n, kind=kind) for kind, n in kinds.most_common(MOST_VALUES)]),
        ("Committee", [_choice(asked, body, n, committee=body) for body, n in bodies.most_common(MOST_VALUES)]),
        (
            "Year",
            [_choice(asked, year, n, since=f"{year}-01-01", until=f"{year}-12-31") for year, n in sorted(years.items(), reverse=True)],
        ),
    ]
    return [(name, values) for name, values in made if len(values) > 1 or any(chosen for *_, chosen in values)]


def _choice(asked: Asked, label: str, count: int, **fields: str) -> tuple[str, int, str, bool]:
    chosen = all(asked[name] == value for name, value in fields.items())
    return label, count, asked.url(passages=None, **(dict.fromkeys(fields) if chosen else fields)), chosen
