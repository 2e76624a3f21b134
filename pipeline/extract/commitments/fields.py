"""What a promise is about, how much, by when, by whom: the fields of a commitment out of its sentence.

A sentence that promises two numbers of different things ("40 extra care homes and 12 bungalows") is two promises. A
deadline that only the lead-in or the heading states ("in the programme for 2026/27:") is taken from there as derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.extract.commitments.about import MOST_SUBJECT_WORDS, about, headed, noun_phrase
from pipeline.extract.commitments.assigned import assigned
from pipeline.extract.commitments.grammar import Undertaking, undertakings
from pipeline.extract.commitments.signs import COUNTED, Place
from pipeline.extract.commitments.times import deadline_of
from pipeline.extract.subjects import PRONOUN
from pipeline.extract.undertaking import undertaken
from pipeline.language.deadlines import deadlines, named_times
from pipeline.language.numbers import Number, numbers, plain_number, spoken
from pipeline.model.structure import Paragraph, Structure

_COUNTED = re.compile(COUNTED, re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?:\d+ ?[–-] ?)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)(?:[ -](?:to"
    r"|–)[ -]?\d+)?[ -](?:years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_SECOND_YEAR = re.compile(r"\b(?:19|20)\d\d\s?[-–/]\s?$")
"""Before the "19" of "2018-19"."""
_BOUND = re.compile(
    r"(?:at least|up to|over|more than|a minimum of|minimum of|no more than|approximately|around|some|another|a further"
    r"|further|an additional|additional)\s+$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:[ -](?!(?:of|and|or|to|in|on|by|for|with|the|will|would|is|are|was|were|has|have|per|from|at|as|that|which"
    r"|who|due|ready|planned|expected|anticipated)\b)[a-z][a-z’'-]+){1,4}",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:(?:another|an additional|a further) (?:(?!(?:of|and|or|to|in|on|by|for|with|that|which)\b)[\w’'-]+ ){0,4}?"
    r"|a single (?:(?!(?:of|or|to|in|on|by|for|with|that|which)\b)[\w’'-]+ ){0,6}?)"
    r"(?:scheme|home|house|flat|apartment|unit|place|bed|post|school|site|hub|centre|team|plan|list|strategy|framework|register|portal"
    r"|point|contract|service|pathway|refuge|nursery|clinic|pitch|bridge|road)\b",
    re.IGNORECASE,
)
"""One thing that is counted: "another scheme", "a single plan"."""
_ARTICLE = re.compile(r"^(?:another|an? \w+) ", re.IGNORECASE)
_OLD_VALUE = re.compile(r"\bfrom (?:(?:the|an?|its|current|present|about|around|some) )*$", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:in place of|instead of|rather than|and not) (?:the )?$", re.IGNORECASE)
_NEW_VALUE = re.compile(r"[^.;]{0,80}?\bto (?:(?:at least|about|around|over|up to|the|an?) )*[\d£€]")
_NEW_AFTER = re.compile(r"\bfrom (?:\w+ )?\d[^.;]{0,40} to (?:\w+ )?$", re.IGNORECASE)
_NEW_BEFORE = re.compile(r"\bto [\d£€][^.;]{0,60}\bfrom (?:\w+ )?$", re.IGNORECASE)
_WE_WILL = re.compile(
    r"\b(?:we|(?:the )?council|we.ll) (?:will|shall|are going to|plan to|intend to|aim to|are committed to)\b|^we.ll\b", re.IGNORECASE
)
_OURSELVES = re.compile(r"(?:.*\b)?(?:[Ww]e|(?:[Tt]he )?(?:[Cc]ouncil|local authority|authority))")
_NOBODY = re.compile(r"\b(?:budgets?|meetings?|plan|programme|project|scheme|strategy)$", re.IGNORECASE)
"""A thing whose deeds somebody else does."""
_WITH = re.compile(r"(?P<first>(?:[A-Z][\w’'&-]*\s)(?:(?:of|for|and|&|the)\s|[A-Z][\w’'&-]*\s)*)and\s*$")
_SPOKEN = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of a sentence, before it is a fact."""

    text: str
    about: str | None = None
    quantity: str | None = None
    amount: str | None = None
    deadline: str | None = None
    deadline_date: str | None = None
    owner: str | None = None
    derived: bool = False


def subject(structure: Structure, paragraph: Paragraph, promise: Promise) -> str:
    """A short noun phrase: what is made or counted, else the nearest heading that names a matter."""
    title = headed(structure.path(paragraph.section), structure.parts[paragraph.part].title)
    return promise.about or title or " ".join(promise.text.split()[:MOST_SUBJECT_WORDS])


def promises(text: str, place: Place, council: str | None = None) -> list[Promise]:
    """The promises of a sentence that makes at least one."""
    main = _main(list(undertakings(text)))
    times, last, derived = deadline_of(text, place)
    whole = Promise(
        text,
        about(text, main),
        _joined(_quantities(text)),
        _joined([text[n.start : n.end] for n in numbers(text) if n.kind == "money"]),
        "; ".join(dict.fromkeys(times)) or None,
        last,
        _owner(text, main, place, council),
        derived,
    )
    parts = list(_counted_parts(text))
    if len(parts) < 2:
        return [whole]
    return [replace(whole, about=about or whole.about, quantity=quantity) for about, quantity in parts]


def _main(found: Sequence[Undertaking]) -> Undertaking | None:
    """The undertaking that says most: one that makes something, of the council or a thing."""
    rank = {"makes": 0, "does": 1, "strives": 2, "is": 3}
    return min(found, key=lambda u: (u.subject in ("effect", "others"), rank[u.verb], u.start), default=None)


def _quantities(text: str) -> list[str]:
    """Counted things, percentages and lengths of time that set no deadline, as printed."""
    taken = [(d.start, d.end) for d in (*deadlines(text), *named_times(text))]
    found: list[tuple[int, int]] = [m.span() for pattern in (_COUNTED, _DURATION, _ONE) for m in pattern.finditer(text)]
    counted = {start for start, _ in found}
    for number in numbers(text):
        if number.kind in ("percent", "points"):
            bound = _BOUND.search(text[: number.start])
            found.append((bound.start() if bound else number.start, number.end))
        elif number.kind == "plain" and number.start not in counted and not number.spoken and not _is_label(text, number):
            noun = _NOUN.match(text, number.end)
            if noun or _NEW_AFTER.search(text[: number.start]):
                found.append((number.start, noun.end() if noun else number.end))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda f: (f[0], -f[1])):
        if not _is_old(text, start, end) and all(end <= low or high <= start for low, high in (*taken, *kept)):
            kept.append((start, end))
    return [_in_digits(text[start:end]) for start, end in sorted(kept)]


def _is_old(text: str, start: int, end: int) -> bool:
    """The value that a promise leaves behind: 80% of "from 80% to 85%" and of "to 85% from 80%", 23 of "six in place of 23"."""
    before = text[:start]
    left = _OLD_VALUE.search(before) and _NEW_VALUE.match(text, end)
    return bool(left or _REPLACED.search(before) or _NEW_BEFORE.search(before))


def _in_digits(words: str) -> str:
    """ "five new homes" as "5 new homes" and "another scheme" as "1 scheme", so that restatements compare."""
    if _ONE.fullmatch(words):
        return _ARTICLE.sub("1 ", words)
    return _SPOKEN.sub(lambda m: f"{plain_number(spoken(m.group()))}", words, count=1)


def _is_label(text: str, number: Number) -> bool:
    """Years, references and numbers of paragraphs, pages and sections are no quantities."""
    before = text[max(0, number.start - 14) : number.start].lower()
    return (
        number.start == 0
        or bool(
            re.match(
                r"(?:st|nd|rd|th)?\s+(?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
                text[number.end :],
            )
        )
        or bool(_SECOND_YEAR.search(before))
        or (1900 <= number.value <= 2100 and "," not in text[number.start : number.end])
        or bool(
            re.search(
                r"(?:section|page|para(?:graph)?|item|appendix|part|phase|act|level|tier|risk|no\.?|quarter|period|annex"
                r"|table|figure|age|aged|age of|schedule|stage)s? ?$",
                before,
            )
        )
    )


def _counted_parts(text: str) -> Iterator[tuple[str | None, str]]:
    """Numbers of things joined by "and", each with the words that say of what."""
    found = list(_COUNTED.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        between = text[match.end() : following.start()] if following else ""
        if following and not re.search(r"(?:\band|,|;|as well as)\s*$", between):
            return
        after = re.match(r"(?: of (?P<what>[^,.;]{4,60}?))?(?= and |,|;|\.|$| by | in | for | over )", text[match.end() :])
        what = after["what"] if after else None
        yield (noun_phrase(what) if what else None), _in_digits(match.group().strip())


def _owner(text: str, main: Undertaking | None, place: Place, council: str | None) -> str | None:
    """Who undertakes it: in minutes the person or post that is named, else the subject, else the "we" of the lead-in."""
    named = undertaken(text) if place.minutes else None
    if named:
        return re.sub(r"^[Tt]hat ", "", named[1]) if named[1] and not PRONOUN.match(named[1]) else None
    task = assigned(text) if place.minutes else None
    if task:
        return task[0]
    if main is None:
        return council if _WE_WILL.search(place.heading) else None
    if main.subject != "council" or _NOBODY.search(main.who):
        return None
    if _OURSELVES.fullmatch(main.who):
        return council
    who = re.sub(r"^(?:.*\b)?(?:the|The)\s+(?=[A-Z])", "", main.who).strip()
    with_ = _WITH.search(text[: main.start].rstrip().removesuffix(main.who)) if main.who else None
    who = f"{with_['first'].rstrip()} and {main.who}" if with_ else who
    return who if who[:1].isupper() and len(who.split()) <= 14 else None


def _joined(found: Sequence[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(f.split()) for f in found)) or None
