"""`matters serve` as people start it, for tests and benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS_TO_START, SECONDS_TO_STOP = 120, 20


@contextmanager
def served(library: Path, *options: str) -> Iterator[str]:
    """The address of the site over a library, on a free port, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "pipeline.cli", "serve", "--library", str(library), "--port", str(port), *options]
    process = subprocess.Popen(command, env=os.environ | {"HF_HUB_OFFLINE": "1"})
    try:
        yield _up(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(SECONDS_TO_STOP)


def _up(address: str, process: subprocess.Popen[bytes]) -> str:
    """The address, once it answers. Raises AssertionError where the site ends or does not come."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
            return address
        except urllib.error.HTTPError:
            return address
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the site did not start")


def family(process: int) -> set[int]:
    """The process and all that it started, from /proc."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found
