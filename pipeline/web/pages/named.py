"""One entry for each name of the library, though papers print it in several forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.language.people import compatible, given, same_sex, surname
from pipeline.web.pages.addresses import slug

PEOPLE = ("COUNCILLOR", "PERSON")
Standing = tuple[str, str | None, int, int]
"""Canonical form, council and id of a paper that it stands in, how often it does."""


@dataclass
class Named:
    """Somebody or something, in all its forms."""

    name: str
    forms: set[str] = field(default_factory=set)
    councils: set[str | None] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    mentions: int = 0

    def add(self, standing: Standing) -> None:
        name, council, document, mentions = standing
        self.forms.add(name)
        self.councils.add(council)
        self.documents.add(document)
        self.mentions += mentions


def named_in(library: Any, type_: str) -> list[Named]:
    """Names of a type, those of most papers first. Kept until the library changes."""
    made: list[Named] = library.remembered("names", ("named", type_), lambda: unified(library.named(type_), people=type_ in PEOPLE))
    return made


def unified(standings: Sequence[Standing], *, people: bool) -> list[Named]:
    """Names that are one, together.

    People: the same surname, and names or initials that do not contradict, in papers of one council; a short form that fits two
    people joins neither. Everything else: the same words.
    """
    made = _people(standings) if people else _things(standings)
    return sorted(made, key=lambda one: (-len(one.documents), -one.mentions, one.name.casefold()))


def _things(standings: Iterable[Standing]) -> list[Named]:
    found: dict[str, Named] = {}
    for standing in standings:
        found.setdefault(slug(standing[0]), Named(standing[0])).add(standing)
    return list(found.values())


def _people(standings: Iterable[Standing]) -> list[Named]:
    whose: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        whose[standing[0]].append(standing)
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for name in sorted(whose, key=_fullness, reverse=True):
        known = found[surname(name)]
        councils = {council for _, council, _, _ in whose[name]}
        fits = [
            one for one in known if councils & one.councils and all(compatible(name, form) and same_sex(name, form) for form in one.forms)
        ]
        one = fits[0] if len(fits) == 1 else Named(name)
        if one not in known:
            known.append(one)
        for standing in whose[name]:
            one.add(standing)
    made = [one for some in found.values() for one in some]
    for one in made:
        one.name = _commonest(whose, one)
    return made


def _may_be(name: str, one: Named) -> bool:
    return all(compatible(name, form) and same_sex(name, form) for form in one.forms)


def _commonest(whose: Mapping[str, Sequence[Standing]], one: Named) -> str:
    """The form that most papers print, of those with the fullest given names."""
    return max(one.forms, key=lambda form: (_fullness(form)[0], len(whose[form]), form))


def _fullness(name: str) -> tuple[int, int, str]:
    """Letters of the given names: whole names come before initials, and these before a surname alone."""
    return sum(len(part) for part in given(name)), len(name), name
