"""What odd requests get: paths that lead out, values that nobody types, other methods, pages of any shape."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.web.pages.files import PIXELS, WIDTHS, drawn

pytestmark = pytest.mark.enable_socket
Given = tuple[int, dict[str, str], bytes]


def sent(site: str, target: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Given:
    """What the served site replies to a target exactly as it is written."""
    where = urlsplit(site)
    line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    line.putrequest(method, target, skip_accept_encoding=True)
    for name, value in headers.items():
        line.putheader(name.replace("_", "-"), value)
    if body is not None:
        line.putheader("Content-Length", str(len(body)))
    line.endheaders(body)
    reply = line.getresponse()
    given = reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()
    line.close()
    return given


PLACES = (
    "/static/",
    "/papers/",
    "/papers/{}/file",
    "/papers/0123456789ab/pages/{}.png",
    "/show/",
    "/names/",
    "/meetings/{}/x",
    "/-/show/{}.json",
)
TRICKS = (
    "..",
    "../../../../etc/passwd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "..%5c..%5cetc",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "%00",
    "a%00.png",
    "....//....//etc/passwd",
    "%252e%252e%252fetc",
    ".%00./",
    "~",
    "%",
    "_",
    "%25",
    "con",
    "%ff%fe",
    "%F0%9F%8F%9B",
    "%ED%A0%80",
    "x" * 3000,
)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_path_leads_out(site: str, trick: str) -> None:
    """Whatever stands where a name should: not found, or a page of ours; never a file from elsewhere, never a fault."""
    for where in PLACES:
        status, headers, body = sent(site, where.format(trick) if "{}" in where else where + trick)
        assert status in (200, 307, 400, 404), where
        assert b"root:" not in body
        assert "content-security-policy" in headers or status == 400
        if status == 200:
            assert b"Matters Arising" in body


ODD = (
    "/decisions?page=0",
    "/decisions?page=-1",
    f"/decisions?page={'9' * 300}",
    "/decisions?page=%D9%A3",
    "/decisions?page=1&page=2&page=x",
    "/decisions?page=1e9",
    "/decisions?topic=%00",
    "/decisions?topic=%25%25%25",
    "/decisions?topic=" + quote('"*()^:' + "'" * 40),
    "/decisions?order=id;drop&down=1",
    "/decisions?is_outcome=%00&is_=x&is_id=1",
    "/decisions?since=2024-13-99",
    "/decisions?since=x&until=%F0%9F%8F%9B",
    "/decisions?committee=%E2%80%AE%E2%80%8B",
    "/ask?q=%00",
    "/ask?q=%EF%BF%BE%ED%A0%80",
    "/ask?q=" + quote("é̂" * 200),
    "/ask?q=" + quote('" OR NEAR( * ^ - + {x} :'),
    "/ask?q=%20%09",
    "/ask?q=a&q=b&q=c",
    "/ask?q=" + "who%20" * 83,
    "/ask?" + "&".join(f"q{n}=1" for n in range(700)),
    "/ask?q=x&passages=999999999",
    "/ask?q=x&kind=nothing&council=%25",
    "/names?type=%00&topic=_%25&page=99999",
    "/figures/measure?measure=%00&unit=%00",
    "/commitments/timeline?topic=%00&rows=0",
    "/audit?check=%00&document=%25",
    "/changes?nature=x&page=99999",
    "/papers?year=%00&topic=%00",
    "/meetings?committee=%00",
    "/-/search.json?q=%00",
    "/-/changes.json?limit=-1",
    "/ask?=%3D&&&;;%",
)


@pytest.mark.parametrize("address", ODD)
def test_odd_values_are_no_fault(site: str, address: str) -> None:
    """Numbers beyond all pages, other scripts' figures, NUL, wildcards, query syntax, the same field again: a page that helps."""
    status, _, body = sent(site, address)
    assert status in (200, 400, 404)
    assert b"fault of ours" not in body


def test_what_is_too_long_is_refused(site: str) -> None:
    """A long address, a long question."""
    assert sent(site, "/ask?q=" + "x" * 9000)[0] == 414
    assert b"longer than 500 characters" in sent(site, "/ask?q=" + "x" * 501)[2]
    status, _, body = sent(site, "/-/ask.json?q=" + "x" * 501)
    assert (status, json.loads(body)["status"]) == (400, 400)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "NONSENSE"])
def test_pages_are_read_and_nothing_else(site: str, method: str) -> None:
    """No other method does anything."""
    for path in ("/", "/decisions", "/papers/0123456789ab/file", "/-/status.json", "/static/style.css"):
        status, headers, _ = sent(site, path, method)
        assert status in (403, 405)
        assert "content-security-policy" in headers
    assert sent(site, "/mark")[0] == 405


def test_head_is_told_what_get_would_be(site: str) -> None:
    """The same status and headers, and no body; what has not changed is not sent again."""
    for path in ("/", "/decisions", "/-/status.json", "/static/style.css", "/nowhere"):
        status, headers, body = sent(site, path)
        bare = sent(site, path, "HEAD")
        assert (bare[0], bare[2]) == (status, b"")
        assert bare[1]["content-length"] == str(len(body))
        if status == 200:
            assert headers["cache-control"] == "private, no-cache"
            assert sent(site, path, If_None_Match=headers["etag"])[::2] == (304, b"")


def held(library: Any, media: str = "pdf") -> Any:
    return next(paper for paper in library.documents() if paper.media == media)


def test_a_picture_is_no_larger_than_it_should_be(site: str, library: Any) -> None:
    """Any width that is asked for becomes one of three; a page that is not there is not drawn."""
    start = f"/papers/{held(library).sha256[:12]}/pages"
    sizes: Sequence[str] = ("1", "0", "99999", "9" * 200, "x", "-5", "%D9%A3", "1400&width=99999")
    for width in sizes:
        status, _, body = sent(site, f"{start}/1.png?width={width}")
        assert status == 200
        assert int.from_bytes(body[16:20], "big") <= 2100
    for page in ("0", "999", "000000001", "10000000000001", "-1", "%C2%B2", "1.5"):
        assert sent(site, f"{start}/{page}.png")[0] == 404


def test_a_file_may_be_read_from_its_middle(site: str, library: Any) -> None:
    """As readers of PDF ask for it."""
    address = f"/papers/{held(library).sha256[:12]}/file"
    status, headers, body = sent(site, address, Range="bytes=0-4")
    assert (status, body, headers["accept-ranges"]) == (206, b"%PDF-", "bytes")
    assert headers["content-security-policy"].startswith("sandbox")


def test_a_browser_that_says_nothing_keeps_nobody_waiting(site: str) -> None:
    """Fifty connections that never finish their request, and others are served."""
    where = urlsplit(site)
    slow = [socket.create_connection((where.hostname, where.port)) for _ in range(50)]
    try:
        for one in slow:
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        assert sent(site, "/")[0] == 200
    finally:
        for one in slow:
            one.close()


def test_pages_of_any_shape_are_drawn_within_bounds(tmp_path: Path) -> None:
    """A thread, a ribbon, a poster, a dot: none takes more pixels than a picture may."""
    canvas = Canvas(str(tmp_path / "odd.pdf"))
    shapes = ((1, 14_400), (14_400, 1), (14_400, 14_400), (0.01, 0.01), (200_000, 200_000), (595, 60_000))
    for shape in shapes:
        canvas.setPageSize(shape)
        canvas.drawString(0, 0, "Aldermere")
        canvas.showPage()
    canvas.save()
    for index, _ in enumerate(shapes):
        body = drawn(tmp_path / "odd.pdf", "odd", index, WIDTHS[-1])
        assert int.from_bytes(body[16:20], "big") * int.from_bytes(body[20:24], "big") <= PIXELS * 1.01
