"""What moved, what disagrees, which sums fail: `matters changes` and `matters audit` as pages and files."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import partial
from typing import Any, NamedTuple

from pipeline.check import audit as audited
from pipeline.lookup.changes import Change, Side
from pipeline.lookup.changes import changes as found_changes
from pipeline.lookup.cite import identify
from pipeline.lookup.text.terms import stems
from pipeline.model.answers import AuditRow, Citation, Filters
from pipeline.model.documents import Place
from pipeline.render import plain
from pipeline.render.workbook import Sheet, workbook
from pipeline.web.ahead import whole
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.differing import sides
from pipeline.web.pages.downloads import MEDIA, about, as_csv, attached
from pipeline.web.pages.facts import FORMS
from pipeline.web.templating import page
from pipeline.web.workers import Page

SHOWN = 25
NATURES = {
    "contradiction": "Contradicted: one thing, told in two ways", "deadline_slip": "Deadline moved", "number_changed": "Number changed",
    "achieved": "Reported achieved", "not_mentioned": "Not mentioned since", "restated_same": "Restated",
}  # fmt: skip
CHECKS = {
    "sum": "Sum", "variance": "Variance", "percentage": "Percentage", "share": "Share", "repeated_total": "Total repeated",
    "score": "Score", "disagreement": "Statements disagree", "votes": "Votes", "missing_minutes": "No minutes", "no_text": "No text",
    "repeat": "Printed again",
}  # fmt: skip
EXPECTED = {
    "sum": "Its parts come to", "variance": "The difference is", "percentage": "It comes to", "share": "It comes to",
    "repeated_total": "The table says", "score": "The scores make", "disagreement": "Elsewhere", "votes": "The list says",
}  # fmt: skip
"""What stands opposite the printed value, by check."""
CITED = ("document", "page", "paragraph", "label", "url")
"""Of a citation, in a spreadsheet."""
SEVERITIES = {"fault": "Faults", "rounding": "What rounding can explain", "note": "Notes"}


class Finding(NamedTuple):
    """A finding of the audit and where each citation of it leads."""

    row: AuditRow
    cited: tuple[tuple[Citation, str], ...]


def changes(library: Any, asked: Asked) -> Reply:
    """What became of commitments and figures, the gravest first."""
    every = _changes(library, asked)
    counts = Counter(change.nature for change in every)
    chosen = asked["nature"] if asked["nature"] in NATURES else ""
    some = [change for change in every if chosen in ("", change.nature)]
    number, last = asked.number("page", 1, 10_000), max(1, -(-len(some) // SHOWN))
    shown = [(one, *sides(library, one)) for one in some[(number - 1) * SHOWN : number * SHOWN]]
    return page(
        "changes.html", asked=asked, changes=shown, total=len(some), counts=counts, chosen=chosen, natures=NATURES, number=number,
        last=last, choices=library.coverage(Filters()), forms=FORMS,
    )  # fmt: skip


def audit(library: Any, asked: Asked) -> Reply:
    """What does not fit together, the surest first."""
    every = _audit(library, asked)
    counts = Counter(row.check for row in every)
    chosen = asked["check"] if asked["check"] in CHECKS else ""
    some = [row for severity in SEVERITIES for row in every if row.severity == severity and chosen in ("", row.check)]
    number, last = asked.number("page", 1, 10_000), max(1, -(-len(some) // SHOWN))
    shown = [Finding(row, tuple((one, _marked(one, row)) for one in row.citations)) for row in some[(number - 1) * SHOWN : number * SHOWN]]
    groups = [(told, [one for one in shown if one.row.severity == severity]) for severity, told in SEVERITIES.items()]
    return page(
        "audit.html", asked=asked, groups=[group for group in groups if group[1]], total=len(some), counts=counts, chosen=chosen,
        checks=CHECKS, expected=EXPECTED, hashes={paper.name: paper.sha256[:12] for paper in library.documents()}, number=number,
        last=last, choices=library.coverage(Filters()), forms=FORMS,
    )  # fmt: skip


def changes_as(form: str) -> Page:
    """All changes that the page lists, as a file of this form."""
    return partial(_changes_file, form)


def audit_as(form: str) -> Page:
    """All findings that the page lists, as a file of this form."""
    return partial(_audit_file, form)


def found(library: Any) -> list[Change]:
    """Every change of the library; takes seconds on a large one."""
    return list(found_changes(library, Filters()))


def wrong(library: Any) -> list[AuditRow]:
    """Every finding of the library; takes seconds on a large one."""
    return list(audited(library, Filters()))


def _changes_file(form: str, library: Any, asked: Asked) -> Reply:
    rows = [one for one in _changes(library, asked) if asked["nature"] in ("", one.nature)]
    return _file(
        library, asked, "changes", "What changed", form, [plain.change(one) if form == "json" else _flat_change(one) for one in rows]
    )


def _audit_file(form: str, library: Any, asked: Asked) -> Reply:
    rows = [row for row in _audit(library, asked) if asked["check"] in ("", row.check)]
    return _file(
        library, asked, "audit", "What does not add up", form, [plain.audit(row) if form == "json" else _flat_finding(row) for row in rows]
    )


def _file(library: Any, asked: Asked, name: str, title: str, form: str, rows: list[plain.Json]) -> Reply:
    """These rows as a file, which says what it was narrowed to."""
    if form == "json":
        return Reply(json.dumps(rows, ensure_ascii=False).encode(), MEDIA[form])
    told = [f"{key}: {value}" for key, value in asked.query if value and key != "page"]
    body = as_csv(rows) if form == "csv" else workbook(Sheet.of(title, rows), about(library, title, told, len(rows)))
    return Reply(body, MEDIA[form], headers=attached(f"{name}.{form}"))


def _flat_change(change: Change) -> plain.Json:
    """A change as one row of a spreadsheet: what each side says, when and where."""
    row: plain.Json = {"subject": change.subject, "nature": change.nature}
    for name, side in (("a", change.a), ("b", change.b)):
        cited = side.citation if side else None
        row |= {f"{name}_text": side.text if side else None, f"{name}_date": cited.meeting_date if cited else None}
        row |= {f"{name}_{field}": getattr(cited, field, None) for field in CITED}
    return row


def _flat_finding(row: AuditRow) -> plain.Json:
    """A finding as one row of a spreadsheet: with its first citation, and the labels of the others."""
    told = {name: value for name, value in plain.audit(row).items() if name != "citations"}
    first = {f"citation_{field}": getattr(row.citations[0], field) if row.citations else None for field in CITED}
    return {**told, **first, "other_citations": "; ".join(one.label for one in row.citations[1:])}


def _changes(library: Any, asked: Asked) -> list[Change]:
    """Those of which one side passes the filters, and which hold the words between them. Raises WorkingError."""
    every: list[Change] = whole(library, "changes", found)
    words = set(stems(asked["topic"]))
    return [one for one in every if any(passes(side.citation, asked) for side in _both(one)) and words <= _words(one, words)]


def _audit(library: Any, asked: Asked) -> list[AuditRow]:
    """Those that name a paper, or cite a place, that passes the filters. Raises WorkingError."""
    every: list[AuditRow] = whole(library, "audit", wrong)
    named, other = asked["document"].casefold(), any(asked[name] for name in ("committee", "council", "since", "until"))
    return [
        row
        for row in every
        if (not other and named in row.document.casefold()) or any(passes(one, asked) for one in row.citations)
    ]  # fmt: skip


def passes(cited: Citation, asked: Asked) -> bool:
    """Whether what is cited stands in a paper that the filters of a list let through."""
    council, committee, name = (asked[field].casefold() for field in ("council", "committee", "document"))
    day = cited.meeting_date or ""
    return (
        council in (cited.council or "").casefold()
        and committee in (cited.committee or "").casefold()
        and name in f"{cited.document} {cited.document_title}".casefold()
        and (not asked["since"] or day >= asked["since"])
        and (not asked["until"] or "" < day <= asked["until"])
    )


def _both(change: Change) -> list[Side]:
    return [side for side in (change.a, change.b) if side]


def _words(change: Change, wanted: set[str]) -> set[str]:
    if not wanted:
        return wanted
    return set(stems(" ".join([change.subject, *(f"{side.text} {' '.join(side.citation.section)}" for side in _both(change))])))


def _marked(cited: Citation, row: AuditRow) -> str:
    """Where a citation leads: its page, with the cell or number that fails marked in the row, where it stands there once."""
    address = f"/show/{cited.id}"
    cell = cell_of(cited, row.printed or "")
    return f"{address}?cell={cell}" if cell else address


def cell_of(cited: Citation, printed: str) -> str | None:
    """The id of the place in a quote where a printed value stands; None where it does not, or more than once."""
    found = [match.span() for match in re.finditer(rf"(?<![\w.,]){re.escape(printed)}(?![\w]|[.,]\d)", cited.quote)] if printed else []
    if len(found) != 1 or any(span.page is None for span in cited.spans):
        return None
    (start, end), at = found[0], 0
    for span in cited.spans:
        length = span.end - span.start
        if at <= start and end <= at + length and span.page is not None:
            return identify(cited.sha256, (Place(span.page - 1, span.start + start - at, span.start + end - at),))
        at += length + 1
    return None
