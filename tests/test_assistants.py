"""Look-ups for assistants over stdio, with the SDK's own client."""

from __future__ import annotations

import asyncio
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.enable_socket  # an event loop makes a pair of sockets


def called(shelf: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """What the tools reply to these calls, one after another, in one session with `matters mcp`."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def talk() -> list[Any]:
        command = StdioServerParameters(command=sys.executable, args=["-m", "pipeline.cli", "mcp", "--library", str(shelf)])
        async with stdio_client(command) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            return [await session.list_tools(), *[await session.call_tool(name, values) for name, values in calls]]

    with ThreadPoolExecutor(1) as thread:  # the browser tests keep a loop running in this one
        return thread.submit(asyncio.run, talk()).result()


def test_tools_are_read_only_and_every_result_is_cited(shelf: Path) -> None:
    """An assistant lists the tools, asks, searches, lists facts and reads a page; quotes come with their place."""
    calls: tuple[tuple[str, dict[str, Any]], ...] = (
        ("ask", {"question": "what did we commit on supported living?"}),
        ("search", {"query": "carers", "limit": 2}),
        ("facts", {"kind": "decisions", "limit": 3}),
        ("papers", {}),
        ("page_text", {"document": "no such paper"}),
    )
    tools, answer, passages, facts, papers, missing = called(shelf, *calls)
    assert {tool.name for tool in tools.tools} == {"ask", "search", "facts", "changes", "page_text", "papers"}
    assert all(tool.annotations.read_only_hint for tool in tools.tools)
    told = json.loads(answer.content[0].text)
    assert told["answered"]
    assert all(cited["quote"] and cited["document"] for statement in told["statements"] for cited in statement["citations"])
    assert len(passages.structured_content["result"]) == 2
    assert all(row["citation"]["quote"] for row in facts.structured_content["result"])
    page = called(shelf, ("page_text", {"document": papers.structured_content["result"][0]["document"]}))[1]
    assert page.structured_content["text"]
    assert missing.is_error
    assert "papers" in missing.content[0].text
