"""The words that a citation quotes are the words that are marked: on the picture of a page, and in a text without pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.model.answers import Citation, FactRow, Filters
from pipeline.web.asked import Asked
from pipeline.web.pages.lists import KINDS
from pipeline.web.pages.viewer import cited_by, viewer
from tests.web.addresses import QUESTION, paper
from tests.web.under import bare, under

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.enable_socket
MARK = re.compile(r'class="mark" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"')
SOME = 12
"""Facts of a kind that are looked at."""
Box = tuple[float, float, float, float]


def quoted_by_page(library: Any, id_: str) -> tuple[Citation, str]:
    """The citation and the text under the marks of its pages, as the page functions draw them."""
    cited = cited_by(library, id_)
    held = library.document(cited.sha256)
    made = ""
    for span in cited.spans:
        asked = Asked("", {"paper": held.sha256[:12], "page": str(span.page)}, [("cite", id_)])
        marks: list[Box] = [tuple(map(float, found)) for found in MARK.findall(viewer(library, asked).body.decode())]  # type: ignore[misc]  # four of them
        made += under(Path(held.path), span.page or 0, marks)
    return cited, made


def in_pdf(library: Any, kind: str) -> list[FactRow]:
    return [row for row in library.facts(kind, Filters()) if row.standing.media == "pdf"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_marks_of_facts_cover_their_quotes(library: Any, kind: str) -> None:
    """The text under the marked boxes, read from the paper's file, is the quote of the fact, up to spaces."""
    rows = in_pdf(library, kind)
    for row in rows[:: len(rows) // SOME + 1]:
        cited, found = quoted_by_page(library, row.id)
        assert found == bare(cited.quote)


LONG: Sequence[tuple[str, Callable[[Any], FactRow]]] = (
    ("across lines", lambda library: next(row for row in in_pdf(library, "commitments") if row.quote.count("\n") >= 1)),
    ("across pages", lambda library: next(row for row in in_pdf(library, "figures") if len({at.page for at in row.standing.places}) > 1)),
    ("in a table", lambda library: next(row for row in in_pdf(library, "figures") if row.fields["source"] == "table")),
)


@pytest.mark.parametrize(("where", "pick"), LONG, ids=[name for name, _ in LONG])
def test_the_browser_shows_the_marks_over_the_quote(page: Page, library: Any, where: str, pick: Callable[[Any], FactRow]) -> None:
    """The marks in the browser cover the quote, page after page; the first is in view, and the picture under them comes."""
    row = pick(library)
    cited = cited_by(library, row.id)
    found = ""
    page.goto(f"/show/{row.id}")
    for number, span in enumerate(cited.spans):
        if number:
            page.get_by_role("link", name=f"page {span.page}", exact=True).click()
        boxes = page.locator(".sheet .mark").evaluate_all(
            "all => all.map(one => ['x', 'y', 'width', 'height'].map(n => +one.getAttribute(n)))"
        )
        found += under(Path(library.document(cited.sha256).path), span.page or 0, boxes)
        assert page.request.get(page.locator(".sheet image").get_attribute("href") or "").headers["content-type"] == "image/png"
        assert page.locator(".sheet .mark").first.evaluate(IN_VIEW), where
    assert found == bare(cited.quote)


IN_VIEW = "one => { const at = one.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"


@pytest.mark.parametrize("media", ["docx", "html", "text"])
def test_a_text_without_pages_has_the_quote_marked(page: Page, library: Any, media: str) -> None:
    """The marked words of a DOCX, an HTML page and a text are the quote, character by character."""
    named = paper(library, media)
    kind = "decisions" if media == "docx" else "figures"
    row = next(row for row in library.facts(kind, Filters()) if row.standing.sha256.startswith(named))
    page.goto(f"/show/{row.id}")
    assert page.locator(".whole mark").all_text_contents() == [row.quote]
    assert page.locator(".whole mark").evaluate(IN_VIEW)


def test_a_citation_of_an_answer_leads_to_its_marked_words(page: Page, library: Any) -> None:
    """From the question to the words on the page, by following the citation."""
    page.goto("/")
    page.get_by_label("Ask the papers").fill(QUESTION)
    page.get_by_role("button", name="Ask").click()
    link = page.locator(".statements .cite a", has_text="p. ").first
    id_ = (link.get_attribute("href") or "").removeprefix("/show/")
    link.click()
    cited, found = quoted_by_page(library, id_)
    assert found == bare(cited.quote)
    assert page.locator(".cited blockquote").inner_text().split() == cited.quote.split()
    assert page.locator(".sheet .mark").count() == len(cited.spans[0].boxes)
