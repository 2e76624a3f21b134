"""One canonical name for all the forms that a paper uses: acronyms, titles, initials, articles and case."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.extract.entities.acronyms import Binding
from pipeline.extract.entities.names import Mention
from pipeline.language.people import MEMBER, compatible, given, surname, title_of

_EDGE = " \t,;:.'’‘\"“”()[]*–-"


@lru_cache(maxsize=16384)
def tidy(words: str) -> str:
    """A name on one line without the marks around it."""
    words = re.sub(r"\s+", " ", words)
    return words.lstrip(_EDGE) if words.endswith(")") and "(" in words else words.strip(_EDGE)


def canonical_names(named: Mapping[str, Sequence[Mention]], bound: Sequence[Binding]) -> dict[str, str]:
    """Key of each name to its canonical form."""
    names = {key: mentions[0] for key, mentions in named.items()}
    found = {key: mention.text for key, mention in names.items()}
    for binding in bound:
        long, short = tidy(binding.long), binding.short
        if long.lower() in found:
            found[short.lower()] = found[long.lower()]
    people = [(key, m.text) for key, m in names.items() if m.type in ("PERSON", "COUNCILLOR")]
    fullest = _people(people, {key: {m.paragraph for m in named[key]} for key, _ in people})
    titles = {(m.paragraph, m.start): title_of(m.text) or "" for m in names.values() if m.type == "COUNCILLOR" and is_member(m.text)}
    for key, mention in names.items():
        if mention.type == "COUNCILLOR" and titles and not is_member(fullest[key]):
            fullest[key] = f"{_shared(mention, titles)} {fullest[key]}"
    return found | fullest


def _shared(mention: Mention, titles: Mapping[tuple[int, int], str]) -> str:
    """The title that "Aldermen Hale and Orr" share: of the name before in the same paragraph, else the most common one."""
    before = [at for at in titles if at[0] == mention.paragraph and at[1] < mention.start]
    return titles[max(before)] if before else Counter(titles.values()).most_common(1)[0][0]


def is_member(name: str) -> bool:
    """Whether a name bears a councillor's title."""
    return bool(MEMBER.search(title_of(name) or ""))


def _initials(name: str) -> bool:
    """Given names in initials only: "A Hill" and "A V Hill" in one paragraph are two people."""
    return bool(given(name)) and all(len(part) == 1 for part in given(name))


def _people(named: Sequence[tuple[str, str]], where: Mapping[str, set[int]]) -> dict[str, str]:
    """The fullest form of each person's name; a surname that several people share stays as printed. `where`: paragraphs of each."""
    by_surname: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name in named:
        by_surname[surname(name)].append((key, name))
    found: dict[str, str] = {}
    for group in by_surname.values():
        for key, name in group:
            fits = [
                other
                for other_key, other in group
                if compatible(name, other) and _one_sex(name, other) and _one_standing(name, other, group)
                if key == other_key or not (_initials(name) and _initials(other) and where[key] & where[other_key])
            ]
            alike = all(compatible(a, b) for a in fits for b in fits)
            found[key] = max(fits, key=_fullness) if alike else name
    return found


def _one_standing(name: str, other: str, group: Sequence[tuple[str, str]]) -> bool:
    """ "Cllr Cole" is not the "Kit Cole" whom the paper calls "Ms Cole" too."""
    members = [is_member(each) for each in (name, other)]
    courtesies = any(compatible(each, name) and not MEMBER.match(title_of(each) or "Cllr") for _, each in group)
    return members[0] == members[1] or not courtesies or bool(given(name) and given(other))


def _fullness(name: str) -> tuple[int, bool, int]:
    return (max((len(part) for part in given(name)), default=0), bool(title_of(name)), len(name))


def _one_sex(first: str, second: str) -> bool:
    """ "Mr Cole" is not "Mrs Cole"."""
    titles = {(title_of(name) or "").lower().strip(". ") for name in (first, second)}
    return not (titles & {"mr", "sir", "lord"} and titles & {"mrs", "ms", "miss", "dame", "lady", "baroness"})
