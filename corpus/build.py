"""Builds the sample corpus: `python corpus/build.py [NAME...]` writes `corpus/papers/` from `corpus/sources/`.

Building twice gives the same bytes: no clock, no random number without a fixed seed.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))

from corpus.builder import pdf, plain, scan, web, word  # noqa: E402 # the path above makes the package importable
from corpus.builder.blocks import Paper  # noqa: E402
from corpus.builder.source import read_paper  # noqa: E402
from corpus.builder.sums import wrong_sums  # noqa: E402

WRITERS = {"pdf": pdf.write, "docx": word.write, "html": web.write, "txt": plain.write, "scan": scan.write}


def sources(folder: Path = HERE / "sources") -> list[Paper]:
    """Every source of a paper, by name."""
    return [read_paper(path) for path in sorted(folder.glob("*.paper"))]


def build(paper: Paper, folder: Path) -> Path:
    """Writes one paper into the folder; a table that does not add up by mistake stops it."""
    if wrong := list(wrong_sums(paper.blocks)):
        raise SystemExit(f"{paper.name}: " + "; ".join(wrong))
    path = folder / paper.said("file")
    WRITERS[paper.said("format")](paper, path)
    return path


def main(names: list[str]) -> None:
    """Builds the papers named, or all."""
    folder = HERE / "papers"
    folder.mkdir(exist_ok=True)
    for paper in sources():
        if not names or paper.name.removesuffix(".paper") in names:
            path = build(paper, folder)
            print(f"{path.name} {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
