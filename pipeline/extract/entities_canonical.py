"""One canonical name for all the forms that a paper uses: acronyms, titles, initials, articles and case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.extract import entities_cues as cues
from pipeline.extract.entities_acronyms import Binding
from pipeline.extract.entities_names import Mention

_TITLE = re.compile(rf"^(?:(?:{'|'.join((*cues.MEMBER_TITLES, *cues.PERSON_TITLES))})\.? )+")
_EDGE = " \t,;:.'’‘\"“”()[]*–-"


def tidy(words: str) -> str:
    """A name on one line without the marks around it."""
    return re.sub(r"\s+", " ", words).strip(_EDGE) if not words.endswith(")") else re.sub(r"\s+", " ", words).lstrip(_EDGE)


def canonical_names(named: Mapping[str, Sequence[Mention]], bound: Sequence[Binding]) -> dict[str, str]:
    """Key of each name to its canonical form."""
    names = {key: mentions[0] for key, mentions in named.items()}
    found = {key: mention.text for key, mention in names.items()}
    for binding in bound:
        long, short = tidy(binding.long), binding.short
        if long.lower() in found:
            found[short.lower()] = found[long.lower()]
    people = [(key, m.text) for key, m in names.items() if m.type in ("PERSON", "COUNCILLOR")]
    return found | _people(people)


def _people(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The fullest form of each person's name: same surname, and first names or initials that do not differ."""
    by_surname: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name in named:
        by_surname[_TITLE.sub("", name).split()[-1].lower() if _TITLE.sub("", name) else name].append((key, name))
    found: dict[str, str] = {}
    for group in by_surname.values():
        full = sorted((name for _, name in group), key=lambda n: (-len(_first(n)), not n.startswith("Cllr"), -len(n)))
        for key, name in group:
            fits = [other for other in full if _may_be(_first(name), _first(other))]
            distinct = {_first(o) for o in fits if len(_first(o)) > 1}
            found[key] = fits[0] if fits and (len(distinct) <= 1 or _first(name)) else name
    return found


def _first(name: str) -> str:
    words = _TITLE.sub("", name).replace(".", " ").split()
    return words[0].lower() if len(words) > 1 else ""


def _may_be(short: str, long: str) -> bool:
    return not short or long.startswith(short) or (len(long) == 1 and short.startswith(long))
