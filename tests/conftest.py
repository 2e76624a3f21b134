"""A small library that many tests read: three papers of an invented council, ingested once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.store import open_library
from tests.papers import PAPERS


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of text papers."""
    folder = tmp_path_factory.mktemp("council") / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def shelf(papers: Path) -> Path:
    """A library of those papers, with vectors."""
    folder = papers.parent / "library"
    with open_library(folder, create=True) as library:
        run = ingest([papers], library, Settings(workers=1))
    assert not run.skipped
    return folder
