"""A document divided into parts: `divide` finds where the agenda, the minutes, each report and each appendix begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.kinds import agenda, appended, attachments, listed, minutes, report, unheaded, webpage, whole
from pipeline.kinds.build import build
from pipeline.kinds.lines import Line, lines
from pipeline.kinds.marks import Mark
from pipeline.language.wording import plain
from pipeline.model.documents import Document
from pipeline.model.structure import Part, PartKind

KINDS: dict[str, Callable[[Sequence[Line]], Iterator[Mark]]] = {
    "agenda": agenda.marks,
    "minutes": minutes.marks,
    "meeting page": webpage.marks,
    "report": report.marks,
    "forward_plan": attachments.plan_marks,
}
"""Kinds that stand on their own in a pack; appendices and slides hang on these (`appended`), and a file that is
one paper of another kind is known by its head (`whole`)."""
ALONE = ("inspection", "web", "decision_record")
NEAR = 6
"""Marks so near to one another are one opening."""
FEW = 3
"""The same after an attachment."""
HEAD_OF_REPORT = 12
"""Lines in which a report's own header stands."""
CERTAIN = 3
"""Weight of a mark with a printed label or a listed title."""


def divide(document: Document) -> tuple[Part, ...]:
    """Parts in order, without gaps: the first begins at 0, each ends where the next begins, the last at the text's end."""
    found = lines(document)
    if not found:
        return (Part(0, "other", document.title or document.source.path.stem, 0, len(document.text)),)
    alone = whole.kind_of(document, found, document.source.path.stem)
    marks = _settled([mark for find in KINDS.values() for mark in find(found)])
    if alone in ALONE and not any(_outweighs(mark, alone) for mark in marks):
        marks = []
    elif not marks and alone in (None, "appendix"):
        marks = list(unheaded.marks(found)) or _series(found)
    if marks:
        marks = _settled([*marks, *listed.marks(document, found, marks)])
        paged = len(document.pages) > 1
        marks = _settled(
            [*marks, *appended.marks(found, [mark for mark in marks if not mark.attached], paged=paged), *_bookmarked(document, found)]
        )
    return build(document, found, marks, alone)


def _outweighs(mark: Mark, alone: PartKind) -> bool:
    """Whether a mark says that the file is no paper on its own: a committee's report at its head only speaks of an inspection."""
    return mark.kind in ("agenda", "minutes") or (alone == "inspection" and mark.kind == "report" and mark.line < HEAD_OF_REPORT)


def _series(found: Sequence[Line]) -> list[Mark]:
    """A file of several appendices and nothing else: labels at the tops of its pages, from the first page on."""
    labelled = [mark for mark in attachments.appendix_marks(found, 0, len(found), paged=True) if found[mark.line].top]
    marks = [mark for i, mark in enumerate(labelled) if mark.label not in [other.label for other in labelled[:i]]]
    return [mark._replace(attached=False) for mark in marks] if len(marks) > 1 and found[marks[0].line].page == found[0].page else []


def _bookmarked(document: Document, found: Sequence[Line]) -> Iterator[Mark]:
    """Appendices that the file's bookmarks point to."""
    for bookmark in document.bookmarks:
        match = attachments.APPENDIX.fullmatch(plain(bookmark.title))
        line = next((line for line in found if line.page == bookmark.page), None) if match else None
        if match and line and line.at:
            label = f"{match['word'].capitalize()} {match['label'].upper()}"
            yield Mark(line.at, "appendix", match["title"].strip(" :") or line.text, 4, None, label, attached=True)


def _settled(marks: list[Mark]) -> list[Mark]:
    """In order, one for each opening: of neighbours the heavier."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.line, -m.weight)):
        last = kept[-1] if kept else None
        if last is None or mark.line - last.line >= _apart(last, mark):
            kept.append(mark)
        elif mark.weight > last.weight:
            kept[-1] = mark._replace(line=last.line if not last.attached or last.weight > 1 else mark.line)
    return kept


def _apart(last: Mark, mark: Mark) -> int:
    """How many lines must lie between two openings: an attachment can be as short as a question and its answer."""
    if {last.kind, mark.kind} == {"cover", "agenda"} or (mark.label and mark.weight >= CERTAIN and last.kind == mark.kind):
        return 1
    return FEW if last.attached else NEAR
