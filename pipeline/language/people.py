"""Names of people as meetings print them: "Cllr. B. Harrow", "Mr J T Penn, OBE", "Councillors Hale, Orr and Penn".

Comes in: text. Goes out: `Person`s with their place in it. A list of names is read with its roles and brackets; running
text only yields names with a title, because a capital alone is no proof of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.language.posts import ORGANISATION, ROLE_HEAD
from pipeline.language.wording import holds

MEMBER_TITLES = (
    r"(?:(?:County|District|Borough|City|Town|Parish|Community|Ward|Unitary|Co-opted|C\.) ?)?(?:Councillors?|"
    r"Cllrs?|Clrs?|Comhairleoir(?:í)?)|"
    r"Alderm[ae]n|Ald|Bailie|Provost|Convener|Cynghorydd|Cyng|Mayor(?=\s[A-Z][a-z]+\s[A-Z(])"
)
COURTESY_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Drs|Prof|Professor|Sir|Dame|Lord(?! Mayor)(?! Provost)|Lady|Baroness|Rev|Revd|Reverend|Canon|"
    r"Chief Superintendent(?=\s[A-Z]\.?\s?[A-Z][a-z])|Chief Inspector(?=\s[A-Z]\.?\s?[A-Z][a-z])|"
    r"Superintendent(?=\s[A-Z]\.?\s?[A-Z][a-z])|Inspector(?=\s[A-Z]\.?\s?[A-Z][a-z])|Fr|Sgt|PCSO|PC|Capt|Captain|Major|Maj|Col|Colonel|Lt|Lieutenant"
)
TITLE = rf"(?:(?:(?i:{MEMBER_TITLES})|{COURTESY_TITLES})\b\.?)"
TITLES = rf"{TITLE}(?:[:\s]*(?:the )?{TITLE})*"
HONOURS = r"(?:OBE|MBE|CBE|KBE|DBE|BEM|QPM|QFSM|DL|JP|KC|QC|TD|MP|MSP|MLA|MS|TCD|PhD|FRSA|FCA|CPFA|RD|VR|VL|MCIEH|Kt|Bt)\b"
PARTICLES = r"(?:de|de la|del|van|von|van der|van den|der|den|du|le|la|of|bin|ibn|ap|ab|ferch|Ó|Ní|Mac|Mc|Nic|St\.?|y)"
_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]*(?:['’`‘][A-ZÀ-Þ]?[a-zà-ÿ]+)?(?:-[A-ZÀ-Þa-z][A-Za-zÀ-ÿ'’]*)*"
_LONG = (
    rf"(?!{TITLE}(?:[\s:]|$)|(?:and|And|The|Re|Present|Absent|Attending|Item|Page(?!-)|Seconded|Proposed|Moved|Resolved|RESOLVED|"
    rf"Proposer|Seconder|Declared|Decision|DECISION|AGREED|That|THAT)\b){_WORD}"
)
_INITIALS = r"(?:(?:[A-ZÀ-Þ]\.?[ ]?){1,4}(?=[ ]?[A-ZÀ-Þ]|[Oo]['’]))"
_NICKNAME = r"(?:\s[\"“‘'][A-ZÀ-Þ][\w'’-]*[\"”’])?"
NAME = rf"(?:{_INITIALS}\s?)?{_LONG}(?:{_NICKNAME}\s(?:(?:{PARTICLES}\s)*(?:[A-ZÀ-Þ]\.?\s)*{_LONG})){{0,3}}"
TITLED = re.compile(
    rf"\b(?P<title>{TITLES})(?:\s[–—-](?=\s)|(?<=s),(?=\s[A-ZÀ-Þ][\wÀ-ÿ’'.]*\s[A-ZÀ-Þ])|:?)\s*(?P<name>(?:(?:{PARTICLES})\s)*{NAME})"
    rf"(?P<suffix>\s?\([A-Z]{{1,2}}\))?(?P<honours>(?:,? {HONOURS})*)"
)
NAME_ALONE = re.compile(rf"(?P<name>(?:(?:{PARTICLES})\s)*{NAME})(?P<suffix>\s?\([A-Z]{{1,2}}\))?(?P<honours>(?:,? {HONOURS})*)")
_TITLE_SIGNS = tuple(re.sub(r"\(.*\)", "", title) for title in COURTESY_TITLES.split("|"))
MEMBER = re.compile(MEMBER_TITLES, re.IGNORECASE)
_MEMBER_SIGNS = tuple("councillor cllr clr comhairleoir ald bailie provost convener cyng mayor".split())
"""No title stands in a text without one of these (the second ones in small letters)."""
PLURAL = re.compile(r"^(?P<one>.*?(?:Councillor|Cllr|Clr))s\b", re.IGNORECASE)
INITIAL = re.compile(r"^(?:[A-ZÀ-Þ]\.?)+$")
AFTER_NAME = frozenset(
    (
        "Chair Chairman Chairwoman Chairperson Vice Vice-Chair Vice-Chairman Deputy Leader Clerk Mayor Cabinet Executive Director Head "
        "Officer Manager Councillor Committee Council Substitute Apologies Present Item Proposed Seconded Portfolio Assistant Acting "
        "Interim Corporate Strategic Senior Lead Independent Parish District County Town Co-opted"
    ).split()
)
"""Words that follow a name in a list without a comma and are no part of it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text. `name` is as printed, with the title that the list gives to all its names."""

    name: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The name without title, honours and the letter that tells namesakes apart."""
        return bare(self.name)


def titled(text: str) -> Iterator[Person]:
    """Every name with a title in running text, in order; names that share a plural title included."""
    if not (holds(text, _TITLE_SIGNS) or holds(text.lower(), _MEMBER_SIGNS)):
        return
    at = 0
    shared: str | None = None
    while match := TITLED.search(text, at):
        name, end = _trimmed(match)
        title = singular(match["title"])
        yield Person(_one_line(f"{title} {_spaced(name)}"), match.start(), end)
        if title != _one_line(match["title"]):
            shared = title
        elif not (COURTESY.match(title) and JOINT.fullmatch(text, at, match.start())):
            shared = None
        at = end
        for person in _sharing(text, end, shared) if shared else ():
            yield person
            at = person.end


COURTESY = re.compile(rf"(?:{COURTESY_TITLES})\b")
JOINT = re.compile(r"(?:\s*\([^()]{1,80}\))?\s*(?:,\s*(?:and\s+|&\s+)?|\s+and\s+|&\s*)")
""" "Councillors Hale, Mrs Penhale and Voss": a courtesy title within a list ends the title of the list for its own name only."""
_NEXT = re.compile(
    r"(?:\s*[,;]\s*(?:and\s+|&\s+)?|\s+and\s+|\s*&\s*|(?<=\))\s+(?=[A-Z]\w+,))"
    rf"(?=(?:{PARTICLES}\s)*{_INITIALS}?\s?[A-ZÀ-Þ])"
)
POST_AFTER = re.compile(rf"\s*[,–-]\s*(?:[\w'’&-]+ ){{0,4}}?{ROLE_HEAD.pattern}", re.IGNORECASE)


def _sharing(text: str, at: int, title: str) -> Iterator[Person]:
    """Names of a list after a plural title: ", B Harrow and J Penn"; ends where another title begins."""
    at = _past_bracket(text, at)
    while gap := _NEXT.match(text, at):
        if TITLED.match(text, gap.end()):
            return
        match = NAME_ALONE.match(text, gap.end())
        if not match or ROLE_HEAD.search(match["name"]) or ORGANISATION.search(match["name"]):
            return
        if ";" in gap[0] and POST_AFTER.match(text, match.end()):
            return  # "Cllrs Hale and Orr; Ann Penn, Clerk": the officers begin
        yield Person(_one_line(f"{title} {_spaced(match[0])}"), match.start(), match.end())
        at = _past_bracket(text, match.end())


def _past_bracket(text: str, at: int) -> int:
    match = re.match(r"\s?\([^()]{1,80}\)", text[at:])
    return at + match.end() if match else at


def singular(title: str) -> str:
    """ "Cllrs" gives each of its names "Cllr"."""
    title = _one_line(title).rstrip(":")
    match = PLURAL.match(title)
    if match:
        return match["one"]
    return {"Messrs": "Mr", "Drs": "Dr", "Aldermen": "Alderman", "Comhairleoirí": "Comhairleoir"}.get(title, title)


def _trimmed(match: re.Match[str]) -> tuple[str, int]:
    """The name of a match without the words of a role that follow it, and where it ends."""
    words = list(re.finditer(r"\S+", match["name"]))
    for word in words[1:]:
        if word[0] in AFTER_NAME and not all(INITIAL.match(before[0]) for before in words[: words.index(word)]):
            end = match.start("name") + word.start()
            return match.string[match.start("name") : end].rstrip(), len(match.string[:end].rstrip())
    return match.string[match.start("name") : match.end()], match.end()


def _spaced(name: str) -> str:
    """ "Orr(J)" is "Orr (J)"."""
    return re.sub(r"(?<=\w)\((?=[A-Z]{1,2}\))", " (", name)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_TITLE_FIRST = re.compile(rf"^(?:{TITLES})\s*")
_SUFFIX = re.compile(rf"(?:\s*\([A-Z]{{1,2}}\)|,? {HONOURS})+$")


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """ "Cllr. Mrs B. Harrow, MBE" without title and honours: "B. Harrow"."""
    return _SUFFIX.sub("", _TITLE_FIRST.sub("", _one_line(name))).strip()


def without_initials(name: str) -> str:
    """ "Dr Ruth Hatch (RH)": letters that are the name's own initials are how the minutes cite her, and tell no namesakes apart."""
    found = re.search(r"\s?\((?P<letters>[A-Z]{2})\)$", name)
    words = bare(name).split()
    own = found is not None and len(words) > 1 and found["letters"] == f"{words[0][0]}{words[-1][0]}"
    return name[: found.start()] if found and own else name


def title_of(name: str) -> str | None:
    """The title a name begins with, as printed."""
    match = _TITLE_FIRST.match(_one_line(name))
    return match[0].strip() if match else None


TERRITORY = re.compile(r"\s+of\s+[A-Z].*$")
""" "Ann Hale of Orton" is Ann Hale."""


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The last word of the name, in lower case with straight apostrophes; particles are left out."""
    words = TERRITORY.sub("", bare(name).replace("’", "'")).casefold().split()
    return words[-1].strip(".,") if words else ""


NAMESAKE = re.compile(r"\((?P<letters>[A-Z]{1,2})\)$")


@lru_cache(maxsize=4096)
def given(name: str) -> tuple[str, ...]:
    """Given names and initials, in lower case without stops: those before the surname, else those of "Orr (J)"."""
    words = TERRITORY.sub("", bare(name)).casefold().split()[:-1]
    letter = NAMESAKE.search(name)
    if letter and not words:
        words = list(letter["letters"].casefold())
    return tuple(part for word in words for part in re.split(r"[.\s]+", word) if part)


def surname_only(name: str) -> bool:
    """ "Cllr Harrow": neither initial nor given name is printed."""
    return not given(name)


def compatible(first: str, second: str) -> bool:
    """Whether two forms can name one person: same surname, and given names or initials that do not contradict."""
    if surname(first) != surname(second):
        return False
    return all(_agree(a, b) for a, b in zip(given(first), given(second), strict=False))


def _agree(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long.startswith(short) if len(short) == 1 else first == second


def fullest(name: str, others: Iterable[str]) -> str:
    """The fullest form of a surname among names that can be the same person's; the name itself where it is full or two persons fit.

    Councils print "Cllr Harrow" in the text and "Cllr Beth Harrow" in the list of those present.
    """
    if not surname_only(name):
        return name
    fits = {
        bare(other).casefold(): other for other in others if not surname_only(other) and compatible(name, other) and same_sex(name, other)
    }
    longest = max(fits.values(), key=lambda other: len(bare(other)), default=name)
    return longest if all(compatible(longest, other) for other in fits.values()) else name


MALE, FEMALE = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})


def same_sex(first: str, second: str) -> bool:
    """Whether two titles can be one person's: "Mr Penn" is not "Mrs J T Penn"."""
    a, b = (frozenset((title_of(name) or "").casefold().replace(".", "").split()) for name in (first, second))
    return not ((a & MALE and b & FEMALE) or (a & FEMALE and b & MALE))
