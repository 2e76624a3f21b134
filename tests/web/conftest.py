"""The site over some of the sample papers, served as people serve it, and a browser to visit it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.store import open_library
from tests.web.browsers import MISSING, found
from tests.web.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAPERS = Path(__file__).parents[2] / "corpus" / "papers"
SHOWN = (
    "2023-06-16-adults-and-communities-minutes.docx",
    "2023-06-20-press-notice-supported-living.txt",
    "2024-09-13-adults-and-communities-agenda-pack.pdf",
    "2024-09-13-adults-and-communities-decisions.txt",
    "2025-01-17-supported-living-progress.pdf",
    "2025-02-03-budget-appendix-f.pdf",
    "cqc-local-authority-assessment-aldermere-2025-07-24.html",
)
"""A paper of each medium, a pack, a budget table, promises that move."""


@pytest.fixture(scope="session")
def site_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of those papers, found by words and facts (no vectors: the tests of `embed` have them)."""
    folder = tmp_path_factory.mktemp("site")
    papers = folder / "papers"
    papers.mkdir()
    for name in SHOWN:
        (papers / name).write_bytes((PAPERS / name).read_bytes())
    with open_library(folder / "library", create=True) as library:
        run = ingest([papers], library, Settings(workers=1), embed=False)
    assert not run.skipped
    return folder / "library"


@pytest.fixture(scope="session")
def library(site_library: Path) -> Iterator[Any]:
    """That library, open."""
    with open_library(site_library) as held:
        yield held


@pytest.fixture(scope="session")
def site(site_library: Path) -> Iterator[str]:
    """Address of the served site, without a closing stroke."""
    with served(site_library) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; the tests that need it say what is missing where there is none."""
    from playwright.sync_api import sync_playwright

    path = found()
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A fresh page of the site; what the browser complains about fails the test."""
    context = browser.new_context(base_url=site)
    made = context.new_page()
    complaints: list[str] = []
    made.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    yield made
    context.close()
    assert not complaints
