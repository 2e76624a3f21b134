"""Whole papers written as short scripts: one line a printed line, marked for its look, so that a paper reads as it prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Paragraph

from tests.golden.sheet import RULED, Rule, Sheet

HANG = 40
PAPERS = Path(__file__).parent / "papers"


def paper(name: str) -> str:
    """The script of a whole paper."""
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


def printed(
    path: Path, script: str, *, furniture: Callable[[Sheet], object] | None = None, rules: Sequence[Rule] = RULED, size: float = 10.5
) -> None:
    """Prints a script. "= " centred and bold, "# " bold, "---" a new page, "> " indented, "a | b" rows of a table, "7. ~ words" a number
    that hangs in the margin, "name ~~ post" two columns without rules; an empty line is white space, any other line a paragraph."""
    sheet = Sheet(path, furniture=furniture)
    rows: list[list[str]] = []
    for line in [*script.strip("\n").splitlines(), ""]:
        if " | " in line or line.endswith(" |"):
            rows.append([cell.strip() for cell in line.split("|")])
            continue
        if rows:
            _table(sheet, rows, rules)
            rows = []
        _line(sheet, line, size)
    sheet.save()


def _line(sheet: Sheet, line: str, size: float) -> None:
    if line == "---":
        sheet.page()
        return
    if sheet.y < 90:
        sheet.page()
    if not line.strip():
        sheet.y -= 6
    elif line.startswith("= "):
        for words in simpleSplit(line[2:], "Helvetica-Bold", size + 1, sheet.right - sheet.left):
            sheet.line(words, size=size + 1, bold=True, centred=True, gap=3)
    elif " ~~ " in line:
        name, post = line.split(" ~~ ", 1)
        sheet.put(sheet.left, sheet.y, name, size=size)
        sheet.line(post, size=size, indent=200)
    elif " ~ " in line:
        number, words = line.lstrip("# >").split(" ~ ", 1)
        indent = HANG if line.startswith("> ") else 0.0
        bold = line.startswith("# ")
        end = sheet.put(sheet.left + indent, sheet.y, number, size=size, bold=bold)
        sheet.text(words, size=size, bold=bold, indent=max(indent + HANG, end + 9 - sheet.left))
    else:
        sheet.text(line.removeprefix("# ").removeprefix("> "), size=size, bold=line.startswith("# "), indent=HANG * line.startswith("> "))


def _table(sheet: Sheet, rows: Sequence[Sequence[str]], rules: Sequence[Rule]) -> None:
    look = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
    wide = (sheet.right - sheet.left) / max(len(row) for row in rows)
    sheet.table([[Paragraph(cell, look) for cell in row] for row in rows], [wide] * max(len(row) for row in rows), rules)  # type: ignore[misc]
