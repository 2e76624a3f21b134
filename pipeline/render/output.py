"""Rows to standard output: a table for people, or JSON, JSON lines, CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TextIO

Form = Literal["table", "json", "nl", "csv"]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]
LONGEST_CELL = 220
SHORT_COLUMN, LONGEST_WORD = 12, 20
"""Columns without a share of the width are as wide as their words need, within these bounds."""
NARROW = {"date", "printed", "expected", "score", "value", "page", "number", "level", "check", "raw"}
"""Columns that are never wrapped."""
WIDTHS = {
    "text": 6, "message": 7, "document": 4, "question": 5, "measure": 4, "title": 4, "where": 4, "quote": 5, "statement": 4, "a": 5, "b": 5,
}  # fmt: skip
"""Shares of the width that the short columns leave."""
WORDS = {"status", "outcome", "against_recommendation"}
"""Columns whose values are names of the contract, spelt for people: not_mentioned is "not mentioned"."""


def write_rows(rows: Iterable[Row], form: Form, columns: Sequence[str], *, empty: str) -> None:
    """Writes rows in the form asked for; `columns` are those of the table for people. `empty` is said where there is none."""
    if form == "nl":
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif form == "json":
        sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        write_csv(rows, sys.stdout)
    else:
        _write_table(list(rows), columns, empty)


def write_one(row: Row, form: Form) -> None:
    """One value: indented JSON, or one line with `nl`."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False, indent=None if form == "nl" else 2) + "\n")


def flat(row: Row) -> Row:
    """A row for CSV: the citation's parts as columns of their own, other nested values as JSON."""
    cited = row.get("citation") or {}
    keep = ("document", "document_title", "page", "page_label", "line", "paragraph", "quote", "url", "label", "sha256")
    own = {k: v if isinstance(v, str | int | float | bool) or v is None else _text(v) for k, v in row.items() if k != "citation"}
    return {**own, **{f"citation_{k}": cited.get(k) for k in keep}} if cited else own


def _text(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def write_csv(rows: Iterable[Row], stream: TextIO) -> None:
    """The rows with every nested value as text; nothing, not even a header, where there are none."""
    flattened = [flat(row) for row in rows]
    if not flattened:
        return
    names = list(dict.fromkeys(name for row in flattened for name in row))
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: _safe(v) for k, v in row.items()} for row in flattened)


def _safe(value: Any) -> Any:
    """A cell that a spreadsheet would take for a formula is marked as text (OWASP: CSV injection); numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) and not _is_number(value) else value


def _is_number(value: str) -> bool:
    try:
        float(value.replace(",", ""))
    except ValueError:
        return False
    return True


def _write_table(rows: list[Row], columns: Sequence[str], empty: str) -> None:
    from rich.console import Console
    from rich.table import Table

    if not rows:
        sys.stderr.write(empty + "\n")
        return
    console = Console(soft_wrap=False)
    drawn = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, expand=True)
    shown = [c for c in columns if any(cell(row, c) for row in rows)]
    for column in shown:
        widest = max(len(word) for row in rows for word in (*cell(row, column).split(), column))
        fixed = column in NARROW
        ratio = WIDTHS.get(column)
        narrow = None if fixed or ratio else max(min(widest, LONGEST_WORD), SHORT_COLUMN)
        least = narrow if narrow and narrow > SHORT_COLUMN else min(widest, SHORT_COLUMN)
        drawn.add_column(column.replace("_", " "), overflow="fold", ratio=ratio, no_wrap=fixed, min_width=least, max_width=narrow)
    for row in rows:
        drawn.add_row(*(_escape(cell(row, column)) for column in shown))
    console.print(drawn)


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _votes(votes: Row) -> str:
    """7 for, 4 against, 1 abstained; or each candidate's votes."""
    counts = [f"{votes[key]} {word}" for key, word in (("for", "for"), ("against", "against"), ("abstain", "abstained")) if votes.get(key)]
    return ", ".join([*(f"{c['name']} {c['votes']}" for c in votes.get("candidates") or []), *counts])


def phrase(mark: Row) -> str:
    """A person's judgement: "wrong: a form's number", "value should be 16: misread", "right"."""
    value = f"{mark['value']:,.10g}" if isinstance(mark.get("value"), float) else mark.get("value")
    said = f"{mark['field']} should be {value}" if mark.get("field") else str(mark["verdict"])
    why = f": {mark['why']}" if mark.get("why") else ""
    return f"{said}{why}{' (read otherwise since)' if mark.get('changed') else ''}"


def cell(row: Row, column: str) -> str:
    """The text of a column: "where" is the citation's label, with a mark where the words are recognised, and the id that `show` and
    `mark` take; "date" the meeting's."""
    if column == "where":
        cited = row.get("citation") or {}
        recognised = " (recognised from a scan)" * bool(cited.get("recognised"))
        return f"{cited.get('label') or row.get('where') or ''}{recognised} {row.get('id') or ''}".strip()
    value = row.get("meeting_date") if column == "date" else row.get(column)
    if column in {"a", "b"} and value:
        return f"{value['text']} ({value['citation']['label']})"
    if column in WORDS and isinstance(value, str):
        return value.replace("_", " ")
    if column == "votes" and value:
        return _votes(value)
    if column == "mark" and value:
        return phrase(value)
    if value is None or value == [] or value is False:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, bool):
        return "yes"
    text = f"{value:,}" if isinstance(value, int) else value if isinstance(value, str) else _text(value)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1].rstrip() + "…"
