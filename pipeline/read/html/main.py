"""Which part of a web page is the paper: its main element, else the region with most of the running text.

What surrounds it is known by HTML's and ARIA's own words for it (nav, aside, role="banner"), then by the names that content management
systems give their boxes.
"""

from __future__ import annotations

import re
from typing import Any

UNREAD = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map head select option textarea input datalist meter "
    "progress".split()
)
"""Elements whose content is no text of the page."""
AROUND = frozenset({"nav", "footer", "dialog"})
AROUND_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar tablist status".split()
)
AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:$|[\s_-])|cookie[\w-]*banner|consent|gdpr|breadcrumbs?|crumbs?|skip[\s_-]?(?:link|nav|to)|social[\s_-]?(?:media|share|links|icons)?(?:$|\s)"
    r"|share[\s_-]?(?:this|bar|links|buttons|tools)|addthis|a2a|pagination|pager|back[\s_-]?to[\s_-]?top|site[\s_-]?(?:header|footer|nav|search)"
    r"|main[\s_-]?(?:nav|menu)|nav[\s_-]?(?:bar|menu)|navbar|mega[\s_-]?menu|side[\s_-]?(?:nav|menu)|related[\s_-]?(?:content|pages|links|items)"
    r"|feedback|rate[\s_-]?this|page[\s_-]?rating|was[\s_-]?this|print[\s_-]?(?:link|button|page)|toolbar|advert|newsletter|subscribe|popup|modal"
    r"|mg(?:file[\s_-]?size|action[\s_-]?list|header)|file[\s_-]?size|chat[\s_-]?(?:bot|widget)|browsealoud|recite|translate|google[\s_-]?translate|emergency[\s_-]?banner|phase[\s_-]?banner)",
    re.IGNORECASE,
)
AROUND_TOKENS = re.compile(
    r"(?:^|\s)(?:(?:page|top|left|right|main)?[_-]?(?:footer|nav|navigation|menu))(?:[_-](?:wrapper|container|inner|links))?(?:$|\s)",
    re.IGNORECASE,
)
"""Whole names of such boxes: a table's or a card's foot is none."""
UNSEEN_NAMES = re.compile(
    r"(?:^|[\s_-])(?:visually[\s_-]?hidden|sr[\s_-]?only|screen[\s_-]?reader[\w-]*|hidden[\s_-]accessible|element-invisible)(?:$|[\s_-])",
    re.IGNORECASE,
)
UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FOLDED = re.compile(r"accordion|collaps|panel|tab[\s_-]?(?:pane|content)|expand|show[\s_-]?hide", re.IGNORECASE)
"""Names of what a click unfolds, however little it says."""
LONGEST_BUTTON = 150
MOST_UNSEEN = 120
"""Characters: more than this is the closed panel of an accordion or tab, which a click shows, and no aside for machines."""
MAIN_PATHS = (
    "//main | //*[@role = 'main']",
    "//article",
    "//*[@id = 'content' or @id = 'main-content' or @id = 'maincontent' or @id = 'main' or @id = 'page-content' or @id = 'mainContent']",
)
LEAST_SHARE = 0.3
"""A main element holds at least this share of the page's running text; else it is an empty shell."""
DENSE_SHARE = 0.85
LINKED = frozenset({"a", "button"})
BOXES = frozenset("div section aside ul ol form header p span".split())
"""What may be a box of the page's surroundings; a heading or a table of such a name is a heading or a table."""
SLIGHT = 600
"""Characters: a notice about cookies says no more."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def words(text: str) -> int:
    return len(text.split())


def main_content(root: Any) -> Any:
    """The element whose content is the paper. What is around and inside it and no part of it is told by `is_aside`."""
    body = root.find("body")
    body = root if body is None else body
    everything = running_text(body)
    for path in MAIN_PATHS:
        found = [element for element in root.xpath(path) if not _inside_aside(element)]
        best = max(found, key=running_text, default=None)
        if best is not None and running_text(best) >= LEAST_SHARE * everything and running_text(best):
            return _widest(best, found)
    return _densest(body)


def _widest(best: Any, found: list[Any]) -> Any:
    """Several articles side by side are one page: what holds them all."""
    beside = [
        element for element in found if element is not best and best not in element.iterancestors() and element not in best.iterancestors()
    ]
    if best.tag != "article" or not beside or sum(map(running_text, beside)) < LEAST_SHARE * running_text(best):
        return best
    parent = best.getparent()
    while parent is not None and not all(parent in element.iterancestors() for element in beside):
        parent = parent.getparent()
    return best if parent is None else parent


def _densest(body: Any) -> Any:
    """From the body downwards, as long as one child holds nearly all of the running text."""
    element = body
    while True:
        least = DENSE_SHARE * running_text(element)
        inner = next((child for child in element if is_element(child) and not is_aside(child) and running_text(child) >= least > 0), None)
        if inner is None or inner.tag in ("p", "ul", "ol", "table", "section", "td", "pre") or _leaves_title(element, inner):
            return element
        element = inner


def _leaves_title(element: Any, inner: Any) -> bool:
    """Whether the page's first heading stands beside the text that it heads."""
    return next(element.iter("h1"), None) is not None and next(inner.iter("h1"), None) is None


def running_text(element: Any) -> int:
    """Characters of text that is not inside a link, an aside or an unread element."""
    if element.tag in LINKED or is_aside(element):
        return 0
    length = _characters(element.text)
    for child in element:
        length += _characters(child.tail) + (running_text(child) if is_element(child) else 0)
    return length


def _characters(text: str | None) -> int:
    return len(" ".join(text.split())) if text else 0


def is_element(node: Any) -> bool:
    """Comments and processing instructions are no elements."""
    return isinstance(node.tag, str)


def is_aside(element: Any) -> bool:
    """Whether an element and all in it are left out."""
    tag = element.tag
    if tag in UNREAD or tag in AROUND or (element.get("role") or "").lower() in AROUND_ROLES:
        return True
    if tag in ("html", "body", "main"):
        return False
    if tag == "button":
        return not (_in_heading(element) or unfolds(element))
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if UNSEEN_NAMES.search(names) or tag == "label":
        return True
    if (tag == "aside" or (tag in BOXES and (AROUND_NAMES.search(names) or AROUND_TOKENS.search(names)))) and _is_slight(element):
        return True
    return _is_unseen(element) and _length(element) <= MOST_UNSEEN and not _is_folded(element, f"{names} {element.get('role') or ''}")


def _is_folded(element: Any, names: str) -> bool:
    """Whether a click unfolds it: its name says so, or the button or heading before it does."""
    before = element.getprevious()
    opens = before is not None and is_element(before) and any(unfolds(button) for button in (before, *before.iter("button")))
    return FOLDED.search(names) is not None or opens or element.get("hidden") == "until-found"


def unfolds(button: Any) -> bool:
    """Whether a button opens what stands after it, and so is its heading."""
    if button.tag != "button" or _length(button) > LONGEST_BUTTON or button.get("aria-haspopup") or button.getnext() is None:
        return False
    around = f"{button.getparent().get('class') or ''} {button.getnext().get('class') or ''}"
    return FOLDED.search(f"{button.get('class') or ''} {around if 'aria-expanded' in button.attrib else ''}") is not None


def _in_heading(button: Any) -> bool:
    """Accordions put their headings into buttons."""
    return any(parent.tag in HEADINGS or parent.tag == "summary" for parent in button.iterancestors())


def _is_slight(element: Any) -> bool:
    """Mostly links, or a short box that has not the page's main element or its first heading in it."""
    length, linked = _length(element), sum(map(_length, element.iter("a")))
    return linked * 2 >= length or (length <= SLIGHT and element.tag != "aside" and not _holds_paper(element))


def _length(element: Any) -> int:
    return len(" ".join("".join(element.itertext()).split()))


def _holds_paper(element: Any) -> bool:
    """A box with a name of its surroundings that has the page's main element or its first heading in it."""
    return bool(element.xpath(".//main | .//*[@role = 'main'] | .//h1"))


def _is_unseen(element: Any) -> bool:
    return "hidden" in element.attrib or element.get("aria-hidden") == "true" or bool(UNSEEN_STYLE.search(element.get("style") or ""))


def _inside_aside(element: Any) -> bool:
    return any(parent.tag in AROUND for parent in element.iterancestors())
