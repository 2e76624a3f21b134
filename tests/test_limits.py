"""Files that hang, explode or take their process down, and Ctrl-C, in a run of `ingest`."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.build import Run, Silent, ingest
from pipeline.config import Settings
from pipeline.store import open_library
from tests.papers import MINUTES

ROOM = 900
"""Megabytes: enough for the trained pipeline, not for what explodes."""
SOON = 0.3
"""Seconds into a paper of many pages."""


def minutes(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"{MINUTES}\n{name}\n", encoding="utf-8")
    return folder


def long_pdf(path: Path, pages: int) -> None:
    canvas = Canvas(str(path))
    for page in range(pages):
        for line in range(30):
            canvas.drawString(50, 780 - 24 * line, f"{page + 1}.{line + 1} The library at Thornwick opened on {line + 1} days of May 2031.")
        canvas.showPage()
    canvas.save()


def exploding_docx(path: Path) -> None:
    """A small archive whose one member unpacks to millions of empty paragraphs."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as member:
        member.write(f'<w:document xmlns:w="{space}"><w:body>'.encode())
        for _ in range(120):
            member.write(b"<w:p/>" * 100_000)
        member.write(b"</w:body></w:document>")


def read(folder: Path, settings: Settings, progress: Silent | None = None) -> Run:
    with open_library(folder.parent / "lib", create=True) as library:
        return ingest([folder], library, settings, embed=False, progress=progress)


def documents(library: Path) -> list[str]:
    """Names of the documents stored; none while the library is being made."""
    try:
        with sqlite3.connect(f"file:{library}/library.db?mode=ro", uri=True) as db:
            return [name for (name,) in db.execute("SELECT name FROM documents WHERE length > 0 ORDER BY name")]
    except sqlite3.OperationalError:
        return []


def test_a_file_that_takes_too_long_is_named_skipped_and_read_the_next_time(tmp_path: Path) -> None:
    """It is ended at the limit, told with a way out, and a later run with more time reads it."""
    folder = minutes(tmp_path / "papers", "a.txt")
    long_pdf(folder / "b.pdf", 40)
    first = read(folder, Settings(workers=1, seconds_per_file=0.02))
    assert [error.what for error in first.skipped] == ["took longer than 0.02 seconds"] * 2
    assert documents(tmp_path / "lib") == []
    assert read(folder, Settings(workers=1)).read == ["papers/a.txt", "papers/b.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to the memory limit")
def test_a_file_that_explodes_is_named_and_skipped(tmp_path: Path) -> None:
    """A few kilobytes that unpack to more memory than one file may take cost themselves only."""
    folder = minutes(tmp_path / "papers", "b.txt")
    exploding_docx(folder / "a.docx")
    run = read(folder, Settings(workers=1, megabytes_per_file=ROOM))
    (error,) = run.skipped
    assert error.path == "papers/a.docx"
    assert "memory" in error.what
    assert run.read == ["papers/b.txt"]


class Killing(Silent):
    """Kills the worker a moment after the first paper is done, in the middle of the second."""

    def step(self, amount: int = 1, note: str = "") -> None:  # noqa: ARG002  (the protocol's signature)
        if note.endswith("a.txt"):
            threading.Timer(SOON, lambda: [child.kill() for child in multiprocessing.active_children()]).start()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_that_is_killed_costs_the_paper_it_was_at(tmp_path: Path) -> None:
    """The papers before and after it are read, and it is said by what its process ended."""
    folder = minutes(tmp_path / "papers", "a.txt")
    minutes(folder, "c.txt")
    long_pdf(folder / "b.pdf", 150)
    run = read(folder, Settings(workers=1), Killing())
    assert run.read == ["papers/a.txt", "papers/c.txt"]
    (error,) = run.skipped
    assert error.path == "papers/b.pdf"
    assert "killed" in error.what


def hear_interrupts() -> None:
    """A job in the background of a shell inherits that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_leaves_whole_papers_and_nothing_else(tmp_path: Path) -> None:
    """In the middle of the second paper: the first is in the library, which opens; no temporary file and no process is left."""
    folder, scratch = minutes(tmp_path / "papers", "a.txt"), tmp_path / "scratch"
    long_pdf(folder / "b.pdf", 300)
    scratch.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "TMPDIR": str(scratch)}
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(folder), "--library", str(tmp_path / "lib"), "--no-embed"]
    run = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hear_interrupts)
    while not documents(tmp_path / "lib") and run.poll() is None:
        time.sleep(0.05)
    assert any(scratch.iterdir())
    run.send_signal(signal.SIGINT)
    run.communicate()
    assert run.returncode != 0
    assert documents(tmp_path / "lib") == ["papers/a.txt"]
    assert not any(scratch.iterdir())
    with open_library(tmp_path / "lib") as library:
        assert library.status()["documents"] == 1
