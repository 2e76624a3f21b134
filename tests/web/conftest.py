"""The site over some of the sample papers, served as people serve it, and a browser to visit it with."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.store import open_library
from tests.web.browsers import MISSING, found

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAPERS = Path(__file__).parents[2] / "corpus" / "papers"
SHOWN = (
    "2023-06-16-adults-and-communities-minutes.docx",
    "2023-06-20-press-notice-supported-living.txt",
    "2024-09-13-adults-and-communities-agenda-pack.pdf",
    "2025-01-17-supported-living-progress.pdf",
    "2025-02-03-budget-appendix-f.pdf",
    "cqc-local-authority-assessment-aldermere-2025-07-24.html",
)
"""A paper of each medium, a pack, a budget table, promises that move."""
SECONDS_TO_START = 120


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
def site(site_library: Path) -> Iterator[str]:
    """Address of the served site, without a closing stroke."""
    with served(site_library) as address:
        yield address


class served:  # noqa: N801  # reads as a function where it is used
    """`matters serve` on a free port, until the block ends."""

    def __init__(self, library: Path, *options: str) -> None:
        self.library, self.options = library, options

    def __enter__(self) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "pipeline.cli", "serve", "--library", str(self.library), "--port", str(port), *self.options]
        self.process = subprocess.Popen(command, env=os.environ | {"HF_HUB_OFFLINE": "1"})
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(address, timeout=5)
                return address
            except urllib.error.HTTPError:
                return address
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the site did not start")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(20)


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
