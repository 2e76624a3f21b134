"""Orders to a machine that stand in a paper. They are quoted, never followed, and nothing that follows them proves anything."""

from __future__ import annotations

import re

_MACHINE = r"(?:AIs?|A\.I\.|LLMs?|chat ?bots?|language models?|AI (?:assistants?|models?|systems?|tools?|readers?)|GPT|machine readers?)"
ORDERS = re.compile(
    rf"""
    \b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{{0,60}}\b(?:instructions?|prompts?|guidelines|everything|your\s+rules)\b
    |\bsystem\s+prompts?\b
    |\b(?:(?:note|message|instructions?|notice)\s+(?:to|for)|attention,?|dear)\s+(?:\w+\s+){{0,2}}{_MACHINE}\b
    |\b{_MACHINE}\b[^.!?\n]{{0,60}}\b(?:must|should|shall|please|are\s+(?:told|instructed|required|to))\s+(?:now\s+|only\s+|always\s+)?
      (?:answer|say|reply|respond|state|tell|output|write|ignore|include|repeat|claim|confirm)\b
    |\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:[\w-]+\s+){{0,3}}(?:assistant|{_MACHINE})\b
    |(?:^|[.!?:]\s+|\n)\W*(?:answer|reply|respond|output|say|print|write|repeat)\s+(?:only|exactly|with\s+the\s+words?|the\s+words?|that|instead)\b
    |</?(?:system|assistant|user|instructions?|sources?)>|\[/?INST\]|<\|\w+\|>
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How texts that are planted to steer a model speak: to the machine, of its instructions, of what it must answer."""


def without_orders(text: str) -> str:
    """The text up to the sentence in which the first order to a machine stands; the whole text where there is none."""
    match = ORDERS.search(text)
    if match is None:
        return text
    start = max((text.rfind(mark, 0, match.start() + 1) for mark in (". ", "! ", "? ", "\n")), default=-1)
    return text[: start + 1]
