"""How many tables the audit alarms on, and how many misprints it would find: `python -m bench.audit FILE|FOLDER ...`.

Every table of the papers is checked as ingest checks it. Then one figure of each total that its column makes is changed (a digit up, or
two exchanged), one at a time: the share of these slips that a check tells is the recall. Prints both as lines of text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.extract.tables.arithmetic import checks
from pipeline.extract.tables.sheet import Value, sheet
from pipeline.extract.tables.sums import TOTAL
from pipeline.fetch.folder import fetch
from pipeline.kinds import divide
from pipeline.model.structure import Table
from pipeline.read import read
from pipeline.split import split


def tables(paths: list[Path]) -> Iterator[tuple[str, Table]]:
    """Every table of the papers, with the paper's name."""
    for source in fetch(paths):
        if isinstance(source, SourceError):
            raise source
        document = read(source)
        yield from ((source.name, table) for table in split(document, divide(document)).tables)


def slips(table: Table) -> Iterator[Table]:
    """The table with one digit of one total changed, for each total that the lines above it make."""
    made = sheet(table)
    for at, line in enumerate(made.lines):
        if not TOTAL.search(line.label) or line.rate:
            continue
        for column, value in enumerate(line.values):
            above = [cell for other in made.lines[:at] if (cell := other.values[column]) and not TOTAL.search(other.label)]
            if value and len(above) >= 2 and _makes(above, value):
                yield _with(table, value, _slip(value.printed))


def _makes(parts: list[Value], whole: Value) -> bool:
    slack = 0.5 * (whole.ulp + sum(part.ulp for part in parts))
    return whole.number != 0 and abs(sum(part.number for part in parts) - whole.number) <= slack


def _slip(printed: str) -> str:
    """The figure before the last raised by two: 8.550 as 8.570."""
    places = [i for i, character in enumerate(printed) if character.isdigit()]
    at = places[-2] if len(places) > 1 else places[-1]
    return f"{printed[:at]}{(int(printed[at]) + 2) % 10}{printed[at + 1 :]}"


def _with(table: Table, value: Value, printed: str) -> Table:
    row = table.rows[value.row]
    cells = tuple(printed if i == value.column else cell for i, cell in enumerate(row.cells))
    return replace(table, rows=tuple(replace(one, cells=cells) if one is row else one for one in table.rows))


def main(paths: list[Path]) -> None:
    """Counts, on standard output."""
    count: Counter[str] = Counter()
    for name, table in tables(paths):
        found = checks(table)
        count["tables"] += 1
        count["tables with a fault"] += any(one["severity"] == "fault" for one in found)
        count["tables with rounding only"] += bool(found) and all(one["severity"] == "rounding" for one in found)
        for one in found:
            print(f"{name}, p. {one['page']}: {one['kind']} ({one['severity']}): {one['row']}, {one['column']}: {one['message']}")
        if not found:
            told = [bool(checks(slip)) for slip in slips(table)]
            count["totals changed"] += len(told)
            count["changes told"] += sum(told)
    print(", ".join(f"{name} {n}" for name, n in count.items()))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
