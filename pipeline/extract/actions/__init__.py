"""What somebody undertook or was asked to do: owner, deed, by when.

Only minutes are read. A sentence is an action where it says that somebody agreed, undertook or was asked to do something,
or that something would be brought, sent or looked into; what was done already, queried or explained is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract import undertaking
from pipeline.extract.actions.marked import MARK, initials, marked
from pipeline.extract.actions.owners import named, person_of
from pipeline.extract.attendance import people as attendance_of
from pipeline.extract.decisions import extract as decisions_of
from pipeline.extract.decisions import motions
from pipeline.extract.minutes import body, evidence_over, meetings
from pipeline.extract.nlp import Nlp
from pipeline.extract.subjects import INITIALS, is_somebody
from pipeline.extract.undertaking import Undertaking
from pipeline.extract.undertaking_cues import BASE, CLERK_TO
from pipeline.language.deadlines import deadlines
from pipeline.language.sentences import sentences
from pipeline.model.documents import Span
from pipeline.model.facts import Action, Decision
from pipeline.model.structure import Paragraph, Part, Structure

EXTRACTOR = "actions"
PRESENTED = re.compile(
    r"\b(?:introduced|presented|presentation|gave an update|verbal update|updated|outlined|the report|"
    r"summary)\b",
    re.IGNORECASE,
)
DELEGATED = re.compile(
    r"\b(?:delegated?|delegated\s+authority\s+be\s+given|authori[sz]e[ds]?)\b[^.;]{0,60}?\bto\s+(?:the\s+)?"
    r"(?P<owner>[A-Z][^.;:]*?)(?=,?\s(?:in\s+consultation|after|to\s|for\s|subject|\()|[.;,]|$)",
    re.IGNORECASE,
)
ASKED_TO = re.compile(
    r"(?:^|\bthat\s+|[;,]\s+)(?P<owner>(?:the\s+)?[A-Za-z][\w'’ -]{2,60}?)\s+be\s+(?:asked|requested|instructed|authorised)\s+to\b",
    re.IGNORECASE,
)
ASKS_TO = re.compile(
    r"\b(?i:instruct|ask|request|authori[sz]e|invite|require|direct)(?i:s|ed)?\s+(?P<owner>(?:the\s+)?[A-Z][^.;:,]{3,70}?)\s+to\s+(?=[a-z])"
)
THAT_SOMEBODY = re.compile(
    rf"(?:(?i:the\s+committee|the\s+council|agreed|resolved|decided)\s+)?(?:that\s+)?(?P<owner>(?:the\s+)?(?:[A-Z][\w'’&/()-]*(?:,?\s+(?:(?:of|and|for|&|"
    rf"the)\s+)*)?){{1,12}}|"
    rf"(?:the\s+)?(?:(?:deputy|assistant|town|parish)\s+)?(?:clerk|officers|treasurer|chair(?:man)?|secretary|chief\s+executive|"
    rf"monitoring\s+officer|solicitor|leader)\s)\s*(?:to\s+|should\s+|will\s+|would\s+)?{BASE}"
)
"""What was resolved is that somebody do something: "that the Clerk write to the County Council"."""
ASKS_THAT = re.compile(
    rf"\b(?i:request|ask|recommend|instruct)(?i:s|ed)?\s+that\s+(?P<owner>(?:the\s+)?[A-Z][^.;:,]{{3,70}}?|(?:the\s+)?(?:officers|clerk))\s+(?=(?:should\s+)?{BASE})"
)
BROUGHT = re.compile(
    r"\b(?:reports?|briefings?|updates?|papers?|letters?|responses?|breakdown|presentation|workshop|figures)\b[^.;]{0,90}?"
    r"\b(?:be\s+(?:\w+ly\s+)?(?:brought|submitted|provided|presented|sent|circulated|issued|written|made|prepared|drafted|arranged|held)|issue)\b",
    re.IGNORECASE,
)
"""What was resolved is that something come: "that a briefing be provided to Members", "that a letter issue"."""
POSSESSIVE = re.compile(r"['’]s?\s*$")
""" "The Clerk's report" is nobody."""
MOTION_WORDS = re.compile(r"\bit\s+was\s+(?:\w+ly\s+)?(?:agreed|requested|resolved|decided)\b", re.IGNORECASE)
BY_MEETING = re.compile(
    r"\b(?:by|before|in time for|for|at|to)\s+(?:the|its|our)\s+(?:next|following|forthcoming|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)\s+(?:[\w’'-]+\s+){0,4}?(?:meeting|"
    r"committee|agenda)\b"
    r"|\bin\s+(?:\d+|an?|one|two|three|four|five|six|nine|twelve)\s+(?:day|week|month|year)s?['’]?s?\s+time\b|"
    r"\ba\.?s\.?a\.?p\b\.?|\bas soon as (?:possible|practicable)\b",
    re.IGNORECASE,
)
TO_ACTION = re.compile(r"\W*[^.;:]{2,40}\s+to\s+(?:take\s+)?action\W*", re.IGNORECASE)
""" "Clerk to action", behind a sentence that has said so."""
SAYS_NOT_WHAT = 4
"""Words: a sentence as short as this speaks of the one before it."""
SIGNS = re.compile(r"\bsign\s+(?:the\s+minutes|them|it|as)\b", re.IGNORECASE)
"""To sign the minutes is no action to follow up."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[Action]:
    """Each action that the document's minutes record, in reading order."""
    decided = list(decisions_of(structure, nlp))
    attendance = list(attendance_of(structure))
    for part, paragraphs in meetings(structure, ("minutes",)):
        there = [person for person in attendance if person.evidence.part == part.index]
        letters = initials(paragraphs)
        found = [
            action
            for action in _said(structure, part, paragraphs, decided)
            if not INITIALS.fullmatch(action.owner or "") or person_of(action.owner or "", there, letters)
        ]
        told = [span for action in found for span in action.evidence.spans]
        found += [action for action in _delegated(decided, part) if not (_covers(action.evidence.spans, told) or _is_told(action, found))]
        found = list(_marked(structure, part, paragraphs, found, decided, [person.name for person in there]))
        yield from named(sorted(found, key=lambda action: action.evidence.spans[:1]), there, letters)


def _is_told(action: Action, found: Sequence[Action]) -> bool:
    """Whether a resolution repeats what the same person agreed to do in the discussion before it: same owner, same verb."""
    somebody = THAT_SOMEBODY.match(action.text)
    deed = action.text[somebody.end("owner") :].removeprefix("would").split()[:1] if somebody else []
    return bool(deed) and any(action.owner == other.owner and deed[0] in other.text.split() for other in found)


def _said(structure: Structure, part: Part, paragraphs: Sequence[Paragraph], decided: Sequence[Decision]) -> Iterator[Action]:
    resolved = [span for decision in decided for span in decision.evidence.spans if not _is_plain(decision)]
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading" or MARK.fullmatch(paragraph.text):
            continue
        after = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        lead = structure.paragraphs[paragraph.lead_in] if paragraph.lead_in is not None else None
        told = bool(lead and PRESENTED.search(lead.text))
        taken = False
        for start, end in _stretches(paragraph):
            text = paragraph.text[start:end]
            taken, before_it = False, taken
            found = undertaking.undertaking(text, told=told, before=f"{lead.text if lead else ''} {paragraph.text[:start]} ")
            if (
                not found
                or MARK.fullmatch(text)
                or (before_it and TO_ACTION.fullmatch(text))
                or _covers(paragraph.spans(start, end), resolved)
                or _is_motion(text)
            ):
                continue
            pieces = [(paragraph, _from(paragraph, start + found.start, start + found.end), start + found.end)]
            if found.end == len(text) and after is not None and _runs_on(text, after):
                pieces.append((after, 0, next(sentences(after.text), (0, 0))[1]))
            taken = True
            yield _action(structure, part, paragraph, found, pieces)


def _from(paragraph: Paragraph, start: int, end: int) -> int:
    """Where the words of an action begin: with the sentence before, where "The Clerk would action." says not what."""
    if len(paragraph.text[start:end].split()) > SAYS_NOT_WHAT:
        return start
    return next((low for low, high in _stretches(paragraph) if high <= start and not paragraph.text[high:start].strip()), start)


def _marked(
    structure: Structure,
    part: Part,
    paragraphs: Sequence[Paragraph],
    found: Sequence[Action],
    decided: Sequence[Decision],
    there: Sequence[str],
) -> list[Action]:
    """The actions found, and those that the print marks; a mark on what a sentence has told gives it the owner that it lacks."""
    kept = list(found)
    for mark in marked(structure, paragraphs, there):
        spans = [span for paragraph, start, end in mark.pieces for span in paragraph.spans(start, end)]
        told_at = [i for i, action in enumerate(found) if _covers(spans, action.evidence.spans)]
        if told_at and not mark.text:
            kept[told_at[0]] = replace(kept[told_at[0]], owner=kept[told_at[0]].owner or mark.owner)
            continue
        evidence = evidence_over(structure, mark.pieces)
        told = next((decision.text for decision in decided if _covers(evidence.spans, decision.evidence.spans)), None)
        text = mark.text or told or " ".join(paragraph.text[start:end] for paragraph, start, end in mark.pieces).strip()
        due = mark.due or _due(text, part.meeting_date)
        kept.append(
            Action(
                evidence=evidence, extractor=EXTRACTOR, paragraph=mark.pieces[0][0].label, owner=mark.owner, text=text, due=due,
                status=mark.status,
            )
        )  # fmt: skip
    return kept


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    first = body(paragraph)
    for start, end in sentences(paragraph.text[first:]):
        yield first + start, first + end


def _is_plain(decision: Decision) -> bool:
    """ "It was agreed that a report would be brought": a decision that is an action too."""
    return not decision.evidence.paragraph and bool(undertaking.undertaking(f"It was agreed {decision.text}", told=False))


def _covers(spans: Sequence[Span], resolved: Sequence[Span]) -> bool:
    return any(low < span.end and span.start < high for span in spans for low, high in resolved)


def _is_motion(text: str) -> bool:
    """What is only moved and seconded is not yet to be done."""
    moved = motions.motion(text)
    moved = motions.with_seconder(moved, text) if moved else None
    return moved is not None and moved.seconder is not None and not MOTION_WORDS.search(text)


def _runs_on(text: str, after: Paragraph) -> bool:
    return not text.rstrip().endswith((".", ":", ";", "!", "?")) and after.text[:1].islower() and not after.marker


def _action(structure: Structure, part: Part, paragraph: Paragraph, found: Undertaking, pieces: list[tuple[Paragraph, int, int]]) -> Action:
    text = " ".join(p.text[a:b] for p, a, b in pieces)
    return Action(
        evidence=evidence_over(structure, pieces),
        extractor=EXTRACTOR,
        paragraph=paragraph.label,
        owner=found.owner,
        text=text.strip(),
        due=_due(text, part.meeting_date),
    )


def _due(text: str, held: str | None) -> str | None:
    """By when, as printed; a time before the meeting is none."""
    found = [
        (deadline.start, deadline.text) for deadline in deadlines(text, said=held) if not (held and deadline.iso and deadline.iso < held)
    ]
    found += [(match.start(), match[0]) for match in BY_MEETING.finditer(text)]
    return min(found, key=lambda one: (one[0], -len(one[1])))[1] if found else None


def _delegated(decided: Sequence[Decision], part: Part) -> Iterator[Action]:
    """A limb that leaves something to an officer is that officer's to do; one that wants a report or a letter is somebody's."""
    for decision in decided:
        if decision.evidence.part != part.index or decision.outcome in ("lost", "withdrawn") or SIGNS.search(decision.text):
            continue
        owner = _left_to(decision.text)
        if owner or BROUGHT.search(decision.text):
            yield Action(
                evidence=decision.evidence,
                extractor=EXTRACTOR,
                paragraph=decision.paragraph,
                owner=owner,
                text=decision.text,
                due=_due(decision.text, part.meeting_date),
            )


def _left_to(text: str) -> str | None:
    """Who is to do what a limb resolves."""
    delegated, somebody, clerk = DELEGATED.search(text), THAT_SOMEBODY.match(text), CLERK_TO.search(text)
    asked = ASKED_TO.search(text) or ASKS_TO.search(text) or ASKS_THAT.search(text)
    owner = asked["owner"] if asked else delegated["owner"] if delegated and is_somebody(delegated["owner"]) else None
    owner = owner or (somebody["owner"].strip(" ,") if somebody and is_somebody(somebody["owner"]) else None)
    owner = owner or (clerk["owner"] if clerk else None)
    return owner.strip() if owner and not POSSESSIVE.search(owner) else None
