"""Builds the papers of the cases, each once a session, and takes them through read, divide and split."""

from __future__ import annotations

from pathlib import Path

from pipeline.kinds import divide
from pipeline.model.documents import Source
from pipeline.model.structure import Structure
from pipeline.read import read
from pipeline.split import split
from tests.golden.case import Case


class Shelf:
    """Structures of the cases by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, Structure] = {}

    def structure(self, case: Case) -> Structure:
        if case.name not in self._known:
            path = self.folder / case.name / case.file
            path.parent.mkdir()
            case.build(path)
            document = read(Source(path, f"aldermere/{case.file}", "0", path.stat().st_size))
            self._known[case.name] = split(document, divide(document))
        return self._known[case.name]
