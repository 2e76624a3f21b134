"""A small library that many tests read: three papers of an invented council, ingested once a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.store import open_library
from tests.golden.shelf import Shelf
from tests.papers import PAPERS

settings.register_profile("any machine", deadline=None)  # a busy machine is no defect
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write what is read into tests/golden/expected; the run then fails")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def shelf_of_cases(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The golden papers, each built and taken through the stages once."""
    return Shelf(tmp_path_factory.mktemp("golden"))


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
