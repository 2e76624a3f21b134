"""Ranking: features that can be read, weighed by `weights.toml` (fitted by `bench/fit.py`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import mul
from pathlib import Path

from pipeline.lookup.finding.cover import Weighing, either
from pipeline.lookup.finding.offers import new_numbers, offered
from pipeline.lookup.finding.views import BODY_CREDIT, KEPT, Setting, View, around, meeting_fits, older, when
from pipeline.lookup.text.terms import stems
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import PassageRow

WEIGHTS = Path(__file__).with_name("weights.toml")
LISTINGS = ("cover", "agenda", "forward_plan")
"""Parts that name what others say."""
MINUTED = frozenset({"decision", "vote", "action", "attendance", "declaration"})
TABULAR = frozenset({"number", "date", "score", "person", "agenda", "body", "definition"})
"""What the cells of a table can tell."""
NAMING_LABEL = 3
"""A row's label of so many words, all of them in the question, is what the question is about."""
TELLING_TITLE = 2
"""A title with fewer words that count does not tell which paper is asked about."""
ASKS = re.compile(r"\W*(?:\(?[a-z]\)\W*)?(?:I (?:will|would|wish to|want to) ask\b|to ask the\b|how (?:many|much)\b)", re.IGNORECASE)
"""A question that is put at a meeting, printed without its mark."""
LONG_SENTENCE, FEW_WORDS = 400.0, 4
BEST = ("own", "all", "pairs", "offers", "numbers")
"""Features of the best sentence that tell of its passage."""


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of `passage`, `sentence` or `confidence`."""
    found: Mapping[str, float] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))[table]
    return found


def score(table: str, features: Mapping[str, float]) -> float:
    wanted = weights(table)
    return sum([wanted.get(name, 0.0) * value for name, value in features.items()])


@dataclass(frozen=True, slots=True)
class Found:
    """What the searches say of a passage: rank in each, and its score there over the best."""

    ranks: Mapping[str, int] = field(default_factory=dict)
    words: float = 0.0
    widened: float = 0.0
    meaning: float = 0.0
    facts: float = 0.0


SENTENCE = ("own", "all", "lead", "pairs", "offers", "numbers", "long", "short", "asks", "leads", "first", "of_body")
"""The features of a sentence, in the order in which `Read.sentences` holds them."""


@dataclass(frozen=True, slots=True)
class Read:
    """A passage read with a question in mind."""

    view: View
    found: Found
    context: Sequence[float]
    """Credit that headings, bodies, titles and dates give to each clue."""
    sentences: Sequence[Sequence[float]]
    """Features of each sentence."""
    best: int
    """The sentence that answers best."""
    features: Mapping[str, float]
    score: float

    def sentence(self, at: int) -> Mapping[str, float]:
        return dict(zip(SENTENCE, self.sentences[at], strict=True))


class Reader:
    """Reads passages with one question in mind; what many passages share (headings, titles, a day) is read once."""

    def __init__(self, question: Question, some: Weighing) -> None:
        self.question, self.some = question, some
        self._contexts: dict[tuple[Setting, str], list[float]] = {}
        self._titled: dict[tuple[str, ...], float] = {}
        self._weights = [weights("sentence").get(name, 0.0) for name in SENTENCE]

    def read(self, view: View, found: Found, newest: str = "") -> Read:
        """`newest`: the day of the newest paper of the council among the candidates."""
        some, day = self.some, when(view.row)
        context = self._context(view.setting, day)
        body = some.credits(view.body)
        of_body = some.share(body)
        sentences = self._sentences(view, context, of_body, [BODY_CREDIT * credit for credit in some.credits(view.setting.whose)])
        scores = [sum(map(mul, self._weights, values)) for values in sentences]
        best = scores.index(max(scores)) if scores else 0
        of_best = dict(zip(SENTENCE, sentences[best], strict=True)) if scores else {}
        features = {
            "words": found.words,
            "widened": found.widened,
            "meaning": found.meaning,
            "facts": found.facts,
            "cover": of_body,
            "cover_all": some.share(either(body, context)),
            "context": some.share(context),
            "pairs": some.pairs(view.body),
            **{f"best_{name}": of_best.get(name, 0.0) for name in BEST},
            **self._placed(view, day, newest),
        }
        return Read(view, found, context, sentences, best, features, score("passage", features))

    def _placed(self, view: View, day: str, newest: str) -> Mapping[str, float]:
        """Features of where a passage stands and what it is."""
        question, row = self.question, view.row
        standing, is_row = row.standing, row.reading is not None
        meeting = meeting_fits(question, day)
        return {
            "meeting": meeting,
            "committee": float(question.committee is not None and question.committee == standing.committee),
            "council": float(question.council is not None and question.council == standing.council),
            "kind": float(standing.kind in question.kinds),
            "minuted": float(standing.kind in ("minutes", "decision_record") and bool(question.expects & MINUTED)),
            "listing": float(standing.kind in LISTINGS and standing.kind not in question.kinds),
            "boilerplate": float(row.boilerplate),
            "row": float(is_row),
            "row_number": float(is_row and "number" in question.expects),
            "row_other": float(is_row and bool(question.expects) and not question.expects & TABULAR),
            "row_label": named_by(question, row_label(row), least=1) if is_row else 0.0,
            "row_named": float(is_row and in_full(question, row_label(row))),
            "titled": self._of_titles((standing.part_title, *standing.section)),
            "form": view.cut.form,
            "wrong_meeting": float(question.meets and meeting == 0),
            "short": float(len(view.text) < 80),
            "older": question.current * older(day, newest) if question.current else 0.0,
        }

    def _context(self, setting: Setting, day: str) -> list[float]:
        if (setting, day) not in self._contexts:
            self._contexts[setting, day] = around(setting, day, self.some, self.question)
        return self._contexts[setting, day]

    def _of_titles(self, titles: tuple[str, ...]) -> float:
        if titles not in self._titled:
            self._titled[titles] = max((named_by(self.question, title) for title in titles), default=0.0)
        return self._titled[titles]

    def _sentences(self, view: View, context: Sequence[float], of_body: float, whose: Sequence[float]) -> list[tuple[float, ...]]:
        """Features of each sentence: what it covers itself, with what stands around it, and what it offers.

        The name of the council whose paper it is counts as said (`whose`): a sentence need not name it to be about it.
        """
        question, some = self.question, self.some
        made: list[tuple[float, ...]] = []
        before = context
        for at, (sentence, bag) in enumerate(zip(view.sentences, view.bags, strict=True)):
            own = some.credits(bag)
            led = either(own, either(context, before))
            covered, before, text = some.share(either(own, whose)), own, sentence.text.rstrip()
            made.append((
                covered,
                some.share(either(own, context)),
                some.share(led),
                some.pairs(bag),
                offered(question, sentence),
                float("number" in question.expects and new_numbers(question, sentence)),
                min(1.0, len(sentence.text) / LONG_SENTENCE),
                float(len(sentence.stems) < FEW_WORDS),
                float(text.endswith("?") or bool(ASKS.match(text))),
                float(text.endswith(":")),
                float(at == 0),
                covered / max(0.05, of_body),
            ))  # fmt: skip
        return made


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


def in_full(question: Question, label: str) -> bool:
    """Whether the question names a row by all words of its label, one after the other."""
    own = [stem for stem in stems(label) if stem not in STOP]
    return len(own) >= NAMING_LABEL and f" {' '.join(own)} " in f" {' '.join(stem for stem in stems(question.text) if stem not in STOP)} "


@lru_cache(maxsize=KEPT)
def _telling(title: str) -> frozenset[str]:
    return frozenset(stems(title)) - STOP
