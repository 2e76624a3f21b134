"""Writes a paper as PDF: twice, because an agenda prints the pages of what follows it."""

from pathlib import Path

from corpus.builder.blocks import Paper
from corpus.builder.flow import Layout
from corpus.builder.pages import Book
from corpus.builder.styles import HOUSES


def write(paper: Paper, path: Path) -> None:
    """Builds the PDF at the path; the second pass prints the page numbers that the first found."""
    marks: dict[str, str] = {}
    for _ in range(2):
        book = Book(path, HOUSES[paper.said("house", "adults")], paper.front)
        layout = Layout(book, marks, bookmarks=bool(paper.front.get("bookmarks", False)), opens=paper.said("opens", "portrait"))
        book.build(list(layout.flowables(paper.blocks)))
        marks = dict(book.marks)
