"""Who is let in: host names, the token, forms from elsewhere."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from pipeline.errors import UsageError
from pipeline.web.safety import COOKIE, HEADERS, Guarded, Safety
from pipeline.web.serving import guarded

pytestmark = pytest.mark.enable_socket
SECRET = "aldermere-aldermere-aldermere"
Given = tuple[int, dict[str, str], bytes]


def asked(safety: Safety, address: str = "/", method: str = "GET", **headers: str) -> Given:
    """What the guard, and a page behind it, reply."""
    sent: list[Any] = []
    named = {"host": "127.0.0.1:8600", **headers}
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query.encode(), "scheme": "http",
        "headers": [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in named.items()],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as thread:  # the browser tests keep a loop running in this one
        thread.submit(lambda: asyncio.run(Guarded(PlainTextResponse("in"), safety)(scope, receive, send))).result()
    return sent[0]["status"], {k.decode(): v.decode("latin-1") for k, v in sent[0]["headers"]}, sent[1]["body"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8600", "localhost:8600", "LOCALHOST", "[::1]", "[::1]:8600"])
def test_this_machine_is_let_in_by_its_own_names(host: str) -> None:
    """With a port or without."""
    assert asked(Safety(), host=host)[0] == 200


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "127.0.0.1.evil.example", "evil.example:8600", "localhost.evil.example", "127.0.0.1@evil.example", "192.0.2.1",
     "[::ffff:192.0.2.1]", "0.0.0.0:8600", "localhost:8600.evil.example:1"],
)  # fmt: skip
def test_other_names_are_refused(host: str) -> None:
    """A page elsewhere whose name leads to this machine (DNS rebinding) reads nothing."""
    status, headers, body = asked(Safety(), host=host)
    assert status == 421
    assert b"--name" in body
    assert headers.items() >= {(name.lower(), value) for name, value in HEADERS.items() if name != "Cache-Control"}


def test_beyond_this_machine_numbers_and_given_names_are_known() -> None:
    """Listening everywhere, the machine may be called by any of its numbers, but by no name that was not given."""
    safety = guarded("0.0.0.0", SECRET, ("Papers.Aldermere.example",), corrections=False)
    known = ("192.0.2.1:8600", "[2001:db8::1]:8600", "papers.aldermere.example", "localhost")
    assert [asked(safety, host=host, authorization=f"Bearer {SECRET}")[0] for host in known] == [200] * 4
    assert asked(safety, host="evil.example", authorization=f"Bearer {SECRET}")[0] == 421


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "0", "", "192.0.2.1", "127.0.0.2", "aldermere.example"])
def test_only_this_machines_own_names_need_no_token(host: str) -> None:
    """An empty token is none."""
    with pytest.raises(UsageError, match="--token"):
        guarded(host, None, (), corrections=False)
    with pytest.raises(UsageError, match="--token"):
        guarded(host, "", (), corrections=False)
    assert guarded(host, SECRET, (), corrections=False).token == SECRET


def test_the_token_is_shown_once_and_leaves_the_address() -> None:
    """The rest of the address is kept; the cookie is out of reach of scripts and of forms elsewhere."""
    safety = Safety(token=SECRET)
    status, headers, _ = asked(safety, f"/ask?q=a%26b&token={SECRET}&since=2024")
    assert (status, headers["location"]) == (303, "/ask?q=a%26b&since=2024")
    cookie = headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert asked(safety, "/ask", cookie=cookie.partition(";")[0])[0] == 200
    assert asked(safety, f"//evil.example/?token={SECRET}")[1]["location"] == "/evil.example/"


@pytest.mark.parametrize(
    "shown",
    [
        {},
        {"cookie": f"{COOKIE}=wrong"},
        {"cookie": "\x80=;;;"},
        {"authorization": "Bearer "},
        {"authorization": SECRET},
        {"authorization": "Bearer é"},
        {"authorization": f"Basic {SECRET}"},
        {"cookie": f"{COOKIE}="},
    ],
)
def test_without_the_token_nothing_is_read(shown: dict[str, str]) -> None:
    """Neither pages nor styles nor JSON; a program is told in JSON. The token is not in what is said."""
    for path in (
        "/",
        "/static/style.css",
        "/papers/0123456789ab/file",
        "/-/ask.json",
        f"/?token={SECRET[:-1]}",
        "/?token=",
        "/?token=%C3%A9",
    ):
        status, headers, body = asked(Safety(token=SECRET), path, **shown)
        assert status == 401
        assert headers["www-authenticate"] == "Bearer"
        assert SECRET.encode() not in body + str(headers).encode()
    assert json.loads(asked(Safety(token=SECRET), "/-/ask.json", **shown)[2])["status"] == 401


FORM = {"method": "POST", "origin": "http://127.0.0.1:8600"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec_fetch_site": "same-origin"}, 200),
        ({"origin": ""}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "http://127.0.0.1:8600.evil.example"}, 403),
        ({"origin": "127.0.0.1:8600"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
    ],
)
def test_forms_come_from_pages_of_ours(headers: dict[str, str], status: int) -> None:
    """A form of another site, or of no site, changes nothing; nor does one of ours where corrections are off."""
    assert asked(Safety(corrections=True), "/mark", **(FORM | headers))[0] == status
    assert asked(Safety(), "/mark", **(FORM | headers))[0] == 403
    assert asked(Safety(corrections=True, token=SECRET), "/mark", **(FORM | headers))[0] == 401
