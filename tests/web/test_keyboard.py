"""With the keyboard alone: everything can be reached, in order, and what is focused is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.enable_socket
FOCUSED = """() => {
  const one = document.activeElement, at = one.getBoundingClientRect(), style = getComputedStyle(one);
  return {
    text: (one.textContent || one.name || "").trim(), place: [...document.querySelectorAll("*")].indexOf(one),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: at.width > 0 && at.bottom > 0 && at.top < innerHeight && at.left >= 0 && at.right <= innerWidth + 1,
  };
}"""
"""What is focused: its text, its place among the elements, whether a ring is drawn round it and it is in view."""
STEPS = 60


def test_the_first_step_skips_to_the_content_and_the_next_asks(page: Page) -> None:
    """Tab shows the link that skips the navigation; after it comes the box, and Enter asks."""
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) | {"place": 0} == {"text": "Skip to the content", "place": 0, "ringed": True, "inView": True}
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?*")
    assert page.get_by_role("heading", name="Answer").is_visible()


def test_steps_go_down_the_page_and_are_seen(page: Page) -> None:
    """Tab goes through an answer in the order in which it is read, and each step is ringed and in view."""
    page.goto(f"/ask?q={QUESTION}")
    steps = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        steps.append(page.evaluate(FOCUSED))
        if steps[-1]["text"].startswith("Show more"):
            break
    places = [step["place"] for step in steps]
    assert places == sorted(set(places))
    assert [step for step in steps if not (step["ringed"] and step["inView"])] == []


def test_details_open_and_a_citation_is_followed(page: Page) -> None:
    """Enter opens what is folded up, and follows the citation that is focused to its marked words."""
    page.goto(f"/ask?q={QUESTION}")
    page.get_by_text("Narrow to some papers").focus()
    page.keyboard.press("Enter")
    assert page.get_by_label("Meetings from").is_visible()
    page.locator(".statements .cite a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/show/**")
    assert page.locator(".sheet .mark, .whole mark").count() >= 1


def test_a_list_is_narrowed_sorted_and_turned(page: Page) -> None:
    """The words of a list, the heading of a column and the next page all answer to Enter."""
    page.goto("/figures")
    page.get_by_label("Words", exact=True).focus()
    page.keyboard.type("care")
    page.keyboard.press("Enter")
    page.wait_for_url("**topic=care**")
    page.locator("thead").get_by_role("link", name="What is counted").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**order=measure**")
    page.get_by_role("link", name="Next", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**page=2**")
    assert page.locator("th[aria-sort=ascending]").count() == 1
