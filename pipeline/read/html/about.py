"""What a page says of itself: title, address, day of publication, where it stands in the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.language.dates import first_date
from pipeline.read.html.tables import cell_text

ISSUED = (
    "article:published_time", "dcterms.issued", "dc.date.issued", "dcterms.date.issued", "govuk:first-published-at", "datepublished",
    "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "date", "pubdate", "publish-date", "publication_date",
)  # fmt: skip
CHANGED = ("govuk:public-updated-at", "article:modified_time", "dcterms.modified", "dc.date.modified", "last-modified", "og:updated_time")
"""Names of meta elements in order of trust: the day of issue before the day of the last change (Dublin Core, e-GMS, Open Graph)."""
PUBLISHED_WORDS = re.compile(
    r"(?:\b(?:date\s+)?(?:first\s+)?publi(?:shed|cation(?:\s+date)?)|\b(?:date\s+)?issued|\bposted|\bcyhoeddwyd|\bfoilsithe)\b(?:\s+(?:on|date))?\s*:?\s*(?P<rest>.{0,40})",
    re.IGNORECASE | re.DOTALL,
)
"""English, Welsh, Irish."""
UPDATED_WORDS = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|reviewed)\b(?:\s+(?:on|date))?\s*:?\s*(?P<rest>.{0,40})", re.IGNORECASE | re.DOTALL
)
DATED = re.compile(r"publish|pub-?date|(?:^|[\s_-])(?:date|meta|posted|byline)(?:$|[\s_-])", re.IGNORECASE)
"""Names of a time element, or of the line that holds it, which make its day that of the page."""
SITE_AFTER = re.compile(r"\s+(?:[-–—|•·»:]|::)\s+")
SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(https?://\S+)")
CRUMBS = (
    "//*[contains(translate(@aria-label, 'BREADCUM', 'breadcum'), 'breadcrumb')]",
    "//*[contains(translate(@class, 'BREADCUM', 'breadcum'), 'breadcrumb')]",
    "//*[contains(translate(@id, 'BREADCUM', 'breadcum'), 'breadcrumb')]",
)
CRUMB_EDGES = " \t\n\r\xa0›»>/\\|→·"
YOU_ARE_HERE = re.compile(r"you are (?:here|in)\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    title: str | None
    url: str | None
    published: str | None
    breadcrumb: tuple[str, ...]
    metadata: Mapping[str, str]


def about(root: Any) -> About:
    """Everything that the page says of itself, None or empty where it does not."""
    metas = {name.lower(): value for name, value in _metas(root)}
    title, site = _title(root, metas)
    named = {"site": site, "description": metas.get("description") or metas.get("og:description")}
    return About(title, _url(root, metas), _published(root, metas), _breadcrumb(root), {key: text for key, text in named.items() if text})


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            yield name, content


def _title(root: Any, metas: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The page's title without the name of the site, and that name."""
    whole = next((" ".join(found.text_content().split()) for found in root.iter("title")), "")
    parts = SITE_AFTER.split(whole)
    site = metas.get("og:site_name") or (parts[-1] if len(parts) > 1 else None)
    heading = next((text for found in root.iter("h1") if (text := cell_text(found))), None)
    if heading:
        return heading, site
    if site and len(parts) > 1 and parts[-1].casefold() == site.casefold():
        whole = whole[: whole.rfind(parts[-1])].rstrip(" -–—|•·»:")
    return whole or metas.get("og:title"), site


def _url(root: Any, metas: Mapping[str, str]) -> str | None:
    """The canonical address; else what the browser that saved the page wrote down."""
    links = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    comments = [str(found.text or "") for found in root.xpath("//comment()")][:20]
    saved = next((match[1] for comment in comments if (match := SAVED_FROM.search(comment))), "")
    return next((url for url in (*links, metas.get("og:url", ""), saved) if url.startswith(("http://", "https://"))), None)


def _published(root: Any, metas: Mapping[str, str]) -> str | None:
    """ISO day: as mark-up states it, else as the page prints it."""
    stated, changed = (map(metas.get, names) for names in (ISSUED, CHANGED))
    body = root.find("body")
    text = cell_text(root if body is None else body)
    sources = (*stated, *_linked(root), *_said(text, PUBLISHED_WORDS), *_times(root), *_said(text, UPDATED_WORDS), *changed)
    return next((day for source in sources if source and (day := first_date(source.replace("T", " ", 1)))), None)


def _linked(root: Any) -> Iterator[str]:
    """datePublished of JSON-LD (schema.org)."""
    for script in root.xpath("//script[@type = 'application/ld+json']"):
        try:
            found = json.loads(script.text or "")
        except ValueError:
            continue
        for entry in _entries(found):
            if isinstance(entry.get("datePublished"), str):
                yield entry["datePublished"]


def _entries(found: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _entries(one)
    elif isinstance(found, dict):
        yield found
        for held in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _entries(found.get(held, []))


def _said(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """What follows the word within a few characters."""
    for match in pattern.finditer(text):
        if first_date(match["rest"][:20]) or first_date(match["rest"]):
            yield match["rest"]


def _times(root: Any) -> Iterator[str]:
    """time elements that mark-up calls the day of publication, or that stand in the line under a title."""
    for time in root.iter("time"):
        box = time.getparent()
        named = (time.get("itemprop"), time.get("class"), None if box is None else box.get("class"), *time.attrib)
        if DATED.search(" ".join(filter(None, named))):
            yield time.get("datetime") or time.text_content()


def _breadcrumb(root: Any) -> tuple[str, ...]:
    for path in CRUMBS:
        for trail in root.xpath(path):
            steps = list(trail.iter("li")) or list(trail.iter("a"))
            found = tuple(filter(None, (YOU_ARE_HERE.sub("", cell_text(step)).strip(CRUMB_EDGES) for step in steps)))
            if found:
                return found
    return ()
