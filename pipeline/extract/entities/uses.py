"""What one use of a capitalised name says of its type: the words before and after it, its ending, an address beside it.

Comes in: a text, the offsets of the name in it, the name. Goes out: votes, which `entities_untyped.py` adds up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.extract.entities.names import begins_sentence
from pipeline.language.places import is_plainly_place

IN_PLACE, AMONG_PLACES, ENDING, GIVEN, ADDRESSED, COUNCIL_OF = 0.8, 0.8, 0.9, 2.0, 2.0, 2.0
PROGRAMME_AFTER, OF_PLACE, GERUND, WITH_BODY, JOINED, JOINED_FOR, CAMEL = 1.6, 1.4, 0.7, 0.3, 1.15, 0.25, 0.5
SPEAKS = 0.4

_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|around|across|throughout|outside|visiting|serving|in and around|residents of|people of|town of"
    r"|city of|village of|north of|south of|east of|west of) (?:the )?$"
)
_SETTLEMENT_OF = re.compile(r"\b(?:village|town|city|townland|hamlet|parish) of (?:the )?$")
_AFTER_PLACE = re.compile(r"^ (?:districts?|county|borough|town|village|parish|peninsula|area|residents)\b")
_PLACE_BEFORE = re.compile(r"\b(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:,| and|, and| &) $")
_PLACE_AFTER = re.compile(r"(?:,| and| &) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[,.;:)]| and\b|$)")
_AFTER_BODY = re.compile(r" (?:services?|teams?|programme|staff|units?|model|approach|network|project)\b")
_BEFORE_BODY = re.compile(r"\b(?:with|by|from|between) $")
AFTER_PROGRAMME = re.compile(
    r"^[’'\"]? (?:(?:[a-z-]+ ){0,2}?)(?:programme|project|plan|strategy|scheme|initiative|campaign|framework|model|pilot"
    r"|fund|charter|grant|toolkit|tool kit)\b"
)
_AFTER_PERSON = re.compile(
    r",? (?:(?:who|said|says|reported|asked|attended|joined|left|presented|introduced|explained|advised|replied|spoke|gave|thanked|informed"
    r"|proposed"
    r"|seconded|confirmed|declared|noted|welcomed|arrived|added|stated|told|outlined|has been appointed|was appointed)\b)"
)
_BEFORE_PERSON = re.compile(
    r"\b(?:by|from|thanked|welcomed|appointed|inspectors?:|Mrs?|Pastor|Deputy|Inspector|Sergeant|Sgt|Judge|Bishop|Minister) $"
)
_RANK = re.compile(
    r"(?:[A-Z]{1,3}\.?|Pastor|Deputy|Inspector|Sergeant|Sgt|Judge|Bishop|Superintendent|Constable|Father|Brother|Sister) [A-Z]"
)
_BESIDE_PERSON = re.compile(r"(?:,|,? and|,? &) (?P<first>[A-Z]\w+)\.? (?:[A-Z]\.? )*[A-Z]")
_PERSON_BESIDE = re.compile(r"\b(?P<first>[A-Z]\w+)\.? (?:[A-Z]\.? )*[A-Z][\w’'-]+(?: \([^()]{1,60}\))?(?:,|,? and|,? &) $")
_GAELIC_SURNAME = re.compile(r"(?:Mc|Mac|O[’'])[A-Z][a-z]+")
_TELEPHONE = re.compile(r"^(?:,? on|,? tel\w*:?|:|\t)? ?\(?0\d{3,4}\b", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.IGNORECASE)
# Endings of place names in England, Wales and Scotland (Mills, "A Dictionary of British Place Names", list of elements).
PLACE_ENDING = re.compile(
    r"[A-Z][a-z]{2,}(?:shire|ham|ton|ford|bury|borough|burgh|wich|mouth|ley|field|wick|thorpe|bourne|combe|stead|worth"
    r"|minster|chester|cester|pool|stow|hurst|dale|bridge|land|folk|gate|sea|haven|thwaite|caster|wold|stone|by)"
)
_BEGINNING = re.compile(r"(?:Bally|Kil|Dun|Inver|Aber|Strath|Glen|Llan|Pont|Tre)[a-z]{3,}")


def votes(text: str, start: int, end: int, name: str, places: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Type and weight of each sign of one use; `places`: of which the paper names a council."""
    words = name.split()
    if name in places:
        yield "PLACE", COUNCIL_OF
    if _SETTLEMENT_OF.search(text, max(0, start - 20), start):
        yield "PLACE", COUNCIL_OF
    if len(words) <= 3 and not _AFTER_BODY.match(text, end) and (_BEFORE_PLACE.search(text[:start]) or _AFTER_PLACE.match(text[end:])):
        yield "PLACE", IN_PLACE
    if len(words) <= 2 and words[0] not in GIVEN_NAMES and _among_places(text, start, end):
        yield "PLACE", AMONG_PLACES
    if (PLACE_ENDING.fullmatch(words[-1]) and len(words) <= 2 and words[0] not in GIVEN_NAMES) or _BEGINNING.fullmatch(name):
        yield "PLACE", ENDING
    if words[0] in GIVEN_NAMES and 2 <= len(words) <= 3 and not any(w.lower() in plain.COMMON_CAPITALS for w in words[1:]):
        yield "PERSON", GIVEN
    if len(words) == 2 and _GAELIC_SURNAME.fullmatch(words[1]) and words[0].lower() not in plain.COMMON_CAPITALS | plain.VAGUE_CAPITALS:
        yield "PERSON", GIVEN
    if len(words) in (2, 3) and _acts_as_a_person(text, start, end):
        yield "PERSON", SPEAKS
    if len(words) in (2, 3) and (_TELEPHONE.match(text[end:]) or _written_in_email(words, text)):
        yield "PERSON", ADDRESSED
    if len(words) > 1 and start and text[start - 1] in "\"“‘'" and text[end : end + 1] and text[end] in "\"”’'":
        yield "PROGRAMME", PROGRAMME_AFTER
    if len(words) > 1 and AFTER_PROGRAMME.match(text[end:]):
        yield "PROGRAMME", PROGRAMME_AFTER
    if (
        len(words) > 1
        and (words[-1] in places or words[-1] in cues.COUNTRIES)
        and words[0] not in cues.PLACE_DIRECTIONS
        and words[0] not in places
    ):
        yield ("PLACE" if any(w.lower() in cues.PLACE_HEADS | cues.FACILITY_HEADS for w in words[:-1]) else "ORG"), OF_PLACE
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


def _acts_as_a_person(text: str, start: int, end: int) -> bool:
    """The words around a name are such as stand around people: a verb of speech, a rank, "by", another person in a list."""
    if _AFTER_PERSON.match(text, end) or _BEFORE_PERSON.search(text, max(0, start - 14), start) or _RANK.match(text, start):
        return True
    beside = (_BESIDE_PERSON.match(text, end), _PERSON_BESIDE.search(text, max(0, start - 80), start))
    return any(match is not None and match["first"] in GIVEN_NAMES for match in beside)


def _among_places(text: str, start: int, end: int) -> bool:
    """A listed place stands beside: "Thornwick and Leeds", "at Mill Lane, Leeds"."""
    before, after = _PLACE_BEFORE.search(text, max(0, start - 40), start), _PLACE_AFTER.match(text, end)
    return any(match is not None and is_plainly_place(match["place"]) for match in (before, after))


def _written_in_email(words: Sequence[str], text: str) -> bool:
    return any(
        words[0].lower() in address and words[-1].lower() in address
        for address in (m.group().lower().split("@")[0] for m in _EMAIL.finditer(text))
    )
