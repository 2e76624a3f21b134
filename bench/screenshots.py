"""Screenshots of every page of the site over the sample corpus, light, dark and narrow, into docs/screenshots.

    python -m bench.screenshots --library LIBRARY

LIBRARY holds corpus/papers alone (`matters ingest corpus/papers --library LIBRARY`): no other council's papers are shown.
"""

from __future__ import annotations

import argparse
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.web.browsers import MISSING, found
from tests.web.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
PAGES = {
    "home": "/",
    "ask-commitments": "/ask?q=What+did+we+commit+on+supported+living%3F",
    "ask-vote": "/ask?q=Who+voted+against+closing+the+day+centre%3F",
    "ask-declined": "/ask?q=What+is+the+population+of+Mars%3F",
    "decisions": "/decisions",
    "actions": "/actions",
    "commitments": "/commitments",
    "timeline": "/commitments/timeline?topic=supported+living",
    "figures": "/figures?topic=supported+living",
    "measure": "/figures/measure?measure=Supported+living+homes&unit=GBP",
    "inspections": "/inspections",
    "changes": "/changes",
    "audit": "/audit",
    "papers": "/papers",
    "meetings": "/meetings",
    "meeting": "/meetings/2023-06-16/adults-and-communities-committee",
    "names": "/names",
}
"""Name of the picture to the address; the viewer and a paper are reached by their links."""
LOOKS = {
    "": {"viewport": {"width": 1280, "height": 900}},
    "-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "-narrow": {"viewport": {"width": 320, "height": 700}},
}
COLOURS = 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    library = parser.parse_args().library
    path = found()
    if path is None:
        raise SystemExit(MISSING)
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with served(library) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for look, how in LOOKS.items():
            _taken(browser, address, look, how)
        browser.close()


def _taken(browser: Browser, address: str, look: str, how: dict[str, object]) -> None:
    page = browser.new_context(base_url=address, **how).new_page()  # type: ignore[arg-type]  # options by name
    for name, where in PAGES.items():
        page.goto(where)
        _kept(page, f"{name}{look}")
    page.goto(PAGES["ask-commitments"])
    page.locator(".statements .cite a", has_text="p. ").first.click()
    _kept(page, f"viewer{look}")
    page.goto("/papers")
    page.locator("main td a, main li a").first.click()
    _kept(page, f"paper{look}")


def _kept(page: Page, name: str) -> None:
    """The window as PNG with few colours, which is small and looks the same."""
    page.wait_for_load_state("networkidle")
    Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
