"""An answer, a hit and a citation as a person reads them in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.lookup.filtering import IGNORED
from pipeline.model.answers import Answer, Citation, Coverage, Hit
from pipeline.render.output import phrase

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100


def write_answer(given: Answer, passages: int = 3) -> None:
    """The answer, its statements with their citations, the passages they stand on, and one line of coverage."""
    console = _console()
    console.print(given.answer, style="bold" if given.answered else "", highlight=False, markup=False)
    for number, said in enumerate(given.statements, 1):
        console.print()
        console.print(f"{number}. {said.text}", highlight=False, markup=False)
        for cited in said.citations:
            console.print(f"   {place(cited)}", style="dim", highlight=False, markup=False)
        for mark in said.marks:
            console.print(f"   marked {mark.when}: {phrase(asdict(mark))}", style="bold", highlight=False, markup=False)
    shown = given.passages[:passages]
    if shown:
        console.print()
        console.print("Passages" if given.answered else "Nearest passages", style="bold")
        for found in shown:
            write_hit(found, console)
    console.print()
    if named := heard(given.understood):
        console.print(f"Read from the question: {named}. (--ignore asks without it)", style="dim", highlight=False, markup=False)
    console.print(coverage_line(given.coverage), style="dim", highlight=False, markup=False)


def heard(understood: Mapping[str, Any]) -> str:
    """What the question names besides its words, as it was understood."""
    said = [(name, understood[name] if isinstance(understood[name], list) else [understood[name]]) for name in IGNORED]
    return "; ".join(f"{name} {', '.join(values)}" for name, values in said if any(values))


def write_hits(hits: list[Hit]) -> None:
    console = _console()
    for found in hits:
        write_hit(found, console)
    if not hits:
        sys.stderr.write("Nothing found. Try fewer or other words, or loosen the filters.\n")


def write_hit(found: Hit, console: Console | None = None) -> None:
    out = console or _console()
    why = ", ".join(f"{by} {rank}" for by, rank in found.found_by.items()) or "the answer cites it"
    text = " ".join((found.row.reading or found.row.words or found.row.text).split())
    out.print(f"{found.rank:>2}. {shortened(text)}", highlight=False, markup=False)
    out.print(f"    {place(found.citation)}  [{why}]  {found.row.id}", style="dim", highlight=False, markup=False)


def place(cited: Citation) -> str:
    """The label, with the file behind it."""
    mark = " (recognised from a scan)" if cited.recognised else ""
    mark += f" (a later version is {cited.superseded_by})" if cited.superseded_by else ""
    return f"{cited.label}{mark} — {cited.document}"


def coverage_line(coverage: Coverage) -> str:
    papers = f"{coverage.documents} paper{'s' * (coverage.documents != 1)}"
    dates = f", {coverage.since} to {coverage.until}" if coverage.since else ""
    gaps = f". {' '.join(coverage.gaps)}" if coverage.gaps else ""
    councils = f" of {', '.join(coverage.councils[:3])}" if coverage.councils else ""
    return f"Searched {papers}{councils}{dates}{gaps}".rstrip(".") + "."


def shortened(text: str, length: int = 320) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + " …"


def _console() -> Console:
    from rich.console import Console

    console = Console()
    return Console(width=min(console.width, WIDEST)) if console.is_terminal else Console(width=WIDEST, soft_wrap=False)
