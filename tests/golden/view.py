"""The essence of a structure and of its facts as plain rows, and the comparison with what a person expects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.model.structure import Structure
from tests.golden import facts

Row = dict[str, Any]
MAIN = {"sections": "title", "parts": "kind", "pages": "label"}
"""The field that stands for a row where the expected file gives a plain string; `text` elsewhere."""


def _parts(found: Structure) -> Iterator[Row]:
    for part in found.parts:
        page = found.document.pages[found.document.page_at(part.start)].number
        yield {
            "kind": part.kind, "title": part.title, "label": part.label, "item": part.item, "council": part.council,
            "committee": part.committee, "date": part.meeting_date, "page": page, "within": part.within, "version": part.version,
        }  # fmt: skip


def _sections(found: Structure) -> Iterator[Row]:
    for section in found.sections:
        parent = found.sections[section.parent].title if section.parent is not None else None
        yield {
            "number": section.number,
            "title": section.title,
            "level": section.level,
            "parent": parent,
            "boilerplate": section.boilerplate or None,
        }


def _paragraphs(found: Structure) -> Iterator[Row]:
    """Running text, and rows of what only looks like a table; headings and rows of tables have views of their own."""
    for paragraph in found.paragraphs:
        if paragraph.kind != "heading" and paragraph.table is None:
            lead = found.paragraphs[paragraph.lead_in].text if paragraph.lead_in is not None else None
            section = found.sections[paragraph.section].title if paragraph.section is not None else None
            text = " ".join(paragraph.text.split())
            yield {"label": paragraph.label, "text": text, "lead": lead, "depth": paragraph.depth or None, "section": section}


def _labelled(found: Structure) -> Iterator[Row]:
    """The paragraphs that have a number or letter to cite them by."""
    return (row for row in _paragraphs(found) if row["label"])


def _tables(found: Structure) -> Iterator[Row]:
    for table in found.tables:
        pages = sorted({row.page for row in table.rows if row.page})
        yield {
            "caption": table.caption, "unit": table.unit, "label_column": table.label_column, "columns": list(table.columns),
            "rows": [[row.label, *row.cells] for row in table.rows], "pages": pages,
        }  # fmt: skip


def _passages(found: Structure) -> Iterator[Row]:
    for passage in found.passages:
        yield {"text": passage.words, "boilerplate": passage.boilerplate, "reading": passage.reading}


def _pages(found: Structure) -> Iterator[Row]:
    for page in found.document.pages:
        yield {"number": page.number, "label": page.label}


def _of_kind(kind: str) -> Callable[[Structure], Iterator[Row]]:
    """Furniture or hidden words, a row for each page that has any."""

    def rows(found: Structure) -> Iterator[Row]:
        for index in range(len(found.document.pages)):
            mine = [
                found.document.text[block.start : block.end]
                for block in found.document.blocks
                if block.kind == kind and block.page == index
            ]
            if mine:
                yield {"text": " ".join(" ".join(mine).split()), "page": index + 1}

    return rows


def _document(found: Structure) -> Iterator[Row]:
    document = found.document
    yield {"title": document.title, "published": document.published, "url": document.url, "breadcrumb": list(document.breadcrumb)}


def _issues(found: Structure) -> Iterator[Row]:
    for issue in (*found.document.issues, *found.issues):
        yield {"text": issue.message, "page": issue.page}


VIEWS: dict[str, Callable[[Structure], Iterator[Row]]] = {
    "document": _document,
    "pages": _pages,
    "parts": _parts,
    "sections": _sections,
    "paragraphs": _paragraphs,
    "labelled": _labelled,
    "tables": _tables,
    "passages": _passages,
    "furniture": _of_kind("furniture"),
    "hidden": _of_kind("hidden"),
    "issues": _issues,
    **{kind: facts.rows(kind) for kind in facts.ROWS},
}


def essence(found: Structure, expected: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The views that an expected file names, each row cut down to the fields that it names; a field of None is left out."""
    return {view: _cut(view, list(VIEWS[view](found)), rows) for view, rows in expected.items()}


def _cut(view: str, rows: list[Row], expected: list[Any]) -> list[Any]:
    if expected and all(isinstance(row, str) for row in expected):
        return [row[MAIN.get(view, "text")] for row in rows]
    named = {field for row in expected for field in row}
    return [{field: told for field, told in row.items() if told is not None and (field in named or not named)} for row in rows]


def load(path: Path) -> dict[str, list[Any]]:
    expected: dict[str, list[Any]] = json.loads(path.read_text(encoding="utf-8"))
    return expected


def dump(expected: dict[str, list[Any]], path: Path) -> None:
    """A line for each row, so that a change reads well."""
    views = []
    for view, rows in expected.items():
        lines = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows)
        views.append(f'  "{view}": [\n{lines}\n  ]' if rows else f'  "{view}": []')
    path.write_text("{\n" + ",\n".join(views) + "\n}\n", encoding="utf-8")
