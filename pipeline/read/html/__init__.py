"""Reads a web page: the words of its main content, headings, lists and tables; no menus, scripts or notices about cookies."""

from __future__ import annotations

import re
from typing import Any

from pipeline.errors import SourceError
from pipeline.model.documents import Document, Issue, Page, Source
from pipeline.read.decode import decode
from pipeline.read.html.about import about
from pipeline.read.html.flow import INTERFACE, Flow
from pipeline.read.html.main import main_content, words

NAME = "html"
VERSION = "1"
SUFFIXES = (".html", ".htm", ".xhtml")
HEAD = 2048
BEGINNING = re.compile(r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?(?:-->|$))*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
LOGIN_WORDS, SCARCE_WORDS = 250, 40
"""A page that asks for a password and says no more than this is a login page; one that says hardly anything is looked at."""
NO_PAPER = re.compile(
    r"\b(?:page (?:not|cannot be|could not be) found|404|403|forbidden|access denied|not authori[sz]ed|just a moment|enable javascript"
    r"|are you (?:a )?(?:human|robot)|captcha|session (?:has )?(?:expired|timed out)|server error|service unavailable)\b",
    re.IGNORECASE,
)
SAVE_SHOWN = "Open the page in a browser, wait until it is shown, save it whole as HTML or print it as PDF, and ingest that."


def score(source: Source) -> float:
    """0.9 for bytes that begin as a web page, 0.5 for a name that says so."""
    with source.path.open("rb") as stream:
        head = stream.read(HEAD)
    if BEGINNING.match(head.replace(b"\0", b"").decode("latin-1").removeprefix("ï»¿").removeprefix("ÿþ").removeprefix("þÿ")):
        return 0.9
    return 0.5 if source.path.suffix.lower() in SUFFIXES else 0.0


def read(source: Source) -> Document:
    """Raises SourceError for a page without words and for a login page."""
    data = source.path.read_bytes()
    declared = DECLARED.search(data, 0, HEAD)
    text, issues = decode(data, source.name, declared[1].decode("ascii") if declared else None)
    root = _tree(text, source)
    known = about(root)
    content = main_content(root)
    flow = Flow()
    flow.walk(content)
    _refuse(source, root, flow.text)
    said = words(flow.text)
    if said < SCARCE_WORDS and NO_PAPER.search(flow.text):
        issues = (*issues, Issue("read", f"{source.name}: reads like an error page ({flow.text[:60]!r}). {SAVE_SHOWN}"))
    return Document(
        source, flow.text, (Page(None, flow.text, 0),), tuple(flow.blocks), f"{NAME} {VERSION}", "html", title=_title(known.title, flow),
        published=known.published, url=known.url, breadcrumb=known.breadcrumb, metadata=known.metadata, issues=issues,
    )  # fmt: skip


def _title(stated: str | None, flow: Flow) -> str | None:
    """What the page calls itself, unless that is the label of a button; else its first heading."""
    if stated and not INTERFACE.fullmatch(stated):
        return stated
    return next((flow.text[block.start : block.end] for block in flow.blocks if block.kind == "heading"), stated)


def _tree(text: str, source: Source) -> Any:
    from lxml import etree, html

    cleaned = XML_DECLARATION.sub("", text.replace("\0", ""))
    try:
        return html.document_fromstring(cleaned, parser=html.HTMLParser(remove_comments=False, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise SourceError(source.name, "a web page without any content", SAVE_SHOWN) from error


def _refuse(source: Source, root: Any, text: str) -> None:
    said = words(text)
    if said < LOGIN_WORDS and root.xpath("//input[translate(@type, 'PASWORD', 'pasword') = 'password']"):
        raise SourceError(source.name, "a login page, not the paper", f"Sign in first. {SAVE_SHOWN}")
    if not said:
        raise SourceError(source.name, "a web page without words: they are shown by a script, or there are none", SAVE_SHOWN)
