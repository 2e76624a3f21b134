"""Questions of the public and of members, with their answers.

Comes in: minutes and papers of questions. A question opens with who asks ("Question from Ann Hale:", "Question submitted by
Councillor Orr"), its answer with "Response from the Chair:" or "REPLY:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.minutes import evidence_over, meetings
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import PublicQuestion
from pipeline.model.structure import Paragraph, Structure

EXTRACTOR = "questions 1"
ASKS = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:(?:written|oral|public|supplementary|member'?s?)\s+)*questions?\s*(?:no\.?\s*)?(?:\d+\s*)?[:–-]?\s*(?:\d+\s*)?(?:submitted|"
    r"asked|put|received|raised)?\s*(?:from|by)\s+(?:the\s+)?(?P<asker>[^:?]{3,90}?)(?:,?\s+to\s+(?:the\s+)?(?P<answerer>[^:?]{3,90}?))?\s*[:*]*\s*$",
    re.IGNORECASE,
)
ANSWERS = re.compile(
    r"^\W*(?:(?:written|supplementary|verbal|oral)\s+)*(?:response|reply|answer)\s*(?:(?:from|by|of|given "
    r"by)\s+(?:the\s+)?(?P<answerer>[^:]{3,90}?))?\s*(?:[:–-]\s*(?P<rest>.*)|\*{0,2}\s*)$",
    re.IGNORECASE | re.DOTALL,
)
MEMBER = re.compile(r"\b(?:cllr|councillor|comhairleoir|alderman|member)\b", re.IGNORECASE)
ENDS = re.compile(
    r"^\W*(?:notices?\s+of\s+motion|correspondence|any other business|a\.?o\.?b|this concluded|signed|"
    r"motions?)\b",
    re.IGNORECASE,
)
KINDS = ("minutes", "public_questions")


def extract(structure: Structure, nlp: Nlp) -> Iterator[PublicQuestion]:  # noqa: ARG001  (the signature of extractors)
    """Each question with its answer, in order."""
    for _, paragraphs in meetings(structure, KINDS):
        heads = [i for i, p in enumerate(paragraphs) if ASKS.match(p.text) and len(p.text.split()) < 24]
        for at, following in zip(heads, [*heads[1:], len(paragraphs)], strict=False):
            found = _question(structure, paragraphs[at:following])
            if found:
                yield found


def _question(structure: Structure, block: Sequence[Paragraph]) -> PublicQuestion | None:
    head = ASKS.match(block[0].text)
    asked: list[Paragraph] = []
    answered: list[Paragraph] = []
    answerer = head["answerer"] if head else None
    rest: tuple[Paragraph, int] | None = None
    opened = False
    for paragraph in block[1:]:
        answer = None if opened else ANSWERS.match(paragraph.text)
        if ENDS.match(paragraph.text) or (opened and paragraph.kind == "heading" and paragraph.number):
            break
        if answer:
            opened, answerer = True, answer["answerer"] or answerer
            if answer["rest"]:
                rest = (paragraph, answer.start("rest"))
        else:
            (answered if opened else asked).append(paragraph)
    if not head or not asked:
        return None
    words = " ".join(p.text for p in asked)
    said = " ".join([*([rest[0].text[rest[1] :]] if rest else []), *(p.text for p in answered)])
    asker = " ".join(head["asker"].split()).strip(" ,*")
    return PublicQuestion(
        evidence=evidence_over(structure, [(p, 0, len(p.text)) for p in asked]),
        extractor=EXTRACTOR,
        asker=asker,
        answerer=answerer.strip() if answerer else None,
        question=words,
        answer=said or None,
        by="member" if MEMBER.search(asker) else "public",
    )
