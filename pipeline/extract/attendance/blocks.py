"""Names in the labelled blocks at the head of minutes: "Present:", "In attendance:", "Substitutes", "Apologies".

Comes in: the paragraphs of minutes. Goes out: one `Seen` for each name, with status, role and whom a substitute replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.extract.attendance.labels import CLERK, LABEL, MEMBERS_NAMED, TOLD
from pipeline.extract.minutes import body
from pipeline.language.people import NAME_ALONE, TITLED, bare, titled
from pipeline.language.roll_posts import Entry
from pipeline.language.rolls import entries
from pipeline.model.structure import Paragraph

REMOTE = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|by video|via (?:(?:ms|microsoft) )?(?:zoom|teams)|"
    r"on ?line)\b",
    re.IGNORECASE,
)
ONLINE_NOTE = re.compile(
    rf"\s*\([^()]*{REMOTE.pattern}[^()]*\)|^[^,()]*{REMOTE.pattern}[^,()]*$|,[^,()]*{REMOTE.pattern}[^,()]*$", re.IGNORECASE
)
SUBSTITUTE = re.compile(
    r"^[\s,–—-]*\(?\s*(?:(?:was\s+|is\s+|(?:had|has)\s+been\s+)?(?:acting\s+|appointed\s+|nominated\s+|attending\s+)?(?:as\s+)?(?:an?\s+)?"
    r"(?:substitut(?:e|ed|ing)(?:\s+member)?|sub|deputi[sz]ing|in\s+(?:the\s+)?place|on\s+behalf)\b\.?\s*(?:for|of)?|"
    r"(?:in\s+place\s+of|for|replac(?:ing|ed)|vice))\s*:?\s*(?:the\s+)?",
    re.IGNORECASE,
)
WHOSE = re.compile(
    r"^[\s,]*(?:(?:was|is|were)\s+)?(?:(?:attending|attended|acting|"
    r"present)\s+)?as\s+(?=[A-Z][^.;]{3,50}?['’]s?\s+(?:named\s+)?(?:substitute|reserve|deputy)\b)"
)
""" "Mr A was attending as Mr B's substitute"."""
A_SUBSTITUTE = re.compile(r"(?:(?:named|nominated)\s+)?sub(?:stitut(?:e|ing))?(?:\s+member)?\.?(?:\s*[–—;,-].*)?", re.IGNORECASE)
INSTEAD_OF = re.compile(r"sub|place|deputi|behalf|replac", re.IGNORECASE)
IN_PERSON = re.compile(r"\b(?:in\s+person|in\s+the\s+(?:room|chamber)|physically)\b", re.IGNORECASE)
""""In attendance in person:" and then "In attendance remotely:": both are of the same standing."""
OWN_CHAIR = re.compile(r"\W*(?P<role>Cathaoirleach|Convener|Provost)\b", re.IGNORECASE)
ATTENDING = re.compile(r"\W*attending\b", re.IGNORECASE)
"""Behind those present, those attending are no members."""
BESIDE_CHAIR = re.compile(r"\W*also\s+present\b", re.IGNORECASE)
"""Under "Presiding: Cllr A" alone, those also present are the members."""
NONE = re.compile(r"^\W*(?:none|nil|there were no|no apologies|not applicable)\b", re.IGNORECASE)
INLINE = re.compile(
    r"(?<=\S)\s+(?=(?:Councillors|Members|Officers|(?:Parish |Town )?Clerk|Apologies|"
    r"In [Aa]ttendance|Also [Pp]resent|Members of (?:the )?[Pp]ublic)\s*:)"
)
"""Labels that follow one another on a line: "Chairman: Cllr A Councillors: B, C Clerk: Mrs D"."""
OF_ATTENDANCE = re.compile(r"present|attend|apolog|absen|roll|sederunt|member|substitut|welcome|introduc", re.IGNORECASE)
"""Items under which minutes can still say who was there."""
KIND_OF_MEMBER = re.compile(r"[^:;,()]{3,60}(?:councillors|members|representatives|officers|advisers|observers)\s*:\s*", re.IGNORECASE)
""" "Aldermere County Councillors:" over its names."""
FIRST_LINES, FEWEST = 14, 3
"""Paragraphs in which members can be listed without a label, and names that such a list has."""
ASIDE = re.compile(r"\([^()]*\)")
ITEM_NUMBER = re.compile(r"^\d{1,4}[a-z]?[.)]?$")
HEAD = 60
"""Paragraphs of minutes in which the blocks stand, before or as their first items."""
RUNS_ON = re.compile(r"(?:[,;(&]|\band|\bof|\bfor|\b[A-Z]\.)\s*$")
Stretch = tuple[Paragraph, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """One person as one place names them."""

    name: str
    status: str
    pieces: tuple[tuple[Paragraph, int, int], ...]
    role: str | None = None
    for_: str | None = None
    remote: bool = False


@dataclass
class _State:
    """Where the reading of the blocks stands."""

    status: str | None = None
    remote: bool = False
    in_person: str | None = None
    labels: list[str] = field(default_factory=list)
    block: list[Stretch] = field(default_factory=list)
    number: str | None = None
    inside: bool = False
    """Within the business of the meeting, where only those who came for an item are named."""

    def take(self) -> Iterator[Seen]:
        yield from _block(self.block, self.status, self.remote)
        self.block = []


def blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Seen]:
    """Names in the labelled blocks at the head of the minutes."""
    state = _State()
    for place, paragraph in enumerate(paragraphs[:HEAD]):
        if paragraph.kind == "heading" and paragraph.number:
            state.inside, state.number = not OF_ATTENDANCE.search(paragraph.text), paragraph.number
        for stretch in _stretches(paragraph):
            unnamed = state.status in ("present", "chair") if state.labels else place < FIRST_LINES
            label = _label(stretch, of_members=unnamed, listed=bool(state.labels))
            label = None if label and state.inside and label[0] != "also_present" else label
            if paragraph.kind == "heading" or label or not state.status:
                yield from state.take()
            if label:
                _labelled(state, stretch, *label)
            elif paragraph.kind == "heading":
                state.status = None
            elif state.status and ((_is_item(paragraph) and paragraph.number != state.number) or _is_prose(paragraph)):
                yield from state.take()
                state.status = None
            elif state.status:
                state.block.append(stretch)
    yield from state.take()


def _stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    """A paragraph from its words on, in as many stretches as it has labels on its line."""
    text = paragraph.text
    cuts = [body(paragraph), *(m.end() for m in INLINE.finditer(text) if ":" in text[: m.start()]), len(text)]
    yield from ((paragraph, low, high) for low, high in pairwise(cuts))


def _labelled(state: _State, stretch: Stretch, status: str, at: int) -> None:
    """A label begins a block: its status, which can depend on the labels before it, and the names on its own line."""
    paragraph, start, end = stretch
    said = paragraph.text[start:at]
    state.status, state.remote = status, bool(REMOTE.search(said))
    if state.labels == ["chair"] and BESIDE_CHAIR.match(paragraph.text):
        state.status = "present"
    if "present" in state.labels and ATTENDING.match(paragraph.text):
        state.status = "also_present"
    state.status = state.in_person if state.in_person and state.remote else state.status
    state.in_person = state.status if IN_PERSON.search(said) else state.in_person
    state.labels.append(state.status)
    if paragraph.text[at:end].strip(" *."):
        state.block.append((paragraph, at, end))


def _label(stretch: Stretch, *, of_members: bool, listed: bool) -> tuple[str, int] | None:
    """The status that a label gives to what follows it, and where the names begin; `of_members`: those who come next are members,
    `listed`: a label stood above."""
    paragraph, start, end = stretch
    text = paragraph.text[start:end]
    for status, pattern in LABEL:
        match = pattern.match(text)
        if match and (match["stop"] or match.end() == len(text) or status not in TOLD or text[: match.end()].isupper()):
            return status, start + match.end()
    if clerk := CLERK.match(text):
        return "also_present", start if text[clerk.end() :].strip() else end
    if of_members and MEMBERS_NAMED.match(text) and not _is_prose(paragraph) and (listed or len(entries(text)) >= FEWEST):
        return "present", start
    return None


def _is_item(paragraph: Paragraph) -> bool:
    return bool(paragraph.number and ITEM_NUMBER.match(paragraph.number)) and not TITLED.search(paragraph.text)


def _is_prose(paragraph: Paragraph) -> bool:
    """A sentence of the meeting, not a name: it has a verb."""
    return bool(
        re.search(
            r"\b(?:was|were|had|gave|arrived|left|joined|departed|opened|welcomed|noted|adjourned|extended|expressed|stated|asked|resolved|"
            r"agreed|at the outset)\b",
            ASIDE.sub(" ", paragraph.text),
            re.IGNORECASE,
        )
    )


def _block(block: list[Stretch], status: str | None, remote: bool) -> Iterator[Seen]:
    """The names of one block; lines that run on are read as one."""
    if not block or not status or (status == "apologies" and any(_sentence_like(p.text[at:end]) for p, at, end in block)):
        return
    joined = _Joined([(p, at, end) for p, at, end in block if not KIND_OF_MEMBER.fullmatch(p.text[at:end])])
    if NONE.match(joined.text):
        return
    for place, entry in enumerate(entries(joined.text)):
        yield from _seen(entry, joined, "present" if place and status == "chair" else status, remote)


def _sentence_like(text: str) -> bool:
    return bool(re.search(r"\b(?:were|was|had|have|received|reported|submitted|sent|gave)\b", text))


class _Joined:
    """Lines of a block as one text with the way back to their paragraphs."""

    def __init__(self, block: list[Stretch]) -> None:
        self.text = ""
        self.starts: list[tuple[int, Paragraph, int, int]] = []
        for paragraph, at, end in block:
            if self.text:
                self.text += " " if RUNS_ON.search(self.text) or self.text.count("(") > self.text.count(")") else "\n"
            self.starts.append((len(self.text), paragraph, at, end))
            self.text += paragraph.text[at:end]

    def pieces(self, start: int, end: int) -> tuple[tuple[Paragraph, int, int], ...]:
        found = []
        for low, paragraph, at, stop in self.starts:
            high = low + stop - at
            if start < high and low < end:
                found.append((paragraph, at + max(start, low) - low, at + min(end, high) - low))
        return tuple(found)


def _seen(entry: Entry, joined: _Joined, status: str, remote: bool) -> Iterator[Seen]:
    """The person of an entry; "Cllr A for Cllr B" is a substitute, and B, named again by the list, is none of those present."""
    if _is_replaced(joined.text, entry):
        return
    last = bare(entry.name).split()[-1]
    name_end = joined.text.find(last, entry.start) + len(last)
    after = joined.text[name_end:].split("\n")[0]
    instead = SUBSTITUTE.match(after)
    replaced = first_name(after[instead.end() :], untitled=bool(INSTEAD_OF.search(instead[0]))) if instead else None
    if instead and replaced and status != "apologies":
        end = name_end + instead.end() + after[instead.end() :].find(bare(replaced)) + len(bare(replaced))
        yield Seen(entry.name, "substitute", joined.pieces(entry.start, end), None, replaced, remote)
        return
    post = ONLINE_NOTE.sub("", entry.role).strip(" ,") if entry.role else None
    own = OWN_CHAIR.match(joined.starts[0][1].text)
    role = (own["role"].title() if own else "Chair") if status == "chair" and not post else post or None
    online = bool(REMOTE.search(f"{entry.note} {entry.role}"))
    said = "present" if status == "chair" else status
    said = "substitute" if said == "present" and A_SUBSTITUTE.fullmatch(entry.note or "") else said
    yield Seen(entry.name, said, joined.pieces(entry.start, entry.end), role, None, remote or online)


def _is_replaced(text: str, entry: Entry) -> bool:
    """Whether a name stands after "substitute for": the person replaced, named in the line of the other."""
    before = text[: entry.start].split("\n")[-1]
    return bool(re.search(r"(?:substitut\w+\s+for|in\s+place\s+of|\bfor|on\s+behalf\s+of|replacing|vice)\s*:?\s*$", before, re.IGNORECASE))


def first_name(text: str, *, untitled: bool = False) -> str | None:
    """The name that a text begins with; `untitled`: words that only a name can follow stand before it."""
    text = text.lstrip(" (:")
    if match := TITLED.match(text):
        return next((re.sub(r"['’]s?$", "", person.name) for person in titled(match.group())), None)
    alone = NAME_ALONE.match(text) if untitled else None
    return alone["name"] if alone and len(alone["name"].split()) > 1 else None
