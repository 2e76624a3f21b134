"""The text of papers as a short script would get it, in passages of equal length: what `bench/peer.py` gives every system but ours."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

WORDS = 110


class Text(HTMLParser):
    """The text of a page, scripts and styles aside."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.skipped += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.said.append(data)


def text_of(file: Path) -> str:
    if file.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix == ".docx":
        from docx import Document

        document = Document(str(file))
        rows = [" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])
    text = file.read_bytes().decode("utf-8", errors="replace")
    if file.suffix in (".html", ".htm"):
        parser = Text()
        parser.feed(text)
        return "\n".join(parser.said)
    return text


def passages(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".pdf", ".docx", ".html", ".htm", ".txt", ".md"):
            words = text_of(file).split()
            yield from ((file.name, " ".join(words[at : at + WORDS])) for at in range(0, len(words), WORDS))
