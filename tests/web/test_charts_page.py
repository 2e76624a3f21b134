"""Charts: each point leads to the page that prints its value, and the values stand beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.addresses import filled

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.enable_socket


def points(page: Page) -> list[str]:
    """Where the points of the chart lead."""
    made: list[str] = page.locator(".chart svg a").evaluate_all("all => all.map(one => one.href.baseVal)")
    return made


def test_the_points_of_a_measure_lead_to_its_values(page: Page, library: Any) -> None:
    """As many points as rows of the table; the first one leads to words that are marked."""
    page.goto(filled("/figures/measure", library))
    listed = page.locator("tbody .cite a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert sorted(points(page)) == sorted(listed)
    page.locator(".chart svg a").first.click()
    page.wait_for_url("**/show/**")
    assert page.locator(".sheet .mark, .whole mark").count() >= 1


def test_the_timeline_joins_a_promise_to_where_it_was_said(page: Page) -> None:
    """Every point of the timeline leads to a statement that is listed under it; two of one day and deadline are one point."""
    page.goto("/commitments/timeline")
    listed = set(page.locator(".promises .cite a").evaluate_all("all => all.map(one => one.getAttribute('href'))"))
    assert set() < set(points(page)) <= listed
    page.locator(".chart svg a").first.click()
    page.wait_for_url("**/show/**")
    assert page.locator(".cited").is_visible()


@pytest.mark.parametrize("path", ["/figures/measure", "/commitments/timeline"])
def test_a_chart_is_saved_as_a_picture(page: Page, library: Any, path: str) -> None:
    """SVG and PNG come as files, and the SVG holds nothing that runs."""
    page.goto(filled(path, library))
    replies = {
        form: page.request.get(page.locator(".chart").get_by_role("link", name=form).get_attribute("href") or "") for form in ("SVG", "PNG")
    }
    assert replies["SVG"].headers["content-type"] == "image/svg+xml"
    assert "<script" not in replies["SVG"].text()
    assert replies["PNG"].body().startswith(b"\x89PNG")
