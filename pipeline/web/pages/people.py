"""People and bodies: where each appears, what they undertook, how they voted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.errors import NotThereError
from pipeline.language.people import title_of
from pipeline.lookup.cite import cite
from pipeline.model.answers import FactRow
from pipeline.render.plain import Json
from pipeline.render.told import word
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import address_of, slug
from pipeline.web.pages.facts import rows_of
from pipeline.web.pages.meetings import held
from pipeline.web.pages.named import Named, named_in
from pipeline.web.templating import page

TYPES = {
    "COUNCILLOR": ("Councillors", "councillor"), "PERSON": ("Other people", "person"), "COMMITTEE": ("Committees", "committee"),
    "ORG": ("Organisations", "organisation"), "ROLE": ("Posts", "post"), "FACILITY": ("Buildings and services", "building or service"),
    "PROGRAMME": ("Programmes", "programme"), "PLACE": ("Places", "place"), "LEGISLATION": ("Laws", "law"), "DATE": ("Dates", "date"),
}  # fmt: skip
"""Types of name: many, and one."""
TABS = tuple(type_ for type_ in TYPES if type_ != "DATE")
NAMES = 60
"""Names of a type on one page of the list."""
WHERE = {
    "attendance": ("Meetings", ("name",)),
    "decisions": ("Proposed or seconded", ("proposer", "seconder")),
    "actions": ("Actions", ("owner",)),
    "commitments": ("Commitments", ("owner",)),
    "declarations": ("Declarations of interest", ("name",)),
    "questions": ("Questions", ("asker", "answerer")),
}
"""Facts that name somebody: their heading, and the fields."""
WAYS = {"for": "For", "against": "Against", "abstain": "Abstained"}


class Vote(NamedTuple):
    way: str
    decision: Json


def names(library: Any, asked: Asked) -> Reply:
    """Names of one type, those of most papers first."""
    type_ = asked["type"] if asked["type"] in TABS else TABS[0]
    words = asked["topic"].casefold().split()
    found = [one for one in named_in(library, type_) if any(all(word in form.casefold() for word in words) for form in one.forms)]
    number, last = asked.number("page", 1, 100_000), max(1, -(-len(found) // NAMES))
    if number > last:
        raise NotThereError("The list has no such page. Go back to its first page.")
    shown = found[(number - 1) * NAMES : number * NAMES]
    tabs = [(one, TYPES[one][0]) for one in TABS]
    return page("names.html", asked=asked, type=type_, tabs=tabs, names=shown, total=len(found), number=number, last=last)


def name(library: Any, asked: Asked) -> Reply:
    """One name: its other forms, its posts, the papers it stands in, the facts that name it, the votes it cast."""
    called = asked.parts["name"]
    first = library.called(called)
    if not first:
        raise NotThereError("This name is not in the library. Look for it under People and bodies.")
    type_ = str(first[0].fields["type"])
    one = next((some for some in named_in(library, type_) if called in some.forms), Named(called, {called}))
    rows = [row for form in sorted(one.forms) for row in library.called(form) if row.fields["type"] == type_]
    known = texts_of(rows)
    papers = sorted({row.standing.document_id for row in rows})
    every = {kind: rows_of(library, kind, library.facts_of(kind, papers)) for kind in WHERE}
    facts = {kind: naming(every[kind], fields, known) for kind, (_, fields) in WHERE.items()}
    return page(
        "name.html", asked=asked, name=one.name, type=type_, types=TYPES, headings=WHERE, word=word, address_of=address_of,
        forms=sorted({str(row.fields["text"]) for row in rows} | one.forms - {one.name}) if type_ != "DATE" else [],
        stands=[(row, cite(library, row.standing, row.quote, id_=row.id)) for row in rows],
        facts={kind: some for kind, some in facts.items() if some}, votes=votes_of(every["decisions"], known),
        posts=list(dict.fromkeys((row["role"], row["committee"] or row["council"] or "") for row in facts["attendance"] if row["role"])),
        doubts=doubts(type_, {row.fields["type"] for row in first}, one.forms, named=any(facts.values())),
        meetings=[m for m in held(library) if slug(m.body) in {slug(form) for form in one.forms}] if type_ == "COMMITTEE" else [],
    )  # fmt: skip


def texts_of(rows: Iterable[FactRow]) -> dict[str, set[str]]:
    """By paper, the forms under which it prints the name: "Cllr Orr" is one person in these minutes and another one elsewhere."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.standing.document, set()).update(str(row.fields[part]).casefold() for part in ("text", "canonical"))
    return found


def naming(facts: Iterable[Json], fields: Iterable[str], known: Mapping[str, set[str]]) -> list[Json]:
    """The facts one of whose fields is the name as its paper prints it, the newest first."""
    some = [fact for fact in facts if _prints((fact[one] for one in fields), fact, known)]
    return sorted(some, key=lambda fact: fact["meeting_date"] or "", reverse=True)


def doubts(type_: str, types: set[Any], forms: Iterable[str], *, named: bool) -> list[str]:
    """What speaks against the name being what it is listed as."""
    others = [TYPES[str(one)][1] for one in sorted(types - {type_}) if one in TYPES]
    said = [f"Other papers read this name as {'an' if one[0] in 'aeiou' else 'a'} {one}." for one in others]
    if type_ == "PERSON" and not named and not any(title_of(form) for form in forms):
        said.append("This may not be a person: no title stands with the name, and no list of those present holds it.")
    return said


def votes_of(decisions: Iterable[Json], known: Mapping[str, set[str]]) -> list[Vote]:
    """How somebody voted where the minutes print who did, the newest first."""
    cast = [
        Vote(said, decision)
        for decision in decisions
        for way, said in WAYS.items()
        if _prints(((decision["votes"] or {}).get("names") or {}).get(way) or (), decision, known)
    ]
    return sorted(cast, key=lambda vote: vote.decision["meeting_date"] or "", reverse=True)


def _prints(some: Iterable[str | None], fact: Json, known: Mapping[str, set[str]]) -> bool:
    """Whether one of these is the name as the fact's paper prints it."""
    forms = known.get(fact["citation"]["document"], set())
    return any((one or "").casefold() in forms for one in some)
