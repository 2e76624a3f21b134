"""Names by their shape: runs of capitalised words, told apart by their last or first word.

Comes in: the text of a paragraph. Goes out: mentions with offsets. People and roles are found before (see
`entities_people.py`, `entities_dated.py` for laws and dates) and their characters are not read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.bodies import KNOWN_BODIES, PARTIES
from pipeline.extract.entities.edges import on_water, with_list, with_lower_head, with_twin, with_water, with_years
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.language.places import is_place, is_plainly_place

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ0-9][\wÀ-ÿ’'&/+-]*(?:\.(?=[A-Z]\b))?|[^\w\s]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]*|\d+(?!(?:AM|PM|ST|ND|RD|TH)$)[A-Z]+\d*")
_POSSESSIVE = re.compile(r"[’']s?$")
_BODIES = KNOWN_BODIES | PARTIES
_JOINERS = frozenset("of and & for the de upon agus y yr na".split())
_OVER_WATER = frozenset("on upon in under by le with next".split())
_MAX_WORDS = 18
WEAK_PROGRAMMES = frozenset(
    "report review system record records estimates analysis budget offer app tool portal index specification process "
    "register contract contracts collection award awards agreement assessment".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: offsets in the text of paragraph `paragraph`."""

    paragraph: int
    start: int
    end: int
    text: str
    type: str
    trust: int = 2
    """3: a title or a definition says so, 2: a rule, 1: the trained pipeline or a guess from use."""


def begins_sentence(text: str, at: int) -> bool:
    """Nothing but the end of a sentence, a marker or an opening quotation mark stands before."""
    before = text[:at].rstrip(" \t\"“‘'(")
    return not before or before[-1] in ".?!:•–-;"


def chunks(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with small joining words inside, outside the characters already taken."""
    run: list[re.Match[str]] = []
    held: list[re.Match[str]] = []
    last_end = 0
    for token in _TOKEN.finditer(text):
        word = token.group()
        blocked = bool(taken) and any(low < token.end() and token.start() < high for low, high in taken)
        if blocked or (run and text[last_end : token.start()] not in (" ", "")):
            if run:
                yield from _run(text, run)
            run, held = [], []
        if not blocked:
            if _is_capital(word) or (run and word.isdigit() and len(word) < 4 and not held):
                if held and held[0].group() in ("and", "&") and held[-1].group() == "the":
                    yield from _run(text, run)
                    run, held = [], []
                run += [*held, token] if run else [token]
                held = []
            elif run and _joins(text, word, run[-1], held):
                held.append(token)
            elif run:
                yield from _run(text, run)
                run, held = [], []
        last_end = token.end()
    yield from _run(text, run)


def _joins(text: str, word: str, last: re.Match[str], held: Sequence[re.Match[str]]) -> bool:
    """Whether a small word may stand inside a name after `last` and the small words held back."""
    if word in _JOINERS and len(held) < 2 and (word != "the" or bool(held)):
        return True
    return (word, last.group()) in cues.JOINED_BY or (word in _OVER_WATER and not held and on_water(text, last.start(), last.end()))


@lru_cache(maxsize=16384)
def _is_capital(word: str) -> bool:
    return bool(_CAPITAL.fullmatch(re.split(r"[’'/-]", word)[0].rstrip("+")))


def _run(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    begins = bool(run) and begins_sentence(text, run[0].start()) and run[0].group().lower() not in ("the", "a", "an")
    while run and (
        (run[0].group().lower() in cues.NOT_IN_FRONT and text[run[0].start() :][:8] != "Our Lady")
        or run[0].group() in _JOINERS
        or (begins and len(run) > 1 and run[0].group().lower() in cues.NOT_TO_BEGIN_WITH)
    ):
        run = run[1:]
    while run and (run[-1].group() in _JOINERS or (run[-1].group().isdigit() and len(run) < 2)):
        run = run[:-1]
    if not run or len(run) > _MAX_WORDS:
        return
    for part in _parted(run):
        name = text[part[0].start() : part[-1].end()]
        doing = cues.DOING_OF.match(name)
        if doing and name.split()[0].lower() not in cues.ORG_STARTS:
            part = [t for t in part if t.start() >= part[0].start() + doing.end()]
        kind = cues.OF_A_KIND.match(text[part[0].start() : part[-1].end()])
        if kind and len(part) > 1:
            part = part[1:]
        end = with_water(text, part[0].start(), part[-1].start() + len(_bare(part[-1].group())))
        if len(part) > 1 or not begins or is_place(text[part[0].start() : end]):
            end = with_lower_head(text, end)
        yield with_list(text, with_twin(text, part[0].start(), end), end), with_years(text, end)


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1] in "’'s" else word


def _parted(run: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Two names joined by "and" are two where each ends in a head of its own; a possessive ends a name of a body."""
    for at, token in enumerate(run):
        before, after = run[:at], run[at + 1 :]
        if (
            token.group() in ("and", "&")
            and before
            and (len(before) > 1 or before[0].group() in cues.LONE_COMMITTEES)
            and after
            and before[-1].group() != "Government"
            and after[0].group() != "Crime"
            and (_head(before) not in (None, "PLACE") or (_head(before) == _head(after) and after[-1].group() not in cues.ADMINISTERED))
            and (len(after) > 1 or after[0].group() in cues.LONE_COMMITTEES)
        ):
            return [*_parted(before), *_parted(after[1:] if after[0].group() == "the" and len(after) > 1 else after)]
        if token.group() == "of" and at == 2 and run[0].group() in GIVEN_NAMES:
            return [before, *_parted(after)]
        if at == 0 and len(run) > 2 and _bare(token.group()) != token.group() and _owns(_bare(token.group())) and _head(after):
            return _parted(after)
        if _bare(token.group()) != token.group() and 1 <= at < len(run) - 1 and _head(run[: at + 1]) in ("ORG", "COMMITTEE"):
            return [*_parted(run[: at + 1]), *_parted(after)]
    return [run]


def _owns(name: str) -> bool:
    """Whether "X's Harbour Plan" is a plan of X: a body known to all, or a place ("King's Lynn" is none of a place King)."""
    return name in KNOWN_BODIES or name in cues.OWNERS or is_plainly_place(name)


def _head(run: Sequence[re.Match[str]]) -> str | None:
    return classify([_bare(t.group()) for t in run])


def classify(words: Sequence[str]) -> str | None:
    """The type of a name by its head, None where no word tells."""
    words = words[:-1] if len(words) > 2 and re.match(r"(?:19|20)\d\d", words[-1]) else words
    lowered = [w.lower().strip(".,") for w in words]
    phrase, head = " ".join(lowered), lowered[-1]
    if phrase in plain.NOT_NAMES or phrase.endswith(" notice board") or head in ("total", "totals"):
        return None
    if " ".join(words) in cues.LONE_COMMITTEES:
        return "COMMITTEE"
    if " ".join(words) in _BODIES or (words[0] == "NHS" and len(words) > 1):
        return "PROGRAMME" if head in cues.PROGRAMME_HEADS - cues.ORG_HEADS else "ORG"
    if len(words) == 1:
        return None
    return _by_ends(words, lowered) or _by_words(words, lowered)


def _by_ends(words: Sequence[str], lowered: Sequence[str]) -> str | None:
    """The type that the first or the last words tell by themselves."""
    phrase, head = " ".join(lowered), lowered[-1]
    if phrase.endswith(cues.MIDDLES):
        return "PLACE"
    if phrase.endswith(cues.PAPERS):
        return "PROGRAMME"
    if head in cues.FACILITY_HEADS and (words[0] in cues.CIVIC or lowered[0] not in plain.COMMON_CAPITALS):
        return "FACILITY"
    numbered = lowered[0] in cues.FACILITY_HEADS and head.isdigit()
    if lowered[0] in cues.COUNCILS_FIRST:
        return "ORG"
    if lowered[0] in cues.BUILDINGS_FIRST or (lowered[0] in cues.FACILITY_FIRST and len(words) == 2) or numbered:
        return "FACILITY"
    return None


def _by_words(words: Sequence[str], lowered: Sequence[str]) -> str | None:
    """The type by the heads of bodies, programmes and places; words that are common in capitals are no name by themselves."""
    phrase, head = " ".join(lowered), lowered[-1]
    if all(w in plain.COMMON_CAPITALS or w in _JOINERS for w in lowered):
        return "COMMITTEE" if phrase in cues.COMMITTEE_PHRASES else None
    if any(phrase.rstrip("s").endswith(p) for p in cues.BODIES_CALLED_BOARD):
        return "ORG"
    if any(phrase.endswith(p) for p in cues.COMMITTEE_PHRASES) or head in cues.COMMITTEE_HEADS:
        return "COMMITTEE"
    if lowered[0] in ("project", "operation") and len(words) < 4 and head not in cues.ORG_HEADS:
        return "PROGRAMME"
    if "committee on " in f"{phrase} ":
        return "COMMITTEE"
    if any(after in cues.SUBJECT_AFTER.get(w, ()) for w, after in pairwise(lowered)) or (
        words[-1] in cues.COUNTRIES and len(words) <= 4 and words[0] not in cues.PLACE_DIRECTIONS and not any(w.islower() for w in words)
    ):
        return "ORG"
    if (head == "water" and len(words) == 2 and lowered[0] not in plain.VAGUE_CAPITALS) or phrase.endswith(
        ("& co", "& sons", "and sons", "and co")
    ):
        return "ORG"
    if head in ("division", "section", "branch") and any(w in cues.FUNCTIONS for w in lowered[:-1]):
        return "ORG"
    if lowered[0] in cues.PLACES_FIRST and len(words) == 2:
        return "PLACE"
    if lowered[0] in cues.PROGRAMME_HEADS and lowered[1] == "of":
        return "PROGRAMME"
    for heads, kind in ((cues.PROGRAMME_HEADS, "PROGRAMME"), (cues.ORG_HEADS, "ORG"), (cues.PLACE_HEADS, "PLACE")):
        if head in heads and (head not in WEAK_PROGRAMMES or len(words) > 2):
            return kind
    if words[0] in cues.PLACE_DIRECTIONS and len(words) <= 3 and lowered[1] not in plain.COMMON_CAPITALS:
        return "PLACE"
    return None
