"""Words that make two measures different things: of whom, for what, on which basis, where.

"Homes for older people: 40" and "Homes for adults with autism: 12" are worded alike and count different things. Each
contrast is a question that a measure may answer (which age, which service, gross or net); two figures whose answers are
both given and have nothing in common count different things. Where only one of them answers, they may.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.lookup.text.terms import MONTHS, stems

ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "age": (
        "older, elderly, pension, pensioners, aged 65, aged 75, aged 85, over 65, over 75, over 85, 65 and over, 65 years, 75 years, "
        "85 years",
        "working age, 18 64, younger",
        "child, childhood, children's, young people, younger people, young person, pupil, infant, baby, looked after, under fives",
    ),
    "need": (
        "learning disability, learning disabilities, learning and physical, learning disabled, ld",
        "autism, autistic, neurodiversity, neurodivergent",
        "mental health, mental illness", "physical disability, physical disabilities, physically disabled", "deaf, blind, sight, hearing",
        "dementia, alzheimer's", "carer", "homeless, homelessness, rough sleepers, rough sleeping", "domestic abuse",
        "substance, drug, alcohol", "asylum, refugee",
    ),
    "service": (
        "residential, care home", "nursing", "home care, homecare, domiciliary, home support", 
        "day care, day service, day centre, day opportunity",
        "supported living", "extra care, independent living, housing with care", "sheltered", "respite, short break", "direct payment",
        "shared lives", "reablement", "assessment", "annual review, care review, planned review, scheduled review, review completed",
        "foster, fostering", "adoption, adopted", "library", "museum", "car park",
        "highway, road, pothole", "bus", "rail, train, railway", "cycle, cycling", "leisure", "park", "cemetery", "allotment", "garage",
        "street light, street lighting",
    ),
    "stage": ("primary", "secondary", "special school", "nursery", "academy", "sixth form, post 16"),
    "turn": ("downgraded, worsened, deteriorated", "upgraded"),
    "waste": ("recycle, recycling, compost", "residual, landfill, incinerate", "food waste", "fly tipping, fly tip, tipping"),
    "planning": ("major", "minor", "householder", "appeal"),
    "rating": ("good, outstanding", "require improvement, requires improvement", "inadequate"),
    "basis": ("gross", "net"),
    "fund": ("capital", "revenue", "reserve", "dedicated schools grant, dsg", "housing revenue, hra"),
    "role": ("programme, allocation, allocate, budget", "spend, expenditure, outturn", "target", "transfer, withdraw, drawdown",
        "stand at, stood at, balance"),
    "side": ("income, receipt", "expenditure, spend, cost, invest", "saving",
        "underspend, overspend, underspent, overspent, variance", "grant", "debt, arrears, borrowing"),
    "tax": ("council tax", "business rate, non domestic", "precept"),
    "severity": ("mild", "moderate", "severe", "profound"),
    "flow": ("starter, joined, joiner, new people, people added", "leaver, closed, closure, loss, people removed"),
    "post": ("vacancy", "turnover", "sickness, absence", "agency"),
    "tenure": ("private, privately",
        "council owned home, council owned house, council owned property, council home, council house, council housing, social rent, "
        "socially rented",
        "affordable"),
    "sex": ("female, woman, girl", "male, man, boy"),
    "term": ("short term", "long term"),
    "hours": ("full time", "part time"),
    "change": ("increase, rise, grow, growth", "decrease, reduce, reduction, fall, decline"),
    "extreme": ("minimum, lowest", "maximum, highest", "average, mean, median"),
    "each": ("per week, weekly, a week, each week", "per month, monthly, a month", "per day, daily, a day"),
    "urban": ("urban", "rural"),
}  # fmt: skip
"""A contrast and its answers, each in the words that give it."""
PHRASES: Final[Mapping[tuple[str, ...], list[tuple[str, int]]]] = defaultdict(list)
for _contrast, _answers in ANSWERS.items():
    for _number, _answer in enumerate(_answers):
        for _phrase in _answer.split(", "):
            PHRASES[tuple(stems(_phrase))].append((_contrast, _number))
OF_WHAT: Final = frozenset(ANSWERS) - {"side", "role", "change", "extreme", "each", "basis", "term"}
"""Contrasts that say of whom or of what: silence on them leaves the whole of which the other is a part."""
USUAL: Final = frozenset({("age", frozenset({1}))})
"""Answers that are meant where none is given: adults of working age."""
WHOM: Final = ("age", "need")
MOST_ANSWERS = 2
"""Answers of one text to one contrast; where it names more, it speaks of all."""
NONE: Final[frozenset[int]] = frozenset()
LONGEST = max(map(len, PHRASES))
NAME = re.compile(r"(?<![.!?:•–\-|\t] )(?<!^)(?<!\n)\b[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST_PLACE = 4
"""Words of a place's name."""
TITLE_WORDS = frozenset("the a an in at on of for and or by as it this these that we our there".split())

Contrasts = Mapping[str, frozenset[int]]


class Parted(NamedTuple):
    """How the contrasts of two measures stand to one another."""

    opposed: int
    """Contrasts that both answer, with nothing in common."""
    silent: int
    """Contrasts of whom and of what that one of them alone answers, or with so many that it counts all and the other some of them.
    Who counts nearly every group and who names none both count all."""
    wide: int
    """Contrasts that both answer, one of them with so many that it speaks of all."""


def contrasts(*texts: Sequence[str]) -> Contrasts:
    """What the stems of a measure answer: {"age": {0}}; each contrast by the first text that answers it, so the nearest leads."""
    found: dict[str, frozenset[int]] = {}
    for text in texts:
        answered: dict[str, set[int]] = defaultdict(set)
        for at in range(len(text)):
            for size in range(1, LONGEST + 1):
                for name, answer in PHRASES.get(tuple(text[at : at + size]), ()) if at + size <= len(text) else ():
                    answered[name].add(answer)
        found = {name: frozenset(answers) for name, answers in answered.items()} | found
    return found


def parted(one: Contrasts, other: Contrasts) -> Parted:
    opposed = wide = 0
    few, many = sorted(sum(len(side.get(name, NONE)) for name in WHOM) for side in (one, other))
    everyone = many > MOST_ANSWERS + 1
    silent = int(0 < few < many and everyone)
    for name in one.keys() | other.keys():
        first, second = one.get(name, NONE), other.get(name, NONE)
        if not (first and second):
            silent += name in OF_WHAT and (name, first | second) not in USUAL and not (everyone and not few and name in WHOM)
        elif max(len(first), len(second)) > MOST_ANSWERS:
            wide += first != second
        else:
            opposed += not first & second
            silent += name == "rating" and bool(first & second) and first != second
    return Parted(opposed, silent, wide)


def names(text: str) -> frozenset[str]:
    """Capitalised words inside a sentence, lower-cased, without articles and the possessive."""
    words = (w for m in NAME.finditer(text) for w in m.group().split())
    return frozenset(re.sub(r"[’']s?$", "", w).lower() for w in words) - TITLE_WORDS - MONTHS.keys()


@lru_cache(maxsize=4096)
def named_places(text: str, places: frozenset[str]) -> frozenset[str]:
    """The longest of these (lower-case) places at each of the capitalised words of a text."""
    words = [(m.group(), m.group().lower()) for m in WORD.finditer(text)]
    found, at = set(), 0
    while at < len(words):
        sizes = (
            n for n in range(LONGEST_PLACE, 0, -1) if words[at][0][0].isupper() and " ".join(w for _, w in words[at : at + n]) in places
        )
        size = next(sizes, 0)
        if size:
            found.add(" ".join(w for _, w in words[at : at + size]))
        at += size or 1
    return frozenset(found)


def own_words(councils: Iterable[str | None]) -> Set[str]:
    """Words of the councils' own names: their place is meant where none is named."""
    return {word for name in councils for word in re.findall(r"[^\W\d]+", (name or "").lower())} | {"council", "county"}
