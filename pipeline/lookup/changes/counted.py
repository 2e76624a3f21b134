"""Figures as they are compared: of which kind, in which words, of when, how exact.

Comes in: stored figures, and vectors of their sentences where the library has them. Goes out: `Counted`, which holds all
that decides whether two figures count one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pipeline.lookup.changes.contrasts import WORD, Contrasts, contrasts, named_places, names, own_words
from pipeline.lookup.changes.figure_words import Kind, ages, clause, is_part, is_wider, kind_of, left_out, own_text, pieces, unheaded
from pipeline.lookup.changes.leading import NOTHING, Before, pointing
from pipeline.lookup.changes.sameness import PLAIN, values
from pipeline.lookup.text.terms import MONTHS, Term, stems, terms
from pipeline.lookup.understanding.words import STOP
from pipeline.model.answers import FactRow

PEOPLE = frozenset(
    stems(
        "people adults residents persons individuals children carers users clients patients tenants customers women men pupils staff "
        "employees"
    )
)
NO_SHARES = frozenset({"rank", "votes"})
"""Units whose "of" makes no share: the 40th of 45, 9 votes of 12."""
UNCOMPARED = frozenset({"votes", "rank", "years", "minutes", "Score"})
"""Units of which many stand on one day for many things, or of the period itself."""
OUTCOME = frozenset({None, "actual"})
NOT_COMPARED = "comparator"
"""The status of an average elsewhere: its measure is the sentence before's, its place another."""
COMPARATOR = re.compile(
    r"\b(?:england|national|regional|region|similar|family group|nearest neighbours?|statistical neighbours?|cipfa|benchmark|peers?)\b"
    r"|\bEng\b\.?",
    re.IGNORECASE,
)
"""Columns and rows of other bodies."""
PAYMENT = re.compile(r"£?\s?\d[\d,]*\.\d\d")
"""An amount to the penny is what somebody was paid, and no measure that is taken again."""
LEAST_MEASURE = 4
"""Words of a measure that stand for its sentence: names of surveys and of who said it are left out."""
LEAST_FOCUS = 2
"""Telling words of the piece that holds a number; one alone names too many things."""
MOVED = frozenset(
    stems(
        "increase rise grow growth decrease reduce reduction fall drop decline improve improvement change reach remain stand become below "
        "above exceed significantly slightly steadily sharply initial show report estimate record see rate "
        "percentage proportion share level"
    )
)
"""Words that say how a level moved, who saw it and that it is a share, and not of what."""
NO_LABEL = frozenset(stems("total totals overall net gross subtotal all")) | MONTHS.keys()
NEAREST = 1
"""Headings that complete what a figure measures."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as it is compared with others."""

    row: FactRow
    unit: str
    """Figures of different units are never compared: "GBP", "percent", "people", or the stem of the noun."""
    value: float
    """A share of two numbers is its percentage."""
    slack: float
    """How far the true value may lie from the printed one."""
    measure: frozenset[str]
    said: frozenset[str]
    headed: frozenset[str]
    """Telling stems of the measure, of the whole sentence, of the nearest headings."""
    focus: frozenset[str]
    """Telling stems of the piece of the sentence that holds the number."""
    led: frozenset[str]
    """Telling stems of the sentence before, where it names what this one counts."""
    phrases: frozenset[str]
    """Pairs of telling stems that follow each other in the sentence: "interim list", "direct payment"."""
    excluded: frozenset[str]
    """Telling stems of what the figure leaves out."""
    contrasts: Contrasts
    setting: Contrasts
    """What the headings further out answer: it parts nothing, but what they answer is not left open."""
    names: frozenset[str]
    words: frozenset[str]
    """All words of sentence and headings, lower-case."""
    places: frozenset[str]
    """Places that sentence, row or heading names, the council's own left out."""
    ages: frozenset[str]
    """Ages that the sentence counts from."""
    kind: Kind
    part: bool
    """Told as a part of the number before it."""
    wider: bool
    """Told of a wider area than the paper's own."""
    label: frozenset[str]
    """Telling stems of a row's label, without dates, totals and the council's own name."""
    others: frozenset[float]
    """All numbers of the sentence, or of the row's own cells, without signs."""
    when: str
    """ISO date of its meeting or publication; "" where it has none."""

    @property
    def noun(self) -> str:
        """The stem of what is counted, where `unit` says no more than "people"."""
        return (stems(str(self.row.fields.get("unit") or "")) or [""])[-1]

    @property
    def table(self) -> bool:
        return self.row.fields.get("source") == "table"


def counted(rows: Sequence[FactRow], before: Mapping[str, Before], places: Set[str]) -> list[Counted]:
    """Figures that can be compared; `before` has what stands before those that point back to it, by id; `places` the names of places."""
    own = own_words({row.standing.council for row in rows})
    known = frozenset(place for place in places if not set(place.split()) <= own)
    lost = {row.id for row in pointing(rows) if not before.get(row.id, NOTHING).sentence}
    kept = [row for row in rows if row.id not in lost and not _elsewhere(row)]
    cells: dict[Hashable, set[float]] = defaultdict(set)
    for row in kept:
        cells[_place(row)].add(abs(float(row.fields.get("value") or 0)))
    return [made for row in kept if (made := _counted(row, before.get(row.id, NOTHING), own, known, frozenset(cells[_place(row)])))]


def ordered(one: Counted, other: Counted) -> tuple[Counted, Counted]:
    """The earlier first: by the ends of the times that both tell of, else by their papers, else by what each has of the two."""
    ends = [str(c.row.fields.get("period_end") or "") for c in (one, other)]
    papers = [one.when, other.when]
    mixed = [end or paper for end, paper in zip(ends, papers, strict=True)]
    first, second = next((two for two in (ends, papers, mixed) if all(two) and two[0] != two[1]), ("", ""))
    return (other, one) if second < first else (one, other)


def _place(row: FactRow) -> Hashable:
    return row.standing.document_id, row.standing.places


def _elsewhere(row: FactRow) -> bool:
    """A cell of another body's column or row."""
    return any(COMPARATOR.search(str(row.fields.get(name) or "")) for name in ("column", "row"))


def _counted(row: FactRow, before: Before, own: Set[str], places: Set[str], cells: frozenset[float]) -> Counted | None:
    fields = row.fields
    if fields.get("value") is None or fields.get("status") == NOT_COMPARED or fields.get("unit") in UNCOMPARED or _no_measure(fields):
        return None
    heading = " ".join(row.standing.section[-NEAREST:])
    measure, led = own_text(before.named(str(fields.get("measure") or ""))), own_text(before.sentence)
    quote, raw = (" ".join(str(text).split()) for text in (before.named(row.quote), fields.get("raw")))
    said = measure if fields.get("source") == "table" else own_text(quote)
    if fields.get("source") != "table" and raw in quote and raw not in said:
        return None  # what another figure is held against
    bare = unheaded(measure, row.standing.section)
    of_measure, of_said, of_heading = read(measure), read(said), read(heading)
    share = fields.get("of") and fields.get("unit") not in NO_SHARES
    return Counted(
        row,
        "percent" if share else unit_class(fields.get("unit")),
        100 * float(fields["value"]) / float(fields["of"]) if share else float(fields["value"]),
        slack(fields),
        telling(of_measure),
        telling(of_said),
        telling(of_heading),
        telling(of_measure) if fields.get("source") == "table" else focus(quote, raw) or telling(of_said) - MOVED,
        telling(read(led)),
        phrases(of_said) | phrases(read(led)),
        telling(read(left_out(quote))) - telling(of_said),
        {**_answers(bare, clause(said, raw), measure, heading, said), **_role(quote, raw)},
        _answers(*reversed((row.standing.part_title, *row.standing.section[:-NEAREST]))),
        names(bare if len(bare.split()) >= LEAST_MEASURE else said) - own,
        frozenset(WORD.findall(f"{said} {led} {heading}".lower())),
        named_places(f"{fields.get('row') or ''} / {led} / {said} / {heading}", places),
        ages(f"{measure} {said}"),
        "level" if fields.get("source") == "table" else kind_of(quote, raw),
        is_part(quote, raw),
        is_wider(said, raw),
        frozenset(stem for stem in telling(read(str(fields.get("row") or ""))) if stem not in NO_LABEL and stem not in own),
        cells if fields.get("source") == "table" else frozenset(map(abs, values(quote))),
        row.standing.meeting_date or row.standing.published or "",
    )


def _answers(*texts: str) -> Contrasts:
    return contrasts(*([term.stem for term in read(text)] for text in texts))


def _role(sentence: str, raw: str) -> Contrasts:
    """Whether a number is spent, allowed, moved, left or aimed at: only what stands next to it says so."""
    near = _answers(own_text(next(pieces(sentence, raw), "")))
    return {name: near[name] for name in near.keys() & {"role"}}


def focus(sentence: str, raw: str) -> frozenset[str]:
    """Telling stems of the shortest piece around a number that says enough; none where no piece does."""
    told = (telling(read(own_text(piece))) - MOVED for piece in pieces(sentence, raw))
    return next((stems for stems in told if len(stems) >= LEAST_FOCUS), frozenset())


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Term, ...]:
    """Figures of one sentence or heading share its terms."""
    return tuple(terms(text))


def telling(text: Sequence[Term]) -> frozenset[str]:
    return frozenset(t.stem for t in text if t.kind == "word" and len(t.stem) > 1) - PLAIN - STOP


def phrases(text: Sequence[Term]) -> frozenset[str]:
    kept = [t.stem for t in text if t.kind == "word" and len(t.stem) > 1 and t.stem not in STOP]
    return frozenset(" ".join(pair) for pair in pairwise(kept))


def unit_class(unit: object) -> str:
    found = stems(str(unit or ""))
    last = found[-1] if found else ""
    return "people" if last in PEOPLE else str(unit) if unit == "GBP" else last


def _no_measure(fields: Mapping[str, Any]) -> bool:
    """A payment, or a length of time that is only its own: "over the next 20 years"."""
    raw = str(fields.get("raw"))
    paid = fields.get("unit") == "GBP" and fields.get("source") != "table" and PAYMENT.fullmatch(raw)
    return bool(paid) or (bool(fields.get("period")) and raw in str(fields["period"]))


def slack(fields: Mapping[str, Any]) -> float:
    """Half of the last significant digit that is printed: £1.99m leaves 5,000 open, "some 5,300" leaves 50, 7% half a
    percent, and 5,575 people nothing."""
    value = abs(float(fields["value"]))
    if fields.get("of") and fields.get("unit") not in NO_SHARES:
        return 100 * float(fields["value"]) * (1 / float(fields["of"]) - 1 / (float(fields["of"]) + 0.5))
    digits = re.sub(r"[^\d.]", "", re.split(r"\s?[-–]\s?(?=\d)", str(fields.get("raw") or ""))[0])
    printed = float(digits) if re.fullmatch(r"\d+(?:\.\d*)?", digits) else 0.0
    if not printed or not value:
        return 0.5 if value != int(value) else 0.0
    scale = value / printed
    decimals = len(digits.partition(".")[2])
    step = 10.0**-decimals
    rough = fields.get("approximate") or fields.get("bound")
    if rough and not decimals:
        step = float(10 ** (len(digits) - len(digits.rstrip("0"))))
    exact = not decimals and not rough and abs(scale - 1) < 1e-9 and fields.get("unit") != "percent"
    return 0.0 if exact else step * scale / 2
