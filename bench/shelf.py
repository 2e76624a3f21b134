"""The library that a benchmark asks: the one that is named, else one made of the sample papers for the length of the run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.build import ingest
from pipeline.config import settings
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary

CORPUS = Path(__file__).parents[1] / "corpus"
QUESTIONS = CORPUS / "gold" / "questions.jsonl"


@contextmanager
def shelf(folder: Path | None) -> Iterator[SqliteLibrary]:
    if folder is not None:
        with open_library(folder) as library:
            yield library
        return
    with tempfile.TemporaryDirectory() as made, open_library(Path(made), create=True) as library:
        ingest([CORPUS / "papers"], library, settings())
        yield library
