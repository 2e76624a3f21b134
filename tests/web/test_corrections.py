"""What changes while the site is up: a judgement from a fact's page, and papers that another process reads in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from pipeline.build import ingest
from pipeline.config import Settings
from pipeline.model.answers import Filters
from pipeline.store import open_library
from tests.web.conftest import PAPERS, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.enable_socket
LATER = "2024-04-24-ofsted-focused-visit-letter.pdf"
"""A paper that is read in while the site is up."""


@pytest.fixture(scope="module")
def copied(site_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library once more, to be changed."""
    return Path(shutil.copytree(site_library, tmp_path_factory.mktemp("changed") / "library"))


@pytest.fixture(scope="module")
def window(browser: Browser, copied: Path) -> Iterator[Page]:
    """A page of that library's site, started with --allow-corrections."""
    with served(copied, "--allow-corrections") as address:
        context = browser.new_context(base_url=address)
        yield context.new_page()
        context.close()


def test_a_fact_is_marked_from_its_page_and_kept(window: Page, copied: Path, library: Any) -> None:
    """The judgement is said on the fact's page afterwards, and is in the library as `matters mark` keeps it."""
    row = library.facts("commitments", Filters())[0]
    window.goto(f"/show/{row.id}")
    window.get_by_text("What was read here").click()
    window.get_by_label("Wrong", exact=True).check()
    window.get_by_label("Why").fill("It is the chair's summary")
    window.get_by_role("button", name="Keep this judgement").click()
    assert "wrong" in window.locator(".marked").inner_text()
    assert "It is the chair's summary" in window.locator(".marked").inner_text()
    with open_library(copied) as changed:
        kept = changed.find(row.id).mark
    assert (kept.verdict, kept.why) == ("wrong", "It is the chair's summary")


def test_papers_that_another_process_reads_are_seen(window: Page, copied: Path) -> None:
    """After an ingest beside it, the site lists the new paper without a restart."""
    window.goto("/papers")
    before = window.locator("tbody tr").count()
    papers = copied.parent / "papers"
    papers.mkdir()
    shutil.copy(PAPERS / LATER, papers)
    with open_library(copied, create=True) as held:
        ingest([papers], held, Settings(workers=1), embed=False)
    window.reload()
    assert window.locator("tbody tr").count() == before + 1


def test_without_leave_nothing_is_marked(page: Page, site: str, library: Any) -> None:
    """A site that was started without --allow-corrections shows no form and refuses one that is sent."""
    row = library.facts("commitments", Filters())[0]
    page.goto(f"/show/{row.id}")
    page.get_by_text("What was read here").click()
    assert page.locator("form.marking").count() == 0
    sent = Request(f"{site}/mark", urlencode({"id": row.id, "verdict": "wrong"}).encode(), {"Origin": site})
    with pytest.raises(HTTPError) as refused:
        urlopen(sent)
    assert refused.value.code == 403
    assert library.find(row.id).mark is None
