"""One table of a paper: as printed, with the sums that fail, and as a file."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, NamedTuple

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite
from pipeline.lookup.facts import resolved
from pipeline.model.answers import FactRow
from pipeline.render import plain
from pipeline.render.plain import Json
from pipeline.render.tabled import headed, lines, named, rows
from pipeline.render.workbook import Sheet, Value, workbook
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.addresses import address_of, hashes
from pipeline.web.pages.downloads import MEDIA, about, as_csv, attached
from pipeline.web.templating import page
from pipeline.web.workers import Page

FORMS = ("csv", "xlsx")
NUMBER = re.compile(r"(?P<open>\()?(?P<minus>[-−–])?£?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?P<close>\))?")
"""A cell that is a number and nothing else; brackets mean below zero."""
BRACKETS = "Numbers in brackets in the paper are below zero here; everything else is as printed."


class Cell(NamedTuple):
    text: str
    number: bool
    expected: str
    """What the sum or difference comes to, where the printed value is not that; else ""."""


def table(library: Any, asked: Asked) -> Reply:
    """The table with all its rows and columns."""
    row = _table_of(library, asked)
    made = _fact(library, row)
    hash_ = hashes(library)[row.standing.document]
    drawn = [(line, [_cell(made, line, at) for at in range(len(line["cells"]))]) for line in made["rows"]]
    return page(
        "table.html", asked=asked, row=made, lines=drawn, headed=headed(made), hash=hash_, at=address_of(made), forms=FORMS,
        title=titled(made),
    )  # fmt: skip


def download(form: str) -> Page:
    """The table as a file: cells as printed in CSV, numbers as numbers in a workbook."""
    return partial(_download, form)


def titled(made: Json) -> str:
    return made["caption"] or f"Table on page {made['pages'][0]}" if made["pages"] else "Table"


def _download(form: str, library: Any, asked: Asked) -> Reply:
    made = _fact(library, _table_of(library, asked))
    name, cited = f"table-{made['id']}", made["citation"]
    if form == "csv":
        return Reply(as_csv(rows(made)), MEDIA[form], headers=attached(f"{name}.csv"))
    sheet = Sheet("Table", named(made), [[line[0], *map(_number, line[1:])] for line in lines(made)])
    told = [("Place", cited["label"]), ("Paper", cited["document"]), ("Unit", made["unit"] or "not stated"), ("Numbers", BRACKETS)]
    body = workbook(sheet, [*about(library, titled(made), [], len(made["rows"])), *told])
    return Reply(body, MEDIA[form], headers=attached(f"{name}.xlsx"))


def _table_of(library: Any, asked: Asked) -> FactRow:
    found = library.having("tables", "id", [asked.parts["id"]])
    if not found:
        raise NotThereError("This table is not in the library: the paper may have been read anew. Look for it under Tables.")
    row: FactRow = found[0]
    return row


def _fact(library: Any, row: FactRow) -> Json:
    return plain.fact(resolved(library, row), cite(library, row.standing, row.quote, id_=row.id))


def _cell(made: Json, line: Json, at: int) -> Cell:
    """A cell, and what it should be where a check of its row and column fails."""
    text, columns = line["cells"][at] or "", made["columns"]
    column = columns[at] if at < len(columns) else ""
    fails = (c for c in made["checks"] if (c["row"], c["column"], c["printed"]) == (line["label"], column, text) and c.get("expected"))
    return Cell(text, NUMBER.fullmatch(text.strip().rstrip("%")) is not None, next((str(c["expected"]) for c in fails), ""))


def _number(cell: Value) -> Value:
    match = NUMBER.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if match is None or bool(match["open"]) != bool(match["close"]):
        return cell
    value = float(match["digits"].replace(",", "") + (match["part"] or ""))
    return -value if match["open"] or match["minus"] else value
