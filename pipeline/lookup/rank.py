"""Ranking: features that can be read, weighed by `weights.toml` (fitted by `bench/fit.py`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from pipeline.lookup.offers import new_numbers, offered
from pipeline.lookup.question import Question
from pipeline.lookup.terms import stems
from pipeline.lookup.views import KEPT, View, Weighed, around, credits, either, meeting_fits, older, pairs, share
from pipeline.lookup.words import STOP
from pipeline.model.answers import PassageRow

WEIGHTS = Path(__file__).with_name("weights.toml")
LISTINGS = ("cover", "agenda", "forward_plan")
"""Parts that name what others say."""
MINUTED = frozenset({"decision", "vote", "action", "attendance", "declaration"})
TABULAR = frozenset({"number", "date", "score", "person", "agenda", "body", "definition"})
"""What the cells of a table can tell."""
LABELLED = re.compile(r"[A-Z][A-Za-z /()&-]{2,40}:\s")
"""A line of a form: "Report title: ...", "Responsible director: ..."."""
TELLING_TITLE = 2
"""A title with fewer words that count does not tell which paper is asked about."""
LONG_SENTENCE = 400.0


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of `passage`, `sentence` or `confidence`."""
    found: Mapping[str, float] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))[table]
    return found


def score(table: str, features: Mapping[str, float]) -> float:
    wanted = weights(table)
    return sum(wanted.get(name, 0.0) * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Found:
    """What the searches say of a passage: rank in each, and its score there over the best."""

    ranks: Mapping[str, int] = field(default_factory=dict)
    words: float = 0.0
    widened: float = 0.0
    meaning: float = 0.0
    facts: float = 0.0


@dataclass(frozen=True, slots=True)
class Read:
    """A passage read with a question in mind."""

    view: View
    found: Found
    context: tuple[float, ...]
    """Credit that headings, bodies, titles and dates give to each clue."""
    sentences: tuple[Mapping[str, float], ...]
    """Features of each sentence."""
    best: int
    """The sentence that answers best."""
    features: Mapping[str, float]


def read(question: Question, some: Sequence[Weighed], view: View, found: Found, newest: str = "") -> Read:
    """`newest`: the day of the newest paper of the council among the candidates."""
    context = around(view, some, question)
    body = credits(some, view.body)
    held = [credits(some, bag) for bag in view.bags]
    of_body = share(some, body)
    sentences = tuple(_sentence(question, some, view, at, context, held, of_body) for at in range(len(view.sentences)))
    best = max(range(len(sentences)), key=lambda at: score("sentence", sentences[at]), default=0)
    of_best = sentences[best] if sentences else {}
    standing = view.row.standing
    features = {
        "words": found.words,
        "widened": found.widened,
        "meaning": found.meaning,
        "facts": found.facts,
        "cover": of_body,
        "cover_all": share(some, either(body, context)),
        "context": share(some, context),
        "pairs": pairs(some, view.body),
        **{f"best_{name}": of_best.get(name, 0.0) for name in ("own", "all", "pairs", "offers", "numbers")},
        "meeting": meeting_fits(question, view.row),
        "committee": float(question.committee is not None and question.committee == standing.committee),
        "council": float(question.council is not None and question.council == standing.council),
        "kind": float(standing.kind in question.kinds),
        "minuted": float(standing.kind in ("minutes", "decision_record") and bool(question.expects & MINUTED)),
        "listing": float(standing.kind in LISTINGS and standing.kind not in question.kinds),
        "boilerplate": float(view.row.boilerplate),
        "row": float(view.row.reading is not None),
        "row_number": float(view.row.reading is not None and "number" in question.expects),
        "row_other": float(view.row.reading is not None and bool(question.expects) and not question.expects & TABULAR),
        "row_label": named_by(question, row_label(view.row), least=1),
        "titled": max((named_by(question, title) for title in (standing.part_title, *standing.section)), default=0.0),
        "form": sum(bool(LABELLED.match(sentence.text)) for sentence in view.sentences) / max(1, len(view.sentences)),
        "wrong_meeting": float(question.meets and meeting_fits(question, view.row) == 0),
        "short": float(len(view.text) < 80),
        "older": question.current * older(view.row, newest),
    }
    return Read(view, found, tuple(context), sentences, best, features)


def row_label(row: PassageRow) -> str:
    """The label of a table row: the cell that its reading puts first; "" for other passages."""
    if row.reading is None:
        return ""
    cells = [" ".join(cell.split()) for cell in row.text.split("\t")]
    return next((cell for cell in cells if cell and f"{cell}: " in row.reading), "")


def named_by(question: Question, title: str, least: int = TELLING_TITLE) -> float:
    """How much of a title or label the question names, itself or in another wording; 0 for one of fewer words that count."""
    own = _telling(title)
    if len(own) < least:
        return 0.0
    asked = question.vocabulary
    return len(own & asked) / len(own)


@lru_cache(maxsize=KEPT)
def _telling(title: str) -> frozenset[str]:
    return frozenset(stems(title)) - STOP


def _sentence(
    question: Question,
    some: Sequence[Weighed],
    view: View,
    at: int,
    context: Sequence[float],
    held: Sequence[Sequence[float]],
    of_body: float,
) -> Mapping[str, float]:
    """Features of one sentence: what it covers itself, with what stands around it, and what it offers.

    `held`: the credit of each clue in each sentence of the passage; `of_body`: the share that the whole passage covers.
    """
    sentence, bag = view.sentences[at], view.bags[at]
    own, before = held[at], held[at - 1] if at else [0.0] * len(some)
    covered = share(some, own)
    return {
        "own": covered,
        "all": share(some, either(own, context)),
        "lead": share(some, either(own, either(context, before))),
        "pairs": pairs(some, bag),
        "offers": offered(question, sentence),
        "numbers": float("number" in question.expects and new_numbers(question, sentence) > 0),
        "long": min(1.0, len(sentence.text) / LONG_SENTENCE),
        "short": float(len(sentence.terms) < 4),
        "asks": float(sentence.text.rstrip().endswith("?")),
        "leads": float(sentence.text.rstrip().endswith(":")),
        "first": float(at == 0),
        "of_body": covered / max(0.05, of_body),
    }
