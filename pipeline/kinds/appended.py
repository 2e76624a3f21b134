"""What is appended to minutes and reports: found by labels, by the titles that the paper lists, and by what follows its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.kinds import attachments, minutes, report
from pipeline.kinds.letterhead import is_date, is_opening, paragraph_text
from pipeline.kinds.lines import Line
from pipeline.kinds.marks import Mark
from pipeline.language.wording import alike, held, key_words, words

LISTED = re.compile(r"(?:[-•]\s*)?(?:appendix|annexe?)\s+(?P<label>[A-Z]|\d{1,2})\s*[-–—:.]\s*(?P<title>.{4,160})", re.IGNORECASE)
MENTION = re.compile(r"\b(?:[Aa]ppendix|APPENDIX|[Aa]nnexe?|ANNEXE?)\s+(?P<label>[A-Z]|\d{1,2})\b")
PAGES = re.compile(r"\s*\(?(?:pages?|p\.)\s*\d.*$", re.IGNORECASE)
SAME_TITLE = 0.55
MAX_TITLE = 22
FOLLOWS = 12
FEWEST_SLIDE_LINES = 15
SLIDE_WORDS = 10


def marks(found: Sequence[Line], openings: Sequence[Mark], *, paged: bool) -> Iterator[Mark]:
    """Marks of attachments, each after the paper that it is appended to."""
    bounds = [*openings, Mark(len(found), "other", "")]
    for mark, following in pairwise(bounds):
        if mark.kind in ("minutes", "report"):
            last = following.line
            close = _end(found, mark, last)
            if mark.kind == "minutes":
                yield from _after_minutes(found, close, last, paged=paged) if close is not None else ()
            else:
                yield from _after_report(found, mark, close, last, paged=paged)


def _end(found: Sequence[Line], mark: Mark, last: int) -> int | None:
    """The first line after the paper's own close; None where nothing closes it."""
    close = None
    for at in range(mark.line + 1, last):
        if mark.kind == "minutes":
            after = minutes.end(found, at)
            if after is not None:
                close = after
        elif report.ENDS.match(found[at].text):
            close = _past_block(found, at)
            break
        if close is not None and report.ENDS.match(found[at].text) and at - close < 4:
            close = _past_block(found, at)
            break
    return close if close is not None and close < last else None


def _past_block(found: Sequence[Line], at: int) -> int:
    """The first line after the paragraph that line `at` stands in, a page's break within it included."""
    while at + 1 < len(found) and (
        found[at + 1].block is found[at].block or (found[at + 1].text[:1].islower() and not found[at].text.endswith("."))
    ):
        at += 1
    return at + 1


def _after_minutes(found: Sequence[Line], close: int, last: int, *, paged: bool) -> Iterator[Mark]:
    labelled = next((mark for mark in attachments.appendix_marks(found, close, close + 1, paged=paged)), None)
    yield labelled or _first(found, close, last, "appendix")
    inside = (
        *attachments.appendix_marks(found, close, last, paged=paged),
        *attachments.slide_marks(found, close, last),
        *_letterheads(found, close, last),
    )
    for mark in inside:
        if mark.line > close:
            yield mark._replace(attached=True)


def shown(found: Sequence[Line]) -> bool:
    """Whether these lines read like slides: many short ones, hardly a paragraph."""
    counts = [len(words(line.text)) for line in found if line.block.kind != "table"]
    return len(counts) >= FEWEST_SLIDE_LINES and median(counts) <= SLIDE_WORDS and sum(n > 30 for n in counts) <= 0.05 * len(counts)


def _letterheads(found: Sequence[Line], start: int, stop: int) -> Iterator[Mark]:
    """The body's name at the head of a paper of its own, with a date or a title under it."""
    for at in range(start, stop - 1):
        if is_opening(found, at) and found[at].apart and found[at + 1].apart and not is_opening(found, at - 1):
            yield _first(found, at, stop, "appendix")


def _first(found: Sequence[Line], start: int, last: int, kind: str) -> Mark:
    """An attachment that begins here: its title is the first line that is neither letterhead nor date."""
    title = ""
    for line in found[start : min(last, start + 6)]:
        if not is_opening(found, line.at) and not is_date(line):
            title = paragraph_text(found, line.at).strip(" :")
            break
    nearby = [line for line in found[start : start + 3] if attachments.QUESTIONS.fullmatch(line.text.strip(" :"))]
    chosen = "public_questions" if nearby else kind
    if nearby:
        title = nearby[0].text.strip(" :")
    elif title:
        title = _with_second_line(found, start, title)
    return Mark(start, chosen, title or found[start].text, 2, attached=True)  # type: ignore[arg-type]  # one of the kinds of part


def _with_second_line(found: Sequence[Line], start: int, title: str) -> str:
    """A title that runs on in the next printed line, which begins in lower case."""
    for at in range(start, min(len(found) - 1, start + 6)):
        if found[at].text.strip(" :") == title:
            after = found[at + 1]
            if (not after.apart or after.gap == 1) and after.text[:1].islower() and len(words(after.text)) < 12:
                return f"{title} {after.text}"
    return title


def _after_report(found: Sequence[Line], mark: Mark, close: int | None, last: int, *, paged: bool) -> Iterator[Mark]:
    own = found[mark.line : close or last]
    listed = _listed(own)
    series = next(iter(listed), None) or _first_mention(own)
    begin = close if close is not None else mark.line + FOLLOWS
    if close is not None:
        title = _first(found, close, last, "appendix")
        yield title._replace(
            title=_better_title(found, close, mark.title, listed, title.title), label=f"Appendix {series}" if series else None
        )
        titled = list(_by_title(found[close:last], listed))
        yield from titled
        done = {each.label for each in titled}
        yield from (each for each in _labelled(found, begin, last, series or "", paged=paged) if each.label not in done)
    else:
        yield from _labelled(found, begin, last, "", paged=paged)


def _listed(stretch: Sequence[Line]) -> dict[str, str]:
    """Labels and titles of appendices as the report names them: "Appendix B - Explanation of variances (Page 37)"."""
    found: dict[str, str] = {}
    for line in stretch:
        match = LISTED.fullmatch(line.text)
        if match:
            found.setdefault(match["label"].upper(), PAGES.sub("", match["title"]).strip())
    return found


def _better_title(found: Sequence[Line], close: int, title: str, listed: dict[str, str], given: str) -> str:
    """Of the first lines the one that says what the report, or its list of appendices, calls the paper."""
    wanted = [*list(listed.values())[:1], title]
    for line in found[close : close + 5]:
        if any(alike(line.text, want) >= SAME_TITLE or held(line.text, want) >= 0.9 for want in wanted if want):
            return line.text.strip(" :")
    return given


def _first_mention(own: Sequence[Line]) -> str | None:
    """The first label that the report speaks of."""
    match = next((match for line in own for match in [MENTION.search(line.text)] if match), None)
    return match["label"] if match else None


def _labelled(found: Sequence[Line], begin: int, last: int, series: str, *, paged: bool) -> Iterator[Mark]:
    """Appendix labels in order, A then B, 1 then 2: another series is the appendix's own, and a label again is a running header."""
    for mark in attachments.appendix_marks(found, begin, last, paged=paged):
        label = (mark.label or "").split()[-1]
        if not series or label == _next(series):
            series = label
            yield mark


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label[0]) + 1)


def _by_title(stretch: Sequence[Line], listed: dict[str, str]) -> Iterator[Mark]:
    """Where no label is printed: a title-like paragraph that says what the list calls one of the next appendices."""
    waiting = list(listed.items())[1:]
    for at, line in enumerate(stretch):
        if not waiting or line.block.kind in ("table", "item") or not line.apart:
            continue
        whole = " ".join(other.text for other in stretch[at : at + 3] if other.block is line.block)
        if len(words(whole)) > MAX_TITLE or whole[-1:] in ".;,:":
            continue
        hit = next((n for n, (_, title) in enumerate(waiting) if _names(title, whole)), None)
        if hit is not None:
            yield Mark(line.at, "appendix", whole.strip(" :"), 3, None, f"Appendix {waiting[hit][0]}", attached=True)
            waiting = waiting[hit + 1 :]


def _names(title: str, text: str) -> bool:
    return held(title, text) >= SAME_TITLE and len(key_words(title) & key_words(text)) >= 2
