"""Builds the sample corpus: `python corpus/build.py [NAME...]` writes `corpus/papers/` from `corpus/sources/`.

Building twice gives the same bytes: no clock, no random number without a fixed seed.
"""

import hashlib
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))

from corpus.builder.blocks import Paper  # noqa: E402 # the path above makes the package importable
from corpus.builder.source import read_paper  # noqa: E402 # the same
from corpus.builder.sums import wrong_sums  # noqa: E402 # the same

WRITERS = {"pdf": "pdf", "docx": "word", "html": "web", "txt": "plain", "scan": "scan"}
"""The module of the builder for each format, imported when used: reading sources takes the standard library alone."""


def sources(folder: Path = HERE / "sources") -> list[Paper]:
    """Every source of a paper, by name."""
    return [read_paper(path) for path in sorted(folder.glob("*.paper"))]


def build(paper: Paper, folder: Path) -> Path:
    """Writes one paper into the folder; a table that does not add up by mistake stops it."""
    if wrong := list(wrong_sums(paper.blocks)):
        raise SystemExit(f"{paper.name}: " + "; ".join(wrong))
    path = folder / paper.said("file")
    import_module(f"corpus.builder.{WRITERS[paper.said('format')]}").write(paper, path)
    return path


def digest(*paths: Path) -> str:
    """One hash of the contents of the files, in order."""
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)).hexdigest()


def builder_digest() -> str:
    """The hash of everything but the sources that decides what is built."""
    return digest(*sorted((HERE / "builder").glob("*.py")), *sorted((HERE / "sources" / "templates").glob("*.html")))


def record(built: dict[str, Path], *, whole: bool) -> None:
    """Writes to `built.json` which bytes came from which source, so that a test sees a paper that is out of date.

    The builder's own hash is renewed only when everything was built.
    """
    kept = HERE / "built.json"
    told: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {"builder": "", "papers": {}}
    now = {name: {"file": path.name, "source": digest(HERE / "sources" / name), "paper": digest(path)} for name, path in built.items()}
    papers = now if whole else dict(sorted((told["papers"] | now).items()))
    told = {"builder": builder_digest() if whole else told["builder"], "papers": papers}
    kept.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main(names: list[str]) -> None:
    """Builds the papers named, or all."""
    folder = HERE / "papers"
    folder.mkdir(exist_ok=True)
    built = {}
    for paper in sources():
        if not names or paper.name.removesuffix(".paper") in names:
            path = built[paper.name] = build(paper, folder)
            print(f"{path.name} {path.stat().st_size:,} bytes")
    record(built, whole=not names)


if __name__ == "__main__":
    main(sys.argv[1:])
