"""A question's words: which of them count, what else papers may call them, and the full-text expression that finds them."""

from __future__ import annotations

import re
import tomllib
from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pipeline.lookup.text.stem import stem
from pipeline.lookup.text.terms import IRREGULAR, NUMBER_WORDS, Term, stems, terms

ENGLISH = Path(__file__).with_name("english.toml")
CREDIT = {"same": 0.8, "near": 0.5}
"""What another wording counts where the question's own word counts 1."""
LONGEST_PHRASE = 5
COLUMNS = (0.6, 1.2, 1.0, 1.0)
"""bm25 weights of title, breadcrumb, words, reading."""
STOP = frozenset(
    small
    for small in stems(
        """a an the this that these those there here and or but if then than so as of at by for from in into on onto to with within
        without over under about after before between during through per via up down out off i me my we us our ours you your he him his
        she her it its they them their is am are was were be been being do does did done doing have has had having can could may might
        must shall should will would not no nor only also just such own same too very any some each every all both few more most other
        another s t re ll ve d"""
    )
)
ASKING = frozenset(
    stems(
        """what which who whom whose when where why how many much please tell show list find give explain describe according mentioned
        mention say said state stated name named called call following regarding concerning relation related given ask question
        stand mean meaning definition define summarise summarize outline discuss think believe"""
    )
)
"""Words that put a question and do not describe what is asked for."""
NOW = frozenset(stems("now currently current latest newest today presently nowadays yet"))
"""Words that ask for the newest statement (`Question.current`): papers of every year say "now"."""
FRAME = re.compile(
    r"""^\W*(?:please\s+)?(?:summari[sz]e|outline|describe|explain|give\s+(?:me\s+)?an?\s+(?:summary|overview|account|outline)\s+of)\s+
    (?:(?:the|all|their|our|main|key|whole|overall|general)\s+)*
    (?:discussions?|debates?|conversations?|talks?|exchanges?|views?|opinions?|thoughts|arguments?|points|comments)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a summary is asked for: none of these words describes what was talked about."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Another way to put a stretch of the question."""

    printed: str
    stems: tuple[str, ...]
    credit: float


@dataclass(frozen=True, slots=True)
class Clue:
    """A term of the question that counts, with other wordings of it."""

    stem: str
    printed: str
    kind: str
    others: tuple[Wording, ...] = ()
    at: int = 0
    """Its place among all the terms of the question, so that neighbours are known."""


Phrases = Mapping[tuple[str, ...], tuple[Wording, ...]]


@cache
def english() -> Phrases:
    """The curated table: stems of each wording to the other wordings of its groups."""
    table = tomllib.loads(ENGLISH.read_text(encoding="utf-8"))
    found: dict[tuple[str, ...], list[Wording]] = {}
    for name, credit in CREDIT.items():
        for group in table[name]:
            wordings = [Wording(printed, tuple(stems(printed)), credit) for printed in group]
            for one in wordings:
                found.setdefault(one.stems, []).extend(w for w in wordings if w.stems != one.stems)
    return {key: tuple(_once(wordings)) for key, wordings in found.items()}


@cache
def apart() -> frozenset[str]:
    """Words that share a stem with a word of the curated table and mean something else."""
    return frozenset(tomllib.loads(ENGLISH.read_text(encoding="utf-8"))["apart"])


def of_library(acronyms: Mapping[str, Sequence[str]]) -> Phrases:
    """Acronyms and their expansions, as the library's own papers print them, both ways."""
    return _of_library(tuple((short, tuple(expansions)) for short, expansions in acronyms.items()))


@lru_cache(maxsize=4)
def _of_library(acronyms: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    found: dict[tuple[str, ...], list[Wording]] = {}
    for short, expansions in acronyms:
        for expansion in expansions:
            for one, other in ((short, expansion), (expansion, short)):
                found.setdefault(tuple(stems(one)), []).append(Wording(other, tuple(stems(other)), CREDIT["same"]))
    return {key: tuple(_once(wordings)) for key, wordings in found.items() if key}


def _once(wordings: Iterable[Wording]) -> list[Wording]:
    best: dict[tuple[str, ...], Wording] = {}
    for wording in wordings:
        if wording.stems and (wording.stems not in best or best[wording.stems].credit < wording.credit):
            best[wording.stems] = wording
    return list(best.values())


def clues(text: str, acronyms: Mapping[str, Sequence[str]]) -> tuple[Clue, ...]:
    """The terms of a question that count, each once, with the wordings that the tables give for it or for a phrase it is in."""
    found = terms(text)
    tables = (english(), of_library(acronyms))
    others = _others(found, [text[term.start : term.end].lower() in apart() for term in found], tables)
    frame = FRAME.match(text)
    begin = frame.end() if frame else 0
    made: dict[str, Clue] = {}
    for at, term in enumerate(found):
        if term.start >= begin and _counts(term, text) and term.stem not in made:
            made[term.stem] = Clue(term.stem, text[term.start : term.end], term.kind, tuple(_once(others.get(at, ()))), at)
    return tuple(made.values())


def _counts(term: Term, text: str) -> bool:
    if term.kind != "word":
        return True
    printed = text[term.start : term.end]
    if len(printed) > 1 and printed.isupper() and not text.isupper():
        return True  # "IT", "US", "WHO": an acronym, not the small word
    return term.stem not in STOP and term.stem not in ASKING and term.stem not in NOW


def _others(question: Sequence[Term], alone: Sequence[bool], tables: Sequence[Phrases]) -> dict[int, list[Wording]]:
    """For each place in the question, the wordings of every phrase of the tables that covers it; of words apart, only of longer ones."""
    stemmed = [term.stem for term in question]
    found: dict[int, list[Wording]] = {}
    for start in range(len(question)):
        for end in range(start + 1, min(len(question), start + LONGEST_PHRASE) + 1):
            if end - start == 1 and alone[start]:
                continue
            wordings = [w for table in tables for w in table.get(tuple(stemmed[start:end]), ())]
            for at in range(start, end) if wordings else ():
                found.setdefault(at, []).extend(wordings)
    return found


def quoted(printed: str) -> str:
    """A phrase as FTS5 takes it."""
    return '"' + printed.replace('"', " ") + '"'


def forms(clue: Clue) -> list[str]:
    """How the papers may print the clue itself: "2022/23" is also 2022-2023, "six" is also 6."""
    if clue.kind == "year":
        first = int(clue.stem.removeprefix("fy"))
        return [f"{first} {(first + 1) % 100:02}", f"{first} {first + 1}"]
    if clue.kind == "date":
        return [clue.printed, *_date_forms(clue.stem)]
    words = [word for word, digits in NUMBER_WORDS.items() if digits == clue.stem]
    if words:
        return [clue.printed, *([clue.stem] if clue.printed.lower() in words else words)]
    return [clue.printed, *(w for form, plain in IRREGULAR.items() if stem(plain) == clue.stem for w in (form, plain))]


def _date_forms(iso: str) -> list[str]:
    year, month, *day = iso.split("-")
    tail = f"{month_name[int(month)]} {year}"
    return [f"{int(day[0])} {tail}", tail] if day else [tail]


def wordings(some: Sequence[Clue], *, widened: bool) -> list[str]:
    """What the papers may print for these clues, each once; `widened` adds their other wordings."""
    printed = [form for clue in some for form in forms(clue)]
    if widened:
        printed += [w.printed for clue in some for w in clue.others if w.credit >= CREDIT["same"]]
    return list(dict.fromkeys(p for p in printed if any(c.isalnum() for c in p)))


def any_of(printed: Iterable[str]) -> str:
    """An FTS5 expression that any of these satisfies; empty without any."""
    return " OR ".join(map(quoted, printed))
