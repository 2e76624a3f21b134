"""People, bodies, places, laws, programmes, buildings and dates: one row for each name in a document.

Comes in: a Structure. Goes out: Entity facts in the order of first mention. Rules read titles, posts, acronyms and the
heads of names; the trained pipeline is asked only about paragraphs that hold capitalised words that no rule explains.
Every form of a name is a row of its own with the same `canonical`: "CQC" and "Care Quality Commission", "Mr Hill" and
"Cllr Ann Hill".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.acronyms import Binding, bindings
from pipeline.extract.entities.bodies import known_bodies
from pipeline.extract.entities.canonical import tidy
from pipeline.extract.entities.dated import dates, departments, laws
from pipeline.extract.entities.given import GIVEN_NAMES
from pipeline.extract.entities.lower import lower_names
from pipeline.extract.entities.names import WEAK_PROGRAMMES, Mention, begins_sentence, chunks, classify
from pipeline.extract.entities.namesakes import stands_among_people, with_people
from pipeline.extract.entities.people import addressed, is_post, people, roles
from pipeline.extract.entities.rows import rows
from pipeline.extract.entities.untyped import ordinary, small_words, untyped_names
from pipeline.extract.nlp import Nlp
from pipeline.language.people import singular, surname
from pipeline.language.places import is_place, is_plainly_place
from pipeline.model.facts import Entity
from pipeline.model.structure import Paragraph, Structure

MOST_IN_CAPITALS = 6
"""Words of a name where the print is all capitals: more are a sentence of a heading."""

_GOES_ON = re.compile(
    r"[\"”’']?\) (?:and )?"
    r"(?:(?!(?:Performance|Annual|Inspection|Report)\b)[A-Z][\w’'-]+(?: (?!Of\b)[A-Z][\w’'-]+){0,3}"
    r"|programme|scheme|project|initiative|strategy|model|team|partnership)\b"
)
_EXECUTIVE_WORK = re.compile(
    r" (?:summary|functions?|arrangements|powers?|decisions?|teams?|level|support|officers?|members?|directors?|leadership|management)\b",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(r"[\"”’']?\) (?:directorate|department|division)\b", re.IGNORECASE)
_SHARED_TITLE = re.compile(
    r"^(?:(?:County|District|Borough|City|Town|Parish|Community|Ward) )?(?:Cllrs?|Councillors?|Clrs?|Aldermen|Messrs|Drs|Comhairleoirí)\b:?"
)
_TITLE_TWICE = re.compile(r"^(?:Councillors?|Cllrs?|Members):? (?=(?:Cllr|Councillor|Clr|Alderman|Ald)\b)")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})\b")
_NAME_NOTHING = plain.COMMON_CAPITALS | plain.VAGUE_CAPITALS | cues.NOT_IN_FRONT | cues.NOT_TO_BEGIN_WITH


def extract(structure: Structure, nlp: Nlp) -> Iterator[Entity]:
    """One entity for each name and type, with its first mention as evidence."""
    paragraphs = structure.paragraphs
    bound = {p.index: explained for p in paragraphs if (explained := tuple(bindings(p.text)))}
    found: list[Mention] = []
    unexplained: dict[int, list[tuple[int, int]]] = {}
    for paragraph in paragraphs:
        mentions, left = _by_rule(paragraph, bound.get(paragraph.index, ()))
        found += mentions
        if left:
            unexplained[paragraph.index] = left
    small = small_words(paragraphs)
    surnames = frozenset(surname(m.text) for m in found if m.type in ("PERSON", "COUNCILLOR"))
    found = with_people(found, surnames)
    found += untyped_names(nlp, paragraphs, unexplained, surnames, small)
    found += lower_names(paragraphs, found)
    found = [mention for mention in _without_inner(found) if not _kind_alone(mention, small)]
    yield from rows(structure, found, [b for every in bound.values() for b in every])


def _without_inner(found: Sequence[Mention]) -> list[Mention]:
    """Mentions, those of several words left out with which a longer one begins: "Village Hall" in "Village Hall committee"."""
    longest: dict[tuple[int, int], int] = {}
    for m in found:
        longest[m.paragraph, m.start] = max(m.end, longest.get((m.paragraph, m.start), 0))
    return [m for m in found if " " not in m.text or m.type not in ("PLACE", "FACILITY") or longest[m.paragraph, m.start] == m.end]


def _kind_alone(mention: Mention, small: frozenset[str]) -> bool:
    """Things of a kind and none of them by name: "Local Growth Plans", "External Funds", where the paper prints each word small too."""
    words = mention.text.lower().split()
    if mention.type == "FACILITY":
        return (
            len(words) == 2
            and words[-1] in cues.FACILITY_HEADS
            and mention.text.split()[0] not in cues.CIVIC
            and ordinary(mention.text, small)
        )
    if (words[0] in WEAK_PROGRAMMES and words[1] == "of") or words[-2:] == ["local", "authority"]:
        return ordinary(mention.text, small)
    plural = mention.type in ("PROGRAMME", "ORG") and words[-1].endswith("s") and words[-1] in plain.KINDS_IN_PLURAL
    of_a_place = any(is_plainly_place(word.strip("’'s")) for word in mention.text.split())
    return plural and mention.trust < 3 and not of_a_place and (mention.type == "PROGRAMME" or ordinary(mention.text, small))


def _by_rule(paragraph: Paragraph, bound: Sequence[Binding]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Mentions of one paragraph, and the capitalised stretches that no rule explains."""
    text = paragraph.text
    found = [(*span, 3) for span in (*laws(text), *departments(text))]
    found += [(*span, 2) for span in dates(text)]
    found += [*people(text), *addressed(text), *roles(text)]
    for binding in bound:
        words = binding.long.split()
        if binding.long.lower() in plain.NOT_NAMES:
            continue
        kind = (
            ("ROLE" if is_post(binding.long) else None)
            or ("ORG" if any(span == (binding.start, binding.end) for span in known_bodies(text)) else None)
            or classify(words)
            or classify([w.capitalize() for w in words])
            or ("ORG" if (len(words) > 2 and is_plainly_place(words[0])) or _BODY_AFTER.match(text, binding.short_end) else None)
            or ("PROGRAMME" if _may_be_programme(words) else None)
        )
        if kind and not any(low < binding.end and binding.start < high and what in ("ROLE", "LEGISLATION") for low, high, what, _ in found):
            found.append((binding.start, binding.end, kind, 3))
    taken = [(low, high) for low, high, _, _ in found]
    taken += [match.span() for match in _POSTCODE.finditer(text)]
    found += [(*span, "ORG", 2) for span in known_bodies(text)]
    left: list[tuple[int, int]] = []
    for start, end in chunks(text, taken):
        kind = (
            "PERSON"
            if stands_among_people(text, start, end)
            else "PLACE"
            if _listed_place(text, start, end)
            else classify(text[start:end].split())
        )
        if text[start:end] == "Executive" and _EXECUTIVE_WORK.match(text, end):
            continue
        if text[start:end].isupper() and len(text[start:end].split()) > MOST_IN_CAPITALS:
            continue
        if kind:
            found.append(
                (
                    start,
                    end,
                    kind,
                    1 if (paragraph.kind == "heading" and kind != "FACILITY") or _budget_line(paragraph, text[start:end]) else 2,
                )
            )
        elif not _ordinary(text, start, end) and all(end <= low or high <= start for low, high, _, _ in found):
            left.append((start, end))
    mentions = [Mention(paragraph.index, s, e, _named(text[s:e], kind), kind, trust) for s, e, kind, trust in _longest(found)]
    return [*mentions, *_around_brackets(paragraph, bound)], left


def _may_be_programme(words: Sequence[str]) -> bool:
    """Capitals in the name, and no kind of people or things at its end: "Special Educational Needs" is none, "Housing with Care" may be."""
    joined = any(word in ("with", "for", "of", "in") for word in words)
    return any(w[0].isupper() for w in words[1:]) and (joined or words[-1].lower() not in plain.NOT_PROGRAMMES)


def _budget_line(paragraph: Paragraph, name: str) -> bool:
    """A row of a table whose label is a line of spending: "Residential Care Services" names no body there."""
    return paragraph.kind == "row" and (name.split()[-1].lower() in plain.BUDGET_LINES or (name.isupper() and " " in name))


def _listed_place(text: str, start: int, end: int) -> bool:
    """A place of several words, or one that has "The" in its name, by the lists; a given name in front makes a person."""
    words = text[start:end].split()
    if len(words) == 1:
        return text[start - 4 : start] in ("the ", "The ") and is_place(f"the {words[0]}")
    return words[0] not in GIVEN_NAMES and is_place(text[start:end])


def _around_brackets(paragraph: Paragraph, bound: Sequence[Binding]) -> Iterator[Mention]:
    """Names that go on after their acronym: "Fernham Care Standards (FCS) Advice Team"."""
    for binding in bound:
        match = _GOES_ON.match(paragraph.text, binding.short_end)
        kind = classify([w.capitalize() for w in re.sub(r"[’']s?$", "", match.group().strip(") ")).split()] or ["x"]) if match else None
        last = match.group().split()[-1].lower() if match else ""
        kind = kind or ("PROGRAMME" if last in cues.PROGRAMME_HEADS else "ORG" if last in cues.ORG_HEADS else None)
        if match and kind and (kind == "PROGRAMME" or " and " not in match.group()):
            yield Mention(paragraph.index, binding.start, match.end(), tidy(paragraph.text[binding.start : match.end()]), kind, 2)


def _named(words: str, kind: str) -> str:
    """A name as it is kept: a person's without the plural of a shared title and the possessive."""
    name = tidy(words)
    if kind not in ("PERSON", "COUNCILLOR"):
        return name
    return _SHARED_TITLE.sub(lambda title: singular(title[0]), _TITLE_TWICE.sub("", re.sub(r"[’']s?$", "", name)))


def _longest(found: Sequence[tuple[int, int, str, int]]) -> list[tuple[int, int, str, int]]:
    """Of overlapping mentions the more trusted, then the longer one."""
    kept: list[tuple[int, int, str, int]] = []
    for mention in sorted(found, key=lambda f: (-f[3], f[0] - f[1], f[0])):
        if all(mention[1] <= low or high <= mention[0] for low, high, _, _ in kept):
            kept.append(mention)
    return sorted(kept)


def _ordinary(text: str, start: int, end: int) -> bool:
    """Capitalised only because it begins a sentence, or a word that names nothing."""
    words = text[start:end].split()
    if " ".join(words).lower() in plain.NOT_NAMES:
        return True
    if all(w.lower().strip(".,") in _NAME_NOTHING or w in plain.COMMON_ABBREVIATIONS for w in words):
        return True
    return len(words) == 1 and begins_sentence(text, start) and len(text.split()) > 1 and not is_plainly_place(words[0])
