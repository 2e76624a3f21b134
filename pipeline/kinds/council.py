"""Whose paper it is: the council named in the letterhead, most often, and in the addresses of its officers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.kinds.lines import Line, window
from pipeline.language.bodies import best, councils
from pipeline.language.wording import plain, title_case, words
from pipeline.model.documents import Document
from pipeline.model.structure import PartKind

HEAD_LINES = 60
FIRST_LINES = 6
HEAD_WEIGHT = 4
"""A council named on the first page counts more,"""
LETTERHEAD_WEIGHT = 30
"""and one that stands there alone on a line still more."""
DOMAIN_WEIGHT = 8
"""For each address at "@aldermere.gov.uk" a council of that name gains as much."""
SHARE = 0.6
"""Without any of these it must have this share of all mentions of councils."""
OFTEN = 3
DOMAIN = re.compile(
    r"(?:@|www\.|//)(?:[\w-]+\.)*?(?P<name>[\w-]+)(?:\s?\.gov\.(?:uk|wales|scot)|\.ie\b|-pc\.(?:gov|org)\.uk)", re.IGNORECASE
)
BODY_ONLY = re.compile(r"(?:county|city|borough|district|town|parish) council", re.IGNORECASE)
"""A council that its own papers call by its kind alone."""
KIND = re.compile(r"\b(?:county|city|borough|district|town|parish|metropolitan|unitary|authority)\b", re.IGNORECASE)
BARE_WEIGHT = 0.3
"""Two words before "Council" and no kind of council are often no council's name: "Arts Council"."""
FILED_UNDER = ("site", "company")
"""What a web page and a Word file say of themselves."""
INSPECTOR = re.compile(r"ofsted|commission|inspectorate|estyn|hiqa|inspection|report|letter", re.IGNORECASE)
AUTHORITY = re.compile(
    r"(?:[Ii]nspection of|[Ff]ocused visit to|[Mm]onitoring visit (?:of|to)|"
    r"[Vv]isit to) (?:the )?(?P<name>[A-Z][\w'’-]*(?: (?:(?:upon|and|of|on|the) )*[A-Z][\w'’-]*)*) (?:local authority|children|"
    r"council)|(?P<council>[A-Z].{3,60}?): [Ll]ocal authority assessment"
)
BOROUGH = re.compile(r"(?:royal|london) borough of [A-Z][\w' ’-]+", re.IGNORECASE)


def council_of(document: Document, found: Sequence[Line], kind: PartKind, bodies: Sequence[str | None] = ()) -> str | None:
    """The council's name; None where none is named with any weight. `bodies` are the bodies whose meetings the parts name."""
    named = Counter(name for body in bodies if body for name in councils(body))
    mentions = councils(document.text)
    evidence = _evidence(document, found, [*mentions, *named])
    for body, n in named.items():
        evidence[body] += LETTERHEAD_WEIGHT * n
    weights = {each: evidence[each] + _weight(each, mentions[each]) for each in {*mentions, *named}}
    if kind == "inspection":
        return _inspected(found, weights)
    first = councils(window(found, 0, FIRST_LINES))
    name = best((each, weights[each]) for each in first if each in weights) or best(weights.items())
    if name and (
        evidence[name] > HEAD_WEIGHT
        or name in first
        or (_is_full(name) and mentions[name] >= OFTEN and weights[name] >= SHARE * sum(weights.values()))
    ):
        return name
    return _spelt_out(document.text, bodies) or _filed_under(document)


def _filed_under(document: Document) -> str | None:
    """The council whose site a page is of, or in whose office a Word file was written; other companies' names are no council's."""
    return next((name for key in FILED_UNDER for name in councils(document.metadata.get(key, ""))), None)


def _spelt_out(text: str, bodies: Sequence[str | None]) -> str | None:
    """ "Aldermere County Council" of a paper for its "County Council", with an address at "@aldermere.gov.uk", that calls it "ACC"."""
    places = Counter(match["name"].casefold() for match in DOMAIN.finditer(text))
    for body in bodies:
        if body and BODY_ONLY.fullmatch(body):
            initials = "".join(word[0] for word in body.split()).upper()
            for place, _ in places.most_common():
                if re.search(rf"\b{place[0].upper()}{initials}\b", text):
                    return f"{place.capitalize()} {title_case(body)}"
    return None


def _weight(name: str, mentions: int) -> float:
    return mentions * (1.0 if _is_full(name) else BARE_WEIGHT)


def _is_full(name: str) -> bool:
    """Whether the name says what kind of council it is."""
    return bool(KIND.search(name) or BOROUGH.match(name))


def _evidence(document: Document, found: Sequence[Line], names: Sequence[str]) -> dict[str, float]:
    """What speaks for a council besides being mentioned: the first page, a letterhead, officers' addresses."""
    weights: dict[str, float] = dict.fromkeys(names, 0.0)
    head = found[:HEAD_LINES]
    for name, n in councils(window(head, 0, HEAD_LINES)).items():
        weights[name] = weights.get(name, 0.0) + (HEAD_WEIGHT * n if _is_full(name) else 0.0)
    for line in head:
        for name in councils(line.text):
            if len(words(line.text)) <= len(words(name)) + 1:
                weights[name] = weights.get(name, 0.0) + LETTERHEAD_WEIGHT
    domains = Counter(match["name"].casefold() for match in DOMAIN.finditer(document.text))
    for name in weights:
        joined = "".join(words(name))
        weights[name] += DOMAIN_WEIGHT * sum(
            n for domain, n in domains.items() if len(domain) > 3 and joined.startswith(domain.replace("-", ""))
        )
    return weights


def _inspected(found: Sequence[Line], weights: Mapping[str, float]) -> str | None:
    """The authority that the title names; its full name where the report gives one."""
    head = window(found, 0, 12)
    match = AUTHORITY.search(plain(head))
    name = (match["name"] or match["council"] or "").strip() if match else ""
    if not name:
        title = plain(found[0].text)
        is_name = len(words(title)) <= 6 and not councils(title) and not INSPECTOR.search(title)
        return title_case(title) if is_name else best(weights.items())
    full = [(council, n) for council, n in weights.items() if words(name) == words(council)[: len(words(name))]]
    return best(full) or title_case(name)
