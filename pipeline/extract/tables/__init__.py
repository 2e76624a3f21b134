"""Tables as facts: each table of the structure, its rows with their cells, pages and boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.extract.nlp import Nlp
from pipeline.extract.tables.arithmetic import checks
from pipeline.model.documents import Span
from pipeline.model.evidence import Evidence, joined
from pipeline.model.facts import TableFact
from pipeline.model.structure import Row, Structure, Table

EXTRACTOR = "tables"


def extract(structure: Structure, nlp: Nlp) -> Iterator[TableFact]:
    """One fact for each table, proved by its header and all its rows."""
    del nlp
    for table in structure.tables:
        heads = (span for span in table.header_spans if span.end > span.start)
        spans = sorted({*heads, *(span for row in table.rows for span in row.spans)})
        yield TableFact(
            evidence=Evidence(joined(structure.document, _apart(spans)), table.part, table.section, None),
            extractor=EXTRACTOR,
            index=table.index,
            caption=table.caption,
            unit=table.unit,
            label_column=table.label_column,
            columns=table.columns,
            rows=tuple(_row(row) for row in table.rows),
            pages=_pages(table),
            confidence=table.confidence,
            checks=checks(table),
        )


def _apart(spans: list[Span]) -> list[Span]:
    """Spans without overlaps."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _row(row: Row) -> Mapping[str, Any]:
    return {"label": row.label, "cells": list(row.cells), "page": row.page, "boxes": [list(box) if box else None for box in row.boxes]}


def _pages(table: Table) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.page for row in table.rows if row.page is not None))
