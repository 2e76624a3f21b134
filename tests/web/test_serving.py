"""`matters serve` as a process: how it starts, what it says when it cannot, and that nothing of it is left when it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from pipeline.store import open_library
from tests.web.serving import family

pytestmark = pytest.mark.enable_socket
COMMAND = [sys.executable, "-W", "always::UserWarning", "-m", "pipeline.cli", "serve"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(library: Path, *options: str) -> tuple[subprocess.Popen[str], list[str]]:
    """The server, and the lines that it printed until it was ready."""
    command = [*COMMAND, "--library", str(library), "--port", str(free_port()), *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"HF_HUB_OFFLINE": "1"})
    assert process.stderr
    lines: list[str] = []
    while not lines or "Ctrl-C" not in lines[-1]:
        lines.append(process.stderr.readline())
        assert lines[-1], "the server ended"
    return process, lines


def wait_until_gone(processes: set[int]) -> None:
    while any(Path(f"/proc/{one}").exists() for one in processes):
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see the processes")
@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_it_is_stopped(site_library: Path, ends: signal.Signals) -> None:
    """Ctrl-C or SIGTERM, with a connection open: exit 0, no word of warning, every process gone."""
    process, lines = started(site_library)
    address = lines[-1].split()[1]
    urllib.request.urlopen(address, timeout=30).read()
    with socket.create_connection(("127.0.0.1", int(address.rstrip("/").rpartition(":")[2]))) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
        ours = family(process.pid)
        assert len(ours) >= 3
        process.send_signal(ends)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")
    wait_until_gone(ours)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see the processes")
def test_workers_end_with_a_server_that_is_killed(site_library: Path) -> None:
    """No worker outlives the server, however that ends."""
    process, _ = started(site_library)
    ours = family(process.pid)
    process.kill()
    process.communicate()
    wait_until_gone(ours)


def refused(*options: str) -> tuple[int, str]:
    """Exit status and words of a start that fails."""
    done = subprocess.run([*COMMAND, *options], capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_a_port_in_use_is_named_with_another(site_library: Path) -> None:
    """Exit 1, before any model is loaded."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        status, said = refused("--library", str(site_library), "--port", str(port))
    assert status == 1
    assert f"port {port}" in said
    assert f"--port {port % 65535 + 1}" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "council.example", ""])
def test_other_machines_are_let_in_with_a_token_only(site_library: Path, host: str) -> None:
    """Exit 2 for every address that is not this machine's own."""
    status, said = refused("--library", str(site_library), "--host", host)
    assert status == 2
    assert "--token" in said


@pytest.mark.parametrize("token", ["pass-word", "sixteen letters and blanks", "a;b=c; path=/; aaaaaaaa"])
def test_a_token_cannot_be_guessed(site_library: Path, token: str) -> None:
    """Short tokens, and such as do not fit into an address, are refused, with how to make one."""
    status, said = refused("--library", str(site_library), "--token", token)
    assert status == 2
    assert "secrets.token_urlsafe" in said
    assert token not in said


def test_no_library_is_said_with_how_to_make_one(tmp_path: Path) -> None:
    """Exit 1 where there is none, and where the file is no library."""
    status, said = refused("--library", str(tmp_path / "none"))
    assert status == 1
    assert "matters ingest" in said
    (tmp_path / "library.db").write_text("no database")
    status, said = refused("--library", str(tmp_path))
    assert status == 1
    assert "cannot be opened" in said


def test_an_empty_library_is_served(tmp_path: Path) -> None:
    """The first page says that there is nothing yet."""
    with open_library(tmp_path / "library", create=True):
        pass
    process, lines = started(tmp_path / "library", "--workers", "1")
    try:
        for path in ("", "ask?q=who", "decisions", "figures/over-time", "commitments/timeline", "audit", "changes", "names", "meetings"):
            assert urllib.request.urlopen(f"{lines[-1].split()[1]}{path}", timeout=60).status == 200
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_a_library_of_an_older_version_is_named(tmp_path: Path) -> None:
    """Exit 1, with the command that brings it up to date."""
    with open_library(tmp_path / "library", create=True) as library:
        library.db.execute("DELETE FROM _sqlite_migrations WHERE id = (SELECT max(id) FROM _sqlite_migrations)")
        library.db.conn.commit()
    status, said = refused("--library", str(tmp_path / "library"))
    assert status == 1
    assert "older version" in said
    assert "matters ingest" in said
