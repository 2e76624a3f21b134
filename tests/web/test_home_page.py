"""The first page: what to begin with, and what the library holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.store import open_library
from pipeline.web.asked import Asked
from pipeline.web.pages.home import NEWEST, home
from pipeline.web.pages.meetings import held

ASKED = Asked("/")


def test_the_first_page_leads_to_everything(library: Any) -> None:
    """To each kind of fact, to what moved and what does not add up, and to the newest meetings and papers."""
    told = home(library, ASKED).body.decode()
    for path in ("/decisions", "/commitments", "/commitments/timeline", "/figures/over-time", "/changes", "/audit", "/meetings", "/papers"):
        assert f'href="{path}"' in told
    assert all(f'href="{one.url}"' in told.replace("&amp;", "&") for one in held(library)[:NEWEST])
    assert "/ask?q=" in told


def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    """Nothing is counted, and the page names the command that reads papers."""
    with open_library(tmp_path / "library", create=True) as empty:
        told = home(empty, ASKED).body.decode()
    assert "matters ingest FOLDER" in told
    assert "Newest" not in told
