"""Papers that try to run something in the reader's browser: what stands in them is text on every page and in every file of ours."""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from pipeline.web.pages import PAGES
from pipeline.web.safety import HEADERS, WRITING
from tests.web.planted import planted
from tests.web.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(os.name == "nt", reason="files cannot have such names there"),
]
Given = tuple[str, int, dict[str, str], bytes]
"""Address, status, headers and body of a reply."""
MOST, OF_A_SHAPE = 200, 4
"""Replies looked at, in all and of addresses that differ in their names and filters only."""
LINKS = "//@href | //@src | //@action | //@*[name()='xlink:href'] | //@formaction | //@poster | //@srcset"
LISTED = tuple(path for path in PAGES if path.count("/") == 1 and not any(mark in path for mark in "{.") and path not in WRITING)
STARTS = (
    *LISTED, "/ask?q=who+voted+%3Cscript%3Ealert(1)%3C/script%3E", "/ask?q=%22%27%3E%3Csvg+onload%3Dalert(1)%3E&committee=%22%3E%3Cb%3E",
    "/decisions?topic=%22%3E%3Cscript%3E&is_outcome=%22%3E%3Cscript%3E", "/names?topic=%3Cscript%3E&type=%3Cb%3E", "/figures/over-time",
    "/commitments/timeline", "/nowhere/%3Cscript%3Ealert(1)%3C/script%3E", "/papers/%3Cscript%3E", "/show/%3Cscript%3E",
    "/-/openapi.json",
)  # fmt: skip
"""Where the links are followed from."""


@pytest.fixture(scope="module")
def site_of_tricks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(planted(tmp_path_factory.mktemp("planted")), "--allow-corrections") as address:
        yield address


@pytest.fixture(scope="module")
def replies(site_of_tricks: str) -> list[Given]:
    return list(crawled(site_of_tricks))


def reply(address: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urllib.request.urlopen(address, timeout=60) as given:
            return given.status, dict(given.headers), given.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def crawled(site: str) -> Iterator[Given]:
    """Every reply that links lead to, the lists' many filters a few times each."""
    waiting, known, of_path = [*STARTS], set(STARTS), dict[str, int]()
    while waiting and len(known) - len(waiting) < MOST:
        path = waiting.pop(0)
        status, headers, body = reply(site + path)
        yield path, status, headers, body
        if "html" in headers.get("content-type", ""):
            for link in html.fromstring(body).xpath(LINKS):
                to = urljoin(path, str(link)).partition("#")[0]
                shape = re.sub(r"/[\w%+.-]*\d[\w%+.-]*", "/N", urlsplit(to).path)
                if to.startswith("/") and to not in {*known, *WRITING} and of_path.get(shape, 0) < OF_A_SHAPE:
                    known.add(to)
                    of_path[shape] = of_path.get(shape, 0) + 1
                    waiting.append(to)


def runs(body: bytes) -> list[str]:
    """What of a page could run or be fetched from elsewhere."""
    tree = html.fromstring(body)
    scripts = [script for script in tree.iter("script") if script.get("src") != "/static/page.js" or script.text]
    strange = [one.tag for one in tree.iter("iframe", "object", "embed", "style", "base", "img", "foreignobject", "animate")]
    handlers = [f"{one.tag} {name}" for one in tree.iter() for name in one.attrib if name.startswith("on") or name in ("style", "srcdoc")]
    links = [str(link) for link in tree.xpath(LINKS)]
    away = [link for link in links if not link.startswith(("/", "#")) or link.startswith("//")]
    published = {str(link) for link in tree.xpath("//a[@rel='noreferrer']/@href")}
    refresh = tree.xpath("//meta[@http-equiv]")
    return [*map(str, [*scripts, *refresh]), *strange, *handlers, *(link for link in away if link not in published)]


def test_what_stands_in_papers_is_text_on_every_page(replies: list[Given]) -> None:
    """Titles, headings, names, quotes, cells, file names and addresses: no script, no handler, no link that runs; headers everywhere."""
    seen, shown = set(), b""
    for path, status, headers, body in replies:
        assert status in (200, 404), (path, status)
        sent = {name.lower(): value for name, value in headers.items()}
        missing = [name for name in HEADERS if name.lower() not in sent]
        assert not missing, (path, missing)
        policy = sent["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path
        if "html" in sent["content-type"]:
            assert not runs(body), (path, runs(body))
            assert b"49660049" not in body, "a template in a paper was worked out"
            shown += body
        seen.add(path.partition("?")[0])
    assert b"javascript:alert(1)" in shown, "the words themselves are shown"
    assert b"&lt;script&gt;" in shown
    assert len(seen) > 40


def test_the_published_address_of_a_paper_is_one_of_the_web(replies: list[Given]) -> None:
    """`javascript:` never becomes a link, in a page or in the text that people copy."""
    body = b"".join(body for _, _, headers, body in replies if "html" in headers["content-type"])
    links = set(re.findall(rb'href="([a-z]+:[^"]*)"', body))
    assert links
    assert not [link for link in links if not link.startswith(b"https://aldermere.example/")]


def test_a_file_goes_out_as_what_cannot_run(replies: list[Given]) -> None:
    """HTML is text to keep; a name with line breaks and quotes does not get out of its header."""
    papers = {path: headers for path, _, headers, _ in replies if path.endswith("/file")}
    assert papers
    for headers in papers.values():
        assert headers["content-type"].startswith("text/plain")
        assert headers["content-security-policy"].startswith("sandbox")
        assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w%.~-]+", headers["content-disposition"])


def test_the_browser_runs_nothing_and_asks_nothing_elsewhere(site_of_tricks: str, replies: list[Given], browser: Browser) -> None:
    """Every kind of page in Chromium: no dialogue, no title of theirs, no complaint, no request to another place."""
    context = browser.new_context(base_url=site_of_tricks)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("console", lambda message: complaints.append(message.text) if "status of 404" not in message.text else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    known: set[str] = set()
    for path, status, headers, _ in replies:
        shape = re.sub(r"/[\w%+.-]*\d[\w%+.-]*|/[^/]*(%3C|%22)[^/]*", "/N", path.partition("?")[0])
        if "html" in headers["content-type"] and status == 200 and shape not in known:
            known.add(shape)
            page.goto(path, wait_until="load")
            assert "Matters Arising" in page.title()
    context.close()
    assert len(known) > 15
    assert not complaints
    assert all(address.startswith(site_of_tricks) for address in asked)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("id=f-1&verdict=right&why=" + "x" * 30_000, "application/x-www-form-urlencoded"),
        ("&".join(f"field{n}=x" for n in range(500)), "application/x-www-form-urlencoded"),
        ("x" * 1000, "multipart/form-data; boundary=y"),
        ("x" * 1000, "multipart/form-data"),
        ("%00=%00&id=%ff", "application/x-www-form-urlencoded"),
        ("{}", "application/json"),
        ("", ""),
    ],
)
def test_a_form_that_is_none_of_ours_is_refused(site_of_tricks: str, fields: str, kind: str) -> None:
    """Too large, too many fields, of another kind, or empty."""
    request = urllib.request.Request(f"{site_of_tricks}/mark", fields.encode(), {"Origin": site_of_tricks, "Content-Type": kind})
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(request, timeout=60)
    assert told.value.code in (400, 404)
