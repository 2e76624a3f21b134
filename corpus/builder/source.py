"""Reads a source: TOML between two `+++` lines, then prose in a small Markdown-like notation.

`#` to `####` are headings, "7.1 words" a numbered paragraph, "a) words", "(i) words" and "- words" list items
(two spaces in front for each depth), `| a | b |` a table row, `::name word key="value"` a directive.
A group (`::box`, `::columns`, `::slide`, `::header`, `::centre`) ends at `::end`; ` >> ` sends what follows to the right margin.
"""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpus.builder.blocks import Block, Directive, Group, Heading, Item, Paper, Paragraph, Table

LINE_GROUPS = frozenset({"columns", "header", "centre", "right"})  # each line is a paragraph of its own
GROUPS = LINE_GROUPS | {"box", "slide", "small"}
HEADING = re.compile(r"(#{1,4}) (.+)")
NUMBERED = re.compile(r"(\d+(?:\.\d+)+\.?|\(\d{1,3}\)|\d{1,3}\.) +(.+)", re.DOTALL)
NUMBER_FIRST = re.compile(r"\d{1,3}\. |\(\d{1,3}\) |\d+(\.\d+)+\.? ")
ITEM = re.compile(r"( *)(- |[a-z]\) |\([a-z]+\) |[ivx]+\) |\* )(.+)", re.DOTALL)
STARTS = ("#", "|", "::")


def read_paper(path: Path) -> Paper:
    """The paper that a source file describes."""
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return Paper(path.name, tomllib.loads(front), parse(body), body)


def parse(body: str) -> tuple[Block, ...]:
    """The blocks of a body, in order."""
    return tuple(_blocks(iter(body.splitlines()), closed_by=None))


def _blocks(lines: Iterator[str], closed_by: str | None) -> Iterator[Block]:
    held: list[str] = []
    rows: list[str] = []
    options: dict[str, str] = {}
    for line in lines:
        if rows and not line.startswith("|"):
            yield _table(rows, options)
            rows, options = [], {}
        if held and (not line.strip() or line.startswith(STARTS) or ITEM.match(line) or NUMBER_FIRST.match(line)):
            yield _prose(held)
            held = []
        if not line.strip():
            continue
        if line.strip() == "::end":
            return
        if closed_by in LINE_GROUPS and not line.startswith(STARTS):
            yield Paragraph(line.strip())
        elif line.startswith("|"):
            rows.append(line)
        elif line.startswith("::table"):
            options = _directive(line).options
        elif line.startswith("::"):
            yield from _directed(_directive(line), lines)
        elif match := HEADING.fullmatch(line):
            yield Heading(len(match[1]), match[2])
        else:
            held.append(line)
    if rows:
        yield _table(rows, options)
    if held:
        yield _prose(held)
    if closed_by:
        raise ValueError(f"::{closed_by} has no ::end")


def _directed(directive: Directive, lines: Iterator[str]) -> Iterator[Block]:
    if directive.name in GROUPS:
        yield Group(directive, tuple(_blocks(lines, closed_by=directive.name)))
    else:
        yield directive


def _directive(line: str) -> Directive:
    name, *tokens = shlex.split(line[2:])
    pairs = dict(token.split("=", 1) for token in tokens if "=" in token)
    return Directive(name, tuple(token for token in tokens if "=" not in token), pairs)


def _table(lines: list[str], options: dict[str, str]) -> Table:
    rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines)
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        raise ValueError(f"rows of {sorted(widths)} cells in one table: {lines[0]}")
    return Table(rows, options)


def _prose(lines: list[str]) -> Block:
    if match := ITEM.fullmatch("\n".join(lines)):
        marker = match[2].strip()
        return Item("•" if marker in "-*" else marker, _joined(match[3]), len(match[1]) // 2)
    text = _joined("\n".join(lines))
    if match := NUMBERED.fullmatch(text):
        return Paragraph(match[2], match[1])
    return Paragraph(text)


def _joined(text: str) -> str:
    return " ".join(part.strip() for part in text.split("\n"))
