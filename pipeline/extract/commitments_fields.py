"""What a promise is about, how much, by when, by whom: the fields of a commitment out of its sentence.

A sentence that promises two numbers of different things ("40 extra care homes and 12 bungalows") is two promises. A
deadline that only the lead-in or the heading states ("in the programme for 2026/27:") is taken from there as derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.extract.commitments_grammar import Undertaking, undertakings
from pipeline.extract.commitments_signs import COUNTED, Place
from pipeline.extract.commitments_times import deadline_of
from pipeline.language.deadlines import deadlines, named_times
from pipeline.language.numbers import Number, numbers, plain_number, spoken
from pipeline.model.structure import Paragraph, Structure

MOST_SUBJECT_WORDS = 9
GENERIC = re.compile(
    r"^(?:\d[\d.]*\s*)?(?:introduction|background|context|purpose|overview|summary|executive summary|conclusions?"
    r"|proposals?|impact of the proposal|evidence and reasons.*|recommendations?|next steps?|commissioning intentions?"
    r"|challenges?|"
    r"key (?:messages?|actions?|data|decision.*|issues?)|feedback|our vision|vision|supply and demand|actions?.*"
    r"|what (?:we|people|will|happens|did|difference).*|we will.*|we need.*|how (?:we|will).*|financial implications"
    r"|resource implications|"
    r"other implications|legal implications|risks?.*|implications|report|appendix.*|messages to the market.*"
    r"|current shape.*|priorities|progress|update|main issues?|discussion|options.*|aims?|to achieve this.*|performance"
    r"|governance|equality.*|alternative options|table \d+.*|figure \d+.*|members? present|minutes of .*"
    r"|adoption of minutes|general|contents|any other business|"
    r"question (?:submitted|from) .*|notice of motion.*|item \d+.*|inspection findings|in attendance|apologies.*"
    r"|correspondence|declarations? of interest.*)[:.…]*$",
    re.IGNORECASE,
)
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
    r"|who)\b)[a-z][a-z’'-]+){1,4}",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"[\w’'-]+(?: (?:up|out|in place|down|forward|back|together|on))?(?:,? (?:and|or|,) [\w-]+(?: (?:up|out|in place))?)*\s+", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:(?:a|an|the|our|its|their|this|any|all|another|further|additional|new|single|that|other)\s+)+", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[,.;:()–—]| - |\b(?:to|that|which|who|so|by|from|during|over|within|in|on|at|across|with|via|through|as|and (?:to"
    r"|will|use|consider|identify|ensure|refresh|advise|support|details)|including|ensuring|using|drawing|taking|between"
    r"|where|when|before|after|until|will|would|is|are|has|have|was|were|due|being)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"^(?:it|them|this|these|those|that|with|how|what|us|people|members|areas|place|which|are|is|in|to|of|and|or|any"
    r"|every|each|his|her|my|he|she|they|we|there|as|for|by|at|on|from|help|set|make|take|be|been|not|also|further|more"
    r"|some|"
    r"who|whether|if|progress|work|report|update)(?:\b(?! (?:plan|report|strategy|programme|scheme|framework|policy))|$)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty)\b", re.IGNORECASE)
_COUNT_FIRST = re.compile(
    r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s?%| per cent)?(?: of (?:the )?)? ", re.IGNORECASE
)


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


def promises(text: str, place: Place, council: str | None = None) -> list[Promise]:
    """The promises of a sentence that makes at least one."""
    main = _main(list(undertakings(text)))
    times, last, derived = deadline_of(text, place)
    whole = Promise(
        text,
        _about(text, main),
        _joined(_quantities(text)),
        _joined([text[n.start : n.end] for n in numbers(text) if n.kind == "money"]),
        "; ".join(dict.fromkeys(times)) or None,
        last,
        _owner(main, council),
        derived,
    )
    parts = list(_counted_parts(text))
    if len(parts) < 2:
        return [whole]
    return [replace(whole, about=about or whole.about, quantity=quantity) for about, quantity in parts]


def subject(structure: Structure, paragraph: Paragraph, promise: Promise) -> str:
    """A short noun phrase: what is made or counted, else the nearest heading that names a matter."""
    if promise.about:
        return promise.about
    for title in reversed(structure.path(paragraph.section)):
        if not GENERIC.match(title.strip()):
            return " ".join(title.split()[:MOST_SUBJECT_WORDS])
    return " ".join(promise.text.split()[:MOST_SUBJECT_WORDS])


def _main(found: Sequence[Undertaking]) -> Undertaking | None:
    """The undertaking that says most: one that makes something, of the council or a thing."""
    rank = {"makes": 0, "does": 1, "strives": 2, "is": 3}
    return min(found, key=lambda u: (u.subject in ("effect", "others"), rank[u.verb], u.start), default=None)


def _about(text: str, main: Undertaking | None) -> str | None:
    """The noun phrase that is made: the subject of a passive, else what follows the verb."""
    if main and main.subject == "thing" and (main.passive or main.form == "due") and len(main.who.split()) <= 14:
        return _phrase(main.who)
    at = main.verb_at if main else 0
    verb = _VERB.match(text, at)
    return _phrase(text[verb.end() :]) if verb and (main is None or main.verb in ("makes", "does")) else None


def _phrase(words: str) -> str | None:
    """A noun phrase without its article and number, cut before what qualifies it; None where nothing is left."""
    words = re.sub(r"^[^,]{3,80}, (?=(?:a|an|the|our|all|new|\d)\b)", "", words.strip(), flags=re.IGNORECASE)
    words = _ARTICLE.sub("", _COUNT_FIRST.sub("", _ARTICLE.sub("", words)))
    end = _PHRASE_END.search(words)
    phrase = " ".join((words[: end.start()] if end and end.start() > 2 else words).split()[:MOST_SUBJECT_WORDS]).strip(" ,.;:’'\"-")
    return (
        phrase
        if re.match(r"[A-Za-z][\w’'-]{2,}", phrase) and not _NO_NOUN.match(phrase) and not re.search(r"[£€]\d|\d\.\d", phrase)
        else None
    )


def _quantities(text: str) -> list[str]:
    """Counted things, percentages and lengths of time that set no deadline, as printed."""
    taken = [(d.start, d.end) for d in (*deadlines(text), *named_times(text))]
    found: list[tuple[int, int]] = [(m.start(), m.end()) for m in (*_COUNTED.finditer(text), *_DURATION.finditer(text))]
    for number in numbers(text):
        if number.kind in ("percent", "points"):
            bound = _BOUND.search(text[: number.start])
            found.append((bound.start() if bound else number.start, number.end))
        elif number.kind == "plain" and not number.spoken and not _is_label(text, number) and (noun := _NOUN.match(text, number.end)):
            found.append((number.start, noun.end()))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda f: (f[0], -f[1])):
        if all(end <= low or high <= start for low, high in (*taken, *kept)):
            kept.append((start, end))
    return [_in_digits(text[start:end]) for start, end in sorted(kept)]


def _in_digits(words: str) -> str:
    """ "five new homes" as "5 new homes", so that restatements compare."""
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
                r"|table|figure|schedule|stage)s? ?$",
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
        yield (_phrase(what) if what else None), _in_digits(match.group().strip())


def _owner(main: Undertaking | None, council: str | None) -> str | None:
    if main is None or main.subject != "council":
        return None
    who = re.sub(r"^(?:.*\b)?(?:the|The)\s+(?=[A-Z])", "", main.who).strip()
    if re.fullmatch(r"(?:.*\b)?(?:[Ww]e|(?:[Tt]he )?(?:[Cc]ouncil|local authority|authority))", main.who):
        return council
    return who if who[:1].isupper() and len(who.split()) <= 12 else None


def _joined(found: Sequence[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(f.split()) for f in found)) or None
