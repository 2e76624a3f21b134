"""The evidence of question files, found in the library: by document and line or page, with the words around short quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pipeline.errors import UsageError
from pipeline.lookup.scoring.measure import SHORT_QUOTE, norm
from pipeline.model.answers import Citation
from pipeline.model.ports import Library

NEAR = 10
"""Lines before and after a short quote that are looked through for its neighbours."""
PREFIX = 3
"""`doc` names a paper by the first characters of its file name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    quote: str
    document: str
    """Start of the file's name, or the whole of it."""
    context: str
    once: bool
    """The quote stands once in its paper."""
    page: int | None

    def of(self, document: str) -> bool:
        name = PurePosixPath(document).name
        return name == self.document or document == self.document or (len(self.document) <= PREFIX and name.startswith(self.document))

    def on_page(self, cited: Citation) -> bool | None:
        """None where there is no page to compare."""
        if self.page is None or cited.page is None:
            return None
        return self.page in {cited.page, *(span.page for span in cited.spans[:2])}


class Papers:
    """The texts of the library's papers, read as evidence needs them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[str, list[str]] = {}
        self._whole: dict[str, str] = {}

    def evidence(self, row: Mapping[str, Any]) -> list[list[Evidence]]:
        """The sets of evidence of a question, any of which will do. Raises UsageError for a row without evidence."""
        sets = [row.get("evidence") or [], *row.get("alt_evidence", [])]
        if not sets[0]:
            raise UsageError(f"The question {row.get('id')!r} has no evidence.")
        return [[self._found(one, row) for one in some] for some in sets]

    def _found(self, one: Mapping[str, Any], row: Mapping[str, Any]) -> Evidence:
        document = str(one.get("document") or one.get("doc") or str(row.get("id", "")).split("-")[0])
        quote, page = str(one["quote"]), one.get("page")
        short = len(norm(quote)) < SHORT_QUOTE
        context = self._context(document, quote, one.get("line")) if short else quote
        once = short and self._read(document)[1].count(norm(quote)) == 1
        return Evidence(quote, document, context, once, page)

    def _context(self, document: str, quote: str, line: int | None) -> str:
        """The quote's line with the lines next to it that are not empty; the line is looked for where it is not given."""
        lines = self._read(document)[0]
        at = line - 1 if line is not None and line <= len(lines) and norm(quote) in norm(lines[line - 1]) else None
        if at is None:
            at = next((i for i, text in enumerate(lines) if norm(quote) in norm(text)), None)
        if at is None:
            return quote
        before = next((lines[i] for i in range(at - 1, max(-1, at - 1 - NEAR), -1) if lines[i].strip()), "")
        after = next((lines[i] for i in range(at + 1, min(len(lines), at + NEAR)) if lines[i].strip()), "")
        return f"{before}\n{lines[at]}\n{after}"

    def _read(self, document: str) -> tuple[list[str], str]:
        if document not in self._texts:
            text = self._library.text_of(document) or ""
            self._texts[document], self._whole[document] = text.split("\n"), norm(text)
        return self._texts[document], self._whole[document]
