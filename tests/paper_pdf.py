"""PDFs of an invented council, built for tests with reportlab, and how they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from pipeline.model.documents import Block, Document, Source
from pipeline.read.pdf import read

LEFT, TOP, PITCH = 60, 760, 13
BODY = getSampleStyleSheet()["BodyText"]
PROSE = (
    "The Director of Adult Services reported that demand for supported living in Aldermere had",
    "grown faster than the plan allowed for, and that the councils of the valley would meet the",
    "providers before the end of the month.",
)


def source(path: Path) -> Source:
    content = path.read_bytes()
    return Source(path, f"aldermere/{path.name}", hashlib.sha256(content).hexdigest(), len(content))


def build(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Path:
    """A PDF with one page for each function that draws on it."""
    canvas = Canvas(str(path), pagesize=size)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def made(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Document:
    return read(source(build(path, *pages, size=size)))


def lines(
    canvas: Canvas, texts: Sequence[str], x: float = LEFT, y: float = TOP, font: str = "Helvetica", size: float = 10, pitch: float = PITCH
) -> float:
    """Writes lines downwards and returns the height after the last."""
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= pitch
    return y


def row(
    canvas: Canvas, y: float, label: str, *figures: str, x: float = LEFT, first: float = 260, step: float = 80, font: str = "Helvetica"
) -> None:
    """A label and figures set flush right in columns."""
    canvas.setFont(font, 10)
    canvas.drawString(x, y, label)
    for i, figure in enumerate(figures):
        canvas.drawRightString(first + i * step, y, figure)


def texts(document: Document, kind: str | None = None) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if kind in (None, block.kind)]


def grids(document: Document) -> list[list[list[str | None]]]:
    """Each table as rows of cell texts, None where a spanning cell covers the slot."""
    return [[[cell and cell.text for cell in cells] for cells in block.grid.rows] for block in document.blocks if block.grid]


def table(document: Document) -> Block:
    """The only table."""
    found = [block for block in document.blocks if block.grid]
    assert len(found) == 1, texts(document)
    return found[0]


def placed(rows: list[list[object]], style: list[tuple[object, ...]], widths: list[float] | None = None) -> Callable[[Canvas], None]:
    """Draws a table under a line of prose."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE[:1])
        built = Table(rows, colWidths=widths)
        built.setStyle(TableStyle(style))
        _, height = built.wrap(480, 600)
        built.drawOn(canvas, LEFT, 730 - height)
        lines(canvas, PROSE, y=730 - height - 40)

    return draw
