"""Capitalised names without a title or a telling head: places, people, bodies and programmes, by how they are used.

Each use votes: the preposition before it ("in Fernham"), a known given name, an e-mail address beside it, the programme
that follows it ("Brighter Days programme"), a council called after it, the ending of English place names, and the label
of the trained pipeline, which reads about 5,000 words a second and is therefore given only the paragraphs with such
names, and only its names are run. A name whose words the paper never prints in small letters is the more likely one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.canonical import tidy
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.extract.entities.names import Mention
from pipeline.extract.entities.uses import AFTER_PROGRAMME, IN_PLACE, PLACE_ENDING
from pipeline.extract.entities.uses import votes as votes_of
from pipeline.extract.nlp import Nlp
from pipeline.language.bodies import councils
from pipeline.language.places import PLAIN_WORDS, is_place, is_plainly_place
from pipeline.model.structure import Paragraph

Stretch = tuple[int, int]
Use = tuple[int, int, int]
"""Paragraph, start, end."""

LABELS = {"GPE": "PLACE", "LOC": "PLACE", "PERSON": "PERSON", "ORG": "ORG", "FAC": "FACILITY"}
NOT_NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
LABEL_WEIGHT = {"PLACE": 1.0, "PERSON": 0.8, "ORG": 0.7, "FACILITY": 0.6}
UNSEEN_WEIGHT = {"PLACE": 0.3, "PERSON": 0.4, "ORG": 0.4, "FACILITY": 0.0}
"""Added to a label where no word of the name is printed in small letters."""
SEEN_SHARE = 0.4
"""Of a label's weight where every word of the name is printed in small letters too."""
PLAIN_WORD = 0.6
"""Of a listed place whose name is an ordinary word too."""
BELIEVED = 1.4
"""A name is kept when its votes reach this: a label and a preposition, or a label twice."""
BELIEVED_ABBREVIATION = 2.1
LEAST_ABBREVIATIONS = 3
"""Uses of an unexplained abbreviation before it can be a body."""
MOST_READ = 4
"""Uses of one name that the trained pipeline reads."""

_KIND_OF_COUNCIL = re.compile(
    r"(?: (?:County|City|Borough|District|Town|Parish|Metropolitan|Community|Unitary|Combined|Rural|Royal|and))* Council$"
)
_FRONT_OF_COUNCIL = re.compile(r"^(?:(?:London|Royal) )?(?:Borough|City) of ")
_POST_BEFORE_NAME = re.compile(r"^(?:MP|PA|GP|TD|MEP|PC|Sgt|Inspector) (?=[A-Z][a-z])")

_OF_NATIONS = re.compile(r"[A-Z]\w+- ?[A-Z]\w+(?:- ?[A-Z]\w+)?")
""" "UK-France" is of two places and none itself; "Stockton-on-Tees" and listed names stay."""
_NOUN_ENDING = re.compile("(?:[ts]ion|al|ity|ment|ing|ies|ance|ence|ness|ship)s?$")
"""Ends of words that begin headings and columns: one alone is no body."""
_HONOURS = re.compile(
    r"(?:,? (?:MP|MSP|MS|MLA|MEP|TD|OBE|CBE|MBE|BEM|QC|KC|JP|HMI|DL|FRSA))+$"
    r"|(?<=\w \w\w\w) (?:Town |Parish |Deputy )?(?:Clerk|Chair|Chairman|Mayor|Leader|Treasurer)$"
)


def untyped_names(
    nlp: Nlp, paragraphs: Sequence[Paragraph], left: Mapping[int, Sequence[Stretch]], surnames: frozenset[str], small: frozenset[str]
) -> list[Mention]:
    """Mentions of the stretches that rules left, where their uses agree on a type; `surnames`: of people whom the paper
    names, `small`: words that it prints in small letters."""
    places = _places_with_councils(paragraphs)
    uses: dict[str, list[Use]] = defaultdict(list)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for index, stretches in left.items():
        text = paragraphs[index].text
        for start, end in _names(text, stretches):
            name = tidy(text[start:end])
            uses[name].append((index, start, end))
            for kind, weight in votes_of(text, start, end, name, places):
                votes[name][kind] += weight
    for name in uses:
        if name.lower() not in surnames and name not in GIVEN_NAMES and is_place(name):
            votes[name]["PLACE"] += PLAIN_WORD if name in PLAIN_WORDS or ordinary(name, small) else BELIEVED
    for name, kind in _labels(nlp, paragraphs, _undecided(uses, votes, small)):
        if PLACE_ENDING.fullmatch(name):
            votes[name]["PLACE"] += LABEL_WEIGHT["PLACE"]  # whatever the label: it knows few small places
        else:
            vague = ordinary(name, small) or (kind == "ORG" and " " in name and ordinary(name.split()[-1], small))
            share, more = (SEEN_SHARE if vague else 1), (UNSEEN_WEIGHT[kind] if _unseen(name, small) else 0)
            weight = LABEL_WEIGHT[kind] * share + more
            votes[name][kind] = max(votes[name][kind], weight) if vague else votes[name][kind] + weight
    return [
        Mention(index, start, end, name, kind, 2)
        for name, spans in uses.items()
        for kind, weight in sorted(votes[name].items(), key=lambda vote: -vote[1])[:1]
        if weight >= _needed(name) and _may_be(name, kind)
        if not (kind == "ORG" and " " not in name and (ordinary(name, small) or _NOUN_ENDING.search(name)))
        if not (kind == "PLACE" and name.lower() in surnames and weight < BELIEVED + IN_PLACE)
        for index, start, end in spans
    ]


def _needed(name: str) -> float:
    return BELIEVED_ABBREVIATION if name.isupper() else BELIEVED


def _undecided(
    uses: Mapping[str, Sequence[Use]], votes: Mapping[str, Mapping[str, float]], small: frozenset[str]
) -> dict[str, Sequence[Use]]:
    """Names that use alone does not decide and a label can, each with its first few uses: more would say no more."""
    found: dict[str, Sequence[Use]] = {}
    for name, spans in uses.items():
        most = max(votes[name].values(), default=0)
        hopeless = (name.isupper() and len(spans) < LEAST_ABBREVIATIONS) or (most == 0 and ordinary(name, small))
        if most < _needed(name) and not hopeless:
            found[name] = spans[:MOST_READ]
    return found


def _names(text: str, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches, those joined by "and" taken apart: "Fernham and Aldwick" are two places."""
    for start, end in stretches:
        post = _POST_BEFORE_NAME.match(text[start:end])
        at = start + (post.end() if post else 0)
        end -= len(text[start:end]) - len(_HONOURS.sub("", text[start:end]))
        for match in () if AFTER_PROGRAMME.match(text[end:]) else re.finditer(r" (?:and|&) (?:the )?", text[at:end]):
            yield at, start + match.start() + (post.end() if post else 0)
            at = start + match.end() + (post.end() if post else 0)
        yield at, end


def _labels(nlp: Nlp, paragraphs: Sequence[Paragraph], uses: Mapping[str, Sequence[Use]]) -> Iterator[tuple[str, str]]:
    """What the trained pipeline calls each use; nothing without it."""
    language = nlp.trained if uses else None
    if language is None:
        return
    at: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for name, spans in uses.items():
        for index, start, end in spans:
            at[index].append((start, end, name))
    indices = sorted(at)
    texts = (paragraphs[i].text for i in indices)
    for index, doc in zip(indices, language.pipe(texts, disable=NOT_NEEDED, batch_size=64), strict=True):
        for entity in doc.ents:
            for start, end, name in at[index] if entity.label_ in LABELS else ():
                shared = min(end, entity.end_char) - max(start, entity.start_char)
                if paragraphs[index].kind == "row" and entity.label_ == "ORG":
                    continue  # a label of a table is no sentence, and most are lines of spending
                if 2 * shared > max(end - start, entity.end_char - entity.start_char - 4):
                    yield name, LABELS[entity.label_]


def _unseen(name: str, small: frozenset[str]) -> bool:
    """No word of the name is printed in small letters anywhere in the paper."""
    words = [w.lower() for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return not name.isupper() and all(w not in small and w.rstrip("s") not in small for w in words)


def ordinary(name: str, small: frozenset[str]) -> bool:
    """Every word of the name is an ordinary word of the paper."""
    words = [w.lower().rstrip(",") for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    return all(w in small or w.rstrip("s") in small or f"{w}s" in small for w in words)


def small_words(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    return frozenset(m.group() for p in paragraphs for m in re.finditer(r"(?<![\w’'@.])[a-z][a-z’'-]+(?![\w@]|\.\w)", p.text))


def _may_be(name: str, kind: str) -> bool:
    words = name.split()
    if (
        name in plain.COMMON_ABBREVIATIONS
        or words[-1].lower() in ("total", "totals")
        or any(w.lower() in cues.NOT_IN_FRONT for w in words)
        or len(name) < 3
    ):
        return False
    if (
        len(words) == 1
        and name.lower().rstrip("s") in cues.PLACE_HEADS | cues.FACILITY_HEADS | cues.COMMITTEE_HEADS | plain.COMMON_CAPITALS
    ):
        return False
    if name in GIVEN_NAMES or re.fullmatch("[A-Z]{2,}s", name):
        return False  # a pupil or a resident; several of a kind
    if kind == "PERSON":
        return (
            len(words) > 1
            and words[0] not in ("St", "Saint", "Our", "Lady")
            and all(re.fullmatch(r"[A-ZÀ-Þ][\wÀ-ÿ’'.-]*(?<![’']s)", w) for w in words)
            and not any(w.isupper() and len(w) > 2 for w in words)
            and not words[0].endswith("ing")
            and (words[0] in GIVEN_NAMES or not (is_plainly_place(words[0]) or is_plainly_place(words[-1])))
        )
    if kind == "PLACE":
        return (
            not name.isupper()
            and not any(ch.isdigit() for ch in name)
            and not all(w in cues.PLACE_DIRECTIONS or w == "and" for w in words)
            and (not _OF_NATIONS.fullmatch(name) or is_place(name))
        )
    return True


def _places_with_councils(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """X where the paper names an "X Council", and both of "X and Y Council"."""
    found: set[str] = set()
    for name in {name for paragraph in paragraphs for name in councils(paragraph.text)}:
        place = _FRONT_OF_COUNCIL.sub("", _KIND_OF_COUNCIL.sub("", name))
        if place.lower() not in plain.COMMON_CAPITALS | cues.NOT_IN_FRONT | cues.NOT_TO_BEGIN_WITH:
            found |= {place, *place.split(" and ")}
    return frozenset(found)
