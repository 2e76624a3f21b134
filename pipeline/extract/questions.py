"""Questions of the public and of members, with their answers.

Comes in: minutes and papers of questions. A question opens with who asks ("Question from Ann Hale:", "Councillor Orr asked the Leader:",
"Supplementary question:"), its answer with "Response from the Chair:", "REPLY:" or "The Leader replied:". Under "Public question time" a
paragraph can hold both: "Mr Lisle asked why ... . The Clerk replied that ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.minutes import body, evidence_over, meetings
from pipeline.extract.nlp import Nlp
from pipeline.language.people import TITLED
from pipeline.language.sentences import sentences
from pipeline.model.facts import PublicQuestion
from pipeline.model.structure import Paragraph, Structure

EXTRACTOR = "questions"
ASKS = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:(?:written|oral|public|supplementary|member'?s?)\s+)*questions?\s*(?:no\.?\s*)?(?:\d+\s*)?[:–-]?\s*(?:\d+\s*)?(?:submitted|"
    r"asked|put|received|raised)?\s*(?:from|by)\s+(?:the\s+)?(?P<asker>[^:?]{3,90}?)(?:,?\s+to\s+(?:the\s+)?(?P<answerer>[^:?]{3,90}?))?\s*[:*]*\s*$",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"(?:(?:elected|county|borough|other)\s+)?(?:members?|councillors|public|members? of the (?:public|council|committee))", re.IGNORECASE
)
""""Questions from Members" is a heading, nobody's question."""
ASKED = re.compile(
    rf"^\W*(?:\d+\.?\s*)?(?P<asker>{TITLED.pattern})(?:\s*\([^()]{{2,60}}\))?,?\s+(?:(?:then|to)\s+)?(?:asked|ask|put)\s+(?:the\s+following\s+"
    r"(?:written\s+)?question\s+(?:of|to)\s+)?(?P<answerer>(?:the\s+)?[A-Z][^:?]{2,90}?)(?:,?\s+the\s+following\s+question)?\s*[:–-]+\s*$"
)
RUNS_ON = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:(?:written|oral|public|supplementary)\s+)*question\s*(?:no\.?\s*)?(?:\d+\s*)?(?:submitted\s+|asked\s+)?(?:from|by)\s+"
    r"(?P<asker>[^:?\n]{3,90}?)(?-i:(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Cllr))[.:]\s+(?P<question>[A-Z“\"].+)$",
    re.IGNORECASE | re.DOTALL,
)
""""Question from Cllr A Orr, Member for Oxmere. When will the depot close?": the question on the line of its asker."""
SUPPLEMENTARY = re.compile(
    r"^\W*(?:supplementary|follow[- ]up)\s+question\s*(?:(?:from|by)\s+(?:the\s+)?(?P<asker>[^:?]{3,90}?))?\s*[:*–-]*\s*$", re.IGNORECASE
)
ANSWERS = re.compile(
    r"^\W*(?:(?:written|supplementary|verbal|oral)\s+)*(?:response|reply|answer)\s*(?:(?:from|by|of|given "
    r"by)\s+(?:the\s+)?(?P<answerer>[^:]{3,90}?))?\s*(?:(?:[:–-]|(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Cllr)(?<=[a-z])\.(?=\s))\s*(?P<rest>.*)|\*{0,2}\s*)$",
    re.IGNORECASE | re.DOTALL,
)
REPLIED = re.compile(
    r"^\W*(?P<answerer>(?:the\s+|The\s+)?[A-Z][^:?.]{2,90}?)\s+(?:then\s+)?(?:(?:replied|responded|answered)(?:\s+as\s+follows)?|"
    r"gave\s+the\s+following\s+(?:reply|response|answer))\s*[:–-]+\s*(?P<rest>.*)$",
    re.DOTALL,
)
MEMBER = re.compile(r"\b(?:cllr|councillor|comhairleoir|alderman|member(?! of the public))\b", re.IGNORECASE)
ENDS = re.compile(
    r"^\W*(?:notices?\s+of\s+motion|correspondence|any other business|a\.?o\.?b|this concluded|signed|"
    r"motions?)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\bquestions?\s+from\b|\bmembers['’]?s?\s+questions\b|"
    r"\b(?:public|residents?|open)\b.*\b(?:questions?|participation|forum|session|time)\b|\bquestion time\b",
    re.IGNORECASE,
)
"""Headings under which people ask in running text."""
ASKED_WHETHER = re.compile(
    rf"^(?P<asker>{TITLED.pattern}|(?:A|One)\s+(?:local\s+)?(?:resident|parishioner|member\s+of\s+the\s+public))(?:\s+of\s+[^,.]{{3,40}})?\s+asked\s+"
    r"(?P<question>(?:whether|if|why|when|what|how|who|where|about|for)\b.+)$",
    re.DOTALL,
)
REPLIED_THAT = re.compile(
    r"^(?:In (?:reply|response),?\s+)?(?P<answerer>(?:[Tt]he\s+)?(?:[A-Z][\w'’.&()-]*(?:,?\s+(?:(?:of|and|for|the|&)\s+)*)?){1,12}|"
    r"[Tt]he\s+(?:clerk|chair(?:man)?|leader)\s)\s*(?:replied|responded|answered|"
    r"explained|advised|confirmed|said|stated)\s+(?:that\s+)?(?P<rest>.+)$",
    re.DOTALL,
)
KINDS = ("minutes", "public_questions")
HEAD_WORDS = 24


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    asker: str
    answerer: str | None
    question: int | None = None
    """Where the question begins in the head's own paragraph."""


def extract(structure: Structure, nlp: Nlp) -> Iterator[PublicQuestion]:  # noqa: ARG001  (the signature of extractors)
    """Each question with its answer, in order."""
    for _, paragraphs in meetings(structure, KINDS):
        heads = _heads(paragraphs)
        ends = [*(head.at for head in heads[1:]), len(paragraphs)]
        found = [row for head, end in zip(heads, ends, strict=False) if (row := _question(structure, head, paragraphs[head.at : end]))]
        found += [row for paragraph in paragraphs for row in _in_one(structure, paragraph)]
        yield from sorted(found, key=lambda row: row.evidence.spans[:1])


def _heads(paragraphs: Sequence[Paragraph]) -> list[_Head]:
    """Who asks, and of whom; a supplementary question is of those of the question before it."""
    heads: list[_Head] = []
    for at, paragraph in enumerate(paragraphs):
        match = ASKS.match(paragraph.text) or ASKED.match(paragraph.text[body(paragraph) :])
        run_on = None if match else RUNS_ON.match(paragraph.text)
        if run_on:
            heads.append(_Head(at, run_on["asker"], None, run_on.start("question")))
        if run_on or len(paragraph.text.split()) >= HEAD_WORDS:
            continue
        again = SUPPLEMENTARY.match(paragraph.text) if heads else None
        if again:
            heads.append(_Head(at, again["asker"] or heads[-1].asker, heads[-1].answerer))
        elif match and not GENERAL.fullmatch(match["asker"].strip(" ,*")):
            heads.append(_Head(at, match["asker"], _who(match["answerer"])))
    return heads


def _who(words: str | None) -> str | None:
    """ "Councillor Hale, Cabinet Member for Housing" is Councillor Hale."""
    named = TITLED.match(words) if words else None
    return named.group() if named else words.strip(" ,*") if words else None


def _question(structure: Structure, head: _Head, block: Sequence[Paragraph]) -> PublicQuestion | None:
    asked: list[tuple[Paragraph, int]] = [(block[0], head.question)] if head.question is not None else []
    answered: list[Paragraph] = []
    answerer = head.answerer
    rest: tuple[Paragraph, int] | None = None
    opened = False
    for paragraph in block[1:]:
        answer = None if opened else ANSWERS.match(paragraph.text) or (_replied(paragraph.text) if asked else None)
        if ENDS.match(paragraph.text) or (not answer and asked and paragraph.kind == "heading"):
            break
        if answer:
            opened, answerer = True, _who(answer["answerer"]) or answerer
            if answer["rest"]:
                rest = (paragraph, answer.start("rest"))
        elif opened:
            answered.append(paragraph)
        else:
            asked.append((paragraph, 0))
    if not asked:
        return None
    said = " ".join([*([rest[0].text[rest[1] :]] if rest else []), *(p.text for p in answered)])
    words = " ".join(p.text[start:] for p, start in asked)
    return _made(structure, [(p, start, len(p.text)) for p, start in asked], head.asker, answerer, words, said)


def _replied(text: str) -> re.Match[str] | None:
    """ "The Leader replied:", "The Chair replied that there was a permission." """
    return REPLIED.match(text) or REPLIED_THAT.match(text)


def _in_one(structure: Structure, paragraph: Paragraph) -> Iterator[PublicQuestion]:
    """Questions and answers in one paragraph under "Public question time"."""
    if paragraph.section is None or not TIME.search(structure.sections[paragraph.section].title):
        return
    first = body(paragraph)
    spans = [(first + start, first + end) for start, end in sentences(paragraph.text[first:])]
    for (start, end), following in zip(spans, [*spans[1:], None], strict=True):
        asks = ASKED_WHETHER.match(paragraph.text[start:end])
        answer = REPLIED_THAT.match(paragraph.text[slice(*following)]) if following else None
        if asks:
            pieces = [(paragraph, start, end)]
            said, who = (answer["rest"], answer["answerer"]) if answer else (None, None)
            yield _made(structure, pieces, asks["asker"], who, asks["question"], said)


def _made(
    structure: Structure, pieces: list[tuple[Paragraph, int, int]], asker: str, answerer: str | None, question: str, answer: str | None
) -> PublicQuestion:
    """A question with its asker's name in one line; by a member where the name says so."""
    asker = " ".join(asker.split()).strip(" ,*")
    return PublicQuestion(
        evidence=evidence_over(structure, pieces),
        extractor=EXTRACTOR,
        asker=asker,
        answerer=answerer.strip() if answerer else None,
        question=question,
        answer=answer or None,
        by="member" if MEMBER.search(asker) else "public",
    )
