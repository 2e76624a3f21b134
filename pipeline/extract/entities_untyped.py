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

from pipeline.extract import entities_cues as cues
from pipeline.extract.entities_canonical import tidy
from pipeline.extract.entities_given import GIVEN_NAMES
from pipeline.extract.entities_names import Mention, begins_sentence
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
UNSEEN_WEIGHT = {"PLACE": 0.4, "PERSON": 0.6, "ORG": 0.4, "FACILITY": 0.0}
"""Added to a label where no word of the name is printed in small letters."""
SEEN_SHARE = 0.4
"""Of a label's weight where every word of the name is printed in small letters too."""
IN_PLACE, AMONG_PLACES, ENDING, GIVEN, ADDRESSED, COUNCIL_OF = 0.8, 0.8, 0.9, 2.0, 2.0, 2.0
PLAIN_WORD = 0.6
"""Of a listed place whose name is an ordinary word too."""
PROGRAMME_AFTER, OF_PLACE, GERUND, WITH_BODY, JOINED, JOINED_FOR, CAMEL = 1.6, 1.4, 0.7, 0.3, 1.15, 0.25, 0.5
BELIEVED = 1.4
"""A name is kept when its votes reach this: a label and a preposition, or a label twice."""
BELIEVED_ABBREVIATION = 2.1
LEAST_ABBREVIATIONS = 3
"""Uses of an unexplained abbreviation before it can be a body."""
MOST_READ = 4
"""Uses of one name that the trained pipeline reads."""

_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|around|across|throughout|outside|visiting|serving|in and around|residents of|people of|town of"
    r"|city of|village of|north of|south of|east of|west of) (?:the )?$"
)
_AFTER_PLACE = re.compile(r"^ (?:districts?|county|borough|town|village|parish|peninsula|area|residents)\b")
_PLACE_BEFORE = re.compile(r"\b(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:,| and|, and| &) $")
_PLACE_AFTER = re.compile(r"(?:,| and| &) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[,.;:)]| and\b|$)")
_BEFORE_BODY = re.compile(r"\b(?:with|by|from|between) $")
_AFTER_PROGRAMME = re.compile(
    r"^[’'\"]? (?:(?:[a-z-]+ ){0,2}?)(?:programme|project|plan|strategy|scheme|initiative|campaign|framework|model|pilot"
    r"|fund|charter|grant|toolkit|tool kit)\b"
)
_TELEPHONE = re.compile(r"^(?:,? on|,? tel\w*:?|:|\t)? ?\(?0\d{3,4}\b", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.IGNORECASE)
# Endings of place names in England, Wales and Scotland (Mills, "A Dictionary of British Place Names", list of elements).
_ENDING = re.compile(
    r"[A-Z][a-z]{2,}(?:shire|ham|ton|ford|bury|borough|burgh|wich|mouth|ley|field|wick|thorpe|bourne|combe|stead|worth"
    r"|minster|chester|cester|pool|stow|hurst|dale|bridge|land|folk|gate|sea|haven|thwaite|caster|wold|stone|by)"
)
_BEGINNING = re.compile(r"(?:Bally|Kil|Dun|Inver|Aber|Strath|Glen|Llan|Pont|Tre)[a-z]{3,}")
_KIND_OF_COUNCIL = re.compile(
    r"(?: (?:County|City|Borough|District|Town|Parish|Metropolitan|Community|Unitary|Combined|Rural|Royal|and))* Council$"
)
_FRONT_OF_COUNCIL = re.compile(r"^(?:(?:London|Royal) )?(?:Borough|City) of ")
_POST_BEFORE_NAME = re.compile(r"^(?:MP|PA|GP|TD|MEP|PC|Sgt|Inspector) (?=[A-Z][a-z])")

_OF_NATIONS = re.compile(r"[A-Z]\w+- ?[A-Z]\w+(?:- ?[A-Z]\w+)?")
""" "UK-France" is of two places and none itself; "Stockton-on-Tees" and listed names stay."""
_HONOURS = re.compile(r"(?:,? (?:MP|MSP|MS|TD|OBE|CBE|MBE|QC|KC|JP|HMI|DL))+$")


def untyped_names(
    nlp: Nlp, paragraphs: Sequence[Paragraph], left: Mapping[int, Sequence[Stretch]], surnames: frozenset[str]
) -> list[Mention]:
    """Mentions of the stretches that rules left, where their uses agree on a type; `surnames`: of people whom the paper names."""
    places, small = _places_with_councils(paragraphs), _small_words(paragraphs)
    uses: dict[str, list[Use]] = defaultdict(list)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for index, stretches in left.items():
        text = paragraphs[index].text
        for start, end in _names(text, stretches):
            name = tidy(text[start:end])
            uses[name].append((index, start, end))
            for kind, weight in _votes(text, start, end, name, places):
                votes[name][kind] += weight
    for name in uses:
        if name.lower() not in surnames and name not in GIVEN_NAMES and is_place(name):
            votes[name]["PLACE"] += PLAIN_WORD if name in PLAIN_WORDS or _seen(name, small) else BELIEVED
    for name, kind in _labels(nlp, paragraphs, _undecided(uses, votes, small)):
        if _ENDING.fullmatch(name):
            votes[name]["PLACE"] += LABEL_WEIGHT["PLACE"]  # whatever the label: it knows few small places
        else:
            ordinary = _seen(name, small) or (kind == "ORG" and " " in name and _seen(name.split()[-1], small))
            share, more = (SEEN_SHARE if ordinary else 1), (UNSEEN_WEIGHT[kind] if _unseen(name, small) else 0)
            votes[name][kind] += LABEL_WEIGHT[kind] * share + more
    return [
        Mention(index, start, end, name, kind, 2)
        for name, spans in uses.items()
        for kind, weight in sorted(votes[name].items(), key=lambda vote: -vote[1])[:1]
        if weight >= _needed(name) and _may_be(name, kind)
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
        hopeless = (name.isupper() and len(spans) < LEAST_ABBREVIATIONS) or (most == 0 and _seen(name, small))
        if most < _needed(name) and not hopeless:
            found[name] = spans[:MOST_READ]
    return found


def _names(text: str, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches, those joined by "and" taken apart: "Fernham and Aldwick" are two places."""
    for start, end in stretches:
        post = _POST_BEFORE_NAME.match(text[start:end])
        at = start + (post.end() if post else 0)
        end -= len(text[start:end]) - len(_HONOURS.sub("", text[start:end]))
        for match in re.finditer(r" (?:and|&) (?:the )?", text[at:end]):
            yield at, start + match.start() + (post.end() if post else 0)
            at = start + match.end() + (post.end() if post else 0)
        yield at, end


def _votes(text: str, start: int, end: int, name: str, places: frozenset[str]) -> Iterator[tuple[str, float]]:
    words = name.split()
    if name in places:
        yield "PLACE", COUNCIL_OF
    if len(words) <= 3 and (_BEFORE_PLACE.search(text[:start]) or _AFTER_PLACE.match(text[end:])):
        yield "PLACE", IN_PLACE
    if len(words) <= 2 and words[0] not in GIVEN_NAMES and _among_places(text, start, end):
        yield "PLACE", AMONG_PLACES
    if (_ENDING.fullmatch(words[-1]) and len(words) <= 2 and words[0] not in GIVEN_NAMES) or _BEGINNING.fullmatch(name):
        yield "PLACE", ENDING
    if words[0] in GIVEN_NAMES and 2 <= len(words) <= 3 and not any(w.lower() in cues.COMMON_CAPITALS for w in words[1:]):
        yield "PERSON", GIVEN
    if len(words) in (2, 3) and (_TELEPHONE.match(text[end:]) or _written_in_email(words, text)):
        yield "PERSON", ADDRESSED
    if len(words) > 1 and start and text[start - 1] in "\"“‘'" and text[end : end + 1] and text[end] in "\"”’'":
        yield "PROGRAMME", PROGRAMME_AFTER
    if len(words) > 1 and _AFTER_PROGRAMME.match(text[end:]):
        yield "PROGRAMME", PROGRAMME_AFTER
    if (
        len(words) > 1
        and (words[-1] in places or words[-1] in cues.COUNTRIES)
        and words[0] not in cues.PLACE_DIRECTIONS
        and words[0] not in places
    ):
        yield "ORG", OF_PLACE
    if words[0] in cues.ROLE_HEADS or words[0] in cues.ROLE_STARTS:
        return  # a post, not a body
    if len(words) == 3 and words[1] == "for" and not begins_sentence(text, start):
        yield "ORG", JOINED_FOR
    if re.search(r"[a-z][A-Z]", name) or (len(words) == 2 and words[1] == "Homes"):
        yield "ORG", CAMEL
    if len(words) in (3, 4) and words[1] in ("for", "of") and not begins_sentence(text, start):
        yield "ORG", JOINED
    if _BEFORE_BODY.search(text[:start]):
        yield "ORG", WITH_BODY
    if len(words) in (2, 3) and words[0].endswith("ing") and not begins_sentence(text, start):
        yield "PROGRAMME", GERUND


def _among_places(text: str, start: int, end: int) -> bool:
    """A listed place stands beside: "Thornwick and Leeds", "at Mill Lane, Leeds"."""
    before, after = _PLACE_BEFORE.search(text, max(0, start - 40), start), _PLACE_AFTER.match(text, end)
    return any(match is not None and is_plainly_place(match["place"]) for match in (before, after))


def _written_in_email(words: Sequence[str], text: str) -> bool:
    return any(
        words[0].lower() in address and words[-1].lower() in address
        for address in (m.group().lower().split("@")[0] for m in _EMAIL.finditer(text))
    )


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
                if 2 * shared > max(end - start, entity.end_char - entity.start_char - 4):
                    yield name, LABELS[entity.label_]


def _unseen(name: str, small: frozenset[str]) -> bool:
    """No word of the name is printed in small letters anywhere in the paper."""
    words = [w.lower() for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return not name.isupper() and all(w not in small and w.rstrip("s") not in small for w in words)


def _seen(name: str, small: frozenset[str]) -> bool:
    """Every word of the name is an ordinary word of the paper."""
    return all(w.lower() in small or w.lower().rstrip("s") in small for w in re.split(r"[\s-]+", name) if w[:1].isalpha())


def _small_words(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    return frozenset(m.group() for p in paragraphs for m in re.finditer(r"(?<![\w’'@.])[a-z][a-z’'-]+(?![\w@]|\.\w)", p.text))


def _may_be(name: str, kind: str) -> bool:
    words = name.split()
    if (
        name in cues.COMMON_ABBREVIATIONS
        or words[-1].lower() in ("total", "totals")
        or any(w.lower() in cues.NOT_IN_FRONT for w in words)
        or len(name) < 3
    ):
        return False
    if kind == "PERSON":
        return (
            len(words) > 1
            and all(re.fullmatch(r"[A-ZÀ-Þ][\wÀ-ÿ’'.-]*(?<![’']s)", w) for w in words)
            and not any(w.isupper() and len(w) > 2 for w in words)
            and not words[0].endswith("ing")
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
        if place.lower() not in cues.COMMON_CAPITALS | cues.NOT_IN_FRONT | cues.NOT_TO_BEGIN_WITH:
            found |= {place, *place.split(" and ")}
    return frozenset(found)
