"""Sentences that resolve: who decided, with which verbs, and where what was decided begins.

Comes in: one paragraph of minutes. Goes out: a `Resolving` for each sentence that records a decision of the body. A verb
in capitals or bold is the minutes' own mark of a decision; without the mark only forms that leave no doubt are taken:
"It was agreed to ...", "The Committee approved the ...", "The minutes ... were confirmed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.decisions import resolving_cues as cues
from pipeline.extract.minutes import body, emphasised
from pipeline.language.sentences import sentences
from pipeline.model.structure import Paragraph

PROPOSED_AND = (cues.AND_RESOLVED, cues.PROPOSED_IT_WAS, cues.IN_AGREEMENT)
"""A motion and what became of it in one sentence."""


@dataclass(frozen=True, slots=True)
class Resolving:
    """A sentence that records a decision."""

    start: int
    """Where the sentence begins in the paragraph's text."""
    complement: int
    """Where what was decided begins: after the verbs."""
    end: int
    verbs: tuple[str, ...]
    marked: bool
    """The minutes print the verb in capitals or bold."""
    whole: bool = False
    """What was decided stands before the verb: the sentence is the decision ("The minutes were agreed")."""


def resolvings(paragraph: Paragraph) -> Iterator[Resolving]:
    """Each sentence of a paragraph that decides."""
    if not cues.QUICK.search(paragraph.text):
        return
    first = body(paragraph)
    for start, end in sentences(paragraph.text[first:]):
        found = _sentence(paragraph, first + start, first + end)
        if found:
            yield found


def _sentence(paragraph: Paragraph, start: int, end: int) -> Resolving | None:
    text = paragraph.text[start:end]
    for find in (_at_start, _by_body, _it_was, _passive, _minutes, _voted, _elected, _body_alone, _short_passive):
        found = find(paragraph, start, text)
        if found:
            return found
    return None


def _made(paragraph: Paragraph, start: int, text: str, match: re.Match[str], *, whole: bool = False) -> Resolving:
    marks = [paragraph.text[start + a : start + b] for a, b in _marked(paragraph, start, text)]
    own = cues.DECIDING.findall(match["verbs"])
    verbs = tuple(dict.fromkeys(word.upper() for word in [*own, *marks]))
    complement = start if whole else start + match.end("verbs")
    return Resolving(
        start, complement, start + len(text), verbs, _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")), whole
    )


def _is_marked(paragraph: Paragraph, start: int, end: int) -> bool:
    return (paragraph.text[start:end].isupper() and not paragraph.text.isupper()) or emphasised(paragraph, start, end)


def _marked(paragraph: Paragraph, start: int, text: str) -> Iterator[tuple[int, int]]:
    """Verbs in capitals or bold anywhere in the sentence, in order."""
    for match in re.finditer(r"\b[A-Za-z]{4,}\b", text):
        if cues.MARKS.fullmatch(match[0]) and (match[0].isupper() or emphasised(paragraph, start + match.start(), start + match.end())):
            yield match.start(), match.end()


def _at_start(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = cues.AT_START.match(text) or next((m for form in PROPOSED_AND if (m := form.search(text))), None)
    if not match:
        return None
    if cues.NOTHING_AFTER.match(text[match.end() :]) and match["verbs"].casefold() in ("agreed", "approved"):
        return None
    if (
        match["verbs"].casefold() in ("agreed", "decided", "noted")
        and not match["verbs"].isupper()
        and match.re is cues.AT_START
        and not _plain_start(text, match)
    ):
        return None
    return _made(paragraph, start, text, match)


def _plain_start(text: str, match: re.Match[str]) -> bool:
    """ "Agreed: that ..." and "Agreed to ..." decide; "Agreed with the view" does not."""
    return bool(cues.PLAIN_START.match(text[match.end() :]))


def _by_body(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    for match in cues.BY_BODY.finditer(text):
        both = cues.BOTH.fullmatch(match["verbs"])
        verb = both["second"] if both else re.split(r"\W", match["verbs"])[0].casefold()
        if _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")) or any(
            _is_marked(paragraph, start + match.start("verbs") + word.start(), start + match.start("verbs") + word.end())
            for word in re.finditer(r"[A-Za-z-]+", match["verbs"])
            if word[0] != "and"
        ):
            if verb in cues.WEIGHS.split("|") and not match["verbs"].isupper() and len(match["verbs"].split()) == 1:
                continue
            return _made(paragraph, start, text, match)
        if re.fullmatch(rf"{cues.PLAIN}|accepted", verb) and _decides_plainly(text, match, verb):
            return _made(paragraph, start, text, match)
    return None


def _decides_plainly(text: str, match: re.Match[str], verb: str) -> bool:
    if is_past(text) or cues.RETOLD.search(text[: match.start()]):
        return False
    follows = {"noted": cues.AFTER_NOTED, "accepted": cues.ACCEPTED}.get(verb, cues.AFTER_AGREED)
    return bool(follows.match(text[match.end() :]))


def is_past(text: str) -> bool:
    """Whether a sentence tells of another meeting or an earlier decision."""
    match = cues.PAST.search(text)
    if match and cues.HERE.match(text, match.start()):
        return False
    return bool(match) and not cues.THIS_MEETING.search(match[0] if match else "")


def _it_was(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = cues.IT_WAS.search(text)
    if not match:
        return None
    if _is_marked(paragraph, start + match.start("verbs"), start + match.end("verbs")):
        weak = match["verbs"].casefold() in ("requested", "recommended") and not match["verbs"].isupper()
        return None if weak else _made(paragraph, start, text, match)
    if (
        match["verbs"].casefold() not in ("agreed", "resolved", "decided")
        or is_past(text)
        or cues.RETOLD.search(text[: match.start()])
        or not cues.AFTER_AGREED.match(text[match.end() :])
    ):
        return None
    return _made(paragraph, start, text, match)


def _passive(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    if cues.PROPOSED_ONLY.match(text):
        return None
    for match in cues.PASSIVE.finditer(text):
        capitals = match["verbs"].isupper() or emphasised(paragraph, start + match.start("verbs"), start + match.end("verbs"))
        fate = match["verbs"].casefold() in ("carried", "rejected") and cues.FATE.search(text[: match.start()])
        if capitals and not text.isupper() and not fate:
            return _made(paragraph, start, text, match, whole=True)
    return None


def _minutes(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    match = cues.MINUTES.search(text) or cues.RECEIVED_AND.search(text)
    if cues.PROPOSED_ONLY.match(text):
        return None
    return _made(paragraph, start, text, match, whole=True) if match and len(text) < 500 else None


def _voted(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "Members voted by 3 to 1 to support the application." """
    match = cues.VOTED.search(text)
    return _made(paragraph, start, text, match) if match and not is_past(text) and not cues.RETOLD.search(text[: match.start()]) else None


def _elected(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "Cllr Orr was duly elected Chairman for the year." """
    match = cues.ELECTED.search(text) or cues.DECLARED_ELECTED.search(text)
    found = match and not is_past(text) and not cues.RETOLD.search(text[: match.start()])
    return _made(paragraph, start, text, match, whole=True) if match and found else None


def _body_alone(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "The Committee unanimously:" over limbs that carry the verbs."""
    match = cues.BODY_ALONE.search(text)
    if not match or start + len(text) < len(paragraph.text):
        return None
    return Resolving(start, start + len(text), start + len(text), (), False)


def _short_passive(paragraph: Paragraph, start: int, text: str) -> Resolving | None:
    """ "The financial statement was received and noted." """
    match = cues.SHORT_PASSIVE.match(text)
    if (
        not match
        or len(text.split()) > 34
        or is_past(text)
        or not cues.BUSINESS.search(text[: match.start("verbs")])
        or cues.SEVERAL_VERBS.search(text[: match.start("verbs")])
    ):
        return None
    if cues.NO_BUSINESS.search(text[: match.start("verbs")]) or cues.BY_OTHERS.match(text[match.end() :]) or text.rstrip().endswith(":"):
        return None
    return _made(paragraph, start, text, match, whole=True)
