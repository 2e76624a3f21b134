"""Every page of ours: no rule of WCAG 2.2 AA broken, light or dark, and nothing wider than a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.addresses import ERRORS, SHOWN, STATES, filled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.enable_socket
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""Rules of axe that the scheme can make a difference to."""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
ZOOMED = {"width": WIDE["width"] // 2, "height": WIDE["height"] // 2}
"""What a window of 1280 px shows at 200 %."""
TOO_WIDE = """() => {
  const styled = (one) => getComputedStyle(one);
  const scrolls = (one) => { for (let up = one; up; up = up.parentElement) if (/auto|scroll/.test(styled(up).overflowX)) return true; };
  const right = (one) => one.getBoundingClientRect().right;
  const seen = (one) => one.getClientRects().length && one.getBoundingClientRect().width > 1 && styled(one).visibility === "visible";
  const clips = (one) => !/INPUT|TEXTAREA|SELECT|svg/i.test(one.tagName + one.namespaceURI) && /hidden|clip/.test(styled(one).overflowX);
  const name = (one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") || ""} ${one.textContent.trim().slice(0, 40)}`;
  const shown = [...document.querySelectorAll("body *")].filter(seen);
  const out = shown.filter((one) => right(one) > innerWidth + 1 && !scrolls(one));
  const cut = shown.filter((one) => clips(one) && one.scrollWidth > one.clientWidth + 1);
  const wide = document.scrollingElement.scrollWidth;
  return [...(wide > innerWidth ? [`the page is ${wide} wide`] : []), ...out.map(name), ...cut.map(name)];
}"""
"""What is wider than the window and cannot be scrolled to, or is cut off."""


@pytest.fixture(scope="module")
def window(browser: Browser, site: str) -> Any:
    """One window for all the pages, so that the style sheet is fetched once."""
    context = browser.new_context(base_url=site, viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """Rules of axe that the page breaks, by light and dark, and what does not fit, by width."""
    found = []
    for scheme, rules in (("light", TAGS), ("dark", OF_COLOUR)):
        page.emulate_media(color_scheme=scheme)
        told = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
        found += [f"{scheme}: {one['id']}: {node['html'][:160]}: {node['failureSummary']}" for one in told for node in one["nodes"][:3]]
    for name, size in (("320 px", NARROW), ("200 %", ZOOMED), ("1280 px", WIDE)):
        page.set_viewport_size(size)
        found += [f"{name}: {one}" for one in page.evaluate(TOO_WIDE)[:6]]
    return found


@pytest.mark.parametrize("path", [*SHOWN, *STATES, *ERRORS])
def test_a_page_breaks_no_rule_and_fits(window: Page, library: Any, path: str) -> None:
    """axe-core finds nothing in light or dark, and nothing is wider than the window at 320 px, at 200 % zoom or at full width."""
    reply = window.goto(filled(path, library))
    assert reply
    assert reply.status == ERRORS.get(path, 200)
    found = faults(window)
    assert not found, "\n".join(found)
