"""`matters show`, `verify`, `audit`, `status`, `debug`, `eval`: looking after a library."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.config import settings
from pipeline.errors import UsageError
from pipeline.model.answers import Filters
from pipeline.model.ports import Reranker
from pipeline.render import plain
from pipeline.render.output import Form, write_one, write_rows
from pipeline.render.tabled import rows


@click.command()
@click.argument("id_", metavar="ID")
@options.library
@options.form
def show(id_: str, library: Path, form: Form) -> None:
    """One passage, fact or citation in full, with the words around it. The start of an id is enough.

    \b
    matters show p-3fa94b
    matters show t-f6e98d --csv > table.csv
    """
    from pipeline.lookup.show import shown
    from pipeline.store import open_library

    with open_library(library) as opened:
        found = shown(opened, id_)
    if found is None:
        raise UsageError(f"No passage or fact has the id {id_!r}, or several begin so. Search and the fact commands print ids.")
    if form == "table":
        from pipeline.render.sheets import write_shown

        write_shown(found)
    elif form == "csv":
        made = plain.shown(found)
        write_rows(rows(made["fields"]) if "rows" in made.get("fields", {}) else [made], form, (), empty="")
    else:
        write_one(plain.shown(found), form)


@click.command()
@options.library
@click.option("--ocr", is_flag=True, help="Recognise scanned pages again too.")
@options.form
@click.pass_context
def verify(ctx: click.Context, library: Path, ocr: bool, form: Form) -> None:
    """Read every source again and compare every stored quote, character by character. Exit 1 if one differs.

    \b
    matters verify
    """
    from pipeline.render.sheets import write_verified
    from pipeline.store import open_library
    from pipeline.verify import verify as verified

    with open_library(library) as opened:
        result = verified(opened, ocr=ocr)
    if form == "table":
        write_verified(result)
    else:
        write_one(result, form)
    ctx.exit(1 if result["quotes_wrong"] or result["values_wrong"] or result["unreadable"] else 0)


@click.command()
@options.library
@options.filters
@options.limit(0)
@options.form
def audit(library: Path, filters: Filters, limit: int, form: Form) -> None:
    """Sums that do not add up, statements that disagree, meetings without minutes, pages without text.

    Severity says how sure a finding is: a fault, what rounding can explain, or a note of what is missing or printed twice.
    Where the paper is right, mark the fact that a finding rests on: matters mark FACT wrong --why "..."

    \b
    matters audit
    matters audit --document budget --json
    """
    from pipeline.check import audit as audited
    from pipeline.render.sheets import write_audit
    from pipeline.store import open_library

    with open_library(library) as opened:
        findings = [plain.audit(row) for row in audited(opened, filters)]
    if form == "table":
        write_audit(findings, limit)
    else:
        write_rows(findings[: limit or None], form, (), empty="")


@click.command()
@options.library
@options.form
def status(library: Path, form: Form) -> None:
    """Documents, pages, passages, facts by kind, issues, sizes, model, versions.

    \b
    matters status
    """
    from pipeline.render.sheets import write_status
    from pipeline.store import open_library

    with open_library(library) as opened:
        told = {**opened.status(), "rerank": settings().rerank}
    if form == "table":
        write_status(told)
    else:
        write_one(told, form)


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@options.form
def debug(path: Path, form: Form) -> None:
    """What each stage makes of one file: parts, outline, tables, passages, facts, issues. Changes no library.

    \b
    matters debug minutes.pdf
    matters debug minutes.pdf --json
    """
    from pipeline.build import understand_path
    from pipeline.render.sheets import debug_row, write_debug

    understood = understand_path(path)
    if form == "table":
        write_debug(understood.structure, understood.facts)
    else:
        write_one(debug_row(understood.structure, understood.facts), form)


@click.command("eval")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.library
@click.option("--against", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A run saved with --json, to compare with.")
@options.rerank
@options.form
def evaluate(files: tuple[Path, ...], library: Path, against: Path | None, reranker: Reranker | None, form: Form) -> None:
    """Retrieval and answer scores on question files, with intervals, by kind, style and component.

    Files named unanswerable*.jsonl hold questions that should be declined. Where people marked facts (`matters mark`), the share
    of their judgements that the stored facts agree with is printed too.

    \b
    matters eval corpus/gold/questions.jsonl corpus/gold/unanswerable.jsonl
    matters eval corpus/gold/questions.jsonl --against earlier.json
    """
    from pipeline.lookup.scoring.compared import earlier
    from pipeline.lookup.scoring.eval import evaluate as evaluated
    from pipeline.render.scores import write_scores
    from pipeline.store import open_library

    before = earlier(against) if against else None
    with open_library(library) as opened:
        judged = opened.judged_scores()
        scores = {**evaluated(opened, files, against=before, reranker=reranker), **({"facts_judged": judged} if judged else {})}
    if form == "table":
        write_scores(scores)
    else:
        write_one(scores, form)
