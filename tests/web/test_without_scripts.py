"""Without JavaScript, on paper and in the dark: the same words, the same ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.addresses import QUESTION, filled, paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.enable_socket
WAYS = "nav, form, button, .facets, .beside, .downloads, .button"
"""What leads elsewhere or is to be filled in."""
DARKEST = 60
"""Of 255: each colour of a dark page's ground is below."""


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_asking_and_narrowing_need_no_script(plain: Page) -> None:
    """The question is answered, the kind of paper is chosen, and the address holds both."""
    plain.goto("/")
    plain.get_by_label("Ask the papers").fill(QUESTION)
    plain.get_by_role("button", name="Ask").click()
    assert plain.locator(".statements li").count() >= 3
    plain.get_by_text("Narrow to some papers").click()
    plain.get_by_label("Kind of paper", exact=True).select_option(label="Minutes")
    plain.get_by_role("button", name="Ask again").click()
    assert "kind=minutes" in plain.url
    assert all("minutes" in place for place in plain.locator(".passages .cite a").all_inner_texts())


def test_turning_and_enlarging_a_page_need_no_script(plain: Page, library: Any) -> None:
    """The next page, the page before and the zoom are links."""
    plain.goto(f"/papers/{paper(library, holding='pack')}/pages/3")
    plain.get_by_role("link", name="Next page").first.click()
    assert plain.url.endswith("/pages/4")
    plain.get_by_role("link", name="150 %").click()
    plain.get_by_role("link", name="Previous page").first.click()
    assert plain.url.endswith("/pages/3?zoom=150")
    assert plain.locator(".sheet.z150").count() == 1


def test_a_list_needs_no_script(plain: Page) -> None:
    """Words, a value of a facet, the order and the next page of a list are a form and links."""
    plain.goto("/figures")
    plain.get_by_label("Words", exact=True).fill("care")
    plain.get_by_role("button", name="Show").click()
    plain.locator(".facets a").first.click()
    plain.locator("thead").get_by_role("link", name="What is counted").click()
    plain.get_by_role("link", name="Next", exact=True).click()
    assert all(part in plain.url for part in ("topic=care", "is_", "order=measure", "page=2"))


@pytest.mark.parametrize("path", ["/figures", f"/ask?q={QUESTION}", "/show/{id}"])
def test_print_has_the_words_and_not_the_ways(page: Page, library: Any, path: str) -> None:
    """On paper there is no navigation, no form and no button; the text of the page is there."""
    page.goto(filled(path, library))
    page.emulate_media(media="print")
    shown = page.locator(WAYS).evaluate_all("all => all.filter(one => one.offsetParent).map(one => one.outerHTML.slice(0, 80))")
    assert shown == []
    assert page.locator("h1").is_visible()


def test_a_dark_system_gets_a_dark_page(page: Page) -> None:
    """The ground is dark and the words are light where the system's setting says so."""
    page.emulate_media(color_scheme="dark")
    page.goto("/commitments/timeline")
    ground, ink = (
        page.locator(where).first.evaluate(f"one => getComputedStyle(one).{what}.match(/\\d+/g).map(Number)")
        for where, what in (("main", "backgroundColor"), (".chart svg text", "fill"))
    )
    assert max(ground) < DARKEST < min(ink)
