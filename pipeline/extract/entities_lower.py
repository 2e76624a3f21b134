"""Names in small letters: papers in sentence case write "better care fund" and "director of public health".

A name printed elsewhere with capitals is recognised; so is one that the paper puts in quotation marks before a telling
head ('home first' model). Others are left alone: most stretches of small letters are no names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract import entities_cues as cues
from pipeline.extract.entities_canonical import tidy
from pipeline.extract.entities_names import Mention, classify
from pipeline.model.documents import Paragraph

_HEADS = "|".join(sorted(cues.PROGRAMME_HEADS))
_QUOTED = re.compile(rf"[‘'“\"](?P<name>[A-Za-z][\w -]{{3,40}})[’'”\"] (?P<head>{_HEADS})\b")
# Words before a head in small letters that describe and do not name.
_PLAIN = (
    "the|our|new|this|that|these|those|a|an|any|each|every|some|no|all|both|of|for|to|with|its|their|is|are|was|were|will|his|her|my|your|clear|single|local|joint|national|strong|current|existing|wider|full|annual|draft|final|same|other|overall|own|"
    "business|action|work|proposed|further|detailed|key|first|second|next|last|long|short|term|good|best|small|large|more|most|which|who|by|in|on|at|from|as|or|not|be|been|has|have|had|through|via|within|using|into|about|between|where|when|how|what|"
    "regional|specific|particular|different|various|several|robust|effective|previous|ongoing|comprehensive|revised|updated|refreshed|bespoke|dedicated|central|relevant|appropriate|two|three|four|five|six|seven|eight|nine|ten|one|broader|major|main|three-year|five-year|significant|extensive|complex|positive|negative|clinical|whole|entire|total|initial|recent|future|early|late|strategic|ambitious|successful|"
    "deliver|develop|support|provide|create|review|implement|lead|including|called|said|developing|delivering|also|under|during|after|before|per|up|out|over|there|they|we|it|he|she|you|i"
)
_MODIFIER = rf"(?!(?:{_PLAIN})\b)[a-z][a-z-]{{2,}}"
_LATER = r"(?!(?:the|a|an|of|for|to|with|in|by|from|is|are|was|will|be|this|that|and|or|as|at|on|our|its|their)\b)[a-z][a-z-]{2,}"
_BEFORE = r"(?:the|our|a|an|new|this|of|and|in|through|via|to|called|by|with|from|under|for|their|its|district-wide|county-wide|local|national)"
_SENTENCE_CASE = re.compile(
    rf"(?:\b{_BEFORE} |[’']s? |^)(?P<name>{_MODIFIER}(?: and)?(?: {_LATER}){{1,3}} (?P<head>fund|charter|bond|framework|pathway|scheme|programme|accreditation|model|strategy|initiative|directory|register|grant|board|forum|panel|committee|team|unit|partnership))\b"
    rf"|\b{_BEFORE} (?P<short>{_MODIFIER} (?P<short_head>fund|charter|bond|framework|pathway|scheme|programme|accreditation|board|forum|panel|committee))\b"
)
_AFTER_CAPITAL = re.compile(
    rf"(?<![.?!:•] )(?<!^)\b(?P<name>[A-Z][a-z]+(?: and [A-Z][a-z]+| [A-Z][a-z]+)?(?: {_MODIFIER}(?: (?:and|of))?){{0,4}} {_MODIFIER} (?P<head>partnership|forum|board|alliance|assembly|network|directory|committee|panel|strategy|framework|team|office|bureau|trust))\b"
)
_HEAD_TYPES = {
    **dict.fromkeys("board forum panel committee".split(), "COMMITTEE"),
    **dict.fromkeys("team unit partnership alliance assembly network office bureau trust".split(), "ORG"),
}


def lower_names(paragraphs: Sequence[Paragraph], found: Sequence[Mention]) -> list[Mention]:
    """Mentions in small letters that the rest of the paper or quotation marks make names of."""
    known = {m.text.lower(): m.type for m in found if len(m.text.split()) > 1 and classify(m.text.split()) and m.type in ("PROGRAMME", "ORG", "COMMITTEE") and not m.text.islower()}
    taken = {(m.paragraph, m.start) for m in found}
    mentions: list[Mention] = []
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")\b") if known else None
    for paragraph in paragraphs:
        text = paragraph.text
        for match in _QUOTED.finditer(text):
            mentions.append(Mention(paragraph.index, match.start(), match.end(), tidy(match.group()), "PROGRAMME", 2))
        for match in pattern.finditer(text) if pattern else ():
            if (paragraph.index, match.start()) not in taken:
                mentions.append(Mention(paragraph.index, match.start(), match.end(), match.group(), known[match.group().lower()], 2))
        for match in (*_SENTENCE_CASE.finditer(text), *_AFTER_CAPITAL.finditer(text)):
            groups = match.groupdict()
            name, trust = ("name", 2) if groups["name"] else ("short", 1)
            kind = _HEAD_TYPES.get(groups["head"] or groups.get("short_head") or "", "PROGRAMME")
            mentions.append(Mention(paragraph.index, match.start(name), match.end(name), match[name], kind, trust))
    return mentions
