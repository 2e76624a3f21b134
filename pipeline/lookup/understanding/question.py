"""Understanding a question without a model: what is wanted, of which body, when, and in which words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from pipeline.lookup.text.terms import stems, terms
from pipeline.lookup.understanding.words import STOP, Clue, clues
from pipeline.model.answers import Coverage, Filters

PROMISE = r"(?:commit(?:ted|ting|ments?)?|promis(?:ed?|es|ing)|pledg(?:ed?|es|ing)|undert(?:ake|ook|aken|aking|akings))"
EVERY_PROMISE = re.compile(
    rf"""^\s*(?:
      what\s+(?:else\s+)?(?:did|have|has|had|do|does|are|is|were|was)\s+(?:\S+\s+){{1,8}}?{PROMISE}(?:\s+(?:itself|ourselves|themselves))?
        \s+(?:to\s+do\s+(?:on|about|for|in)|on|about|for|around|over|regarding|in\s+relation\s+to|in\s+respect\s+of)\s+(?P<a>.+)
      |(?:what|which|list|show|all|the|our|every|any|are|there|were|of|me|find)?(?:\s*(?:what|are|is|were|all|the|our|its|their|of|me|any|there|council(?:'s|’s)?))*\s*
        (?:commitments|promises|pledges|undertakings)\s+(?:(?:we|they|it|the\s+council|you|have|has|been|were|was|made|given)\s+)*
        (?:on|about|for|around|regarding|in\s+relation\s+to|in\s+respect\s+of|to)\s+(?P<b>.+)
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Every promise on a topic is wanted, not one fact of one promise."""

AMOUNT = (
    "spend spends spending expenditure cost costs budget budgets total totals percentage proportion share rate rates average number "
    "variance estimate income price balance reserves outturn ranking population payment payments precept savings saving grant fee fees "
    "saved donation turnover size vacancy vacancies overspend underspend forecast places beds figure figures amount value count hours"
)
CUES = Path(__file__).with_name("cues.toml")
TERSE_AMOUNT = re.compile(rf"\b(?:{'|'.join(AMOUNT.split())})\b", re.IGNORECASE)
ASKS = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|did|does|do|is|are|was|were|will|would|can|could|has|have|had)\b", re.IGNORECASE
)
MEANING = re.compile(r"\b(?:defin(?:e[sd]?|itions?)|glossary|meaning|meant by)\b|\bdo(?:es)?\b.+\bmean\b", re.IGNORECASE)
"""What a word means is asked: "precept" and "personal budget" then ask for no number."""
NUMBERS = frozenset({"money", "percent", "count", "duration"})
COUNTED = re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE)
WANTS = (
    "agenda", "expansion", "vote", "declaration", "attendance", "reason", "score", "definition", "date", "number", "person", "place",
    "decision", "action", "list", "commitment", "change", "body",
)  # fmt: skip
"""The first of these that is expected names the question's kind."""
NAMED = {"expansion": "definition", "number": "figure", "person": "who", "body": "who", "reason": "why", "date": "when"}

MEETING = re.compile(r"\b(?:committee|board|panel|cabinet|meeting|minutes|commission|forum|council|forum|assembly)\b", re.IGNORECASE)
GENERIC = frozenset(
    stems(
        """committee council board panel select sub county city borough district town parish metropolitan municipal the of and for
        overview scrutiny"""
    )
)


NOW = re.compile(
    r"\b(?:now|currently|current|latest|newest|today|at present|presently|so far|still|yet|these days|most recent(?:ly)?)\b", re.IGNORECASE
)
PAST = re.compile(r"\b(?:was|were|did|had|ago|first|originally|used to|last|previous\w*|before|since)\b", re.IGNORECASE)
PRESENT, MOVING = 0.3, frozenset({"number", "date", "person"})
"""How much the newest is wanted where a question in the present, or without a verb, asks for what moves from paper to paper."""


@dataclass(frozen=True)
class Question:
    """A question as understood. `clues` carry its words; all else steers ranking and the form of the answer."""

    text: str
    wants: str
    """commitments (every promise on a topic), figure, who, when, why, decision, vote, ... or passage."""
    expects: frozenset[str]
    clues: tuple[Clue, ...]
    dates: tuple[str, ...]
    """2023-02-06, 2023-02, 2023, fy2022."""
    council: str | None
    committee: str | None
    kinds: frozenset[str]
    """Kinds of part that the question names or implies."""
    topic: str | None
    counted: frozenset[str]
    """Stems of what "how many ..." counts."""
    filters: Filters
    respelt: Mapping[str, str] = field(default_factory=dict)
    """Slips of the keyboard, each with the word that it is read as; `text` holds the latter."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Stems of its clues and of their other wordings."""
        return frozenset(stem for clue in self.clues for stem in (clue.stem, *(s for other in clue.others for s in other.stems)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its clues as put."""
        return frozenset(clue.stem for clue in self.clues)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Its dates without financial years."""
        return tuple(date for date in self.dates if not date.startswith("fy"))

    @cached_property
    def meets(self) -> bool:
        """A meeting is spoken of, on a day or in a month."""
        return bool(MEETING.search(self.text)) and any(len(date) > len("2024") and not date.startswith("fy") for date in self.dates)

    @cached_property
    def current(self) -> float:
        """How much the newest statement is wanted: 1 where the question says "now", less where it says no time, 0 where it says one."""
        if self.dates or PAST.search(self.text):
            return 0.0
        if NOW.search(self.text):
            return 1.0
        return PRESENT if self.expects & MOVING else 0.0

    def understood(self) -> Mapping[str, Any]:
        """What `ask --json` shows; filters that were given stand in place of what was understood."""
        asked = self.filters
        return {
            "wants": self.wants,
            "expects": sorted(self.expects),
            "council": asked.council or self.council,
            "committee": asked.committee or self.committee,
            "since": asked.since,
            "until": asked.until,
            "kind": asked.kind,
            "kinds": sorted(self.kinds),
            "dates": list(self.dates),
            "topic": asked.topic or self.topic,
            "spelling": [f"{word} as {read}" for word, read in self.respelt.items()],
            "terms": [clue.printed for clue in self.clues],
        }


@cache
def cues(name: str) -> Mapping[str, re.Pattern[str]]:
    """A table of cues.toml: what is expected, or a kind of part, and the pattern that says so."""
    table = tomllib.loads(CUES.read_text(encoding="utf-8"))[name]
    return {key: re.compile("|".join(patterns), re.IGNORECASE) for key, patterns in table.items()}


def understand(text: str, library: Coverage, acronyms: Mapping[str, Sequence[str]], filters: Filters) -> Question:
    """`library` tells which councils and committees there are."""
    topic = topic_of(text)
    expects = expected(text)
    found = clues(topic or text, acronyms)
    council = named(text, library.councils, meeting=False)
    return Question(
        text,
        "commitments" if topic else kind_of(expects),
        expects,
        found,
        tuple(dict.fromkeys(clue.stem for clue in found if clue.kind in ("date", "year") or is_year(clue))),
        council,
        committee_of(text, library.committees, council),
        frozenset(kind for kind, pattern in cues("kinds").items() if pattern.search(text)),
        topic,
        counted_in(text),
        filters,
    )


def topic_of(text: str) -> str | None:
    """The topic of "what did we commit on TOPIC?"; None for a question about one thing."""
    match = EVERY_PROMISE.match(text.strip().rstrip("?!. "))
    return (match["a"] or match["b"]).strip() if match else None


def expected(text: str) -> frozenset[str]:
    found = {name for name, pattern in cues("expects").items() if pattern.search(text)}
    if not ASKS.search(text) and TERSE_AMOUNT.search(text):
        found.add("number")
    if MEANING.search(text):
        return frozenset({"definition", *found} - {"number", *NUMBERS})
    if found & NUMBERS and (ASKS.search(text) or "number" in found):
        found.add("number")
    return frozenset(found)


def counted_in(text: str) -> frozenset[str]:
    """ "How many youth club places will ..." counts youth club places."""
    match = COUNTED.search(text)
    found: list[str] = []
    for term in terms(text[match.end() :]) if match else ():
        if term.stem in STOP:
            break
        found.append(term.stem)
    return frozenset(found)


def kind_of(expects: frozenset[str]) -> str:
    first = next((name for name in WANTS if name in expects), "passage")
    return NAMED.get(first, first)


def is_year(clue: Clue) -> bool:
    return clue.kind == "number" and len(clue.stem) == 4 and clue.stem[:2] in ("19", "20") and clue.printed == clue.stem


def named(text: str, names: Sequence[str], *, meeting: bool) -> str | None:
    """The longest of these bodies that the question names; a committee only where the question speaks of a meeting."""
    if meeting and not MEETING.search(text):
        return None
    asked, (bodies, longest) = stems(text), _bodies(tuple(names))
    stretches = (tuple(asked[at : at + size]) for size in range(1, longest + 1) for at in range(len(asked) - size + 1))
    found = [(len(stretch), bodies[stretch]) for stretch in stretches if stretch in bodies]
    return max(found)[1] if found else None


def committee_of(text: str, committees: Sequence[str], council: str | None, *, meeting: bool = True) -> str | None:
    """The committee that is named; none where only the council's own name is like its ("Metropolitan District of X", "X Council")."""
    found = named(text, committees, meeting=meeting)
    return None if found and council and set(_own(found)) <= set(_own(council)) and found.lower() not in text.lower() else found


@lru_cache(maxsize=8)
def _bodies(names: tuple[str, ...]) -> tuple[Mapping[tuple[str, ...], str], int]:
    """The bodies of a library by their own stems, and the most stems that one has."""
    found = {own: name for name in sorted(names) if (own := _own(name))}
    return found, max(map(len, found), default=0)


def _own(name: str) -> tuple[str, ...]:
    """The stems of a body's name without the words that many bodies share at its ends."""
    own = stems(name)
    while own and own[-1] in GENERIC:
        own.pop()
    while own and own[0] in GENERIC:
        own.pop(0)
    return tuple(own)
