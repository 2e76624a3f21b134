"""Asking in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.enable_socket


def test_a_question_is_answered_and_its_citation_shows_the_marked_page(page: Page) -> None:
    """From the first page to the words on the page of the paper."""
    page.goto("/")
    page.get_by_label("Ask the papers").fill("what did we commit on supported living?")
    page.get_by_role("button", name="Ask").click()
    assert page.locator(".statements li").count() >= 3
    page.locator(".statements .cite a[href*='/show/']", has_text="p. ").first.click()
    assert page.locator(".sheet .mark").count() >= 1
