"""Writes a paper as a text file: the body as it was written."""

from pathlib import Path

from corpus.builder.blocks import Paper


def write(paper: Paper, path: Path) -> None:
    """The body, in the encoding that the front matter names (UTF-8 by default), with its line ends."""
    words = paper.raw.strip("\n") + "\n"
    path.write_bytes(words.replace("\n", paper.said("newline", "\n")).encode(paper.said("encoding", "utf-8")))
