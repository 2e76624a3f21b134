"""`matters ingest` and `matters demo`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.config import Settings, settings
from pipeline.errors import LibraryError

if TYPE_CHECKING:
    from pipeline.build import Run

SHOWN_ISSUES = 15
QUESTION = "what did we commit on supported living?"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.library
@click.option("--prune", is_flag=True, help="Forget files that are gone from the folders named.")
@click.option("--again", is_flag=True, help="Read files again that did not change, as after Tesseract was installed.")
@click.option("--model", help="Embedding model: a name or a folder. [default: all-MiniLM-L6-v2, packaged]")
@click.option("--no-embed", is_flag=True, help="Leave the search by meaning for later: words and facts only.")
@click.option("--seconds", type=click.IntRange(min=1), help="Most seconds that one file may take. [default: MATTERS_SECONDS or 900]")
@click.option("--megabytes", type=click.IntRange(min=1), help="Most memory of one file (Linux). [default: MATTERS_MEGABYTES or 4096]")
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[Path, ...],
    library: Path,
    prune: bool,
    again: bool,
    model: str | None,
    no_embed: bool,
    seconds: int | None,
    megabytes: int | None,
) -> None:
    """Read files and folders into the library: PDF, HTML, DOCX, TXT, MD. Unchanged files cost a hash.
    A file that takes too long or too much memory is ended, named and skipped; the others go on.

    \b
    matters ingest papers/
    matters ingest papers/ minutes.docx --library north --prune
    """
    chosen = settings()
    chosen = replace(
        chosen,
        model=model or chosen.model,
        seconds_per_file=seconds or chosen.seconds_per_file,
        megabytes_per_file=megabytes or chosen.megabytes_per_file,
    )
    run = ingested(paths, replace(chosen, library=library), prune=prune, again=again, embed=not no_embed)
    report(run)
    ctx.exit(1 if run.skipped else 0)


@click.command()
@options.library
@click.pass_context
def demo(ctx: click.Context, library: Path) -> None:
    """Read the sample papers of an invented council, then ask what it committed on supported living.

    \b
    matters demo
    """
    from pipeline.cli.asking import ask

    report(ingested([sample_papers()], replace(settings(), library=library)))
    click.echo(f'\n$ matters ask "{QUESTION}"\n')
    ctx.invoke(ask, question=QUESTION, library=library)


def ingested(paths: Sequence[Path], chosen: Settings, *, prune: bool = False, again: bool = False, embed: bool = True) -> Run:
    """Runs the build with progress bars on standard error."""
    from pipeline.build import ingest as build
    from pipeline.render.progress import Bars
    from pipeline.store import open_library

    with open_library(chosen.library, create=True) as opened, Bars() as bars:
        return build(paths, opened, chosen, prune=prune, again=again, embed=embed, progress=bars)


def sample_papers() -> Path:
    """The built corpus: in the wheel, or in a checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / "corpus" / "papers", package.parent / "corpus" / "papers"):
        if folder.is_dir():
            return folder
    raise LibraryError("The sample papers are not installed. In a checkout, build them with: python corpus/build.py")


def report(run: Run) -> None:
    """What was done, then every issue and every file that was skipped, on standard error."""

    def say(line: str) -> None:
        click.echo(line, err=True)

    say(_summary(run))
    for name, same in run.same:
        say(f"  {name} has the same content as {same}: read once")
    by_message = Counter((name, issue.stage, issue.message.removeprefix(f"{name}: ")) for name, issue in run.issues)
    for (name, stage, message), times in list(by_message.items())[:SHOWN_ISSUES]:
        say(f"  {name}: {stage}: {message}{f' ({times} times)' if times > 1 else ''}")
    if len(by_message) > SHOWN_ISSUES:
        say(f"  and {len(by_message) - SHOWN_ISSUES} more issues: see `matters status`")
    if run.gone:
        more = f" and {len(run.gone) - 1} more" if run.gone[1:] else ""
        say(f"Still in the library, and no longer in these folders: {run.gone[0]}{more}. Forget what is gone with --prune.")
    if run.skipped:
        say(f"Skipped {len(run.skipped)}:")
    for error in run.skipped:
        say(f"  {error}")


def _summary(run: Run) -> str:
    told = [
        f"{len(run.read)} read ({run.pages} pages, {run.passages} passages, {run.facts} facts)" if run.read else "",
        f"{len(run.unchanged)} unchanged" if run.unchanged else "",
        f"{len(run.same)} seen before" if run.same else "",
        f"{len(run.forgotten)} forgotten" if run.forgotten else "",
        f"{run.embedded} texts embedded" if run.embedded else "",
        f"{len(run.issues)} issues" if run.issues else "",
    ]
    return f"Papers: {', '.join(filter(None, told)) or 'none'}; {run.seconds:.1f} s."
