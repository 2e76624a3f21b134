"""Lines of text that stand side by side without being a table: an address beside a contact, two signatures."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.pdf.lines import Line, line, text_of
from pipeline.read.pdf.markers import LABEL_END, is_marker
from pipeline.read.pdf.tables.aligned import Columns, is_number
from pipeline.read.pdf.tables.rowing import cells_of
from pipeline.read.pdf.tables.tabulate import LEADERS


def beside(lines: Sequence[Line], columns: Columns) -> list[Line] | None:
    """The left column's lines, then the others'; None where a line reads on across the border.

    Numbers and markers before a text, labels with a colon before a value, and page numbers after a title read on.
    """
    held = [cells_of(each, columns) for each in lines]
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in held:
        for right in (False, True):
            words = [word for at, cells in row.items() for cell in cells for word in cell.words if (at[0] > 0) == right]
            if words:
                sides[right].append(line(words))
    if any(start == 0 < end for row in held for start, end in row) or not sides[0] or not sides[1]:
        return None
    left, right_texts = [text_of(each) for each in sides[0]], [text_of(each) for each in sides[1]]
    leads = sum(is_marker(text) or bool(LABEL_END.search(text)) or bool(LEADERS.search(text)) for text in left)
    numbers = sum(all(map(is_number, text.split())) for text in right_texts)
    if leads * 2 >= len(left) or numbers * 2 >= len(right_texts):
        return None
    return [*sides[0], *sides[1]]
