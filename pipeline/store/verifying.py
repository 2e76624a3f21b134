"""What `verify` and `status` read: everything stored, without look-ups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.store import schema
from pipeline.store.marks import Marking, told
from pipeline.store.writing import FACT_TABLES
from pipeline.verify import StoredDocument, StoredFigure, StoredPage, StoredQuote, places_of


class Verifying(Marking):
    """The half of a library that is looked at whole."""

    folder: Path
    meta: Callable[[str], str | None]
    words_by: Callable[[], str]

    def stored_documents(self) -> list[StoredDocument]:
        sql = "SELECT id, name, path, sha256, reader FROM documents WHERE same_as IS NULL ORDER BY name"
        return [StoredDocument(*row) for row in self.db.execute(sql)]

    def stored_pages(self, document_id: int) -> list[StoredPage]:
        rows = self.db.execute("SELECT idx, text, recognised FROM pages WHERE document_id = ? ORDER BY idx", [document_id])
        return [StoredPage(idx, text, bool(recognised)) for idx, text, recognised in rows]

    def stored_quotes(self, document_id: int) -> Iterator[StoredQuote]:
        """Of every passage, section and fact."""
        for table, id_, quote in (("passages", "key", "text"), *((name, "id", "quote") for name in FACT_TABLES)):
            for row in self.db.execute(f"SELECT {id_}, {quote}, places FROM [{table}] WHERE document_id = ?", [document_id]):
                yield StoredQuote(row[0], row[1], places_of(row[2]))

    def stored_figures(self, document_id: int) -> Iterator[StoredFigure]:
        for row in self.db.execute("SELECT id, raw, value, [of], quote FROM figures WHERE document_id = ?", [document_id]):
            yield StoredFigure(*row)

    def status(self) -> dict[str, Any]:
        """The `status --json` of the contract."""
        issues = self.db.execute("SELECT document, page, stage, message FROM issues ORDER BY document, page")
        return {
            "library": str(self.folder),
            "documents": self._count("documents"),
            "pages": self._count("pages"),
            "passages": self._count("passages"),
            "facts": {name: self._count(name) for name in FACT_TABLES},
            "repeats": self._repeats(),
            "issues": [dict(zip(("document", "page", "stage", "message"), row, strict=True)) for row in issues],
            "marks": [told(judged) for judged in self.judgements],
            "bytes": {file.name: _size(file) for file in sorted(self.folder.iterdir())},
            "model": self.meta("model"),
            "vectors": self._count("vectors"),
            "words_by": self.words_by(),
            "schema": schema.version(self.db),
            "code": version("matters-arising"),
        }

    def _repeats(self) -> list[dict[str, Any]]:
        """Parts printed again, with the paper from which their facts are listed, and versions as printed."""
        sql = """SELECT d.name, p.kind, p.title, p.version, k.version, o.name, p.superseded FROM parts p
JOIN documents d ON d.id = p.document_id JOIN parts k ON k.id = p.repeat_of JOIN documents o ON o.id = k.document_id
ORDER BY d.name, p.idx"""
        names = ("document", "kind", "title", "version", "kept_version", "kept_in", "superseded")
        rows = (dict(zip(names, row, strict=True)) for row in self.db.execute(sql))
        return [{**row, "superseded": bool(row["superseded"])} for row in rows]

    def _count(self, table: str) -> int:
        return int(self.db.execute(f"SELECT count(*) FROM [{table}]").fetchone()[0])


def _size(path: Path) -> int:
    return sum(f.stat().st_size for f in path.rglob("*") if f.is_file()) if path.is_dir() else path.stat().st_size
