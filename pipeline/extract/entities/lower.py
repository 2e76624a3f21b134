"""Names in small letters: papers in sentence case write "better care fund" and "director of public health".

A name printed elsewhere with capitals is recognised; so is one that the paper puts in quotation marks before a telling
head ('home first' model). Others are left alone: most stretches of small letters are no names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.entities import cues, plain
from pipeline.extract.entities.canonical import tidy
from pipeline.extract.entities.names import Mention, begins_sentence, classify
from pipeline.language.wording import holds
from pipeline.model.structure import Paragraph

_HEADS = "|".join(sorted(cues.PROGRAMME_HEADS))
_QUOTED = re.compile(rf"[‘'“\"](?P<name>[A-Za-z][\w -]{{3,40}})[’'”\"] (?P<head>{_HEADS})\b")
# Words before a head in small letters that describe and do not name.
_PLAIN = (
    "notice|the|our|new|this|that|these|those|a|an|any|each|every|some|no|all|both|of|for|to|with|its|their|is|are|was|were"
    "|will|his|her|my|your|clear|single|local|joint|national|strong|current|existing|wider|full|annual|draft|final|same"
    "|other|overall|own|"
    "business|action|work|proposed|further|detailed|key|first|second|next|last|long|short|term|good|best|small|large"
    "|more|most|which|who|by|in|on|at|from|as|or|not|be|been|has|have|had|through|via|within|using|into|about|between"
    "|where|when|how|what|"
    "regional|specific|particular|different|various|several|robust|effective|previous|ongoing|comprehensive|revised"
    "|updated|refreshed|bespoke|dedicated|central|relevant|appropriate|two|three|four|five|six|seven|eight|nine|ten|one"
    "|broader|major|main|core|planned|rolling|forward|three-year|five-year|significant|extensive|complex|positive|negative|clinical|whole|entire"
    "|total|initial|recent|future|early|late|strategic|ambitious|successful|"
    "deliver|develop|support|provide|create|review|implement|lead|including|called|said|developing|delivering|also|under"
    "|during|after|before|per|up|out|over|there|they|we|it|he|she|you|i"
)
_MODIFIER = rf"(?!(?:{_PLAIN}|(?!family\b)\w+ly)\b)[a-z][a-z-]{{2,}}(?: (?:people|child|adult|carer|women|young person)[’']?s[’']?)?"
_LATER = (
    r"(?!(?:notice|required|needed|provided|agreed|received|allocated|proposed|requested|raised|"
    r"the|a|an|of|for|to|with|in|by|from|is|are|was|will|be|this|that|and|or|as|at|on|our|its|their)\b)[a-z][a-z-]{2,}"
)
_BEFORE = (
    r"(?:[Tt]he|[Oo]ur|[Aa]n?|new|this|of|and|in|through|via|to|called|by|with|from|under|for|their|its|district-wide|county-wide"
    r"|local|national)"
)
_SENTENCE_CASE = re.compile(
    rf"(?:\b{_BEFORE} |[’']s? |^)(?P<name>{_MODIFIER}(?: and)?(?: {_LATER}){{1,3}} (?P<head>fund|charter|bond|framework"
    r"|pathway|scheme|programme|accreditation|model|strategy|initiative|directory|register|grant|board|forum|panel"
    r"|committee|team|unit|partnership|bureau|bureaux|bureaus))\b(?! (?:meeting|discussion|document|paper|level)s?\b)"
    rf"|\b{_BEFORE} (?P<short>{_MODIFIER} (?P<short_head>fund|charter|bond|framework|pathway|scheme|programme"
    r"|accreditation|board|forum|panel|committee))\b"
)
_SENTENCE_CASE_HEADS = tuple(
    "fund charter bond framework pathway scheme programme accreditation model strategy initiative directory register grant "
    "board forum panel committee team unit partnership bureau".split()
)
"""No name in sentence case is found without one of them."""
_ESTABLISHED = frozenset("fund charter bond board committee".split())
"""Heads that name something even behind "a"; "a training programme" is any."""
_ANY = re.compile(r"\b[Aa]n? $")
_SMALL_HEADS = (
    "partnership|forum|board|alliance|assembly|network|directory|register|committee|panel|strategy|framework|team|office"
    "|bureau|trust|scheme|programme|model|initiative|consultation|service"
)
_CAPITALS = r"[A-Z][\w&-]*(?:(?: (?:and|for|of|it|in|to|the|from))? [A-Z][\w&-]*)*"
_AFTER_CAPITAL = re.compile(
    rf"\b(?P<name>{_CAPITALS}(?: {_LATER}){{0,3}} (?P<head>{_SMALL_HEADS}))\b"
    r"|\b(?P<joined>[A-Z]\w+ from [A-Z]\w+ (?P<joined_head>Team|Service|Group))\b"
)
_AFTER_CAPITAL_HEADS = (*_SMALL_HEADS.split("|"), " from ")
_HEAD_TYPES = {
    **dict.fromkeys("board forum panel committee".split(), "COMMITTEE"),
    **dict.fromkeys("team unit partnership alliance assembly network office bureau bureaux bureaus trust service".split(), "ORG"),
}


def lower_names(paragraphs: Sequence[Paragraph], found: Sequence[Mention]) -> list[Mention]:
    """Mentions in small letters that the rest of the paper or quotation marks make names of."""
    known = {
        m.text.lower(): m.type
        for m in found
        if len(m.text.split()) > 1 and classify(m.text.split()) and m.type in ("PROGRAMME", "ORG", "COMMITTEE") and not m.text.islower()
    }
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
        for match in _SENTENCE_CASE.finditer(text) if holds(text, _SENTENCE_CASE_HEADS) else ():
            name, trust = ("name", 2) if match["name"] else ("short", 1)
            head = match["head"] or match["short_head"]
            if head not in _ESTABLISHED and _ANY.search(text, 0, match.start(name)):
                continue
            kind = _HEAD_TYPES.get(head, "PROGRAMME")
            mentions.append(Mention(paragraph.index, match.start(name), match.end(name), match[name], kind, trust))
        for match in _AFTER_CAPITAL.finditer(text) if holds(text, _AFTER_CAPITAL_HEADS) else ():
            mentions += _after_capital(paragraph.index, text, match)
    return mentions


def _after_capital(index: int, text: str, match: re.Match[str]) -> list[Mention]:
    """A capitalised name whose last words are small ("Fernham learning partnership"); [] where the capital only begins a sentence."""
    name = "name" if match["name"] else "joined"
    start = match.start(name)
    words = match[name].split()
    while words and (
        words[0].lower() in cues.NOT_IN_FRONT or (begins_sentence(text, start) and words[0].lower() in cues.NOT_TO_BEGIN_WITH)
    ):
        start += len(words.pop(0)) + 1
    if "The" in words[1:]:  # a heading run into its first sentence
        cut = words.index("The", 1) + 1
        start += len(" ".join(words[:cut])) + 1
        words = words[cut:]
    capitals = [w for w in words if w[0].isupper()]
    if (
        not capitals
        or not words[0][0].isupper()
        or len(words) < 2
        or all(w.lower() in plain.COMMON_CAPITALS | plain.VAGUE_CAPITALS for w in capitals)
    ):
        return []
    if begins_sentence(text, start) and len(capitals) == 1:
        return []
    kind = _HEAD_TYPES.get((match["head"] or match["joined_head"]).lower(), "PROGRAMME")
    return [Mention(index, start, match.end(name), " ".join(words), kind, 2)]
