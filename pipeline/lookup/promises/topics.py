"""Whether a promise is on the topic asked for: its words, a like wording, a part of the topic, its headings.

Comes in: a question with its clues, what a promise says and the headings above it. Goes out: how surely it is on the topic, 0 to 1.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.lookup.finding.cover import Bag
from pipeline.lookup.finding.views import bag_of
from pipeline.lookup.text.terms import stems, terms
from pipeline.lookup.understanding.question import Question
from pipeline.lookup.understanding.words import CREDIT, ENGLISH, Clue

IN_WORDS, IN_OTHER_WORDS, SCATTERED, IN_PART, IN_HEADING, IN_TITLE, IN_LEAD, IN_STEM = 1.0, 0.8, 0.8, 0.65, 0.7, 0.5, 0.6, 0.5
"""How surely a promise is on the topic: in the topic's words, in a like wording, in its words a little apart, in the name of a part of
the topic, under its heading, in a paper of its name, after a sentence on it, in a word that only shares its stem."""
HEADINGS = 2
"""Headings, from the nearest, whose words are the topic of what stands under them; those above are titles of longer stretches."""
GAP = r"(?: (?:and|or) \S+| \S+ (?:and|or)|(?: (?:a|an|and|for|in|of|or|the|to|with)){1,2})? "
"""What may stand between the words of a topic: "learning and physical disabilities", "quality in the care market"."""
AND = re.compile(r"\s*(?:,|&|\band\b|\bor\b)\s*", re.IGNORECASE)
ASIDE = re.compile(r"\bin[- ]house\b|\bhouses? of (?:commons|lords|parliament|keys)\b|\bhome (?:office|secretary)\b", re.IGNORECASE)
"""Names and phrases whose words are those of topics and mean something else: what is done in-house is no housing."""
JOINED = re.compile(r"\b(?:about|at|by|for|from|in|of|on|to|with)\b", re.IGNORECASE)
"""A topic whose words such a one joins is no name: "homes for wheelchair users" may be told of in any order."""
BARE = frozenset({"adult", "issue", "people", "person", "resident", "service", "user"})
"""Words, in the singular, that say little of such a topic."""
LONGEST_TITLE = 12
"""Words of a paper's title that can be its one topic: a longer one lists what the paper is about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as its stems, the clues with their other wordings, and the stems of the names of its parts."""

    words: str
    clues: tuple[Clue, ...]
    parts: tuple[str, ...]
    loose: tuple[Clue, ...] = ()
    """The clues that may stand in any order."""

    def named(self, bag: Bag) -> bool:
        return self.words in bag.joined or self.reworded(bag)

    def reworded(self, bag: Bag) -> bool:
        return all(_reworded(clue, bag) for clue in self.clues)

    def scattered(self, bag: Bag) -> bool:
        """The topic's words, or those of another wording of all of it, with little between them."""
        whole = [{w.stems for w in clue.others if w.credit >= CREDIT["same"]} for clue in self.clues]
        ways = [tuple(clue.stem for clue in self.clues), *sorted(set.intersection(*whole))]
        return any(re.search(f" {GAP.join(map(re.escape, way))} ", bag.joined) for way in ways)

    def told(self, text: str) -> float:
        """How surely these words themselves name the topic."""
        bag = bag_of(text)
        if self.words in bag.joined:
            return IN_WORDS if self.as_asked(text) else IN_STEM
        if self.reworded(bag):
            return IN_OTHER_WORDS
        if self.scattered(bag) and self.as_asked(text):
            return SCATTERED
        return IN_PART if any(part in bag.joined for part in self.parts) else 0.0

    def loosely_told(self, text: str) -> bool:
        bag = bag_of(text) if self.loose else None
        return bag is not None and all(clue.stem in bag.single or _reworded(clue, bag) for clue in self.loose)

    def as_asked(self, text: str) -> bool:
        """Whether a word in "-ing" that is asked for stands there so: "parking" is not what the parks department does."""
        asked = {clue.stem for clue in self.clues if clue.printed.endswith("ing")}
        return not asked or asked <= {term.stem for term in terms(text) if text[term.start : term.end].casefold().endswith(("ing", "ings"))}


def topic_asked(question: Question) -> Topic:
    words = [clue.stem for clue in question.clues]
    same = {tuple(words), *(w.stems for clue in question.clues for w in clue.others if w.credit >= CREDIT["same"])}
    parts = [part for whole, some in parts_of().items() if whole in same for part in some]
    telling = tuple(clue for clue in question.clues if clue.printed.casefold().removesuffix("s") not in BARE)
    loose = telling if len(telling) > 1 and JOINED.search(question.topic or "") else ()
    return Topic(f" {' '.join(words)} ", question.clues, tuple(dict.fromkeys([*parts, *_sides(question.topic or "")])), loose)


def _sides(topic: str) -> list[str]:
    """ "Parks and open spaces" are on the topic each; "learning" of "learning and physical disabilities" is not."""
    sides = [side for side in AND.split(topic) if side]
    last = len(sides[-1].split()) if sides else 0
    whole = [side for side in sides if len(side.split()) >= last or side.endswith("s")] if len(sides) > 1 else []
    return [f" {' '.join(stems(side))} " for side in whole]


@cache
def parts_of() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The curated table of broad topics: stems of the topic to stems of what belongs to it."""
    table = tomllib.loads(ENGLISH.read_text(encoding="utf-8"))["parts"]
    return {tuple(stems(whole)): tuple(f" {' '.join(stems(part))} " for part in some) for whole, some in table.items()}


def fits(topic: Topic, said: str, headings: Sequence[str]) -> float:
    """How surely these words, under these headings (the title of the paper first), are on the topic."""
    if not topic.clues:
        return 0.0
    told = topic.told(said)
    if told and ASIDE.search(said):
        told = topic.told(ASIDE.sub(" / ", said))
    if told or topic.loosely_told(said):
        return told or IN_PART
    nearest, above = headings[-HEADINGS:], headings[:-HEADINGS]
    return next((sure for sure, some in ((IN_HEADING, nearest), (IN_TITLE, above)) if any(topic.told(one) > IN_STEM for one in some)), 0.0)


def _reworded(clue: Clue, bag: Bag) -> bool:
    return any(f" {' '.join(w.stems)} " in bag.joined for w in clue.others if w.credit >= CREDIT["same"])


def heading_on(topic: Topic, said: str, headings: Sequence[str]) -> str | None:
    """The nearest heading that names the topic, where the words under it do not; none with a figure, which the words do not prove."""
    if topic.told(said):
        return None
    return next((one for one in reversed(headings) if topic.told(one) and not any(c.isdigit() for c in one)), None)
