"""Names of councils and of the bodies that meet: committees, cabinets, boards, municipal districts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.language.wording import plain, title_case

_KIND = (
    r"(?:city\s+and\s+county|county\s+and\s+city|county\s+borough|metropolitan\s+borough|metropolitan\s+district|rural\s+district|"
    r"borough|city|county|district|"
    r"town|parish|community|unitary|metropolitan|regional|combined)"
)
COUNCIL = re.compile(
    rf"\b(?:(?:(?P<kind>{_KIND})\s+)?council\b(?!\s*(?:tax|chamber|house|housing|estate|offices?\b|plan\b|leader))|"
    r"(?:combined(?:\s+county)?|fire(?:\s+(?:and|&)\s+rescue)?|national\s+park)\s+authority\b)",
    re.IGNORECASE,
)
"""Councils, and the authorities that hold meetings as councils do."""
NAME_WORD = re.compile(r"[A-ZÁÉÍÓÚÂÊÎÔÛŴŶ][\w'’.-]*&?$|&$")
LINKS = frozenset("and of the upon on le".split())
OVER_WATER = frozenset("on upon in".split())
""" "Quay on the Water": only after these is "the" part of a name."""
STOPS = frozenset(
    "meeting meetings minutes agenda the this that our your their a an each any all every full both by for from to with at said of "
    "chief leader director "
    "annual extraordinary ordinary special report budget care children data mayoral main currently former existing neighbouring "
    "relevant same other arts research sports youth health privy european medical nursing general design school national local "
    "legislative county district borough city town parish shadow new committee cabinet member members county's under when if as in "
    "department services between against within before after about while where although also but or "
    "cyngor cymuned tref sir dinas comhairle contae chontae cathrach chathrach "
    "however since because during through including supports support both each either".split()
)
"""Words that are no part of a place's name: names begin after them."""
MOST_WORDS = 6

CHAMBERS = (
    r"(?:sub-?\s?committee|committee|cabinet|executive|board|panel|commission|forum|partnership|assembly|working (?:group|party)|"
    r"task (?:and finish )?group|municipal district|metropolitan district|area council)"
)
COMMITTEE_LINE = re.compile(
    rf"(?:the )?(?:[\w'’&,/()–-]+ ){{0,9}}{CHAMBERS}"
    r"(?: \([\w ,&'’-]+\)(?: [A-Z])?| meeting| (?:of|for|on) [\w'’&, -]+| [a-z])?",
    re.IGNORECASE,
)
NOT_A_LETTERHEAD = re.compile(
    r"\b(?:was|were|is|are|be|will|would|has|had|have|to|asked|received|noted|agreed|considered|members? of|report of|minutes of|"
    r"by the|officer|chair(?:man)?|chief executive|executive (?:director|member))\b",
    re.IGNORECASE,
)
_HEAD = (
    r"(?:Select|Scrutiny|Overview|Planning|Audit|Governance|Standards|Licensing|Regulatory|Policy|Resources|Finance|Social|Care|"
    r"Health|Wellbeing|"
    r"Environment|Communities|Community|Children(?:['’]s)?|Adults?['’]?|Services|Housing|Pensions?|Employment|Appointments|"
    r"Development|Transport|Highways|"
    r"Economy|Education|Culture|Staffing|Personnel|Joint|Area|Purposes|Management|Corporate|Parish|Executive|Safety|Crime|People|"
    r"Partnership|Control)"
)
BOROUGH = re.compile(
    r"\b(?i:london|royal)\s+(?i:borough)\s+(?i:of)\s+[A-Z][\w'’-]*(?:\s+(?:(?i:and|upon)\s+)?"
    rf"(?!(?i:{_HEAD}|inspection|council|report|minutes|agenda|local|cabinet|committee|meeting|date|subject|title|to|from|"
    rf"public|notice|record|officer|delegated|decision|key)\b)[A-Z][\w'’-]*){{0,4}}"
)
"""A borough's name ends where that of a committee begins: on one line in a heading that is joined."""
COMMITTEE = re.compile(
    rf"\b(?:[A-Z][\w'’&-]*,? (?:(?:and|of|the|for|on|&),? )?){{0,7}}?{_HEAD}(?:,? (?:(?:and|&) )?[A-Z][\w'’&-]*){{0,3}} (?i:{CHAMBERS})\b"
    r"|\b(?i:(?:municipal|metropolitan) district of) [A-Z][\w'’-]*(?:(?: |- ?)(?!HELD|AT|IN|ON)[A-Z][\w'’-]*){0,3}"
)
WHOLE_COUNCIL = re.compile(r"(?:full |county |borough |city |district |town |parish )?council", re.IGNORECASE)
MEETING_OF = re.compile(
    r"\b(?:meetings?|"
    r"proceedings)\s+(?:at\s+(?:the\s+)?(?:\w+\s+){0,2}?meeting\s+)?of\s+(?:the\s+)?(?P<body>[^.;:\n]{3,90}?)(?=\s+(?:held|which|at|"
    r"on|in|will|was|is|to)\b|[,.;:]|$)",
    re.IGNORECASE,
)
MEETING_FIRST = re.compile(r"^(?:(?:the\s+)?(?:meeting|proceedings)\s+of\s+(?:the\s+)?)+", re.IGNORECASE)
""""MEETING OF THE PLANNING COMMITTEE": a line of a heading that began above."""
LETTERHEAD_WORDS = 12


def councils(text: str) -> Counter[str]:
    """How often each council is named in full: a place, mostly a kind of council, and "Council"."""
    found: Counter[str] = Counter()
    lowered = text.lower()
    if "borough" in lowered:
        found.update(title_case(" ".join(match[0].split())) for match in BOROUGH.finditer(text))
    for match in COUNCIL.finditer(text) if "council" in lowered or "authority" in lowered else ():
        if not match[0][0].isupper():
            continue
        place = _place(text, match.start())
        if place:
            found[title_case(f"{place} {' '.join(match[0].split())}")] += 1
    return found


def _place(text: str, end: int) -> str:
    """The words of a place's name that stand before `end`."""
    taken: list[str] = []
    before = list(_backwards(text, end))
    for i, word in enumerate(before):
        bare = word.casefold()
        if bare in (each.casefold() for each in taken):
            break
        if taken and bare in LINKS:
            if bare == "the" and (i + 1 >= len(before) or before[i + 1].casefold() not in OVER_WATER):
                break
            taken.append(word)
        elif NAME_WORD.match(word) and bare not in STOPS:
            taken.append(word)
        else:
            break
    while taken and taken[-1].casefold() in LINKS:
        taken.pop()
    return " ".join(reversed(taken))


def _backwards(text: str, end: int) -> Iterator[str]:
    """Words before `end`, the nearest first, up to a stop in the sentence."""
    before = text[max(0, end - 80) : end].rsplit("\n\n", 1)[-1].rstrip()
    for word in reversed(before.split()[-MOST_WORDS:]):
        if (word[-1] in '.,;:)”"' and word != "St.") or not word[0].isalpha():
            return
        yield word


def committee_line(text: str) -> str | None:
    """The body that a line names and does nothing else than name: "Adults' Scrutiny Committee", "CABINET"."""
    line = plain(text).strip(" :.")
    line = line[match.end() :] if (match := MEETING_FIRST.match(line)) else line
    if not 1 <= len(line.split()) <= LETTERHEAD_WORDS or not line[:1].isupper() or NOT_A_LETTERHEAD.search(line):
        return None
    return title_case(line) if COMMITTEE_LINE.fullmatch(line) or WHOLE_COUNCIL.fullmatch(line) else None


def committee(text: str) -> str | None:
    """The committee that a text names, in full: the one named most often, of equals the one with the shorter name."""
    names = Counter(_without_council(match[0].removeprefix("The ").replace("- ", "-")) for match in COMMITTEE.finditer(plain(text)))
    return min(names, key=lambda name: (-names[name], len(name)), default=None)


def _without_council(name: str) -> str:
    """ "Aldermere County Council Planning Committee" is the council's Planning Committee."""
    for council in councils(name):
        name = re.sub(rf"^{re.escape(council)}(?:['’]s)?\s+", "", name, flags=re.IGNORECASE)
    return title_case(name)


def meeting_body(text: str) -> str | None:
    """The body of which "a meeting of the ..." speaks."""
    match = MEETING_OF.search(plain(text))
    return title_case(MEETING_FIRST.sub("", match["body"].strip().replace("- ", "-"))) if match else None


def best(names: Iterable[tuple[str, float]]) -> str | None:
    """The name with the highest weight; of equals the longest."""
    return max(names, key=lambda pair: (pair[1], len(pair[0])), default=(None, 0.0))[0]
